#include "input/date.h"

#include <stdio.h>
#include <stdlib.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- ISO 8601 ------------------------------------------------------------------------ */

static bool digits(const char **p, int n, int least, int most)
{
    int v = 0;
    for (int i = 0; i < n; i++, ++*p) {
        if (!is_digit(**p))
            return false;
        v = v * 10 + (**p - '0');
    }
    return v >= least && v <= most;
}

static bool is_zone(const char *p)
{
    if (*p == 'Z')
        return p[1] == '\0';
    if (*p != '+' && *p != '-')
        return *p == '\0';
    p++;
    if (!digits(&p, 2, 0, 14))
        return false;
    p += *p == ':';
    return digits(&p, 2, 0, 59) && *p == '\0';
}

static bool is_time(const char *p)
{
    if (!digits(&p, 2, 0, 24) || *p++ != ':' || !digits(&p, 2, 0, 59))
        return false;
    if (*p == ':' && (p++, !digits(&p, 2, 0, 60)))
        return false;
    if (*p == '.')
        for (p++; is_digit(*p);)
            p++;
    return is_zone(p);
}

static int days_of(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool date_is_iso(const char *date)
{
    const char *p = date;
    if (!digits(&p, 4, 1, 9999) || *p++ != '-' || !digits(&p, 2, 1, 12) || *p++ != '-')
        return false;
    int month = (date[5] - '0') * 10 + (date[6] - '0');
    if (!digits(&p, 2, 1, days_of(atoi(date), month)))
        return false;
    return *p == '\0' || ((*p == 'T' || *p == ' ') && is_time(p + 1));
}

/* ---- RFC 822 -------------------------------------------------------------------------- */

static bool is_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* A run of digits or of letters, past anything else. */
static wq_str next_word(const char **p)
{
    while (**p && !is_digit(**p) && !is_letter(**p) && **p != '+' && **p != '-')
        ++*p;
    const char *start = *p;
    if (is_letter(**p))
        while (is_letter(**p))
            ++*p;
    else if (**p)
        for (++*p; is_digit(**p) || **p == ':';)
            ++*p;
    return (wq_str){ start, (size_t)(*p - start) };
}

static int month_number(wq_str word)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (int m = 0; word.n >= 3 && m < 12; m++)
        if (str_eq_nocase(str_sub(word, 0, 3), (wq_str){ names + m * 3, 3 }))
            return m + 1;
    return 0;
}

static int full_year(wq_str word)
{
    int year = atoi(word.p);
    if (word.n == 2)
        year += year < 50 ? 2000 : 1900;
    return word.n == 2 || word.n == 4 ? year : 0;
}

/* "+0300", "GMT", "EST"; an unknown name gives no zone. */
static void put_zone(wq_str word, char out[static 7])
{
    static const char *const names[][2] = {
        { "GMT", "+00:00" }, { "UT", "+00:00" },  { "UTC", "+00:00" }, { "Z", "+00:00" },
        { "EST", "-05:00" }, { "EDT", "-04:00" }, { "CST", "-06:00" }, { "CDT", "-05:00" },
        { "MST", "-07:00" }, { "MDT", "-06:00" }, { "PST", "-08:00" }, { "PDT", "-07:00" },
    };
    out[0] = '\0';
    if (word.n == 5 && !is_letter(word.p[0]))
        snprintf(out, 7, "%.3s:%.2s", word.p, word.p + 3);
    else if (word.n == 6 && !is_letter(word.p[0]) && word.p[3] == ':')
        snprintf(out, 7, "%.6s", word.p);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(word, str_of(names[i][0])))
            memcpy(out, names[i][1], 7);
}

static bool from_mail(const char *p, char out[static DATE_SIZE])
{
    wq_str word = next_word(&p);
    if (word.n && is_letter(word.p[0])) /* the day of the week */
        word = next_word(&p);
    int day = word.n ? atoi(word.p) : 0;
    int month = month_number(next_word(&p));
    word = next_word(&p);
    int year = word.n && is_digit(word.p[0]) ? full_year(word) : 0;
    if (day < 1 || month == 0 || year == 0)
        return false;
    word = next_word(&p);
    int hour = 0, minute = 0, second = 0;
    if (word.n < 4 || word.n > 8 ||
        sscanf(word.p, "%2d:%2d:%2d", &hour, &minute, &second) < 2) {
        snprintf(out, DATE_SIZE, "%04d-%02d-%02d", year, month, day);
        return date_is_iso(out);
    }
    char zone[7];
    put_zone(next_word(&p), zone);
    snprintf(out, DATE_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d%s", year, month, day, hour,
             minute, second, zone);
    return date_is_iso(out);
}

bool date_to_iso(wq_str s, char out[static DATE_SIZE])
{
    char copy[DATE_SIZE];
    s = str_trim(s);
    if (s.n == 0 || s.n >= sizeof copy)
        return false;
    memcpy(copy, s.p, s.n);
    copy[s.n] = '\0';
    if (date_is_iso(copy)) {
        memcpy(out, copy, s.n + 1);
        if (s.n > 10)
            out[10] = 'T';
        return true;
    }
    return from_mail(copy, out);
}
