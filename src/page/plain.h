/* The article in a text that somebody copied off a page: main text apart from title, stamp, byline,
 * captions and furniture, by the evidence of lines.                                                 */
#ifndef WAQAI_PLAIN_H
#define WAQAI_PLAIN_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "page/page.h"

/* Reads `text` (valid UTF-8, LF) and sets inout->text to its main text: whole lines of `text`, in order,
 * letter for letter; `text` itself where nothing had to go.  Sets title, byline, outlet, published (with
 * published_from "text") where they are unknown and the text gives evidence; what is known is kept, and a
 * known title's repetition leaves the text.  Never fails but by the arena's ceiling.                    */
void plain_article(const lexicon *lex, arena *a, wq_str text, page_article *inout);

#endif
