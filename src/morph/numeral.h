/* Cardinals in figures and in words: خمسة, ثلاثة وعشرون, 1,500, 12 ألف, ثلاثة آلاف ومئتان. */
#ifndef WAQAI_NUMERAL_H
#define WAQAI_NUMERAL_H

#include "lexicon/lexicon.h"
#include "text/text.h"

/* One more word of a number in words, `total` so far; false where the number is over.  `joined`: it has wa-;
 * `big`: thousand, million: it multiplies what is below it.                                                  */
bool numeral_extend(uint64_t *total, uint64_t value, bool joined, bool big);

/* The number that begins at token `at`: its value, and the token behind it.  False where there is none: a date, a
 * time of day, an ordinal.  Words of number are those of data/time (kinds numeral, numeral_big).              */
bool numeral_at(const lexicon *lex, const text_part *part, uint32_t at, uint64_t *value,
                uint32_t *behind);

#endif
