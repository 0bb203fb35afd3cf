/* What the builders share. */
#ifndef WAQAI_TIME_VALUE_H
#define WAQAI_TIME_VALUE_H

#include "time/grammar.h"

/* The `value` cell of a reading's row. */
wq_str time_row_value(const time_context *c, const time_reading *r);
/* A DATE of this grain over days [first, last]. */
void time_set(time_meaning *m, char grain, int32_t first, int32_t last);
void time_set_day(time_meaning *m, int32_t day);
/* The modifier of the match: a part of the stretch (end of), or "about". */
void time_set_mod(const time_context *c, const time_hit *h, time_meaning *m);
int32_t time_add_days(int32_t day, int n); /* CALENDAR_NONE stays that */
/* The same day of another month, its last day where that is shorter. */
int32_t time_add_months(int32_t day, int n);
/* Last, this, next: the reading, or NULL. */
const time_reading *time_rel_of(const time_hit *h);
/* The nth weekday of the match, or NULL. */
const time_reading *time_weekday_of(const time_hit *h, uint32_t nth);
/* The month that holds a day (or none). */
void time_set_month(time_meaning *m, int32_t day);
/* Whole Gregorian years. */
void time_set_years(time_meaning *m, char grain, int first, int last);

#endif
