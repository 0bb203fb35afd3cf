#include "lexicon/respell.h"

#include "script/letters.h"
#include "script/skeleton.h"

enum { LEAST = 3 }; /* letters of the last word's skeleton */

static wq_str first_word(wq_str name)
{
    const char *space = memchr(name.p, ' ', name.n);
    return str_sub(name, 0, space ? (size_t)(space - name.p) : 0);
}

static wq_str last_word(wq_str name)
{
    size_t at = name.n;
    while (at > 0 && name.p[at - 1] != ' ')
        at--;
    return str_sub(name, at, name.n);
}

void respell_keys(wq_str name, void (*emit)(void *ctx, wq_str key), void *ctx)
{
    char key[2 * SKELETON_MOST + 4] = "~", last[SKELETON_MOST];
    wq_str given = first_word(name), surname = last_word(name);
    if (given.n == 0 || str_starts(surname, STR(AR_AL))) /* the article */
        return;
    unsigned n = skeleton_of(given, key + 1), m = skeleton_of(surname, last);
    if (n == 0 || m < LEAST)
        return;
    char *tail = key + 1 + n;
    *tail++ = '/';
    memcpy(tail, last, m);
    emit(ctx, (wq_str){ key, (size_t)(tail - key) + m });
    for (unsigned i = 0; i < m && m > LEAST; i++) {
        memcpy(tail, last, i);
        memcpy(tail + i, last + i + 1, m - i - 1);
        emit(ctx, (wq_str){ key, (size_t)(tail - key) + m - 1 });
    }
}
