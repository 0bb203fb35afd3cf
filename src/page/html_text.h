/* The characters of HTML text: entities decoded, white space as a browser shows it. */
#ifndef WAQAI_HTML_TEXT_H
#define WAQAI_HTML_TEXT_H

#include "base/base.h"

/* Decodes the entity at p (*p == '&', n bytes left).  Returns its length in bytes and the code point,
 * or 0 where no entity begins there.                                                              */
size_t html_entity(const char *p, size_t n, uint32_t *cp);

/* Appends `in` to `out`, which has room for in.n more bytes, from *w on: entities decoded, runs of white
 * space, no-break ones too, made one space, none after a space or at the beginning (*w == start).                       */
void html_append(wq_str in, char *out, size_t start, size_t *w);

/* As one trimmed string in the arena; `in` itself where there is nothing to decode. */
wq_str html_decode(arena *a, wq_str in);

#endif
