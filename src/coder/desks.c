#include "coder/desks.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { MOST_IDLE = 64 }; /* threads beyond that begin anew each time */

struct desks {
    _Atomic(word_memory *) idle[MOST_IDLE];
};

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
    for (int i = 0; i < MOST_IDLE; i++) {
        word_memory *m = atomic_exchange(&d->idle[i], NULL);
        if (m)
            return m;
    }
    return memory_new(MEMORY_BYTES);
}

void desk_return(desks *d, word_memory *m)
{
    for (int i = 0; m && i < MOST_IDLE; i++) {
        word_memory *nobody = NULL;
        if (atomic_compare_exchange_strong(&d->idle[i], &nobody, m))
            return;
    }
    memory_free(m);
}
