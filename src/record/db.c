/* SQLite with our errors. */
#include "record/db.h"

#include <stdlib.h>

#include "record/record.h"

/* What a code means to whoever reads the message; NULL: SQLite's own words. */
static const char *plain_reason(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "locked: another program is writing to it; try again later";
    case SQLITE_READONLY:
        return "read-only: it can't be written";
    case SQLITE_FULL:
        return "the disk is full; what was added before the last commit is kept";
    case SQLITE_IOERR:
        return "input or output failed; is the disk full or the drive gone?";
    case SQLITE_CANTOPEN:
        return "can't be opened; is the folder there, and may it be written?";
    case SQLITE_NOTADB:
        return "not a Waqai record (no SQLite database); nothing was changed";
    case SQLITE_CORRUPT:
        return "damaged; restore a copy, or try sqlite3 FILE .recover";
    case SQLITE_NOMEM:
        return "out of memory";
    default:
        return NULL;
    }
}

static wq_status status_of(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return WQ_E_NOMEM;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR:
        return WQ_E_FORMAT;
    default:
        return WQ_E_IO;
    }
}

wq_status db_fail(wq_record *record, int code, wq_error *err)
{
    const char *reason = plain_reason(code);
    return fail(err, status_of(code), (uint64_t)code, "%.200s: %s", record->path,
                reason ? reason : sqlite3_errmsg(record->db));
}

wq_status db_run(wq_record *record, const char *sql, wq_error *err)
{
    int code = sqlite3_exec(record->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? WQ_OK : db_fail(record, code, err);
}

wq_status db_prepare(wq_record *record, const char *sql, db_query *out, wq_error *err)
{
    *out = (db_query){ .record = record };
    int code = sqlite3_prepare_v3(record->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                  &out->stmt, NULL);
    return code == SQLITE_OK ? WQ_OK : db_fail(record, code, err);
}

void db_finish(db_query *q)
{
    sqlite3_finalize(q->stmt);
    q->stmt = NULL;
}

void db_bind_text(db_query *q, int n, wq_str s)
{
    if (s.p)
        sqlite3_bind_text64(q->stmt, n, s.p, s.n, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(q->stmt, n);
}

void db_bind_int(db_query *q, int n, int64_t v)
{
    sqlite3_bind_int64(q->stmt, n, v);
}

void db_bind_real(db_query *q, int n, double v)
{
    sqlite3_bind_double(q->stmt, n, v);
}

void db_bind_null(db_query *q, int n)
{
    sqlite3_bind_null(q->stmt, n);
}

wq_status db_step(db_query *q, wq_error *err)
{
    int code = sqlite3_step(q->stmt);
    if (code == SQLITE_ROW)
        return WQ_OK;
    return code == SQLITE_DONE ? WQ_END : db_fail(q->record, code, err);
}

void db_reset(db_query *q)
{
    sqlite3_reset(q->stmt);
    sqlite3_clear_bindings(q->stmt);
}

wq_status db_exec(db_query *q, wq_error *err)
{
    wq_status st;
    while ((st = db_step(q, err)) == WQ_OK)
        ;
    db_reset(q);
    return st == WQ_END ? WQ_OK : st;
}

wq_str db_text(const db_query *q, int column)
{
    const char *p = (const char *)sqlite3_column_text(q->stmt, column);
    return (wq_str){ p, p ? (size_t)sqlite3_column_bytes(q->stmt, column) : 0 };
}

int64_t db_int(const db_query *q, int column)
{
    return sqlite3_column_int64(q->stmt, column);
}

double db_real(const db_query *q, int column)
{
    return sqlite3_column_double(q->stmt, column);
}

bool db_is_null(const db_query *q, int column)
{
    return sqlite3_column_type(q->stmt, column) == SQLITE_NULL;
}

wq_status db_number(wq_record *record, const char *sql, int64_t *out, wq_error *err)
{
    db_query q;
    wq_status st = db_prepare(record, sql, &q, err);
    if (st != WQ_OK)
        return st;
    st = db_step(&q, err);
    *out = st == WQ_OK ? db_int(&q, 0) : 0;
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}
