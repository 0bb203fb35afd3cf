/* Who is condemned: "condemned the attack", in an article that tells of one party alone who attacked. */
#include "event/doer.h"

/* Is it the deed itself that is condemned: right behind the verb, or what describes it? */
static bool is_of_deed(coder_state *c, const event_draft *d)
{
    enum { REACH = 6 };
    words_note(c, d->s);
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB || item_is_function(it, STR("comp")))
            return false;
        if ((it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) &&
            needs_word(c, d, it, STR("@violence,jarima")))
            return true;
    }
    return false;
}

/* The one party that all attacks told of are by, whose author is known; NULL: none, or several. */
static const wq_actor *attacker(const coder_state *c)
{
    const wq_actor *one = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *d = &c->drafts.v[i];
        if (!str_eq(d->type, STR("ASSAULT")))
            continue;
        for (uint32_t k = 0; k < d->actor.list.n; k++) {
            const wq_actor *a = &d->actor.list.v[k];
            if (one && !role_is_same_party(one, a))
                return NULL;
            one = one ? one : a;
        }
    }
    bool known = one && (one->id.p ||
                         (one->country.p && needs_among(c, STR("@armed"), one->sector)));
    return known ? one : NULL; /* no nameless bomber */
}

static bool takes_part(const event_draft *d, const wq_actor *a)
{
    for (uint32_t i = 0; i < d->actor.list.n; i++)
        if (role_is_same_party(&d->actor.list.v[i], a))
            return true;
    return false;
}

void blame_complete(coder_state *c)
{
    const wq_actor *who = attacker(c);
    for (uint32_t i = 0; who && i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        if (str_eq(d->type, STR("ACCUSE")) && str_eq(d->mode, STR("disapprove")) &&
            d->recipient.list.n == 0 && !takes_part(d, who) && is_of_deed(c, d))
            role_add_actor(c, who, &d->recipient);
    }
}
