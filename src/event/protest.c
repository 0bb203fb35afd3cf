/* Against whom a crowd protests, where its verb does not say: "demanding the departure of the president", "in protest at the
 * decision of the government", "marches hostile to the government".                                                  */
#include "event/doer.h"

/* A state, a body, an official, a party; who is mourned or arrested is nobody's adversary. */
static bool is_adversary(const coder_state *c, const clause_item *it)
{
    if (it->kind == ITEM_ADJ)
        return true;
    const actor_mention *m = it->kind == ITEM_ACTOR ? it->actor : NULL;
    if (!m || m->kind == ACTOR_SOURCE)
        return false;
    return m->office.p || needs_among(c, STR("@polity"), m->a.sector) ||
           str_eq(m->a.sector, STR("COP")) || str_eq(m->a.sector, STR("JUD"));
}

static bool add(coder_state *c, event_draft *d, const clause_item *it)
{
    return it && is_adversary(c, it) && role_add(c, d, it, &d->recipient);
}

/* "for HIS departure": whom the pronoun means, who is no crowd. */
static bool add_meant(coder_state *c, event_draft *d, uint32_t at)
{
    const actor_mention *m = role_antecedent(d, at, d->s->item[at].clitics & MORPH_PRONOUN);
    if (!m || m->kind == ACTOR_SOURCE || m->kind == ACTOR_GROUP)
        return false;
    role_add_mention(c, m, &d->recipient);
    return true;
}

/* "the departure of", "the resignation of": whose; "the policy of": of what is protested at, whose that is.  A state or town behind
 * bi- is where they are.                                                                                                */
static bool add_whose(coder_state *c, event_draft *d, uint32_t at, bool demanded)
{
    const clause_item *it = &d->s->item[at];
    if (it->kind == ITEM_ACTOR)
        return !demanded && !(it->actor->place_like && (it->clitics & MORPH_BI)) &&
               add(c, d, it);
    if (demanded && !needs_word(c, d, it, STR("@ouster")))
        return false;
    return it->clitics & MORPH_PRONOUN ? add_meant(c, d, at)
                                       : add(c, d, role_owner(c, d, at));
}

/* What the word at item `at` governs with one of the prepositions that go with it. */
static bool add_governed(coder_state *c, event_draft *d, uint32_t at, bool demanded)
{
    clause_args args = event_args(c, d->s, at);
    for (uint32_t i = 0; i < args.n; i++) {
        wq_str slot = args.v[i].slot;
        bool tied = str_eq(slot, STR("bi")) ||
                    (!demanded && str_listed(STR("ala|li|didd"), '|', slot));
        if (tied)
            return add_whose(c, d, args.v[i].item, demanded);
    }
    return false;
}

/* "in protest at the operation against militants": they are no adversaries of the crowd. */
static void drop_beyond(event_draft *d)
{
    for (uint32_t i = d->trigger + 1; d->recipient.list.n && i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        if (!item_is_function(it, STR("prep")) || !str_eq(it->value, STR("rad")))
            continue;
        if (d->recipient.list.v[0].span.start > d->s->part->token[it->first].cp)
            d->recipient.list.n = 0;
        return;
    }
}

void protest_find(coder_state *c, event_draft *d)
{
    enum { REACH = 24 };
    if (!str_eq(d->type, STR("PROTEST")))
        return;
    drop_beyond(d);
    if (d->recipient.list.n)
        return;
    for (uint32_t i = d->trigger; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        bool of_others = item_is_function(it, STR("comp")) && i > d->trigger + 1 &&
                         item_is_function(it - 1, STR("prep"));
        if (of_others || (it->kind == ITEM_MARK && it->mark == '.'))
            return; /* "after (بعد أن) the leader denounced" */
        bool protest = item_is_function(it, STR("prep")) && str_eq(it->value, STR("rad"));
        if (protest && i + 1 < d->s->n_items && add_whose(c, d, i + 1, false))
            return; /* "in protest at" is one word to us */
        if (it->kind == ITEM_FUNCTION)
            continue;
        bool demanded = needs_word(c, d, it, STR("@protest_for"));
        if (!demanded && !needs_word(c, d, it, STR("@protest_at")))
            continue;
        if (add_governed(c, d, i, demanded))
            return;
    }
}

/* "protest at the arrest by the police of (li-) the leader": behind a deed and who does it li- marks whom it is done to. */
static bool is_done_to_behind(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    return at > d->trigger + 2 && (it->clitics & MORPH_LI) && it[-1].kind == ITEM_ACTOR &&
           !(it[-1].clitics & (MORPH_PREPOSITION | MORPH_WA)) &&
           it[-2].kind == ITEM_NOMINAL && it[-2].entry.form == LEX_MASDAR &&
           !(it[-2].clitics & (MORPH_AL | MORPH_PRONOUN));
}

bool protest_is_over(const event_draft *d, uint32_t at)
{
    const clause_item *item = d->s->item;
    if (!str_eq(lex_cell(d->part->in.lex, LEX_EVENT, d->row, "type"), STR("PROTEST")))
        return false;
    while (at > d->trigger + 2 && (item[at].clitics & MORPH_WA) &&
           item[at - 1].kind == ITEM_ACTOR)
        at--; /* "and his deputy" goes with whom it is coordinated with */
    return is_done_to_behind(d, at);
}
