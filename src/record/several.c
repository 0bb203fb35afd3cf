/* Several rows of a document by one statement: to begin and end a statement costs SQLite about as much as a row.
 *
 * There is a statement for every number of rows.  It is an INSERT OR FAIL: a statement that may have to take back what
 * it has done would copy each page that it touches, and a document that fails half-way is taken back as a whole.    */
#include "record/ingest.h"

/* "INSERT OR FAIL INTO time VALUES (?1,?2)" for two rows: "INSERT OR FAIL INTO time VALUES (?,?),(?,?)". */
static char *text_of(const char *one, int columns, uint32_t n)
{
    static const char values[] = "VALUES ";
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_append(sql, one, (int)(strstr(one, values) - one) + (int)strlen(values));
    for (uint32_t row = 0; row < n; row++)
        for (int i = 0; i < columns; i++)
            sqlite3_str_appendf(sql, "%s?%s",
                                i     ? ","
                                : row ? ",("
                                      : "(",
                                i + 1 < columns ? "" : ")");
    return sqlite3_str_finish(sql);
}

static wq_status statement_for(adding *x, record_stmt which, uint32_t n, db_query **out)
{
    sqlite3_stmt *one = x->r->stmt[which].stmt;
    *out = n == 1 ? &x->r->stmt[which] : &x->r->several[which][n];
    if ((*out)->stmt)
        return WQ_OK;
    char *sql = text_of(sqlite3_sql(one), sqlite3_bind_parameter_count(one), n);
    if (!sql)
        return fail(x->err, WQ_E_NOMEM, 0, "out of memory");
    wq_status st = db_prepare(x->r, sql, *out, x->err);
    sqlite3_free(sql);
    return st;
}

wq_status ingest_several(adding *x, record_stmt which, uint32_t n, ingest_row *bind)
{
    wq_status st = WQ_OK;
    int columns = sqlite3_bind_parameter_count(x->r->stmt[which].stmt);
    for (uint32_t i = 0, some; st == WQ_OK && i < n; i += some) {
        db_query *q;
        some = n - i < SEVERAL_MOST ? n - i : SEVERAL_MOST;
        st = statement_for(x, which, some, &q);
        for (uint32_t k = 0; st == WQ_OK && k < some; k++)
            st = bind(x, q, (int)k * columns, i + k);
        if (st == WQ_OK)
            st = db_exec(q, x->err);
        else if (q->stmt)
            db_reset(q);
    }
    return st;
}
