#include "input/feed.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "input/date.h"
#include "input/xml.h"

typedef enum field {
    TITLE,
    LINK,
    GUID,
    DATE,
    CHANGED,
    BYLINE,
    CONTENT,
    SUMMARY,
    FIELDS
} field;

struct feed {
    buf text; /* the whole feed, UTF-8 */
    size_t at;
    bool in_item, any_item;
    uint64_t n;
    buf outlet;        /* title of the feed */
    buf value[FIELDS]; /* of the item under way (before the first: of the feed) */
    buf html, date;
    /* the element under way */
    wq_str element; /* its name; n == 0: none */
    field into;     /* FIELDS: to be passed over */
    unsigned depth; /* of elements of that name within it */
    size_t from;    /* where its content starts */
};

typedef struct feed_element {
    const char *name;
    field into;
} feed_element;

static const feed_element elements[] = {
    { "title", TITLE },
    { "atom:title", TITLE },
    { "link", LINK },
    { "atom:link", LINK },
    { "guid", GUID },
    { "id", GUID },
    { "pubDate", DATE },
    { "dc:date", DATE },
    { "published", DATE },
    { "issued", DATE },
    { "atom:published", DATE },
    { "updated", CHANGED },
    { "modified", CHANGED },
    { "atom:updated", CHANGED },
    { "dc:creator", BYLINE },
    { "author", BYLINE },
    { "atom:author", BYLINE },
    { "content:encoded", CONTENT },
    { "content", CONTENT },
    { "atom:content", CONTENT },
    { "description", SUMMARY },
    { "summary", SUMMARY },
    { "atom:summary", SUMMARY },
    { "image", FIELDS },
    { "source", FIELDS },
    { "textinput", FIELDS },
    { "media:group", FIELDS },
};

static const feed_element *find_element(wq_str name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (str_eq_nocase(name, str_of(elements[i].name)))
            return &elements[i];
    return NULL;
}

static wq_str slice(const buf *b)
{
    return (wq_str){ b->n ? b->p : NULL, b->n };
}

/* ---- charset --------------------------------------------------------------------------- */

/* The encoding its XML declaration names, NUL-terminated; false where there is none. */
static bool declared(wq_str s, char name[static 40])
{
    wq_str start = str_sub(s, 0, 256);
    ptrdiff_t end = str_find(start, STR("?>"));
    if (!str_starts(str_trim(start), STR("<?xml")) || end < 0)
        return false;
    wq_str value = xml_attribute(str_sub(start, 5, (size_t)end), "encoding");
    if (value.n == 0 || value.n >= 40)
        return false;
    memcpy(name, value.p, value.n);
    name[value.n] = '\0';
    return true;
}

static void convert(iconv_t cd, wq_str s, buf *out)
{
    char piece[4096];
    char *in = (char *)(uintptr_t)s.p; /* iconv reads only */
    size_t left = s.n;
    while (left) {
        char *to = piece;
        size_t room = sizeof piece;
        size_t code = iconv(cd, &in, &left, &to, &room);
        buf_add(out, piece, sizeof piece - room);
        if (code == (size_t)-1 && errno != E2BIG) { /* a byte the charset doesn't have */
            buf_str(out, STR("\xef\xbf\xbd"));
            in++;
            left--;
        }
    }
}

static void mend(wq_str s, buf *out)
{
    while (s.n) {
        size_t good = utf8_valid_prefix(s);
        buf_str(out, str_sub(s, 0, good));
        if (good < s.n)
            buf_str(out, STR("\xef\xbf\xbd"));
        s = str_sub(s, good + 1, s.n);
    }
}

static void to_utf8(wq_str s, buf *out)
{
    char name[40];
    if (utf8_valid_prefix(s) != s.n && declared(s, name) &&
        !str_eq_nocase(str_of(name), STR("utf-8"))) {
        iconv_t cd = iconv_open("UTF-8", name);
        if (cd != (iconv_t)-1) {
            convert(cd, s, out);
            iconv_close(cd);
            return;
        }
    }
    mend(s, out);
}

/* ---- values ------------------------------------------------------------------------------ */

/* Content of an element as HTML.  With elements of its own (xhtml) it is taken as it is;
 * otherwise one level of escaping comes off.                                                */
static void put_html(buf *out, wq_str raw)
{
    xml_token t;
    bool markup = false;
    for (size_t at = 0; !markup && xml_next(raw, &at, &t);)
        markup = t.kind != XML_TEXT && t.kind != XML_CDATA;
    for (size_t at = 0; xml_next(raw, &at, &t);) {
        if (t.kind == XML_TEXT && !markup)
            xml_unescape(out, t.inside);
        else
            buf_str(out, t.kind == XML_CDATA ? t.inside : str_sub(raw, t.at, t.end));
    }
}

