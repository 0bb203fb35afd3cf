/* Inside the text stage: the tokenizer's state. */
#ifndef WAQAI_SCAN_H
#define WAQAI_SCAN_H

#include "text/text.h"

typedef struct text_scan {
    const lexicon *lex;
    arena *mem;
    wq_str raw;
    size_t at;   /* byte */
    uint32_t cp; /* code points before it */
    bool space;  /* white space since the last token */
    VEC(text_token) tokens;
} text_scan;

/* Adds the next token; a line feed is one too (TOKEN_PUNCT).  False at the end. */
bool text_scan_next(text_scan *s);

#endif
