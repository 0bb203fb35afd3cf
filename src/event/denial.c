/* What is reported only to be denied: "denied what was said of a meeting", "the reports of a visit are not true". */
#include "event/claim.h"
#include "script/letters.h"

/* Does "about", or a noun that owns the trigger behind it, stand right before the trigger? */
static bool is_told_about(const event_draft *d)
{
    enum { REACH = 4 };
    for (uint32_t i = d->trigger; i > 0 && i + REACH > d->trigger; i--) {
        const clause_item *it = &d->s->item[i - 1];
        if (item_is_function(it, STR("prep")))
            return str_eq(it->value, STR("an")) || str_eq(it->value, STR("hawl"));
        if (it->kind != ITEM_NOMINAL || (it->clitics & (MORPH_AL | MORPH_PRONOUN)))
            return false;
    }
    return false;
}

static bool denies(const coder_state *c, const clause_item *verb)
{
    wq_str value;
    return claim_is_cue(c, verb, STR("say"), &value) && str_eq(value, STR("denied"));
}

bool status_denies(const coder_state *c, const clause_item *word)
{
    wq_str value;
    return claim_is_cue(c, word, STR("status"), &value) && str_eq(value, STR("denied"));
}

/* The clause is what somebody denies: "denied what [was reported]". */
static bool is_what_is_denied(const coder_state *c, const event_draft *d, const clause *cl)
{
    if (cl->first == 0)
        return false;
    const clause_item *what = &d->s->item[cl->first - 1];
    int32_t verb = d->s->clause[what->clause].verb;
    return str_eq(d->s->part->token[what->first].form, STR(AR_MEEM AR_ALEF)) && verb >= 0 &&
           denies(c, &d->s->item[verb]);
}

bool claim_word_is_cue(const coder_state *c, const clause_sentence *s,
                       const clause_item *it, wq_str kind, wq_str *value)
{
    const morph_word *w = s->part->token[it->first].morph;
    bool word = it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL;
    for (uint32_t i = 0; word && w && i < w->n; i++) {
        const lex_entry *e = &w->v[i].entry;
        if (e->table == LEX_NOUN && claim_has_cue(c, LEX_NOUN, e->row, kind, value))
            return true;
    }
    return false;
}

bool claim_keeps_name(const coder_state *c, const clause_sentence *s,
                      const clause_item *word)
{
    enum { REACH = 5 };
    const clause_item *end = s->item + s->n_items;
    wq_str value;
    for (const clause_item *it = word + 1; it < end && it < word + REACH; it++) {
        if (it->clause != word->clause || it->kind == ITEM_MARK)
            return false;
        if ((it->clitics & MORPH_PRONOUN) &&
            claim_word_is_cue(c, s, it, STR("identity"), &value))
            return true;
    }
    return false;
}

/* "... are false", "... are not true": said behind the trigger, in its clause or in the "that" which hangs on it. */
static bool is_called_untrue(const coder_state *c, const event_draft *d, const clause *cl)
{
    const clause *next = cl + 1, *all = d->s->clause;
    bool more = next < all + d->s->n_clauses && next->opener == OPEN_THAT &&
                next->parent == (int32_t)(cl - all);
    uint32_t end = more ? next->last : cl->last;
    wq_str value;
    for (uint32_t i = d->trigger + 1; i < end; i++) {
        const clause_item *it = &d->s->item[i];
        bool not_so = i + 1 < end &&
                      claim_word_is_cue(c, d->s, it + 1, STR("true"), &value) &&
                      claim_word_is_cue(c, d->s, it, STR("not"), &value);
        if (not_so || item_is_function(it, STR("untrue")) ||
            claim_word_is_cue(c, d->s, it, STR("untrue"), &value))
            return true;
    }
    return false;
}

/* "The reports that told of a meeting", "that say that X will meet Y": the noun that a clause of saying describes, in or under
 * which the trigger stands; -1: none.                                                                                */
static int32_t report_of(const coder_state *c, const event_draft *d, const clause *cl)
{
    const clause_sentence *s = d->s;
    const clause *told = cl;
    wq_str value;
    if (told->opener == OPEN_THAT && told->parent >= 0)
        told = &s->clause[told->parent];
    if (told->opener != OPEN_WHO || told->verb < 0 || told->verb >= (int32_t)d->trigger ||
        told->first == 0 ||
        !(claim_is_cue(c, &s->item[told->verb], STR("say"), &value) ||
          claim_is_cue(c, &s->item[told->verb], STR("reports"), &value)))
        return -1;
    const clause_item *noun = &s->item[told->first - 1];
    bool thing = noun->kind == ITEM_WORD || noun->kind == ITEM_NOMINAL;
    return thing ? (int32_t)told->first - 1 : -1;
}

/* Is the report, which clauses describe, denied by the verb before it or called untrue behind them? */
static bool is_report_denied(const coder_state *c, const event_draft *d, int32_t report)
{
    const clause *above = &d->s->clause[d->s->item[report].clause];
    wq_str value;
    if (above->verb >= 0 && above->verb < report && !above->negated &&
        denies(c, &d->s->item[above->verb]))
        return true;
    for (uint32_t i = d->trigger + 1; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        bool not_so = i + 1 < d->s->n_items &&
                      claim_word_is_cue(c, d->s, it + 1, STR("true"), &value) &&
                      claim_word_is_cue(c, d->s, it, STR("not"), &value);
        if (not_so || item_is_function(it, STR("untrue")) ||
            claim_word_is_cue(c, d->s, it, STR("untrue"), &value))
            return true;
    }
    return false;
}

bool status_by_denial(const coder_state *c, event_draft *d, const clause *cl)
{
    bool denied =
        is_told_about(d) && (is_what_is_denied(c, d, cl) || is_called_untrue(c, d, cl));
    int32_t report = denied ? -1 : report_of(c, d, cl);
    denied = denied || (report >= 0 && is_report_denied(c, d, report));
    return denied && status_put(d, WQ_DENIED, "status.denied-report");
}

void status_refuse(const coder_state *c, event_draft *d, const clause *cl)
{
    wq_str value;
    bool asked =
        d->status == WQ_PROPOSED && str_eq(str_of(d->status_rule), STR("status.cue"));
    if (asked && cl->verb >= 0 && (uint32_t)cl->verb + 1 < d->trigger && !cl->negated &&
        claim_is_cue(c, &d->s->item[cl->verb], STR("status"), &value) &&
        str_eq(value, STR("denied")))
        status_put(d, WQ_DENIED, "status.refused");
}
