/* Events, their status, and who says so, from the clauses of an article. */
#ifndef WAQAI_EVENT_H
#define WAQAI_EVENT_H

#include "base/base.h"
#include "clause/clause.h"

typedef struct
    event_part { /* one part of the article with what the earlier stages found in it */
    clause_input in;
    const clause_sentence *sentence;
    uint32_t n_sentences;
} event_part;

/* A row that names a word of the text and did not become its event. */
typedef struct event_near_miss {
    const text_part *part;
    uint32_t first, last; /* tokens of the word */
    uint32_t row;         /* of LEX_EVENT */
    const char *rule;     /* what rejected it */
    wq_str condition;     /* of its needs; where the rule is another: n == 0 */
} event_near_miss;

typedef struct event_result {
    wq_event *event;
    uint32_t n_events;
    event_near_miss *near_miss;
    uint32_t n_near_misses;
    wq_quote *quote;
    uint32_t n_quotes;
} event_result;

/* What is known of the document as a whole. */
typedef struct event_frame {
    int32_t published; /* CALENDAR_NONE: unknown */
    wq_str about;      /* the state it is about (actor_settle), or unknown */
    wq_str id;         /* goes into those of its events */
    bool misses;       /* near misses are wanted, of which an article has hundreds */
} event_frame;

/* Codes both parts (title, text); mentions of one event are merged. */
void event_code(const lexicon *lex, arena *a, const event_part part[2],
                const event_frame *frame, event_result *out);

/* A time expression as it goes out; strings in the arena. */
wq_timex event_public_time(arena *a, const text_part *part, const time_expr *t);

#endif
