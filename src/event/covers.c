/* "A tour that takes in Egypt and Jordan": where a journey leads, as a verb behind its noun says. */
#include "event/draft.h"

/* The verb of including that describes the trigger: the next verb, in the same breath; -1: none. */
static int32_t verb_of_including(const coder_state *c, const event_draft *d)
{
    enum { REACH = 14 };
    uint32_t rows[ROWS_MAX];
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB && (int32_t)i == d->carrier)
            continue; /* "a tour that he went on" */
        if (it->kind == ITEM_VERB)
            return needs_word(c, d, it, STR("@covers")) ? (int32_t)i : -1;
        bool another = it->kind == ITEM_NOMINAL &&
                       i > d->trigger + 1 && /* "as part of a tour that" */
                       trigger_rows(c, d->s, i, LEX_EVENT, rows) > 0;
        if (another || it->mark == '.' || it->mark == ':' ||
            item_is_function(it, STR("comp")))
            return -1;
    }
    return -1;
}

/* What the verb governs, bare or behind "to": a toponym of a journey, anybody of meetings and arrests. */
bool role_covers(coder_state *c, const event_draft *d, event_side *side)
{
    int32_t verb = verb_of_including(c, d);
    clause_args args;
    uint32_t before = side->list.n;
    bool journey = str_eq(event_cell(c, d->row, "type"), STR("CONSULT")) &&
                   str_eq(event_cell(c, d->row, "mode"), STR("visit"));
    if (verb < 0)
        return false;
    args = event_args(c, d->s, (uint32_t)verb);
    for (uint32_t i = 0; i < args.n; i++) {
        const clause_item *it = &d->s->item[args.v[i].item];
        bool governed = args.v[i].slot.n == 0 || str_eq(args.v[i].slot, STR("ila"));
        if (governed && (journey ? where_is_toponym(it) : it->kind == ITEM_ACTOR))
            role_add(c, d, it, side);
    }
    return side->list.n > before;
}
