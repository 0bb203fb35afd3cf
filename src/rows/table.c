/* Rows for people: aligned columns as wide as their cells, in the width of a terminal. */
#include "rows/cell.h"
#include "rows/rows.h"

enum {
    HELD =
        1000, /* rows that decide how wide the columns are; what comes behind is cut to that */
    HOLD_LIMIT = 256 << 20,
    LEAST = 10, /* no column gets narrower, so that a day stays whole */
    MOST = 40,  /* what columns are aligned to where the width is free */
    GAP = 2,
    INDENT = 4,
    MOST_COLUMNS = 64
};

/* ---- cells as text ---------------------------------------------------------------------- */

static wq_str clean(arena *a, wq_kind kind, const rows_cell *c)
{
    buf b = { 0 };
    if (kind != WQ_LIST)
        cell_clean(&b, c->text);
    for (uint32_t i = 0; kind == WQ_LIST && i < c->n_items; i++) {
        if (i)
            buf_str(&b, STR(", "));
        cell_clean(&b, c->item[i]);
    }
    wq_str text = arena_str(a, b.p, b.n);
    buf_fini(&b);
    return text;
}

static wq_str cell_text(arena *a, wq_kind kind, const rows_cell *c)
{
    if (!c->known)
        return STR("-");
    if (kind == WQ_INTEGER)
        return arena_printf(a, "%lld", (long long)c->integer);
    if (kind == WQ_REAL)
        return arena_printf(a, "%.6g", c->real);
    return clean(a, kind, c);
}

static void put_cut(buf *out, wq_str text, unsigned width)
{
    if (cell_width(text) <= width) {
        cell_isolated(out, text);
        return;
    }
    buf cut = { 0 };
    buf_add(&cut, text.p, cell_fit(text, width - 1));
    buf_str(&cut, STR("\xe2\x80\xa6")); /* ellipsis */
    cell_isolated(out, (wq_str){ cut.p, cut.n });
    buf_fini(&cut);
}

static void put_spaces(buf *out, unsigned n)
{
    for (; n; n--)
        buf_char(out, ' ');
}

/* Lines of `text`, each indented; the first goes on where the writer is. */
static void put_wrapped(buf *out, wq_str text, unsigned indent, unsigned width)
{
    unsigned room = width > indent + LEAST ? width - indent : LEAST;
    for (bool first = true; first || text.n; first = false) {
        size_t n = width ? cell_line(text, room) : text.n;
        wq_str line = str_trim(str_sub(text, 0, n));
        if (!first)
            put_spaces(out, indent);
        cell_isolated(out, line);
        buf_char(out, '\n');
        text = str_sub(text, n, text.n);
    }
}

/* ---- the table ------------------------------------------------------------------------------ */

typedef struct table {
    wq_rows *rows;
    unsigned width;
    unsigned column[MOST_COLUMNS];
    arena mem; /* of what is held */
    VEC(wq_str) cells;
    buf out;
} table;

static bool is_shown(const table *t, uint32_t column)
{
    return rows_shown(t->rows, column, WQ_ROWS_TABLE);
}

/* Shares the line with other columns. */
static bool is_short(const table *t, uint32_t column)
{
    return is_shown(t, column) && t->rows->column[column].kind != WQ_LONG;
}

static uint32_t last_short(const table *t)
{
    uint32_t last = t->rows->n_columns;
    while (last && !is_short(t, last - 1))
        last--;
    return last ? last - 1 : 0;
}

static void see(table *t, uint32_t column, wq_str text)
{
    unsigned w = cell_width(text);
    if (w > t->column[column])
        t->column[column] = w;
}

static unsigned total(const table *t, uint32_t *widest)
{
    unsigned sum = 0;
    *widest = 0;
    for (uint32_t i = 0; i < t->rows->n_columns; i++) {
        if (!is_short(t, i))
            continue;
        sum += t->column[i] + GAP;
        if (t->column[i] > t->column[*widest] || !is_short(t, *widest))
            *widest = i;
    }
    return sum ? sum - GAP : 0;
}

/* The widest columns give way until the line fits.  Without a width nothing is cut, but one long cell does not push
 * the columns of all rows apart.                                                                              */
static void fit(table *t)
{
    uint32_t widest;
    for (uint32_t i = 0; !t->width && i < t->rows->n_columns; i++)
        if (t->column[i] > MOST)
            t->column[i] = MOST;
    while (t->width && total(t, &widest) > t->width && t->column[widest] > LEAST)
        t->column[widest]--;
}

static void put_short(table *t, uint32_t column, wq_str text, bool last)
{
    wq_kind kind = t->rows->column[column].kind;
    unsigned width = t->column[column], has = cell_width(text);
    unsigned pad = has < width ? width - has : 0;
    bool number = kind == WQ_INTEGER || kind == WQ_REAL;
    if (number)
        put_spaces(&t->out, pad);
    put_cut(&t->out, text, has > width && (number || !t->width) ? has : width);
    if (!last)
        put_spaces(&t->out, GAP + (number ? 0 : pad));
}

