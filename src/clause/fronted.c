/* What opens a sentence behind a preposition and is described by a clause whose subject comes later: "during a visit that he paid
 * to Tunis, the minister stressed", "in Tunis, which she was visiting, Merkel said".                                    */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"

enum { REACH = 3 /* clauses */ };

/* One man or body does it, and a pronoun on the verb, or on "with", "to" behind it, takes up what is described. */
static bool takes_up_noun(const clause_sentence *s, const clause *c)
{
    const clause_item *verb = &s->item[c->verb], *next = verb + 1;
    uint32_t f = verb->entry.feats;
    bool one = (f & LEX_F_3) && (f & LEX_F_SING) && !(f & LEX_F_PASSIVE);
    bool tied = c->verb + 1 < (int32_t)c->last &&
                item_is_function(next, STR("prep_pronoun")) &&
                (str_eq(next->value, STR("bi")) || str_eq(next->value, STR("ila")));
    return one && (tied || (verb->clitics & (MORPH_HU | MORPH_HA)));
}

/* Only a phrase behind a preposition stands before it. */
static bool is_fronted(const clause_sentence *s, uint32_t at)
{
    const clause *c = &s->clause[at], *head = &s->clause[0];
    uint32_t i = head->first;
    while (i < head->last && s->item[i].kind == ITEM_MARK)
        i++;
    bool led = i < head->last && (item_is_function(&s->item[i], STR("prep")) ||
                                  (s->item[i].clitics & MORPH_PREPOSITION));
    bool relative = c->opener == OPEN_WHO && c->parent == 0 && head->verb < 0;
    return led && (relative || (at == 0 && c->verb > (int32_t)i + 1));
}

/* Who is told behind the verb of a clause that does not hang on another, and does something himself; -1: nobody. */
static int32_t doer_of(const clause_sentence *s, const clause *c)
{
    if (c->verb < 0 || c->subject <= c->verb || c->subject >= (int32_t)c->last)
        return CLAUSE_NONE;
    const clause_item *verb = &s->item[c->verb], *it = &s->item[c->subject];
    bool done_to = verb->of_people || (verb->entry.feats & LEX_F_PASSIVE);
    return it->kind == ITEM_ACTOR && !done_to && !(verb->clitics & (MORPH_WA | MORPH_FA))
               ? c->subject
               : CLAUSE_NONE;
}

void clause_find_fronted(const clause_sentence *s)
{
    uint32_t at = s->n_clauses > 1 && s->clause[0].verb < 0 ? 1 : 0;
    if (at >= s->n_clauses)
        return;
    clause *c = &s->clause[at];
    if (c->verb < 0 || c->subject >= 0 || !takes_up_noun(s, c) || !is_fronted(s, at))
        return;
    for (uint32_t k = at + 1; k < s->n_clauses && k <= at + REACH; k++) {
        const clause *next = &s->clause[k];
        bool joined =
            next->verb >= 0 && (s->item[next->verb].clitics & (MORPH_WA | MORPH_FA));
        if (joined || (next->opener != OPEN_MAIN && next->opener != OPEN_AND))
            continue;
        int32_t who = doer_of(s, next);
        if (who >= 0 && clause_agrees_as_topic(s, &s->item[c->verb], (uint32_t)who))
            c->subject = who;
        return;
    }
}
