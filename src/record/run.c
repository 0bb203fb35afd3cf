/* Runs and their batches. */
#include <stdio.h>
#include <stdlib.h>

#include "coder/document.h"
#include "record/record.h"

static wq_status add_run(wq_record *r, wq_error *err)
{
    db_query q;
    wq_status st = db_prepare(r,
                              "INSERT INTO run (started, program, lexicon, options) "
                              "VALUES (?1, ?2, ?3, ?4)",
                              &q, err);
    if (st != WQ_OK)
        return st;
    db_bind_text(&q, 1, str_of(r->started));
    db_bind_text(&q, 2, str_of(wq_version()));
    db_bind_text(&q, 3, str_of(r->lexicon));
    db_bind_text(&q, 4, r->options ? str_of(r->options) : (wq_str){ NULL, 0 });
    st = db_exec(&q, err);
    db_finish(&q);
    r->run = sqlite3_last_insert_rowid(r->db);
    return st;
}

/* A run that adds nothing leaves the file as it was. */
wq_status record_run(wq_record *r, wq_error *err)
{
    if (r->run)
        return WQ_OK;
    wq_status st = codes_fill(r, err);
    return st == WQ_OK ? add_run(r, err) : st;
}

wq_status wq_record_begin(wq_record *record, const wq_engine *engine, const wq_run *run,
                          wq_error *err)
{
    if (record->mode == WQ_RECORD_READ)
        return fail(err, WQ_E_USE, 0, "%.200s: was opened for reading", record->path);
    if (!run->now || !*run->now)
        return fail(err, WQ_E_USE, 0, "%.200s: a run wants to be told the time",
                    record->path);
    char *options = run->options ? strdup(run->options) : NULL;
    if (run->options && !options)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    free(record->options);
    record->options = options;
    record->lex = engine->lex;
    record->no_bodies = run->no_bodies != 0;
    record->begun = true;
    record->run = 0;
    snprintf(record->started, sizeof record->started, "%s", run->now);
    snprintf(record->lexicon, sizeof record->lexicon, "%s", wq_lexicon_hash(engine));
    return record_batch(record,
                        err); /* who may not write is told before anything is read */
}

wq_status wq_record_commit(wq_record *record, wq_error *err)
{
    if (!record->in_batch)
        return WQ_OK;
    wq_status st = index_flush(record, err);
    if (st == WQ_OK)
        st = db_run(record, "COMMIT", err);
    if (st != WQ_OK)
        record_roll_back(record);
    record->in_batch = false;
    return st;
}

void record_roll_back(wq_record *r)
{
    sqlite3_exec(r->db, "ROLLBACK", NULL, NULL, NULL);
    name_set_clear(&r->actors); /* their rows may be gone, and that of the run */
    r->run = 0;
    index_clear(&r->queue);
    r->in_batch = false;
}

static wq_status finish_run(wq_record *r, wq_error *err)
{
    if (!r->run)
        return WQ_OK;
    return db_run(
        r, "UPDATE run SET finished = started WHERE id = (SELECT max(id) FROM run)", err);
}

wq_status wq_record_end(wq_record *record, wq_error *err)
{
    wq_status st = record_batch(record, err);
    if (st == WQ_OK) /* settling has savepoints */
        st = index_flush(record, err);
    if (st == WQ_OK)
        st = settle(record, err);
    if (st == WQ_OK)
        st = finish_run(record, err);
    if (st == WQ_OK)
        return wq_record_commit(record, err);
    record_roll_back(record);
    return st;
}
