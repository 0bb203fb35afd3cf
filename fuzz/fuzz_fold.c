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
        wq_str key = lex_key(&a, text);
        require(str_eq(lex_key(&a, key), key) && !str_starts(key, STR(" ")));
    }
    arena_fini(&a);
    return 0;
}
