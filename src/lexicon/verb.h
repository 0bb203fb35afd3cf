/* Inside the inflection of verbs: a verb as its two principal parts. */
#ifndef WAQAI_VERB_H
#define WAQAI_VERB_H

#include "lexicon/spelling.h"

typedef struct verb {
    word perfect; /* زار  التقى  ردّ */
    word stem;    /* imperfect without its prefix: زور  لتقي  رد */
    bool hollow, defective, doubled;
} verb;

/* Reads its kind off the spelling; short ones (fewer than two letters) are no verbs. */
verb verb_read(wq_str perfect, wq_str imperfect, bool doubled);

/* A hamza in the middle behind the u-i of the passive: سئل, رئي, سوئل. */
static inline word hamza_on_yeh(word w, unsigned at)
{
    bool hamza = w.c[at] == ALEF_HAMZA || w.c[at] == HAMZA;
    return hamza ? with(w, at, YEH_HAMZA) : w;
}

#endif
