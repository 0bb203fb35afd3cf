/* tests/cases/morph.tsv: readings of one word that must and must not be there.  A reading is written
 * wa+bi+al+masdar[zara]+hu: clitics, what it is, the id of its row.                                */
#include <stdio.h>

#include "check.h"
#include "lexicon/image.h"
#include "lexicon/word.h"
#include "morph/describe.h"
#include "morph/morph.h"
#include "table.h"
#include "text/memory.h"

enum { ID, KNOWN, WANT, REFUSE, TEXT, COLUMNS };

typedef struct name {
    unsigned bit;
    const char *text;
} name;

static wq_str with_names(arena *a, wq_str out, unsigned set, const name *names, size_t n,
                         bool before)
{
    for (size_t i = 0; i < n; i++)
        if (set & names[i].bit)
            out = arena_printf(a, "%.*s%s%s%s", STR_ARG(out), before ? "" : "+",
                               names[i].text, before ? "+" : "");
    return out;
}

static wq_str reading(arena *a, const morph_analysis *m)
{
    static const name front[] = { { MORPH_WA, "wa" }, { MORPH_FA, "fa" },
                                  { MORPH_SA, "sa" }, { MORPH_BI, "bi" },
                                  { MORPH_KA, "ka" }, { MORPH_LI, "li" },
                                  { MORPH_AL, "al" } };
    static const name back[] = { { MORPH_HU, "hu" },   { MORPH_HA, "ha" },
                                 { MORPH_HUM, "hum" }, { MORPH_HUMA, "huma" },
                                 { MORPH_NA, "na" },   { MORPH_KUM, "kum" },
                                 { MORPH_I, "i" } };
    static const char *const what[] = { "name",   "nisba",   "finite", "masdar",
                                        "active", "passive", "noun",   "stem" };
    const lex_entry *e = &m->entry;
    wq_str out =
        with_names(a, STR(""), m->clitics, front, sizeof front / sizeof *front, true);
    if (e->table == LEX_STEM)
        out = arena_printf(a, "%.*s%s", STR_ARG(out),
                           e->form == LEX_VERBFORM   ? "verb"
                           : e->feats & LEX_F_VERBAL ? "verbstem"
                                                     : "stem");
    else
        out = arena_printf(a, "%.*s%s[%s]", STR_ARG(out), what[e->form],
                           lex_cell_at(lex_builtin(), (lex_table)e->table, e->row, 0).p);
    return with_names(a, out, m->clitics, back, sizeof back / sizeof *back, false);
}

static wq_str readings(arena *a, const morph_word *w)
{
    wq_str out = STR(" ");
    for (uint32_t i = 0; i < w->n; i++)
        out = arena_printf(a, "%.*s%.*s ", STR_ARG(out), STR_ARG(reading(a, &w->v[i])));
    return out;
}

static bool holds(arena *a, wq_str all, wq_str one)
{
    return str_find(all, arena_printf(a, " %.*s ", STR_ARG(one))) >= 0;
}

static void check_row(const tsv_row *row, void *suite)
{
    arena *a = suite;
    text_part part;
    arena_reset(a);
    text_analyse(lex_builtin(), a, WQ_PART_TEXT, row->cell[TEXT], &part);
    morph_analyse(lex_builtin(), a, &part);
    if (part.n_tokens != 1 || !part.token[0].morph)
        table_fail(row, "is not one word");
    const morph_word *w = part.token[0].morph;
    wq_str all = readings(a, w), want = row->cell[WANT], refuse = row->cell[REFUSE];
    table_expect(row, "known", row->cell[KNOWN], w->known ? STR("yes") : STR("no"));
    for (wq_str one; want.n && str_next(&want, ' ', &one);)
        if (!holds(a, all, one))
            table_fail(row, "want %.*s in%.*s", STR_ARG(one), STR_ARG(all));
    for (wq_str one; refuse.n && str_next(&refuse, ' ', &one);)
        if (holds(a, all, one))
            table_fail(row, "found %.*s in%.*s", STR_ARG(one), STR_ARG(all));
    for (uint32_t i = 0; i < w->n; i++)
        if (w->v[i].from > w->v[i].to || w->v[i].to > part.token[0].form.n)
            table_fail(row, "a stem outside the word");
}

