/* Events, actors and time expressions of a document in the formats of rows (rows/rows.h). */
#include "coder/document.h"
#include "rows/rows.h"

#include <waqai/who.h>

typedef enum row_subject { EVENTS, ACTORS, TIMES } row_subject;

typedef struct row_format {
    row_subject of;
    wq_layout layout;
} row_format;

static bool row_format_of(wq_format format, row_format *out)
{
    static const row_format formats[] = {
        [WQ_FORMAT_CSV] = { EVENTS, { WQ_ROWS_CSV, 0, 0 } },
        [WQ_FORMAT_TSV] = { EVENTS, { WQ_ROWS_TSV, 0, 0 } },
        [WQ_FORMAT_EXCEL] = { EVENTS, { WQ_ROWS_CSV, 0, 1 } },
        [WQ_FORMAT_ACTORS] = { ACTORS, { WQ_ROWS_JSONL, 0, 0 } },
        [WQ_FORMAT_ACTORS_TABLE] = { ACTORS, { WQ_ROWS_TABLE, 0, 0 } },
        [WQ_FORMAT_ACTORS_CSV] = { ACTORS, { WQ_ROWS_CSV, 0, 0 } },
        [WQ_FORMAT_ACTORS_TSV] = { ACTORS, { WQ_ROWS_TSV, 0, 0 } },
        [WQ_FORMAT_ACTORS_EXCEL] = { ACTORS, { WQ_ROWS_CSV, 0, 1 } },
        [WQ_FORMAT_TIMES_CSV] = { TIMES, { WQ_ROWS_CSV, 0, 0 } },
        [WQ_FORMAT_TIMES_TSV] = { TIMES, { WQ_ROWS_TSV, 0, 0 } },
        [WQ_FORMAT_TIMES_EXCEL] = { TIMES, { WQ_ROWS_CSV, 0, 1 } },
    };
    if ((unsigned)format >= sizeof formats / sizeof *formats)
        return false;
    *out = formats[format];
    return out->layout.format != WQ_ROWS_TABLE || format == WQ_FORMAT_ACTORS_TABLE;
}

static bool has_names(const row_format *f)
{
    return f->layout.format == WQ_ROWS_CSV || f->layout.format == WQ_ROWS_TSV;
}

static wq_rows *rows_of(const wq_document *doc, row_subject of)
{
    wq_rows *rows;
    if (of == EVENTS)
        return event_rows(doc);
    if (of == TIMES)
        return time_rows(doc);
    return wq_document_actors(doc, &rows, NULL) == WQ_OK ? rows : NULL;
}

static int into_buf(void *to, const char *p, size_t n)
{
    buf_add(to, p, n);
    return 1;
}

/* The names of the columns stand once, before the rows of all documents: wq_format_header(). */
static wq_status put_rows(wq_rows *rows, const row_format *f, buf *out)
{
    if (!has_names(f))
        return wq_rows_write(rows, &f->layout, into_buf, out, NULL, NULL);
    wq_status st;
    while ((st = wq_rows_next(rows, NULL)) == WQ_OK)
        rows_csv(rows, &f->layout, out);
    return st == WQ_END ? WQ_OK : st;
}

bool write_rows(const wq_document *doc, wq_format format, buf *out)
{
    row_format f;
    if (!row_format_of(format, &f))
        return false;
    wq_rows *rows = rows_of(doc, f.of);
    if (!rows || put_rows(rows, &f, out) != WQ_OK)
        out->failed = true;
    if (f.layout.format == WQ_ROWS_TABLE && out->n)
        buf_char(out, '\n');
    wq_rows_free(rows);
    return true;
}

wq_text wq_format_header(wq_format format)
{
    row_format f;
    buf out = { 0 };
    const wq_document none = { .mem.limit = 1 << 20 };
    wq_rows *rows =
        row_format_of(format, &f) && has_names(&f) ? rows_of(&none, f.of) : NULL;
    if (!rows)
        return (wq_text){ NULL, 0 };
    rows_csv_names(rows, &f.layout, &out);
    wq_rows_free(rows);
    if (!out.failed)
        return (wq_text){ out.p, out.n };
    buf_fini(&out);
    return (wq_text){ NULL, 0 };
}
