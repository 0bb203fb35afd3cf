/* Finds the first full date in running text.
 *
 * The text is read as a row of marks (a number, a word the time lexicon knows, anything else) and the forms of a
 * date are tried at each.  A mark is looked at a bounded number of times, so work grows with the text alone.   */
#include "calendar/calendar.h"

#include "base/utf8.h"
#include "script/fold.h"
#include "script/letters.h"

#define ARTICLE STR(AR_AL) /* alef lam */

enum { RING = 32, MAX_KEY = 64, MAX_NAME_WORDS = 3 };

enum { /* what a word can be: a set of bits */
       W_MONTH = 1 << 0,
       W_HIJRI = 1 << 1,
       W_PERSIAN = 1 << 2,
       W_WEEKDAY = 1 << 3,
       W_AM = 1 << 4,
       W_PM = 1 << 5,
       W_ERA_G = 1 << 6,
       W_ERA_H = 1 << 7,
       W_CLOCK = 1 << 8,
       W_AGREEING = 1 << 9,
       W_ZONE = 1 << 10,
       W_UNIT = 1 << 11, /* the words month and year before a name or figures */
       W_OF = 1 << 12,
       W_ANY_MONTH = W_MONTH | W_HIJRI | W_PERSIAN
};

typedef enum mark_kind { MARK_END, MARK_NUMBER, MARK_WORD, MARK_OTHER } mark_kind;

typedef struct mark {
    mark_kind kind;
    uint32_t start, end; /* bytes */
    char sign;           /* MARK_OTHER: the ASCII sign, or '?' */
    int digits, number;
    unsigned is; /* MARK_WORD: W_... */
    int month, zone;
} mark;

typedef struct scan {
    const lexicon *lex;
    wq_str text;
    uint32_t at;     /* byte after the last mark read */
    uint32_t n;      /* marks read */
    int kind, value; /* columns of the time table */
    mark ring[RING];
} scan;

/* ---- marks ---------------------------------------------------------------- */

static unsigned word_bit(wq_str kind, wq_str value)
{
    static const struct {
        const char *kind, *value;
        unsigned bit;
    } kinds[] = {
        { "month", NULL, W_MONTH },
        { "month_weak", NULL, W_MONTH },
        { "hijri_month", NULL, W_HIJRI },
        { "persian_month", NULL, W_PERSIAN },
        { "weekday", NULL, W_WEEKDAY },
        { "half", "AM", W_AM },
        { "half", "PM", W_PM },
        { "era", "G", W_ERA_G },
        { "era", "H", W_ERA_H },
        { "clock", NULL, W_CLOCK },
        { "clock_at", NULL, W_CLOCK },
        { "hijri_weak", NULL, W_HIJRI },

        { "agreeing", NULL, W_AGREEING },
        { "zone", NULL, W_ZONE },
        { "unit", "M", W_UNIT },
        { "unit", "Y", W_UNIT },
        { "of", NULL, W_OF },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(kind, str_of(kinds[i].kind)) &&
            (!kinds[i].value || str_eq(value, str_of(kinds[i].value))))
            return kinds[i].bit;
    return 0;
}

static int small_number(wq_str s)
{
    int v = 0;
    for (size_t i = 0; i < s.n && i < 6 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
        v = v * 10 + (s.p[i] - '0');
    return v;
}

/* Adds to `m` what the lexicon knows of a word or a name of several words; false where nothing. */
static bool learn(const scan *s, wq_str key, mark *m)
{
    uint32_t n;
    const lex_entry *e = lex_find(s->lex, key, &n);
    unsigned is = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table != LEX_TIME)
            continue;
        wq_str value = lex_cell_at(s->lex, LEX_TIME, e[i].row, s->value);
        unsigned bit = word_bit(lex_cell_at(s->lex, LEX_TIME, e[i].row, s->kind), value);
        if (bit & W_ANY_MONTH)
            m->month = small_number(value);
        if (bit == W_ZONE)
            m->zone = small_number(value);
        is |= bit;
    }
    m->is |= is;
    return is != 0;
}

