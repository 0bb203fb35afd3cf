/* "The arrest of a journalist": whom a verbal noun is done to, where the word is an adjective behind other nouns. */
#include "event/draft.h"

/* The row of data/actor/agents.tsv that a bare word of the sentence has, for people alone; -1 where it has none. */
static int64_t agent_row(const coder_state *c, const event_draft *d, const clause_item *it)
{
    const morph_word *w = d->s->part->token[it->first].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        const morph_analysis *m = &w->v[i];
        if (m->entry.table != LEX_AGENT || m->clitics)
            continue;
        if (needs_among(c, STR("@civil"),
                        lex_cell(c->lex, LEX_AGENT, m->entry.row, "sector")))
            return m->entry.row;
    }
    return -1;
}

/* "Ruled the imprisonment of a journalist": behind what a court metes out. */
static bool is_penalty_of(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    return it->kind == ITEM_NOMINAL && !(it->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
           at + 1 < d->s->n_items && it[1].kind == ITEM_WORD &&
           needs_word(c, d, it, STR("@penalty"));
}

bool role_done_to(coder_state *c, const event_draft *d, uint32_t at, wq_actor *out)
{
    const clause_item *it = &d->s->item[at], *trigger = &d->s->item[d->trigger];
    bool behind = at == d->trigger + 1 && it->kind == ITEM_WORD &&
                  trigger->kind == ITEM_NOMINAL && trigger->entry.form == LEX_MASDAR;
    if (!behind && is_penalty_of(c, d, at)) {
        it++, at++;
        behind = true;
    }
    int64_t row = behind ? agent_row(c, d, it) : -1;
    if (row < 0)
        return false;
    const text_part *p = d->s->part;
    bool nisba = at + 1 < d->s->n_items && it[1].kind == ITEM_ADJ;
    wq_str *sector = ARENA_NEW(c->mem, wq_str);
    *sector = lex_cell(c->lex, LEX_AGENT, (uint32_t)row, "sector");
    *out = (wq_actor){ .text = text_slice(p, it->first, it[nisba].last),
                       .span = text_span(p, it->first, it[nisba].last),
                       .sector = *sector,
                       .sectors = sector,
                       .n_sectors = 1 };
    if (nisba)
        out->country = lex_cell(c->lex, LEX_COUNTRY, it[1].entry.row, "top");
    return true;
}

/* "Threatened to launch an operation in Gaza", "an attack on Iran": where what is threatened would be, behind its words. */
bool role_add_ground(coder_state *c, const event_draft *d, uint32_t at, event_side *side)
{
    enum { REACH = 5 };
    const clause_item *end = d->s->item + d->s->n_items, *it = &d->s->item[at] + 1;
    if (side != &d->recipient || !str_eq(event_cell(c, d->row, "type"), STR("THREATEN")))
        return false;
    for (int n = 0; n < REACH && it < end; n++, it++) {
        if (item_is_function(it, STR("prep")) && it + 1 < end)
            return str_listed(STR("fi|ala|didd|dakhil"), '|', it->value) &&
                   (where_is_toponym(it + 1) || it[1].kind == ITEM_ACTOR) &&
                   role_add(c, d, it + 1, side);
        if (it->clitics ||
            (it->kind != ITEM_WORD && it->kind != ITEM_NOMINAL && it->kind != ITEM_ADJ))
            return false;
    }
    return false;
}
