/* The noun phrases that name actors:
 *
 *   phrase    = title* person | title* office modifiers [name] | state | organisation modifiers
 *             | group modifiers [name] | phrase [,] apposition
 *   modifiers = nationality | state | organisation | li-state | adjective ...
 *
 * Descent by hand: one function a line, each taking the position and giving back the next.                   */
#include "actor/np.h"

enum { MAX_MODIFIERS = 9, MAX_NAME = 6, COMMA = 0x60c };

static bool is_titled(np_parser *p, uint32_t at, np_unit *u)
{
    *u = np_unit_at(p, at);
    return u->table == LEX_TITLE;
}

/* An adjective between an office and its country: "العام", "الخاص", "السابق". */
static bool is_modifier_word(np_parser *p, uint32_t at)
{
    return np_word_kind(p, at, STR("np_modifier"));
}

static bool belongs(const np_unit *u)
{
    return u->table == LEX_COUNTRY || u->table == LEX_METONYM || u->table == LEX_ACTOR;
}

/* "the Secretary-General of the United Nations": li- before a state or an organisation. */
static bool is_owner(np_parser *p, const np_unit *u, bool head_may_own)
{
    if (!belongs(u) || np_is_person_row(p, u))
        return false;
    return u->clitics == 0 || ((u->clitics == MORPH_LI || u->clitics == MORPH_BI) && head_may_own);
}

static bool is_modifier_preposition(np_parser *p, uint32_t at)
{
    return np_word_kind(p, at, STR("np_post_preposition")); /* envoy *to* Syria, ambassador *in* Damascus */
}

/* The place an envoy is sent to belongs to his title, not to his country. */
static uint32_t destination(np_parser *p, uint32_t at, const actor_mention *m)
{
    if (!m->office.p || !is_modifier_preposition(p, at))
        return at;
    if (!np_word_kind(p, m->first, STR("np_sent")) && str_find(m->office, STR("envoy")) < 0 &&
        str_find(m->office, STR("ambassador")) < 0)
        return at;
    np_unit u = np_unit_at(p, at + 1);
    return belongs(&u) && !np_is_person_row(p, &u) && u.clitics == 0 ? u.last : at;
}

static uint32_t modifier(np_parser *p, uint32_t at, actor_mention *m, bool *owned);

/* "envoy of the president": his nationality comes next, or follows from his office. */
static uint32_t master(np_parser *p, const np_unit *u, actor_mention *m, bool *owned)
{
    actor_mention of = { .first = u->last - 1, .last = u->last };
    np_fill_office(p, u, &of);
    np_finish(p, &of);
    m->a.country = of.a.country;
    *owned = of.a.country.p != NULL;
    return u->last;
}

static void set_owner(np_parser *p, const np_unit *u, actor_mention *m)
{
    np_set_country(p, u, m);
    if (u->table == LEX_ACTOR && m->kind == ACTOR_GROUP && m->a.sector.p == NULL)
        np_set_sectors(p, lex_cell(p->lex, LEX_ACTOR, u->row, "sectors"), m);
    if (u->table == LEX_METONYM || u->table == LEX_COUNTRY)
        return;
    if (m->kind == ACTOR_GROUP && m->a.country.p == NULL)
        m->a.id = lex_cell(p->lex, LEX_ACTOR, u->row, "id");
}

/* "روسيا": Russia, or "Russian" in the accusative without its mark? */
static bool is_state_name(np_parser *p, uint32_t at)
{
    uint32_t n;
    const lex_entry *e = lex_find(p->lex, p->part->token[at].form, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_COUNTRY && e[i].form == LEX_NAME)
            return !np_has_tanween(p, at);
    return false;
}

