#include "page/json_flat.h"

#include "base/utf8.h"

enum { BLOCK = 32 };

int json_hex4(const char *p)
{
    int v = 0;
    for (int i = 0; i < 4; i++) {
        char c = p[i];
        int d = c >= '0' && c <= '9'                     ? c - '0'
                : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                         : -1;
        if (d < 0)
            return -1;
        v = v * 16 + d;
    }
    return v;
}

/* ---- strings ------------------------------------------------------------------------------ */

static unsigned is_mark(char c)
{
    return (unsigned)(c == '"') | (c == '\\');
}

/* The compiler looks at sixteen of them at a time. */
static bool has_mark(const char *p)
{
    unsigned char any = 0;
    for (int i = 0; i < BLOCK; i++)
        any |= (unsigned char)is_mark(p[i]);
    return any;
}

/* The next quotation mark or backslash, or the end. */
static const char *next_mark(const char *p, const char *end)
{
    while (end - p >= BLOCK && !has_mark(p))
        p += BLOCK;
    while (p < end && !is_mark(*p))
        p++;
    return p;
}

/* What the letter behind a backslash stands for; 0: nothing, or a code point in digits. */
static char escaped(char c)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *at = c ? strchr(from, c) : NULL;
    return at ? to[at - from] : '\0';
}

/* The code point of the escape at *p, behind its "\u", two halves together; -1 where it is none.  Moves *p behind it. */
static int32_t code_point(const char **p, const char *end)
{
    int high = end - *p >= 4 ? json_hex4(*p) : -1;
    *p += 4;
    if (high < 0xd800 || high > 0xdfff)
        return high > 0 ? high : -1;
    bool pair = high < 0xdc00 && end - *p >= 6 && (*p)[0] == '\\' && (*p)[1] == 'u';
    int low = pair ? json_hex4(*p + 2) : -1;
    *p += 6;
    return low < 0xdc00 || low > 0xdfff
               ? -1
               : 0x10000 + ((high - 0xd800) << 10 | (low - 0xdc00));
}

/* Replaces *s, what stands between quotation marks, by what it means; false where an escape is none. */
static bool unescape(arena *a, wq_str *s)
{
    const char *p = s->p, *end = s->p + s->n, *mark;
    char *out = arena_room(a, s->n + 1);
    size_t n = 0;
    for (; (mark = memchr(p, '\\', (size_t)(end - p))) != NULL;) {
        memcpy(out + n, p, (size_t)(mark - p));
        n += (size_t)(mark - p);
        p = mark + 2;
        if (mark[1] == 'u') {
            int32_t cp = code_point(&p, end);
            if (cp < 0)
                return false;
            n += utf8_encode((uint32_t)cp, out + n);
        } else if ((out[n++] = escaped(mark[1])) == '\0') {
            return false;
        }
    }
    memcpy(out + n, p, (size_t)(end - p));
    n += (size_t)(end - p);
    out[n] = '\0';
    *s = (wq_str){ out, n };
    return true;
}

/* ---- members ------------------------------------------------------------------------------ */

static bool take(json_flat *f, wq_str word)
{
    while (f->p < f->end && (unsigned char)*f->p <= ' ')
        f->p++;
    wq_str rest = { f->p, (size_t)(f->end - f->p) };
    if (!str_starts(rest, word))
        return false;
    f->p += word.n;
    return true;
}

/* A string as it stands between its quotation marks; *has: with escapes. */
static bool read_raw(json_flat *f, wq_str *out, bool *has)
{
    if (!take(f, STR("\"")))
        return false;
    const char *from = f->p;
    *has = false;
    for (;;) {
        f->p = next_mark(f->p, f->end);
        if (f->end - f->p < 2) /* a string is not the last of an object */
            return false;
        if (*f->p == '"')
            break;
        *has = true;
        f->p += 2;
    }
    *out = (wq_str){ from, (size_t)(f->p++ - from) };
    return true;
}

bool json_flat_open(json_flat *f, wq_str s)
{
    *f = (json_flat){ s.p, s.p + s.n, false };
    return s.n && take(f, STR("{"));
}

bool json_flat_next(json_flat *f, arena *a, wq_str *key, wq_str *value)
{
    bool has = false;
    if (f->ended || !read_raw(f, key, &has) || has || !take(f, STR(":")))
        return false;
    if (take(f, STR("null")))
        *value = (wq_str){ NULL, 0 };
    else if (!read_raw(f, value, &has) || (has && !unescape(a, value)))
        return false;
    f->ended = take(f, STR("}"));
    return f->ended || take(f, STR(","));
}
