/* Rows from inside: a source that fills cells, and the writers.
 *
 * Whoever answers a question gives a source; it fills `cell` for the next row from memory that holds until the
 * row after it (rows->mem is emptied before each).                                                            */
#ifndef WAQAI_ROWS_SOURCE_H
#define WAQAI_ROWS_SOURCE_H

#include <waqai/rows.h>

#include "base/base.h"

typedef enum rows_use { ROWS_ALWAYS, ROWS_FOR_PEOPLE, ROWS_FOR_PROGRAMS } rows_use;

typedef struct rows_column {
    const char *name;
    wq_kind kind;
    rows_use
        use; /* tables and records leave out what is for programs, the others what is for people */
} rows_column;

typedef struct rows_cell {
    bool known;
    wq_str text; /* WQ_TEXT, WQ_LONG, WQ_JSON */
    int64_t integer;
    double real;
    const wq_str *item; /* WQ_LIST */
    uint32_t n_items;
} rows_cell;

typedef struct rows_source {
    /* WQ_OK with rows->cell filled, WQ_END, or a failure told in *err */
    wq_status (*next)(wq_rows *rows, wq_error *err);
    void (*fini)(void *self); /* or NULL */
} rows_source;

struct wq_rows {
    const rows_source *source;
    void *self;
    const rows_column *column; /* outlive the rows, or are in `own` */
    uint32_t n_columns;
    rows_cell *cell; /* of the row at hand, all unknown before next() */
    arena mem;       /* of the row at hand */
    arena own;       /* of the rows */
    uint64_t nth;    /* rows given so far */
};

/* NULL where memory ran out. */
wq_rows *rows_new(const rows_source *source, void *self, const rows_column *column,
                  uint32_t n_columns);

/* Filling a cell; what is pointed to must hold until the next row. */
void rows_set_text(wq_rows *rows, uint32_t column, wq_str text); /* p == NULL: unknown */
void rows_set_integer(wq_rows *rows, uint32_t column, int64_t value);
void rows_set_real(wq_rows *rows, uint32_t column, double value);
void rows_set_list(wq_rows *rows, uint32_t column, const wq_str *item, uint32_t n);
/* The pieces of `text` between bytes of `separator`, as rows_set_list(); p == NULL: none. */
void rows_set_joined(wq_rows *rows, uint32_t column, wq_str text, char separator);

/* ---- rows held in memory ---- */

/* Rows are put in one after the other, their cells copied; then wq_rows_next() gives them.  NULL where memory
 * ran out. */
wq_rows *rows_gather(const rows_column *column, uint32_t n_columns);
/* Closes the row being filled by rows_set_...() and begins another.  False where memory ran out. */
bool rows_put(wq_rows *rows);

/* ---- writers ---- */

bool rows_shown(const wq_rows *rows, uint32_t column, wq_rows_format format);

/* A field of CSV (separator ',') or TSV ('\t'), quoted where it must be; `guard`: for a spreadsheet. */
void csv_field(buf *out, wq_str text, char separator, bool guard);

void rows_csv_names(const wq_rows *rows, const wq_layout *layout, buf *out);
void rows_csv(const wq_rows *rows, const wq_layout *layout, buf *out);
void rows_json(const wq_rows *rows, buf *out); /* {...} without a line feed */
wq_status rows_write_table(wq_rows *rows, const wq_layout *layout, wq_sink *sink, void *to,
                           uint64_t *written, wq_error *err);
/* A row as lines "name  value", and an empty one. */
void rows_record(const wq_rows *rows, unsigned width, buf *out);

#endif
