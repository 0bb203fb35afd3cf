/* What the furniture of a page says: share buttons, read-also lines, comment forms, copyright; and the
 * words that page authors put into class and id.  The vocabulary is data/page/ (LEX_PATTERN); here is
 * only the matching.
 *
 * A line is read as words: runs of Arabic letters, of Latin letters or of digits, folded; a change of
 * script ends a word ("iconوزير" is two), any number is the word 0, all else only separates.  A row of
 * data/page/ matches
 *   whole     the line is nothing but the phrase
 *   prefix    the line begins with it
 *   short     as prefix, in a line of at most five words
 *   label     the line begins with it and a colon, dash or bar follows, or nothing does
 *   suffix    the line ends with it
 *   signed    as suffix, set off by a dash, bracket, bar or colon
 *   contains  it stands anywhere in the line
 *   word      it stands anywhere in a class or id attribute; never in a line                           */
#ifndef WAQAI_PATTERN_H
#define WAQAI_PATTERN_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "page/line.h"

enum { /* a set of bits; the names in the column `kind` of data/page/, lower case: share, class_bad */
       PATTERN_SHARE = 1 << 0,
       PATTERN_RELATED = 1 << 1, /* read also: the line, or the list that it heads */
       PATTERN_COMMENT = 1 << 2,
       PATTERN_NEWSLETTER = 1 << 3, /* subscribe, follow us, support us */
       PATTERN_COPYRIGHT = 1 << 4,
       PATTERN_MENU = 1 << 5,
       PATTERN_WIDGET = 1 << 6, /* font size, print, counters, what is left of icons */
       PATTERN_THANKS = 1 << 7, /* messages of forms: sent, failed */
       PATTERN_TAGS = 1 << 8,
       PATTERN_CREDIT = 1 << 9,    /* of a photo */
       PATTERN_BYLINE = 1 << 10,   /* introduces or is a byline */
       PATTERN_AGENCY = 1 << 11,   /* names a news agency */
       PATTERN_DATELINE = 1 << 12, /* introduces the stamp of publication */
       PATTERN_END = 1 << 13,      /* everything after it is furniture */
       PATTERN_INLINE =
           1 << 14, /* the line is nothing but the phrase (rows that match whole) */
       PATTERN_CLASS_BAD = 1 << 15,
       PATTERN_CLASS_GOOD = 1 << 16,
       PATTERN_CLASS_LEAD = 1 << 17,
       PATTERN_CLASS_TITLE = 1 << 18,
       PATTERN_CLASS_DATE = 1 << 19,
       PATTERN_CLASS_BYLINE = 1 << 20,
       PATTERN_CLASS_CAPTION = 1 << 21,
       PATTERN_CLASS_RELATED = 1 << 22,
       PATTERN_LABEL = 1 << 23, /* name of a section, "live": counts only above the body */
       PATTERN_OUTLET =
           1 << 24, /* the outlet's name follows ("support ...", "the opinion of ...") */
       PATTERN_STAMP = 1 << 25, /* a word that a stamp line may hold beside the date */
       PATTERN_GENERIC =
           1 << 26, /* "the site", "the newspaper": where a name could stand, but none */
       PATTERN_UPDATED = 1 << 27, /* introduces the stamp of the last change */
       PATTERN_ZONE =
           1 << 28, /* a place whose name tells a time zone; the row's text is the zone */
       PATTERN_CLASS_ANY = PATTERN_CLASS_BAD | PATTERN_CLASS_GOOD | PATTERN_CLASS_LEAD |
                           PATTERN_CLASS_TITLE | PATTERN_CLASS_DATE | PATTERN_CLASS_BYLINE |
                           PATTERN_CLASS_CAPTION | PATTERN_CLASS_RELATED,
       /* lines that are no part of an article wherever they stand */
       PATTERN_FURNITURE = PATTERN_SHARE | PATTERN_RELATED | PATTERN_COMMENT |
                           PATTERN_NEWSLETTER | PATTERN_COPYRIGHT | PATTERN_MENU |
                           PATTERN_WIDGET | PATTERN_THANKS | PATTERN_TAGS
};

/* Kinds matched by a line of visible text (valid UTF-8); 0 where there are none.  Only the first few
 * hundred bytes of a long line are looked at, so the cost of a line is bounded.                     */
unsigned pattern_line(const lexicon *lex, wq_str line);

/* Kinds (PATTERN_CLASS_...) matched by the words of a class or id attribute, which is split at
 * anything but ASCII letters and at camelCase.                                                     */
unsigned pattern_class(const lexicon *lex, wq_str class_or_id);

/* ---- for textmeta and plain ------------------------------------------------------ */

typedef struct pattern_hit {
    unsigned kinds;
    uint32_t first, last; /* words [first, last) of the line */
} pattern_hit;

/* As pattern_line for a line already read; fills up to `max` phrases that matched otherwise than whole. */
unsigned pattern_hits(const lexicon *lex, const line_words *l, pattern_hit *hits,
                      uint32_t max, uint32_t *n);

/* Kinds of the rows with this folded key that match in the way `how` ("whole", "word"); *row (may be
 * NULL) is one of them, untouched where there are none.                                             */
unsigned pattern_phrase(const lexicon *lex, wq_str key, const char *how, uint32_t *row);

#endif
