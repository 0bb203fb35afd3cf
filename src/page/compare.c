#include "page/compare.h"
#include "base/utf8.h"
#include "script/fold.h"

static bool counts(uint32_t cp)
{
    return cp_is_arabic_letter(cp) || cp_is_digit(cp) || (cp >= 'a' && cp <= 'z') ||
           (cp > 0xbf && cp < 0x250);
}

wq_str compare_key(arena *a, wq_str line)
{
    line = str_sub(line, 0, COMPARE_MAX);
    char *out = arena_alloc(a, line.n * FOLD_GROWTH + 8);
    size_t w = 0;
    for (size_t i = 0; i < line.n;) {
        uint32_t cp, folded[FOLD_LONGEST];
        unsigned len = utf8_decode(line.p + i, line.n - i, &cp);
        if (len == 0)
            break; /* cut inside a character */
        i += len;
        unsigned n = fold_cp(cp, FOLD_FULL, folded);
        for (unsigned k = 0; k < n; k++)
            if (counts(folded[k]))
                w += utf8_encode(folded[k], out + w);
    }
    return (wq_str){ out, w };
}

bool compare_within(wq_str key, wq_str other, size_t least)
{
    if (key.n > other.n)
        return compare_within(other, key, least);
    if (key.n == other.n)
        return key.n > 0 && str_eq(key, other);
    return key.n > 0 && key.n >= least && str_find(other, key) >= 0;
}
