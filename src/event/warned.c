/* "Vowed to answer if the party rearms", "warned that any Israeli breach will be met": who is threatened, where the words of the
 * threat tell and its frame does not.                                                                                   */
#include "event/draft.h"
#include "event/where.h"

/* A state, a body, fighters: no sources, no victims, and nobody on the side of who threatens. */
static bool is_foe(const event_draft *d, const clause_item *it)
{
    if (it->kind == ITEM_ADJ)
        return it->entry.table == LEX_COUNTRY;
    const actor_mention *m = it->kind == ITEM_ACTOR ? it->actor : NULL;
    bool party = m && (m->kind == ACTOR_STATE || m->kind == ACTOR_OFFICE ||
                       m->kind == ACTOR_PERSON || m->kind == ACTOR_ORG);
    return party && !where_is_on_side(&d->actor, it);
}

static bool is_of_actor(const coder_state *c, const event_draft *d, const clause_item *it)
{
    wq_str country = it->kind == ITEM_ADJ
                         ? lex_cell(c->lex, LEX_COUNTRY, it->entry.row, "top")
                         : where_country(it);
    return role_is_of_land(&d->actor, country);
}

static bool is_of_rulers(wq_str sector)
{
    return str_eq(sector, STR("GOV")) || str_eq(sector, STR("MIL"));
}

/* "If the party tries to rearm": of a condition its own subject. */
static const clause_item *who_must_not(const coder_state *c, const event_draft *d,
                                       uint32_t i)
{
    const clause *cl = &d->s->clause[d->s->item[i].clause];
    if (!item_is_function(&d->s->item[i], STR("cond")) || cl->subject < (int32_t)i ||
        cl->subject >= (int32_t)cl->last)
        return NULL;
    const clause_item *it = &d->s->item[cl->subject];
    bool rulers = it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_GROUP &&
                  is_of_rulers(it->actor->a.sector) &&
                  !(d->actor.list.n && is_of_rulers(d->actor.list.v[0].sector));
    return rulers || (is_foe(d, it) && !is_of_actor(c, d, it)) ? it : NULL;
}

/* "Any Israeli breach", "any attack that Damascus launches": of a hostile deed whose it is. */
static const clause_item *whose_deed(const coder_state *c, const event_draft *d, uint32_t i)
{
    const clause_item *it = &d->s->item[i], *next = it + 1;
    if ((it->kind != ITEM_NOMINAL && it->kind != ITEM_WORD) || i + 1 >= d->s->n_items ||
        !needs_word(c, d, it, STR("@hostile,kharq,intihak,tajawuz,tasid,@violence")))
        return NULL;
    if (next->kind == ITEM_VERB && (next->clitics & (MORPH_HU | MORPH_HA))) {
        int32_t by = d->s->clause[next->clause].subject;
        next = by > (int32_t)i ? &d->s->item[by] : NULL;
    } else if (next->kind != ITEM_ADJ) {
        return NULL;
    }
    return next && is_foe(d, next) && !is_of_actor(c, d, next) ? next : NULL;
}

/* "With a wide operation in the Strip": the town or land of another where it is to come about. */
static const clause_item *where_it_comes(const coder_state *c, const event_draft *d,
                                         uint32_t i)
{
    const clause_item *it = &d->s->item[i];
    bool in =
        i > 0 && item_is_function(it - 1, STR("prep")) && str_eq(it[-1].value, STR("fi"));
    return in && it->clause == d->clause && where_is_toponym(it) && where_country(it).n &&
                   !is_of_actor(c, d, it)
               ? it
               : NULL;
}

/* The trigger's clause, or one that depends on it; no other statement behind it. */
static bool is_within(const event_draft *d, uint32_t k)
{
    while (k != d->clause && d->s->clause[k].opener == OPEN_THAT &&
           d->s->clause[k].parent >= (int32_t)d->clause)
        k = (uint32_t)d->s->clause[k].parent;
    return k == d->clause || clause_whole(d->s, k) == clause_whole(d->s, d->clause);
}

/* "In answer to (ردا على) the European sanctions", "after Holland barred its ministers": who has provoked it. */
static const clause_item *who_provoked(const coder_state *c, const event_draft *d,
                                       uint32_t i)
{
    const clause_item *it = &d->s->item[i], *who = NULL;
    if (!is_within(d, it->clause))
        return NULL;
    if (item_is_function(it, STR("prep")) && str_eq(it->value, STR("rad")) &&
        i + 1 < d->s->n_items) {
        bool thing = it[1].kind == ITEM_WORD || it[1].kind == ITEM_NOMINAL;
        who = thing ? role_owner(c, d, i + 1) : NULL;
    } else if (i > 0 && item_is_function(it, STR("comp")) &&
               item_is_function(it - 1, STR("prep")) && str_eq(it[-1].value, STR("baad"))) {
        int32_t by = d->s->clause[it->clause].subject;
        who = by > (int32_t)i ? &d->s->item[by] : NULL;
    }
    return who && is_foe(d, who) && !is_of_actor(c, d, who) ? who : NULL;
}

bool role_warned(coder_state *c, event_draft *d, event_side *side)
{
    enum { REACH = 24 };
    const clause_item *who = NULL;
    bool deed = false;
    bool threat = str_eq(words_row(c, d->row)->type, STR("THREATEN")) &&
                  !str_eq(event_cell(c, d->row, "mode"), STR("arrest"));
    for (uint32_t i = d->trigger + 1; threat && !who && i < d->s->n_items &&
                                      i <= d->trigger + REACH && d->s->item[i].mark != '.';
         i++) {
        const clause_item *it = &d->s->item[i];
        deed = deed || ((it->clitics & MORPH_BI) &&
                        needs_word(c, d, it, STR("@hostile,@violence,shanna,amaliya")));
        who = who_must_not(c, d, i);
        who = who ? who : whose_deed(c, d, i);
        who = who ? who : who_provoked(c, d, i);
        who = who || !deed ? who : where_it_comes(c, d, i);
    }
    return who && role_add(c, d, who, side);
}
