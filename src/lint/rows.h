/* Inside the checker: the rows of a folder and of what it is laid over, and how findings are reported. */
#ifndef WAQAI_ROWS_H
#define WAQAI_ROWS_H

#include "lexicon/schema.h"
#include "lint/lint.h"

typedef struct lint_file {
    wq_str path, text; /* path below the folder */
} lint_file;

typedef struct lint_row {
    wq_str file; /* path below the folder or below data/ */
    uint32_t line;
    bool ours;          /* of the folder that is checked */
    const wq_str *cell; /* by the columns of the table's schema; "-" is empty */
} lint_row;

typedef struct lint_rows {
    VEC(lint_row) rows;
    uint32_t *next; /* per row: the next of the same id, or UINT32_MAX */
    uint32_t *slot; /* rows by their first cell: the first of each id; UINT32_MAX is free */
    uint32_t mask;
} lint_rows;

typedef struct lint {
    arena *mem;
    const char *dir;
    buf *out;
    uint32_t findings;
    bool gaps; /* list spans without a holder, too */
    VEC(lint_file) files;
    lint_rows table[LEX_TABLES];
} lint;

void lint_report(lint *l, wq_str file, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* "office/syr.tsv:12", for a message about another row. */
wq_str lint_place(lint *l, const lint_row *row);

/* Reads the folder into l->files and l->table; what is no row is reported. */
wq_status lint_read_folder(lint *l, wq_error *err);
/* Adds the rows of `lex` that the folder does not replace; of `only`, or of all tables where it is LEX_TABLES. */
void lint_add_lexicon(lint *l, const lexicon *lex, lex_table only);
/* After all are there: finds ids, reports those that stand twice. */
void lint_index(lint *l);
/* The first row of this id, or NULL; the next one with it. */
const lint_row *lint_find(const lint *l, lex_table table, wq_str id);
const lint_row *lint_next(const lint *l, lex_table table, const lint_row *row);

/* ---- the checks ---- */
void lint_check_form(lint *l);
void lint_check_columns(lint *l);
void lint_check_needs(lint *l);
void lint_check_tenures(lint *l);
void lint_check_spellings(lint *l);

/* Does a rule of check.tsv excuse `file` from `what`? */
bool lint_excused(const lint *l, wq_str file, const char *what);

#endif
