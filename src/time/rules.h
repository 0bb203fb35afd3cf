/* What the rows of rules.c refer to. */
#ifndef WAQAI_TIME_RULES_H
#define WAQAI_TIME_RULES_H

#include "time/grammar.h"

/* Builders: what a match means; false where it means nothing after all. */
typedef bool time_builder(time_context *c, const time_hit *h, time_meaning *m);

time_builder time_day; /* hands on to the builder of the alternative of G_DAY */
time_builder time_deictic, time_weekday, time_date, time_full, time_spaced, time_dateline,
    time_that_day, time_ago, time_holiday;
time_builder time_agreeing, time_edge_day;
time_builder time_days, time_weekdays, time_weekend, time_vague_past;
time_builder time_month, time_unit, time_year, time_years, time_quarter, time_quarter_rel,
    time_season, time_decade, time_century;
time_builder time_pod, time_pod_alone, time_pod_weekdays, time_clock, time_clock_range,
    time_night, time_midnight, time_midnight_weekdays;
time_builder time_count, time_compound, time_half, time_vague, time_every, time_every_half,
    time_every_date, time_adverb, time_turns;
time_builder time_ref, time_ref_day, time_then;

/* Guards: may the match stand here? */
typedef bool time_guard(const time_context *c, const time_hit *h);

time_guard guard_agreeing;
time_guard guard_deictic, guard_weekday, guard_date, guard_day_rel, guard_dateline;
time_guard guard_ago, guard_ago_one;
time_guard guard_month_bare, guard_month_pair, guard_unit_rel, guard_unit_part,
    guard_year_bare, guard_years, guard_years_pair;
time_guard guard_clock, guard_hour, guard_beside_date;
time_guard guard_count, guard_age, guard_two, guard_one, guard_whole, guard_vague,
    guard_compound;
time_guard guard_same_unit, guard_turns, guard_weekdays, guard_per_unit,
    guard_every_weekday, guard_weekday_plural;
time_guard guard_pod_alone, guard_ref, guard_ref_in, guard_ref_tense, guard_then;

#endif
