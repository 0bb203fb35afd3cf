/* What is known of single words, remembered from article to article: news repeats its words.
 *
 * All of it follows from the spelling and the lexicon alone, so that remembering saves time and changes nothing else.  A
 * memory belongs to one lexicon, and to one thread at a time.  What lies in it is good until the article is coded: the
 * tokens of the document, which lives longer, let go of it.                                                           */
#ifndef WAQAI_MEMORY_H
#define WAQAI_MEMORY_H

#include "text/text.h"

typedef struct known_word {
    wq_str norm;                       /* its spelling, as text_token.norm */
    const struct match_starts *starts; /* of match.c; NULL: not yet asked */
    const struct morph_word *readings; /* of the morph stage; NULL: not yet asked */
    uint32_t hash;
} known_word;

typedef struct word_memory {
    arena *
        mem; /* where what becomes known is put: `own` or, once that is full, the article's */
    known_word **slot;
    uint32_t size, n; /* slots, a power of two; words in them */
    arena own;
    size_t most;                      /* bytes of it */
    const struct time_begins *begins; /* of the time stage; NULL: not yet worked out */
    struct word_lists *lists;         /* of the event stage; likewise */
    struct np_agents *agents;         /* of the actor stage; likewise */
} word_memory;

enum { MEMORY_BYTES = 48 * 1024 * 1024 }; /* some 260,000 words */

/* On the heap, for about `most` bytes; NULL where there is no room. */
word_memory *memory_new(size_t most);
void memory_free(word_memory *m);

/* Before an article, which is going to be in `a`: forgets everything where it has become much. */
void memory_begin(word_memory *m, arena *a);
/* Behind it: the part lets go of the memory, and its tokens of their readings and phrases. */
void memory_end(text_part *part);

/* Gives each token that is a word its `word`, once: in the part's memory, or in one of its own in `a` where it has none. */
void memory_read(arena *a, text_part *part);

#endif
