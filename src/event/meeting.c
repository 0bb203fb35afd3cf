/* One word, two meetings: "met Pashinyan on Saturday evening and Aliyev on Sunday morning". */
#include "event/draft.h"

static const clause_item *time_between(const clause_sentence *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (s->item[i].kind == ITEM_TIME && s->item[i].time->value.p)
            return &s->item[i];
    return NULL;
}

/* The argument that the same preposition, behind "and" and a time, ties to the trigger once more; -1: none. */
static int32_t met_again(const clause_sentence *s, const clause_args *args)
{
    int32_t first = -1;
    for (uint32_t i = 0; i < args->n; i++) {
        const clause_arg *a = &args->v[i];
        if (!str_eq(a->slot, STR("maa")))
            continue;
        if (first < 0)
            first = (int32_t)i;
        else if (a->coordinated && item_is_function(&s->item[a->item - 1], STR("prep")) &&
                 time_between(s, args->v[first].item, a->item))
            return (int32_t)i;
    }
    return -1;
}

static void keep_side(event_side *side, uint32_t start, bool before)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < side->list.n; i++)
        if ((side->list.v[i].span.start < start) == before)
            side->list.v[kept++] = side->list.v[i];
    side->list.n = kept;
}

void meeting_split(coder_state *c, const clause_args *args, draft_list *list)
{
    event_draft *d = &list->v[list->n - 1];
    int32_t again = str_eq(d->type, STR("CONSULT")) ? met_again(d->s, args) : -1;
    if (again < 0 || d->recipient.list.n < 2)
        return;
    const clause_sentence *s = d->s;
    uint32_t at = args->v[again].item;
    const clause_item *one = time_between(s, d->trigger, at);
    const clause_item *two = time_between(s, at, draft_clause(d)->last);
    uint32_t start = text_span(s->part, s->item[at].first, s->item[at].last).start;
    event_side rest = { 0 };
    for (uint32_t i = 0; i < d->recipient.list.n; i++)
        *vec_push(c->mem, &rest.list) = d->recipient.list.v[i];
    keep_side(&d->recipient, start, true);
    keep_side(&rest, start, false);
    if (d->recipient.list.n == 0 || rest.list.n == 0) {
        for (uint32_t i = 0; i < rest.list.n; i++)
            *vec_push(c->mem, &d->recipient.list) = rest.list.v[i];
        return;
    }
    d->time = one ? one->time : d->time;
    event_draft other = *d;
    other.recipient = rest;
    other.time = two ? two->time : NULL;
    other.share = d->share + 1;
    *vec_push(c->mem, list) = other;
}
