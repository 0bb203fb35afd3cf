/* Between lattice.c and number.c. */
#ifndef WAQAI_TIME_LATTICE_H
#define WAQAI_TIME_LATTICE_H

#include "time/grammar.h"

typedef struct reader {
    const lexicon *lex;
    arena *mem;
    const text_part *part;
    int kind_column, value_column;
    uint8_t *row_kind;          /* per row of the time table: 0 unseen, else index + 1 */
    const time_reading *single; /* readings of tokens by themselves ... */
    const uint32_t *first;      /* ... those of token i from single[first[i]] */
    VEC(time_reading) list;
} reader;

/* The first reading of this class at the token, or NULL. */
const time_reading *time_reading_at(const reader *r, uint32_t token, time_class class);

/* Adds the readings of a number in figures. */
void time_read_number(reader *r, uint32_t token);
/* Adds those of a number in words that starts at the token. */
void time_read_numeral(reader *r, uint32_t token);
/* A cardinal in words; false where there is none. */
bool time_spelled_number(const reader *r, uint32_t token, time_reading *out);

#endif
