/* What is told as so many days before or behind something else: "two days after the summit", "on the morrow of the raids". */
#include "calendar/calendar.h"
#include "event/claim.h"
#include "event/draft.h"

static bool is_function_row(const coder_state *c, const clause_sentence *s,
                            const clause_item *it, wq_str id)
{
    const morph_word *w = s->part->token[it->first].morph;
    for (uint32_t i = 0; w && it->kind == ITEM_FUNCTION && i < w->n; i++)
        if (w->v[i].entry.table == LEX_FUNCTION &&
            str_eq(lex_cell(c->lex, LEX_FUNCTION, w->v[i].entry.row, "id"), id))
            return true;
    return false;
}

static bool is_prep(const clause_item *it, wq_str values)
{
    return item_is_function(it, STR("prep")) && str_listed(values, '|', it->value);
}

/* The days of "P3D"; 0: it is no number of days. */
static int days_of(const time_expr *t)
{
    int n = 0;
    if (!t->value.p || t->mod.n || t->value.n < 3 || t->value.p[0] != 'P' ||
        t->value.p[t->value.n - 1] != 'D')
        return 0;
    for (uint32_t i = 1; i + 1 < t->value.n; i++) {
        if (t->value.p[i] < '0' || t->value.p[i] > '9' || n > 99)
            return 0;
        n = 10 * n + (t->value.p[i] - '0');
    }
    return n;
}

/* "After three days of talks", "of clashes": they took so long. */
static bool goes_on(const coder_state *c, const clause_sentence *s, const clause_item *it)
{
    const morph_word *w = s->part->token[it->first].morph;
    bool long_one = false;
    for (uint32_t i = 0; w && i < w->n; i++) {
        const lex_entry *e = &w->v[i].entry;
        wq_str id = e->table == LEX_NOUN || e->table == LEX_VERB
                        ? lex_cell(c->lex, e->table, e->row, "id")
                        : (wq_str){ NULL, 0 };
        long_one |=
            (e->feats & LEX_F_PLUR) || (id.p && needs_among(c, STR("@lasting"), id));
    }
    return long_one;
}

bool after_phrase(const coder_state *c, const clause_sentence *s, uint32_t at,
                  after_shift *out)
{
    const clause_item *it = &s->item[at];
    *out = (after_shift){ 0 };
    if (at > 0 && item_is_function(it - 1, STR("prep"))) {
        bool morrow = is_function_row(c, s, it - 1, STR("prep_morrow"));
        bool eve = is_function_row(c, s, it - 1, STR("prep_eve"));
        if (morrow || eve) {
            *out = (after_shift){ .first = at - 1, .last = at, .days = morrow ? -1 : 1 };
            return true;
        }
    }
    if (at < 3 || !is_prep(it - 1, STR("min|ala")) || it[-2].kind != ITEM_TIME ||
        it[-2].time->type != TIME_DURATION || !is_prep(it - 3, STR("baad|qabl")))
        return false;
    bool after = str_eq(it[-3].value, STR("baad"));
    bool lasted = str_eq(it[-1].value, STR("min")) && goes_on(c, s, it);
    int days = lasted ? 0 : days_of(it[-2].time);
    *out = (after_shift){ .first = at - 3, .last = at - 1, .days = after ? -days : days };
    return true;
}

uint32_t after_head(const event_draft *d)
{
    enum { NOUNS = 3 };
    uint32_t at = d->trigger;
    if (d->s->item[at].kind != ITEM_NOMINAL)
        return at;
    if (d->carrier >= 0 && d->carrier < (int32_t)at &&
        d->s->item[d->carrier].kind == ITEM_NOMINAL)
        at = (uint32_t)d->carrier; /* "the announcement of a deal" */
    for (int n = 0; n < NOUNS && at > 0 && !d->s->item[at].clitics; n++, at--)
        if (d->s->item[at - 1].kind != ITEM_NOMINAL && d->s->item[at - 1].kind != ITEM_WORD)
            break; /* "the end of the talks" */
    return at;
}

