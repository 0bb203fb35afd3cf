/* tests/cases/inflect_verb.tsv: one tense of one verb a row, its forms in the order of persons below, variant spellings
 * joined by '/', '-' where the generator makes none.  inflect_noun.tsv, inflect_word.tsv: nouns; single derived words. */
#include "lexicon/inflect.h"

#include "check.h"
#include "script/fold.h"
#include "table.h"

enum {
    SING = LEX_F_SING,
    DUAL = LEX_F_DUAL,
    PLUR = LEX_F_PLUR,
    M = LEX_F_MASC,
    F = LEX_F_FEM
};

static const uint32_t PERFECT_PERSONS[] = {
    /* he, she, they two (m., f.), they (m., f.), I or you, you, we, you two, you (f.) */
    LEX_F_3 | M | SING, LEX_F_3 | F | SING, LEX_F_3 | M | DUAL,       LEX_F_3 | F | DUAL,
    LEX_F_3 | M | PLUR, LEX_F_3 | F | PLUR, LEX_F_1 | LEX_F_2 | SING, LEX_F_2 | PLUR,
    LEX_F_1 | PLUR,     LEX_F_2 | DUAL,     LEX_F_2 | F | PLUR,       0
};
static const uint32_t IMPERFECT_PERSONS[] = {
    /* he, she or you, they two (m.; f. or you), they (m., f.), you, I, we, you (f. one, many) */
    LEX_F_3 | M | SING, LEX_F_3 | LEX_F_2 | F | SING,
    LEX_F_3 | M | DUAL, LEX_F_3 | LEX_F_2 | F | DUAL,
    LEX_F_3 | M | PLUR, LEX_F_3 | F | PLUR,
    LEX_F_2 | PLUR,     LEX_F_1 | SING,
    LEX_F_1 | PLUR,     LEX_F_2 | F | SING,
    LEX_F_2 | F | PLUR, 0
};
static const uint32_t IMPERATIVE_PERSONS[] = { /* you: one (m., f.), two, many (m., f.) */
                                               LEX_F_2 | M | SING, LEX_F_2 | F | SING,
                                               LEX_F_2 | DUAL,     LEX_F_2 | M | PLUR,
                                               LEX_F_2 | F | PLUR, 0
};
static const uint32_t
    NOUN_SHAPES[] = { /* one, before a pronoun, accusative; two; many; the feminine's */
                      M | SING,
                      M | SING | LEX_F_CONSTRUCT,
                      M | SING | LEX_F_ACC,
                      M | DUAL,
                      M | PLUR,
                      M | PLUR | DUAL,
                      M | PLUR | LEX_F_CONSTRUCT,
                      M | PLUR | DUAL | LEX_F_CONSTRUCT,
                      F | SING,
                      F | SING | LEX_F_CONSTRUCT,
                      F | DUAL,
                      F | DUAL | LEX_F_CONSTRUCT,
                      F | PLUR,
                      0
    };

enum { MAX_FORMS = 200 };

typedef struct forms {
    arena *mem;
    wq_str form[MAX_FORMS];
    uint32_t feats[MAX_FORMS], n;
    bool used[MAX_FORMS];
} forms;

static void collect(void *ctx, wq_str form, uint32_t feats)
{
    forms *f = ctx;
    assert_in_range(f->n, 0, MAX_FORMS - 1);
    f->form[f->n] = arena_str(f->mem, form.p, form.n);
    f->feats[f->n++] = feats & ~(uint32_t)LEX_F_ALEFS;
}

/* The forms that have `shared` and one of `persons`, in the order of `persons`. */
static wq_str lay_out(forms *f, uint32_t shared, const uint32_t *persons)
{
    wq_str line = STR("");
    for (; *persons; persons++) {
        const char *space = line.n ? " " : "";
        bool any = false;
        for (uint32_t i = 0; i < f->n; i++) {
            if (f->feats[i] != (shared | *persons))
                continue;
            line = arena_printf(f->mem, "%.*s%s%.*s", STR_ARG(line), any ? "/" : space,
                                STR_ARG(f->form[i]));
            f->used[i] = any = true;
        }
        if (!any)
            line = arena_printf(f->mem, "%.*s%s-", STR_ARG(line), space);
    }
    return line;
}

typedef struct tense {
    const char *name;
    uint32_t feats;
    const uint32_t *persons;
} tense;

