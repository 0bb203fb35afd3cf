/* Which files make which table, and their columns. */
#ifndef WAQAI_SCHEMA_H
#define WAQAI_SCHEMA_H

#include "base/tsv.h"
#include "lexicon/lexicon.h"

/* How a column's words enter the index. */
typedef enum schema_use {
    USE_NOTHING,
    USE_NAME,   /* as they stand; variants separated by '|' */
    USE_NISBA,  /* nationality adjective, inflected */
    USE_PEOPLE, /* irregular plural of a nationality */
    USE_NOUN,   /* noun, inflected */
    USE_REF /* an id of another table: indexed as "=id", so that rows can be found by it */
} schema_use;

typedef struct schema_column {
    const char *name;
    schema_use use;
} schema_column;

typedef struct schema_table {
    lex_table table;
    const char *path; /* a file; "name*": files so beginning; "folder/": its other files */
    schema_column column[24]; /* ends with a NULL name; the first is the id */
} schema_table;

/* The table a file of data/ belongs to, by its path below data/; NULL where none. */
const schema_table *schema_for_path(wq_str path);
const schema_table *schema_for_table(lex_table table);

uint32_t schema_width(const schema_table *s); /* number of columns */
/* How many of the first columns tell rows apart: 1, the id; more where rows have none. */
uint32_t schema_key(lex_table table);
/* Where each column of `s` stands in a file with this header, whose order is free: from[column].  Fails with
 * WQ_E_LEXICON where one is missing or one too many.                                                   */
wq_status schema_columns(const schema_table *s, const tsv_row *header,
                         int from[TSV_MAX_COLUMNS], wq_error *err);

#endif
