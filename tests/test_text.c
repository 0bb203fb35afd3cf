/* tests/cases/text.cases: how a text is cut, a line for each sentence or quotation:
 *   H or S number: its tokens, a masked one as written=restored, N: number, L: Latin; Q number: what a quotation holds.
 * tests/cases/text_mask.tsv: masked words and what must not be taken for one.  Then what holds of all text.            */
#include <stdio.h>

#include "base/utf8.h"
#include "cases.h"
#include "check.h"
#include "table.h"
#include "text/match.h"
#include "text/text.h"

static void write_token(buf *out, const text_part *p, uint32_t i)
{
    static const char *const kinds[] = { "", "L:", "N:", "" };
    const text_token *t = &p->token[i];
    wq_str raw = text_slice(p, i, i + 1);
    buf_printf(out, " %s%.*s", kinds[t->kind], STR_ARG(raw));
    if (t->masked)
        buf_printf(out, "=%.*s", STR_ARG(t->form));
}

static void render(const case_block *c, buf *out, void *suite)
{
    arena *a = suite;
    text_part p;
    arena_reset(a);
    bool title = str_eq(case_value(c, "part"), STR("title"));
    text_analyse(lex_builtin(), a, title ? WQ_PART_TITLE : WQ_PART_TEXT, c->input, &p);
    for (uint32_t i = 0; i < p.n_sentences; i++) {
        const text_sentence *s = &p.sentence[i];
        buf_printf(out, "%c %u:", s->headline ? 'H' : 'S', s->paragraph);
        for (uint32_t t = s->first; t < s->last; t++)
            write_token(out, &p, t);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < p.n_quotations; i++) {
        const text_quotation *q = &p.quotation[i];
        wq_str held = text_slice(&p, q->first, q->last);
        buf_printf(out, "Q %s %.*s\n", q->closed ? "closed" : "open", STR_ARG(held));
    }
}

enum { ID, EXPECT, TEXT, COLUMNS };

/* The restored forms of a text, in order. */
static void check_mask(const tsv_row *row, void *suite)
{
    arena *a = suite;
    text_part p;
    arena_reset(a);
    text_analyse(lex_builtin(), a, WQ_PART_TEXT, row->cell[TEXT], &p);
    wq_str got = STR("");
    for (uint32_t i = 0; i < p.n_tokens; i++)
        if (p.token[i].masked)
            got = arena_printf(a, "%.*s%s%.*s", STR_ARG(got), got.n ? " " : "",
                               STR_ARG(p.token[i].norm));
    table_expect(row, "restored", row->cell[EXPECT], got);
}

static const char SAMPLE[] =
    "عمّان - (د ب أ): قال \"الوزير\" إن 3.5 ملايين زاروا BBC في 10:38. وأضاف: «نعم»...\n"
    "عنوان فرعي\nقالت د. هالة الجـ.ـمود http://example.org/x وفر.ض ٢٠٪\xef\xbf\xbd";

/* Tokens cover the text in order; bytes and code points say the same. */
static void tokens_cover_the_text(void **state)
{
    (void)state;
    arena a;
    text_part p;
    arena_init(&a, 1 << 22);
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT, str_of(SAMPLE), &p);
    uint32_t byte = 0, cp = 0;
    for (uint32_t i = 0; i < p.n_tokens; i++) {
        const text_token *t = &p.token[i];
        assert_true(t->byte >= byte && t->n_byte > 0 && t->cp >= cp);
        wq_str between = str_sub(p.raw, byte, t->byte);
        for (size_t at = 0; at < between.n; at++)
            assert_int_equal(between.p[at], ' ');
        assert_int_equal(t->cp, utf8_count(str_sub(p.raw, 0, t->byte)));
        assert_int_equal(t->n_cp, utf8_count(text_slice(&p, i, i + 1)));
        byte = t->byte + t->n_byte;
        cp = t->cp + t->n_cp;
    }
    assert_int_equal(byte, p.raw.n);
    arena_fini(&a);
}

static void a_sentence_before_shifts_spans_only(void **state)
{
    (void)state;
    static const char before[] = "زار الوفد القاهرة. ";
    arena a;
    text_part p, q;
    arena_init(&a, 1 << 22);
    wq_str both = arena_printf(&a, "%s%s", before, SAMPLE);
    uint32_t cps = (uint32_t)utf8_count(str_of(before));
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT, str_of(SAMPLE), &p);
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT, both, &q);
    uint32_t shift = q.n_tokens - p.n_tokens;
    assert_int_equal(shift, 4);
    assert_int_equal(q.n_sentences, p.n_sentences + 1);
    assert_int_equal(q.n_quotations, p.n_quotations);
    for (uint32_t i = 0; i < p.n_tokens; i++) {
        const text_token *x = &p.token[i], *y = &q.token[i + shift];
        assert_int_equal(y->byte, x->byte + sizeof before - 1);
        assert_int_equal(y->cp, x->cp + cps);
        assert_true(str_eq(x->form, y->form) && str_eq(x->norm, y->norm));
        assert_true(x->kind == y->kind && x->masked == y->masked && x->quote == y->quote);
    }
    for (uint32_t i = 0; i < p.n_sentences; i++) {
        assert_int_equal(q.sentence[i + 1].first, p.sentence[i].first + shift);
        assert_int_equal(q.sentence[i + 1].last, p.sentence[i].last + shift);
    }
    arena_fini(&a);
}

