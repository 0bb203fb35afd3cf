/* By what something is struck: "hit with raids", "with a guided missile". */
#include "clause/clause.h"
#include "clause/reader.h"
#include "script/letters.h"

/* "hit with raids posts of the rebels", "bombed with two rockets a group": what stands behind the means of a strike, which
 * comes right behind the doer, is what was hit.                                                                        */
bool clause_is_means_of_strike(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    const clause *cl = &s->clause[it->clause];
    if (!(it->clitics & MORPH_BI) || cl->verb < 0 || !s->item[cl->verb].hits ||
        (s->item[cl->verb].clitics & MORPH_PRONOUN) || cl->verb >= (int32_t)at)
        return false;
    uint32_t i = at;
    while (i > 0 && s->item[i - 1].kind == ITEM_TIME)
        i--;
    int32_t before = (int32_t)i - 1;
    return before == cl->verb ||
           (before == cl->verb + 1 && s->item[before].kind == ITEM_ACTOR);
}

/* "with an air raid", "with a guided missile": an adjective of the means, which agrees with it. */
bool clause_describes_means(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    if (i == 0 || it->clitics || !clause_is_means_of_strike(s, i - 1))
        return false;
    const text_token *t = s->part->token;
    wq_str noun = t[it[-1].last - 1].form, form = t[it->first].form;
    bool she = str_ends(noun, STR(AR_HEH)) || str_ends(noun, STR(AR_ALEF AR_TEH)) ||
               (it[-1].entry.feats & LEX_F_PLUR);
    return str_ends(form, STR(AR_YEH)) || (she && str_ends(form, STR(AR_HEH)));
}
