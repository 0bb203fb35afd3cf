/* Folding by the tables that tools/foldc makes of data/script/fold*.tsv. */
#include "script/fold.h"

#include "base/utf8.h"
#include "script/tables.h"

enum {
    MADDA = 0x653,
    HAMZA_ABOVE,
    HAMZA_BELOW,
    AR_ALEF_MADDA = 0x622,
    AR_ALEF_HAMZA = 0x623,
    AR_ALEF_HAMZA_BELOW = 0x625,
    AR_ALEF = 0x627,
    AR_ALEF_MAKSURA = 0x649,
    AR_YEH = 0x64a
};

static bool in(uint32_t cp, uint32_t from, uint32_t to)
{
    return cp >= from && cp <= to;
}

static uint32_t in_pages(const uint16_t (*page)[FOLD_PAGE], const uint8_t *number,
                         uint32_t cp)
{
    unsigned p = number[cp / FOLD_PAGE];
    return p ? page[p][cp % FOLD_PAGE] : cp;
}

/* One code point, or the number of a sequence; 0 where it is dropped. */
static uint32_t fold_one(uint32_t cp, fold_level level)
{
    if (cp >= 0x10000)
        return cp;
    return level == FOLD_FULL ? in_pages(fold_full_page, fold_full_number, cp)
                              : in_pages(fold_norm_page, fold_norm_number, cp);
}

static bool is_sequence(uint32_t cp, uint32_t folded)
{
    return folded >= FOLD_LONG && folded < FOLD_LONG + fold_n_sequences && folded != cp;
}

static unsigned take_sequence(uint32_t folded, fold_level level, uint32_t out[FOLD_LONGEST])
{
    const uint16_t *from = level == FOLD_FULL ? fold_full_sequence[folded - FOLD_LONG]
                                              : fold_norm_sequence[folded - FOLD_LONG];
    unsigned n = 0;
    while (n < FOLD_LONGEST && from[n]) {
        out[n] = from[n];
        n++;
    }
    return n;
}

unsigned fold_cp(uint32_t cp, fold_level level, uint32_t out[FOLD_LONGEST])
{
    uint32_t f = fold_one(cp, level);
    if (is_sequence(cp, f))
        return take_sequence(f, level, out);
    out[0] = f;
    return f != 0;
}

bool cp_is_mark(uint32_t cp)
{
    return cp && fold_one(cp, FOLD_NORM) == 0;
}

/* A hamza or madda stored as a mark of its own (decomposed text) joins the letter before it. */
static uint32_t compose(uint32_t letter, uint32_t mark)
{
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

/* A fold under way: where the last letter was written, which a hamza behind it may still change. */
typedef struct folder {
    fold_level level;
    char *out;
    size_t n, letter;
    uint32_t last;
} folder;

/* Adds one code point; the letters it gave, none where it was dropped or joined the one before. */
static unsigned add(folder *f, uint32_t cp)
{
    uint32_t to[FOLD_LONGEST];
    if (in(cp, MADDA, HAMZA_BELOW) && f->last) {
        uint32_t whole = fold_one(compose(f->last, cp), f->level);
        f->n = f->letter + utf8_encode(whole, f->out + f->letter);
        f->last = 0;
        return 0;
    }
    unsigned n = fold_cp(cp, f->level, to);
    if (n == 0)
        return 0;
    f->letter = f->n;
    f->last = n == 1 ? to[0] : 0;
    for (unsigned i = 0; i < n; i++)
        f->n += utf8_encode(to[i], f->out + f->n);
    return n;
}

/* Signs of one byte that stay as they are and letters of two that stay single: nearly all of Arabic.  Returns the bytes of
 * `text` from `i` on that it has taken.                                                                            */
static size_t add_small(folder *f, wq_str text, size_t i)
{
    const unsigned char *p = (const unsigned char *)text.p;
    const unsigned other =
        f->level == FOLD_FULL ? FOLD_FULL_OTHER | FOLD_NORM_OTHER : FOLD_NORM_OTHER;
    const size_t from = i;
    char *out = f->out + f->n, *letter = NULL;
    uint32_t last = 0;
    while (i < text.n) {
        bool pair =
            p[i] >= 0xc2 && p[i] < 0xe0 && i + 1 < text.n && (p[i + 1] & 0xc0) == 0x80;
        uint32_t cp = pair ? (p[i] & 0x1fu) << 6 | (p[i + 1] & 0x3fu) : p[i];
        if (cp == 0 || (!pair && cp >= 0x80) || in(cp, MADDA, HAMZA_BELOW))
            break;
        uint32_t to = fold_class[cp] & other ? fold_one(cp, f->level) : cp;
        if (pair ? to < 0x80 || to >= 0x800 : to != cp)
            break;
        letter = out;
        last = to;
        if (pair)
            *out++ = (char)(0xc0 | to >> 6);
        *out++ = (char)(pair ? 0x80 | (to & 0x3f) : to);
        i += pair ? 2 : 1;
    }
    if (letter) {
        f->letter = (size_t)(letter - f->out);
        f->last = last;
        f->n = (size_t)(out - f->out);
    }
    return i - from;
}

size_t fold_into(wq_str text, fold_level level, char *out)
{
    folder f = { .level = level, .out = out };
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        i += add_small(&f, text, i);
        if (i >= text.n)
            break;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp);
        i += len ? len : 1;
        if (len)
            add(&f, cp);
    }
    return f.n;
}

