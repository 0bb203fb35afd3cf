/* Codes and references, by the rows of check.tsv. */
#include <stdio.h>
#include <stdlib.h>

#include "lint/rows.h"

enum { RULE_FILE, RULE_COLUMN, RULE_WANT };

static bool path_matches(wq_str path, wq_str pattern)
{
    return str_ends(pattern, STR("/")) ? str_starts(path, pattern) : str_eq(path, pattern);
}

bool lint_excused(const lint *l, wq_str file, const char *what)
{
    for (const lint_row *r = lint_find(l, LEX_CHECK, file); r;
         r = lint_next(l, LEX_CHECK, r))
        if (str_eq(r->cell[RULE_COLUMN], STR("allow")) &&
            str_eq(r->cell[RULE_WANT], str_of(what)))
            return true;
    return false;
}

static bool in_set(const lint *l, wq_str name, wq_str value)
{
    for (const lint_row *r = lint_find(l, LEX_CHECK, STR("set")); r;
         r = lint_next(l, LEX_CHECK, r))
        if (str_eq(r->cell[RULE_COLUMN], name) &&
            str_listed(r->cell[RULE_WANT], '|', value))
            return true;
    return false;
}

/* An exact file's rule for a column wins over its folder's. */
static const lint_row *rule_for(const lint *l, wq_str path, wq_str column)
{
    const lint_row *best = NULL;
    for (uint32_t i = 0; i < l->table[LEX_CHECK].rows.n; i++) {
        const lint_row *r = &l->table[LEX_CHECK].rows.v[i];
        if (path_matches(path, r->cell[RULE_FILE]) &&
            str_eq(column, r->cell[RULE_COLUMN]) &&
            (!best || r->cell[RULE_FILE].n > best->cell[RULE_FILE].n))
            best = r;
    }
    return best;
}

/* Has any row of that file or folder this id?  True where there is no such file: nothing to compare with. */
static bool id_exists(const lint *l, wq_str where, wq_str id)
{
    bool any = false;
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        const lint_rows *rows = &l->table[t];
        if (rows->rows.n == 0)
            continue;
        for (const lint_row *r = lint_find(l, t, id); r; r = lint_next(l, t, r))
            if (path_matches(r->file, where))
                return true;
        any = any || path_matches(rows->rows.v[0].file, where);
    }
    return !any;
}

static bool is_top(const lint *l, wq_str code)
{
    const lint_rows *t = &l->table[LEX_COUNTRY];
    for (uint32_t i = 0; i < t->rows.n; i++)
        if (str_eq(t->rows.v[i].cell[1], code))
            return true;
    return false;
}

static bool is_country(const lint *l, wq_str code)
{
    return in_set(l, STR("top"), code) || id_exists(l, STR("actor/countries.tsv"), code) ||
           is_top(l, code);
}

/* "2012", "2012-02", "2012-02-30"? */
static bool is_day(wq_str s)
{
    static const int lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int y = 0, m = 1, d = 1, end = 0;
    char text[16];
    if (s.n != 4 && s.n != 7 && s.n != 10)
        return false;
    memcpy(text, s.p, s.n);
    text[s.n] = '\0';
    int got = sscanf(text, "%4d%n-%2d%n-%2d%n", &y, &end, &m, &end, &d, &end);
    if (got < 1 || (size_t)end != s.n || y < 1000 || m < 1 || m > 12)
        return false;
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return d >= 1 && d <= lengths[m - 1] - (m == 2 && !leap);
}

static bool is_number(wq_str s, bool whole)
{
    char text[40], *end;
    if (s.n == 0 || s.n >= sizeof text)
        return false;
    memcpy(text, s.p, s.n);
    text[s.n] = '\0';
    if (whole)
        (void)strtoll(text, &end, 10);
    else
        (void)strtod(text, &end);
    return *end == '\0';
}

static bool is_iso3(wq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < 'A' || s.p[i] > 'Z')
            return false;
    return s.n == 3;
}

/* A kind that names somebody: "of:" an organisation, "led:" a state; the set has what stands before the colon. */
static bool names_somebody(const lint *l, wq_str set, wq_str value)
{
    int64_t colon = str_find(value, STR(":"));
    return colon > 0 && in_set(l, set, str_sub(value, 0, (size_t)colon + 1)) &&
           id_exists(l, STR("actor/"), str_sub(value, (size_t)colon + 1, value.n));
}

static bool satisfies(const lint *l, wq_str want, wq_str value)
{
    if (str_starts(want, STR("set:")))
        return in_set(l, str_sub(want, 4, want.n), value) ||
               names_somebody(l, str_sub(want, 4, want.n), value);
    if (str_starts(want, STR("id:")))
        return id_exists(l, str_sub(want, 3, want.n), value);
    if (str_eq(want, STR("country")))
        return is_country(l, value);
    if (str_eq(want, STR("iso3")))
        return is_iso3(value);
    if (str_eq(want, STR("seat")))
        return is_country(l, value) || id_exists(l, STR("actor/"), value);
    if (str_eq(want, STR("day")))
        return is_day(value);
    if (str_eq(want, STR("int")) || str_eq(want, STR("number")))
        return is_number(value, str_eq(want, STR("int")));
    return false;
}

static void check_cell(lint *l, const lint_row *row, wq_str column, wq_str cell,
                       const lint_row *rule)
{
    bool is_language = /* of frames and conditions, where a word may stand again */
        str_eq(column, STR("frame")) || str_eq(column, STR("needs"));
    wq_str rest = cell, seen = { cell.p, 0 };
    for (wq_str one; rest.n && str_next(&rest, '|', &one);) {
        if (rule && !satisfies(l, rule->cell[RULE_WANT], one))
            lint_report(l, row->file, row->line, "%.*s: want %.*s, found \"%.*s\"",
                        STR_ARG(column), STR_ARG(rule->cell[RULE_WANT]), STR_ARG(one));
        if (!is_language && seen.n && str_listed(seen, '|', one))
            lint_report(l, row->file, row->line, "%.*s: \"%.*s\" stands twice",
                        STR_ARG(column), STR_ARG(one));
        seen.n = (size_t)(one.p + one.n - seen.p);
    }
}

static void check_table(lint *l, const schema_table *s)
{
    const lint_rows *t = &l->table[s->table];
    for (uint32_t c = 0; c < schema_width(s); c++) {
        wq_str column = str_of(s->column[c].name), file = { NULL, 0 };
        const lint_row *rule = NULL;
        for (uint32_t i = 0; i < t->rows.n && t->rows.v[i].ours; i++) {
            const lint_row *row = &t->rows.v[i];
            if (!str_eq(row->file, file))
                rule = rule_for(l, file = row->file, column);
            check_cell(l, row, column, row->cell[c], rule);
        }
    }
}

void lint_check_columns(lint *l)
{
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        const schema_table *s = schema_for_table(t);
        if (s && t != LEX_CHECK)
            check_table(l, s);
    }
}
