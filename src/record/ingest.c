/* One document into the tables. */
#include <stdlib.h>

#include "coder/document.h"
#include "record/ingest.h"
#include "record/merge.h"

/* clang-format off */
static const char *const SQL[RECORD_STMTS] = {
    [ADD_OUTLET] = "INSERT OR IGNORE INTO outlet (name) VALUES (?1)",
    [FIND_OUTLET] = "SELECT id FROM outlet WHERE name = ?1",
    [KNOWS] = "SELECT 1 FROM document WHERE sha256 = ?1",
    [ADD_DOCUMENT] =
        "INSERT INTO document (key, sha256, text_sha256, run_id, saved_as, url, outlet_id, byline, "
        "published, published_day, published_from, characters, title, text, title_folded, text_folded, "
        "shingles) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)",
    [ADD_UNSETTLED] = "INSERT INTO unsettled VALUES (?1)",
    [ADD_SENTENCE] = "INSERT OR FAIL INTO sentence VALUES (?1,?2,?3,?4,?5,?6,?7)",
    [ADD_ACTOR] =
        "INSERT OR IGNORE INTO actor (id, listed, named, kind, name, name_folded, name_latin, country, "
        "sector, sectors, surname) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
    [ADD_TENURE] = "INSERT INTO tenure VALUES (?1,?2,?3,?4,?5,?6)",
    [ADD_DOCUMENT_ACTOR] =
        "INSERT OR IGNORE INTO document_actor VALUES (?1,?2,?3,?4,?5,?6,?7,?8)",
    [ADD_PLACE] =
        "INSERT OR IGNORE INTO place (name, country, geonames, lat, lon, name_folded) "
        "VALUES (?1,?2,?3,?4,?5,?6)",
    [FIND_PLACE] =
        "SELECT id FROM place WHERE ifnull(name, '') = ifnull(?1, '') AND ifnull(country, '') = ifnull(?2, '') "
        "AND ifnull(geonames, 0) = ifnull(?3, 0)",
    [ADD_MENTION] =
        "INSERT INTO mention (id, document_id, type, mode, plover, cameo, quad, status, date, date_text, "
        "date_rule, first, last, date_part, date_start, date_end, place_id, place_text, trigger, "
        "trigger_part, trigger_start, trigger_end, evidence, evidence_part, evidence_start, evidence_end, "
        "confidence, why, block) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,"
        "?21,?22,?23,?24,?25,?26,?27,?28,?29)",
    [ADD_PARTICIPANT] = "INSERT INTO mention_participant VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
    [ADD_CONTEXT] = "INSERT OR IGNORE INTO mention_context VALUES (?1,?2)",
    [ADD_CLAIM] = "INSERT INTO claim VALUES (?1,?2,?3,?4,?5,?6)",
    [ADD_SIZE] = "INSERT INTO mention_size VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
    [ADD_QUOTATION] = "INSERT OR FAIL INTO quotation VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)",
    [ADD_TIME] = "INSERT OR FAIL INTO time VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)",
};
/* clang-format on */

db_query *ingest_use(adding *x, record_stmt which)
{
    return &x->r->stmt[which];
}

wq_status ingest_run(adding *x, record_stmt which)
{
    return db_exec(&x->r->stmt[which], x->err);
}

void ingest_bind_span(db_query *q, int n, wq_span span)
{
    db_bind_text(q, n, part_name(span.part));
    db_bind_int(q, n + 1, span.start);
    db_bind_int(q, n + 2, span.end);
}

static wq_status prepare(wq_record *r, wq_error *err)
{
    wq_status st = WQ_OK;
    for (int i = 0; st == WQ_OK && i < RECORD_STMTS; i++)
        if (!r->stmt[i].stmt)
            st = db_prepare(r, SQL[i], &r->stmt[i], err);
    return st;
}

/* The number in the first row of a statement; 0 where there is none. */
static wq_status find(adding *x, record_stmt which, int64_t *out)
{
    db_query *q = ingest_use(x, which);
    wq_status st = db_step(q, x->err);
    *out = st == WQ_OK ? db_int(q, 0) : 0;
    db_reset(q);
    return st == WQ_END ? WQ_OK : st;
}

