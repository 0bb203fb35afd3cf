/* foldc FILE...: prints the folding of data/script/fold*.tsv as the tables of src/script/tables.h, on standard output. */
#include <stdio.h>
#include <stdlib.h>

#include "base/tsv.h"
#include "script/fold.h"
#include "script/tables.h"

enum { POINTS = FOLD_PAGE * FOLD_PAGES, MAX_LONG = 1024 };

typedef struct fold {
    uint16_t to[POINTS];
    uint16_t sequence[MAX_LONG][FOLD_LETTERS];
    unsigned n_sequences;
} fold;

static _Noreturn void give_up(const tsv_row *row, const char *what)
{
    fprintf(stderr, "foldc: %.*s:%u: %s\n", STR_ARG(row->file), row->line, what);
    exit(1);
}

static unsigned hex(const tsv_row *row, wq_str text)
{
    char digits[8] = "", *end;
    if (text.n < 4 || text.n > 5)
        give_up(row, "want a code point of four or five hexadecimal digits");
    memcpy(digits, text.p, text.n);
    unsigned long cp = strtoul(digits, &end, 16);
    if (*end || cp >= POINTS)
        give_up(row, "want a code point below 10000, hexadecimal");
    return (unsigned)cp;
}

/* "064B" or "064B-0652". */
static void range(const tsv_row *row, wq_str text, unsigned *first, unsigned *last)
{
    wq_str rest = text, one;
    str_next(&rest, '-', &one);
    *first = *last = hex(row, one);
    if (rest.p)
        *last = hex(row, rest);
    if (*last < *first)
        give_up(row, "this range ends before it begins");
}

static uint16_t add_sequence(fold *f, const tsv_row *row, wq_str text)
{
    unsigned n = 0;
    if (f->n_sequences == MAX_LONG)
        give_up(row, "too many sequences");
    uint16_t *out = f->sequence[f->n_sequences];
    for (wq_str one; str_next(&text, ' ', &one);) {
        if (n == FOLD_LETTERS)
            give_up(row, "want at most four letters");
        out[n++] = (uint16_t)hex(row, one);
    }
    return (uint16_t)(FOLD_LONG + f->n_sequences++);
}

static void apply(fold *f, const tsv_row *row, wq_str from, wq_str to)
{
    unsigned first, last, to_first = 0, to_last = 0;
    range(row, from, &first, &last);
    bool long_ = to.n && memchr(to.p, ' ', to.n);
    if (to.n && !long_)
        range(row, to, &to_first, &to_last);
    if (to_last > to_first && to_last - to_first != last - first)
        give_up(row, "the two ranges differ in length");
    uint16_t sequence = long_ ? add_sequence(f, row, to) : 0;
    for (unsigned cp = first; cp <= last; cp++)
        f->to[cp] = long_                ? sequence
                    : to_last > to_first ? (uint16_t)(to_first + (cp - first))
                                         : (uint16_t)to_first;
}

static wq_str read_file(arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    buf b = { 0 };
    char chunk[8192];
    if (!f) {
        fprintf(stderr, "foldc: %s: can't be opened\n", path);
        exit(1);
    }
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;)
        buf_add(&b, chunk, n);
    (void)fclose(f);
    wq_str text = arena_str(a, b.n ? b.p : "", b.n);
    buf_fini(&b);
    return text;
}

enum { ID, LEVEL, FROM, TO };

static void read_rows(arena *a, const char *path, fold *norm, fold *full)
{
    tsv_reader r;
    tsv_row row;
    wq_error err;
    wq_status st = tsv_open(&r, str_of(path), read_file(a, path), &err);
    while (st == WQ_OK && (st = tsv_next(&r, &row, &err)) == WQ_OK) {
        bool is_norm = str_eq(row.cell[LEVEL], STR("norm"));
        if (!is_norm && !str_eq(row.cell[LEVEL], STR("full")))
            give_up(&row, "level: want norm or full");
        apply(is_norm ? norm : full, &row, row.cell[FROM], row.cell[TO]);
    }
    if (st != WQ_END) {
        fprintf(stderr, "foldc: %s\n", err.text);
        exit(1);
    }
}

