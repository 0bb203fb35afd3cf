/* Output under construction, and error messages. */
#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"

static bool reserve(buf *b, size_t more)
{
    if (b->failed || more > SIZE_MAX / 4 - b->n)
        return !(b->failed = true);
    if (b->n + more <= b->cap)
        return true;
    size_t cap = b->cap ? b->cap : 256;
    while (cap < b->n + more)
        cap *= 2;
    char *p = realloc(b->p, cap);
    if (!p)
        return !(b->failed = true);
    b->p = p;
    b->cap = cap;
    return true;
}

void buf_add(buf *b, const char *p, size_t n)
{
    if (n && reserve(b, n)) {
        memcpy(b->p + b->n, p, n);
        b->n += n;
    }
}

void buf_str(buf *b, wq_str s)
{
    buf_add(b, s.p, s.n);
}

void buf_char(buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_printf(buf *b, const char *format, ...)
{
    enum { LIKELY = 64 };
    va_list ap, again;
    if (!reserve(b, LIKELY))
        return;
    va_start(ap, format);
    va_copy(again, ap);
    size_t room = b->cap - b->n;
    int n = vsnprintf(b->p + b->n, room, format, ap);
    va_end(ap);
    if (n >= 0 && (size_t)n >= room && reserve(b, (size_t)n + 1))
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
