/* What a verb carries: what is joined to it, and whose it is. */
#include "event/claim.h"
#include "event/draft.h"

/* "carried out the attack on X and the arrest of Y": a verbal noun joined to one that a verb before it carries, in its clause. */
bool carried_is_joined(coder_state *c, const clause_sentence *s, uint32_t at, int32_t noun,
                       bool said)
{
    const clause_item *it = &s->item[at];
    if (noun < 0 || it->kind != ITEM_NOMINAL || it->entry.form != LEX_MASDAR ||
        !(it->clitics & MORPH_WA) || (it->clitics & MORPH_PREPOSITION) ||
        ((it->clitics & MORPH_PRONOUN) &&
         (!said || !(it->clitics & (MORPH_HU | MORPH_HA | MORPH_HUM)))) ||
        it->clause != s->item[noun].clause)
        return false;
    for (uint32_t i = (uint32_t)noun + 1; i < at; i++)
        if (s->item[i].kind == ITEM_VERB || s->item[i].mark == '.')
            return false;
    return !deed_is_apart(c, s, (uint32_t)noun, at);
}

/* "announced an attack that the army launched": who announces it only says so, and the verb behind tells whose it is; "the town
 * saw", "there was" tell where.                                                                                       */
light_role carried_whose(coder_state *c, const clause_sentence *s, uint32_t at,
                         int32_t noun, light_role light)
{
    wq_str value;
    bool says = noun >= 0 && claim_is_cue(c, &s->item[at], STR("say"), &value);
    bool scene = noun > (int32_t)at && s->item[at].kind == ITEM_VERB &&
                 str_listed(STR("place|none|recipient"), '|', light.subject);
    if (!says && !scene)
        return light;
    light_role own = light_behind(c, s, (uint32_t)noun);
    for (int32_t i = noun + 1; i < own.item; i++)
        if (s->item[i].kind == ITEM_NOMINAL &&
            (s->item[i].entry.form == LEX_MASDAR || s->item[i].entry.table == LEX_NOUN))
            return light; /* "announced the repelling of an attack that gunmen launched" */
    int32_t by =
        own.item > noun ? s->clause[s->item[own.item].clause].subject : CLAUSE_NONE;
    bool told = by > own.item && s->item[by].kind == ITEM_ACTOR &&
                str_eq(own.subject, STR("actor"));
    if (told && scene) {
        light.doer = (uint32_t)own.item + 1;
        return light;
    }
    return told ? own : light;
}
