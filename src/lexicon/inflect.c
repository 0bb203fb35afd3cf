/* Words are arrays of letters here.  Output is folded, so أ إ آ are written alef, ى yeh, ة heh throughout. */
#include "lexicon/inflect.h"

#include "base/utf8.h"
#include "lexicon/letters.h"
#include "script/fold.h"

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

/* `w` with an ending of at most three letters (0 ends them), in each spelling. */
static void join(sink s, word w, const uint16_t ending[3], uint32_t feats)
{
    uint16_t seat[4];
    if (w.n == 0 || ending[0] == 0) {
        out(s, w, feats);
        return;
    }
    hamza_seats(w, ending[0], seat);
    if (seat[0] == 0)
        out(s, plus(cut(w, 1), ending[0], ending[1], ending[2]), feats);
    for (int i = 0; seat[i]; i++)
        out(s, plus(with(w, w.n - 1, seat[i]), ending[0], ending[1], ending[2]), feats);
}

/* An ending that begins with the consonant the word ends in is written as one with it: كنا of كان, متّ of مات. */
static void join_consonant(sink s, word w, const uint16_t ending[3], uint32_t feats)
{
    if (w.n && w.c[w.n - 1] == ending[0])
        w.n--;
    join(s, w, ending, feats);
}

/* ---- verbs ---------------------------------------------------------------- */

typedef struct verb {
    word perfect; /* زار  التقى  ردّ */
    word stem;    /* imperfect without its prefix: زور  لتقي  رد */
    bool hollow, defective, doubled;
} verb;

static bool is_weak(uint16_t c)
{
    return c == ALEF || c == WAW || c == YEH || c == ALEF_MAKSURA;
}

/* The doubled verbs that show it: ردّ, أعدّ يعدّ, احتلّ, انضمّ; not اتفق, اطلع, where the second letter is doubled. */
static bool is_doubled(const verb *v)
{
    unsigned p = v->perfect.n, s = v->stem.n;
    const uint16_t *c = v->perfect.c;
    if (v->hollow || v->defective)
        return false;
    bool iv = p == 3 && c[0] == ALEF_HAMZA && s == 2;
    bool viii = p == 4 && c[0] == ALEF && s == 3 && c[1] != TEH && c[1] != 0x62f &&
                c[1] != 0x630 && (c[1] != 0x637 || c[2] == 0x637);
    return p == 2 || iv || viii;
}

static verb read_verb(wq_str perfect, wq_str imperfect, bool doubled)
{
    verb v = { .perfect = norm(perfect), .stem = norm(imperfect) };
    if (v.stem.n)
        v.stem = without(v.stem, 0);
    unsigned p = v.perfect.n, s = v.stem.n;
    if (p < 2 || s < 2)
        return v;
    uint16_t last = v.perfect.c[p - 1];
    v.defective =
        (last == ALEF || last == ALEF_MAKSURA || last == YEH) && is_weak(v.stem.c[s - 1]);
    v.hollow = !doubled && !v.defective && p > 2 && v.perfect.c[p - 2] == ALEF &&
               is_weak(v.stem.c[s - 2]);
    v.doubled = doubled || is_doubled(&v);
    return v;
}

/* A hollow stem without its long vowel; a last hamza sits on what the vowel leaves behind: جئت, سؤت, أسأت, لم يشأ. */
static word shortened(word w, uint16_t vowel)
{
    w = without(w, w.n - 2);
    if (w.c[w.n - 1] == HAMZA)
        w.c[w.n - 1] = vowel == WAW ? WAW_HAMZA : vowel == ALEF ? ALEF_HAMZA : YEH_HAMZA;
    return w;
}

/* The stem before -tu, -ta, -na: زر  التقي  ردد */
static word short_perfect(const verb *v)
{
    word w = v->perfect;
    uint16_t last = w.c[w.n - 1];
    if (v->hollow)
        return shortened(w, w.n > 3 ? ALEF : v->stem.c[v->stem.n - 2] == WAW ? WAW : YEH);
    if (v->doubled)
        return plus(w, last, 0, 0);
    if (v->defective)
        return with(w, w.n - 1, last == ALEF && w.n == 3 ? WAW : YEH);
    return w;
}

