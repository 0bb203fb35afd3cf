/* The thread that reads the operands into the pool. */
#ifndef WAQAI_READING_H
#define WAQAI_READING_H

#include <pthread.h>

#include "cli.h"
#include "pool.h"
#include "store.h"
#include "tally.h"

typedef struct reading {
    const args *a;
    bool sentences; /* an operand that names no file is the text itself */
    pool *out;
    store *to; /* the record whose documents need not be coded again, or NULL */
    pthread_t thread;
    pthread_mutex_t lock; /* for what follows */
    bool finished;
    uint64_t done, total; /* bytes of the files as stored; total 0: not known */
    tally skipped;
} reading;

bool reading_start(reading *r);
void reading_progress(reading *r, uint64_t *done, uint64_t *total);
/* Waits for the thread; not for long where it may hang in a read (`stopped`): false then, and
 * nothing it uses may be freed.                                                               */
bool reading_join(reading *r, bool stopped);

#endif
