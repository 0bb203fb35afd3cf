/* Tenures: none ends before it starts or lasts longer than a life, and an office that one person holds is not held by two
 * at a time, nor twice by one.  Where asked for, also the spans in which nobody is known to have held it.               */
#include <stdio.h>
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
    if (!is_single(l, b->cell[OFFICE]))
        return;
    if (last.n && !later(last, b->cell[FIRST]))
        return;
    const lint_row *at = b->ours ? b : a; /* built-in rows were checked by themselves */
    lint_report(
        l, at->file, at->line,
        "first: %.*s becomes %.*s of %.*s on %.*s, but %.*s (%.*s) holds it until %.*s%s",
        STR_ARG(b->cell[ACTOR]), STR_ARG(b->cell[OFFICE]), STR_ARG(b->cell[COUNTRY]),
        STR_ARG(b->cell[FIRST]), STR_ARG(a->cell[ACTOR]), STR_ARG(lint_place(l, a)),
        STR_ARG(last.n ? last : STR("today")),
        a->ours == b->ours ? "" : "; yours is taken");
}

/* The same holder twice: days of one row inside the other. */
static void check_twice(lint *l, const lint_row *a, const lint_row *b)
{
    wq_str last = a->cell[LAST];
    if (last.n && (!later(last, b->cell[FIRST])))
        return;
    const lint_row *at = b->ours ? b : a;
    lint_report(l, at->file, at->line, "first: %.*s holds %.*s of %.*s already by %.*s",
                STR_ARG(b->cell[ACTOR]), STR_ARG(b->cell[OFFICE]),
                STR_ARG(b->cell[COUNTRY]), STR_ARG(lint_place(l, at == b ? a : b)));
}

static void check_two(lint *l, const lint_row *a, const lint_row *b)
{
    if (str_eq(a->cell[ACTOR], b->cell[ACTOR]))
        check_twice(l, a, b);
    else
        check_pair(l, a, b);
}

static bool same_seat(const lint_row *a, const lint_row *b)
{
    return str_eq(a->cell[OFFICE], b->cell[OFFICE]) &&
           str_eq(a->cell[COUNTRY], b->cell[COUNTRY]);
}

static void check_range(lint *l, const lint_row *row)
{
    enum { LIFE = 80 };
    wq_str first = row->cell[FIRST], last = row->cell[LAST];
    if (first.n < 4 || last.n < 4)
        return;
    if (later(first, last))
        lint_report(l, row->file, row->line, "last: this tenure ends before it starts");
    else if (atoi(last.p) - atoi(first.p) > LIFE)
        lint_report(l, row->file, row->line, "last: this tenure is longer than %d years",
                    LIFE);
}

/* ---- gaps --------------------------------------------------------------------------------- */

/* Months from year 0; of a year alone the first, or where `end` the last. */
static int month(wq_str day, bool end)
{
    int m = day.n >= 7 ? atoi(day.p + 5) : end ? 12 : 1;
    return atoi(day.p) * 12 + m;
}

/* More than two months between one holder and the next. */
static void check_gap(lint *l, wq_str last, const lint_row *next)
{
    enum { LONGEST = 2 };
    wq_str first = next->cell[FIRST];
    if (!l->gaps || !last.n || first.n < 4 || !is_single(l, next->cell[OFFICE]) ||
        month(first, false) - month(last, true) <= LONGEST)
        return;
    lint_report(l, next->file, next->line,
                "first: nobody is known as %.*s of %.*s between %.*s and %.*s",
                STR_ARG(next->cell[OFFICE]), STR_ARG(next->cell[COUNTRY]), STR_ARG(last),
                STR_ARG(first));
}

/* ---- all ------------------------------------------------------------------------------------ */

/* Tenures [from, to) of one office of one country, by their first days: each against all that may still last. */
static void check_seat(lint *l, const lint_row **all, uint32_t from, uint32_t to)
{
    enum { REACH = 24 };
    for (uint32_t i = from + 1; i < to; i++) {
        wq_str last = all[from]->cell[LAST];
        for (uint32_t k = i; k > from && i - k < REACH; k--) {
            const lint_row *before = all[k - 1];
            if (before->ours || all[i]->ours)
                check_two(l, before, all[i]);
            if (k == i || !before->cell[LAST].n ||
                (last.n && later(before->cell[LAST], last)))
                last = before->cell[LAST];
        }
        if (all[i]->ours)
            check_gap(l, last, all[i]);
    }
}

void lint_check_tenures(lint *l)
{
    const lint_rows *t = &l->table[LEX_TENURE];
    uint32_t n = t->rows.n;
    const lint_row **all = ARENA_ARRAY(l->mem, const lint_row *, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        all[i] = &t->rows.v[i];
        if (all[i]->ours)
            check_range(l, all[i]);
    }
    if (n)
        qsort(all, n, sizeof *all, by_office);
    for (uint32_t i = 0, end; i < n; i = end) {
        end = i + 1;
        while (end < n && same_seat(all[i], all[end]))
            end++;
        check_seat(l, all, i, end);
    }
}