typedef struct person {
    uint16_t ending[3];
    uint32_t feats;
} person;

static void perfect_forms(const verb *v, sink s)
{
    static const person CONSONANTAL[] = {
        { { NUN }, LEX_F_3 | LEX_F_FEM | LEX_F_PLUR },
        { { TEH }, LEX_F_1 | LEX_F_2 | LEX_F_SING },
        { { NUN, ALEF }, LEX_F_1 | LEX_F_PLUR },
        { { TEH, MEEM }, LEX_F_2 | LEX_F_PLUR },
    };
    enum { P = LEX_F_PERFECT, P3 = LEX_F_PERFECT | LEX_F_3 };
    word base = v->defective ? cut(v->perfect, 1) : v->perfect;
    word shorter = short_perfect(v);
    bool kept_yeh = v->defective && v->perfect.c[v->perfect.n - 1] == YEH; /* لقي لقيت */
    word fem = kept_yeh ? v->perfect : base;
    out(s, v->perfect, P3 | LEX_F_MASC | LEX_F_SING);
    join(s, fem, (uint16_t[3]){ TEH }, P3 | LEX_F_FEM | LEX_F_SING);
    join(s, fem, (uint16_t[3]){ TEH, ALEF }, P3 | LEX_F_FEM | LEX_F_DUAL);
    if (v->defective) /* رأوا, not رؤوا: the hamza keeps its a */
        out(s, plus(base, WAW, ALEF, 0), P3 | LEX_F_MASC | LEX_F_PLUR);
    else
        join(s, base, (uint16_t[3]){ WAW, ALEF }, P3 | LEX_F_MASC | LEX_F_PLUR);
    join(s, v->defective ? shorter : base, (uint16_t[3]){ ALEF },
         P3 | LEX_F_MASC | LEX_F_DUAL);
    for (size_t i = 0; i < sizeof CONSONANTAL / sizeof *CONSONANTAL; i++)
        join_consonant(s, shorter, CONSONANTAL[i].ending, P | CONSONANTAL[i].feats);
}

static void imperfect_persons(word stem, uint32_t mood, sink s)
{
    out(s, before(YEH, stem), mood | LEX_F_3 | LEX_F_MASC | LEX_F_SING);
    out(s, before(TEH, stem), mood | LEX_F_3 | LEX_F_2 | LEX_F_FEM | LEX_F_SING);
    if (stem.c[0] != ALEF_HAMZA) /* آكل: folded it is the perfect, which the press means */
        out(s, before(ALEF_HAMZA, stem), mood | LEX_F_1 | LEX_F_SING);
    out(s, before(NUN, stem), mood | LEX_F_1 | LEX_F_PLUR);
}

/* The stem before -na of the feminine plural: يزرن, يرددن, يسعين. */
static word before_na(const verb *v, word dual)
{
    if (v->hollow)
        return shortened(v->stem, v->stem.c[v->stem.n - 2]);
    return v->doubled ? plus(dual, dual.c[dual.n - 1], 0, 0) : dual;
}

static void imperfect_plurals(const verb *v, sink s)
{
    enum { I = LEX_F_IMPERFECT, J = LEX_F_IMPERFECT | LEX_F_JUSSIVE };
    static const uint16_t UN[3] = { WAW, NUN }, U[3] = { WAW, ALEF };
    static const uint16_t AN[3] = { ALEF, NUN }, A[3] = { ALEF }, NA[3] = { NUN };
    word base = v->defective ? cut(v->stem, 1) : v->stem;
    word dual = v->defective && v->stem.c[v->stem.n - 1] != WAW
                    ? with(v->stem, v->stem.n - 1, YEH)
                    : v->stem;
    uint32_t masc = LEX_F_3 | LEX_F_MASC | LEX_F_PLUR, two = LEX_F_3 | LEX_F_DUAL;
    join(s, before(YEH, base), UN, I | masc);
    join(s, before(YEH, base), U, J | masc);
    join(s, before(TEH, base), UN, I | LEX_F_2 | LEX_F_PLUR);
    join(s, before(YEH, dual), AN, I | two | LEX_F_MASC);
    join(s, before(YEH, dual), A, J | two | LEX_F_MASC);
    join(s, before(TEH, dual), AN, I | two | LEX_F_FEM);
    join(s, before(TEH, dual), A, J | two | LEX_F_FEM);
    join_consonant(s, before(YEH, before_na(v, dual)), NA,
                   I | LEX_F_3 | LEX_F_FEM | LEX_F_PLUR);
}

