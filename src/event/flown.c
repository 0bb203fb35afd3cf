/* Whose planes they are that the text tells only by where they took off. */
#include "event/draft.h"

/* "The fighters that took off from the base of Diyarbakir": planes are of the state from which they fly. */
void where_flown(const coder_state *c, event_draft *d)
{
    enum { REACH = 4 };
    wq_actor *a = d->actor.list.n == 1 ? &d->actor.list.v[0] : NULL;
    const actor_mention *m = a && !a->country.p ? draft_mention(d, a->span) : NULL;
    bool plane =
        m && m->agent &&
        needs_among(c, STR("@aircraft"), lex_cell(c->lex, LEX_AGENT, m->agent - 1, "id"));
    for (uint32_t i = 0; plane && i + 2 < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        const clause *cl = &d->s->clause[it[1].clause];
        if (it->kind != ITEM_ACTOR || it->actor != m ||
            !item_is_function(it + 1, STR("rel")) || cl->verb < 0 ||
            !needs_word(c, d, &d->s->item[cl->verb], STR("@takes_off")))
            continue;
        uint32_t at = (uint32_t)cl->verb + 1, end = at + REACH;
        while (at < d->s->n_items && at < end && !where_is_toponym(&d->s->item[at]))
            at++;
        if (at < d->s->n_items && at < end)
            a->country = where_country(&d->s->item[at]);
        return;
    }
}
