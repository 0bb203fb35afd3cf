/* Bodies: chunks, gzip, deflate, brotli, told by their bytes. */
#include <brotli/decode.h>
#include <zlib.h>

#include "input/http.h"
#include "input/sniff.h"

enum { STEP = 64 * 1024, MAX_LAYERS = 4 };

/* What trying one decoder came to. */
typedef enum trial { NOT_THIS, DONE, CUT, TOO_LARGE, NO_MEMORY } trial;

/* ---- chunks ------------------------------------------------------------------ */

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 32);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "1a3;ext\r\n": its length, and the number in *size; 0 where it is no such line. */
static size_t chunk_line(wq_str s, size_t *size)
{
    size_t digits = 0;
    *size = 0;
    for (int d; digits < s.n && digits < 8 && (d = hex_digit(s.p[digits])) >= 0; digits++)
        *size = *size << 4 | (size_t)d;
    wq_str rest = str_sub(s, digits, digits + 64);
    const char *feed = digits && rest.n ? memchr(rest.p, '\n', rest.n) : NULL;
    if (!feed)
        return 0;
    wq_str tail = str_trim((wq_str){ rest.p, (size_t)(feed - rest.p) });
    return tail.n == 0 || tail.p[0] == ';' ? (size_t)(feed - s.p) + 1 : 0;
}

/* A first chunk that is followed by a line end where it should be; or, where the head says
 * chunked, one that the body breaks off in.                                                */
static bool is_chunked(wq_str s, bool claimed)
{
    size_t size;
    size_t line = chunk_line(s, &size);
    if (line == 0)
        return false;
    if (size > s.n - line)
        return claimed;
    wq_str after = str_sub(s, line + size, s.n);
    return after.n == 0 ? claimed : after.p[0] == '\r' || after.p[0] == '\n';
}

static trial unchunk(wq_str s, buf *out)
{
    for (size_t size, line; (line = chunk_line(s, &size)) != 0 && size != 0;) {
        buf_str(out, str_sub(s, line, line + (size < s.n - line ? size : s.n - line)));
        if (size > s.n - line)
            return CUT;
        s = str_sub(s, line + size, s.n);
        while (s.n && (s.p[0] == '\r' || s.p[0] == '\n'))
            s = str_sub(s, 1, s.n);
    }
    return DONE;
}

/* ---- zlib -------------------------------------------------------------------- */

static trial inflate_all(z_stream *z, size_t limit, buf *out)
{
    unsigned char piece[STEP];
    for (;;) {
        z->next_out = piece;
        z->avail_out = STEP;
        int code = inflate(z, Z_NO_FLUSH);
        size_t got = STEP - z->avail_out;
        if (code == Z_MEM_ERROR)
            return NO_MEMORY;
        if (out->n + got > limit)
            return TOO_LARGE;
        buf_add(out, (const char *)piece, got);
        if (code == Z_STREAM_END)
            return DONE;
        if (code != Z_OK)
            return code == Z_BUF_ERROR && z->avail_in == 0 ? CUT : NOT_THIS;
    }
}

/* `bits` as inflateInit2 has them: 31 gzip, 15 zlib, -15 bare deflate. */
static trial inflate_as(int bits, wq_str s, size_t limit, buf *out)
{
    z_stream z = { 0 };
    if (s.n > UINT32_MAX)
        return TOO_LARGE;
    if (inflateInit2(&z, bits) != Z_OK)
        return NO_MEMORY;
    z.next_in = (Bytef *)(uintptr_t)s.p; /* zlib reads only */
    z.avail_in = (uInt)s.n;
    trial t = inflate_all(&z, limit, out);
    inflateEnd(&z);
    return t;
}

static trial try_gzip(wq_str s, size_t limit, buf *out)
{
    trial t = inflate_as(31, s, limit, out);
    return t == NOT_THIS ? CUT : t; /* the first bytes leave no doubt what it was */
}

static bool is_zlib(wq_str s)
{
    return s.n > 6 && s.p[0] == 0x78 &&
           ((unsigned)(unsigned char)s.p[0] << 8 | (unsigned char)s.p[1]) % 31 == 0;
}

static trial try_bare_deflate(wq_str s, size_t limit, buf *out)
{
    trial t = inflate_as(-15, s, limit, out);
    return t == CUT ? NOT_THIS : t; /* any bytes begin like deflate */
}

/* ---- brotli ------------------------------------------------------------------ */

static trial brotli_all(BrotliDecoderState *state, wq_str s, size_t limit, buf *out)
{
    const uint8_t *in = (const uint8_t *)s.p;
    size_t in_n = s.n;
    uint8_t piece[STEP];
    for (;;) {
        uint8_t *to = piece;
        size_t room = STEP;
        BrotliDecoderResult code =
            BrotliDecoderDecompressStream(state, &in_n, &in, &room, &to, NULL);
        size_t got = STEP - room;
        if (out->n + got > limit)
            return TOO_LARGE;
        buf_add(out, (const char *)piece, got);
        if (code == BROTLI_DECODER_RESULT_SUCCESS)
            return in_n == 0 ? DONE : NOT_THIS;
        if (code != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
            return NOT_THIS;
    }
}

static trial try_brotli(wq_str s, size_t limit, buf *out)
{
    BrotliDecoderState *state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    if (!state)
        return NO_MEMORY;
    trial t = brotli_all(state, s, limit, out);
    BrotliDecoderDestroyInstance(state);
    return t;
}

/* ---- the whole ---------------------------------------------------------------- */

typedef trial decoder(wq_str s, size_t limit, buf *out);

/* Tries `d`; what comes out has to look like text or like a further layer. */
static trial attempt(decoder *d, wq_str s, size_t limit, buf *out)
{
    trial t = d(s, limit, out);
    if (t == DONE && out->n && !sniff_binary((wq_str){ out->p, out->n }))
        return DONE;
    if (t == NO_MEMORY)
        return t;
    buf_fini(out); /* a ceiling met by a guess says nothing */
    return NOT_THIS;
}

/* Takes one layer off.  NOT_THIS: there is none. */
static trial peel(wq_str s, bool chunked, size_t limit, buf *out)
{
    if (is_chunked(s, chunked))
        return unchunk(s, out);
    if (str_starts(s, STR("\x1f\x8b\x08")))
        return try_gzip(s, limit, out);
    if (is_zlib(s)) {
        trial t = inflate_as(15, s, limit, out);
        if (t != NOT_THIS)
            return t;
        buf_fini(out);
    }
    const char *what;
    if (sniff(s, true, &what) != SNIFF_OTHER || strcmp(what, "binary data") != 0)
        return NOT_THIS;
    trial t = attempt(try_brotli, s, limit, out);
    return t == NOT_THIS ? attempt(try_bare_deflate, s, limit, out) : t;
}

wq_status http_decode(wq_str body, bool chunked, size_t limit, buf *hold, wq_str *out,
                      wq_error *err)
{
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
        buf next = { 0 };
        trial t = peel(body, chunked, limit, &next);
        if (t == NOT_THIS) {
            buf_fini(&next);
            break;
        }
        buf_fini(hold);
        *hold = next;
        if (t == NO_MEMORY || next.failed)
            return fail(err, WQ_E_NOMEM, 0, "out of memory");
        if (t == TOO_LARGE)
            return fail(err, WQ_E_LIMIT, limit, "unpacks to more than one page may have");
        if (t == CUT)
            return fail(err, WQ_E_FORMAT, 0, "the packed body is damaged or cut short");
        body = (wq_str){ next.p ? next.p : "", next.n };
        chunked = false;
    }
    *out = body;
    return WQ_OK;
}
