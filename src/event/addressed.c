/* Who is meant by what else is said in one breath: "denounced the arrests, and called for a release", "called on the crowd to leave,
 * warning that the police would": the demand and the threat go to whom the words before were turned on.                */
#include "event/doer.h"

static bool is_by_same(const event_draft *a, const event_draft *b)
{
    return a->actor.list.n && b->actor.list.n &&
           role_is_same_party(&a->actor.list.v[0], &b->actor.list.v[0]);
}

/* A demand that the other side give something up; any threat. */
static bool wants_addressee(const event_draft *d)
{
    return d->recipient.list.n == 0 &&
           (str_eq(d->type, STR("THREATEN")) ||
            (str_eq(d->type, STR("REQUEST")) && str_eq(d->mode, STR("yield"))));
}

/* What the same people said before in the sentence, of somebody; NULL: nothing. */
static const event_draft *said_before(const coder_state *c, const event_draft *d)
{
    const event_draft *last = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *a = &c->drafts.v[i];
        bool words = str_listed(STR("ACCUSE|REQUEST|THREATEN"), '|', a->type);
        if (a->s == d->s && a->trigger < d->trigger && words && a->recipient.list.n &&
            is_by_same(a, d) && (!last || last->trigger < a->trigger))
            last = a;
    }
    return last;
}

void addressed_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        const event_draft *before = wants_addressee(d) ? said_before(c, d) : NULL;
        for (uint32_t k = 0; before && k < before->recipient.list.n; k++)
            role_add_actor(c, &before->recipient.list.v[k], &d->recipient);
    }
}
