#include "coder/document_rows.h"

#include <stdlib.h>

wq_rows *document_rows(const wq_document *doc, const rows_source *source,
                       const rows_column *column, uint32_t n_columns)
{
    document_reading *r = malloc(sizeof *r);
    wq_rows *rows = r ? rows_new(source, r, column, n_columns) : NULL;
    if (!rows) {
        free(r);
        return NULL;
    }
    *r = (document_reading){ .doc = doc };
    return rows;
}

void document_set_cells(wq_rows *rows, const wq_document *doc)
{
    rows_set_text(rows, DOCUMENT_ID, doc->page.id);
    rows_set_text(rows, DOCUMENT_PUBLISHED, doc->page.published);
    rows_set_text(rows, DOCUMENT_URL, doc->page.url);
}
