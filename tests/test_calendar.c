/* tests/cases/calendar.tsv: arithmetic on dates, one call a row;
 * tests/cases/calendar_stamp.tsv: dates as pages write them, read whole (iso) or found in text (find). */
#include <stdlib.h>

#include "calendar/calendar.h"
#include "table.h"

enum { ID, CALL, ARGUMENT, EXPECT, COLUMNS };
enum { OTHERS_FIRST = 1800, OTHERS_LAST = 2200 };
enum { STAMP_ID, HOW, STAMP, COVERS, TEXT, STAMP_COLUMNS };

/* "1436-09-20" in whatever calendar */
static calendar_date parts(wq_str s)
{
    char copy[32] = { 0 }, *end = copy;
    memcpy(copy, s.p, s.n < sizeof copy - 1 ? s.n : sizeof copy - 1);
    calendar_date d = { 0, 0, 0 };
    int *v[] = { &d.year, &d.month, &d.day };
    for (int i = 0; i < 3 && *end; i++) {
        *v[i] = (int)strtol(end, &end, 10);
        end += *end == '-';
    }
    return d;
}

static wq_str show(arena *a, calendar_date d)
{
    return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static wq_str show_day(arena *a, int32_t day)
{
    return day == CALENDAR_NONE ? STR("none") : show(a, calendar_from_day(day));
}

static wq_str call_week(arena *a, calendar_date d)
{
    int year, week;
    calendar_iso_week(calendar_day(d), &year, &week);
    return arena_printf(a, "%04d-W%02d-%d", year, week, calendar_weekday(calendar_day(d)));
}

static wq_str call_number(arena *a, calendar_date d)
{
    int32_t day = calendar_day(d);
    return day == CALENDAR_NONE ? STR("none") : arena_printf(a, "%d", day);
}

static wq_str call_monday(arena *a, calendar_date d)
{
    return show_day(a, calendar_week_monday(d.year, d.month));
}

static wq_str call_length(arena *a, calendar_date d)
{
    return arena_printf(a, "%d", calendar_month_days(d.year, d.month));
}

static wq_str call_hijri(arena *a, calendar_date d)
{
    return show_day(a, calendar_from_hijri(d.year, d.month, d.day));
}

static wq_str call_to_hijri(arena *a, calendar_date d)
{
    return show(a, calendar_to_hijri(calendar_day(d)));
}

static wq_str call_persian(arena *a, calendar_date d)
{
    return show_day(a, calendar_from_persian(d.year, d.month, d.day));
}

static wq_str call_to_persian(arena *a, calendar_date d)
{
    return show(a, calendar_to_persian(calendar_day(d)));
}

static void check_call(const tsv_row *row, void *suite)
{
    static const struct {
        const char *name;
        wq_str (*call)(arena *, calendar_date);
    } calls[] = {
        { "number", call_number },   { "week", call_week },
        { "monday", call_monday },   { "length", call_length },
        { "hijri", call_hijri },     { "to_hijri", call_to_hijri },
        { "persian", call_persian }, { "to_persian", call_to_persian },
    };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (str_eq(row->cell[CALL], str_of(calls[i].name))) {
            wq_str got = calls[i].call(suite, parts(row->cell[ARGUMENT]));
            table_expect(row, calls[i].name, row->cell[EXPECT], got);
            return;
        }
    table_fail(row, "no such call");
}

static void check_stamp(const tsv_row *row, void *suite)
{
    calendar_stamp s;
    wq_str text = row->cell[TEXT], got = STR(""), covers = STR("");
    bool found = str_eq(row->cell[HOW], STR("iso"))
                     ? calendar_parse_iso(text, &s)
                     : calendar_find(lex_builtin(), text, 0, &s);
    if (found) {
        got = calendar_print(suite, &s);
        covers = str_sub(text, s.start, s.end);
    }
    table_expect(row, "stamp", row->cell[STAMP], got);
    if (row->cell[COVERS].n)
        table_expect(row, "covers", row->cell[COVERS], covers);
}

static void check_other_calendars(const tsv_row *row, int32_t day)
{
    calendar_date h = calendar_to_hijri(day), p = calendar_to_persian(day);
    if (calendar_from_hijri(h.year, h.month, h.day) != day)
        table_fail(row, "day %d does not come back from the Hijri calendar", day);
    if (calendar_from_persian(p.year, p.month, p.day) != day)
        table_fail(row, "day %d does not come back from the Persian calendar", day);
}

/* Each day, or each nth where days cost too much (WAQAI_TEST_EVERY, under valgrind). */
static int32_t days_apart(void)
{
    const char *every = getenv("WAQAI_TEST_EVERY");
    int32_t n = every ? (int32_t)strtol(every, NULL, 10) : 1;
    return n > 0 ? n : 1;
}

/* Each day of two thousand years goes through its parts and back, and so do weeks; each of 1800 to 2200
 * through the other calendars. */
static void check_round_trips(const tsv_row *row, void *suite)
{
    (void)suite;
    calendar_date first = parts(row->cell[CALL]), last = parts(row->cell[ARGUMENT]);
    int32_t step = days_apart();
    for (int32_t day = calendar_day(first); day <= calendar_day(last); day += step) {
        int year, week;
        calendar_iso_week(day, &year, &week);
        if (calendar_day(calendar_from_day(day)) != day)
            table_fail(row, "day %d does not come back", day);
        if (calendar_week_monday(year, week) + calendar_weekday(day) - 1 != day)
            table_fail(row, "week of day %d does not come back", day);
        int in = calendar_from_day(day).year;
        if (in >= OTHERS_FIRST && in <= OTHERS_LAST)
            check_other_calendars(row, day);
    }
}

int main(void)
{
    static const table_spec tables[] = {
        { WAQAI_CASES "/calendar.tsv", COLUMNS, check_call },
        { WAQAI_CASES "/calendar_stamp.tsv", STAMP_COLUMNS, check_stamp },
        { WAQAI_CASES "/calendar_range.tsv", COLUMNS, check_round_trips },
    };
    arena a;
    arena_init(&a, 1 << 24);
    int failed = table_run_all(tables, sizeof tables / sizeof *tables, &a);
    arena_fini(&a);
    return failed;
}
