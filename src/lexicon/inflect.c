/* Words are arrays of letters here.  Output is folded, so أ إ آ are written alef, ى yeh, ة heh throughout. */
#include "lexicon/inflect.h"

#include "base/utf8.h"
#include "script/fold.h"

enum {
    ALEF = 0x627,
    WAW = 0x648,
    YEH = 0x64a,
    TEH = 0x62a,
    NUN = 0x646,
    MEEM = 0x645,
    HEH = 0x647,
    HAMZA = 0x621,
    WAW_HAMZA = 0x624,
    YEH_HAMZA = 0x626,
    TEH_MARBUTA = 0x629,
    SEEN = 0x633
};

enum { MAX_LETTERS = 24 };

typedef struct word {
    uint16_t c[MAX_LETTERS];
    unsigned n;
} word;

typedef struct sink {
    inflect_emit *emit;
    void *ctx;
} sink;

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

static word norm(wq_str s)
{
    char folded[MAX_LETTERS * 8];
    if (s.n > sizeof folded / 2)
        s.n = 0;
    return letters((wq_str){ folded, fold_into(s, FOLD_NORM, folded) });
}

/* Up to three letters more; 0 ends them. */
static word plus(word w, uint16_t a, uint16_t b, uint16_t c)
{
    uint16_t more[] = { a, b, c };
    for (int i = 0; i < 3 && more[i]; i++)
        w.c[w.n++] = more[i];
    return w;
}

static word before(uint16_t first, word w)
{
    memmove(w.c + 1, w.c, w.n * sizeof *w.c);
    w.c[0] = first;
    w.n++;
    return w;
}

static word cut(word w, unsigned n)
{
    w.n -= n < w.n ? n : w.n;
    return w;
}

static word without(word w, unsigned at)
{
    memmove(w.c + at, w.c + at + 1, (w.n - at - 1) * sizeof *w.c);
    w.n--;
    return w;
}

static word with(word w, unsigned at, uint16_t letter)
{
    w.c[at] = letter;
    return w;
}

static void out(sink s, word w, uint32_t feats)
{
    char raw[MAX_LETTERS * 4], folded[MAX_LETTERS * 8];
    size_t n = 0;
    for (unsigned i = 0; i < w.n; i++)
        n += utf8_encode(w.c[i], raw + n);
    s.emit(s.ctx, (wq_str){ folded, fold_into((wq_str){ raw, n }, FOLD_FULL, folded) },
           feats);
}

/* ---- verbs ---------------------------------------------------------------- */

typedef struct verb {
    word perfect; /* زار  التقى  ردّ */
    word stem;    /* imperfect without its prefix: زور  لتقي  رد */
    bool hollow, defective, doubled;
} verb;

static bool is_weak(uint16_t c)
{
    return c == ALEF || c == WAW || c == YEH || c == 0x649;
}

static verb read_verb(wq_str perfect, wq_str imperfect, bool doubled)
{
    verb v = { .perfect = norm(perfect), .stem = norm(imperfect), .doubled = doubled };
    if (v.stem.n)
        v.stem = without(v.stem, 0);
    unsigned p = v.perfect.n, s = v.stem.n;
    if (p < 2 || s < 2)
        return v;
    uint16_t last = v.perfect.c[p - 1];
    v.defective =
        (last == ALEF || last == 0x649 || last == YEH) && is_weak(v.stem.c[s - 1]);
    v.hollow = !v.defective && p > 2 && v.perfect.c[p - 2] == ALEF &&
               is_weak(v.stem.c[s - 2]) &&
               !(p == 4 && v.perfect.c[1] == ALEF && v.perfect.c[2] == ALEF);
    v.doubled = v.doubled || p == 2;
    return v;
}

/* The stem before -tu, -ta, -na: زر  التقي  ردد */
static word short_perfect(const verb *v)
{
    word w = v->perfect;
    if (v->hollow)
        return without(w, w.n - 2);
    if (v->doubled)
        return plus(w, w.c[w.n - 1], 0, 0);
    if (v->defective)
        return with(w, w.n - 1, w.c[w.n - 1] == ALEF ? WAW : YEH);
    return w;
}

