/* The occasion: a deed behind "in", "during", "because of". */
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
