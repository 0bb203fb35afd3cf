/* The small things every stage stands on: slices, the arena, growable arrays.
 *
 * Memory.  Everything derived from an article lives in one arena and dies with
 * it.  An arena has a ceiling.  When it is reached, control returns at once to
 * the entry point that set `arena->full` (as lua_error does), which reports
 * WQ_E_LIMIT; so pipeline code never checks an allocation.  Code that holds a
 * resource which is not memory of the arena registers it with arena_defer(). */
#ifndef WAQAI_BASE_H
#define WAQAI_BASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <waqai/waqai.h>

/* ---- slices ---------------------------------------------------------- */

#define STR(literal) ((wq_str){ "" literal, sizeof(literal) - 1 })
#define STR_ARG(s)   (int)(s).n, (s).p /* for "%.*s" */

/* These are inline: next to a literal, a comparison of lengths and words is left of them.  NULL gives the empty slice. */
static inline wq_str str_of(const char *cstring)
{
    return cstring ? (wq_str){ cstring, strlen(cstring) } : (wq_str){ "", 0 };
}
static inline __attribute__((always_inline)) bool str_eq(wq_str a, wq_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
static inline __attribute__((always_inline)) bool str_starts(wq_str s, wq_str prefix)
{
    return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}
static inline __attribute__((always_inline)) bool str_ends(wq_str s, wq_str suffix)
{
    return s.n >= suffix.n &&
           (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}
/* One of 64 bits, by a short word's length and letters: of a set of words only the bits need be asked first.  0: no word. */
static inline uint64_t str_bit(wq_str s)
{
    if (s.n == 0)
        return 0;
    unsigned a = (unsigned char)s.p[0], b = (unsigned char)s.p[s.n / 2],
             z = (unsigned char)s.p[s.n - 1];
    return (uint64_t)1 << ((a + b * 7 + z * 19 + s.n * 5) & 63);
}
int str_cmp(wq_str a, wq_str b);                    /* bytewise */
wq_str str_sub(wq_str s, size_t from, size_t to);   /* clamped half-open byte range */
wq_str str_trim(wq_str s);                          /* ASCII white space, NBSP */
ptrdiff_t str_find(wq_str s, wq_str needle);        /* byte offset or -1 */
ptrdiff_t str_find_nocase(wq_str s, wq_str needle); /* ASCII case ignored */
bool str_eq_nocase(wq_str a, wq_str b);
bool str_next(wq_str *rest, char separator, wq_str *piece); /* splits; false at the end */
bool str_listed(wq_str list, char separator,
                wq_str one); /* an empty list has nothing; `one` is one */
uint64_t hash_bytes(uint64_t seed, const void *p, size_t n); /* FNV-1a, chainable */
#define HASH_SEED 0xcbf29ce484222325u
static inline uint64_t hash_byte(uint64_t seed, unsigned char byte)
{
    return (seed ^ byte) * 0x100000001b3u;
}

/* ---- errors ---------------------------------------------------------- */

/* Fill *err (which may be NULL) and return `status`. */
wq_status fail(wq_error *err, wq_status status, uint64_t pos, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* ---- arena ----------------------------------------------------------- */

typedef struct arena arena;
struct arena {
    struct arena_block *block;  /* newest first */
    struct arena_defer *defers; /* newest first */
    size_t used, limit;         /* bytes handed out; ceiling */
    size_t first;               /* bytes of the first block; 0: as usual */
    jmp_buf *full;              /* where to go when the ceiling is met */
};

void arena_init(arena *a, size_t limit);
void arena_reset(arena *a); /* runs the deferred calls, keeps one block */
void arena_fini(arena *a);
void *arena_alloc(arena *a, size_t size)
    __attribute__((returns_nonnull)); /* zeroed, aligned to 16 */
void *arena_room(arena *a, size_t size) __attribute__((
    returns_nonnull)); /* the same, not zeroed: for what is written at once */
/* Gives back what is behind the first `kept` bytes of what arena_room() handed out last, `size` bytes at `p`. */
void arena_give_back(arena *a, void *p, size_t size, size_t kept);
void arena_defer(arena *a, void (*call)(void *), void *arg);
wq_str arena_str(arena *a, const char *p, size_t n); /* copy, NUL added */
wq_str arena_printf(arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
#define ARENA_NEW(a, type)      ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (size_t)(n)))

/* ---- growable arrays in an arena -------------------------------------- */

/* VEC(token) tokens = { 0 };  *vec_push(arena, &tokens) = x;  tokens.v[i], tokens.n
 * What is pushed is not zeroed.  Pointers into .v are good until the next push.      */
#define VEC(type)        \
    struct {             \
        type *v;         \
        uint32_t n, cap; \
    }
void vec_room(arena *a, void *vec, size_t item, uint32_t cap);
void vec_grow(arena *a, void *vec, size_t item);
/* Makes room for `most`, where it is known beforehand how many there will be. */
#define vec_reserve(a, vec, most) \
    ((most) > (vec)->cap ? vec_room((a), (vec), sizeof *(vec)->v, (most)) : (void)0)
#define vec_push(a, vec)                                                          \
    (((vec)->n == (vec)->cap ? vec_grow((a), (vec), sizeof *(vec)->v) : (void)0), \
     &(vec)->v[(vec)->n++])

/* ---- text under construction ------------------------------------------ */

/* A byte buffer on the heap, for output.  A failed allocation sets `failed`
 * and drops what comes after; look once at the end.                        */
typedef struct buf {
    char *p;
    size_t n, cap;
    bool failed;
} buf;
char *buf_grow(buf *b, size_t n);
/* Where `n` more bytes may be written, to be counted into b->n by who does; NULL where the allocation failed. */
static inline char *buf_room(buf *b, size_t n)
{
    return b->cap - b->n >= n && b->p ? b->p + b->n : buf_grow(b, n);
}
static inline void buf_add(buf *b, const char *p, size_t n)
{
    char *to = n ? buf_room(b, n) : NULL;
    if (to) {
        memcpy(to, p, n);
        b->n += n;
    }
}
static inline void buf_str(buf *b, wq_str s)
{
    buf_add(b, s.p, s.n);
}
static inline void buf_char(buf *b, char c)
{
    buf_add(b, &c, 1);
}
void buf_uint(buf *b, uint64_t v); /* in decimal digits */
void buf_printf(buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_fini(buf *b);

#endif
