#include "pool.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "memory.h"

enum {
    RING = 768, /* what is coded while the writer is busy with a commit */
    MOST_BYTES = 10 * 1024 * 1024,
    MANY = 16 /* results that are worth waking for */
};

typedef enum slot_state { SLOT_READ, SLOT_CODING, SLOT_DONE } slot_state;

typedef struct slot {
    slot_state state;
    wq_page *page;
    pool_result result;
    size_t held; /* bytes it counts for */
} slot;

struct pool {
    const wq_engine *engine;
    pool_work make;
    pthread_mutex_t lock;
    pthread_cond_t room, work, done;
    slot ring[RING];
    uint64_t head, taken, tail; /* written up to, begun up to, put up to */
    unsigned ready;             /* results nobody was woken for */
    size_t held;                /* bytes of records and results in the ring */
    bool ended, stopped;
    unsigned n_workers;
    pthread_t workers[];
};

/* ---- coding --------------------------------------------------------------------------------- */

static void name_failure(pool_result *r, const wq_page *page)
{
    wq_str name = wq_page_name(page);
    char text[sizeof r->err.text];
    if (strncmp(r->err.text, name.p, name.n) == 0)
        return;
    memcpy(text, r->err.text, sizeof text);
    snprintf(r->err.text, sizeof r->err.text, "%.*s: %.300s",
             (int)(name.n < 200 ? name.n : 200), name.p, text);
}

/* Too long for an article: that is said, and its beginning coded. */
static void note_uncoded(pool_result *r, const wq_document *doc, const wq_page *page)
{
    uint64_t rest = wq_document_uncoded(doc);
    wq_str name = wq_page_name(page);
    r->partly = rest > 0;
    if (rest)
        snprintf(
            r->err.text, sizeof r->err.text,
            "%.*s: longer than an article: nothing was looked for in the last %llu bytes",
            (int)(name.n < 200 ? name.n : 200), name.p, (unsigned long long)rest);
}

static pool_result code(const pool *p, const wq_page *page)
{
    pool_result r = { .bytes = wq_page_size(page) };
    wq_document *doc;
    r.status = (p->make.times ? wq_find_times : wq_code)(p->engine, page, &doc, &r.err);
    if (r.status != WQ_OK) {
        name_failure(&r, page);
        return r;
    }
    wq_document_events(doc, &r.events);
    note_uncoded(&r, doc, page);
    if (p->make.entries)
        r.status = wq_entry_new(page, doc, &r.entry, &r.err);
    else
        r.text = wq_document_write(doc, p->make.format);
    wq_document_free(doc);
    return r;
}

static size_t size_of(const pool_result *r)
{
    return r->text.n + (r->entry ? wq_entry_size(r->entry) : 0);
}

static bool has_much_room(const pool *p)
{
    uint64_t n = p->tail - p->head;
    return n == 0 || (n <= RING / 2 && p->held <= MOST_BYTES / 2);
}

/* Threads are woken for some results together: for each they would do little else than fall asleep. */
static void wake_for_result(pool *p)
{
    if (++p->ready >= MANY || p->taken == p->tail) {
        p->ready = 0;
        pthread_cond_signal(&p->done);
    }
    if (has_much_room(p))
        pthread_cond_signal(&p->room);
}

