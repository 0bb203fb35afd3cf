/* From tables of text to the image of image.h.  Used by tools/lexc.c at build time and by lex_overlay(). */
#ifndef WAQAI_COMPILE_H
#define WAQAI_COMPILE_H

#include "lexicon/lexicon.h"

typedef struct compiler compiler;

/* Everything lives in `a`, whose `full` must be set. */
compiler *compiler_new(arena *a);

/* Rows of one TSV file; `path` is its path below data/.  A row whose id an earlier layer has replaces it; a second one
 * in the same layer is an error.  Fails with WQ_E_LEXICON: err->text is "file:line: what was wanted, what was found". */
wq_status compiler_add_tsv(compiler *c, wq_str path, wq_str text, wq_error *err);
/* All rows and stems of another lexicon, as an earlier layer. */
void compiler_add_lexicon(compiler *c, const lexicon *lex);
/* The words of a hunspell dictionary (ar.dic, ar.aff, borrowed until compiler_finish()), inflected; of those that rows
 * have too only the dictionary's own form (dictionary.c).                                                          */
wq_status compiler_add_hunspell(compiler *c, wq_str dic, wq_str aff, wq_error *err);
/* GeoNames cities (cities15000.txt, countryInfo.txt) that have an Arabic name. */
wq_status compiler_add_cities(compiler *c, wq_str cities, wq_str countries, wq_error *err);

/* The image, in the arena: the same rows give the same bytes. */
wq_status compiler_finish(compiler *c, wq_str *image, wq_error *err);

#endif
