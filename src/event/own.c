/* Whether the subject of the trigger's clause is named for it, and not taken over from another clause. */
#include "event/draft.h"
#include "script/letters.h"

/* "that he will": the particle that opens the clause carries its subject. */
static bool is_pronoun_of_clause(const event_draft *d, const clause *cl)
{
    const clause_item *that = &d->s->item[cl->first];
    wq_str form = d->s->part->token[that->first].form;
    return cl->opener == OPEN_THAT && item_is_function(that, STR("comp")) &&
           (str_ends(form, STR(AR_HEH)) || str_ends(form, STR(AR_HEH AR_ALEF)) ||
            str_ends(form, STR(AR_HEH AR_MEEM)));
}

/* "Which (whom) refugees fled to": a pronoun on the verb or on a preposition behind it takes up who stands before. */
static bool is_taken_up(const event_draft *d)
{
    const clause_item *verb = &d->s->item[d->trigger];
    return (verb->clitics & MORPH_PRONOUN) ||
           (d->trigger + 1 < d->s->n_items &&
            item_is_function(verb + 1, STR("prep_pronoun")));
}

/* "Kenya, which (التي) withdrew": who stands right before "which". */
static bool is_antecedent(const event_draft *d, const clause *cl)
{
    const clause_item *verb = &d->s->item[d->trigger];
    return cl->opener == OPEN_WHO && verb->kind == ITEM_VERB &&
           cl->verb == (int32_t)d->trigger && !is_taken_up(d) && cl->first > 0 &&
           cl->subject + 1 + item_is_comma(&d->s->item[cl->first - 1]) ==
               (int32_t)cl->first &&
           d->s->item[cl->subject].kind == ITEM_ACTOR &&
           item_is_function(&d->s->item[cl->first], STR("rel")) &&
           str_starts(d->s->part->token[d->s->item[cl->first].first].form, STR(AR_AL));
}

/* "Kenya, which hosts the talks, withdrew": behind the comma that ends what is told of him a clause without a verb goes on. */
static bool is_topic_before_aside(const event_draft *d, const clause *cl)
{
    const clause *head = &d->s->clause[d->s->item[cl->subject].clause];
    return cl->verb == (int32_t)d->trigger && cl->verb == (int32_t)cl->first &&
           cl->first > 0 && item_is_comma(&d->s->item[cl->first - 1]) && head != cl &&
           head->verb < 0 && cl->subject + 1 < (int32_t)head->last &&
           item_is_comma(&d->s->item[cl->subject + 1]) &&
           d->s->item[cl->subject].kind == ITEM_ACTOR &&
           !(d->s->item[cl->subject].clitics & MORPH_PREPOSITION);
}

/* "Kenya decided that it withdraw (أن تنسحب)": who decides or intends does what stands behind `an` at once. */
static bool is_intender(const coder_state *c, const event_draft *d, const clause *cl)
{
    wq_str value;
    const clause *above = cl->parent >= 0 ? &d->s->clause[cl->parent] : NULL;
    return above && above->verb >= 0 && cl->opener == OPEN_THAT &&
           cl->verb == (int32_t)cl->first + 1 && cl->subject == above->subject &&
           cl->subject + 1 == (int32_t)cl->first &&
           claim_is_cue(c, &d->s->item[above->verb], STR("status"), &value) &&
           (str_eq(value, STR("planned")) || str_eq(value, STR("decided")));
}

bool needs_own_subject(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    uint32_t verb = cl->verb < 0 ? 0 : d->s->item[cl->verb].entry.feats;
    bool we = (verb & LEX_F_1) && !(verb & LEX_F_3); /* "we shall" */
    if (d->deverbal || we)
        return true;
    if (cl->subject < 0)
        return false;
    if (cl->subject >= (int32_t)cl->first && cl->subject < (int32_t)cl->last)
        return true;
    return is_pronoun_of_clause(d, cl) || is_antecedent(d, cl) ||
           is_topic_before_aside(d, cl) || is_intender(c, d, cl);
}
