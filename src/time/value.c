/* Builders: days that count from today, weekdays, and what all builders share. */
#include "time/value.h"

#include "time/rules.h"

/* ---- helpers ------------------------------------------------------------------- */

wq_str time_row_value(const time_context *c, const time_reading *r)
{
    return r && r->row != UINT32_MAX ? lex_cell(c->lex, LEX_TIME, r->row, "value")
                                     : STR("");
}

void time_set(time_meaning *m, char grain, int32_t first, int32_t last)
{
    bool known = first != CALENDAR_NONE && last != CALENDAR_NONE;
    m->type = TIME_DATE;
    m->grain = grain;
    m->first = known ? first : CALENDAR_NONE;
    m->last = known ? last : CALENDAR_NONE;
    m->anchored = known && strchr("DWMYRry", grain) != NULL;
}

void time_set_day(time_meaning *m, int32_t day)
{
    time_set(m, 'D', day, day);
}

int32_t time_add_days(int32_t day, int n)
{
    return day == CALENDAR_NONE ? day : day + n;
}

void time_set_mod(const time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *p = time_captured(h, C_PART, C_APPROX, 0);
    if (p)
        m->mod = time_row_value(c, p);
}

const time_reading *time_rel_of(const time_hit *h)
{
    return time_captured(h, C_REL, C_REL_WEAK, 0);
}

const time_reading *time_weekday_of(const time_hit *h, uint32_t nth)
{
    const time_reading *w = time_captured(h, C_WEEKDAY, C_WEEKDAY_SET_OFF, nth);
    return w || nth ? w : time_captured(h, C_WEEKDAY_BARE, C_NONE, 0);
}

/* The day of weekday `w` on or before / on or after `day`. */
static int32_t weekday_before(int32_t day, int w)
{
    return day - (calendar_weekday(day) - w + 7) % 7;
}

static int32_t weekday_after(int32_t day, int w)
{
    return day + (w - calendar_weekday(day) + 7) % 7;
}

/* ---- days that count from today ------------------------------------------------------ */

bool time_day(time_context *c, const time_hit *h, time_meaning *m)
{
    return h->day && h->day->build(c, h, m);
}

/* The weekday beside a day word that contradicts it: the day before, in which the article is older than its date; or the day
 * after, where that is not ahead of the date or is yet to come: papers are put out the evening before theirs.      */
static int32_t weekday_beside(const time_context *c, const time_hit *h, int32_t day, int w)
{
    int32_t after = weekday_after(day, w);
    bool may = after <= c->today || time_tense(c, h->first, h->end) == 2;
    return after == day + 1 && may ? after : weekday_before(day, w);
}

/* Where a weekday beside "today" contradicts, it is kept, and what "today" means is moved for the rest of the part. */
bool time_deictic(time_context *c, const time_hit *h, time_meaning *m)
{
    int offset = time_captured(h, C_DEICTIC, C_NONE, 0)->value;
    const time_reading *w = time_weekday_of(h, 0);
    int32_t day = time_add_days(c->today, offset);
    if (day != CALENDAR_NONE && w && calendar_weekday(day) != w->value) {
        m->conflict = time_print(c->mem, 'D', day, day);
        day = weekday_beside(c, h, day, w->value);
        c->today = day - offset;
    }
    if (w)
        c->weekday[w->value - 1] = day;
    time_set_day(m, day);
    return true;
}

/* "of next week" after one or several weekdays: the Monday of that week, or CALENDAR_NONE. */
static int32_t week_after(const time_context *c, uint32_t token)
{
    enum { MOST = 6 };
    uint32_t end = token + MOST;
    while (token < end && (time_has(c, token, C_OR) || time_has(c, token, C_AND) ||
                           time_has(c, token, C_WEEKDAY)))
        token++;
    time_hit h;
    if (!time_has(c, token, C_OF) || !time_match(c, G_TOP, token + 1, &h))
        return CALENDAR_NONE;
    const time_reading *u = time_captured(&h, C_THE_UNIT, C_NONE, 0), *r = time_rel_of(&h);
    if (!u || u->value != 'W' || !r)
        return CALENDAR_NONE;
    return weekday_before(c->today, 1) + 7 * r->value;
}

