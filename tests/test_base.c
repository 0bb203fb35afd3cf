/* The small things: arena, slices, UTF-8 (tests/cases/utf8.tsv), JSON, tables. */
#include <stdlib.h>

#include "base/json.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "check.h"
#include "table.h"

/* ---- arena ---- */

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 24);
    for (size_t size = 0; size < 300000; size = size * 2 + 1) {
        unsigned char *p = arena_alloc(&a, size);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xff, size);
    }
    arena_reset(&a);
    unsigned char *again = arena_alloc(&a, 60000);
    for (size_t i = 0; i < 60000; i++)
        assert_int_equal(again[i], 0);
    arena_fini(&a);
}

static bool reaches_ceiling(size_t limit, size_t size, int times)
{
    arena a;
    jmp_buf full;
    arena_init(&a, limit);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return true;
    }
    for (int i = 0; i < times; i++)
        arena_alloc(&a, size);
    arena_fini(&a);
    return false;
}

static void jumps_at_the_ceiling(void **state)
{
    (void)state;
    assert_false(reaches_ceiling(1600, 16, 100));
    assert_true(reaches_ceiling(1600, 16, 101));
    assert_true(reaches_ceiling(1600, 1601, 1));
    assert_true(
        reaches_ceiling(1600, 1, 101)); /* what is handed out is padded, and counts */
    assert_true(reaches_ceiling(SIZE_MAX, SIZE_MAX - 3, 1));
    assert_true(reaches_ceiling(SIZE_MAX, SIZE_MAX / 2 + 1, 1));
}

static void note(void *arg)
{
    char *log = *(char **)arg;
    log[strlen(log)] = (char)('a' + strlen(log));
}

typedef struct deferred {
    char *log, letter;
} deferred;

static void write_letter(void *arg)
{
    deferred *d = arg;
    d->log[strlen(d->log)] = d->letter;
}

static void deferred_calls_run_once_newest_first(void **state)
{
    (void)state;
    char log[8] = "";
    deferred x = { log, 'x' }, y = { log, 'y' };
    arena a;
    arena_init(&a, 4096);
    arena_defer(&a, write_letter, &x);
    arena_defer(&a, write_letter, &y);
    arena_reset(&a);
    assert_string_equal(log, "yx");
    arena_reset(&a);
    assert_string_equal(log, "yx");
    arena_defer(&a, write_letter, &x);
    arena_fini(&a);
    assert_string_equal(log, "yxx");
    arena_fini(&a);
    assert_string_equal(log, "yxx");
}

static void deferred_calls_run_after_the_ceiling(void **state)
{
    (void)state;
    char log[8] = "", *p = log;
    arena a;
    jmp_buf full;
    arena_init(&a, 4096);
    a.full = &full;
    if (setjmp(full) == 0) {
        arena_defer(&a, note, &p);
        arena_alloc(&a, 8192);
        assert_true(false); /* the ceiling was not met */
    }
    arena_fini(&a);
    assert_string_equal(log, "a");
}

static void reset_frees_room(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 20);
    for (int i = 0; i < 100; i++) {
        arena_alloc(&a, 900000);
        arena_alloc(&a, 100);
        arena_reset(&a);
        assert_int_equal(a.used, 0);
    }
    arena_fini(&a);
}

static void what_came_last_is_given_back(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 20);
    a.first = 4096;
    char *long_one = arena_room(&a, 1000);
    arena_give_back(&a, long_one, 1000, 10);
    assert_int_equal(a.used, 16);
    char *next = arena_room(&a, 100);
    assert_ptr_equal(next, long_one + 16);
    arena_give_back(&a, long_one, 10, 0); /* something else came after it */
    assert_int_equal(a.used, 16 + 112);
    arena_give_back(&a, next, 100, 0);
    assert_int_equal(a.used, 16);
    unsigned char *again = arena_alloc(&a, 100);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(again[i], 0);
    arena_fini(&a);
}

