/* A document as a source of rows (rows/rows.h): where the reading stands, and the cells that every row has. */
#ifndef WAQAI_DOCUMENT_ROWS_H
#define WAQAI_DOCUMENT_ROWS_H

#include "coder/document.h"
#include "rows/rows.h"

typedef struct document_reading {
    const wq_document *doc;
    uint32_t at; /* the next event or time expression */
} document_reading;

/* The first columns of such rows. */
enum { DOCUMENT_ID, DOCUMENT_PUBLISHED, DOCUMENT_URL, DOCUMENT_COLUMNS };

/* Rows whose `self` is a document_reading; NULL where memory ran out.  The document must outlive them. */
wq_rows *document_rows(const wq_document *doc, const rows_source *source,
                       const rows_column *column, uint32_t n_columns);
/* Fills the first columns. */
void document_set_cells(wq_rows *rows, const wq_document *doc);

#endif
