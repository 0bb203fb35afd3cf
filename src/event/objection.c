/* What speaks against an event although a row holds for it. */
#include "event/draft.h"
#include "script/letters.h"

/* "called for a halt to the shelling": what is asked for, refused or promised is part of that event, but for visits and talks. */
static bool is_complement(const coder_state *c, const event_draft *d)
{
    bool governed = str_eq(str_of(d->status_rule), STR("status.cue")) ||
                    str_eq(str_of(d->status_rule), STR("status.demanded"));
    const clause_item *it = &d->s->item[d->trigger];
    bool besides = it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE &&
                   !(it->clitics & ~MORPH_WA); /* "demanded talks, accusing him of" */
    if (!governed || besides || str_eq(event_cell(c, d->row, "type"), STR("CONSULT")))
        return false;
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *above = &c->drafts.v[i - 1];
        if (!draft_same_clause(above, d))
            return false;
        wq_str type = event_cell(c, above->row, "type");
        if (above->trigger < d->trigger &&
            (str_eq(type, STR("REQUEST")) || str_eq(type, STR("REJECT")) ||
             str_eq(type, STR("THREATEN")) || str_eq(type, STR("AGREE"))))
            return true;
    }
    return false;
}

/* A draft, a decision, a plan stands between two items, and nothing is joined by "and". */
static bool is_in_text(coder_state *c, const event_draft *d, uint32_t from)
{
    bool text = false;
    for (uint32_t i = from + 1; i <= d->trigger; i++) {
        const clause_item *it = &d->s->item[i];
        if ((it->clitics & MORPH_WA) || it->kind == ITEM_MARK)
            return false;
        text = text || needs_word(c, d, it, STR("@text"));
    }
    return text;
}

/* "denounced the move of Britain to (لـ) impose sanctions again": what is blamed aims at it, and not who blames. */
static bool is_aim_of_others(const coder_state *c, const event_draft *d,
                             const event_draft *above)
{
    int32_t first = d->carrier >= 0 ? d->carrier : d->light;
    first = first >= 0 && first < (int32_t)d->trigger ? first : (int32_t)d->trigger;
    return str_eq(above->type, STR("ACCUSE")) && above->recipient.list.n &&
           first > (int32_t)above->trigger + 1 && d->s->item[first].kind == ITEM_NOMINAL &&
           (d->s->item[first].clitics & MORPH_LI) &&
           str_eq(event_type_cell(c, d->type, "quad"), STR("4"));
}

/* "used the veto against a decision to impose sanctions": what the text that is refused would do, nobody does. */
static bool is_refused(coder_state *c, const event_draft *d)
{
    bool noun = d->s->item[d->trigger].kind == ITEM_NOMINAL && !d->hal;
    for (uint32_t i = c->drafts.n; noun && d->actor.list.n && i > 0; i--) {
        const event_draft *above = &c->drafts.v[i - 1];
        if (!draft_same_clause(above, d))
            return false;
        bool same = above->actor.list.n &&
                    above->actor.list.v[0].span.start == d->actor.list.v[0].span.start;
        if (!same || above->trigger >= d->trigger)
            continue;
        if (is_aim_of_others(c, d, above))
            return true;
        if (str_eq(above->type, STR("REJECT")))
            return is_in_text(c, d, above->trigger);
    }
    return false;
}

/* "laid (ألقت) in Aleppo hands on": the noun that the row of the verb before asks for as its object, wherever it stands. */
static bool is_asked_for(const coder_state *c, const event_draft *above,
                         const event_draft *d)
{
    wq_str needs = event_cell(c, above->row, "needs"), list;
    ptrdiff_t at = str_find(needs, STR("obj="));
    if (at < 0 || (at > 0 && needs.p[at - 1] != ' ' && needs.p[at - 1] != ';'))
        return false;
    needs = str_sub(needs, (size_t)at + 4, needs.n);
    if (str_find(needs, STR(";")) >= 0)
        return false; /* one of several ways to hold */
    str_next(&needs, ' ', &list);
    return needs_word(c, d, &d->s->item[d->trigger], list);
}

