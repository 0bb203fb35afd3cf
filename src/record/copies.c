/* Groups of near-copies among the documents of a record (nearcopy.h). */
#include <stdlib.h>

#include "calendar/calendar.h"
#include "record/load.h"
#include "record/nearcopy.h"
#include "record/settle.h"

enum {
    MOST_COMPARED = 64
}; /* of a band, before a text: hundreds of identical ones need no n^2 */

typedef struct copy {
    int64_t id, original; /* original: as the table has it, or id */
    int32_t day;
    bool is_new;
    wq_str sha256;
    unsigned char signature[NEARCOPY_BYTES];
    uint32_t group; /* index of another of its group, or its own */
} copy;

typedef struct band_key {
    uint64_t key;
    uint32_t at;
} band_key;

typedef struct copying {
    wq_record *r;
    arena *mem;
    wq_error *err;
    VEC(copy) docs;
} copying;

/* Day of publication, then hash: the first is the original. */
static int order(const copy *a, const copy *b)
{
    int32_t i = a->day == CALENDAR_NONE ? INT32_MAX : a->day;
    int32_t k = b->day == CALENDAR_NONE ? INT32_MAX : b->day;
    return i != k ? (i < k ? -1 : 1) : str_cmp(a->sha256, b->sha256);
}

static int by_order(const void *x, const void *y)
{
    return order(x, y);
}

static int by_key(const void *x, const void *y)
{
    const band_key *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

/* ---- reading --------------------------------------------------------------------------------- */

/* Those that are new, those near them in time, and the rest of the groups of those. */
static const char DOCUMENTS[] =
    "WITH near (first, last) AS (SELECT date(min(d.published_day), '-14 days'), "
    "date(max(d.published_day), '+14 days') FROM unsettled u JOIN document d ON d.id = "
    "u.document_id), "
    "some (id) AS (SELECT d.id FROM document d, near WHERE d.published_day BETWEEN "
    "near.first AND "
    "near.last UNION SELECT d.id FROM document d WHERE d.published_day IS NULL AND EXISTS "
    "(SELECT 1 FROM unsettled u JOIN document x ON x.id = u.document_id WHERE "
    "x.published_day "
    "IS NULL)), "
    "root (id) AS (SELECT DISTINCT n.original_id FROM some JOIN near_copy n ON "
    "n.document_id = "
    "some.id) "
    "SELECT d.id, ifnull(n.original_id, d.id), d.published_day, u.document_id IS NOT NULL, "
    "d.sha256, d.shingles FROM (SELECT id FROM some UNION SELECT id FROM root UNION SELECT "
    "document_id FROM near_copy WHERE original_id IN root OR original_id IN some) x "
    "JOIN document d ON d.id = x.id LEFT JOIN near_copy n ON n.document_id = d.id "
    "LEFT JOIN unsettled u ON u.document_id = d.id WHERE d.shingles IS NOT NULL";

static void read_one(copying *c, const db_query *q)
{
    copy *d = vec_push(c->mem, &c->docs);
    wq_str sha = db_text(q, 4);
    *d = (copy){ .id = db_int(q, 0),
                 .original = db_int(q, 1),
                 .day = day_from_text(db_text(q, 2)),
                 .is_new = db_int(q, 3) != 0,
                 .sha256 = arena_str(c->mem, sha.p, sha.n) };
    const void *blob = sqlite3_column_blob(q->stmt, 5);
    if (blob && sqlite3_column_bytes(q->stmt, 5) == NEARCOPY_BYTES)
        memcpy(d->signature, blob, NEARCOPY_BYTES);
    else
        c->docs.n--;
}

static wq_status read_documents(copying *c)
{
    db_query q;
    wq_status st = db_prepare(c->r, DOCUMENTS, &q, c->err);
    while (st == WQ_OK && (st = db_step(&q, c->err)) == WQ_OK)
        read_one(c, &q);
    db_finish(&q);
    if (c->docs.n)
        qsort(c->docs.v, c->docs.n, sizeof *c->docs.v, by_order);
    for (uint32_t i = 0; i < c->docs.n; i++)
        c->docs.v[i].group = i;
    return st == WQ_END ? WQ_OK : st;
}

/* ---- groups: the root is the first in order --------------------------------------------------------- */

static uint32_t root(copying *c, uint32_t i)
{
    while (c->docs.v[i].group != i)
        i = c->docs.v[i].group = c->docs.v[c->docs.v[i].group].group;
    return i;
}

static bool unite(copying *c, uint32_t a, uint32_t b)
{
    a = root(c, a);
    b = root(c, b);
    if (a == b)
        return false;
    c->docs.v[a > b ? a : b].group = a < b ? a : b;
    return true;
}

typedef struct id_index {
    int64_t id;
    uint32_t at;
} id_index;

static int by_id(const void *x, const void *y)
{
    const id_index *a = x, *b = y;
    return (a->id > b->id) - (a->id < b->id);
}

/* What the table says already. */
static void unite_known(copying *c)
{
    id_index *ids = ARENA_ARRAY(c->mem, id_index, c->docs.n + 1);
    for (uint32_t i = 0; i < c->docs.n; i++)
        ids[i] = (id_index){ c->docs.v[i].id, i };
    qsort(ids, c->docs.n, sizeof *ids, by_id);
    for (uint32_t i = 0; i < c->docs.n; i++) {
        id_index want = { c->docs.v[i].original, 0 };
        const id_index *found = bsearch(&want, ids, c->docs.n, sizeof *ids, by_id);
        if (found)
            unite(c, i, found->at);
    }
}

static bool near_in_time(const copy *a, const copy *b)
{
    if (a->day == CALENDAR_NONE || b->day == CALENDAR_NONE)
        return a->day == b->day;
    return abs(a->day - b->day) <= NEARCOPY_DAYS;
}

static void compare(copying *c, uint32_t i, uint32_t k)
{
    const copy *a = &c->docs.v[i], *b = &c->docs.v[k];
    if ((!a->is_new && !b->is_new) || root(c, i) == root(c, k) || !near_in_time(a, b))
        return;
    if (nearcopy_similarity(a->signature, b->signature) >= NEARCOPY_ALIKE)
        unite(c, i, k);
}

static void compare_band(copying *c, band_key *keys, unsigned band)
{
    uint32_t n = c->docs.n;
    for (uint32_t i = 0; i < n; i++)
        keys[i] = (band_key){ nearcopy_band(c->docs.v[i].signature, band), i };
    qsort(keys, n, sizeof *keys, by_key);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i;
             k > 0 && keys[k - 1].key == keys[i].key && i - k < MOST_COMPARED; k--)
            compare(c, keys[k - 1].at, keys[i].at);
}

