/* What a page states of itself outside its text: meta elements, JSON-LD, marked elements. */
#ifndef WAQAI_META_H
#define WAQAI_META_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "page/html_doc.h"
#include "page/html_main.h"
#include "page/json_ld.h"
#include "page/page.h"

enum { META_MAX_DATES = 8 };

typedef struct meta_facts { /* decoded; unknown: p == NULL */
    wq_str title, description, site, author, url;
    struct {
        wq_str value;
        bool weak; /* its name does not say that it is the day of publication */
    } dates[META_MAX_DATES];
    uint32_t n_dates;
    json_ld ld;
} meta_facts;

meta_facts meta_read(arena *a, const html_doc *doc);

/* Title, outlet and byline from the facts, the headline on the page and what stands near it; fields of
 * `out` that are known are kept.                                                                     */
void meta_article(const lexicon *lex, arena *a, const html_doc *doc,
                  const meta_facts *facts, const html_main *m, page_article *out);

/* The host of a URL without "www.", lower case; p == NULL where there is none. */
wq_str meta_host(arena *a, wq_str url);

#endif
