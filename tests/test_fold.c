/* tests/cases/fold.tsv: text as written (with escapes), its NORM and its FOLD form; and what holds of all text. */
#include "base/utf8.h"
#include "check.h"
#include "script/fold.h"
#include "table.h"

enum { ID, NORM, FULL, TEXT, COLUMNS };

static wq_str with_marks(arena *a, wq_str s)
{
    static const uint32_t marks[] = { 0x64e, 0x640, 0x200d, 0x651, 0x6e1, 0x202b, 0x670 };
    char *out = arena_alloc(a, s.n * 5 + 8);
    size_t n = 0, k = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(s.p + i, s.n - i, &cp);
        memcpy(out + n, s.p + i, len);
        n += len;
        i += len;
        n += utf8_encode(marks[k++ % (sizeof marks / sizeof *marks)], out + n);
    }
    return (wq_str){ out, n };
}

static void check_row(const tsv_row *row, void *suite)
{
    arena *a = suite;
    arena_reset(a);
    wq_str text = table_unescape(a, row->cell[TEXT]);
    wq_str norm = fold_str(a, text, FOLD_NORM), full = fold_str(a, text, FOLD_FULL);
    table_expect(row, "norm", row->cell[NORM], norm);
    table_expect(row, "fold", row->cell[FULL], full);
    table_expect(row, "norm twice", norm, fold_str(a, norm, FOLD_NORM));
    table_expect(row, "fold twice", full, fold_str(a, full, FOLD_FULL));
    table_expect(row, "fold of norm", full, fold_norm(a, norm));
    table_expect(row, "norm with marks", norm, fold_str(a, with_marks(a, text), FOLD_NORM));
    table_expect(row, "fold with marks", full, fold_str(a, with_marks(a, text), FOLD_FULL));
}

static void holds_of_every_code_point(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp < 0x110000; cp++) {
        char raw[4], norm[12], full[12], again[36];
        if (cp >= 0xd800 && cp < 0xe000)
            continue;
        size_t n = utf8_encode(cp, raw);
        size_t n_norm = fold_into((wq_str){ raw, n }, FOLD_NORM, norm);
        size_t n_full = fold_into((wq_str){ raw, n }, FOLD_FULL, full);
        assert_true(n_norm <= FOLD_GROWTH * n && n_full <= FOLD_GROWTH * n);
        assert_true(utf8_valid_prefix((wq_str){ full, n_full }) == n_full);
        assert_int_equal(fold_into((wq_str){ norm, n_norm }, FOLD_NORM, again), n_norm);
        assert_memory_equal(again, norm, n_norm);
        assert_int_equal(fold_into((wq_str){ full, n_full }, FOLD_FULL, again), n_full);
        assert_memory_equal(again, full, n_full);
        assert_int_equal(fold_into((wq_str){ norm, n_norm }, FOLD_FULL, again), n_full);
        assert_memory_equal(again, full, n_full);
        if (cp_is_mark(cp))
            assert_int_equal(n_norm, 0);
        if (cp_is_arabic_letter(cp))
            assert_true(n_norm > 0 && !cp_is_space(cp) && !cp_is_digit(cp));
    }
}

static void digits_have_their_values(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 10; i++) {
        assert_int_equal(cp_digit('0' + i), i);
        assert_int_equal(cp_digit(0x660 + i), i);
        assert_int_equal(cp_digit(0x6f0 + i), i);
    }
}

static void ill_formed_bytes_are_dropped(void **state)
{
    (void)state;
    char out[32];
    assert_int_equal(fold_into(STR("a\xff\xd8"), FOLD_FULL, out), 1);
    assert_int_equal(fold_into((wq_str){ NULL, 0 }, FOLD_FULL, out), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_of_every_code_point),
        cmocka_unit_test(digits_have_their_values),
        cmocka_unit_test(ill_formed_bytes_are_dropped),
    };
    arena a;
    arena_init(&a, 1 << 20);
    int failed = cmocka_run_group_tests_name("fold", tests, NULL, NULL);
    failed += table_run(WAQAI_CASES "/fold.tsv", COLUMNS, check_row, &a);
    arena_fini(&a);
    return failed;
}
