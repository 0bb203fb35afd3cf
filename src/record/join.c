#include "record/join.h"

static char *put(char *at, wq_str s)
{
    if (s.n)
        memcpy(at, s.p, s.n);
    return at + s.n;
}

wq_str join(arena *a, const wq_str *v, uint32_t n, wq_str with)
{
    size_t size = n > 1 ? (n - 1) * with.n : 0;
    for (uint32_t i = 0; i < n; i++)
        size += v[i].n;
    char *out = arena_room(a, size + 1), *at = out;
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            at = put(at, with);
        at = put(at, v[i]);
    }
    *at = '\0';
    return (wq_str){ out, size };
}
