/* A side: who acts, or on whom. */
#include "event/draft.h"

static bool same_actor(const wq_actor *a, const wq_actor *b)
{
    return a->span.part == b->span.part && a->span.start == b->span.start &&
           str_eq(a->country, b->country) && str_eq(a->id, b->id);
}

void role_add_actor(coder_state *c, const wq_actor *actor, event_side *side)
{
    for (uint32_t i = 0; i < side->list.n; i++)
        if (same_actor(&side->list.v[i], actor))
            return;
    *vec_push(c->mem, &side->list) = *actor;
}

void role_add_mention(coder_state *c, const actor_mention *m, event_side *side)
{
    role_add_actor(c, &m->a, side);
    for (uint32_t i = 0; m->second && i <= m->n_more; i++) { /* "the two presidents" */
        wq_actor other = m->second[i];
        other.text = m->a.text;
        other.span = m->a.span;
        role_add_actor(c, &other, side);
    }
    if (!m->second && m->country2.p) { /* "the two sides": one actor a country */
        wq_actor second = m->a;
        second.country = m->country2;
        second.id = second.name = (wq_str){ NULL, 0 };
        role_add_actor(c, &second, side);
    }
}
