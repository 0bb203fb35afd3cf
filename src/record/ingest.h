/* Inside adding: a document on its way into the tables. */
#ifndef WAQAI_INGEST_H
#define WAQAI_INGEST_H

#include "record/record.h"

typedef struct adding {
    wq_record *r;
    const wq_entry *e;
    int64_t document;
    arena *mem; /* small things of this document */
    wq_error *err;
} adding;

/* Somebody, as a mention, a list of names or an id gives him. */
typedef struct actor_facts {
    wq_str id, name, text, country, sector;
    const wq_str *sectors;
    uint32_t n_sectors;
} actor_facts;

db_query *ingest_use(adding *x, record_stmt which);
wq_status ingest_run(adding *x, record_stmt which);      /* and resets */
void ingest_bind_span(db_query *q, int n, wq_span span); /* three parameters from n */
wq_str ingest_fold(arena *a, wq_str s);
wq_str ingest_list(arena *a, const wq_str *v, uint32_t n, wq_str with); /* NULL of none */

/* ---- several.c ---- */
/* Binds row `i` to the parameters behind the first `at`. */
typedef wq_status ingest_row(adding *x, db_query *q, int at, uint32_t i);
/* Adds `n` rows by a statement of ours that adds one. */
wq_status ingest_several(adding *x, record_stmt which, uint32_t n, ingest_row *bind);

/* ---- ingest_actor.c ---- */
/* Sees to it that the actor has a row; *id is its id. */
wq_status ingest_actor(adding *x, const actor_facts *f, wq_str *id);
/* The same for a speaker or source known by its lexicon id; *id unknown where `lexicon_id` is. */
wq_status ingest_actor_by_id(adding *x, wq_str lexicon_id, wq_str text, wq_str *id);
/* Who is named in the document. */
wq_status ingest_named(adding *x);

#endif
