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
    bool homonym; /* GeoNames has several towns of this name: place_settle() */
    bool
        weak; /* also an ordinary word or name: needs a preposition or a word like "city" before it */
} place_mention;

typedef struct place_list {
    place_mention *v;
    uint32_t n;
} place_list;

/* In order, not overlapping, the longest match at each token. */
void place_find(const lexicon *lex, arena *a, const text_part *part, place_list *out);

typedef struct place_countries { /* how much the article is about a country */
    uint32_t (*weight)(void *ctx, wq_str country);
    void *ctx;
} place_countries;

/* Of towns of one name, where place_find() has taken the largest, takes the one of the country that the article is about; in
 * one country the one nearest to other towns of the text.                                                               */
void place_settle(const lexicon *lex, arena *a, const text_part *part, place_list *list,
                  const place_countries *of);

#endif
