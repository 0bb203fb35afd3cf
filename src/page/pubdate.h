/* The publication date of a page, by vote among all that the page says of it. */
#ifndef WAQAI_PUBDATE_H
#define WAQAI_PUBDATE_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "page/html_doc.h"
#include "page/html_main.h"
#include "page/meta.h"
#include "page/page.h"

/* Sets out->published and published_from where the page or its URL (out->url) gives a date and none is
 * known.  `crawled` is an ISO date-time after which nothing can have been published, or empty.       */
void pubdate_html(const lexicon *lex, arena *a, const html_doc *doc,
                  const meta_facts *facts, const html_main *m, wq_str crawled,
                  page_article *out);

/* The same for a page that gives nothing but its URL. */
void pubdate_url(arena *a, wq_str crawled, page_article *out);

#endif
