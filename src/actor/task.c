/* What an office is for, between its nationality and the name of him who holds it: "the chief Iranian negotiator for the nuclear file
 * So-and-so", "the commander of the American forces in the Middle East General So-and-so".                          */
#include "actor/np.h"
#include "script/letters.h"

enum { LONGEST = 5 };

/* Behind "in", "to", "for" or with li- or bi- on it: where the words of the task begin; `at`: none does. */
static uint32_t task_begins(const np_parser *p, uint32_t at)
{
    if (!np_is_word(p, at) || !np_is_word(p, at + 1))
        return at;
    if (np_word_kind(p, at, STR("prep")) &&
        str_listed(STR("fi,ila,an,lada"), ',',
                   lex_cell(p->lex, LEX_FUNCTION,
                            (uint32_t)np_function_row(p, at, STR("prep")), "value")))
        return at + 1;
    return at;
}

/* No place to sit in, nothing of anybody's: "in his office", "in the palace", "in Beirut". */
static bool is_place(np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    const uint32_t places = LEX_BIT(LEX_PLACE) | LEX_BIT(LEX_CITY) | LEX_BIT(LEX_METONYM) |
                            LEX_BIT(LEX_COUNTRY);
    const morph_analysis *noun = morph_as(t, LEX_NOUN, -1);
    wq_str kind =
        noun ? lex_cell(p->lex, LEX_NOUN, noun->entry.row, "kind") : (wq_str){ NULL, 0 };
    return morph_is_any(t, places) || np_is_kind_of_place(p, at) || morph_is_his(t) ||
           str_listed(STR("building,site,town_w,direction"), ',', kind);
}

/* A noun or adjective of the task: no verb, no time, nobody. */
static bool is_of_task(np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (!np_is_word(p, at) || morph_as(t, LEX_TIME, -1) ||
        np_word_kind(p, at, STR("prep")) || np_word_kind(p, at, STR("rel")) ||
        morph_is_his(t))
        return false;
    return np_has_article(t) || !morph_as(t, LEX_VERB, LEX_VERBFORM);
}

/* May the person of the lexicon at `at` hold the office that `m` tells? */
static bool may_hold(np_parser *p, const np_unit *u, uint32_t at, const actor_mention *m)
{
    if (!np_is_person_row(p, u) || u->clitics || u->last < at + 2)
        return false;
    wq_str id = lex_cell(p->lex, LEX_ACTOR, u->row, "id");
    wq_str country = np_top_country(p, lex_cell(p->lex, LEX_ACTOR, u->row, "country"));
    int64_t row = m->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, m->office) : -1;
    bool single = row >= 0 &&
                  !str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("0"));
    if (single)
        return np_holds(p, id, m->office);
    return m->a.country.p && str_eq(country, m->a.country);
}

/* "in Iraq, General So-and-so": a land that is not his own, behind a commander, before a rank and a whole name. */
static uint32_t abroad(np_parser *p, uint32_t at, actor_mention *m)
{
    if (!str_eq(m->a.sector, STR("MIL")) || !m->a.country.p || !m->office.p)
        return at;
    np_unit land = np_unit_at(p, at);
    bool state = land.table == LEX_COUNTRY && !land.clitics;
    uint32_t end = state ? land.last : at;
    np_unit title = np_unit_at(p, end);
    if (!state || title.table != LEX_TITLE || title.clitics ||
        str_eq(np_top_country(p, lex_cell(p->lex, LEX_COUNTRY, land.row, "id")),
               m->a.country))
        return at;
    actor_mention named = *m;
    uint32_t next = np_name_after(p, end, &named);
    if (next < end + 3 || named.kind != ACTOR_PERSON)
        return at;
    *m = named;
    return next;
}

uint32_t np_past_task(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t from = task_begins(p, at);
    if (from == at || m->kind == ACTOR_PERSON || m->plural)
        return at;
    uint32_t end = abroad(p, from, m);
    if (end > from || is_place(p, from))
        return end > from ? end : at;
    for (uint32_t i = from; i < from + LONGEST && is_of_task(p, i); i++) {
        np_unit u = np_unit_at(p, i + 1);
        if (!may_hold(p, &u, i + 1, m))
            continue;
        uint32_t next = np_name_after(p, i + 1, m);
        return next > i + 1 ? next : at;
    }
    return at;
}
