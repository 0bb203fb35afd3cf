/* Tables in tab-separated text, as data/README.md describes them. */
#ifndef WAQAI_TSV_H
#define WAQAI_TSV_H

#include "base/base.h"

enum { TSV_MAX_COLUMNS = 24 };

typedef struct tsv_row {
    wq_str file;   /* name for messages */
    uint32_t line; /* from 1 */
    uint32_t n;
    wq_str cell[TSV_MAX_COLUMNS]; /* slices of the text; "-" becomes empty */
} tsv_row;

typedef struct tsv_reader {
    wq_str file, rest;
    uint32_t line;
    tsv_row header;
} tsv_reader;

/* Starts reading `text` (valid UTF-8, borrowed).  The first line that is no comment names
 * the columns.  Fails with WQ_E_FORMAT: empty file, too many columns; err->pos is the line. */
wq_status tsv_open(tsv_reader *r, wq_str file, wq_str text, wq_error *err);

/* The next row: WQ_OK, WQ_END, or WQ_E_FORMAT (another number of cells than the header). */
wq_status tsv_next(tsv_reader *r, tsv_row *row, wq_error *err);

int tsv_column(const tsv_row *header, const char *name); /* index or -1 */

#endif
