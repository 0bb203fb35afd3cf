/* All rows in one of the common formats. */
#include <math.h>

#include "base/json.h"
#include "rows/rows.h"

static void json_list(buf *out, const rows_cell *c)
{
    json_open(out, '[');
    for (uint32_t i = 0; i < c->n_items; i++) {
        if (i)
            buf_char(out, ',');
        json_str(out, c->item[i]);
    }
    json_close(out, ']');
}

/* A list that holds nothing is an empty list; everything else unknown is null. */
static void json_cell(buf *out, wq_kind kind, const rows_cell *c)
{
    if (kind == WQ_LIST)
        json_list(out, c);
    else if (!c->known || (kind == WQ_REAL && !isfinite(c->real)))
        buf_str(out, STR("null"));
    else if (kind == WQ_INTEGER)
        buf_printf(out, "%lld", (long long)c->integer);
    else if (kind == WQ_REAL)
        buf_printf(out, "%.15g", c->real);
    else if (kind == WQ_JSON)
        buf_str(out, c->text);
    else
        json_str(out, c->text);
}

void rows_json(const wq_rows *rows, buf *out)
{
    buf_char(out, '{');
    for (uint32_t i = 0; i < rows->n_columns; i++) {
        if (!rows_shown(rows, i, WQ_ROWS_JSON))
            continue;
        json_key(out, rows->column[i].name);
        json_cell(out, rows->column[i].kind, &rows->cell[i]);
    }
    buf_char(out, '}');
}

bool rows_shown(const wq_rows *rows, uint32_t column, wq_rows_format format)
{
    bool people = format == WQ_ROWS_TABLE || format == WQ_ROWS_RECORDS;
    return rows->column[column].use != (people ? ROWS_FOR_PROGRAMS : ROWS_FOR_PEOPLE);
}

/* ---- the formats, row by row ------------------------------------------------------------ */

typedef struct writing {
    const wq_layout *layout;
    wq_sink *sink;
    void *to;
    buf out;
    uint64_t n;
} writing;

static wq_status flush(writing *w, wq_error *err)
{
    if (w->out.failed)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    if (w->out.n && !w->sink(w->to, w->out.p, w->out.n))
        return fail(err, WQ_E_IO, 0, "writing failed");
    w->out.n = 0;
    return WQ_OK;
}

static wq_status begin(writing *w, const wq_rows *rows, wq_error *err)
{
    if (w->layout->format == WQ_ROWS_JSON)
        buf_str(&w->out, STR("[\n"));
    else if (w->layout->format == WQ_ROWS_CSV || w->layout->format == WQ_ROWS_TSV)
        rows_csv_names(rows, w->layout, &w->out);
    return flush(w, err);
}

/* An object of an array stays in `out` until it is known whether a comma follows it. */
static wq_status array_item(writing *w, const wq_rows *rows, wq_error *err)
{
    if (w->n)
        buf_str(&w->out, STR(",\n"));
    wq_status st = flush(w, err);
    rows_json(rows, &w->out);
    return st;
}

static wq_status one(writing *w, const wq_rows *rows, wq_error *err)
{
    switch (w->layout->format) {
    case WQ_ROWS_JSON:
        return array_item(w, rows, err);
    case WQ_ROWS_JSONL:
        rows_json(rows, &w->out);
        buf_char(&w->out, '\n');
        break;
    case WQ_ROWS_RECORDS:
        rows_record(rows, w->layout->width, &w->out);
        break;
    default:
        rows_csv(rows, w->layout, &w->out);
    }
    return flush(w, err);
}

static wq_status end(writing *w, wq_error *err)
{
    if (w->layout->format == WQ_ROWS_JSON)
        buf_str(&w->out, w->n ? STR("\n]\n") : STR("]\n"));
    return flush(w, err);
}

static wq_status write_rows(writing *w, wq_rows *rows, wq_error *err)
{
    wq_status st = begin(w, rows, err);
    while (st == WQ_OK && (st = wq_rows_next(rows, err)) == WQ_OK) {
        st = one(w, rows, err);
        w->n++;
    }
    return st == WQ_END ? end(w, err) : st;
}

wq_status wq_rows_write(wq_rows *rows, const wq_layout *layout, wq_sink *sink, void *to,
                        uint64_t *written, wq_error *err)
{
    uint64_t ignored;
    written = written ? written : &ignored;
    *written = 0;
    if (layout->format == WQ_ROWS_TABLE)
        return rows_write_table(rows, layout, sink, to, written, err);
    writing w = { .layout = layout, .sink = sink, .to = to };
    wq_status st = write_rows(&w, rows, err);
    *written = w.n;
    buf_fini(&w.out);
    return st;
}
