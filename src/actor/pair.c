/* "The two presidents Putin and Erdogan", "the foreign ministers of the two countries, So-and-so and So-and-so": two of an office
 * by their names alone.                                                                                                */
#include "actor/np.h"

/* The second name, with its "and": one that the lexicon has; its end, or 0. */
static uint32_t second_name(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u = { .table = LEX_TABLES };
    if (np_is_word(p, at))
        u = np_unit_at(p, at);
    if (!np_is_person_row(p, &u) || u.clitics != MORPH_WA)
        return 0;
    *m = (actor_mention){ .first = at };
    np_fill_actor(p, &u, m);
    return m->kind == ACTOR_PERSON ? u.last : 0;
}

static bool is_both_states(const np_parser *p, uint32_t at)
{
    int64_t row = np_is_word(p, at) ? np_function_row(p, at, STR("np_both_sides")) : -1;
    return row >= 0 &&
           str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"), STR("states"));
}

/* Behind "of the two countries" and a comma, where they stand. */
static uint32_t names_from(const np_parser *p, uint32_t at)
{
    at += is_both_states(p, at);
    return at + (at > 0 && np_is_comma(p, at) && is_both_states(p, at - 1));
}

bool np_named_pair(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t from = names_from(p, at);
    actor_mention one = { .first = m->first, .kind = ACTOR_OFFICE, .office = m->office },
                  two;
    uint32_t end = np_is_word(p, from) ? np_name_after(p, from, &one) : from;
    uint32_t last = end > from && one.kind == ACTOR_PERSON ? second_name(p, end, &two) : 0;
    if (!last || !one.a.country.p || !two.a.country.p ||
        str_eq(one.a.country, two.a.country))
        return false;
    wq_actor *second = ARENA_NEW(p->mem, wq_actor);
    *second = two.a;
    m->a = one.a;
    m->second = second;
    m->last = last;
    m->plural = true;
    m->definite = true;
    m->rule = "actor.two-named";
    return true;
}
