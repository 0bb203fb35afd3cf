/* Which arguments tell where: "in", "near", "inside" some place. */
#include "event/site.h"

/* Does the row say what `bi` ties to its word: recognised *Palestine*, sentenced to *prison*?  Where the frame's part
 * has gone to somebody else, it tells where: met his counterpart in *Baghdad*.  A camp or a street
 * is where an act of force is.                                                                                        */
static bool governs_bi(const coder_state *c, const event_draft *d, const clause_item *it)
{
    wq_str frame = event_cell(c, d->row, "frame"), needs = event_cell(c, d->row, "needs");
    bool part = str_find(frame, STR("=bi")) >= 0 || str_find(frame, STR("|bi")) >= 0;
    const wq_actor *first = d->recipient.list.n ? &d->recipient.list.v[0] : NULL;
    wq_span whole = text_span(d->s->part, it->first, it->last);
    bool itself =
        first && first->span.start >= whole.start && first->span.start < whole.end;
    bool taken = first && !itself && !where_is_on_side(&d->recipient, it) &&
                 !where_is_on_side(&d->actor, it);
    bool words = !where_is_toponym(it) && str_find(needs, STR("bi=")) >= 0 &&
                 !(where_is_of_force(c, d) && site_is_noun(c, d->s, it));
    return (part && !taken) || words;
}

/* "in prison", of which nothing says which. */
static bool is_mere_prison(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    bool noun = it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
    bool bare = at + 1 >= d->s->n_items || it[1].kind == ITEM_MARK ||
                it[1].kind == ITEM_FUNCTION || it[1].kind == ITEM_TIME;
    bool sentence = str_eq(event_cell(c, d->row, "mode"), STR("convict"));
    return noun && (bare || sentence) && needs_word(c, d, it, STR("@prison"));
}

bool where_is_at(const coder_state *c, const event_draft *d, const clause_arg *a)
{
    bool at = str_eq(a->slot, STR("lada")) || str_eq(a->slot, STR("amam"));
    return at && where_is_of_force(c, d);
}

static bool is_at_building(const coder_state *c, const event_draft *d, const clause_arg *a)
{
    const clause_item *it = &d->s->item[a->item];
    return where_is_at(c, d, a) && it->kind == ITEM_PLACE &&
           it->place->rank == PLACE_BUILDING;
}

/* "battles around the town of X": of an act of force, as against "a dispute about". */
static bool is_around(const coder_state *c, const event_draft *d, const clause_arg *a)
{
    const clause_item *it = &d->s->item[a->item];
    return str_eq(a->slot, STR("hawl")) && where_is_of_force(c, d) &&
           it->kind == ITEM_PLACE && it->place->rank != PLACE_COUNTRY;
}

bool where_is_local(const coder_state *c, const event_draft *d, const clause_arg *a)
{
    bool in = str_eq(a->slot, STR("fi")) ||
              (str_eq(a->slot, STR("bi")) && !governs_bi(c, d, &d->s->item[a->item]));
    return str_eq(a->slot, STR("qurb")) || str_eq(a->slot, STR("dakhil")) ||
           str_eq(a->slot, STR("fawq")) || is_at_building(c, d, a) || is_around(c, d, a) ||
           (in && !is_mere_prison(c, d, a->item)); /* "five years in prison" */
}
