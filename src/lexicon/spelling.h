/* Words as arrays of letters, for inflection.  What is written out is folded: أ إ آ alef, ى yeh, ة heh. */
#ifndef WAQAI_SPELLING_H
#define WAQAI_SPELLING_H

#include "lexicon/inflect.h"
#include "lexicon/letters.h"

enum { MAX_LETTERS = 24 };

typedef struct word {
    uint16_t c[MAX_LETTERS];
    unsigned n;
} word;

typedef struct sink {
    inflect_emit *emit;
    void *ctx;
} sink;

word spelling_read(wq_str s);            /* at FOLD_NORM; empty where it is too long */
wq_str spelling_write(arena *a, word w); /* as spelt */
void spelling_emit(sink s, word w,
                   uint32_t feats); /* folded, with the spelling of its first alef */

/* `w` with an ending of at most three letters (0 ends them), in each spelling that a last hamza of `w` may take. */
void spelling_join(sink s, word w, const uint16_t ending[3], uint32_t feats);
/* The same; an ending that begins with the consonant the word ends in is written as one with it: كنا of كان, متّ of مات. */
void spelling_join_consonant(sink s, word w, const uint16_t ending[3], uint32_t feats);

/* Up to three letters more; 0 ends them. */
static inline word plus(word w, uint16_t a, uint16_t b, uint16_t c)
{
    uint16_t more[] = { a, b, c };
    for (int i = 0; i < 3 && more[i]; i++)
        w.c[w.n++] = more[i];
    return w;
}

static inline word before(uint16_t first, word w)
{
    memmove(w.c + 1, w.c, w.n * sizeof *w.c);
    w.c[0] = first;
    w.n++;
    return w;
}

static inline word cut(word w, unsigned n)
{
    w.n -= n < w.n ? n : w.n;
    return w;
}

static inline word without(word w, unsigned at)
{
    memmove(w.c + at, w.c + at + 1, (w.n - at - 1) * sizeof *w.c);
    w.n--;
    return w;
}

static inline word with(word w, unsigned at, uint16_t letter)
{
    w.c[at] = letter;
    return w;
}

static inline bool is_weak(uint16_t c)
{
    return c == ALEF || c == WAW || c == YEH || c == ALEF_MAKSURA;
}

static inline bool same_word(word a, word b)
{
    return a.n == b.n && memcmp(a.c, b.c, a.n * sizeof *a.c) == 0;
}

#endif
