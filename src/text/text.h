/* Text as the later stages see it: paragraphs, sentences, tokens with their folded forms, quotations.
 *
 * A document has two parts, title and text.  Offsets of a token are kept twice: bytes of its part (for
 * slices) and code points (for output).  Masked words are restored in `form` and `norm`, never in the text. */
#ifndef WAQAI_TEXT_H
#define WAQAI_TEXT_H

#include "base/base.h"
#include "lexicon/lexicon.h"

typedef enum token_kind {
    TOKEN_WORD,  /* Arabic letters */
    TOKEN_LATIN, /* letters of other scripts */
    TOKEN_NUMBER, /* digits, with inner . , : / - as written: 10:38, 2020.09.05, 3.5, 26/5/1447 */
    TOKEN_PUNCT /* one mark */
} token_kind;

typedef struct text_token {
    uint32_t byte, n_byte; /* in the part */
    uint32_t cp, n_cp;     /* in the part */
    wq_str form;           /* folded (FOLD_FULL), unmasked; for numbers ASCII digits */
    wq_str norm;           /* as form at FOLD_NORM */
    uint8_t kind;          /* token_kind */
    bool masked;           /* was restored */
    bool space_before;
    uint8_t quote; /* 0, or 1 + index % 255 of the innermost quotation it stands in */
    const struct morph_word *morph; /* set by the morph stage until memory_end(), or NULL */
    const struct match_hits *match; /* set by match_prepare() until memory_end(), or NULL */
    struct known_word *word;        /* set by memory_read() until memory_end(), or NULL */
} text_token;

typedef struct text_sentence {
    uint32_t first, last; /* tokens [first, last) of the part */
    uint32_t paragraph;   /* from 0 */
    bool headline;        /* the title, or a subhead */
} text_sentence;

/* Something between quotation marks; `first` is the token after the opening mark. */
typedef struct text_quotation {
    uint32_t first, last; /* tokens [first, last) */
    bool closed;
} text_quotation;

typedef struct text_part {
    wq_part which;
    wq_str raw; /* valid UTF-8 */
    text_token *token;
    uint32_t n_tokens;
    text_sentence *sentence;
    uint32_t n_sentences;
    text_quotation *quotation;
    uint32_t n_quotations;
    struct word_memory *memory; /* what is known of words; NULL: nothing before this part */
    bool remembered;            /* memory_read() has given the tokens their words */
} text_part;

/* Everything in the arena; never fails but by the arena's ceiling. */
void text_analyse(const lexicon *lex, arena *a, wq_part which, wq_str raw, text_part *out);

/* A token of the part as the page writes it. */
static inline wq_str text_raw(const text_part *p, const text_token *t)
{
    return str_sub(p->raw, t->byte, t->byte + t->n_byte);
}

/* Is it written with this mark, which `norm` is without?  Most words are as they are, and `norm` a slice of the text. */
static inline bool text_has_mark(const text_part *p, const text_token *t, wq_str mark)
{
    return t->norm.p != p->raw.p + t->byte && str_find(text_raw(p, t), mark) >= 0;
}

wq_str text_slice(const text_part *p, uint32_t first,
                  uint32_t last); /* as written, tokens [first, last) */
wq_span text_span(const text_part *p, uint32_t first,
                  uint32_t last); /* code points of the same */
/* The same without the proclitics of the first token (a set of MORPH_ bits, lexicon/word.h); they stay where the spelling
 * has melted them into the word (لل).                                                                                */
wq_span text_span_bare(const text_part *p, uint32_t first, uint32_t last, uint16_t clitics);
wq_str text_slice_bare(const text_part *p, uint32_t first, uint32_t last, uint16_t clitics);

#endif
