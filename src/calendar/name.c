/* Days written out in Arabic, through ICU. */
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "calendar/calendar.h"

static const double DAY_MS = 86400000.0;

static UDateFormat *open_format(const char *locale, const char *pattern)
{
    enum { LONGEST = 32 };
    static const UChar utc[] = { 'U', 'T', 'C', 0 };
    UChar wide[LONGEST];
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(wide, LONGEST, NULL, pattern, -1, &status);
    UDateFormat *f =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, utc, 3, wide, -1, &status);
    if (U_SUCCESS(status))
        return f;
    if (f)
        udat_close(f);
    return NULL;
}

wq_str calendar_spell(arena *a, int32_t day, const char *locale, const char *pattern)
{
    enum { LONGEST = 64 };
    UChar wide[LONGEST];
    char text[LONGEST * 3];
    int32_t n = 0;
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *f = day == CALENDAR_NONE ? NULL : open_format(locale, pattern);
    if (!f)
        return (wq_str){ NULL, 0 };
    int32_t length = udat_format(f, day * DAY_MS, wide, LONGEST, NULL, &status);
    u_strToUTF8(text, sizeof text, &n, wide, length, &status);
    udat_close(f);
    return U_SUCCESS(status) ? arena_str(a, text, (size_t)n) : (wq_str){ NULL, 0 };
}
