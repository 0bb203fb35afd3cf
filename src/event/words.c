/* The words of a sentence by their ids, for conditions that name ids. */
#include "event/draft.h"

static bool has_id(lex_table table)
{
    return table == LEX_VERB || table == LEX_NOUN || table == LEX_AGENT ||
           table == LEX_FUNCTION;
}

static wq_str id_of(const coder_state *c, lex_table table, uint32_t row)
{
    return lex_cell_at(c->lex, table, row, 0);
}

static wq_str id_of_agent(const coder_state *c, const clause_item *it)
{
    bool agent = it->kind == ITEM_ACTOR && it->actor->agent;
    return agent ? id_of(c, LEX_AGENT, it->actor->agent - 1) : STR("");
}

/* Any reading of the item's first word, and the common noun of a mention. */
static uint64_t bits_of(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    const morph_word *w = s->part->token[it->first].morph;
    if (it->kind == ITEM_MARK)
        return 0;
    return str_bit(id_of_agent(c, it)) | (w ? w->ids : 0);
}

void words_note(coder_state *c, const clause_sentence *s)
{
    if (c->words.of == s)
        return;
    uint64_t *bits = ARENA_ARRAY(c->mem, uint64_t, s->n_items + 1);
    c->words.of = s;
    c->words.of_item = bits;
    c->words.of_all = 0;
    for (uint32_t i = 0; i < s->n_items; i++)
        c->words.of_all |= bits[i] = bits_of(c, s, i);
}

bool words_item_has(const coder_state *c, const clause_sentence *s, uint32_t at, wq_str id)
{
    const clause_item *it = &s->item[at];
    const morph_word *w = s->part->token[it->first].morph;
    if (str_eq(id_of_agent(c, it), id))
        return true;
    for (uint32_t i = 0; w && i < w->n; i++) {
        lex_table table = (lex_table)w->v[i].entry.table;
        if (has_id(table) && str_eq(id_of(c, table, w->v[i].entry.row), id))
            return true;
    }
    return false;
}
