/* The main text of a page: which container holds the article, and which of its blocks are furniture. */
#ifndef WAQAI_HTML_MAIN_H
#define WAQAI_HTML_MAIN_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "page/html_doc.h"

#define HTML_NO_BLOCK UINT32_MAX

typedef struct html_main {
    wq_str text;       /* paragraphs separated by '\n'; empty where there is no article */
    uint32_t letters;  /* of it */
    uint32_t headline; /* block that shows the headline, or HTML_NO_BLOCK */
    uint32_t first, last; /* blocks of the text: [first, last], or HTML_NO_BLOCK both */
    uint32_t container;   /* node that holds most of it */
} html_main;

/* The block that shows the headline `title` (decoded; a site's name may stand before or after it), or
 * where none does the first heading of level 1 or titled line; HTML_NO_BLOCK where there is none.             */
uint32_t html_headline(arena *a, const html_doc *doc, wq_str title);

/* Picks the main text.  `description` is the page's own summary, which often is the lead; it may be empty. */
html_main html_main_text(const lexicon *lex, arena *a, const html_doc *doc,
                         uint32_t headline, wq_str title, wq_str description);

/* True where the block stands in furniture, by element or class. */
bool html_in_furniture(const html_doc *doc, uint32_t node);

#endif
