#include "actor/np.h"
#include "script/letters.h"

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

wq_str np_top_country(np_parser *p, wq_str code)
{
    int64_t row = lex_row_by_id(p->lex, LEX_COUNTRY, code);
    return row < 0 ? code : lex_cell(p->lex, LEX_COUNTRY, (uint32_t)row, "top");
}

wq_str np_known(wq_str cell)
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
    m->he = (u->last > 0 && np_word_kind(p, u->last - 1, STR("np_he_state"))) ||
            np_word_kind(p, m->first, STR("np_he_head")); /* "the entity" */
    m->place_like =
        country || str_eq(lex_cell(p->lex, LEX_METONYM, u->row, "kind"), STR("capital"));
    m->definite = true;
    m->a.country = np_known(np_top_country(p, code));
    m->a.id = np_known(code);
    m->a.name = row < 0 ? (wq_str){ NULL, 0 }
                        : lex_cell(p->lex, LEX_COUNTRY, (uint32_t)row, "name");
    wq_str sector = country ? STR("GOV") : lex_cell(p->lex, LEX_METONYM, u->row, "sector");
    np_set_sectors(p, sector, m);
    m->rule = country ? "actor.country" : "actor.metonym";
}

bool np_is_person_row(np_parser *p, const np_unit *u)
{
    return u->table == LEX_ACTOR &&
           str_eq(lex_cell(p->lex, LEX_ACTOR, u->row, "kind"), STR("person"));
}

static void set_office(np_parser *p, wq_str office, actor_mention *m)
{
    int64_t row = office.p ? lex_row_by_id(p->lex, LEX_OFFICE, office) : -1;
    m->office = office;
    if (row >= 0)
        m->a.role = np_known(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "english"));
}

/* ---- people and organisations --------------------------------------------------------- */

/* Of several people of one name the one in office on the day. */
static uint32_t choose_row(np_parser *p, const np_unit *u)
{
    uint32_t n;
    const lex_entry *e =
        lex_find(p->lex, lex_key(p->mem, text_slice(p->part, u->last - 1, u->last)), &n);
    if (np_office_of(p, lex_cell(p->lex, LEX_ACTOR, u->row, "id")).p)
        return u->row;
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_ACTOR &&
            np_office_of(p, lex_cell(p->lex, LEX_ACTOR, e[i].row, "id")).p)
            return e[i].row;
    return u->row;
}

static void fill_person(np_parser *p, uint32_t row, actor_mention *m)
{
    wq_str id = lex_cell(p->lex, LEX_ACTOR, row, "id");
    m->kind = ACTOR_PERSON;
    m->a.id = id;
    m->a.name = lex_cell(p->lex, LEX_ACTOR, row, "name");
    m->a.country = np_known(np_top_country(p, lex_cell(p->lex, LEX_ACTOR, row, "country")));
    np_set_sectors(p, lex_cell(p->lex, LEX_ACTOR, row, "sectors"), m);
    if (!m->office.p)
        set_office(p, np_office_of(p, id), m);
}

static bool is_feminine_name(wq_str form)
{
    return str_ends(form, STR(AR_HEH)) ||       /* folded teh marbuta */
           str_ends(form, STR(AR_YEH AR_ALEF)); /* militia */
}

static void set_agreement(uint32_t feats, actor_mention *m)
{
    m->fem = (feats & LEX_F_FEM) && !(feats & LEX_F_MASC);
    m->either = (feats & LEX_F_FEM) && (feats & LEX_F_MASC);
    m->plural = feats & (LEX_F_PLUR | LEX_F_DUAL);
}

/* "Hamas" is she: its whole name begins with a common noun in the feminine, "the movement". */
static bool is_short_for_hers(const text_token *t, wq_str name)
{
    wq_str first = name;
    return !np_has_article(t) && str_next(&name, ' ', &first) && name.n &&
           str_ends(first, STR(AR_TEH_MARBUTA)) && !str_eq(t->form, first);
}

/* An organisation agrees as the common noun it begins with ("forces", "party"); one that begins with none goes either way. */
static void agree_as_named(np_parser *p, actor_mention *m)
{
    const text_token *t = &p->part->token[m->first];
    const morph_analysis *noun = morph_as(t, LEX_AGENT, -1);
    m->fem = is_feminine_name(t->form) || (!noun && is_short_for_hers(t, m->a.name));
    m->either = !noun && !m->fem;
    if (noun && !m->fem)
        set_agreement(noun->entry.feats | np_agent_number(p, m->first, noun), m);
}

