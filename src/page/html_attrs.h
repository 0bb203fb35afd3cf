/* The attributes of a tag that the page stage looks at. */
#ifndef WAQAI_HTML_ATTRS_H
#define WAQAI_HTML_ATTRS_H

#include "base/base.h"
#include "page/html_token.h"

typedef struct html_attrs { /* as written; p == NULL where the tag has none */
    wq_str class, id, itemprop, role, rel, href, content, datetime, name, property, type,
        equiv;
    bool hidden; /* by attribute or by style */
} html_attrs;

html_attrs html_attrs_of(const html_token *t);
/* True where `name` is one of the words of `list`, as itemprop and rel have them; case ignored. */
bool html_has_word(wq_str list, wq_str name);

#endif
