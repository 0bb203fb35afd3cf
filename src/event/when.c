/* Which of the dates of a sentence is the event's: one in its own clause, the nearest behind the trigger first. */
#include "event/draft.h"

static bool usable(const clause_item *it)
{
    return it->kind == ITEM_TIME &&
           (it->time->type == TIME_DATE || it->time->type == TIME_TIME) &&
           it->time->value.p;
}

/* "for the first time since 2012" */
static bool is_since(const event_draft *d, uint32_t i)
{
    return i > 0 && item_is_function(&d->s->item[i - 1], STR("prep")) &&
           str_eq(d->s->item[i - 1].value, STR("mundhu"));
}

/* "invited him to a visit next week": what follows the visit dates the visit. */
static bool is_of_controlled(const event_draft *d, uint32_t i)
{
    for (uint32_t k = d->trigger + 1; d->controls && k < i; k++) {
        const clause_item *it = &d->s->item[k];
        bool to = (it->clitics & MORPH_LI) || (item_is_function(it - 1, STR("prep")) &&
                                               str_eq((it - 1)->value, STR("ila")));
        if (it->kind == ITEM_NOMINAL && to)
            return true;
    }
    return false;
}

/* Distance in items; what stands before the trigger counts double, vague expressions come last. */
static uint32_t distance(const event_draft *d, uint32_t i)
{
    uint32_t far = i > d->trigger ? i - d->trigger : 2 * (d->trigger - i);
    return far + (d->s->item[i].time->anchored ? 0 : 1000);
}

static const time_expr *nearest(const event_draft *d, uint32_t from, uint32_t to)
{
    const time_expr *best = NULL;
    uint32_t least = UINT32_MAX;
    for (uint32_t i = from; i < to; i++)
        if (usable(&d->s->item[i]) && !is_since(d, i) && !is_of_controlled(d, i) &&
            distance(d, i) < least) {
            least = distance(d, i);
            best = d->s->item[i].time;
        }
    return best;
}

/* A date after a verb of saying dates the saying; a clause of its own takes none from outside, but for the words that open
 * the sentence before any verb.                                                                                         */
const time_expr *when_of(const event_draft *d)
{
    const clause *c = draft_clause(d);
    const time_expr *own = nearest(d, c->first, c->last);
    if (own)
        return own;
    if (d->s->item[d->trigger].kind != ITEM_VERB && d->clause + 1 < d->s->n_clauses) {
        const clause *next =
            &d->s->clause[d->clause + 1]; /* "the summit, which was held on ..." */
        own = next->opener == OPEN_WHO ? nearest(d, next->first, next->last) : NULL;
        if (own)
            return own;
    }
    if (c->opener == OPEN_WHO || c->opener == OPEN_THAT || c->parent < 0)
        return NULL;
    const clause *first = &d->s->clause[0];
    return first->verb == CLAUSE_NONE ? nearest(d, first->first, first->last) : NULL;
}
