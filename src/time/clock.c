/* Builders: parts of the day and clock times. */
#include "time/rules.h"
#include "time/value.h"

/* The day a group G_DAY inside the match means; false where it means no single day or feast. */
static bool day_of(time_context *c, const time_hit *h, int32_t *day, uint8_t *calendar)
{
    time_meaning m = { .first = CALENDAR_NONE, .last = CALENDAR_NONE };
    if (!h->day || !h->day->build(c, h, &m) || m.type != TIME_DATE)
        return false;
    bool feast = m.grain == 'R' && time_captured(h, C_HOLIDAY, C_NONE, 0);
    if (m.grain != 'D' && !feast)
        return false;
    *day = m.first;
    *calendar = m.settled ? WQ_GREGORIAN : m.calendar;
    return true;
}

static void set_time(time_context *c, time_meaning *m, int32_t day, wq_str time)
{
    m->type = TIME_TIME;
    m->grain = 'D';
    m->first = m->last = day;
    m->anchored = day != CALENDAR_NONE;
    m->of_day = time;
    if (day == CALENDAR_NONE)
        return;
    wq_str date = time_print(c->mem, 'D', day, day);
    m->value = arena_printf(c->mem, "%.*sT%.*s", STR_ARG(date), STR_ARG(time));
}

bool time_pod(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *pod = time_captured(h, C_POD, C_POD_ADV, 0);
    const time_reading *eve = time_captured(h, C_POD_EVE, C_NONE, 0);
    const time_reading *the = time_captured(h, C_THE_POD, C_NONE, 0);
    int32_t day = c->today;
    if (!the && !day_of(c, h, &day, &m->calendar))
        return false;
    if (eve && day != CALENDAR_NONE)
        day--;
    set_time(c, m, day, time_row_value(c, the ? the : eve ? eve : pod));
    return true;
}

/* هاجموا ليلا: of the day told of last, be it in this sentence or one of the news; else of the day of publication */
bool time_pod_alone(time_context *c, const time_hit *h, time_meaning *m)
{
    enum { NEWS = 3 /* days */ };
    bool day = c->last_grain == 'D';
    bool here = day && c->last_end > c->sentence_first;
    bool news = day && c->last_first <= c->today && c->today - c->last_first <= NEWS;
    set_time(c, m, here || news ? c->last_first : c->today,
             time_row_value(c, h->capture[0]));
    return true;
}

/* ليل السبت - الأحد: the night that begins on the first */
bool time_pod_weekdays(time_context *c, const time_hit *h, time_meaning *m)
{
    if (!time_weekdays(c, h, m) || (m->first != CALENDAR_NONE && m->last != m->first + 1))
        return false;
    int32_t day = m->first;
    if (day != CALENDAR_NONE && day == c->today - 7 && !time_rel_of(h))
        day = c->today; /* told on the evening with which that night begins */
    set_time(c, m, day, time_row_value(c, time_captured(h, C_POD, C_NONE, 0)));
    return true;
}

/* منتصف ليل الخميس - الجمعة */
bool time_midnight_weekdays(time_context *c, const time_hit *h, time_meaning *m)
{
    if (!time_weekdays(c, h, m) || (m->first != CALENDAR_NONE && m->last != m->first + 1))
        return false;
    set_time(c, m, m->first, STR("24:00"));
    return true;
}

bool time_night(time_context *c, const time_hit *h, time_meaning *m)
{
    int32_t day = c->today == CALENDAR_NONE ? c->today : c->today + h->capture[0]->value;
    set_time(c, m, day, STR("NI"));
    return true;
}

/* Midnight of last night is the hour today began with. */
bool time_midnight(time_context *c, const time_hit *h, time_meaning *m)
{
    int32_t day = CALENDAR_NONE;
    if (h->capture[0]->class == C_MIDNIGHT_BARE) {
        set_time(c, m, day, STR("24:00"));
        m->value = STR("T24:00");
    } else if (!h->day) {
        set_time(c, m, c->today, h->capture[0]->value < 0 ? STR("00:00") : STR("24:00"));
    } else if (day_of(c, h, &day, &m->calendar)) {
        set_time(c, m, day, STR("24:00"));
    } else {
        return false;
    }
    return true;
}

