/* "..., which (وهو ما) Moscow criticised": the clause takes up all that was told before it, and whoever did that is meant. */
#include "event/doer.h"

/* Is the deed of the clause before what this one is about: its verb has a pronoun, or one stands behind it? */
static bool takes_up_deed(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *rel = &d->s->item[cl->first], *verb = &d->s->item[d->trigger];
    bool what = cl->opener == OPEN_WHO && cl->verb == (int32_t)d->trigger &&
                item_is_function(rel, STR("rel")) && str_eq(rel->value, STR("what")) &&
                cl->first > 0 && item_is_comma(rel - 1);
    bool behind =
        d->trigger + 1 < d->s->n_items && item_is_function(verb + 1, STR("prep_pronoun"));
    return what && ((verb->clitics & (MORPH_HU | MORPH_HA)) || behind);
}

static bool is_about_deeds(wq_str type)
{
    return str_listed(STR("ACCUSE|REJECT|SUPPORT"), '|', type);
}

/* Who did what was told last in the sentence, or the subject of the clause right before. */
static void add_doers(coder_state *c, const event_draft *d, event_side *side)
{
    const clause *cl = draft_clause(d);
    const event_draft *last = c->drafts.n ? &c->drafts.v[c->drafts.n - 1] : NULL;
    if (last && last->s == d->s && last->trigger < cl->first) {
        for (uint32_t i = 0; i < last->actor.list.n; i++)
            role_add_actor(c, &last->actor.list.v[i], side);
        return;
    }
    const clause *above =
        cl->first ? &d->s->clause[d->s->item[cl->first - 1].clause] : NULL;
    const actor_mention *who = above ? role_mention(d->s, above->subject) : NULL;
    if (who && who->kind != ACTOR_SOURCE)
        role_add_mention(c, who, side);
}

void role_of_deed_before(coder_state *c, event_draft *d)
{
    event_side doers = { 0 };
    if (!is_about_deeds(event_cell(c, d->row, "type")) || !takes_up_deed(d))
        return;
    add_doers(c, d, &doers);
    for (uint32_t i = 0; i < doers.list.n; i++)
        for (uint32_t k = 0; k < d->actor.list.n; k++)
            if (role_is_same_party(&doers.list.v[i], &d->actor.list.v[k]))
                return;
    d->recipient = doers;
}
