/* Inside the clause stage: one pass over a sentence that makes items and clauses together. */
#ifndef WAQAI_READER_H
#define WAQAI_READER_H

#include "clause/clause.h"
#include "morph/morph.h"
#include "text/match.h"

typedef struct reader {
    const clause_input *in;
    arena *mem;
    VEC(clause_item) items;
    VEC(clause) clauses;
    uint32_t actor, place, time; /* cursors into the lists */
    bool verb_in_clause;         /* the clause at hand has its verb */
} reader;

/* The toponym of the dateline that a sentence opens with, whose items become marks; NULL where it has none. */
const clause_item *reader_dateline(const clause_sentence *s, arena *a);

/* Does `it` go on with a clause that an aside interrupted?  That clause, or -1. */
int32_t aside_interrupts(reader *r, const clause_item *it);

/* Is the word in any reading a verb of the group: يجب is "must", and a form of "roams"; صدر "came out", and "exported"? */
bool reader_may_be_of_group(const lexicon *lex, const text_token *t, wq_str group);

/* ---- function.c ---- */
/* Reads the word at a token as a function word, or as one of several tokens (غير أن, في حال, إلى جانب), into `it`. */
bool reader_function(reader *r, uint32_t at, clause_item *it);
bool reader_function_phrase(reader *r, uint32_t at, clause_item *it);
/* ---- handed.c ---- */
/* "They opened fire", "and the two asked": a verb of several has its subject before it, or none. */
bool reader_is_of_many(const clause_item *verb);

/* ---- subject.c ---- */
/* The subject of a clause that has a verb, and of one whose predicate is a participle. */
void clause_find_subject(const lexicon *lex, const clause_sentence *s, arena *a, clause *c);
void clause_find_nominal_subject(const clause_sentence *s, clause *c);
/* May this be the subject of that verb?  States go either way. */
bool clause_agrees(const clause_item *verb, const clause_item *subject);
/* The same of a verb behind its subject, which agrees with it in number, too. */
bool clause_agrees_as_topic(const clause_sentence *s, const clause_item *verb,
                            uint32_t topic);
/* ---- fronted.c ---- */
/* Gives the clause that describes what opens the sentence the subject of the clause behind it, where it has none. */
void clause_find_fronted(const clause_sentence *s);
/* ---- behind.c ---- */
/* The subject that stands behind a verb; -1: none does, or what stands there shows that it is the object. */
int32_t clause_behind_verb(const lexicon *lex, const clause_sentence *s, arena *a,
                           uint32_t verb);
/* Is it a body in the feminine right behind a verb that tells of a man, and so its object? */
bool clause_is_she_behind_he(const lexicon *lex, const clause_sentence *s,
                             const clause_item *verb, const clause_item *it);
/* Is it the object of a verb of hers that goes on without a subject: "and (she) called on the council", "and accused Israel of"? */
bool clause_is_whom_she(const lexicon *lex, const clause_sentence *s,
                        const clause_item *verb, const clause_item *it, int32_t handed);
/* Are those behind the verb, whom a number counts, its object: "the police arrested four men", "killed 31 of them"? */
bool clause_is_counted_object(const clause_sentence *s, const clause_item *verb,
                              int32_t after);
/* Is it a man who is hers, behind a verb of hers: "and recalled (she) her ambassador"? */
bool clause_is_her_man(const clause_sentence *s, const clause_item *verb, int32_t after);
/* Does a relative clause leave no doubt that "who" is its subject: "who killed soldiers"? */
bool clause_is_done_by_who(const clause_sentence *s, const clause *c, int32_t after);
/* Is somebody behind the verb of a force at work taken in by it: "raided houses and arrested three people"? */
bool clause_is_taken_in(const lexicon *lex, const clause_sentence *s,
                        const clause_item *verb, const clause_item *it, int32_t handed);
/* ---- reread.c ---- */
/* Takes another verb of the same spelling where the actor behind this one does not agree with it. */
void clause_reread(const lexicon *lex, const clause_sentence *s, clause_item *verb);

/* Takes another verb of the same spelling where the man right before this one does not agree with it. */
void clause_reread_behind_man(const clause_sentence *s, const clause *c);

/* The reading of a verb as a perfect, where its spelling has one: "قد تلقى"; NULL where not. */
const morph_analysis *clause_perfect(const text_part *part, const clause_item *verb);

/* The same where who is told of before the verb does not agree with it: "the emir, ..., received a call". */
void clause_reread_for_topic(const clause_sentence *s, const clause *c);

/* The same where nobody stands by the verb, for the man whom the clause above tells of: "during a call that (he) received". */
void clause_reread_for_above(const clause_sentence *s, const clause *c);

/* ---- ahead.c ---- */
/* Whoever stands alone in the clause that a relative clause before this one interrupts, and waits for its verb; -1: nobody. */
int32_t clause_awaiting(const lexicon *lex, const clause_sentence *s, const clause *c);
/* Whom a verb of blame above "of having ..." is done to; -1: nobody. */
int32_t clause_blamed(const lexicon *lex, const clause_sentence *s, arena *a,
                      const clause *c);
/* "said that the talks that he held": does whoever is handed down from above do what this clause tells of a thing? */
bool clause_is_done_by_speaker(const lexicon *lex, const clause_sentence *s,
                               const clause *c, int32_t handed);
