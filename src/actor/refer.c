/* Mentions that refer back: "his counterpart", "his country", "the two sides", a bare office, a surname. */
#include "actor/np.h"
#include "script/letters.h"

enum { REACH = 300 }; /* how many mentions back: keeps the work linear in long texts */

bool np_is_somebody(const actor_mention *m)
{
    return m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE;
}

bool np_is_state_code(wq_str country)
{
    static const char codes[][4] = { "UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC" };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (str_eq(country, (wq_str){ codes[i], sizeof *codes - 1 }))
            return false;
    return country.p != NULL;
}

/* The nth mention back from the end, those of the document's other part behind this one's; NULL where there are no more. */
const actor_mention *np_back(const np_parser *p, uint32_t nth)
{
    if (nth < p->list.n)
        return &p->list.v[p->list.n - 1 - nth];
    nth -=
        p->list
            .n; /* the other part from its beginning: a headline takes up what the text says first */
    return p->other && nth < p->other->n && nth < REACH ? &p->other->v[nth] : NULL;
}

const actor_mention *np_last_somebody(const np_parser *p, bool of_state)
{
    const actor_mention *m;
    for (uint32_t i = 0; i < REACH && (m = np_back(p, i)) != NULL; i++)
        if (np_is_somebody(m) && (!of_state || np_is_state_code(m->a.country)))
            return m;
    return NULL;
}

bool np_is_known_here(const np_parser *p, wq_str id)
{
    const actor_mention *m;
    for (uint32_t i = 0; i < REACH && (m = np_back(p, i)) != NULL; i++)
        if (m->kind == ACTOR_PERSON && str_eq(m->a.id, id))
            return true;
    return false;
}

bool np_is_country_here(const np_parser *p, wq_str country)
{
    const actor_mention *m;
    for (uint32_t i = 0; i < REACH && (m = np_back(p, i)) != NULL; i++)
        if (str_eq(m->a.country, country))
            return true;
    return false;
}

uint32_t np_nationality_after(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u;
    if (!np_nisba_at(p, at, &u))
        return at;
    np_set_country(p, &u, m);
    return u.last;
}

void np_copy_office(const actor_mention *from, actor_mention *to)
{
    to->office = from->office;
    to->a.role = from->a.role;
    to->a.sector = from->a.sector;
    to->a.sectors = from->a.sectors;
    to->a.n_sectors = from->a.n_sectors;
}

/* ---- states ---- */

/* "A Russian official", "the source": told as one, though no office. */
static bool is_one_man(const actor_mention *m)
{
    return m->kind == ACTOR_GROUP && !m->plural && !m->fem;
}

/* The mention that ends, or begins, at token `at`: somebody of a state whom no preposition governs. */
static const actor_mention *somebody_at(const np_parser *p, uint32_t at, bool ends)
{
    const actor_mention *m;
    for (uint32_t i = 0; i < p->list.n && (m = np_back(p, i))->first >= p->sentence_first;
         i++)
        if ((ends ? m->last : m->first) == at)
            return (np_is_somebody(m) || is_one_man(m)) && np_is_state_code(m->a.country) &&
                           !(m->clitics & MORPH_PREPOSITION)
                       ? m
                       : NULL;
    return NULL;
}

static uint32_t sentence_at(const text_part *part, uint32_t at)
{
    uint32_t lo = 0, hi = part->n_sentences;
    while (hi - lo > 1) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (part->sentence[mid].first <= at)
            lo = mid;
        else
            hi = mid;
    }
    return lo;
}

/* The first token of the sentence that token `at` stands in. */
uint32_t np_sentence_of(const text_part *part, uint32_t at)
{
    return part->n_sentences ? part->sentence[sentence_at(part, at)].first : 0;
}

uint32_t np_sentence_end(const text_part *part, uint32_t at)
{
    return part->n_sentences ? part->sentence[sentence_at(part, at)].last : part->n_tokens;
}

/* The first of the sentence, else of the one before: its subject, as likely as not. */
static const actor_mention *first_somebody(const np_parser *p)
{
    const actor_mention *m, *first = NULL;
    uint32_t from = p->sentence_first;
    for (uint32_t i = 0; i < p->list.n && i < REACH && (m = np_back(p, i)) != NULL; i++) {
        if (m->first < from && first)
            break;
        if (m->first < from)
            from = np_sentence_of(p->part, m->first);
        if ((np_is_somebody(m) || is_one_man(m)) && np_is_state_code(m->a.country))
            first = m;
    }
    return first;
}

