/* Doers that stand elsewhere than in the slots of a row: who issues a text, whose meeting speaks, whose weapon it was.     */
#ifndef WAQAI_EVENT_DOER_H
#define WAQAI_EVENT_DOER_H

#include "event/draft.h"

/* Fills `side` with who issues the text that is the subject of the trigger's clause; true where somebody does. */
bool role_add_issuer(coder_state *c, const event_draft *d, event_side *side);
/* "(He) held a meeting that took in": who holds the meeting that the trigger's clause describes. */
bool role_convener(coder_state *c, event_draft *d, event_side *side);
/* Adds the organisation whose meeting is the subject ("the Arab summit condemned"), where an adjective tells which. */
bool role_add_convened(coder_state *c, const event_draft *d, event_side *side);

/* Slot `where`: the toponym that a clause with "where" describes; NULL where there is none. */
const clause_item *role_where_item(const event_draft *d);
/* That slot; `host`: the state of whoever receives a guest of "the country"; `guest`: whoever paid the visit that was told of last,
 * where the pronoun on the trigger may mean him.                                                                       */
bool role_of_visit(coder_state *c, const event_draft *d, wq_str slot, event_side *side);
/* Slot `body`: the organisation that an adjective behind the trigger names. */
bool role_body(coder_state *c, const event_draft *d, event_side *side);
/* Adds whose weapon it was done with ("by an Israeli drone"), where an act of force has no doer of its own. */
void role_add_by_means(coder_state *c, const event_draft *d, event_side *side);
/* Is the noun told by a verb before it whose subjects are several, joined by "and"? */
bool role_is_by_several(const event_draft *d);

/* Is it somebody by a common noun whose row in agents.tsv is of one of these kinds, with | between them? */
bool role_is_of_kind(const coder_state *c, const actor_mention *m, wq_str kinds);
/* The same body, or two of which nobody knows better: "the rebels" of one country. */
bool role_is_same_party(const wq_actor *a, const wq_actor *b);

/* came.c, slot `came` of event/README.md: of a sentence that goes on from what was told before ("this came during a meeting with"),
 * whose words that was; NULL: nobody known, or another sentence.                                                      */
const actor_mention *role_came(const coder_state *c, const event_draft *d);
/* Whom a possessive pronoun on the trigger means. */
const actor_mention *role_possessor(coder_state *c, const event_draft *d, uint16_t pronoun);
bool role_add_came(coder_state *c, event_draft *d, event_side *side);
/* Slot `light`: who does what a light verb carries, or has decided on what stands bare behind his decision. */
bool role_lent(coder_state *c, event_draft *d, event_side *side);

/* visit.c, slot `nth`: whose visit it is that is counted, behind li-. */
bool role_is_nth(const coder_state *c, const event_draft *d, uint32_t at);
bool role_nth(coder_state *c, event_draft *d, event_side *side);
/* "Became the first president who visits Cuba": a present that tells of the past. */
bool visit_is_first_to(const coder_state *c, const event_draft *d);

/* issuer.c: the slot `issuer` of event/README.md, the document told of in this sentence or one before. */
bool role_issuer(coder_state *c, event_draft *d, event_side *side);

#endif
