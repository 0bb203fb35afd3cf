/* What is known of a date where the article has none. */
#include "time/rules.h"
#include "time/value.h"

/* The Gregorian month that is named, or NULL. */
static const time_reading *named_month(const time_hit *h)
{
    const time_reading *m = time_captured(h, C_MONTH, C_MONTH_PAIR, 0);
    return m ? m : time_captured(h, C_MONTH_WEAK, C_NONE, 0);
}

static wq_str open_day(const time_context *c, const time_hit *h)
{
    const time_reading *month = named_month(h), *w = time_weekday_of(h, 0);
    const time_reading *day = time_captured(h, C_DAYNUM, C_NONE, 0);
    if (month && day)
        return arena_printf(c->mem, "XXXX-%02d-%02d", month->value, day->value);
    return w ? arena_printf(c->mem, "XXXX-WXX-%d", w->value) : STR("XXXX-XX-XX");
}

static wq_str open_date(const time_context *c, const time_hit *h, char grain)
{
    const time_reading *month = named_month(h);
    switch (grain) {
    case 'D':
        return open_day(c, h);
    case 'W':
        return STR("XXXX-WXX");
    case 'M':
        return month ? arena_printf(c->mem, "XXXX-%02d", month->value) : STR("XXXX-XX");
    case 'Y':
        return STR("XXXX");
    default:
        return (wq_str){ NULL, 0 };
    }
}

wq_str time_open_value(const time_context *c, const time_hit *h, const time_meaning *m)
{
    bool other = m->calendar == WQ_HIJRI || m->calendar == WQ_PERSIAN;
    wq_str date = other ? (wq_str){ NULL, 0 } : open_date(c, h, m->grain);
    if (m->type != TIME_TIME || !date.p)
        return date;
    return arena_printf(c->mem, "%.*sT%.*s", STR_ARG(date), STR_ARG(m->of_day));
}
