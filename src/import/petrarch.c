/* Dated actor files of PETRARCH.  English, so every person the lexicon does not know needs an Arabic name. */
#include "base/utf8.h"
#include "calendar/calendar.h"
#include "import/import.h"

enum { CENTURY_SPLIT = 30 }; /* YYMMDD: below it 20YY, as PETRARCH reads it */

typedef struct reading {
    import_list *list;
    uint32_t line;
    bool named;    /* a name has been read */
    int64_t whose; /* person of the name at hand, or -1: not yet made */
    wq_str name;
} reading;

static void wrong(const reading *r, const char *want, wq_str found)
{
    arena *a = r->list->mem;
    *vec_push(a, &r->list->unread) =
        arena_printf(a, "%.*s:%u: want %s, found: %.*s", STR_ARG(r->list->file), r->line,
                     want, (int)(found.n < 60 ? found.n : 60), found.p);
}

static int number(wq_str digits)
{
    int v = 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] < '0' || digits.p[i] > '9')
            return -1;
        v = v * 10 + digits.p[i] - '0';
    }
    return v;
}

/* YYMMDD or YYYYMMDD -> YYYY-MM-DD; p == NULL where it is no day */
static wq_str day(arena *a, wq_str s)
{
    s = str_trim(s);
    int v = s.n == 6 || s.n == 8 ? number(s) : -1;
    calendar_date d = { v / 10000, v / 100 % 100, v % 100 };
    if (s.n == 6)
        d.year += d.year < CENTURY_SPLIT ? 2000 : 1900;
    if (v < 0 || !calendar_valid(d))
        return (wq_str){ NULL, 0 };
    return calendar_print_date(a, d);
}

/* "ABDELAZIZ_BOUTEFLIKA_" -> "Abdelaziz Bouteflika" */
static wq_str title_case(arena *a, wq_str s)
{
    while (s.n && s.p[s.n - 1] == '_')
        s.n--;
    wq_str out = arena_str(a, s.p, s.n);
    char *p = (char *)(uintptr_t)out.p;
    for (size_t i = 0; i < s.n; i++) {
        bool first = i == 0 || p[i - 1] == ' ' || p[i - 1] == '-';
        if (p[i] == '_')
            p[i] = ' ';
        else if (!first && p[i] >= 'A' && p[i] <= 'Z')
            p[i] = (char)(p[i] | 0x20);
    }
    return out;
}

static wq_str make_id(arena *a, wq_str latin)
{
    wq_str out = arena_printf(a, "pt_%.*s", STR_ARG(latin));
    char *p = (char *)(uintptr_t)out.p;
    size_t n = 0;
    for (size_t i = 0; i < out.n; i++) {
        char c = p[i] >= 'A' && p[i] <= 'Z' ? (char)(p[i] | 0x20) : p[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            p[n++] = c;
        else if (n && p[n - 1] != '_')
            p[n++] = '_';
    }
    return (wq_str){ p, n };
}

static wq_str role_cell(const reading *r, wq_str role, const char *column)
{
    int64_t row = import_row(r->list, STR("role"), role, false);
    return row < 0 ? (wq_str){ NULL, 0 }
                   : lex_cell(r->list->lex, LEX_IMPORT, (uint32_t)row, column);
}

static void make_person(reading *r, wq_str country, wq_str sector)
{
    import_list *list = r->list;
    import_person *p = vec_push(list->mem, &list->persons);
    *p = (import_person){ .country = country,
                          .sectors = sector,
                          .latin = title_case(list->mem, r->name),
                          .note = STR("PETRARCH") };
    p->id = import_known(list, p->latin, country);
    p->known = p->id.n > 0;
    if (!p->known)
        p->id = make_id(list->mem, p->latin);
    r->whose = list->persons.n - 1;
}

/* "DZAGOV 990427-120101", what stands in brackets */
/* "<date", ">date", "date-date"; false where it is none of these, or goes backwards. */
static bool range(arena *a, wq_str when, wq_str *first, wq_str *last)
{
    ptrdiff_t dash = str_find(when, STR("-"));
    *first = *last = (wq_str){ NULL, 0 };
    if (when.n && when.p[0] == '<')
        *last = day(a, str_sub(when, 1, when.n));
    else if (when.n && when.p[0] == '>')
        *first = day(a, str_sub(when, 1, when.n));
    else if (dash > 0) {
        *first = day(a, str_sub(when, 0, (size_t)dash));
        *last = day(a, str_sub(when, (size_t)dash + 1, when.n));
        return first->p && last->p && str_cmp(*first, *last) <= 0;
    }
    return !when.n || first->p || last->p;
}

/* What stands in brackets: "DZAGOV", "990427-120101". */
static void coded(reading *r, wq_str code, wq_str when)
{
    arena *a = r->list->mem;
    wq_str country = str_sub(code, 0, 3), role = str_sub(code, 3, code.n), first, last;
    if (!range(a, when, &first, &last)) {
        wrong(r, "<date, >date or date-date (YYMMDD or YYYYMMDD, the earlier first)", when);
        return;
    }
    wq_str sector = role_cell(r, role, "sector"), office = role_cell(r, role, "office");
    if (!sector.n || lex_row_by_id(r->list->lex, LEX_COUNTRY, country) < 0)
        return; /* a country's own name, or a code we have no use for */
    if (r->whose < 0)
        make_person(r, country, sector);
    if (when.n && office.n)
        *vec_push(a, &r->list->tenures) =
            (import_tenure){ (uint32_t)r->whose, office, role, country, first, last,
                             STR("PETRARCH") };
}

static void brackets(reading *r, wq_str line)
{
    ptrdiff_t open = str_find(line, STR("[")), close = str_find(line, STR("]"));
    if (open < 0 || close < open || !r->named) {
        wrong(r, r->named ? "a code in brackets" : "a name before the first code", line);
        return;
    }
    wq_str inside = str_trim(str_sub(line, (size_t)open + 1, (size_t)close));
    size_t n = 0;
    while (n < inside.n && inside.p[n] != ' ' && inside.p[n] != '<' && inside.p[n] != '>')
        n++;
    coded(r, str_sub(inside, 0, n), str_trim(str_sub(inside, n, inside.n)));
}

static void name(reading *r, wq_str line)
{
    ptrdiff_t open = str_find(line, STR("["));
    r->name = str_trim(open < 0 ? line : str_sub(line, 0, (size_t)open));
    r->whose = -1;
    r->named = true;
    if (open >= 0)
        brackets(r, line);
}

static void one_line(reading *r, wq_str line)
{
    ptrdiff_t hash = str_find(line, STR("#"));
    if (hash >= 0)
        line = str_sub(line, 0, (size_t)hash);
    bool indented = line.n && (line.p[0] == '\t' || line.p[0] == ' ');
    line = str_trim(line);
    if (!line.n || line.p[0] == '+') /* a synonym: English, of no use here */
        return;
    if (indented || line.p[0] == '[')
        brackets(r, line);
    else
        name(r, line);
}

void import_petrarch(import_list *list, wq_str bytes)
{
    uint32_t bad;
    reading r = { .list = list, .whose = -1 };
    wq_str rest = utf8_repair(list->mem, bytes, &bad), line;
    while (str_next(&rest, '\n', &line)) {
        r.line++;
        one_line(&r, line);
    }
}
