/* "Ezzeddin al-Asbahi, the Yemeni minister, discussed with ...": words that are no mention may be a name, and what stands
 * in apposition to them tells whose.                                                                                     */
#include "event/draft.h"

/* The first word has nothing before it; behind it may stand an article: عز الدين الأصبحي. */
static bool may_be_of_name(const clause_item *it, bool first)
{
    return it->kind == ITEM_WORD && !(it->clitics & (first ? ~0 : ~MORPH_AL));
}

/* An office, or a role of one person: no army and no crowd. */
static bool is_role(const coder_state *c, const clause_item *it)
{
    const actor_mention *m = it->kind == ITEM_ACTOR ? it->actor : NULL;
    if (!m || m->plural || (it->clitics & (MORPH_PREPOSITION | MORPH_WA | MORPH_FA)))
        return false;
    return m->kind == ACTOR_OFFICE ||
           (m->kind == ACTOR_GROUP && m->agent &&
            str_starts(lex_cell(c->lex, LEX_AGENT, m->agent - 1, "kind"), STR("role")));
}

int32_t role_apposed(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    enum { WORDS = 5 };
    uint32_t i = at;
    while (i < s->n_items && i < at + WORDS && may_be_of_name(&s->item[i], i == at))
        i++;
    return i > at && i + 1 < s->n_items && item_is_comma(&s->item[i]) &&
                   is_role(c, &s->item[i + 1])
               ? (int32_t)i + 1
               : -1;
}
