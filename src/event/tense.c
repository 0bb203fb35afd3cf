/* The status of what no word governs: by the tense of its verb, and by its date. */
#include "event/claim.h"
#include "event/doer.h"

/* "Is held to be" (يعد), spelt like "promises", which puts what it promises behind bi-. */
bool status_is_other_verb(const coder_state *c, const event_draft *d,
                          const clause_item *word)
{
    wq_str value;
    return word->kind == ITEM_VERB && (word->entry.feats & LEX_F_IMPERFECT) &&
           (word->entry.feats & LEX_F_SING) &&
           !(d->s->item[d->trigger].clitics & MORPH_BI) &&
           claim_is_cue(c, word, STR("held"), &value);
}

/* A verb, or what a finite verb carries: "he is paying a visit". */
static bool is_verbal(const event_draft *d)
{
    int32_t verb = d->carrier >= 0 ? d->carrier : (int32_t)d->trigger;
    return d->s->item[verb].kind == ITEM_VERB;
}

uint32_t status_feats(const coder_state *c, const event_draft *d, uint32_t verb)
{
    const clause_item *it = &d->s->item[verb];
    const morph_word *w = d->s->part->token[it->first].morph;
    wq_str word = event_cell(c, d->row, "word");
    for (uint32_t i = 0; w && i < w->n && verb == d->trigger; i++)
        if (w->v[i].entry.table == LEX_VERB && w->v[i].entry.form == LEX_VERBFORM &&
            w->v[i].clitics == it->clitics &&
            str_eq(lex_cell(c->lex, LEX_VERB, w->v[i].entry.row, "id"), word))
            return w->v[i].entry.feats;
    return it->entry.feats;
}

/* "Still bombs", "the battles are still": a verb that tells that it goes on, before that of the event or of which it is subject. */
static bool is_still_word(const coder_state *c, const clause_item *it)
{
    return it->entry.table == LEX_VERB &&
           str_eq(lex_cell(c->lex, LEX_VERB, it->entry.row, "class"), STR("still"));
}

static bool is_still(const coder_state *c, const event_draft *d, const clause *cl)
{
    const clause_item *own = &d->s->item[d->trigger];
    int32_t at = cl->aux >= 0                         ? cl->aux
                 : cl->subject == (int32_t)d->trigger ? cl->verb
                                                      : -1;
    bool going_on =
        own->kind == ITEM_NOMINAL && /* "the going on of Turkey in its support" */
        needs_among(c, STR("@going_on"), event_cell(c, d->row, "word"));
    return going_on || (at >= 0 && is_still_word(c, &d->s->item[at]));
}

/* "I call on all sides to", "the statement condemns": saying so does it; whoever is tried or helped is so for a while. */
static bool says_so(const coder_state *c, const event_draft *d, uint32_t feats)
{
    wq_str quad = event_type_cell(c, d->type, "quad");
    bool first = (feats & LEX_F_1) && !(feats & LEX_F_3);
    bool said = str_eq(quad, STR("3")) || str_eq(d->type, STR("SUPPORT"));
    bool legal = str_eq(event_cell(c, d->row, "contexts"), STR("legal"));
    return said && (first || (d->s->item[d->trigger].kind == ITEM_VERB && !legal));
}

/* The words of the clause say that it is so now: "currently". */
static bool is_now(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    for (uint32_t i = cl->first; i < cl->last; i++)
        if (d->s->item[i].kind == ITEM_TIME &&
            str_eq(d->s->item[i].time->value, STR("PRESENT_REF")))
            return true;
    return false;
}

/* The verb whose tense tells: that of the event, that which carries it, that of its clause. */
static int32_t telling_verb(const event_draft *d, const clause *cl)
{
    bool carried = d->carrier >= 0 && d->s->item[d->carrier].kind == ITEM_VERB;
    return carried                                    ? d->carrier
           : d->s->item[d->trigger].kind == ITEM_VERB ? (int32_t)d->trigger
                                                      : cl->verb;
}

