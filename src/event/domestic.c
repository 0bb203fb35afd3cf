/* People of whom nothing tells where they are from, in an article that tells of one state almost alone: they are that state's. */
#include "event/doer.h"

/* How often the article names people and bodies of that state, and those of any other. */
static void count(const event_part *part, wq_str state, uint32_t *own, uint32_t *other)
{
    for (uint32_t i = 0; i < part->in.actors->n; i++) {
        const actor_mention *m = &part->in.actors->v[i];
        if (m->kind == ACTOR_SOURCE || !m->a.country.p)
            continue;
        ++*(str_eq(m->a.country, state) ? own : other);
    }
}

/* Of no known name, in no world body, and no visitors, migrants or foreigners. */
static bool is_anybody(const coder_state *c, const event_draft *d, const wq_actor *a)
{
    if (a->country.p || a->id.p || needs_among(c, STR("@worldly"), a->sector))
        return false;
    const actor_mention *m = draft_mention(d, a->span);
    if (!m) /* "the arrest of a journalist": no mention of its own */
        return !a->sector.n || needs_among(c, STR("@civil"), a->sector);
    bool away = role_is_of_kind(c, m, STR("visitor|sent|world|asked|several"));
    return m->kind != ACTOR_SOURCE && m->kind != ACTOR_STATE && !m->owner.p && !m->second &&
           !away && !actor_is_foreign(c->lex, d->part->in.part, m);
}

static void give(const coder_state *c, const event_draft *d, event_side *side)
{
    wq_str there = d->place && d->place->place ? d->place->place->country : d->country;
    if (there.p && !str_eq(there, c->about))
        return;
    for (uint32_t i = 0; i < side->list.n; i++)
        if (is_anybody(c, d, &side->list.v[i]))
            side->list.v[i].country = c->about;
}

void domestic_complete(coder_state *c, const event_part part[2])
{
    enum { LEAST = 3, ALMOST_ALONE = 4 };
    uint32_t own = 0, other = 0;
    for (int i = 0; c->about.p && i < 2; i++)
        count(&part[i], c->about, &own, &other);
    if (own < LEAST || own < ALMOST_ALONE * other)
        return;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        give(c, &c->drafts.v[i], &c->drafts.v[i].actor);
        give(c, &c->drafts.v[i], &c->drafts.v[i].recipient);
    }
}
