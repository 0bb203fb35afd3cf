/* Words taken apart: proclitics, stem, enclitics; every analysis the lexicon allows, best first. */
#ifndef WAQAI_MORPH_H
#define WAQAI_MORPH_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

enum { /* clitics, a set of bits */
    MORPH_WA = 1 << 0,  /* wa- and */
    MORPH_FA = 1 << 1,  /* fa- so */
    MORPH_SA = 1 << 2,  /* sa- will */
    MORPH_BI = 1 << 3,  /* bi- by, in */
    MORPH_KA = 1 << 4,  /* ka- as */
    MORPH_LI = 1 << 5,  /* li- to, for */
    MORPH_AL = 1 << 6,  /* al- the */
    MORPH_ALIF = 1 << 7, /* interrogative a- */
    MORPH_HU = 1 << 8,  /* -hu him */
    MORPH_HA = 1 << 9,  /* -ha her */
    MORPH_HUM = 1 << 10, /* -hum, -hunna them */
    MORPH_HUMA = 1 << 11, /* -huma both of them */
    MORPH_NA = 1 << 12, /* -na us */
    MORPH_KUM = 1 << 13, /* -ka, -kum, -kuma you */
    MORPH_I = 1 << 14,  /* -i, -ni me */
    MORPH_PREPOSITION = MORPH_BI | MORPH_KA | MORPH_LI,
    MORPH_PRONOUN = MORPH_HU | MORPH_HA | MORPH_HUM | MORPH_HUMA | MORPH_NA | MORPH_KUM | MORPH_I
};

typedef struct morph_analysis {
    uint16_t clitics;
    uint8_t stem_from, stem_to; /* bytes of token.form; the stem as looked up may be mended */
    lex_entry entry;
} morph_analysis;

typedef struct morph_word {
    const morph_analysis *v;
    uint32_t n;
    bool known; /* in any lexicon after clitics are taken off; a word that is not may be a name */
} morph_word;

void morph_analyse(const lexicon *lex, arena *a, text_part *part);

/* The ways a token's form can lose its proclitics, itself included, longest remainder first; for matching names.
 * Fills up to `max` (form remainder, clitics) pairs and returns their number.                                   */
typedef struct morph_bare {
    wq_str form;
    uint16_t clitics;
    uint8_t n_cp; /* code points taken off, as letters of the folded form */
} morph_bare;
uint32_t morph_strip(wq_str form, morph_bare *out, uint32_t max);

/* The first analysis that has this table (and form, if not negative); NULL where there is none. */
const morph_analysis *morph_as(const text_token *t, lex_table table, int form);

#endif