/* "The minister meets the king", "holds talks": a report in the present is of what its day, or one soon after, will bring; a
 * mediator is at it for long, and who "is visiting Ankara" by the way is there.                                       */
static bool is_on_schedule(const coder_state *c, const event_draft *d, const clause *cl)
{
    int32_t verb = telling_verb(d, cl);
    const lex_entry *e = verb >= 0 ? &d->s->item[verb].entry : NULL;
    if (e && e->table == LEX_VERB &&
        needs_among(c, STR("@goes_on"), lex_cell(c->lex, LEX_VERB, e->row, "id")))
        return false; /* "continues his visit" */
    bool noun = d->s->item[d->trigger].kind == ITEM_NOMINAL;
    bool by_itself =
        noun && (cl->subject < 0 || d->s->item[cl->subject].kind != ITEM_ACTOR);
    bool there = str_eq(d->mode, STR("visit")) && role_where_item(d);
    bool aside = cl->opener == OPEN_WHO || d->hal || by_itself ||
                 there ||                          /* "talks are going on" */
                 d->carrier > (int32_t)d->trigger; /* "a visit that he pays" */
    return str_eq(d->type, STR("CONSULT")) && !str_eq(d->mode, STR("third-party")) &&
           !aside && d->actor.list.n && needs_person(c, &d->actor.list.v[0]) && !is_now(d);
}

/* "Arrives on a tour": what the subject does besides, by a noun whose row takes that subject. */
static bool is_meanwhile(const coder_state *c, const event_draft *d)
{
    return str_find(event_cell(c, d->row, "frame"), STR("A=subj")) == 0 &&
           d->s->item[d->trigger].kind == ITEM_NOMINAL;
}

/* "Visits Ankara within days": a length of time behind "during", in the clause. */
static bool is_within_days(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    for (uint32_t i = d->trigger + 1; i + 1 < cl->last; i++)
        if (item_is_function(&d->s->item[i], STR("prep")) &&
            str_eq(d->s->item[i].value, STR("khilal")) &&
            d->s->item[i + 1].kind == ITEM_TIME &&
            d->s->item[i + 1].time->type == TIME_DURATION &&
            !d->s->item[i + 1].time->anchored)
            return true;
    return false;
}

/* "Adopted a resolution that imposes sanctions": what a text does that has been issued is done. */
static bool is_done_by_text(const coder_state *c, const event_draft *d, const clause *cl)
{
    const clause *above = cl->parent >= 0 ? &d->s->clause[cl->parent] : NULL;
    bool past = above && above->verb >= 0 && !above->negated && !above->future &&
                (d->s->item[above->verb].entry.feats & LEX_F_PERFECT);
    return past && d->actor.list.n && above->subject >= 0 &&
           cl->subject == (int32_t)cl->first - 1 && cl->subject > above->subject &&
           event_type_cell(c, d->type, "decided").p &&
           needs_word(c, d, &d->s->item[above->verb], STR("@issues"));
}

/* "Kenya decided that it expel (أن تطرد) them": of what is done by deciding it. */
static bool is_done_by_deciding(const coder_state *c, const event_draft *d,
                                const clause *cl)
{
    wq_str value;
    const clause *above = cl->parent >= 0 ? &d->s->clause[cl->parent] : NULL;
    return above && above->verb >= 0 && !above->negated && !above->future &&
           cl->opener == OPEN_THAT && cl->verb == (int32_t)cl->first + 1 &&
           (d->s->item[above->verb].entry.feats & LEX_F_PERFECT) &&
           event_type_cell(c, d->type, "decided").p &&
           claim_is_cue(c, &d->s->item[above->verb], STR("status"), &value) &&
           str_eq(value, STR("decided"));
}

/* "The first time that (المرة الأولى التي) it strikes": what is counted has been done, but not what is so every (كل) time. */
static bool is_time_counted(const coder_state *c, const event_draft *d, const clause *cl)
{
    enum { REACH = 5 };
    int32_t verb = telling_verb(d, cl);
    for (int32_t i = verb; i > 0 && i + REACH > verb; i--) {
        const clause_item *it = &d->s->item[i - 1];
        if (it->kind == ITEM_VERB || it->kind == ITEM_MARK)
            return false;
        if (!needs_word(c, d, it, STR("marra_w")))
            continue;
        bool first = i > 1 && it[-1].kind == ITEM_WORD && it[-1].clitics == 0;
        return (it->clitics & MORPH_AL) || first;
    }
    return false;
}

