/* probe table|cases FILE: the harness on any file, for tests/gates.sh, which sees it fail.  A row of a
 * table is id, want, got; a case's result is its own input, and its one key is k.                    */
#include <stdio.h>

#include "cases.h"
#include "table.h"

enum { ID, WANT, GOT, COLUMNS };

static void compare(const tsv_row *row, void *suite)
{
    (void)suite;
    table_expect(row, "cell", row->cell[WANT], row->cell[GOT]);
}

static void echo(const case_block *c, buf *out, void *suite)
{
    (void)suite;
    (void)case_value(c, "k");
    buf_str(out, c->input);
}

int main(int argc, char **argv)
{
    if (argc == 3 && str_eq(str_of(argv[1]), STR("table")))
        return table_run(argv[2], COLUMNS, compare, NULL);
    if (argc == 3 && str_eq(str_of(argv[1]), STR("cases")))
        return cases_run(argv[2], echo, NULL);
    fputs("usage: probe table|cases FILE\n", stderr);
    return 2;
}
