/* Common nouns for people: is a word one of the forms that its row stands for? */
#include "actor/np.h"
#include "script/fold.h"
#include "script/letters.h"

/* "سائقو الحافلات", "معتقلي": a sound plural of the row before its owner. */
static bool is_construct_of(wq_str plural, wq_str stem, uint32_t feats)
{
    enum { LETTER = 2 };
    if (!(feats & LEX_F_CONSTRUCT) || !str_ends(plural, STR(AR_WAW AR_NOON)) ||
        stem.n < LETTER || plural.n < 2 * LETTER)
        return false;
    return fold_is(str_sub(plural, 0, plural.n - 2 * LETTER),
                   str_sub(stem, 0, stem.n - LETTER));
}

/* "سائحتين", "صحفيتان": two of a woman's form in the row. */
static bool is_two_of(wq_str woman, wq_str stem, uint32_t feats)
{
    enum { LETTER = 2 };
    return (feats & LEX_F_DUAL) && stem.n > 3 * LETTER &&
           str_ends(woman, STR(AR_TEH_MARBUTA)) &&
           (str_ends(stem, STR(AR_TEH AR_ALEF AR_NOON)) ||
            str_ends(stem, STR(AR_TEH AR_YEH AR_NOON))) &&
           fold_is(str_sub(woman, 0, woman.n - LETTER),
                   str_sub(stem, 0, stem.n - 3 * LETTER));
}

/* Of other forms (سياح) no others are made (سياحة). */
bool np_agent_has_form(const np_parser *p, uint32_t row, wq_str stem, uint32_t feats)
{
    const np_agent *a = np_agent_row(p, row);
    wq_str base = a->base, forms = a->forms;
    bool fem_of_man = !a->fem && (feats & LEX_F_FEM) && !(feats & LEX_F_MASC);
    if (str_eq(stem, base) || (str_starts(stem, base) && !fem_of_man))
        return true;
    wq_str nominative = str_sub(stem, 0, stem.n - 2);
    for (wq_str one; forms.n && str_next(&forms, '|', &one);)
        if (fold_is(one, stem) || ((feats & LEX_F_ACC) && fold_is(one, nominative)) ||
            is_construct_of(one, stem, feats) || is_two_of(one, stem, feats))
            return true;
    return false;
}
