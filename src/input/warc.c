/* WARC 1.0 and 1.1, record after record.  A record is looked at in the stream's window, so that
 * where it turns out to be cut short the next one can be found within what it claimed.         */
#include <stdio.h>
#include <stdlib.h>

#include "input/http.h"
#include "input/reader.h"

enum {
    MAX_HEAD = 64 * 1024, /* of a WARC header */
    PREVIEW = 64 * 1024,  /* of a block, enough for HTTP headers and to tell what it is */
    HELD = 1024 * 1024,   /* records passed over are checked like others up to here */
    AFTER = 64            /* line ends between records, and the next "WARC/1." */
};

typedef struct warc_head {
    wq_str type, url, date, content_type;
    uint64_t length; /* of the block */
    size_t size;     /* of the head itself */
} warc_head;

/* Where something went wrong: "a.warc.gz:17". */
#define PLACE       "%s:%llu"
#define PLACE_OF(r) (r)->name, (unsigned long long)(r)->nth

/* ---- finding records -------------------------------------------------------------------- */

/* Where a record seems to begin at or after `from`: "WARC/1.x" that ends a line, then "WARC-".
 * -1 where none does.                                                                         */
static ptrdiff_t find_record(wq_str w, size_t from)
{
    while (from < w.n) {
        ptrdiff_t hit = str_find(str_sub(w, from, w.n), STR("WARC/"));
        if (hit < 0)
            return -1;
        from += (size_t)hit;
        wq_str s = str_sub(w, from, w.n);
        size_t lf = s.n > 9 && s.p[8] == '\r' ? 9 : 8;
        if (s.n > lf + 5 && s.p[6] == '.' && s.p[lf] == '\n' &&
            (str_starts(str_sub(s, lf + 1, s.n), STR("WARC-")) ||
             str_starts(str_sub(s, lf + 1, s.n), STR("Content-"))))
            return (ptrdiff_t)from;
        from += 5;
    }
    return -1;
}

/* Steps forward to the next record: WQ_OK, WQ_END. */
static wq_status seek_record(wq_reader *r, wq_error *err)
{
    for (;;) {
        wq_str w = stream_window(&r->in);
        ptrdiff_t at = find_record(w, 0);
        if (at >= 0) {
            stream_skip(&r->in, (size_t)at);
            r->lost = false;
            return WQ_OK;
        }
        stream_skip(&r->in,
                    w.n > AFTER ? w.n - AFTER : 0); /* it may begin in the last bytes */
        wq_status st = stream_more(&r->in, err);
        if (st != WQ_OK)
            return st;
    }
}

static size_t line_ends(wq_str w)
{
    size_t i = 0;
    while (i < w.n && (w.p[i] == '\r' || w.p[i] == '\n' || w.p[i] == ' '))
        i++;
    return i;
}

/* To "WARC/": WQ_OK, WQ_END, or WQ_E_FORMAT where something else stands there. */
static wq_status at_record(wq_reader *r, wq_error *err)
{
    if (r->lost)
        return seek_record(r, err);
    for (;;) {
        stream_skip(&r->in, line_ends(stream_window(&r->in)));
        wq_status st = stream_want(&r->in, 5, err);
        wq_str w = stream_window(&r->in);
        if (st == WQ_OK && line_ends(w))
            continue;
        if (st != WQ_OK && (st != WQ_END || w.n == 0))
            return st;
        if (str_starts(w, STR("WARC/")))
            return WQ_OK;
        r->lost = true;
        return fail(err, WQ_E_FORMAT, r->nth,
                    PLACE ": no WARC record begins here; the next one is looked for",
                    PLACE_OF(r));
    }
}

/* ---- heads -------------------------------------------------------------------------------- */

static wq_str without_brackets(wq_str url)
{
    bool in = url.n >= 2 && url.p[0] == '<' && url.p[url.n - 1] == '>';
    return in ? str_sub(url, 1, url.n - 1) : url;
}

