/* Folding.  The tables of presentation forms are the compatibility decompositions of UnicodeData.txt
 * (Unicode 15), marks left out; the merges of FOLD_FULL are those Arabic search engines make
 * (Lucene's ArabicNormalizer), hamza on waw and yeh kept apart.                                     */
#include "script/fold.h"

#include "base/utf8.h"

static const uint16_t FORMS_A[] = {
    /* U+FB50..U+FBB1 */
    0x671, 0x671, 0x67b, 0x67b, 0x67b, 0x67b, 0x67e, 0x67e, 0x67e, 0x67e, 0x680,
    0x680, 0x680, 0x680, 0x67a, 0x67a, 0x67a, 0x67a, 0x67f, 0x67f, 0x67f, 0x67f,
    0x679, 0x679, 0x679, 0x679, 0x6a4, 0x6a4, 0x6a4, 0x6a4, 0x6a6, 0x6a6, 0x6a6,
    0x6a6, 0x684, 0x684, 0x684, 0x684, 0x683, 0x683, 0x683, 0x683, 0x686, 0x686,
    0x686, 0x686, 0x687, 0x687, 0x687, 0x687, 0x68d, 0x68d, 0x68c, 0x68c, 0x68e,
    0x68e, 0x688, 0x688, 0x698, 0x698, 0x691, 0x691, 0x6a9, 0x6a9, 0x6a9, 0x6a9,
    0x6af, 0x6af, 0x6af, 0x6af, 0x6b3, 0x6b3, 0x6b3, 0x6b3, 0x6b1, 0x6b1, 0x6b1,
    0x6b1, 0x6ba, 0x6ba, 0x6bb, 0x6bb, 0x6bb, 0x6bb, 0x6c0, 0x6c0, 0x6c1, 0x6c1,
    0x6c1, 0x6c1, 0x6be, 0x6be, 0x6be, 0x6be, 0x6d2, 0x6d2, 0x6d3, 0x6d3,
};
static const uint16_t FORMS_A2[] = {
    /* U+FBD3..U+FBE9 */
    0x6ad, 0x6ad, 0x6ad, 0x6ad, 0x6c7, 0x6c7, 0x6c6, 0x6c6, 0x6c8, 0x6c8, 0x6c7, 0x6cb,
    0x6cb, 0x6c5, 0x6c5, 0x6c9, 0x6c9, 0x6d0, 0x6d0, 0x6d0, 0x6d0, 0x649, 0x649,
};
static const uint16_t FORMS_A3[] = {
    /* U+FBFC..U+FBFF */
    0x6cc,
    0x6cc,
    0x6cc,
    0x6cc,
};
static const uint16_t FORMS_B[] = {
    /* U+FE70..U+FEFC */
    0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
    0x000, 0x000, 0x000, 0x000, 0x621, 0x622, 0x622, 0x623, 0x623, 0x624, 0x624, 0x625,
    0x625, 0x626, 0x626, 0x626, 0x626, 0x627, 0x627, 0x628, 0x628, 0x628, 0x628, 0x629,
    0x629, 0x62a, 0x62a, 0x62a, 0x62a, 0x62b, 0x62b, 0x62b, 0x62b, 0x62c, 0x62c, 0x62c,
    0x62c, 0x62d, 0x62d, 0x62d, 0x62d, 0x62e, 0x62e, 0x62e, 0x62e, 0x62f, 0x62f, 0x630,
    0x630, 0x631, 0x631, 0x632, 0x632, 0x633, 0x633, 0x633, 0x633, 0x634, 0x634, 0x634,
    0x634, 0x635, 0x635, 0x635, 0x635, 0x636, 0x636, 0x636, 0x636, 0x637, 0x637, 0x637,
    0x637, 0x638, 0x638, 0x638, 0x638, 0x639, 0x639, 0x639, 0x639, 0x63a, 0x63a, 0x63a,
    0x63a, 0x641, 0x641, 0x641, 0x641, 0x642, 0x642, 0x642, 0x642, 0x643, 0x643, 0x643,
    0x643, 0x644, 0x644, 0x644, 0x644, 0x645, 0x645, 0x645, 0x645, 0x646, 0x646, 0x646,
    0x646, 0x647, 0x647, 0x647, 0x647, 0x648, 0x648, 0x649, 0x649, 0x64a, 0x64a, 0x64a,
    0x64a, 0x644, 0x644, 0x644, 0x644, 0x644, 0x644, 0x644, 0x644,
};

enum {
    AR_ALEF_MADDA = 0x622,
    AR_ALEF_HAMZA = 0x623,
    AR_ALEF_HAMZA_BELOW = 0x625,
    AR_ALEF = 0x627,
    AR_TEH_MARBUTA = 0x629,
    AR_TATWEEL = 0x640,
    AR_HEH = 0x647,
    AR_ALEF_MAKSURA = 0x649,
    AR_YEH = 0x64a,
    AR_ALEF_WASLA = 0x671,
    LAM_ALEF_FIRST = 0xfef5,
    LAM_ALEF_LAST = 0xfefc
};