/* "بلاده" is a man's country, and no state's. */
static bool may_have_country(const np_parser *p, uint32_t at, const actor_mention *m)
{
    bool hers = str_ends(p->part->token[at].form, STR(AR_HEH AR_ALEF));
    return m && m->kind != ACTOR_STATE && (hers || !m->fem);
}

/* "خلاله", "فيها": a pronoun on such a preposition. */
static bool is_in_it(const np_parser *p, uint32_t at)
{
    const morph_word *w = at < p->part->n_tokens ? p->part->token[at].morph : NULL;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_FUNCTION && (w->v[i].clitics & MORPH_PRONOUN) &&
            str_listed(STR("khilal|fi"), '|',
                       lex_cell(p->lex, LEX_FUNCTION, w->v[i].entry.row, "value")))
            return true;
    return false;
}

/* "A call from the chancellor, (who) expressed during it": whoever stands behind "from" right before such a verb, which ends at
 * token `behind`.                                                                                                    */
static const actor_mention *caller(const np_parser *p, uint32_t behind)
{
    if (behind < 2 || !is_in_it(p, behind))
        return NULL;
    const actor_mention *m =
        somebody_at(p, behind - (np_is_comma(p, behind - 2) ? 2 : 1), true);
    int64_t from = m && m->first ? np_function_row(p, m->first - 1, STR("prep")) : -1;
    return from >= 0 && str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)from, "value"),
                               STR("min"))
               ? m
               : NULL;
}

/* Who acts at token `at`: the subject of the nearest verb before it that shows one, behind "who" the one before. */
static const actor_mention *who_acts(const np_parser *p, uint32_t at)
{
    for (uint32_t i = at; i > p->sentence_first; i--) {
        const morph_analysis *verb =
            morph_as(&p->part->token[i - 1], LEX_VERB, LEX_VERBFORM);
        bool noun = i == at && morph_as(&p->part->token[i - 1], LEX_VERB, LEX_MASDAR);
        if (!verb || noun) /* "(his country's) refusal" */
            continue;
        if (i > 1 && np_word_kind(p, i - 2, STR("rel")))
            return np_last_somebody(p, true);
        const actor_mention *m = somebody_at(p, i, false);
        if (!m && !(verb->clitics & (MORPH_WA | MORPH_FA)))
            m = somebody_at(p, i - 1, true);
        m = m ? m : caller(p, i);
        if (may_have_country(p, at, m))
            return m;
    }
    const actor_mention *first = first_somebody(p);
    return may_have_country(p, at, first) ? first : np_last_somebody(p, true);
}

/* "بلاده": the state of whoever acts. */
bool np_own_country(np_parser *p, uint32_t at, actor_mention *out)
{
    if (str_ends(p->part->token[at].norm, STR(AR_TEH_MARBUTA)))
        return false; /* a town, "بلدة" */
    const actor_mention *of = who_acts(p, at);
    int64_t row = of ? lex_row_by_id(p->lex, LEX_COUNTRY, of->a.country) : -1;
    if (row < 0)
        return false;
    actor_mention m = { .first = at, .last = at + 1, .rule = "actor.own-country" };
    np_unit u = { .last = at + 1, .table = LEX_COUNTRY, .row = (uint32_t)row };
    np_fill_state(p, &u, &m);
    m.rule = "actor.own-country";
    m.place_like = false;
    *out = m;
    return true;
}

/* Whoever was named last. */
static bool last_he(np_parser *p, uint32_t at, actor_mention *out)
{
    const actor_mention *of = np_last_somebody(p, false);
    if (!of)
        return false;
    *out = *of;
    out->first = out->name_first = out->name_last = at;
    out->last = at + 1;
    return true;
}

/* The last woman, state or body that agrees like one. */
static bool last_she(np_parser *p, uint32_t at, actor_mention *out)
{
    const actor_mention *m;
    for (uint32_t i = 0; i < REACH && (m = np_back(p, i)) != NULL; i++)
        if (m->a.country.p && !m->plural && (m->kind == ACTOR_STATE || m->fem)) {
            *out = *m;
            out->first = out->name_first = out->name_last = at;
            out->last = at + 1;
            return true;
        }
    return false;
}

/* "وأكد الأخير": behind a verb or "that", where it can be no adjective.  "الأخيرة" is a woman, a state or a body. */
static bool the_latter(np_parser *p, uint32_t at, actor_mention *out)
{
    bool hers = str_ends(p->part->token[at].form, STR(AR_HEH));
    bool noun_before =
        at == 0 || !(morph_as(&p->part->token[at - 1], LEX_VERB, LEX_VERBFORM) ||
                     np_word_kind(p, at - 1, STR("comp")));
    if (noun_before || !(hers ? last_she(p, at, out) : last_he(p, at, out)))
        return false;
    out->rule = "actor.latter";
    out->sure = 80;
    return true;
}

