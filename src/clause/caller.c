/* Who speaks in a call or a letter that another gets: "received a call from the minister, who (he) affirmed during it". */
#include "clause/clause.h"
#include "morph/morph.h"

/* "in which the two sides affirmed": a subject of the verb's own. */
static bool is_somebody(const clause_sentence *s, int32_t at)
{
    const clause_item *it = at < (int32_t)s->n_items ? &s->item[at] : NULL;
    return it && it->kind == ITEM_ACTOR && !(it->clitics & MORPH_PREPOSITION) &&
           it->actor->definite;
}

/* "during it", "in it", right behind the verb or behind its first word: what takes up the call. */
static bool takes_up_call(const clause_sentence *s, const clause *c)
{
    for (int32_t i = c->verb + 1; i < (int32_t)c->last && i <= c->verb + 2; i++) {
        const clause_item *it = &s->item[i];
        if (item_is_function(it, STR("prep_pronoun")))
            return (str_eq(it->value, STR("khilal")) || str_eq(it->value, STR("fi"))) &&
                   !is_somebody(s, i + 1);
        if (it->kind == ITEM_FUNCTION || it->kind == ITEM_MARK)
            return false;
    }
    return false;
}

/* The clause of "received" that is right before this one, nothing but whom it names between them. */
static const clause *reception(const lexicon *lex, const clause_sentence *s,
                               const clause *c)
{
    const clause *above = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    if (!above || above->verb < 0 || above->last != c->first)
        return NULL;
    const clause_item *verb = &s->item[above->verb];
    wq_str id = lex_cell(lex, LEX_VERB, verb->entry.row, "id");
    bool got = !(verb->clitics & MORPH_PRONOUN) && lex_in_group(lex, STR("get"), id);
    return got ? above : NULL;
}

/* "The agency quoted (نقلت عن) the minister that he": whom the words are of. */
int32_t clause_quoted(const lexicon *lex, const clause_sentence *s, const clause *c)
{
    const clause *above = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    if (c->opener != OPEN_THAT || !above || above->verb < 0 ||
        !lex_in_group(lex, STR("quotes"),
                      lex_cell(lex, LEX_VERB, s->item[above->verb].entry.row, "id")))
        return CLAUSE_NONE;
    for (int32_t i = (int32_t)c->first - 1; i > above->verb + 1; i--)
        if (s->item[i].kind == ITEM_ACTOR && item_is_function(&s->item[i - 1], STR("prep")))
            return str_eq(s->item[i - 1].value, STR("an")) &&
                           s->item[i].actor->kind <= ACTOR_OFFICE
                       ? i
                       : CLAUSE_NONE;
    return CLAUSE_NONE;
}

int32_t clause_caller(const lexicon *lex, const clause_sentence *s, const clause *c)
{
    const clause_item *verb = &s->item[c->verb];
    if (c->verb != (int32_t)c->first || (verb->clitics & (MORPH_WA | MORPH_FA)) ||
        !(verb->entry.feats & LEX_F_3) || !takes_up_call(s, c))
        return CLAUSE_NONE;
    const clause *above = reception(lex, s, c);
    for (int32_t i = c->verb - 1; above && i > above->verb + 1; i--)
        if (s->item[i].kind == ITEM_ACTOR && item_is_function(&s->item[i - 1], STR("prep")))
            return str_eq(s->item[i - 1].value, STR("min")) ? i : CLAUSE_NONE;
    return CLAUSE_NONE;
}
