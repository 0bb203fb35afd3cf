/* What the article says of an event: that it occurred, goes on, is planned, proposed, denied or only imagined. */
#include "event/claim.h"

bool status_put(event_draft *d, wq_status_of_event status, const char *rule)
{
    d->status = status;
    d->status_rule = rule;
    return true;
}

/* What was put off is still planned, what was called off is denied; the rule tells that it was planned before.  What was
 * decided is planned, but for measures that are taken by deciding them, which are as their verb has them.             */
static bool parse_cue(const coder_state *c, const event_draft *d, wq_str value,
                      wq_status_of_event *status, const char **rule)
{
    if (str_eq(value, STR("decided"))) {
        bool court = d->actor.list.n && str_eq(d->actor.list.v[0].sector, STR("JUD"));
        *status = WQ_PLANNED; /* whom a court decides to let go is free */
        return !event_type_cell(c, d->type, "decided").p &&
               !(court && str_eq(d->mode, STR("release")));
    }
    if (str_eq(value, STR("failed")) || str_eq(value, STR("given up"))) {
        *status = WQ_DENIED;
    } else if (str_eq(value, STR("laid down"))) {
        *status = WQ_PLANNED;
    } else if (str_eq(value, STR("weighed")) || str_eq(value, STR("contained"))) {
        *status = WQ_PROPOSED;
    } else if (str_eq(value, STR("postponed"))) {
        *status = WQ_PLANNED;
        *rule = "status.postponed";
    } else if (str_eq(value, STR("cancelled"))) {
        *status = WQ_DENIED;
        *rule = "status.cancelled";
    } else {
        return status_parse(value, status);
    }
    return true;
}

/* "does not intend to", "did not deny", "gave no sign of an intention to". */
static bool is_negated(const event_draft *d, const clause_item *word)
{
    const clause *cl = &d->s->clause[word->clause];
    const clause_item *verb = cl->verb >= 0 ? &d->s->item[cl->verb] : NULL;
    return cl->negated && verb &&
           (verb == word || (word->entry.table == LEX_NOUN && verb < word));
}

/* What is not planned is denied, what is not denied may be, and what was not put off or called off is still planned. */
static wq_status_of_event reversed(wq_status_of_event status, const char *rule)
{
    wq_str by = str_of(rule);
    if (str_eq(by, STR("status.postponed")) || str_eq(by, STR("status.cancelled")))
        return WQ_PLANNED;
    return status == WQ_DENIED ? WQ_HYPOTHETICAL : WQ_DENIED;
}

/* "The (round of) talks failed": they were held. */
static bool is_what_failed(const coder_state *c, const event_draft *d,
                           const clause_item *word)
{
    const clause *cl = &d->s->clause[word->clause];
    uint32_t rows[ROWS_MAX];
    if (cl->verb < 0 || &d->s->item[cl->verb] != word || cl->subject < 0 ||
        cl->subject > (int32_t)d->trigger)
        return false;
    uint32_t n = trigger_rows(c, d->s, (uint32_t)cl->subject, LEX_EVENT, rows);
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(event_cell(c, rows[i], "type"), d->type))
            return true;
    return false;
}

/* "The death of a student (طالب)": the participle that is a word for somebody, and no adverb (طالبا), asks for nothing. */
static bool is_somebody(const event_draft *d, const clause_item *word)
{
    const text_token *t = &d->s->part->token[word->first];
    return word->kind == ITEM_NOMINAL && word->entry.form == LEX_ACTIVE &&
           !(word->entry.feats & LEX_F_ACC) && morph_as(t, LEX_AGENT, -1);
}

static bool cue_status(coder_state *c, event_draft *d, const clause_item *word,
                       const char *rule)
{
    wq_str value;
    wq_status_of_event status;
    if (is_somebody(d, word) || status_is_other_verb(c, d, word))
        return false;
    if ((word->kind != ITEM_VERB && word->kind != ITEM_NOMINAL) ||
        !claim_is_cue(c, word, STR("status"), &value) ||
        !parse_cue(c, d, value, &status, &rule))
        return false;
    if ((str_eq(value, STR("failed")) && is_what_failed(c, d, word)) ||
        (str_eq(value, STR("given up")) && !status_is_behind(d, word, STR("an"))) ||
        (str_eq(value, STR("laid down")) && !status_is_laid_down(d, word)) ||
        (str_eq(value, STR("weighed")) && !status_is_weighed(d)) ||
        (str_eq(value, STR("contained")) && !status_is_contained(c, d, word)) ||
        claim_keeps_name(c, d->s, word))
        return false;
    if (status != WQ_HYPOTHETICAL && is_negated(d, word))
        return status_put(d, reversed(status, rule), "status.cue-negated");
    return status_put(d, status, rule);
}

