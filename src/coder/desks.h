/* Memories of words that an engine lends, each to one thread at a time, for as long as it codes an article.  They are all
 * that is mutable in an engine, and what comes out does not depend on them.                                           */
#ifndef WAQAI_DESKS_H
#define WAQAI_DESKS_H

#include "text/memory.h"

typedef struct desks desks;

desks *desks_new(void); /* NULL where there is no room */
void desks_free(desks *d);

word_memory *desk_take(desks *d); /* NULL where there is no room: one codes without */
void desk_return(desks *d, word_memory *m);

#endif
