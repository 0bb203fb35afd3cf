/* The row of an event: type, status, date, place and counts from its mentions. */
#include "record/gather.h"

#include <stdlib.h>

#include "calendar/calendar.h"

/* clang-format off */
static const char *const SQL[G_STMTS] = {
    [G_MENTIONS] =
        "SELECT m.id, m.type, m.mode, m.plover, m.cameo, m.status, m.date, m.why, m.quad, m.place_id, "
        "m.document_id, ifnull(n.original_id, m.document_id), d.outlet_id, p.name, p.geonames, m.confidence, "
        "d.published_day, m.first, m.last FROM mention m JOIN document d ON d.id = m.document_id "
        "LEFT JOIN place p ON p.id = m.place_id LEFT JOIN near_copy n ON n.document_id = m.document_id "
        "WHERE m.event_id = ?1 ORDER BY d.published_day IS NULL, d.published_day, d.sha256, "
        "m.trigger_part = 'text', m.trigger_start, m.id",
    [G_PARTS] =
        "SELECT ifnull(a.same_as, a.id), p.country, p.role, a.kind, a.named, a.listed, "
        "a.name_folded, a.surname, p.side, p.sector, a.name FROM mention_participant p "
        "JOIN actor a ON a.id = p.actor_id WHERE p.mention_id = ?1 AND NOT a.rejected ORDER BY p.side, p.n",
    [G_SIZES] =
        "SELECT kind, least, most, approximate FROM mention_size WHERE mention_id = ?1 ORDER BY n",
    [G_DELETE_PARTICIPANT] = "DELETE FROM participant WHERE event_id = ?1",
    [G_DELETE_HISTORY] = "DELETE FROM event_history WHERE event_id = ?1",
    [G_DELETE_DISAGREEMENT] = "DELETE FROM disagreement WHERE event_id = ?1",
    [G_DELETE_EVENT] = "DELETE FROM event WHERE id = ?1",
    [G_EVENT] =
        "INSERT INTO event (id, type, mode, plover, cameo, quad, status, date, first, last, place_id, "
        "reports, independent, outlets, mentions, confidence, first_published, last_published, sort_day) "
        "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19)",
    [G_PARTICIPANT] = "INSERT INTO participant VALUES (?1,?2,?3,?4,?5,?6,?7)",
    [G_HISTORY] = "INSERT INTO event_history VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)",
    [G_DISAGREEMENT] =
        ("INSERT INTO disagreement (event_id, actor_id, field, value, reports, outlets, mention_id, "
         "document_id, part, start, \"end\") VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)"),
};
/* clang-format on */

wq_status gatherer_open(wq_record *r, gatherer *out, wq_error *err)
{
    int64_t events;
    *out = (gatherer){ .record = r, .err = err };
    wq_status st = db_number(r, "SELECT EXISTS (SELECT 1 FROM event)", &events, err);
    out->fresh = st == WQ_OK && !events;
    for (int i = 0; st == WQ_OK && i < G_STMTS; i++)
        st = db_prepare(r, SQL[i], &out->stmt[i], err);
    if (st != WQ_OK)
        gatherer_close(out);
    return st;
}

void gatherer_close(gatherer *g)
{
    for (int i = 0; i < G_STMTS; i++)
        db_finish(&g->stmt[i]);
}

/* ---- reading --------------------------------------------------------------------------------- */

static wq_str keep(arena *a, wq_str s)
{
    return s.p ? arena_str(a, s.p, s.n) : s;
}

static told read_told(const db_query *q, arena *a)
{
    told t = { .id = keep(a, db_text(q, 0)),
               .type = keep(a, db_text(q, 1)),
               .mode = keep(a, db_text(q, 2)),
               .plover = keep(a, db_text(q, 3)),
               .cameo = keep(a, db_text(q, 4)),
               .status = keep(a, db_text(q, 5)),
               .date = keep(a, db_text(q, 6)),
               .why = keep(a, db_text(q, 7)),
               .quad = db_int(q, 8),
               .place = db_int(q, 9),
               .document = db_int(q, 10),
               .original = db_int(q, 11),
               .outlet = db_int(q, 12),
               .place_name = keep(a, db_text(q, 13)),
               .geonames = db_int(q, 14),
               .confidence = db_real(q, 15),
               .published = day_from_text(db_text(q, 16)),
               .first = day_from_text(db_text(q, 17)),
               .last = day_from_text(db_text(q, 18)) };
    t.stage = stage_of(t.status, t.why);
    return t;
}

static wq_status read_mentions(gatherer *g, arena *a, gathered *e)
{
    VEC(told) v = { 0 };
    wq_status st;
    db_query *q = &g->stmt[G_MENTIONS];
    db_bind_text(q, 1, e->id);
    while ((st = db_step(q, g->err)) == WQ_OK)
        *vec_push(a, &v) = read_told(q, a);
    db_reset(q);
    e->v = v.v;
    e->n = v.n;
    return st == WQ_END ? WQ_OK : st;
}

