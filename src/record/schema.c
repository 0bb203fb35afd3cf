/* The tables: made new, recognised, or brought up to date. */
#include <stdlib.h>

#include "record/record.h"

extern const char record_schema[]; /* schema.S */

/* What leads from version `from` to the next. */
typedef struct migration {
    int from;
    const char *sql;
} migration;

/* 2: the index of words takes a quicker tokenizer, which wants no signs outside ASCII. */
static const char TO_2[] =
    "UPDATE document SET title_folded = record_words(title_folded), "
    "text_folded = record_words(text_folded);"
    "DROP TABLE document_search;"
    "CREATE VIRTUAL TABLE document_search USING fts5 (title_folded, text_folded, "
    "content = 'document', content_rowid = 'id', tokenize = 'ascii');"
    "INSERT INTO document_search (document_search, rank) VALUES ('automerge', 16);"
    "INSERT INTO document_search (document_search, rank) VALUES ('hashsize', 16000000);"
    "INSERT INTO document_search (document_search) VALUES ('rebuild')";

static const migration MIGRATIONS[] = {
    { 1, TO_2 }, { RECORD_SCHEMA, NULL }, /* the end */
};

static wq_status set_version(wq_record *r, wq_error *err)
{
    char sql[96];
    sqlite3_snprintf(sizeof sql, sql, "PRAGMA application_id=%d; PRAGMA user_version=%d",
                     RECORD_APPLICATION, RECORD_SCHEMA);
    return db_run(r, sql, err);
}

static wq_status in_transaction(wq_record *r, wq_status st, wq_error *err)
{
    if (st == WQ_OK)
        st = set_version(r, err);
    if (st == WQ_OK)
        st = db_run(r, "COMMIT", err);
    if (st != WQ_OK)
        sqlite3_exec(r->db, "ROLLBACK", NULL, NULL, NULL);
    return st;
}

static wq_status make(wq_record *r, wq_error *err)
{
    wq_status st =
        db_run(r, "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; BEGIN IMMEDIATE", err);
    if (st != WQ_OK)
        return st;
    r->lex = lex_builtin();
    st = db_run(r, record_schema, err);
    if (st == WQ_OK)
        st = codes_fill(r, err);
    return in_transaction(r, st, err);
}

static wq_status migrate(wq_record *r, int version, wq_error *err)
{
    wq_status st = db_run(r, "BEGIN IMMEDIATE", err);
    if (st != WQ_OK)
        return st;
    for (const migration *m = MIGRATIONS; st == WQ_OK && m->sql; m++)
        if (m->from >= version)
            st = db_run(r, m->sql, err);
    return in_transaction(r, st, err);
}

static wq_status refuse(const wq_record *r, wq_error *err)
{
    return fail(err, WQ_E_FORMAT, 0,
                "%.200s: a database of another program; it was left alone", r->path);
}

wq_status schema_ready(wq_record *r, wq_error *err)
{
    int64_t application = 0, version = 0, tables = 0;
    wq_status st = db_number(r, "PRAGMA application_id", &application, err);
    if (st == WQ_OK)
        st = db_number(r, "PRAGMA user_version", &version, err);
    if (st == WQ_OK)
        st = db_number(r, "SELECT count(*) FROM sqlite_schema", &tables, err);
    if (st != WQ_OK)
        return st;
    if (application == 0 && version == 0 && tables == 0) {
        if (r->mode == WQ_RECORD_CREATE)
            return make(r, err);
        return fail(err, WQ_E_FORMAT, 0, "%.200s: empty, no Waqai record", r->path);
    }
    if (application != RECORD_APPLICATION)
        return refuse(r, err);
    if (version > RECORD_SCHEMA)
        return fail(err, WQ_E_FORMAT, 0,
                    "%.200s: written by a newer Waqai (schema %d; this program knows %d)",
                    r->path, (int)version, RECORD_SCHEMA);
    if (version == RECORD_SCHEMA)
        return WQ_OK;
    if (r->mode == WQ_RECORD_READ)
        return fail(err, WQ_E_FORMAT, 0,
                    "%.200s: of an older schema (%d); open it once for writing (waqai add) "
                    "to bring it up to date",
                    r->path, (int)version);
    return migrate(r, (int)version, err);
}
