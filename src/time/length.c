/* Builders: lengths of time and what comes again and again. */
#include <string.h>

#include "time/rules.h"
#include "time/value.h"

static const time_reading *unit_of(const time_hit *h)
{
    const time_reading *u = time_captured(h, C_UNIT, C_UNITS, 0);
    u = u ? u : time_captured(h, C_DUAL, C_THE_DUAL, 0);
    return u ? u
             : time_captured(h, C_THE_UNITS, C_THE_UNIT,
                             0); /* the last: two years and half the year */
}

/* "P8Y", "PT6H", "PXM"; number is a text so that it may be X or 1.5. */
static wq_str period(arena *a, int unit, const char *number)
{
    switch (unit) {
    case 'h':
        return arena_printf(a, "PT%sH", number);
    case 'n':
        return arena_printf(a, "PT%sM", number);
    case 's':
        return arena_printf(a, "PT%sS", number);
    case 'L':
        return arena_printf(a, "P%sD", number);
    case 'E':
        return arena_printf(a, "P%sDE", number);
    case 'C':
        return arena_printf(a, "P%sCE", number);
    default:
        return arena_printf(a, "P%s%c", number, unit);
    }
}

static bool set(time_meaning *m, time_type type, wq_str value)
{
    m->type = type;
    m->value = value;
    m->first = m->last = CALENDAR_NONE;
    return true;
}

static void set_mod(const time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *a = time_captured(h, C_APPROX_AFTER, C_APPROX, 0);
    if (a)
        m->mod = time_row_value(c, a);
}

/* Decades and centuries are counted in years where their number is known. */
static wq_str exact(arena *a, int unit, int n, bool and_half)
{
    if (unit == 'E' || unit == 'C') {
        int years = unit == 'E' ? 10 : 100;
        n = n * years + (and_half ? years / 2 : 0);
        unit = 'Y';
        and_half = false;
    }
    wq_str number = arena_printf(a, and_half ? "%d.5" : "%d", n);
    return period(a, unit, number.p);
}

bool time_count(time_context *c, const time_hit *h, time_meaning *m)
{
    enum { MOST = 10000000 };
    const time_reading *u = unit_of(h);
    const time_reading *count = time_captured(h, C_COUNT, C_ORD, 0);
    bool dual = u->class == C_DUAL || u->class == C_THE_DUAL;
    int n = count ? count->value : dual ? 2 : 1;
    if (n < 1 || n > MOST)
        return false;
    set_mod(c, h, m);
    return set(m, TIME_DURATION,
               exact(c->mem, u->value, n, time_captured(h, C_HALF, C_NONE, 0) != NULL));
}

/* The nth unit of a match, and how many of it: the number before it, two of a dual, else one. */
static const time_reading *counted_unit(const time_hit *h, uint32_t nth, int *count)
{
    *count = 1;
    for (uint32_t i = 0; i < h->n; i++) {
        const time_reading *r = h->capture[i];
        if (r->class == C_COUNT)
            *count = r->value;
        if (r->class != C_UNIT && r->class != C_UNITS && r->class != C_DUAL)
            continue;
        if (nth-- == 0) {
            *count = r->class == C_DUAL ? 2 : *count;
            return r;
        }
        *count = 1;
    }
    return NULL;
}

/* ستة أعوام وتسعة أشهر: the second unit is the smaller one; weeks go with nothing */
bool guard_compound(const time_context *c, const time_hit *h)
{
    static const char order[] = "YMDhns";
    int n;
    (void)c;
    const time_reading *big = counted_unit(h, 0, &n), *small = counted_unit(h, 1, &n);
    const char *a = big && big->value ? strchr(order, big->value) : NULL;
    const char *b = small && small->value ? strchr(order, small->value) : NULL;
    return a && b && b > a;
}

