/* Keys under which a person's names stand in the index besides their spelling: the skeletons of the first and last word, the
 * last one also with each letter left out, so that one slip on either side still meets.                                 */
#ifndef WAQAI_RESPELL_H
#define WAQAI_RESPELL_H

#include "base/base.h"

/* Calls `emit` for each key of a name (as lex_key() gives it); for none where it is one word, where the last has the article
 * or is too short to tell names apart.                                                                                 */
void respell_keys(wq_str name, void (*emit)(void *ctx, wq_str key), void *ctx);

#endif
