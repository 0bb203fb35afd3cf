/* "Eight of them were arrested", "the police arrested five of them": a number, or "some", of those whom the pronoun means. */
#include "event/draft.h"

/* The "of them" behind the number or quantity at item `at`; NULL: there is none. */
static const clause_item *of_them(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    if (at + 1 >= s->n_items || (!it->count && !item_is_function(it, STR("transparent"))))
        return NULL;
    bool them =
        item_is_function(it + 1, STR("prep_pronoun")) && str_eq(it[1].value, STR("min"));
    return them ? it + 1 : NULL;
}

bool role_some_subject(coder_state *c, const event_draft *d, event_side *side)
{
    const clause *cl = draft_clause(d);
    if (cl->subject >= 0 || cl->verb < (int32_t)cl->first)
        return false;
    uint32_t verb = (uint32_t)cl->verb;
    const clause_item *them =
        verb >= cl->first + 2 ? of_them(d->s, verb - 2) : NULL; /* "five of them fled" */
    if (!them && !lex_is_only_feminine(d->s->item[verb].entry.feats))
        them = of_them(d->s, verb + 1);
    return them && role_add(c, d, them, side);
}

bool role_some_object(coder_state *c, const event_draft *d, wq_str slot, event_side *side)
{
    const clause *cl = draft_clause(d);
    if (cl->verb != (int32_t)d->trigger || !str_starts(slot, STR("obj")))
        return false;
    int32_t last = cl->subject > cl->verb ? cl->subject : cl->verb;
    bool none = cl->subject < 0 && !lex_is_only_feminine(d->s->item[cl->verb].entry.feats);
    const clause_item *them = none || last + 1 >= (int32_t)d->s->n_items
                                  ? NULL
                                  : of_them(d->s, (uint32_t)last + 1);
    return them && role_add(c, d, them, side);
}