/* Is it an act done by words where the draft's is of force, or the other way round? */
static bool is_of_other_kind(const coder_state *c, const event_draft *d, uint32_t at)
{
    uint32_t rows[ROWS_MAX];
    uint32_t n = trigger_rows(c, d->s, at, LEX_EVENT, rows);
    bool verbal = words_row(c, d->row)->verbal;
    bool force = false, met = false;
    for (uint32_t i = 0; i < n; i++) {
        force |= words_row(c, rows[i])->scene;
        met |= str_listed(STR("CONSULT|AGREE"), '|', words_row(c, rows[i])->type);
    }
    return verbal ? force : met && !force && where_is_of_force(c, d);
}

bool after_is_of_other(const coder_state *c, const event_draft *d, uint32_t at)
{
    after_shift by;
    bool other = false; /* "the attack came after the end of the talks in Doha" */
    for (uint32_t i = at; i > d->trigger + 1; i--) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_MARK || it->kind == ITEM_VERB)
            return false;
        if (it->kind != ITEM_NOMINAL) {
            if (other && is_prep(it, STR("baad|qabl")))
                return true;
            continue;
        }
        if (after_phrase(c, d->s, i, &by))
            return true;
        other |= is_of_other_kind(c, d, i);
    }
    return false;
}

static bool is_day(const time_expr *t)
{
    return t && t->anchored && t->first_day != CALENDAR_NONE && t->first_day == t->last_day;
}

/* "The attack came two days after": the day of the last act told of that kind, where the verb only says that it came. */
static const time_expr *of_what_came(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    wq_str value;
    if (cl->verb < 0 || cl->subject < 0 ||
        !claim_is_cue(c, &d->s->item[cl->verb], STR("comes"), &value))
        return NULL;
    uint32_t rows[ROWS_MAX];
    uint32_t n = trigger_rows(c, d->s, (uint32_t)cl->subject, LEX_EVENT, rows);
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *b = &c->drafts.v[i - 1];
        for (uint32_t k = 0; k < n && b->part == d->part && b->s != d->s; k++)
            if (str_eq(event_cell(c, rows[k], "type"), b->type))
                return b->status == WQ_OCCURRED ? b->time : NULL;
    }
    return NULL;
}

/* The day of what the phrase is told of: of the act told before it in its clause, or one that stands there. */
static const time_expr *base_of(const coder_state *c, const event_draft *d, uint32_t phrase)
{
    const clause *cl = draft_clause(d);
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *b = &c->drafts.v[i - 1];
        if (b->s != d->s || b->trigger >= phrase)
            break;
        if (clause_whole(d->s, b->clause) == clause_whole(d->s, d->clause) &&
            is_day(b->time))
            return b->time;
    }
    for (uint32_t i = phrase; i-- > cl->first;)
        if (d->s->item[i].kind == ITEM_TIME && is_day(d->s->item[i].time))
            return d->s->item[i].time;
    return of_what_came(c, d);
}

const time_expr *after_shifted(const coder_state *c, const event_draft *d,
                               const after_shift *by)
{
    const time_expr *base = by->days ? base_of(c, d, by->first) : NULL;
    if (!is_day(base))
        return NULL;
    const clause_item *from = &d->s->item[by->first + (by->last - by->first > 1)];
    const clause_item *to = by->last - by->first > 1 ? from : &d->s->item[by->first];
    time_expr *out = ARENA_NEW(c->mem, time_expr);
    *out = *base;
    int32_t day = base->first_day + by->days;
    out->first = from->first;
    out->last = to->last;
    out->sentence = d->s->sentence;
    out->type = TIME_DATE;
    out->value = calendar_print_date(c->mem, calendar_from_day(day));
    out->mod = out->conflict = out->text = (wq_str){ NULL, 0 };
    out->first_day = out->last_day = day;
    out->span = text_span(d->s->part, out->first, out->last);
    out->rule = STR("event.days-from");
    return out;
}
