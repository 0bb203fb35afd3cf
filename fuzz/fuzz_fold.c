/* Folding any bytes: the result is UTF-8, at most FOLD_GROWTH times as long, and folds to itself; FOLD does not see what NORM does. */
#include <stdlib.h>

#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "script/fold.h"

static void require(bool holds)
{
    if (!holds)
        abort();
}

/* The maps are those of the same text, never fall, and end at the ends; each letter is found from its origin. */
static void check_map(arena *a, wq_str raw, fold_level level)
{
    uint32_t bad;
    wq_str text = utf8_repair(a, raw, &bad);
    fold_map m = fold_mapped(a, text, level);
    require(str_eq(m.text, fold_str(a, text, level)));
    require(m.n_original == utf8_count(text) && m.n_text == utf8_count(m.text));
    require(m.original[m.n_text] == m.n_original && m.folded[m.n_original] == m.n_text);
    for (uint32_t i = 0; i < m.n_text; i++) {
        require(m.original[i] <= m.original[i + 1]);
        require(m.folded[m.original[i]] <= i);
    }
    for (uint32_t k = 0; k < m.n_original; k++)
        require(m.folded[k] <= m.folded[k + 1]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    jmp_buf full;
    arena_init(&a, 1 << 26);
    if (setjmp(full) == 0) {
        a.full = &full;
        wq_str text = { (const char *)data, size };
        wq_str norm = fold_str(&a, text, FOLD_NORM), fold = fold_str(&a, text, FOLD_FULL);
        require(norm.n <= FOLD_GROWTH * size && fold.n <= FOLD_GROWTH * size);
        require(utf8_valid_prefix(norm) == norm.n && utf8_valid_prefix(fold) == fold.n);
        require(str_eq(fold_str(&a, norm, FOLD_NORM), norm));
        require(str_eq(fold_str(&a, fold, FOLD_FULL), fold));
        require(str_eq(fold_str(&a, norm, FOLD_FULL), fold));
        check_map(&a, text, FOLD_NORM);
        check_map(&a, text, FOLD_FULL);
        wq_str key = lex_key(&a, text);
        require(str_eq(lex_key(&a, key), key) && !str_starts(key, STR(" ")));
    }
    arena_fini(&a);
    return 0;
}