static void vectors_grow_and_keep(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 24);
    VEC(uint32_t) v = { 0 };
    for (uint32_t i = 0; i < 10000; i++)
        *vec_push(&a, &v) = i * 7;
    assert_int_equal(v.n, 10000);
    for (uint32_t i = 0; i < v.n; i++)
        assert_int_equal(v.v[i], i * 7);
    arena_fini(&a);
}

static void printf_takes_any_length(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 20);
    wq_str s = arena_printf(&a, "%5000d|%s", 7, "x");
    assert_int_equal(s.n, 5002);
    assert_string_equal(s.p + 4999, "7|x");
    assert_int_equal(arena_printf(&a, "%s", "").n, 0);
    arena_fini(&a);
}

/* ---- slices ---- */

static void assert_str(wq_str got, const char *want)
{
    if (!str_eq(got, str_of(want)))
        print_error("want \"%s\", got \"%.*s\"\n", want, STR_ARG(got));
    assert_true(str_eq(got, str_of(want)));
}

static void slices_compare(void **state)
{
    (void)state;
    wq_str none = { NULL, 0 };
    assert_true(str_eq(none, STR("")));
    assert_true(str_cmp(STR("a"), STR("ab")) < 0 && str_cmp(STR("b"), STR("ab")) > 0);
    assert_true(str_cmp(STR("\xd8"), STR("a")) > 0); /* bytes are unsigned */
    assert_int_equal(str_cmp(none, STR("")), 0);
    assert_true(str_starts(STR("abc"), STR("ab")) && str_starts(STR("abc"), none));
    assert_false(str_starts(STR("a"), STR("ab")));
    assert_true(str_ends(STR("abc"), STR("bc")) && !str_ends(STR("c"), STR("bc")));
    assert_true(str_eq_nocase(STR("AbC-1"), STR("aBc-1")));
    assert_false(str_eq_nocase(STR("a@"), STR("a`")));
}

static void slices_are_cut(void **state)
{
    (void)state;
    assert_str(str_sub(STR("abcdef"), 2, 4), "cd");
    assert_str(str_sub(STR("abc"), 2, 99), "c");
    assert_str(str_sub(STR("abc"), 9, 12), "");
    assert_str(str_sub(STR("abc"), 2, 1), "");
    assert_str(str_sub((wq_str){ NULL, 0 }, 0, 5), "");
    assert_str(str_trim(STR(" \t\r\n\xc2\xa0 a b\xc2\xa0 \v\f")), "a b");
    assert_str(str_trim(STR(" \n ")), "");
    assert_str(str_of(NULL), "");
}

static void slices_are_searched(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("abcabc"), STR("ca")), 2);
    assert_int_equal(str_find(STR("abc"), STR("x")), -1);
    assert_int_equal(str_find(STR("ab"), STR("abc")), -1);
    assert_int_equal(str_find(STR("abc"), STR("")), 0);
    assert_int_equal(str_find_nocase(STR("xxContent-Type"), STR("content-type")), 2);
    assert_int_equal(str_find_nocase(STR("ab"), STR("abc")), -1);
    assert_int_equal(str_find_nocase(STR(""), STR("")), 0);
}

static void slices_are_split(void **state)
{
    (void)state;
    static const char *const want[] = { "a", "", "b", "" };
    wq_str rest = STR("a||b|"), piece;
    for (size_t i = 0; i < 4; i++) {
        assert_true(str_next(&rest, '|', &piece));
        assert_str(piece, want[i]);
    }
    assert_false(str_next(&rest, '|', &piece));
    rest = STR("");
    assert_true(str_next(&rest, '|', &piece));
    assert_false(str_next(&rest, '|', &piece));
}

static void hashes_chain(void **state)
{
    (void)state;
    uint64_t whole = hash_bytes(HASH_SEED, "foobar", 6);
    assert_true(whole == 0x85944171f73967e8u); /* FNV-1a's published value */
    assert_true(hash_bytes(hash_bytes(HASH_SEED, "foo", 3), "bar", 3) == whole);
    assert_true(hash_bytes(HASH_SEED, "", 0) == HASH_SEED);
}

