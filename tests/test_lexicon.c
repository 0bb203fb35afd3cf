/* The compiler of the lexicon, its image, and a user's rows laid over it. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "lexicon/compile.h"
#include "lexicon/image.h"
#include "lexicon/schema.h"

#define ACTORS "id\tkind\tcountry\tsectors\tlatin\tnote\tname\tnames\n"
#define VERBS  "id\tclass\tnote\tperfect\timperfect\tmasdar\tactive\tpassive\n"

typedef struct source {
    const char *path, *text;
} source;

static wq_status compile(arena *a, const source *files, size_t n, lexicon *out,
                         wq_error *err)
{
    compiler *c = compiler_new(a);
    wq_str image;
    for (size_t i = 0; i < n; i++) {
        wq_status st =
            compiler_add_tsv(c, str_of(files[i].path), str_of(files[i].text), err);
        if (st != WQ_OK)
            return st;
    }
    wq_status st = compiler_finish(c, &image, err);
    if (st == WQ_OK)
        *out = (lexicon){ (const image_header *)(const void *)image.p, false };
    return st;
}

static const source SMALL[] = {
    { "actor/aaa.tsv",
      "# people\n" ACTORS
      "zayd\tperson\tAAA\tGOV\tZayd\t-\tزيد بن عمرو\tزيد|أبو عمرو (الأكبر)\n"
      "bakr\tperson\tAAA\tOPP|GOV\tBakr\tnote\tبكر، الابن\t-\n" },
    { "morph/verbs.tsv",
      VERBS "zara\t-\t-\tزار\tيزور\tزيارة\t-\t-\nshanna\tdoubled\t-\tشن\tيشن\t-\t-\t-\n" },
};
enum { N_SMALL = sizeof SMALL / sizeof *SMALL };

static bool has(const lexicon *lex, const char *key, lex_table table, uint32_t row)
{
    uint32_t n;
    const lex_entry *e = lex_find(lex, str_of(key), &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == table && e[i].row == row)
            return true;
    return false;
}

static uint32_t count(const lexicon *lex, const char *key)
{
    uint32_t n;
    (void)lex_find(lex, str_of(key), &n);
    return n;
}

static void rows_and_cells_are_found(void **state)
{
    (void)state;
    arena a;
    lexicon lex;
    uint32_t line = 0;
    arena_init(&a, (size_t)1 << 30);
    assert_int_equal(compile(&a, SMALL, N_SMALL, &lex, NULL), WQ_OK);
    assert_int_equal(lex_rows(&lex, LEX_ACTOR), 2);
    assert_int_equal(lex_rows(&lex, LEX_OFFICE), 0);
    assert_int_equal(lex_row_by_id(&lex, LEX_ACTOR, STR("zayd")), 0);
    assert_int_equal(lex_row_by_id(&lex, LEX_ACTOR, STR("bakr")), 1);
    assert_int_equal(lex_row_by_id(&lex, LEX_ACTOR, STR("bak")), -1);
    assert_int_equal(lex_row_by_id(&lex, LEX_OFFICE, STR("zayd")), -1);
    assert_string_equal(lex_cell(&lex, LEX_ACTOR, 1, "sectors").p, "OPP|GOV");
    assert_int_equal(lex_cell(&lex, LEX_ACTOR, 0, "note").n, 0);
    assert_int_equal(lex_cell(&lex, LEX_ACTOR, 0, "nothing").n, 0);
    assert_int_equal(lex_cell(&lex, LEX_ACTOR, 99, "name").n, 0);
    assert_string_equal(lex_origin(&lex, LEX_ACTOR, 1, &line).p, "actor/aaa.tsv");
    assert_int_equal(line, 4);
    assert_int_equal(strlen(lex_hash(&lex)), 16);
    arena_fini(&a);
}

static void names_are_keys_without_punctuation(void **state)
{
    (void)state;
    arena a;
    lexicon lex;
    arena_init(&a, (size_t)1 << 30);
    assert_int_equal(compile(&a, SMALL, N_SMALL, &lex, NULL), WQ_OK);
    assert_true(has(&lex, "زيد بن عمرو", LEX_ACTOR, 0));
    assert_true(has(&lex, "زيد", LEX_ACTOR, 0));
    assert_true(has(&lex, "ابو عمرو الاكبر", LEX_ACTOR, 0));
    assert_true(has(&lex, "بكر الابن", LEX_ACTOR, 1));
    assert_int_equal(count(&lex, "أبو عمرو الأكبر"), 0); /* keys are folded */
    assert_int_equal(count(&lex, "عمرو"), 0);
    assert_int_equal(count(&lex, ""), 0);
    arena_fini(&a);
}