static uint32_t cp_at(const scan *s, uint32_t at, unsigned *len)
{
    uint32_t cp = 0;
    *len = at < s->text.n ? utf8_decode(s->text.p + at, s->text.n - at, &cp) : 0;
    if (*len == 0 && at < s->text.n)
        *len = 1; /* a bad byte counts as a sign */
    return cp;
}

static bool is_letter(uint32_t cp)
{
    return cp_is_arabic_letter(cp) || (cp >= 'a' && cp <= 'z') ||
           (cp >= 'A' && cp <= 'Z') || (cp >= 0xc0 && cp < 0x250);
}

/* Byte after the run of letters at `at`. */
static uint32_t word_end(const scan *s, uint32_t at)
{
    unsigned len;
    for (uint32_t cp; (cp = cp_at(s, at, &len)), len && (is_letter(cp) || cp_is_mark(cp));)
        at += len;
    return at;
}

static uint32_t skip_blank(const scan *s, uint32_t at)
{
    unsigned len;
    for (uint32_t cp;
         (cp = cp_at(s, at, &len)), len && (cp_is_space(cp) || cp_is_mark(cp));)
        at += len;
    return at;
}

/* Appends the folded word text[from, to) to the key; false where it does not fit. */
static bool key_add(const scan *s, char *key, size_t *n, uint32_t from, uint32_t to)
{
    size_t size = to - from;
    if (size > MAX_KEY || *n + FOLD_GROWTH * size + 1 > 4 * MAX_KEY)
        return false;
    if (*n)
        key[(*n)++] = ' ';
    *n += fold_into(str_sub(s->text, from, to), FOLD_FULL, key + *n);
    return true;
}

/* The longest name of the lexicon that starts at m->start. */
static void read_word(scan *s, mark *m)
{
    char key[4 * MAX_KEY];
    size_t n = 0;
    uint32_t from = m->start;
    m->kind = MARK_WORD;
    m->end = word_end(s, from);
    for (int words = 0; words < MAX_NAME_WORDS; words++) {
        uint32_t to = word_end(s, from);
        if (to == from || !key_add(s, key, &n, from, to))
            return;
        mark longer = { .kind = MARK_WORD, .start = m->start, .end = to };
        wq_str whole = { key, n };
        if (learn(s, whole, &longer) ||
            (str_starts(whole, ARTICLE) && learn(s, str_sub(whole, ARTICLE.n, n), &longer)))
            *m = longer;
        if (!lex_is_prefix(s->lex, (wq_str){ key, n }))
            return;
        from = skip_blank(s, to);
    }
}

static void read_number(scan *s, mark *m)
{
    unsigned len;
    m->kind = MARK_NUMBER;
    m->end = m->start;
    for (uint32_t cp; (cp = cp_at(s, m->end, &len)), len && cp_is_digit(cp);
         m->end += len) {
        if (m->digits++ < 8)
            m->number = m->number * 10 + (int)cp_digit(cp);
    }
}

static void read_mark(scan *s, mark *m)
{
    unsigned len;
    *m = (mark){ .start = skip_blank(s, s->at) };
    uint32_t cp = cp_at(s, m->start, &len);
    m->end = m->start + len;
    if (len == 0)
        m->kind = MARK_END;
    else if (cp_is_digit(cp))
        read_number(s, m);
    else if (is_letter(cp))
        read_word(s, m);
    else {
        m->kind = MARK_OTHER;
        m->sign = cp == 0x60c ? ',' : cp == 0x2013 ? '-' : cp < 0x80 ? (char)cp : '?';
    }
    s->at = m->end;
}

/* The i-th mark of the text.  Only the last RING of those read are there. */
static const mark *at(scan *s, uint32_t i)
{
    while (s->n <= i)
        read_mark(s, &s->ring[s->n++ % RING]);
    return &s->ring[i % RING];
}

static bool is_sign(const mark *m, const char *set)
{
    return m->kind == MARK_OTHER && strchr(set, m->sign) != NULL;
}

static bool is_word(const mark *m, unsigned bits)
{
    return m->kind == MARK_WORD && (m->is & bits) != 0;
}

