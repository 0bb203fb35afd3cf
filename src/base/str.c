/* Slices: pointer and length, borrowed, not NUL-terminated. */
#include "base/base.h"

int str_cmp(wq_str a, wq_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

wq_str str_sub(wq_str s, size_t from, size_t to)
{
    if (to > s.n)
        to = s.n;
    if (from > to)
        from = to;
    return (wq_str){ s.p ? s.p + from : "", to - from };
}

static size_t leading_space(wq_str s)
{
    if (s.n && (s.p[0] == ' ' || (s.p[0] >= '\t' && s.p[0] <= '\r')))
        return 1;
    if (s.n > 1 && (unsigned char)s.p[0] == 0xc2 && (unsigned char)s.p[1] == 0xa0)
        return 2; /* NBSP */
    return 0;
}

static size_t trailing_space(wq_str s)
{
    char c = s.n ? s.p[s.n - 1] : 'x';
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (s.n > 1 && (unsigned char)c == 0xa0 && (unsigned char)s.p[s.n - 2] == 0xc2)
        return 2;
    return 0;
}

wq_str str_trim(wq_str s)
{
    for (size_t k; (k = leading_space(s)) != 0;)
        s = str_sub(s, k, s.n);
    for (size_t k; (k = trailing_space(s)) != 0;)
        s.n -= k;
    return s;
}

ptrdiff_t str_find(wq_str s, wq_str needle)
{
    enum { SHORT = 96 }; /* memmem() would be busy preparing */
    if (needle.n == 0 || s.n < needle.n)
        return needle.n == 0 ? 0 : -1;
    if (needle.n == 1) {
        const char *one = memchr(s.p, needle.p[0], s.n);
        return one ? one - s.p : -1;
    }
    if (s.n <= SHORT) {
        for (size_t i = 0; i + needle.n <= s.n; i++)
            if (s.p[i] == needle.p[0] && s.p[i + 1] == needle.p[1] &&
                memcmp(s.p + i, needle.p, needle.n) == 0)
                return (ptrdiff_t)i;
        return -1;
    }
    const char *hit = memmem(s.p, s.n, needle.p, needle.n);
    return hit ? hit - s.p : -1;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool str_eq_nocase(wq_str a, wq_str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (lower(a.p[i]) != lower(b.p[i]))
            return false;
    return true;
}

ptrdiff_t str_find_nocase(wq_str s, wq_str needle)
{
    for (size_t i = 0; i + needle.n <= s.n; i++)
        if (str_eq_nocase((wq_str){ s.p + i, needle.n }, needle))
            return (ptrdiff_t)i;
    return -1;
}

bool str_next(wq_str *rest, char separator, wq_str *piece)
{
    if (!rest->p)
        return false;
    const char *at = rest->n ? memchr(rest->p, separator, rest->n) : NULL;
    if (at) {
        *piece = (wq_str){ rest->p, (size_t)(at - rest->p) };
        *rest = (wq_str){ at + 1, rest->n - piece->n - 1 };
    } else {
        *piece = *rest;
        *rest = (wq_str){ NULL, 0 };
    }
    return true;
}

bool str_listed(wq_str list, char separator, wq_str one)
{
    while (list.n > one.n) {
        if (list.p[one.n] == separator && memcmp(list.p, one.p, one.n) == 0)
            return true;
        const char *at = memchr(list.p, separator, list.n);
        if (!at)
            return false;
        size_t past = (size_t)(at - list.p) + 1;
        list = (wq_str){ list.p + past, list.n - past };
    }
    return list.n && str_eq(list, one);
}

uint64_t hash_bytes(uint64_t seed, const void *p, size_t n)
{
    const unsigned char *b = p;
    for (size_t i = 0; i < n; i++)
        seed = hash_byte(seed, b[i]);
    return seed;
}