static const tense TENSES[] = {
    { "perfect", LEX_F_PERFECT, PERFECT_PERSONS },
    { "imperfect", LEX_F_IMPERFECT, IMPERFECT_PERSONS },
    { "jussive", LEX_F_IMPERFECT | LEX_F_JUSSIVE, IMPERFECT_PERSONS },
    { "passive-perfect", LEX_F_PERFECT | LEX_F_PASSIVE, PERFECT_PERSONS },
    { "passive-imperfect", LEX_F_IMPERFECT | LEX_F_PASSIVE, IMPERFECT_PERSONS },
    { "passive-jussive", LEX_F_IMPERFECT | LEX_F_JUSSIVE | LEX_F_PASSIVE,
      IMPERFECT_PERSONS },
    { "imperative", LEX_F_IMPERATIVE, IMPERATIVE_PERSONS },
};

enum { ID, TENSE, CLASS, PERFECT, IMPERFECT, EXPECT, COLUMNS };

static unsigned kinds_of(wq_str class)
{
    return (str_eq(class, STR("doubled")) ? INFLECT_DOUBLED : 0u) |
           (str_eq(class, STR("second")) ? INFLECT_SECOND : 0u) |
           (str_eq(class, STR("drops")) ? INFLECT_DROPS : 0u);
}

/* Expected lists are written as in print and compared folded, as the index is. */
static void check_verb(const tsv_row *row, void *suite)
{
    arena *a = suite;
    arena_reset(a);
    forms f = { .mem = a };
    inflect_verb(row->cell[PERFECT], row->cell[IMPERFECT], kinds_of(row->cell[CLASS]),
                 collect, &f);
    bool known = false;
    for (size_t i = 0; i < sizeof TENSES / sizeof *TENSES; i++) {
        wq_str got = lay_out(&f, TENSES[i].feats, TENSES[i].persons);
        if (!str_eq(row->cell[TENSE], str_of(TENSES[i].name)))
            continue;
        known = true;
        table_expect(row, "forms", fold_str(a, row->cell[EXPECT], FOLD_FULL), got);
    }
    for (uint32_t i = 0; i < f.n; i++)
        if (!f.used[i])
            table_fail(row, "a form of no person: %.*s %x", STR_ARG(f.form[i]), f.feats[i]);
    if (!known)
        table_fail(row, "no such tense");
}

enum { NOUN_ID, KIND, LEMMA, NOUN_EXPECT, NOUN_COLUMNS };

static void check_noun(const tsv_row *row, void *suite)
{
    static const char *const kinds[] = { "thing", "person", "weak" };
    arena *a = suite;
    arena_reset(a);
    forms f = { .mem = a };
    size_t kind = 0;
    while (kind < 2 && !str_eq(row->cell[KIND], str_of(kinds[kind])))
        kind++;
    inflect_noun(row->cell[LEMMA], (inflect_kind)kind, collect, &f);
    wq_str got = lay_out(&f, 0, NOUN_SHAPES);
    table_expect(row, "forms", fold_str(a, row->cell[NOUN_EXPECT], FOLD_FULL), got);
    for (uint32_t i = 0; i < f.n; i++)
        if (!f.used[i])
            table_fail(row, "a form of no shape: %.*s %x", STR_ARG(f.form[i]), f.feats[i]);
}

enum { WORD_ID, WHAT, WORD_PERFECT, WORD_IMPERFECT, MASDAR, WORD_EXPECT, WORD_COLUMNS };

static void check_word(const tsv_row *row, void *suite)
{
    arena *a = suite;
    arena_reset(a);
    wq_str what = row->cell[WHAT], perfect = row->cell[WORD_PERFECT], got;
    if (str_eq(what, STR("imperfect")))
        got = inflect_guess_imperfect(a, perfect);
    else if (str_eq(what, STR("active")))
        got = inflect_active(a, perfect, row->cell[WORD_IMPERFECT], row->cell[MASDAR]);
    else
        got = inflect_passive(a, perfect, row->cell[WORD_IMPERFECT], row->cell[MASDAR]);
    table_expect(row, "word", row->cell[WORD_EXPECT], got);
}

int main(void)
{
    static const table_spec tables[] = {
        { WAQAI_CASES "/inflect_verb.tsv", COLUMNS, check_verb },
        { WAQAI_CASES "/inflect_noun.tsv", NOUN_COLUMNS, check_noun },
        { WAQAI_CASES "/inflect_word.tsv", WORD_COLUMNS, check_word },
    };
    jmp_buf full;
    arena a;
    arena_init(&a, 1 << 22);
    if (setjmp(full)) {
        arena_fini(&a);
        return 1;
    }
    a.full = &full;
    int failed = table_run_all(tables, sizeof tables / sizeof *tables, &a);
    arena_fini(&a);
    return failed;
}
