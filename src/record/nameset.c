#include <stdlib.h>

#include "record/record.h"

static uint32_t slot(const name_set *s, wq_str name)
{
    uint32_t i = (uint32_t)(hash_bytes(HASH_SEED, name.p, name.n) % s->cap);
    while (s->v[i] && !str_eq(str_of(s->v[i]), name))
        i = i + 1 == s->cap ? 0 : i + 1;
    return i;
}

bool name_set_has(const name_set *s, wq_str name)
{
    return s->cap && s->v[slot(s, name)];
}

static bool grow(name_set *s)
{
    name_set bigger = { .cap = s->cap ? s->cap * 2 + 1 : 1021, .n = s->n };
    bigger.v = calloc(bigger.cap, sizeof *bigger.v);
    if (!bigger.v)
        return false;
    for (uint32_t i = 0; i < s->cap; i++)
        if (s->v[i])
            bigger.v[slot(&bigger, str_of(s->v[i]))] = s->v[i];
    free(s->v);
    *s = bigger;
    return true;
}

void name_set_add(name_set *s, wq_str name)
{
    if (s->n * 2 >= s->cap && !grow(s))
        return;
    uint32_t i = slot(s, name);
    if (s->v[i] || memchr(name.p, 0, name.n))
        return;
    s->v[i] = strndup(name.p, name.n);
    s->n += s->v[i] != NULL;
}

void name_set_clear(name_set *s)
{
    for (uint32_t i = 0; i < s->cap; i++)
        free(s->v[i]);
    free(s->v);
    *s = (name_set){ 0 };
}
