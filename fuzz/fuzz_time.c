/* Time expressions in outside text: spans in order and inside the text, days in order, values made of what TIMEX3
 * allows. */
#include <stdlib.h>

#include "base/utf8.h"
#include "morph/morph.h"
#include "time/time.h"

enum { PUBLISHED = 16600 };

static void tag(arena *a, wq_str text, text_part *part, time_list *list)
{
    text_analyse(lex_builtin(), a, WQ_PART_TEXT, text, part);
    morph_analyse(lex_builtin(), a, part);
    time_tag(lex_builtin(), a, part, PUBLISHED, list);
}

/* Digits, X, and the letters and signs of TIMEX3 values. */
static bool value_ok(wq_str v)
{
    static const char allowed[] = "0123456789-/:.PTXYMWDHSQEVOIANRFUCL_";
    for (size_t i = 0; i < v.n; i++)
        if (!v.p[i] || !strchr(allowed, v.p[i]))
            return false;
    return !v.p || v.n > 0;
}

static void check(const text_part *part, const time_list *list)
{
    uint32_t token = 0, cp = 0;
    size_t length = utf8_count(part->raw);
    for (uint32_t i = 0; i < list->n; i++) {
        const time_expr *e = &list->v[i];
        if (e->first < token || e->last <= e->first || e->last > part->n_tokens)
            abort();
        if (e->span.start < cp || e->span.end <= e->span.start || e->span.end > length)
            abort();
        if (e->text.p < part->raw.p || e->text.p + e->text.n > part->raw.p + part->raw.n)
            abort();
        if (!value_ok(e->value) || !value_ok(e->conflict) ||
            e->sentence >= part->n_sentences || e->rule.n == 0)
            abort();
        if ((e->first_day == CALENDAR_NONE) != (e->last_day == CALENDAR_NONE) ||
            e->first_day > e->last_day)
            abort();
        token = e->last;
        cp = e->span.end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    jmp_buf full;
    uint32_t bad;
    arena_init(&a, 1 << 26);
    if (setjmp(full) == 0) {
        a.full = &full;
        text_part part;
        time_list list;
        tag(&a, utf8_repair(&a, (wq_str){ (const char *)data, size }, &bad), &part, &list);
        check(&part, &list);
    }
    arena_fini(&a);
    return 0;
}