static bool is_past_tense(const clause_item *it)
{
    return (it->entry.feats & LEX_F_PERFECT) && !(it->entry.feats & LEX_F_IMPERFECT);
}

/* "shall not allow", "shall pay for it": a row that asks for negation or future means what is said by them now. */
static bool means_particle(const coder_state *c, const event_draft *d)
{
    wq_str needs = event_cell(c, d->row, "needs");
    return str_find(needs, STR(" negated")) >= 0 || str_find(needs, STR(" future")) >= 0;
}

/* "There is no way but to", "must": the clause says, up to item `end`, what is needed. */
static bool says_duty(const coder_state *c, const event_draft *d, const clause *cl,
                      uint32_t end)
{
    wq_str value;
    for (uint32_t i = cl->first; cl->negated && i < end && i < d->s->n_items; i++)
        if (d->s->item[i].kind == ITEM_NOMINAL &&
            claim_is_cue(c, &d->s->item[i], STR("need"), &value))
            return true;
    return status_function_within(d, cl->first, end, STR("ought_to"));
}

/* "It is on us to condemn" (علينا أن): a pronoun at the head of its clause or of what is said tells whose duty it is. */
static bool is_on_somebody(const event_draft *d, const clause *cl)
{
    const clause_item *it = &d->s->item[cl->first];
    if (cl->opener != OPEN_THAT || d->s->item[d->trigger].kind != ITEM_VERB || !cl->first ||
        !item_is_function(it - 1, STR("prep_pronoun")) || !str_eq(it[-1].value, STR("ala")))
        return false;
    return cl->first == 1 || it[-2].kind == ITEM_MARK ||
           item_is_function(it - 2, STR("comp"));
}

/* "will protest until (حتى) the government backs down": what is waited for. */
static bool is_awaited(const event_draft *d, const clause *cl)
{
    const clause_item *verb = cl->verb > 0 ? &d->s->item[cl->verb] : NULL;
    return verb && (verb->entry.feats & LEX_F_IMPERFECT) && !is_past_tense(verb) &&
           item_is_function(verb - 1, STR("prep")) && str_eq(verb[-1].value, STR("hatta"));
}

/* "The attack left no dead": what had no such result happened for all that. */
static bool is_without_result(const coder_state *c, const event_draft *d, const clause *cl)
{
    wq_str value;
    uint32_t at = d->trigger;
    return cl->negated && cl->verb >= 0 && d->s->item[at].kind == ITEM_NOMINAL &&
           (cl->subject == (int32_t)at || (int32_t)at == cl->verb + 1) &&
           claim_is_cue(c, &d->s->item[cl->verb], STR("result"), &value);
}

/* "if they do not withdraw", "in case of no withdrawal", "on condition that": asked for or feared, and so not denied. */
static bool is_condition(const event_draft *d, const clause *cl)
{
    uint32_t first = cl->opener == OPEN_THAT && cl->first ? cl->first - 1 : cl->first;
    return cl->opener == OPEN_IF ||
           status_function_within(d, first, d->trigger, STR("cond"));
}

/* "will not halt it before (قبل أن) they let them go", "went to Damascus before he flew on": the mood of the clause above, but
 * "said before he set out" is news of the day he does.                                                                  */