static void beginnings_of_longer_names_are_marked(void **state)
{
    (void)state;
    static const char *const yes[] = { "زيد", "زيد بن", "ابو", "ابو عمرو", "بكر" };
    static const char *const no[] = { "زيد بن عمرو", "بن", "زي", "بكر الابن", "زار", "" };
    arena a;
    lexicon lex;
    arena_init(&a, (size_t)1 << 30);
    assert_int_equal(compile(&a, SMALL, N_SMALL, &lex, NULL), WQ_OK);
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(lex_is_prefix(&lex, str_of(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(lex_is_prefix(&lex, str_of(no[i])));
    assert_int_equal(count(&lex, "ابو"), 0);
    arena_fini(&a);
}

static void verbs_are_indexed_in_all_forms(void **state)
{
    (void)state;
    static const char *const forms[] = { "زار",   "زرنا", "يزورون", "لم يزر",
                                         "زياره", "زائر", "زائرون", "زيارات" };
    arena a;
    lexicon lex;
    arena_init(&a, (size_t)1 << 30);
    assert_int_equal(compile(&a, SMALL, N_SMALL, &lex, NULL), WQ_OK);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        assert_int_equal(has(&lex, forms[i], LEX_VERB, 0), !strchr(forms[i], ' '));
    assert_true(has(&lex, "شننا", LEX_VERB, 1));
    arena_fini(&a);
}

static void equal_rows_give_equal_bytes(void **state)
{
    (void)state;
    arena a, b;
    lexicon x, y;
    arena_init(&a, (size_t)1 << 30);
    arena_init(&b, (size_t)1 << 30);
    assert_int_equal(compile(&a, SMALL, N_SMALL, &x, NULL), WQ_OK);
    assert_int_equal(compile(&b, SMALL, N_SMALL, &y, NULL), WQ_OK);
    assert_int_equal(x.image->size, y.image->size);
    assert_memory_equal(x.image, y.image, x.image->size);
    arena_fini(&a);
    arena_fini(&b);
}

static void the_hash_follows_every_cell(void **state)
{
    (void)state;
    static const char *const texts[] = {
        VERBS "zara\t-\t-\tزار\tيزور\tزيارة\t-\t-\n",
        VERBS "zara\t-\tx\tزار\tيزور\tزيارة\t-\t-\n",
        VERBS "zara2\t-\t-\tزار\tيزور\tزيارة\t-\t-\n",
        VERBS "zara\t-\t-\tزار\tيزور\t-\t-\t-\n",
        "#\n" VERBS "zara\t-\t-\tزار\tيزور\tزيارة\t-\t-\n" /* origins are rows' too */
    };
    enum { N = sizeof texts / sizeof *texts };
    char hash[N][17];
    for (size_t i = 0; i < N; i++) {
        arena a;
        lexicon lex;
        arena_init(&a, (size_t)1 << 30);
        source file = { "morph/verbs.tsv", texts[i] };
        assert_int_equal(compile(&a, &file, 1, &lex, NULL), WQ_OK);
        memcpy(hash[i], lex_hash(&lex), sizeof hash[i]);
        arena_fini(&a);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(hash[i], hash[j]);
    }
}

static void errors_name_file_and_line(void **state)
{
    (void)state;
    static const struct {
        source file;
        const char *message;
    } cases[] = {
        { { "actor/x.tsv", "" }, "actor/x.tsv:1: no header line" },
        { { "actor/x.tsv", ACTORS "a\tb\n" }, "actor/x.tsv:2: want 8 cells, found 2" },
        { { "actor/x.tsv", "id\tkind\n" },
          "actor/x.tsv:1: want a column \"country\", found none" },
        { { "actor/x.tsv",
            "#\nid\tkind\tcountry\tsectors\tlatin\tnote\tname\tnames\tmore\n" },
          "actor/x.tsv:2: want 8 columns, found 9" },
        { { "actor/x.tsv", ACTORS "-\tb\t-\t-\t-\t-\t-\t-\n" },
          "actor/x.tsv:2: want an id, found none" },
        { { "actor/x.tsv", ACTORS "a\tb\t-\t-\t-\t-\t-\t-\n#\na\tc\t-\t-\t-\t-\t-\t-\n" },
          "actor/x.tsv:4: want an id of its own, found \"a\" as in actor/x.tsv:2" },
        { { "actr/x.tsv", ACTORS },
          "actr/x.tsv: no such lexicon file; see data/README.md" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a;
        lexicon lex;
        wq_error err;
        arena_init(&a, (size_t)1 << 30);
        assert_int_equal(compile(&a, &cases[i].file, 1, &lex, &err), WQ_E_LEXICON);
        assert_int_equal(err.status, WQ_E_LEXICON);
        assert_string_equal(err.text, cases[i].message);
        arena_fini(&a);
    }
}

static void tenures_may_share_an_actor(void **state)
{
    (void)state;
    static const source file = { "office/aaa.tsv",
                                 "actor\toffice\tcountry\tfirst\tlast\tsource\n"
                                 "zayd\tking\tAAA\t2001\t2002\t-\n"
                                 "zayd\tking\tAAA\t2005\t-\t-\n" };
    arena a;
    lexicon lex;
    arena_init(&a, (size_t)1 << 30);
    assert_int_equal(compile(&a, &file, 1, &lex, NULL), WQ_OK);
    assert_int_equal(count(&lex, "=zayd"), 2);
    assert_int_equal(count(&lex, "=king"), 2);
    arena_fini(&a);
}

/* ---- a user's rows ---- */

typedef struct folder {
    char path[64];
} folder;

static void make_folder(folder *f)
{
    strcpy(f->path, "/tmp/waqai_lexiconXXXXXX");
    assert_non_null(mkdtemp(f->path));
}

static void path_in(const folder *f, const char *name, char out[128])
{
    (void)snprintf(out, 128, "%s/%s", f->path, name);
}

static void write_file(const folder *f, const char *name, const char *text)
{
    char path[128];
    path_in(f, name, path);
    char *slash = strrchr(path, '/');
    *slash = '\0';
    (void)mkdir(path, 0700);
    *slash = '/';
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void remove_folder(const folder *f, const char *name)
{
    char path[128];
    path_in(f, name, path);
    (void)remove(path);
    *strrchr(path, '/') = '\0';
    (void)rmdir(path);
    (void)rmdir(f->path);
}

static void rows_are_laid_over(void **state)
{
    (void)state;
    folder f;
    lexicon *lex = NULL;
    const lexicon *base = lex_builtin();
    int64_t row = lex_row_by_id(base, LEX_VERB, STR("zara"));
    assert_true(row >= 0);
    assert_true(has(base, "زيارات", LEX_VERB, (uint32_t)row));
    make_folder(&f);
    write_file(&f, "morph/verbs.tsv",
               VERBS "zara\t-\t-\tزقزق\tيزقزق\tزقزقة\t-\t-\nnew_verb\t-\t-"
                     "\tتزحلق\tيتزحلق\tتزحلق\t-\t-\n");
    assert_int_equal(lex_overlay(f.path, &lex, NULL), WQ_OK);
    assert_int_equal(lex_rows(lex, LEX_VERB), lex_rows(base, LEX_VERB) + 1);
    assert_int_equal(lex_row_by_id(lex, LEX_VERB, STR("zara")), row);
    assert_string_equal(lex_cell(lex, LEX_VERB, (uint32_t)row, "perfect").p, "زقزق");
    assert_true(has(lex, "يزقزقون", LEX_VERB, (uint32_t)row));
    assert_false(has(lex, "زيارات", LEX_VERB, (uint32_t)row));
    assert_true(has(lex, "يتزحلقون", LEX_VERB, lex_rows(base, LEX_VERB)));
    assert_true(count(lex, "كتاب") > 0); /* stems of the dictionary are kept */
    assert_int_equal(count(lex, "كتاب"), count(base, "كتاب"));
    assert_string_not_equal(lex_hash(lex), lex_hash(base));
    lex_free(lex);
    remove_folder(&f, "morph/verbs.tsv");
    lex_free(NULL);
}

static void errors_of_a_folder_name_file_and_line(void **state)
{
    (void)state;
    folder f;
    wq_error err;
    lexicon *lex = NULL;
    char want[160];
    make_folder(&f);
    write_file(&f, "morph/verbs.tsv", VERBS "zara\t-\t-\t\xff\t-\t-\t-\t-\n");
    assert_int_equal(lex_overlay(f.path, &lex, &err), WQ_E_LEXICON);
    path_in(&f, "morph/verbs.tsv:2: want UTF-8, found another byte", want);
    assert_string_equal(err.text, want);
    write_file(&f, "morph/verbs.tsv", VERBS "zara\t-\n");
    assert_int_equal(lex_overlay(f.path, &lex, &err), WQ_E_LEXICON);
    assert_string_equal(err.text, "morph/verbs.tsv:2: want 8 cells, found 2");
    assert_null(lex);
    remove_folder(&f, "morph/verbs.tsv");
    assert_int_equal(lex_overlay(f.path, &lex, &err), WQ_E_IO);
    assert_null(lex);
}

static void columns_are_told_apart(void **state)
{
    (void)state;
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        const schema_table *s = schema_for_table(t);
        for (uint32_t i = 0; s && s->column[i].name; i++)
            for (uint32_t k = 0; k < i; k++)
                assert_false(lex_column_key(s->column[i].name) ==
                             lex_column_key(s->column[k].name));
    }
}

/* Whatever is in the index is found, alone and in steps, and leads to its rows' references. */
static void every_key_passes_the_filter(void **state)
{
    (void)state;
    const lexicon *lex = lex_builtin();
    const char *base = (const char *)lex->image;
    const image_slot *slot = (const void *)(base + lex->image->slots);
    uint32_t keys = 0;
    for (uint32_t i = 0; i < lex->image->n_slots; i++) {
        if (!slot[i].key)
            continue;
        wq_str key = image_string(base + lex->image->pool, image_slot_offset(&slot[i]));
        uint32_t n;
        uint64_t probe = lex_foresee(lex, key);
        assert_true(lex_probe(lex, probe));
        lex_probed(lex, key, probe, &n);
        assert_int_equal(n, image_slot_count(&slot[i]));
        lex_find(lex, key, &n);
        assert_int_equal(n, image_slot_count(&slot[i]));
        keys++;
    }
    assert_true(keys > 100000);
}

static void references_are_those_of_the_id(void **state)
{
    (void)state;
    const lexicon *lex = lex_builtin();
    uint32_t n, m, named = 0;
    for (uint32_t row = 0; row < lex_rows(lex, LEX_VERB); row++) {
        const lex_entry *of_row = lex_refs(lex, LEX_VERB, row, &n);
        assert_ptr_equal(of_row, lex_find_ref(lex, lex_cell(lex, LEX_VERB, row, "id"), &m));
        assert_int_equal(n, m);
        named += n > 0;
    }
    assert_true(named > 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_cells_are_found),
        cmocka_unit_test(columns_are_told_apart),
        cmocka_unit_test(names_are_keys_without_punctuation),
        cmocka_unit_test(beginnings_of_longer_names_are_marked),
        cmocka_unit_test(verbs_are_indexed_in_all_forms),
        cmocka_unit_test(equal_rows_give_equal_bytes),
        cmocka_unit_test(the_hash_follows_every_cell),
        cmocka_unit_test(errors_name_file_and_line),
        cmocka_unit_test(tenures_may_share_an_actor),
        cmocka_unit_test(every_key_passes_the_filter),
        cmocka_unit_test(references_are_those_of_the_id),
        cmocka_unit_test(rows_are_laid_over),
        cmocka_unit_test(errors_of_a_folder_name_file_and_line),
    };
    return cmocka_run_group_tests_name("lexicon", tests, NULL, NULL);
}
