/* An HTML tokenizer: tags, their attributes and the text between, as slices of the page.
 *
 * It follows the HTML standard where that changes what is text (comments, raw-text elements, quoted
 * attributes, bogus comments) and builds no tree, so its work is linear in the page.               */
#ifndef WAQAI_HTML_TOKEN_H
#define WAQAI_HTML_TOKEN_H

#include "base/base.h"

/* Elements that the page stage tells apart; every other one is TAG_OTHER. */
typedef enum html_tag {
    TAG_OTHER,
    TAG_A,
    TAG_ABBR,
    TAG_ADDRESS,
    TAG_ARTICLE,
    TAG_ASIDE,
    TAG_AUDIO,
    TAG_BLOCKQUOTE,
    TAG_BODY,
    TAG_BR,
    TAG_BUTTON,
    TAG_CANVAS,
    TAG_CAPTION,
    TAG_CENTER,
    TAG_CITE,
    TAG_DATALIST,
    TAG_DD,
    TAG_DETAILS,
    TAG_DIALOG,
    TAG_DIV,
    TAG_DL,
    TAG_DT,
    TAG_FIELDSET,
    TAG_FIGCAPTION,
    TAG_FIGURE,
    TAG_FOOTER,
    TAG_FORM,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_HEAD,
    TAG_HEADER,
    TAG_HGROUP,
    TAG_HR,
    TAG_HTML,
    TAG_IFRAME,
    TAG_IMG,
    TAG_INPUT,
    TAG_LABEL,
    TAG_LEGEND,
    TAG_LI,
    TAG_LINK,
    TAG_MAIN,
    TAG_MARQUEE,
    TAG_MENU,
    TAG_META,
    TAG_NAV,
    TAG_NOEMBED,
    TAG_NOFRAMES,
    TAG_NOSCRIPT,
    TAG_OBJECT,
    TAG_OL,
    TAG_OPTION,
    TAG_P,
    TAG_PRE,
    TAG_SCRIPT,
    TAG_SECTION,
    TAG_SELECT,
    TAG_SPAN,
    TAG_STYLE,
    TAG_SVG,
    TAG_TABLE,
    TAG_TBODY,
    TAG_TD,
    TAG_TEMPLATE,
    TAG_TEXTAREA,
    TAG_TFOOT,
    TAG_TH,
    TAG_THEAD,
    TAG_TIME,
    TAG_TITLE,
    TAG_TR,
    TAG_UL,
    TAG_VIDEO,
    TAG_VOID /* any other without content */,
    TAG_WBR,
    TAG_XMP,
    TAG_COUNT
} html_tag;

typedef enum html_kind {
    HTML_TEXT, /* text with its entities; of a raw-text element (tag says which) without markup */
    HTML_OPEN, /* <p ...> */
    HTML_CLOSE /* </p> */
} html_kind;

enum { HTML_MAX_ATTRS = 32 }; /* further attributes of one tag are passed over */

typedef struct html_attr {
    wq_str name, value; /* as written, entities not decoded */
} html_attr;

typedef struct html_token {
    html_kind kind;
    html_tag tag;     /* TEXT: the raw-text element it is the content of, or TAG_OTHER */
    wq_str name;      /* OPEN, CLOSE: the name as written */
    wq_str text;      /* TEXT */
    bool self_closed; /* OPEN: <.../> */
    uint32_t n_attrs;
    html_attr attr[HTML_MAX_ATTRS];
} html_token;

typedef struct html_reader {
    const char *p, *end;
    html_tag raw; /* element whose raw text comes next */
} html_reader;

/* Starts reading `page`, which is borrowed and of any content. */
void html_open(html_reader *r, wq_str page);
/* The next token; false at the end of the page. */
bool html_next(html_reader *r, html_token *t);
/* The element with this name in any case. */
html_tag html_tag_of(wq_str name);
/* True where `page` looks like HTML or a piece of it rather than plain text. */
bool html_is(wq_str page);

#endif
