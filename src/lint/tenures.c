/* Tenures: none ends before it starts, and an office that one person holds is not held by two at a time. */
#include <stdlib.h>

#include "lint/rows.h"

enum { ACTOR, OFFICE, COUNTRY, FIRST, LAST };
enum { SINGLE = 1 }; /* column of offices.tsv */

static int by_office(const void *a, const void *b)
{
    const lint_row *x = *(const lint_row *const *)a, *y = *(const lint_row *const *)b;
    static const int order[] = { COUNTRY, OFFICE, FIRST, ACTOR };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        int c = str_cmp(x->cell[order[i]], y->cell[order[i]]);
        if (c)
            return c;
    }
    return x < y ? -1 : x > y;
}

static bool is_single(const lint *l, wq_str office)
{
    const lint_row *row = lint_find(l, LEX_OFFICE, office);
    return row && str_eq(row->cell[SINGLE], STR("1"));
}

/* True where day a is after day b as far as both are known: 2012-05 is not after 2012. */
static bool later(wq_str a, wq_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    return str_cmp(str_sub(a, 0, n), str_sub(b, 0, n)) > 0;
}

static void check_pair(lint *l, const lint_row *a, const lint_row *b)
{
    wq_str last = a->cell[LAST];
    if (str_eq(a->cell[ACTOR], b->cell[ACTOR]) || !is_single(l, b->cell[OFFICE]))
        return;
    if (last.n && !later(last, b->cell[FIRST]))
        return;
    const lint_row *at = b->ours ? b : a; /* built-in rows were checked by themselves */
    lint_report(l, at->file, at->line,
                "%.*s becomes %.*s of %.*s on %.*s, but %.*s (%.*s) holds it until %.*s",
                STR_ARG(b->cell[ACTOR]), STR_ARG(b->cell[OFFICE]),
                STR_ARG(b->cell[COUNTRY]), STR_ARG(b->cell[FIRST]), STR_ARG(a->cell[ACTOR]),
                STR_ARG(lint_place(l, a)), STR_ARG(last.n ? last : STR("today")));
}

static bool same_seat(const lint_row *a, const lint_row *b)
{
    return str_eq(a->cell[OFFICE], b->cell[OFFICE]) &&
           str_eq(a->cell[COUNTRY], b->cell[COUNTRY]);
}

void lint_check_tenures(lint *l)
{
    const lint_rows *t = &l->table[LEX_TENURE];
    uint32_t n = t->rows.n;
    const lint_row **all = ARENA_ARRAY(l->mem, const lint_row *, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        const lint_row *row = all[i] = &t->rows.v[i];
        if (row->ours && row->cell[LAST].n && later(row->cell[FIRST], row->cell[LAST]))
            lint_report(l, row->file, row->line, "this tenure ends before it starts");
    }
    if (n)
        qsort(all, n, sizeof *all, by_office);
    for (uint32_t i = 1; i < n; i++)
        if ((all[i]->ours || all[i - 1]->ours) && same_seat(all[i - 1], all[i]))
            check_pair(l, all[i - 1], all[i]);
}
