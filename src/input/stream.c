#include "input/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    STEP = 256 * 1024,       /* read and unpack this much at a time */
    LARGE = 8 * 1024 * 1024, /* a window above this is given back when it has emptied */
    GZIP_WINDOW = 15 + 16    /* zlib: 32 KiB window, gzip framing */
};

static wq_status no_memory(const stream *s, wq_error *err)
{
    return fail(err, WQ_E_NOMEM, 0, "%s: out of memory", s->name);
}

wq_str stream_window(const stream *s)
{
    return (wq_str){ s->window ? s->window + s->at : "", s->end - s->at };
}

void stream_skip(stream *s, size_t n)
{
    s->at += n;
}

void stream_jump(stream *s)
{
    s->at = s->end = 0;
    s->gap = false;
}

/* Nothing more is to be had; what half an item lies in the window is of no use. */
static void give_up(stream *s)
{
    s->over = true;
    s->gap = s->hops;
    if (!s->hops)
        s->at = s->end = 0;
}

/* Makes room for STEP bytes at the end of the window.  It doubles, so an item of n bytes is
 * moved about at most 2n.                                                                  */
static bool make_room(stream *s)
{
    size_t held = s->end - s->at;
    if (s->cap - s->end >= STEP)
        return true;
    bool shrink = s->cap > LARGE && held < STEP;
    if (held + STEP <= s->cap / 2 && !shrink) {
        memmove(s->window, s->window + s->at, held);
    } else {
        size_t cap = held < STEP ? 4 * (size_t)STEP : held * 2 + STEP;
        char *p = malloc(cap);
        if (!p)
            return false;
        if (held)
            memcpy(p, s->window + s->at, held);
        free(s->window);
        s->window = p;
        s->cap = cap;
    }
    s->at = 0;
    s->end = held;
    return true;
}

/* read(2) that outlasts signals; 0 at the end, -1 with errno. */
static ssize_t read_some(stream *s, void *to, size_t n)
{
    ssize_t got;
    do {
        got = read(s->fd, to, n);
    } while (got < 0 && errno == EINTR);
    if (got > 0)
        s->taken += (uint64_t)got;
    return got;
}

static wq_status read_failed(stream *s, wq_error *err)
{
    int code = errno;
    give_up(s);
    return fail(err, WQ_E_IO, s->taken, "%s: %s", s->name, strerror(code));
}

static wq_status more_plain(stream *s, wq_error *err)
{
    ssize_t got = read_some(s, s->window + s->end, s->cap - s->end);
    if (got < 0)
        return read_failed(s, err);
    s->over = got == 0;
    s->end += (size_t)got;
    return got ? WQ_OK : WQ_END;
}

/* ---- gzip ---------------------------------------------------------------- */

static bool is_gzip(const unsigned char *p, size_t n)
{
    return n >= 3 && p[0] == 0x1f && p[1] == 0x8b && p[2] == 8;
}

/* At least `n` packed bytes (n small), unless the file ends: WQ_OK, WQ_END, WQ_E_IO. */
static wq_status want_raw(stream *s, size_t n, wq_error *err)
{
    while (s->z.avail_in < n) {
        if (s->z.avail_in)
            memmove(s->raw, s->z.next_in, s->z.avail_in);
        s->z.next_in = s->raw;
        ssize_t got = read_some(s, s->raw + s->z.avail_in, STEP - s->z.avail_in);
        if (got < 0)
            return read_failed(s, err);
        if (got == 0)
            return WQ_END;
        s->z.avail_in += (uInt)got;
    }
    return WQ_OK;
}

/* Between members.  Zeros are padding (tapes); anything else that is no member is damage. */
static wq_status next_member(stream *s, wq_error *err)
{
    wq_status st;
    while ((st = want_raw(s, 3, err)) == WQ_OK && s->z.next_in[0] == 0) {
        s->z.next_in++;
        s->z.avail_in--;
    }
    if (st != WQ_OK && st != WQ_END)
        return st;
    if (s->z.avail_in == 0 || (st == WQ_END && s->z.next_in[0] == 0)) {
        s->over = true;
        return WQ_END;
    }
    if (!is_gzip(s->z.next_in, s->z.avail_in))
        return fail(err, WQ_E_FORMAT, s->taken,
                    "%s: something that is no gzip follows the gzip data", s->name);
    inflateReset(&s->z);
    s->in_member = true;
    return WQ_OK;
}

