/* datalint RULES DATA_DIR: what the lexicon compiler does not ask of data/.
 *
 * The form of every file: UTF-8, NFC, LF, no blank at a line's end, no invisible marks, tatweel or
 * presentation forms.  The codes in columns, by the rows of RULES (tools/datalint.tsv): known sets,
 * ids that exist, days that exist.  Tenures: none ends before it starts, and an office that one person
 * holds is not held by two at a time.  Every finding names file and line; all are listed.           */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/tsv.h"
#include "base/utf8.h"

typedef struct data_file {
    wq_str path, text; /* path below DATA_DIR */
    tsv_row header;
    VEC(tsv_row) rows;
} data_file;

typedef struct rule {
    wq_str file, column, want;
} rule;

typedef struct lint {
    arena mem;
    const UNormalizer2 *nfc;
    VEC(data_file) files;
    VEC(rule) rules;
    unsigned findings;
} lint;

static void report(lint *l, wq_str file, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void report(lint *l, wq_str file, uint32_t line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    printf("data/%.*s:%u: ", STR_ARG(file), line);
    (void)vprintf(format, args);
    putchar('\n');
    va_end(args);
    l->findings++;
}

static _Noreturn void give_up(const char *where, const char *why)
{
    fprintf(stderr, "datalint: %s: %s\n", where, why);
    exit(2);
}

static wq_str read_file(lint *l, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        give_up(path, strerror(errno));
    buf b = { 0 };
    char chunk[8192];
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;)
        buf_add(&b, chunk, n);
    if (ferror(f) || b.failed)
        give_up(path, "can't be read");
    (void)fclose(f);
    wq_str text = arena_str(&l->mem, b.n ? b.p : "", b.n);
    buf_fini(&b);
    return text;
}

/* ---- form ---- */

/* Is `what` excused in this file, by a row "FILE  allow  what" of the rules? */
static bool allowed(const lint *l, wq_str file, const char *what)
{
    for (uint32_t i = 0; i < l->rules.n; i++)
        if (str_eq(l->rules.v[i].file, file) &&
            str_eq(l->rules.v[i].column, STR("allow")) &&
            str_eq(l->rules.v[i].want, str_of(what)))
            return true;
    return false;
}

