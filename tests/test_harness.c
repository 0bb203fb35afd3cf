/* The harness tests itself: what table_unescape gives, and how a case file is cut into blocks. */
#include <stdlib.h>

#include "cases.h"
#include "table.h"

enum { ID, BYTES, CELL, COLUMNS };

static void unescape_row(const tsv_row *row, void *suite)
{
    arena *a = suite;
    arena_reset(a);
    wq_str got = table_unescape(a, row->cell[CELL]);
    buf hex = { 0 };
    for (size_t i = 0; i < got.n; i++)
        buf_printf(&hex, "%s%02x", i ? " " : "", (unsigned char)got.p[i]);
    table_expect(row, "bytes", row->cell[BYTES], (wq_str){ hex.p, hex.n });
    buf_fini(&hex);
}

static void show_block(const case_block *c, buf *out, void *suite)
{
    (void)suite;
    *c->asked = (1u << c->n_keys) - 1;
    for (uint32_t i = 0; i < c->n_keys; i++)
        buf_printf(out, "%.*s=%.*s\n", STR_ARG(c->key[i]), STR_ARG(c->value[i]));
    wq_str input = c->input;
    for (wq_str line; str_next(&input, '\n', &line);)
        buf_printf(out, "[%.*s]\n", STR_ARG(line));
}

int main(void)
{
    arena a;
    arena_init(&a, 1 << 20);
    int failures = table_run(WAQAI_CASES "/harness.tsv", COLUMNS, unescape_row, &a);
    arena_fini(&a);
    return failures + cases_run(WAQAI_CASES "/harness", show_block, NULL);
}
