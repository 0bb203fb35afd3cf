/* Calendars and date stamps: arithmetic on days, ISO weeks, Hijri and Persian dates, and the dates that pages carry
 * ("2020.09.05 | 10:38 دمشق", "الثلاثاء 7 يوليو 2015 - 20 رمضان 1436 هـ", "2020-12-25T01:59:50+02:00").
 *
 * A day is an int32_t: days since 1970-01-01 in the proleptic Gregorian calendar.                              */
#ifndef WAQAI_CALENDAR_H
#define WAQAI_CALENDAR_H

#include "base/base.h"
#include "lexicon/lexicon.h"

typedef struct calendar_date {
    int year, month, day; /* month and day from 1; 0: not given */
} calendar_date;

#define CALENDAR_NONE INT32_MIN

bool calendar_valid(calendar_date d);  /* a real Gregorian day in 1..9999 */
int32_t calendar_day(calendar_date d); /* CALENDAR_NONE where invalid */
calendar_date calendar_from_day(int32_t day);
int calendar_weekday(int32_t day); /* ISO: 1 Monday .. 7 Sunday */
int calendar_month_days(int year, int month);
void calendar_iso_week(int32_t day, int *year, int *week);
int32_t calendar_week_monday(int year, int week); /* CALENDAR_NONE: no such week */
/* Umm al-Qura through ICU, civil rule where that does not reach; ± 1 day outside Saudi Arabia. */
int32_t calendar_from_hijri(int year, int month, int day);
calendar_date calendar_to_hijri(int32_t day);
int32_t calendar_from_persian(int year, int month, int day);
calendar_date
calendar_to_persian(int32_t day); /* all 0: not reached, as in calendar_to_hijri() */
/* A day in the words of a locale that names its calendar ("ar@calendar=persian;numbers=latn"), by a pattern of
 * CLDR ("EEEE d MMMM y"); p == NULL where there is no such day.                                              */
wq_str calendar_spell(arena *a, int32_t day, const char *locale, const char *pattern);

/* A date as a page states it. */
typedef struct calendar_stamp {
    calendar_date date;
    int hour, minute, second; /* -1: not given */
    int offset;               /* minutes east of UTC */
    bool has_offset;
    uint32_t start, end; /* bytes of the input that it covers */
    bool explicit_year;  /* the year was written (it is always known in `date`) */
} calendar_stamp;

/* Reads ISO 8601, RFC 2822 and the common meta forms; whole input.  False where it is none. */
bool calendar_parse_iso(wq_str s, calendar_stamp *out);
/* Finds the first full date (day, month, year) in running Arabic or Latin text from byte `from`: digits in all orders
 * (day first where both fit), month names of every Arab tradition (lexicon), dual names, Hijri beside Gregorian,
 * ص/م/صباحا/مساءً clock times next to it.  False where there is none.                                             */
bool calendar_find(const lexicon *lex, wq_str text, uint32_t from, calendar_stamp *out);
/* "2020-09-05". */
wq_str calendar_print_date(arena *a, calendar_date d);
/* "2020-09-05T10:38:00+03:00", "2020-09-05T10:38:00" or "2020-09-05". */
wq_str calendar_print(arena *a, const calendar_stamp *s);

#endif