/* The mentions in the order of their ids. */
typedef struct by_id {
    wq_str id;
    uint32_t at;
} by_id;

static int compare_ids(const void *x, const void *y)
{
    const by_id *a = x, *b = y;
    return str_cmp(a->id, b->id);
}

static const by_id *sorted(arena *a, const gathered *e)
{
    by_id *out = ARENA_ARRAY(a, by_id, e->n);
    for (uint32_t i = 0; i < e->n; i++)
        out[i] = (by_id){ e->v[i].id, i };
    if (e->n > 1)
        qsort(out, e->n, sizeof *out, compare_ids);
    return out;
}

static wq_status read_parts(gatherer *g, arena *a, const by_id *mention, gathered *e)
{
    VEC(taking_part) v = { 0 };
    wq_status st = WQ_END;
    db_query *q = &g->stmt[G_PARTS];
    for (uint32_t i = 0; st == WQ_END && i < e->n; i++) {
        db_bind_text(q, 1, mention[i].id);
        while ((st = db_step(q, g->err)) == WQ_OK)
            *vec_push(a, &v) =
                (taking_part){ .mention = mention[i].at,
                               .who = party_read(q, a, 0),
                               .side = str_eq(db_text(q, 8), STR("recipient")),
                               .sector = keep(a, db_text(q, 9)),
                               .shown = keep(a, db_text(q, 10)) };
        db_reset(q);
    }
    e->part = v.v;
    e->n_parts = v.n;
    return st == WQ_END ? WQ_OK : st;
}

static wq_status read_sizes(gatherer *g, arena *a, const by_id *mention, gathered *e)
{
    VEC(counted) v = { 0 };
    wq_status st = WQ_END;
    db_query *q = &g->stmt[G_SIZES];
    for (uint32_t i = 0; st == WQ_END && i < e->n; i++) {
        db_bind_text(q, 1, mention[i].id);
        while ((st = db_step(q, g->err)) == WQ_OK)
            *vec_push(a, &v) = (counted){ .mention = mention[i].at,
                                          .kind = keep(a, db_text(q, 0)),
                                          .least = db_int(q, 1),
                                          .most = db_int(q, 2),
                                          .approximate = db_int(q, 3) != 0 };
        db_reset(q);
    }
    e->size = v.v;
    e->n_sizes = v.n;
    return st == WQ_END ? WQ_OK : st;
}

/* ---- choosing ------------------------------------------------------------------------------------ */

/* The most frequent value of a field that is known; the first of equals. */
static wq_str most_frequent(const gathered *e, size_t offset)
{
    wq_str best = { NULL, 0 };
    uint32_t most = 0;
    for (uint32_t i = 0; i < e->n; i++) {
        wq_str x = *(const wq_str *)(const void *)((const char *)&e->v[i] + offset);
        uint32_t n = 0;
        for (uint32_t k = 0; x.p && k < e->n; k++)
            n +=
                str_eq(x, *(const wq_str *)(const void *)((const char *)&e->v[k] + offset));
        if (n > most) {
            best = x;
            most = n;
        }
    }
    return best;
}

bool gather_days_apart(const told *a, const told *b)
{
    return a->first != CALENDAR_NONE && b->first != CALENDAR_NONE &&
           (a->first > b->last || b->first > a->last);
}

/* Documents, reprints aside, that give the same days. */
static uint32_t support(const gathered *e, const told *t)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n; i++)
        n += e->v[i].first == t->first && e->v[i].last == t->last &&
             e->v[i].original == e->v[i].document;
    return n;
}

/* How much a stage's date counts: what was made, then what it was put off to, then what was planned. */
static int stage_rank(merge_status s)
{
    static const int rank[] = {
        [MERGE_MADE] = 5,    [MERGE_POSTPONED] = 3, [MERGE_CANCELLED] = 2,
        [MERGE_PLANNED] = 4, [MERGE_DENIED] = 1,    [MERGE_IDEA] = 0
    };
    return rank[s];
}

static bool better_date(const gathered *e, const told *a, const told *b)
{
    int x = stage_rank(a->stage), y = stage_rank(b->stage);
    if (x != y)
        return x > y;
    if (a->stage != MERGE_MADE && a->published != b->published)
        return a->published > b->published; /* the last plan holds */
    int32_t i = a->last - a->first, k = b->last - b->first;
    if ((i <= 1) != (k <= 1) || (i > 1 && i != k))
        return i < k;
    return support(e, a) > support(e, b);
}

int32_t gather_date(const gathered *e)
{
    int32_t best = -1;
    for (uint32_t i = 0; i < e->n; i++)
        if (e->v[i].first != CALENDAR_NONE &&
            (best < 0 || better_date(e, &e->v[i], &e->v[best])))
            best = (int32_t)i;
    return best;
}

static int64_t place_of(const gathered *e)
{
    int64_t best = 0;
    uint32_t most = 0;
    for (uint32_t i = 0; i < e->n; i++) {
        uint32_t n = 0;
        for (uint32_t k = 0; e->v[i].place && k < e->n; k++)
            n += e->v[k].place == e->v[i].place;
        n = n * 2 + (e->v[i].geonames != 0); /* a point on the map before a name alone */
        if (e->v[i].place && n > most) {
            best = e->v[i].place;
            most = n;
        }
    }
    return best;
}

