/* "This came (جاء ذلك) during his meeting with": who made the statement that the sentence goes on to tell of.               */
#include "event/claim.h"
#include "event/doer.h"

/* The sentence begins with a verb of coming in whose subject, a demonstrative, all that was told before is taken up. */
static const clause *takes_up_all(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_verb_clause(d);
    wq_str value;
    uint32_t verb = cl->verb < 0 ? 0 : (uint32_t)cl->verb;
    bool first = cl == d->s->clause && cl->verb >= 0 && verb < d->trigger &&
                 (verb == 0 || (verb == 1 && d->s->item[0].kind == ITEM_FUNCTION));
    bool so = first && verb + 1 < d->s->n_items &&
              claim_is_cue(c, &d->s->item[verb], STR("comes"), &value) &&
              words_is_demonstrative(c, d->s, verb + 1);
    return so ? cl : NULL;
}

/* "in remarks by the minister, during a meeting with": whose words they are, where that is told before the trigger. */
static const actor_mention *whose_words(const event_draft *d, const clause *cl)
{
    for (uint32_t i = (uint32_t)cl->verb + 3; i < d->trigger; i++) {
        const clause_item *it = &d->s->item[i], *noun = it - 1;
        bool theirs = noun->kind == ITEM_NOMINAL || noun->kind == ITEM_WORD;
        if (it->kind == ITEM_ACTOR && !it->actor->place_like && theirs &&
            !(it->clitics & (MORPH_PREPOSITION & ~MORPH_LI)))
            return it->actor;
    }
    return NULL;
}

const actor_mention *role_came(const coder_state *c, const event_draft *d)
{
    const clause *cl = takes_up_all(c, d);
    if (!cl)
        return NULL;
    const actor_mention *m = whose_words(d, cl);
    m = m ? m : c->claims.topic.actor;
    bool man = m && (m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE);
    return man ? m : NULL;
}

bool role_add_came(coder_state *c, event_draft *d, event_side *side)
{
    const actor_mention *m = role_came(c, d);
    if (!m)
        return false;
    d->inherited = true;
    role_add_mention(c, m, side);
    return true;
}

/* "She said, in the palace of the presidency, that her visit": the pronoun at the beginning of what somebody says, before anybody
 * else in it is named, is the speaker's.                                                                              */
static const actor_mention *speaker_at_beginning(const coder_state *c, const event_draft *d,
                                                 uint16_t pronoun)
{
    const claim_state *st = &c->claims;
    int32_t k =
        d->s->item[d->trigger].clitics & MORPH_PRONOUN ? st->of_item[d->trigger] : -1;
    const claim *said = k < 0 ? NULL : &st->said.v[k];
    const actor_mention *m = said ? said->who.actor : NULL;
    if (!m || m->kind == ACTOR_SOURCE || said->cue >= d->trigger)
        return NULL;
    for (uint32_t i = said->from; i < d->trigger; i++)
        if (d->s->item[i].kind == ITEM_ACTOR || d->s->item[i].kind == ITEM_VERB)
            return NULL;
    return role_fits(m, pronoun) || ((pronoun & MORPH_HA) && said->who.fem) ? m : NULL;
}

/* "..., affirming his refusal": right behind the word of saying the pronoun is the speaker's, though no stage knows who he is. */
static bool is_said_by_unknown(const coder_state *c, const event_draft *d)
{
    const claim_state *st = &c->claims;
    int32_t k =
        d->s->item[d->trigger].clitics & MORPH_PRONOUN ? st->of_item[d->trigger] : -1;
    const claim *said = k < 0 ? NULL : &st->said.v[k];
    bool next = said && said->cue < d->trigger && said->cue + 2 >= d->trigger &&
                d->s->item[said->cue].entry.form == LEX_ACTIVE;
    return next && !said->who.actor && said->who.text.n;
}

/* "met the Iraqi side ... his meeting": those who meet are men; one who was named a little before a body that fits, too. */
static const actor_mention *man_before(const coder_state *c, const event_draft *d,
                                       const actor_mention *body, uint16_t pronoun)
{
    const actor_list *all = d->part->in.actors;
    uint32_t back = d->s->sentence ? d->s->sentence - 1 : 0;
    uint32_t from =
        d->part->sentence[back].n_items ? d->part->sentence[back].item[0].first : 0;
    bool meets = str_eq(event_cell(c, d->row, "type"), STR("CONSULT"));
    for (uint32_t i = all->n; meets && i > 0 && all->v[i - 1].first >= from; i--) {
        const actor_mention *m = &all->v[i - 1];
        if (m->first < body->first && m->kind == ACTOR_PERSON && role_fits(m, pronoun))
            return m;
    }
    return body;
}

const actor_mention *role_possessor(coder_state *c, const event_draft *d, uint16_t pronoun)
{
    const actor_mention *m = role_came(c, d);
    if (m && role_fits(m, pronoun))
        return m;
    if (is_said_by_unknown(c, d))
        return NULL;
    m = speaker_at_beginning(c, d, pronoun);
    m = m ? m : role_antecedent(d, d->trigger, pronoun);
    bool body = m && (pronoun & MORPH_HU) && m->kind == ACTOR_GROUP;
    return body ? man_before(c, d, m, pronoun) : m;
}
