/* Comparing two renderings of the same line: only folded letters and digits count. */
#ifndef WAQAI_COMPARE_H
#define WAQAI_COMPARE_H

#include "base/base.h"

enum { COMPARE_MAX = 1024 }; /* bytes of the line that are looked at */

wq_str compare_key(arena *a, wq_str line);
/* True where the keys are equal, or the shorter is at least `least` bytes and stands inside the longer. */
bool compare_within(wq_str key, wq_str other, size_t least);

#endif
