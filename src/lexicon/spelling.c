#include "lexicon/spelling.h"

#include "base/utf8.h"
#include "script/fold.h"

static word letters(wq_str s)
{
    word w = { 0 };
    for (size_t i = 0; i < s.n && w.n < MAX_LETTERS - 6;) {
        uint32_t cp;
        unsigned len = utf8_decode(s.p + i, s.n - i, &cp);
        w.c[w.n++] = (uint16_t)cp;
        i += len ? len : 1;
    }
    return w;
}

word spelling_read(wq_str s)
{
    char folded[MAX_LETTERS * 8];
    if (s.n > sizeof folded / FOLD_GROWTH)
        s.n = 0;
    return letters((wq_str){ folded, fold_into(s, FOLD_NORM, folded) });
}

wq_str spelling_write(arena *a, word w)
{
    char *p = arena_alloc(a, w.n * 4 + 1);
    size_t n = 0;
    for (unsigned i = 0; i < w.n; i++)
        n += utf8_encode(w.c[i], p + n);
    return (wq_str){ p, n };
}

void spelling_emit(sink s, word w, uint32_t feats)
{
    char raw[MAX_LETTERS * 4], folded[MAX_LETTERS * 8];
    size_t n = 0;
    for (unsigned i = 0; i < w.n; i++)
        n += utf8_encode(w.c[i], raw + n);
    wq_str spelling = { raw, n };
    s.emit(s.ctx, (wq_str){ folded, fold_into(spelling, FOLD_FULL, folded) },
           feats | lex_first_alef(spelling));
}

/* ---- hamza before an ending -------------------------------------------------- */

static bool joins_next(uint16_t c)
{
    return c != ALEF && c != WAW && c != 0x62f && c != 0x630 && c != 0x631 && c != 0x632;
}

/* The seats a last hamza may take before the letter `next`, as the press writes them: بدؤوا بدأوا بدءوا, جاؤوا جاءوا,
 * جيئت, شيئا, جزءا, لقائين لقاءين.  Ends with 0; a single 0 says that it melts into the alef (بدآ).            */
static void hamza_seats(word w, uint16_t next, uint16_t seat[4])
{
    uint16_t last = w.c[w.n - 1], prev = w.n > 1 ? w.c[w.n - 2] : 0;
    memset(seat, 0, 4 * sizeof *seat);
    if (last == ALEF_HAMZA && next == ALEF)
        return;
    seat[0] = last;
    if (last == ALEF_HAMZA && next == WAW) {
        seat[1] = WAW_HAMZA;
        seat[2] = HAMZA;
    } else if (last == HAMZA && prev == YEH) {
        seat[0] = YEH_HAMZA;
    } else if (last == HAMZA && next == WAW) {
        seat[1] = WAW_HAMZA;
    } else if (last == HAMZA && (next == ALEF || next == YEH) && joins_next(prev)) {
        seat[0] = YEH_HAMZA;
    } else if (last == HAMZA && next == YEH) {
        seat[1] = prev == ALEF ? YEH_HAMZA : ALEF_HAMZA; /* لقائين, جزأين */
    }
}

void spelling_join(sink s, word w, const uint16_t ending[3], uint32_t feats)
{
    uint16_t seat[4];
    if (w.n == 0 || ending[0] == 0) {
        spelling_emit(s, w, feats);
        return;
    }
    hamza_seats(w, ending[0], seat);
    if (seat[0] == 0)
        spelling_emit(s, plus(cut(w, 1), ending[0], ending[1], ending[2]), feats);
    for (int i = 0; seat[i]; i++)
        spelling_emit(s, plus(with(w, w.n - 1, seat[i]), ending[0], ending[1], ending[2]),
                      feats);
}

void spelling_join_consonant(sink s, word w, const uint16_t ending[3], uint32_t feats)
{
    if (w.n && w.c[w.n - 1] == ending[0])
        w.n--;
    spelling_join(s, w, ending, feats);
}
