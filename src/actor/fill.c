#include "actor/np.h"

#include <stdlib.h>

void np_set_sectors(np_parser *p, wq_str sectors, actor_mention *m)
{
    VEC(wq_str) list = { 0 };
    for (wq_str one; sectors.n && str_next(&sectors, '|', &one);)
        *vec_push(p->mem, &list) = one;
    m->a.sectors = list.v;
    m->a.n_sectors = list.n;
    if (list.n)
        m->a.sector = list.v[0];
}

static wq_str top_country(np_parser *p, wq_str code)
{
    int64_t row = lex_row_by_id(p->lex, LEX_COUNTRY, code);
    return row < 0 ? code : lex_cell(p->lex, LEX_COUNTRY, (uint32_t)row, "top");
}

static wq_str known(wq_str cell)
{
    return cell.n ? cell : (wq_str){ NULL, 0 };
}

void np_fill_state(np_parser *p, const np_unit *u, actor_mention *m)
{
    bool country = u->table == LEX_COUNTRY;
    wq_str code = lex_cell(p->lex, u->table, u->row, country ? "id" : "country");
    int64_t row = lex_row_by_id(p->lex, LEX_COUNTRY, code);
    m->kind = ACTOR_STATE;
    m->fem = true;
    m->place_like = country || str_eq(lex_cell(p->lex, LEX_METONYM, u->row, "kind"), STR("capital"));
    m->definite = true;
    m->a.country = known(top_country(p, code));
    m->a.id = known(code);
    m->a.name = row < 0 ? (wq_str){ NULL, 0 } : lex_cell(p->lex, LEX_COUNTRY, (uint32_t)row, "name");
    wq_str sector = country ? STR("GOV") : lex_cell(p->lex, LEX_METONYM, u->row, "sector");
    np_set_sectors(p, sector, m);
    m->rule = country ? "actor.country" : "actor.metonym";
}

bool np_is_person_row(np_parser *p, const np_unit *u)
{
    return u->table == LEX_ACTOR && str_eq(lex_cell(p->lex, LEX_ACTOR, u->row, "kind"), STR("person"));
}

/* ---- tenures ----------------------------------------------------------------------- */

/* "2012", "2012-02", "2012-02-06": its first day, or the last one where `end`. */
static int32_t bound(wq_str s, bool end)
{
    calendar_date d = { 0, 1, 1 };
    if (s.n < 4)
        return end ? INT32_MAX : CALENDAR_NONE;
    d.year = atoi(s.p);
    d.month = s.n >= 7 ? atoi(s.p + 5) : end ? 12 : 1;
    d.day = s.n >= 10 ? atoi(s.p + 8) : end ? calendar_month_days(d.year, d.month) : 1;
    return calendar_day(d);
}

static bool in_office(const lexicon *lex, uint32_t row, int32_t day)
{
    if (day == CALENDAR_NONE)
        return false;
    return bound(lex_cell(lex, LEX_TENURE, row, "first"), false) <= day &&
           day <= bound(lex_cell(lex, LEX_TENURE, row, "last"), true);
}

/* Tenures that name `id` as actor or as office. */
static const lex_entry *tenures(const lexicon *lex, wq_str id, uint32_t *n)
{
    char key[96] = "=";
    *n = 0;
    if (id.n == 0 || id.n > sizeof key - 2)
        return NULL;
    memcpy(key + 1, id.p, id.n);
    return lex_find(lex, (wq_str){ key, id.n + 1 }, n);
}

static bool is_tenure_of(const lexicon *lex, const lex_entry *e, const char *column, wq_str id)
{
    return e->table == LEX_TENURE && str_eq(lex_cell(lex, LEX_TENURE, e->row, column), id);
}

