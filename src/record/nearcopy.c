#include "record/nearcopy.h"

#include "base/utf8.h"
#include "script/fold.h"

enum { SHINGLE = 3 };

/* Spreads what FNV leaves in the low bits over all (the finaliser of SplitMix64). */
static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return x ^ x >> 31;
}

static bool is_letter(uint32_t cp)
{
    return cp_is_arabic_letter(cp) || cp_is_digit(cp) ||
           (cp < 0x80 && ((cp | 32) - 'a') < 26);
}

/* Takes letters of two bytes that all Arabic is written with into the hash; how many bytes. */
static size_t plain_letters(wq_str s, size_t i, uint64_t *hash)
{
    size_t from = i;
    uint64_t h = *hash;
    for (; i + 1 < s.n; i += 2) {
        unsigned char a = (unsigned char)s.p[i], b = (unsigned char)s.p[i + 1];
        bool letter =
            (a == 0xd8 && b >= 0xa0 && b < 0xc0) || (a == 0xd9 && b >= 0x81 && b <= 0x8a);
        if (!letter)
            break;
        h = hash_byte(hash_byte(h, a), b);
    }
    *hash = h;
    return i - from;
}

/* The hash of the next word; false at the end. */
static bool next_word(wq_str *rest, uint64_t *hash)
{
    uint32_t cp;
    size_t i = 0, from;
    unsigned n;
    while (i < rest->n && (n = utf8_decode(rest->p + i, rest->n - i, &cp)) &&
           !is_letter(cp))
        i += n;
    from = i;
    *hash = HASH_SEED;
    for (;;) {
        i += plain_letters(*rest, i, hash);
        if (i >= rest->n || !(n = utf8_decode(rest->p + i, rest->n - i, &cp)) ||
            !is_letter(cp))
            break;
        *hash = hash_bytes(*hash, rest->p + i, n);
        i += n;
    }
    *rest = str_sub(*rest, i, rest->n);
    return i > from;
}

typedef struct bins {
    uint64_t least[NEARCOPY_BINS]; /* UINT64_MAX: empty */
} bins;

static void put(bins *b, uint64_t h)
{
    uint64_t *at = &b->least[h % NEARCOPY_BINS];
    h /= NEARCOPY_BINS;
    if (h < *at)
        *at = h;
}

/* An empty bin borrows from the next full one, told apart by the distance. */
static uint16_t value(const bins *b, unsigned i)
{
    unsigned away = 0;
    while (away < NEARCOPY_BINS && b->least[(i + away) % NEARCOPY_BINS] == UINT64_MAX)
        away++;
    uint64_t x = b->least[(i + away) % NEARCOPY_BINS];
    return (uint16_t)mix(x + away * 0x9e3779b97f4a7c15u);
}

wq_str nearcopy_signature(arena *a, wq_str folded)
{
    bins b;
    uint64_t word[SHINGLE] = { 0 }, h;
    unsigned n = 0;
    memset(&b, 0xff, sizeof b);
    for (; next_word(&folded, &h); n++) {
        memmove(word, word + 1, (SHINGLE - 1) * sizeof *word);
        word[SHINGLE - 1] = h;
        if (n + 1 >= SHINGLE)
            put(&b, mix(word[0] + mix(word[1] + mix(word[2]))));
    }
    if (n < NEARCOPY_WORDS)
        return (wq_str){ NULL, 0 };
    unsigned char *out = arena_alloc(a, NEARCOPY_BYTES);
    for (unsigned i = 0; i < NEARCOPY_BINS; i++) {
        uint16_t v = value(&b, i);
        out[2 * i] = (unsigned char)v;
        out[2 * i + 1] = (unsigned char)(v >> 8);
    }
    return (wq_str){ (const char *)out, NEARCOPY_BYTES };
}

double nearcopy_similarity(const unsigned char *a, const unsigned char *b)
{
    int same = 0;
    for (int i = 0; i < NEARCOPY_BINS; i++)
        same += a[2 * i] == b[2 * i] && a[2 * i + 1] == b[2 * i + 1];
    return (double)same / NEARCOPY_BINS;
}

uint64_t nearcopy_band(const unsigned char *signature, unsigned band)
{
    uint64_t x = 0;
    for (unsigned i = 0; i < 2 * NEARCOPY_ROWS; i++)
        x = x << 8 | signature[band * 2 * NEARCOPY_ROWS + i];
    return mix(x + band);
}