/* What norm gives, merged. */
static void compose(const fold *norm, const fold *merge, fold *out)
{
    for (unsigned i = 0; i < norm->n_sequences; i++)
        for (unsigned k = 0; k < FOLD_LETTERS; k++)
            out->sequence[i][k] = merge->to[norm->sequence[i][k]];
    out->n_sequences = norm->n_sequences;
    for (unsigned cp = 0; cp < POINTS; cp++)
        out->to[cp] = norm->to[cp] >= FOLD_LONG && norm->to[cp] < FOLD_LONG + MAX_LONG &&
                              norm->to[cp] != cp
                          ? norm->to[cp]
                          : merge->to[norm->to[cp]];
}

static bool is_identity(const uint16_t *page, unsigned first)
{
    for (unsigned i = 0; i < FOLD_PAGE; i++)
        if (page[i] != first + i)
            return false;
    return true;
}

/* Page 0 stands for all that change nothing. */
static void print_pages(const fold *f, const char *name)
{
    unsigned char number[FOLD_PAGES];
    unsigned n = 1;
    printf("const uint16_t fold_%s_page[][%d] = {\n    { 0 },\n", name, FOLD_PAGE);
    for (unsigned p = 0; p < FOLD_PAGES; p++) {
        const uint16_t *page = f->to + p * FOLD_PAGE;
        number[p] = is_identity(page, p * FOLD_PAGE) ? 0 : (unsigned char)n++;
        if (!number[p])
            continue;
        printf("    {");
        for (unsigned i = 0; i < FOLD_PAGE; i++)
            printf("%s 0x%x,", i % 8 ? "" : "\n       ", page[i]);
        printf("\n    },\n");
    }
    printf("};\nconst uint8_t fold_%s_number[%d] = {", name, FOLD_PAGES);
    for (unsigned p = 0; p < FOLD_PAGES; p++)
        printf("%s %d,", p % 16 ? "" : "\n   ", number[p]);
    printf("\n};\n");
    printf("const uint16_t fold_%s_sequence[][%d] = {\n", name, FOLD_LETTERS);
    for (unsigned i = 0; i < f->n_sequences; i++)
        printf("    { 0x%x, 0x%x, 0x%x, 0x%x },\n", f->sequence[i][0], f->sequence[i][1],
               f->sequence[i][2], f->sequence[i][3]);
    printf("};\n");
}

static void print_classes(const fold *norm, const fold *full)
{
    printf("const uint8_t fold_class[FOLD_SMALL] = {");
    for (unsigned cp = 0; cp < FOLD_SMALL; cp++)
        printf("%s %d,", cp % 16 ? "" : "\n   ",
               (cp_is_arabic_letter(cp) ? FOLD_IS_LETTER : 0) |
                   (norm->to[cp] == 0 && cp ? FOLD_IS_MARK : 0) |
                   (norm->to[cp] != cp ? FOLD_NORM_OTHER : 0) |
                   (full->to[cp] != cp ? FOLD_FULL_OTHER : 0));
    printf("\n};\n");
}

int main(int argc, char **argv)
{
    static fold norm, merge, full;
    arena a;
    arena_init(&a, (size_t)1 << 26);
    for (unsigned cp = 0; cp < POINTS; cp++)
        norm.to[cp] = merge.to[cp] = (uint16_t)cp;
    for (int i = 1; i < argc; i++)
        read_rows(&a, argv[i], &norm, &merge);
    compose(&norm, &merge, &full);
    printf("/* Made by tools/foldc of data/script/fold*.tsv. */\n"
           "#include \"script/tables.h\"\n\nconst uint32_t fold_n_sequences = %u;\n",
           norm.n_sequences);
    print_pages(&norm, "norm");
    print_pages(&full, "full");
    print_classes(&norm, &full);
    arena_fini(&a);
    return ferror(stdout) ? 1 : 0;
}
