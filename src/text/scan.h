/* Inside the text stage: the tokenizer's state. */
#ifndef WAQAI_SCAN_H
#define WAQAI_SCAN_H

#include "text/text.h"

typedef struct text_scan {
    const lexicon *lex;
    arena *mem;
    wq_str raw;
    size_t at;         /* byte */
    uint32_t cp;       /* code points before it */
    bool space;        /* white space since the last token */
    size_t no_address; /* end of the run of signs that was found to be no address */
    VEC(text_token) tokens;
} text_scan;

/* Adds the next token; a line feed is one too (TOKEN_PUNCT).  False at the end. */
bool text_scan_next(text_scan *s);

/* The code point at `at` and its bytes; 0 and 0 at the end. */
uint32_t text_peek(const text_scan *s, size_t at, unsigned *len);
/* The end of the code points from `at` on that are members. */
size_t text_run(const text_scan *s, size_t at, bool (*member)(uint32_t));
bool text_in_word(uint32_t cp); /* an Arabic letter, or a mark on one */

#endif
