/* Inside the record: SQLite with our errors.  Queries and exports stand on this.
 *
 *   db_query q;
 *   wq_status st = db_prepare(record, "SELECT name FROM outlet WHERE id = ?1", &q, err);
 *   db_bind_int(&q, 1, 7);
 *   while ((st = db_step(&q, err)) == WQ_OK)    // a row; WQ_END behind the last
 *       use(db_text(&q, 0));                    // good until the next step
 *   db_finish(&q);                                                                                */
#ifndef WAQAI_RECORD_DB_H
#define WAQAI_RECORD_DB_H

#include <sqlite3.h>

#include <waqai/record.h>

#include "base/base.h"

enum { RECORD_SCHEMA = 2, RECORD_APPLICATION = 0x57415149 /* "WAQI" */ };

typedef struct db_query {
    wq_record *record;
    sqlite3_stmt *stmt;
} db_query;

/* Says what went wrong: the file, SQLite's reason in plain words, what to do.  Gives the status. */
wq_status db_fail(wq_record *record, int code, wq_error *err);
/* Statements without results, parted by ';'. */
wq_status db_run(wq_record *record, const char *sql, wq_error *err);

wq_status db_prepare(wq_record *record, const char *sql, db_query *out, wq_error *err);
void db_finish(db_query *q);
void db_bind_text(db_query *q, int n,
                  wq_str s); /* borrowed until the next reset; p == NULL: NULL */
void db_bind_int(db_query *q, int n, int64_t v);
void db_bind_real(db_query *q, int n, double v);
void db_bind_null(db_query *q, int n);
wq_status db_step(db_query *q, wq_error *err); /* WQ_OK a row, WQ_END */
/* Steps to the end and resets; bindings are cleared. */
wq_status db_exec(db_query *q, wq_error *err);
void db_reset(db_query *q);
wq_str db_text(const db_query *q, int column); /* p == NULL: NULL */
int64_t db_int(const db_query *q, int column); /* NULL: 0 */
double db_real(const db_query *q, int column);
bool db_is_null(const db_query *q, int column);

/* One number; 0 where there is no row. */
wq_status db_number(wq_record *record, const char *sql, int64_t *out, wq_error *err);

#endif