static int32_t resolve_weekday(const time_context *c, const time_hit *h, int w)
{
    if (c->today == CALENDAR_NONE)
        return CALENDAR_NONE;
    if (time_captured(h, C_REL_NEXT, C_NONE, 0))
        return c->last_first == CALENDAR_NONE ? CALENDAR_NONE
                                              : weekday_after(c->last_first + 1, w);
    const time_reading *rel = time_rel_of(h);
    if (rel && rel->value < 0)
        return weekday_before(c->today - 1, w) + 7 * (rel->value + 1);
    if (rel && rel->value > 0)
        return weekday_after(c->today + 1, w) + 7 * (rel->value - 1);
    if (rel)
        return weekday_before(c->today, 1) + w - 1;
    int32_t monday = week_after(c, h->end);
    if (monday != CALENDAR_NONE)
        return monday + w - 1;
    if (h->first > c->sentence_first && time_has(c, h->first - 1, C_TO) &&
        c->last_end == h->first - 1 && c->last_grain == 'D')
        return weekday_after(c->last_first, w); /* from Sunday to Thursday */
    if (h->first > c->sentence_first && time_has(c, h->first - 1, C_SINCE))
        return weekday_before(c->today, w);
    int tense = time_tense(c, h->first, h->end);
    if ((tense == 0 || tense == 1) && /* "votes on Wednesday ... the vote on Wednesday" */
        c->weekday[w - 1] != CALENDAR_NONE)
        return c->weekday[w - 1];
    return tense > 0 ? weekday_after(c->today, w) : weekday_before(c->today, w);
}

bool time_weekday(time_context *c, const time_hit *h, time_meaning *m)
{
    int w = time_weekday_of(h, 0)->value;
    int32_t day = resolve_weekday(c, h, w);
    c->weekday[w - 1] = day;
    time_set_day(m, day);
    return true;
}

bool time_weekdays(time_context *c, const time_hit *h, time_meaning *m)
{
    int one = time_weekday_of(h, 0)->value, two = time_weekday_of(h, 1)->value;
    int apart = (two - one + 7) % 7;
    int32_t last = resolve_weekday(c, h, two);
    if (apart == 0)
        return false;
    time_set(m, 'R', time_add_days(last, -apart), last);
    return true;
}

bool time_that_day(time_context *c, const time_hit *h, time_meaning *m)
{
    if (time_captured(h, C_DEM, C_NONE, 0)) {
        time_set_day(m, c->today);
        return true;
    }
    int32_t last = c->last_grain == 'D' ? c->last_first : CALENDAR_NONE;
    int step = time_captured(h, C_REL_NEXT, C_NONE, 0) ? 1
               : time_rel_of(h)                        ? time_rel_of(h)->value
                                                       : 0;
    time_set_day(m, time_add_days(last, step));
    return true;
}

/* The same day of another month, its last day where that is shorter. */
int32_t time_add_months(int32_t day, int n)
{
    if (day == CALENDAR_NONE)
        return day;
    calendar_date d = calendar_from_day(day);
    int month = d.year * 12 + d.month - 1 + n;
    if (month < 12)
        return CALENDAR_NONE;
    d.year = month / 12;
    d.month = month % 12 + 1;
    int longest = calendar_month_days(d.year, d.month);
    d.day = d.day > longest ? longest : d.day;
    return calendar_day(d);
}

void time_set_month(time_meaning *m, int32_t day)
{
    if (day == CALENDAR_NONE) {
        time_set(m, 'M', day, day);
        return;
    }
    calendar_date d = calendar_from_day(day);
    int32_t first = day - d.day + 1;
    time_set(m, 'M', first, first + calendar_month_days(d.year, d.month) - 1);
}

void time_set_years(time_meaning *m, char grain, int first, int last)
{
    time_set(m, grain, calendar_day((calendar_date){ first, 1, 1 }),
             calendar_day((calendar_date){ last, 12, 31 }));
}

/* One, two or so many units before today: as exact as the unit. */
bool time_ago(time_context *c, const time_hit *h, time_meaning *m)
{
    enum { MOST = 100000 };
    const time_reading *count = time_captured(h, C_COUNT, C_NONE, 0);
    const time_reading *u = time_captured(h, C_UNIT, C_UNITS, 0);
    const time_reading *dual = time_captured(h, C_DUAL, C_NONE, 0);
    int n = count ? count->value : dual ? 2 : 1;
    char unit = (char)(dual ? dual->value : u->value);
    time_set_mod(c, h, m);
    if (n > MOST || unit == 'h' || unit == 'n' || unit == 's')
        return time_count(c, h, m);
    if (unit == 'D' || unit == 'L' || unit == 'W')
        time_set_day(m, time_add_days(c->today, -n * (unit == 'W' ? 7 : 1)));
    else if (unit == 'M')
        time_set_month(m, time_add_months(c->today, -n));
    else if (c->today == CALENDAR_NONE)
        time_set(m, 'Y', CALENDAR_NONE, CALENDAR_NONE);
    else {
        int year = calendar_from_day(c->today).year - n * (unit == 'E'   ? 10
                                                           : unit == 'C' ? 100
                                                                         : 1);
        time_set_years(m, 'Y', year, year);
    }
    return true;
}
