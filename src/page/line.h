/* A line of visible text read as words: runs of Arabic letters, of Latin letters or of digits, folded.
 * A change of script ends a word ("iconوزير" is two); a number, with its inner marks, is the word 0; the
 * sign © is the word copyright; all else only separates.                                             */
#ifndef WAQAI_LINE_H
#define WAQAI_LINE_H

#include "base/base.h"

enum { LINE_MAX_WORDS = 64, LINE_MAX_BYTES = 1024 };

typedef struct line_word {
    uint16_t from, to;         /* bytes of `folded` */
    uint16_t raw_from, raw_to; /* bytes of the line */
    bool number;
    uint32_t
        mark; /* first of : | / - – — ـ • · > < › » « ( ) that stands between it and the next word, or 0 */
} line_word;

typedef struct line_words {
    wq_str line;
    uint32_t n;
    bool cut; /* the line is longer; only its beginning was read */
    line_word w[LINE_MAX_WORDS];
    char folded[2 * LINE_MAX_BYTES + 2 * LINE_MAX_WORDS +
                16]; /* words joined by one space */
} line_words;

/* Reads valid UTF-8; at most LINE_MAX_WORDS words and LINE_MAX_BYTES bytes of it. */
void line_read(wq_str line, line_words *out);
/* The same, but at most `most` words, for who asks what it begins with. */
void line_read_few(wq_str line, uint32_t most, line_words *out);
/* Words [first, last) as a look-up key, and as they stand in the line. */
wq_str line_key(const line_words *l, uint32_t first, uint32_t last);
wq_str line_slice(const line_words *l, uint32_t first, uint32_t last);

/* White space of any kind, invisible marks and line ends taken off both sides. */
wq_str line_trim(wq_str line);
/* True where the line ends as a sentence does: . ! ? ؟ ؛ …, closing quotation marks and brackets aside. */
bool line_is_sentence(wq_str line);

#endif
