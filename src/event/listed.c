/* "five states, among them Kenya and Cuba, abstained": of states that are only counted, those that are named behind. */
#include "event/draft.h"
#include "script/letters.h"

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
            uint32_t next = i + 2;
            next += next < s->n_items && item_is_comma(&s->item[next]);
            bool two = next < s->n_items && s->item[next].kind == ITEM_ACTOR;
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
        if (!found && it->kind == ITEM_ACTOR && it->actor->a.id.p)
            role_add_mention(c, it->actor, side); /* "the coalition's states, above all" */
        role_add_mention(c, m, side);
        found = true;
    }
    return found;
}

/* "among them" of people (هم), behind the verb of the phrase at `at` too; where the names begin, -1: nowhere. */
static int32_t people_among(const event_draft *d, uint32_t at)
{
    const clause_sentence *s = d->s;
    for (uint32_t i = at + 1; i + 1 < s->n_items; i++) {
        const clause_item *it = &s->item[i];
        bool own = i == d->trigger || (int32_t)i == d->carrier || (int32_t)i == d->light;
        bool stop = (it->kind == ITEM_VERB && !own) || it->mark == '.' || it->mark == ':' ||
                    item_is_function(it, STR("comp")) || item_is_function(it, STR("rel")) ||
                    item_is_function(it, STR("sub"));
        bool among = item_is_function(it, STR("prep_pronoun")) &&
                     (str_eq(it->value, STR("bayn")) || str_eq(it->value, STR("min"))) &&
                     str_ends(s->part->token[it->last - 1].form, STR(AR_HEH AR_MEEM));
        bool several = it->kind == ITEM_ACTOR && /* may be those */
                       (it->actor->plural || item_is_counted(s, i));
        if (stop || (several && !among))
            return -1;
        if (among)
            return (int32_t)i + 1;
    }
    return -1;
}

void role_add_among(coder_state *c, const event_draft *d, uint32_t at, event_side *side)
{
    const actor_mention *m = role_mention(d->s, (int32_t)at);
    bool people = m && m->kind == ACTOR_GROUP && !m->a.id.p &&
                  (m->plural || item_is_counted(d->s, at) ||
                   str_listed(lex_cell(c->lex, LEX_AGENT, m->agent - 1, "kind"), '|',
                              STR("delegation")));
    int32_t from = m && m->agent && people ? people_among(d, at) : -1;
    for (uint32_t i = (uint32_t)from; from >= 0 && i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        const actor_mention *who = role_mention(d->s, (int32_t)i);
        bool joined = i == (uint32_t)from || (it->clitics & MORPH_WA);
        if (item_is_comma(it))
            continue;
        if (!who || who->kind > ACTOR_OFFICE || who->kind == ACTOR_STATE || !joined)
            return;
        role_add_mention(c, who, side);
    }
}
