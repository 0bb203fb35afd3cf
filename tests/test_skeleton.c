/* tests/cases/skeleton.tsv: a word, another spelling, "same" or "other" by their skeletons, and how alike in percent. */
#include <stdio.h>

#include "script/fold.h"
#include "script/skeleton.h"
#include "table.h"

enum { ID, EXPECT, ONE, OTHER, COLUMNS };

static void check_row(const tsv_row *row, void *suite)
{
    arena *a = suite;
    char x[SKELETON_MOST], y[SKELETON_MOST];
    arena_reset(a);
    wq_str one = fold_str(a, row->cell[ONE], FOLD_FULL),
           other = fold_str(a, row->cell[OTHER], FOLD_FULL);
    unsigned n = skeleton_of(one, x), m = skeleton_of(other, y);
    bool same = n == m && n > 0 && memcmp(x, y, n) == 0;
    double likeness = skeleton_likeness(one, other);
    table_expect(row, "skeletons", row->cell[EXPECT],
                 arena_printf(a, "%s %d", same ? "same" : "other", (int)(likeness * 100)));
}

int main(void)
{
    arena a;
    arena_init(&a, 1 << 20);
    int failed = table_run(WAQAI_CASES "/skeleton.tsv", COLUMNS, check_row, &a);
    arena_fini(&a);
    return failed;
}
