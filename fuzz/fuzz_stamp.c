/* Dates in outside text: what is found is a date, lies inside the text, and reads back after printing. */
#include <stdlib.h>

#include "base/utf8.h"
#include "calendar/calendar.h"

static void check(arena *a, const calendar_stamp *s, wq_str text)
{
    calendar_stamp again;
    if (!calendar_valid(s->date) || s->start >= s->end || s->end > text.n)
        abort();
    if (!calendar_parse_iso(calendar_print(a, s), &again))
        abort();
    bool in_hijri_years =
        s->date.year >= 1300 && s->date.year <= 1500; /* read as Hijri again */
    if (!in_hijri_years && calendar_day(again.date) != calendar_day(s->date))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    jmp_buf full;
    uint32_t bad;
    arena_init(&a, 1 << 24);
    if (setjmp(full) == 0) {
        a.full = &full;
        wq_str text = utf8_repair(&a, (wq_str){ (const char *)data, size }, &bad);
        calendar_stamp s;
        if (calendar_parse_iso(text, &s))
            check(&a, &s, text);
        for (uint32_t from = 0; calendar_find(lex_builtin(), text, from, &s);
             from = s.end) {
            check(&a, &s, text);
            if (s.end <= from)
                abort();
        }
    }
    arena_fini(&a);
    return 0;
}
