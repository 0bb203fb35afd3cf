/* The grammar.  A row is a sequence of places; at a token the longest row wins, of equals the first.
 *
 *   ONE(a, b)   a reading of class a or b         THE('Y', a)  a reading of class a for this unit
 *   MAY(a)      the same, or nothing              MAY_THE(..)  the same, or nothing
 *   OUT(a)      needed, but not part of the span  GROUP(g)     the longest alternative of group g
 *
 * Inside a match only the first reading may carry proclitics (besides the article), or one after "and".        */
#include "time/rules.h"

#define ONE(...)                 \
    {                            \
        .class = { __VA_ARGS__ } \
    }
#define MAY(...)                                 \
    {                                            \
        .flags = E_MAY, .class = { __VA_ARGS__ } \
    }
#define OUT(...)                                 \
    {                                            \
        .flags = E_OUT, .class = { __VA_ARGS__ } \
    }
#define THE(letter, ...)                         \
    {                                            \
        .unit = letter, .class = { __VA_ARGS__ } \
    }
#define MAY_THE(letter, ...)                                     \
    {                                                            \
        .flags = E_MAY, .unit = letter, .class = { __VA_ARGS__ } \
    }
#define GROUP(g)   \
    {              \
        .group = g \
    }
#define MAY_GROUP(g)               \
    {                              \
        .flags = E_MAY, .group = g \
    }

#define ANY_MONTH   C_MONTH_PAIR, C_MONTH, C_MONTH_WEAK, C_HIJRI, C_PERSIAN
#define ANY_WEEKDAY C_WEEKDAY, C_WEEKDAY_SET_OFF
#define ANY_REL     C_REL, C_REL_WEAK
#define DAY_WORD    MAY_THE('D', C_UNIT)

