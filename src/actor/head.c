/* Offices of organisations: "the head of the Sadrist movement", "the leader of the movement".  tenure.c knows who holds them. */
#include "actor/np.h"

/* "The foreign minister" is of any state, whosever foreign ministry was named; parties, movements and unions have heads of their own. */
static bool has_head(const np_parser *p, uint32_t row)
{
    return str_listed(STR("party,armed,ngo,igo,coalition,company,religious"), ',',
                      lex_cell(p->lex, LEX_ACTOR, row, "kind"));
}

/* The body whose name begins in the office's own words at `at`, and ends with them, or begins with the last of them. */
static bool is_own_body(np_parser *p, const np_unit *u, uint32_t at, np_unit *body)
{
    *body = np_unit_at(p, at);
    bool further = body->last > u->last;
    bool tied = body->clitics == MORPH_LI && further; /* "الأمين العام لحزب الله" */
    return body->table == LEX_ACTOR && (!body->clitics || tied) &&
           (body->last == u->last || (further && at + 1 == u->last)) &&
           !np_is_person_row(p, body);
}

/* "حزب العدالة والتنمية المغربي": one of that name there; but السعودية is a state. */
static bool has_namesake(np_parser *p, const np_unit *u, const np_unit *body)
{
    np_unit nisba;
    return body->last > u->last && np_nisba_at(p, body->last, &nisba) &&
           nisba.clitics == MORPH_AL && !np_is_state_name(p, body->last);
}

/* "The minister of National Defence" leads no armed group of that name. */
static bool is_of_militia(const np_parser *p, const np_unit *body, uint32_t first,
                          uint32_t at)
{
    return str_eq(lex_cell(p->lex, LEX_ACTOR, body->row, "kind"), STR("armed")) &&
           np_is_ministry(p, first, at);
}

uint32_t np_own_body(np_parser *p, const np_unit *u, actor_mention *m)
{
    np_unit body;
    for (uint32_t i = m->first + 1; i < u->last; i++) {
        if (!is_own_body(p, u, i, &body) || is_of_militia(p, &body, m->first, i))
            continue;
        if (!has_namesake(p, u, &body))
            np_set_country(p, &body, m);
        if (body.last > u->last) {
            np_take_sector(p, &body, m);
            if (has_head(p, body.row))
                m->owner = lex_cell(p->lex, LEX_ACTOR, body.row, "id");
        }
        return body.last;
    }
    for (uint32_t i = m->first + 1; i < u->last; i++) { /* "UN coordinator for" */
        body = np_unit_at(p, i);
        if (body.table == LEX_ACTOR && !body.clitics && body.last < u->last &&
            str_eq(lex_cell(p->lex, LEX_ACTOR, body.row, "kind"), STR("igo"))) {
            np_set_country(p, &body, m);
            break;
        }
    }
    return u->last;
}

uint32_t np_of_named(np_parser *p, const np_unit *u, uint32_t head, actor_mention *m)
{
    bool open = !m->a.country.p && u->last == m->first + 2;
    int64_t row = open ? np_named_owner(p, u->last - 1) : -1;
    bool by_li = open && row < 0 && np_is_word(p, u->last) &&
                 np_has_article(&p->part->token[u->last - 1]);
    if (by_li)
        row = np_named_owner_li(p, u->last);
    if (row < 0 || !has_head(p, (uint32_t)row))
        return head;
    np_unit body = { u->last, MORPH_AL, LEX_ACTOR, (uint32_t)row, 0 };
    np_set_country(p, &body, m);
    np_take_sector(p, &body, m);
    m->owner = lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "id");
    return by_li ? u->last + 1 : head;
}

bool np_is_sole(const np_parser *p, const actor_mention *m)
{
    int64_t row = m->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, m->office) : -1;
    return row >= 0 &&
           str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("2"));
}

/* Where the name of the mention's owner stands in its words; a unit of no table: it is not named there. */
static np_unit owner_named(np_parser *p, const actor_mention *m, uint32_t *at)
{
    np_unit u = { .table = LEX_TABLES };
    for (*at = m->first + 1; *at < m->last; ++*at) {
        u = np_unit_at(p, *at);
        if (u.table == LEX_ACTOR &&
            str_eq(lex_cell(p->lex, LEX_ACTOR, u.row, "id"), m->owner))
            return u;
    }
    return (np_unit){ .table = LEX_TABLES };
}

bool np_is_head(np_parser *p, const actor_mention *m)
{
    uint32_t at;
    if (np_is_sole(p, m))
        return true; /* "the leader of Hamas in Gaza" is an office of its own */
    np_unit body = owner_named(p, m, &at);
    if (body.table == LEX_TABLES)
        return !lex_in_group(p->lex, STR("commands"), m->office);
    bool one_of = /* "زعيم لداعش", "(دعم) الرئيس لداعش" */
        (body.clitics & MORPH_LI) &&
        (at == m->first + 1 || !np_has_article(&p->part->token[at - 1]));
    bool branch = body.last < m->last && np_word_kind(p, body.last, STR("np_where"));
    return !one_of && !branch;
}
