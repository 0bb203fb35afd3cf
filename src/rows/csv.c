/* CSV as RFC 4180 has it, and the same parted by tabs. */
#include "rows/rows.h"

static const char bom[] = "\xef\xbb\xbf";

/* A spreadsheet takes these at the start of a cell for a formula, tabs and returns in front of them too. */
static bool is_formula(wq_str s)
{
    return s.n > 0 && memchr("=+-@\t\r", s.p[0], 6) != NULL;
}

static void tab_field(buf *out, wq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        buf_char(out, (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
}

static bool wants_quotes(wq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r')
            return true;
    return false;
}

static void quoted(buf *out, wq_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"')
            buf_char(out, '"');
        buf_char(out, s.p[i]);
    }
}

void csv_field(buf *out, wq_str text, char separator, bool guard)
{
    if (separator == '\t') {
        tab_field(out, text);
        return;
    }
    bool quotes = wants_quotes(text);
    if (quotes)
        buf_char(out, '"');
    if (guard && is_formula(text))
        buf_char(out, '\'');
    quoted(out, text);
    if (quotes)
        buf_char(out, '"');
}

static void list_field(buf *out, const rows_cell *c, char separator, bool guard)
{
    buf joined = { 0 };
    for (uint32_t i = 0; i < c->n_items; i++) {
        if (i)
            buf_char(&joined, ';');
        for (size_t k = 0; k < c->item[i].n; k++) /* what parts items is in none of them */
            buf_char(&joined, c->item[i].p[k] == ';' ? ',' : c->item[i].p[k]);
    }
    csv_field(out, (wq_str){ joined.p, joined.n }, separator, guard);
    out->failed = out->failed || joined.failed;
    buf_fini(&joined);
}

static void cell(buf *out, wq_kind kind, const rows_cell *c, char separator, bool guard)
{
    if (!c->known)
        return;
    if (kind == WQ_INTEGER)
        buf_printf(out, "%lld", (long long)c->integer);
    else if (kind == WQ_REAL)
        buf_printf(out, "%.15g", c->real);
    else if (kind == WQ_LIST)
        list_field(out, c, separator, guard);
    else
        csv_field(out, c->text, separator, guard);
}

static char separator_of(const wq_layout *layout)
{
    return layout->format == WQ_ROWS_TSV ? '\t' : ',';
}

static void end_line(buf *out, const wq_layout *layout)
{
    buf_str(out, layout->excel ? STR("\r\n") : STR("\n"));
}

void rows_csv_names(const wq_rows *rows, const wq_layout *layout, buf *out)
{
    if (layout->excel)
        buf_add(out, bom, sizeof bom - 1);
    bool first = true;
    for (uint32_t i = 0; i < rows->n_columns; i++) {
        if (!rows_shown(rows, i, layout->format))
            continue;
        if (!first)
            buf_char(out, separator_of(layout));
        buf_str(out, str_of(rows->column[i].name));
        first = false;
    }
    end_line(out, layout);
}

void rows_csv(const wq_rows *rows, const wq_layout *layout, buf *out)
{
    bool first = true;
    for (uint32_t i = 0; i < rows->n_columns; i++) {
        if (!rows_shown(rows, i, layout->format))
            continue;
        if (!first)
            buf_char(out, separator_of(layout));
        cell(out, rows->column[i].kind, &rows->cell[i], separator_of(layout),
             layout->excel != 0);
        first = false;
    }
    end_line(out, layout);
}
