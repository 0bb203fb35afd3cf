/* pages FOLDER: how much of the main text of saved pages is found.
 *
 * FOLDER holds ID.html with ID.txt, the main text cut by hand, and may hold pages.tsv (id, ..., publication
 * date, url).  Tokens are what stands between white space, without tatweel, harakat and direction marks;
 * precision, recall and F1 count them as multisets.  "lead": the beginning of the first paragraph was kept.
 * "day": the page's day is the one in pages.tsv.                                                        */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/tsv.h"
#include "base/utf8.h"
#include "page/page.h"
#include "script/fold.h"

typedef VEC(uint64_t) bag;

typedef struct totals {
    double f1, seconds;
    unsigned pages, leads, dated, days;
} totals;

enum { LEAD_TOKENS = 8, ROUNDS = 20 };

static wq_str read_file(arena *a, const char *path)
{
    wq_str s = { NULL, 0 };
    FILE *f = fopen(path, "rb");
    if (!f)
        return s;
    buf b = { 0 };
    char piece[1 << 16];
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        buf_add(&b, piece, n);
    (void)fclose(f);
    s = arena_str(a, b.p ? b.p : "", b.n);
    buf_fini(&b);
    return s;
}

/* Hashes of the tokens, in order of the text. */
static bag tokens_of(arena *a, wq_str text)
{
    bag out = { 0 };
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i <= text.n;) {
        uint32_t cp = ' ';
        unsigned len = i < text.n ? utf8_decode(text.p + i, text.n - i, &cp) : 1;
        if (cp_is_space(cp) && hash != HASH_SEED) {
            *vec_push(a, &out) = hash;
            hash = HASH_SEED;
        } else if (!cp_is_space(cp) && !cp_is_mark(cp)) {
            hash = hash_bytes(hash, &cp, sizeof cp);
        }
        i += len ? len : 1;
    }
    return out;
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The first paragraph's beginning stands somewhere in the text. */
static bool has_lead(const bag *gold, const bag *got)
{
    uint32_t n = gold->n < LEAD_TOKENS ? gold->n : LEAD_TOKENS;
    for (uint32_t i = 0; i + n <= got->n; i++)
        if (!memcmp(gold->v, got->v + i, n * sizeof *gold->v))
            return n > 0;
    return false;
}

static uint32_t shared(bag *a, bag *b)
{
    uint32_t i = 0, k = 0, both = 0;
    qsort(a->v, a->n, sizeof *a->v, by_value);
    qsort(b->v, b->n, sizeof *b->v, by_value);
    while (i < a->n && k < b->n) {
        int c = by_value(&a->v[i], &b->v[k]);
        both += c == 0;
        i += c <= 0;
        k += c >= 0;
    }
    return both;
}

/* The row of pages.tsv for this page: day and url, empty where unknown. */
static void look_up(wq_str table, wq_str id, wq_str *day, wq_str *url)
{
    tsv_reader r;
    tsv_row row;
    *day = *url = (wq_str){ NULL, 0 };
    if (!table.n || tsv_open(&r, STR("pages.tsv"), table, NULL) != WQ_OK)
        return;
    int at_day = tsv_column(&r.header, "publication date"),
        at_url = tsv_column(&r.header, "url");
    for (wq_status st; (st = tsv_next(&r, &row, NULL)) != WQ_END;) {
        if (st != WQ_OK || !str_eq(row.cell[0], id))
            continue;
        *day = at_day < 0 ? *day : row.cell[at_day];
        *url = at_url < 0 ? *url : row.cell[at_url];
        return;
    }
}

static page_article read_page(arena *a, wq_str page, wq_str url, double *seconds)
{
    page_article article = { 0 };
    wq_page r = { .kind = SAVED_PAGE, .bytes = page, .url = url };
    clock_t start = clock();
    for (int i = 0; i < ROUNDS; i++) {
        arena scratch;
        arena_init(&scratch, (size_t)512 << 20);
        if (page_read(lex_builtin(), &scratch, &r, &article, NULL) != WQ_OK)
            exit(1);
        arena_fini(&scratch);
    }
    *seconds += (double)(clock() - start) / CLOCKS_PER_SEC / ROUNDS;
    (void)page_read(lex_builtin(), a, &r, &article, NULL);
    return article;
}

static void score(arena *a, const char *folder, wq_str id, wq_str table, totals *t)
{
    wq_str html = read_file(a, arena_printf(a, "%s/%.*s.html", folder, STR_ARG(id)).p);
    wq_str gold = read_file(a, arena_printf(a, "%s/%.*s.txt", folder, STR_ARG(id)).p);
    wq_str day, url;
    if (!html.n || !gold.n)
        return;
    look_up(table, id, &day, &url);
    page_article got = read_page(a, html, url, &t->seconds);
    bag want = tokens_of(a, gold), have = tokens_of(a, got.text);
    bool lead = has_lead(&want, &have);
    double both = shared(&want, &have), all = (double)want.n + have.n;
    bool right = day.n && str_starts(got.published, day);
    printf("%-24.*s P %.3f R %.3f F1 %.3f lead %s day %.*s%s\n", STR_ARG(id),
           have.n ? both / have.n : 0, want.n ? both / want.n : 0,
           all > 0 ? 2 * both / all : 0, lead ? "kept" : "LOST",
           STR_ARG(str_sub(got.published, 0, 10)),
           day.n ? right ? " right" : " WRONG" : "");
    t->pages++;
    t->f1 += all > 0 ? 2 * both / all : 0;
    t->leads += lead;
    t->dated += day.n > 0;
    t->days += right;
}

static int is_page(const struct dirent *e)
{
    return str_ends(str_of(e->d_name), STR(".html"));
}

int main(int argc, char **argv)
{
    struct dirent **files;
    int n = argc == 2 ? scandir(argv[1], &files, is_page, alphasort) : -1;
    if (n < 0) {
        (void)fprintf(stderr, "usage: pages FOLDER   (ID.html with ID.txt, pages.tsv)\n");
        return 2;
    }
    totals t = { 0 };
    arena a;
    arena_init(&a, (size_t)1 << 30);
    wq_str table = read_file(&a, arena_printf(&a, "%s/pages.tsv", argv[1]).p);
    for (int i = 0; i < n; i++) {
        wq_str name = str_of(files[i]->d_name);
        score(&a, argv[1], str_sub(name, 0, name.n - 5), table, &t);
        free(files[i]);
    }
    free(files);
    if (t.pages)
        printf("%u pages: mean F1 %.4f, lead kept %u, day right %u of %u, %.0f pages/s\n",
               t.pages, t.f1 / t.pages, t.leads, t.days, t.dated, t.pages / t.seconds);
    arena_fini(&a);
    return t.pages ? 0 : 1;
}
