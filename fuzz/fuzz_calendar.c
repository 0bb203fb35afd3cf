/* Days in all calendars: the words of a day through the public function, and any number as a day or as the parts of a
 * date.  A date that a calendar gives comes back from it as the same day.                                         */
#include <stdlib.h>
#include <string.h>

#include "base/base.h"
#include "calendar/calendar.h"

enum {
    REACH = 2000000
}; /* days around 1970 that a calendar with years 1 to 9999 can hold */

static void check_day(int32_t day)
{
    if (day < -REACH || day > REACH)
        return;
    calendar_date g = calendar_from_day(day), h = calendar_to_hijri(day),
                  p = calendar_to_persian(day);
    if (calendar_valid(g) && calendar_day(g) != day)
        abort();
    if (h.year >= 1 && h.year <= 9999 && calendar_from_hijri(h.year, h.month, h.day) != day)
        abort();
    if (p.year >= 1 && p.year <= 9999 &&
        calendar_from_persian(p.year, p.month, p.day) != day)
        abort();
}

static void check_parts(int32_t year, int32_t month, int32_t day)
{
    int32_t h = calendar_from_hijri(year, month, day),
            p = calendar_from_persian(year, month, day);
    if (h != CALENDAR_NONE) {
        calendar_date d = calendar_to_hijri(h);
        if (d.year != year || d.month != month || d.day != day)
            abort();
    }
    if (p != CALENDAR_NONE) {
        calendar_date d = calendar_to_persian(p);
        if (d.year != year || d.month != month || d.day != day)
            abort();
    }
    calendar_week_monday(year, month);
}

static void check_words(wq_str text)
{
    wq_engine *engine;
    wq_day day;
    if (wq_engine_new(NULL, &engine, NULL) != WQ_OK)
        abort();
    if (wq_day_read(engine, text, &day, NULL) == WQ_OK) {
        wq_text out = wq_day_write(engine, &day);
        if (!out.p || day.weekday < 1 || day.weekday > 7 || day.date[WQ_GREGORIAN].year < 1)
            abort();
        wq_text_free(&out);
    }
    wq_engine_free(engine);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int32_t n[3] = { 0, 0, 0 };
    memcpy(n, data, size < sizeof n ? size : sizeof n);
    check_day(n[0]);
    check_parts(n[0] % 12000, n[1] % 40, n[2] % 40);
    check_parts(n[0], n[1], n[2]);
    check_words((wq_str){ (const char *)data, size });
    return 0;
}