bool np_name_state(np_parser *p, wq_str country, wq_actor *a)
{
    int64_t row = lex_row_by_id(p->lex, LEX_COUNTRY, country);
    if (row < 0)
        return false;
    a->id = lex_cell(p->lex, LEX_COUNTRY, (uint32_t)row, "id");
    a->name = lex_cell(p->lex, LEX_COUNTRY, (uint32_t)row, "name");
    a->country =
        a->id; /* a cell, which ends with a zero byte; `country` may be a piece of one */
    return true;
}

/* "المملكة": of the states it can be, the one that the text names; which, where none is yet, is settled with all of it. */
static bool this_state(np_parser *p, uint32_t at, actor_mention *out)
{
    const morph_analysis *f = morph_as(&p->part->token[at], LEX_FUNCTION, -1);
    np_unit u = np_unit_at(p, at);
    if (!f || (u.table != LEX_TABLES && u.last > at + 1))
        return false;
    wq_str states = lex_cell(p->lex, LEX_FUNCTION, f->entry.row, "value");
    actor_mention m = { .first = at,
                        .last = at + 1,
                        .kind = ACTOR_STATE,
                        .fem = true,
                        .definite = true,
                        .place_like = true,
                        .states = states,
                        .rule = "actor.this-state" };
    np_set_sectors(p, STR("GOV"), &m);
    if (np_name_state(p, states, &m.a)) /* it can be one only */
        m.states = (wq_str){ NULL, 0 };
    *out = m;
    return true;
}

static uint16_t proclitics(np_parser *p, uint32_t at)
{
    const morph_word *w = p->part->token[at].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_FUNCTION)
            return w->v[i].clitics & (uint16_t)~MORPH_AL;
    return 0;
}

bool np_refer(np_parser *p, uint32_t at, actor_mention *out)
{
    bool found = false;
    if (np_word_kind(p, at, STR("np_counterpart")))
        found = np_counterpart(p, at, out);
    else if (np_word_kind(p, at, STR("np_counterparts")))
        found = np_counterparts(p, at, out);
    else if (np_word_kind(p, at, STR("np_own_country")))
        found = np_own_country(p, at, out);
    else if (np_word_kind(p, at, STR("np_his_highness")))
        found = np_his_highness(p, at, out);
    else if (np_word_kind(p, at, STR("np_latter")))
        found = the_latter(p, at, out);
    else if (np_word_kind(p, at, STR("np_this_state")))
        found = this_state(p, at, out);
    else if (np_word_kind(p, at, STR("np_both_sides")))
        found = np_both_sides(p, at, out);
    else if (np_word_kind(p, at, STR("np_states")))
        found = np_several(p, at, out);
    else if (np_word_kind(p, at, STR("np_this_group")))
        return np_this_group(p, at, out);
    if (found)
        out->clitics = proclitics(p, at);
    return found || np_one_of_two(p, at, out);
}

/* ---- the same again ---- */

static void copy_identity(const actor_mention *from, actor_mention *to)
{
    to->a.id = from->a.id;
    to->a.name = from->a.name;
    to->a.country = from->a.country;
    to->owner = from->owner;
    if (to->a.n_sectors == 0 || !str_eq(to->office, from->office))
        np_copy_office(from, to);
}

/* Of a common noun, or of many in one office: "the ministers" behind "the foreign ministers of the Union". */
static bool is_of_many_or_noun(const actor_mention *before)
{
    return before->agent || (before->kind == ACTOR_OFFICE && before->plural);
}

/* "the planes", "the soldiers" behind "Israeli forces": what belongs to the force of a state that has just been told of, where there is
 * one alone.                                                                                                          */
static void link_arm(np_parser *p, actor_mention *m)
{
    enum { NEAR = 40 }; /* tokens */
    const actor_mention *before, *force = NULL;
    bool arm = m->agent && m->plural && m->last == m->first + 1 &&
               np_has_article(&p->part->token[m->first]) &&
               !(np_is_word(p, m->last) && np_has_article(&p->part->token[m->last])) &&
               lex_in_group(p->lex, STR("arm_of_force"),
                            lex_cell(p->lex, LEX_AGENT, m->agent - 1, "id"));
    for (uint32_t i = 0; arm && i < p->list.n && (before = np_back(p, i)) != NULL; i++) {
        if (before->first + NEAR < m->first)
            break;
        if (!str_eq(before->a.sector, STR("MIL")) || !np_is_state_code(before->a.country))
            continue;
        if (force && !str_eq(force->a.country, before->a.country))
            return;
        force = before;
    }
    if (!force || m->a.country.p)
        return;
    m->a.country = force->a.country;
    m->rule = "actor.arm-of-force";
    m->sure = 80;
}

