/* Lines of text for whoever asked: what verification and comparison have found. */
#ifndef WAQAI_FINDINGS_H
#define WAQAI_FINDINGS_H

#include "record/record.h"

enum { MOST_FINDINGS = 10000 }; /* listed; all are counted */

typedef struct findings {
    buf text;
    uint32_t n;
} findings;

void finding(findings *f, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Hands the text over; WQ_E_NOMEM where it did not fit. */
wq_status findings_give(findings *f, wq_text *out, uint32_t *n, wq_error *err);

#endif