/* A delegation is of whoever it comes from, officials of the capital they sit in. */
static uint32_t origin(np_parser *p, uint32_t at, actor_mention *m)
{
    if (m->kind != ACTOR_GROUP || m->a.country.p || !np_word_kind(p, at, STR("np_origin")))
        return at;
    np_unit u = np_unit_at(p, at + 1);
    if (belongs(&u) && !np_is_person_row(p, &u) && u.clitics == 0) {
        np_set_country(p, &u, m);
        return u.last;
    }
    if (u.table != LEX_AGENT)
        return at;
    actor_mention body = { .first = at + 1 };
    np_fill_group(p, &u, &body);
    bool owned = false;
    uint32_t end = modifier(p, u.last, &body, &owned);
    m->a.country = body.a.country;
    return body.a.country.p ? end : at;
}

/* One modifier at `at`; its end, or `at` where there is none. */
static uint32_t modifier(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    np_unit u;
    if (at >= p->part->n_tokens || p->part->token[at].kind == TOKEN_PUNCT)
        return at;
    if (np_nisba_at(p, at, &u) && (u.clitics & ~MORPH_AL) == 0) {
        if (!is_state_name(p, at) || *owned || np_has_tanween(p, at - 1)) {
            np_set_country(p, &u, m);
            *owned = true;
            return u.last;
        }
    }
    u = np_unit_at(p, at);
    if (u.table == LEX_TABLES && np_word_kind(p, at, STR("transparent")) && !*owned && m->office.p)
        u = np_unit_at(p, at + 1); /* "minister of the Republic of ..." */
    if (is_owner(p, &u, m->office.p || m->kind == ACTOR_GROUP) && !*owned) {
        set_owner(p, &u, m);
        *owned = true;
        return u.last;
    }
    if (u.table == LEX_OFFICE && m->office.p && (u.clitics & ~MORPH_LI) == 0 && !*owned)
        return master(p, &u, m, owned);
    return is_modifier_word(p, at) ? at + 1 : destination(p, at, m);
}

static uint32_t modifiers(np_parser *p, uint32_t at, actor_mention *m)
{
    bool owned = m->a.country.p != NULL && m->kind != ACTOR_GROUP;
    for (int i = 0; i < MAX_MODIFIERS; i++) {
        uint32_t next = modifier(p, at, m, &owned);
        if (next == at)
            break;
        at = next;
    }
    return at;
}

/* A name after an office or title, perhaps behind a comma or in quotation marks. */
static uint32_t name_after(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t from = at, next;
    np_unit u;
    if (np_is_mark(p, from, COMMA) || np_is_mark(p, from, ','))
        from++;
    while (from < p->part->n_tokens && is_titled(p, from, &u) && u.clitics == 0)
        from = u.last;
    from = np_skip_quote(p, from);
    u = np_unit_at(p, from);
    if (np_is_person_row(p, &u) && u.clitics == 0) {
        wq_str country = m->a.country;
        actor_mention person = *m;
        person.name_first = from;
        np_fill_actor(p, &u, &person);
        if (country.p && person.a.country.p && !str_eq(country, person.a.country) && from != at)
            return at; /* another man behind the comma */
        *m = person;
        m->name_last = next = u.last;
    } else {
        next = np_name_run(p, from, MAX_NAME);
        if (next == from || (from != at && next - from < 2))
            return at;
        m->kind = ACTOR_PERSON;
        m->a.id = m->a.name = (wq_str){ NULL, 0 };
        m->name_first = from;
        m->name_last = next;
        m->a.name = text_slice(p->part, from, next);
        m->rule = "actor.named";
    }
    return np_skip_quote(p, next);
}