wq_str actor_holder(const lexicon *lex, wq_str office, wq_str country, int32_t day)
{
    wq_str holder = { NULL, 0 };
    uint32_t n;
    const lex_entry *e = tenures(lex, office, &n);
    for (uint32_t i = 0; i < n && country.p; i++) {
        uint32_t row = e[i].row;
        if (!is_tenure_of(lex, &e[i], "office", office) || !in_office(lex, row, day) ||
            !str_eq(lex_cell(lex, LEX_TENURE, row, "country"), country))
            continue;
        wq_str actor = lex_cell(lex, LEX_TENURE, row, "actor");
        if (holder.p && !str_eq(holder, actor))
            return (wq_str){ NULL, 0 }; /* the day of a hand-over, or an office of several */
        holder = actor;
    }
    return holder;
}

/* An office that only one state or organisation has: the Custodian of the Two Mosques, the UN's secretary-general. */
static wq_str only_country(np_parser *p, wq_str office)
{
    wq_str only = { NULL, 0 };
    uint32_t n;
    const lex_entry *e = tenures(p->lex, office, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (!is_tenure_of(p->lex, &e[i], "office", office))
            continue;
        wq_str country = lex_cell(p->lex, LEX_TENURE, e[i].row, "country");
        if (only.p && !str_eq(only, country))
            return (wq_str){ NULL, 0 };
        only = country;
    }
    return only;
}

/* The office a person holds on the day, or held last before it. */
static wq_str office_of(np_parser *p, wq_str id)
{
    uint32_t n;
    const lex_entry *e = tenures(p->lex, id, &n);
    for (uint32_t i = 0; i < n; i++)
        if (is_tenure_of(p->lex, &e[i], "actor", id) && in_office(p->lex, e[i].row, p->day))
            return lex_cell(p->lex, LEX_TENURE, e[i].row, "office");
    return (wq_str){ NULL, 0 };
}

static void set_office(np_parser *p, wq_str office, actor_mention *m)
{
    int64_t row = office.p ? lex_row_by_id(p->lex, LEX_OFFICE, office) : -1;
    m->office = office;
    if (row >= 0)
        m->a.role = known(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "english"));
}

/* ---- people and organisations --------------------------------------------------------- */

/* Of several people of one name the one in office on the day. */
static uint32_t choose_row(np_parser *p, const np_unit *u)
{
    uint32_t n;
    const lex_entry *e = lex_find(p->lex, lex_key(p->mem, text_slice(p->part, u->last - 1, u->last)), &n);
    if (office_of(p, lex_cell(p->lex, LEX_ACTOR, u->row, "id")).p)
        return u->row;
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_ACTOR && office_of(p, lex_cell(p->lex, LEX_ACTOR, e[i].row, "id")).p)
            return e[i].row;
    return u->row;
}

static void fill_person(np_parser *p, uint32_t row, actor_mention *m)
{
    wq_str id = lex_cell(p->lex, LEX_ACTOR, row, "id");
    m->kind = ACTOR_PERSON;
    m->a.id = id;
    m->a.name = lex_cell(p->lex, LEX_ACTOR, row, "name");
    m->a.country = known(top_country(p, lex_cell(p->lex, LEX_ACTOR, row, "country")));
    np_set_sectors(p, lex_cell(p->lex, LEX_ACTOR, row, "sectors"), m);
    if (!m->office.p)
        set_office(p, office_of(p, id), m);
}

static bool is_feminine_name(wq_str form)
{
    return str_ends(form, STR("\xd9\x87")); /* folded teh marbuta */
}

void np_fill_actor(np_parser *p, const np_unit *u, actor_mention *m)
{
    if (np_is_person_row(p, u)) {
        bool one_word = u->last - m->name_first <= 1;
        fill_person(p, one_word ? choose_row(p, u) : u->row, m);
        m->rule = "actor.person";
        return;
    }
    m->kind = ACTOR_ORG;
    m->definite = true;
    m->a.id = lex_cell(p->lex, LEX_ACTOR, u->row, "id");
    m->a.name = lex_cell(p->lex, LEX_ACTOR, u->row, "name");
    m->a.country = known(top_country(p, lex_cell(p->lex, LEX_ACTOR, u->row, "country")));
    np_set_sectors(p, lex_cell(p->lex, LEX_ACTOR, u->row, "sectors"), m);
    m->fem = is_feminine_name(p->part->token[m->first].form);
    if (str_eq(lex_cell(p->lex, LEX_ACTOR, u->row, "kind"), STR("media")))
        m->kind = ACTOR_SOURCE;
    m->rule = "actor.organisation";
}

