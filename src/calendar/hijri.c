/* Hijri and Persian dates through ICU.
 *
 * A calendar is opened for each conversion: it is cheap beside reading a page, and nothing is shared between
 * threads.  ICU's Umm al-Qura reaches from 1300 to 1600 AH and follows the civil rule outside.                 */
#include <unicode/ucal.h>

#include "calendar/calendar.h"

#define HIJRI   "ar_SA@calendar=islamic-umalqura"
#define PERSIAN "fa_IR@calendar=persian"

static const double DAY_MS = 86400000.0;

static UCalendar *open_calendar(const char *locale)
{
    static const UChar utc[] = { 'U', 'T', 'C', 0 };
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *c = ucal_open(utc, 3, locale, UCAL_DEFAULT, &status);
    if (U_SUCCESS(status))
        return c;
    if (c)
        ucal_close(c);
    return NULL;
}

/* The calendar is strict: a 30th of a month of 29 days is no date. */
static int32_t convert(const char *locale, int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return CALENDAR_NONE;
    UCalendar *c = open_calendar(locale);
    if (!c)
        return CALENDAR_NONE;
    UErrorCode status = U_ZERO_ERROR;
    ucal_clear(c);
    ucal_setAttribute(c, UCAL_LENIENT, 0);
    ucal_setDate(c, year, month - 1, day, &status);
    double ms = ucal_getMillis(c, &status); /* midnight UTC: whole days */
    ucal_close(c);
    return U_SUCCESS(status) ? (int32_t)(ms / DAY_MS) : CALENDAR_NONE;
}

static calendar_date convert_back(const char *locale, int32_t day)
{
    UCalendar *c = day == CALENDAR_NONE ? NULL : open_calendar(locale);
    if (!c)
        return (calendar_date){ 0, 0, 0 };
    UErrorCode status = U_ZERO_ERROR;
    ucal_setMillis(c, day * DAY_MS, &status);
    calendar_date d = { ucal_get(c, UCAL_YEAR, &status),
                        ucal_get(c, UCAL_MONTH, &status) + 1,
                        ucal_get(c, UCAL_DATE, &status) };
    ucal_close(c);
    return U_SUCCESS(status) ? d : (calendar_date){ 0, 0, 0 };
}

int32_t calendar_from_hijri(int year, int month, int day)
{
    return convert(HIJRI, year, month, day);
}

int32_t calendar_from_persian(int year, int month, int day)
{
    return convert(PERSIAN, year, month, day);
}

calendar_date calendar_to_hijri(int32_t day)
{
    return convert_back(HIJRI, day);
}

calendar_date calendar_to_persian(int32_t day)
{
    return convert_back(PERSIAN, day);
}
