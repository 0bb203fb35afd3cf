/* tests/cases/time.tsv: what is found in a sentence published on a day, "TYPE value mod quant freq ~1 !conflict | ...",
 * ~1 where the days may be off by one;
 * tests/cases/time_span.tsv: which words it covers.                                            */
#include <stdio.h>
#include <stdlib.h>

#include "calendar/calendar.h"
#include "morph/morph.h"
#include "table.h"
#include "time/rules.h"
#include "time/time.h"

typedef struct time_suite {
    arena mem;
    bool fired[RULE_MOST]; /* rules that some row was read by */
} time_suite;

enum { ID, PUBLISHED, EXPECT, TEXT, COLUMNS };

static time_list tag(arena *a, const tsv_row *row, text_part *part)
{
    calendar_stamp s;
    int32_t published = CALENDAR_NONE;
    time_list list;
    if (row->cell[PUBLISHED].n) {
        if (!calendar_parse_iso(row->cell[PUBLISHED], &s))
            table_fail(row, "published: no date");
        published = calendar_day(s.date);
    }
    text_analyse(lex_builtin(), a, WQ_PART_TEXT, row->cell[TEXT], part);
    morph_analyse(lex_builtin(), a, part);
    time_tag(lex_builtin(), a, part, published, &list);
    return list;
}

static wq_str with(arena *a, wq_str out, const char *before, wq_str s)
{
    return s.n ? arena_printf(a, "%.*s%s%.*s", STR_ARG(out), before, STR_ARG(s)) : out;
}

static wq_str values(arena *a, const time_list *list)
{
    static const char *const types[] = { "DATE", "TIME", "DURATION", "SET" };
    wq_str out = STR("");
    for (uint32_t i = 0; i < list->n; i++) {
        const time_expr *e = &list->v[i];
        out = with(a, out, i ? " | " : "", str_of(types[e->type]));
        out = with(a, out, " ", e->value.p ? e->value : STR("-"));
        out = with(a, out, " ", e->mod);
        out = with(a, out, " ", e->quant);
        out = with(a, out, " ", e->freq);
        if (e->calendar == WQ_HIJRI && e->first_day != CALENDAR_NONE)
            out = with(a, out, " ", STR("~1"));
        out = with(a, out, " !", e->conflict);
    }
    return out;
}

static wq_str spans(arena *a, const time_list *list)
{
    wq_str out = STR("");
    for (uint32_t i = 0; i < list->n; i++)
        out = arena_printf(a, "%.*s%s%.*s", STR_ARG(out), i ? " | " : "",
                           STR_ARG(list->v[i].text));
    return out;
}

static void note_rules(time_suite *suite, const time_list *list)
{
    for (uint32_t i = 0; i < list->n; i++)
        for (size_t k = 0; k < time_n_rules; k++)
            if (str_eq(list->v[i].rule, str_of(time_rules[k].id)))
                suite->fired[k] = true;
}

static void check_value(const tsv_row *row, void *data)
{
    time_suite *suite = data;
    arena *a = &suite->mem;
    text_part part;
    arena_reset(a);
    time_list list = tag(a, row, &part);
    note_rules(suite, &list);
    table_expect(row, "values", row->cell[EXPECT], values(a, &list));
}

static void check_span(const tsv_row *row, void *data)
{
    arena *a = &((time_suite *)data)->mem;
    text_part part;
    arena_reset(a);
    time_list list = tag(a, row, &part);
    table_expect(row, "spans", row->cell[EXPECT], spans(a, &list));
}

/* Every rule that can be seen in the result has a row; a new rule without one fails here. */
static int count_silent_rules(const time_suite *suite)
{
    int silent = 0;
    for (size_t i = 0; i < time_n_rules; i++) {
        const time_rule *r = &time_rules[i];
        bool shows = r->group == G_DAY || (r->group == G_TOP && r->build != time_day);
        if (shows && !suite->fired[i]) {
            printf("tests/cases/time.tsv: no row for rule %s\n", r->id);
            silent++;
        }
    }
    return silent;
}

int main(void)
{
    static const table_spec tables[] = {
        { WAQAI_CASES "/time.tsv", COLUMNS, check_value },
        { WAQAI_CASES "/time_span.tsv", COLUMNS, check_span },
    };
    time_suite suite = { 0 };
    arena_init(&suite.mem, 1 << 24);
    int failed = table_run_all(tables, sizeof tables / sizeof *tables, &suite);
    arena_fini(&suite.mem);
    if (!getenv("WAQAI_ONLY"))
        failed += count_silent_rules(&suite);
    return failed;
}
