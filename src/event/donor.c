/* Whom those help who are told of as giving too: "Brazil promised Haiti funds, while Australia is going to give nine million". */
#include "event/draft.h"

/* Aid; or the promise of it. */
static bool gives(coder_state *c, const event_draft *d)
{
    enum { REACH = 4 };
    if (str_eq(d->type, STR("AID")))
        return true;
    for (uint32_t i = d->trigger + 1;
         str_eq(d->type, STR("AGREE")) && i < d->s->n_items && i <= d->trigger + REACH; i++)
        if (needs_word(c, d, &d->s->item[i], STR("@relief")))
            return true;
    return false;
}

/* The one country that the article tells to be helped, as it is named first; NULL: none, or several. */
static const wq_actor *helped(coder_state *c)
{
    const wq_actor *one = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *d = &c->drafts.v[i];
        for (uint32_t k = 0; k < d->recipient.list.n && gives(c, d); k++) {
            const wq_actor *a = &d->recipient.list.v[k];
            if (!a->country.p || (one && !str_eq(one->country, a->country)))
                return NULL;
            one = one ? one : a;
        }
    }
    return one;
}

void donor_complete(coder_state *c)
{
    const wq_actor *one = helped(c);
    for (uint32_t i = 0; one && i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        if (d->actor.list.n && d->recipient.list.n == 0 && gives(c, d) &&
            !role_is_of_land(&d->actor, one->country))
            role_add_actor(c, one, &d->recipient);
    }
}
