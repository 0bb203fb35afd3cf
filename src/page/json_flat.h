/* A JSON object whose members are strings or null, read where it lies: what a line of JSON Lines mostly is.  Anything else is
 * left to a reader of all of JSON.                                                                                    */
#ifndef WAQAI_JSON_FLAT_H
#define WAQAI_JSON_FLAT_H

#include "base/base.h"

typedef struct json_flat {
    const char *p, *end; /* what is left of the object */
    bool ended;          /* behind it */
} json_flat;

/* At the beginning of an object of valid UTF-8; false where there is none. */
bool json_flat_open(json_flat *f, wq_str s);
/* The next member; of `null` the value has p == NULL, else it is a slice of the object or, where it has escapes, in the arena.
 * False behind the last one, and where something else comes: `ended` tells.                                           */
bool json_flat_next(json_flat *f, arena *a, wq_str *key, wq_str *value);

/* The four hexadecimal digits at p; -1 where they are none. */
int json_hex4(const char *p);

#endif
