/* One object of JSON Lines, with the keys of a document: id title text html url outlet byline published. */
#ifndef WAQAI_JSON_RECORD_H
#define WAQAI_JSON_RECORD_H

#include "base/base.h"

typedef struct json_record { /* valid UTF-8 without NUL, in the arena; unknown: p == NULL */
    wq_str id, title, text, html, url, outlet, byline, published;
    uint32_t repaired; /* ill-formed sequences replaced */
} json_record;

/* Reads `line`.  Keys that are null, empty or no strings are unknown; others are passed over.
 * Fails with WQ_E_FORMAT where the line is no JSON object; err->pos is the byte where reading stopped. */
wq_status json_record_read(arena *a, wq_str line, json_record *out, wq_error *err);

#endif
