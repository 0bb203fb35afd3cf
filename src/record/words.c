#include "record/words.h"

#include <stdlib.h>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "script/fold.h"

/* What `unicode61` takes for part of a word: letters, digits and what is for private use. */
static bool is_of_word(uint32_t cp)
{
    return U_GET_GC_MASK((UChar32)cp) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK);
}

/* Bytes from text[i] on that stay: ASCII, and the letters that nearly all of Arabic is written with. */
static size_t plain_from(const char *text, size_t n, size_t i)
{
    size_t from = i;
    while (i < n) {
        unsigned char c = (unsigned char)text[i];
        unsigned char next = i + 1 < n ? (unsigned char)text[i + 1] : 0;
        bool letter =
            (c == 0xd8 && next >= 0xa1) || (c == 0xd9 && next >= 0x81 && next <= 0x8a);
        if (c >= 0x80 && !letter)
            break;
        i += letter ? 2 : 1;
    }
    return i - from;
}

size_t words_blank(char *text, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n;) {
        uint32_t cp;
        size_t same = plain_from(text, n, i);
        unsigned len = same ? 0 : utf8_decode(text + i, n - i, &cp);
        bool keep = same || !len || is_of_word(cp);
        size_t take = same ? same : len ? len : 1;
        if (keep && out < i)
            memmove(text + out, text + i, take);
        else if (!keep)
            text[out] = ' ';
        out += keep ? take : 1;
        i += take;
    }
    return out;
}

wq_str words_fold(arena *a, wq_str text)
{
    char *out = arena_room(a, text.n * FOLD_GROWTH + 1);
    return (wq_str){ out, words_blank(out, fold_into(text, FOLD_FULL, out)) };
}

void words_sql(sqlite3_context *context, int n, sqlite3_value **value)
{
    (void)n;
    const char *text = (const char *)sqlite3_value_text(value[0]);
    size_t bytes = (size_t)sqlite3_value_bytes(value[0]);
    char *copy = text ? malloc(bytes + 1) : NULL;
    if (copy)
        sqlite3_result_text64(context, copy, words_blank(memcpy(copy, text, bytes), bytes),
                              free, SQLITE_UTF8);
    else if (text)
        sqlite3_result_error_nomem(context);
}
