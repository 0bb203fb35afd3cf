/* A page as a flat list of blocks of text under a light tree of containers.
 *
 *   <div class="post"><h1>T</h1><p>a <a href>b</a></p>c<br>d</div>
 *
 *   nodes   0 root   1 div.post   2 h1   3 p
 *   blocks  "T" in 2   "a b" in 3 (1 letter linked)   "c" in 1   "d" in 1
 *
 * Only elements that open a line of their own become nodes, and inline ones whose class names a part of
 * the page.  Open elements are kept on a stack of bounded depth; what is nested deeper falls to the last
 * container, so hostile nesting costs no more than plain text.                                         */
#ifndef WAQAI_HTML_DOC_H
#define WAQAI_HTML_DOC_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "page/html_token.h"

enum {                       /* html_node.flags */
       NODE_HIDDEN = 1 << 0, /* style or attribute hides it, or an ancestor */
       NODE_ASIDE =
           1
           << 1, /* element or role of furniture: nav, aside, footer, dialog, form parts */
       NODE_BODY = 1 << 2,    /* itemprop articleBody */
       NODE_ARTICLE = 1 << 3, /* <article>, <main> */
       NODE_TEXT = 1 << 4     /* has text of its own, not only in nodes below */
};

typedef struct html_node {
    uint32_t parent;     /* of the root: 0 */
    uint32_t first, end; /* its blocks and those of the nodes below: [first, end) */
    uint32_t n_children;
    html_tag tag;
    unsigned flags;
    unsigned kinds;     /* PATTERN_CLASS_... of class and id */
    uint32_t signature; /* of tag and class: equal for siblings of one design */
} html_node;

typedef struct html_block {
    wq_str text; /* decoded, white space collapsed, not empty */
    uint32_t node;
    uint32_t letters, linked; /* letters, and those inside links */
} html_block;

typedef struct html_meta { /* <meta>, or an element with itemprop and content */
    wq_str name, content;  /* as written */
} html_meta;

typedef enum html_mark_kind {
    MARK_TIME,
    MARK_DATE,
    MARK_AUTHOR,
    MARK_HEADLINE
} html_mark_kind;

typedef struct html_mark { /* an element that says what its text is */
    html_mark_kind kind;
    wq_str value; /* datetime or content attribute as written; p == NULL: none */
    wq_str text;
    uint32_t block; /* the block it stands in or before */
    uint32_t node;
} html_mark;

typedef struct html_doc {
    VEC(html_node) nodes;   /* parents before children */
    VEC(html_block) blocks; /* in page order */
    VEC(html_meta) metas;
    VEC(html_mark) marks;
    VEC(wq_str) json_ld; /* contents of the scripts, as written */
    wq_str title;        /* <title>, decoded */
    wq_str canonical;    /* <link rel=canonical>, as written */
} html_doc;

/* Reads `page` (valid UTF-8 without NUL).  Slices point into `page` or the arena. */
html_doc *html_read(const lexicon *lex, arena *a, wq_str page);

static inline unsigned html_heading(html_tag tag) /* 1..6, or 0 */
{
    return tag >= TAG_H1 && tag <= TAG_H6 ? (unsigned)(tag - TAG_H1) + 1 : 0;
}

#endif
