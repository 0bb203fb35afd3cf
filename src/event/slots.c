/* The toponym that the slots of a frame name: where it happens. */
#include "event/doer.h"

/* "begin in Addis Ababa talks between the sides in South Sudan": what stands behind those who talk is theirs, where a place
 * stands before the noun.                                                                                              */
static int32_t not_of_sides(const event_draft *d, const clause_args *args, int32_t at)
{
    if (at < (int32_t)d->trigger + 2 || d->s->item[at - 2].kind != ITEM_ACTOR)
        return at;
    for (uint32_t i = 0; i < args->n; i++)
        if (args->v[i].item < d->trigger && str_eq(args->v[i].slot, STR("fi")) &&
            where_is_toponym(&d->s->item[args->v[i].item]))
            return (int32_t)args->v[i].item;
    return at;
}

/* "to the streets of Ankara": the town right behind; NULL: none. */
static const clause_item *town_of_streets(const coder_state *c, const event_draft *d,
                                          const clause_item *it)
{
    const clause_item *town = it + 1;
    return it->kind == ITEM_NOMINAL && town < d->s->item + d->s->n_items &&
                   where_is_toponym(town) && !town->clitics &&
                   needs_word(c, d, it, STR("shawari,@streets"))
               ? town
               : NULL;
}

/* "besieged Falluja, then withdrew from it": of who moves, the one town that the sentence names before; NULL: none, or several. */
static const clause_item *town_taken_up(const coder_state *c, const event_draft *d,
                                        const clause_item *it)
{
    const clause_item *one = NULL;
    if (!item_is_function(it, STR("prep_pronoun")) ||
        !str_listed(STR("RETREAT|MOBILIZE"), '|', words_row(c, d->row)->type) ||
        antecedent_clitics(d->s->part->token[it->first].form) != MORPH_HA)
        return NULL;
    for (uint32_t i = 0; i < d->trigger; i++) {
        const clause_item *town = &d->s->item[i];
        if (!where_is_toponym(town) || where_is_country(town))
            continue;
        if (one)
            return NULL;
        one = town;
    }
    return one;
}

const clause_item *where_in_slots(coder_state *c, const event_draft *d,
                                  const clause_args *args, wq_str slots)
{
    for (wq_str slot; str_next(&slots, '|', &slot);) {
        if (str_eq(slot, STR("post"))) {
            const clause_item *of_post = role_place_of_post(c, d, args);
            if (of_post)
                return of_post;
            continue;
        }
        const clause_item *where = str_eq(slot, STR("where")) ? role_where_item(d) : NULL;
        if (where)
            return where;
        int32_t at =
            str_eq(slot, STR("subj")) ? draft_clause(d)->subject : role_item(d, slot, args);
        at = str_eq(slot, STR("fi")) ? not_of_sides(d, args, at) : at;
        const clause_item *it = at >= 0 ? &d->s->item[at] : NULL;
        const clause_item *town = it ? town_of_streets(c, d, it) : NULL;
        town = it && !town ? town_taken_up(c, d, it) : town;
        if (town)
            return town;
        bool origin = it && it->place && it->place->rank == PLACE_REGION &&
                      !it->place->country.n && str_starts(slot, STR("min"));
        if (it && where_is_toponym(it) && !origin) /* "migrants from Africa" */
            return it;
    }
    return NULL;
}
