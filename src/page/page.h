/* From a saved page to an article: charset, main text without furniture, and what the page says of itself. */
#ifndef WAQAI_PAGE_H
#define WAQAI_PAGE_H

#include "base/base.h"
#include "input/saved.h"
#include "lexicon/lexicon.h"

/* Unknown slices have p == NULL.  Everything is valid UTF-8 and lives in the arena. */
typedef struct page_article {
    wq_str id, url, outlet, byline, title;
    wq_str text;           /* main text, letter for letter; paragraphs separated by '\n' */
    wq_str published;      /* ISO 8601: day, or date-time with or without zone */
    wq_str published_from; /* "given" "json-ld" "meta" "time" "url" "text" "option" */
    uint32_t repaired;     /* ill-formed byte sequences replaced */
} page_article;

/* Fails with WQ_E_FORMAT (a JSON line that is no object, err->pos = byte in it). */
wq_status page_read(const lexicon *lex, arena *a, const wq_page *saved, page_article *out,
                    wq_error *err);

#endif