/* "An attack was carried out and hit": the verb of the clause that a strike is joined to, else its own; -1: somebody acts there. */
int32_t clause_verb_of_deed(const clause_sentence *s, const clause *c);
/* "And (he) refused the request": the thing at item `after` is the object of a verb that goes on from the sentence before. */
bool clause_is_thing_refused(const lexicon *lex, const clause_sentence *s, arena *a,
                             const clause *c, int32_t after, int32_t handed);
/* A verb whose subject is somebody, never a thing. */
bool clause_is_done_by_people(const lexicon *lex, const clause_item *verb);
/* "during which he met", "Austria, in which": what is ahead is no subject. */
bool clause_is_taken_up(const clause_sentence *s, const clause *c);
/* "in which he met the minister": nor is who stands behind the verb. */
bool clause_is_met_there(const lexicon *lex, const clause_sentence *s, arena *a,
                         const clause *c);

/* ---- reading.c: the reading of a token as a finite verb, as a verbal noun, participle or event noun; NULL: it has none ---- */
const morph_analysis *reader_finite(const reader *r, const text_token *t);
const morph_analysis *reader_nominal(const reader *r, const text_token *t);

/* Reads the name of a village of two words behind "village of", which then is a word that a name follows. `known` is
 * the toponym that begins there, or NULL: one of several words is no unknown village.                                 */
bool reader_village(reader *r, uint32_t at, const place_mention *known, clause_item *it);
/* "in the province of Badghis": a word for province that means a boycott too (np_land_maybe of morph/function.tsv), behind "in" and before
 * the place, or the word of no dictionary, that `it` is: the name follows it.                                         */
void reader_land(reader *r, const clause_item *it);
/* Does a toponym count where it stands: behind a local preposition or "city", where it is doubtful? */
bool reader_place_counts(reader *r, const place_mention *place);
/* "the city of Jeddah (السعودية)": the name of a state right behind a toponym of it, spelt like its adjective, is one. */
bool reader_describes_place(const reader *r, const actor_mention *actor);
/* Is the word a number, in digits or in letters? */
bool reader_is_count(const reader *r, const text_token *t);
void reader_item(reader *r, uint32_t at, clause_item *out);
/* The actor whose mention begins at a token, or NULL; tokens are asked for in order. */
const actor_mention *reader_actor_at(reader *r, uint32_t at);

/* Notes of a word that it is an adjective: "another", "two others", of somebody before it; "official", of a noun. */
void reader_describe(const reader *r, uint32_t at, clause_item *it);

/* What the class of a verb tells of it. */
void reader_classes(const reader *r, clause_item *it);

/* ---- skip.c ---- */
/* Does the clause that a relative clause without a particle interrupts go on at item `at`, behind item `head` of the latter? */
bool clause_goes_on_above(const clause_sentence *s, uint32_t head, uint32_t at);

/* ---- that.c ---- */
/* Behind "that" comes the subject, also where we do not know who or what it is: the first word no preposition governs.*/
int32_t clause_noun_behind_that(const clause_sentence *s, const clause *c);

/* ---- means.c ---- */
/* "hit with raids posts of the rebels": do the means of a strike stand at `at`, right behind its doer?  Behind them is what was hit. */
bool clause_is_means_of_strike(const clause_sentence *s, uint32_t at);
/* Is it an adjective of the means before it? */
bool clause_describes_means(const clause_sentence *s, uint32_t i);

/* ---- between.c ---- */
/* Ties to "between" whoever is joined to what is told of the first behind it. */
void clause_complete_between(const clause_sentence *s, clause_args *args);

/* ---- lead.c: words that lead to a noun ---- */
/* Does somebody stand at a token, or behind words like "leaders of" there? */
bool reader_leads_to_somebody(reader *r, uint32_t at);
/* Is the next word behind "village", "town", without article?  Is it then its name, though it is spelt like that verb? */
bool reader_is_behind_kind_of_place(const reader *r);
bool reader_is_name_of_place(const reader *r, uint32_t at, const morph_analysis *verb);
/* A kind of place that introduces no name is a noun: "a village in the north", "seized a town and", "a town south of". */
void reader_end_introduction(reader *r, const clause_item *next);

/* ---- noun.c ---- */
/* Is teh marbuta written at the end of the item's last word?  Look-up folds it to heh, which may be a pronoun. */
bool clause_ends_in_teh(const text_part *part, const clause_item *it);
/* "any intervention", "no interference": no verb stands behind it, whatever its tense. */
bool reader_is_any(const clause_item *before);
/* A word in -an behind a verb of its own root, which only repeats it. */
bool reader_is_cognate(const reader *r, const text_token *t, const morph_analysis *verb);
/* Is the word the preposition of this value? */
bool reader_is_prep(const reader *r, const text_token *t, wq_str value);
struct morph_analysis;
/* A word that is a verb, or somebody's people or thing ("its mission"): is it the latter, behind a verb and its subject? */
bool reader_has_noun_instead(const reader *r, uint32_t at,
                             const struct morph_analysis *verb);
/* A word has both readings: is it a noun at this point of the sentence? */
bool reader_noun_here(reader *r, uint32_t at, const struct morph_analysis *verb);

#endif
