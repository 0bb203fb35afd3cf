/* Names and phrases of the lexicon at a token: every match, the longest first. */
#ifndef WAQAI_MATCH_H
#define WAQAI_MATCH_H

#include "lexicon/word.h"
#include "text/text.h"

enum { MATCH_MAX = 12 };

typedef struct match_hit {
    uint32_t tokens;        /* how many it takes */
    uint16_t clitics;       /* proclitics taken off the first token */
    const lex_entry *entry; /* entries of the phrase */
    uint32_t n;
    uint32_t
        tables; /* theirs, a set of LEX_BIT(): who wants others need not look at them */
    uint64_t
        kinds; /* of those that are function words or cues, a set of str_bit(): likewise */
} match_hit;

/* Fills `out`, at most `max`, sorted by length, then by fewer clitics; returns their number.  Quotation marks between
 * the words of a phrase are passed over.                                                                         */
uint32_t match_at(const lexicon *lex, const text_part *part, uint32_t first, match_hit *out,
                  uint32_t max);

/* Finds them once for all tokens of a part, whose words several stages ask for again: match_at() then copies. */
void match_prepare(const lexicon *lex, arena *a, text_part *part);
/* What match_prepare() has found at a token. */
typedef struct match_hits {
    uint32_t n;
    uint32_t tables; /* of all hits */
    uint64_t kinds;  /* likewise */
    match_hit hit[];
} match_hits;

const match_hit *match_look(const lexicon *lex, const text_part *part, uint32_t first,
                            match_hit room[MATCH_MAX], uint32_t *n);
/* The same without a copy where it has; else they are put into `room`. */
static inline const match_hit *match_list(const lexicon *lex, const text_part *part,
                                          uint32_t first, match_hit room[MATCH_MAX],
                                          uint32_t *n)
{
    const match_hits *kept = part->token[first].match;
    if (!kept)
        return match_look(lex, part, first, room, n);
    *n = kept->n;
    return kept->hit;
}

/* May some phrase at the token be of one of these tables, a set of LEX_BIT(), or of this kind?  Mostly not; true also where
 * match_prepare() has not looked.                                                                                     */
static inline bool match_may_be(const text_token *t, uint32_t tables)
{
    return !t->match || (t->match->tables & tables);
}
static inline __attribute__((always_inline)) bool match_may_be_kind(const text_token *t,
                                                                    wq_str kind)
{
    return !t->match || (t->match->kinds & str_bit(kind));
}

/* False where no phrase of several words begins with the token, with or without proclitics; true also where match_prepare()
 * has not looked.                                                                                                    */
bool match_may_go_on(const text_token *t);
/* word_strip() of the token, as far as is known without the ways in which it begins no phrase of several words. */
uint32_t match_openings(const text_token *t, word_bare *out, uint32_t max, char *scratch);

/* Is the phrase a row of this kind in morph/function.tsv?  Only where `kinds` says that it may. */
bool match_has_kind(const lexicon *lex, const match_hit *hit, wq_str kind);
static inline __attribute__((always_inline)) bool
match_is_function(const lexicon *lex, const match_hit *hit, wq_str kind)
{
    return (hit->kinds & str_bit(kind)) && match_has_kind(lex, hit, kind);
}

#endif
