/* From pairs to events, within a block.
 *
 * 1. Mentions with a day (and, for force, a town): the best pairs are joined first, unless two mentions of what would be
 *    joined forbid each other.
 * 2. A loose mention (no date, or a month; "raids on Yemen") goes to the event of step 1 that it fits best, if no other
 *    fits it about as well: what may be of two events is of neither.
 * 3. Loose mentions that found none are joined among themselves as in step 1.
 * Ties are broken by merge_order(), which knows only contents.                                                      */
#include <stdlib.h>

#include "calendar/calendar.h"
#include "record/merge.h"

static const double MARGIN = 0.1; /* by which the best must beat the second */
enum { WINDOW = 75 };             /* days between mentions that are compared at all */

typedef struct edge {
    uint32_t a, b;
    double score;
} edge;

typedef struct clustering {
    arena *mem;
    merge_mention *v;
    uint32_t n;
    uint32_t *next, *tail; /* members of a cluster, by its first */
    VEC(edge) edges;
} clustering;

#define NOBODY UINT32_MAX

int merge_order(const void *x, const void *y)
{
    const merge_mention *a = x, *b = y;
    int32_t i = a->published == CALENDAR_NONE ? INT32_MAX : a->published;
    int32_t j = b->published == CALENDAR_NONE ? INT32_MAX : b->published;
    if (i != j)
        return i < j ? -1 : 1;
    int c = str_cmp(a->sha256, b->sha256);
    if (c != 0)
        return c;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return str_cmp(a->id, b->id);
}

static int by_score(const void *x, const void *y)
{
    const edge *a = x, *b = y;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static uint32_t cluster_of(const clustering *c, uint32_t i)
{
    return c->v[i].cluster;
}

static bool may_join(const clustering *c, uint32_t x, uint32_t y)
{
    merge_match m;
    for (uint32_t i = x; i != NOBODY; i = c->next[i])
        for (uint32_t k = y; k != NOBODY; k = c->next[k])
            if (merge_pair(&c->v[i], &c->v[k], &m) == MERGE_FORBIDDEN)
                return false;
    return true;
}

/* The cluster keeps the name of its first mention. */
static void join(clustering *c, uint32_t x, uint32_t y)
{
    if (y < x) {
        uint32_t t = x;
        x = y;
        y = t;
    }
    for (uint32_t i = y; i != NOBODY; i = c->next[i])
        c->v[i].cluster = x;
    c->next[c->tail[x]] = y;
    c->tail[x] = c->tail[y];
}

static void note_best(clustering *c, const edge *e)
{
    merge_mention *a = &c->v[e->a], *b = &c->v[e->b];
    if (e->score > a->score) {
        a->score = e->score;
        a->best = b;
    }
    if (e->score > b->score) {
        b->score = e->score;
        b->best = a;
    }
}

/* ---- pairs ------------------------------------------------------------------------------------------ */

typedef struct dated_index {
    int32_t day;
    uint32_t i;
} dated_index;

static int by_day(const void *x, const void *y)
{
    const dated_index *a = x, *b = y;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return (a->i > b->i) - (a->i < b->i);
}

static int32_t day_of(const merge_mention *m)
{
    return m->first != CALENDAR_NONE ? m->first : m->published;
}

static void compare(clustering *c, uint32_t i, uint32_t k)
{
    merge_match m;
    uint32_t a = i < k ? i : k, b = i < k ? k : i;
    if (merge_pair(&c->v[a], &c->v[b], &m) == MERGE_LINK)
        *vec_push(c->mem, &c->edges) = (edge){ a, b, m.score };
}

static bool is_wide(const merge_mention *m)
{
    return m->first != CALENDAR_NONE && m->last - m->first > WINDOW / 2;
}

/* Mentions far apart in time are not compared; those that span much time are compared with all. */
static void find_edges(clustering *c)
{
    dated_index *order = ARENA_ARRAY(c->mem, dated_index, c->n + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->n; i++) {
        if (is_wide(&c->v[i]))
            for (uint32_t k = 0; k < c->n; k++)
                if (k != i && (k > i || !is_wide(&c->v[k])))
                    compare(c, i, k);
        if (!is_wide(&c->v[i]))
            order[n++] = (dated_index){ day_of(&c->v[i]), i };
    }
    qsort(order, n, sizeof *order, by_day);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n && (int64_t)order[k].day - order[i].day <= WINDOW;
             k++)
            compare(c, order[i].i, order[k].i);
    if (c->edges.n)
        qsort(c->edges.v, c->edges.n, sizeof *c->edges.v, by_score);
}

