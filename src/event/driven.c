/* "The attack drove Ankara to send troops", "forced the rebels to withdraw from": who is driven to a deed is who does it. */
#include "event/draft.h"

/* Is the trigger a verbal noun right behind "to"? */
static bool is_driven_to(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    return d->trigger > 1 && it->kind == ITEM_NOMINAL && it->entry.form == LEX_MASDAR &&
           (item_is_function(it - 1, STR("prep")) &&
            (str_eq(it[-1].value, STR("ila")) || str_eq(it[-1].value, STR("ala"))));
}

bool role_driven(coder_state *c, const event_draft *d, event_side *side)
{
    const clause *cl = draft_clause(d);
    if (!is_driven_to(d) || cl->verb < 0 || cl->verb + 1 >= (int32_t)d->trigger ||
        !needs_word(c, d, &d->s->item[cl->verb], STR("@drives")))
        return false;
    clause_args args = event_args(c, d->s, (uint32_t)cl->verb);
    for (uint32_t i = 0; i < args.n && args.v[i].item < d->trigger; i++)
        if (args.v[i].slot.n == 0 && (int32_t)args.v[i].item != cl->subject)
            return role_add(c, d, &d->s->item[args.v[i].item], side);
    const clause_item *who = &d->s->item[d->trigger] - 2; /* "which (ما) drove Turkey to" */
    return who > &d->s->item[cl->verb] && cl->subject == (int32_t)(who - d->s->item) &&
           cl->opener == OPEN_WHO && role_add(c, d, who, side);
}