/* ---- the document ------------------------------------------------------------------------------- */

static wq_status outlet(adding *x, int64_t *id)
{
    *id = 0;
    if (!x->e->outlet.n)
        return WQ_OK;
    db_bind_text(ingest_use(x, FIND_OUTLET), 1, x->e->outlet);
    wq_status st = find(x, FIND_OUTLET, id);
    if (st != WQ_OK || *id)
        return st;
    db_bind_text(ingest_use(x, ADD_OUTLET), 1, x->e->outlet);
    st = ingest_run(x, ADD_OUTLET);
    *id = sqlite3_last_insert_rowid(x->r->db);
    return st;
}

static void bind_texts(db_query *q, const wq_entry *e, bool bodies)
{
    const wq_str none = { NULL, 0 };
    db_bind_text(q, 13, e->title);
    db_bind_text(q, 14, bodies ? e->text : none);
    db_bind_text(q, 15, e->title_folded);
    db_bind_text(q, 16, bodies ? e->text_folded : none);
    if (e->shingles.n)
        sqlite3_bind_blob64(q->stmt, 17, e->shingles.p, e->shingles.n, SQLITE_STATIC);
}

static wq_status add_document(adding *x)
{
    const wq_entry *e = x->e;
    int64_t outlet_id;
    wq_status st = outlet(x, &outlet_id);
    if (st != WQ_OK)
        return st;
    db_query *q = ingest_use(x, ADD_DOCUMENT);
    const wq_str head[] = { e->key, str_of(e->sha256), str_of(e->text_sha256) };
    for (int i = 0; i < 3; i++)
        db_bind_text(q, i + 1, head[i]);
    db_bind_int(q, 4, x->r->run);
    db_bind_text(q, 5, e->saved_as);
    db_bind_text(q, 6, e->url);
    if (outlet_id)
        db_bind_int(q, 7, outlet_id);
    const wq_str tail[] = { e->byline, e->published, e->published_day, e->published_from };
    for (int i = 0; i < 4; i++)
        db_bind_text(q, i + 8, tail[i]);
    db_bind_int(q, 12, e->characters);
    bind_texts(q, e, !x->r->no_bodies);
    st = ingest_run(x, ADD_DOCUMENT);
    if (st == WQ_OK)
        x->document = sqlite3_last_insert_rowid(x->r->db);
    return st;
}

/* What follows from it together with others comes when the record is settled. */
static wq_status note_new(adding *x)
{
    db_bind_int(ingest_use(x, ADD_UNSETTLED), 1, x->document);
    return ingest_run(x, ADD_UNSETTLED);
}

static wq_status sentence(adding *x, db_query *q, int at, uint32_t i)
{
    const entry_sentence *s = &x->e->sentences[i];
    db_bind_int(q, at + 1, x->document);
    db_bind_int(q, at + 2, i);
    ingest_bind_span(q, at + 3, s->span);
    db_bind_int(q, at + 6, s->folded.start);
    db_bind_int(q, at + 7, s->folded.end);
    return WQ_OK;
}

static wq_status add_sentences(adding *x)
{
    return ingest_several(x, ADD_SENTENCE, x->e->n_sentences, sentence);
}

static wq_status timex(adding *x, db_query *q, int at, uint32_t i)
{
    const wq_timex *t = &x->e->times[i];
    const wq_str cells[] = {
        t->text, t->type, t->value, t->mod, t->first, t->last, t->rule
    };
    db_bind_int(q, at + 1, x->document);
    db_bind_int(q, at + 2, i);
    for (int k = 0; k < 7; k++)
        db_bind_text(q, at + k + 3, cells[k]);
    ingest_bind_span(q, at + 10, t->span);
    return WQ_OK;
}

static wq_status add_times(adding *x)
{
    return ingest_several(x, ADD_TIME, x->e->n_times, timex);
}

/* ---- events -------------------------------------------------------------------------------------------- */

