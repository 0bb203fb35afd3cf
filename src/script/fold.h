/* Orthography: one pass from text as written to the folded form that look-up uses.
 *
 *   level NORM  drops what is not part of spelling: harakat, tatweel, Quranic marks, zero-width and
 *               bidi controls; presentation forms and Persian or Urdu letters become the Arabic ones,
 *               digits and punctuation ASCII, Latin lower case.
 *   level FULL  merges what the press mixes: alef forms to alef, alef maqsura to yeh, teh marbuta to heh.
 *
 * Two words that FULL merges can be told apart by their NORM forms (على, علي).  What becomes of which letter is in
 * data/script/fold*.tsv; tools/foldc makes tables of it.                                                      */
#ifndef WAQAI_FOLD_H
#define WAQAI_FOLD_H

#include "base/base.h"

typedef enum fold_level { FOLD_NORM, FOLD_FULL } fold_level;

enum { FOLD_LONGEST = 4, FOLD_GROWTH = 3 }; /* letters of one; bytes for one at most */

/* The letters of one code point; how many: 0 where it is dropped, 1 but for ligatures. */
unsigned fold_cp(uint32_t cp, fold_level level, uint32_t out[FOLD_LONGEST]);

/* Folds `in` (valid UTF-8) into the arena. */
wq_str fold_str(arena *a, wq_str in, fold_level level);

/* The same, but `in` itself where folding changes nothing. */
wq_str fold_view(arena *a, wq_str in, fold_level level);

/* FOLD_FULL of what is at FOLD_NORM already: `norm` itself where nothing is to be merged. */
wq_str fold_norm(arena *a, wq_str norm);

/* As fold_str into a caller's buffer of at least FOLD_GROWTH * in.n bytes; returns the length. */
size_t fold_into(wq_str in, fold_level level, char *out);

/* Is `folded` what becomes of `in` at FOLD_FULL?  Where it is not, its first letters mostly say so. */
bool fold_is(wq_str in, wq_str folded);

/* Folded text with a map both ways, in code points: letter i of `text` comes from the code point original[i] on, and code
 * point k of the original has become folded[k] on.  Both maps never fall and end at the ends: original[n_text] is the
 * number of code points of the original, folded[n_original] is n_text.                                            */
typedef struct fold_map {
    wq_str text;
    uint32_t *original, *folded;
    uint32_t n_text, n_original; /* code points */
} fold_map;
fold_map fold_mapped(arena *a, wq_str in, fold_level level);

bool cp_is_rare_arabic_letter(uint32_t cp); /* outside the alphabet proper */
/* Also presentation forms and Persian letters. */
static inline bool cp_is_arabic_letter(uint32_t cp)
{
    return cp >= 0x620 &&
           (cp <= 0x63f || (cp >= 0x641 && cp <= 0x64a) || cp_is_rare_arabic_letter(cp));
}
bool cp_is_mark(uint32_t cp);  /* harakat, tatweel, invisible controls: what NORM drops */
bool cp_is_digit(uint32_t cp); /* ASCII, Arabic-Indic, Persian */
bool cp_is_space(uint32_t cp);
uint32_t cp_digit(uint32_t cp); /* 0..9 */

#endif
