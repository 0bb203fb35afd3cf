/* tests/cases/actor.tsv: the mentions found in a sentence published on a day, in order:
 * "kind country[+second] sector id[+second] role [text] | ...", with - for what is unknown.        */
#include "actor/actor.h"
#include "morph/morph.h"
#include "table.h"

enum { ID, PUBLISHED, EXPECT, TEXT, COLUMNS };

static wq_str dash(wq_str s)
{
    return s.n ? s : STR("-");
}

static wq_str shown(arena *a, const actor_mention *m)
{
    static const char *const kind[] = { "state", "person", "office",
                                        "org",   "group",  "source" };
    wq_str country = dash(m->a.country), sector = dash(m->a.sector), id = dash(m->a.id),
           role = dash(m->a.role);
    wq_str other = m->second ? m->second->country : m->country2,
           other_id = m->second ? dash(m->second->id) : STR("");
    return arena_printf(a, "%s %.*s%s%.*s %.*s %.*s%s%.*s %.*s [%.*s]", kind[m->kind],
                        STR_ARG(country), other.p ? "+" : "", STR_ARG(other),
                        STR_ARG(sector), STR_ARG(id), other_id.n ? "+" : "",
                        STR_ARG(other_id), STR_ARG(role), STR_ARG(m->a.text));
}

static wq_str mentions(arena *a, const actor_list *list)
{
    wq_str out = STR("");
    for (uint32_t i = 0; i < list->n; i++) {
        wq_str one = shown(a, &list->v[i]);
        out = arena_printf(a, "%.*s%s%.*s", STR_ARG(out), i ? " | " : "", STR_ARG(one));
    }
    return out;
}

/* A span is the same letters as the text. */
static void check_spans(const tsv_row *row, const text_part *part, const actor_list *list)
{
    for (uint32_t i = 0; i < list->n; i++) {
        const actor_mention *m = &list->v[i];
        if (m->first >= m->last || m->last > part->n_tokens ||
            m->a.span.start >= m->a.span.end)
            table_fail(row, "mention %u is empty", i);
        if (i > 0 && m->first < list->v[i - 1].last)
            table_fail(row, "mention %u overlaps the one before", i);
    }
}

static void check_row(const tsv_row *row, void *suite)
{
    arena *a = suite;
    calendar_stamp s;
    int32_t day = CALENDAR_NONE;
    text_part part;
    actor_list list;
    arena_reset(a);
    if (row->cell[PUBLISHED].n && calendar_parse_iso(row->cell[PUBLISHED], &s))
        day = calendar_day(s.date);
    text_analyse(lex_builtin(), a, WQ_PART_TEXT, table_unescape(a, row->cell[TEXT]), &part);
    morph_analyse(lex_builtin(), a, &part);
    actor_find(lex_builtin(), a, &part, NULL, day, NULL, &list);
    check_spans(row, &part, &list);
    table_expect(row, "mentions", row->cell[EXPECT], mentions(a, &list));
}

int main(void)
{
    arena a;
    arena_init(&a, 1 << 26);
    int failed = table_run(WAQAI_CASES "/actor.tsv", COLUMNS, check_row, &a);
    arena_fini(&a);
    return failed;
}
