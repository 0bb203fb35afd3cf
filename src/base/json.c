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
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool plain = c >= 0x80 ? c != 0xe2 || !is_line_separator(s, i)
                               : c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
        if (plain)
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
    json_key(b, key);
    buf_printf(b, "%lld", v);
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