/* "سيرغي لافروف وزير خارجية روسيا": an office behind a name says more of the same man. */
static uint32_t apposition(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t from = at;
    bool comma = np_is_mark(p, from, COMMA);
    if (comma)
        from++;
    np_unit u = np_unit_at(p, from);
    if (u.table == LEX_TITLE && u.clitics == 0)
        u = np_unit_at(p, u.last);
    if (u.table != LEX_OFFICE || u.clitics != 0)
        return at;
    actor_mention office = { .first = from };
    np_fill_office(p, &u, &office);
    uint32_t next = modifiers(p, u.last, &office);
    bool other = office.a.country.p && m->a.country.p && !str_eq(office.a.country, m->a.country);
    if (other || (comma && next < p->part->n_tokens && !np_is_mark(p, next, COMMA)))
        return at;
    if (!m->a.country.p)
        m->a.country = office.a.country;
    if (!m->office.p || !m->a.role.p) {
        m->office = office.office;
        m->a.role = office.a.role;
    }
    if (m->a.n_sectors == 0) {
        m->a.sector = office.a.sector;
        m->a.sectors = office.a.sectors;
        m->a.n_sectors = office.a.n_sectors;
    }
    return next;
}

/* Titles pile up: "Deputy Crown Prince, Second Deputy Prime Minister, Minister of Defence". */
static uint32_t appositions(np_parser *p, uint32_t at, actor_mention *m)
{
    enum { MAX_APPOSITIONS = 4 };
    for (int i = 0; i < MAX_APPOSITIONS; i++) {
        uint32_t next = apposition(p, at, m);
        if (next == at)
            break;
        at = next;
    }
    return at;
}

static uint32_t office_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    np_fill_office(p, u, m);
    uint32_t at = modifiers(p, u->last, m);
    at = name_after(p, at, m);
    return m->kind == ACTOR_PERSON ? appositions(p, at, m) : at;
}

static uint32_t actor_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    m->name_first = m->first;
    m->name_last = u->last;
    np_fill_actor(p, u, m);
    if (m->kind == ACTOR_PERSON)
        return appositions(p, np_skip_quote(p, u->last), m);
    return modifiers(p, u->last, m);
}

static uint32_t group_phrase(np_parser *p, const np_unit *u, actor_mention *m)
{
    np_fill_group(p, u, m);
    uint32_t at = modifiers(p, u->last, m);
    at = origin(p, at, m);
    bool role = str_eq(lex_cell(p->lex, LEX_AGENT, u->row, "kind"), STR("role"));
    return role && !m->plural ? name_after(p, at, m) : at;
}

/* Titles before a name or an office: the phrase behind them, or nothing. */
static uint32_t titled_phrase(np_parser *p, const np_unit *title, actor_mention *m)
{
    np_unit u = *title;
    uint32_t at = title->last;
    while (is_titled(p, at, &u) && u.clitics == 0)
        at = u.last;
    if (u.clitics == 0 && u.table == LEX_OFFICE)
        return office_phrase(p, &u, m);
    if (u.clitics == 0 && np_is_person_row(p, &u)) {
        m->name_first = at;
        np_fill_actor(p, &u, m);
        m->name_last = u.last;
        return appositions(p, u.last, m);
    }
    uint32_t next = name_after(p, at, m);
    return next > at ? appositions(p, next, m) : 0;
}

bool np_parse(np_parser *p, uint32_t at, actor_mention *out)
{
    actor_mention m = { .first = at, .rule = "" };
    np_unit u = np_unit_at(p, at);
    uint32_t end = 0;
    if (u.table == LEX_TABLES)
        return false;
    m.clitics = u.clitics;
    switch (u.table) {
    case LEX_OFFICE:
        end = office_phrase(p, &u, &m);
        break;
    case LEX_ACTOR:
        end = actor_phrase(p, &u, &m);
        break;
    case LEX_COUNTRY:
    case LEX_METONYM:
        if (np_has_tanween(p, at))
            return false; /* روسياً is "Russian" */
        np_fill_state(p, &u, &m);
        end = u.last;
        break;
    case LEX_AGENT:
        end = group_phrase(p, &u, &m);
        break;
    default:
        end = titled_phrase(p, &u, &m);
    }
    if (end <= at || !np_in_paragraph(p, at, end))
        return false;
    m.last = end;
    *out = m;
    return true;
}
