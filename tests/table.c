/* Rows of a data file as cmocka tests.  cmocka takes an array of structs that may be built at run
 * time, so there is one CMUnitTest per row, with the row as its initial state.                   */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "check.h"
#include "harness.h"

typedef struct row_test {
    tsv_row row;
    char *name; /* file/id */
    table_check *check;
    void *suite;
} row_test;

typedef struct table {
    row_test *v;
    size_t n, cap;
    char **texts; /* the files, which rows point into */
    size_t n_texts;
} table;

static void add_row(table *t, const table_spec *spec, const tsv_row *row, void *suite)
{
    if (t->n == t->cap) {
        t->cap = t->cap ? t->cap * 2 : 64;
        t->v = realloc(t->v, t->cap * sizeof *t->v);
        if (!t->v)
            harness_give_up(spec->path, "out of memory");
    }
    wq_str file = harness_stem(spec->path), id = row->cell[0];
    char *name;
    if (asprintf(&name, "%.*s/%.*s", STR_ARG(file), STR_ARG(id)) < 0)
        harness_give_up(spec->path, "out of memory");
    t->v[t->n++] =
        (row_test){ .row = *row, .name = name, .check = spec->check, .suite = suite };
}

static void read_table(table *t, const table_spec *spec, void *suite)
{
    size_t size;
    char *text = harness_read(spec->path, true, &size);
    t->texts[t->n_texts++] = text;
    wq_str content = { text, size };

    tsv_reader reader;
    wq_error err;
    if (tsv_open(&reader, str_of(spec->path), content, &err) != WQ_OK)
        harness_give_up(spec->path, err.text);
    if (reader.header.n != spec->columns)
        harness_give_up(spec->path, "has another number of columns than its test reads");
    size_t before = t->n;
    wq_status st;
    for (tsv_row row; (st = tsv_next(&reader, &row, &err)) != WQ_END;) {
        if (st != WQ_OK)
            harness_give_up(spec->path, err.text);
        add_row(t, spec, &row, suite);
    }
    if (t->n == before)
        harness_give_up(spec->path, "holds no row: it would test nothing");
}

static int by_name(const void *a, const void *b)
{
    const row_test *const *x = a, *const *y = b;
    return strcmp((*x)->name, (*y)->name);
}

static void refuse_twins(const table *t)
{
    const row_test **sorted = malloc(t->n * sizeof *sorted);
    if (!sorted)
        harness_give_up("tables", "out of memory");
    for (size_t i = 0; i < t->n; i++)
        sorted[i] = &t->v[i];
    qsort(sorted, t->n, sizeof *sorted, by_name);
    for (size_t i = 1; i < t->n; i++)
        if (strcmp(sorted[i - 1]->name, sorted[i]->name) == 0) {
            fprintf(stderr, "%.*s:%u: ", STR_ARG(sorted[i]->row.file), sorted[i]->row.line);
            harness_give_up(sorted[i]->name, "this id stands twice");
        }
    free(sorted);
}

static void run_row(void **state)
{
    const row_test *test = *state;
    test->check(&test->row, test->suite);
}

static void free_table(table *t)
{
    for (size_t i = 0; i < t->n; i++)
        free(t->v[i].name);
    for (size_t i = 0; i < t->n_texts; i++)
        free(t->texts[i]);
    free(t->texts);
    free(t->v);
}

int table_run_all(const table_spec *specs, size_t n, void *suite)
{
    table t = { .texts = calloc(n + 1, sizeof(char *)) };
    if (!t.texts)
        harness_give_up("tables", "out of memory");
    for (size_t i = 0; i < n; i++)
        read_table(&t, &specs[i], suite);
    if (t.n == 0)
        harness_give_up("tables", "none given: it would test nothing");
    refuse_twins(&t);

    struct CMUnitTest *tests = calloc(t.n, sizeof *tests);
    if (!tests)
        harness_give_up("tables", "out of memory");
    for (size_t i = 0; i < t.n; i++)
        tests[i] = (struct CMUnitTest){ .name = t.v[i].name,
                                        .test_func = run_row,
                                        .initial_state = &t.v[i] };
    cmocka_set_test_filter(getenv("WAQAI_ONLY"));
    int failures = _cmocka_run_group_tests("tables", tests, t.n, NULL, NULL);
    free(tests);
    free_table(&t);
    return failures;
}

int table_run(const char *path, uint32_t columns, table_check *check, void *suite)
{
    return table_run_all(&(table_spec){ path, columns, check }, 1, suite);
}

void table_fail(const tsv_row *row, const char *format, ...)
{
    char text[2048];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    print_error("%.*s:%u: %s\n", STR_ARG(row->file), row->line, text);
    _fail(__FILE__, __LINE__);
    abort(); /* _fail does not return, but does not say so */
}

void table_expect(const tsv_row *row, const char *what, wq_str want, wq_str got)
{
    if (!str_eq(want, got))
        table_fail(row, "%s\n    want  %.*s\n    got   %.*s", what, STR_ARG(want),
                   STR_ARG(got));
}

/* The value of `n` hex digits at p, or -1. */
static long hex(wq_str s, size_t at, size_t n)
{
    if (at + n > s.n)
        return -1;
    char digits[9] = "", *end;
    memcpy(digits, s.p + at, n);
    long value = strtol(digits, &end, 16);
    return end == digits + n ? value : -1;
}

/* Writes what the escape at s.p[at] (after the backslash) stands for; returns the bytes of the
 * escape that it used, 0 where it is none.                                                       */
static size_t escape(wq_str s, size_t at, buf *out)
{
    static const char plain[] = "n\nt\t\\\\r\r";
    char c = at < s.n ? s.p[at] : '\0';
    for (size_t i = 0; c && i + 1 < sizeof plain; i += 2)
        if (c == plain[i]) {
            buf_char(out, plain[i + 1]);
            return 1;
        }
    size_t digits = c == 'x' ? 2 : 4;
    long value = c == 'x' || c == 'u' ? hex(s, at + 1, digits) : -1;
    if (value < 0)
        return 0;
    char bytes[4] = { (char)value };
    buf_add(out, bytes, c == 'x' ? 1 : utf8_encode((uint32_t)value, bytes));
    return digits + 1;
}

wq_str table_unescape(arena *a, wq_str cell)
{
    buf out = { 0 };
    for (size_t i = 0; i < cell.n; i++) {
        size_t used = cell.p[i] == '\\' ? escape(cell, i + 1, &out) : 0;
        if (!used)
            buf_char(&out, cell.p[i]);
        i += used;
    }
    wq_str text = arena_str(a, out.p ? out.p : "", out.n);
    buf_fini(&out);
    return text;
}
