/* Names that are spelt in two ways, and names that are two. */
#ifndef WAQAI_NAMES_H
#define WAQAI_NAMES_H

#include <sqlite3.h>

#include "base/base.h"

/* Are the first names of two folded names other ones?  Not where one of the names holds the other's first word, nor
 * where they are as alike as transcriptions are: at most half of the letters differ.                               */
bool names_contradict(wq_str a, wq_str b);

/* The same as SQL function names_contradict(a, b). */
void names_sql(sqlite3_context *context, int n, sqlite3_value **value);

#endif
