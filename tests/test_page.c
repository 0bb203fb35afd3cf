/* From bytes to an article: charsets, JSON records, whole pages, and pages made to be costly. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/utf8.h"
#include "cases.h"
#include "check.h"
#include "harness.h"
#include "page/charset.h"
#include "page/json_record.h"
#include "page/page.h"
#include "table.h"

static void charset_row(const tsv_row *row, void *suite)
{
    enum { ID, DECLARED, BAD, TEXT, BYTES };
    arena *a = suite;
    arena_reset(a);
    uint32_t bad = 0;
    wq_str got =
        charset_decode(a, table_unescape(a, row->cell[BYTES]), row->cell[DECLARED], &bad);
    table_expect(row, "text", row->cell[TEXT], got);
    table_expect(row, "bad", row->cell[BAD], arena_printf(a, "%u", bad));
}

static void json_row(const tsv_row *row, void *suite)
{
    enum { ID, RESULT, TITLE, TEXT, LINE };
    arena *a = suite;
    arena_reset(a);
    json_record r = { 0 };
    wq_error err = { 0 };
    wq_status status = json_record_read(a, table_unescape(a, row->cell[LINE]), &r, &err);
    wq_str result = status == WQ_OK ? STR("ok") : arena_printf(a, "%d", (int)err.pos);
    table_expect(row, "result", row->cell[RESULT], result);
    table_expect(row, "title", row->cell[TITLE], r.title);
    table_expect(row, "text", table_unescape(a, row->cell[TEXT]), r.text);
}

static void print_field(buf *out, const char *name, wq_str value, wq_str more)
{
    buf_printf(out, "%-10s ", name);
    buf_str(out, value.p ? value : STR("-"));
    if (more.p)
        buf_printf(out, " %.*s", STR_ARG(more));
    buf_char(out, '\n');
}

static wq_page record_of(arena *a, const case_block *c)
{
    wq_page r = { .kind = SAVED_PAGE, .bytes = c->input };
    wq_str file = case_value(c, "file"), json = case_value(c, "json");
    if (file.n) {
        size_t size;
        wq_str path = arena_printf(a, "%s/pages/%.*s", WAQAI_FIXTURES, STR_ARG(file));
        char *bytes = harness_read(path.p, false, &size);
        arena_defer(a, free, bytes);
        r.bytes = (wq_str){ bytes, size };
    } else if (json.n) {
        r.kind = SAVED_JSON;
        r.bytes = json;
    }
    r.url = case_value(c, "url");
    r.crawled = case_value(c, "crawled");
    return r;
}

static void render(const case_block *c, buf *out, void *suite)
{
    arena *a = suite;
    arena_reset(a);
    wq_page r = record_of(a, c);
    page_article article;
    wq_error err = { 0 };
    assert_int_equal(page_read(lex_builtin(), a, &r, &article, &err), WQ_OK);
    print_field(out, "title", article.title, (wq_str){ NULL, 0 });
    print_field(out, "outlet", article.outlet, (wq_str){ NULL, 0 });
    print_field(out, "byline", article.byline, (wq_str){ NULL, 0 });
    print_field(out, "published", article.published, article.published_from);
    wq_str text = article.text;
    for (wq_str line; text.n && str_next(&text, '\n', &line);)
        buf_printf(out, "| %.*s\n", STR_ARG(line));
}

/* ---- pages made to be costly ------------------------------------------------ */

/* `unit` `count` times, then `tail`. */
static wq_str repeated(arena *a, const char *unit, size_t count, const char *tail)
{
    size_t n = strlen(unit), m = strlen(tail);
    char *p = arena_alloc(a, n * count + m + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(p + i * n, unit, n);
    memcpy(p + n * count, tail, m);
    return (wq_str){ p, n * count + m };
}

static double seconds_for(wq_str page)
{
    arena a;
    jmp_buf full;
    arena_init(&a, (size_t)512 << 20);
    a.full = &full;
    page_article article;
    wq_page r = { .kind = SAVED_PAGE, .bytes = page };
    clock_t start = clock();
    if (setjmp(full) == 0)
        assert_int_equal(page_read(lex_builtin(), &a, &r, &article, NULL), WQ_OK);
    arena_fini(&a);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Four times the page may cost about four times the work: squares would show as sixteen. */
static void costs_grow_in_step(void **state)
{
    static const char *const units[] = { "<div>",
                                         "<p>",
                                         "<a href=x>",
                                         "<b><i><a href=y>",
                                         "</p>",
                                         "<table><td>",
                                         "<ul><li>",
                                         "<h1>",
                                         "<span class=date>",
                                         "<!--",
                                         "<script>",
                                         "&#1575;",
                                         "<div class=\"a b\">x</div>",
                                         "<li><p>x",
                                         "<p hidden>",
                                         "<a b='",
                                         "- | - ",
                                         "<section><article><h1>x</h1>",
                                         "</div></span></a>",
                                         "<time datetime=2020>x",
                                         "<meta name=date content=2020-01-01>",
                                         "<font><td><div>x" };
    (void)state;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        arena a;
        arena_init(&a, (size_t)64 << 20);
        size_t count = 200000 / strlen(units[i]);
        wq_str one = repeated(&a, units[i], count, "قال المتحدث");
        wq_str four = repeated(&a, units[i], count * 4, "قال المتحدث");
        bool linear = false; /* of three tries: other programs take time and caches */
        double t1 = 0, t4 = 0;
        for (int round = 0; round < 3 && !linear; round++) {
            t1 = seconds_for(one), t4 = seconds_for(four);
            linear = t4 < 0.05 || t4 < t1 * 10;
        }
        if (!linear)
            print_error("%s: %.3f s, four times as much: %.3f s\n", units[i], t1, t4);
        assert_true(linear);
        arena_fini(&a);
    }
}

static int run_costly(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(costs_grow_in_step) };
    return cmocka_run_group_tests_name("page/costly", tests, NULL, NULL);
}

int main(void)
{
    static const table_spec tables[] = {
        { WAQAI_CASES "/page_charset.tsv", 5, charset_row },
        { WAQAI_CASES "/page_json.tsv", 5, json_row },
    };
    arena a;
    arena_init(&a, 64 << 20);
    int failures = table_run_all(tables, sizeof tables / sizeof tables[0], &a);
    failures += cases_run(WAQAI_CASES "/page", render, &a);
    arena_fini(&a);
    return failures + run_costly();
}
