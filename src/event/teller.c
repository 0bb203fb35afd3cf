/* Who speaks, who demands in speech, and whom a duty binds: slots of a frame that are no phrase of the trigger. */
#include "event/claim.h"
#include "event/draft.h"
#include "script/letters.h"

/* "announced the arrest of": the subject of the verb of saying right before a noun. */
static bool fill_announcer(coder_state *c, event_draft *d, event_side *side)
{
    const clause *own = draft_clause(d);
    const clause_item *it = &d->s->item[d->trigger];
    wq_str value;
    bool announced = own->verb >= 0 && own->verb < (int32_t)d->trigger &&
                     claim_is_cue(c, &d->s->item[own->verb], STR("say"), &value);
    bool object =
        d->trigger > 0 &&
        ((int32_t)d->trigger - 1 == own->subject || (int32_t)d->trigger - 1 == own->verb) &&
        !(it->clitics & MORPH_PREPOSITION);
    return announced && object && role_subject(c, d, side);
}

bool role_is_of_document(const coder_state *c, const event_draft *d, const clause *cl)
{
    const clause_item *verb = cl->verb < 0 ? NULL : &d->s->item[cl->verb];
    wq_str value;
    if (!verb || cl->verb != (int32_t)cl->first || cl->subject >= (int32_t)cl->first ||
        (verb->clitics & (MORPH_WA | MORPH_FA)) || !(verb->entry.feats & LEX_F_IMPERFECT))
        return false;
    for (int32_t i = cl->verb - 1; i > cl->subject && i >= 0; i--) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB || it->kind == ITEM_FUNCTION || it->kind == ITEM_MARK)
            return false;
        if (claim_is_cue(c, it, STR("document"), &value))
            return true;
    }
    return false;
}

/* The nearest clause at or above the trigger's whose verb says something and has a subject; NULL where nobody speaks. */
static const clause *clause_of_saying(coder_state *c, const event_draft *d)
{
    int32_t from = (int32_t)(d->hal ? d->above : d->clause);
    for (int32_t k = from; k >= 0; k = d->s->clause[k].parent) {
        wq_str value;
        const clause *above = &d->s->clause[k];
        if (above->verb >= 0 && above->subject >= 0 && !clause_is_as_said(d->s, above) &&
            claim_is_cue(c, &d->s->item[above->verb], STR("say"), &value))
            return above;
    }
    return NULL;
}

/* "Calling on Iran to ...", a sentence of its own behind the full stop of what was quoted. */
static bool opens_fragment(const event_draft *d)
{
    const text_token *t = &d->s->part->token[d->s->item[d->trigger].first];
    wq_str raw = text_raw(d->s->part, t);
    return d->trigger == 0 && d->s->sentence > 0 &&
           (str_ends(raw, STR(AR_ALEF)) || str_ends(raw, STR(AR_ALEF AR_FATHATAN)) ||
            str_ends(raw, STR(AR_FATHATAN AR_ALEF)) || str_ends(raw, STR(AR_TEH_MARBUTA)));
}

/* "resigned after protesters took to the streets, demanding (مطالبين)": a participle of many is of no single man.  Then of the
 * people right before it, back to the verb; NULL where there are none.  `one` tells that it is so.                      */