static void put_plain_entity(buf *out, wq_str name)
{
    static const char *const named[][2] = {
        { "nbsp", "\xc2\xa0" },
        { "laquo", "\xc2\xab" },
        { "raquo", "\xc2\xbb" },
        { "ndash", "\xe2\x80\x93" },
        { "mdash", "\xe2\x80\x94" },
        { "hellip", "\xe2\x80\xa6" },
        { "ldquo", "\xe2\x80\x9c" },
        { "rdquo", "\xe2\x80\x9d" },
        { "lsquo", "\xe2\x80\x98" },
        { "rsquo", "\xe2\x80\x99" },
        { "rlm", "" },
        { "lrm", "" },
    };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_eq(name, str_of(named[i][0]))) {
            buf_str(out, str_of(named[i][1]));
            return;
        }
    buf_printf(out, "&%.*s;", STR_ARG(name));
}

/* Text of HTML for a line: no tags, entities replaced, white space runs made one space. */
static void put_plain(buf *out, wq_str html)
{
    buf text = { 0 };
    xml_token t;
    for (size_t at = 0; xml_next(html, &at, &t);)
        if (t.kind == XML_TEXT || t.kind == XML_CDATA)
            xml_unescape(&text, t.inside);
    wq_str s = str_trim(slice(&text));
    for (size_t i = 0; i < s.n; i++) {
        const char *end =
            s.p[i] == '&' ? memchr(s.p + i, ';', s.n - i < 10 ? s.n - i : 10) : NULL;
        bool space = s.p[i] == ' ' || (s.p[i] >= '\t' && s.p[i] <= '\r');
        if (end) {
            put_plain_entity(out, str_sub(s, i + 1, (size_t)(end - s.p)));
            i = (size_t)(end - s.p);
        } else if (!space) {
            buf_char(out, s.p[i]);
        } else if (out->n && out->p[out->n - 1] != ' ') {
            buf_char(out, ' ');
        }
    }
    buf_fini(&text);
}

static void put_escaped(buf *out, wq_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '<')
            buf_str(out, STR("&lt;"));
        else if (s.p[i] == '&')
            buf_str(out, STR("&amp;"));
        else
            buf_char(out, s.p[i]);
    }
}

/* ---- elements ------------------------------------------------------------------------------ */

/* The element under way has ended: keep its value, unless an earlier one has given it. */
static void keep(feed *f, size_t end)
{
    wq_str raw = str_sub(slice(&f->text), f->from, end);
    field into = f->into;
    f->element.n = 0;
    if (into == FIELDS || f->value[into].n)
        return;
    if (into == CONTENT || into == SUMMARY) {
        put_html(&f->value[into], raw);
        return;
    }
    buf html = { 0 };
    put_html(&html, raw);
    put_plain(&f->value[into], slice(&html));
    buf_fini(&html);
}

/* Atom's link has its address in an attribute; "alternate" is the page, others are not. */
static bool take_href(feed *f, const xml_token *t)
{
    wq_str href = xml_attribute(t->inside, "href");
    if (!href.n)
        return false;
    wq_str rel = xml_attribute(t->inside, "rel");
    if ((!rel.n || str_eq(rel, STR("alternate"))) && !f->value[LINK].n)
        xml_unescape(&f->value[LINK], href);
    return true;
}

static void open_element(feed *f, const xml_token *t)
{
    const feed_element *e = find_element(t->name);
    if (!e || (e->into == LINK && take_href(f, t)) || t->kind == XML_EMPTY)
        return;
    if (e->into == GUID && str_eq(xml_attribute(t->inside, "isPermaLink"), STR("false")))
        return;
    f->element = t->name;
    f->into = e->into;
    f->depth = 0;
    f->from = t->end;
}

/* A token within the element under way. */
static void inside_element(feed *f, const xml_token *t)
{
    if (f->into == BYLINE && t->kind == XML_OPEN && str_eq(t->name, STR("name"))) {
        f->element = t->name; /* Atom: author has a name, an address, ... */
        f->depth = 0;
        f->from = t->end;
    } else if (str_eq(t->name, f->element)) {
        if (t->kind == XML_OPEN)
            f->depth++;
        else if (t->kind == XML_CLOSE && f->depth-- == 0)
            keep(f, t->at);
    }
}

static bool is_item(wq_str name)
{
    return str_eq_nocase(name, STR("item")) || str_eq(name, STR("entry")) ||
           str_eq(name, STR("atom:entry"));
}

