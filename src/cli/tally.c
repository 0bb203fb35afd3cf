#include "tally.h"

#include <stdbool.h>
#include <string.h>

enum { SHOWN = 4 };

void tally_add(tally *t, const char *reason, uint64_t n)
{
    unsigned i = 0;
    while (i < t->n && strncmp(t->reason[i].text, reason, TALLY_TEXT - 1) != 0)
        i++;
    if (i == TALLY_REASONS)
        snprintf(t->reason[--i].text, TALLY_TEXT, "other reasons");
    else if (i == t->n)
        snprintf(t->reason[t->n++].text, TALLY_TEXT, "%s", reason);
    t->reason[i].n += n;
    t->total += n;
}

void tally_write(FILE *out, const tally *t)
{
    bool shown[TALLY_REASONS] = { false };
    unsigned k = 0;
    for (; k < SHOWN && k < t->n; k++) {
        unsigned best = TALLY_REASONS;
        for (unsigned i = 0; i < t->n; i++)
            if (!shown[i] && (best == TALLY_REASONS || t->reason[i].n > t->reason[best].n))
                best = i;
        shown[best] = true;
        fprintf(out, "%s%s %llu", k ? ", " : " (", t->reason[best].text,
                (unsigned long long)t->reason[best].n);
    }
    if (k)
        fputs(k < t->n ? ", ...)" : ")", out);
}
