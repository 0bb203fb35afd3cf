/* "The two sides", "the two countries": who has just been told to meet or fight, or the last two states in the text. */
#include "actor/np.h"

enum { REACH = 300, NEAR = 3 /* sentences */ };

/* "الجانبين الروسي والبريطاني": named there and then. */
static bool two_sides(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u;
    uint32_t end = np_nationality_after(p, at + 1, m);
    if (end == at + 1 || !np_nisba_at(p, end, &u) || !(u.clitics & MORPH_WA))
        return false;
    np_set_country(p, &u, m);
    m->last = u.last;
    return m->country2.p != NULL;
}

/* "in Beijing", "to Geneva": where they met is no side. */
static bool is_where(const np_parser *p, const actor_mention *m)
{
    int64_t row = m->first ? np_function_row(p, m->first - 1, STR("prep")) : -1;
    wq_str value =
        row < 0 ? STR("") : lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value");
    return (m->clitics & MORPH_BI) || str_eq(value, STR("fi")) || str_eq(value, STR("ila"));
}

/* The first token of the sentence `n` before the one at hand. */
static uint32_t some_sentences_back(const np_parser *p, uint32_t n)
{
    uint32_t from = p->sentence_first;
    for (uint32_t i = 0; i < n && from > 0; i++)
        from = np_sentence_of(p->part, from - 1);
    return from;
}

/* An agency, a paper, whoever is quoted, who is of no state: no party to what it tells. */
static bool tells_only(const actor_mention *m)
{
    return m->kind == ACTOR_SOURCE || str_eq(m->a.sector, STR("JRN")) ||
           !np_is_state_code(m->a.country);
}

/* Who only tells; a place where people are asked for; where they met. */
static bool is_no_side(const np_parser *p, const actor_mention *b, bool people, bool here)
{
    return tells_only(b) || (people && b->place_like) ||
           (here && b->place_like && is_where(p, b));
}

/* "The Iranian and the Belgian government". */
static bool take_pair(const actor_mention *b, actor_mention *m)
{
    bool pair = b->country2.p && !m->a.country.p;
    if (pair) {
        m->a.country = b->a.country;
        m->country2 = b->country2;
    }
    return pair;
}

/* The last two states that somebody was of, named at token `from` or later, or, where `far`, anywhere before; places only
 * where there were no people.                                                                                         */
static bool last_two(np_parser *p, bool people, bool far, uint32_t from, actor_mention *m)
{
    const actor_mention *b;
    m->a.country = m->country2 = (wq_str){ NULL, 0 };
    for (uint32_t i = 0; i < REACH && (b = np_back(p, i)) != NULL; i++) {
        wq_str c = b->a.country;
        if (!far && (i >= p->list.n || b->first < from))
            break;
        if (is_no_side(p, b, people, i < p->list.n))
            continue;
        if (take_pair(b, m))
            return true;
        if (!m->a.country.p)
            m->a.country = c;
        else if (!m->country2.p && !str_eq(c, m->a.country))
            m->country2 = c;
        if (people && m->country2.p)
            break;
        if (m->country2.p && !str_eq(c, m->a.country) && !str_eq(c, m->country2))
            return false; /* of three states nobody knows which two */
    }
    return m->country2.p != NULL;
}

/* Two countries are two actors. */
static void name_states(np_parser *p, actor_mention *m)
{
    wq_actor *second = ARENA_NEW(p->mem, wq_actor);
    *second = m->a;
    if (np_name_state(p, m->a.country, &m->a) && np_name_state(p, m->country2, second))
        m->second = second;
}

/* A party to something: a state, a body, a movement; a body of a state that the whole article may tell of ("the government"). */
static bool is_party(const np_parser *p, const actor_mention *m, bool unsettled)
{
    bool body = unsettled && m->kind == ACTOR_GROUP && m->a.sector.n &&
                lex_in_group(p->lex, STR("national"), m->a.sector);
    return (m->kind == ACTOR_STATE || m->kind == ACTOR_ORG || m->kind == ACTOR_GROUP) &&
           (m->a.country.p || m->a.id.p || body) && !m->second && !m->country2.p;
}

static bool is_same(const actor_mention *a, const actor_mention *b)
{
    return str_eq(a->a.id, b->a.id) && str_eq(a->a.country, b->a.country);
}

/* Two men were named: they are who may be meant, not bodies that were told of before them.  One alone calls on these. */
static bool are_two_men(const actor_mention *b, const actor_mention **one)
{
    if (!np_is_somebody(b))
        return false;
    bool two = *one && !(b->a.id.p && str_eq((*one)->a.id, b->a.id));
    *one = b;
    return two;
}

/* "وفدا الجيش و": the two delegations of; what is spelt like an indefinite accusative has no article behind it. */
static bool is_two_of(const np_parser *p, const actor_mention *a)
{
    const morph_word *w = p->part->token[a->first].morph;
    bool the = a->last > a->first + 1 && np_has_article(&p->part->token[a->first + 1]);
    for (uint32_t i = 0; w && a->last > a->first + 1 && i < w->n; i++) {
        uint32_t f = w->v[i].entry.feats;
        if (w->v[i].entry.table == LEX_AGENT &&
            ((f & LEX_F_DUAL) || (the && (f & LEX_F_ACC) && (f & LEX_F_SING))))
            return true;
    }
    return false;
}

