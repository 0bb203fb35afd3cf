/* Builders: dates: months and days of months in any calendar, feasts, one day in two calendars. */
#include "time/value.h"

#include <stdlib.h>

#include "time/rules.h"

typedef struct stretch {
    int32_t first, last;
} stretch;

static const stretch UNKNOWN = { CALENDAR_NONE, CALENDAR_NONE };

/* A day of the Hijri or Persian calendar; the feasts of a few years are asked for again and again, and each conversion is dear. */
static int32_t day_in(const time_context *c, time_class calendar, int year, int month,
                      int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return CALENDAR_NONE;
    bool hijri = calendar == C_HIJRI;
    uint32_t date = (uint32_t)(((year * 12 + month) * 32 + day) * 2 + hijri);
    time_known_day *known = &c->begins->known_day[date * 0x9e3779b1u >> (32 - KNOWN_BITS)];
    if (known->date != date)
        *known = (time_known_day){ date, hijri ? calendar_from_hijri(year, month, day)
                                               : calendar_from_persian(year, month, day) };
    return known->day;
}

/* The days of a month (day 0) or one day of it, in the calendar of the month's name. */
static stretch days_of(const time_context *c, time_class calendar, int year, int month,
                       int day)
{
    int32_t first, next;
    if (calendar == C_HIJRI || calendar == C_PERSIAN) {
        first = day_in(c, calendar, year, month, day ? day : 1);
        next = month == 12 ? day_in(c, calendar, year + 1, 1, 1)
                           : day_in(c, calendar, year, month + 1, 1);
    } else {
        first = calendar_day((calendar_date){ year, month, day ? day : 1 });
        next = first == CALENDAR_NONE ? first : first + calendar_month_days(year, month);
    }
    if (first == CALENDAR_NONE || next == CALENDAR_NONE)
        return UNKNOWN;
    return (stretch){ first, day ? first : next - 1 };
}

/* About which year a day is in: right but for some days around the new year.  Thirty Hijri years are 10631 days. */
static int year_of(time_class calendar, int32_t day)
{
    enum { HIJRI_EPOCH = -492148 /* 19 July 622 */, CYCLE_YEARS = 30, CYCLE_DAYS = 10631 };
    int year = calendar_from_day(day).year;
    if (calendar == C_HIJRI)
        return (int)(((int64_t)day - HIJRI_EPOCH) * CYCLE_YEARS / CYCLE_DAYS) + 1;
    return calendar == C_PERSIAN ? year - 622 : year;
}

typedef enum direction { LAST, THIS, NEXT, BY_TENSE } direction;

/* How far ahead a date without year may lie where nothing but the tense says: one told of in the past tense is
 * rather last year's, one in the present the nearer, one in the future the next unless that is far off.        */
static int reach(int tense)
{
    static const int days[] = { 0, 45, 100, 183, 270 }; /* tense -2 .. 2 */
    return days[tense + 2];
}

/* Does this year's stretch fit, when years are tried from the latest down? */
static bool fits(stretch s, int32_t today, direction d, int tense)
{
    switch (d) {
    case LAST:
        return s.last < today;
    case NEXT:
        return s.first <= today; /* the one after it is taken */
    case THIS:
        return s.first <= today + reach(1);
    default:
        return s.first <= today + reach(tense);
    }
}

static stretch nearest(const time_context *c, time_class calendar, int month, int day,
                       direction d, int tense)
{
    if (c->today == CALENDAR_NONE)
        return UNKNOWN;
    int year = year_of(calendar, c->today) + 1;
    for (int y = year; y >= year - 8; y--) { /* 29 February: once in eight years at worst */
        stretch s = days_of(c, calendar, y, month, day);
        if (s.first == CALENDAR_NONE || !fits(s, c->today, d, tense))
            continue;
        for (int next = y + 1; d == NEXT && next <= y + 8; next++) {
            s = days_of(c, calendar, next, month, day);
            if (s.first != CALENDAR_NONE)
                break;
        }
        return s;
    }
    return UNKNOWN;
}

