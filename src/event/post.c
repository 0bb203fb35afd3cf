/* Toponyms inside the words of a mention: where an envoy is sent, where an ambassador is accredited. */
#include "event/draft.h"

/* "The ambassador in Muscat", and not "the sultan of Oman", which is spelt like Amman. */
static bool is_behind_preposition(const event_draft *d, const place_mention *m)
{
    const text_token *t = &d->part->in.part->token[m->first];
    bool tied = t->morph && (t->morph->clitics & MORPH_PREPOSITION);
    return tied || (m->first > 0 && morph_may_be(t - 1, STR("prep")));
}

/* The toponym that the words of a mention end with ("the envoy to Syria"), as an item; NULL where there is none. */
const clause_item *role_place_within(coder_state *c, const event_draft *d,
                                     const clause_item *who, bool at_end)
{
    const place_list *all = d->part->in.places;
    for (uint32_t i = all->n; who->kind == ITEM_ACTOR && i > 0; i--) {
        const place_mention *m = &all->v[i - 1];
        if (m->first <= who->first || m->last > who->last || !m->country.n ||
            (at_end && m->last != who->last) ||
            !(is_behind_preposition(d, m) || str_eq(m->country, who->actor->a.country)))
            continue;
        return draft_place_item(c, m);
    }
    return NULL;
}

/* "the president of the republic of Chechnya": the land he is of is no post abroad. */
static const clause_item *post_abroad(coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *who = &d->s->item[at];
    const clause_item *place = role_place_within(c, d, who, true);
    return place && str_eq(place->place->country, who->actor->a.country) ? NULL : place;
}

const clause_item *role_place_of_post(coder_state *c, const event_draft *d,
                                      const clause_args *args)
{
    if (d->s->item[d->trigger].kind == ITEM_VERB) {
        int32_t subject = draft_clause(d)->subject;
        return subject < 0 ? NULL : post_abroad(c, d, (uint32_t)subject);
    }
    for (uint32_t i = 0; i < args->n; i++)
        if (str_eq(args->v[i].slot, STR("gen")) && args->v[i].owner_is_head)
            return post_abroad(c, d, args->v[i].item);
    return NULL;
}

/* "its ambassador to France": where whom it is about is accredited. */
bool role_accredited(coder_state *c, event_draft *d, const clause_args *args,
                     event_side *side)
{
    for (uint32_t i = 0; i < args->n; i++) {
        const clause_item *place =
            role_place_within(c, d, &d->s->item[args->v[i].item], false);
        if (place)
            return role_add(c, d, place, side);
    }
    return false;
}

/* "Its envoy to": a word with a pronoun, perhaps with an adjective, before the preposition of item `at`; no argument of `head`
 * itself is tied to a post ("his visit to").                                                                         */
static bool is_behind_his(const clause_sentence *s, uint32_t head, uint32_t at)
{
    for (uint32_t i = at; i > 1 && i + 2 > at; i--) {
        const clause_item *it = &s->item[i - 2];
        bool word = it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
        if (!word || i - 2 == head)
            return false;
        if (it->clitics & MORPH_PRONOUN)
            return true;
        if (!(it->clitics & MORPH_AL))
            return false;
    }
    return false;
}

static bool leads_to_place(const clause_sentence *s, const clause_arg *a)
{
    return str_eq(a->slot, STR("ila")) && !a->coordinated &&
           where_is_toponym(&s->item[a->item]);
}

void role_part_posts(const clause_sentence *s, uint32_t head, clause_args *args)
{
    bool later = false;
    for (uint32_t i = args->n; i > 0; i--) {
        clause_arg *a = &args->v[i - 1];
        if (!leads_to_place(s, a))
            continue;
        const actor_mention *named =
            a->item + 1 < s->n_items ? role_mention(s, (int32_t)a->item + 1) : NULL;
        bool post = (named && named->kind == ACTOR_PERSON && !named->clitics) ||
                    is_behind_his(s, head, a->item);
        if (later && post)
            a->slot = STR("lada");
        later = true;
    }
}