static void imperfect_forms(const verb *v, sink s)
{
    enum { J = LEX_F_IMPERFECT | LEX_F_JUSSIVE };
    imperfect_persons(v->stem, LEX_F_IMPERFECT, s);
    if (v->hollow)
        imperfect_persons(shortened(v->stem, v->stem.c[v->stem.n - 2]), J, s);
    if (v->defective)
        imperfect_persons(cut(v->stem, 1), J, s);
    imperfect_plurals(v, s);
}

/* ---- the passive where it is spelt otherwise --------------------------------------- */

/* A hamza in the middle behind the u-i of the passive: سئل, رئي, سوئل. */
static word hamza_on_yeh(word w, unsigned at)
{
    bool hamza = w.c[at] == ALEF_HAMZA || w.c[at] == HAMZA;
    return hamza ? with(w, at, YEH_HAMZA) : w;
}

/* زير دعي شورك نودي تعوون استؤنف سئل قرئ; form VII (in-) has no passive. */
static word passive_perfect(const verb *v)
{
    word p = v->perfect;
    unsigned n = p.n;
    if (n > 3 && p.c[0] == ALEF && p.c[1] == NUN && p.c[2] != TEH)
        return p;
    if (n == 4 && p.c[1] == ALEF)
        p = hamza_on_yeh(with(p, 1, WAW), 2);
    else if (n == 5 && p.c[0] == TEH && p.c[2] == ALEF)
        p = hamza_on_yeh(with(p, 2, WAW), 3);
    else if (n == 3)
        p = hamza_on_yeh(p, 1);
    else if (n == 6 && p.c[3] == ALEF_HAMZA)
        p = with(p, 3, WAW_HAMZA);
    if (v->hollow)
        return with(p, n - 2, YEH);
    if (v->defective)
        return with(p, n - 1, YEH);
    return p.c[n - 1] == ALEF_HAMZA ? with(p, n - 1, YEH_HAMZA) : p;
}

/* The stem of يزار يدعى يوصل يؤكل يرجأ. */
static word passive_stem(const verb *v)
{
    word q = v->stem;
    unsigned m = q.n;
    bool form_i = v->perfect.n == 3;
    if (v->hollow)
        q = with(q, m - 2, ALEF);
    else if (v->defective)
        q = with(q, m - 1, ALEF_MAKSURA);
    else if (q.c[m - 1] == YEH_HAMZA)
        q = with(q, m - 1, ALEF_HAMZA);
    if (form_i && v->perfect.c[0] == WAW && m == 2)
        return before(WAW, q);
    return form_i && q.c[0] == ALEF_HAMZA ? with(q, 0, WAW_HAMZA) : q;
}

static bool same(word a, word b)
{
    return a.n == b.n && memcmp(a.c, b.c, a.n * sizeof *a.c) == 0;
}