enum { SHOW_ID, SHOW_WANT, SHOW_TEXT, SHOW_COLUMNS };

/* tests/cases/morph_show.tsv: a reading as `waqai lexicon show` prints it, without its row and stem. */
static void check_shown(const tsv_row *row, void *suite)
{
    arena *a = suite;
    text_part part;
    buf b = { 0 };
    bool found = false;
    arena_reset(a);
    text_analyse(lex_builtin(), a, WQ_PART_TEXT, row->cell[SHOW_TEXT], &part);
    morph_analyse(lex_builtin(), a, &part);
    morph_show(lex_builtin(), a, &part.token[0], &b);
    wq_str all = { b.p, b.n }, line;
    while (all.n && !found && str_next(&all, '\n', &line)) {
        wq_str cell[7] = { 0 };
        for (int i = 0; i < 7 && str_next(&line, '\t', &cell[i]); i++)
            ;
        wq_str got = arena_printf(a, "%.*s, %.*s, %.*s, %.*s", STR_ARG(cell[0]),
                                  STR_ARG(cell[1]), STR_ARG(cell[2]), STR_ARG(cell[5]));
        found = str_eq(got, row->cell[SHOW_WANT]);
    }
    wq_str shown = arena_str(a, b.p ? b.p : "", b.n);
    buf_fini(&b);
    if (!found)
        table_fail(row, "want %.*s in\n%.*s", STR_ARG(row->cell[SHOW_WANT]),
                   STR_ARG(shown));
}

/* The same spelling has the same readings wherever it stands, another spelling its own. */
static void readings_belong_to_the_spelling(void **state)
{
    (void)state;
    arena a;
    text_part part;
    arena_init(&a, 1 << 22);
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT, STR("أعلن إعلان أعلن اعلان إعلان"),
                 &part);
    morph_analyse(lex_builtin(), &a, &part);
    assert_int_equal(part.n_tokens, 5);
    assert_ptr_equal(part.token[0].morph, part.token[2].morph);
    assert_ptr_equal(part.token[1].morph, part.token[4].morph);
    assert_ptr_not_equal(part.token[1].morph, part.token[3].morph);
    assert_non_null(morph_as(&part.token[0], LEX_VERB, LEX_VERBFORM));
    assert_null(morph_as(&part.token[0], LEX_VERB, LEX_MASDAR));
    assert_non_null(morph_as(&part.token[1], LEX_VERB, LEX_MASDAR));
    assert_non_null(morph_as(&part.token[3], LEX_VERB, -1));
    arena_fini(&a);
}

/* "كتب" is "he wrote" and "books": behind a preposition the noun comes first, behind lam the verb. */
static void particles_rank_what_follows(void **state)
{
    (void)state;
    arena a;
    text_part p;
    arena_init(&a, 1 << 22);
    text_analyse(lex_builtin(), &a, WQ_PART_TEXT, STR("في كتب ثم لم يعلم قد كتب عن وجه"),
                 &p);
    morph_analyse(lex_builtin(), &a, &p);
    assert_int_not_equal(p.token[1].morph->v[0].entry.form, LEX_VERBFORM);
    assert_int_equal(p.token[4].morph->v[0].entry.form, LEX_VERBFORM);
    assert_int_equal(p.token[6].morph->v[0].entry.form, LEX_VERBFORM);
    assert_int_not_equal(p.token[8].morph->v[0].entry.form, LEX_VERBFORM);
    assert_int_equal(p.token[1].morph->n_all, p.token[6].morph->n_all);
    arena_fini(&a);
}

static void assert_let_go(const text_part *p)
{
    for (uint32_t i = 0; i < p->n_tokens; i++) {
        assert_null(p->token[i].word);
        assert_null(p->token[i].morph);
    }
}