static bool in(uint32_t cp, uint32_t from, uint32_t to)
{
    return cp >= from && cp <= to;
}

bool cp_is_mark(uint32_t cp)
{
    if (cp < 0x610)
        return cp == 0xad;
    if (cp < 0x800)
        return in(cp, 0x610, 0x61a) || cp == 0x61c || cp == AR_TATWEEL ||
               in(cp, 0x64b, 0x65f) || cp == 0x670 || in(cp, 0x6d6, 0x6ed);
    return in(cp, 0x8d3, 0x8ff) || in(cp, 0x200b, 0x200f) || in(cp, 0x202a, 0x202e) ||
           in(cp, 0x2060, 0x2064) || in(cp, 0x2066, 0x206f) || in(cp, 0xfe00, 0xfe0f) ||
           in(cp, 0xfe70, 0xfe7f) || cp == 0xfeff;
}

bool cp_is_arabic_letter(uint32_t cp)
{
    return in(cp, 0x620, 0x63f) || in(cp, 0x641, 0x64a) || in(cp, 0x66e, 0x66f) ||
           in(cp, 0x671, 0x6d3) || cp == 0x6d5 || in(cp, 0x6ee, 0x6ef) ||
           in(cp, 0x6fa, 0x6ff) || in(cp, 0x750, 0x77f) || in(cp, 0x8a0, 0x8c9) ||
           in(cp, 0xfb50, 0xfbb1) || in(cp, 0xfbd3, 0xfd3d) || in(cp, 0xfd50, 0xfdfb) ||
           in(cp, 0xfe80, 0xfefc);
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

static uint32_t presentation(uint32_t cp)
{
    uint32_t base = 0;
    if (in(cp, 0xfb50, 0xfbb1))
        base = FORMS_A[cp - 0xfb50];
    else if (in(cp, 0xfbd3, 0xfbe9))
        base = FORMS_A2[cp - 0xfbd3];
    else if (in(cp, 0xfbfc, 0xfbff))
        base = FORMS_A3[cp - 0xfbfc];
    else if (in(cp, 0xfe70, 0xfefc))
        base = FORMS_B[cp - 0xfe70];
    return base ? base : cp;
}

/* Letters of Persian, Urdu, Kurdish and Maghrebi Arabic as those the press writes for them elsewhere. */
static const struct {
    uint16_t from, to;
} FOREIGN[] = {
    { 0x620, AR_YEH }, /* Kashmiri yeh */
    { 0x66f, 0x642 },  /* dotless qaf */
    { 0x672, AR_ALEF_HAMZA },  { 0x673, AR_ALEF_HAMZA_BELOW },
    { 0x679, 0x62a },                            /* tteh */
    { 0x67e, 0x628 },                            /* peh */
    { 0x686, 0x62c },                            /* tcheh */
    { 0x688, 0x62f },                            /* ddal */
    { 0x691, 0x631 },                            /* rreh */
    { 0x695, 0x631 },                            /* reh with small v */
    { 0x698, 0x632 },                            /* jeh */
    { 0x6a2, 0x641 },                            /* Maghrebi feh */
    { 0x6a4, 0x641 },                            /* veh */
    { 0x6a5, 0x641 },          { 0x6a7, 0x642 }, /* Maghrebi qaf */
    { 0x6a8, 0x642 },                            /* qaf with three dots: Gafsa */
    { 0x6a9, 0x643 },                            /* keheh */
    { 0x6aa, 0x643 },          { 0x6ad, 0x643 }, /* ng */
    { 0x6af, 0x643 },                            /* gaf */
    { 0x6b5, 0x644 },                            /* lam with small v */
    { 0x6ba, 0x646 },                            /* noon ghunna */
    { 0x6be, AR_HEH },         { 0x6c0, AR_HEH },
    { 0x6c1, AR_HEH },         { 0x6c2, AR_HEH },
    { 0x6c3, AR_TEH_MARBUTA }, { 0x6c4, 0x648 },
    { 0x6c5, 0x648 },          { 0x6c6, 0x648 },
    { 0x6c7, 0x648 },          { 0x6c8, 0x648 },
    { 0x6c9, 0x648 },          { 0x6ca, 0x648 },
    { 0x6cb, 0x648 },          { 0x6cc, AR_YEH },
    { 0x6cd, AR_YEH },         { 0x6ce, AR_YEH },
    { 0x6d0, AR_YEH },         { 0x6d1, AR_YEH },
    { 0x6d2, AR_YEH },         { 0x6d3, 0x626 },
    { 0x6d5, AR_HEH },         { 0x762, 0x643 }, /* Moroccan gaf */
    { 0x763, 0x643 },
};

static uint32_t to_arabic(uint32_t cp)
{
    size_t low = 0, high = sizeof FOREIGN / sizeof *FOREIGN;
    if (cp > 0x620 && cp < 0x66f)
        return cp; /* the letters of Arabic proper */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (FOREIGN[middle].from == cp)
            return FOREIGN[middle].to;
        if (FOREIGN[middle].from < cp)
            low = middle + 1;
        else
            high = middle;
    }
    return cp;
}