static void perfect_forms(const verb *v, sink s)
{
    enum { P = LEX_F_PERFECT };
    word base = v->defective ? cut(v->perfect, 1) : v->perfect;
    word shorter = short_perfect(v);
    bool kept_yeh = v->defective && v->perfect.c[v->perfect.n - 1] == YEH; /* لقي لقيت */
    word fem = kept_yeh ? v->perfect : base;
    out(s, v->perfect, P | LEX_F_3 | LEX_F_MASC | LEX_F_SING);
    out(s, plus(fem, TEH, 0, 0), P | LEX_F_3 | LEX_F_FEM | LEX_F_SING);
    out(s, plus(fem, TEH, ALEF, 0), P | LEX_F_3 | LEX_F_FEM | LEX_F_DUAL);
    out(s, plus(base, WAW, ALEF, 0), P | LEX_F_3 | LEX_F_MASC | LEX_F_PLUR);
    if (v->perfect.c[v->perfect.n - 1] == 0x623) /* بدأوا is also written بدؤوا */
        out(s, plus(cut(base, 1), WAW_HAMZA, WAW, ALEF),
            P | LEX_F_3 | LEX_F_MASC | LEX_F_PLUR);
    else
        out(s, plus(v->defective ? shorter : base, ALEF, 0, 0),
            P | LEX_F_3 | LEX_F_MASC | LEX_F_DUAL);
    out(s, plus(shorter, NUN, 0, 0), P | LEX_F_3 | LEX_F_FEM | LEX_F_PLUR);
    out(s, plus(shorter, TEH, 0, 0), P | LEX_F_1 | LEX_F_2 | LEX_F_SING);
    out(s, plus(shorter, NUN, ALEF, 0), P | LEX_F_1 | LEX_F_PLUR);
    out(s, plus(shorter, TEH, MEEM, 0), P | LEX_F_2 | LEX_F_PLUR);
}

static void imperfect_persons(word stem, uint32_t mood, sink s)
{
    out(s, before(YEH, stem), mood | LEX_F_3 | LEX_F_MASC | LEX_F_SING);
    out(s, before(TEH, stem), mood | LEX_F_3 | LEX_F_2 | LEX_F_FEM | LEX_F_SING);
    out(s, before(ALEF, stem), mood | LEX_F_1 | LEX_F_SING);
    out(s, before(NUN, stem), mood | LEX_F_1 | LEX_F_PLUR);
}

static void imperfect_plurals(const verb *v, sink s)
{
    enum { I = LEX_F_IMPERFECT, J = LEX_F_JUSSIVE };
    word base = v->defective ? cut(v->stem, 1) : v->stem;
    word dual = v->stem;
    if (v->defective && dual.c[dual.n - 1] == 0x649)
        dual = with(dual, dual.n - 1, YEH);
    word they = v->hollow ? without(v->stem, v->stem.n - 2) : dual;
    uint32_t masc = LEX_F_3 | LEX_F_MASC | LEX_F_PLUR, two = LEX_F_3 | LEX_F_DUAL;
    out(s, before(YEH, plus(base, WAW, NUN, 0)), I | masc);
    out(s, before(YEH, plus(base, WAW, ALEF, 0)), I | J | masc);
    out(s, before(TEH, plus(base, WAW, NUN, 0)), I | LEX_F_2 | LEX_F_PLUR);
    out(s, before(YEH, plus(dual, ALEF, NUN, 0)), I | two | LEX_F_MASC);
    out(s, before(YEH, plus(dual, ALEF, 0, 0)), I | J | two | LEX_F_MASC);
    out(s, before(TEH, plus(dual, ALEF, NUN, 0)), I | two | LEX_F_FEM);
    out(s, before(TEH, plus(dual, ALEF, 0, 0)), I | J | two | LEX_F_FEM);
    out(s, before(YEH, plus(they, NUN, 0, 0)), I | LEX_F_3 | LEX_F_FEM | LEX_F_PLUR);
}

static void imperfect_forms(const verb *v, sink s)
{
    imperfect_persons(v->stem, LEX_F_IMPERFECT, s);
    if (v->hollow)
        imperfect_persons(without(v->stem, v->stem.n - 2), LEX_F_IMPERFECT | LEX_F_JUSSIVE,
                          s);
    if (v->defective)
        imperfect_persons(cut(v->stem, 1), LEX_F_IMPERFECT | LEX_F_JUSSIVE, s);
    imperfect_plurals(v, s);
}

