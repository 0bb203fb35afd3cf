/* Builders: weeks, years and longer stretches; the past, now, the future. */
#include "time/rules.h"
#include "time/value.h"

static void set_part(const time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *p = time_captured(h, C_PART, C_NONE, 0);
    if (p)
        m->mod = time_row_value(c, p);
}

/* ---- this, last, next unit ------------------------------------------------------- */

static void set_week(time_meaning *m, int32_t day)
{
    int32_t monday = day == CALENDAR_NONE ? day : day - calendar_weekday(day) + 1;
    time_set(m, 'W', monday, monday == CALENDAR_NONE ? monday : monday + 6);
}

static void set_stepped_month(time_meaning *m, int32_t base, int step)
{
    calendar_date d = calendar_from_day(base);
    int month = d.year * 12 + d.month - 1 + step;
    time_set_month(m, calendar_day((calendar_date){ month / 12, month % 12 + 1, 1 }));
}

/* Whole decades and centuries begin with the year 0 of their figures. */
static void set_stepped_years(time_meaning *m, char grain, int32_t base, int step)
{
    int size = grain == 'E' ? 10 : grain == 'C' ? 100 : 1;
    int first = (calendar_from_day(base).year / size + step) * size;
    time_set_years(m, grain, first, first + size - 1);
}

static bool set_unit(time_meaning *m, int unit, int32_t base, int step)
{
    if (unit == 'h' || unit == 'n' || unit == 's' || unit == 'L')
        return false;
    if (base == CALENDAR_NONE)
        time_set(m, (char)unit, base, base);
    else if (unit == 'D')
        time_set(m, 'D', base + step, base + step);
    else if (unit == 'W')
        set_week(m, base + 7 * step);
    else if (unit == 'M')
        set_stepped_month(m, base, step);
    else
        set_stepped_years(m, (char)unit, base, step);
    return true;
}

bool time_unit(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *rel = time_rel_of(h);
    bool next = time_captured(h, C_REL_NEXT, C_NONE, 0) != NULL;
    bool same = time_captured(h, C_SAME, C_DEM_FAR, 0) != NULL;
    int step = next ? 1 : rel ? rel->value : 0;
    bool weak = time_captured(h, C_REL_WEAK, C_NONE, 0) != NULL;
    bool before_last = weak && step < 0 && c->last_first != CALENDAR_NONE;
    set_part(c, h, m);
    return set_unit(m, time_captured(h, C_THE_UNIT, C_NONE, 0)->value,
                    next || same || before_last ? c->last_first : c->today, step);
}

/* Saturday and Sunday of an ISO week, as TIMEX3 has it. */
bool time_weekend(time_context *c, const time_hit *h, time_meaning *m)
{
    int step = time_rel_of(h) ? time_rel_of(h)->value : 0;
    int32_t day = c->today == CALENDAR_NONE ? c->today : c->today + 7 * step;
    set_week(m, day);
    if (day == CALENDAR_NONE)
        return true;
    wq_str week = time_print(c->mem, 'W', m->first, m->last);
    m->value = arena_printf(c->mem, "%.*s-WE", STR_ARG(week));
    m->first += 5;
    return true;
}

/* ---- years -------------------------------------------------------------------------- */

/* A Hijri year lies across two (rarely three) Gregorian ones; first and last day are its own. */
static void set_hijri_year(time_meaning *m, int year)
{
    int32_t first = calendar_from_hijri(year, 1, 1),
            next = calendar_from_hijri(year + 1, 1, 1);
    time_set(m, 'y', first, next == CALENDAR_NONE ? next : next - 1);
    m->calendar = WQ_HIJRI;
}

bool time_year(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *y = time_captured(h, C_YEAR, C_YEAR4, 0);
    set_part(c, h, m);
    if (y->aux)
        set_hijri_year(m, y->value);
    else
        time_set_years(m, 'Y', y->value, y->value);
    return true;
}

