/* Reasons and how often each occurred, for the last line of a run. */
#ifndef WAQAI_TALLY_H
#define WAQAI_TALLY_H

#include <stdint.h>
#include <stdio.h>

enum { TALLY_REASONS = 32, TALLY_TEXT = 64 };

typedef struct tally {
    struct {
        char text[TALLY_TEXT];
        uint64_t n;
    } reason[TALLY_REASONS]; /* the last gathers what there is no room for */
    unsigned n;
    uint64_t total;
} tally;

void tally_add(tally *t, const char *reason, uint64_t n);
/* " (WARC request 120, image 30, ...)", the most frequent first; nothing where it is empty. */
void tally_write(FILE *out, const tally *t);

#endif
