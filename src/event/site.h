/* Nouns of place, and words behind which a place stands. */
#ifndef WAQAI_EVENT_SITE_H
#define WAQAI_EVENT_SITE_H

#include "event/draft.h"

/* Stands the place at item `at` behind a word of holding ("the conference HELD in Marrakesh")? */
bool site_is_held(const coder_state *c, const event_draft *d, uint32_t at);

#endif