/* Harakat, tatweel and invisible letters inside words change no form. */
static void marks_change_no_form(void **state)
{
    (void)state;
    arena a;
    text_part p, q;
    arena_init(&a, 1 << 22);
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT, STR("زار الرئيس دمشق وبحث التعاون"), &p);
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT,
                 STR("زَارَ الرّئــيسُ دِمَش\xe2\x80\x8dقَ وبح\xe2\x80\x8fث التعــاونَ"), &q);
    assert_int_equal(p.n_tokens, q.n_tokens);
    for (uint32_t i = 0; i < p.n_tokens; i++)
        assert_true(str_eq(p.token[i].form, q.token[i].form));
    arena_fini(&a);
}

static void spans_leave_proclitics_out(void **state)
{
    (void)state;
    arena a;
    text_part p;
    arena_init(&a, 1 << 20);
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT, STR("وَبِدمشقَ للجنة ولدمشق"), &p);
    assert_true(str_eq(text_slice_bare(&p, 0, 1, MORPH_WA | MORPH_BI), STR("دمشقَ")));
    assert_int_equal(text_span_bare(&p, 0, 1, MORPH_WA | MORPH_BI).start, 4);
    assert_true(str_eq(text_slice_bare(&p, 1, 2, MORPH_LI | MORPH_AL), STR("للجنة")));
    assert_true(str_eq(text_slice_bare(&p, 2, 3, MORPH_WA | MORPH_LI), STR("دمشق")));
    assert_true(str_eq(text_slice(&p, 1, 1), STR("")));
    assert_int_equal(text_span(&p, 2, 2).end, 0);
    arena_fini(&a);
}

static void phrases_are_matched_longest_first(void **state)
{
    (void)state;
    arena a;
    text_part p;
    match_hit hit[MATCH_MAX];
    arena_init(&a, 1 << 20);
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT, STR("وبالولايات \"المتحدة\" الأمريكية"),
                 &p);
    uint32_t n = match_at(lex_builtin(), &p, 0, hit, MATCH_MAX);
    assert_true(n >= 2);
    assert_int_equal(hit[0].tokens, p.n_tokens);
    assert_int_equal(hit[0].clitics, MORPH_WA | MORPH_BI);
    for (uint32_t i = 1; i < n; i++)
        assert_true(hit[i].tokens <= hit[i - 1].tokens);
    assert_int_equal(match_at(lex_builtin(), &p, 1, hit, MATCH_MAX), 0); /* a mark */
    arena_fini(&a);
}

/* Work grows about linearly: these would not end otherwise. */
static void hostile_text_ends(void **state)
{
    (void)state;
    static const char *const pieces[] = { "ا.", "ـ.ـ",     "\"", "“",  "1.",
                                          "a.", "http://", "م*", "\n", "\xd9\x8b" };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        arena a;
        text_part p;
        arena_init(&a, (size_t)1 << 30);
        wq_str piece = str_of(pieces[i]);
        enum { TIMES = 30000 };
        char *text = arena_alloc(&a, piece.n * TIMES);
        for (size_t k = 0; k < TIMES; k++)
            memcpy(text + k * piece.n, piece.p, piece.n);
        text_analyse(lex_builtin(), &a, WQ_PART_TEXT, (wq_str){ text, piece.n * TIMES },
                     &p);
        assert_true(p.n_tokens <= piece.n * TIMES);
        arena_fini(&a);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_cover_the_text),
        cmocka_unit_test(a_sentence_before_shifts_spans_only),
        cmocka_unit_test(marks_change_no_form),
        cmocka_unit_test(spans_leave_proclitics_out),
        cmocka_unit_test(phrases_are_matched_longest_first),
        cmocka_unit_test(hostile_text_ends),
    };
    arena a;
    arena_init(&a, 1 << 24);
    int failed = cmocka_run_group_tests_name("text", tests, NULL, NULL);
    failed += table_run(WAQAI_CASES "/text_mask.tsv", COLUMNS, check_mask, &a);
    failed += cases_run(WAQAI_CASES "/text.cases", render, &a);
    arena_fini(&a);
    return failed;
}
