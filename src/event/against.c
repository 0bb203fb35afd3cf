/* "Demonstrated, demanding that the president leave": against whom a crowd protests, as it says itself. */
#include "event/draft.h"

/* Demands, denounces: with what is demanded behind bi-, what is denounced behind "on"; "in solidarity with" is for somebody. */
static bool is_demand(const coder_state *c, const event_draft *d, uint32_t i)
{
    const clause_item *next = &d->s->item[i] + 1;
    bool tied = i + 1 < d->s->n_items &&
                ((next->clitics & MORPH_BI) ||
                 (item_is_function(next, STR("prep")) && str_eq(next->value, STR("ala"))));
    return tied && needs_word(c, d, &d->s->item[i], STR("@demand"));
}

/* Somebody who can be protested against: no people. */
static bool is_power(const clause_item *it)
{
    return it->kind == ITEM_ACTOR &&
           (it->actor->kind <= ACTOR_ORG ||
            (it->actor->kind == ACTOR_GROUP && !str_eq(it->actor->a.sector, STR("CVL"))));
}

bool role_against(coder_state *c, const event_draft *d, event_side *side)
{
    enum { REACH = 16, NEAR = 5 };
    const clause_item *item = d->s->item;
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        if (item[i].mark == '.' ||
            (item[i].kind == ITEM_VERB && (int32_t)i != d->carrier && !is_demand(c, d, i)))
            return false;
        for (uint32_t k = i + 1; is_demand(c, d, i) && k < d->s->n_items; k++) {
            if (k > i + NEAR || item[k].kind == ITEM_VERB || item[k].kind == ITEM_MARK)
                return false;
            if (is_power(&item[k]))
                return role_add(c, d, &item[k], side);
        }
    }
    return false;
}