static const clause_item *many_before(const event_draft *d, const clause *cl, bool *one)
{
    const clause_item *it = &d->s->item[d->trigger];
    const actor_mention *subject = role_mention(d->s, cl->subject);
    wq_str form = d->s->part->token[it->first].form;
    *one = it->kind == ITEM_NOMINAL && !(it->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
           str_ends(form, STR(AR_YEH AR_NOON)) && subject &&
           subject->kind <= ACTOR_OFFICE && !subject->plural && !subject->second;
    for (uint32_t i = d->trigger; *one && i-- > 0 && d->s->item[i].kind != ITEM_VERB;) {
        const actor_mention *m = role_mention(d->s, (int32_t)i);
        if (m && m->plural && m->kind == ACTOR_GROUP)
            return &d->s->item[i];
    }
    return NULL;
}

/* "He added that "the administration is not legitimate", accusing": a verb of saying without a subject is of him who spoke last. */
static bool goes_on_saying(coder_state *c, const event_draft *d)
{
    wq_str value;
    const clause *above = draft_verb_clause(d);
    return d->hal && above->verb >= 0 && above->subject < 0 &&
           claim_is_cue(c, &d->s->item[above->verb], STR("say"), &value);
}

/* "..., as his party announced, denouncing "his jailing"": of a participle with words in quotation marks whoever utters them. */
static bool add_who_utters(coder_state *c, const event_draft *d, event_side *side)
{
    const claim_state *st = &c->claims;
    uint32_t next = d->trigger + 1;
    for (uint32_t i = 0; d->hal && i < st->said.n; i++) {
        const claim *said = &st->said.v[i];
        bool quoted = said->cue == d->trigger && next < d->s->n_items &&
                      d->s->part->token[d->s->item[next].last - 1].quote;
        if (quoted && said->who.actor && said->who.actor->kind != ACTOR_SOURCE) {
            role_add_mention(c, said->who.actor, side);
            return true;
        }
    }
    return false;
}

/* Who speaks: the subject of the nearest verb of saying above, else of the clause itself ("..., accusing ..."). */
bool role_speaker(coder_state *c, event_draft *d, event_side *side)
{
    const clause_item *it = &d->s->item[d->trigger];
    if (it->kind != ITEM_VERB && it->entry.form != LEX_ACTIVE)
        return fill_announcer(c, d, side);
    if (add_who_utters(c, d, side))
        return true;
    const clause *own = d->hal ? &d->s->clause[d->above] : draft_clause(d);
    const clause *says = clause_of_saying(c, d), *cl = says ? says : own;
    if (!says && ((cl->subject < 0 && opens_fragment(d)) || goes_on_saying(c, d)))
        return role_add_speaker(c, d, side);
    bool one;
    const clause_item *many = many_before(d, cl, &one);
    if (one)
        return many && role_add(c, d, many, side);
    if (cl->subject < 0)
        return role_subject(c, d, side);
    bool found = role_add(c, d, &d->s->item[cl->subject], side);
    const actor_mention *who = role_mention(d->s, cl->subject);
    if (found && who && who->kind != ACTOR_PERSON &&
        who->kind != ACTOR_OFFICE) /* "Egypt and Sudan said, accusing" */
        role_add_joined(c, d, (uint32_t)cl->subject, d->trigger, side);
    return found;
}

bool role_speaks_by_light(coder_state *c, const event_draft *d, event_side *side)
{
    bool besides = d->light >= 0 && d->light < (int32_t)d->trigger &&
                   d->s->item[d->light].kind == ITEM_NOMINAL &&
                   d->s->item[d->light].entry.form == LEX_ACTIVE;
    int32_t k = besides && c->claims.of_item ? c->claims.of_item[d->trigger] : -1;
    const claim *said = k < 0 ? NULL : &c->claims.said.v[k];
    if (!said || (int32_t)said->cue != d->light || !said->who.actor ||
        said->who.actor->kind == ACTOR_SOURCE)
        return false;
    role_add_mention(c, said->who.actor, side);
    return true;
}

/* Only who says it, by a verb above, before a colon or of a quotation: what has to be done is a demand in somebody's mouth. */
bool role_sayer(coder_state *c, event_draft *d, event_side *side)
{
    const clause *says = clause_of_saying(c, d);
    return says ? role_add(c, d, &d->s->item[says->subject], side)
                : role_add_speaker(c, d, side);
}

/* "The forces (are) on alert", "the forces are still on alert": of whom a clause without a verb of its own tells in what state
 * he is; only an auxiliary may stand in it, and what governs the trigger right behind him.                            */
bool role_topic(coder_state *c, const event_draft *d, event_side *side)
{
    const clause *cl = draft_clause(d);
    uint32_t end = d->trigger;
    while (end > cl->first && (d->s->item[end - 1].kind == ITEM_FUNCTION ||
                               d->s->item[end - 1].kind == ITEM_TIME))
        end--;
    bool verb = cl->verb >= 0 && cl->verb < (int32_t)d->trigger;
    if (verb && !str_eq(lex_cell(c->lex, LEX_VERB, d->s->item[cl->verb].entry.row, "class"),
                        STR("aux")))
        return false;
    int32_t who =
        verb && cl->subject >= 0 ? cl->subject : clause_topic(d->s, cl, (int32_t)end);
    return who >= 0 && (verb || (uint32_t)who + 1 == end) &&
           role_add(c, d, &d->s->item[who], side);
}

/* "(it is) for Russia to ...", "for it to": whom the duty that begins at the trigger binds. */
bool role_bound(coder_state *c, const event_draft *d, event_side *side)
{
    const clause_item *it = &d->s->item[d->trigger];
    return role_add(c, d, item_is_function(it, STR("prep_pronoun")) ? it : it + 1, side);
}

bool teller_in_words(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at], *words = it + 1;
    if (at + 1 >= s->n_items || !item_is_function(it, STR("prep")) ||
        (words->kind != ITEM_NOMINAL && words->kind != ITEM_WORD) || words->clitics)
        return false;
    return speech_phrase(c, s, at + 1, STR("document")) ||
           speech_phrase(c, s, at + 1, STR("remarks"));
}

bool teller_is_behind_words(const coder_state *c, const clause_sentence *s, uint32_t from,
                            uint32_t at)
{
    enum { ADJECTIVES = 2 };
    for (uint32_t i = at; i > from + 1 && i + ADJECTIVES + 2 >= at; i--) {
        if (teller_in_words(c, s, i - 1))
            return true;
        if (item_is_function(&s->item[i - 1], STR("prep")) ||
            s->item[i - 1].kind == ITEM_MARK)
            return false;
    }
    return false;
}