/* ---- steps -------------------------------------------------------------------------------------------- */

static bool all_loose(const clustering *c, uint32_t cluster)
{
    for (uint32_t i = cluster; i != NOBODY; i = c->next[i])
        if (!merge_is_loose(&c->v[i]))
            return false;
    return true;
}

/* Steps 1 and 3. */
static void join_alike(clustering *c, bool loose)
{
    for (uint32_t i = 0; i < c->edges.n; i++) {
        const edge *e = &c->edges.v[i];
        if (merge_is_loose(&c->v[e->a]) != loose || merge_is_loose(&c->v[e->b]) != loose)
            continue;
        uint32_t x = cluster_of(c, e->a), y = cluster_of(c, e->b);
        if (x != y && loose && !(all_loose(c, x) && all_loose(c, y)))
            continue;
        if (x != y && !may_join(c, x, y))
            continue;
        if (x != y)
            join(c, x, y);
        note_best(c, e);
    }
}

typedef struct choice {
    uint32_t cluster;
    double score, second;
    edge by;
} choice;

/* Edges come best first, so the first of a cluster is its best. */
static void consider(clustering *c, choice *x, uint32_t cluster, uint32_t loose,
                     const edge *e)
{
    if (x->cluster == cluster || !may_join(c, loose, cluster))
        return;
    if (x->cluster == NOBODY)
        *x = (choice){ cluster, e->score, 0, *e };
    else if (e->score > x->second)
        x->second = e->score;
}

/* Step 2. */
static void attach_loose(clustering *c)
{
    choice *best = ARENA_ARRAY(c->mem, choice, c->n + 1);
    for (uint32_t i = 0; i < c->n; i++)
        best[i].cluster = NOBODY;
    for (uint32_t i = 0; i < c->edges.n; i++) {
        const edge *e = &c->edges.v[i];
        bool a = merge_is_loose(&c->v[e->a]), b = merge_is_loose(&c->v[e->b]);
        if (a == b)
            continue;
        uint32_t loose = a ? e->a : e->b, tight = a ? e->b : e->a;
        consider(c, &best[loose], cluster_of(c, tight), loose, e);
    }
    for (uint32_t i = 0; i < c->n; i++) {
        if (best[i].cluster == NOBODY || best[i].second > best[i].score - MARGIN)
            continue;
        uint32_t to =
            cluster_of(c, best[i].cluster); /* renamed where an earlier one joined it */
        if (may_join(c, i, to)) {
            join(c, i, to);
            note_best(c, &best[i].by);
        }
    }
}

void merge_cluster(arena *a, merge_block *block)
{
    clustering c = { .mem = a, .v = block->v, .n = block->n };
    c.next = ARENA_ARRAY(a, uint32_t, c.n + 1);
    c.tail = ARENA_ARRAY(a, uint32_t, c.n + 1);
    qsort(block->v, block->n, sizeof *block->v, merge_order);
    for (uint32_t i = 0; i < c.n; i++) {
        c.v[i].cluster = c.tail[i] = i;
        c.next[i] = NOBODY;
    }
    find_edges(&c);
    join_alike(&c, false);
    attach_loose(&c);
    join_alike(&c, true);
}