static bool by_clause_behind(const coder_state *c, event_draft *d, const clause *cl)
{
    wq_str value;
    const clause_item *tie = cl->first ? &d->s->item[cl->first - 1] : NULL;
    if (!tie || cl->opener != OPEN_THAT || cl->parent < 0 ||
        !item_is_function(tie, STR("prep")) || !str_eq(tie->value, STR("qabl")))
        return false;
    const clause *above = &d->s->clause[cl->parent];
    if (above->negated || above->maybe)
        return status_put(d, WQ_HYPOTHETICAL, "status.before");
    if (above->future)
        return status_put(d, WQ_PLANNED, "status.before");
    return d->s->item[d->trigger].kind == ITEM_VERB && above->verb >= 0 &&
           is_past_tense(&d->s->item[above->verb]) &&
           !claim_is_cue(c, &d->s->item[above->verb], STR("say"), &value) &&
           status_put(d, WQ_OCCURRED, "status.before");
}

/* Clause particles: lam, lan, la; qad with the imperfect; sa-, sawfa; idha. */
static bool by_particle(const coder_state *c, event_draft *d, const clause *cl,
                        bool refuses)
{
    if (refuses)
        return status_put(d, WQ_OCCURRED, "status.refusal");
    if (is_without_result(c, d, cl))
        return status_put(d, WQ_OCCURRED, "status.without-result");
    if (is_condition(d, cl))
        return status_put(d, WQ_HYPOTHETICAL, "status.condition");
    if (cl->negated)
        return status_put(d, cl->only ? WQ_OCCURRED : WQ_DENIED, "status.negated");
    if (clause_is_duty(d->s, cl))
        return status_put(d, WQ_PROPOSED, "status.duty");
    if (cl->maybe || is_awaited(d, cl))
        return status_put(d, WQ_HYPOTHETICAL, "status.particle");
    if (by_clause_behind(c, d, cl))
        return true;
    uint32_t end = d->carrier > (int32_t)d->trigger ? (uint32_t)d->carrier : d->trigger;
    if (status_function_within(d, cl->first, end, STR("planned_to")))
        return status_put(d, WQ_PLANNED, "status.scheduled");
    if (cl->future && cl->aux >= 0 && is_past_tense(&d->s->item[cl->aux]))
        return status_put(d, WQ_HYPOTHETICAL,
                          "status.would-have"); /* "was to have demanded" */
    if (cl->future)
        return status_put(d, WQ_PLANNED, "status.future");
    if (cl->verb == (int32_t)d->trigger && (d->s->item[cl->verb].clitics & MORPH_LI))
        return status_put(d, WQ_PLANNED, "status.purpose"); /* "so as to chair" */
    return false;
}

/* "denied the report, stressing that troops had seized": the participle behind that verb in whose words the trigger stands, and
 * which alone governs it; NULL: none does.                                                                            */
static const clause_item *participle_of_saying(const coder_state *c, const event_draft *d,
                                               const clause *above)
{
    const claim_state *st = &c->claims;
    int32_t k = st->of_item[d->trigger], cue = k < 0 ? -1 : (int32_t)st->said.v[k].cue;
    bool behind = cue > 0 && cue > above->verb && cue < (int32_t)d->trigger;
    const clause_item *it = behind ? &d->s->item[cue] : NULL;
    bool hal = it && it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE &&
               !(it->clitics & (MORPH_AL | MORPH_PREPOSITION));
    return hal ? it : NULL;
}

/* "intends to hold", "called for", "denied that": the verb above the clause. */
static bool by_clause_above(coder_state *c, event_draft *d, const clause *cl,
                            const clause *above)
{
    enum { NEAR = 4 };
    const clause_item *verb = cl->verb >= 0 ? &d->s->item[cl->verb] : NULL;
    if (cl->first > 0 && item_is_function(&d->s->item[cl->first - 1], STR("prep")) &&
        str_eq(d->s->item[cl->first - 1].value, STR("ala")) && verb &&
        !is_past_tense(verb) && str_eq(d->type, STR("CONSULT")) && above->last == cl->first)
        return status_put(d, WQ_PLANNED, "status.to-follow"); /* "and is then to meet" */
    if (above->maybe)
        return status_put(d, WQ_HYPOTHETICAL, "status.particle"); /* "unlikely that" */
    if (status_function_within(d, above->first, above->last, STR("planned_to")))
        return status_put(d, WQ_PLANNED, "status.scheduled");
    if (says_duty(c, d, above, above->last))
        return status_put(d, WQ_PROPOSED, "status.duty");
    if (above->verb >= 0 && cue_status(c, d, &d->s->item[above->verb], "status.governor"))
        return true;
    for (uint32_t i = above->last; i > above->first && i + NEAR > above->last; i--)
        if (above->subject != (int32_t)i - 1 && /* no "study (دراسة) says that" */
            cue_status(c, d, &d->s->item[i - 1],
                       "status.governor")) /* "voiced the hope that" */
            return true;
    return false;
}

