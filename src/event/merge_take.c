/* What a draft takes over from another that tells of the same: who was hit, when, where, how. */
#include <stdlib.h>

#include "event/draft.h"

/* "... and ten others were wounded": stands for nobody where the text says who the first were. */
bool merge_is_of_rest(const event_draft *d)
{
    const actor_mention *m =
        d->recipient.list.n == 1 ? draft_mention(d, d->recipient.list.v[0].span) : NULL;
    return m && str_eq(str_of(m->rule), STR("actor.others"));
}

/* "The agency said, «The president receives the minister»": the headline of a dispatch, without a day. */
bool merge_is_quoted_line(const event_draft *d)
{
    uint32_t first = d->s->item[d->trigger].first;
    return !d->time && d->s->part->token[first].quote &&
           str_eq(str_of(d->status_rule), STR("status.schedule"));
}

/* Where: a noun of place ("in the camp") is read in its own sentence only. */
static void take_where(event_draft *to, const event_draft *from)
{
    if (to->place)
        return;
    to->place = from->place;
    if (!to->site && to->s == from->s)
        to->site = from->site;
}

void merge_take_toll(coder_state *c, event_draft *to, const event_draft *from)
{
    bool told = to->sizes.n > 0; /* the text will say below who the first were */
    bool rest = merge_is_of_rest(to);
    size_take(c, to, from);
    if (!to->mode.n)
        to->mode = from->mode;
    if (to->actor.list.n == 0)
        to->actor = from->actor;
    if (rest ? from->recipient.list.n > 0
             : !to->recipient.list.n && !(told && merge_is_of_rest(from)))
        to->recipient = from->recipient;
    if (!to->time)
        to->time = from->time;
    take_where(to, from);
}

/* "Clashes between the army and the rebels": both sides are named, and whoever was hurt is none. */
bool merge_is_between_two(const event_draft *d)
{
    return d->between && d->actor.list.n && d->recipient.list.n;
}

/* The one country of those on a side; p == NULL: none is known, or several. */
static wq_str country_of(const event_side *side)
{
    wq_str country = { NULL, 0 };
    for (uint32_t i = 0; i < side->list.n; i++) {
        wq_str one = side->list.v[i].country;
        if (one.p && country.p && !str_eq(one, country))
            return (wq_str){ NULL, 0 };
        country = one.p ? one : country;
    }
    return country;
}

/* "left six gunmen dead and three soldiers wounded": both were hit, but "others" are nobody besides. */
static void take_hit(coder_state *c, event_draft *to, const event_draft *what,
                     const event_draft *how)
{
    bool joined = what->s->item[what->trigger].clitics & MORPH_WA;
    bool two = joined && how->sizes.n && what->sizes.n && how->recipient.list.n &&
               draft_same_clause(what, how);
    if (to->recipient.list.n && merge_is_of_rest(what))
        return;
    if (!two || merge_is_of_rest(how)) {
        to->hit = to->hit.p ? to->hit : country_of(&to->recipient);
        to->recipient = what->recipient;
        return;
    }
    for (uint32_t i = 0; i < what->recipient.list.n; i++)
        role_add_actor(c, &what->recipient.list.v[i], &to->recipient);
}

void merge_take_how(coder_state *c, event_draft *to, const event_draft *what,
                    const event_draft *how)
{
    bool alike = what->mode.n && str_eq(what->mode, how->mode);
    const event_draft *other = alike ? how : what;
    event_draft both = alike ? *what : *how;
    size_take(c, &both, other);
    if (what->recipient.list.n && (what->actor.list.n || !merge_is_between_two(&both)))
        take_hit(c, &both, what, how);
    if (!both.actor.list.n)
        both.actor = other->actor;
    if (!both.mode.n)
        both.mode = what->mode;
    if (!both.time)
        both.time = other->time;
    take_where(&both, other);
    *to = both;
}

/* The title first, then as the text tells them. */
static int by_place(const void *a, const void *b)
{
    const event_draft *x = a, *y = b;
    if (x->s->part->which != y->s->part->which)
        return x->s->part->which < y->s->part->which ? -1 : 1;
    uint32_t i = x->s->item[x->trigger].first, j = y->s->item[y->trigger].first;
    return (i > j) - (i < j);
}

void draft_order(draft_list *list)
{
    if (list->n)
        qsort(list->v, list->n, sizeof *list->v, by_place);
}

/* How much a draft tells: sides, a date, a place; the body before the headline. */
int merge_weight(const event_draft *d)
{
    return 4 * (d->actor.list.n > 0) + 4 * (d->recipient.list.n > 0) +
           3 * (d->time && d->time->anchored) + (d->place != NULL) + 3 * (d->mode.n > 0) +
           2 * (d->s->part->which == WQ_PART_TEXT) - 2 * d->inherited;
}
