#include "coder/desks.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { MOST_IDLE = 64 }; /* threads beyond that begin anew each time */

struct desks {
    _Atomic(word_memory *) idle[MOST_IDLE];
};

/* Where a thread looks first, so that it gets back what its processor's caches still hold. */
static unsigned own_place(void)
{
    uint64_t id = (uint64_t)pthread_self();
    return (unsigned)(id * 0x9e3779b97f4a7c15u >> 32);
}

desks *desks_new(void)
{
    return calloc(1, sizeof(desks));
}

void desks_free(desks *d)
{
    for (int i = 0; d && i < MOST_IDLE; i++)
        memory_free(d->idle[i]);
    free(d);
}

word_memory *desk_take(desks *d)
{
    unsigned first = own_place();
    for (unsigned i = 0; i < MOST_IDLE; i++) {
        word_memory *m = atomic_exchange(&d->idle[(first + i) % MOST_IDLE], NULL);
        if (m)
            return m;
    }
    return memory_new(MEMORY_BYTES);
}

void desk_return(desks *d, word_memory *m)
{
    unsigned first = own_place();
    for (unsigned i = 0; m && i < MOST_IDLE; i++) {
        word_memory *nobody = NULL;
        if (atomic_compare_exchange_strong(&d->idle[(first + i) % MOST_IDLE], &nobody, m))
            return;
    }
    memory_free(m);
}
