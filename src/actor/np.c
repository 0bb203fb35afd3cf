/* The noun phrases that name actors:
 *
 *   phrase = title* person | title* office modifiers [name] | state | organisation modifiers
 *          | group modifiers [name] | phrase [,] apposition
 *
 * Descent by hand: one function a line, each taking the position and giving back the next; 0 where it fails. */
#include "actor/np.h"
#include "script/letters.h"

/* ---- offices ---- */

bool np_is_open(const np_parser *p, uint32_t last)
{
    return !np_has_article(&p->part->token[last - 1]);
}

/* A noun that may be the genitive of an open head: "رئيس النادي". */
bool np_is_genitive(np_parser *p, uint32_t at)
{
    if (!np_is_word(p, at))
        return false;
    const text_token *t = &p->part->token[at];
    if (morph_as(t, LEX_VERB, LEX_VERBFORM) && !np_has_article(t))
        return false;
    const morph_analysis *f = morph_as(t, LEX_FUNCTION, -1);
    return !(f && f->clitics == 0) && !np_is_given(p, at);
}

static bool is_single(const np_parser *p, int64_t office)
{
    return office >= 0 &&
           !str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)office, "single"), STR("0"));
}

/* Head of a club, a company, a committee: no office of a state. */
static void demote(actor_mention *m)
{
    m->office = m->a.role = m->a.sector = (wq_str){ NULL, 0 };
    m->a.sectors = NULL;
    m->a.n_sectors = 0;
    m->rule = "actor.head";
}

/* "مبعوث الرئيس بوتين": the name of him whom the last word of the office means; where it ends, or `at`. */
static uint32_t own_master(np_parser *p, const np_unit *u, uint32_t at, actor_mention *m)
{
    np_unit who = np_unit_at(p, at);
    if (u->last < m->first + 2 || who.clitics || !np_is_person_row(p, &who))
        return at;
    np_unit master = np_unit_at(p, u->last - 1);
    if (master.table != LEX_OFFICE || master.last != u->last || master.clitics ||
        !np_holds(p, lex_cell(p->lex, LEX_ACTOR, who.row, "id"),
                  lex_cell(p->lex, LEX_OFFICE, master.row, "id")))
        return at;
    np_set_country(p, &who, m);
    return who.last;
}

/* "رئيس شرطة دبي", "رئيس مجلس الحركة": of a body that is no state's, and so no president. */
static void demote_of_body(np_parser *p, const np_unit *u, uint32_t end, actor_mention *m)
{
    np_unit of = np_unit_at(p, u->last);
    wq_str sector = of.table == LEX_AGENT ? lex_cell(p->lex, LEX_AGENT, of.row, "sector")
                                          : (wq_str){ NULL, 0 };
    if (end == u->last || !(m->a.country.p || m->of_body) || of.table != LEX_AGENT ||
        (of.clitics & ~(unsigned)(m->of_body ? MORPH_AL : 0)) || u->last != m->first + 1 ||
        !str_eq(m->office, STR("president")) ||
        (str_eq(sector, STR("GOV")) && !np_agent_is(p, of.row, STR("local"))))
        return;
    demote(m);
    if (sector.n)
        np_set_sectors(p, sector, m);
}

/* "the head of the council, So-and-so": behind a word with the article, of which nobody knows whose it is, where a name follows;
 * its end, or `at`.                                                                                                  */
static uint32_t past_named_seat(np_parser *p, uint32_t at, const actor_mention *m)
{
    actor_mention named = *m;
    bool the = np_has_article(&p->part->token[at]) && np_is_word(p, at + 1);
    return the && np_name_after(p, at + 1, &named) > at + 1 && named.kind == ACTOR_PERSON
               ? at + 1
               : at;
}

/* "رئيس القسم السياسي في السفارة": the head of a part, of whatever state what it is in may be. */
static bool is_in_something(np_parser *p, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++)
        if (np_word_kind(p, i, STR("np_where")))
            return true;
    return false;
}

