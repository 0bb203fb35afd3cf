/* The forms of nouns and adjectives. */
#include "lexicon/spelling.h"

static const uint16_t UN[3] = { WAW, NUN }, IN[3] = { YEH, NUN }, AN[3] = { ALEF, NUN },
                      AT[3] = { ALEF, TEH }, U[3] = { WAW }, I[3] = { YEH },
                      A[3] = { ALEF };

static void feminine_noun(word w, sink s)
{
    word base = cut(w, 1);
    uint32_t f = LEX_F_FEM;
    spelling_emit(s, w, f | LEX_F_SING);
    spelling_emit(s, plus(base, TEH, 0, 0),
                  f | LEX_F_SING | LEX_F_CONSTRUCT); /* before a pronoun */
    spelling_join(s, base, AT, f | LEX_F_PLUR);
    spelling_emit(s, plus(base, TEH, ALEF, NUN), f | LEX_F_DUAL);
    spelling_emit(s, plus(base, TEH, YEH, NUN), f | LEX_F_DUAL);
    spelling_emit(s, plus(base, TEH, ALEF, 0), f | LEX_F_DUAL | LEX_F_CONSTRUCT);
    spelling_emit(s, plus(base, TEH, YEH, 0), f | LEX_F_DUAL | LEX_F_CONSTRUCT);
}

/* لقاء before a pronoun is لقائه or لقاؤه, مبدأ مبدئه, مستشفى مستشفاه. */
static void before_pronoun(word w, sink s)
{
    enum { F = LEX_F_MASC | LEX_F_SING | LEX_F_CONSTRUCT };
    uint16_t last = w.c[w.n - 1];
    if (last == HAMZA || last == ALEF_HAMZA) {
        spelling_emit(s, with(w, w.n - 1, YEH_HAMZA), F);
        spelling_emit(s, with(w, w.n - 1, WAW_HAMZA), F);
    }
    if (last == ALEF_MAKSURA)
        spelling_emit(s, with(w, w.n - 1, ALEF), F);
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
    spelling_join(s, base, UN, M);
    spelling_join(s, base, IN, M | D);
    spelling_join(s, base, U, M | LEX_F_CONSTRUCT);
    spelling_join(s, base, I, M | D | LEX_F_CONSTRUCT);
}

/* The last letter belongs to the root and goes before -un, -in: داعي داعون, مستدعى مستدعون مستدعاة. */
static void weak_person(word w, sink s)
{
    word base = cut(w, 1), yeh = with(w, w.n - 1, YEH);
    bool open = w.c[w.n - 1] == ALEF_MAKSURA;
    spelling_emit(s, w, LEX_F_MASC | LEX_F_SING);
    if (open) {
        spelling_emit(s, with(w, w.n - 1, ALEF), LEX_F_MASC | LEX_F_SING | LEX_F_CONSTRUCT);
        spelling_emit(s, plus(base, ALEF, TEH_MARBUTA, 0), LEX_F_FEM | LEX_F_SING);
        spelling_join(s, yeh, AT, LEX_F_FEM | LEX_F_PLUR);
    } else {
        spelling_emit(s, base, LEX_F_MASC | LEX_F_SING);
        spelling_join(s, yeh, A, LEX_F_MASC | LEX_F_SING | LEX_F_ACC);
        feminine_noun(plus(yeh, TEH_MARBUTA, 0, 0), s);
    }
    spelling_join(s, yeh, AN, LEX_F_MASC | LEX_F_DUAL);
    spelling_join(s, yeh, IN, LEX_F_MASC | LEX_F_DUAL);
    sound_plural(base, s);
}

void inflect_noun(wq_str lemma, inflect_kind kind, inflect_emit *emit, void *ctx)
{
    sink s = { emit, ctx };
    word w = spelling_read(lemma);
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
    spelling_emit(s, w, LEX_F_MASC | LEX_F_SING);
    before_pronoun(w, s);
    if (shows_accusative(w))
        spelling_join(s, w, A, LEX_F_MASC | LEX_F_SING | LEX_F_ACC);
    if (last == ALEF)
        return; /* رضا: its dual restores a letter that does not show */
    spelling_join(s, w, AN, LEX_F_MASC | LEX_F_DUAL);
    spelling_join(s, w, IN, LEX_F_MASC | LEX_F_DUAL);
    if (kind == INFLECT_THING) {
        spelling_join(s, w, AT, LEX_F_FEM | LEX_F_PLUR);
        return;
    }
    sound_plural(w, s);
    feminine_noun(plus(w, TEH_MARBUTA, 0, 0), s);
}
