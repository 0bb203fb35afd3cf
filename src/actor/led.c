/* Heads and members of bodies that name no state: "the director of the intelligence service", "the leaders of the party". */
#include "actor/np.h"
#include "script/letters.h"

uint32_t np_read_body(const np_parser *p, uint32_t at, const np_unit *u,
                      actor_mention *body)
{
    np_parser inner = *p;
    *body = (actor_mention){ .first = at };
    inner.head = u->last;
    np_fill_group(&inner, u, body);
    uint32_t end = np_modifiers(&inner, u->last, body);
    return body->a.country.p ? end : np_complement(&inner, end, body);
}

/* "مدير الأمن والمخابرات الفريق قوش": a second body of one man, whose name follows; its end, or `at`. */
static uint32_t of_joined_body(np_parser *p, uint32_t at)
{
    np_unit u = np_unit_at(p, at);
    if (u.table != LEX_AGENT || u.clitics != (MORPH_WA | MORPH_AL) ||
        np_agent_is(p, u.row, STR("role")))
        return at;
    actor_mention body;
    uint32_t end = np_read_body(p, at, &u, &body);
    np_unit who = np_unit_at(p, end);
    bool named = np_is_word(p, end) && (who.table == LEX_TITLE || np_is_given(p, end) ||
                                        np_is_person_row(p, &who));
    return named ? end : at;
}

/* "مدير جهاز المخابرات", "قيادات الحزب": the body names no state, but the article tells that it is one the reader knows.  Men who
 * would command troops lead a party.  Its end, or `at`.                                                             */
uint32_t np_known_body(np_parser *p, uint32_t at, uint32_t end, const actor_mention *body,
                       actor_mention *m)
{
    bool the = (str_starts(p->part->token[at].form, STR(AR_AL)) ||
                str_starts(p->part->token[end - 1].form, STR(AR_AL))) &&
               !np_has_article(&p->part->token[at - 1]);
    bool men =
        m->kind == ACTOR_GROUP && m->plural && np_agent_is(p, m->agent - 1, STR("role"));
    bool office = m->kind == ACTOR_OFFICE && m->office.p && !m->plural;
    bool troops = str_eq(body->a.sector, STR("MIL")) || str_eq(body->a.sector, STR("GOV"));
    if (!the || !(men || office) || !body->a.sector.p)
        return at;
    bool rebels = office && str_eq(body->a.sector, STR("REB"));
    if (!m->a.sector.p || rebels || (men && str_eq(m->a.sector, STR("MIL")) && !troops))
        np_set_sectors(p, body->a.sector, m);
    m->definite = true;
    m->of_body = office;
    return office ? of_joined_body(p, end) : end;
}

/* "قائد المتمردين", "زعيم الانفصاليين": many men behind an office whom he leads. */
bool np_are_led(const np_parser *p, uint32_t at, const np_unit *u, const actor_mention *m)
{
    wq_str form = p->part->token[at].form;
    return u->table == LEX_AGENT && np_agent_is(p, u->row, STR("role")) && m->office.p &&
           m->kind == ACTOR_OFFICE && u->clitics == MORPH_AL && u->last == at + 1 &&
           str_ends(form, STR(AR_YEH AR_NOON));
}

uint32_t np_body_by_region(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    bool sent = np_word_kind(p, m->first, STR("np_sent")) ||
                (m->agent && np_agent_is(p, m->agent - 1, STR("sent")));
    int64_t row = sent && !m->a.country.p ? np_function_row(p, at, STR("np_of_body")) : -1;
    if (row < 0 || !np_has_article(&p->part->token[at]) ||
        !np_has_article(&p->part->token[at - 1]))
        return at;
    int64_t body = lex_row_by_id(p->lex, LEX_ACTOR,
                                 lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"));
    if (body < 0)
        return at;
    m->a.country = lex_cell(p->lex, LEX_ACTOR, (uint32_t)body, "country");
    *owned = true;
    return at + 1;
}