void np_take_body(np_parser *p, uint32_t row, actor_mention *m)
{
    m->a.sector = (wq_str){ NULL, 0 };
    m->a.id = lex_cell(p->lex, LEX_ACTOR, row, "id");
    m->a.name = lex_cell(p->lex, LEX_ACTOR, row, "name");
    m->a.country = np_known(np_top_country(p, lex_cell(p->lex, LEX_ACTOR, row, "country")));
    np_set_sectors(p, lex_cell(p->lex, LEX_ACTOR, row, "sectors"), m);
}

/* One of those that a name stands for: an organisation's id, or a state's code. */
static bool take_part_of(np_parser *p, wq_str id, actor_mention *m)
{
    int64_t row = lex_row_by_id(p->lex, LEX_ACTOR, id);
    if (row >= 0)
        np_take_body(p, (uint32_t)row, m);
    else if (np_name_state(p, id, &m->a))
        np_set_sectors(p, STR("GOV"), m);
    else
        return false;
    return true;
}

/* "The militias of X and Y", "the guarantor states": a name of two or more, whose ids stand in its kind, is all of them. */
static void fill_parts(np_parser *p, uint32_t row, actor_mention *m)
{
    VEC(wq_actor) more = { 0 };
    actor_mention first = *m;
    uint32_t n = 0;
    wq_str kinds = lex_cell(p->lex, LEX_ACTOR, row, "kind");
    for (wq_str one; kinds.n && str_next(&kinds, '|', &one);) {
        actor_mention other = { .kind = ACTOR_ORG };
        if (!str_starts(one, STR("of:")) ||
            !take_part_of(p, str_sub(one, 3, one.n), n ? &other : &first))
            continue;
        if (n++)
            *vec_push(p->mem, &more) = other.a;
    }
    if (n < 2)
        return;
    *m = first;
    m->second = more.v;
    m->n_more = (uint8_t)(n - 2);
}

void np_fill_actor(np_parser *p, const np_unit *u, actor_mention *m)
{
    if (np_is_person_row(p, u)) {
        bool one_word = u->last - m->name_first <= 1;
        fill_person(p, one_word ? choose_row(p, u) : u->row, m);
        m->either = m->name_first == m->first; /* names do not tell, titles do */
        m->rule = "actor.person";
        return;
    }
    m->kind = ACTOR_ORG;
    m->definite = true;
    np_take_body(p, u->row, m);
    fill_parts(p, u->row, m);
    agree_as_named(p, m);
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
    m->kind = np_agent_is(p, u->row, STR("source")) ? ACTOR_SOURCE : ACTOR_GROUP;
    m->agent = u->row + 1;
    if (u->feats & (LEX_F_FEM | LEX_F_MASC))
        set_agreement(u->feats, m);
    else
        agree_as_named(p, m); /* several words, listed as they are */
    m->definite = np_has_article(&p->part->token[m->first]); /* also of a listed form */
    int64_t of = np_agent_row(p, u->row)->member;
    if (of >= 0)
        np_take_body(p, (uint32_t)of, m);
    else
        np_set_sectors(p, lex_cell(p->lex, LEX_AGENT, u->row, "sector"), m);
    m->rule = "actor.group";
}

void np_set_country(np_parser *p, const np_unit *u, actor_mention *m)
{
    np_unit seat; /* "thousands in Amman", which is spelt like Oman */
    if (u->table == LEX_COUNTRY && u->last && np_seat_meant(p, u, u->last - 1, &seat))
        u = &seat;
    const char *column = u->table == LEX_COUNTRY ? "id" : "country";
    wq_str code = np_top_country(p, lex_cell(p->lex, u->table, u->row, column));
    if (code.n == 0)
        return;
    if (!m->a.country.p)
        m->a.country = code;
    else if (!str_eq(m->a.country, code) && !m->country2.p)
        m->country2 = code;
}