static wq_status add_side(adding *x, wq_str mention, wq_str side, const wq_actor *v,
                          uint32_t n)
{
    wq_status st = WQ_OK;
    for (uint32_t i = 0; st == WQ_OK && i < n; i++) {
        const wq_actor *a = &v[i];
        wq_str called = a->called.n ? a->called : a->text;
        actor_facts f = { a->id,     a->name,    called,      a->country,
                          a->sector, a->sectors, a->n_sectors };
        wq_str id;
        st = ingest_actor(x, &f, &id);
        if (st != WQ_OK)
            break;
        db_query *q = ingest_use(x, ADD_PARTICIPANT);
        db_bind_text(q, 1, mention);
        db_bind_text(q, 2, side);
        db_bind_int(q, 3, i);
        db_bind_text(q, 4, id);
        db_bind_text(q, 5, a->text);
        ingest_bind_span(q, 6, a->span);
        db_bind_text(q, 9, a->country);
        db_bind_text(q, 10, a->sector);
        db_bind_text(q, 11, a->role);
        st = ingest_run(x, ADD_PARTICIPANT);
    }
    return st;
}

static void bind_place(db_query *q, const wq_place *p)
{
    db_bind_text(q, 1, p->name.p ? p->name : p->text);
    db_bind_text(q, 2, p->country);
    if (p->geonames)
        db_bind_int(q, 3, p->geonames);
    else
        db_bind_null(q, 3);
}

static wq_status add_place(adding *x, const wq_place *p, int64_t *id)
{
    *id = 0;
    if (!p)
        return WQ_OK;
    bind_place(ingest_use(x, FIND_PLACE), p);
    wq_status st = find(x, FIND_PLACE, id);
    if (st != WQ_OK || *id)
        return st;
    db_query *q = ingest_use(x, ADD_PLACE);
    bind_place(q, p);
    if (p->geonames) {
        db_bind_real(q, 4, p->lat);
        db_bind_real(q, 5, p->lon);
    }
    db_bind_text(q, 6, ingest_fold(x->mem, p->name.p ? p->name : p->text));
    st = ingest_run(x, ADD_PLACE);
    *id = sqlite3_last_insert_rowid(x->r->db);
    return st;
}

static void bind_date(db_query *q, const wq_timex *t)
{
    if (!t)
        return;
    const wq_str cells[] = { t->value, t->text, t->rule, t->first, t->last };
    for (int i = 0; i < 5; i++)
        db_bind_text(q, i + 9, cells[i]);
    ingest_bind_span(q, 14, t->span);
}

static wq_status add_mention_row(adding *x, const wq_event *e)
{
    int64_t place;
    wq_status st = add_place(x, e->place, &place);
    if (st != WQ_OK)
        return st;
    db_query *q = ingest_use(x, ADD_MENTION);
    const wq_str codes[] = { e->type, e->mode, e->plover, e->cameo };
    db_bind_text(q, 1, e->id);
    db_bind_int(q, 2, x->document);
    for (int i = 0; i < 4; i++)
        db_bind_text(q, i + 3, codes[i]);
    if (e->quad)
        db_bind_int(q, 7, e->quad);
    db_bind_text(q, 8, str_of(status_name(e->status)));
    bind_date(q, e->date);
    if (place) {
        db_bind_int(q, 17, place);
        db_bind_text(q, 18, e->place->text);
    }
    db_bind_text(q, 19, e->trigger_text);
    ingest_bind_span(q, 20, e->trigger);
    db_bind_text(q, 23, x->r->no_bodies ? (wq_str){ NULL, 0 } : e->evidence_text);
    ingest_bind_span(q, 24, e->evidence);
    db_bind_real(q, 27, e->confidence);
    db_bind_text(q, 28, ingest_list(x->mem, e->why, e->n_why, STR("\n")));
    db_bind_text(q, 29, block_of(x->mem, e));
    return ingest_run(x, ADD_MENTION);
}

