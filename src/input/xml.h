/* A scanner of XML as it comes: tags, text, CDATA.  It knows no grammar and never fails. */
#ifndef WAQAI_XML_H
#define WAQAI_XML_H

#include "base/base.h"

typedef enum xml_kind { XML_TEXT, XML_CDATA, XML_OPEN, XML_CLOSE, XML_EMPTY } xml_kind;

typedef struct xml_token {
    xml_kind kind;
    wq_str name;    /* of a tag, with its prefix */
    wq_str inside;  /* text as written; of a tag, its attributes */
    size_t at, end; /* bytes of the whole */
} xml_token;

/* The token at *at, which moves behind it.  Declarations, comments and processing instructions
 * are stepped over.  False at the end.                                                        */
bool xml_next(wq_str all, size_t *at, xml_token *t);

/* Value of an attribute, as written; unknown where there is none. */
wq_str xml_attribute(wq_str attributes, const char *name);

/* Appends `s` with XML's five entities and numeric ones replaced; others stay. */
void xml_unescape(buf *out, wq_str s);

#endif
