/* Output under construction, and error messages. */
#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"

char *buf_grow(buf *b, size_t n)
{
    size_t cap = b->cap ? b->cap : 256;
    bool fits = !b->failed && n <= SIZE_MAX / 4 - b->n;
    while (fits && cap < b->n + n)
        cap *= 2;
    char *p = fits ? realloc(b->p, cap) : NULL;
    if (!p) {
        b->failed = true;
        b->cap = b->n; /* no room is left for what comes after */
        return NULL;
    }
    b->p = p;
    b->cap = cap;
    return p + b->n;
}

void buf_uint(buf *b, uint64_t v)
{
    char digits[24];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + v % 10);
    while (v /= 10);
    buf_add(b, digits + at, sizeof digits - at);
}

void buf_printf(buf *b, const char *format, ...)
{
    enum { LIKELY = 64 };
    va_list ap, again;
    if (!buf_room(b, LIKELY))
        return;
    va_start(ap, format);
    va_copy(again, ap);
    size_t room = b->cap - b->n;
    int n = vsnprintf(b->p + b->n, room, format, ap);
    va_end(ap);
    if (n >= 0 && (size_t)n >= room && buf_room(b, (size_t)n + 1))
        vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
    if (n >= 0 && !b->failed)
        b->n += (size_t)n;
    va_end(again);
}

void buf_fini(buf *b)
{
    free(b->p);
    *b = (buf){ 0 };
}

wq_status fail(wq_error *err, wq_status status, uint64_t pos, const char *format, ...)
{
    if (err) {
        va_list ap;
        va_start(ap, format);
        err->status = status;
        err->pos = pos;
        vsnprintf(err->text, sizeof err->text, format, ap);
        va_end(ap);
    }
    return status;
}
