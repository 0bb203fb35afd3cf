/* Documents in work: one thread reads records in, workers code them, and the results come out in
 * the order of the records.  A ring of bounded length and bytes joins them, so that memory does
 * not grow with the input.
 *
 *      written ◂── out ── [done][coding][done][read][read] ◂── in ── reader
 *                          head          taken             tail                                  */
#ifndef WAQAI_POOL_H
#define WAQAI_POOL_H

#include <stdbool.h>

#include <waqai/record.h>

typedef struct pool pool;

/* What is made of a document. */
typedef struct pool_work {
    wq_format format; /* a text in this format, or */
    bool entries;     /* what a record keeps of it */
    bool times;       /* only its time expressions are found */
} pool_work;

typedef struct pool_result {
    wq_text text;    /* what to write; the receiver frees it */
    wq_entry *entry; /* what to add; the receiver frees it */
    wq_status status;
    wq_error err; /* where status is not WQ_OK, or partly is set */
    bool partly;  /* the end of its text was not coded */
    uint32_t events;
    uint64_t bytes; /* of the page */
} pool_result;

/* NULL where memory or threads are refused.  `engine` stays the caller's. */
pool *pool_new(const wq_engine *engine, const pool_work *work, unsigned workers);

/* The reader's side: a page to code (taken over), or an item that failed.  Waits for room;
 * false once the pool has been stopped (the page is freed).                                */
bool pool_put(pool *p, wq_page *page);
bool pool_put_failure(pool *p, const wq_error *err);
void pool_end(pool *p); /* no more will be put */

typedef enum pool_next { POOL_RESULT, POOL_WAITING, POOL_FINISHED } pool_next;

/* The writer's side: the next result.  POOL_WAITING: none for `ms` milliseconds. */
pool_next pool_get(pool *p, int ms, pool_result *out);
/* Nothing more is begun; what is being coded is finished and may still be got. */
void pool_stop(pool *p);
/* Ends the workers.  The reader must have ended. */
void pool_free(pool *p);

#endif
