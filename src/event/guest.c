/* Whom a guest visits, where no words of the visit tell: where the clause before is ("from Baku, where he pays a visit"), or
 * "the country" of whoever receives him.                                                                               */
#include "event/doer.h"

const clause_item *role_where_item(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *where = &d->s->item[cl->first], *it = where - 1;
    if (cl->opener != OPEN_SUB || cl->first < 2 || !item_is_function(where, STR("sub")) ||
        !str_eq(where->value, STR("where")))
        return NULL;
    it -= item_is_comma(it);
    return it > d->s->item && where_is_toponym(it) ? it : NULL;
}

bool role_where(coder_state *c, const event_draft *d, event_side *side)
{
    const clause_item *it = role_where_item(d);
    return it && role_add(c, d, it, side);
}

/* "Received the minister who visits the country", "on the occasion of his visit to the country". */
bool role_host(coder_state *c, const event_draft *d, event_side *side)
{
    enum { REACH = 3 };
    const clause *cl = draft_clause(d);
    const clause *above =
        cl->opener == OPEN_WHO && cl->parent >= 0 ? &d->s->clause[cl->parent] : cl;
    const actor_mention *host = role_mention(d->s, above->subject);
    if (!host || !host->a.country.p || host->country2.p || host->kind == ACTOR_SOURCE)
        return false;
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++)
        if (d->s->item[i].kind == ITEM_WORD &&
            needs_word(c, d, &d->s->item[i], STR("the_land"))) {
            role_add_country(c, d, i, host->a.country, side);
            return true;
        }
    return false;
}
