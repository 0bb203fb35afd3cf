/* Numbers in figures (days, years, clock times, whole dates) and in words. */
#include "time/lattice.h"

#include "morph/numeral.h"

#define NO_ROW UINT32_MAX

enum { FIRST_YEAR = 1000, LAST_YEAR = 2150, FIRST_HIJRI = 1300, LAST_HIJRI = 1500 };

static void add(reader *r, time_class class, int32_t value, uint32_t first, uint32_t end,
                uint16_t clitics)
{
    *vec_push(r->mem, &r->list) =
        (time_reading){ (uint8_t) class, 0, clitics, value, NO_ROW, first, end };
}

/* ---- figures ------------------------------------------------------------------ */

typedef struct figures {
    int v[3];
    int digits[3];
    char sign[3]; /* after each */
    int n;
} figures;

/* Splits 26/5/1447 at its signs; false where there are more than three numbers or long ones. */
static bool split(wq_str s, figures *f)
{
    *f = (figures){ .n = 1 };
    for (size_t i = 0; i < s.n; i++) {
        int *v = &f->v[f->n - 1], *digits = &f->digits[f->n - 1];
        if (s.p[i] >= '0' && s.p[i] <= '9') {
            if (++*digits > 8)
                return false;
            *v = *v * 10 + (s.p[i] - '0');
        } else {
            if (f->n == 3)
                return false;
            f->sign[f->n - 1] = s.p[i];
            f->n++;
        }
    }
    return true;
}

static bool year_like(int v, int digits)
{
    return digits == 4 &&
           ((v >= FIRST_YEAR && v <= LAST_YEAR) || (v >= FIRST_HIJRI && v <= LAST_HIJRI));
}

static bool is_hijri(int year)
{
    return year >= FIRST_HIJRI && year <= LAST_HIJRI;
}

static void read_whole(reader *r, uint32_t i, int v, int digits)
{
    add(r, C_COUNT, v, i, i + 1, 0);
    if (digits <= 2 && v >= 1 && v <= 31)
        add(r, C_DAYNUM, v, i, i + 1, 0);
    if (digits <= 2 && v <= 24)
        add(r, C_HOUR, v, i, i + 1, 0);
    if (digits == 4 && v >= 100 && v / 100 <= 24 && v % 100 < 60) { /* الساعة 0424 */
        add(r, C_CLOCK, v / 100 * 60 + v % 100, i, i + 1, 0);
        r->list.v[r->list.n - 1].aux = 1;
    }
    if (year_like(v, digits)) {
        add(r, C_YEAR4, v, i, i + 1, 0);
        r->list.v[r->list.n - 1].aux = is_hijri(v);
    }
}

/* 10:38; 10.38 counts only after the word for o'clock (aux 1) */
static void read_clock(reader *r, uint32_t i, const figures *f)
{
    bool dotted = f->sign[0] != ':'; /* 10.38, 10,38 */
    if (f->digits[0] > 2 || f->digits[1] != 2 || f->v[0] > 24 || f->v[1] > 59)
        return;
    add(r, C_CLOCK, f->v[0] * 60 + f->v[1], i, i + 1, 0);
    r->list.v[r->list.n - 1].aux = dotted;
}

/* 3-5 */
static void read_days(reader *r, uint32_t i, const figures *f)
{
    const int *v = f->v;
    if (f->digits[0] <= 2 && f->digits[1] <= 2 && v[0] >= 1 && v[0] < v[1] && v[1] <= 31)
        add(r, C_DAYS, v[0] * 100 + v[1], i, i + 1, 0);
}

/* 2015-2019, 2015/2016 */
static void read_years(reader *r, uint32_t i, const figures *f)
{
    const int *v = f->v;
    if (year_like(v[0], f->digits[0]) && year_like(v[1], f->digits[1]) && v[0] < v[1] &&
        !is_hijri(v[0]))
        add(r, C_YEARS, v[0] * 10000 + v[1], i, i + 1, 0);
}

static void read_pair(reader *r, uint32_t i, const figures *f)
{
    char sign = f->sign[0];
    if (sign == ':' || sign == '.' || sign == ',')
        read_clock(r, i, f);
    if (sign == '-' || sign == '/') {
        read_days(r, i, f);
        read_years(r, i, f);
    }
}

/* 2020.09.05, 5/9/2020: the day first where both fit; false where it is no date in any calendar. */
static bool date_parts(const figures *f, int *year, int *month, int *day)
{
    bool first = f->digits[0] == 4;
    *year = f->v[first ? 0 : 2];
    *month = f->v[1];
    *day = f->v[first ? 2 : 0];
    if (!first && *month > 12 && *day <= 12) { /* 9/25/2020 */
        *month = *day;
        *day = f->v[1];
    }
    return f->sign[0] == f->sign[1] && strchr("./-", f->sign[0]) &&
           year_like(*year, f->digits[first ? 0 : 2]) && f->digits[1] <= 2 &&
           f->digits[first ? 2 : 0] <= 2 && *month >= 1 && *month <= 12 && *day >= 1 &&
           *day <= 31;
}

