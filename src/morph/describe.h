/* An analysis in words: what the linguist reads in `waqai lexicon show`. */
#ifndef WAQAI_DESCRIBE_H
#define WAQAI_DESCRIBE_H

#include "morph/morph.h"

/* Part of speech: "verb", "masdar", "active participle", "passive participle", "noun", "adjective", "particle", "name",
 * or the name of the table ("office", "time", "page pattern"...).                                                 */
const char *morph_pos(const lexicon *lex, const morph_analysis *m);

/* The lemma as its row has it: a verb's perfect, a noun's singular, the canonical name; may be empty. */
wq_str morph_lemma(const lexicon *lex, const morph_analysis *m);

/* Tense, mood, voice where the spelling shows it, person, gender, number, state ("imperfect 3 masc sing", "fem plur
 * definite"); "-" where there is none.                                                                            */
wq_str morph_features(arena *a, const morph_analysis *m);

/* Clitics by name around a hyphen for the stem: "wa+sa+-+ha"; "-" where there is none. */
wq_str morph_clitics(arena *a, const morph_analysis *m);

/* Adds a line for each analysis of the word: part of speech, features, clitics, file and line of the row, its id, lemma,
 * stem, with a tab between.                                                                                     */
void morph_show(const lexicon *lex, arena *a, const text_token *t, buf *out);

#endif
