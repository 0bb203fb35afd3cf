/* A lexicon file of outside bytes: it is refused with file and line, or it compiles, twice to the same bytes, and its rows
 * are found by their ids.                                                                                           */
#include <stdlib.h>

#include "base/utf8.h"
#include "lexicon/compile.h"
#include "lexicon/image.h"

static void require(bool holds)
{
    if (!holds)
        abort();
}

static wq_status compile(arena *a, wq_str path, wq_str text, wq_str *image, wq_error *err)
{
    compiler *c = compiler_new(a);
    wq_status st = compiler_add_tsv(c, path, text, err);
    return st == WQ_OK ? compiler_finish(c, image, err) : st;
}

static void check_rows(wq_str image)
{
    lexicon lex = { (const image_header *)(const void *)image.p, false };
    for (lex_table t = 0; t < LEX_TABLES; t++)
        for (uint32_t row = 0; row < lex_rows(&lex, t); row++) {
            int64_t found = lex_row_by_id(&lex, t, lex_cell_at(&lex, t, row, 0));
            require(found >= 0 && (t == LEX_TENURE || found == row));
        }
}

/* The first byte chooses the table. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = { "morph/verbs.tsv",     "morph/nouns.tsv",
                                         "actor/agents.tsv",    "actor/x.tsv",
                                         "actor/countries.tsv", "event/x.tsv",
                                         "office/x.tsv",        "time/x.tsv" };
    arena a;
    jmp_buf full;
    if (size == 0)
        return 0;
    arena_init(&a, 1 << 26);
    if (setjmp(full) == 0) {
        a.full = &full;
        wq_error err = { 0 };
        wq_str one, two, text = { (const char *)data + 1, size - 1 };
        wq_str path = str_of(paths[data[0] % 8]);
        text.n = utf8_valid_prefix(text); /* files_add_folder() refuses the rest */
        wq_status st = compile(&a, path, text, &one, &err);
        if (st == WQ_OK) {
            require(compile(&a, path, text, &two, &err) == WQ_OK && str_eq(one, two));
            check_rows(one);
        } else {
            require(st == WQ_E_LEXICON && err.status == st && err.text[0]);
        }
    }
    arena_fini(&a);
    return 0;
}
