/* The finite forms of verbs. */
#include "lexicon/verb.h"

/* ---- verbs ---------------------------------------------------------------- */

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

verb verb_read(wq_str perfect, wq_str imperfect, bool doubled)
{
    verb v = { .perfect = spelling_read(perfect), .stem = spelling_read(imperfect) };
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

/* Endings, persons; a row whose ending is empty is the bare stem. */
typedef struct person {
    uint16_t ending[3];
    uint32_t feats;
} person;

enum {
    SING = LEX_F_SING,
    DUAL = LEX_F_DUAL,
    PLUR = LEX_F_PLUR,
    M = LEX_F_MASC,
    F = LEX_F_FEM,
    J = LEX_F_JUSSIVE
};

/* Behind these the stem is short: زرت, التقيت, رددت.  -ta of "you" and -ti are spelt as -tu of "I". */
static const person CONSONANTAL[] = {
    { { NUN }, LEX_F_3 | F | PLUR },         { { TEH }, LEX_F_1 | LEX_F_2 | SING },
    { { NUN, ALEF }, LEX_F_1 | PLUR },       { { TEH, MEEM }, LEX_F_2 | PLUR },
    { { TEH, MEEM, ALEF }, LEX_F_2 | DUAL }, { { TEH, NUN }, LEX_F_2 | F | PLUR },
};

static void consonantal(word stem, uint32_t feats, sink s)
{
    for (size_t i = 0; i < sizeof CONSONANTAL / sizeof *CONSONANTAL; i++)
        spelling_join_consonant(s, stem, CONSONANTAL[i].ending,
                                feats | CONSONANTAL[i].feats);
}

static void perfect_forms(const verb *v, sink s)
{
    enum { P3 = LEX_F_PERFECT | LEX_F_3 };
    word base = v->defective ? cut(v->perfect, 1) : v->perfect;
    word shorter = short_perfect(v);
    bool kept_yeh = v->defective && v->perfect.c[v->perfect.n - 1] == YEH; /* لقي لقيت */
    word fem = kept_yeh ? v->perfect : base;
    spelling_emit(s, v->perfect, P3 | M | SING);
    spelling_join(s, fem, (uint16_t[3]){ TEH }, P3 | F | SING);
    spelling_join(s, fem, (uint16_t[3]){ TEH, ALEF }, P3 | F | DUAL);
    if (v->defective) /* رأوا, not رؤوا: the hamza keeps its a */
        spelling_emit(s, plus(base, WAW, ALEF, 0), P3 | M | PLUR);
    else
        spelling_join(s, base, (uint16_t[3]){ WAW, ALEF }, P3 | M | PLUR);
    spelling_join(s, v->defective ? shorter : base, (uint16_t[3]){ ALEF }, P3 | M | DUAL);
    consonantal(shorter, LEX_F_PERFECT, s);
}

/* ---- the imperfect ---------------------------------------------------------------- */

/* The stems of one voice: before nothing, before a vowel, before -na; and the jussive's, empty where it is no other. */
typedef struct stems {
    word whole, base, dual, na, jussive;
} stems;

/* I of a stem with hamza: أأكل is written آكل. */
static word first_person(word stem)
{
    return stem.c[0] == ALEF_HAMZA ? with(stem, 0, ALEF_MADDA) : before(ALEF_HAMZA, stem);
}

static void imperfect_persons(word stem, uint32_t feats, sink s)
{
    spelling_emit(s, before(YEH, stem), feats | LEX_F_3 | M | SING);
    spelling_emit(s, before(TEH, stem), feats | LEX_F_3 | LEX_F_2 | F | SING);
    spelling_emit(s, first_person(stem), feats | LEX_F_1 | SING);
    spelling_emit(s, before(NUN, stem), feats | LEX_F_1 | PLUR);
}

static void imperfect_plurals(const stems *x, uint32_t feats, sink s)
{
    static const person VOWELS[] = {
        /* before base or dual; the prefix is yeh where only the third person has it */
        { { WAW, NUN }, LEX_F_3 | M | PLUR },
        { { WAW, ALEF }, J | LEX_F_3 | M | PLUR },
        { { WAW, NUN }, LEX_F_2 | PLUR },
        { { WAW, ALEF }, J | LEX_F_2 | PLUR },
        { { YEH, NUN }, LEX_F_2 | F | SING },
        { { YEH }, J | LEX_F_2 | F | SING },
        { { ALEF, NUN }, LEX_F_3 | M | DUAL },
        { { ALEF }, J | LEX_F_3 | M | DUAL },
        { { ALEF, NUN }, LEX_F_3 | LEX_F_2 | F | DUAL },
        { { ALEF }, J | LEX_F_3 | LEX_F_2 | F | DUAL },
    };
    for (size_t i = 0; i < sizeof VOWELS / sizeof *VOWELS; i++) {
        const person *v = &VOWELS[i];
        uint16_t prefix = v->feats & LEX_F_2 ? TEH : YEH;
        word stem = v->feats & DUAL ? x->dual : x->base;
        spelling_join(s, before(prefix, stem), v->ending, feats | v->feats);
    }
    spelling_join_consonant(s, before(YEH, x->na), (uint16_t[3]){ NUN },
                            feats | LEX_F_3 | F | PLUR);
    spelling_join_consonant(s, before(TEH, x->na), (uint16_t[3]){ NUN },
                            feats | LEX_F_2 | F | PLUR);
}

/* `stem` is that of either voice; its last weak letter shows in every person. */
static stems imperfect_stems(const verb *v, word stem)
{
    stems x = { .whole = stem, .base = stem, .dual = stem, .na = stem };
    uint16_t last = stem.c[stem.n - 1];
    if (v->defective) {
        x.base = x.jussive = cut(stem, 1);
        x.dual = x.na = last == WAW ? stem : with(stem, stem.n - 1, YEH);
    } else if (v->hollow) {
        x.jussive = x.na = shortened(stem, stem.c[stem.n - 2]);
    } else if (v->doubled) {
        x.jussive = x.na = plus(stem, last, 0, 0); /* لم يردد beside لم يرد */
    }
    return x;
}

static void imperfect_forms(const stems *x, uint32_t feats, sink s)
{
    imperfect_persons(x->whole, feats, s);
    if (x->jussive.n)
        imperfect_persons(x->jussive, feats | J, s);
    imperfect_plurals(x, feats, s);
}

/* ---- the imperative: the jussive without its prefix ------------------------------------ */

/* What the imperative puts before the stem: nothing, an alef where the stem would begin with two consonants, the hamza of
 * form IV.                                                                                                          */
static word commanded(const verb *v, word stem, unsigned kinds)
{
    uint16_t first = v->perfect.c[0];
    bool four = first == ALEF_HAMZA && v->perfect.n == v->stem.n + 1;
    if (v->perfect.n > 3 && first == ALEF)
        return before(ALEF, stem);
    if (first == ALEF_MADDA && stem.c[0] == WAW_HAMZA)
        return with(stem, 0, ALEF_MADDA); /* آمن */
    if (four && v->perfect.n + v->doubled > 3)
        return before(ALEF_HAMZA, stem);
    if (kinds & INFLECT_SECOND) /* أكد of يؤكد */
        return stem.c[0] == WAW_HAMZA ? with(stem, 0, ALEF_HAMZA) : stem;
    if (v->perfect.n != 3 || v->stem.n != 3 || v->hollow || v->doubled)
        return v->perfect.n == 2 && stem.n == 3 ? before(ALEF, stem) : stem; /* اردد */
    if (stem.c[0] == ALEF_HAMZA) /* كل, خذ; إئذن is written ائذن */
        return kinds & INFLECT_DROPS ? without(stem, 0)
                                     : before(ALEF, with(stem, 0, YEH_HAMZA));
    return before(ALEF, stem);
}

static void imperative_forms(const verb *v, const stems *x, unsigned kinds, sink s)
{
    enum { I2 = LEX_F_IMPERATIVE | LEX_F_2 };
    word singular = v->hollow || v->defective ? x->jussive : x->whole;
    word base = commanded(v, x->base, kinds);
    spelling_emit(s, commanded(v, singular, kinds), I2 | M | SING);
    if (v->doubled)
        spelling_emit(s, commanded(v, x->jussive, kinds), I2 | M | SING); /* اردد */
    spelling_join(s, base, (uint16_t[3]){ YEH }, I2 | F | SING);
    spelling_join(s, commanded(v, x->dual, kinds), (uint16_t[3]){ ALEF }, I2 | DUAL);
    spelling_join(s, base, (uint16_t[3]){ WAW, ALEF }, I2 | M | PLUR);
    spelling_join_consonant(s, commanded(v, x->na, kinds), (uint16_t[3]){ NUN },
                            I2 | F | PLUR);
}

/* ---- the passive where it is spelt otherwise --------------------------------------- */

/* Form VII (in-) has no passive. */
static bool is_form_vii(const word *p)
{
    return p->n > 3 && p->c[0] == ALEF && p->c[1] == NUN && p->c[2] != TEH;
}

/* زير دعي شورك نودي تعوون استؤنف سئل قرئ. */
static word passive_perfect(const verb *v)
{
    word p = v->perfect;
    unsigned n = p.n;
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

/* Those that differ from the active; a hollow stem is short, and the same, before consonants. */
static void passive_perfect_forms(const verb *v, word p, sink s)
{
    enum { PASSIVE = LEX_F_PERFECT | LEX_F_PASSIVE, P3 = PASSIVE | LEX_F_3 };
    word base = v->defective ? cut(p, 1) : p;
    if (v->defective && base.c[base.n - 1] == YEH_HAMZA)
        base.c[base.n - 1] = WAW_HAMZA; /* رئي رؤوا */
    spelling_emit(s, p, P3 | M | SING);
    spelling_join(s, p, (uint16_t[3]){ TEH }, P3 | F | SING);
    spelling_join(s, p, (uint16_t[3]){ ALEF }, P3 | M | DUAL);
    spelling_join(s, p, (uint16_t[3]){ TEH, ALEF }, P3 | F | DUAL);
    spelling_join(s, base, (uint16_t[3]){ WAW, ALEF }, P3 | M | PLUR);
    if (!v->hollow)
        consonantal(v->doubled ? plus(p, p.c[p.n - 1], 0, 0) : p, PASSIVE, s);
}

static void passive_forms(const verb *v, sink s)
{
    if (is_form_vii(&v->perfect))
        return;
    word p = passive_perfect(v), q = passive_stem(v);
    if (!same_word(p, v->perfect))
        passive_perfect_forms(v, p, s);
    if (same_word(q, v->stem))
        return;
    stems x = imperfect_stems(v, q);
    if (v->hollow) /* يُزَر and يَزُر are spelt alike */
        x.jussive.n = 0;
    imperfect_forms(&x, LEX_F_IMPERFECT | LEX_F_PASSIVE, s);
}

void inflect_verb(wq_str perfect, wq_str imperfect, unsigned kinds, inflect_emit *emit,
                  void *ctx)
{
    verb v = verb_read(perfect, imperfect, kinds & INFLECT_DOUBLED);
    sink s = { emit, ctx };
    if (v.perfect.n < 2 || v.stem.n < 2)
        return;
    stems active = imperfect_stems(&v, v.stem);
    perfect_forms(&v, s);
    imperfect_forms(&active, LEX_F_IMPERFECT, s);
    imperative_forms(&v, &active, kinds, s);
    passive_forms(&v, s);
}