static uint32_t office_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    np_unit own; /* "the Iranian Guide" is the whole name of an office */
    np_fill_office(p, u, m);
    uint32_t head = np_of_named(p, u, np_own_body(p, u, m), m);
    if (!m->a.country.p && u->last > m->first + 1 && np_nisba_at(p, u->last - 1, &own))
        np_set_country(p, &own, m);
    uint32_t at = np_modifiers(p, np_ministry(p, head, m), m);
    at = np_portfolio(p, np_what_seat_for(p, m->first, u, at), m);
    at = np_of_own_country(p, at, m);
    demote_of_body(p, u, at, m);
    at = own_master(p, u, at, m);
    if (at == head && m->a.country.p && is_single(p, u->row))
        at = np_state_of_named(p, at, m); /* the same name in another state */
    if (!m->a.country.p && !m->owner.p) {
        at = np_complement(p, at, m);
        if (!m->a.country.p)
            at = np_own_name(p, at, m);
        if (!m->a.country.p && at == u->last && np_is_open(p, u->last) &&
            is_single(p, u->row) && np_is_genitive(p, at)) {
            demote(m);
            at = past_named_seat(p, at, m);
        }
    }
    if (m->a.country.p && str_eq(m->office, STR("president")) &&
        is_in_something(p, u->last, at))
        demote(m);
    uint32_t next = np_name_after(p, at, m);
    if (m->kind != ACTOR_PERSON)
        next = np_more_offices(p, at, m);
    return m->kind == ACTOR_PERSON ? np_appositions(p, next, m) : at;
}

/* ---- people and organisations ---- */

/* A surname that is a word of the language, or one of many people's, counts for him who is in office or was named in full. */
static bool surname_counts(np_parser *p, uint32_t at, const np_unit *u)
{
    if (u->last != at + 1)
        return true;
    if (at > 0 && np_is_given(p, at - 1))
        return false; /* somebody else of that surname */
    if (np_is_given(p, at) && np_name_run(p, at, 2) > u->last)
        return false; /* of that given name */
    bool doubtful = np_has_article(&p->part->token[at]) || np_is_word_too(p, at, LEX_ACTOR);
    if (!doubtful)
        return true;
    wq_str id = lex_cell(p->lex, LEX_ACTOR, u->row, "id");
    if (np_is_known_here(p, id))
        return true;
    wq_str office = np_office_of(p, id);
    bool single = is_single(p, office.p ? lex_row_by_id(p->lex, LEX_OFFICE, office) : -1);
    np_unit next = { .table = LEX_TABLES };
    if (np_is_word(p, at + 1))
        next = np_unit_at(p, at + 1);
    bool described =
        np_is_word(p, at + 1) && str_starts(p->part->token[at + 1].form, STR(AR_AL)) &&
        !np_belongs(&next) && next.table != LEX_OFFICE; /* "(visits) Zarif Kuwait" */
    return single && !described;
}

/* "منطقة «الفاو»": a place by that name. */
static bool is_behind_kind_of_place(const np_parser *p, uint32_t at)
{
    uint32_t i = at > 0 && np_is_quote(p, at - 1) ? at - 1 : at;
    return i > 0 && np_is_kind_of_place(p, i - 1) &&
           !np_has_article(&p->part->token[i - 1]);
}

/* "القاعدة" behind "قاعدة العند": the noun has been told of, and the organisation of that name has not. */
static bool is_noun_told(np_parser *p, uint32_t at, const np_unit *u)
{
    enum { REACH = 300 };
    wq_str form = p->part->token[at].form;
    if (!np_has_article(&p->part->token[at]))
        return false;
    ptrdiff_t article = str_find(form, STR(AR_AL));
    wq_str bare = article < 0 ? form : str_sub(form, (size_t)article + 4, form.n);
    wq_str id = lex_cell(p->lex, LEX_ACTOR, u->row, "id");
    for (uint32_t i = 0; i < p->list.n; i++)
        if (str_eq(np_back(p, i)->a.id, id))
            return false;
    for (uint32_t i = at; i > 0 && at - i < REACH; i--)
        if (str_eq(p->part->token[i - 1].form, bare))
            return true;
    return false;
}

/* A deed, a thing or people of our own lists, whatever else the word is. */
static bool is_noun_of_ours(const np_parser *p, const lex_entry *e)
{
    if (e->table == LEX_AGENT)
        return !np_agent_is(p, e->row, STR("adj"));
    if (e->table == LEX_NOUN)
        return !str_eq(lex_cell(p->lex, LEX_NOUN, e->row, "kind"), STR("adjective"));
    return e->table == LEX_VERB && e->form == LEX_MASDAR;
}

