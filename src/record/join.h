#ifndef WAQAI_RECORD_JOIN_H
#define WAQAI_RECORD_JOIN_H

#include "base/base.h"

/* Texts behind each other, `with` between them; NUL added.  A tenth of what printing them costs. */
wq_str join(arena *a, const wq_str *v, uint32_t n, wq_str with);

#endif