bool time_years(time_context *c, const time_hit *h, time_meaning *m)
{
    (void)c;
    const time_reading *both = time_captured(h, C_YEARS, C_NONE, 0);
    const time_reading *one = time_captured(h, C_YEAR4, C_YEAR, 0);
    const time_reading *two = time_captured(h, C_YEAR4, C_YEAR, 1);
    int first = both ? both->value / 10000 : one->value;
    int last = both ? both->value % 10000 : two->value;
    if (last <= first)
        return false;
    time_set_years(m, 'y', first, last);
    return true;
}

/* The year that a quarter or season belongs to; 0 where nothing says. */
static int year_of_part(const time_context *c, const time_hit *h)
{
    const time_reading *y = time_captured(h, C_YEAR, C_YEAR4, 0);
    if (y)
        return y->aux ? 0 : y->value;
    bool same = time_captured(h, C_SAME, C_DEM_FAR, 0) != NULL;
    int32_t base = same ? c->last_first : c->today;
    if (base == CALENDAR_NONE)
        return 0;
    return calendar_from_day(base).year + (time_rel_of(h) ? time_rel_of(h)->value : 0);
}

static void set_months(time_meaning *m, char grain, int year, int month, int n)
{
    int last = month + n - 1;
    int end_year = year + (last - 1) / 12, end_month = (last - 1) % 12 + 1;
    time_set(m, grain, calendar_day((calendar_date){ year, month, 1 }),
             calendar_day((calendar_date){ end_year, end_month,
                                           calendar_month_days(end_year, end_month) }));
    m->anchored = m->first != CALENDAR_NONE;
}

bool time_quarter(time_context *c, const time_hit *h, time_meaning *m)
{
    bool half = time_captured(h, C_HALF_YEAR, C_NONE, 0) != NULL;
    const time_reading *ord = time_captured(h, C_ORD, C_NONE, 0);
    int size = half ? 6 : 3, n = ord ? ord->value : 12 / size; /* the last */
    int year = year_of_part(c, h);
    if (n > 12 / size)
        return false;
    set_months(m, half ? 'H' : 'Q', year, (n - 1) * size + 1, size);
    return true;
}

bool time_quarter_rel(time_context *c, const time_hit *h, time_meaning *m)
{
    if (c->today == CALENDAR_NONE) {
        time_set(m, 'Q', CALENDAR_NONE, CALENDAR_NONE);
        return true;
    }
    calendar_date d = calendar_from_day(c->today);
    int n = d.year * 4 + (d.month - 1) / 3 + time_rel_of(h)->value;
    set_months(m, 'Q', n / 4, n % 4 * 3 + 1, 3);
    return true;
}

/* Spring begins in March; winter reaches into the next year. */
bool time_season(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *s = time_captured(h, C_SEASON, C_THE_SEASON, 0);
    wq_str code = time_row_value(c, s);
    int month = str_eq(code, STR("SP"))   ? 3
                : str_eq(code, STR("SU")) ? 6
                : str_eq(code, STR("FA")) ? 9
                                          : 12;
    const time_reading *rel =
        time_captured(h, C_THE_UNIT, C_NONE, 0) ? NULL : time_rel_of(h);
    int year = year_of_part(c, h) - (rel ? rel->value : 0);
    set_part(c, h, m);
    set_months(m, 'S', year, month, 3);
    if (rel && c->today != CALENDAR_NONE) {
        if (rel->value < 0 && m->last >= c->today)
            set_months(m, 'S', year - 1, month, 3);
        else if (rel->value > 0 && m->first <= c->today)
            set_months(m, 'S', year + 1, month, 3);
    }
    return true;
}