static direction direction_of(const time_reading *rel)
{
    return !rel ? BY_TENSE : rel->value < 0 ? LAST : rel->value > 0 ? NEXT : THIS;
}

/* The year that "the same year", "next year" and so on mean; 0 where nothing says. */
static int year_by_unit(const time_context *c, const time_hit *h)
{
    const time_reading *u = time_captured(h, C_THE_UNIT, C_NONE, 0);
    if (!u || u->value != 'Y')
        return 0;
    bool same = time_captured(h, C_SAME, C_DEM_FAR, 0) != NULL;
    int step = time_captured(h, C_REL_NEXT, C_NONE, 0) ? 1 : 0;
    int32_t base = same || step ? c->last_first : c->today;
    if (base == CALENDAR_NONE)
        return 0;
    return calendar_from_day(base).year + (time_rel_of(h) ? time_rel_of(h)->value : step);
}

static const time_reading *month_of(const time_hit *h)
{
    const time_reading *m = time_captured(h, C_MONTH_PAIR, C_MONTH, 0);
    m = m ? m : time_captured(h, C_MONTH_WEAK, C_HIJRI, 0);
    return m ? m : time_captured(h, C_PERSIAN, C_NONE, 0);
}

/* A clause that runs up to a date (until, by) looks ahead, one that begins there (since) back: -2. */
static int tense_at(const time_context *c, const time_hit *h)
{
    if (h->first > c->sentence_first && time_has(c, h->first - 1, C_TO))
        return 2;
    if (h->first > c->sentence_first && time_has(c, h->first - 1, C_SINCE))
        return -2;
    return time_tense(c, h->first, h->end);
}

/* The expression joined to this one by "and" or "to", which may say the year for both. */
static bool joined(const time_context *c, const time_hit *h, time_hit *next)
{
    uint32_t token = h->end;
    if (!time_has(c, token, C_AND) && !time_has(c, token, C_TO) &&
        !time_has(c, token, C_DASH))
        return false;
    token += !time_has(c, token, C_MONTH) && !time_has(c, token, C_DAYNUM);
    return time_match(c, G_TOP, token, next) && month_of(next);
}

/* A month or day of another calendar in a Gregorian year: of the two years it may be in, the one that fits. */
static stretch in_gregorian_year(const time_context *c, time_class calendar, int year,
                                 int month, int day)
{
    int middle = year_of(calendar, calendar_day((calendar_date){ year, 7, 1 }));
    for (int y = middle - 1; y <= middle + 1; y++) {
        stretch s = days_of(c, calendar, y, month, day);
        if (s.first != CALENDAR_NONE && calendar_from_day(s.first).year == year)
            return s;
    }
    return UNKNOWN;
}

/* Figures that are no year stand where the year would: 1 يناير 0001. */
static bool before_odd_figures(const time_context *c, const time_hit *h)
{
    enum { DIGITS = 4 };
    const text_token *t = &c->part->token[h->end];
    return h->end < c->sentence_end && t->kind == TOKEN_NUMBER && t->form.n >= DIGITS &&
           !time_has(c, h->end, C_CLOCK) && !time_has(c, h->end, C_YEAR4);
}

static stretch named_month(const time_context *c, const time_hit *h,
                           const time_reading *month, int day)
{
    time_class calendar = (time_class)month->class;
    const time_reading *y = time_captured(h, C_YEAR, C_YEAR4, 0), *rel = time_rel_of(h);
    int year = y ? y->value : year_by_unit(c, h);
    time_hit next;
    if (!year && !rel && joined(c, h, &next)) {
        y = time_captured(&next, C_YEAR, C_YEAR4, 0);
        rel = time_rel_of(&next);
        year = y ? y->value - (month->value > month_of(&next)->value) : 0;
    }
    if (y && calendar != C_HIJRI && calendar != C_PERSIAN && y->aux)
        return UNKNOWN;
    bool other = calendar == C_HIJRI || calendar == C_PERSIAN;
    if (year && other && !(y && y->aux))
        return in_gregorian_year(c, calendar, year, month->value, day);
    if (!year && before_odd_figures(c, h))
        return UNKNOWN;
    if (year)
        return days_of(c, calendar, year, month->value, day);
    return nearest(c, calendar, month->value, day, direction_of(rel), tense_at(c, h));
}

