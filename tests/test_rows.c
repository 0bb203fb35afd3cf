/* Rows as they are written (tests/cases/rows.cases): the input names the columns ("day:text n:integer"), then a
 * row a line, its cells parted by " | "; "-" is unknown, ";" parts the items of a list, \n \t \r are those.      */
#include <stdlib.h>

#include "cases.h"
#include "check.h"
#include "harness.h"
#include "rows/cell.h"
#include "rows/rows.h"

enum { MOST = 16 };

static wq_kind kind_of(wq_str name)
{
    static const char *const kinds[] = {
        "text", "long", "integer", "real", "list", "json"
    };
    for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(name, str_of(kinds[i])))
            return (wq_kind)i;
    harness_give_up(name.p, "is no kind of column");
}

static uint32_t read_columns(arena *a, wq_str line, rows_column *out)
{
    uint32_t n = 0;
    wq_str word, name;
    while (str_next(&line, ' ', &word)) {
        str_next(&word, ':', &name);
        out[n++] =
            (rows_column){ arena_str(a, name.p, name.n).p, kind_of(word), ROWS_ALWAYS };
    }
    return n;
}

static wq_str unescaped(arena *a, wq_str s)
{
    static const char from[] = "ntr", to[] = "\n\t\r";
    char *p = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        const char *at = s.p[i] == '\\' && i + 1 < s.n ? strchr(from, s.p[i + 1]) : NULL;
        p[n++] = at ? to[at - from] : s.p[i];
        i += at != NULL;
    }
    return (wq_str){ p, n };
}

static void set(wq_rows *rows, arena *a, uint32_t i, wq_str text)
{
    if (str_eq(text, STR("-")))
        return;
    wq_str t = unescaped(a, text);
    wq_kind kind = rows->column[i].kind;
    if (kind == WQ_INTEGER)
        rows_set_integer(rows, i, strtoll(t.p, NULL, 10));
    else if (kind == WQ_REAL)
        rows_set_real(rows, i, strtod(t.p, NULL));
    else if (kind == WQ_LIST)
        rows_set_joined(rows, i, t, ';');
    else
        rows_set_text(rows, i, t);
}

static void read_row(wq_rows *rows, arena *a, wq_str line)
{
    for (uint32_t i = 0; i < rows->n_columns; i++) {
        ptrdiff_t bar = str_find(line, STR(" | "));
        wq_str cell = bar < 0 ? line : str_sub(line, 0, (size_t)bar);
        line = bar < 0 ? STR("") : str_sub(line, (size_t)bar + 3, line.n);
        set(rows, a, i, cell);
    }
    assert_true(rows_put(rows));
}

static wq_layout layout_of(const case_block *c)
{
    static const char *const names[] = {
        "table", "records", "jsonl", "json", "csv", "tsv"
    };
    wq_layout layout = { .excel = case_value(c, "excel").n > 0,
                         .width = (unsigned)atoi(
                             case_value(c, "width").n ? case_value(c, "width").p : "0") };
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq(case_value(c, "format"), str_of(names[i])))
            layout.format = (wq_rows_format)i;
    return layout;
}

/* Returns and empty lines are shown, since a file of cases has none. */
static int take(void *to, const char *p, size_t n)
{
    assert_int_equal(p[n - 1], '\n'); /* whole lines */
    for (size_t i = 0; i < n; i++) {
        if (p[i] == '\r')
            buf_str(to, STR("\\r"));
        else if (p[i] == '\n' && i && p[i - 1] == '\n')
            buf_str(to, STR("~\n"));
        else
            buf_char(to, p[i]);
    }
    return 1;
}

static void render(const case_block *c, buf *out, void *suite)
{
    (void)suite;
    arena a;
    arena_init(&a, 1 << 20);
    rows_column columns[MOST];
    wq_str rest = c->input, line;
    str_next(&rest, '\n', &line);
    uint32_t n = read_columns(&a, line, columns);
    wq_rows *rows = rows_gather(columns, n);
    uint64_t put = 0, written;
    for (; str_next(&rest, '\n', &line); put++)
        read_row(rows, &a, line);
    wq_layout layout = layout_of(c);
    wq_error err;
    assert_int_equal(wq_rows_write(rows, &layout, take, out, &written, &err), WQ_OK);
    assert_int_equal(written, put);
    wq_rows_free(rows);
    arena_fini(&a);
    while (out->n && out->p[out->n - 1] == '\n')
        out->n--;
}

/* ---- what cases can't show ---- */

static int refuse(void *to, const char *p, size_t n)
{
    (void)to, (void)p, (void)n;
    return 0;
}

static void a_sink_ends_the_writing(void **state)
{
    (void)state;
    static const rows_column column[] = { { "n", WQ_INTEGER, ROWS_ALWAYS } };
    for (int format = WQ_ROWS_TABLE; format <= WQ_ROWS_TSV; format++) {
        wq_rows *rows = rows_gather(column, 1);
        rows_set_integer(rows, 0, 7);
        assert_true(rows_put(rows));
        wq_error err;
        wq_layout layout = { .format = (wq_rows_format)format };
        assert_int_equal(wq_rows_write(rows, &layout, refuse, NULL, NULL, &err), WQ_E_IO);
        wq_rows_free(rows);
    }
}

/* More rows than decide the widths: all come out, in order. */
static void long_tables_go_on(void **state)
{
    (void)state;
    enum { ROWS = 2500 };
    static const rows_column column[] = { { "n", WQ_INTEGER, ROWS_ALWAYS } };
    wq_rows *rows = rows_gather(column, 1);
    for (int i = 0; i < ROWS; i++) {
        rows_set_integer(rows, 0, i);
        assert_true(rows_put(rows));
    }
    buf out = { 0 };
    uint64_t written;
    wq_layout layout = { .format = WQ_ROWS_TABLE, .width = 40 };
    assert_int_equal(wq_rows_write(rows, &layout, take, &out, &written, NULL), WQ_OK);
    assert_int_equal(written, ROWS);
    assert_true(str_ends((wq_str){ out.p, out.n }, STR("2499\n")));
    buf_fini(&out);
    wq_rows_free(rows);
}

static void widths(void **state)
{
    (void)state;
    assert_int_equal(cell_width(STR("دمشق")), 4);
    assert_int_equal(cell_width(STR("مُحَمَّد")), 4);
    assert_int_equal(cell_width(STR("中文 a")), 6);
    assert_int_equal(cell_fit(STR("مُحَمَّد"), 2), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_sink_ends_the_writing),
                                        cmocka_unit_test(long_tables_go_on),
                                        cmocka_unit_test(widths) };
    int failed = cases_run(WAQAI_CASES "/rows.cases", render, NULL);
    return failed + cmocka_run_group_tests(tests, NULL, NULL);
}