static bool by_governor(coder_state *c, event_draft *d, const clause *cl)
{
    if (cl->opener != OPEN_THAT || cl->parent < 0 || clause_is_earlier(d->s, cl))
        return false;
    const clause *above = &d->s->clause[cl->parent];
    const clause_item *stressing = participle_of_saying(c, d, above);
    return stressing ? cue_status(c, d, stressing, "status.governor")
                     : by_clause_above(c, d, cl, above);
}

static wq_str governs_of(const coder_state *c, const event_draft *d)
{
    int64_t type = lex_row_by_id(c->lex, LEX_TYPE, event_cell(c, d->row, "type"));
    return type < 0 ? STR("") : lex_cell(c->lex, LEX_TYPE, (uint32_t)type, "governs");
}

/* "agreed during a meeting", "after talks", "at the end of talks": the occasion is no part of what was agreed. */
static bool is_occasion_of_talks(const event_draft *d)
{
    const clause_item *noun = &d->s->item[d->trigger], *tie = noun - 1;
    if (!str_eq(d->type, STR("CONSULT")) || d->trigger == 0 ||
        (noun->clitics & MORPH_PREPOSITION))
        return false;
    bool end = tie > d->s->item && tie->kind == ITEM_WORD && tie->clitics == 0 &&
               item_is_function(tie - 1, STR("prep"));
    tie -= end;
    return item_is_function(tie, STR("prep")) &&
           (str_eq(tie->value, STR("khilal")) || str_eq(tie->value, STR("baad")) ||
            (str_eq(tie->value, STR("fi")) && (end || (noun->clitics & MORPH_PRONOUN))));
}

/* What is demanded is proposed, what is refused denied: a noun behind the trigger of another event in its clause.
 * The column `governs` of event/types.tsv says which types do that.                                            */
static bool by_event_above(coder_state *c, event_draft *d)
{
    bool means =
        str_eq(d->mode, STR("third-party")) && (d->s->item[d->trigger].clitics & MORPH_BI);
    if (is_occasion_of_talks(d) || means)
        return false; /* "called on him, in their meeting, to", "agreed by mediation of" */
    if (str_eq(event_cell(c, d->row, "pos"), STR("noun")) &&
        str_find(event_cell(c, d->row, "frame"), STR("A=subj")) == 0)
        return false; /* "stressed, in a call with ...": what the subject himself does meanwhile */
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *above = &c->drafts.v[i - 1];
        if (!draft_same_clause(above, d))
            break;
        if (d->carrier > (int32_t)above->trigger && d->carrier < (int32_t)d->trigger &&
            d->s->item[d->carrier].kind == ITEM_VERB)
            continue; /* "at the invitation of X, he paid a visit" */
        wq_str governs = governs_of(c, above);
        wq_status_of_event status;
        wq_str cue;
        bool offered = claim_is_cue(c, &d->s->item[above->trigger], STR("status"), &cue) &&
                       str_eq(cue, STR("proposed"));
        if (offered || str_find(event_cell(c, above->row, "frame"), STR("C=R")) >= 0)
            governs = STR("proposed"); /* an invitation leaves it to the guest */
        if (above->trigger < d->trigger && status_parse(governs, &status))
            return status_put(d, status, "status.demanded");
    }
    return false;
}

/* "will visit Cairo and meet", "is to visit and meet", "if it refused and attacked": what is joined to a clause by "and" shares
 * its mood as long as the verbs are alike.                                                                           */
