#include "base/json.h"

static void escape(buf *b, unsigned char c)
{
    switch (c) {
    case '"':
        buf_str(b, STR("\\\""));
        break;
    case '\\':
        buf_str(b, STR("\\\\"));
        break;
    case '\n':
        buf_str(b, STR("\\n"));
        break;
    case '\t':
        buf_str(b, STR("\\t"));
        break;
    default:
        buf_printf(b, "\\u%04x", c);
    }
}

/* Has it to be escaped, or may it (the first byte of a line separator)?  Of both: as a number, without branches. */
static unsigned is_special(unsigned char c)
{
    return (unsigned)(c < 0x20) | (c == '"') | (c == '\\') | (c == 0x7f) | (c == 0xe2);
}

/* Is one of BLOCK bytes special?  The compiler looks at sixteen of them at a time. */
enum { BLOCK = 32 };
static bool has_special(const char *p)
{
    unsigned char any = 0;
    for (int i = 0; i < BLOCK; i++)
        any |= (unsigned char)is_special((unsigned char)p[i]);
    return any;
}

/* The first special byte from s.p[i] on; most are none. */
static size_t next_special(wq_str s, size_t i)
{
    while (i + BLOCK <= s.n && !has_special(s.p + i))
        i += BLOCK;
    while (i < s.n && !is_special((unsigned char)s.p[i]))
        i++;
    return i;
}

static bool is_line_separator(wq_str s, size_t i)
{
    return i + 2 < s.n && (unsigned char)s.p[i] == 0xe2 &&
           (unsigned char)s.p[i + 1] == 0x80 && ((unsigned char)s.p[i + 2] | 1) == 0xa9;
}

/* From the first special byte on, which is s.p[i]. */
static void escape_from(buf *b, wq_str s, size_t i)
{
    size_t from = 0;
    for (; i < s.n; i = next_special(s, i + 1)) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == 0xe2 && !is_line_separator(s, i))
            continue;
        buf_add(b, s.p + from, i - from);
        if (c == 0xe2) {
            buf_printf(b, "\\u202%c", (unsigned char)s.p[i + 2] == 0xa8 ? '8' : '9');
            i += 2;
        } else {
            escape(b, c);
        }
        from = i + 1;
    }
    buf_add(b, s.p + from, s.n - from);
}

void json_str(buf *b, wq_str s)
{
    if (!s.p) {
        buf_str(b, STR("null"));
        return;
    }
    buf_char(b, '"');
    size_t special = next_special(s, 0);
    if (special < s.n)
        escape_from(b, s, special);
    else
        buf_str(b, s);
    buf_char(b, '"');
}

/* A comma is wanted unless the last byte opens something or ends a key. */
static bool wants_comma(const buf *b)
{
    char last = b->n ? b->p[b->n - 1] : '\n';
    return last != '{' && last != '[' && last != ':' && last != '\n';
}

void json_key(buf *b, const char *key)
{
    size_t n = strlen(key); /* a word of ours: nothing of it is special */
    char *start = buf_room(b, n + sizeof ",\"\":"), *to = start;
    if (!start)
        return;
    if (wants_comma(b))
        *to++ = ',';
    *to++ = '"';
    memcpy(to, key, n);
    to += n;
    *to++ = '"';
    *to++ = ':';
    b->n += (size_t)(to - start);
}

void json_key_str(buf *b, const char *key, wq_str s)
{
    json_key(b, key);
    json_str(b, s);
}

void json_key_int(buf *b, const char *key, long long v)
{
    json_key(b, key);
    if (v < 0)
        buf_char(b, '-');
    buf_uint(b, v < 0 ? -(uint64_t)v : (uint64_t)v);
}

void json_open(buf *b, char bracket)
{
    if (wants_comma(b))
        buf_char(b, ',');
    buf_char(b, bracket);
}

void json_close(buf *b, char bracket)
{
    buf_char(b, bracket);
}
