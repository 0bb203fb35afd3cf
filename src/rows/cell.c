#include "rows/cell.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

#define FSI "\xe2\x81\xa8" /* U+2068: keeps the direction of a cell to itself */
#define PDI "\xe2\x81\xa9" /* U+2069 */

static bool is_blank(uint32_t cp)
{
    return cp <= 0x20 || cp == 0x7f || (cp >= 0x80 && cp <= 0xa0) || cp == 0x2028 ||
           cp == 0x2029;
}

/* Marks that turn text around belong to who lays it out. */
static bool is_direction(uint32_t cp)
{
    return (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069) ||
           cp == 0x200e || cp == 0x200f || cp == 0x61c;
}

void cell_clean(buf *out, wq_str text)
{
    size_t from = out->n;
    bool blank = false;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp);
        len = len ? len : 1;
        if (is_blank(cp)) {
            blank = out->n > from;
        } else if (!is_direction(cp)) {
            if (blank)
                buf_char(out, ' ');
            buf_add(out, text.p + i, len);
            blank = false;
        }
        i += len;
    }
}

static unsigned width_of(uint32_t cp)
{
    if (cp < 0x300)
        return 1;
    uint32_t type = U_GET_GC_MASK((UChar32)cp);
    if (type & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK))
        return 0;
    int wide = u_getIntPropertyValue((UChar32)cp, UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

size_t cell_fit(wq_str text, unsigned width)
{
    unsigned at = 0;
    size_t i = 0;
    while (i < text.n) {
        uint32_t cp;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp), w = width_of(cp);
        if (at + w > width)
            break;
        at += w;
        i += len ? len : 1;
    }
    return i;
}

unsigned cell_width(wq_str text)
{
    unsigned width = 0;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp);
        width += width_of(cp);
        i += len ? len : 1;
    }
    return width;
}

size_t cell_line(wq_str text, unsigned width)
{
    size_t fits = cell_fit(text, width), n = fits;
    if (fits == text.n || text.p[fits] == ' ')
        return fits;
    while (n && text.p[n - 1] != ' ')
        n--;
    return n ? n : fits;
}

static bool is_right_to_left(wq_str text)
{
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp);
        UCharDirection d = cp < 0x590 ? U_LEFT_TO_RIGHT : u_charDirection((UChar32)cp);
        if (d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC || d == U_ARABIC_NUMBER)
            return true;
        i += len ? len : 1;
    }
    return false;
}

void cell_isolated(buf *out, wq_str text)
{
    bool isolate = is_right_to_left(text);
    if (isolate)
        buf_str(out, STR(FSI));
    buf_str(out, text);
    if (isolate)
        buf_str(out, STR(PDI));
}
