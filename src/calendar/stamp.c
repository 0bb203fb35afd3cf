/* Dates as machines write them: ISO 8601, RFC 2822 and what meta tags hold instead. */
#include "calendar/calendar.h"

typedef struct cursor {
    const char *p, *end;
} cursor;

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads between `least` and `most` digits. */
static bool number(cursor *c, int least, int most, int *out)
{
    int n = 0, v = 0;
    while (n < most && c->p + n < c->end && digit(c->p[n]))
        v = v * 10 + (c->p[n++] - '0');
    if (n < least)
        return false;
    c->p += n;
    *out = v;
    return true;
}

static bool accept(cursor *c, const char *set)
{
    if (c->p == c->end || !*c->p || !strchr(set, *c->p))
        return false;
    c->p++;
    return true;
}

static void skip(cursor *c, const char *set)
{
    while (accept(c, set))
        continue;
}

static bool word(cursor *c, const char *lower)
{
    wq_str rest = { c->p, (size_t)(c->end - c->p) }, w = str_of(lower);
    if (!str_eq_nocase(str_sub(rest, 0, w.n), w))
        return false;
    c->p += w.n;
    return true;
}

static bool letter(char ch)
{
    return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
}

static bool english_month(cursor *c, int *month)
{
    static const char *const names[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec" };
    for (int m = 0; m < 12; m++)
        if (word(c, names[m])) {
            while (c->p < c->end && letter(*c->p)) /* the rest of the full name */
                c->p++;
            skip(c, ".");
            *month = m + 1;
            return true;
        }
    return false;
}

/* "+02:00" "+0200" "+02" "Z" "GMT" "GMT+3"; absent is fine, half a zone is not. */
static bool zone(cursor *c, calendar_stamp *s)
{
    if (word(c, "z") || word(c, "gmt") || word(c, "utc"))
        s->has_offset = true;
    int sign = accept(c, "+") ? 1 : accept(c, "-") ? -1 : 0;
    if (sign == 0)
        return true;
    int hours, minutes = 0;
    if (!number(c, 1, 2, &hours))
        return false;
    skip(c, ":");
    if (c->p < c->end && digit(*c->p) && !number(c, 2, 2, &minutes))
        return false;
    s->has_offset = true;
    s->offset = sign * (hours * 60 + minutes);
    return hours <= 14 && minutes < 60;
}

static void half(cursor *c, calendar_stamp *s)
{
    if (word(c, "am"))
        s->hour %= 12;
    else if (word(c, "pm"))
        s->hour = s->hour % 12 + 12;
}

static bool clock_ok(const calendar_stamp *s)
{
    return s->hour <= 24 && s->minute < 60 && s->second < 61;
}

static bool clock_time(cursor *c, calendar_stamp *s)
{
    int fraction;
    if (!number(c, 1, 2, &s->hour))
        return false;
    if (accept(c, ":")) {
        if (!number(c, 2, 2, &s->minute))
            return false;
        if (accept(c, ":") && !number(c, 2, 2, &s->second))
            return false;
    } else if (!number(c, 2, 2, &s->minute) ||
               (c->p < c->end && digit(*c->p) && !number(c, 2, 2, &s->second))) {
        return false; /* basic form: 103800 */
    }
    if (accept(c, ".,"))
        while (number(c, 1, 9, &fraction))
            continue;
    skip(c, " ");
    half(c, s);
    skip(c, " ");
    return clock_ok(s) && zone(c, s);
}

/* A year of 1300 to 1500 in this form is Hijri: the page's own software wrote its calendar. */
static bool settle(calendar_stamp *s, int year, int month, int day)
{
    s->date = (calendar_date){ year, month, day };
    if (year >= 1300 && year <= 1500) {
        int32_t d = calendar_from_hijri(year, month, day);
        if (d == CALENDAR_NONE)
            return false;
        s->date = calendar_from_day(d);
    }
    return calendar_valid(s->date);
}

/* 2020-09-05, 2020/09/05, 2020.09.05, 20200905 */
static bool year_first(cursor *c, calendar_stamp *s)
{
    int year, month, day;
    if (!number(c, 4, 4, &year))
        return false;
    char separator = c->p < c->end && strchr("-/.", *c->p) ? *c->p : 0;
    c->p += separator != 0;
    if (!number(c, separator ? 1 : 2, 2, &month))
        return false;
    if (separator && (c->p == c->end || *c->p++ != separator))
        return false;
    return number(c, separator ? 1 : 2, 2, &day) && settle(s, year, month, day);
}

/* 05/09/2020, 5-9-2020: day first unless only the other order is a date */
static bool year_last(cursor *c, calendar_stamp *s)
{
    int day, month, year;
    if (!number(c, 1, 2, &day) || c->p == c->end || !strchr("-/.", *c->p))
        return false;
    char separator = *c->p++;
    if (!number(c, 1, 2, &month) || c->p == c->end || *c->p++ != separator ||
        !number(c, 4, 4, &year))
        return false;
    return settle(s, year, month, day) || settle(s, year, day, month);
}

/* Sat, 05 Sep 2020; 5 September 2020; Sep 5, 2020 */
static bool english(cursor *c, calendar_stamp *s)
{
    static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
    for (int i = 0; i < 7; i++)
        if (word(c, days[i])) {
            while (c->p < c->end && letter(*c->p))
                c->p++;
            skip(c, ", .");
            break;
        }
    int day, month, year;
    if (number(c, 1, 2, &day)) {
        skip(c, " -.");
        if (!english_month(c, &month))
            return false;
    } else if (english_month(c, &month)) {
        skip(c, " ");
        if (!number(c, 1, 2, &day))
            return false;
    } else {
        return false;
    }
    skip(c, " -,.");
    return number(c, 4, 4, &year) && settle(s, year, month, day);
}

bool calendar_parse_iso(wq_str in, calendar_stamp *out)
{
    static bool (*const forms[])(cursor *, calendar_stamp *) = { year_first, year_last,
                                                                 english };
    wq_str text = str_trim(in);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        calendar_stamp s = {
            .hour = -1, .minute = -1, .second = -1, .explicit_year = true
        };
        cursor c = { text.p, text.p + text.n };
        if (!forms[i](&c, &s))
            continue;
        const char *date_end = c.p;
        skip(&c, " Tt,");
        bool gap = c.p > date_end;
        if (c.p < c.end && !(gap && clock_time(&c, &s)))
            continue;
        skip(&c, " ");
        if (c.p != c.end && *c.p != '(') /* "(UTC)" and the like */
            continue;
        s.start = (uint32_t)(text.p - in.p);
        s.end = s.start + (uint32_t)text.n;
        *out = s;
        return true;
    }
    return false;
}

static void put_digits(char *to, int n, int v)
{
    for (; n > 0; v /= 10)
        to[--n] = (char)('0' + v % 10);
}

/* Without printf(): an article has some dozens of days. */
wq_str calendar_print_date(arena *a, calendar_date d)
{
    char out[] = "0000-00-00";
    if (d.year < 0 || d.year > 9999)
        return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
    put_digits(out, 4, d.year);
    put_digits(out + 5, 2, d.month);
    put_digits(out + 8, 2, d.day);
    return arena_str(a, out, sizeof out - 1);
}

wq_str calendar_print(arena *a, const calendar_stamp *s)
{
    calendar_date d = s->date;
    if (s->hour < 0 || s->minute < 0)
        return calendar_print_date(a, d);
    int second = s->second < 0 ? 0 : s->second;
    wq_str local = arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02d", d.year, d.month, d.day,
                                s->hour, s->minute, second);
    if (!s->has_offset)
        return local;
    int minutes = s->offset < 0 ? -s->offset : s->offset;
    return arena_printf(a, "%.*s%c%02d:%02d", STR_ARG(local), s->offset < 0 ? '-' : '+',
                        minutes / 60, minutes % 60);
}
