#include "base/tsv.h"

static bool next_line(tsv_reader *r, wq_str *line)
{
    while (str_next(&r->rest, '\n', line)) {
        r->line++;
        if (line->n && line->p[line->n - 1] == '\r')
            line->n--;
        if (line->n && line->p[0] != '#')
            return true;
    }
    return false;
}

static wq_status split(const tsv_reader *r, wq_str line, tsv_row *row, wq_error *err)
{
    *row = (tsv_row){ .file = r->file, .line = r->line };
    for (wq_str cell; str_next(&line, '\t', &cell);) {
        if (row->n == TSV_MAX_COLUMNS)
            return fail(err, WQ_E_FORMAT, r->line, "%.*s:%u: more than %d columns",
                        STR_ARG(r->file), r->line, TSV_MAX_COLUMNS);
        row->cell[row->n++] = str_eq(cell, STR("-")) ? STR("") : cell;
    }
    return WQ_OK;
}

wq_status tsv_open(tsv_reader *r, wq_str file, wq_str text, wq_error *err)
{
    if (str_starts(text, STR("\xef\xbb\xbf"))) /* spreadsheets write a BOM */
        text = str_sub(text, 3, text.n);
    *r = (tsv_reader){ .file = file, .rest = text };
    wq_str line;
    if (!next_line(r, &line))
        return fail(err, WQ_E_FORMAT, 1, "%.*s:1: no header line", STR_ARG(file));
    return split(r, line, &r->header, err);
}

wq_status tsv_next(tsv_reader *r, tsv_row *row, wq_error *err)
{
    wq_str line;
    if (!next_line(r, &line))
        return WQ_END;
    wq_status st = split(r, line, row, err);
    if (st != WQ_OK)
        return st;
    if (row->n != r->header.n)
        return fail(err, WQ_E_FORMAT, r->line, "%.*s:%u: want %u cells, found %u",
                    STR_ARG(r->file), r->line, r->header.n, row->n);
    return WQ_OK;
}

int tsv_column(const tsv_row *header, const char *name)
{
    for (uint32_t i = 0; i < header->n; i++)
        if (str_eq(header->cell[i], str_of(name)))
            return (int)i;
    return -1;
}
