/* Whose a deed is by what it is, where nobody is named who did it: opponents are jailed by their own state ("condemned the arrest
 * of the Russian opponent"), and settlements are Israel's.                                                             */
#include "event/doer.h"

enum { REACH = 6, PHRASE = 12 };

/* Where the article names the state itself; NULL: it does not. */
static const actor_mention *named(const event_part *part, wq_str state)
{
    for (uint32_t i = 0; i < part->n_sentences; i++)
        for (uint32_t k = 0; k < part->sentence[i].n_items; k++) {
            const clause_item *it = &part->sentence[i].item[k];
            if (it->kind == ITEM_ACTOR && str_eq(it->actor->a.id, state))
                return it->actor;
        }
    return NULL;
}

/* Is any body or official of that state in the article? */
static bool tells_of_state(const event_part *part, wq_str state)
{
    for (uint32_t i = 0; i < part->n_sentences; i++)
        for (uint32_t k = 0; k < part->sentence[i].n_items; k++) {
            const clause_item *it = &part->sentence[i].item[k];
            if (it->kind == ITEM_ACTOR && str_eq(it->actor->a.country, state))
                return true;
        }
    return false;
}

/* Makes the state the recipient, in the words that name it; else in those of the item at `at`. */
static void give(coder_state *c, event_draft *d, wq_str state, uint32_t at)
{
    const actor_mention *m = named(d->part, state);
    if (m)
        role_add_mention(c, m, &d->recipient);
    else
        role_add_country(c, d, at, state, &d->recipient);
}

/* The first item behind the trigger and its subject. */
static uint32_t what_follows(const event_draft *d)
{
    int32_t subject = d->s->clause[d->clause].subject;
    uint32_t at = subject > (int32_t)d->trigger ? (uint32_t)subject + 1 : d->trigger + 1;
    while (at < d->s->n_items && d->s->item[at].kind == ITEM_ACTOR &&
           (d->s->item[at].clitics & MORPH_WA))
        at++;
    return at;
}

/* Is another land than that state named in the phrase behind the trigger? */
static bool names_other_land(const event_draft *d, wq_str state)
{
    for (uint32_t i = what_follows(d); i < d->s->n_items && i <= d->trigger + PHRASE; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB)
            break;
        if (where_is_toponym(it) && !str_eq(where_country(it), state))
            return true;
    }
    return false;
}

/* "The arrest of the Russian opponent": the opponent, where no other state is told of; NULL: none. */
static const clause_item *opponent(coder_state *c, const event_draft *d)
{
    uint32_t from = what_follows(d);
    bool jailed = false;
    words_note(c, d->s);
    for (uint32_t i = from; i < d->s->n_items && i < from + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB || item_is_comma(it))
            break;
        jailed =
            jailed || (it->kind == ITEM_NOMINAL && needs_word(c, d, it, STR("@jails")));
        if (it->kind == ITEM_ACTOR)
            return jailed && str_eq(it->actor->a.sector, STR("OPP")) &&
                           it->actor->a.country.p
                       ? it
                       : NULL;
    }
    return NULL;
}

/* "(Condemned) the approval of new settlements": the item that names them; -1: none, or they are what harm is done to. */
static int32_t settlements(coder_state *c, const event_draft *d)
{
    uint32_t from = what_follows(d);
    words_note(c, d->s);
    for (uint32_t i = from; i < d->s->n_items && i < from + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (needs_word(c, d, it, STR("@settling")))
            return (int32_t)i;
        bool ala = item_is_function(it, STR("prep")) && str_eq(it->value, STR("ala")) &&
                   needs_word(c, d, it - 1, STR("@approves"));
        bool passed = it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL || ala ||
                      item_is_function(it, STR("transparent"));
        if (!passed || (it->clitics & (MORPH_LI | MORPH_WA | MORPH_FA)) ||
            needs_word(c, d, it, STR("@hostile")) || needs_word(c, d, it, STR("qaataa")))
            return -1;
    }
    return -1;
}

/* "(Condemned) the repression in Iran": the state where that is done to its people; NULL: none. */
static const clause_item *repressor(coder_state *c, const event_draft *d)
{
    enum { NEAR = 4 };
    uint32_t from = what_follows(d);
    bool repressed = false;
    words_note(c, d->s);
    for (uint32_t i = from; i + 1 < d->s->n_items && i < from + NEAR; i++) {
        const clause_item *it = &d->s->item[i];
        bool in = item_is_function(it, STR("prep")) && str_eq(it->value, STR("fi"));
        if (in)
            return repressed && it[1].kind == ITEM_ACTOR && it[1].actor->a.country.p &&
                           str_eq(it[1].actor->a.id, it[1].actor->a.country)
                       ? it + 1
                       : NULL;
        if (it->kind != ITEM_NOMINAL && it->kind != ITEM_WORD)
            return NULL;
        repressed = repressed || needs_word(c, d, it, STR("qamaa"));
    }
    return NULL;
}

/* "Protested against the expulsion of its diplomats (from Moscow)": those to whom it was done are of the side that protests. */
static void turn_from_own(coder_state *c, event_draft *d)
{
    const wq_actor *a = d->actor.list.n ? &d->actor.list.v[0] : NULL;
    const wq_actor *r = d->recipient.list.n == 1 ? &d->recipient.list.v[0] : NULL;
    bool protests = str_eq(d->type, STR("ACCUSE")) && a && r && a->country.p &&
                    str_eq(a->country, r->country);
    for (uint32_t i = what_follows(d); protests && i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i], *from = it + 1;
        if (it->kind != ITEM_ACTOR || !(it->clitics & (MORPH_PRONOUN & ~MORPH_I)) ||
            text_span(d->s->part, it->first, it->last).start != r->span.start)
            continue;
        d->recipient = (event_side){ 0 };
        bool there = i + 2 < d->s->n_items && item_is_function(from, STR("prep")) &&
                     str_eq(from->value, STR("min")) && from[1].kind == ITEM_ACTOR;
        if (there && where_is_toponym(from + 1))
            role_add(c, d, from + 1, &d->recipient);
        return;
    }
}

static bool may_take(const event_draft *d)
{
    bool stance = str_eq(d->type, STR("REJECT")) || str_eq(d->type, STR("REQUEST")) ||
                  (str_eq(d->type, STR("ACCUSE")) && str_eq(d->mode, STR("disapprove")));
    return stance && d->recipient.list.n == 0 && d->actor.list.n > 0;
}

void known_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        turn_from_own(c, d);
        if (!may_take(d))
            continue;
        const clause_item *there = repressor(c, d);
        if (there && !str_eq(d->actor.list.v[0].country, there->actor->a.country)) {
            role_add(c, d, there, &d->recipient);
            continue;
        }
        wq_str own = d->actor.list.v[0].country;
        const clause_item *who = opponent(c, d);
        wq_str state =
            who ? who->actor->a.country : words_members(c, STR("@settling_state"));
        int32_t at = who                              ? (int32_t)(who - d->s->item)
                     : str_eq(own, state)             ? -1
                     : tells_of_state(d->part, state) ? settlements(c, d)
                                                      : -1;
        if (at >= 0 && !str_eq(own, state) && !(who && names_other_land(d, state)))
            give(c, d, state, (uint32_t)at);
    }
}
