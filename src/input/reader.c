/* The reader: from a path to its files, from a file to its records. */
#include "input/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"
#include "input/date.h"

enum {
    DEFAULT_LIMIT = 64 * 1024 * 1024,
    MOST_SUMMED =
        10000 /* files of a folder whose size is asked beforehand, for the progress */
};

/* ---- what the formats use --------------------------------------------------------------- */

void reader_skip(wq_reader *r, const char *why)
{
    unsigned i = 0;
    while (i < r->n_reasons && strncmp(r->reasons[i].text, why, REASON_LENGTH - 1) != 0)
        i++;
    if (i == MAX_REASONS) {
        i--;
        snprintf(r->reasons[i].text, REASON_LENGTH, "other reasons");
    } else if (i == r->n_reasons) {
        snprintf(r->reasons[i].text, REASON_LENGTH, "%s", why);
        r->n_reasons++;
    }
    r->reasons[i].n++;
}

static wq_status give(wq_reader *r, const wq_page *filled, const char *place, wq_page **out,
                      wq_error *err)
{
    char name[4096];
    int n = snprintf(name, sizeof name, "%s%s", r->name, place);
    wq_page full = *filled;
    full.name = (wq_str){ name, n < 0                  ? 0
                                : n < (int)sizeof name ? (size_t)n
                                                       : sizeof name - 1 };
    if (r->published[0])
        full.published_default = str_of(r->published);
    wq_status st = record_make(&full, out, err);
    r->records += st == WQ_OK;
    return st;
}

wq_status reader_give(wq_reader *r, const wq_page *filled, uint64_t nth, wq_page **out,
                      wq_error *err)
{
    char place[32] = "";
    if (nth)
        snprintf(place, sizeof place, ":%llu", (unsigned long long)nth);
    return give(r, filled, place, out, err);
}

static void put_size(char out[static 40], uint64_t size)
{
    if (size >= 1 << 20)
        snprintf(out, 40, "%.1f MiB", (double)size / (1 << 20));
    else
        snprintf(out, 40, "%llu bytes", (unsigned long long)size);
}

wq_status reader_too_large(const wq_reader *r, uint64_t nth, uint64_t size, wq_error *err)
{
    char place[32] = "", has[40] = "", may[40];
    if (nth)
        snprintf(place, sizeof place, ":%llu", (unsigned long long)nth);
    if (size)
        put_size(has, size);
    put_size(may, r->limit);
    return fail(err, WQ_E_LIMIT, nth, "%s%s: %s%smore than the %s one page may have",
                r->name, place, has, size ? ", " : "", may);
}

wq_status reader_split(wq_reader *r, wq_str bytes, wq_str crawled, wq_error *err)
{
    snprintf(r->crawled, sizeof r->crawled, "%.*s", STR_ARG(crawled));
    return feed_open(bytes, &r->items, err);
}

/* ---- pages and feeds ------------------------------------------------------------------------ */

/* The rest of the file in the window: WQ_OK, or WQ_E_LIMIT without having read it all. */
static wq_status whole_file(wq_reader *r, wq_error *err)
{
    struct stat st;
    bool plain = !r->in.gzip && fstat(r->in.fd, &st) == 0 && S_ISREG(st.st_mode);
    if (plain && (uint64_t)st.st_size > r->limit)
        return reader_too_large(r, 0, (uint64_t)st.st_size, err);
    wq_status code = stream_want(&r->in, r->limit + 1, err);
    if (code == WQ_OK)
        return reader_too_large(r, 0, 0, err);
    return code == WQ_END ? WQ_OK : code;
}

static void end_file(wq_reader *r)
{
    stream_skip(&r->in, stream_window(&r->in).n);
    r->in.over = true;
}

static wq_status page_next(wq_reader *r, wq_page **out, wq_error *err)
{
    if (r->in.over && stream_window(&r->in).n == 0)
        return WQ_END;
    wq_status st = whole_file(r, err);
    if (st == WQ_OK && r->kind == SNIFF_FEED)
        st = reader_split(r, stream_window(&r->in), STR(""), err);
    else if (st == WQ_OK)
        st =
            reader_give(r, &(wq_page){ .kind = SAVED_PAGE, .bytes = stream_window(&r->in) },
                        0, out, err);
    end_file(r);
    return st == WQ_OK && r->items ? WQ_END : st;
}

/* "feed.xml:3", and in a WARC "a.warc.gz:17:3". */
static void item_place(const wq_reader *r, char out[static 64])
{
    unsigned long long item = feed_count(r->items);
    if (r->kind == SNIFF_WARC)
        snprintf(out, 64, ":%llu:%llu", (unsigned long long)r->nth, item);
    else
        snprintf(out, 64, ":%llu", item);
}