/* A letter of two bytes that stays as it is. */
static bool is_plain(uint32_t cp)
{
    return cp < FOLD_SMALL && (fold_class[cp] & (FOLD_IS_LETTER | FOLD_NORM_OTHER |
                                                 FOLD_FULL_OTHER)) == FOLD_IS_LETTER;
}

/* Is the first letter one that stays as it is, with another letter and no mark behind it, and not that of `folded`? */
static bool begins_otherwise(wq_str text, wq_str folded)
{
    const unsigned char *p = (const unsigned char *)text.p;
    if (text.n < 4 || folded.n < 2 || p[0] < 0xc2 || p[0] >= 0xe0)
        return false;
    uint32_t first = (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu),
             next = (p[2] & 0x1fu) << 6 | (p[3] & 0x3fu);
    return is_plain(first) && (fold_class[next] & FOLD_IS_LETTER) &&
           memcmp(p, folded.p, 2) != 0;
}

/* Letter by letter: what a letter gave is compared when the next one comes, since a hamza behind it may change it. */
bool fold_is(wq_str text, wq_str folded)
{
    if (begins_otherwise(text, folded))
        return false;
    char letter[FOLD_LONGEST * 4];
    folder f = { .level = FOLD_FULL, .out = letter };
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp);
        bool plain = is_plain(cp), hamza = in(cp, MADDA, HAMZA_BELOW);
        i += len ? len : 1;
        if (len == 0 || (!plain && !hamza && cp_is_mark(cp)))
            continue;
        if (!hamza) {
            if (!str_starts(folded, (wq_str){ letter, f.n }))
                return false;
            folded = str_sub(folded, f.n, folded.n);
            f.n = f.letter = 0;
        }
        if (plain) {
            memcpy(letter, text.p + i - 2, 2);
            f.n = 2;
            f.last = cp;
        } else {
            add(&f, cp);
        }
    }
    return str_eq(folded, (wq_str){ letter, f.n });
}

/* Does folding change a letter of this text?  (Then one of its code points is another, or dropped.) */
static bool changes(wq_str text, fold_level level)
{
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp);
        if (len == 0 || fold_one(cp, level) != cp)
            return true;
        i += len;
    }
    return false;
}

wq_str fold_view(arena *a, wq_str text, fold_level level)
{
    return changes(text, level) ? fold_str(a, text, level) : text;
}

wq_str fold_str(arena *a, wq_str text, fold_level level)
{
    char *out = arena_room(a, text.n * FOLD_GROWTH + 1);
    return (wq_str){ out, fold_into(text, level, out) };
}

fold_map fold_mapped(arena *a, wq_str text, fold_level level)
{
    size_t points = utf8_count(text);
    folder f = { .level = level, .out = arena_alloc(a, text.n * FOLD_GROWTH + 1) };
    fold_map m = { .original = ARENA_ARRAY(a, uint32_t, text.n * FOLD_GROWTH + 1),
                   .folded = ARENA_ARRAY(a, uint32_t, points + 1) };
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp);
        i += len ? len : 1;
        if (len == 0)
            continue;
        m.folded[m.n_original] = m.n_text;
        for (unsigned n = add(&f, cp); n > 0; n--)
            m.original[m.n_text++] = m.n_original;
        m.n_original++;
    }
    m.folded[m.n_original] = m.n_text;
    m.original[m.n_text] = m.n_original;
    m.text = (wq_str){ f.out, f.n };
    return m;
}

/* Is there a letter at s.p[i] that FOLD_FULL merges?  They are all of two bytes, and so is what they become. */
static bool is_merged(wq_str s, size_t i)
{
    unsigned char a = (unsigned char)s.p[i], b = (unsigned char)s.p[i + 1];
    return (a == 0xd8 && (b == 0xa2 || b == 0xa3 || b == 0xa5 || b == 0xa9)) ||
           (a == 0xd9 && b == 0x89);
}

wq_str fold_norm(arena *a, wq_str norm)
{
    char *out = NULL;
    for (size_t i = 0, step; i + 1 < norm.n; i += step) {
        step = (unsigned char)norm.p[i] < 0xc2 ? 1 : 2;
        if (!is_merged(norm, i))
            continue;
        if (!out)
            out = (char *)(uintptr_t)arena_str(a, norm.p, norm.n).p;
        uint32_t cp = ((unsigned char)norm.p[i] & 0x1fu) << 6 |
                      ((unsigned char)norm.p[i + 1] & 0x3fu);
        uint32_t to = fold_one(cp, FOLD_FULL);
        out[i] = (char)(0xc0 | to >> 6);
        out[i + 1] = (char)(0x80 | (to & 0x3f));
    }
    return out ? (wq_str){ out, norm.n } : norm;
}
