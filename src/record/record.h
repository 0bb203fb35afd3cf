/* Inside the record: the handle and what its files share. */
#ifndef WAQAI_RECORD_RECORD_H
#define WAQAI_RECORD_RECORD_H

#include "lexicon/lexicon.h"
#include "record/db.h"
#include "record/entry.h"

/* Prepared once, used for every document. */
typedef enum record_stmt {
    ADD_OUTLET,
    FIND_OUTLET,
    KNOWS,
    ADD_DOCUMENT,
    ADD_UNSETTLED,
    ADD_SENTENCE,
    ADD_ACTOR,
    ADD_TENURE,
    ADD_DOCUMENT_ACTOR,
    ADD_PLACE,
    FIND_PLACE,
    ADD_MENTION,
    ADD_PARTICIPANT,
    ADD_CONTEXT,
    ADD_CLAIM,
    ADD_SIZE,
    ADD_QUOTATION,
    ADD_TIME,
    RECORD_STMTS
} record_stmt;

/* Several rows of a document at once (several.c). */
enum { SEVERAL_MOST = 16 };

/* Strings, each kept once (nameset.c). */
typedef struct name_set {
    char **v; /* open addressing; NULL: free */
    uint32_t n, cap;
} name_set;

bool name_set_has(const name_set *s, wq_str name);
void name_set_add(name_set *s, wq_str name); /* where memory runs out it is left out */
void name_set_clear(name_set *s);

/* Documents on their way into the search index (index.c). */
enum { INDEX_GROUP = 256 };

typedef struct index_text {
    int64_t document;
    wq_str title, text; /* folded; in `copy` */
    char *copy;
} index_text;

typedef struct index_queue {
    index_text v[INDEX_GROUP];
    uint32_t n;
} index_queue;

struct wq_record {
    sqlite3 *db;
    char *path;
    wq_record_mode mode;
    const lexicon *lex; /* of the run, or the built-in one */
    bool begun;
    int64_t run; /* its row; 0: nothing has been added yet */
    char started[40], lexicon[24];
    char *options; /* or NULL */
    bool no_bodies;
    bool in_batch;     /* a transaction is open */
    index_queue queue; /* of its documents */
    db_query stmt[RECORD_STMTS];
    db_query several[RECORD_STMTS][SEVERAL_MOST + 1]; /* by how many rows; from 2 on */
    name_set actors; /* that have their row, as far as this run knows */
};

/* ---- schema.c ---- */
/* Makes the tables, or brings older ones up to date; refuses what is no record. */
wq_status schema_ready(wq_record *r, wq_error *err);

/* ---- index.c ---- */
/* Where one fails, the batch has to go: FTS5 can't take back one document. */
wq_status index_add(wq_record *r, int64_t document, wq_str title, wq_str text,
                    wq_error *err);
wq_status index_flush(wq_record *r, wq_error *err); /* those that wait */
void index_clear(index_queue *q);

/* ---- codes.c ---- */
/* Code books as the lexicon has them. */
wq_status codes_fill(wq_record *r, wq_error *err);

/* ---- settle.c ---- */
/* Near-copies, events, disagreements, corrections: for documents not settled yet.  In a transaction. */
wq_status settle(wq_record *r, wq_error *err);

/* Opens the transaction of a batch where none is open. */
wq_status record_batch(wq_record *r, wq_error *err);
void record_roll_back(wq_record *r);
/* Sees to it that the run has a row, and the code books are those of its lexicon. */
wq_status record_run(wq_record *r, wq_error *err);

#endif