static bool number(wq_str s, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || *out > UINT64_MAX / 16)
            return false;
        *out = *out * 10 + (uint64_t)(s.p[i] - '0');
    }
    return s.n > 0;
}

/* Size of the head at the window's start with its empty line; 0 where it is not complete. */
static size_t head_size(wq_str w)
{
    ptrdiff_t crlf = str_find(w, STR("\r\n\r\n"));
    wq_str before = crlf < 0 ? w : str_sub(w, 0, (size_t)crlf);
    ptrdiff_t lf = str_find(before, STR("\n\n")); /* some writers leave out the CR */
    if (lf >= 0)
        return (size_t)lf + 2;
    return crlf < 0 ? 0 : (size_t)crlf + 4;
}

/* No head ends in the first MAX_HEAD bytes, so only the last one that begins there can be whole:
 * going to it at once keeps the work linear where heads begin and never end.                   */
static void skip_head(wq_reader *r)
{
    wq_str w = str_sub(stream_window(&r->in), 0, MAX_HEAD);
    size_t last = w.n < 5 ? w.n : 5;
    for (ptrdiff_t at = 0; (at = find_record(w, (size_t)at + 5)) >= 0;)
        last = (size_t)at;
    stream_skip(&r->in, last);
}

static wq_status read_head(wq_reader *r, warc_head *h, wq_error *err)
{
    *h = (warc_head){ 0 };
    while ((h->size = head_size(str_sub(stream_window(&r->in), 0, MAX_HEAD))) == 0) {
        wq_status st =
            stream_window(&r->in).n < MAX_HEAD ? stream_more(&r->in, err) : WQ_END;
        if (st == WQ_OK)
            continue;
        r->lost = true;
        skip_head(r);
        if (st != WQ_END)
            return st;
        return fail(err, WQ_E_FORMAT, r->nth, PLACE ": the WARC header does not end",
                    PLACE_OF(r));
    }
    wq_str head = str_sub(stream_window(&r->in), 0, h->size);
    h->type = http_header(head, "WARC-Type");
    h->url = without_brackets(http_header(head, "WARC-Target-URI"));
    h->date = http_header(head, "WARC-Date");
    h->content_type = http_header(head, "Content-Type");
    if (number(http_header(head, "Content-Length"), &h->length))
        return WQ_OK;
    stream_skip(&r->in, 5);
    r->lost = true;
    return fail(err, WQ_E_FORMAT, r->nth, PLACE ": a WARC header without Content-Length",
                PLACE_OF(r));
}

/* ---- what to pass over ------------------------------------------------------------------------ */

static const char *skipped_type(const warc_head *h)
{
    static const char *const types[][2] = {
        { "request", "WARC request" },
        { "warcinfo", "WARC info" },
        { "metadata", "WARC metadata" },
        { "revisit", "WARC revisit" },
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_eq_nocase(h->type, str_of(types[i][0])))
            return types[i][1];
    bool page = str_eq_nocase(h->type, STR("response")) ||
                str_eq_nocase(h->type, STR("resource")) ||
                str_eq_nocase(h->type, STR("conversion"));
    return page ? NULL : "other WARC record";
}

/* By the media type sent; what is no page by its bytes is found later. */
static const char *skipped_media(wq_str type)
{
    static const char *const media[][2] = {
        { "image/", "image" },
        { "video/", "video" },
        { "audio/", "audio" },
        { "font/", "font" },
        { "text/css", "style sheet" },
        { "application/pdf", "PDF" },
        { "text/dns", "DNS record" },
        { "application/json", "JSON" },
        { "application/zip", "ZIP archive" },
        { "application/font", "font" },
        { "application/manifest+json", "JSON" },
    };
    for (size_t i = 0; i < sizeof media / sizeof *media; i++) {
        wq_str prefix = str_of(media[i][0]);
        if (str_eq_nocase(str_sub(type, 0, prefix.n), prefix))
            return media[i][1];
    }
    wq_str name = str_sub(type, 0, 64);
    if (str_find_nocase(name, STR("javascript")) >= 0 ||
        str_find_nocase(name, STR("ecmascript")) >= 0)
        return "script";
    return NULL;
}

