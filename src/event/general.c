/* Acts of force of which nothing is told but that they happen. */
#include "event/draft.h"

/* Does a mention single somebody out: a name, an office that tells who it is, one person of a known nation? */
static bool singles_out(const actor_mention *m)
{
    bool one = !m->plural && m->a.country.p;
    return m->kind == ACTOR_PERSON || (m->kind == ACTOR_OFFICE && (m->a.id.p || one)) ||
           (m->kind == ACTOR_GROUP && m->agent && one);
}

/* Is somebody on this side singled out? */
static bool names_person(const event_draft *d, const event_side *side)
{
    const actor_list *all = d->part->in.actors;
    for (uint32_t i = 0; i < all->n && side->list.n; i++)
        if (singles_out(&all->v[i]) && all->v[i].a.span.start == side->list.v[0].span.start)
            return true;
    return false;
}

/* A town is named in the clause, or in the one that hangs on it. */
static bool names_place(const event_draft *d)
{
    const clause *own = draft_clause(d), *next = own + 1;
    bool more = d->clause + 1 < d->s->n_clauses && next->parent == (int32_t)d->clause;
    for (uint32_t i = own->first; i < (more ? next->last : own->last); i++)
        if (d->s->item[i].kind == ITEM_PLACE)
            return true;
    return false;
}

/* "Fired at Saudi Arabia", "Iraqi soldiers were wounded": done, by a verb in the perfect, to a state, a body or soldiers of a
 * known nation, or to rebels.                                                                                                     */
static bool was_done_to_body(const coder_state *c, const event_draft *d)
{
    int32_t at = d->carrier >= 0 ? d->carrier : (int32_t)d->trigger;
    const clause_item *verb = &d->s->item[at];
    const actor_mention *m =
        d->recipient.list.n ? draft_mention(d, d->recipient.list.v[0].span) : NULL;
    bool told = verb->kind == ITEM_VERB && (verb->entry.feats & LEX_F_PERFECT) &&
                !(verb->entry.feats & LEX_F_IMPERFECT) && d->lacks.n == 0;
    bool group = m && m->kind == ACTOR_GROUP;
    if (told && group && needs_among(c, STR("@fighters"), m->a.sector))
        return m->a.country.p || !str_eq(m->a.sector, STR("MIL"));
    return told && m && m->a.country.p && (m->kind == ACTOR_ORG || m->kind == ACTOR_STATE);
}

/* "Fear killing", "the danger of attacks": what may come, from nobody and on nobody but the land around. */
static bool is_mere_fear(const event_draft *d)
{
    const actor_mention *m =
        d->recipient.list.n ? draft_mention(d, d->recipient.list.v[0].span) : NULL;
    return d->status == WQ_HYPOTHETICAL && d->actor.list.n == 0 && (!m || m->place_like) &&
           str_eq(d->type, STR("ASSAULT"));
}

/* Of an act of force something is told besides that it happens: who does it, to whom by name, how many, where or when.
 * "They kill people", "the clashes" are talk.                                                                     */
static bool is_general(const coder_state *c, const event_draft *d)
{
    bool force = str_find(event_type_cell(c, d->type, "needs"), STR("said")) >= 0;
    return force && d->actor.list.n == 0 && d->sizes.n == 0 && !d->place && !d->site &&
           !names_place(d) && !d->time && !names_person(d, &d->recipient) &&
           !was_done_to_body(c, d);
}

void merge_drop_general(coder_state *c)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < c->drafts.n; i++)
        if (!is_general(c, &c->drafts.v[i]) && !is_mere_fear(&c->drafts.v[i]))
            c->drafts.v[kept++] = c->drafts.v[i];
    c->drafts.n = kept;
}
