/* JSON: objects a line each, or objects and arrays of them spread over lines.  Only the borders
 * of an object are looked for here; what is in it is the page stage's to read.                 */
#include "input/reader.h"

static wq_status not_object(const wq_reader *r, uint64_t line, wq_error *err)
{
    return fail(err, WQ_E_FORMAT, line, "%s:%llu: not a JSON object", r->name,
                (unsigned long long)line);
}

static wq_status give_object(wq_reader *r, wq_str object, uint64_t line, wq_page **out,
                             wq_error *err)
{
    wq_page filled = { .kind = SAVED_JSON, .bytes = object };
    return reader_give(r, &filled, line, out, err);
}

/* ---- a line each ------------------------------------------------------------------- */

/* Length of the line at the window's start without its line feed.  WQ_END: nothing is left;
 * WQ_E_LIMIT: it is longer than a page may be, and has not been read to its end.            */
static wq_status measure_line(wq_reader *r, size_t *length, bool *ended, wq_error *err)
{
    size_t seen = 0;
    for (;;) {
        wq_str w = stream_window(&r->in);
        const char *end = w.n > seen ? memchr(w.p + seen, '\n', w.n - seen) : NULL;
        *length = end ? (size_t)(end - w.p) : w.n;
        *ended = end != NULL;
        if (*length > r->limit)
            return WQ_E_LIMIT;
        if (end)
            return WQ_OK;
        seen = w.n;
        wq_status st = stream_more(&r->in, err);
        if (st != WQ_OK)
            return st == WQ_END && seen ? WQ_OK : st;
    }
}

static wq_status drop_line(wq_reader *r, wq_error *err)
{
    for (;;) {
        wq_str w = stream_window(&r->in);
        const char *end = w.n ? memchr(w.p, '\n', w.n) : NULL;
        stream_skip(&r->in, end ? (size_t)(end - w.p) + 1 : w.n);
        if (end)
            return WQ_OK;
        wq_status st = stream_more(&r->in, err);
        if (st != WQ_OK)
            return st;
    }
}

static wq_status line_too_long(wq_reader *r, wq_error *err)
{
    uint64_t line = r->line++;
    wq_status st = drop_line(r, err);
    return st == WQ_OK || st == WQ_END ? reader_too_large(r, line, 0, err) : st;
}

wq_status lines_next(wq_reader *r, wq_page **out, wq_error *err)
{
    for (;;) {
        size_t length;
        bool ended;
        wq_status st = measure_line(r, &length, &ended, err);
        if (st == WQ_E_LIMIT)
            return line_too_long(r, err);
        if (st != WQ_OK)
            return st;
        wq_str w = stream_window(&r->in);
        wq_str object = str_trim(str_sub(w, 0, length));
        if (r->line == 1 && str_starts(object, STR("\xef\xbb\xbf")))
            object = str_trim(str_sub(object, 3, object.n));
        uint64_t line = r->line++;
        stream_skip(&r->in, length + ended); /* the bytes stay where they are */
        if (object.n == 0)
            continue;
        if (object.p[0] != '{' || object.p[object.n - 1] != '}')
            return not_object(r, line, err);
        return give_object(r, object, line, out, err);
    }
}

/* ---- spread over lines ----------------------------------------------------------------- */

/* Steps over what stands between objects.  False where it is no bracket, comma or space. */
static bool skip_between(wq_reader *r)
{
    bool clean = true;
    wq_str w = stream_window(&r->in);
    size_t i = 0;
    for (; i < w.n && w.p[i] != '{'; i++) {
        r->line += w.p[i] == '\n';
        clean = clean && (strchr(" \t\r\n,[]\xef\xbb\xbf", w.p[i]) && w.p[i]);
    }
    stream_skip(&r->in, i);
    return clean;
}

typedef struct object_scan {
    size_t at;
    unsigned depth;
    bool quoted;
} object_scan;

/* On through the window; true behind the brace that closes the object at its start. */
static bool scan_object(object_scan *s, wq_str w)
{
    for (; s->at < w.n; s->at++) {
        char c = w.p[s->at];
        if (s->quoted && c == '\\') {
            if (s->at + 1 == w.n)
                return false; /* seen again with what follows */
            s->at++;
        } else if (c == '"') {
            s->quoted = !s->quoted;
        } else if (!s->quoted && c == '{') {
            s->depth++;
        } else if (!s->quoted && c == '}' && --s->depth == 0) {
            s->at++;
            return true;
        }
    }
    return false;
}

static wq_status whole_object(wq_reader *r, size_t *length, wq_error *err)
{
    object_scan scan = { 0 };
    while (!scan_object(&scan, stream_window(&r->in))) {
        if (scan.at > r->limit)
            return WQ_E_LIMIT;
        wq_status st = stream_more(&r->in, err);
        if (st != WQ_OK)
            return st;
    }
    *length = scan.at;
    return *length > r->limit ? WQ_E_LIMIT : WQ_OK;
}

/* What follows a broken object can't be told from what is in it. */
static void drop_rest(wq_reader *r)
{
    stream_skip(&r->in, stream_window(&r->in).n);
    r->in.over = true;
}

static wq_status take_object(wq_reader *r, wq_page **out, wq_error *err)
{
    size_t length;
    uint64_t line = r->line;
    wq_status st = whole_object(r, &length, err);
    if (st != WQ_OK)
        drop_rest(r);
    if (st == WQ_E_LIMIT)
        return reader_too_large(r, line, 0, err);
    if (st == WQ_END)
        return fail(err, WQ_E_FORMAT, line, "%s:%llu: the JSON object does not end",
                    r->name, (unsigned long long)line);
    if (st != WQ_OK)
        return st;
    wq_str object = str_sub(stream_window(&r->in), 0, length);
    for (size_t i = 0; i < length; i++)
        r->line += object.p[i] == '\n';
    stream_skip(&r->in, length);
    return give_object(r, object, line, out, err);
}

wq_status values_next(wq_reader *r, wq_page **out, wq_error *err)
{
    bool clean = true;
    for (;;) {
        uint64_t line = r->line;
        clean = skip_between(r) && clean;
        if (stream_window(&r->in).n || (!clean && r->in.over))
            return clean ? take_object(r, out, err) : not_object(r, line, err);
        wq_status st = stream_more(&r->in, err);
        if (st == WQ_END && !clean)
            return not_object(r, line, err);
        if (st != WQ_OK)
            return st;
    }
}
