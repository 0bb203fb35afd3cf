/* What kind of sign a code point is, by the blocks of Unicode 15. */
#include "script/fold.h"

static bool in(uint32_t cp, uint32_t from, uint32_t to)
{
    return cp >= from && cp <= to;
}

bool cp_is_rare_arabic_letter(uint32_t cp)
{
    if (in(cp, 0xfc5e, 0xfc63) || in(cp, 0xfcf2, 0xfcf4))
        return false; /* harakat over shadda */
    return in(cp, 0x66e, 0x66f) || in(cp, 0x671, 0x6d3) || cp == 0x6d5 ||
           in(cp, 0x6ee, 0x6ef) || in(cp, 0x6fa, 0x6ff) || in(cp, 0x750, 0x77f) ||
           in(cp, 0x8a0, 0x8c9) || in(cp, 0xfb50, 0xfbb1) || in(cp, 0xfbd3, 0xfd3d) ||
           in(cp, 0xfd50, 0xfdf9) || cp == 0xfdfc || in(cp, 0xfe80, 0xfefc);
}

bool cp_is_digit(uint32_t cp)
{
    return in(cp, '0', '9') || in(cp, 0x660, 0x669) || in(cp, 0x6f0, 0x6f9);
}

uint32_t cp_digit(uint32_t cp)
{
    return cp <= '9' ? cp - '0' : cp <= 0x669 ? cp - 0x660 : cp - 0x6f0;
}

bool cp_is_space(uint32_t cp)
{
    return cp == ' ' || in(cp, '\t', '\r') || cp == 0xa0 || in(cp, 0x2000, 0x200a) ||
           cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x3000;
}
