/* One word, two meetings: "met Pashinyan on Saturday evening and Aliyev on Sunday morning", "two calls to", "then". */
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

/* Does "then" stand before who is at `at` of a side: "received the American ambassador, then the French one"? */
static bool is_met_then(const event_draft *d, const event_side *side, uint32_t at)
{
    const actor_mention *m = draft_mention(d, side->list.v[at].span);
    for (uint32_t i = 1; m && i < d->s->n_items; i++)
        if (d->s->item[i].kind == ITEM_ACTOR && d->s->item[i].actor == m)
            return item_is_function(&d->s->item[i - 1], STR("then"));
    return false;
}

/* "Two calls": each with one of two. */
static bool is_of_two(const event_draft *d, const event_side *side, const event_side *other)
{
    const clause_item *it = &d->s->item[d->trigger];
    return it->kind == ITEM_NOMINAL && (it->entry.feats & LEX_F_DUAL) &&
           !(it->clitics & MORPH_PRONOUN) && side->list.n == 2 && other->list.n == 1;
}

/* Where one of a side stands as a toponym: "to Amman and then Baghdad". */
static const clause_item *land_of(const event_draft *d, const wq_actor *a)
{
    const actor_mention *m = draft_mention(d, a->span);
    for (uint32_t i = 0; m && m->place_like && i < d->s->n_items; i++)
        if (d->s->item[i].kind == ITEM_ACTOR && d->s->item[i].actor == m)
            return &d->s->item[i];
    return NULL;
}

/* Puts those of the side from `at` on into a draft of their own. */
static void part_from(coder_state *c, draft_list *list, bool actors, uint32_t at)
{
    event_draft other = list->v[list->n - 1];
    event_side *one =
        actors ? &list->v[list->n - 1].actor : &list->v[list->n - 1].recipient;
    event_side rest = { 0 };
    for (uint32_t i = at; i < one->list.n; i++)
        *vec_push(c->mem, &rest.list) = one->list.v[i];
    one->list.n = at;
    *(actors ? &other.actor : &other.recipient) = rest;
    other.share++;
    const clause_item *there = rest.list.n && str_eq(other.mode, STR("visit"))
                                   ? land_of(&other, &rest.list.v[0])
                                   : NULL;
    other.place = there ? there : other.place;
    *vec_push(c->mem, list) = other;
}

/* One after the other, or two by number. */
static void split_by_words(coder_state *c, draft_list *list)
{
    const event_draft *d = &list->v[list->n - 1];
    if (is_of_two(d, &d->recipient, &d->actor) || is_of_two(d, &d->actor, &d->recipient)) {
        part_from(c, list, d->actor.list.n == 2, 1);
        return;
    }
    for (uint32_t i = 1; d->actor.list.n && i < d->recipient.list.n; i++)
        if (is_met_then(d, &d->recipient, i)) {
            part_from(c, list, false, i);
            return;
        }
}

void meeting_split(coder_state *c, const clause_args *args, draft_list *list)
{
    event_draft *d = &list->v[list->n - 1];
    if (!str_eq(d->type, STR("CONSULT")))
        return;
    int32_t again = met_again(d->s, args);
    if (again < 0) {
        split_by_words(c, list);
        return;
    }
    if (d->recipient.list.n < 2)
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
