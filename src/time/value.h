/* What the builders share. */
#ifndef WAQAI_TIME_VALUE_H
#define WAQAI_TIME_VALUE_H

#include "time/grammar.h"

/* The `value` cell of a reading's row. */
wq_str time_row_value(const time_context *c, const time_reading *r);
/* A DATE of this grain over days [first, last]. */
void time_set(time_meaning *m, char grain, int32_t first, int32_t last);
/* The month that holds a day (or none). */
void time_set_month(time_meaning *m, int32_t day);
/* Whole Gregorian years. */
void time_set_years(time_meaning *m, char grain, int first, int last);

#endif
