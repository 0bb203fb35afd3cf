#include "base/json.h"

#define EACH_BYTE 0x0101010101010101u

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

/* Has it to be escaped, or may it (the first byte of a line separator)? */
static bool is_special(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7f || c == 0xe2;
}

/* A byte that is 0, by its highest bit; exact as to whether there is one. */
static uint64_t zero_byte(uint64_t eight)
{
    return (eight - EACH_BYTE) & ~eight & EACH_BYTE << 7;
}

/* The first special byte from s.p[i] on; most eight bytes have none. */
static size_t next_special(wq_str s, size_t i)
{
    for (uint64_t x; i + 8 <= s.n; i += 8) {
        memcpy(&x, s.p + i, 8);
        if (((x - EACH_BYTE * 0x20) & ~x & EACH_BYTE << 7) |
            zero_byte(x ^ EACH_BYTE * '"') | zero_byte(x ^ EACH_BYTE * '\\') |
            zero_byte(x ^ EACH_BYTE * 0x7f) | zero_byte(x ^ EACH_BYTE * 0xe2))
            break;
    }
    while (i < s.n && !is_special((unsigned char)s.p[i]))
        i++;
    return i;
}

static bool is_line_separator(wq_str s, size_t i)
{
    return i + 2 < s.n && (unsigned char)s.p[i] == 0xe2 &&
           (unsigned char)s.p[i + 1] == 0x80 && ((unsigned char)s.p[i + 2] | 1) == 0xa9;
}

void json_str(buf *b, wq_str s)
{
    if (!s.p) {
        buf_str(b, STR("null"));
        return;
    }
    buf_char(b, '"');
    size_t from = 0;
    for (size_t i = next_special(s, 0); i < s.n; i = next_special(s, i + 1)) {
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
    buf_char(b, '"');
}

/* A comma is wanted unless the last byte opens something or ends a key. */
static void separate(buf *b)
{
    char last = b->n ? b->p[b->n - 1] : '\n';
    if (last != '{' && last != '[' && last != ':' && last != '\n')
        buf_char(b, ',');
}

void json_key(buf *b, const char *key)
{
    separate(b);
    buf_char(b, '"');
    buf_str(b, str_of(key)); /* a word of ours */
    buf_add(b, "\":", 2);
}

void json_key_str(buf *b, const char *key, wq_str s)
{
    json_key(b, key);
    json_str(b, s);
}

void json_key_int(buf *b, const char *key, long long v)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = v < 0 ? -(uint64_t)v : (uint64_t)v;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (v < 0)
        digits[--at] = '-';
    json_key(b, key);
    buf_add(b, digits + at, sizeof digits - at);
}

void json_open(buf *b, char bracket)
{
    separate(b);
    buf_char(b, bracket);
}

void json_close(buf *b, char bracket)
{
    buf_char(b, bracket);
}