/* "between the army and the movement". */
static bool is_between(const np_parser *p, const actor_mention *a)
{
    if (is_two_of(p, a))
        return true;
    int64_t row = a->first ? np_function_row(p, a->first - 1, STR("prep")) : -1;
    return row >= 0 &&
           str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"), STR("bayn"));
}

static bool is_pair(const np_parser *p, const actor_mention *a, const actor_mention *b,
                    bool unsettled)
{
    return (b->clitics & MORPH_WA) && a->last == b->first && is_party(p, a, unsettled) &&
           is_party(p, b, unsettled) && !is_same(a, b) &&
           !(a->place_like && is_where(p, a));
}

/* The mentions `i` and `i` + 1 back are the two. */
static void take_two(np_parser *p, uint32_t i, actor_mention *m)
{
    wq_actor *second = ARENA_NEW(p->mem, wq_actor);
    *second = np_back(p, i)->a;
    m->a = np_back(p, i + 1)->a;
    m->second = second;
    m->sure = 80;
    m->pair = p->list.n - 1 - i; /* of the first, plus 1 */
}

/* The two that "the two sides" meant a moment ago. */
static void same_two(const actor_mention *b, actor_mention *m)
{
    m->a = b->a;
    m->second = b->second;
    m->sure = b->sure;
    m->pair = b->pair;
}

/* Those between whom something is told to be, the last ones, or who were meant by "the two sides" since; not where two men were
 * named just before.                                                                                                 */
static bool two_between(np_parser *p, actor_mention *m)
{
    enum { LAST = 8 };
    uint32_t from = some_sentences_back(p, LAST), near = some_sentences_back(p, 1);
    const actor_mention *man = NULL;
    for (uint32_t i = 0; i + 1 < p->list.n && i < REACH; i++) {
        const actor_mention *b = np_back(p, i), *a = np_back(p, i + 1);
        if (b->first < from || (b->first >= near && are_two_men(b, &man)))
            return false;
        bool pair = a->first >= from && is_pair(p, a, b, true) && is_between(p, a);
        if (pair &&
            a->place_like) /* "between Russia and France": states, or places on a road */
            return false;
        bool again = b->pair && is_between(p, &p->list.v[b->pair - 1]);
        if (again)
            same_two(b, m);
        else if (pair)
            take_two(p, i, m);
        if (again || pair)
            return true;
    }
    return false;
}

/* "The army and the movement": the last two that "and" joins, nothing between them; no bodies where people were named
 * since.  Of two states, where states are meant.                                                                     */
static bool joined_two(np_parser *p, bool states, actor_mention *m)
{
    uint32_t from = some_sentences_back(p, NEAR);
    for (uint32_t i = 0; i + 1 < p->list.n && i < REACH; i++) {
        const actor_mention *b = np_back(p, i), *a = np_back(p, i + 1);
        if (a->first < from)
            return false;
        states = states || b->kind == ACTOR_PERSON || b->kind == ACTOR_OFFICE;
        bool lands = a->kind == ACTOR_STATE && b->kind == ACTOR_STATE &&
                     !str_eq(b->a.country, a->a.country);
        if (!is_pair(p, a, b, false) || (states && !lands))
            continue;
        take_two(p, i, m);
        return true;
    }
    return false;
}

/* Two between whom something is; two who met; people of two states just before; two joined by "and"; people of two states anywhere;
 * two states just before.                                                                                             */
static bool find_two(np_parser *p, bool states, actor_mention *m)
{
    bool whole = p->part->which == WQ_PART_TITLE; /* a headline takes up its text */
    uint32_t near = some_sentences_back(p, NEAR - 1);
    if (!whole && ((!states && two_between(p, m)) || np_who_met(p, m->first, states, m)))
        return true;
    bool here = !whole && last_two(p, true, false, near, m);
    if (!here && joined_two(p, states, m))
        return true;
    if (!here && !last_two(p, true, true, 0, m) &&
        !last_two(p, false, whole, some_sentences_back(p, NEAR), m))
        return false;
    np_set_sectors(p, STR("GOV"), m);
    name_states(p, m);
    return true;
}

bool np_both_sides(np_parser *p, uint32_t at, actor_mention *out)
{
    actor_mention m = { .first = at,
                        .last = at + 1,
                        .kind = ACTOR_GROUP,
                        .plural = true,
                        .definite = true,
                        .rule = "actor.both-sides" };
    const morph_analysis *f = morph_as(&p->part->token[at], LEX_FUNCTION, -1);
    bool states =
        f && str_eq(lex_cell(p->lex, LEX_FUNCTION, f->entry.row, "value"), STR("states"));
    if (two_sides(p, at, &m)) {
        np_set_sectors(p, STR("GOV"), &m);
        name_states(p, &m);
    } else {
        m.last = at + 1;
        if (!find_two(p, states, &m) && !np_two_ahead(p, at + 1, &m))
            return false;
    }
    *out = m;
    return true;
}