/* What was made stays made, whoever denies it; else the last word holds. */
static const told *last_word(const gathered *e)
{
    const told *best = NULL;
    for (uint32_t i = 0; i < e->n; i++)
        if (e->v[i].stage == MERGE_MADE)
            best = &e->v[i];
    return best ? best : &e->v[e->n - 1];
}

/* ---- counts ----------------------------------------------------------------------------------------- */

static uint32_t distinct(const gathered *e, size_t offset)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n; i++) {
        int64_t x = *(const int64_t *)(const void *)((const char *)&e->v[i] + offset);
        bool seen = x == 0;
        for (uint32_t k = 0; k < i && !seen; k++)
            seen = x == *(const int64_t *)(const void *)((const char *)&e->v[k] + offset);
        n += !seen;
    }
    return n;
}

static double confidence_of(const gathered *e)
{
    double best = 0;
    for (uint32_t i = 0; i < e->n; i++)
        best = e->v[i].confidence > best ? e->v[i].confidence : best;
    return best;
}

static void published_days(const gathered *e, int32_t *first, int32_t *last)
{
    *first = *last = CALENDAR_NONE;
    for (uint32_t i = 0; i < e->n; i++) {
        int32_t day = e->v[i].published;
        if (day == CALENDAR_NONE)
            continue;
        *first = *first == CALENDAR_NONE || day < *first ? day : *first;
        *last = day > *last ? day : *last;
    }
}

/* ---- writing ------------------------------------------------------------------------------------------ */

static void bind_codes(db_query *q, const gathered *e)
{
    const told *status = last_word(e);
    wq_str mode = most_frequent(e, offsetof(told, mode));
    db_bind_text(q, 1, e->id);
    db_bind_text(q, 2, most_frequent(e, offsetof(told, type)));
    db_bind_text(q, 3, mode);
    db_bind_text(q, 4, status->plover);
    db_bind_text(q, 5, status->cameo);
    if (status->quad)
        db_bind_int(q, 6, status->quad);
    db_bind_text(q, 7, status->status);
}

static void bind_days(db_query *q, arena *a, const gathered *e)
{
    int32_t date = gather_date(e), first, last;
    published_days(e, &first, &last);
    wq_str day = date >= 0 ? day_to_text(a, e->v[date].first) : (wq_str){ NULL, 0 };
    if (date >= 0) {
        db_bind_text(q, 8, e->v[date].date);
        db_bind_text(q, 9, day);
        db_bind_text(q, 10, day_to_text(a, e->v[date].last));
    }
    db_bind_text(q, 17, day_to_text(a, first));
    db_bind_text(q, 18, day_to_text(a, last));
    db_bind_text(q, 19, day.p ? day : day_to_text(a, first));
}

static wq_status write_event(gatherer *g, arena *a, const gathered *e)
{
    db_query *q = &g->stmt[G_EVENT];
    int64_t place = place_of(e);
    bind_codes(q, e);
    bind_days(q, a, e);
    if (place)
        db_bind_int(q, 11, place);
    db_bind_int(q, 12, distinct(e, offsetof(told, document)));
    db_bind_int(q, 13, distinct(e, offsetof(told, original)));
    db_bind_int(q, 14, distinct(e, offsetof(told, outlet)));
    db_bind_int(q, 15, e->n);
    db_bind_real(q, 16, confidence_of(e));
    return db_exec(q, g->err);
}

/* An event that was not there has no rows to delete. */
static wq_status delete_rows(gatherer *g, wq_str id)
{
    db_query *event = &g->stmt[G_DELETE_EVENT];
    db_bind_text(event, 1, id);
    wq_status st = db_exec(event, g->err);
    bool known = sqlite3_changes(g->record->db) > 0;
    for (int i = G_DELETE_PARTICIPANT; st == WQ_OK && known && i < G_DELETE_EVENT; i++) {
        db_bind_text(&g->stmt[i], 1, id);
        st = db_exec(&g->stmt[i], g->err);
    }
    return st;
}

wq_status gather_event(gatherer *g, arena *a, wq_str id)
{
    gathered e = { .id = id };
    wq_status st = g->fresh ? WQ_OK : delete_rows(g, id);
    if (st == WQ_OK)
        st = read_mentions(g, a, &e);
    if (st != WQ_OK || e.n == 0)
        return st;
    const by_id *mention = sorted(a, &e);
    st = read_parts(g, a, mention, &e);
    if (st == WQ_OK)
        st = read_sizes(g, a, mention, &e);
    if (st == WQ_OK)
        st = write_event(g, a, &e);
    if (st == WQ_OK)
        st = gather_participants(g, a, &e);
    if (st == WQ_OK)
        st = gather_history(g, a, &e);
    return st == WQ_OK ? gather_disagreements(g, a, &e) : st;
}