/* A movement's men are of its sector, whatever the word for them says. */
void np_take_sector(np_parser *p, const np_unit *u, actor_mention *m)
{
    wq_str kind = lex_cell(p->lex, LEX_ACTOR, u->row, "kind");
    wq_str sectors = lex_cell(p->lex, LEX_ACTOR, u->row, "sectors");
    bool own =
        str_listed(STR("armed,party,coalition,company,military,ngo,religious"), ',', kind);
    bool role = m->agent == 0 || np_agent_is(p, m->agent - 1, STR("role"));
    if (sectors.n && (m->a.sector.p == NULL || (own && role)))
        np_set_sectors(p, sectors, m);
}

/* "Fighters of the party", "units of the Guard": many men of an armed organisation are that organisation. */
void np_stand_for(np_parser *p, const np_unit *u, actor_mention *m)
{
    wq_str kind = lex_cell(p->lex, LEX_ACTOR, u->row, "kind");
    bool armed = str_eq(kind, STR("armed")) || str_eq(kind, STR("coalition")) ||
                 str_eq(kind, STR("military"));
    if (!armed || m->kind != ACTOR_GROUP || !m->agent || m->a.id.p ||
        !np_agent_is(p, m->agent - 1, STR("men")) ||
        (np_agent_is(p, m->agent - 1, STR("role")) && !m->plural))
        return;
    m->a.id = m->owner;
    m->a.name = lex_cell(p->lex, LEX_ACTOR, u->row, "name");
}

/* ---- the last word ------------------------------------------------------------------------ */

/* The country of an office that only one has; an organisation's office is listed under the organisation. */
static void resolve_country(np_parser *p, actor_mention *m)
{
    wq_str owner = np_only_country(p, m->office);
    int64_t row = owner.p ? lex_row_by_id(p->lex, LEX_ACTOR, owner) : -1;
    if (!owner.p || (m->a.country.p && row < 0 && np_is_state_code(owner)))
        return;
    m->owner = owner; /* whoever speaks for an organisation is its man, not his country's */
    m->a.country = row < 0
                       ? np_known(np_top_country(p, owner))
                       : np_known(lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "country"));
}

/* "the former president", "the president elect": not who holds it. */
static bool is_not_in_office(np_parser *p, const actor_mention *m)
{
    for (uint32_t i = m->first + 1; i <= m->last && i < p->part->n_tokens; i++)
        if (np_word_kind(p, i, STR("np_not_in_office")))
            return true;
    return false;
}

/* Of an office that several hold, in a country or for the United Nations, one listed holder is not the one meant; in a party or
 * a movement he is.                                                                                                   */
static void resolve_holder(np_parser *p, actor_mention *m)
{
    int64_t office = m->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, m->office) : -1;
    bool body = m->owner.p && lex_row_by_id(p->lex, LEX_COUNTRY, m->owner) < 0;
    if (office < 0 ||
        (!body &&
         str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)office, "single"), STR("0"))))
        return;
    if (body && !np_is_head(p, m))
        return;
    wq_str id =
        actor_holder(p->lex, m->office, m->owner.p ? m->owner : m->a.country, p->day);
    if (!id.p && body)
        id = actor_head(p->lex, m->office, m->owner, p->day);
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

/* Who serves the United Nations is of no government, whatever he was at home. */
static void drop_government(np_parser *p, actor_mention *m)
{
    VEC(wq_str) kept = { 0 };
    if (!m->a.country.p || np_is_state_code(m->a.country))
        return;
    for (uint32_t i = 0; i < m->a.n_sectors; i++)
        if (!str_eq(m->a.sectors[i], STR("GOV")))
            *vec_push(p->mem, &kept) = m->a.sectors[i];
    m->a.sectors = kept.v;
    m->a.n_sectors = kept.n;
    m->a.sector = kept.n ? kept.v[0] : (wq_str){ NULL, 0 };
}

void np_finish(np_parser *p, actor_mention *m)
{
    if ((m->kind == ACTOR_OFFICE || m->kind == ACTOR_PERSON) && m->office.p)
        resolve_country(p, m);
    if (m->kind == ACTOR_OFFICE || m->kind == ACTOR_PERSON)
        drop_government(p, m);
    if (m->kind == ACTOR_OFFICE && !m->plural && !is_not_in_office(p, m))
        resolve_holder(p, m);
    set_span(p, m);
}