static bool is_robots(wq_str url)
{
    return str_ends(url, STR("/robots.txt")) || str_starts(url, STR("dns:"));
}

/* A block's head, and why it is passed over (NULL: it is not). */
static const char *skipped_block(const warc_head *h, wq_str block,
                                 char text[static REASON_LENGTH])
{
    if (is_robots(h->url))
        return "robots.txt";
    http_head http = { .type = h->content_type };
    bool response = str_eq_nocase(h->type, STR("response"));
    if (response && !http_parse(block, &http))
        return block.n == 0 ? "empty response" : "response that is no HTTP";
    if (response && http.status != 200) {
        snprintf(text, REASON_LENGTH, "HTTP status %d", http.status);
        return text;
    }
    return skipped_media(http.type);
}

/* ---- blocks ------------------------------------------------------------------------------------ */

/* The record in the window turned out shorter than it says: step to the one found in it. */
static wq_status cut_short(wq_reader *r, const warc_head *h, ptrdiff_t next, wq_error *err)
{
    uint64_t has = (next >= 0 ? (size_t)next : stream_window(&r->in).n) - h->size;
    stream_skip(&r->in, next >= 0 ? (size_t)next : stream_window(&r->in).n);
    return fail(err, WQ_E_FORMAT, r->nth,
                PLACE ": the record is cut short (%llu of %llu bytes)", PLACE_OF(r),
                (unsigned long long)has, (unsigned long long)h->length);
}

/* Gets the whole record into the window and looks whether another follows it, or the end. */
static wq_status hold(wq_reader *r, const warc_head *h, wq_error *err)
{
    size_t all = h->size + (size_t)h->length;
    wq_status st = stream_want(&r->in, all, err);
    if (st == WQ_OK)
        stream_want(&r->in, all + AFTER,
                    &r->pending); /* damage there is the next record's */
    else if (st != WQ_END)
        return st;
    wq_str w = stream_window(&r->in);
    if (w.n < all)
        return cut_short(r, h, find_record(w, h->size), err);
    wq_str after = str_sub(w, all, all + AFTER);
    after = str_sub(after, line_ends(after), after.n);
    if (after.n == 0 || str_starts(after, STR("WARC/")))
        return WQ_OK;
    ptrdiff_t next = find_record(str_sub(w, 0, all + AFTER), h->size);
    if (next >= 0 && (size_t)next < all)
        return cut_short(r, h, next, err);
    r->lost = true; /* the record itself may be sound */
    return WQ_OK;
}

static wq_status pass_over(wq_reader *r, const warc_head *h, const char *why, wq_error *err)
{
    if (h->length <= HELD) {
        wq_status st = hold(r, h, err);
        if (st != WQ_OK)
            return st;
    }
    wq_status st = stream_drop(&r->in, h->size + h->length, err);
    if (st == WQ_END)
        return fail(err, WQ_E_FORMAT, r->nth, PLACE ": the record is cut short",
                    PLACE_OF(r));
    if (st == WQ_OK)
        reader_skip(r, why);
    return st;
}

static wq_status too_large(wq_reader *r, const warc_head *h, wq_error *err)
{
    wq_status st = stream_drop(&r->in, h->size + h->length, err);
    return st == WQ_OK || st == WQ_END ? reader_too_large(r, r->nth, h->length, err) : st;
}

/* ---- payloads ------------------------------------------------------------------------------------ */

static wq_status give_payload(wq_reader *r, const warc_head *h, const http_head *http,
                              wq_str body, wq_page **out, wq_error *err)
{
    const char *what;
    wq_str media = http->type;
    switch (sniff(body, true, &what)) {
    case SNIFF_FEED:
        return reader_split(r, body, h->date, err);
    case SNIFF_PAGE:
        break;
    case SNIFF_EMPTY:
        reader_skip(r, "empty page");
        return WQ_OK;
    case SNIFF_OTHER:
        reader_skip(r, what);
        return WQ_OK;
    default:
        reader_skip(r, "JSON");
        return WQ_OK;
    }
    wq_page filled = { .kind = SAVED_PAGE,
                       .bytes = body,
                       .content_type = media,
                       .url = h->url,
                       .crawled = h->date };
    return reader_give(r, &filled, r->nth, out, err);
}