/* "Dozens of journalists" are nobody who was told of before. */
static bool is_counted(const np_parser *p, const actor_mention *m)
{
    const morph_analysis *crowd =
        m->plural && m->first > 0 ? morph_as(&p->part->token[m->first - 1], LEX_AGENT, -1)
                                  : NULL;
    return crowd &&
           str_eq(lex_cell(p->lex, LEX_AGENT, crowd->entry.row, "id"), STR("ag_crowd"));
}

/* "the regime" after "the Assad regime": the same word, now without its country. */
static void link_group(np_parser *p, actor_mention *m)
{
    const actor_mention *before, *named = np_named_before(p, m);
    bool the = named || ((m->definite || np_has_article(&p->part->token[m->first])) &&
                         !is_counted(p, m));
    uint64_t head = np_head_bits(p, m);
    for (uint32_t i = 0; i < REACH && the && (before = np_back(p, i)) != NULL; i++) {
        if (before == named) {
            np_take_named(p, named, m);
            return;
        }
        bool called = is_of_many_or_noun(before) && i < p->list.n &&
                      np_may_be_called(p, i, head) && np_same_head(p, before, m);
        bool alike = before->agent == m->agent && /* no unionists of a "European union" */
                     (!before->a.country.p || np_is_state_code(before->a.country) ||
                      i >= p->list.n || np_same_noun(p, before, m));
        if (!(called || alike) || !(before->a.country.p || before->a.id.p) ||
            before->country2.p)
            continue;
        m->a.country = before->a.country;
        m->a.id = before->a.id;
        m->rule = "actor.group-again";
        return;
    }
    link_arm(p, m);
}

/* "the minister" takes up any minister. */
static bool is_office_meant(wq_str before, wq_str now)
{
    return str_eq(before, now) ||
           (str_eq(now, STR("minister")) && str_ends(before, STR("_minister")));
}

/* Behind "the foreign minister of Qatar" in the same sentence, "the foreign minister" is another, if there is one. */
static const actor_mention *same_office(const np_parser *p, const actor_mention *m)
{
    const actor_mention *before, *here = NULL;
    for (uint32_t i = 0; i < REACH && (before = np_back(p, i)) != NULL; i++) {
        if (!np_is_somebody(before) || !before->a.country.p || !before->office.p ||
            !is_office_meant(before->office, m->office))
            continue;
        if (i >= p->list.n || before->first < p->sentence_first)
            return here && before->a.id.p && str_eq(before->a.id, here->a.id) ? here
                                                                              : before;
        here = here ? here : before;
    }
    return here;
}

/* Somebody nobody listed, by the same name as before: what was told of him then holds. */
static void link_name(np_parser *p, actor_mention *m)
{
    wq_str name = lex_key(p->mem, m->a.name);
    const actor_mention *b;
    for (uint32_t i = 0; i < REACH && (b = np_back(p, i)) != NULL; i++) {
        if (b->kind != ACTOR_PERSON || b->a.id.p || !b->a.country.p || !b->a.name.p ||
            !str_eq(lex_key(p->mem, b->a.name), name))
            continue;
        m->a.country = b->a.country;
        np_copy_office(b, m);
        m->rule = "actor.name-again";
        return;
    }
}

static bool is_former(const np_parser *p, const actor_mention *m)
{
    for (uint32_t i = m->first; i <= m->last && i < p->part->n_tokens; i++)
        if (np_word_kind(p, i, STR("np_not_in_office")))
            return true;
    return false;
}

static bool is_single_office(const lexicon *lex, wq_str office)
{
    int64_t row = lex_row_by_id(lex, LEX_OFFICE, office);
    return row >= 0 &&
           !str_eq(lex_cell(lex, LEX_OFFICE, (uint32_t)row, "single"), STR("0"));
}

/* "the Iranian minister", "the Spanish foreign minister", without his name: the one of his state whom the text has named; not a former one. */
static bool is_bare_office(const np_parser *p, const actor_mention *m)
{
    enum { SHORT = 2, LONG = 5 };
    if (m->kind != ACTOR_OFFICE || !m->office.p || m->plural || m->second ||
        m->country2.p || m->a.id.p || m->a.name.p || is_former(p, m))
        return false;
    uint32_t words = m->last - m->first;
    return (np_has_article(&p->part->token[m->first]) && words <= SHORT) ||
           (is_single_office(p->lex, m->office) && words <= LONG);
}

