/* "The two ministers discussed ... between Egypt and Turkey": of two sides of whom nothing was told before, the two states that
 * the rest of the sentence names.                                                                                     */
#include "actor/np.h"

/* A state by its name, or its seat, that only these proclitics stand before. */
static bool state_at(np_parser *p, uint32_t at, unsigned clitics, np_unit *u)
{
    *u = np_unit_at(p, at);
    return u->clitics == clitics && (u->table == LEX_COUNTRY || u->table == LEX_METONYM);
}

static bool is_between(const np_parser *p, uint32_t at)
{
    int64_t row = np_function_row(p, at, STR("prep"));
    return row >= 0 &&
           str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"), STR("bayn"));
}

bool np_two_ahead(np_parser *p, uint32_t at, actor_mention *m)
{
    enum { REACH = 40 };
    uint32_t end = np_sentence_end(p->part, at);
    end = end > at + REACH ? at + REACH : end;
    for (uint32_t i = at; i + 2 < end; i++) {
        np_unit one, two;
        if (!is_between(p, i) || !state_at(p, i + 1, 0, &one) ||
            !state_at(p, one.last, MORPH_WA, &two))
            continue;
        m->a.country = m->country2 = (wq_str){ NULL, 0 };
        np_set_country(p, &one, m);
        np_set_country(p, &two, m);
        wq_actor *second = ARENA_NEW(p->mem, wq_actor);
        *second = m->a;
        if (!m->country2.p || !np_name_state(p, m->a.country, &m->a) ||
            !np_name_state(p, m->country2, second))
            return false;
        m->second = second;
        m->rule = "actor.two-ahead";
        return true;
    }
    return false;
}