/* The passive where it is spelt otherwise: زير يزار, دعي يدعى, شورك, يوصل. */
static void passive_forms(const verb *v, sink s)
{
    enum {
        PP = LEX_F_PERFECT | LEX_F_PASSIVE | LEX_F_3,
        PI = LEX_F_IMPERFECT | LEX_F_PASSIVE
    };
    unsigned n = v->perfect.n, m = v->stem.n;
    word p = v->perfect;
    if (v->hollow)
        p = with(p, n - 2, YEH);
    else if (v->defective && p.c[n - 1] != YEH)
        p = with(p, n - 1, YEH);
    else if (n == 4 && p.c[1] == ALEF)
        p = with(p, 1, WAW);
    else if (n == 5 && p.c[0] == TEH && p.c[2] == ALEF)
        p = with(p, 2, WAW);
    if (memcmp(p.c, v->perfect.c, sizeof p.c) != 0) {
        out(s, p, PP | LEX_F_MASC | LEX_F_SING);
        out(s, plus(p, TEH, 0, 0), PP | LEX_F_FEM | LEX_F_SING);
        out(s, plus(v->defective ? cut(p, 1) : p, WAW, ALEF, 0),
            PP | LEX_F_MASC | LEX_F_PLUR);
    }
    if (v->hollow && v->stem.c[m - 2] != ALEF)
        imperfect_persons(with(v->stem, m - 2, ALEF), PI, s);
    if (v->defective && v->stem.c[m - 1] != 0x649)
        imperfect_persons(with(v->stem, m - 1, 0x649), PI, s);
    if (n == 3 && p.c[0] == WAW && m == 2)
        imperfect_persons(before(WAW, v->stem), PI, s);
}

void inflect_verb(wq_str perfect, wq_str imperfect, bool doubled, inflect_emit *emit,
                  void *ctx)
{
    verb v = read_verb(perfect, imperfect, doubled);
    sink s = { emit, ctx };
    if (v.perfect.n < 2 || v.stem.n < 2)
        return;
    perfect_forms(&v, s);
    imperfect_forms(&v, s);
    passive_forms(&v, s);
}

static wq_str spelled(arena *a, word w)
{
    char *p = arena_alloc(a, w.n * 4 + 1);
    size_t n = 0;
    for (unsigned i = 0; i < w.n; i++)
        n += utf8_encode(w.c[i], p + n);
    return (wq_str){ p, n };
}

/* Forms IV (af`ala) and VII, VIII, X (in-, i-t-, ista-) lose their first alef behind the prefix. */
wq_str inflect_guess_imperfect(arena *a, wq_str perfect)
{
    word w = norm(perfect);
    if (w.n < 3 || w.n > 7)
        return STR("");
    bool form_i = w.n == 3;
    uint16_t last = w.c[w.n - 1];
    if (form_i && (w.c[1] == ALEF || is_weak(last) || w.c[0] == WAW || w.c[0] == 0x623))
        return STR("");
    bool iv = w.n == 4 && w.c[0] == 0x623, vii = w.n >= 5 && w.c[0] == ALEF;
    bool hollow = w.n >= 4 && w.c[w.n - 2] == ALEF && (iv || (vii && w.c[1] == SEEN && w.c[2] == TEH));
    if (hollow)
        w = with(w, w.n - 2, YEH);
    if (last == 0x649)
        w = with(w, w.n - 1, w.c[0] == TEH ? 0x649 : YEH); /* talaqqa yatalaqqa, ajra yujri */
    if (last == ALEF)
        return STR("");
    if (iv || vii)
        w = without(w, 0);
    return spelled(a, before(YEH, w));
}

/* ---- participles ------------------------------------------------------------ */

wq_str inflect_active(arena *a, wq_str perfect, wq_str imperfect)
{
    verb v = read_verb(perfect, imperfect, false);
    word p = v.perfect;
    if (p.n < 2 || v.stem.n < 2 || (p.n == 2 && v.doubled))
        return STR("");
    if (p.n > 3)
        return spelled(a, before(MEEM, v.stem));
    word w = { .c = { p.c[0], ALEF, v.hollow ? YEH_HAMZA : p.c[1],
                      v.defective ? YEH : p.c[2] },
               .n = 4 };
    if (p.c[0] == 0x623)
        w = (word){ .c = { 0x622, p.c[1], p.c[2] }, .n = 3 };
    return spelled(a, w);
}

