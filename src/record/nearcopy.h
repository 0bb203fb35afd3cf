/* Near-copies: reprints and lightly edited agency copy.
 *
 * Two texts are as alike as the share of their three-word shingles (folded words) that both have: Jaccard's index.  It is
 * estimated by MinHash with one permutation: shingle hashes fall into 128 bins, each bin keeps 16 bits of its least
 * hash, and the share of equal bins estimates the index within 0.04.
 *
 * Not all pairs are compared.  The 128 values make 32 bands of 4; texts that agree in one whole band are compared.
 * With index s that happens with probability 1 - (1 - s^4)^32: 0.9996 at 0.7, 0.99 at 0.6, 0.87 at 0.5, 0.04 at 0.2.  Bands are
 * sorted, so the work is n log n.  Texts published more than two weeks apart are no reprints, and those without a day
 * are compared among themselves only.                                                                              */
#ifndef WAQAI_NEARCOPY_H
#define WAQAI_NEARCOPY_H

#include "base/base.h"

enum {
    NEARCOPY_BINS = 128,
    NEARCOPY_BANDS = 32,
    NEARCOPY_ROWS = NEARCOPY_BINS / NEARCOPY_BANDS,
    NEARCOPY_BYTES = 2 * NEARCOPY_BINS,
    NEARCOPY_WORDS = 24, /* shorter texts have no signature */
    NEARCOPY_DAYS = 14
};
#define NEARCOPY_ALIKE 0.6

/* The signature of a folded text, NEARCOPY_BYTES (little endian), in the arena; empty where it is too short. */
wq_str nearcopy_signature(arena *a, wq_str folded);
double nearcopy_similarity(const unsigned char *a, const unsigned char *b);
uint64_t nearcopy_band(const unsigned char *signature, unsigned band);

#endif
