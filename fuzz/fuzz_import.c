/* Lists of other people: any bytes give rows that are a table, or a message. */
#include <stdlib.h>

#include "base/tsv.h"
#include "coder/document.h"

static void check_table(const wq_text *rows, uint32_t columns)
{
    tsv_reader r;
    tsv_row row;
    wq_status st = tsv_open(&r, STR("rows"), (wq_str){ rows->p, rows->n }, NULL);
    while (st == WQ_OK && (st = tsv_next(&r, &row, NULL)) == WQ_OK)
        if (row.n != columns)
            abort();
    if (st != WQ_END)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const wq_import_source SOURCES[] = { WQ_IMPORT_WIKIDATA, WQ_IMPORT_PETRARCH };
    struct wq_engine engine = { .lex = lex_builtin() };
    for (size_t i = 0; i < 2; i++) {
        wq_imported rows;
        if (wq_import(&engine, SOURCES[i], (wq_str){ (const char *)data, size }, "fuzz",
                      &rows, NULL) != WQ_OK)
            continue;
        check_table(&rows.actor_rows, 8);
        check_table(&rows.office_rows, 6);
        wq_imported_free(&rows);
    }
    return 0;
}
