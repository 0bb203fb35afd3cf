/* What the words next to an event noun make of it: "the date of", "after", "without", "the planned". */
#include "event/claim.h"
#include "script/letters.h"

bool status_parse(wq_str s, wq_status_of_event *out)
{
    static const char *const name[] = { "occurred", "ongoing", "planned",
                                        "proposed", "denied",  "hypothetical" };
    for (int i = 0; i < 6; i++)
        if (str_eq(s, str_of(name[i]))) {
            *out = (wq_status_of_event)i;
            return true;
        }
    return false;
}

bool status_function_within(const event_draft *d, uint32_t from, uint32_t to, wq_str kind)
{
    for (uint32_t i = from; i < to && i < d->s->n_items; i++)
        if (item_is_function(&d->s->item[i], kind))
            return true;
    return false;
}

static const clause_item *item_before(const event_draft *d, uint32_t at)
{
    return at > 0 ? &d->s->item[at - 1] : NULL;
}

static bool is_past(wq_str preposition)
{
    static const char *const value[] = { "baad", "mundhu", "bisabab", "rad", "raghm" };
    for (size_t i = 0; i < sizeof value / sizeof *value; i++)
        if (str_eq(preposition, str_of(value[i])))
            return true;
    return false;
}

/* "The start of a new round of talks": nouns that own each other up to the trigger, from item `from` on. */
static bool opens_chain(const event_draft *d, uint32_t from)
{
    for (uint32_t i = from; i < d->trigger; i++) {
        const clause_item *it = &d->s->item[i];
        bool of = item_is_function(it, STR("prep")) && str_eq(it->value, STR("min"));
        bool owned = (it->kind == ITEM_NOMINAL || (it->kind == ITEM_WORD && i > from)) &&
                     !(it->clitics & (MORPH_AL | MORPH_PRONOUN | MORPH_PREPOSITION));
        if (!of && !owned)
            return false;
    }
    return true;
}

/* "the date of a visit", "close to signing", "rumours of a visit": such a word (of kind `close` before من, `rumour` before عن) that
 * nouns up to the trigger follow.                                                                                  */
bool status_by_word_before(const coder_state *c, event_draft *d, const clause *cl)
{
    enum { REACH = 4 };
    wq_str value;
    wq_status_of_event status;
    for (uint32_t i = d->trigger; i > cl->first + 1 && i + REACH > d->trigger; i--) {
        const clause_item *it = &d->s->item[i - 1];
        bool prep = item_is_function(it, STR("prep"));
        bool from = prep && str_eq(it->value, STR("min"));
        bool about =
            prep && (str_eq(it->value, STR("an")) || str_eq(it->value, STR("hawl")));
        wq_str kind = from ? STR("close") : about ? STR("rumour") : STR("status");
        if (opens_chain(d, i) &&
            claim_word_is_cue(c, d->s, from || about ? it - 1 : it, kind, &value) &&
            status_parse(value, &status))
            return status_put(d, status, "status.cue");
    }
    return false;
}

/* "has not been set yet": no preposition. */
static bool is_adverb_of_verb(const clause *cl, uint32_t at)
{
    return cl->negated && cl->verb >= 0 && at == (uint32_t)cl->verb + 1;
}

/* Does the item before `i` keep prepositions before it from the trigger?  A verb, a mark, a time right before it: "since 2012
 * talks".                                                                                                            */
static bool ends_reach(const event_draft *d, uint32_t i)
{
    const clause_item *before = &d->s->item[i - 1];
    return before->kind == ITEM_VERB || before->kind == ITEM_MARK ||
           (i == d->trigger && before->kind == ITEM_TIME && i > 1 &&
            item_is_function(before - 1, STR("prep")) &&
            str_eq(before[-1].value, STR("mundhu")));
}

/* "In spite of the death of three in an attack": how something came that lies in the past for that. */
static bool is_of_past_deed(const coder_state *c, const event_draft *d)
{
    const event_draft *last = c->drafts.n ? &c->drafts.v[c->drafts.n - 1] : NULL;
    return last && clause_is_occasion(d->s, d->trigger) && draft_same_clause(last, d) &&
           last->trigger < d->trigger && str_eq(last->type, d->type) &&
           str_eq(str_of(last->status_rule), STR("status.after"));
}

/* Is what the clause tells still to come: "will", "it is expected that"? */
static bool is_to_come(event_draft *d, const clause *cl)
{
    const clause *above =
        cl->opener == OPEN_THAT && cl->parent >= 0 ? &d->s->clause[cl->parent] : NULL;
    uint32_t feats = cl->verb < 0 ? 0 : d->s->item[cl->verb].entry.feats;
    return cl->future ||
           (above && (feats & LEX_F_IMPERFECT) && !(feats & LEX_F_PERFECT) &&
            status_function_within(d, above->first, above->last, STR("planned_to")));
}

