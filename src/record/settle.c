/* What follows from all documents together: near-copies, events, disagreements, with the corrections on top. */
#include "record/settle.h"
#include "record/gather.h"
#include "record/overlay.h"

wq_status settle_lists(wq_record *r, wq_error *err)
{
    return db_run(
        r,
        "PRAGMA defer_foreign_keys=ON;"
        "CREATE TEMP TABLE IF NOT EXISTS changed (id TEXT PRIMARY KEY) WITHOUT ROWID;"
        "CREATE TEMP TABLE IF NOT EXISTS touched (block TEXT PRIMARY KEY) WITHOUT ROWID",
        err);
}

static wq_status note_blocks(wq_record *r, wq_error *err)
{
    return db_run(
        r,
        "INSERT OR IGNORE INTO touched SELECT m.block FROM unsettled u JOIN mention m "
        "ON m.document_id = u.document_id WHERE m.block IS NOT NULL",
        err);
}

/* A mention that shares nothing with others is an event of its own. */
static wq_status settle_lone(wq_record *r, wq_error *err)
{
    return db_run(
        r,
        "UPDATE mention SET cluster = id, event_id = id WHERE block IS NULL AND "
        "document_id IN (SELECT document_id FROM unsettled);"
        "INSERT OR IGNORE INTO changed SELECT id FROM mention WHERE block IS NULL AND "
        "document_id IN (SELECT document_id FROM unsettled)",
        err);
}

typedef struct settling {
    wq_record *r;
    loader load;
    db_query put, change;
    arena mem; /* of the block at hand */
    wq_error *err;
} settling;

static wq_status note_changed(settling *s, wq_str event)
{
    if (!event.p)
        return WQ_OK;
    db_bind_text(&s->change, 1, event);
    return db_exec(&s->change, s->err);
}

static wq_str why_text(arena *a, const merge_mention *m)
{
    merge_match x;
    if (!m->best)
        return (wq_str){ NULL, 0 };
    merge_pair(m, m->best, &x);
    return arena_printf(a, "date %.2f, who %.2f, place %.2f with %.*s", x.date, x.who,
                        x.place, STR_ARG(m->best->id));
}

static wq_status put_mention(settling *s, const merge_mention *m, wq_str cluster,
                             wq_str why)
{
    db_query *q = &s->put;
    db_bind_text(q, 1, m->id);
    db_bind_text(q, 2, cluster);
    if (m->best)
        db_bind_real(q, 3, m->score);
    db_bind_text(q, 4, why);
    return db_exec(q, s->err);
}

/* Only what is new or has moved is written. */
static wq_status put_block(settling *s, arena *a, const merge_block *b)
{
    wq_status st = WQ_OK;
    for (uint32_t i = 0; st == WQ_OK && i < b->n; i++) {
        const merge_mention *m = &b->v[i];
        wq_str cluster = b->v[m->cluster].id, why = why_text(a, m);
        bool stays = !m->is_new && m->before.p && str_eq(m->before, cluster);
        if (stays && str_eq(m->before_why, why))
            continue;
        st = put_mention(s, m, cluster, why);
        if (stays)
            continue;
        if (st == WQ_OK)
            st = note_changed(s, cluster);
        if (st == WQ_OK)
            st = note_changed(s, m->before);
    }
    return st;
}

static wq_status settle_block(settling *s, wq_str block)
{
    arena *a = &s->mem;
    jmp_buf full;
    arena_reset(a);
    a->full = &full;
    if (setjmp(full))
        return fail(s->err, WQ_E_NOMEM, 0, "out of memory");
    merge_block b;
    wq_status st = loader_block(&s->load, a, block, &b, s->err);
    if (st != WQ_OK)
        return st;
    merge_cluster(a, &b);
    return put_block(s, a, &b);
}

static wq_status each_block(settling *s)
{
    db_query q;
    wq_status st = db_prepare(s->r, "SELECT block FROM touched ORDER BY block", &q, s->err);
    while (st == WQ_OK && (st = db_step(&q, s->err)) == WQ_OK)
        st = settle_block(s, db_text(&q, 0));
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}

static wq_status settle_blocks(wq_record *r, wq_error *err)
{
    settling s = { .r = r, .err = err };
    arena_init(&s.mem, SIZE_MAX / 4);
    wq_status st = loader_open(r, &s.load, err);
    if (st == WQ_OK)
        st = db_prepare(r,
                        "UPDATE mention SET cluster = ?2, event_id = ?2, merge_score = ?3, "
                        "merge_why = ?4 WHERE id = ?1",
                        &s.put, err);
    if (st == WQ_OK)
        st = db_prepare(r, "INSERT OR IGNORE INTO changed VALUES (?1)", &s.change, err);
    if (st == WQ_OK)
        st = each_block(&s);
    arena_fini(&s.mem);
    loader_close(&s.load);
    db_finish(&s.put);
    db_finish(&s.change);
    return st;
}

/* ---- events ---------------------------------------------------------------------------------- */

static wq_status build_event(gatherer *g, arena *a, wq_str id)
{
    jmp_buf full;
    arena_reset(a);
    a->full = &full;
    if (setjmp(full))
        return fail(g->err, WQ_E_NOMEM, 0, "out of memory");
    return gather_event(g, a, arena_str(a, id.p, id.n));
}

wq_status settle_events(wq_record *r, wq_error *err)
{
    gatherer g;
    db_query q;
    arena mem; /* of the event at hand */
    wq_status st = gatherer_open(r, &g, err);
    if (st != WQ_OK)
        return st;
    arena_init(&mem, SIZE_MAX / 4);
    st = db_prepare(r, "SELECT id FROM changed ORDER BY id", &q, err);
    while (st == WQ_OK && (st = db_step(&q, err)) == WQ_OK)
        st = build_event(&g, &mem, db_text(&q, 0));
    arena_fini(&mem);
    db_finish(&q);
    gatherer_close(&g);
    return st == WQ_END ? WQ_OK : st;
}

wq_status settle(wq_record *r, wq_error *err)
{
    static wq_status (*const steps[])(wq_record *, wq_error *) = {
        settle_lists,  note_blocks,   settle_copies,  settle_lone, settle_blocks,
        overlay_apply, settle_events, overlay_recode, settle_names
    };
    wq_status st = WQ_OK;
    for (size_t i = 0; st == WQ_OK && i < sizeof steps / sizeof *steps; i++)
        st = steps[i](r, err);
    return st == WQ_OK
               ? db_run(r,
                        "DELETE FROM unsettled; DELETE FROM changed; DELETE FROM touched",
                        err)
               : st;
}