static bool by_coordination(coder_state *c, event_draft *d, const clause *cl)
{
    const clause *first = cl;
    while (first->opener == OPEN_AND && first->parent >= 0 && first->verb >= 0 &&
           ((d->s->item[first->verb].clitics & MORPH_WA) ||
            item_is_function(&d->s->item[first->verb] - 1, STR("then")) ||
            item_is_function(&d->s->item[first->verb] - 1, STR("or"))))
        first = &d->s->clause[first->parent];
    if (first == cl || first->verb < 0 || first->opener == OPEN_WHO)
        return false;
    bool past = is_past_tense(&d->s->item[cl->verb]);
    if (first->opener == OPEN_IF)
        return status_put(d, WQ_HYPOTHETICAL, "status.joined");
    if (past != is_past_tense(&d->s->item[first->verb]))
        return false;
    if (first->maybe && !past)
        return status_put(d, WQ_HYPOTHETICAL, "status.joined");
    if (first->future)
        return status_put(d, WQ_PLANNED, "status.joined");
    return !past && by_governor(c, d, first) && d->status != WQ_DENIED;
}

/* A noun under a verb or noun of planning, refusing, delaying in its own clause. */
static bool by_cue_before(coder_state *c, event_draft *d, const clause *cl)
{
    for (uint32_t i = d->trigger; i > cl->first; i--) {
        if (i > cl->first + 1 &&
            status_told_besides(d, i - 1)) /* "decided to expel, stressing
                                                                   the condemnation of" */
            return status_denies(c, &d->s->item[i - 1]) &&
                   cue_status(c, d, &d->s->item[i - 1], "status.cue");
        if (status_may_govern(c, d, i - 1) && !tense_undergoes(c, d) &&
            cue_status(c, d, &d->s->item[i - 1], "status.cue"))
            return true;
    }
    return false;
}

/* "the cancelling of talks that were to be held", "the president called off a visit he was to pay": the cue right before it, or
 * before the subject that stands there.                                                                                  */
static bool by_cue_next_to_it(coder_state *c, event_draft *d)
{
    uint32_t i = d->trigger;
    while (i > 1 && d->s->item[i - 1].kind == ITEM_ACTOR &&
           !(d->s->item[i - 1].clitics & MORPH_PREPOSITION))
        i--;
    return i > 0 && cue_status(c, d, &d->s->item[i - 1], "status.cue");
}

/* "The visit, which was to begin on Sunday, has been put off": the verb behind what is told of the noun between commas; -1: none. */
static int32_t verb_behind_aside(const event_draft *d, const clause *cl)
{
    bool aside = false;
    const clause *end = d->s->clause + d->s->n_clauses;
    for (const clause *next = cl + 1; cl->verb < 0 && next < end; next++) {
        bool comma = next->first > 0 && item_is_comma(&d->s->item[next->first - 1]);
        if (next->opener == OPEN_WHO && next == cl + 1)
            aside = comma;
        else if (aside && comma && next->opener == OPEN_AND)
            return next->subject < 0 ? next->verb : -1;
    }
    return -1;
}

/* "The visit has been put off", "was called off": said of the noun as the subject. */
static bool by_cue_behind(coder_state *c, event_draft *d, const clause *cl)
{
    wq_str value;
    uint32_t first = cl->first; /* "ألغيت" is also "I called off", which has no subject */
    while (first < d->trigger &&
           (d->s->item[first].kind == ITEM_FUNCTION || d->s->item[first].kind == ITEM_MARK))
        first++;
    const actor_mention *who = role_mention(d->s, cl->subject);
    bool of_noun = cl->subject < 0 || /* "the visit to Beirut, (the) capital, was" */
                   (cl->subject > (int32_t)d->trigger && who && who->place_like);
    bool subject = cl->subject == (int32_t)d->trigger || (of_noun && first == d->trigger);
    int32_t at = cl->verb < 0 ? verb_behind_aside(d, cl) : cl->verb;
    if (!subject || at <= (int32_t)d->trigger)
        return false;
    const clause_item *verb = &d->s->item[at];
    bool off = claim_is_cue(c, verb, STR("status"), &value) &&
               (str_eq(value, STR("postponed")) ||
                (str_eq(value, STR("cancelled")) && (verb->entry.feats & LEX_F_PASSIVE)));
    return off && cue_status(c, d, verb, "status.cue");
}