static wq_status add_contexts(adding *x, const wq_event *e)
{
    wq_status st = WQ_OK;
    for (uint32_t i = 0; st == WQ_OK && i < e->n_contexts; i++) {
        db_bind_text(ingest_use(x, ADD_CONTEXT), 1, e->id);
        db_bind_text(ingest_use(x, ADD_CONTEXT), 2, e->contexts[i]);
        st = ingest_run(x, ADD_CONTEXT);
    }
    return st;
}

static wq_status add_claims(adding *x, const wq_event *e)
{
    wq_status st = WQ_OK;
    for (uint32_t i = 0; st == WQ_OK && i < e->n_sources; i++) {
        wq_str actor;
        st = ingest_actor_by_id(x, e->sources[i].id, e->sources[i].text, &actor);
        if (st != WQ_OK)
            break;
        db_query *q = ingest_use(x, ADD_CLAIM);
        db_bind_text(q, 1, e->id);
        db_bind_int(q, 2, i);
        db_bind_text(q, 3, e->sources[i].text);
        db_bind_text(q, 4, actor);
        db_bind_text(q, 5, e->sources[i].cue);
        db_bind_text(q, 6, e->sources[i].stance);
        st = ingest_run(x, ADD_CLAIM);
    }
    return st;
}

static wq_status add_sizes(adding *x, const wq_event *e)
{
    wq_status st = WQ_OK;
    db_query *q = ingest_use(x, ADD_SIZE);
    for (uint32_t i = 0; st == WQ_OK && i < e->n_sizes; i++) {
        const wq_size *s = &e->sizes[i];
        db_bind_text(q, 1, e->id);
        db_bind_int(q, 2, i);
        db_bind_text(q, 3, s->kind);
        db_bind_int(q, 4, (int64_t)s->least);
        if (s->most)
            db_bind_int(q, 5, (int64_t)s->most);
        db_bind_int(q, 6, s->approximate != 0);
        db_bind_text(q, 7, s->text);
        ingest_bind_span(q, 8, s->span);
        st = ingest_run(x, ADD_SIZE);
    }
    return st;
}

static wq_status add_mention(adding *x, const wq_event *e)
{
    wq_status st = add_mention_row(x, e);
    if (st == WQ_OK)
        st = add_side(x, e->id, STR("actor"), e->actors, e->n_actors);
    if (st == WQ_OK)
        st = add_side(x, e->id, STR("recipient"), e->recipients, e->n_recipients);
    if (st == WQ_OK)
        st = add_contexts(x, e);
    if (st == WQ_OK)
        st = add_sizes(x, e);
    return st == WQ_OK ? add_claims(x, e) : st;
}

static wq_status add_mentions(adding *x)
{
    wq_status st = WQ_OK;
    for (uint32_t i = 0; st == WQ_OK && i < x->e->n_events; i++)
        st = add_mention(x, &x->e->events[i]);
    return st;
}

static wq_status quotation(adding *x, db_query *q, int at, uint32_t i)
{
    const wq_quote *c = &x->e->quotes[i];
    wq_str actor;
    wq_status st = ingest_actor_by_id(x, c->speaker_id, c->speaker, &actor);
    if (st != WQ_OK)
        return st;
    db_bind_int(q, at + 1, x->document);
    db_bind_int(q, at + 2, i);
    db_bind_text(q, at + 3, c->speaker);
    db_bind_text(q, at + 4, actor);
    db_bind_text(q, at + 5, c->cue);
    db_bind_int(q, at + 6, c->direct != 0);
    ingest_bind_span(q, at + 7, c->span);
    return WQ_OK;
}

static wq_status add_quotations(adding *x)
{
    return ingest_several(x, ADD_QUOTATION, x->e->n_quotes, quotation);
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

static wq_status add_all(adding *x)
{
    static wq_status (*const steps[])(
        adding *) = { add_document, note_new,     add_sentences, add_times,
                      ingest_named, add_mentions, add_quotations };
    jmp_buf full;
    x->mem->full = &full;
    if (setjmp(full))
        return fail(x->err, WQ_E_NOMEM, 0, "out of memory");
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        wq_status st = steps[i](x);
        if (st != WQ_OK)
            return st;
    }
    return WQ_OK;
}

