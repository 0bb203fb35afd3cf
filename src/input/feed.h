/* RSS and Atom: each item becomes a page.  The scanner is tolerant: it follows tags, not a
 * grammar, and a feed that is not well-formed gives the items it has.                      */
#ifndef WAQAI_FEED_H
#define WAQAI_FEED_H

#include "base/base.h"

typedef struct feed feed;

/* One item; slices are good until the next call. */
typedef struct feed_item {
    wq_str html, url, title, outlet, byline, published;
} feed_item;

/* A copy of `bytes`, in UTF-8.  Fails with WQ_E_NOMEM. */
wq_status feed_open(wq_str bytes, feed **out, wq_error *err);
/* The next item: WQ_OK, WQ_END, WQ_E_NOMEM; WQ_E_FORMAT where the feed ends inside an item. */
wq_status feed_next(feed *f, feed_item *out, wq_error *err);
uint64_t feed_count(const feed *f); /* items given so far */
void feed_close(feed *f);

#endif