/* "Did not deny holding talks", "has not ruled out talks": what is refused or denied by a verb that is itself denied. */
static bool by_denial_denied(coder_state *c, event_draft *d, const clause *cl)
{
    if (!cl->negated || cl->verb < 0 || cl->verb >= (int32_t)d->trigger)
        return false;
    bool denies = status_denies(c, &d->s->item[cl->verb]);
    for (uint32_t i = c->drafts.n; i > 0 && !denies; i--) {
        const event_draft *above = &c->drafts.v[i - 1];
        if (!draft_same_clause(above, d))
            break;
        denies = above->trigger == (uint32_t)cl->verb &&
                 str_eq(governs_of(c, above), STR("denied"));
    }
    return denies && status_put(d, WQ_HYPOTHETICAL, "status.cue-negated");
}

/* What a participle tells happens with its verb, and nothing in that verb's clause governs it. */
static bool by_participle(event_draft *d)
{
    return d->hal && status_put(d, draft_verb_clause(d)->future ? WQ_PLANNED : WQ_OCCURRED,
                                "status.participle");
}

/* "does not believe in peace, affirming his refusal": what a participle voices is voiced, whatever its clause denies. */
static bool by_voicing(coder_state *c, event_draft *d)
{
    bool voiced = draft_clause(d)->negated && d->carrier >= 0 &&
                  d->carrier < (int32_t)d->trigger && words_row(c, d->row)->verbal &&
                  d->s->item[d->carrier].entry.form == LEX_ACTIVE &&
                  d->s->item[d->carrier].kind == ITEM_NOMINAL &&
                  hal_clause(c, d->s, (uint32_t)d->carrier) >= 0;
    return voiced && status_put(d, WQ_OCCURRED, "status.participle");
}

/* Particles, duties, verbs above and before: what the words of the clause and those around it make of the event. */
static bool by_words(coder_state *c, event_draft *d, const clause *cl)
{
    if (says_duty(c, d, cl, d->trigger) || is_on_somebody(d, cl))
        return status_put(d, WQ_PROPOSED, "status.duty");
    return by_particle(c, d, cl, means_particle(c, d)) || by_governor(c, d, cl) ||
           by_coordination(c, d, cl);
}

/* "will visit at the invitation of": it was given, on another day than that of the visit. */
static bool by_answer(coder_state *c, event_draft *d)
{
    wq_str needs = event_cell(c, d->row, "needs");
    if (str_find(needs, STR("tied=bi near")) < 0 && str_find(needs, STR("prev=labba")) < 0)
        return false;
    d->time = NULL;
    return status_put(d, WQ_OCCURRED, "status.answered");
}

/* "has to stop", in somebody's mouth: what he demands or blames on others he has said. */
static bool by_sayer(coder_state *c, event_draft *d)
{
    return by_answer(c, d) ||
           (str_find(event_cell(c, d->row, "frame"), STR("A=sayer")) >= 0 &&
            status_put(d, WQ_OCCURRED, "status.said"));
}

/* What stands right before a noun or is said of it tells more than the particles of its clause. */
static bool by_words_of_noun(coder_state *c, event_draft *d, const clause *cl)
{
    return status_by_word_before(c, d, cl) ||
           status_by_preposition(c, d, draft_clause(d)) || by_cue_next_to_it(c, d) ||
           by_cue_behind(c, d, cl) || by_denial_denied(c, d, cl);
}

/* "They were not beaten, vowing to": a participle that goes with the verb has no part in the negation before it. */
static bool is_participle_aside(const event_draft *d)
{
    return draft_is_aside(d) && d->s->item[d->trigger].entry.form == LEX_ACTIVE;
}

/* The noun that the clause of a verb describes: "a summit that takes in"; -1: none. */
static int32_t noun_described(const coder_state *c, const event_draft *d)
{
    enum { REACH = 5 };
    const clause_item *it = &d->s->item[d->trigger];
    if (it->kind != ITEM_VERB || (it->clitics & MORPH_WA) ||
        (!row_asks_for(c, d, STR("which=")) && !row_asks_for(c, d, STR("subj="))))
        return -1;
    for (uint32_t i = d->trigger; i > 0 && i + REACH > d->trigger; i--) {
        const clause_item *before = &d->s->item[i - 1];
        if (item_is_function(before, STR("cond")) ||
            item_is_function(before, STR("comp")) || item_is_function(before, STR("sub")))
            return -1; /* "will not halt the attack unless they withdraw" */
        if (before->kind == ITEM_NOMINAL && before->entry.form != LEX_ACTIVE &&
            before->entry.form != LEX_PASSIVE)
            return (int32_t)i - 1;
    }
    return -1;
}

