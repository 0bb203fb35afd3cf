/* What a reader hands to the page stage: the bytes of one page and what its container said of it. */
#ifndef WAQAI_SAVED_H
#define WAQAI_SAVED_H

#include "base/base.h"

typedef enum saved_kind {
    SAVED_PAGE, /* HTML or plain text as bytes in any charset; the page stage looks */
    SAVED_JSON  /* one JSON object: a line of JSON Lines (keys of eval/FORMATS.md) */
} saved_kind;

/* On the heap, with everything it points to in one arena of its own.  Unknown slices have p == NULL. */
struct wq_page {
    arena mem;
    saved_kind kind;
    wq_str name;         /* file, or file:record or file:line, for messages */
    wq_str bytes;        /* the page or the JSON object */
    wq_str content_type; /* HTTP Content-Type as sent, may be wrong */
    wq_str url;
    /* what a container (a feed item) states; it wins over the page's own */
    wq_str id, title, outlet, byline, published;
    wq_str crawled; /* ISO date-time the page was fetched; nothing is published after it */
    wq_str published_default; /* --published: used where the page has none */
};

#endif
