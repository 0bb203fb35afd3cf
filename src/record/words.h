/* Folded text as the record keeps it: words and what parts them.
 *
 * SQLite's tokenizer `ascii`, which costs half of what `unicode61` does, takes whatever is not ASCII for a letter.  So signs
 * outside ASCII that are neither letter nor digit (« », bullets, other blanks) are kept as blanks, one for one.         */
#ifndef WAQAI_RECORD_WORDS_H
#define WAQAI_RECORD_WORDS_H

#include <sqlite3.h>

#include "base/base.h"

/* Blanks the signs of `text` (valid UTF-8) in place; its new length in bytes. */
size_t words_blank(char *text, size_t n);

/* FOLD_FULL, and blanked. */
wq_str words_fold(arena *a, wq_str text);

/* The SQL function record_words(folded). */
void words_sql(sqlite3_context *context, int n, sqlite3_value **value);

#endif