static void errors_are_filled(void **state)
{
    (void)state;
    wq_error err;
    char longer[600];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_int_equal(fail(&err, WQ_E_IO, 17, "%s: %d", "a", 3), WQ_E_IO);
    assert_int_equal(err.status, WQ_E_IO);
    assert_int_equal(err.pos, 17);
    assert_string_equal(err.text, "a: 3");
    (void)fail(&err, WQ_E_USE, 0, "%s", longer);
    assert_int_equal(strlen(err.text), sizeof err.text - 1);
    assert_int_equal(fail(NULL, WQ_E_USE, 0, "x"), WQ_E_USE);
}

/* ---- UTF-8 ---- */

static void every_scalar_value_comes_back(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        char bytes[4];
        uint32_t back;
        unsigned n = utf8_encode(cp, bytes);
        bool surrogate = cp >= 0xd800 && cp < 0xe000;
        assert_int_equal(utf8_decode(bytes, n, &back), surrogate ? 0 : n);
        assert_int_equal(back, surrogate ? 0xfffd : cp);
        for (unsigned shorter = 1; shorter < n; shorter++)
            assert_int_equal(utf8_decode(bytes, shorter, &back), 0);
    }
}

static void code_points_are_counted(void **state)
{
    (void)state;
    wq_str s = STR("a\xd8\xa8\xe2\x80\x9c\xf0\x9f\x98\x80z");
    assert_int_equal(utf8_count(s), 5);
    static const size_t at[] = { 0, 1, 3, 6, 10, 11, 11 };
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(utf8_at(s, i), at[i]);
}

enum { ID, BAD, VALID, EXPECT, TEXT, COLUMNS };

static void check_repair(const tsv_row *row, void *suite)
{
    arena *a = suite;
    uint32_t bad;
    arena_reset(a);
    wq_str text = table_unescape(a, row->cell[TEXT]);
    wq_str want = table_unescape(a, row->cell[EXPECT]);
    wq_str got = utf8_repair(a, text, &bad);
    table_expect(row, "repaired", want, got);
    table_expect(row, "replaced", row->cell[BAD], arena_printf(a, "%u", bad));
    table_expect(row, "valid prefix", row->cell[VALID],
                 arena_printf(a, "%zu", utf8_valid_prefix(text)));
    wq_str again = utf8_repair(a, got, &bad);
    if (again.p != got.p || bad)
        table_fail(row, "repaired text is not left alone");
}

/* ---- output ---- */

static void buffers_grow(void **state)
{
    (void)state;
    buf b = { 0 };
    volatile size_t too_much = SIZE_MAX / 2; /* which the compiler would warn of */
    for (int i = 0; i < 3000; i++)
        buf_printf(&b, "%d,", i % 10);
    buf_str(&b, STR(""));
    buf_add(&b, NULL, 0);
    assert_int_equal(b.n, 6000);
    assert_memory_equal(b.p + 5994, "7,8,9,", 6);
    assert_false(b.failed);
    buf_add(&b, "x", too_much);
    assert_true(b.failed);
    buf_char(&b, 'x');
    assert_int_equal(b.n, 6000);
    buf_fini(&b);
    assert_null(b.p);
}

static void json_escapes(void **state)
{
    (void)state;
    buf b = { 0 };
    json_str(&b, STR("\"\\\n\t\x01\x7f/\xd8\xa8\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa"));
    assert_str((wq_str){ b.p, b.n },
               "\"\\\"\\\\\\n\\t\\u0001\\u007f/\xd8\xa8\\u2028\\u2029\xe2\x80\xaa\"");
    buf_fini(&b);
    json_str(&b, (wq_str){ "a\0b", 3 });
    assert_str((wq_str){ b.p, b.n }, "\"a\\u0000b\"");
    buf_fini(&b);
    json_str(&b, (wq_str){ NULL, 0 });
    assert_str((wq_str){ b.p, b.n }, "null");
    buf_fini(&b);
}