/* "made the arrest of", "an attempt to murder": a bare noun in the clause of an event of its type and mode is part of it. */
static bool is_part(const coder_state *c, const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool bare = it->kind == ITEM_NOMINAL &&
                !(it->clitics & (MORPH_WA | MORPH_PREPOSITION)) && d->trigger > 0 &&
                !item_is_function(it - 1, STR("prep"));
    bool of_it =
        it->kind == ITEM_NOMINAL && (it->clitics & MORPH_LI); /* "exchange of fire" */
    for (uint32_t i = c->drafts.n; (bare || of_it) && i > 0; i--) {
        const event_draft *above = &c->drafts.v[i - 1];
        if (!draft_same_clause(above, d))
            return false;
        bool near = d->trigger - above->trigger <= (bare ? 3 : 1) ||
                    (bare && is_asked_for(c, above, d));
        if (above->trigger < d->trigger && near && str_eq(above->type, d->type) &&
            str_eq(above->mode, d->mode) && d->mode.n)
            return true;
    }
    return false;
}

/* What has not happened is a threat, and nobody makes it: "an attack is feared". */
static bool is_idle_threat(const coder_state *c, const event_draft *d,
                           const clause_args *args)
{
    bool ahead =
        d->status == WQ_PLANNED || d->status == WQ_PROPOSED || d->status == WQ_HYPOTHETICAL;
    bool both = str_eq(event_type_cell(c, d->type, "ahead"), STR("both"));
    bool whom = d->recipient.list.n ||
                (d->s->item[d->trigger].kind == ITEM_VERB && role_has_object(c, d, args));
    bool one_side = !d->actor.list.n || !whom;
    return ahead && ((both && one_side) ||
                     (d->actor.list.n == 0 && d->light < 0 &&
                      str_eq(event_type_cell(c, event_cell(c, d->row, "type"), "future"),
                             STR("THREATEN"))));
}

/* "marches to demand": right behind the noun of a protest, adjectives between. */
static bool is_aim_of_protest(const coder_state *c, const event_draft *d)
{
    enum { REACH = 3 };
    uint32_t rows[ROWS_MAX];
    for (uint32_t i = d->trigger; i > 0 && i + REACH > d->trigger; i--) {
        const clause_item *it = &d->s->item[i - 1];
        if (it->kind != ITEM_WORD && it->kind != ITEM_NOMINAL)
            return false;
        uint32_t n = trigger_rows(c, d->s, i - 1, LEX_EVENT, rows);
        for (uint32_t k = 0; it->kind == ITEM_NOMINAL && k < n; k++)
            if (str_eq(event_cell(c, rows[k], "type"), STR("PROTEST")))
                return true;
    }
    return false;
}

/* What a crowd demands, or accuses somebody of, is part of its protest. */
static bool is_voice_of_crowd(const coder_state *c, const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool aim = (it->clitics & MORPH_LI) && str_eq(d->type, STR("REQUEST"));
    bool why = it->entry.form == LEX_MASDAR && it->clitics == 0 && /* "in rejection of" */
               str_ends(d->s->part->token[it->first].form, STR(AR_ALEF)) &&
               (str_eq(d->type, STR("REJECT")) || str_eq(d->type, STR("ACCUSE")) ||
                str_eq(d->type, STR("SUPPORT")));
    if (aim && is_aim_of_protest(c, d))
        return true;
    bool besides = d->hal || (it->kind == ITEM_NOMINAL &&
                              (it->entry.form == LEX_ACTIVE || aim || why));
    for (uint32_t i = c->drafts.n; besides && i > 0; i--) {
        const event_draft *above = &c->drafts.v[i - 1];
        if (!draft_same_clause(above, d))
            return false;
        if (str_eq(above->type, STR("PROTEST")))
            return true;
    }
    return false;
}

static uint32_t with_country(const event_side *side)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < side->list.n; i++)
        n += side->list.v[i].country.p != NULL;
    return n;
}

/* "He had never been there", "no visit": a meeting that was not is told of those who could have met. */
static bool is_missed(const event_draft *d)
{
    uint32_t many = str_eq(d->mode, STR("multilateral")) ? 1 : 2;
    return d->status == WQ_DENIED && str_eq(d->type, STR("CONSULT")) &&
           with_country(&d->actor) + with_country(&d->recipient) < many;
}

/* "Two passengers were killed", where the headline tells of a crash: a toll and no more. */
static bool is_mishap(const coder_state *c, const event_draft *d)
{
    return c->mishap && str_eq(d->type, STR("ASSAULT")) && !d->mode.n &&
           d->actor.list.n == 0 && merge_counts_people(c, d);
}

