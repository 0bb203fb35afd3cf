#include "input/xml.h"

#include "base/utf8.h"

/* A '>' within quotes is looked for no further than this, so that a stray quote costs little. */
enum { LONGEST_TAG = 4096 };

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Past the '>' that ends the tag at s.p[0]; s.n where there is none. */
static size_t tag_length(wq_str s)
{
    char quote = 0;
    for (size_t i = 1; i < s.n && i < LONGEST_TAG; i++) {
        char c = s.p[i];
        if (quote ? c == quote : (c == '"' || c == '\'') && s.p[i - 1] == '=')
            quote = quote ? 0 : c;
        else if (!quote && c == '>')
            return i + 1;
    }
    const char *end = memchr(s.p, '>', s.n);
    return end ? (size_t)(end - s.p) + 1 : s.n;
}

static size_t past(wq_str s, wq_str end)
{
    ptrdiff_t at = str_find(s, end);
    return at < 0 ? s.n : (size_t)at + end.n;
}

static void read_tag(wq_str tag, xml_token *t)
{
    t->kind = XML_OPEN;
    wq_str in = str_sub(tag, 1, tag.n - (tag.p[tag.n - 1] == '>'));
    if (in.n && in.p[0] == '/') {
        t->kind = XML_CLOSE;
        in = str_sub(in, 1, in.n);
    } else if (in.n && in.p[in.n - 1] == '/') {
        t->kind = XML_EMPTY;
        in.n--;
    }
    size_t n = 0;
    while (n < in.n && !is_space(in.p[n]))
        n++;
    t->name = str_sub(in, 0, n);
    t->inside = str_sub(in, n, in.n);
}

/* At '<'.  False for what is stepped over; *length is its size in any case. */
static bool read_markup(wq_str s, xml_token *t, size_t *length)
{
    if (str_starts(s, STR("<![CDATA["))) {
        wq_str rest = str_sub(s, 9, s.n);
        size_t n = past(rest, STR("]]>"));
        bool closed = n >= 3 && str_ends(str_sub(rest, 0, n), STR("]]>"));
        t->kind = XML_CDATA;
        t->inside = str_sub(rest, 0, closed ? n - 3 : n);
        *length = 9 + n;
        return true;
    }
    if (str_starts(s, STR("<!--"))) {
        *length = past(s, STR("-->"));
        return false;
    }
    if (s.n > 1 && (s.p[1] == '!' || s.p[1] == '?')) {
        *length = past(s, STR(">"));
        return false;
    }
    *length = tag_length(s);
    read_tag(str_sub(s, 0, *length), t);
    return true;
}

/* '<' begins markup where a name, '/', '!' or '?' follows. */
static bool is_markup(wq_str s)
{
    char c = s.n > 1 ? s.p[1] : ' ';
    return s.p[0] == '<' &&
           (c == '/' || c == '!' || c == '?' || c == '_' ||
            ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80);
}

static size_t text_length(wq_str s)
{
    const char *open = s.n > 1 ? memchr(s.p + 1, '<', s.n - 1) : NULL;
    return open ? (size_t)(open - s.p) : s.n;
}

bool xml_next(wq_str all, size_t *at, xml_token *t)
{
    while (*at < all.n) {
        wq_str s = str_sub(all, *at, all.n);
        size_t length;
        bool token = true;
        *t = (xml_token){ .kind = XML_TEXT, .at = *at };
        if (is_markup(s)) {
            token = read_markup(s, t, &length);
        } else {
            length = text_length(s);
            t->inside = str_sub(s, 0, length);
        }
        *at += length;
        t->end = *at;
        if (token)
            return true;
    }
    return false;
}

wq_str xml_attribute(wq_str attributes, const char *name)
{
    wq_str want = str_of(name);
    size_t i = 0;
    while (i < attributes.n) {
        while (i < attributes.n && is_space(attributes.p[i]))
            i++;
        size_t from = i;
        while (i < attributes.n && attributes.p[i] != '=' && !is_space(attributes.p[i]))
            i++;
        wq_str key = str_sub(attributes, from, i);
        while (i < attributes.n && (is_space(attributes.p[i]) || attributes.p[i] == '='))
            i++;
        char quote = i < attributes.n ? attributes.p[i] : ' ';
        bool quoted = quote == '"' || quote == '\'';
        from = i += quoted;
        while (i < attributes.n &&
               (quoted ? attributes.p[i] != quote : !is_space(attributes.p[i])))
            i++;
        if (str_eq_nocase(key, want))
            return str_sub(attributes, from, i);
        i++;
    }
    return (wq_str){ NULL, 0 };
}

/* ---- entities ------------------------------------------------------------------------- */

static uint32_t number(wq_str digits, unsigned base)
{
    uint32_t v = 0;
    for (size_t i = 0; i < digits.n && v <= 0x10ffff; i++) {
        char c = (char)(digits.p[i] | 32);
        uint32_t d = c >= '0' && c <= '9' ? (uint32_t)(digits.p[i] - '0')
                     : c >= 'a'           ? (uint32_t)(c - 'a') + 10
                                          : 99;
        if (d >= base)
            return 0;
        v = v * base + d;
    }
    return v;
}

/* 0: not one of ours. */
static uint32_t entity(wq_str name)
{
    static const struct {
        const char *name;
        uint32_t cp;
    } named[] = {
        { "lt", '<' }, { "gt", '>' }, { "amp", '&' }, { "quot", '"' }, { "apos", '\'' }
    };
    if (name.n > 1 && name.p[0] == '#') {
        bool hex = (name.p[1] | 32) == 'x';
        uint32_t cp = number(str_sub(name, hex ? 2 : 1, name.n), hex ? 16 : 10);
        return cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000) ? 0xfffd : cp;
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_eq(name, str_of(named[i].name)))
            return named[i].cp;
    return 0;
}

void xml_unescape(buf *out, wq_str s)
{
    while (s.n) {
        const char *amp = memchr(s.p, '&', s.n);
        size_t plain = amp ? (size_t)(amp - s.p) : s.n;
        buf_add(out, s.p, plain);
        s = str_sub(s, plain, s.n);
        if (!s.n)
            return;
        wq_str near = str_sub(s, 1, 12);
        const char *semicolon = near.n ? memchr(near.p, ';', near.n) : NULL;
        size_t n = semicolon ? (size_t)(semicolon - near.p) : 0;
        uint32_t cp = n ? entity(str_sub(near, 0, n)) : 0;
        if (cp) {
            char letter[4];
            buf_add(out, letter, utf8_encode(cp, letter));
            s = str_sub(s, n + 2, s.n);
        } else {
            buf_char(out, '&');
            s = str_sub(s, 1, s.n);
        }
    }
}