/* To the next place that looks like a member.  False where the file has none. */
static bool hop(stream *s)
{
    s->in_member = false;
    s->gap = true;
    if (s->z.avail_in) { /* not the same one again */
        s->z.next_in++;
        s->z.avail_in--;
    }
    while (want_raw(s, 3, NULL) == WQ_OK) {
        if (is_gzip(s->z.next_in, s->z.avail_in))
            return true;
        s->z.next_in++;
        s->z.avail_in--;
    }
    return false;
}

static wq_status damaged(stream *s, const char *what, wq_error *err)
{
    uint64_t where = s->taken - s->z.avail_in;
    if (!s->hops || !hop(s))
        give_up(s);
    return fail(err, WQ_E_FORMAT, where, "%s: the gzip data %s", s->name, what);
}

static wq_status unpack(stream *s, wq_error *err)
{
    wq_status st = want_raw(s, 1, err);
    if (st == WQ_END)
        return damaged(s, "ends too early (the file is cut short)", err);
    if (st != WQ_OK)
        return st;
    s->z.next_out = (Bytef *)s->window + s->end;
    s->z.avail_out = (uInt)(s->cap - s->end > UINT32_MAX ? UINT32_MAX : s->cap - s->end);
    uInt room = s->z.avail_out;
    int code = inflate(&s->z, Z_NO_FLUSH);
    s->end += room - s->z.avail_out;
    if (code == Z_MEM_ERROR)
        return no_memory(s, err);
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
        return damaged(s, "is damaged", err);
    s->in_member = code != Z_STREAM_END;
    return WQ_OK;
}

static wq_status more_unpacked(stream *s, wq_error *err)
{
    size_t before = s->end;
    while (s->end == before) {
        wq_status st = s->in_member ? WQ_OK : next_member(s, err);
        if (st == WQ_E_FORMAT)
            give_up(s);
        if (st == WQ_OK)
            st = unpack(s, err);
        if (st != WQ_OK)
            return st;
    }
    return WQ_OK;
}

/* ---- the whole ------------------------------------------------------------- */

wq_status stream_more(stream *s, wq_error *err)
{
    if (s->over)
        return WQ_END;
    if (!make_room(s))
        return no_memory(s, err);
    return s->gzip ? more_unpacked(s, err) : more_plain(s, err);
}

wq_status stream_want(stream *s, size_t n, wq_error *err)
{
    while (s->end - s->at < n) {
        wq_status st = stream_more(s, err);
        if (st != WQ_OK)
            return st;
    }
    return WQ_OK;
}

wq_status stream_drop(stream *s, uint64_t n, wq_error *err)
{
    for (;;) {
        size_t held = s->end - s->at;
        if (n <= held) {
            s->at += (size_t)n;
            return WQ_OK;
        }
        s->at = s->end;
        n -= held;
        wq_status st = stream_more(s, err);
        if (st != WQ_OK)
            return st;
    }
}

/* The bytes read to look for gzip become the first packed ones. */
static wq_status begin_gzip(stream *s, wq_error *err)
{
    s->raw = malloc(STEP);
    if (!s->raw || inflateInit2(&s->z, GZIP_WINDOW) != Z_OK)
        return no_memory(s, err);
    s->gzip = s->in_member = true;
    memcpy(s->raw, s->window + s->at, s->end - s->at);
    s->z.next_in = s->raw;
    s->z.avail_in = (uInt)(s->end - s->at);
    s->at = s->end = 0;
    return WQ_OK;
}

wq_status stream_open(stream *s, int fd, const char *name, wq_error *err)
{
    *s = (stream){ .name = name, .fd = fd };
    wq_status st = WQ_OK;
    while (s->end < 3 && st == WQ_OK) {
        if (!make_room(s))
            return no_memory(s, err);
        ssize_t got = read_some(s, s->window + s->end, STEP - s->end);
        if (got < 0)
            return read_failed(s, err);
        s->end += (size_t)got;
        s->over = got == 0;
        st = s->over ? WQ_END : WQ_OK;
    }
    if (s->over || !is_gzip((unsigned char *)s->window, s->end))
        return WQ_OK;
    return begin_gzip(s, err);
}

void stream_close(stream *s)
{
    if (s->gzip)
        inflateEnd(&s->z);
    free(s->raw);
    free(s->window);
    if (s->fd > STDIN_FILENO)
        close(s->fd);
    *s = (stream){ .fd = -1 };
}