/* Hours after noon as the part of the day says. */
static int in_24_hours(int hour, char part)
{
    if (part == 'P' || part == 'E' || part == 'A')
        return hour < 12 ? hour + 12 : hour;
    if (part == 'M' && hour == 12)
        return 0;
    if (part == 'I' && hour < 4)
        return hour + 12;
    if (part == 'N')
        return hour == 12 ? 24 : hour >= 6 && hour < 12 ? hour + 12 : hour;
    return hour;
}

/* M morning, I noon, A afternoon, E evening, N night, P after noon; 0 none given */
static char part_of(const time_context *c, const time_hit *h)
{
    const time_reading *r = time_captured(h, C_POD_ADV, C_POD, 0);
    if (!r) {
        r = time_captured(h, C_AM, C_PM, 0);
        return !r ? 0 : r->class == C_PM ? 'P' : 'M';
    }
    wq_str v = time_row_value(c, r);
    if (v.n < 2)
        return 0;
    return str_eq(v, STR("MI")) ? 'I' : v.p[0];
}

static int minutes_of(const time_context *c, const time_hit *h)
{
    const time_reading *clock = time_captured(h, C_CLOCK, C_NONE, 0);
    const time_reading *hour = time_captured(h, C_HOUR, C_NONE, 0);
    const time_reading *fraction = time_captured(h, C_FRACTION, C_COUNT, 0);
    int minutes = clock ? clock->value : hour->value * 60;
    int of_hour = minutes % 60;
    minutes = in_24_hours(minutes / 60, part_of(c, h)) * 60 + of_hour;
    if (fraction && time_captured(h, C_EXCEPT, C_NONE, 0))
        return minutes - fraction->value;
    return minutes + (fraction ? fraction->value : 0);
}

/* The day of a clock time that names none: one named just before it. */
static int32_t day_before(const time_context *c, const time_hit *h)
{
    enum { CLOSE = 4 };
    return c->last_grain == 'D' && c->last_end && !c->last_is_limit &&
                   h->first - c->last_end <= CLOSE
               ? c->last_first
               : CALENDAR_NONE;
}

/* From the first to the second hour, both in the part of the day behind them. */
bool time_clock_range(time_context *c, const time_hit *h, time_meaning *m)
{
    int at[2];
    for (uint32_t i = 0; i < 2; i++) {
        const time_reading *r = time_captured(h, C_HOUR, C_CLOCK, i);
        at[i] = r->class == C_CLOCK ? r->value : r->value * 60;
        at[i] = in_24_hours(at[i] / 60, part_of(c, h)) * 60 + at[i] % 60;
    }
    if (at[0] < 0 || at[1] > 24 * 60 || at[0] >= at[1])
        return false;
    int32_t day = day_before(c, h);
    wq_str date = day == CALENDAR_NONE ? STR("") : time_print(c->mem, 'D', day, day);
    wq_str from = arena_printf(c->mem, "%02d:%02d", at[0] / 60, at[0] % 60);
    set_time(c, m, day, from);
    m->value = arena_printf(c->mem, "%.*sT%.*s/%.*sT%02d:%02d", STR_ARG(date),
                            STR_ARG(from), STR_ARG(date), at[1] / 60, at[1] % 60);
    return true;
}

bool time_clock(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *approx = time_captured(h, C_APPROX, C_NONE, 0);
    int minutes = minutes_of(c, h);
    if (approx)
        m->mod = time_row_value(c, approx);
    int32_t day = day_before(c, h);
    if (minutes < 0 || minutes > 24 * 60 || (h->day && !day_of(c, h, &day, &m->calendar)))
        return false;
    wq_str time = arena_printf(c->mem, "%02d:%02d", minutes / 60, minutes % 60);
    set_time(c, m, day, time);
    if (day == CALENDAR_NONE)
        m->value = arena_printf(c->mem, "T%.*s", STR_ARG(time));
    return true;
}
