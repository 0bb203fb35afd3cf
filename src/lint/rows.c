#include "lint/rows.h"

#include <stdio.h>

#include "lexicon/files.h"

void lint_report(lint *l, wq_str file, uint32_t line, const char *format, ...)
{
    char text[400];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    buf_printf(l->out, "%s/%.*s:%u: %s\n", l->dir, STR_ARG(file), line, text);
    l->findings++;
}

wq_str lint_place(lint *l, const lint_row *row)
{
    return row->ours
               ? arena_printf(l->mem, "%s/%.*s:%u", l->dir, STR_ARG(row->file), row->line)
               : arena_printf(l->mem, "the built-in %.*s:%u", STR_ARG(row->file),
                              row->line);
}

/* ---- reading -------------------------------------------------------------------------- */

static void add_rows(lint *l, const schema_table *s, tsv_reader *r, const int *from)
{
    tsv_row row;
    wq_error err;
    uint32_t n = schema_width(s);
    for (wq_status st; (st = tsv_next(r, &row, &err)) != WQ_END;) {
        if (st != WQ_OK) {
            lint_report(l, r->file, r->line, "want %u cells, found %u", r->header.n, row.n);
            continue;
        }
        wq_str *cell = ARENA_ARRAY(l->mem, wq_str, n);
        for (uint32_t i = 0; i < n; i++)
            cell[i] = row.cell[from[i]];
        if (cell[0].n == 0)
            lint_report(l, r->file, row.line, "want an id, found none");
        *vec_push(l->mem, &l->table[s->table].rows) =
            (lint_row){ r->file, row.line, true, cell };
    }
}

static wq_status add_file(void *ctx, const char *opened, wq_str path, wq_str text,
                          wq_error *err)
{
    lint *l = ctx;
    const schema_table *s = schema_for_path(path);
    tsv_reader r;
    int from[TSV_MAX_COLUMNS];
    wq_error wrong = { 0 };
    (void)err;
    (void)opened;
    *vec_push(l->mem, &l->files) = (lint_file){ path, text };
    if (!s) {
        lint_report(l, path, 0, "no such lexicon file; see data/README.md");
        return WQ_OK;
    }
    if (tsv_open(&r, path, text, &wrong) != WQ_OK ||
        schema_columns(s, &r.header, from, &wrong) != WQ_OK) {
        const char *what = strstr(wrong.text, ": "); /* behind file and line */
        lint_report(l, path, (uint32_t)wrong.pos, "%s", what ? what + 2 : wrong.text);
        return WQ_OK;
    }
    add_rows(l, s, &r, from);
    return WQ_OK;
}

wq_status lint_read_folder(lint *l, wq_error *err)
{
    return files_walk(l->mem, l->dir, add_file, l, err);
}

/* ---- what it is laid over ----------------------------------------------------------------- */

static bool same_row(const wq_str *a, const wq_str *b, uint32_t key)
{
    for (uint32_t i = 0; i < key; i++)
        if (!str_eq(a[i], b[i]))
            return false;
    return true;
}

/* Does the folder replace this row?  Its own rows come first in the list. */
static bool is_replaced(const lint_rows *t, uint32_t n_ours, const wq_str *cell,
                        uint32_t key)
{
    for (uint32_t i = 0; i < n_ours; i++)
        if (same_row(t->rows.v[i].cell, cell, key))
            return true;
    return false;
}

static void add_table(lint *l, const lexicon *lex, const schema_table *s)
{
    lint_rows *t = &l->table[s->table];
    uint32_t n = schema_width(s), n_ours = t->rows.n, key = schema_key(s->table);
    for (uint32_t i = 0; i < lex_rows(lex, s->table); i++) {
        lint_row row = { .cell = NULL };
        wq_str *cell = ARENA_ARRAY(l->mem, wq_str, n);
        for (uint32_t k = 0; k < n; k++)
            cell[k] = lex_cell_at(lex, s->table, i, (int)k);
        if (is_replaced(t, n_ours, cell, key))
            continue;
        row.file = lex_origin(lex, s->table, i, &row.line);
        row.cell = cell;
        *vec_push(l->mem, &t->rows) = row;
    }
}

void lint_add_lexicon(lint *l, const lexicon *lex, lex_table only)
{
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        const schema_table *s = schema_for_table(t);
        if (s && t != LEX_CITY && t != LEX_STEM && (only == LEX_TABLES || only == t))
            add_table(l, lex, s);
    }
}

/* ---- ids ------------------------------------------------------------------------------------- */

static uint32_t *slot_of(const lint_rows *t, wq_str id)
{
    uint32_t i = (uint32_t)hash_bytes(HASH_SEED, id.p, id.n) & t->mask;
    while (t->slot[i] != UINT32_MAX && !str_eq(t->rows.v[t->slot[i]].cell[0], id))
        i = (i + 1) & t->mask;
    return &t->slot[i];
}

static void index_row(lint *l, lex_table table, uint32_t i)
{
    lint_rows *t = &l->table[table];
    const lint_row *row = &t->rows.v[i];
    uint32_t *slot = slot_of(t, row->cell[0]);
    for (uint32_t k = *slot; k != UINT32_MAX; k = t->next[k])
        if (row->cell[0].n && same_row(t->rows.v[k].cell, row->cell, schema_key(table)) &&
            table != LEX_CHECK)
            lint_report(l, row->file, row->line, "\"%.*s\" stands in %.*s too",
                        STR_ARG(row->cell[0]), STR_ARG(lint_place(l, &t->rows.v[k])));
    t->next[i] = UINT32_MAX;
    uint32_t *end = slot;
    while (*end != UINT32_MAX)
        end = &t->next[*end];
    *end = i;
}

void lint_index(lint *l)
{
    for (lex_table table = 0; table < LEX_TABLES; table++) {
        lint_rows *t = &l->table[table];
        uint32_t size = 64;
        while (size < t->rows.n * 2)
            size *= 2;
        t->mask = size - 1;
        t->slot = ARENA_ARRAY(l->mem, uint32_t, size);
        memset(t->slot, 0xff, size * sizeof *t->slot);
        t->next = ARENA_ARRAY(l->mem, uint32_t, t->rows.n + 1);
        for (uint32_t i = 0; i < t->rows.n; i++)
            index_row(l, table, i);
    }
}

const lint_row *lint_find(const lint *l, lex_table table, wq_str id)
{
    const lint_rows *t = &l->table[table];
    uint32_t i = *slot_of(t, id);
    return i == UINT32_MAX ? NULL : &t->rows.v[i];
}

const lint_row *lint_next(const lint *l, lex_table table, const lint_row *row)
{
    const lint_rows *t = &l->table[table];
    uint32_t i = t->next[row - t->rows.v];
    return i == UINT32_MAX ? NULL : &t->rows.v[i];
}