wq_str inflect_passive(arena *a, wq_str perfect, wq_str imperfect)
{
    verb v = read_verb(perfect, imperfect, false);
    word p = v.perfect, s = v.stem;
    if (p.n < 2 || s.n < 2)
        return STR("");
    if (p.n > 3) {
        if (v.hollow)
            s = with(s, s.n - 2, ALEF);
        if (v.defective)
            s = with(s, s.n - 1, 0x649);
        return spelled(a, before(MEEM, s));
    }
    if (v.hollow || v.defective || p.n < 3)
        return STR("");
    return spelled(a, (word){ .c = { MEEM, p.c[0], p.c[1], WAW, p.c[2] }, .n = 5 });
}

/* ---- nouns ------------------------------------------------------------------- */

static void feminine_noun(word w, sink s)
{
    word base = cut(w, 1);
    uint32_t f = LEX_F_FEM;
    out(s, w, f | LEX_F_SING);
    out(s, plus(base, TEH, 0, 0), f | LEX_F_SING | LEX_F_CONSTRUCT); /* before a pronoun */
    out(s, plus(base, ALEF, TEH, 0), f | LEX_F_PLUR);
    out(s, plus(base, TEH, ALEF, NUN), f | LEX_F_DUAL);
    out(s, plus(base, TEH, YEH, NUN), f | LEX_F_DUAL);
    out(s, plus(base, TEH, ALEF, 0), f | LEX_F_DUAL | LEX_F_CONSTRUCT);
    out(s, plus(base, TEH, YEH, 0), f | LEX_F_DUAL | LEX_F_CONSTRUCT);
}

/* لقاء before a pronoun is لقائه or لقاؤه; مستشفى is مستشفاه. */
static void weak_endings(word w, sink s)
{
    uint16_t last = w.c[w.n - 1];
    if (last == HAMZA) {
        out(s, with(w, w.n - 1, YEH_HAMZA), LEX_F_MASC | LEX_F_SING | LEX_F_CONSTRUCT);
        out(s, with(w, w.n - 1, WAW_HAMZA), LEX_F_MASC | LEX_F_SING | LEX_F_CONSTRUCT);
    }
    if (last == 0x649)
        out(s, with(w, w.n - 1, ALEF), LEX_F_MASC | LEX_F_SING | LEX_F_CONSTRUCT);
}

static void person_forms(word w, sink s)
{
    word fem = plus(w, TEH_MARBUTA, 0, 0);
    out(s, plus(w, WAW, NUN, 0), LEX_F_MASC | LEX_F_PLUR);
    out(s, plus(w, YEH, NUN, 0), LEX_F_MASC | LEX_F_PLUR | LEX_F_DUAL);
    out(s, plus(w, WAW, 0, 0), LEX_F_MASC | LEX_F_PLUR | LEX_F_CONSTRUCT);
    out(s, plus(w, YEH, 0, 0), LEX_F_MASC | LEX_F_PLUR | LEX_F_DUAL | LEX_F_CONSTRUCT);
    feminine_noun(fem, s);
}

void inflect_noun(wq_str lemma, bool person, inflect_emit *emit, void *ctx)
{
    sink s = { emit, ctx };
    word w = norm(lemma);
    if (w.n == 0)
        return;
    if (memchr(lemma.p, ' ', lemma.n)) { /* a phrase stands as it is */
        out(s, w, LEX_F_SING);
        return;
    }
    if (w.c[w.n - 1] == TEH_MARBUTA) {
        feminine_noun(w, s);
        return;
    }
    uint32_t m = LEX_F_MASC;
    out(s, w, m | LEX_F_SING);
    weak_endings(w, s);
    if (w.c[w.n - 1] != 0x649 && w.c[w.n - 1] != ALEF)
        out(s, plus(w, ALEF, 0, 0), m | LEX_F_SING | LEX_F_ACC);
    out(s, plus(w, ALEF, NUN, 0), m | LEX_F_DUAL);
    out(s, plus(w, YEH, NUN, 0), m | LEX_F_DUAL);
    out(s, plus(w, ALEF, TEH, 0), LEX_F_FEM | LEX_F_PLUR);
    if (person)
        person_forms(w, s);
}
