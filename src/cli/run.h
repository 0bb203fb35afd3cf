/* A run: operands are read, coded on all processors, and written in order. */
#ifndef WAQAI_RUN_H
#define WAQAI_RUN_H

#include "cli.h"
#include "store.h"

typedef struct run_spec {
    wq_format format;
    bool array;     /* lines of JSON as the items of one array */
    bool sentences; /* an operand that names no file is the text itself */
    bool times;     /* only time expressions are found */
    store *to;      /* the record that documents are added to instead, or NULL */
} run_spec;

/* Gives the exit status. */
int run_files(const args *a, const run_spec *spec);

typedef struct row_formats {
    wq_format lines, table, csv, tsv, excel;
} row_formats;
/* Sets format and array of `spec` as --format and --excel say.  False with a message. */
bool run_rows(const args *a, const row_formats *formats, run_spec *spec);

/* What --format says; without it a person gets a table, a program JSON. */
const char *default_format(const args *a);

#endif
