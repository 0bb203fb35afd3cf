/* Nouns of place, and words behind which a place stands. */
#ifndef WAQAI_EVENT_SITE_H
#define WAQAI_EVENT_SITE_H

#include "event/draft.h"

/* Stands the place at item `at` behind a word of holding ("the conference HELD in Marrakesh")? */
bool site_is_held(const coder_state *c, const event_draft *d, uint32_t at);

/* ---- local.c ---- */
/* Does the argument tell where the event took place: "in", "near", "inside", and of an act of force "at", "around"? */
bool where_is_local(const coder_state *c, const event_draft *d, const clause_arg *a);
/* "at a checkpoint", "in front of the prison": of an act of force. */
bool where_is_at(const coder_state *c, const event_draft *d, const clause_arg *a);

/* ---- where.c, for narrow.c ---- */
/* "the camp of Jenin": the toponym right behind the draft's site; NULL where none is. */
const clause_item *site_town(const coder_state *c, const event_draft *d);
/* The toponym behind a direction, "town of" or the like between them or not; NULL where there is none. */
const clause_item *site_town_behind(const clause_sentence *s, const clause_item *direction);
/* "stormed the headquarters": the site that the deed is done to, by the slots of the type that may be the place. */
const clause_item *site_in_slots(const coder_state *c, const event_draft *d,
                                 const clause_args *args, wq_str slots);
/* The first site, the first toponym, that an argument tells by "in", "near" and the like. */
const clause_item *site_in_args(const coder_state *c, const event_draft *d,
                                const clause_args *args);
const clause_item *where_toponym(const coder_state *c, const event_draft *d,
                                 const clause_args *args);
/* What stands outside the trigger's own arguments, in the order of how near it is. */
void where_look_around(coder_state *c, event_draft *d, const clause_args *args);

#endif