static uint32_t skip_signs(scan *s, uint32_t i, const char *set, int most)
{
    while (most-- > 0 && is_sign(at(s, i), set))
        i++;
    return i;
}

/* ---- forms of a date: each returns the number of marks it takes, or 0 --------- */

typedef struct found {
    calendar_date date;
    bool hijri;
} found;

static bool day_number(const mark *m)
{
    return m->kind == MARK_NUMBER && m->digits <= 2 && m->number >= 1 && m->number <= 31;
}

static bool year_number(const mark *m)
{
    return m->kind == MARK_NUMBER && m->digits == 4 && m->number >= 1000 &&
           m->number < 3000;
}

/* Puts the date together from the figures and the word that says which calendar they are of. */
static bool settle(found *f, int year, int month, int day, unsigned calendar)
{
    bool hijri_year = year >= 1300 && year <= 1500;
    f->hijri =
        calendar == W_HIJRI || calendar == W_PERSIAN || (hijri_year && calendar == 0);
    f->date = (calendar_date){ year, month, day };
    if (f->hijri) {
        int32_t d = calendar == W_PERSIAN ? calendar_from_persian(year, month, day)
                                          : calendar_from_hijri(year, month, day);
        if (!hijri_year || d == CALENDAR_NONE)
            return false;
        f->date = calendar_from_day(d);
    }
    return calendar_valid(f->date);
}

/* The era after a year: how many marks it takes and the calendar it names. */
static uint32_t era(scan *s, uint32_t i, unsigned *calendar)
{
    const mark *m = at(s, i);
    if (is_word(m, W_ERA_H))
        *calendar = W_HIJRI;
    else if (is_word(m, W_ERA_G) && m[0].start == at(s, i - 1)->end)
        *calendar = W_MONTH;
    else
        return is_word(m, W_ERA_G) && !is_word(m, W_PM);
    return 1;
}

static bool joined_before(scan *s, uint32_t i)
{
    if (i == 0)
        return false;
    const mark *m = at(s, i - 1);
    return is_sign(m, "./-:") && m->end == at(s, i)->start && m->start > 0 &&
           s->text.p[m->start - 1] != ' ';
}

/* 2020.09.05, 05/09/2020, 26 / 5 / 1447 */
static uint32_t numeric(scan *s, uint32_t i, found *f)
{
    const mark *a = at(s, i), *b = at(s, i + 2), *c = at(s, i + 4);
    const mark *one = at(s, i + 1), *two = at(s, i + 3);
    if (!is_sign(one, "./-") || !is_sign(two, "./-") || one->sign != two->sign ||
        !day_number(b) || joined_before(s, i))
        return 0;
    const mark *after = at(s, i + 5);
    if (is_sign(after, "./-") && after->start == c->end &&
        at(s, i + 6)->kind == MARK_NUMBER && at(s, i + 6)->start == after->end &&
        at(s, i + 7)->sign != ':')
        return 0; /* part of a longer number */
    unsigned calendar = 0;
    uint32_t n = 5 + era(s, i + 5, &calendar);
    if (year_number(a) && day_number(c))
        return settle(f, a->number, b->number, c->number, calendar) ? n : 0;
    if (day_number(a) && year_number(c) &&
        (settle(f, c->number, b->number, a->number, calendar) ||
         settle(f, c->number, a->number, b->number, calendar)))
        return n;
    return 0;
}

/* A month and a second name of the same month beside it; returns the mark after them. */
static uint32_t month_names(scan *s, uint32_t i)
{
    uint32_t j = skip_signs(s, i + 1, "/(-,", 2);
    if (is_word(at(s, j), W_MONTH) && at(s, j)->month == at(s, i)->month)
        return skip_signs(s, j + 1, ")", 1);
    return i + 1;
}

static unsigned month_calendar(const mark *m)
{
    return m->is & W_MONTH ? W_MONTH : m->is & W_HIJRI ? W_HIJRI : W_PERSIAN;
}

static uint32_t finish_named(scan *s, uint32_t i, uint32_t year, const mark *m, int day,
                             found *f)
{
    unsigned written = 0;
    uint32_t n = year + 1 - i + era(s, year + 1, &written);
    unsigned calendar = month_calendar(m);
    if (written && (written == W_HIJRI) != (calendar == W_HIJRI))
        return 0;
    return settle(f, at(s, year)->number, m->month, day, calendar) ? n : 0;
}