/* A day of "this month", "the same month". */
static stretch unnamed_month(const time_context *c, const time_hit *h, int day)
{
    bool same = time_captured(h, C_SAME, C_DEM_FAR, 0) != NULL;
    int step = time_captured(h, C_REL_NEXT, C_NONE, 0) ? 1 : 0;
    int32_t base = same || step ? c->last_first : c->today;
    int32_t in = time_add_months(base, time_rel_of(h) ? time_rel_of(h)->value : step);
    if (in == CALENDAR_NONE)
        return UNKNOWN;
    calendar_date d = calendar_from_day(in);
    return days_of(c, C_MONTH, d.year, d.month, day);
}

static stretch day_of_month(const time_context *c, const time_hit *h, int day)
{
    const time_reading *month = month_of(h);
    return month ? named_month(c, h, month, day) : unnamed_month(c, h, day);
}

static uint8_t calendar_of(const time_reading *month)
{
    return !month                      ? WQ_GREGORIAN
           : month->class == C_HIJRI   ? WQ_HIJRI
           : month->class == C_PERSIAN ? WQ_PERSIAN
                                       : WQ_GREGORIAN;
}

/* Words of another calendar say which of two days a Hijri date is. */
static void settle_moon(time_meaning *m, int32_t day)
{
    time_set_day(m, day);
    m->settled = true;
}

/* A date beside "today" that contradicts it: the article is older than its date, as in time_deictic(). */
static void check_deictic(time_context *c, const time_hit *h, time_meaning *m)
{
    enum { MOST = 31 };
    const time_reading *d = time_captured(h, C_DEICTIC, C_NONE, 0);
    const time_reading *n = time_captured(h, C_DAYNUM, C_NONE, 0);
    bool nth =
        d && n && n->first == d->end && (n->clitics & MORPH_AL); /* the eighth day of */
    if (!d || nth || c->today == CALENDAR_NONE)
        return;
    int32_t said = c->today + d->value;
    if (m->calendar == WQ_HIJRI && abs(said - m->first) <= 1) {
        settle_moon(m, said);
        return;
    }
    if (said == m->first)
        return;
    m->conflict = time_print(c->mem, 'D', said, said);
    if (abs(said - m->first) <= MOST)
        c->today = m->first - d->value;
}

/* A weekday that is not the date's is taken for the slip. */
static void check_day(time_context *c, const time_hit *h, time_meaning *m)
{
    if (m->first == CALENDAR_NONE)
        return;
    check_deictic(c, h, m);
    const time_reading *w = time_weekday_of(h, 0);
    int apart = w ? (calendar_weekday(m->first) - w->value + 7) % 7 : 0;
    if (w && m->calendar == WQ_HIJRI && (apart <= 1 || apart == 6))
        settle_moon(m, m->first + (apart == 6 ? 1 : -apart));
    else if (apart)
        m->conflict = arena_printf(c->mem, "XXXX-WXX-%d", w->value);
}

bool time_date(time_context *c, const time_hit *h, time_meaning *m)
{
    stretch s = day_of_month(c, h, time_captured(h, C_DAYNUM, C_NONE, 0)->value);
    time_set(m, 'D', s.first, s.last);
    m->calendar = calendar_of(month_of(h));
    check_day(c, h, m);
    return true;
}