static void put_row(table *t, const wq_str *cell)
{
    uint32_t last = last_short(t);
    for (uint32_t i = 0; i < t->rows->n_columns; i++)
        if (is_short(t, i))
            put_short(t, i, cell[i], i == last);
    buf_char(&t->out, '\n');
    for (uint32_t i = 0; i < t->rows->n_columns; i++) {
        if (!is_shown(t, i) || is_short(t, i) || str_eq(cell[i], STR("-")))
            continue;
        put_spaces(&t->out, INDENT);
        put_wrapped(&t->out, cell[i], INDENT, t->width);
    }
}

static void put_names(table *t)
{
    wq_str name[MOST_COLUMNS];
    for (uint32_t i = 0; i < t->rows->n_columns; i++)
        name[i] = !is_short(t, i) ? STR("-") : str_of(t->rows->column[i].name);
    put_row(t, name);
}

static void hold_row(table *t)
{
    for (uint32_t i = 0; i < t->rows->n_columns; i++) {
        wq_str text = cell_text(&t->mem, t->rows->column[i].kind, &t->rows->cell[i]);
        see(t, i, text);
        *vec_push(&t->mem, &t->cells) = text;
    }
}

static void put_held(table *t, const uint64_t *n)
{
    if (*n == 0)
        return;
    fit(t);
    put_names(t);
    for (uint64_t i = 0; i < *n; i++)
        put_row(t, t->cells.v + i * t->rows->n_columns);
}

static wq_status flush(table *t, wq_sink *sink, void *to, wq_error *err)
{
    if (t->out.failed)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    if (t->out.n && !sink(to, t->out.p, t->out.n))
        return fail(err, WQ_E_IO, 0, "writing failed");
    t->out.n = 0;
    return WQ_OK;
}

static wq_status hold_rows(table *t, uint64_t *n, wq_error *err)
{
    wq_status st = WQ_OK;
    while (*n < HELD && (st = wq_rows_next(t->rows, err)) == WQ_OK) {
        hold_row(t);
        ++*n;
    }
    return st;
}

static void put_next(table *t)
{
    arena_reset(&t->mem);
    t->cells.n = t->cells.cap = 0;
    wq_str cell[MOST_COLUMNS];
    for (uint32_t i = 0; i < t->rows->n_columns; i++)
        cell[i] = cell_text(&t->mem, t->rows->column[i].kind, &t->rows->cell[i]);
    put_row(t, cell);
}

static wq_status put_table(table *t, wq_sink *sink, void *to, uint64_t *n, wq_error *err)
{
    jmp_buf full;
    if (setjmp(full))
        return fail(err, WQ_E_LIMIT, 0, "the rows are too large for a table");
    t->mem.full = &full;
    wq_status st = hold_rows(t, n, err);
    if (st == WQ_OK || st == WQ_END) {
        put_held(t, n);
        wq_status written = flush(t, sink, to, err);
        st = written == WQ_OK ? st : written;
    }
    while (st == WQ_OK && (st = wq_rows_next(t->rows, err)) == WQ_OK) {
        put_next(t);
        st = flush(t, sink, to, err);
        ++*n;
    }
    t->mem.full = NULL;
    return st == WQ_END ? WQ_OK : st;
}

wq_status rows_write_table(wq_rows *rows, const wq_layout *layout, wq_sink *sink, void *to,
                           uint64_t *written, wq_error *err)
{
    table t = { .rows = rows, .width = layout->width };
    if (rows->n_columns > MOST_COLUMNS)
        return fail(err, WQ_E_USE, 0, "%u columns are too many for a table",
                    rows->n_columns);
    for (uint32_t i = 0; i < rows->n_columns; i++)
        see(&t, i, str_of(rows->column[i].name));
    arena_init(&t.mem, HOLD_LIMIT);
    wq_status st = put_table(&t, sink, to, written, err);
    arena_fini(&t.mem);
    buf_fini(&t.out);
    return st;
}

/* ---- a line per cell ----------------------------------------------------------------------------- */

static unsigned longest_name(const wq_rows *rows)
{
    size_t most = 0;
    for (uint32_t i = 0; i < rows->n_columns; i++) {
        size_t n = strlen(rows->column[i].name);
        if (n > most && rows_shown(rows, i, WQ_ROWS_RECORDS))
            most = n;
    }
    return (unsigned)most;
}

void rows_record(const wq_rows *rows, unsigned width, buf *out)
{
    unsigned indent = longest_name(rows) + GAP;
    arena a;
    jmp_buf full;
    arena_init(&a, HOLD_LIMIT);
    if (setjmp(full)) {
        out->failed = true;
        arena_fini(&a);
        return;
    }
    a.full = &full;
    for (uint32_t i = 0; i < rows->n_columns; i++) {
        if (!rows->cell[i].known || !rows_shown(rows, i, WQ_ROWS_RECORDS))
            continue;
        size_t n = strlen(rows->column[i].name);
        buf_add(out, rows->column[i].name, n);
        put_spaces(out, indent - (unsigned)n);
        put_wrapped(out, cell_text(&a, rows->column[i].kind, &rows->cell[i]), indent,
                    width);
    }
    buf_char(out, '\n');
    arena_fini(&a);
}