/* Words that say how something is; what is only a noun is the object: "رفض الليكود الاتفاق". */
static bool may_describe(const np_parser *p, uint32_t at)
{
    const text_token *org = &p->part->token[at], *t = org + 1;
    bool she = str_ends(t->form, STR(AR_HEH)), noun = false, adjective = false;
    if (she && np_has_article(org) && !str_ends(org->form, STR(AR_HEH)))
        return false;
    if (np_function_row(p, at + 1, STR("np_modifier")) >= 0)
        return true;
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        noun = noun || is_noun_of_ours(p, e);
        adjective = adjective || e->form == LEX_ACTIVE || e->form == LEX_PASSIVE ||
                    (e->table == LEX_STEM &&
                     str_eq(lex_cell(p->lex, LEX_STEM, e->row, "pos"), STR("adjective")));
    }
    return !noun && (adjective || !t->morph->known || str_ends(t->form, STR(AR_YEH)) ||
                     str_ends(t->form, STR(AR_YEH AR_HEH)));
}

/* "القاعدة المادية", "القاعدة الأمريكية": an organisation named by a common word takes no adjectives but its own nationality. */
static bool organisation_counts(np_parser *p, uint32_t at, const np_unit *u)
{
    np_unit nisba;
    if (u->last == at + 1 && (is_behind_kind_of_place(p, at) || is_noun_told(p, at, u)))
        return false;
    if (u->last != at + 1 || !np_is_word(p, u->last) || !np_is_word_too(p, at, LEX_ACTOR))
        return true;
    if (!np_has_article(&p->part->token[u->last]) ||
        !str_starts(p->part->token[u->last].form, STR(AR_AL)) || !may_describe(p, at))
        return true;
    wq_str country = lex_cell(p->lex, LEX_ACTOR, u->row, "country");
    return np_nisba_at(p, u->last, &nisba) &&
           str_eq(lex_cell(p->lex, LEX_COUNTRY, nisba.row, "id"), country);
}

static uint32_t organisation_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    wq_str country = m->a.country;
    m->a.country = (wq_str){ NULL, 0 };
    uint32_t end = np_modifiers(p, u->last, m);
    if (m->a.country.p && p->nisba && country.p && !str_eq(country, m->a.country) &&
        np_is_state_code(country)) {
        m->a.id = m->a.name = (wq_str){ NULL, 0 }; /* the same name in another country */
        return end;
    }
    m->a.country = country.p ? country : m->a.country;
    m->country2 = (wq_str){ NULL, 0 };
    return end;
}

static uint32_t actor_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    bool person = np_is_person_row(p, u);
    if (person ? !surname_counts(p, m->first, u) : !organisation_counts(p, m->first, u))
        return 0;
    m->name_first = m->first;
    m->name_last = u->last;
    np_fill_actor(p, u, m);
    if (!person)
        return organisation_phrase(p, u, m);
    m->name_last = np_name_chain(p, u->last);
    return np_appositions(p, np_skip_quote(p, m->name_last), m);
}

/* ---- groups, titles ---- */

/* "أهالي الرهائن الإسرائيليين": whose families they are, and so of what country. */
static uint32_t kin_of(np_parser *p, const np_unit *head, uint32_t at, actor_mention *m)
{
    if (at != head->last || !np_is_open(p, at) || !np_is_word(p, at) ||
        !np_agent_is(p, head->row, STR("kin")))
        return at;
    np_unit u = np_unit_at(p, at);
    if (u.table != LEX_AGENT || (u.clitics & ~(unsigned)MORPH_AL) ||
        !np_has_article(&p->part->token[at]))
        return at;
    actor_mention of = { .first = at, .last = u.last };
    np_fill_group(p, &u, &of);
    uint32_t end = np_modifiers(p, u.last, &of);
    m->a.country = of.a.country;
    return end;
}

/* "مجموعة من المسلحين": a group that is nothing but those in it. */
static bool is_some_of_people(np_parser *p, const np_unit *u)
{
    if (!np_agent_is(p, u->row, STR("nisba")) ||
        !np_word_kind(p, u->last, STR("np_origin")))
        return false;
    np_unit who = np_unit_at(p, u->last + 1);
    return who.table == LEX_AGENT && (who.clitics & ~(unsigned)MORPH_AL) == 0 &&
           np_agent_is(p, who.row, STR("role"));
}

