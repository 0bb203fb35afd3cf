/* Word-sized tests: a row of a tab-separated file is a test (form: data/README.md).
 *
 *   enum { ID, DATELINE, EXPECT, TEXT, COLUMNS };
 *
 *   static void check_row(const tsv_row *row, void *suite) { ...
 *       table_expect(row, "value", row->cell[EXPECT], got); }
 *
 *   int main(void)
 *   { return table_run(WAQAI_CASES "/time.tsv", COLUMNS, check_row, NULL); }
 *
 * Row `yesterday` of time.tsv becomes the cmocka test time/yesterday.  A failure names the line of
 * the data file.  A table without rows fails, and so does an id that stands twice.
 * WAQAI_ONLY=time/y* in the environment runs some of them.                                      */
#ifndef WAQAI_TESTS_TABLE_H
#define WAQAI_TESTS_TABLE_H

#include "base/base.h"
#include "base/tsv.h"

typedef void table_check(const tsv_row *row, void *suite);

/* Runs every row of the file at `path`, which must have `columns` columns, the first an id; `suite`
 * is handed through.  Returns the number of failures, for main() to return.                       */
int table_run(const char *path, uint32_t columns, table_check *check, void *suite);

/* As table_run, for a program with several tables: file names and functions in one array. */
typedef struct table_spec {
    const char *path;
    uint32_t columns;
    table_check *check;
} table_spec;
int table_run_all(const table_spec *specs, size_t n, void *suite);

/* End the running test as failed; `table_expect` only where the two differ byte by byte. */
_Noreturn void table_fail(const tsv_row *row, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void table_expect(const tsv_row *row, const char *what, wq_str want, wq_str got);

/* A cell with \n \t \\ \xHH (a byte) and \uHHHH (a code point) replaced, in the arena: for letters
 * that nobody can see in an editor.  An unknown escape stays as it is.                            */
wq_str table_unescape(arena *a, wq_str cell);

#endif