/* 24 نيسان / أبريل 2020, 5th of September, 2020 */
static uint32_t day_month_year(scan *s, uint32_t i, found *f)
{
    uint32_t j = skip_signs(s, i + 1, "-/.,", 1);
    while (j < i + 4 && is_word(at(s, j), W_OF | W_UNIT))
        j++;
    if (!day_number(at(s, i)) || !is_word(at(s, j), W_ANY_MONTH))
        return 0;
    mark month = *at(s, j);
    j = skip_signs(s, month_names(s, j), "-/.,", 2);
    while (j < i + 12 && is_word(at(s, j), W_OF | W_UNIT))
        j++;
    if (!year_number(at(s, j)))
        return 0;
    return finish_named(s, i, j, &month, at(s, i)->number, f);
}

/* Feb. 19 2020; سبتمبر 5, 2020 */
static uint32_t month_day_year(scan *s, uint32_t i, found *f)
{
    if (!is_word(at(s, i), W_ANY_MONTH))
        return 0;
    uint32_t day = skip_signs(s, month_names(s, i), "./", 1);
    uint32_t year = skip_signs(s, day + 1, ",/-", 1);
    if (!day_number(at(s, day)) || !year_number(at(s, year)))
        return 0;
    mark month = *at(s, i);
    return finish_named(s, i, year, &month, at(s, day)->number, f);
}

static uint32_t year_month_day(scan *s, uint32_t i, found *f)
{
    uint32_t j = skip_signs(s, i + 1, "-/.,", 1);
    if (!year_number(at(s, i)) || !is_word(at(s, j), W_MONTH))
        return 0;
    uint32_t day = skip_signs(s, j + 1, "-/.,", 1);
    const mark *d = at(s, day);
    if (!day_number(d) || !settle(f, at(s, i)->number, at(s, j)->month, d->number, W_MONTH))
        return 0;
    return day + 1 - i;
}

static uint32_t one_date(scan *s, uint32_t i, found *f)
{
    if (at(s, i)->kind == MARK_WORD)
        return month_day_year(s, i, f);
    if (at(s, i)->kind != MARK_NUMBER)
        return 0;
    uint32_t n = numeric(s, i, f);
    n = n ? n : day_month_year(s, i, f);
    return n ? n : year_month_day(s, i, f);
}

/* A date and the same day in the other calendar beside it; the Gregorian one counts. */
static uint32_t date(scan *s, uint32_t i, found *f)
{
    uint32_t n = one_date(s, i, f);
    if (n == 0)
        return 0;
    uint32_t j = i + n;
    while (j < i + n + 4 && (is_sign(at(s, j), "-/,|()") ||
                             is_word(at(s, j), W_WEEKDAY | W_AGREEING | W_CLOCK)))
        j++;
    found other;
    uint32_t more = one_date(s, j, &other);
    if (more == 0 || other.hijri == f->hijri)
        return n;
    if (f->hijri)
        *f = other;
    return j + more - i;
}

/* ---- clock times -------------------------------------------------------------- */

/* 10:38, 09:22:05 مساءً; returns the marks it takes. */
static uint32_t clock_time(scan *s, uint32_t i, calendar_stamp *out)
{
    const mark *h = at(s, i), *colon = at(s, i + 1), *m = at(s, i + 2);
    if (h->kind != MARK_NUMBER || !is_sign(colon, ":") || m->kind != MARK_NUMBER ||
        h->digits > 2 || m->digits != 2 || h->number > 24 || m->number > 59)
        return 0;
    uint32_t n = 3;
    out->hour = h->number;
    out->minute = m->number;
    if (is_sign(at(s, i + 3), ":") && at(s, i + 4)->digits == 2 &&
        at(s, i + 4)->number < 60) {
        out->second = at(s, i + 4)->number;
        n = 5;
    }
    const mark *half = at(s, i + n);
    if (!is_word(half, W_AM | W_PM))
        return n;
    if (is_word(half, W_PM) && out->hour < 12)
        out->hour += 12;
    else if (is_word(half, W_AM) && out->hour == 12)
        out->hour = 0;
    return n + 1;
}