int32_t time_full_day(wq_str form, wq_calendar calendar)
{
    figures f;
    int year, month, day;
    if (!split(form, &f) || f.n != 3 || !date_parts(&f, &year, &month, &day))
        return CALENDAR_NONE;
    return calendar == WQ_HIJRI     ? calendar_from_hijri(year, month, day)
           : calendar == WQ_PERSIAN ? calendar_from_persian(year, month, day)
                                    : calendar_day((calendar_date){ year, month, day });
}

static void read_date(reader *r, uint32_t i, const figures *f)
{
    int year, month, day;
    if (date_parts(f, &year, &month, &day)) {
        add(r, C_FULL, 0, i, i + 1, 0);
        r->list.v[r->list.n - 1].aux = is_hijri(year);
    } else if (f->sign[0] == ':' && f->sign[1] == ':' && f->v[0] <= 24 && f->v[1] < 60) {
        add(r, C_CLOCK, f->v[0] * 60 + f->v[1], i, i + 1, 0);
    }
}

void time_read_number(reader *r, uint32_t i)
{
    figures f;
    wq_str form = r->part->token[i].form;
    if (!split(form, &f))
        return;
    if (f.n == 1)
        read_whole(r, i, f.v[0], f.digits[0]);
    else if (f.n == 2)
        read_pair(r, i, &f);
    else
        read_date(r, i, &f);
}

/* ---- words -------------------------------------------------------------------- */

static const time_reading *numeral(const reader *r, uint32_t i)
{
    const time_reading *x = time_reading_at(r, i, C_NUMERAL);
    return x ? x : time_reading_at(r, i, C_BIG);
}

static bool has_only(const time_reading *x, uint16_t clitics)
{
    return (x->clitics & (MORPH_PREPOSITION | MORPH_WA | MORPH_FA)) == clitics;
}

/* One more word of a number, *total so far; false where the number is over. */
static bool extend(const time_reading *x, int *total)
{
    uint64_t sum = (uint64_t)*total;
    bool joined = has_only(x, MORPH_WA);
    if ((!joined && !has_only(x, 0)) ||
        !numeral_extend(&sum, (uint64_t)x->value, joined, x->class == C_BIG) ||
        sum > INT32_MAX)
        return false;
    *total = (int)sum;
    return true;
}

bool time_spelled_number(const reader *r, uint32_t i, time_reading *out)
{
    enum { LONGEST = 8 };
    const time_reading *x = numeral(r, i);
    if (!x)
        return false;
    int total = x->value;
    *out = *x;
    for (int words = 1; words < LONGEST; words++) {
        const time_reading *next = numeral(r, out->end);
        if (!next || !extend(next, &total))
            break;
        out->end = next->end;
    }
    out->class = C_COUNT;
    out->value = total;
    return true;
}

/* السابع, الثاني عشر, السابعة والعشرين, العشرين */
static bool spelled_ordinal(const reader *r, uint32_t i, time_reading *out)
{
    const time_reading *x = time_reading_at(r, i, C_ORDINAL);
    const time_reading *tens = time_reading_at(r, i, C_NUMERAL);
    if (!x && tens && tens->value >= 20 && tens->value < 100 &&
        (tens->clitics & MORPH_AL)) {
        *out = *tens;
        return true;
    }
    if (!x)
        return false;
    *out = *x;
    const time_reading *next = numeral(r, x->end);
    if (next && x->value < 10 && next->value == 10 && has_only(next, 0)) {
        out->value += 10;
        out->end = next->end;
    } else if (next && x->value < 10 && next->value >= 20 && next->value < 100 &&
               has_only(next, MORPH_WA)) {
        out->value += next->value;
        out->end = next->end;
    }
    return true;
}

void time_read_numeral(reader *r, uint32_t i)
{
    time_reading x;
    if (time_spelled_number(r, i, &x)) {
        add(r, C_COUNT, x.value, i, x.end, x.clitics);
        if (x.value >= 1 && x.value <= 31 && !(x.clitics & MORPH_AL))
            add(r, C_DAYNUM, x.value, i, x.end, x.clitics);
    }
    if (!spelled_ordinal(r, i, &x) || !(x.clitics & MORPH_AL))
        return;
    add(r, C_ORD, x.value, i, x.end, x.clitics);
    if (x.value <= 31)
        add(r, C_DAYNUM, x.value, i, x.end, x.clitics);
    if (x.value <= 12 && x.aux)
        add(r, C_HOUR, x.value, i, x.end, x.clitics);
}