/* Of a verb in the imperfect, outside a headline; false where its tense says nothing. */
static bool by_imperfect(const coder_state *c, event_draft *d, const clause *cl,
                         uint32_t feats)
{
    bool finite = is_verbal(d) && cl->aux < 0;
    if (is_verbal(d) && says_so(c, d, feats))
        status_put(d, WQ_OCCURRED, "status.performed");
    else if (finite && visit_is_first_to(c, d))
        status_put(d, WQ_OCCURRED, "status.first-to");
    else if (is_done_by_text(c, d, cl) || is_done_by_deciding(c, d, cl))
        status_put(d, WQ_OCCURRED, "status.text");
    else if (finite && is_time_counted(c, d, cl))
        status_put(d, WQ_OCCURRED, "status.time-counted");
    else if (finite && is_within_days(d))
        status_put(d, WQ_PLANNED, "status.within");
    else if (finite && is_on_schedule(c, d, cl))
        status_put(d, WQ_PLANNED, "status.schedule");
    else if (finite || (is_meanwhile(c, d) && cl->aux < 0))
        status_put(d, WQ_ONGOING, "status.imperfect");
    else
        return false;
    return true;
}

/* "The union announced a strike": what is announced by whoever will do it is to come, for the modes of the type's column
 * `announced`; "announced the end", "the going on" is not.                                                           */
static bool is_announced(const coder_state *c, event_draft *d, const clause *cl)
{
    wq_str modes = event_type_cell(c, d->type, "announced"), value;
    bool of_kind = false;
    for (wq_str mode; modes.p && str_next(&modes, '|', &mode);)
        of_kind = of_kind || str_eq(mode, d->mode);
    if (!of_kind || cl->verb < 0 || cl->verb >= (int32_t)d->trigger || d->hal ||
        !claim_is_cue(c, &d->s->item[cl->verb], STR("say"), &value))
        return false;
    for (int32_t i = cl->verb; i < (int32_t)d->trigger; i++)
        if (needs_word(c, d, &d->s->item[i], STR("@goes_on,@begins")))
            return false;
    const actor_mention *who = role_mention(d->s, cl->subject);
    const wq_actor *a = d->actor.list.n ? &d->actor.list.v[0] : NULL;
    if (!who || !a || a->span.start != who->a.span.start)
        return false;
    if (d->time && d->time->first < d->s->item[d->trigger].first)
        d->time = NULL; /* "announced on Monday": no day of the strike */
    return status_put(d, WQ_PLANNED, "status.announced");
}

void status_by_tense(const coder_state *c, event_draft *d, const clause *cl)
{
    int32_t verb = telling_verb(d, cl);
    if (verb >= 0 && status_is_other_verb(c, d, &d->s->item[verb]))
        verb = -1; /* "the attack is held to be the worst" */
    uint32_t feats = verb >= 0 ? status_feats(c, d, (uint32_t)verb) : 0;
    bool imperfect = (feats & LEX_F_IMPERFECT) && !(feats & LEX_F_PERFECT);
    if (is_announced(c, d, cl))
        return;
    if (imperfect && d->s->part->sentence[d->s->sentence].headline)
        status_put(d, WQ_OCCURRED, "status.headline");
    else if (imperfect && by_imperfect(c, d, cl, feats))
        return;
    else if (is_still(c, d, cl))
        status_put(d, WQ_ONGOING, "status.imperfect");
    else
        status_put(d, WQ_OCCURRED, verb >= 0 ? "status.perfect" : "status.verbless");
}

