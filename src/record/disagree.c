/* Where the reports of one event differ: day, place, number, name, who did it, whether it happened.  Nothing is
 * settled here; each value is listed with how many say so.                                                       */
#include "calendar/calendar.h"
#include "record/gather.h"
#include "record/names.h"

typedef struct saying {
    wq_str value;
    uint32_t mention;
    bool contested;
} saying;

typedef VEC(saying) sayings;

static const told *teller(const gathered *e, const saying *s)
{
    return &e->v[s->mention];
}

static bool is_counted(const gathered *e, const sayings *all, uint32_t i, uint32_t k,
                       bool outlets)
{
    const told *a = teller(e, &all->v[i]), *b = teller(e, &all->v[k]);
    return outlets ? a->outlet == b->outlet : a->document == b->document;
}

/* Documents, or outlets, that say what saying `at` says. */
static int64_t count(const gathered *e, const sayings *all, uint32_t at, bool outlets)
{
    int64_t n = 0;
    for (uint32_t i = 0; i < all->n; i++) {
        bool again = !str_eq(all->v[i].value, all->v[at].value) ||
                     (outlets && !teller(e, &all->v[i])->outlet);
        for (uint32_t k = 0; k < i && !again; k++)
            again = str_eq(all->v[k].value, all->v[i].value) &&
                    is_counted(e, all, i, k, outlets);
        n += !again;
    }
    return n;
}

static wq_status write_saying(gatherer *g, const gathered *e, wq_str field,
                              const sayings *all, uint32_t at)
{
    db_query *q = &g->stmt[G_DISAGREEMENT];
    const told *t = teller(e, &all->v[at]);
    db_bind_text(q, 1, e->id);
    db_bind_text(q, 3, field);
    db_bind_text(q, 4, all->v[at].value);
    db_bind_int(q, 5, count(e, all, at, false));
    db_bind_int(q, 6, count(e, all, at, true));
    db_bind_text(q, 7, t->id);
    db_bind_int(q, 8, t->document);
    return db_exec(q, g->err);
}

/* A row for each contested value, told by the first that says so. */
static wq_status write_contested(gatherer *g, const gathered *e, wq_str field,
                                 const sayings *all)
{
    wq_status st = WQ_OK;
    for (uint32_t i = 0; st == WQ_OK && i < all->n; i++) {
        bool first = all->v[i].contested;
        for (uint32_t k = 0; k < i && first; k++)
            first = !all->v[k].contested || !str_eq(all->v[k].value, all->v[i].value);
        if (first)
            st = write_saying(g, e, field, all, i);
    }
    return st;
}

typedef bool differs(const gathered *e, const void *a, const void *b);

static void contest(const gathered *e, sayings *all, const void *const *what,
                    differs *apart)
{
    for (uint32_t i = 0; i < all->n; i++)
        for (uint32_t k = 0; k < all->n; k++)
            if (i != k && apart(e, what[i], what[k]))
                all->v[i].contested = true;
}

/* ---- when ------------------------------------------------------------------------------------ */

static bool days_differ(const gathered *e, const void *a, const void *b)
{
    (void)e;
    return gather_days_apart(a, b);
}

/* Of what was made, or, where nothing was and nothing was put off, of what is planned. */
static wq_status dates(gatherer *g, arena *a, const gathered *e)
{
    merge_status stage = MERGE_PLANNED;
    for (uint32_t i = 0; i < e->n; i++) {
        if (e->v[i].stage == MERGE_POSTPONED && stage == MERGE_PLANNED)
            stage = MERGE_POSTPONED;
        if (e->v[i].stage == MERGE_MADE && e->v[i].first != CALENDAR_NONE)
            stage = MERGE_MADE;
    }
    sayings all = { 0 };
    const void **what = ARENA_ARRAY(a, const void *, e->n + 1);
    for (uint32_t i = 0; stage != MERGE_POSTPONED && i < e->n; i++)
        if (e->v[i].stage == stage && e->v[i].first != CALENDAR_NONE) {
            what[all.n] = &e->v[i];
            *vec_push(a, &all) = (saying){ e->v[i].date, i, false };
        }
    contest(e, &all, what, days_differ);
    return write_contested(g, e, STR("date"), &all);
}

/* ---- where ------------------------------------------------------------------------------------- */

static bool places_differ(const gathered *e, const void *a, const void *b)
{
    (void)e;
    return ((const told *)a)->geonames != ((const told *)b)->geonames;
}

static wq_status places(gatherer *g, arena *a, const gathered *e)
{
    sayings all = { 0 };
    const void **what = ARENA_ARRAY(a, const void *, e->n + 1);
    for (uint32_t i = 0; i < e->n; i++)
        if (e->v[i].geonames && e->v[i].place_name.p) {
            what[all.n] = &e->v[i];
            *vec_push(a, &all) = (saying){ e->v[i].place_name, i, false };
        }
    contest(e, &all, what, places_differ);
    return write_contested(g, e, STR("place"), &all);
}

