/* Days, months and ISO weeks of the proleptic Gregorian calendar.
 *
 * Years are counted from 1 March here, so that the leap day is the last day of a year and a month's offset is a
 * straight line; 400 years are a whole number of days.                                                           */
#include "calendar/calendar.h"

enum { DAYS_PER_ERA = 146097, EPOCH = 719468 /* 0000-03-01 to 1970-01-01 */ };

static bool leap_year(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int calendar_month_days(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (month < 1 || month > 12)
        return 0;
    return days[month - 1] + (month == 2 && leap_year(year));
}

bool calendar_valid(calendar_date d)
{
    return d.year >= 1 && d.year <= 9999 && d.day >= 1 &&
           d.day <= calendar_month_days(d.year, d.month);
}

int32_t calendar_day(calendar_date d)
{
    if (!calendar_valid(d))
        return CALENDAR_NONE;
    int year = d.year - (d.month <= 2);
    int era = year / 400;
    int of_era = year - era * 400;
    int of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    int day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * DAYS_PER_ERA + day - EPOCH;
}

calendar_date calendar_from_day(int32_t day)
{
    int64_t z = (int64_t)day + EPOCH;
    int64_t era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    int of_era = (int)(z - era * DAYS_PER_ERA);
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100);
    int m = (5 * of_year + 2) / 153;
    int month = m < 10 ? m + 3 : m - 9;
    return (calendar_date){ (int)(year + era * 400) + (month <= 2), month,
                            of_year - (153 * m + 2) / 5 + 1 };
}

int calendar_weekday(int32_t day)
{
    int64_t since_monday = ((int64_t)day + 3) % 7; /* 1970-01-01 was a Thursday */
    return (int)(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

/* The year of a week is that of its Thursday. */
void calendar_iso_week(int32_t day, int *year, int *week)
{
    int32_t thursday = day - calendar_weekday(day) + 4;
    *year = calendar_from_day(thursday).year;
    *week = (thursday - calendar_day((calendar_date){ *year, 1, 1 })) / 7 + 1;
}

int32_t calendar_week_monday(int year, int week)
{
    int32_t fourth = calendar_day((calendar_date){ year, 1, 4 }); /* always in week 1 */
    if (fourth == CALENDAR_NONE || week < 1 || week > 53)
        return CALENDAR_NONE;
    int32_t monday = fourth - calendar_weekday(fourth) + 1 + (week - 1) * 7;
    int y, w;
    calendar_iso_week(monday, &y, &w);
    return y == year && w == week ? monday : CALENDAR_NONE;
}
