#include "script/skeleton.h"

#include "base/utf8.h"

/* By code point from U+0621 on: the letter that stands for the sound, or a blank for none. */
static char sound(uint32_t cp)
{
    static const char sounds[] = "       b tskhxddrzsssdtz@k      fkklmn    ";
    uint32_t i = cp - 0x621;
    char c = i < sizeof sounds - 1 ? sounds[i] : ' ';
    return cp == 0x647 ? 'h' : cp == 0x67e ? 'b' : cp == 0x6a4 ? 'f' : c;
}

unsigned skeleton_of(wq_str word, char out[SKELETON_MOST])
{
    unsigned n = 0;
    for (size_t i = 0; i < word.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(word.p + i, word.n - i, &cp);
        char c = sound(cp);
        i += len ? len : 1;
        if (c == ' ' || (c == 'h' && i >= word.n) || (n && out[n - 1] == c))
            continue;
        if (n == SKELETON_MOST)
            return 0;
        out[n++] = c;
    }
    return n;
}

static unsigned letters(wq_str s, uint32_t *out, unsigned most)
{
    unsigned n = 0;
    for (size_t i = 0; i < s.n && n < most;) {
        unsigned len = utf8_decode(s.p + i, s.n - i, &out[n++]);
        i += len ? len : 1;
    }
    return n;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

double skeleton_likeness(wq_str a, wq_str b)
{
    enum { MOST = 64 };
    uint32_t x[MOST], y[MOST];
    unsigned n = letters(a, x, MOST), m = letters(b, y, MOST), row[MOST + 1];
    for (unsigned j = 0; j <= m; j++)
        row[j] = j;
    for (unsigned i = 1; i <= n; i++) {
        unsigned diagonal = row[0];
        row[0] = i;
        for (unsigned j = 1; j <= m; j++) {
            unsigned change = diagonal + (x[i - 1] != y[j - 1]);
            diagonal = row[j];
            row[j] = least(change, least(row[j], row[j - 1]) + 1);
        }
    }
    unsigned longer = n > m ? n : m;
    return longer ? 1.0 - (double)row[m] / longer : 0;
}
