/* The occasion: a deed behind "in", "during", "because of"; what came before, in a clause of time. */
#include "clause/clause.h"
#include "morph/morph.h"

bool clause_ties_occasion(const clause_sentence *s, uint32_t at)
{
    static const char *const tie[] = { "fi", "khilal", "bisabab" };
    if (s->item[at].clitics & MORPH_BI)
        return true;
    bool behind = at > 0 && item_is_function(&s->item[at - 1], STR("prep"));
    for (size_t i = 0; behind && i < sizeof tie / sizeof *tie; i++)
        if (str_eq(s->item[at - 1].value, str_of(tie[i])))
            return true;
    return false;
}

bool clause_is_occasion(const clause_sentence *s, uint32_t at)
{
    if (s->item[at].kind != ITEM_NOMINAL)
        return false;
    while (
        at > 0 && !(s->item[at].clitics & MORPH_PREPOSITION) &&
        (s->item[at - 1].count || item_is_function(&s->item[at - 1], STR("transparent"))))
        at--; /* "in a series of attacks" */
    return clause_ties_occasion(s, at);
}

bool clause_is_earlier(const clause_sentence *s, const clause *c)
{
    if (c->opener != OPEN_THAT || c->first == 0 || c->verb < 0)
        return false;
    uint32_t feats = s->item[c->verb].entry.feats;
    const clause_item *before = &s->item[c->first] - 1;
    return (feats & LEX_F_PERFECT) && !(feats & LEX_F_IMPERFECT) &&
           item_is_function(before, STR("prep")) &&
           (str_eq(before->value, STR("baad")) || str_eq(before->value, STR("mundhu")));
}

bool clause_is_met_meanwhile(const clause_sentence *s, uint32_t noun)
{
    const clause_item *it = &s->item[noun + 1];
    const clause *cl = &s->clause[s->item[noun].clause];
    if (cl->verb < 0 || cl->verb >= (int32_t)noun || !s->item[cl->verb].meets ||
        noun + 1 >= s->n_items || it->kind != ITEM_ACTOR || it->actor->place_like ||
        it->actor->kind > ACTOR_OFFICE || it->clitics)
        return false;
    for (int32_t i = cl->verb + 1; i < (int32_t)noun; i++)
        if (i != cl->subject && s->item[i].kind == ITEM_ACTOR)
            return false;
    return true;
}
