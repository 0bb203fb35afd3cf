/* "The resistance took the hill": from whom, where the article tells elsewhere whom it fights. */
#include "event/doer.h"

static bool has_body(const event_side *side, const wq_actor *a)
{
    for (uint32_t i = 0; i < side->list.n; i++)
        if (role_is_same_party(&side->list.v[i], a))
            return true;
    return false;
}

static bool shares_body(const event_side *one, const event_side *other)
{
    for (uint32_t i = 0; i < one->list.n; i++)
        if (has_body(other, &one->list.v[i]))
            return true;
    return false;
}

/* Those of a side who fight and are of the land of `d` or of its actor's: no air force of others; none of them on its side. */
static void take_armed(coder_state *c, const event_draft *d, const event_side *side,
                       event_side *out)
{
    wq_str land = d->place ? where_country(d->place) : (wq_str){ NULL, 0 };
    for (uint32_t i = 0; i < side->list.n; i++) {
        const wq_actor *a = &side->list.v[i];
        bool here =
            a->country.p && (str_eq(a->country, d->actor.list.v[0].country) ||
                             str_eq(a->country, land) || str_eq(a->country, STR("IMG")));
        if (needs_among(c, STR("@fighters"), a->sector) && here && !has_body(&d->actor, a))
            role_add_actor(c, a, out);
    }
}

/* Whom the actor of `d` fights in `b`. */
static event_side foe_in(coder_state *c, const event_draft *d, const event_draft *b)
{
    event_side foe = { 0 };
    if (b == d || !event_type_cell(c, b->type, "scene").p)
        return foe;
    if (shares_body(&d->actor, &b->actor) && !shares_body(&d->actor, &b->recipient))
        take_armed(c, d, b->recipient.list.n ? &b->recipient : &b->actor, &foe);
    else if (shares_body(&d->actor, &b->recipient))
        take_armed(c, d, &b->actor, &foe);
    return foe;
}

/* A town of the actor's own country is what is taken, and nobody's side. */
static bool is_open(const event_draft *d)
{
    for (uint32_t i = 0; i < d->recipient.list.n; i++) {
        const wq_actor *a = &d->recipient.list.v[i];
        const actor_mention *m = draft_mention(d, a->span);
        if (a->sector.n || (m && !m->place_like))
            return false;
    }
    return true;
}

static bool takes_ground(const coder_state *c, const event_draft *d)
{
    return d->actor.list.n && needs_among(c, STR("@fighters"), d->actor.list.v[0].sector) &&
           event_type_cell(c, d->type, "scene").p &&
           needs_among(c, STR("@takes_ground"), event_cell(c, d->row, "word"));
}

/* Every draft that tells whom it fights has to agree: on two fronts nobody knows. */
static void find_foe(coder_state *c, event_draft *d)
{
    event_side all = { 0 };
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_side foe = foe_in(c, d, &c->drafts.v[i]);
        if (foe.list.n && all.list.n && !shares_body(&foe, &all))
            return;
        for (uint32_t k = 0; k < foe.list.n; k++)
            if (!has_body(&all, &foe.list.v[k]))
                role_add_actor(c, &foe.list.v[k], &all);
    }
    if (all.list.n)
        d->recipient = all;
}

void foe_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++)
        if (takes_ground(c, &c->drafts.v[i]) && is_open(&c->drafts.v[i]))
            find_foe(c, &c->drafts.v[i]);
}