/* Gives a record, opens a feed, or passes over (then *out is NULL). */
static wq_status take_block(wq_reader *r, wq_page **out, wq_error *err)
{
    warc_head h;
    wq_status st = read_head(r, &h, err);
    if (st != WQ_OK)
        return st;
    wq_str block = str_sub(stream_window(&r->in), h.size, h.size + (size_t)h.length);
    http_head http = { .type = h.content_type };
    if (str_eq_nocase(h.type, STR("response")))
        http_parse(block, &http);
    buf unpacked = { 0 };
    wq_str body;
    wq_error inner = { 0 };
    st = http_decode(str_sub(block, http.body, block.n), http.chunked, r->limit, &unpacked,
                     &body, &inner);
    if (st == WQ_OK)
        st = give_payload(r, &h, &http, body, out, err);
    else
        fail(err, st, r->nth, PLACE ": %s", PLACE_OF(r), inner.text);
    buf_fini(&unpacked);
    stream_skip(&r->in, h.size + block.n);
    return st;
}

/* The head's fields point into the window, which moves when more is read: whoever has read on
 * reads the head again.                                                                       */
static wq_status preview(wq_reader *r, warc_head *h, wq_str *block, wq_error *err)
{
    wq_status st = read_head(r, h, err);
    if (st != WQ_OK)
        return st;
    size_t n = h->length < PREVIEW ? (size_t)h->length : PREVIEW;
    st = stream_want(&r->in, h->size + n, err);
    if (st != WQ_OK && st != WQ_END)
        return st;
    st = read_head(r, h, err);
    *block = str_sub(stream_window(&r->in), h->size, h->size + n);
    return st;
}

static wq_status one_record(wq_reader *r, wq_page **out, wq_error *err)
{
    warc_head h;
    wq_str block;
    wq_status st = preview(r, &h, &block, err);
    if (st != WQ_OK)
        return st;
    char text[REASON_LENGTH];
    const char *why = skipped_type(&h);
    if (!why)
        why = skipped_block(&h, block, text);
    if (why)
        return pass_over(r, &h, why, err);
    if (h.length > r->limit)
        return too_large(r, &h, err);
    st = hold(r, &h, err);
    return st == WQ_OK ? take_block(r, out, err) : st;
}

/* The stream was damaged behind the window: on to what follows the gap. */
static wq_status past_gap(wq_reader *r, const wq_error *what, wq_error *err)
{
    const char *text = what->text + strlen(r->name); /* "FILE: ..." gets its record */
    wq_status st = fail(err, what->status, r->nth, PLACE "%s", PLACE_OF(r), text);
    stream_jump(&r->in);
    r->lost = true;
    r->pending.status = WQ_OK;
    return st;
}

static wq_status next_record(wq_reader *r, wq_page **out, wq_error *err)
{
    r->nth++;
    if (r->pending.status != WQ_OK)
        return past_gap(r, &r->pending, err);
    wq_error inner = { 0 };
    wq_status st = at_record(r, &inner);
    if (st == WQ_OK)
        st = one_record(r, out, &inner);
    if (r->in.gap && st != WQ_OK && st != WQ_END)
        return past_gap(r, &inner, err);
    r->lost |= st == WQ_E_FORMAT;
    if (st != WQ_OK && st != WQ_END && err)
        *err = inner;
    return st;
}

wq_status warc_next(wq_reader *r, wq_page **out, wq_error *err)
{
    wq_page *record = NULL;
    while (!record && !r->items) {
        wq_status st = next_record(r, &record, err);
        if (st != WQ_OK)
            return st;
    }
    if (record)
        *out = record;
    return record ? WQ_OK : WQ_END; /* WQ_END with a feed to split: the reader sees to it */
}