static void *run(void *arg)
{
    pool *p = arg;
    memory_large_pages(30);
    pthread_mutex_lock(&p->lock);
    for (;;) {
        while (p->taken == p->tail && !p->ended && !p->stopped)
            pthread_cond_wait(&p->work, &p->lock);
        if (p->stopped || p->taken == p->tail)
            break;
        slot *s = &p->ring[p->taken++ % RING];
        if (s->state == SLOT_DONE) /* a failure to be passed on */
            continue;
        s->state = SLOT_CODING;
        pthread_mutex_unlock(&p->lock);
        pool_result result = code(p, s->page);
        wq_page_free(s->page);
        pthread_mutex_lock(&p->lock);
        s->result = result;
        p->held += size_of(&result) - s->held;
        s->held = size_of(&result);
        s->state = SLOT_DONE;
        wake_for_result(p);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

/* ---- putting ---------------------------------------------------------------------------------- */

static bool has_room(const pool *p, size_t bytes)
{
    uint64_t n = p->tail - p->head;
    return n == 0 || (n < RING && p->held + bytes <= MOST_BYTES);
}

/* Waits for a slot, with the lock held.  NULL: stopped. */
static slot *next_slot(pool *p, size_t bytes)
{
    while (!has_room(p, bytes) && !p->stopped)
        pthread_cond_wait(&p->room, &p->lock);
    if (p->stopped)
        return NULL;
    slot *s = &p->ring[p->tail++ % RING];
    *s = (slot){ .held = bytes };
    p->held += bytes;
    return s;
}

bool pool_put(pool *p, wq_page *page)
{
    pthread_mutex_lock(&p->lock);
    slot *s = next_slot(p, wq_page_size(page));
    if (s) {
        s->state = SLOT_READ;
        s->page = page;
        pthread_cond_signal(&p->work);
    }
    pthread_mutex_unlock(&p->lock);
    if (!s)
        wq_page_free(page);
    return s != NULL;
}

bool pool_put_failure(pool *p, const wq_error *err)
{
    pthread_mutex_lock(&p->lock);
    slot *s = next_slot(p, 0);
    if (s) {
        s->state = SLOT_DONE;
        s->result = (pool_result){ .status = err->status, .err = *err };
        pthread_cond_signal(&p->work); /* someone has to step over it */
        pthread_cond_signal(&p->done);
    }
    pthread_mutex_unlock(&p->lock);
    return s != NULL;
}

void pool_end(pool *p)
{
    pthread_mutex_lock(&p->lock);
    p->ended = true;
    pthread_cond_broadcast(&p->work);
    pthread_cond_broadcast(&p->done);
    pthread_mutex_unlock(&p->lock);
}

/* ---- getting ------------------------------------------------------------------------------------ */

/* What the head is: its result is there, will come, or won't. */
static pool_next look(const pool *p)
{
    if (p->head == p->tail)
        return p->ended || p->stopped ? POOL_FINISHED : POOL_WAITING;
    slot_state state = p->ring[p->head % RING].state;
    if (state == SLOT_DONE)
        return POOL_RESULT;
    return p->stopped && state == SLOT_READ ? POOL_FINISHED : POOL_WAITING;
}

static struct timespec in_ms(int ms)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    t.tv_nsec += (long)ms * 1000000;
    t.tv_sec += t.tv_nsec / 1000000000;
    t.tv_nsec %= 1000000000;
    return t;
}

pool_next pool_get(pool *p, int ms, pool_result *out)
{
    pthread_mutex_lock(&p->lock);
    pool_next next = look(p);
    if (next == POOL_WAITING && ms > 0) {
        struct timespec until = in_ms(ms);
        while ((next = look(p)) == POOL_WAITING &&
               pthread_cond_timedwait(&p->done, &p->lock, &until) == 0)
            ;
    }
    if (next == POOL_RESULT) {
        slot *s = &p->ring[p->head++ % RING];
        *out = s->result;
        p->held -= s->held;
        if (p->taken < p->head) /* a failure nobody had stepped over yet */
            p->taken = p->head;
        if (has_much_room(p))
            pthread_cond_signal(&p->room);
    }
    pthread_mutex_unlock(&p->lock);
    return next;
}

void pool_stop(pool *p)
{
    pthread_mutex_lock(&p->lock);
    p->stopped = true;
    pthread_cond_broadcast(&p->work);
    pthread_cond_broadcast(&p->room);
    pthread_cond_broadcast(&p->done);
    pthread_mutex_unlock(&p->lock);
}

/* ---- life ------------------------------------------------------------------------------------------ */

static void init_sync(pool *p)
{
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->room, NULL);
    pthread_cond_init(&p->work, NULL);
    pthread_cond_init(&p->done, &attr);
    pthread_condattr_destroy(&attr);
}

pool *pool_new(const wq_engine *engine, const pool_work *work, unsigned workers)
{
    pool *p = calloc(1, sizeof *p + workers * sizeof *p->workers);
    if (!p)
        return NULL;
    p->engine = engine;
    p->make = *work;
    init_sync(p);
    while (p->n_workers < workers &&
           pthread_create(&p->workers[p->n_workers], NULL, run, p) == 0)
        p->n_workers++;
    if (p->n_workers == 0) {
        pool_free(p);
        return NULL;
    }
    return p;
}

static void free_result(pool_result *r)
{
    wq_text_free(&r->text);
    wq_entry_free(r->entry);
}

/* What was stopped before it was begun or fetched. */
static void free_rest(pool *p)
{
    for (; p->head != p->tail; p->head++) {
        slot *s = &p->ring[p->head % RING];
        if (s->state == SLOT_READ)
            wq_page_free(s->page);
        else
            free_result(&s->result);
    }
}

void pool_free(pool *p)
{
    if (!p)
        return;
    pool_stop(p);
    for (unsigned i = 0; i < p->n_workers; i++)
        pthread_join(p->workers[i], NULL);
    free_rest(p);
    pthread_cond_destroy(&p->room);
    pthread_cond_destroy(&p->work);
    pthread_cond_destroy(&p->done);
    pthread_mutex_destroy(&p->lock);
    free(p);
}