void np_fill_office(np_parser *p, const np_unit *u, actor_mention *m)
{
    if (m->kind != ACTOR_PERSON)
        m->kind = ACTOR_OFFICE;
    set_office(p, lex_cell(p->lex, LEX_OFFICE, u->row, "id"), m);
    if (m->a.n_sectors == 0)
        np_set_sectors(p, lex_cell(p->lex, LEX_OFFICE, u->row, "sector"), m);
    m->fem = is_feminine_name(p->part->token[m->first].form);
    m->rule = "actor.office";
}

void np_fill_group(np_parser *p, const np_unit *u, actor_mention *m)
{
    wq_str kind = lex_cell(p->lex, LEX_AGENT, u->row, "kind");
    m->kind = str_eq(kind, STR("source")) ? ACTOR_SOURCE : ACTOR_GROUP;
    m->agent = u->row + 1;
    m->fem = u->feats & LEX_F_FEM;
    m->plural = u->feats & (LEX_F_PLUR | LEX_F_DUAL);
    m->definite = u->clitics & MORPH_AL;
    np_set_sectors(p, lex_cell(p->lex, LEX_AGENT, u->row, "sector"), m);
    if (str_eq(kind, STR("role")) && !m->a.role.p)
        m->a.role = lex_cell(p->lex, LEX_AGENT, u->row, "id");
    m->rule = "actor.group";
}

void np_set_country(np_parser *p, const np_unit *u, actor_mention *m)
{
    const char *column = u->table == LEX_COUNTRY ? "id" : "country";
    wq_str code = top_country(p, lex_cell(p->lex, u->table, u->row, column));
    if (code.n == 0)
        return;
    if (!m->a.country.p)
        m->a.country = code;
    else if (!str_eq(m->a.country, code) && !m->country2.p)
        m->country2 = code;
}

/* ---- the last word ------------------------------------------------------------------------ */

/* The country of an office that only one has; an organisation's office is listed under the organisation. */
static void resolve_country(np_parser *p, actor_mention *m)
{
    wq_str owner = m->a.country.p ? (wq_str){ NULL, 0 } : only_country(p, m->office);
    if (!owner.p)
        return;
    int64_t row = lex_row_by_id(p->lex, LEX_ACTOR, owner);
    m->owner = owner;
    m->a.country = row < 0 ? owner : known(lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "country"));
}

static void resolve_holder(np_parser *p, actor_mention *m)
{
    wq_str id = actor_holder(p->lex, m->office, m->owner.p ? m->owner : m->a.country, p->day);
    int64_t row = id.p ? lex_row_by_id(p->lex, LEX_ACTOR, id) : -1;
    if (row < 0)
        return;
    m->a.id = id;
    m->a.name = lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "name");
}

/* Clitics and marks of quotation are not part of the name as written. */
static void set_span(np_parser *p, actor_mention *m)
{
    uint32_t open = 0;
    for (uint32_t i = m->first; i < m->last; i++)
        open += np_is_quote(p, i);
    if (open % 2 && np_is_quote(p, m->last - 1))
        m->last--;
    m->a.span = text_span_bare(p->part, m->first, m->last, m->clitics);
    m->a.text = text_slice_bare(p->part, m->first, m->last, m->clitics);
}

void np_finish(np_parser *p, actor_mention *m)
{
    if ((m->kind == ACTOR_OFFICE || m->kind == ACTOR_PERSON) && m->office.p)
        resolve_country(p, m);
    if (m->kind == ACTOR_OFFICE && !m->plural)
        resolve_holder(p, m);
    set_span(p, m);
}
