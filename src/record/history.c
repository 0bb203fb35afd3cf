/* What became of an event: announced, postponed, cancelled, made, denied, in the order of publication. */
#include <stdlib.h>

#include "calendar/calendar.h"
#include "record/gather.h"

static const char *change_word(merge_status s)
{
    static const char *const word[] = {
        [MERGE_MADE] = "made",           [MERGE_PLANNED] = "announced",
        [MERGE_POSTPONED] = "postponed", [MERGE_CANCELLED] = "cancelled",
        [MERGE_DENIED] = "denied",       [MERGE_IDEA] = "proposed"
    };
    return word[s];
}

/* On one day a plan comes before what became of it. */
static int stage_order(merge_status s)
{
    static const int order[] = {
        [MERGE_IDEA] = 0,      [MERGE_PLANNED] = 1, [MERGE_POSTPONED] = 2,
        [MERGE_CANCELLED] = 3, [MERGE_DENIED] = 4,  [MERGE_MADE] = 5
    };
    return order[s];
}

typedef struct step {
    const told *t;
    uint32_t at;
} step;

static int by_day(const void *x, const void *y)
{
    const step *a = x, *b = y;
    int32_t i = a->t->published == CALENDAR_NONE ? INT32_MAX : a->t->published;
    int32_t k = b->t->published == CALENDAR_NONE ? INT32_MAX : b->t->published;
    if (i != k)
        return i < k ? -1 : 1;
    int p = stage_order(a->t->stage), q = stage_order(b->t->stage);
    return p != q ? p - q : (a->at > b->at) - (a->at < b->at);
}

/* Reports that add nothing to the step before are no step; a new day of a plan is. */
static bool is_step(const told *before, const told *t)
{
    if (!before || before->stage != t->stage)
        return true;
    return (t->stage == MERGE_PLANNED || t->stage == MERGE_POSTPONED) &&
           gather_days_apart(before, t);
}

static wq_status write_step(gatherer *g, arena *a, const gathered *e, int64_t n,
                            const told *t)
{
    db_query *q = &g->stmt[G_HISTORY];
    db_bind_text(q, 1, e->id);
    db_bind_int(q, 2, n);
    db_bind_text(q, 3, day_to_text(a, t->published));
    db_bind_text(q, 4, str_of(change_word(t->stage)));
    db_bind_text(q, 5, t->status);
    db_bind_text(q, 6, t->date);
    db_bind_text(q, 7, day_to_text(a, t->first));
    db_bind_text(q, 8, day_to_text(a, t->last));
    db_bind_text(q, 9, t->id);
    return db_exec(q, g->err);
}

wq_status gather_history(gatherer *g, arena *a, const gathered *e)
{
    step *steps = ARENA_ARRAY(a, step, e->n);
    for (uint32_t i = 0; i < e->n; i++)
        steps[i] = (step){ &e->v[i], i };
    qsort(steps, e->n, sizeof *steps, by_day);
    const told *before = NULL;
    int64_t n = 0;
    wq_status st = WQ_OK;
    for (uint32_t i = 0; st == WQ_OK && i < e->n; i++) {
        if (!is_step(before, steps[i].t))
            continue;
        st = write_step(g, a, e, n++, steps[i].t);
        before = steps[i].t;
    }
    return st;
}
