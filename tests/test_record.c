/* The record: articles in, events, histories and disagreements out; the same in any order, also in two runs.
 *
 * An article of a case begins with a line "# DAY OUTLET"; its text follows.  Expected is one line per event,
 *
 *     DAY TYPE MODE STATUS DATE PLACE | actors -> recipients | reports/independent/outlets
 *
 * in order of day, then type, then text, each followed by its history where that has more than one step, and by its
 * disagreements; at the end come those about actors.                                                              */
#include <stdio.h>
#include <stdlib.h>

#include "cases.h"
#include "record/db.h"
#include "record/entry.h"

enum { MOST_ARTICLES = 16 };

typedef struct article {
    char day[16], outlet[64];
    wq_str text;
} article;

typedef struct articles {
    article v[MOST_ARTICLES];
    int n;
} articles;

static void must(wq_status st, const wq_error *err)
{
    if (st == WQ_OK)
        return;
    fprintf(stderr, "%s\n", err->text);
    abort();
}

static articles split(wq_str input)
{
    articles out = { .n = 0 };
    for (wq_str line; input.p && str_next(&input, '\n', &line);) {
        if (str_starts(line, STR("# ")) && out.n < MOST_ARTICLES) {
            article *a = &out.v[out.n++];
            char head[96];
            snprintf(head, sizeof head, "%.*s", STR_ARG(line));
            if (sscanf(head, "# %15s %63[^\n]", a->day, a->outlet) < 1)
                abort();
        } else if (out.n) {
            article *a = &out.v[out.n - 1];
            if (!a->text.p)
                a->text = line;
            a->text.n = (size_t)(line.p + line.n - a->text.p);
        }
    }
    return out;
}

/* ---- adding --------------------------------------------------------------------------------------- */

static wq_entry *entry_of(const wq_engine *engine, const article *a)
{
    wq_error err;
    wq_page *page;
    wq_document *doc;
    wq_entry *entry;
    char json[16384], *w = json;
    w += snprintf(json, sizeof json, "{\"outlet\":\"%s\",\"published\":\"%s\",\"text\":\"",
                  a->outlet, a->day);
    for (size_t i = 0; i < a->text.n && w < json + sizeof json - 8; i++) {
        if (a->text.p[i] == '\n')
            *w++ = '\\', *w++ = 'n';
        else
            *w++ = a->text.p[i];
    }
    *w++ = '"', *w++ = '}';
    must(wq_page_new((wq_str){ json, (size_t)(w - json) }, "case", NULL, &page, &err),
         &err);
    must(wq_code(engine, page, &doc, &err), &err);
    must(wq_entry_new(page, doc, &entry, &err), &err);
    wq_document_free(doc);
    wq_page_free(page);
    return entry;
}

static void add(wq_record *r, const wq_engine *engine, const article *a)
{
    wq_error err;
    wq_entry *entry = entry_of(engine, a);
    must(wq_record_add(r, entry, NULL, &err), &err);
    wq_entry_free(entry);
}

static void begin(wq_record *r, const wq_engine *engine)
{
    wq_error err;
    must(wq_record_begin(r, engine, &(wq_run){ .now = "2024-01-01T00:00:00Z" }, &err),
         &err);
}

/* Articles from `from` on, going round by `step`; settled once on the way where `twice`. */
static wq_record *fill(const wq_engine *engine, const articles *all, int from, int step,
                       bool twice)
{
    wq_error err;
    wq_record *r;
    must(wq_record_open(":memory:", WQ_RECORD_CREATE, &r, &err), &err);
    begin(r, engine);
    for (int i = 0; i < all->n; i++) {
        add(r, engine, &all->v[(from + i * step) % all->n]);
        if (twice && i == all->n / 2) {
            must(wq_record_end(r, &err), &err);
            begin(r, engine);
        }
    }
    must(wq_record_end(r, &err), &err);
    return r;
}

/* ---- showing ------------------------------------------------------------------------------------------ */

/* clang-format off */
static const char EVENTS[] =
    "SELECT ifnull(e.sort_day, '?') || ' ' || e.type || ' ' || ifnull(e.mode, '-') || ' ' || e.status || ' ' || "
    "ifnull(e.date, '-') || ' ' || ifnull(p.name, '-') || ' | ' || "
    "ifnull((SELECT group_concat(x, '; ') FROM (SELECT ifnull(a.name, a.id) AS x FROM participant t JOIN actor a ON "
    "a.id = t.actor_id WHERE t.event_id = e.id AND side = 'actor' ORDER BY 1)), '-') || ' -> ' || "
    "ifnull((SELECT group_concat(x, '; ') FROM (SELECT ifnull(a.name, a.id) AS x FROM participant t JOIN actor a ON "
    "a.id = t.actor_id WHERE t.event_id = e.id AND side = 'recipient' ORDER BY 1)), '-') || ' | ' || "
    "e.reports || '/' || e.independent || '/' || e.outlets AS line, e.id FROM event e LEFT JOIN place p ON p.id = e.place_id "
    "ORDER BY line, (SELECT group_concat(change || ifnull(published, ''), ' ') FROM event_history h WHERE h.event_id = e.id)";