static void passive_forms(const verb *v, sink s)
{
    enum {
        PP = LEX_F_PERFECT | LEX_F_PASSIVE | LEX_F_3,
        PI = LEX_F_IMPERFECT | LEX_F_PASSIVE
    };
    word p = passive_perfect(v), q = passive_stem(v);
    if (!same(p, v->perfect)) {
        out(s, p, PP | LEX_F_MASC | LEX_F_SING);
        join(s, p, (uint16_t[3]){ TEH }, PP | LEX_F_FEM | LEX_F_SING);
        word base = v->defective ? cut(p, 1) : p;
        if (v->defective && base.c[base.n - 1] == YEH_HAMZA)
            base.c[base.n - 1] = WAW_HAMZA; /* رئي رؤوا */
        join(s, base, (uint16_t[3]){ WAW, ALEF }, PP | LEX_F_MASC | LEX_F_PLUR);
    }
    if (!same(q, v->stem)) {
        imperfect_persons(q, PI, s);
        join(s, before(YEH, v->defective ? cut(q, 1) : q), (uint16_t[3]){ WAW, NUN },
             PI | LEX_F_3 | LEX_F_MASC | LEX_F_PLUR);
    }
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

/* ---- the imperfect that a perfect implies ------------------------------------- */

/* Three letters: كتب يكتب, also form II, which is spelt alike.  Nothing certain of hollow, defective and doubled verbs nor
 * of those that begin with a hamza (أكل أكد أعد) or waw (وصل وقع).                                               */
static word guess_form_i(word w)
{
    uint16_t first = w.c[0], last = w.c[2];
    if (w.c[1] == ALEF || is_weak(last) || last == HAMZA || first == WAW ||
        first == ALEF_HAMZA)
        return (word){ 0 };
    return last == YEH_HAMZA ? with(w, 2, ALEF_HAMZA) : w; /* برئ يبرأ */
}

/* Four and more: -a- before the last letter in V and VI (ta-), -i- in all others. */
static word guess_derived(word w)
{
    bool ta = w.c[0] == TEH, iv = w.n == 4 && w.c[0] == ALEF_HAMZA;
    bool x = w.n == 6 && w.c[0] == ALEF && w.c[1] == SEEN && w.c[2] == TEH;
    unsigned end = w.n - 1;
    if (w.c[end] == ALEF)
        return (word){ 0 };
    if (w.c[end] == ALEF_MAKSURA && !ta)
        w.c[end] = YEH; /* talaqqa yatalaqqa, ajra yujri */
    if (w.c[end] == ALEF_HAMZA && !ta)
        w.c[end] = YEH_HAMZA; /* أنشأ ينشئ */
    if ((iv || x) && w.c[end - 1] == ALEF)
        w.c[end - 1] = YEH; /* أراد يريد, استقال يستقيل */
    if (!ta)
        w = hamza_on_yeh(w, end - 1); /* اطمأن يطمئن, ساءل يسائل */
    if (iv && w.c[1] == YEH)
        w.c[1] = WAW; /* أيقظ يوقظ */
    return iv || w.c[0] == ALEF ? without(w, 0) : w;
}

wq_str inflect_guess_imperfect(arena *a, wq_str perfect)
{
    word w = norm(perfect);
    if (w.n < 3 || w.n > 7 || w.c[0] == ALEF_MADDA || w.c[0] == ALEF_HAMZA_BELOW)
        return STR("");
    word stem = w.n == 3 ? guess_form_i(w) : guess_derived(w);
    return stem.n ? spelled(a, before(YEH, stem)) : STR("");
}

/* ---- participles ------------------------------------------------------------ */

/* Form II is spelt as form I in both tenses; its verbal noun (tafil, tafila) tells. */
static bool is_form_ii(const verb *v, wq_str masdar)
{
    const word *p = &v->perfect;
    if (p->n != 3 || v->hollow || v->doubled)
        return false;
    if (v->stem.n == 3 && (v->stem.c[0] == WAW || v->stem.c[0] == WAW_HAMZA))
        return true; /* يوقع, يؤكد */
    for (wq_str one; masdar.n && str_next(&masdar, '|', &one);) {
        word m = norm(one);
        if (m.n == 5 && m.c[0] == TEH && m.c[1] == p->c[0] && m.c[2] == p->c[1] &&
            (m.c[3] == YEH || m.c[4] == TEH_MARBUTA))
            return true;
    }
    return false;
}

/* Of a derived verb: meem and the stem, with -i- before the last letter (active) or -a-. */
static word derived_participle(const verb *v, bool active)
{
    word s = v->stem;
    unsigned end = s.n - 1;
    if (v->hollow && !active)
        s.c[end - 1] = ALEF;
    else if (v->defective)
        s.c[end] = active ? YEH : ALEF_MAKSURA;
    else if (s.c[end] == YEH_HAMZA && !active)
        s.c[end] = ALEF_HAMZA;
    else if (s.c[end] == ALEF_HAMZA && active)
        s.c[end] = YEH_HAMZA;
    if (active && s.n > 3)
        s = hamza_on_yeh(s, end - 1); /* متسائل */
    return before(MEEM, s);
}

static bool is_derived(const verb *v, wq_str masdar)
{
    return v->perfect.n > 3 || is_form_ii(v, masdar) ||
           (v->doubled && v->perfect.n == 3); /* أعدّ معدّ */
}

wq_str inflect_active(arena *a, wq_str perfect, wq_str imperfect, wq_str masdar)
{
    verb v = read_verb(perfect, imperfect, false);
    word p = v.perfect;
    if (p.n < 3 || v.stem.n < 2)
        return STR("");
    if (is_derived(&v, masdar))
        return spelled(a, derived_participle(&v, true));
    if (p.c[0] == ALEF_HAMZA || p.c[0] == ALEF_MADDA)
        return spelled(
            a, (word){ .c = { ALEF_MADDA, p.c[1], v.defective ? YEH : p.c[2] }, .n = 3 });
    uint16_t middle = v.hollow || p.c[1] == ALEF_HAMZA ? YEH_HAMZA : p.c[1];
    uint16_t last = v.defective || (v.hollow && p.c[2] == HAMZA) ? YEH : p.c[2];
    if (last == ALEF_HAMZA)
        last = YEH_HAMZA; /* قارئ */
    return spelled(a, (word){ .c = { p.c[0], ALEF, middle, last }, .n = 4 });
}

wq_str inflect_passive(arena *a, wq_str perfect, wq_str imperfect, wq_str masdar)
{
    verb v = read_verb(perfect, imperfect, false);
    word p = v.perfect;
    if (p.n < 3 || v.stem.n < 2)
        return STR("");
    if (is_derived(&v, masdar))
        return spelled(a, derived_participle(&v, false));
    if (v.hollow || v.defective || p.c[0] == ALEF_MADDA)
        return STR("");
    uint16_t last = p.c[2] == ALEF_HAMZA ? HAMZA : p.c[2];       /* مقروء */
    uint16_t middle = p.c[1] == ALEF_HAMZA ? WAW_HAMZA : p.c[1]; /* مسؤول */
    return spelled(a, (word){ .c = { MEEM, p.c[0], middle, WAW, last }, .n = 5 });
}

/* ---- nouns ------------------------------------------------------------------- */

static const uint16_t UN[3] = { WAW, NUN }, IN[3] = { YEH, NUN }, AN[3] = { ALEF, NUN },
                      AT[3] = { ALEF, TEH }, U[3] = { WAW }, I[3] = { YEH },
                      A[3] = { ALEF };

static void feminine_noun(word w, sink s)
{
    word base = cut(w, 1);
    uint32_t f = LEX_F_FEM;
    out(s, w, f | LEX_F_SING);
    out(s, plus(base, TEH, 0, 0), f | LEX_F_SING | LEX_F_CONSTRUCT); /* before a pronoun */
    join(s, base, AT, f | LEX_F_PLUR);
    out(s, plus(base, TEH, ALEF, NUN), f | LEX_F_DUAL);
    out(s, plus(base, TEH, YEH, NUN), f | LEX_F_DUAL);
    out(s, plus(base, TEH, ALEF, 0), f | LEX_F_DUAL | LEX_F_CONSTRUCT);
    out(s, plus(base, TEH, YEH, 0), f | LEX_F_DUAL | LEX_F_CONSTRUCT);
}

/* لقاء before a pronoun is لقائه or لقاؤه, مبدأ مبدئه, مستشفى مستشفاه. */
static void before_pronoun(word w, sink s)
{
    enum { F = LEX_F_MASC | LEX_F_SING | LEX_F_CONSTRUCT };
    uint16_t last = w.c[w.n - 1];
    if (last == HAMZA || last == ALEF_HAMZA) {
        out(s, with(w, w.n - 1, YEH_HAMZA), F);
        out(s, with(w, w.n - 1, WAW_HAMZA), F);
    }
    if (last == ALEF_MAKSURA)
        out(s, with(w, w.n - 1, ALEF), F);
}

/* Does the accusative without article show?  Not in مبدأ, لقاء, مستشفى. */
static bool shows_accusative(word w)
{
    uint16_t last = w.c[w.n - 1], prev = w.n > 1 ? w.c[w.n - 2] : 0;
    return last != ALEF_MAKSURA && last != ALEF && last != ALEF_HAMZA &&
           !(last == HAMZA && prev == ALEF);
}

static void sound_plural(word base, sink s)
{
    enum { M = LEX_F_MASC | LEX_F_PLUR, D = LEX_F_DUAL };
    join(s, base, UN, M);
    join(s, base, IN, M | D);
    join(s, base, U, M | LEX_F_CONSTRUCT);
    join(s, base, I, M | D | LEX_F_CONSTRUCT);
}

/* The last letter belongs to the root and goes before -un, -in: داعي داعون, مستدعى مستدعون مستدعاة. */
static void weak_person(word w, sink s)
{
    word base = cut(w, 1), yeh = with(w, w.n - 1, YEH);
    bool open = w.c[w.n - 1] == ALEF_MAKSURA;
    out(s, w, LEX_F_MASC | LEX_F_SING);
    if (open) {
        out(s, with(w, w.n - 1, ALEF), LEX_F_MASC | LEX_F_SING | LEX_F_CONSTRUCT);
        out(s, plus(base, ALEF, TEH_MARBUTA, 0), LEX_F_FEM | LEX_F_SING);
        join(s, yeh, AT, LEX_F_FEM | LEX_F_PLUR);
    } else {
        out(s, base, LEX_F_MASC | LEX_F_SING);
        join(s, yeh, A, LEX_F_MASC | LEX_F_SING | LEX_F_ACC);
        feminine_noun(plus(yeh, TEH_MARBUTA, 0, 0), s);
    }
    join(s, yeh, AN, LEX_F_MASC | LEX_F_DUAL);
    join(s, yeh, IN, LEX_F_MASC | LEX_F_DUAL);
    sound_plural(base, s);
}

void inflect_noun(wq_str lemma, inflect_kind kind, inflect_emit *emit, void *ctx)
{
    sink s = { emit, ctx };
    word w = norm(lemma);
    if (w.n == 0)
        return;
    uint16_t last = w.c[w.n - 1];
    if (last == TEH_MARBUTA) {
        feminine_noun(w, s);
        return;
    }
    if (kind == INFLECT_WEAK && w.n > 2 && (last == YEH || last == ALEF_MAKSURA)) {
        weak_person(w, s);
        return;
    }
    out(s, w, LEX_F_MASC | LEX_F_SING);
    before_pronoun(w, s);
    if (shows_accusative(w))
        join(s, w, A, LEX_F_MASC | LEX_F_SING | LEX_F_ACC);
    if (last == ALEF)
        return; /* رضا: its dual restores a letter that does not show */
    join(s, w, AN, LEX_F_MASC | LEX_F_DUAL);
    join(s, w, IN, LEX_F_MASC | LEX_F_DUAL);
    if (kind == INFLECT_THING) {
        join(s, w, AT, LEX_F_FEM | LEX_F_PLUR);
        return;
    }
    sound_plural(w, s);
    feminine_noun(plus(w, TEH_MARBUTA, 0, 0), s);
}