/* "نائب نقيب المعلمين": who stands in for the holder of an office has the body that is of, and a name of his own. */
static uint32_t deputy_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    np_unit of = np_unit_at(p, u->last);
    if (!np_agent_is(p, u->row, STR("deputy")) || (u->feats & LEX_F_PLUR) ||
        !np_is_open(p, u->last) || of.table != LEX_OFFICE || of.clitics ||
        np_has_article(&p->part->token[u->last]))
        return 0;
    actor_mention chief = { .first = u->last };
    np_fill_office(p, &of, &chief);
    uint32_t end = np_modifiers(p, np_own_body(p, &of, &chief), &chief);
    if (!chief.a.country.p && !chief.owner.p)
        end = np_complement(p, end, &chief);
    np_fill_group(p, u, m);
    m->a.country = chief.a.country;
    m->a.sectors = chief.a.sectors;
    m->a.n_sectors = chief.a.n_sectors;
    m->a.sector = chief.a.sector;
    m->definite = true;
    return np_name_after(p, end, m);
}

static uint32_t group_phrase(np_parser *p, const np_unit *u, actor_mention *m);

/* "the foreign ministers of [the member states of the League]": whose they are is a group of states in the genitive. */
static uint32_t of_states(np_parser *p, uint32_t at, actor_mention *m)
{
    if (m->a.country.p || !np_agent_is(p, m->agent - 1, STR("several")) ||
        !np_is_word(p, at))
        return at;
    np_unit u = np_unit_at(p, at);
    if (u.table != LEX_AGENT || (u.clitics & ~(unsigned)MORPH_AL) ||
        !np_has_article(&p->part->token[at]) ||
        !lex_in_group(p->lex, STR("state_groups"),
                      lex_cell(p->lex, LEX_AGENT, u.row, "id")))
        return at;
    actor_mention states = { .first = at };
    uint32_t end = group_phrase(p, &u, &states);
    if (!end)
        return at;
    m->a.country = states.a.country;
    m->definite = true;
    return end;
}

/* Behind the head: "the ministers of foreign affairs and defence, the French ones". */
static uint32_t group_modifiers(np_parser *p, const np_unit *u, actor_mention *m)
{
    uint32_t head = np_unit_number(p, u->last, m);
    if (head > u->last && np_is_open(p, head)) /* "the brigade 35 (shelled) the town" */
        return np_nationality_after(p, head, m);
    uint32_t at = head > m->first + 1 && head == u->last ? np_portfolios(p, head, m) : head;
    at = np_modifiers(p, np_ministry(p, at, m), m);
    uint32_t joined = at > head ? np_portfolios(p, at, m) : at;
    return joined > at ? np_modifiers(p, joined, m) : at;
}

/* Groups of which one thing tells all there is: "the African leaders", "the association «Land and People»"; their end, or 0. */
static uint32_t closed_group(np_parser *p, const np_unit *u, actor_mention *m)
{
    if (np_agent_is(p, u->row, STR("whole"))) {
        m->plural = true;
        m->fem = false;
        return u->last;
    }
    uint32_t quoted = np_quoted_name(p, u->last, m);
    return quoted > u->last ? np_modifiers(p, quoted, m) : 0;
}

/* "a man by the name of So-and-so", "the activist So-and-so"; the end, or `at`. */
static uint32_t named_role(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t called = np_called(p, at, m);
    return called > at ? called : np_name_after(p, at, m);
}

/* "a committee of", "the council of": a body without article or pronoun. */
static bool takes_complement(np_parser *p, const np_unit *u)
{
    return np_is_open(p, u->last) && !(u->clitics & MORPH_PRONOUN) &&
           np_agent_is(p, u->row, STR("body")) && !np_agent_is(p, u->row, STR("nisba"));
}

static uint32_t group_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    uint32_t deputy = deputy_phrase(p, u, m);
    if (is_some_of_people(p, u))
        return 0;
    if (deputy)
        return deputy;
    np_fill_group(p, u, m);
    uint32_t closed = closed_group(p, u, m);
    if (closed)
        return closed;
    uint32_t at = kin_of(p, u, np_of_own_country(p, group_modifiers(p, u, m), m), m);
    at = np_people_of(p, np_second_nisba(p, at, m), m);
    at = np_what_for(p, u, at, m);
    uint32_t own = of_states(p, at, m);
    if (own > at) /* and not of where they are */
        return own;
    bool known = m->a.country.p != NULL;
    at = np_origin(p, at, m);
    if (!known && m->a.country.p)
        p->nisba = true; /* "a force of the Lebanese army", "parties in Sudan" */
    if (!m->a.country.p && !m->owner.p && at == u->last && takes_complement(p, u))
        at = np_complement(p, at, m);
    if (at > own && !m->a.country.p && !str_eq(m->a.sector, STR("GOV")))
        at = np_origin(p, at, m); /* "the unions of teachers in Lebanon" */
    if (at == u->last)
        np_origin_past_noun(p, at, m);
    if (!np_agent_counts(p, at, m))
        return 0;
    return np_agent_is(p, u->row, STR("role")) && !m->plural ? named_role(p, at, m) : at;
}

