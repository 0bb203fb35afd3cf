/* Who is condemned: "condemned the attack", in an article that tells of one party alone who attacked. */
#include "event/doer.h"
#include "script/letters.h"

/* The deed itself where it is that which is condemned, right behind the verb, or what describes it; NULL: it is not. */
static const clause_item *deed_of(coder_state *c, const event_draft *d)
{
    enum { REACH = 6 };
    words_note(c, d->s);
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB || item_is_function(it, STR("comp")))
            return NULL;
        if ((it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) &&
            needs_word(c, d, it, STR("@violence,jarima")))
            return it;
    }
    return NULL;
}

/* No nameless bomber. */
static bool is_known(coder_state *c, const wq_actor *a)
{
    return a && (a->id.p || (a->country.p && needs_among(c, STR("@armed"), a->sector)));
}

/* The one party that all attacks told of are by, whose author is known, or all those between two sentences; NULL: none, or several. */
static const wq_actor *attacker(coder_state *c, const event_part *part, uint32_t from,
                                uint32_t to)
{
    const wq_actor *one = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *d = &c->drafts.v[i];
        bool there =
            !part || (d->part == part && d->s->sentence >= from && d->s->sentence <= to);
        if (!there || !str_eq(d->type, STR("ASSAULT")))
            continue;
        for (uint32_t k = 0; k < d->actor.list.n; k++) {
            const wq_actor *a = &d->actor.list.v[k];
            if (one && !role_is_same_party(one, a))
                return NULL;
            one = one ? one : a;
        }
    }
    return is_known(c, one) ? one : NULL;
}

/* "The attack", where more parties than one attack: by whom those are that were told of in the sentence and the one before. */
static const wq_actor *attacker_before(coder_state *c, const event_draft *d,
                                       const clause_item *deed)
{
    bool one = deed->kind == ITEM_NOMINAL && (deed->clitics & MORPH_AL) &&
               !str_ends(d->s->part->token[deed->first].form, STR(AR_ALEF AR_TEH));
    uint32_t to = d->s->sentence;
    return one ? attacker(c, d->part, to ? to - 1 : 0, to) : NULL;
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
    const wq_actor *all = attacker(c, NULL, 0, 0);
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        if (!str_eq(d->type, STR("ACCUSE")) || !str_eq(d->mode, STR("disapprove")) ||
            d->recipient.list.n)
            continue;
        const clause_item *deed = deed_of(c, d);
        const wq_actor *who = !deed ? NULL : all ? all : attacker_before(c, d, deed);
        if (who && !takes_part(d, who))
            role_add_actor(c, who, &d->recipient);
    }
}