static void assert_same_readings(const text_part *got, const text_part *want)
{
    assert_int_equal(got->n_tokens, want->n_tokens);
    for (uint32_t i = 0; i < want->n_tokens; i++) {
        const morph_word *g = got->token[i].morph, *w = want->token[i].morph;
        assert_int_equal(g->n, w->n);
        assert_int_equal(g->n_all, w->n_all);
        assert_int_equal(g->tables, w->tables);
        assert_int_equal(g->known, w->known);
        assert_memory_equal(g->v, w->v, w->n_all * sizeof *w->v);
    }
}

/* From article to article, and in one that a memory has no room for. */
static void memory_changes_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = { "أعلن الوزير عن زيارته", "وأعلن الرئيس في بيان له",
                                         "زيارة الرئيس للمجلس في القاهرة" };
    word_memory *m = memory_new(1024);
    arena a;
    arena_init(&a, 1 << 24);
    for (int i = 0; i < 12; i++) {
        text_part with, without;
        wq_str text = str_of(texts[i % 3]);
        text_analyse(lex_builtin(), &a, WQ_PART_TEXT, text, &with);
        text_analyse(lex_builtin(), &a, WQ_PART_TEXT, text, &without);
        memory_begin(m, &a);
        with.memory = m;
        morph_analyse(lex_builtin(), &a, &with);
        morph_analyse(lex_builtin(), &a, &without);
        assert_same_readings(&with, &without);
        memory_end(&with);
        memory_end(&without);
        assert_let_go(&with);
    }
    arena_fini(&a);
    memory_free(m);
}

static void words_of_any_length(void **state)
{
    (void)state;
    arena a;
    text_part part;
    char word[2000];
    arena_init(&a, 1 << 24);
    for (size_t n = 2; n < sizeof word; n = n * 3 / 2 / 2 * 2 + 2) {
        for (size_t i = 0; i < n; i += 2)
            memcpy(word + i, "\xd9\x84", 2);
        text_analyse(lex_builtin(), &a, WQ_PART_TEXT, (wq_str){ word, n }, &part);
        morph_analyse(lex_builtin(), &a, &part);
        assert_int_equal(part.n_tokens, 1);
        assert_non_null(part.token[0].morph);
    }
    arena_fini(&a);
}

static bool is_among(const wq_str *form, uint32_t n, wq_str word)
{
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(form[i], word))
            return true;
    return false;
}

/* Every form with proclitics is read back as the word, and each comes once. */
static void words_wear_proclitics(void **state)
{
    (void)state;
    arena a;
    arena_init(&a, 1 << 22);
    wq_str bare[WORD_MOST_DRESSED], with[WORD_MOST_DRESSED];
    uint32_t n = word_dress(&a, STR("مجلس"), bare), m = word_dress(&a, STR("المجلس"), with);
    assert_true(str_eq(bare[0], STR("مجلس")) && str_eq(with[0], STR("المجلس")));
    assert_true(is_among(bare, n, STR("وبالمجلس")) && is_among(bare, n, STR("فلمجلس")));
    assert_true(is_among(with, m, STR("للمجلس")) && !is_among(with, m, STR("بمجلس")));
    assert_false(is_among(with, m, STR("الالمجلس")));
    for (uint32_t i = 0; i < n; i++) {
        assert_false(is_among(bare, i, bare[i]));
        assert_true(word_analyse(lex_builtin(), bare[i], NULL, NULL) > 0);
    }
    for (uint32_t i = 0; i < m; i++)
        assert_false(is_among(with, i, with[i]));
    arena_fini(&a);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(readings_belong_to_the_spelling),
        cmocka_unit_test(particles_rank_what_follows),
        cmocka_unit_test(memory_changes_nothing),
        cmocka_unit_test(words_of_any_length),
        cmocka_unit_test(words_wear_proclitics),
    };
    arena a;
    arena_init(&a, 1 << 22);
    int failed = cmocka_run_group_tests_name("morph", tests, NULL, NULL);
    failed += table_run(WAQAI_CASES "/morph.tsv", COLUMNS, check_row, &a);
    failed += table_run(WAQAI_CASES "/morph_show.tsv", SHOW_COLUMNS, check_shown, &a);
    arena_fini(&a);
    return failed;
}
