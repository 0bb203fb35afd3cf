/* Orthography: one pass from text as written to the folded form that look-up uses.
 *
 *   level NORM  drops what is not part of spelling: harakat, tatweel, Quranic marks, zero-width and
 *               bidi controls; presentation forms and Persian or Urdu letters become the Arabic ones,
 *               digits ASCII, Latin lower case.
 *   level FOLD  merges what the press mixes: alef forms to alef, alef maqsura to yeh, teh marbuta to heh.
 *
 * Two words that FOLD merges can be told apart by their NORM forms (على, علي).               */
#ifndef WAQAI_FOLD_H
#define WAQAI_FOLD_H

#include "base/base.h"

typedef enum fold_level { FOLD_NORM, FOLD_FULL } fold_level;

/* The folded value of one code point; 0 where it is dropped.  Lam-alef ligatures give lam and
 * set *second to alef, which is 0 otherwise.                                                   */
uint32_t fold_cp(uint32_t cp, fold_level level, uint32_t *second);

/* Folds `in` (valid UTF-8) into the arena. */
wq_str fold_str(arena *a, wq_str in, fold_level level);

/* FOLD_FULL of what is at FOLD_NORM already: `norm` itself where nothing is to be merged. */
wq_str fold_norm(arena *a, wq_str norm);

/* As fold_str into a caller's buffer of at least 2 * in.n bytes; returns the length. */
size_t fold_into(wq_str in, fold_level level, char *out);

bool cp_is_arabic_letter(uint32_t cp); /* also presentation forms and Persian letters */
bool cp_is_mark(uint32_t cp);  /* harakat, tatweel, invisible controls: what NORM drops */
bool cp_is_digit(uint32_t cp); /* ASCII, Arabic-Indic, Persian */
bool cp_is_space(uint32_t cp);
uint32_t cp_digit(uint32_t cp); /* 0..9 */

#endif
