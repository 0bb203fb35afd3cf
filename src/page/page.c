/* The order in which a saved becomes an article. */
#include <inttypes.h>

#include "calendar/calendar.h"
#include "page/charset.h"
#include "page/html_doc.h"
#include "page/html_main.h"
#include "page/html_text.h"
#include "page/json_record.h"
#include "page/meta.h"
#include "page/page.h"
#include "page/plain.h"
#include "page/pubdate.h"

enum {
    SCANT = 3 /* the stated body is taken where it is this many times what was found */
};

/* ---- identity ---------------------------------------------------------------- */

static wq_str content_id(arena *a, const page_article *out)
{
    const wq_str parts[] = { out->url, out->title, out->text };
    uint64_t one = HASH_SEED, two = HASH_SEED ^ 0x9e3779b97f4a7c15u;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        for (size_t k = 0; k < parts[i].n; k++) { /* each waits for itself only */
            one = hash_byte(one, (unsigned char)parts[i].p[k]);
            two = hash_byte(two, (unsigned char)parts[i].p[k]);
        }
        one = hash_byte(one, 0); /* a boundary: "ab","c" is not "a","bc" */
        two = hash_byte(two, 0);
    }
    return arena_printf(a, "%016" PRIx64 "%016" PRIx64, one, two);
}

/* ---- what is given -------------------------------------------------------------- */

static void give(wq_str *slot, wq_str value)
{
    if (!slot->p && value.n)
        *slot = value;
}

/* A stated date counts where it is one. */
static void give_date(arena *a, page_article *out, wq_str value, const char *from)
{
    calendar_stamp s;
    value = str_trim(value);
    if (out->published.p || value.n == 0 || !calendar_parse_iso(value, &s))
        return;
    out->published = calendar_print(a, &s);
    out->published_from = str_of(from);
}

/* ---- HTML --------------------------------------------------------------------------- */

static void add_line(wq_str line, char *out, size_t *w)
{
    if (line.n == 0)
        return;
    if (*w)
        out[(*w)++] = '\n';
    memcpy(out + *w, line.p, line.n);
    *w += line.n;
}

/* Lines of the stated body: blocks where it holds markup, else as they are. */
static wq_str stated_body(const lexicon *lex, arena *a, wq_str body)
{
    char *out = arena_alloc(a, body.n * 2 + 1);
    size_t w = 0;
    if (html_is(body)) {
        html_doc *doc = html_read(lex, a, body);
        for (uint32_t i = 0; i < doc->blocks.n; i++)
            add_line(doc->blocks.v[i].text, out, &w);
    } else {
        for (wq_str line; str_next(&body, '\n', &line);)
            add_line(html_decode(a, html_decode(a, line)), out, &w);
    }
    return (wq_str){ out, w };
}

/* Pages that build their text by script have it in JSON-LD alone. */
static void use_stated_body(const lexicon *lex, arena *a, const meta_facts *facts,
                            html_main *m)
{
    if (facts->ld.body.n <= m->text.n)
        return;
    wq_str body = stated_body(lex, a, facts->ld.body);
    if (body.n > m->text.n * SCANT)
        m->text = body;
}

static void read_html(const lexicon *lex, arena *a, wq_str page, wq_str crawled,
                      page_article *out)
{
    html_doc *doc = html_read(lex, a, page);
    meta_facts facts = meta_read(a, doc);
    wq_str title = out->title.n ? out->title : facts.title;
    uint32_t headline = html_headline(a, doc, title);
    html_main m = html_main_text(lex, a, doc, headline, title, facts.description);
    use_stated_body(lex, a, &facts, &m);
    out->text = m.text;
    give(&out->url, facts.url);
    meta_article(lex, a, doc, &facts, &m, out);
    pubdate_html(lex, a, doc, &facts, &m, crawled, out);
}

/* ---- both ------------------------------------------------------------------------------ */

static void read_page(const lexicon *lex, arena *a, wq_str page, bool html, wq_str crawled,
                      page_article *out)
{
    if (html) {
        read_html(lex, a, page, crawled, out);
        return;
    }
    out->text = page;
    plain_article(lex, a, page, out);
    pubdate_url(a, crawled, out);
    if (!out->outlet.p)
        out->outlet = meta_host(a, out->url);
}

static wq_status read_json(arena *a, const wq_page *saved, page_article *out, wq_str *page,
                           bool *html, wq_error *err)
{
    json_record r;
    wq_status status = json_record_read(a, saved->bytes, &r, err);
    if (status != WQ_OK)
        return status;
    *out = (page_article){ .id = r.id,
                           .url = r.url,
                           .outlet = r.outlet,
                           .byline = r.byline,
                           .title = r.title,
                           .repaired = r.repaired };
    give_date(a, out, r.published, "given");
    *html = r.html.n > 0 || html_is(r.text);
    *page = r.html.n ? r.html : r.text;
    return WQ_OK;
}

wq_status page_read(const lexicon *lex, arena *a, const wq_page *saved, page_article *out,
                    wq_error *err)
{
    page_article article = { 0 };
    wq_str page = { "", 0 };
    bool html = false;
    if (saved->kind == SAVED_JSON) {
        wq_status status = read_json(a, saved, &article, &page, &html, err);
        if (status != WQ_OK)
            return status;
    } else {
        page = charset_decode(a, saved->bytes, saved->content_type, &article.repaired);
        html = html_is(page);
    }
    give(&article.id, saved->id);
    give(&article.url, saved->url);
    give(&article.title, saved->title);
    give(&article.outlet, saved->outlet);
    give(&article.byline, saved->byline);
    give_date(a, &article, saved->published, "given");
    read_page(lex, a, page, html, saved->crawled, &article);
    give_date(a, &article, saved->published_default, "option");
    if (!article.id.p)
        article.id = content_id(a, &article);
    *out = article;
    return WQ_OK;
}
