/* Nouns of deeds that the words behind them date. */
#include "event/draft.h"

/* "The deal that was reached last week": does the clause of item `i` describe the noun right behind it, and tell of nobody? */
static bool describes_trigger(const event_draft *d, uint32_t i)
{
    enum { ADJECTIVES = 3 };
    const clause *cl = &d->s->clause[d->s->item[i].clause];
    bool somebody =
        cl->subject >= (int32_t)cl->first && d->s->item[cl->subject].kind == ITEM_ACTOR;
    return cl->first > d->trigger && cl->first <= d->trigger + ADJECTIVES && !somebody &&
           clause_is_relative(d->s, cl);
}

bool needs_dated(const event_draft *d)
{
    enum { REACH = 7 };
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_TIME)
            return it->time->anchored && it->time->type == TIME_DATE;
        if (it->kind == ITEM_VERB || item_is_function(it, STR("comp")) ||
            item_is_function(it, STR("sub")))
            return false;
    }
    return false;
}

bool needs_recalled(const event_draft *d)
{
    enum { ADJECTIVES = 2, REACH = 8 };
    bool described = false;
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        bool passive = it->kind == ITEM_NOMINAL && it->entry.form == LEX_PASSIVE &&
                       i <= d->trigger + 1 + ADJECTIVES;
        described |= passive || describes_trigger(d, i);
        if (it->kind == ITEM_TIME)
            return described && it->time->anchored && it->time->type == TIME_DATE;
        if ((it->kind == ITEM_VERB && !describes_trigger(d, i)) ||
            item_is_function(it, STR("comp")) || item_is_function(it, STR("sub")))
            return false;
    }
    return false;
}
