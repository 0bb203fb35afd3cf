/* Toponyms: towns, countries, buildings; candidates with their coordinates.  Whether a word is meant as a place or as the
 * government that sits there is for the later stages to say.                                                           */
#ifndef WAQAI_PLACE_H
#define WAQAI_PLACE_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

typedef enum place_rank {
    PLACE_COUNTRY,
    PLACE_REGION,
    PLACE_CAPITAL,
    PLACE_TOWN,
    PLACE_BUILDING
} place_rank;

typedef struct place_mention {
    uint32_t first, last; /* tokens [first, last) of the part */
    uint16_t clitics;     /* proclitics of the first token */
    wq_str name, country; /* canonical name; ISO 3166-1 alpha-3 */
    uint32_t geonames;    /* 0: none */
    double lat, lon;
    uint8_t rank; /* place_rank */
    bool
        weak; /* also an ordinary word or name: needs a preposition or a word like "city" before it */
} place_mention;

typedef struct place_list {
    place_mention *v;
    uint32_t n;
} place_list;

/* In order, not overlapping, the longest match at each token. */
void place_find(const lexicon *lex, arena *a, const text_part *part, place_list *out);

#endif
