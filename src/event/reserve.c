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

/* What is not even told as such, or of nobody, has to have happened: "fears of attacks", "ready to storm the base"; visits and
 * talks may be planned.                                                                                              */
static bool is_ahead(const event_draft *d)
{
    bool talks = str_eq(d->type, STR("CONSULT"));
    bool nobodys = d->actor.list.n + d->recipient.list.n == 0; /* "hopes for the deal" */
    return !talks && (str_eq(d->lacks, STR("said")) || d->lacks.p[0] == 'A' || nobodys) &&
           d->status != WQ_OCCURRED && d->status != WQ_ONGOING;
}

/* Is any of the events told in another sentence than this one? */
static bool is_among_others(const draft_list *told, uint32_t n, const event_draft *d)
{
    for (uint32_t i = 0; i < n; i++)
        if (told->v[i].s != d->s)
            return true;
    return false;
}

/* "The minister's visit", in an article that tells where he went: those who meet are known by one side. */
static bool is_told_in_full(const draft_list *told, uint32_t n, const event_draft *d)
{
    if (d->lacks.p[0] != 'R' || !str_eq(d->type, STR("CONSULT")))
        return false;
    for (uint32_t i = 0; i < n; i++) {
        const event_draft *full = &told->v[i];
        if (str_eq(full->type, d->type) && str_eq(full->mode, d->mode) &&
            merge_dates_agree(full, d) && merge_same_people(&full->actor, &d->actor))
            return true;
    }
    return false;
}

/* "Who attended the Geneva talks": whose town they are called by is no side of them. */
static bool are_called_by_town(const coder_state *c, const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger] + 1;
    return d->trigger + 1 < d->s->n_items && d->actor.list.n == 1 &&
           d->recipient.list.n == 0 && role_is_named_by_town(c, d, d->trigger, it) &&
           text_span(d->s->part, it->first, it->last).start ==
               d->actor.list.v[0].span.start;
}

/* "The ambassador took part in the meeting": where no side's country is known, it is the one that was told of. */
static bool is_meeting_of_nobody(const event_draft *d)
{
    return str_eq(d->type, STR("CONSULT")) && str_eq(d->lacks, STR("K"));
}

/* "A deal that was signed on Monday by both": told of already by the verb that describes it. */
static bool is_of_verb_behind(const draft_list *told, uint32_t n, const event_draft *d)
{
    enum { REACH = 3 };
    for (uint32_t i = 0; i < n && str_eq(d->type, STR("AGREE")); i++) {
        const event_draft *verb = &told->v[i];
        if (verb->s == d->s && verb->trigger > d->trigger &&
            verb->trigger <= d->trigger + REACH &&
            d->s->item[verb->trigger].kind == ITEM_VERB &&
            merge_same_people(&verb->actor, &d->actor))
            return true;
    }
    return false;
}

static void admit(coder_state *c, const event_draft *d)
{
    event_draft *kept = vec_push(c->mem, &c->drafts);
    *kept = *d;
    if (str_eq(d->type, STR("CONSULT")) && are_called_by_town(c, d))
        kept->actor.list.n = 0;
}

void reserve_admit(coder_state *c)
{
    uint32_t told = c->drafts.n;
    if (told < ENOUGH)
        return;
    for (uint32_t i = 0; i < c->reserve.n; i++) {
        const event_draft *d = &c->reserve.v[i];
        if (!is_used(&c->drafts, d) && !is_ahead(d) && !is_meeting_of_nobody(d) &&
            is_among_others(&c->drafts, told, d) && !is_told_in_full(&c->drafts, told, d) &&
            !is_of_verb_behind(&c->drafts, told, d))
            admit(c, d);
    }
    if (c->drafts.n == told)
        return;
    draft_order(&c->drafts);
    merge_drafts(c);
}
