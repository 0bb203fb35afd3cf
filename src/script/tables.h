/* The tables that tools/foldc makes of data/script/fold*.tsv; their definitions are in the build's fold_tables.c.
 *
 * Code points below 0x10000 come in pages of 64; number[] says which page a code point is on, 0 where the whole page changes
 * nothing.  A value is the code point that stands for the one at its place, 0 where it is dropped, or FOLD_LONG and above the
 * number of a sequence.                                                                                                 */
#ifndef WAQAI_FOLD_TABLES_H
#define WAQAI_FOLD_TABLES_H

#include <stdint.h>

enum { FOLD_PAGE = 64, FOLD_PAGES = 0x10000 / FOLD_PAGE, FOLD_LETTERS = 4 };
enum { FOLD_LONG = 0xe000 }; /* private use, which no letter is folded to */

extern const uint16_t fold_norm_page[][FOLD_PAGE], fold_full_page[][FOLD_PAGE];
extern const uint8_t fold_norm_number[FOLD_PAGES], fold_full_number[FOLD_PAGES];
extern const uint16_t fold_norm_sequence[][FOLD_LETTERS],
    fold_full_sequence[][FOLD_LETTERS];
extern const uint32_t fold_n_sequences;

/* Of the code points of at most two bytes, which are nearly all there are, what a tokenizer asks: a set of bits. */
enum {
    FOLD_SMALL = 0x800,
    FOLD_IS_LETTER = 1,  /* cp_is_arabic_letter() */
    FOLD_IS_MARK = 2,    /* cp_is_mark() */
    FOLD_NORM_OTHER = 4, /* level norm changes or drops it */
    FOLD_FULL_OTHER = 8  /* so does level full */
};
extern const uint8_t fold_class[FOLD_SMALL];

#endif