static wq_status knows(wq_record *r, const char *sha256, int *known_page, wq_error *err)
{
    wq_status st = prepare(r, err);
    if (st != WQ_OK)
        return st;
    db_query *q = &r->stmt[KNOWS];
    db_bind_text(q, 1, str_of(sha256));
    st = db_step(q, err);
    *known_page = st == WQ_OK;
    db_reset(q);
    return st == WQ_END ? WQ_OK : st;
}

wq_status wq_record_knows(wq_record *record, const wq_page *page, int *known_page,
                          wq_error *err)
{
    char hex[SHA256_HEX + 1];
    entry_hash_page(page, hex);
    return knows(record, hex, known_page, err);
}

wq_status record_batch(wq_record *r, wq_error *err)
{
    if (r->in_batch)
        return WQ_OK;
    wq_status st = db_run(r, "BEGIN IMMEDIATE", err);
    r->in_batch = st == WQ_OK;
    return st;
}

/* A document that fails half-way takes its rows with it, not the batch; whom and what it named stays known.  A savepoint
 * for each document would do the same, but SQLite then copies every page of the batch that a document touches.        */
static void take_back(wq_record *r, int64_t document)
{
    static const char *const of_mention[] = { "claim", "mention_size", "mention_context",
                                              "mention_participant" };
    static const char *const of_document[] = { "mention",  "quotation",      "time",
                                               "sentence", "document_actor", "unsettled" };
    sqlite3_str *sql = sqlite3_str_new(NULL);
    for (size_t i = 0; i < sizeof of_mention / sizeof *of_mention; i++)
        sqlite3_str_appendf(sql,
                            "DELETE FROM %s WHERE mention_id IN "
                            "(SELECT id FROM mention WHERE document_id = %lld);",
                            of_mention[i], (long long)document);
    for (size_t i = 0; i < sizeof of_document / sizeof *of_document; i++)
        sqlite3_str_appendf(sql, "DELETE FROM %s WHERE document_id = %lld;", of_document[i],
                            (long long)document);
    sqlite3_str_appendf(sql, "DELETE FROM document WHERE id = %lld", (long long)document);
    char *text = sqlite3_str_finish(sql);
    bool lost = sqlite3_get_autocommit(r->db); /* SQLite itself has rolled back */
    if (lost || !text || sqlite3_exec(r->db, text, NULL, NULL, NULL) != SQLITE_OK)
        record_roll_back(r);
    sqlite3_free(text);
}

static wq_status add_search(adding *x)
{
    const wq_str none = { NULL, 0 };
    wq_status st = index_add(x->r, x->document, x->e->title_folded,
                             x->r->no_bodies ? none : x->e->text_folded, x->err);
    if (st != WQ_OK)
        record_roll_back(x->r);
    return st;
}

static wq_status add_whole(wq_record *r, const wq_entry *e, wq_error *err)
{
    arena mem;
    arena_init(&mem, SIZE_MAX / 4);
    adding x = { .r = r, .e = e, .mem = &mem, .err = err };
    wq_status st = add_all(&x);
    arena_fini(&mem);
    if (st == WQ_OK)
        return add_search(&x);
    for (int i = 0; i < RECORD_STMTS; i++) {
        db_reset(&r->stmt[i]);
        for (int n = 0; n <= SEVERAL_MOST; n++)
            if (r->several[i][n].stmt)
                db_reset(&r->several[i][n]);
    }
    name_set_clear(&r->actors);
    take_back(r, x.document);
    return st;
}

wq_status wq_record_add(wq_record *record, const wq_entry *entry, int *added, wq_error *err)
{
    if (!record->begun)
        return fail(err, WQ_E_USE, 0, "%.200s: no run was begun", record->path);
    wq_status st = record_batch(record, err);
    int is_known = 0;
    if (st == WQ_OK)
        st = knows(record, entry->sha256, &is_known, err);
    if (st == WQ_OK && !is_known)
        st = record_run(record, err);
    if (st == WQ_OK && !is_known)
        st = add_whole(record, entry, err);
    if (st == WQ_OK && added)
        *added = !is_known;
    return st;
}
