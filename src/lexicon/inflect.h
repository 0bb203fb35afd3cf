/* Inflection at build time: from a lemma to every form the unvocalised spelling can take. */
#ifndef WAQAI_INFLECT_H
#define WAQAI_INFLECT_H

#include "lexicon/lexicon.h"

/* Called for each form (folded, in a buffer that is reused) with its LEX_F_ features. */
typedef void inflect_emit(void *ctx, wq_str form, uint32_t feats);

enum { /* what the spelling of a verb does not show: a set of bits */
       INFLECT_DOUBLED = 1 << 0, /* its second and third root letters are one: استمرّ */
       INFLECT_SECOND = 1 << 1, /* form II, spelt as form I: the imperative has no alef */
       INFLECT_DROPS = 1 << 2   /* the imperative drops the hamza: كل, خذ, مر */
};

/* The finite forms of a verb given by its perfect and imperfect, third person masculine singular (زار, يزور).
 * Its kind is read off the spelling: hollow, defective, doubled (two letters, or told), assimilated, with hamza.
 * Perfect, imperfect with subjunctive and jussive where they are spelt otherwise, imperative, in all persons; the
 * passive where its spelling differs.                                                                      */
void inflect_verb(wq_str perfect, wq_str imperfect, unsigned kinds, inflect_emit *emit,
                  void *ctx);

/* INFLECT_SECOND where the verbal noun (variants with '|', may be empty) or the imperfect tells it. */
unsigned inflect_second(wq_str perfect, wq_str imperfect, wq_str masdar);

/* Participles by rule, of form I (three letters) and of the derived forms; empty where the rule does not reach.
 * `masdar` (variants with '|', may be empty) tells form II from form I.                                         */
wq_str inflect_active(arena *a, wq_str perfect, wq_str imperfect, wq_str masdar);
wq_str inflect_passive(arena *a, wq_str perfect, wq_str imperfect, wq_str masdar);

typedef enum inflect_kind {
    INFLECT_THING,
    INFLECT_PERSON, /* also the plurals in -un, -in and the feminine */
    INFLECT_WEAK /* a person's word whose last letter is weak and goes before endings: داعي داعون */
} inflect_kind;

/* The forms of a noun (one word): as it stands, dual, accusative alef, stem before a pronoun, plural in -at. */
void inflect_noun(wq_str lemma, inflect_kind kind, inflect_emit *emit, void *ctx);

/* The imperfect that the spelling of a perfect leaves no doubt of; empty where it does: form I
 * hollow, defective, doubled or beginning with waw or hamza. */
wq_str inflect_guess_imperfect(arena *a, wq_str perfect);

#endif