static wq_status next_item(wq_reader *r, wq_page **out, wq_error *err)
{
    feed_item item;
    wq_error inner = { 0 };
    wq_status st = feed_next(r->items, &item, &inner);
    if (st == WQ_END)
        return st;
    char place[64];
    item_place(r, place);
    if (st != WQ_OK)
        return fail(err, st, 0, "%s%s: %s", r->name, place, inner.text);
    wq_page filled = { .kind = SAVED_PAGE,
                       .bytes = item.html,
                       .url = item.url,
                       .title = item.title,
                       .outlet = item.outlet,
                       .byline = item.byline,
                       .published = item.published,
                       .content_type = STR("text/html; charset=utf-8") };
    if (r->crawled[0])
        filled.crawled = str_of(r->crawled);
    return give(r, &filled, place, out, err);
}

/* ---- files ---------------------------------------------------------------------------------- */

/* Fit for a one-line message and for JSON: no control characters, valid UTF-8. */
static char *printable(const char *path)
{
    if (strcmp(path, "-") == 0)
        path = "standard input";
    char *name = strdup(path);
    for (size_t i = 0; name && name[i];) {
        uint32_t cp;
        unsigned n = utf8_decode(name + i, strlen(name + i), &cp);
        if (n == 0 || cp < 0x20 || cp == 0x7f)
            name[i] = '?';
        i += n ? n : 1;
    }
    return name;
}

static void close_file(wq_reader *r)
{
    if (r->open) {
        r->done += r->in.taken;
        stream_close(&r->in);
    }
    feed_close(r->items);
    r->items = NULL;
    r->open = false;
}

/* Reads on until the bytes tell what they are. */
static wq_status look(wq_reader *r, const char **what, wq_error *err)
{
    bool all = r->in.over;
    for (;;) {
        r->kind = sniff(stream_window(&r->in), all, what);
        if (r->kind != SNIFF_MORE)
            return WQ_OK;
        wq_status st = stream_more(&r->in, err);
        all = st == WQ_END;
        if (st != WQ_OK && st != WQ_END)
            return st;
    }
}

/* WQ_OK: open and of a kind that has records.  WQ_END: passed over. */
static wq_status begin_file(wq_reader *r, int fd, wq_error *err)
{
    const char *what = NULL;
    wq_status st = stream_open(&r->in, fd, r->name, err);
    r->open = true;
    r->line = 1;
    r->nth = 0;
    r->lost = false;
    r->pending.status = WQ_OK;
    r->crawled[0] = '\0';
    if (st == WQ_OK)
        st = look(r, &what, err);
    if (st != WQ_OK)
        return st;
    r->in.hops = r->kind == SNIFF_WARC;
    if (r->kind != SNIFF_EMPTY && r->kind != SNIFF_OTHER)
        return WQ_OK;
    if (r->in_folder) {
        reader_skip(r, r->kind == SNIFF_EMPTY ? "empty file" : what);
        return WQ_END;
    }
    if (r->kind == SNIFF_EMPTY)
        return fail(err, WQ_E_FORMAT, 0, "%s: empty", r->name);
    return fail(err, WQ_E_FORMAT, 0, "%s: not a page (%s)", r->name, what);
}

static wq_status open_path(wq_reader *r, const char *path, wq_error *err)
{
    free(r->name);
    r->name = printable(path);
    if (!r->name)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    int fd =
        strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return fail(err, WQ_E_IO, 0, "%s: %s", r->name, strerror(errno));
    wq_status st = begin_file(r, fd, err);
    if (st != WQ_OK)
        close_file(r);
    return st;
}

/* What browsers save beside a page, by name: as text it can't be told from an article. */
static const char *companion(const char *path)
{
    static const char *const names[][2] = { { ".css", "style sheet" },
                                            { ".js", "script" },
                                            { ".mjs", "script" },
                                            { ".map", "script" },
                                            { ".svg", "image" } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_ends(str_of(path), str_of(names[i][0])))
            return names[i][1];
    return NULL;
}

static const char *why_passed_over(const wq_reader *r, walk_found found, const char *path,
                                   const struct stat *st)
{
    if (found == WALK_OTHER)
        return "link to a folder already read, or no file";
    if (found != WALK_FILE)
        return NULL;
    if (r->except.st_ino && r->except.st_ino == st->st_ino &&
        r->except.st_dev == st->st_dev)
        return "the output itself";
    return companion(path);
}

/* ---- folders --------------------------------------------------------------------------------- */

static wq_status end_folder(wq_reader *r, wq_error *err)
{
    if (r->records || r->failures || r->began)
        return WQ_END;
    r->began = true; /* said once */
    return fail(err, WQ_E_FORMAT, 0, "%s: no pages in this folder", r->path);
}