/* Six years and nine months: "P6Y9M". */
bool time_compound(time_context *c, const time_hit *h, time_meaning *m)
{
    enum { MOST = 100000 };
    wq_str part[2];
    for (uint32_t i = 0; i < 2; i++) {
        int n, unit = counted_unit(h, i, &n)->value;
        if (n < 1 || n > MOST)
            return false;
        part[i] = period(c->mem, unit, arena_printf(c->mem, "%d", n).p);
    }
    size_t head = str_starts(part[0], STR("PT")) ? 2 : 1; /* what both begin with */
    set_mod(c, h, m);
    return set(m, TIME_DURATION,
               arena_printf(c->mem, "%.*s%.*s", STR_ARG(part[0]),
                            STR_ARG(str_sub(part[1], head, part[1].n))));
}

/* Half or a quarter of an hour, a day, a year, a century. */
bool time_half(time_context *c, const time_hit *h, time_meaning *m)
{
    int part = time_captured(h, C_HALF, C_NONE, 0)->value; /* 30 or 15 sixtieths */
    int unit = unit_of(h)->value;
    set_mod(c, h, m);
    switch (unit) {
    case 'h':
        return set(m, TIME_DURATION, period(c->mem, 'n', part == 30 ? "30" : "15"));
    case 'D':
        return set(m, TIME_DURATION, period(c->mem, 'h', part == 30 ? "12" : "6"));
    case 'Y':
        return set(m, TIME_DURATION, period(c->mem, 'M', part == 30 ? "6" : "3"));
    case 'C':
        return set(m, TIME_DURATION, period(c->mem, 'Y', part == 30 ? "50" : "25"));
    default:
        return false;
    }
}

bool time_vague(time_context *c, const time_hit *h, time_meaning *m)
{
    return set(m, TIME_DURATION, period(c->mem, unit_of(h)->value, "X"));
}

static bool set_every(time_meaning *m, wq_str value)
{
    m->quant = STR("EVERY");
    return set(m, TIME_SET, value);
}

bool time_every(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *w = time_captured(h, C_WEEKDAY, C_WEEKDAY_BARE, 0);
    if (w)
        return set_every(m, arena_printf(c->mem, "XXXX-WXX-%d", w->value));
    const time_reading *count = time_captured(h, C_COUNT, C_NONE, 0);
    const time_reading *u = unit_of(h);
    int n = count ? count->value : u->class == C_DUAL ? 2 : 1;
    return set_every(m, exact(c->mem, u->value, n, false));
}

bool time_adverb(time_context *c, const time_hit *h, time_meaning *m)
{
    return set_every(m, time_row_value(c, h->capture[0]));
}

bool time_every_half(time_context *c, const time_hit *h, time_meaning *m)
{
    return time_half(c, h, m) && set_every(m, m->value);
}

/* A day or month of every year; TIMEX3 has no months but those of the Gregorian calendar. */
bool time_every_date(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *month = time_captured(h, C_MONTH_PAIR, C_MONTH, 0);
    const time_reading *day = time_captured(h, C_DAYNUM, C_NONE, 0);
    month = month ? month : time_captured(h, C_MONTH_WEAK, C_NONE, 0);
    if (!month)
        return set_every(m, STR("P1Y"));
    wq_str value = arena_printf(c->mem, "XXXX-%02d", month->value);
    if (day)
        value = arena_printf(c->mem, "%.*s-%02d", STR_ARG(value), day->value);
    return set_every(m, value);
}

/* How often in a unit: "2X" in "P1W". */
bool time_turns(time_context *c, const time_hit *h, time_meaning *m)
{
    enum { MOST = 10000 };
    const time_reading *turn = time_captured(h, C_TURN, C_NONE, 0);
    const time_reading *count = time_captured(h, C_COUNT, C_NONE, 0);
    const time_reading *adverb = time_captured(h, C_ADVERB_SET, C_NONE, 0);
    bool counted = count && count->first < turn->first;
    int times = counted ? count->value : turn->value;
    const time_reading *of = counted ? time_captured(h, C_COUNT, C_NONE, 1) : count;
    if (times < 1 || times > MOST)
        return false;
    m->freq = arena_printf(c->mem, "%dX", times);
    if (adverb)
        return set_every(m, time_row_value(c, adverb));
    const time_reading *u = unit_of(h);
    int n = of ? of->value : u->class == C_DUAL ? 2 : 1;
    return set_every(m, exact(c->mem, u->value, n, false));
}
