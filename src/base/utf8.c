#include "base/utf8.h"

unsigned utf8_decode_any(const char *p, size_t n, uint32_t *cp)
{
    const unsigned char *b = (const unsigned char *)p;
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    *cp = 0xfffd;
    if (b[0] < 0x80) {
        *cp = b[0];
        return 1;
    }
    unsigned len = b[0] >= 0xf0 ? 4 : b[0] >= 0xe0 ? 3 : 2;
    if (b[0] < 0xc2 || b[0] > 0xf4 || n < len)
        return 0;
    uint32_t c = b[0] & (0x7fu >> len);
    for (unsigned i = 1; i < len; i++) {
        if ((b[i] & 0xc0) != 0x80)
            return 0;
        c = c << 6 | (b[i] & 0x3f);
    }
    if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
        return 0;
    *cp = c;
    return len;
}

unsigned utf8_encode(uint32_t cp, char out[4])
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xc0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3f));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xe0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
        out[2] = (char)(0x80 | (cp & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
    out[3] = (char)(0x80 | (cp & 0x3f));
    return 4;
}

size_t utf8_count(wq_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
    return n;
}

/* Are these BLOCK bytes, and the one behind them, ASCII and well-formed pairs, as every Arabic letter is?  They begin with a
 * character; the second half of the last pair may be the byte behind.  The compiler looks at sixteen of them at a time. */
enum { BLOCK = 64 };
static bool is_letters(const unsigned char *p)
{
    unsigned char bad = (p[0] & 0xc0) == 0x80;
    for (int i = 0; i < BLOCK; i++) {
        unsigned char opens = p[i] >= 0xc2, goes_on = (p[i + 1] & 0xc0) == 0x80;
        bad |= (unsigned char)(opens != goes_on) | (p[i] >= 0xe0) | ((p[i] & 0xfe) == 0xc0);
    }
    return !bad;
}

/* Well-formed characters from byte `i` on until one ends at `to` or behind; less where an ill-formed one comes before. */
static size_t valid_until(wq_str s, size_t i, size_t to)
{
    uint32_t cp;
    for (unsigned len; i < to; i += len) {
        len = (unsigned char)s.p[i] < 0x80 ? 1 : utf8_decode(s.p + i, s.n - i, &cp);
        if (len == 0)
            break;
    }
    return i;
}

size_t utf8_valid_prefix(wq_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t i = 0;
    while (i + BLOCK < s.n) {
        size_t to = i + BLOCK;
        if (is_letters(p + i)) {
            i = to + ((p[to] & 0xc0) == 0x80);
            continue;
        }
        i = valid_until(s, i, to);
        if (i < to)
            return i;
    }
    return valid_until(s, i, s.n);
}

size_t utf8_at(wq_str s, size_t nth)
{
    size_t i = 0;
    while (i < s.n && nth-- > 0)
        for (i++; i < s.n && ((unsigned char)s.p[i] & 0xc0) == 0x80;)
            i++;
    return i;
}

/* Bytes to skip for one replacement: the longest beginning of a well-formed sequence, at least one byte
 * (Unicode 15, 3.9, "maximal subparts"; browsers do the same).                                        */
static size_t bad_run(wq_str s, size_t i)
{
    unsigned char lead = (unsigned char)s.p[i];
    unsigned char least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    size_t length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    size_t n = 1;
    for (; n < length && i + n < s.n; n++) {
        unsigned char b = (unsigned char)s.p[i + n];
        if (b < least || b > most)
            break;
        least = 0x80;
        most = 0xbf;
    }
    return n;
}

static bool is_clean(wq_str s)
{
    return !memchr(s.p, 0, s.n) && !memchr(s.p, '\r', s.n) && utf8_valid_prefix(s) == s.n;
}

/* A two-byte sequence begins at s.p[i]. */
static bool is_pair(wq_str s, size_t i)
{
    return i + 1 < s.n && (unsigned char)s.p[i] >= 0xc2 && (unsigned char)s.p[i] <= 0xdf &&
           ((unsigned char)s.p[i + 1] & 0xc0) == 0x80;
}

/* True where repair copies the byte at s.p[i] as it is. */
static bool is_plain(wq_str s, size_t i)
{
    return (unsigned char)s.p[i] < 0x80 && s.p[i] != '\r' && s.p[i] != 0;
}

/* Bytes from i on that repair copies as they are, at most a few hundred. */
static size_t plain_run(wq_str s, size_t i)
{
    size_t n = 0;
    for (size_t step; n < 256 && i + n < s.n; n += step) {
        step = is_plain(s, i + n) ? 1 : is_pair(s, i + n) ? 2 : 0;
        if (step == 0)
            break;
    }
    return n;
}

wq_str utf8_repair(arena *a, wq_str s, uint32_t *bad)
{
    *bad = 0;
    if (str_starts(s, STR("\xef\xbb\xbf")))
        s = str_sub(s, 3, s.n);
    if (s.n == 0 || is_clean(s))
        return s;
    char *out = arena_alloc(a, s.n * 3 + 1);
    size_t w = 0;
    for (size_t i = 0; i < s.n;) {
        size_t run = plain_run(s, i);
        memcpy(out + w, s.p + i, run);
        w += run;
        i += run;
        if (i == s.n)
            break;
        uint32_t cp;
        unsigned len = utf8_decode(s.p + i, s.n - i, &cp);
        if (len == 0 || cp == 0) {
            w += utf8_encode(0xfffd, out + w);
            i += len ? len : bad_run(s, i);
            ++*bad;
        } else if (cp == '\r') {
            out[w++] = '\n';
            i += i + 1 < s.n && s.p[i + 1] == '\n' ? 2 : 1;
        } else {
            memcpy(out + w, s.p + i, len);
            w += len;
            i += len;
        }
    }
    return (wq_str){ out, w };
}