/* What a preposition right before the noun, or before the nouns that own it, makes of it; false where it says nothing. */
static bool by_tie(event_draft *d, const clause *cl, wq_str tie, uint32_t i)
{
    if (str_eq(tie, STR("qabl")))
        return opens_chain(d, i) && status_put(d, WQ_PLANNED, "status.before");
    if (str_eq(tie, STR("dun")))
        return opens_chain(d, i) && status_put(d, WQ_DENIED, "status.without");
    return str_eq(tie, STR("khilal")) && i == d->trigger &&
           status_put(d, is_to_come(d, cl) ? WQ_PLANNED : WQ_OCCURRED, "status.during");
}

/* "(called on him) by phone call": the talk in which it was said, by bi-. */
static bool is_means_of_saying(const coder_state *c, const event_draft *d)
{
    return (d->s->item[d->trigger].clitics & MORPH_BI) && str_eq(d->mode, STR("phone")) &&
           row_asks_for(c, d, STR("tied=bi"));
}

/* "after the visit", "hours after the reopening of": a preposition of time tells more than the verb of the clause, but what
 * happens during a visit that is planned is planned with it.                                                          */
bool status_by_preposition(const coder_state *c, event_draft *d, const clause *cl)
{
    enum { REACH = 5 };
    const clause_item *before = item_before(d, d->trigger);
    bool asked = /* "its not recognising": the row is what is done by not doing it */
        str_find(event_cell(c, d->row, "needs"), STR("prev=not_noun")) >= 0;
    if (before && item_is_function(before, STR("not_noun")) && !asked) {
        bool is_case = status_function_within(d, cl->first, d->trigger, STR("cond"));
        return is_case ? status_put(d, WQ_HYPOTHETICAL, "status.condition")
                       : status_put(d, WQ_DENIED, "status.negated");
    }
    if (is_means_of_saying(c, d))
        return by_tie(d, cl, STR("khilal"), d->trigger);
    for (uint32_t i = d->trigger; i > cl->first && i + REACH > d->trigger; i--) {
        before = &d->s->item[i - 1];
        if (ends_reach(d, i))
            return false;
        if (!item_is_function(before, STR("prep")))
            continue;
        if (is_past(before->value))
            return !is_adverb_of_verb(cl, i - 1) &&
                   status_put(d, WQ_OCCURRED, "status.after");
        if (str_eq(before->value, STR("fi")) && is_of_past_deed(c, d))
            return status_put(d, WQ_OCCURRED, "status.after");
        bool of = str_eq(before->value,
                         STR("min")); /* "hours after the reopening": بعد ساعات من */
        if (!of || i == d->trigger) {
            bool told = by_tie(d, cl, before->value, i);
            if (told || !of)
                return told;
        }
    }
    return false;
}

bool status_by_adjective(event_draft *d, const clause *cl)
{
    uint32_t end = d->trigger + 4 < cl->last ? d->trigger + 4 : cl->last;
    bool behind = d->carrier > (int32_t)d->trigger && /* "the meeting ..., to be held in" */
                  item_is_function(&d->s->item[d->carrier - 1], STR("planned_adj"));
    if (behind)
        return status_put(d, WQ_PLANNED, "status.adjective");
    if (status_function_within(d, d->trigger + 1, end, STR("maybe_adj")))
        return status_put(d, WQ_HYPOTHETICAL, "status.adjective");
    return status_function_within(d, d->trigger + 1, end, STR("planned_adj")) &&
           status_put(d, WQ_PLANNED, "status.adjective");
}

/* "Backed down from (عن) the visit", not "visits fell off", nor "took back what he said about the visit"; "the deal lays down
 * (على) the withdrawal".                                                                                               */
bool status_is_behind(const event_draft *d, const clause_item *word, wq_str preposition)
{
    uint32_t i = d->trigger;
    while (i > 0 && !item_is_function(&d->s->item[i - 1], STR("prep")) &&
           &d->s->item[i - 1] != word)
        i--;
    return i > 0 && str_eq(d->s->item[i - 1].value, preposition);
}

/* "The deal lays down (تقضي بـ, تنص على)": with bi- only where a thing does, and no court. */
bool status_is_laid_down(const event_draft *d, const clause_item *word)
{
    int32_t subject = d->s->clause[word->clause].subject;
    return status_is_behind(d, word, STR("ala")) ||
           ((d->s->item[d->trigger].clitics & MORPH_BI) &&
            (subject < 0 || d->s->item[subject].kind != ITEM_ACTOR));
}

bool status_is_adverb(const coder_state *c, const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    if (it->kind != ITEM_NOMINAL || it->entry.form != LEX_ACTIVE || d->trigger == 0 ||
        (it->clitics & (MORPH_AL | MORPH_PREPOSITION)) ||
        !str_eq(event_cell(c, d->row, "pos"), STR("active")))
        return false;
    wq_str norm = d->s->part->token[it->first].norm;
    bool next = d->trigger + 1 < d->s->n_items;
    if (str_ends(norm, STR(AR_TEH_MARBUTA)))
        return it[-1].kind == ITEM_ACTOR ||
               (next && item_is_function(it + 1, STR("prep_pronoun")));
    return str_ends(norm, STR(AR_ALEF));
}
