/* A toll of several bodies: "the death of 20 of the network and 7 of the Peshmerga, besides two of the party". */
#include "event/draft.h"

/* "and", by itself or on the number, "in addition to": another body follows. */
static bool joins(const clause_item *it)
{
    return item_is_function(it, STR("conj")) || item_is_function(it, STR("also")) ||
           (it->count && (it->clitics & MORPH_WA));
}

/* What may stand between the bodies: a comma, the number, "of". */
static bool is_between(const clause_item *it, bool joined)
{
    if (item_is_comma(it))
        return true;
    return joined && (it->count ||
                      (item_is_function(it, STR("prep")) && str_eq(it->value, STR("min"))));
}

void role_add_toll(coder_state *c, const event_draft *d, uint32_t at, event_side *side)
{
    bool joined = false;
    if (side != &d->recipient || !item_is_counted(d->s, at) || !where_is_of_force(c, d))
        return;
    for (uint32_t i = at + 1; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        if (joins(it)) {
            joined = true;
        } else if (it->kind == ITEM_ACTOR && joined &&
                   (item_is_counted(d->s, i) || (it - 1)->kind == ITEM_FUNCTION)) {
            if (needs_word(c, d, it, STR("@casualties")))
                return; /* "8 dead and 40 wounded" */
            role_add(c, d, it, side);
            joined = false;
        } else if (!is_between(it, joined)) {
            return;
        }
    }
}
