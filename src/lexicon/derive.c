/* What is made of a verb: the imperfect that a perfect implies, participles. */
#include "lexicon/verb.h"

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
    word w = spelling_read(perfect);
    if (w.n < 3 || w.n > 7 || w.c[0] == ALEF_MADDA || w.c[0] == ALEF_HAMZA_BELOW)
        return STR("");
    word stem = w.n == 3 ? guess_form_i(w) : guess_derived(w);
    return stem.n ? spelling_write(a, before(YEH, stem)) : STR("");
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
        word m = spelling_read(one);
        if (m.n == 5 && m.c[0] == TEH && m.c[1] == p->c[0] && m.c[2] == p->c[1] &&
            (m.c[3] == YEH || m.c[4] == TEH_MARBUTA))
            return true;
    }
    return false;
}

unsigned inflect_second(wq_str perfect, wq_str imperfect, wq_str masdar)
{
    verb v = verb_read(perfect, imperfect, false);
    return v.stem.n && is_form_ii(&v, masdar) ? INFLECT_SECOND : 0;
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
    verb v = verb_read(perfect, imperfect, false);
    word p = v.perfect;
    if (p.n < 3 || v.stem.n < 2)
        return STR("");
    if (is_derived(&v, masdar))
        return spelling_write(a, derived_participle(&v, true));
    if (p.c[0] == ALEF_HAMZA || p.c[0] == ALEF_MADDA)
        return spelling_write(
            a, (word){ .c = { ALEF_MADDA, p.c[1], v.defective ? YEH : p.c[2] }, .n = 3 });
    uint16_t middle = v.hollow || p.c[1] == ALEF_HAMZA ? YEH_HAMZA : p.c[1];
    uint16_t last = v.defective || (v.hollow && p.c[2] == HAMZA) ? YEH : p.c[2];
    if (last == ALEF_HAMZA)
        last = YEH_HAMZA; /* قارئ */
    return spelling_write(a, (word){ .c = { p.c[0], ALEF, middle, last }, .n = 4 });
}

wq_str inflect_passive(arena *a, wq_str perfect, wq_str imperfect, wq_str masdar)
{
    verb v = verb_read(perfect, imperfect, false);
    word p = v.perfect;
    if (p.n < 3 || v.stem.n < 2)
        return STR("");
    if (is_derived(&v, masdar))
        return spelling_write(a, derived_participle(&v, false));
    if (v.hollow || v.defective || p.c[0] == ALEF_MADDA)
        return STR("");
    uint16_t last = p.c[2] == ALEF_HAMZA ? HAMZA : p.c[2];       /* مقروء */
    uint16_t middle = p.c[1] == ALEF_HAMZA ? WAW_HAMZA : p.c[1]; /* مسؤول */
    return spelling_write(a, (word){ .c = { MEEM, p.c[0], middle, WAW, last }, .n = 5 });
}
