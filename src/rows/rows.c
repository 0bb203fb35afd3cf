/* Rows: the cursor, its cells, and rows held in memory. */
#include "rows/rows.h"

#include <stdlib.h>

enum { ROW_LIMIT = 256 << 20, OWN_LIMIT = 1 << 30 };

wq_rows *rows_new(const rows_source *source, void *self, const rows_column *column,
                  uint32_t n_columns)
{
    wq_rows *r = calloc(1, sizeof *r);
    rows_cell *cell = calloc(n_columns ? n_columns : 1, sizeof *cell);
    if (!r || !cell) {
        free(r);
        free(cell);
        return NULL;
    }
    *r = (wq_rows){ .source = source,
                    .self = self,
                    .column = column,
                    .n_columns = n_columns,
                    .cell = cell };
    arena_init(&r->mem, ROW_LIMIT);
    arena_init(&r->own, OWN_LIMIT);
    return r;
}

void wq_rows_free(wq_rows *rows)
{
    if (!rows)
        return;
    if (rows->source->fini)
        rows->source->fini(rows->self);
    arena_fini(&rows->mem);
    arena_fini(&rows->own);
    free(rows->cell);
    free(rows);
}

wq_status wq_rows_next(wq_rows *rows, wq_error *err)
{
    jmp_buf full;
    if (setjmp(full))
        return fail(err, WQ_E_LIMIT, rows->nth, "row %llu is too large",
                    (unsigned long long)rows->nth);
    arena_reset(&rows->mem);
    rows->mem.full = &full;
    memset(rows->cell, 0, sizeof *rows->cell * rows->n_columns);
    wq_status st = rows->source->next(rows, err);
    rows->mem.full = NULL;
    rows->nth += st == WQ_OK;
    return st;
}

/* ---- reading cells -------------------------------------------------------------------- */

uint32_t wq_rows_columns(const wq_rows *rows)
{
    return rows->n_columns;
}

const char *wq_rows_name(const wq_rows *rows, uint32_t column)
{
    return rows->column[column].name;
}

wq_kind wq_rows_kind(const wq_rows *rows, uint32_t column)
{
    return rows->column[column].kind;
}

int wq_rows_known(const wq_rows *rows, uint32_t column)
{
    return rows->cell[column].known;
}

wq_str wq_rows_text(const wq_rows *rows, uint32_t column)
{
    return rows->cell[column].text;
}

int64_t wq_rows_integer(const wq_rows *rows, uint32_t column)
{
    return rows->cell[column].integer;
}

double wq_rows_real(const wq_rows *rows, uint32_t column)
{
    return rows->cell[column].real;
}

const wq_str *wq_rows_list(const wq_rows *rows, uint32_t column, uint32_t *n)
{
    *n = rows->cell[column].n_items;
    return rows->cell[column].item;
}

/* ---- filling cells ----------------------------------------------------------------------- */

void rows_set_text(wq_rows *rows, uint32_t column, wq_str text)
{
    rows->cell[column].text = text;
    rows->cell[column].known = text.p != NULL;
}

void rows_set_integer(wq_rows *rows, uint32_t column, int64_t value)
{
    rows->cell[column].integer = value;
    rows->cell[column].known = true;
}

void rows_set_real(wq_rows *rows, uint32_t column, double value)
{
    rows->cell[column].real = value;
    rows->cell[column].known = true;
}

void rows_set_list(wq_rows *rows, uint32_t column, const wq_str *item, uint32_t n)
{
    rows->cell[column].item = item;
    rows->cell[column].n_items = n;
    rows->cell[column].known = n > 0;
}

void rows_set_joined(wq_rows *rows, uint32_t column, wq_str text, char separator)
{
    VEC(wq_str) items = { 0 };
    wq_str piece;
    while (text.p && str_next(&text, separator, &piece))
        *vec_push(&rows->mem, &items) = piece;
    rows_set_list(rows, column, items.v, items.n);
}

/* ---- rows held in memory -------------------------------------------------------------------- */

typedef struct gathered {
    VEC(rows_cell *) rows;
    uint32_t at;
} gathered;

static wq_status next_gathered(wq_rows *rows, wq_error *err)
{
    (void)err;
    gathered *g = rows->self;
    if (g->at == g->rows.n)
        return WQ_END;
    memcpy(rows->cell, g->rows.v[g->at++], sizeof *rows->cell * rows->n_columns);
    return WQ_OK;
}

static const rows_source gathered_source = { next_gathered, free };

wq_rows *rows_gather(const rows_column *column, uint32_t n_columns)
{
    gathered *g = calloc(1, sizeof *g);
    wq_rows *rows = g ? rows_new(&gathered_source, g, column, n_columns) : NULL;
    if (!rows)
        free(g);
    return rows;
}

static rows_cell copy_cell(arena *a, const rows_cell *from)
{
    rows_cell c = *from;
    if (c.text.p)
        c.text = arena_str(a, c.text.p, c.text.n);
    wq_str *item = c.n_items ? ARENA_ARRAY(a, wq_str, c.n_items) : NULL;
    for (uint32_t i = 0; i < c.n_items; i++)
        item[i] = arena_str(a, from->item[i].p, from->item[i].n);
    c.item = item;
    return c;
}

bool rows_put(wq_rows *rows)
{
    gathered *g = rows->self;
    jmp_buf full;
    if (setjmp(full))
        return false;
    rows->own.full = &full;
    rows_cell *copy = ARENA_ARRAY(&rows->own, rows_cell, rows->n_columns);
    for (uint32_t i = 0; i < rows->n_columns; i++)
        copy[i] = copy_cell(&rows->own, &rows->cell[i]);
    *vec_push(&rows->own, &g->rows) = copy;
    rows->own.full = NULL;
    memset(rows->cell, 0, sizeof *rows->cell * rows->n_columns);
    return true;
}