static const char HISTORY[] =
    "SELECT '  ' || ifnull(published, '?') || ' ' || change || ' ' || ifnull(date, '-') FROM event_history WHERE "
    "event_id = ?1 AND (SELECT count(*) FROM event_history WHERE event_id = ?1) > 1 ORDER BY n";
static const char DIFFER[] =
    "SELECT '  ? ' || field || ' ' || group_concat(x, ' / ') FROM (SELECT field, value || ' ' || reports AS x FROM "
    "disagreement WHERE event_id IS ?1 ORDER BY field, value) GROUP BY field ORDER BY field";
/* clang-format on */

static void list(wq_record *r, const char *sql, wq_str id, buf *out)
{
    db_query q;
    wq_error err;
    wq_status st = db_prepare(r, sql, &q, &err);
    must(st, &err);
    db_bind_text(&q, 1, id);
    while ((st = db_step(&q, &err)) == WQ_OK) {
        buf_str(out, db_text(&q, 0));
        buf_char(out, '\n');
    }
    db_finish(&q);
}

static void show(wq_record *r, buf *out)
{
    db_query q;
    wq_error err;
    wq_status st = db_prepare(r, EVENTS, &q, &err);
    must(st, &err);
    while ((st = db_step(&q, &err)) == WQ_OK) {
        buf_str(out, db_text(&q, 0));
        buf_char(out, '\n');
        list(r, HISTORY, db_text(&q, 1), out);
        list(r, DIFFER, db_text(&q, 1), out);
    }
    db_finish(&q);
    list(r, DIFFER, (wq_str){ NULL, 0 }, out);
}

static void check_verified(wq_record *r, buf *out)
{
    wq_error err;
    wq_text found;
    uint32_t n;
    must(wq_record_verify(r, &found, &n, &err), &err);
    buf_add(out, found.p, found.n);
    wq_text_free(&found);
}

static bool same(const buf *a, const buf *b)
{
    return a->n == b->n && memcmp(a->p, b->p, a->n) == 0;
}

/* What another order, or two runs, make of it, where that is not the same. */
static void check_order(const wq_engine *engine, const articles *all, buf *out)
{
    static const struct {
        int from, step;
        bool twice;
        const char *what;
    } ways[] = { { 0, 1, true, "in two runs" },
                 { -1, -1, false, "backwards" },
                 { -1, -1, true, "backwards, in two runs" } };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        buf other = { 0 };
        bool back = ways[i].step < 0;
        wq_record *r =
            fill(engine, all, back ? all->n - 1 : 0, back ? all->n - 1 : 1, ways[i].twice);
        show(r, &other);
        wq_record_close(r);
        if (!same(out, &other)) {
            buf_printf(out, "OTHERWISE %s:\n", ways[i].what);
            buf_add(out, other.p, other.n);
        }
        buf_fini(&other);
    }
}

static void render(const case_block *c, buf *out, void *engine)
{
    articles all = split(c->input);
    wq_record *r = fill(engine, &all, 0, 1, false);
    show(r, out);
    check_order(engine, &all, out);
    check_verified(r, out);
    wq_record_close(r);
}

/* ---- half a document --------------------------------------------------------------------------------- */

static bool count_is(wq_record *r, const char *sql, int64_t want)
{
    wq_error err;
    int64_t n;
    must(db_number(r, sql, &n, &err), &err);
    if (n != want)
        fprintf(stderr, "half a document: %s: %lld, not %lld\n", sql, (long long)n,
                (long long)want);
    return n == want;
}

/* The same article as another page has mentions of the same ids: it fails at the first of them, and leaves nothing behind. */
static bool half_leaves_nothing(const wq_engine *engine)
{
    article a = { "2020-09-08", "وكالة",
                  STR("زار وزير الخارجية الروسي سيرغي لافروف دمشق يوم الاثنين.") };
    article b = { "2020-09-09", "صحيفة", STR("وصل الوزير إلى القاهرة.") };
    wq_error err;
    wq_record *r;
    must(wq_record_open(":memory:", WQ_RECORD_CREATE, &r, &err), &err);
    begin(r, engine);
    add(r, engine, &a);
    wq_entry *twin = entry_of(engine, &a);
    twin->sha256[0] = twin->sha256[0] == '0' ? '1' : '0';
    bool good = wq_record_add(r, twin, NULL, &err) != WQ_OK;
    wq_entry_free(twin);
    add(r, engine, &b);
    must(wq_record_end(r, &err), &err);
    wq_text findings;
    uint32_t n;
    must(wq_record_verify(r, &findings, &n, &err), &err);
    wq_text_free(&findings);
    good = good && n == 0 && count_is(r, "SELECT count(*) FROM document", 2) &&
           count_is(r,
                    "SELECT count(*) FROM document_search WHERE document_search MATCH "
                    "'دمشق'",
                    1) &&
           count_is(r, "SELECT count(DISTINCT document_id) FROM sentence", 2) &&
           count_is(r, "SELECT count(*) > 0 FROM mention", 1);
    wq_record_close(r);
    return good;
}

int main(void)
{
    wq_engine *engine;
    wq_error err;
    must(wq_engine_new(NULL, &engine, &err), &err);
    int failed = cases_run(WAQAI_CASES "/record", render, engine);
    failed += !half_leaves_nothing(engine);
    wq_engine_free(engine);
    return failed != 0;
}
