/* The record that a run adds to: its thread of writing, and what is asked of it while reading. */
#ifndef WAQAI_STORE_H
#define WAQAI_STORE_H

#include "cli.h"

#include <waqai/record.h>

typedef struct store {
    const char *path;
    wq_record *record; /* written by the thread that takes the results */
    wq_record *seen;   /* read by the thread that reads the operands */
    uint64_t added, known;
    unsigned batch;   /* documents since the last commit */
    double committed; /* when */
    bool failed;      /* and said so */
} store;

/* The record that --db, $WAQAI_DB or nothing names. */
const char *record_path(const args *a);

/* Opens and begins a run.  False with a message. */
bool store_begin(store *s, const wq_engine *engine, const args *a);
/* Takes the entry over. */
void store_add(store *s, wq_entry *entry);
/* Nothing is waiting: commits where something is to be committed and it is time. */
void store_pause(store *s);
/* Is the page in the record already?  Called by the reading thread alone. */
bool store_knows(store *s, const wq_page *page);
/* Ends the run.  `read`: the reading thread has ended, so that all can be closed. */
void store_finish(store *s, bool read);
void store_summary(FILE *out, const store *s);

#endif
