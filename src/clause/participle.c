/* Participles with arguments of their own ("condemned the attack, accusing Egypt of"), and adjectives of places. */
#include "clause/clause.h"
#include "morph/morph.h"
#include "script/letters.h"

bool clause_may_be_participle(const clause_sentence *s, const clause_item *it)
{
    const morph_word *w = s->part->token[it->first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_VERB && w->v[i].entry.form == LEX_ACTIVE &&
            w->v[i].clitics == it->clitics && it->entry.table == LEX_VERB &&
            w->v[i].entry.row == it->entry.row)
            return true;
    return false;
}

/* "condemned the attack accusing Egypt of": without a comma it is indefinite behind what is definite, and somebody follows. */
static bool is_unparted_participle(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i], *before = it - 1, *next = it + 1;
    const text_token *t = &s->part->token[it->first];
    bool him = i + 1 < s->n_items && item_is_function(next, STR("prep_pronoun")) &&
               next->value.n == 0 && !next->clitics; /* "accusing HIM (إياه) of" */
    if (i + 1 >= s->n_items || it->clitics || (next->kind != ITEM_ACTOR && !him) ||
        (next->clitics & (MORPH_WA | MORPH_FA | MORPH_PREPOSITION)) ||
        (!him && !next->actor->a.country.p)) /* "the aircraft carrier" */
        return false;
    bool definite = before->kind == ITEM_ACTOR ||
                    (before->kind != ITEM_VERB && (before->clitics & MORPH_AL));
    bool he = str_ends(t->form, STR(AR_ALEF)) && !him && before->kind == ITEM_WORD &&
              i + 2 < s->n_items && (it[2].clitics & (MORPH_WA | MORPH_BI));
    return (definite || he) &&
           (str_ends(t->norm, STR(AR_TEH_MARBUTA)) || str_ends(t->form, STR(AR_ALEF)));
}

bool clause_is_participle_aside(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    return i > 0 && it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE &&
           !(it->clitics & ~(MORPH_WA | MORPH_FA)) &&
           (item_is_comma(it - 1) || is_unparted_participle(s, i));
}

bool clause_is_participle_to(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i], *before = it - 1;
    return i > 0 && i + 1 < s->n_items && it->kind == ITEM_NOMINAL &&
           before->kind == ITEM_NOMINAL && it->clitics == MORPH_AL &&
           (before->clitics & MORPH_AL) && (it[1].clitics & MORPH_LI) &&
           morph_as(&s->part->token[it->first], LEX_VERB, LEX_ACTIVE);
}

bool clause_describes_place(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i], *tie = it - 1;
    if (i < 2 || it->kind != ITEM_WORD || it->clitics != MORPH_AL ||
        tie->kind != ITEM_PLACE)
        return false;
    const text_token *t = &s->part->token[it->first];
    bool in = (tie->clitics & MORPH_PREPOSITION) != 0;
    for (tie--; !in && item_is_function(tie, STR("transparent")) && tie > s->item; tie--)
        in = (tie->clitics & MORPH_PREPOSITION) != 0;
    in |= item_is_function(tie, STR("prep"));
    bool thing = morph_may_be(t, STR("thing")) && !morph_may_be(t, STR("adjective"));
    return in && !thing && str_ends(t->norm, STR(AR_TEH_MARBUTA));
}

bool clause_is_as_said(const clause_sentence *s, const clause *c)
{
    return c->verb > 0 && c->verb == (int32_t)c->first + 1 &&
           item_is_function(&s->item[c->first], STR("sub")) &&
           str_eq(s->item[c->first].value, STR("as")) &&
           !(s->item[c->verb].entry.feats & LEX_F_PERFECT);
}