/* clang-format off */
const time_rule time_rules[] = {
    /* ---- a month's name, and what says which year ---- */
    { "month_name", G_MONTH, NULL, NULL,
      { MAY_THE('M', C_UNIT, C_THE_UNIT), ONE(ANY_MONTH) } },
    { "year_written", G_YEAR, NULL, NULL,
      { MAY(C_OF, C_COMMA, C_SLASH, C_DASH), ONE(C_YEAR, C_YEAR4) } },
    { "year_rel", G_YEAR, NULL, NULL,
      { ONE(ANY_REL, C_REL_NEXT) } },
    { "year_of_rel", G_YEAR, NULL, NULL,
      { MAY(C_OF), THE('Y', C_THE_UNIT), ONE(ANY_REL, C_SAME, C_REL_NEXT) } },
    { "year_of_this", G_YEAR, NULL, NULL,
      { ONE(C_OF), ONE(C_DEM, C_DEM_FAR), THE('Y', C_THE_UNIT) } },

    /* ---- a day of a month ---- */
    { "day_month", G_DAYMONTH, NULL, NULL,
      { MAY(C_ARTICLE), ONE(C_DAYNUM), MAY(C_OF, C_SLASH, C_DASH), GROUP(G_MONTH),
        MAY_GROUP(G_YEAR) } },
    { "day_of_month", G_DAYMONTH, NULL, NULL,
      { MAY(C_ARTICLE), ONE(C_DAYNUM), ONE(C_OF), THE('M', C_THE_UNIT),
        ONE(ANY_REL, C_SAME, C_REL_NEXT) } },
    { "day_of_the_month", G_DAYMONTH, NULL, NULL,
      { MAY(C_ARTICLE), ONE(C_DAYNUM), ONE(C_OF), THE('M', C_THE_UNIT) } },
    { "day_of_this_month", G_DAYMONTH, NULL, NULL,
      { MAY(C_ARTICLE), ONE(C_DAYNUM), ONE(C_OF), ONE(C_DEM, C_DEM_FAR), THE('M', C_THE_UNIT) } },

    /* ---- days ---- */
    { "deictic", G_DAY, time_deictic, guard_deictic,
      { DAY_WORD, ONE(C_DEICTIC) } },
    { "deictic_weekday", G_DAY, time_deictic, NULL,
      { DAY_WORD, ONE(C_DEICTIC), MAY(C_COMMA), DAY_WORD, ONE(ANY_WEEKDAY) } },
    { "deictic_date", G_DAY, time_date, NULL,
      { DAY_WORD, ONE(C_DEICTIC), MAY(C_COMMA), DAY_WORD, MAY(ANY_WEEKDAY),
        MAY(C_COMMA, C_AGREEING, C_DASH), GROUP(G_DAYMONTH) } },
    { "deictic_date_bracket", G_DAY, time_date, NULL,
      { DAY_WORD, ONE(C_DEICTIC), MAY(C_COMMA), DAY_WORD, MAY(ANY_WEEKDAY), ONE(C_OPEN),
        GROUP(G_DAYMONTH), ONE(C_CLOSE) } },
    { "deictic_bracket_date", G_DAY, time_date, NULL,
      { DAY_WORD, ONE(C_DEICTIC), ONE(C_OPEN), DAY_WORD, ONE(ANY_WEEKDAY), MAY(C_COMMA),
        GROUP(G_DAYMONTH), ONE(C_CLOSE) } },
    { "weekday", G_DAY, time_weekday, guard_weekday,
      { DAY_WORD, ONE(C_WEEKDAY) } },
    { "weekday_set_off", G_DAY, time_weekday, NULL,
      { THE('D', C_UNIT), ONE(C_WEEKDAY_SET_OFF, C_WEEKDAY_BARE) } },
    { "weekday_rel", G_DAY, time_weekday, NULL,
      { DAY_WORD, ONE(ANY_WEEKDAY), ONE(ANY_REL, C_REL_NEXT) } },
    { "weekday_date", G_DAY, time_date, NULL,
      { DAY_WORD, ONE(ANY_WEEKDAY), MAY(ANY_REL), MAY(C_COMMA, C_DASH, C_AGREEING),
        GROUP(G_DAYMONTH) } },
    { "weekday_date_bracket", G_DAY, time_date, NULL,
      { DAY_WORD, ONE(C_WEEKDAY), MAY(ANY_REL), MAY(C_COMMA), ONE(C_OPEN), GROUP(G_DAYMONTH),
        ONE(C_CLOSE) } },
    { "date", G_DAY, time_date, guard_date,
      { DAY_WORD, GROUP(G_DAYMONTH) } },
    { "date_rel", G_DAY, time_date, guard_day_rel,
      { DAY_WORD, ONE(C_DAYNUM), ONE(ANY_REL) } },
    { "figures", G_DAY, time_full, NULL,
      { DAY_WORD, ONE(C_FULL), MAY(C_ERA_G, C_ERA_H, C_ERA_S) } },
    { "figures_weekday", G_DAY, time_full, NULL,
      { DAY_WORD, ONE(ANY_WEEKDAY), MAY(C_COMMA, C_AGREEING), ONE(C_FULL), MAY(C_ERA_G, C_ERA_H, C_ERA_S) } },
    { "figures_spaced", G_DAY, time_spaced, NULL,
      { DAY_WORD, ONE(C_DAYNUM), ONE(C_SLASH, C_DASH), ONE(C_DAYNUM), ONE(C_SLASH, C_DASH),
        ONE(C_YEAR, C_YEAR4) } },
    { "dateline", G_DAY, time_dateline, guard_dateline,
      { ONE(C_DAYNUM), ONE(C_DASH), ONE(C_DAYNUM), OUT(C_OPEN) } },
    { "figures_spaced_weekday", G_DAY, time_spaced, NULL,
      { DAY_WORD, ONE(ANY_WEEKDAY), MAY(C_COMMA, C_AGREEING), ONE(C_DAYNUM), ONE(C_SLASH, C_DASH),
        ONE(C_DAYNUM), ONE(C_SLASH, C_DASH), ONE(C_YEAR, C_YEAR4) } },
    { "this_day", G_DAY, time_that_day, NULL,
      { ONE(C_DEM, C_DEM_FAR), THE('D', C_THE_UNIT) } },
    { "that_day", G_DAY, time_that_day, NULL,
      { THE('D', C_THE_UNIT), ONE(C_SAME, C_REL_NEXT, C_REL_WEAK) } },
    { "ago", G_DAY, time_ago, guard_ago,
      { ONE(C_BEFORE), MAY(C_APPROX), ONE(C_COUNT), ONE(C_UNITS, C_UNIT) } },
    { "ago_two", G_DAY, time_ago, guard_ago,
      { ONE(C_BEFORE), MAY(C_APPROX), ONE(C_DUAL) } },
    { "ago_one", G_DAY, time_ago, guard_ago_one,
      { ONE(C_BEFORE), MAY(C_APPROX), ONE(C_UNIT), MAY(C_NUMERAL_ONE, C_ELAPSED) } },
    { "holiday", G_DAY, time_holiday, NULL,
      { ONE(C_HOLIDAY), MAY_GROUP(G_YEAR) } },
    { "holiday_day", G_DAY, time_holiday, NULL,
      { ONE(C_PART, C_ORDINAL), THE('D', C_UNIT, C_UNITS), MAY(C_OF), ONE(C_HOLIDAY),
        MAY_GROUP(G_YEAR) } },
    { "holiday_the_day", G_DAY, time_holiday, NULL,
      { THE('D', C_THE_UNIT), ONE(C_ORD), MAY(C_OF), ONE(C_HOLIDAY), MAY_GROUP(G_YEAR) } },
    { "edge_day", G_DAY, time_edge_day, NULL,
      { ONE(C_PART), THE('D', C_UNIT, C_UNITS), MAY(C_OF, C_IN), GROUP(G_MONTH),
        MAY_GROUP(G_YEAR) } },

    { "day", G_TOP, time_day, NULL, { GROUP(G_DAY) } },
    { "agreeing", G_TOP, time_agreeing, guard_agreeing, /* one day in two calendars */
      { GROUP(G_DAY), MAY(C_COMMA, C_DASH, C_OPEN), ONE(C_AGREEING), MAY(C_COLON), GROUP(G_DAY),
        MAY(C_CLOSE) } },
    { "agreeing_mark", G_TOP, time_agreeing, guard_agreeing,
      { GROUP(G_DAY), ONE(C_COMMA, C_DASH, C_SLASH, C_OPEN), GROUP(G_DAY), MAY(C_CLOSE) } },

    /* ---- more than one day ---- */
    { "days", G_TOP, time_days, guard_date,
      { ONE(C_DAYNUM), ONE(C_AND, C_TO, C_DASH), ONE(C_DAYNUM), MAY(C_OF), GROUP(G_MONTH),
        MAY_GROUP(G_YEAR) } },
    { "days_three", G_TOP, time_days, NULL,
      { ONE(C_DAYNUM), ONE(C_AND), ONE(C_DAYNUM), ONE(C_AND), ONE(C_DAYNUM), MAY(C_OF),
        GROUP(G_MONTH), MAY_GROUP(G_YEAR) } },
    { "days_of_month", G_TOP, time_days, NULL,
      { ONE(C_DAYNUM), ONE(C_AND, C_TO, C_DASH), ONE(C_DAYNUM), ONE(C_OF), THE('M', C_THE_UNIT),
        ONE(ANY_REL, C_SAME) } },
    { "days_figures", G_TOP, time_days, NULL,
      { ONE(C_DAYS), MAY(C_OF), GROUP(G_MONTH), MAY_GROUP(G_YEAR) } },
    { "weekdays", G_TOP, time_weekdays, guard_weekdays,
      { OUT(C_DAY_PAIR), ONE(C_WEEKDAY), ONE(C_AND), ONE(C_WEEKDAY), MAY(ANY_REL) } },
    { "weekend", G_TOP, time_weekend, NULL, { ONE(C_WEEKEND), MAY(ANY_REL) } },
    { "ago_vague", G_TOP, time_vague_past, guard_ago,
      { ONE(C_BEFORE), MAY(C_FEW_BEFORE, C_APPROX), ONE(C_UNITS), MAY(C_FEW) } },

    /* ---- months, weeks, years ---- */
    { "month_year", G_TOP, time_month, guard_date,
      { MAY(C_PART), GROUP(G_MONTH), GROUP(G_YEAR) } },
    { "month_part", G_TOP, time_month, NULL,
      { ONE(C_PART), GROUP(G_MONTH) } },
    { "month_half", G_TOP, time_month, NULL,
      { ONE(C_HALF_YEAR), ONE(C_ORD), ONE(C_OF), GROUP(G_MONTH), MAY_GROUP(G_YEAR) } },
    { "month_word", G_TOP, time_month, NULL,
      { THE('M', C_UNIT), ONE(ANY_MONTH) } },
    { "month_pair", G_TOP, time_month, guard_month_pair,
      { ONE(C_MONTH_PAIR) } },
    { "month_bare", G_TOP, time_month, guard_month_bare,
      { ONE(C_MONTH, C_MONTH_WEAK, C_HIJRI) } },
    { "unit_rel", G_TOP, time_unit, guard_unit_rel,
      { MAY(C_PART), ONE(C_THE_UNIT), ONE(ANY_REL, C_REL_NEXT, C_SAME) } },
    { "unit_kind_rel", G_TOP, time_unit, NULL,
      { MAY(C_PART), THE('Y', C_THE_UNIT), ONE(C_YEAR_KIND), ONE(ANY_REL, C_REL_NEXT) } },
    { "unit_rel_year", G_TOP, time_year, NULL,
      { MAY(C_PART), THE('Y', C_THE_UNIT), ONE(ANY_REL), ONE(C_YEAR4, C_YEAR) } },
    { "unit_this", G_TOP, time_unit, NULL,
      { MAY(C_PART), ONE(C_DEM, C_DEM_FAR), ONE(C_THE_UNIT), MAY(C_REL) } },
    { "unit_part", G_TOP, time_unit, guard_unit_part,
      { ONE(C_PART), ONE(C_THE_UNIT) } },
    { "year", G_TOP, time_year, NULL,
      { MAY(C_PART), ONE(C_YEAR) } },
    { "year_part", G_TOP, time_year, NULL,
      { ONE(C_PART), ONE(C_YEAR4) } },
    { "year_bare", G_TOP, time_year, guard_year_bare,
      { ONE(C_YEAR4) } },
    { "years", G_TOP, time_years, guard_years,
      { ONE(C_YEARS) } },
    { "years_kind", G_TOP, time_years, NULL,
      { THE('Y', C_UNIT, C_THE_UNIT), MAY(C_YEAR_KIND), ONE(C_YEARS) } },
    { "years_pair", G_TOP, time_years, guard_years_pair,
      { OUT(C_YEAR_PAIR, C_BETWEEN, C_THE_DUAL, C_UNITS), ONE(C_YEAR4, C_YEAR), ONE(C_AND), ONE(C_YEAR4, C_YEAR) } },
    { "quarter", G_TOP, time_quarter, NULL,
      { ONE(C_QUARTER, C_HALF_YEAR), ONE(C_ORD, C_RECENT), GROUP(G_YEAR) } },
    { "quarter_rel", G_TOP, time_quarter_rel, NULL,
      { THE('Q', C_QUARTER), ONE(ANY_REL) } },
    { "season_year", G_TOP, time_season, guard_date,
      { MAY(C_PART), ONE(C_SEASON, C_THE_SEASON), GROUP(G_YEAR) } },
    { "season_part", G_TOP, time_season, NULL,
      { ONE(C_PART, C_DEM), ONE(C_THE_SEASON) } },
    { "decade", G_TOP, time_decade, NULL,
      { MAY(C_PART), ONE(C_DECADE), MAY(C_OF), MAY_THE('C', C_THE_UNIT), MAY(ANY_REL, C_ORD) } },
    { "century", G_TOP, time_century, NULL,
      { MAY(C_PART), THE('C', C_THE_UNIT), ONE(C_ORD, C_COUNT), MAY(C_ERA_G, C_ERA_H) } },

    /* ---- times of day ---- */
    { "pod_day", G_TOP, time_pod, NULL,
      { ONE(C_POD, C_POD_EVE), MAY(C_OF), GROUP(G_DAY) } },
    { "day_pod", G_TOP, time_pod, NULL,
      { GROUP(G_DAY), ONE(C_POD_ADV) } },
    { "pod_alone", G_TOP, time_pod_alone, guard_pod_alone, /* attacked by night */
      { ONE(C_POD_ADV) } },
    { "pod_weekdays", G_TOP, time_pod_weekdays, NULL, /* the night between them */
      { ONE(C_POD), ONE(C_WEEKDAY), MAY(C_DASH, C_SLASH, C_AT), ONE(C_WEEKDAY) } },
    { "this_pod", G_TOP, time_pod, NULL,
      { ONE(C_DEM), ONE(C_THE_POD) } },
    { "clock_day", G_TOP, time_clock, guard_hour,
      { MAY(C_APPROX), MAY(C_CLOCKWORD), MAY(C_ARTICLE), ONE(C_HOUR, C_CLOCK), MAY(C_AND, C_EXCEPT),
        MAY(C_FRACTION), MAY(C_OF), ONE(C_POD), MAY(C_OF), GROUP(G_DAY) } },
    { "clock_minutes_day", G_TOP, time_clock, guard_hour,
      { MAY(C_CLOCKWORD), MAY(C_ARTICLE), ONE(C_HOUR), ONE(C_AND, C_EXCEPT), ONE(C_COUNT),
        THE('n', C_UNIT, C_UNITS), MAY(C_OF), ONE(C_POD), MAY(C_OF), GROUP(G_DAY) } },
    { "clock_bracket_day", G_TOP, time_clock, NULL,
      { ONE(C_CLOCKWORD), ONE(C_OPEN), ONE(C_HOUR, C_CLOCK), ONE(C_CLOSE), MAY(C_OF), ONE(C_POD, C_POD_ADV),
        MAY(C_OF), GROUP(G_DAY) } },
    { "clock_bracket", G_TOP, time_clock, NULL,
      { ONE(C_CLOCKWORD), ONE(C_OPEN), ONE(C_HOUR, C_CLOCK), ONE(C_CLOSE), MAY(C_POD_ADV, C_AM, C_PM) } },
    { "clock_word_day", G_TOP, time_clock, guard_clock,
      { MAY(C_APPROX), ONE(C_CLOCKWORD), MAY(C_ARTICLE), ONE(C_HOUR, C_CLOCK),
        MAY(C_POD_ADV, C_AM, C_PM), MAY(C_OF), GROUP(G_DAY) } },
    { "clock_word", G_TOP, time_clock, guard_clock,
      { MAY(C_APPROX), ONE(C_CLOCKWORD), MAY(C_ARTICLE), ONE(C_HOUR, C_CLOCK),
        MAY(C_POD_ADV, C_AM, C_PM) } },
    { "clock_zone", G_TOP, time_clock, NULL, /* (07:15 by Greenwich time) */
      { OUT(C_OPEN), MAY(C_CLOCKWORD), ONE(C_CLOCK, C_HOUR), ONE(C_ZONE) } },
    { "clock_word_part", G_TOP, time_clock, NULL,
      { MAY(C_APPROX), ONE(C_CLOCKWORD), ONE(C_HOUR), ONE(C_AND, C_EXCEPT), ONE(C_FRACTION),
        MAY(C_POD_ADV, C_AM, C_PM) } },
    { "clock_minutes", G_TOP, time_clock, NULL,
      { ONE(C_CLOCKWORD), ONE(C_HOUR), ONE(C_AND, C_EXCEPT), ONE(C_COUNT),
        THE('n', C_UNIT, C_UNITS), MAY(C_POD_ADV, C_AM, C_PM) } },
    { "clock_pod", G_TOP, time_clock, guard_hour,
      { MAY(C_APPROX), ONE(C_HOUR, C_CLOCK), ONE(C_POD_ADV) } },
    { "clock_range", G_TOP, time_clock_range, NULL, /* between eight and nine in the morning */
      { OUT(C_BETWEEN), MAY(C_CLOCKWORD), MAY(C_ARTICLE), ONE(C_HOUR, C_CLOCK), ONE(C_AND, C_TO, C_DASH), MAY(C_CLOCKWORD),
        ONE(C_HOUR, C_CLOCK), ONE(C_POD_ADV, C_AM, C_PM) } },
    { "clock_part_pod", G_TOP, time_clock, NULL,
      { MAY(C_APPROX), ONE(C_HOUR), ONE(C_AND, C_EXCEPT), ONE(C_FRACTION), ONE(C_POD_ADV) } },
    { "clock_word_part_day", G_TOP, time_clock, NULL,
      { MAY(C_APPROX), MAY(C_CLOCKWORD), ONE(C_HOUR), ONE(C_AND, C_EXCEPT), ONE(C_FRACTION),
        MAY(C_POD_ADV, C_AM, C_PM), MAY(C_OF), GROUP(G_DAY) } },
    { "clock_pod_day", G_TOP, time_clock, guard_hour,
      { MAY(C_APPROX), ONE(C_HOUR, C_CLOCK), ONE(C_POD_ADV), MAY(C_OF), GROUP(G_DAY) } },
    { "clock_half", G_TOP, time_clock, guard_hour,
      { MAY(C_APPROX), ONE(C_CLOCK), ONE(C_AM, C_PM) } },
    { "clock_bare", G_TOP, time_clock, guard_beside_date,
      { ONE(C_CLOCK) } },
    { "night", G_TOP, time_night, NULL, { ONE(C_NIGHT) } },
    { "midnight", G_TOP, time_midnight, NULL, { ONE(C_MIDNIGHT) } },
    { "midnight_bare", G_TOP, time_midnight, NULL, { ONE(C_MIDNIGHT_BARE) } },
    { "midnight_of", G_TOP, time_midnight, NULL, { ONE(C_MIDNIGHT_OF), GROUP(G_DAY) } },
    { "midnight_weekdays", G_TOP, time_midnight_weekdays, NULL,
      { ONE(C_MIDNIGHT_OF), ONE(C_WEEKDAY), MAY(C_DASH, C_SLASH, C_AT), ONE(C_WEEKDAY) } },

    /* ---- lengths of time ---- */
    { "count", G_TOP, time_count, guard_count,
      { MAY(C_APPROX), ONE(C_COUNT), ONE(C_UNITS, C_UNIT), MAY(C_OF_TIME), MAY(C_APPROX_AFTER) } },
    { "count_bracket", G_TOP, time_count, NULL,
      { ONE(C_OPEN), ONE(C_COUNT), ONE(C_CLOSE), ONE(C_UNITS, C_UNIT) } },
    { "count_and_count", G_TOP, time_compound, guard_compound, /* six years and nine months */
      { MAY(C_APPROX), ONE(C_COUNT), ONE(C_UNITS, C_UNIT), ONE(C_AND), ONE(C_COUNT),
        ONE(C_UNITS, C_UNIT) } },
    { "count_and_two", G_TOP, time_compound, guard_compound,
      { MAY(C_APPROX), ONE(C_COUNT), ONE(C_UNITS, C_UNIT), ONE(C_AND), ONE(C_DUAL) } },
    { "two_and_count", G_TOP, time_compound, guard_compound,
      { MAY(C_APPROX), ONE(C_DUAL), ONE(C_AND), ONE(C_COUNT), ONE(C_UNITS, C_UNIT) } },
    { "one_and_count", G_TOP, time_compound, guard_compound,
      { MAY(C_APPROX), ONE(C_UNIT), ONE(C_AND), ONE(C_COUNT), ONE(C_UNITS, C_UNIT) } },
    { "count_half", G_TOP, time_count, NULL,
      { MAY(C_APPROX), ONE(C_COUNT), ONE(C_UNITS, C_UNIT), ONE(C_AND), ONE(C_HALF), MAY(C_THE_UNIT) } },
    { "count_ordinal", G_TOP, time_count, guard_age,
      { MAY(C_APPROX), ONE(C_ORD), ONE(C_UNIT) } },
    { "two", G_TOP, time_count, guard_two,
      { MAY(C_APPROX), ONE(C_DUAL), MAY(C_OF_TIME), MAY(C_APPROX_AFTER, C_NUMERAL) } },
    { "two_alone", G_TOP, time_count, guard_two, /* lasts two days, eight of ... */
      { MAY(C_APPROX), ONE(C_DUAL) } },
    { "two_half", G_TOP, time_count, NULL,
      { MAY(C_APPROX), ONE(C_DUAL), ONE(C_AND), ONE(C_HALF), MAY(C_THE_UNIT) } },
    { "the_two", G_TOP, time_count, NULL,
      { ONE(C_THE_DUAL), ONE(C_REL, C_RECENT) } },
    { "one_half", G_TOP, time_count, NULL,
      { MAY(C_APPROX), ONE(C_UNIT), ONE(C_AND), ONE(C_HALF), MAY(C_THE_UNIT) } },
    { "half", G_TOP, time_half, NULL,
      { MAY(C_APPROX), ONE(C_HALF), ONE(C_UNIT) } },
    { "whole", G_TOP, time_count, guard_whole,
      { MAY(C_APPROX), ONE(C_UNIT), ONE(C_NUMERAL_ONE, C_WHOLE), MAY(C_APPROX_AFTER) } },
    { "for_one", G_TOP, time_count, guard_one,
      { OUT(C_FOR, C_SINCE, C_AFTER, C_BEFORE), MAY(C_APPROX), ONE(C_UNIT),
        MAY(C_OF_TIME), MAY(C_APPROX_AFTER, C_NUMERAL_ONE, C_WHOLE) } },
    { "for_one_half", G_TOP, time_count, NULL,
      { OUT(C_FOR, C_SINCE, C_AFTER, C_BEFORE), MAY(C_APPROX), ONE(C_UNIT), ONE(C_AND),
        ONE(C_HALF), MAY(C_THE_UNIT) } },
    { "about_one", G_TOP, time_count, guard_one,
      { ONE(C_APPROX), ONE(C_UNIT) } },
    { "vague", G_TOP, time_vague, guard_vague,
      { MAY(C_FEW_BEFORE, C_APPROX), ONE(C_UNITS), MAY(C_FEW, C_OF_TIME) } },
    { "few", G_TOP, time_vague, NULL,
      { ONE(C_FEW_BEFORE), ONE(C_UNITS), MAY(C_FEW) } },
    { "the_units", G_TOP, time_vague, NULL,
      { ONE(C_THE_UNITS), MAY(C_FEW), ONE(C_REL, C_RECENT) } },
    { "the_units_which", G_TOP, time_vague, NULL,
      { ONE(C_THE_UNITS), OUT(C_WHICH) } },
    { "the_units_count", G_TOP, time_count, NULL,
      { ONE(C_THE_UNITS), MAY(C_ARTICLE), ONE(C_COUNT), MAY(C_UNIT), MAY(C_FEW),
        ONE(C_REL, C_RECENT, C_REL_NEXT, C_ORD) } },
    { "the_count_units", G_TOP, time_count, NULL,
      { MAY(C_ARTICLE), ONE(C_COUNT), ONE(C_UNITS, C_UNIT), ONE(C_REL, C_RECENT, C_REL_NEXT) } },

    /* ---- again and again ---- */
    { "every", G_TOP, time_every, NULL, { ONE(C_EVERY), ONE(C_UNIT, C_DUAL) } },
    { "every_count", G_TOP, time_every, NULL,
      { ONE(C_EVERY), ONE(C_COUNT), ONE(C_UNITS, C_UNIT) } },
    { "every_weekday", G_TOP, time_every, guard_every_weekday,
      { ONE(C_EVERY), DAY_WORD, ONE(C_WEEKDAY, C_WEEKDAY_BARE) } },
    { "unit_by_unit", G_TOP, time_every, guard_same_unit,
      { ONE(C_UNIT), ONE(C_AFTER), ONE(C_UNIT) } },
    { "per_unit", G_TOP, time_every, guard_per_unit, { ONE(C_THE_UNIT), ONE(C_NUMERAL_ONE) } },
    { "adverb", G_TOP, time_adverb, NULL, { ONE(C_ADVERB_SET) } },
    { "every_half", G_TOP, time_every_half, NULL, { ONE(C_EVERY), ONE(C_HALF), ONE(C_UNIT) } },
    { "weekday_plural", G_TOP, time_every, guard_weekday_plural, /* on Fridays */
      { THE('D', C_UNITS), ONE(C_WEEKDAY) } },
    { "every_month", G_TOP, time_every_date, NULL,
      { ONE(C_EVERY), MAY_THE('M', C_UNIT), ONE(C_MONTH, C_HIJRI) } },
    { "date_every", G_TOP, time_every_date, NULL,
      { DAY_WORD, GROUP(G_DAYMONTH), ONE(C_OF), ONE(C_EVERY), THE('Y', C_UNIT) } },
    { "month_every", G_TOP, time_every_date, NULL,
      { GROUP(G_MONTH), ONE(C_OF), ONE(C_EVERY), THE('Y', C_UNIT) } },
    { "weekday_every", G_TOP, time_every, NULL,
      { MAY_THE('D', C_UNIT, C_UNITS), ONE(C_WEEKDAY), ONE(C_OF), ONE(C_EVERY), THE('W', C_UNIT) } },
    { "times_adverb", G_TOP, time_turns, guard_turns,
      { MAY(C_COUNT), ONE(C_TURN), MAY(C_NUMERAL_ONE), ONE(C_ADVERB_SET) } },
    { "times_unit", G_TOP, time_turns, guard_turns,
      { MAY(C_COUNT), ONE(C_TURN), MAY(C_NUMERAL_ONE), ONE(C_IN), ONE(C_THE_UNIT),
        MAY(C_NUMERAL_ONE) } },
    { "times_every", G_TOP, time_turns, guard_turns,
      { MAY(C_COUNT), ONE(C_TURN), MAY(C_NUMERAL_ONE), ONE(C_EVERY), MAY(C_COUNT),
        ONE(C_UNIT, C_UNITS, C_DUAL) } },

    /* ---- the past, now, the future ---- */
    { "ref", G_TOP, time_ref, guard_ref, { ONE(C_REF, C_REF_TIME) } },
    { "ref_day", G_TOP, time_ref_day, NULL, /* earlier on Monday: only the day is a date */
      { OUT(C_REF_TIME), GROUP(G_DAY) } },
    { "ref_of_day", G_TOP, time_ref_day, NULL,
      { OUT(C_REF_TIME), OUT(C_OF), GROUP(G_DAY) } },
    { "ref_pod", G_TOP, time_pod, NULL,
      { OUT(C_REF_TIME), ONE(C_POD), MAY(C_OF), GROUP(G_DAY) } },
    { "ref_of_pod", G_TOP, time_pod, NULL,
      { OUT(C_REF_TIME), OUT(C_OF), ONE(C_POD), MAY(C_OF), GROUP(G_DAY) } },
    { "ref_unit", G_TOP, time_unit, guard_unit_rel,
      { OUT(C_REF_TIME), OUT(C_OF), MAY(C_DEM), ONE(C_THE_UNIT), MAY(ANY_REL) } },
    { "ref_in", G_TOP, time_ref, guard_ref_in, { OUT(C_IN), ONE(C_REF_IN) } },
    { "ref_tense", G_TOP, time_ref, guard_ref_tense, { ONE(C_REF_AHEAD, C_REF_AFTER, C_REF_BACK) } },
    { "then", G_TOP, time_then, guard_then, { ONE(C_THEN) } },
};
/* clang-format on */

const size_t time_n_rules = sizeof time_rules / sizeof *time_rules;
_Static_assert(sizeof time_rules / sizeof *time_rules <= RULE_MOST,
               "rule_set is too small");