/* 26 / 9 / 1436 */
bool time_spaced(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *y = time_captured(h, C_YEAR, C_YEAR4, 0);
    int day = time_captured(h, C_DAYNUM, C_NONE, 0)->value;
    int month = time_captured(h, C_DAYNUM, C_NONE, 1)->value;
    stretch s = days_of(c, y->aux ? C_HIJRI : C_MONTH, y->value, month, day);
    time_set(m, 'D', s.first, s.last);
    m->calendar = y->aux ? WQ_HIJRI : WQ_GREGORIAN;
    check_day(c, h, m);
    return s.first != CALENDAR_NONE;
}

/* The day and month of an agency's dateline, which are those of publication or just before: الكويت - 8 - 8 (كونا) */
bool time_dateline(time_context *c, const time_hit *h, time_meaning *m)
{
    enum { LATE = 3 };
    if (c->today == CALENDAR_NONE)
        return false;
    int day = time_captured(h, C_DAYNUM, C_NONE, 0)->value;
    int month = time_captured(h, C_DAYNUM, C_NONE, 1)->value;
    for (int32_t back = 0; back <= LATE; back++) {
        calendar_date d = calendar_from_day(c->today - back);
        if (d.day == day && d.month == month) {
            time_set_day(m, c->today - back);
            return true;
        }
    }
    return false;
}

bool time_full(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *full = time_captured(h, C_FULL, C_NONE, 0);
    const time_reading *era = time_captured(h, C_ERA_H, C_ERA_S, 0);
    m->calendar = era         ? (era->class == C_ERA_H ? WQ_HIJRI : WQ_PERSIAN)
                  : full->aux ? WQ_HIJRI
                              : WQ_GREGORIAN;
    time_set_day(m,
                 time_full_day(c->part->token[full->first].form, (wq_calendar)m->calendar));
    check_day(c, h, m);
    return m->first != CALENDAR_NONE;
}

/* 23 و24 شباط: two days that follow each other, or a range of any length. */
bool time_days(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *both = time_captured(h, C_DAYS, C_NONE, 0);
    int one = both ? both->value / 100 : time_captured(h, C_DAYNUM, C_NONE, 0)->value;
    const time_reading *third = time_captured(h, C_DAYNUM, C_NONE, 2);
    int two = both ? both->value % 100 : time_captured(h, C_DAYNUM, C_NONE, 1)->value;
    bool between = h->first > 0 && time_has(c, h->first - 1, C_BETWEEN);
    if (two <= one || (time_captured(h, C_AND, C_NONE, 0) && two > one + 1 && !between))
        return false;
    if (third && third->value != two + 1)
        return false;
    two += third != NULL;
    stretch s = day_of_month(c, h, two);
    time_set(m, 'R', time_add_days(s.first, one - two), s.first);
    m->calendar = calendar_of(month_of(h));
    return true;
}

bool time_month(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *month = month_of(h);
    bool gregorian = month->class != C_HIJRI && month->class != C_PERSIAN;
    stretch s = named_month(c, h, month, 0);
    time_set(m, gregorian ? 'M' : 'R', s.first, s.last);
    m->calendar = calendar_of(month);
    time_set_mod(c, h, m);
    return true;
}

/* أول أيام العيد, اليوم الثاني من العيد: which day of a feast of `length` days; 0 the whole. */
static int feast_day(const time_context *c, const time_hit *h, int length)
{
    const time_reading *ord = time_captured(h, C_ORDINAL, C_ORD, 0);
    const time_reading *part = time_captured(h, C_PART, C_NONE, 0);
    if (part)
        return str_eq(time_row_value(c, part), STR("END")) ? length : 1;
    return ord ? ord->value : 0;
}

/* آخر يوم من ديسمبر */
bool time_edge_day(time_context *c, const time_hit *h, time_meaning *m)
{
    stretch s = named_month(c, h, month_of(h), 0);
    wq_str edge = time_row_value(c, time_captured(h, C_PART, C_NONE, 0));
    bool end = str_eq(edge, STR("END"));
    if (!end && !str_eq(edge, STR("START")))
        return false;
    time_set_day(m, end ? s.last : s.first);
    m->calendar = calendar_of(month_of(h));
    return true;
}

