#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include "base/utf8.h"
#include "page/charset.h"

enum {
    META_REACH = 8192, /* bytes of a page in which its declaration is looked for */
    PROBE = 16384,     /* bytes looked at for UTF-16 */
    DETECT = 1 << 19,  /* bytes given to the detector */
    UTF8_SHARE = 4,    /* good sequences for each bad one that make a text UTF-8 */
    PIECE = 4096       /* code units converted at a time */
};

/* ---- declarations ------------------------------------------------------------------ */

static bool is_name_char(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           c == '-' || c == '_' || c == ':' || c == '.';
}

wq_str charset_declared(wq_str s)
{
    const wq_str key = STR("charset");
    s = str_sub(s, 0, META_REACH);
    for (ptrdiff_t at; (at = str_find_nocase(s, key)) >= 0;) {
        s = str_sub(s, (size_t)at + key.n, s.n);
        wq_str rest = str_trim(s);
        if (!str_starts(rest, STR("=")))
            continue;
        rest = str_trim(str_sub(rest, 1, rest.n));
        if (rest.n && (rest.p[0] == '"' || rest.p[0] == '\''))
            rest = str_sub(rest, 1, rest.n);
        size_t n = 0;
        while (n < rest.n && n < 40 && is_name_char(rest.p[n]))
            n++;
        if (n)
            return str_sub(rest, 0, n);
    }
    return (wq_str){ NULL, 0 };
}

/* ---- UTF-16 -------------------------------------------------------------------------- */

static uint32_t unit16(const unsigned char *p, bool big)
{
    return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static wq_str from_utf16(arena *a, wq_str s, bool big, uint32_t *bad)
{
    const unsigned char *p = (const unsigned char *)s.p;
    char *out = arena_alloc(a, s.n / 2 * 3 + 4);
    size_t w = 0, i = 0;
    for (; i + 1 < s.n; i += 2) {
        uint32_t u = unit16(p + i, big);
        if (u >= 0xd800 && u < 0xdc00 && i + 3 < s.n) {
            uint32_t v = unit16(p + i + 2, big);
            if (v >= 0xdc00 && v < 0xe000) {
                u = 0x10000 + ((u - 0xd800) << 10) + (v - 0xdc00);
                i += 2;
            }
        }
        if (u >= 0xd800 && u < 0xe000) {
            u = 0xfffd;
            ++*bad;
        }
        w += utf8_encode(u, out + w);
    }
    return (wq_str){ out, w };
}

/* UTF-16 without a mark: every second byte is zero, or the page of Arabic letters. */
static bool looks_utf16(wq_str s, bool *big)
{
    size_t high[2] = { 0, 0 }, n = s.n < PROBE ? s.n / 2 * 2 : PROBE;
    for (size_t i = 0; i < n; i++)
        high[i & 1] += s.p[i] == 0 || s.p[i] == 6;
    *big = high[0] > high[1];
    return n >= 16 && high[*big ? 0 : 1] * 10 > n * 4 && high[*big ? 1 : 0] * 20 < n;
}

/* ---- UTF-8 or not ----------------------------------------------------------------------- */

/* Nearly valid UTF-8 is UTF-8 with a scratch: pages cut teasers in the middle of a letter. */
static bool looks_utf8(wq_str s)
{
    size_t good = 0, broken = 0, i = 0;
    if (utf8_valid_prefix(s) == s.n)
        return true;
    while (i < s.n) {
        uint32_t cp;
        unsigned len = utf8_decode(s.p + i, s.n - i, &cp);
        good += len > 1;
        broken += len == 0;
        i += len ? len : 1;
    }
    return good >= broken * UTF8_SHARE;
}

/* ---- 8-bit charsets ------------------------------------------------------------------------ */

/* The article "al-" is the commonest pair of letters of any Arabic text.  Alef is C7 in all three of
 * windows-1256 (lam E1), ISO-8859-6 and MacArabic (lam E4).                                         */
static const char *arabic_charset(wq_str s)
{
    size_t windows = 0, iso = 0, c1 = 0, letters = 0;
    for (size_t i = 0; i + 1 < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i], d = (unsigned char)s.p[i + 1];
        letters += c >= 0xc1;
        c1 += c >= 0x80 && c < 0xa0;
        if (c != 0xc7)
            continue;
        windows += d == 0xe1;
        iso += d == 0xe4;
    }
    size_t most = windows > iso ? windows : iso;
    if (most < 2 || most * 60 < letters)
        return NULL;
    if (windows >= iso)
        return "windows-1256";
    return c1 * 20 > letters ? "macintosh-arabic" : "ISO-8859-6";
}

