/* The arena: blocks of doubling size, freed together, with a ceiling. */
#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"

enum { FIRST_BLOCK = 64 * 1024, MAX_BLOCK = 4 * 1024 * 1024, ALIGN = 16, PRINTED = 128 };

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    _Alignas(16) char data[];
};

struct arena_defer {
    struct arena_defer *next;
    void (*call)(void *);
    void *arg;
};

void arena_init(arena *a, size_t limit)
{
    *a = (arena){ .limit = limit };
}

static void run_deferred(arena *a)
{
    for (struct arena_defer *d = a->defers; d; d = d->next)
        d->call(d->arg);
    a->defers = NULL;
}

void arena_fini(arena *a)
{
    run_deferred(a);
    while (a->block) {
        struct arena_block *next = a->block->next;
        free(a->block);
        a->block = next;
    }
    a->used = 0;
}

/* Keeps the newest block, which is the largest of the ordinary ones. */
void arena_reset(arena *a)
{
    run_deferred(a);
    struct arena_block *keep = a->block && a->block->size <= MAX_BLOCK ? a->block : NULL;
    if (keep)
        a->block = keep->next;
    arena_fini(a);
    if (keep) {
        keep->next = NULL;
        keep->used = 0;
        a->block = keep;
    }
}

static _Noreturn void out_of_room(arena *a)
{
    if (a->full)
        longjmp(*a->full, 1);
    abort(); /* a bug of ours: every entry point sets `full` */
}

static struct arena_block *new_block(arena *a, size_t size)
{
    size_t want = a->block ? a->block->size * 2 : a->first ? a->first : FIRST_BLOCK;
    if (want > MAX_BLOCK)
        want = MAX_BLOCK;
    if (want < size)
        want = size;
    struct arena_block *b = malloc(sizeof *b + want);
    if (!b)
        out_of_room(a);
    *b = (struct arena_block){ .next = a->block, .size = want };
    return a->block = b;
}

static size_t aligned(size_t size)
{
    return (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

void *arena_room(arena *a, size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_room(a);
    size = aligned(size);
    if (size > a->limit || a->used > a->limit - size)
        out_of_room(a);
    struct arena_block *b = a->block;
    if (!b || b->size - b->used < size)
        b = new_block(a, size);
    void *p = b->data + b->used;
    b->used += size;
    a->used += size;
    return p;
}

void arena_give_back(arena *a, void *p, size_t size, size_t kept)
{
    struct arena_block *b = a->block;
    size_t rest = aligned(size) - aligned(kept);
    if ((char *)p + aligned(size) != b->data + b->used)
        return; /* something else came after it */
    b->used -= rest;
    a->used -= rest;
}

void *arena_alloc(arena *a, size_t size)
{
    return memset(arena_room(a, size), 0, size);
}

void arena_defer(arena *a, void (*call)(void *), void *arg)
{
    struct arena_defer *d = ARENA_NEW(a, struct arena_defer);
    *d = (struct arena_defer){ a->defers, call, arg };
    a->defers = d;
}

wq_str arena_str(arena *a, const char *p, size_t n)
{
    char *copy = arena_room(a, n + 1);
    if (n)
        memcpy(copy, p, n);
    copy[n] = '\0';
    return (wq_str){ copy, n };
}

wq_str arena_printf(arena *a, const char *format, ...)
{
    char small[PRINTED]; /* most are shorter */
    va_list ap, again;
    va_start(ap, format);
    va_copy(again, ap);
    int printed = vsnprintf(small, sizeof small, format, ap);
    va_end(ap);
    size_t n = printed < 0 ? 0 : (size_t)printed;
    char *p = arena_room(a, n + 1);
    if (n < sizeof small)
        memcpy(p, small, n);
    else
        vsnprintf(p, n + 1, format, again);
    va_end(again);
    p[n] = '\0';
    return (wq_str){ p, n };
}

/* `vec` is any VEC(): a pointer, then two 32-bit counts. */
typedef struct any_vec {
    void *v;
    uint32_t n, cap;
} any_vec;

void vec_room(arena *a, void *vec, size_t item, uint32_t cap)
{
    any_vec *g = vec;
    char *v = arena_room(a, item * cap);
    if (g->n)
        memcpy(v, g->v, item * g->n);
    g->v = v;
    g->cap = cap;
}

void vec_grow(arena *a, void *vec, size_t item)
{
    any_vec *g = vec;
    uint32_t cap = g->cap ? g->cap * 2 : 8;
    if (cap < g->cap)
        out_of_room(a);
    vec_room(a, vec, item, cap);
}