static void link_holder(const np_parser *p, actor_mention *m)
{
    const actor_mention *b;
    for (uint32_t i = 0; i < REACH && (b = np_back(p, i)) != NULL; i++)
        if (np_is_somebody(b) && b->a.name.p && b->office.p &&
            str_eq(b->a.country, m->a.country) && is_office_meant(b->office, m->office) &&
            !(i < p->list.n && is_former(p, b))) {
            copy_identity(b, m);
            m->rule = "actor.office-again";
            m->sure = 80;
            return;
        }
}

/* "the Palestinian women and children": a nationality in the plural behind the last of several groups is that of all. */
static void share_nationality(np_parser *p, const actor_mention *m)
{
    np_unit u;
    bool several = m->kind == ACTOR_GROUP && (m->clitics & MORPH_WA) && m->a.country.p &&
                   m->last > m->first + 1 && np_nisba_at(p, m->last - 1, &u) &&
                   u.last == m->last && (u.feats & LEX_F_PLUR);
    uint32_t first = m->first;
    for (uint32_t i = p->list.n; several && i > 0; i--) {
        actor_mention *b = &p->list.v[i - 1];
        if (b->last != first || b->kind != ACTOR_GROUP || b->a.country.p || b->a.id.p ||
            !str_eq(b->a.sector, m->a.sector) || b->last != b->first + 1)
            return;
        b->a.country = m->a.country;
        first = b->first;
    }
}

/* "government", "soldiers" without article, of nobody so far: a genitive can follow. */
static bool is_open_noun(const np_parser *p, const actor_mention *b)
{
    wq_str form = p->part->token[b->first].form;
    bool of_nobody = !b->a.country.p && !b->a.id.p && !b->owner.p;
    return b->kind == ACTOR_GROUP && b->last == b->first + 1 && !b->definite && of_nobody &&
           !(b->clitics & MORPH_PRONOUN) && !np_has_article(&p->part->token[b->first]) &&
           !str_ends(form, STR(AR_ALEF)) && !str_ends(form, STR(AR_WAW AR_NOON)) &&
           !str_ends(form, STR(AR_YEH AR_NOON));
}

/* "to the government and people of Colombia": a noun without article before another joined to it has its genitive. */
static void share_genitive(np_parser *p, const actor_mention *m)
{
    actor_mention *b = p->list.n ? &p->list.v[p->list.n - 1] : NULL;
    bool owned = m->kind == ACTOR_GROUP && m->a.country.p && !m->country2.p &&
                 m->last > m->first + 1 && !np_has_article(&p->part->token[m->first]);
    if (!b || !owned || b->last != m->first || !(m->clitics & MORPH_WA) ||
        !is_open_noun(p, b))
        return;
    b->a.country = m->a.country;
    b->rule = "actor.joined";
}

/* "received the Egyptian minister and the delegation accompanying him": of the country of who stands right before. */
static bool link_escort(np_parser *p, actor_mention *m)
{
    const actor_mention *b = p->list.n ? &p->list.v[p->list.n - 1] : NULL;
    bool escort = m->kind == ACTOR_GROUP && !m->a.country.p && m->agent &&
                  np_agent_is(p, m->agent - 1, STR("delegation")) &&
                  (np_word_kind(p, m->last, STR("np_escort")) ||
                   np_word_kind(p, m->last - 1, STR("np_escort")));
    if (!escort || !b || b->first < p->sentence_first || !np_is_somebody(b) ||
        !b->a.country.p || b->second || b->country2.p)
        return false;
    m->a.country = b->a.country;
    m->rule = "actor.escort";
    m->sure = 90;
    return true;
}

void np_link(np_parser *p, actor_mention *m)
{
    np_most_of_them(p, m);
    share_nationality(p, m);
    share_genitive(p, m);
    if (link_escort(p, m))
        return;
    if (m->kind == ACTOR_PERSON && !m->a.id.p && !m->a.country.p && m->a.name.p)
        link_name(p, m);
    if (m->clitics & MORPH_PRONOUN)
        np_link_owned(p, m);
    else if (m->kind == ACTOR_GROUP && !m->a.country.p && !m->owner.p)
        link_group(p, m);
    np_link_sent(p, m);
    np_link_envoy(p, m);
    if (m->a.country.p && is_bare_office(p, m))
        link_holder(p, m);
    if (m->kind != ACTOR_OFFICE || m->a.country.p || !m->office.p || m->plural)
        return;
    const actor_mention *before = same_office(p, m);
    if (!before)
        return;
    copy_identity(before, m);
    m->rule = "actor.office-again";
    m->sure = 80;
}