static void delete_detector(void *detector)
{
    uchardet_delete(detector);
}

static const char *detected_charset(arena *a, wq_str s)
{
    uchardet_t detector = uchardet_new();
    if (!detector)
        return "";
    arena_defer(a, delete_detector, detector);
    s = str_sub(s, 0, DETECT);
    if (uchardet_handle_data(detector, s.p, s.n) != 0)
        return "";
    uchardet_data_end(detector);
    return uchardet_get_charset(detector);
}

static void close_converter(void *converter)
{
    ucnv_close(converter);
}

static UConverter *open_converter(arena *a, const char *name)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = name && *name ? ucnv_open(name, &status) : NULL;
    if (!converter || U_FAILURE(status))
        return NULL;
    arena_defer(a, close_converter, converter);
    return converter;
}

/* ICU gives U+FFFD, or U+001A from some charsets, for what it cannot read. */
static size_t put_units(const UChar *units, size_t n, char *out, uint32_t *bad)
{
    size_t w = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t cp = units[i];
        if (U16_IS_LEAD(cp) && i + 1 < n && U16_IS_TRAIL(units[i + 1]))
            cp = (uint32_t)U16_GET_SUPPLEMENTARY(cp, units[++i]);
        else if (U16_IS_SURROGATE(cp) || cp == 0x1a)
            cp = 0xfffd;
        *bad += cp == 0xfffd;
        w += utf8_encode(cp, out + w);
    }
    return w;
}

static wq_str convert(arena *a, UConverter *converter, wq_str s, uint32_t *bad)
{
    UChar units[PIECE];
    const char *from = s.p, *end = s.p + s.n;
    size_t cap = s.n * 3 + 16, w = 0;
    char *out = arena_alloc(a, cap);
    UErrorCode status;
    do {
        UChar *to = units;
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &to, units + PIECE, &from, end, NULL, true, &status);
        size_t n = (size_t)(to - units);
        if (w + n * 3 > cap)
            break; /* no charset gives more than one unit for a byte; a broken table might */
        w += put_units(units, n, out + w, bad);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return (wq_str){ out, w };
}

/* Declarations that say nothing: defaults of servers, or UTF-8, which the bytes have refuted. */
static bool is_idle(wq_str name)
{
    static const char *const idle[] = { "utf-8",       "utf8",   "iso-8859-1",   "latin1",
                                        "us-ascii",    "ascii",  "windows-1252", "cp1252",
                                        "iso-8859-15", "utf-16", "utf-7",        "utf-16le",
                                        "utf-16be",    "unicode" };
    for (size_t i = 0; i < sizeof idle / sizeof idle[0]; i++)
        if (str_eq_nocase(name, str_of(idle[i])))
            return true;
    return name.n == 0;
}

static UConverter *choose_converter(arena *a, wq_str s, wq_str content_type)
{
    UConverter *converter = open_converter(a, arabic_charset(s));
    wq_str declared[] = { charset_declared(content_type), charset_declared(s) };
    for (size_t i = 0; !converter && i < 2; i++)
        if (!is_idle(declared[i]))
            converter = open_converter(a, arena_str(a, declared[i].p, declared[i].n).p);
    if (!converter)
        converter = open_converter(a, detected_charset(a, s));
    return converter ? converter : open_converter(a, "windows-1256");
}

/* ---- all ---------------------------------------------------------------------------------------- */

static wq_str to_utf8(arena *a, wq_str s, wq_str content_type, uint32_t *bad)
{
    bool big;
    if (str_starts(s, STR("\xef\xbb\xbf")))
        return s;
    if (str_starts(s, STR("\xff\xfe")) || str_starts(s, STR("\xfe\xff")))
        return from_utf16(a, str_sub(s, 2, s.n), s.p[0] == '\xfe', bad);
    if (looks_utf16(s, &big))
        return from_utf16(a, s, big, bad);
    if (looks_utf8(s))
        return s;
    UConverter *converter = choose_converter(a, s, content_type);
    return converter ? convert(a, converter, s, bad) : s;
}

wq_str charset_decode(arena *a, wq_str bytes, wq_str content_type, uint32_t *bad)
{
    uint32_t converted = 0, repaired = 0;
    wq_str s = bytes.n ? to_utf8(a, bytes, content_type, &converted) : bytes;
    s = utf8_repair(a, s, &repaired);
    *bad = converted + repaired;
    return s;
}
