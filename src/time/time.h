/* Time expressions (TIMEX3) and their resolution against the day of publication and the narrative. */
#ifndef WAQAI_TIME_H
#define WAQAI_TIME_H

#include "base/base.h"
#include "calendar/calendar.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

typedef enum time_type { TIME_DATE, TIME_TIME, TIME_DURATION, TIME_SET } time_type;

typedef struct time_expr {
    uint32_t first, last; /* tokens [first, last) of the part, without prepositions */
    uint32_t sentence;
    uint8_t type;       /* time_type */
    wq_str value;       /* TIMEX3, p == NULL: unresolved */
    wq_str mod;         /* START MID END APPROX ..., p == NULL: none */
    wq_str quant, freq; /* of a set: EVERY; 2X */
    wq_str conflict;    /* TIMEX3 value of what contradicts `value`, p == NULL: nothing */
    uint8_t calendar;   /* wq_calendar that the days depend on */
    int32_t first_day, last_day; /* CALENDAR_NONE: unknown or not a date */
    bool anchored; /* a day, week, month or year that an event can happen in */
    wq_str rule;   /* id of the rule */
    wq_str
        text; /* as written where the span must start inside a token (a clitic): else slice */
    wq_span
        span; /* code points as output: a clitic like و before the expression is left out */
} time_expr;

typedef struct time_list {
    time_expr *v;
    uint32_t n;
} time_list;

/* Finds and resolves the time expressions of one part, in order, not overlapping.  `published` is CALENDAR_NONE where
 * unknown: relative expressions then have no value.  The part must have been through text and morph stages.       */
void time_tag(const lexicon *lex, arena *a, const text_part *part, int32_t published,
              time_list *out);

#endif
