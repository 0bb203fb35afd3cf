/* What a page says of its article in JSON-LD (schema.org). */
#ifndef WAQAI_JSON_LD_H
#define WAQAI_JSON_LD_H

#include "base/base.h"
#include "page/html_doc.h"

typedef struct json_ld { /* unknown: p == NULL */
    wq_str headline, description, published, author, publisher, body, url;
    bool article; /* it came from an article, not from the page or site around it */
} json_ld;

/* The first article of the page's JSON-LD scripts.  CDATA and comment wrappers, entities in strings and
 * line feeds in strings are put up with; from a script that is no JSON at all, headline and date are
 * taken where they can be seen.                                                                      */
json_ld json_ld_read(arena *a, const html_doc *doc);

#endif