/* ---- how many ------------------------------------------------------------------------------------ */

/* "more than 50" differs from 40, not from 60. */
static bool numbers_differ(const gathered *e, const void *x, const void *y)
{
    const counted *a = x, *b = y;
    if (!str_eq(a->kind, b->kind) || e->v[a->mention].document == e->v[b->mention].document)
        return false;
    int64_t a_most = a->most ? a->most : INT64_MAX, b_most = b->most ? b->most : INT64_MAX;
    return a->least > b_most || b->least > a_most;
}

static wq_str number_text(arena *a, const counted *c)
{
    if (c->most == c->least)
        return arena_printf(a, "%.*s %lld", STR_ARG(c->kind), (long long)c->least);
    if (c->most)
        return arena_printf(a, "%.*s %lld-%lld", STR_ARG(c->kind), (long long)c->least,
                            (long long)c->most);
    return arena_printf(a, "%.*s %lld+", STR_ARG(c->kind), (long long)c->least);
}

static wq_status numbers(gatherer *g, arena *a, const gathered *e)
{
    sayings all = { 0 };
    const void **what = ARENA_ARRAY(a, const void *, e->n_sizes + 1);
    for (uint32_t i = 0; i < e->n_sizes; i++) {
        if (e->size[i].approximate)
            continue;
        what[all.n] = &e->size[i];
        *vec_push(a, &all) =
            (saying){ number_text(a, &e->size[i]), e->size[i].mention, false };
    }
    contest(e, &all, what, numbers_differ);
    return write_contested(g, e, STR("number"), &all);
}

/* ---- who -------------------------------------------------------------------------------------------- */

static bool may_be_same(const merge_party *a, const merge_party *b)
{
    bool country = a->country.n && str_eq(a->country, b->country);
    return str_eq(a->id, b->id) || (country && !(a->named && b->named));
}

/* Mentions that share a culprit agree, however many more one of them names.  The parts of a mention stand together. */
static bool share_culprit(const gathered *e, const taking_part *a, const taking_part *b)
{
    const taking_part *end = e->part + e->n_parts, *from_a = a, *from_b = b;
    while (from_a > e->part && from_a[-1].mention == a->mention)
        from_a--;
    while (from_b > e->part && from_b[-1].mention == b->mention)
        from_b--;
    for (const taking_part *x = from_a; x < end && x->mention == a->mention; x++)
        for (const taking_part *y = from_b; y < end && y->mention == b->mention; y++)
            if (!x->side && !y->side && may_be_same(&x->who, &y->who))
                return true;
    return false;
}

static bool is_known(const merge_party *p)
{
    return p->named || p->country.n;
}

static bool culprits_differ(const gathered *e, const void *x, const void *y)
{
    const taking_part *a = x, *b = y;
    return a->mention != b->mention && is_known(&a->who) && is_known(&b->who) &&
           !share_culprit(e, a, b);
}

static bool names_differ(const gathered *e, const void *x, const void *y)
{
    const taking_part *a = x, *b = y;
    (void)e;
    return a->mention != b->mention && a->who.person && b->who.person &&
           merge_maybe_same(&a->who, &b->who) && names_contradict(a->who.name, b->who.name);
}

static wq_status parties(gatherer *g, arena *a, const gathered *e, wq_str field, bool names)
{
    sayings all = { 0 };
    const void **what = ARENA_ARRAY(a, const void *, e->n_parts + 1);
    for (uint32_t i = 0; i < e->n_parts; i++) {
        const taking_part *p = &e->part[i];
        if (!names && p->side != 0)
            continue;
        what[all.n] = p;
        *vec_push(a, &all) = (saying){ p->shown, p->mention, false };
    }
    contest(e, &all, what, names ? names_differ : culprits_differ);
    return write_contested(g, e, field, &all);
}

/* ---- whether ------------------------------------------------------------------------------------------ */

static wq_status outcomes(gatherer *g, arena *a, const gathered *e)
{
    sayings all = { 0 };
    bool made = false, denied = false;
    for (uint32_t i = 0; i < e->n; i++) {
        merge_status s = e->v[i].stage;
        made = made || s == MERGE_MADE;
        denied = denied || s == MERGE_DENIED;
        if (s == MERGE_MADE || s == MERGE_DENIED)
            *vec_push(a, &all) = (saying){ e->v[i].status, i, true };
    }
    return made && denied ? write_contested(g, e, STR("status"), &all) : WQ_OK;
}

wq_status gather_disagreements(gatherer *g, arena *a, const gathered *e)
{
    if (e->n < 2)
        return WQ_OK;
    wq_status st = dates(g, a, e);
    if (st == WQ_OK)
        st = places(g, a, e);
    if (st == WQ_OK)
        st = numbers(g, a, e);
    if (st == WQ_OK && family_is_force(e->v[0].type))
        st = parties(g, a, e, STR("who"), false);
    if (st == WQ_OK)
        st = parties(g, a, e, STR("name"), true);
    return st == WQ_OK ? outcomes(g, a, e) : st;
}
