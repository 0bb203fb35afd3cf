/* Words that alone say too little: "the shelling of the camps", "welcomed the step" in a text about anything.  In an article
 * that tells of events anyway they tell of one, too.  Such drafts lack one condition that its row, or its type, marks as
 * lenient (`~said`); they wait here until the article has been read.                                                    */
#include "event/draft.h"

/* Events that an article has to tell without them. */
enum { ENOUGH = 2 };

/* Is the word an event's already?  It may have been tried twice, with and without the verb that carries it. */
static bool is_used(const draft_list *taken, const event_draft *d)
{
    for (uint32_t i = 0; i < taken->n; i++)
        if (taken->v[i].s == d->s && taken->v[i].trigger == d->trigger)
            return true;
    return false;
}

/* What is not even told as such has to have happened: "fears of attacks", "ready to storm the base". */
static bool is_ahead(const event_draft *d)
{
    return str_eq(d->lacks, STR("said")) && d->status != WQ_OCCURRED &&
           d->status != WQ_ONGOING;
}

void reserve_admit(coder_state *c)
{
    if (c->drafts.n < ENOUGH || c->reserve.n == 0)
        return;
    for (uint32_t i = 0; i < c->reserve.n; i++)
        if (!is_used(&c->drafts, &c->reserve.v[i]) && !is_ahead(&c->reserve.v[i]))
            *vec_push(c->mem, &c->drafts) = c->reserve.v[i];
    draft_order(&c->drafts);
    merge_drafts(c);
}