/* "the Spanish lawyer So-and-so": a nationality between title and name, unless it is a surname itself; what the title tells
 * of him where it is a common noun besides.                                                                          */
static uint32_t titled_name(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit role = { .table = LEX_TABLES };
    actor_mention of = *m;
    uint32_t behind = np_nationality_after(p, at, &of);
    uint32_t next = behind > at ? np_name_after(p, behind, &of) : behind;
    if (behind == at || next == behind)
        return np_name_after(p, at, m);
    *m = of;
    np_agent_at(p, m->first, &role);
    if (role.table == LEX_AGENT && !m->a.n_sectors)
        np_set_sectors(p, lex_cell(p->lex, LEX_AGENT, role.row, "sector"), m);
    return next;
}

/* Titles before a name or an office: the phrase behind them, or nothing. */
static uint32_t titled_phrase(np_parser *p, const np_unit *title, actor_mention *m)
{
    enum {
        MOST = 8
    }; /* nobody has more, and a text of nothing else takes no longer than its length */
    np_unit u = *title;
    uint32_t at = title->last;
    for (uint32_t n = 0; u.table == LEX_TITLE; n++) {
        if (n == MOST)
            return 0;
        at = u.last;
        u = np_unit_at(p, at);
        if (u.clitics)
            return 0;
    }
    if (u.table == LEX_OFFICE) {
        uint32_t first = m->first;
        m->first =
            at; /* what the office says by its place in the phrase, its gender too, no title changes */
        uint32_t end = office_phrase(p, &u, m);
        m->first = first;
        return end;
    }
    uint32_t next = titled_name(p, at, m);
    return next > at ? np_appositions(p, next, m) : 0;
}

/* "العاصمة السعودية": the adjective where it is spelt like the state's name. */
static bool is_nisba_of_capital(np_parser *p, uint32_t at)
{
    np_unit u;
    const morph_analysis *f =
        at ? morph_as(&p->part->token[at - 1], LEX_FUNCTION, -1) : NULL;
    return f && np_nisba_at(p, at, &u) && (u.clitics & MORPH_AL) &&
           str_eq(lex_cell(p->lex, LEX_FUNCTION, f->entry.row, "value"), STR("capital"));
}

static uint32_t state_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    if (np_has_tanween(p, m->first) || is_nisba_of_capital(p, m->first))
        return 0; /* روسياً is "Russian" */
    np_unit seat;
    if (np_seat_meant(p, u, m->first, &seat))
        u = &seat;
    np_fill_state(p, u, m);
    return u->last;
}

/* "the main roads" (الطرق الرئيسة): behind a thing with the article the word alone is no office but an adjective. */
static bool is_main(np_parser *p, uint32_t at, const np_unit *u, uint32_t end)
{
    const text_token *t = at ? &p->part->token[at - 1] : NULL;
    if (!t || !t->morph || end != at + 1 || u->last != end || !np_has_article(t) ||
        !np_word_kind(p, at, STR("np_main")))
        return false;
    bool thing = false, who = false;
    for (uint32_t i = 0; i < t->morph->n; i++) {
        thing = thing || is_noun_of_ours(p, &t->morph->v[i].entry);
        who = who || t->morph->v[i].entry.table == LEX_AGENT;
    }
    return thing && !who;
}

static uint32_t phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    uint32_t first = m->first, end;
    switch (u->table) {
    case LEX_OFFICE:
        end = office_phrase(p, u, m);
        return is_main(p, first, u, end) ? 0 : end;
    case LEX_ACTOR:
        return actor_phrase(p, u, m);
    case LEX_COUNTRY:
    case LEX_METONYM:
        return state_phrase(p, u, m);
    case LEX_AGENT:
        return group_phrase(p, u, m);
    default:
        return titled_phrase(p, u, m);
    }
}