/* A perfect without a particle tells of the past: a day to come is that of something else in its clause. */
static bool is_told_as_past(const event_draft *d)
{
    int32_t verb = d->carrier >= 0 ? d->carrier : (int32_t)d->trigger;
    uint32_t feats = d->s->item[verb].entry.feats;
    bool perfect = d->s->item[verb].kind == ITEM_VERB && (feats & LEX_F_PERFECT) &&
                   !(feats & LEX_F_IMPERFECT);
    bool before = str_eq(str_of(d->status_rule),
                         STR("status.before")); /* "before they let him go later" */
    return d->status == WQ_OCCURRED && (perfect || d->hal || before) &&
           !str_eq(str_of(d->status_rule), STR("status.headline"));
}

/* Going on, to come, or only before something else: a day gone by makes it past. */
static bool was_open(const event_draft *d)
{
    wq_str rule = str_of(d->status_rule);
    return d->status == WQ_ONGOING || str_eq(rule, STR("status.before")) ||
           str_eq(rule, STR("status.announced")) || str_eq(rule, STR("status.schedule"));
}

/* "is bombing on Saturday": nobody has a schedule for that. */
static bool is_unscheduled(const event_draft *d)
{
    return d->status == WQ_ONGOING && str_eq(d->type, STR("ASSAULT"));
}

/* "Talks will be held on the treaty of 1975"; a report may be printed some days after it was written. */
static bool is_of_another_year(const coder_state *c, const event_draft *d)
{
    enum { MONTH = 31 };
    return str_eq(str_of(d->status_rule), STR("status.future")) &&
           d->time->last_day + MONTH < c->published;
}

/* The date has the last word between past and future. */
void status_by_date(coder_state *c, event_draft *d)
{
    if (d->time && d->time->value.p && str_eq(d->time->value, STR("FUTURE_REF")) &&
        d->status == WQ_OCCURRED &&
        !is_told_as_past(d)) /* "later he met": later than before */
        status_put(d, WQ_PLANNED, "status.date-ahead");
    if (!d->time || !d->time->anchored || d->time->first_day == CALENDAR_NONE ||
        c->published == CALENDAR_NONE)
        return;
    bool future = d->time->first_day > c->published;
    if (is_of_another_year(c, d)) {
        d->time = NULL;
        return;
    }
    if (future && (is_told_as_past(d) || is_unscheduled(d))) {
        d->time = NULL; /* "agreed to hold a conference on Sunday" */
        return;
    }
    if (future && (d->status == WQ_OCCURRED || d->status == WQ_ONGOING))
        status_put(d, WQ_PLANNED, "status.date-ahead");
    else if (!future && d->time->last_day < c->published && was_open(d))
        status_put(d, WQ_OCCURRED, "status.date-past");
}

bool row_asks_for(const coder_state *c, const event_draft *d, wq_str key)
{
    wq_str needs = event_cell(c, d->row, "needs");
    ptrdiff_t at = str_find(needs, key);
    return at == 0 || (at > 0 && needs.p[at - 1] != '!');
}

/* Does a verb before the trigger, or its verbal noun, take what befalls somebody behind li-: "came under (تعرض ل) fire"? */
bool tense_undergoes(const coder_state *c, const event_draft *d)
{
    enum { REACH = 8 };
    uint32_t rows[ROWS_MAX], first = draft_clause(d)->first;
    if (!(d->s->item[d->trigger].clitics & MORPH_LI))
        return false;
    for (uint32_t i = d->trigger; i > first && i + REACH > d->trigger; i--) {
        const clause_item *it = &d->s->item[i - 1];
        bool deed = it->kind == ITEM_VERB || it->kind == ITEM_NOMINAL;
        uint32_t n = deed ? trigger_rows(c, d->s, i - 1, LEX_LIGHT, rows) : 0;
        for (uint32_t k = 0; k < n; k++)
            if (str_eq(lex_cell(c->lex, LEX_LIGHT, rows[k], "object"), STR("li")) &&
                str_eq(lex_cell(c->lex, LEX_LIGHT, rows[k], "subject"), STR("recipient")))
                return true;
        if (it->kind == ITEM_VERB)
            break;
    }
    return false;
}