static const char *refused(uint32_t cp)
{
    static const struct {
        uint32_t first, last;
        const char *what;
    } ranges[] = {
        { 0x00, 0x08, "a control character" },
        { 0x0a, 0x1f, "a control character" },
        { 0x7f, 0x9f, "a control character" },
        { 0xa0, 0xa0, "a no-break space" },
        { 0xad, 0xad, "an invisible character" },
        { 0x61c, 0x61c, "an invisible direction mark" },
        { 0x640, 0x640, "a tatweel" },
        { 0x200b, 0x200d, "an invisible character" },
        { 0x200e, 0x200f, "an invisible direction mark" },
        { 0x202a, 0x202e, "an invisible direction mark" },
        { 0x2060, 0x2060, "an invisible character" },
        { 0x2066, 0x2069, "an invisible direction mark" },
        { 0xfb50, 0xfdff, "a presentation form" },
        { 0xfe70, 0xfefe, "a presentation form" },
        { 0xfeff, 0xfeff, "an invisible character" },
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (cp >= ranges[i].first && cp <= ranges[i].last)
            return ranges[i].what;
    return NULL;
}

static bool is_nfc(const lint *l, wq_str line)
{
    UChar *wide = calloc(line.n + 1, sizeof *wide);
    if (!wide)
        give_up("memory", "exhausted");
    int32_t n = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(wide, (int32_t)line.n + 1, &n, line.p, (int32_t)line.n, &status);
    bool yes = unorm2_isNormalized(l->nfc, wide, n, &status) && U_SUCCESS(status);
    free(wide);
    return yes;
}

static void check_line(lint *l, wq_str file, uint32_t number, wq_str line)
{
    for (size_t i = 0; i < line.n;) {
        uint32_t cp;
        unsigned n = utf8_decode(line.p + i, line.n - i, &cp);
        if (n == 0) {
            report(l, file, number, "ill-formed UTF-8 at byte %zu", i);
            return;
        }
        const char *why = refused(cp);
        if (why && !allowed(l, file, why))
            report(l, file, number, "%s (U+%04X) at byte %zu", why, cp, i);
        i += n;
    }
    if (line.n && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t'))
        report(l, file, number, "a blank at the end of the line");
    if (!is_nfc(l, line))
        report(l, file, number, "not in Unicode normal form C");
}

static void check_form(lint *l, const data_file *f)
{
    wq_str rest = f->text, line;
    if (!f->text.n || f->text.p[f->text.n - 1] != '\n')
        report(l, f->path, 0, "the last line has no line feed");
    for (uint32_t number = 1; str_next(&rest, '\n', &line); number++)
        check_line(l, f->path, number, line);
}

/* ---- codes ---- */

static bool has_value(wq_str list, wq_str value)
{
    for (wq_str one; str_next(&list, '|', &one);)
        if (str_eq(one, value))
            return true;
    return false;
}

static bool in_set(const lint *l, wq_str name, wq_str value)
{
    for (uint32_t i = 0; i < l->rules.n; i++) {
        const rule *r = &l->rules.v[i];
        if (str_eq(r->file, STR("set")) && str_eq(r->column, name))
            return has_value(r->want, value);
    }
    return false;
}

static bool path_matches(wq_str path, wq_str pattern)
{
    return str_ends(pattern, STR("/")) ? str_starts(path, pattern) : str_eq(path, pattern);
}

/* An exact file's rule for a column wins over its folder's. */
static const rule *rule_for(const lint *l, wq_str path, wq_str column)
{
    const rule *best = NULL;
    for (uint32_t i = 0; i < l->rules.n; i++) {
        const rule *r = &l->rules.v[i];
        if (path_matches(path, r->file) && str_eq(column, r->column) &&
            (!best || r->file.n > best->file.n))
            best = r;
    }
    return best;
}

static bool id_exists(const lint *l, wq_str where, wq_str column, wq_str id)
{
    bool any_file = false;
    for (uint32_t i = 0; i < l->files.n; i++) {
        const data_file *f = &l->files.v[i];
        if (!path_matches(f->path, where))
            continue;
        any_file = true;
        int c = column.n ? tsv_column(&f->header, column.p) : 0;
        for (uint32_t k = 0; c >= 0 && k < f->rows.n; k++)
            if (str_eq(f->rows.v[k].cell[c], id))
                return true;
    }
    return !any_file; /* that file is not there yet: nothing to compare with */
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
    char *end;
    if (whole)
        (void)strtoll(s.p, &end, 10);
    else
        (void)strtod(s.p, &end);
    return s.n && end == s.p + s.n;
}

static bool is_country(const lint *l, wq_str code)
{
    wq_str countries = STR("actor/countries.tsv");
    return in_set(l, STR("top"), code) || id_exists(l, countries, STR("id"), code) ||
           id_exists(l, countries, STR("top"), code);
}

static bool satisfies(const lint *l, wq_str want, wq_str value)
{
    if (str_starts(want, STR("set:")))
        return in_set(l, str_sub(want, 4, want.n), value);
    if (str_starts(want, STR("id:")))
        return id_exists(l, str_sub(want, 3, want.n), STR(""), value);
    if (str_eq(want, STR("country")))
        return is_country(l, value);
    if (str_eq(want, STR("iso3")))
        return value.n == 3 && strspn(value.p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") >= 3;
    if (str_eq(want, STR("seat")))
        return is_country(l, value) || id_exists(l, STR("actor/"), STR(""), value);
    if (str_eq(want, STR("day")))
        return is_day(value);
    if (str_eq(want, STR("int")) || str_eq(want, STR("number")))
        return is_number(value, str_eq(want, STR("int")));
    return false;
}

static void check_column(lint *l, const data_file *f, uint32_t column, const rule *r)
{
    wq_str name = f->header.cell[column];
    bool is_frame =
        str_eq(name, STR("frame")) || str_eq(name, STR("needs")); /* languages */
    for (uint32_t i = 0; i < f->rows.n; i++) {
        const tsv_row *row = &f->rows.v[i];
        wq_str rest = row->cell[column], seen = { rest.p, 0 };
        for (wq_str one; rest.n && str_next(&rest, '|', &one);) {
            if (r && !satisfies(l, r->want, one))
                report(l, f->path, row->line, "%.*s: want %.*s, found \"%.*s\"",
                       STR_ARG(f->header.cell[column]), STR_ARG(r->want), STR_ARG(one));
            if (!is_frame && seen.n && has_value(seen, one))
                report(l, f->path, row->line, "%.*s: \"%.*s\" stands twice",
                       STR_ARG(f->header.cell[column]), STR_ARG(one));
            seen.n = (size_t)(one.p + one.n - seen.p);
        }
    }
}

/* ---- tenures ---- */

enum { ACTOR, OFFICE, COUNTRY, FIRST, LAST };

typedef struct tenure {
    const data_file *file;
    const tsv_row *row;
} tenure;

static int by_office(const void *a, const void *b)
{
    const tsv_row *x = ((const tenure *)a)->row, *y = ((const tenure *)b)->row;
    int c = str_cmp(x->cell[COUNTRY], y->cell[COUNTRY]);
    c = c ? c : str_cmp(x->cell[OFFICE], y->cell[OFFICE]);
    return c ? c : str_cmp(x->cell[FIRST], y->cell[FIRST]);
}

static bool is_single(const lint *l, wq_str office)
{
    for (uint32_t i = 0; i < l->files.n; i++) {
        const data_file *f = &l->files.v[i];
        if (!str_eq(f->path, STR("office/offices.tsv")))
            continue;
        for (uint32_t k = 0; k < f->rows.n; k++)
            if (str_eq(f->rows.v[k].cell[0], office))
                return str_eq(f->rows.v[k].cell[1], STR("1"));
    }
    return false;
}

/* True where day a is after day b as far as both are known: 2012-05 is not after 2012. */
static bool later(wq_str a, wq_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    return str_cmp(str_sub(a, 0, n), str_sub(b, 0, n)) > 0;
}

static void check_pair(lint *l, const tenure *a, const tenure *b)
{
    wq_str last = a->row->cell[LAST];
    if (str_eq(a->row->cell[ACTOR], b->row->cell[ACTOR]) ||
        !is_single(l, b->row->cell[OFFICE]))
        return;
    if (!last.n || later(last, b->row->cell[FIRST]))
        report(l, b->file->path, b->row->line,
               "%.*s becomes %.*s of %.*s on %.*s, but %.*s (data/%.*s:%u) holds it until "
               "%.*s",
               STR_ARG(b->row->cell[ACTOR]), STR_ARG(b->row->cell[OFFICE]),
               STR_ARG(b->row->cell[COUNTRY]), STR_ARG(b->row->cell[FIRST]),
               STR_ARG(a->row->cell[ACTOR]), STR_ARG(a->file->path), a->row->line,
               STR_ARG(last.n ? last : STR("today")));
}

static void check_tenures(lint *l)
{
    VEC(tenure) all = { 0 };
    for (uint32_t i = 0; i < l->files.n; i++) {
        const data_file *f = &l->files.v[i];
        if (tsv_column(&f->header, "actor") != ACTOR ||
            tsv_column(&f->header, "last") != LAST)
            continue;
        for (uint32_t k = 0; k < f->rows.n; k++) {
            const tsv_row *row = &f->rows.v[k];
            if (row->cell[LAST].n && later(row->cell[FIRST], row->cell[LAST]))
                report(l, f->path, row->line, "this tenure ends before it starts");
            *vec_push(&l->mem, &all) = (tenure){ f, row };
        }
    }
    if (all.n)
        qsort(all.v, all.n, sizeof *all.v, by_office);
    for (uint32_t i = 1; i < all.n; i++)
        if (str_eq(all.v[i - 1].row->cell[OFFICE], all.v[i].row->cell[OFFICE]) &&
            str_eq(all.v[i - 1].row->cell[COUNTRY], all.v[i].row->cell[COUNTRY]))
            check_pair(l, &all.v[i - 1], &all.v[i]);
}

/* ---- reading ---- */

static void parse(lint *l, data_file *f)
{
    tsv_reader reader;
    wq_error err;
    tsv_row row;
    wq_status st = tsv_open(&reader, f->path, f->text, &err);
    if (st != WQ_OK) {
        report(l, f->path, 0, "%s", err.text);
        return;
    }
    f->header = reader.header;
    while ((st = tsv_next(&reader, &row, &err)) != WQ_END) {
        if (st == WQ_OK)
            *vec_push(&l->mem, &f->rows) = row;
        else
            report(l, f->path, reader.line, "%s", err.text);
    }
}

static void add_file(lint *l, const char *root, wq_str path)
{
    data_file f = { .path = path };
    f.text = read_file(l, arena_printf(&l->mem, "%s/%.*s", root, STR_ARG(path)).p);
    parse(l, &f);
    *vec_push(&l->mem, &l->files) = f;
}

static int visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void add_folder(lint *l, const char *root, wq_str below)
{
    struct dirent **list;
    int n = scandir(arena_printf(&l->mem, "%s/%.*s", root, STR_ARG(below)).p, &list,
                    visible, alphasort);
    if (n < 0)
        give_up(root, strerror(errno));
    for (int i = 0; i < n; i++) {
        wq_str path = arena_printf(&l->mem, "%.*s%s%s", STR_ARG(below), below.n ? "/" : "",
                                   list[i]->d_name);
        struct stat st;
        if (stat(arena_printf(&l->mem, "%s/%.*s", root, STR_ARG(path)).p, &st) == 0 &&
            S_ISDIR(st.st_mode))
            add_folder(l, root, path);
        else if (str_ends(path, STR(".tsv")))
            add_file(l, root, path);
        free(list[i]);
    }
    free(list);
}

static void read_rules(lint *l, const char *path)
{
    tsv_reader reader;
    wq_error err;
    tsv_row row;
    wq_status st = tsv_open(&reader, str_of(path), read_file(l, path), &err);
    while (st == WQ_OK && (st = tsv_next(&reader, &row, &err)) == WQ_OK)
        *vec_push(&l->mem, &l->rules) =
            (rule){ row.cell[0], arena_str(&l->mem, row.cell[1].p, row.cell[1].n),
                    row.cell[2] };
    if (st != WQ_END)
        give_up(path, err.text);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: datalint RULES DATA_DIR\n", stderr);
        return 2;
    }
    lint l = { 0 };
    UErrorCode status = U_ZERO_ERROR;
    arena_init(&l.mem, (size_t)1 << 30);
    l.nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status))
        give_up("ICU", u_errorName(status));
    read_rules(&l, argv[1]);
    add_folder(&l, argv[2], STR(""));
    if (l.files.n == 0)
        give_up(argv[2], "holds no .tsv file");
    for (uint32_t i = 0; i < l.files.n; i++) {
        const data_file *f = &l.files.v[i];
        check_form(&l, f);
        for (uint32_t c = 0; c < f->header.n; c++)
            check_column(&l, f, c, rule_for(&l, f->path, f->header.cell[c]));
    }
    check_tenures(&l);
    printf("data: %u files, %u findings\n", l.files.n, l.findings);
    arena_fini(&l.mem);
    return l.findings ? 1 : 0;
}
