/* Spellings of foreign names: what all transcriptions of one name have in common, and how alike two of them are.
 *
 * A skeleton is the word without long vowels, hamza and final heh, with one letter for those that transcribe one sound
 * (g j gh q k; t th; d dh; s sh z): لافرنتيف, لافرنتييف and لافرينتييف have the same.                             */
#ifndef WAQAI_SKELETON_H
#define WAQAI_SKELETON_H

#include "base/base.h"

enum { SKELETON_MOST = 32 }; /* letters; longer words have none */

/* The skeleton of a folded word (FOLD_FULL), one byte a letter, into `out`; how many letters. */
unsigned skeleton_of(wq_str word, char out[SKELETON_MOST]);
/* 0..1: one less the letters to insert, drop or change for each letter of the longer word. */
double skeleton_likeness(wq_str a, wq_str b);

#endif
