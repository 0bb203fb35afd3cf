/* A run: operands are read, coded on all processors, and written in order. */
#ifndef WAQAI_RUN_H
#define WAQAI_RUN_H

#include "cli.h"
#include "store.h"

typedef struct run_spec {
    wq_format format;
    const char *first; /* written before everything else, or NULL */
    bool sentences;    /* an operand that names no file is the text itself */
    bool times;        /* only time expressions are found */
    store *to;         /* the record that documents are added to instead, or NULL */
} run_spec;

/* Gives the exit status. */
int run_files(const args *a, const run_spec *spec);

/* What --format says; without it a person gets a table, a program JSON. */
const char *default_format(const args *a);

#endif
