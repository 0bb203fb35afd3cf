/* What a file holds, told from its first bytes. */
#ifndef WAQAI_SNIFF_H
#define WAQAI_SNIFF_H

#include "base/base.h"

typedef enum sniffed {
    SNIFF_MORE,        /* can't be told from so few bytes */
    SNIFF_EMPTY,       /* nothing, or white space alone */
    SNIFF_PAGE,        /* HTML or plain text */
    SNIFF_JSON_LINES,  /* an object a line */
    SNIFF_JSON_VALUES, /* objects over several lines, or an array of them */
    SNIFF_FEED,        /* RSS, Atom */
    SNIFF_WARC,
    SNIFF_OTHER /* no page: an image, a PDF, binary data */
} sniffed;

enum { SNIFF_ENOUGH = 64 * 1024 }; /* with so many bytes the answer is never SNIFF_MORE */

/* `all`: nothing follows `start`.  *what names it in a word or two where it is SNIFF_OTHER. */
sniffed sniff(wq_str start, bool all, const char **what);

/* Too many control bytes for text in any 8-bit charset or UTF-8; UTF-16 is text. */
bool sniff_binary(wq_str start);

#endif