/* "Proposed a summit that takes in Russia and France": what is said of the noun is said of what its clause tells. */
static bool by_noun_described(coder_state *c, event_draft *d)
{
    int32_t noun = noun_described(c, d);
    event_draft n = *d;
    if (noun < 0)
        return false;
    n.trigger = (uint32_t)noun;
    n.clause = d->s->item[noun].clause;
    n.carrier = -1;
    n.hal = false;
    const clause *cl = draft_clause(&n);
    bool found = status_by_denial(c, &n, cl) || by_words_of_noun(c, &n, cl) ||
                 by_words(c, &n, cl) || by_cue_before(c, &n, cl) || by_event_above(c, &n) ||
                 status_by_adjective(&n, cl);
    bool next = cl->verb >= 0 && cl->verb < noun && noun <= cl->verb + 2;
    if (found && str_eq(str_of(n.status_rule), STR("status.negated")) && !next)
        return false; /* "did not mention the talks that" */
    bool the =
        draft_clause(d)->opener == OPEN_WHO &&
        (d->s->item[noun].clitics & MORPH_AL); /* "rejected the deal that was signed" */
    if (!(status_feats(c, d, d->trigger) & LEX_F_IMPERFECT) &&
        (the || n.status != WQ_DENIED))
        return false; /* "the deal that they reached will lead to" */
    return found && n.status != WQ_OCCURRED && n.status != WQ_ONGOING &&
           status_put(d, n.status, n.status_rule);
}

/* By the noun that its clause describes: what is proposed, a report that is denied. */
static bool is_only_reported(coder_state *c, event_draft *d, const clause *cl)
{
    return by_noun_described(c, d) || status_by_denial(c, d, cl);
}

/* Behind these words "to" is no purpose: the efforts to solve it are made. */
static bool is_made(coder_state *c, const event_draft *d)
{
    return str_find(event_cell(c, d->row, "needs"), STR("prev=juhd")) >= 0 ||
           tense_undergoes(c, d);
}

/* What the trigger of another event or a cue before it makes of a noun; "refused, calling on ..." stands apart. */
static bool is_governed(coder_state *c, event_draft *d, const clause *cl)
{
    return !draft_is_aside(d) && (by_event_above(c, d) || by_cue_before(c, d, cl));
}

void status_set(coder_state *c, event_draft *d)
{
    bool behind = d->carrier > (int32_t)d->trigger;
    const clause *cl = behind ? draft_verb_clause(d) : draft_clause(d);
    bool noun = d->s->item[d->trigger].kind != ITEM_VERB;
    bool led = noun && !status_is_adverb(c, d);
    bool made = is_made(c, d);
    bool purpose = !made && status_is_aim(c, d, cl);
    (void)(by_sayer(c, d) || by_participle(d) || by_voicing(c, d) ||
           is_only_reported(c, d, cl) || (led && by_words_of_noun(c, d, cl)) ||
           (!is_participle_aside(d) && by_words(c, d, cl)) ||
           (led && is_governed(c, d, cl)) || (noun && status_by_adjective(d, cl)) ||
           (purpose && status_put(d, WQ_PLANNED, "status.purpose")) ||
           (status_by_tense(c, d, cl), true));
    status_refuse(c, d, cl);
    status_by_date(c, d);
}

void status_revise(coder_state *c, const event_draft *noun)
{
    event_draft now = *noun;
    if (!by_cue_next_to_it(c, &now) && !by_cue_behind(c, &now, draft_clause(&now)))
        return;
    wq_str rule = str_of(now.status_rule);
    if (!str_eq(rule, STR("status.cancelled")) && !str_eq(rule, STR("status.postponed")))
        return;
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        event_draft *past = &c->drafts.v[i - 1];
        bool same = str_eq(past->type, event_cell(c, noun->row, "type")) &&
                    str_eq(past->mode, event_cell(c, noun->row, "mode"));
        if (same && (past->status == WQ_PLANNED || past->status == WQ_PROPOSED)) {
            status_put(past, now.status, now.status_rule);
            return;
        }
    }
}
