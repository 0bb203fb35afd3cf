/* "five states, among them Kenya and Cuba, abstained": of states that are only counted, those that are named behind. */
#include "event/draft.h"

/* Where the names begin that take up `at`: behind "among them", or behind "they are" and a colon or bracket; -1: nowhere. */
static int32_t names_behind(const clause_sentence *s, uint32_t at)
{
    for (uint32_t i = at + 1; i + 1 < s->n_items; i++) {
        const clause_item *it = &s->item[i];
        bool stop = it->kind == ITEM_VERB || item_is_function(it, STR("comp")) ||
                    item_is_function(it, STR("rel")) || item_is_function(it, STR("sub")) ||
                    it->mark == '.';
        bool among = item_is_function(it, STR("prep_pronoun")) &&
                     (str_eq(it->value, STR("bayn")) || str_eq(it->value, STR("min")));
        if (stop)
            return -1;
        if (among)
            return (int32_t)i + 1;
        if (item_is_function(it, STR("pronoun"))) {
            while (i + 1 < s->n_items && s->item[i + 1].kind == ITEM_MARK)
                i++;
            bool two = i + 2 < s->n_items && s->item[i + 2].kind == ITEM_ACTOR;
            return two ? (int32_t)i + 1 : -1;
        }
    }
    return -1;
}

bool role_listed(coder_state *c, const event_draft *d, uint32_t at, event_side *side)
{
    const clause_item *it = &d->s->item[at];
    if (it->kind == ITEM_MARK || !needs_word(c, d, it, STR("@states")))
        return false;
    int32_t from = names_behind(d->s, at);
    bool found = false;
    for (uint32_t i = (uint32_t)from; from >= 0 && i < d->s->n_items; i++) {
        const actor_mention *m = role_mention(d->s, (int32_t)i);
        bool joined = i == (uint32_t)from || (d->s->item[i].clitics & MORPH_WA) ||
                      item_is_comma(&d->s->item[i - 1]);
        if (item_is_comma(&d->s->item[i]))
            continue;
        if (!m || m->kind != ACTOR_STATE || !joined)
            break;
        role_add_mention(c, m, side);
        found = true;
    }
    return found;
}