static wq_status path_failed(wq_reader *r, const char *path, int code, wq_error *err)
{
    char *name = printable(path ? path : r->path);
    wq_status st = fail(err, WQ_E_IO, 0, "%s: %s", name ? name : "?", strerror(code));
    free(name);
    return st;
}

static wq_status next_in_folder(wq_reader *r, wq_error *err)
{
    for (;;) {
        char *path;
        struct stat st;
        walk_found found = walk_next(&r->tree, &path, &st);
        int code = errno;
        if (found == WALK_END)
            return end_folder(r, err);
        wq_status status = WQ_END;
        const char *why = why_passed_over(r, found, path, &st);
        if (found == WALK_FAILED)
            status = path_failed(r, path, code, err);
        else if (why)
            reader_skip(r, why);
        else
            status = open_path(r, path, err);
        free(path);
        if (status != WQ_END)
            return status;
    }
}

/* ---- the reader -------------------------------------------------------------------------------- */

static wq_status next_file(wq_reader *r, wq_error *err)
{
    if (r->in_folder)
        return next_in_folder(r, err);
    if (r->began)
        return WQ_END;
    r->began = true;
    return open_path(r, r->path, err);
}

static wq_status next_record(wq_reader *r, wq_page **out, wq_error *err)
{
    switch (r->kind) {
    case SNIFF_WARC:
        return warc_next(r, out, err);
    case SNIFF_JSON_LINES:
        return lines_next(r, out, err);
    case SNIFF_JSON_VALUES:
        return values_next(r, out, err);
    default:
        return page_next(r, out, err);
    }
}

static wq_status step(wq_reader *r, wq_page **out, wq_error *err)
{
    for (;;) {
        if (r->items) {
            wq_status st = next_item(r, out, err);
            if (st != WQ_END)
                return st;
            feed_close(r->items);
            r->items = NULL;
        }
        if (!r->open) {
            wq_status st = next_file(r, err);
            if (st != WQ_OK)
                return st;
        }
        wq_status st = next_record(r, out, err);
        if (st != WQ_END)
            return st;
        if (!r->items)
            close_file(r);
    }
}

wq_status wq_reader_next(wq_reader *reader, wq_page **out, wq_error *err)
{
    wq_status st = step(reader, out, err);
    reader->failures += st != WQ_OK && st != WQ_END;
    return st;
}

static wq_status start(wq_reader *r, const char *path, wq_error *err)
{
    struct stat st;
    if (strcmp(path, "-") == 0) {
        r->total =
            fstat(STDIN_FILENO, &st) == 0 && S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
        return WQ_OK;
    }
    if (stat(path, &st) != 0 || (S_ISDIR(st.st_mode) && !walk_enter(&r->tree, path)))
        return path_failed(r, path, errno, err);
    r->in_folder = S_ISDIR(st.st_mode);
    if (r->in_folder)
        r->total = walk_size(path, MOST_SUMMED);
    else if (S_ISREG(st.st_mode))
        r->total = (uint64_t)st.st_size;
    return WQ_OK;
}

wq_status wq_reader_open(const char *path, const wq_reader_options *options,
                         wq_reader **out, wq_error *err)
{
    const char *published = options ? options->published : NULL;
    if (published &&
        (strlen(published) >= sizeof(*out)->published || !date_is_iso(published)))
        return fail(err, WQ_E_USE, 0, "not a date (YYYY-MM-DD): %.60s", published);
    wq_reader *r = calloc(1, sizeof *r);
    if (!r)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    r->limit = options && options->page_limit ? options->page_limit : DEFAULT_LIMIT;
    if (options && options->except && stat(options->except, &r->except) != 0)
        r->except.st_ino = 0;
    r->path = strdup(path);
    if (published)
        strcpy(r->published, published);
    wq_status st =
        r->path ? start(r, path, err) : fail(err, WQ_E_NOMEM, 0, "out of memory");
    if (st != WQ_OK) {
        wq_reader_close(r);
        return st;
    }
    *out = r;
    return WQ_OK;
}

void wq_reader_close(wq_reader *reader)
{
    if (!reader)
        return;
    close_file(reader);
    walk_fini(&reader->tree);
    free(reader->name);
    free(reader->path);
    free(reader);
}

void wq_reader_progress(const wq_reader *reader, uint64_t *done, uint64_t *total)
{
    *done = reader->done + (reader->open ? reader->in.taken : 0);
    *total = reader->total;
}

uint64_t wq_reader_skipped(const wq_reader *reader, unsigned nth, const char **why)
{
    if (nth >= reader->n_reasons)
        return 0;
    if (why)
        *why = reader->reasons[nth].text;
    return reader->reasons[nth].n;
}