/* The nineties are those of the last century unless a century is named. */
bool time_decade(time_context *c, const time_hit *h, time_meaning *m)
{
    int decade = time_captured(h, C_DECADE, C_NONE, 0)->value;
    const time_reading *ord = time_captured(h, C_ORD, C_NONE, 0);
    int century = 19;
    if (ord)
        century = ord->value - 1;
    else if (c->today != CALENDAR_NONE && time_rel_of(h))
        century = calendar_from_day(c->today).year / 100 + time_rel_of(h)->value;
    set_part(c, h, m);
    time_set_years(m, 'E', century * 100 + decade * 10, century * 100 + decade * 10 + 9);
    return true;
}

bool time_century(time_context *c, const time_hit *h, time_meaning *m)
{
    int n = time_captured(h, C_ORD, C_COUNT, 0)->value - 1;
    bool hijri = time_captured(h, C_ERA_H, C_NONE, 0) != NULL; /* no value in TIMEX3 */
    set_part(c, h, m);
    time_set_years(m, 'C', hijri ? 0 : n * 100 + (n == 0), n * 100 + 99);
    return n >= 0 && n < 99;
}

/* ---- vague ------------------------------------------------------------------------------ */

static bool set_value(time_meaning *m, time_type type, wq_str value)
{
    m->type = type;
    m->value = value;
    m->first = m->last = CALENDAR_NONE;
    return true;
}

bool time_ref(time_context *c, const time_hit *h, time_meaning *m)
{
    return set_value(m, TIME_DATE, time_row_value(c, h->capture[h->n - 1]));
}

bool time_ref_day(time_context *c, const time_hit *h, time_meaning *m)
{
    return h->day && h->day->build(c, h, m);
}

bool time_vague_past(time_context *c, const time_hit *h, time_meaning *m)
{
    (void)c;
    (void)h;
    return set_value(m, TIME_DATE, STR("PAST_REF"));
}

bool time_then(time_context *c, const time_hit *h, time_meaning *m)
{
    (void)h;
    if (c->last_first == CALENDAR_NONE)
        return set_value(m, TIME_DATE, STR("PAST_REF"));
    time_set(m, c->last_grain, c->last_first, c->last_last);
    m->value = c->last_value;
    return true;
}

/* ---- writing ------------------------------------------------------------------------------ */

static wq_str print_day(arena *a, int32_t day)
{
    return calendar_print_date(a, calendar_from_day(day));
}

static wq_str print_week(arena *a, int32_t day)
{
    int year, week;
    calendar_iso_week(day, &year, &week);
    return arena_printf(a, "%04d-W%02d", year, week);
}

static wq_str print_range(arena *a, int32_t first, int32_t last)
{
    wq_str from = print_day(a, first), to = print_day(a, last);
    return arena_printf(a, "%.*s/%.*s", STR_ARG(from), STR_ARG(to));
}

wq_str time_print(arena *a, char grain, int32_t first, int32_t last)
{
    static const char *const seasons[] = { "WI", "SP", "SU", "FA" };
    if (first == CALENDAR_NONE || last == CALENDAR_NONE)
        return (wq_str){ NULL, 0 };
    calendar_date d = calendar_from_day(first), e = calendar_from_day(last);
    switch (grain) {
    case 'D':
        return print_day(a, first);
    case 'W':
        return print_week(a, first);
    case 'M':
        return arena_printf(a, "%04d-%02d", d.year, d.month);
    case 'Y':
        return arena_printf(a, "%04d", d.year);
    case 'y':
        return arena_printf(a, "%04d/%04d", d.year, e.year);
    case 'S':
        return arena_printf(a, "%04d-%s", d.year, seasons[d.month / 3 % 4]);
    case 'Q':
        return arena_printf(a, "%04d-Q%d", d.year, d.month / 3 + 1);
    case 'H':
        return arena_printf(a, "%04d-H%d", d.year, d.month / 6 + 1);
    case 'E':
        return arena_printf(a, "%03d", d.year / 10);
    case 'C':
        return arena_printf(a, "%02d", d.year / 100);
    default:
        return print_range(a, first, last);
    }
}