static uint32_t merge(uint32_t cp)
{
    switch (cp) {
    case AR_ALEF_MADDA:
    case AR_ALEF_HAMZA:
    case AR_ALEF_HAMZA_BELOW:
    case AR_ALEF_WASLA:
        return AR_ALEF;
    case AR_ALEF_MAKSURA:
        return AR_YEH;
    case AR_TEH_MARBUTA:
        return AR_HEH;
    default:
        return cp;
    }
}

/* Lam-alef ligatures: U+FEF5/6 madda, 7/8 hamza above, 9/A hamza below, B/C plain. */
static uint32_t ligature_alef(uint32_t cp)
{
    static const uint16_t alef[] = { AR_ALEF_MADDA, AR_ALEF_HAMZA, AR_ALEF_HAMZA_BELOW,
                                     AR_ALEF };
    return alef[(cp - LAM_ALEF_FIRST) / 2];
}

uint32_t fold_cp(uint32_t cp, fold_level level, uint32_t *second)
{
    *second = 0;
    if (cp < 0x80)
        return in(cp, 'A', 'Z') ? cp + 32 : cp;
    if (in(cp, 0xc0, 0xde) && cp != 0xd7)
        return cp + 32; /* Latin-1 capitals */
    if (cp_is_mark(cp))
        return 0;
    if (cp_is_digit(cp))
        return '0' + cp_digit(cp);
    if (in(cp, LAM_ALEF_FIRST, LAM_ALEF_LAST)) {
        uint32_t alef = ligature_alef(cp);
        *second = level == FOLD_FULL ? merge(alef) : alef;
        return 0x644;
    }
    if (cp >= 0xfb50)
        cp = presentation(cp);
    cp = to_arabic(cp);
    if (cp == AR_ALEF_WASLA)
        cp = AR_ALEF;
    return level == FOLD_FULL ? merge(cp) : cp;
}

/* A hamza or madda stored as a mark of its own (decomposed text) joins the letter before it. */
static uint32_t compose(uint32_t letter, uint32_t mark)
{
    enum { MADDA = 0x653, HAMZA_ABOVE, HAMZA_BELOW };
    if (letter == AR_ALEF)
        return mark == MADDA         ? AR_ALEF_MADDA
               : mark == HAMZA_ABOVE ? AR_ALEF_HAMZA
                                     : AR_ALEF_HAMZA_BELOW;
    if (mark == HAMZA_ABOVE && letter == 0x648)
        return 0x624;
    if (mark == HAMZA_ABOVE && (letter == AR_YEH || letter == AR_ALEF_MAKSURA))
        return 0x626;
    return letter;
}

size_t fold_into(wq_str in_, fold_level level, char *out)
{
    size_t w = 0, letter = 0; /* where the last letter was written */
    uint32_t last = 0;
    for (size_t i = 0; i < in_.n;) {
        uint32_t cp, second = 0;
        unsigned len = utf8_decode(in_.p + i, in_.n - i, &cp);
        i += len ? len : 1;
        if (in(cp, 0x653, 0x655) && last) {
            uint32_t whole = compose(last, cp);
            w = letter +
                utf8_encode(level == FOLD_FULL ? merge(whole) : whole, out + letter);
            last = 0;
            continue;
        }
        uint32_t f = len ? fold_cp(cp, level, &second) : 0;
        if (f == 0)
            continue;
        letter = w;
        last = second ? 0 : f;
        w += utf8_encode(f, out + w);
        if (second)
            w += utf8_encode(second, out + w);
    }
    return w;
}

wq_str fold_str(arena *a, wq_str in_, fold_level level)
{
    char *out = arena_alloc(a, in_.n * 2 + 1);
    return (wq_str){ out, fold_into(in_, level, out) };
}

/* Is there a letter at s.p[i] that FOLD_FULL merges?  They are all of two bytes. */
static bool is_merged(wq_str s, size_t i)
{
    unsigned char a = (unsigned char)s.p[i], b = (unsigned char)s.p[i + 1];
    return (a == 0xd8 && (b == 0xa2 || b == 0xa3 || b == 0xa5 || b == 0xa9)) ||
           (a == 0xd9 && b == 0x89);
}

wq_str fold_norm(arena *a, wq_str norm)
{
    for (size_t i = 0; i + 1 < norm.n; i++)
        if (is_merged(norm, i))
            return fold_str(a, norm, FOLD_FULL);
    return norm;
}