/* +03:00, +0300, +3 at mark i, which is the sign; *minutes is what it adds. */
static uint32_t zone_figures(scan *s, uint32_t i, int *minutes)
{
    const mark *sign = at(s, i), *hours = at(s, i + 1);
    if (!is_sign(sign, "+-") || hours->kind != MARK_NUMBER || sign->end != hours->start)
        return 0;
    int h = hours->digits == 4 ? hours->number / 100 : hours->number;
    int m = hours->digits == 4 ? hours->number % 100 : 0;
    uint32_t n = 2;
    if (hours->digits <= 2 && is_sign(at(s, i + 2), ":") && at(s, i + 3)->digits == 2) {
        m = at(s, i + 3)->number;
        n = 4;
    }
    if (h > 14 || m > 59)
        return 0;
    *minutes = (sign->sign == '-' ? -1 : 1) * (h * 60 + m);
    return n;
}

/* GMT, GMT+3, +03:00, بتوقيت غرينتش right after the clock */
static uint32_t zone(scan *s, uint32_t i, calendar_stamp *out)
{
    uint32_t j = skip_signs(s, i, "(", 1);
    if (is_word(at(s, j), W_CLOCK) && is_word(at(s, j + 1), W_ZONE))
        j++;
    bool named = is_word(at(s, j), W_ZONE);
    int offset = named ? at(s, j++)->zone : 0, minutes = 0;
    uint32_t figures =
        named || at(s, j + 1)->digits != 1 ? zone_figures(s, j, &minutes) : 0;
    if (!named && figures == 0)
        return 0;
    out->has_offset = true;
    out->offset = offset + minutes;
    return j + figures - i;
}

/* ---- the whole ------------------------------------------------------------------ */

static uint32_t skip_joiners(scan *s, uint32_t i)
{
    uint32_t end = i + 4;
    while (i < end &&
           (is_sign(at(s, i), "|-,()/?") || is_word(at(s, i), W_CLOCK | W_WEEKDAY)))
        i++;
    return i;
}

/* A clock time after the date, within a few signs. */
static void clock_after(scan *s, uint32_t i, calendar_stamp *out)
{
    uint32_t j = skip_joiners(s, i);
    uint32_t n = clock_time(s, j, out);
    if (n == 0)
        return;
    out->end = at(s, j + n - 1)->end;
    uint32_t more = zone(s, j + n, out);
    if (more)
        out->end = at(s, j + n + more - 1)->end;
}

/* The weekday before the date belongs to it. */
static uint32_t with_weekday(scan *s, uint32_t i)
{
    uint32_t j = i;
    if (j > 0 && is_sign(at(s, j - 1), ",(-"))
        j--;
    return j > 0 && is_word(at(s, j - 1), W_WEEKDAY) ? j - 1 : i;
}

static bool stamp_at(scan *s, uint32_t i, calendar_stamp *out)
{
    calendar_stamp r = { .hour = -1, .minute = -1, .second = -1, .explicit_year = true };
    found f;
    uint32_t n = clock_time(s, i, &r);
    uint32_t first = n ? skip_joiners(s, i + n) : i;
    uint32_t marks = date(s, first, &f);
    if (marks == 0)
        return false;
    r.date = f.date;
    r.start = at(s, n ? i : with_weekday(s, i))->start;
    r.end = at(s, first + marks - 1)->end;
    if (n == 0)
        clock_after(s, first + marks, &r);
    *out = r;
    return true;
}

bool calendar_find(const lexicon *lex, wq_str text, uint32_t from, calendar_stamp *out)
{
    scan s = { .lex = lex, .text = text, .at = from };
    s.kind = lex_column(lex, LEX_TIME, "kind");
    s.value = lex_column(lex, LEX_TIME, "value");
    for (uint32_t i = 0; at(&s, i)->kind != MARK_END; i++)
        if (stamp_at(&s, i, out))
            return true;
    return false;
}