/* A date of G_DAY at the token, as it would be found alone. */
static bool day_at(time_context *c, uint32_t token, time_meaning *m, uint32_t *end)
{
    time_hit h;
    *m = (time_meaning){ .first = CALENDAR_NONE, .last = CALENDAR_NONE };
    if (!time_match(c, G_DAY, token, &h) || !time_captured(&h, C_DAYNUM, C_FULL, 0) ||
        !h.rule->build(c, &h, m))
        return false;
    *end = h.end;
    return m->grain == 'D' && m->first != CALENDAR_NONE;
}

/* Both days of a match of "agreeing"; a year that one lacks is that of the other. */
static bool both_days(time_context *c, const time_hit *h, time_meaning *one,
                      time_meaning *two)
{
    uint32_t at;
    if (!day_at(c, h->first, one, &at))
        return false;
    while (at < h->end && (time_has(c, at, C_AGREEING) || time_has(c, at, C_COLON) ||
                           time_has(c, at, C_COMMA) || time_has(c, at, C_DASH) ||
                           time_has(c, at, C_SLASH) || time_has(c, at, C_OPEN)))
        at++;
    return day_at(c, at, two, &at);
}

bool time_agreeing(time_context *c, const time_hit *h, time_meaning *m)
{
    time_meaning one, two;
    if (!both_days(c, h, &one, &two))
        return false;
    bool swap = one.calendar != WQ_GREGORIAN;
    *m = swap ? two : one;
    const time_meaning *other = swap ? &one : &two;
    if (abs(one.first - two.first) > 1)
        m->conflict = time_print(c->mem, 'D', other->first, other->last);
    return true;
}

/* One day in two calendars; joined by nothing but a mark they must agree, but for the moon. */
bool guard_agreeing(const time_context *c, const time_hit *h)
{
    time_context copy = *c; /* a contradiction within one of them moves nothing yet */
    time_meaning one, two;
    return both_days(&copy, h, &one, &two) &&
           (one.calendar == WQ_GREGORIAN) != (two.calendar == WQ_GREGORIAN) &&
           (time_captured(h, C_AGREEING, C_NONE, 0) || abs(one.first - two.first) <= 1);
}

/* MM-DD, or Hmm-dd/n: n days from a day of the Hijri calendar */
bool time_holiday(time_context *c, const time_hit *h, time_meaning *m)
{
    const time_reading *r = time_captured(h, C_HOLIDAY, C_NONE, 0);
    wq_str v = time_row_value(c, r);
    bool hijri = v.n && v.p[0] == 'H';
    const char *p = v.p + hijri;
    if (v.n < 5u + (hijri ? 3u : 0u)) { /* the words don't say which day that is */
        time_set_day(m, CALENDAR_NONE);
        return true;
    }
    int month = (p[0] - '0') * 10 + p[1] - '0', day = (p[3] - '0') * 10 + p[4] - '0';
    int length = hijri ? p[6] - '0' : 1;
    const time_reading *y = time_captured(h, C_YEAR, C_YEAR4, 0);
    time_class calendar = hijri ? C_HIJRI : C_MONTH;
    int year = y ? y->value : year_by_unit(c, h);
    stretch s = year && hijri && !(y && y->aux)
                    ? in_gregorian_year(c, calendar, year, month, day)
                : year ? days_of(c, calendar, year, month, day)
                       : nearest(c, calendar, month, day, direction_of(time_rel_of(h)),
                                 tense_at(c, h));
    int day_of_it = feast_day(c, h, length);
    m->calendar = hijri ? WQ_HIJRI : WQ_GREGORIAN;
    if (day_of_it)
        time_set_day(m, time_add_days(s.first, day_of_it - 1));
    else
        time_set(m, length > 1 ? 'R' : 'D', s.first, time_add_days(s.first, length - 1));
    return day_of_it <= length;
}