/* ---- writing -------------------------------------------------------------------------------------------- */

typedef struct copy_writer {
    db_query put, drop, note, touch;
} copy_writer;

static wq_status write_original(copying *c, copy_writer *w, const copy *d,
                                const copy *original)
{
    if (d == original) {
        db_bind_int(&w->drop, 1, d->id);
        return db_exec(&w->drop, c->err);
    }
    db_bind_int(&w->put, 1, d->id);
    db_bind_int(&w->put, 2, original->id);
    db_bind_real(&w->put, 3, nearcopy_similarity(d->signature, original->signature));
    return db_exec(&w->put, c->err);
}

/* Events told by a document that has become a copy, or the original, are counted anew. */
static wq_status write_copy(copying *c, copy_writer *w, uint32_t i)
{
    const copy *d = &c->docs.v[i], *original = &c->docs.v[root(c, i)];
    if (d->original == original->id)
        return WQ_OK;
    wq_status st = write_original(c, w, d, original);
    if (st != WQ_OK)
        return st;
    db_bind_int(&w->note, 1, d->id);
    db_bind_int(&w->touch, 1, d->id);
    st = db_exec(&w->note, c->err);
    return st == WQ_OK ? db_exec(&w->touch, c->err) : st;
}

static wq_status write_copies(copying *c)
{
    copy_writer w = { 0 };
    wq_status st = db_prepare(c->r, "INSERT OR REPLACE INTO near_copy VALUES (?1, ?2, ?3)",
                              &w.put, c->err);
    if (st == WQ_OK)
        st = db_prepare(c->r, "DELETE FROM near_copy WHERE document_id = ?1", &w.drop,
                        c->err);
    if (st == WQ_OK)
        st = db_prepare(c->r,
                        "INSERT OR IGNORE INTO changed SELECT event_id FROM mention WHERE "
                        "document_id = ?1 AND event_id IS NOT NULL",
                        &w.note, c->err);
    if (st == WQ_OK)
        st = db_prepare(c->r,
                        "INSERT OR IGNORE INTO touched SELECT block FROM mention WHERE "
                        "document_id = ?1 AND block IS NOT NULL",
                        &w.touch, c->err);
    for (uint32_t i = 0; st == WQ_OK && i < c->docs.n; i++)
        st = write_copy(c, &w, i);
    db_finish(&w.put);
    db_finish(&w.drop);
    db_finish(&w.note);
    db_finish(&w.touch);
    return st;
}

static wq_status find(copying *c)
{
    wq_status st = read_documents(c);
    if (st != WQ_OK || c->docs.n == 0)
        return st;
    unite_known(c);
    band_key *keys = ARENA_ARRAY(c->mem, band_key, c->docs.n);
    for (unsigned band = 0; band < NEARCOPY_BANDS; band++)
        compare_band(c, keys, band);
    return write_copies(c);
}

wq_status settle_copies(wq_record *r, wq_error *err)
{
    arena a;
    jmp_buf full;
    arena_init(&a, SIZE_MAX / 4);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    copying c = { .r = r, .mem = &a, .err = err };
    wq_status st = find(&c);
    arena_fini(&a);
    return st;
}
