/* One word against the lexicon: proclitic(s) + stem + enclitic, with what may go together (after Buckwalter's tables:
 * conjunction, future or preposition, article, stem, object or possessive pronoun).                                  */
#ifndef WAQAI_WORD_H
#define WAQAI_WORD_H

#include "lexicon/lexicon.h"

enum {                       /* clitics, a set of bits */
       MORPH_WA = 1 << 0,    /* wa- and */
       MORPH_FA = 1 << 1,    /* fa- so */
       MORPH_SA = 1 << 2,    /* sa- will */
       MORPH_BI = 1 << 3,    /* bi- by, in */
       MORPH_KA = 1 << 4,    /* ka- as */
       MORPH_LI = 1 << 5,    /* li- to, for */
       MORPH_AL = 1 << 6,    /* al- the */
       MORPH_HU = 1 << 7,    /* -hu him */
       MORPH_HA = 1 << 8,    /* -ha her */
       MORPH_HUM = 1 << 9,   /* -hum, -hunna them */
       MORPH_HUMA = 1 << 10, /* -huma both of them */
       MORPH_NA = 1 << 11,   /* -na us */
       MORPH_KUM = 1 << 12,  /* -ka, -kum, -kuma you */
       MORPH_I = 1 << 13,    /* -i, -ni me */
       MORPH_PREPOSITION = MORPH_BI | MORPH_KA | MORPH_LI,
       MORPH_PRONOUN =
           MORPH_HU | MORPH_HA | MORPH_HUM | MORPH_HUMA | MORPH_NA | MORPH_KUM | MORPH_I
};

/* One reading: form = proclitics + [from, to) + enclitics, in bytes. */
typedef void word_visit(void *ctx, uint16_t clitics, uint32_t from, uint32_t to,
                        const lex_entry *entry);

/* Every reading of a folded form, the longest stems first.  `visit` may be NULL.  Returns their number. */
uint32_t word_analyse(const lexicon *lex, wq_str form, word_visit *visit, void *ctx);

/* The remainders of `form` after each possible row of proclitics, itself first; "لل" gives back the article.
 * Fills `out`, at most `max`, and returns their number.  A remainder may lie in `scratch` (form.n + 4 bytes). */
typedef struct word_bare {
    wq_str form;
    uint16_t clitics;
    uint8_t letters; /* letters of the folded form taken off in front */
} word_bare;
uint32_t word_strip(wq_str form, word_bare *out, uint32_t max, char *scratch);

/* The other way round: `form` with each possible row of proclitics before it, itself first, for who looks for a word in
 * texts.  A form without the article gets it too.  Fills `out`, in `mem`, and returns their number.                  */
enum { WORD_MOST_DRESSED = 27 };
uint32_t word_dress(arena *mem, wq_str form, wq_str out[WORD_MOST_DRESSED]);

#endif