/* "There were no casualties": nobody did anything. */
static bool is_without_victims(const coder_state *c, const event_draft *d)
{
    return d->status == WQ_DENIED && str_eq(d->type, STR("ASSAULT")) &&
           str_eq(str_of(d->status_rule), STR("status.negated")) && d->actor.list.n == 0 &&
           (merge_counts_people(c, d) ||
            (d->trigger + 1 < d->s->n_items &&
             needs_word(c, d, &d->s->item[d->trigger + 1], STR("@casualties"))));
}

/* "They did not open fire, nor kill anybody": nothing was done, and to nobody; "nobody claimed the blast": it has been told. */
static bool is_not_done(const coder_state *c, const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool negated = d->status == WQ_DENIED && merge_is_conflict(c, d->type) &&
                   str_eq(str_of(d->status_rule), STR("status.negated")) &&
                   !str_eq(d->type, STR("SANCTION"));
    bool told = it->kind == ITEM_NOMINAL && (it->clitics & MORPH_AL) && !d->actor.list.n;
    return negated && (!d->recipient.list.n || told);
}

/* "140 attacks in 2006": acts that somebody counts over a year or more are none of them. */
static bool is_statistic(const coder_state *c, const event_draft *d)
{
    enum { YEAR = 360 };
    const time_expr *t = d->time;
    bool force = str_find(event_type_cell(c, d->type, "needs"), STR("said")) >= 0;
    return force && t && t->first_day != CALENDAR_NONE && t->last_day != CALENDAR_NONE &&
           t->last_day - t->first_day >= YEAR &&
           d->s->item[d->trigger].kind == ITEM_NOMINAL && item_is_counted(d->s, d->trigger);
}

/* "The fleet left Cuba in 1715": history, and no news however told. */
static bool is_long_past(const event_draft *d)
{
    const calendar_date modern = { .year = 1900, .month = 1, .day = 1 };
    return d->time && d->time->last_day != CALENDAR_NONE &&
           d->time->last_day < calendar_day(modern);
}

/* "Called the decision an attack on (هجوماً) the court": what a thing is called is no deed. */
static bool is_name_given(coder_state *c, const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    const clause *cl = draft_clause(d);
    bool named = it->kind == ITEM_NOMINAL && it->clitics == 0 && d->light < 0 &&
                 cl->verb >= 0 && cl->verb + 1 < (int32_t)d->trigger &&
                 str_ends(d->s->part->token[it->last - 1].form, STR(AR_ALEF)) &&
                 str_eq(event_type_cell(c, d->type, "quad"), STR("4"));
    return named && needs_word(c, d, &d->s->item[cl->verb], STR("@calls"));
}

/* Why a draft for which a row holds is none after all; NULL where it is one. */
const char *objection_to(coder_state *c, event_draft *d, const clause_args *args)
{
    d->type = event_cell(c, d->row, "type");
    d->mode = event_cell(c, d->row, "mode");
    d->governs = str_find(event_cell(c, d->row, "frame"), STR("C=R")) >= 0 ||
                 event_type_cell(c, d->type, "governs").p;
    deed_complete(c, d, args);
    protest_find(c, d);
    d->time = when_of(c, d);
    if (!d->time)
        d->time = when_back_then(c, d);
    status_set(c, d);
    when_check(c, d);
    return is_voice_of_crowd(c, d)                  ? "event.protesters-demand"
           : is_complement(c, d)                    ? "event.complement"
           : is_refused(c, d)                       ? "event.complement"
           : is_name_given(c, d)                    ? "event.name"
           : is_part(c, d)                          ? "event.part"
           : is_idle_threat(c, d, args)             ? "event.nobody-threatens"
           : is_missed(d)                           ? "event.nobody-met"
           : is_mishap(c, d)                        ? "event.mishap"
           : is_statistic(c, d)                     ? "event.statistic"
           : is_without_victims(c, d)               ? "event.nobody-harmed"
           : is_not_done(c, d)                      ? "event.not-done"
           : is_long_past(d)                        ? "event.long-past"
           : d->deverbal && !deverbal_is_told(c, d) ? "event.no-clause"
                                                    : NULL;
}