static void json_puts_commas(void **state)
{
    (void)state;
    buf b = { 0 };
    json_open(&b, '{');
    json_key_str(&b, "a", STR("x:"));
    json_key(&b, "list");
    json_open(&b, '[');
    json_open(&b, '{');
    json_close(&b, '}');
    json_open(&b, '[');
    json_close(&b, ']');
    json_close(&b, ']');
    json_key_int(&b, "n", -9223372036854775807LL - 1);
    json_close(&b, '}');
    assert_str((wq_str){ b.p, b.n },
               "{\"a\":\"x:\",\"list\":[{},[]],\"n\":-9223372036854775808}");
    buf_fini(&b);
}

/* ---- tables ---- */

static void tables_are_read(void **state)
{
    (void)state;
    tsv_reader r;
    tsv_row row;
    wq_error err;
    wq_str text = STR("\xef\xbb\xbf# comment\n\nid\tb\r\nx\t-\r\n\r\n# y\nz\t--");
    assert_int_equal(tsv_open(&r, STR("f.tsv"), text, &err), WQ_OK);
    assert_int_equal(tsv_column(&r.header, "id"), 0);
    assert_int_equal(tsv_column(&r.header, "b"), 1);
    assert_int_equal(tsv_column(&r.header, "c"), -1);
    assert_int_equal(tsv_next(&r, &row, &err), WQ_OK);
    assert_int_equal(row.line, 4);
    assert_str(row.cell[0], "x");
    assert_str(row.cell[1], "");
    assert_int_equal(tsv_next(&r, &row, &err), WQ_OK);
    assert_int_equal(row.line, 7);
    assert_str(row.cell[1], "--");
    assert_int_equal(tsv_next(&r, &row, &err), WQ_END);
    assert_int_equal(tsv_next(&r, &row, &err), WQ_END);
}

static void tables_name_the_place_of_an_error(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
        uint64_t line;
    } cases[] = {
        { "", "f.tsv:1: no header line", 1 },
        { "# only\n\n", "f.tsv:1: no header line", 1 },
        { "a\tb\n1\t2\n# x\n1\n", "f.tsv:4: want 2 cells, found 1", 4 },
        { "a\tb\n1\t2\t3\n", "f.tsv:2: want 2 cells, found 3", 2 },
        { "\n\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
          "f.tsv:2: more than 24 columns", 2 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tsv_reader r;
        tsv_row row;
        wq_error err;
        wq_status st = tsv_open(&r, STR("f.tsv"), str_of(cases[i].text), &err);
        while (st == WQ_OK)
            st = tsv_next(&r, &row, &err);
        assert_int_equal(st, WQ_E_FORMAT);
        assert_string_equal(err.text, cases[i].message);
        assert_int_equal(err.pos, cases[i].line);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(jumps_at_the_ceiling),
        cmocka_unit_test(deferred_calls_run_once_newest_first),
        cmocka_unit_test(deferred_calls_run_after_the_ceiling),
        cmocka_unit_test(reset_frees_room),
        cmocka_unit_test(what_came_last_is_given_back),
        cmocka_unit_test(vectors_grow_and_keep),
        cmocka_unit_test(printf_takes_any_length),
        cmocka_unit_test(slices_compare),
        cmocka_unit_test(slices_are_cut),
        cmocka_unit_test(slices_are_searched),
        cmocka_unit_test(slices_are_split),
        cmocka_unit_test(hashes_chain),
        cmocka_unit_test(errors_are_filled),
        cmocka_unit_test(every_scalar_value_comes_back),
        cmocka_unit_test(code_points_are_counted),
        cmocka_unit_test(buffers_grow),
        cmocka_unit_test(json_escapes),
        cmocka_unit_test(json_puts_commas),
        cmocka_unit_test(tables_are_read),
        cmocka_unit_test(tables_name_the_place_of_an_error),
    };
    arena a;
    arena_init(&a, 1 << 20);
    int failed = cmocka_run_group_tests_name("base", tests, NULL, NULL);
    failed += table_run(WAQAI_CASES "/utf8.tsv", COLUMNS, check_repair, &a);
    arena_fini(&a);
    return failed;
}