/* "بن", "آل", "عبد". */
static bool is_chain_word(const np_parser *p, uint32_t at, bool son_of_only)
{
    int64_t row = np_function_row(p, at, STR("np_name_part"));
    wq_str id =
        row < 0 ? (wq_str){ NULL, 0 } : lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "id");
    return str_eq(id, STR("ibn")) ||
           (!son_of_only && (str_eq(id, STR("al_clan")) || str_eq(id, STR("abd"))));
}

/* Inside a chain of names ("فيصل بن عبد الله", "آل سعود") nothing begins. */
static bool is_inside_name(np_parser *p, uint32_t at, const np_unit *u)
{
    return (at > 0 && is_chain_word(p, at - 1, false)) ||
           (!np_is_person_row(p, u) && is_chain_word(p, u->last, true));
}

/* "جامعة الملك سعود", "مطار رفيق الحريري". */
static bool is_name_of_thing(np_parser *p, uint32_t at, const actor_mention *m)
{
    if (at == 0 || (m->kind != ACTOR_PERSON && m->kind != ACTOR_OFFICE) || m->clitics)
        return false;
    return np_word_kind(p, at - 1, STR("np_named_after")) &&
           !np_has_article(&p->part->token[at - 1]) &&
           !morph_is_his(&p->part->token[at - 1]);
}

/* "غير المسؤولة": behind "un-" an adjective is nobody. */
static bool is_negated(np_parser *p, uint32_t at, const np_unit *u)
{
    return at > 0 && u->table == LEX_AGENT && np_word_kind(p, at - 1, STR("np_negates"));
}

/* "(, supporting) the demands of": a word that no preposition governs, and no adjective. */
static bool is_bare_object(np_parser *p, uint32_t at)
{
    np_unit nisba;
    if (!np_is_word(p, at) || np_word_kind(p, at, STR("prep")) ||
        np_word_kind(p, at, STR("rel")) || np_nisba_at(p, at, &nisba))
        return false;
    const text_token *t = &p->part->token[at];
    return !(t->morph && (t->morph->clitics & MORPH_PREPOSITION)) &&
           !str_ends(t->form, STR(AR_ALEF));
}

/* "accusing HIM (إياه) of". */
static bool is_apart_pronoun(const np_parser *p, uint32_t at)
{
    int64_t row = np_is_word(p, at) ? np_function_row(p, at, STR("prep_pronoun")) : -1;
    return row >= 0 && lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value").n == 0;
}

/* "..., accusing Egypt of", spelt like "an accused one": behind a comma or what is definite, and somebody without preposition behind it. */
static bool is_participle(np_parser *p, uint32_t at, const np_unit *u)
{
    const text_token *t = &p->part->token[at];
    bool told = str_ends(t->norm, STR(AR_TEH_MARBUTA)) || str_ends(t->form, STR(AR_ALEF));
    bool him = told && is_apart_pronoun(p, at + 1);
    if (u->table != LEX_AGENT || u->clitics || at == 0 ||
        !(him || np_is_comma(p, at - 1) || (told && np_has_article(t - 1))) ||
        u->last != at + 1 || !morph_as(t, LEX_VERB, LEX_ACTIVE))
        return false;
    if (him)
        return true;
    np_unit next = np_unit_at(p, at + 1);
    if (next.clitics == 0 && (np_belongs(&next) || next.table == LEX_OFFICE))
        return true;
    return np_is_comma(p, at - 1) && str_ends(t->form, STR(AR_ALEF)) &&
           is_bare_object(p, at + 1);
}

bool np_parse(np_parser *p, uint32_t at, actor_mention *out)
{
    np_unit u = np_unit_at(p, at);
    if (u.table == LEX_TABLES || is_inside_name(p, at, &u) || is_negated(p, at, &u) ||
        is_participle(p, at, &u))
        return false;
    actor_mention m = { .first = at, .rule = "", .clitics = u.clitics };
    uint32_t end = phrase(p, &u, &m);
    if (end <= at && u.table == LEX_TITLE) { /* "the soldier", without a name */
        u = (np_unit){ .table = LEX_TABLES };
        np_agent_at(p, at, &u);
        m = (actor_mention){ .first = at, .rule = "", .clitics = u.clitics };
        end = u.table == LEX_AGENT ? phrase(p, &u, &m) : at;
    }
    if (end <= at || !np_in_paragraph(p, at, end))
        return false;
    if (is_name_of_thing(p, at, &m)) {
        p->skip = end;
        return false;
    }
    m.last = end;
    *out = m;
    return true;
}
