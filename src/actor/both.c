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

/* A party to something: a state, a body, a movement. */
static bool is_party(const actor_mention *m)
{
    return (m->kind == ACTOR_STATE || m->kind == ACTOR_ORG || m->kind == ACTOR_GROUP) &&
           (m->a.country.p || m->a.id.p) && !m->second && !m->country2.p;
}

static bool is_same(const actor_mention *a, const actor_mention *b)
{
    return str_eq(a->a.id, b->a.id) && str_eq(a->a.country, b->a.country);
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
        bool pair = (b->clitics & MORPH_WA) && a->last == b->first && is_party(a) &&
                    is_party(b) && !is_same(a, b) && !(a->place_like && is_where(p, a));
        bool lands = a->kind == ACTOR_STATE && b->kind == ACTOR_STATE &&
                     !str_eq(a->a.country, b->a.country);
        if (!pair || (states && !lands))
            continue;
        wq_actor *second = ARENA_NEW(p->mem, wq_actor);
        *second = b->a;
        m->a = a->a;
        m->second = second;
        m->sure = 80;
        return true;
    }
    return false;
}

/* People of two states just before; two joined by "and"; people of two states anywhere; two states just before. */
static bool find_two(np_parser *p, bool states, actor_mention *m)
{
    bool whole = p->part->which == WQ_PART_TITLE; /* a headline takes up its text */
    uint32_t near = some_sentences_back(p, NEAR - 1);
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
