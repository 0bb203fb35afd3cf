/* Names: two people or two organisations of one spelling want something that tells them apart. */
#include <stdlib.h>

#include "lexicon/lexicon.h"
#include "lint/rows.h"

enum { ID, KIND, COUNTRY, NAME = 6, NAMES }; /* columns of actor/ */
enum { ACTOR, OFFICE, OF, FIRST, LAST };     /* columns of office/ */

typedef struct spelling {
    wq_str key; /* folded */
    const lint_row *row;
    const char *column;
} spelling;

typedef struct spellings {
    VEC(spelling) list;
} spellings;

static void add_cell(lint *l, spellings *s, const lint_row *row, int column)
{
    wq_str cell = row->cell[column];
    for (wq_str one; cell.n && str_next(&cell, '|', &one);)
        *vec_push(l->mem, &s->list) =
            (spelling){ lex_key(l->mem, one), row, column == NAME ? "name" : "names" };
}

static int by_key(const void *a, const void *b)
{
    const spelling *x = a, *y = b;
    int c = str_cmp(x->key, y->key);
    return c ? c : (x->row > y->row) - (x->row < y->row);
}

static bool is_person(const lint_row *row)
{
    return str_eq(row->cell[KIND], STR("person"));
}

static bool touch(const lint_row *a, const lint_row *b)
{
    wq_str a_last = a->cell[LAST], b_last = b->cell[LAST];
    return (!a_last.n || str_cmp(b->cell[FIRST], a_last) < 0) &&
           (!b_last.n || str_cmp(a->cell[FIRST], b_last) < 0);
}

/* Does who holds this office lead a state? */
static bool leads(const lint *l, const lint_row *tenure)
{
    enum { MEMBERS = 2 }; /* of event/groups.tsv */
    const lint_row *group = lint_find(l, LEX_GROUP, STR("leads_state"));
    return group && str_listed(group->cell[MEMBERS], ',', tenure->cell[OFFICE]);
}

/* Both have offices, and never at a time, or only one of them leads a state then: the day tells who is meant. */
static bool day_tells(const lint *l, wq_str a, wq_str b)
{
    const lint_row *first = lint_find(l, LEX_TENURE, a);
    if (!first || !lint_find(l, LEX_TENURE, b))
        return false;
    for (const lint_row *x = first; x; x = lint_next(l, LEX_TENURE, x))
        for (const lint_row *y = lint_find(l, LEX_TENURE, b); y;
             y = lint_next(l, LEX_TENURE, y))
            if (touch(x, y) && leads(l, x) == leads(l, y))
                return false;
    return true;
}

/* A person and a body, or people whose offices are of different times. */
static bool told_apart(const lint *l, const lint_row *a, const lint_row *b)
{
    if (is_person(a) != is_person(b))
        return true;
    return is_person(a) && day_tells(l, a->cell[ID], b->cell[ID]);
}

static void check_two(lint *l, const spelling *a, const spelling *b)
{
    if (str_eq(a->row->cell[ID], b->row->cell[ID]) || told_apart(l, a->row, b->row))
        return;
    const spelling *mine = a->row->ours ? a : b, *other = mine == a ? b : a;
    if (mine->row->ours)
        lint_report(
            l, mine->row->file, mine->row->line,
            "%s: \"%.*s\" is also %.*s (%.*s), and no day in office tells them apart",
            mine->column, STR_ARG(mine->key), STR_ARG(other->row->cell[ID]),
            STR_ARG(lint_place(l, other->row)));
}

void lint_check_spellings(lint *l)
{
    spellings s = { .list = { 0 } };
    const lint_rows *t = &l->table[LEX_ACTOR];
    for (uint32_t i = 0; i < t->rows.n; i++) {
        const lint_row *row = &t->rows.v[i];
        if (str_eq(row->cell[KIND], STR("given")) || str_eq(row->cell[KIND], STR("family")))
            continue;
        add_cell(l, &s, row, NAME);
        add_cell(l, &s, row, NAMES);
    }
    if (s.list.n)
        qsort(s.list.v, s.list.n, sizeof *s.list.v, by_key);
    for (uint32_t i = 1; i < s.list.n; i++)
        if (str_eq(s.list.v[i - 1].key, s.list.v[i].key))
            check_two(l, &s.list.v[i - 1], &s.list.v[i]);
}
