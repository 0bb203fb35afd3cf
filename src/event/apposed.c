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

/* Nothing but a name: two words or more that no dictionary has. */
static bool is_foreign_name(const clause_sentence *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        const morph_word *w = s->part->token[s->item[i].first].morph;
        if (!w || w->known)
            return false;
    }
    return to >= from + 2;
}

int32_t role_apposed(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    enum { WORDS = 5 };
    uint32_t i = at;
    while (i < s->n_items && i < at + WORDS && may_be_of_name(&s->item[i], i == at))
        i++;
    if (i == at || i + 1 >= s->n_items)
        return -1;
    bool comma = item_is_comma(&s->item[i]);
    uint32_t role = comma ? i + 1 : i;
    const clause_item *it = &s->item[role];
    bool close = comma || (is_foreign_name(s, at, i) && it->kind == ITEM_ACTOR &&
                           it->actor->a.country.p);
    return close && is_role(c, it) ? (int32_t)role : -1;
}