static void begin_item(feed *f)
{
    if (!f->any_item) /* what came before the first is the feed's own */
        buf_str(&f->outlet, slice(&f->value[TITLE]));
    f->any_item = true;
    for (int i = 0; i < FIELDS; i++)
        f->value[i].n = 0;
    f->element.n = 0;
    f->in_item = true;
}

/* One token; true where it ends the item under way. */
static bool step(feed *f, const xml_token *t)
{
    if (t->kind == XML_TEXT || t->kind == XML_CDATA)
        return false;
    if (is_item(t->name) && t->kind != XML_EMPTY) {
        bool ended = f->in_item;
        if (ended && f->element.n)
            keep(f, t->at);
        f->in_item = false;
        if (t->kind == XML_OPEN && ended)
            f->at = t->at; /* the last one was not closed; this is seen again */
        else if (t->kind == XML_OPEN)
            begin_item(f);
        return ended;
    }
    if (f->element.n)
        inside_element(f, t);
    else if (t->kind == XML_OPEN || t->kind == XML_EMPTY)
        open_element(f, t);
    return false;
}

/* ---- items ---------------------------------------------------------------------------------- */

static void compose(feed *f)
{
    wq_str content = str_trim(slice(&f->value[CONTENT])),
           summary = str_trim(slice(&f->value[SUMMARY]));
    wq_str body = content.n >= summary.n ? content : summary;
    bool plain = body.n == 0 || !memchr(body.p, '<', body.n);
    buf *b = &f->html;
    b->n = 0;
    buf_str(b, STR("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>"));
    put_escaped(b, slice(&f->value[TITLE]));
    buf_str(b, STR("</title></head><body><article>"));
    buf_str(b, plain ? STR("<p>") : STR(""));
    buf_str(b, body);
    buf_str(b, plain ? STR("</p>") : STR(""));
    buf_str(b, STR("</article></body></html>\n"));
}

static wq_str item_url(const feed *f)
{
    wq_str guid = slice(&f->value[GUID]);
    if (f->value[LINK].n)
        return slice(&f->value[LINK]);
    return str_starts(guid, STR("http")) ? guid : (wq_str){ NULL, 0 };
}

static wq_str item_date(feed *f)
{
    char iso[DATE_SIZE];
    f->date.n = 0;
    if (date_to_iso(slice(&f->value[DATE]), iso) ||
        date_to_iso(slice(&f->value[CHANGED]), iso))
        buf_str(&f->date, str_of(iso));
    return slice(&f->date);
}

/* RSS: "desk@example.org (Name)". */
static wq_str item_byline(const feed *f)
{
    wq_str s = slice(&f->value[BYLINE]);
    ptrdiff_t open = str_find(s, STR("("));
    if (s.n && memchr(s.p, '@', s.n))
        s = open >= 0 && str_ends(s, STR(")")) ? str_sub(s, (size_t)open + 1, s.n - 1)
                                               : (wq_str){ NULL, 0 };
    return s;
}

static bool any_failed(const feed *f)
{
    bool failed = f->html.failed || f->outlet.failed || f->date.failed;
    for (int i = 0; i < FIELDS; i++)
        failed |= f->value[i].failed;
    return failed;
}

wq_status feed_next(feed *f, feed_item *out, wq_error *err)
{
    xml_token t;
    while (xml_next(slice(&f->text), &f->at, &t)) {
        if (!step(f, &t))
            continue;
        f->n++;
        compose(f);
        *out = (feed_item){ .html = slice(&f->html),
                            .url = item_url(f),
                            .title = slice(&f->value[TITLE]),
                            .outlet = slice(&f->outlet),
                            .byline = item_byline(f),
                            .published = item_date(f) };
        return any_failed(f) ? fail(err, WQ_E_NOMEM, 0, "out of memory") : WQ_OK;
    }
    if (!f->in_item)
        return WQ_END;
    f->in_item = false;
    f->n++;
    return fail(err, WQ_E_FORMAT, 0, "the feed ends inside an item");
}

wq_status feed_open(wq_str bytes, feed **out, wq_error *err)
{
    feed *f = calloc(1, sizeof *f);
    if (!f)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    to_utf8(bytes, &f->text);
    if (f->text.failed) {
        feed_close(f);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    *out = f;
    return WQ_OK;
}

uint64_t feed_count(const feed *f)
{
    return f->n;
}

void feed_close(feed *f)
{
    if (!f)
        return;
    for (int i = 0; i < FIELDS; i++)
        buf_fini(&f->value[i]);
    buf_fini(&f->text);
    buf_fini(&f->outlet);
    buf_fini(&f->html);
    buf_fini(&f->date);
    free(f);
}
