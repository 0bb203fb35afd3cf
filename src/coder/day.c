/* One day in three calendars. */
#include <stdlib.h>

#include "base/utf8.h"
#include "calendar/calendar.h"
#include "coder/document.h"
#include "morph/morph.h"

enum {
    MOST_MEMORY = 16 * 1024 * 1024,
    MOST_TEXT = 1024,
    SAUDI_FIRST =
        1356, /* years of the printed calendar (R. H. van Gent, The Umm al-Qura Calendar) */
    SAUDI_LAST = 1500
};

static wq_date public_date(calendar_date d)
{
    return (wq_date){ d.year, d.month, d.day };
}

static wq_day day_of(int32_t day, wq_calendar written)
{
    wq_day out = { .written = written, .weekday = calendar_weekday(day) };
    calendar_iso_week(day, &out.week_year, &out.week);
    out.date[WQ_GREGORIAN] = public_date(calendar_from_day(day));
    out.date[WQ_HIJRI] = public_date(calendar_to_hijri(day));
    out.date[WQ_PERSIAN] = public_date(calendar_to_persian(day));
    int year = out.date[WQ_HIJRI].year;
    out.tolerance = year < SAUDI_FIRST || year > SAUDI_LAST;
    return out;
}

/* The day that all expressions of the text agree on, give or take one: a Hijri date beside a Gregorian one. */
static const time_expr *only_day(const time_list *list)
{
    const time_expr *one = list->n ? &list->v[0] : NULL;
    for (uint32_t i = 0; i < list->n; i++) {
        const time_expr *e = &list->v[i];
        if (e->first_day == CALENDAR_NONE || e->first_day != e->last_day ||
            abs(e->first_day - one->first_day) > 1)
            return NULL;
        if (one->calendar == WQ_HIJRI)
            one = e;
    }
    return one;
}

wq_status wq_day_read(const wq_engine *engine, wq_str text, wq_day *out, wq_error *err)
{
    if (text.n > MOST_TEXT || utf8_valid_prefix(text) != text.n)
        return fail(err, WQ_E_USE, 0,
                    "want the words of one day in UTF-8, at most %d bytes", MOST_TEXT);
    arena a;
    text_part part;
    time_list list;
    jmp_buf full;
    arena_init(&a, MOST_MEMORY);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    text_analyse(engine->lex, &a, WQ_PART_TEXT, text, &part);
    morph_analyse(engine->lex, &a, &part);
    time_tag(engine->lex, &a, &part, CALENDAR_NONE, &list);
    const time_expr *e = only_day(&list);
    if (e)
        *out = day_of(e->first_day, (wq_calendar)e->calendar);
    arena_fini(&a);
    return e ? WQ_OK
             : fail(err, WQ_E_USE, 0,
                    "'%.*s' is no day; give day, month and year, such as 2015-07-07",
                    STR_ARG(text));
}

/* ---- writing ---------------------------------------------------------------------------- */

static void line(buf *b, const char *label, wq_date d)
{
    buf_printf(b, "%-9s  ", label);
    if (d.year == 0 && d.month == 0)
        buf_str(b, STR("-"));
    else
        buf_printf(b, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static void spelled(buf *b, arena *a, int32_t day, const char *locale, const char *pattern)
{
    wq_str s = calendar_spell(a, day, locale, pattern);
    if (s.p) {
        buf_str(b, STR("  "));
        write_isolated(b, s);
    }
}

/* The name of a month in the lexicon: of the first row of one of two kinds with its number. */
static wq_str month_name(const lexicon *lex, wq_str kind, wq_str weak, int month)
{
    for (uint32_t i = 0; i < lex_rows(lex, LEX_TIME); i++) {
        wq_str k = lex_cell(lex, LEX_TIME, i, "kind");
        if ((str_eq(k, kind) || str_eq(k, weak)) &&
            strtol(lex_cell(lex, LEX_TIME, i, "value").p, NULL, 10) == month)
            return lex_cell(lex, LEX_TIME, i, "name");
    }
    return STR("");
}

static void named(buf *b, arena *a, wq_date d, wq_str month)
{
    if (d.month == 0)
        return;
    buf_str(b, STR("  "));
    write_isolated(b, arena_printf(a, "%d %.*s %d", d.day, STR_ARG(month), d.year));
}

static void write_day(const lexicon *lex, const wq_day *d, arena *a, buf *b)
{
    const wq_date *g = &d->date[WQ_GREGORIAN], h = d->date[WQ_HIJRI],
                  p = d->date[WQ_PERSIAN];
    int32_t day = calendar_day((calendar_date){ g->year, g->month, g->day });
    line(b, "gregorian", *g);
    spelled(b, a, day, "ar@calendar=gregorian;numbers=latn", "EEEE d MMMM y");
    spelled(b, a, day, "ar_SY@calendar=gregorian;numbers=latn", "d MMMM");
    buf_char(b, '\n');
    line(b, "hijri", h);
    named(b, a, h, month_name(lex, STR("hijri_month"), STR("hijri_weak"), h.month));
    buf_str(b, d->tolerance ? STR("  +-1 day: computed")
                            : STR("  Saudi Arabia; +-1 day where the moon is sighted"));
    buf_char(b, '\n');
    line(b, "persian", p);
    named(b, a, p, month_name(lex, STR("persian_month"), STR("persian_month"), p.month));
    buf_printf(b, "\n%-9s  %04d-W%02d-%d\n", "week", d->week_year, d->week, d->weekday);
}

wq_text wq_day_write(const wq_engine *engine, const wq_day *day)
{
    arena a;
    jmp_buf full;
    buf out = { 0 };
    arena_init(&a, MOST_MEMORY);
    a.full = &full;
    if (setjmp(full))
        out.failed = true;
    else
        write_day(engine->lex, day, &a, &out);
    arena_fini(&a);
    buf_char(&out, '\0');
    if (out.failed) {
        buf_fini(&out);
        return (wq_text){ NULL, 0 };
    }
    return (wq_text){ out.p, out.n - 1 };
}
