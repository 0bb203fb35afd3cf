/* Questions to the record: their filter, the record they ask, and rows written as the user wants them. */
#ifndef WAQAI_ANSWER_H
#define WAQAI_ANSWER_H

#include <waqai/query.h>

#include "cli.h"
#include "output.h"

typedef struct answer {
    const args *a;
    wq_filter filter;
    wq_record *record;
    output out;
    wq_error err;
} answer;

wq_rows_format rows_format(const char *name); /* of --format */
/* Columns of the terminal that standard output is; 0: it is none, or --output is given. */
unsigned output_columns(const args *a);

/* Reads the filter and opens record and output.  EXIT_FINE, or what to exit with after its message. */
int answer_open(answer *w, const args *a);
/* Writes rows and frees them, in the layout of --format and --excel. */
wq_status answer_write(answer *w, wq_rows *rows, uint64_t *written);
/* Closes all, says what failed, gives the exit status. */
int answer_close(answer *w, wq_status st);

typedef wq_status answer_rows(answer *w, wq_rows **out);
/* All of it for a command that gives rows. */
int answer_command(const args *a, answer_rows *ask);

int answer_sink(void *out, const char *p, size_t n); /* a wq_sink for `out`, an output */

#endif
