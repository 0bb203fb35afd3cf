/* Which rows a word of the sentence is named by, as it is read there and as words of the same spelling. */
#include "event/draft.h"

/* The rows of a table, events or light verbs, that name a word. */
static const uint32_t *rows_of(const coder_state *c, const lex_entry *word, lex_table table,
                               uint32_t *n)
{
    const word_uses *u = words_uses(c, word->table, word->row);
    *n = table == LEX_EVENT ? u->n_event : u->n_light;
    return table == LEX_EVENT ? u->event : u->light;
}

static uint32_t add_rows(const coder_state *c, const lex_entry *word, lex_table table,
                         uint32_t *rows, uint32_t found)
{
    uint32_t n;
    const uint32_t *more = rows_of(c, word, table, &n);
    for (uint32_t i = 0; i < n && found < ROWS_MAX; i++)
        rows[found++] = more[i];
    return found;
}

/* Most words have none, in any reading. */
static bool has_rows(const coder_state *c, const morph_word *w, const clause_item *it,
                     lex_table table)
{
    uint32_t n;
    if (w && (w->uses & LEX_BIT(table)))
        return true;
    (void)rows_of(c, &it->entry, table, &n);
    return n > 0;
}

/* "You throw", where the word may be "they received": a report speaks to nobody. */
static bool is_address(const morph_analysis *m, const clause_item *it)
{
    uint32_t person = LEX_F_1 | LEX_F_2 | LEX_F_3;
    return (m->entry.feats & person) == LEX_F_2 && (it->entry.feats & LEX_F_3);
}

/* "Is called", spelt like "claims": where an active verb is meant as well, the passive is not. */
static bool is_passive(const morph_analysis *m)
{
    return (m->entry.feats & (LEX_F_PASSIVE | LEX_F_IMPERFECT)) ==
           (LEX_F_PASSIVE | LEX_F_IMPERFECT);
}

static bool is_active(const morph_analysis *m, const clause_item *it)
{
    return m->entry.table == LEX_VERB && m->entry.form == LEX_VERBFORM &&
           m->clitics == it->clitics && (m->entry.feats & LEX_F_3) &&
           (m->entry.feats & LEX_F_IMPERFECT) && !(m->entry.feats & LEX_F_PASSIVE);
}

static bool has_active(const morph_word *w, const clause_item *it)
{
    for (uint32_t i = 0; w && i < w->n; i++)
        if (is_active(&w->v[i], it))
            return true;
    return false;
}

/* Another word of the same spelling, taken apart in the same way: "signed" and "happened". */
static bool is_homograph(const morph_analysis *m, const clause_item *it)
{
    bool word = m->entry.table == LEX_VERB || m->entry.table == LEX_NOUN;
    bool finite = m->entry.table == LEX_VERB && m->entry.form == LEX_VERBFORM;
    if ((m->entry.feats & LEX_F_JUSSIVE) && !(it->entry.feats & LEX_F_JUSSIVE))
        return false; /* "describes", which behind "not" may be "liquidated" */
    return word && !is_address(m, it) && m->clitics == it->clitics &&
           finite == (it->kind == ITEM_VERB) &&
           (m->entry.table != it->entry.table || m->entry.row != it->entry.row);
}

uint32_t trigger_rows(const coder_state *c, const clause_sentence *s, uint32_t at,
                      lex_table table, uint32_t *rows)
{
    const clause_item *it = &s->item[at];
    const morph_word *w = s->part->token[it->first].morph;
    if (!has_rows(c, w, it, table))
        return 0;
    if (it->entry.table == LEX_NOUN &&
        (lex_kind_bit(c->lex, LEX_NOUN, it->entry.row) & str_bit(STR("town_w"))) &&
        str_eq(lex_cell(c->lex, LEX_NOUN, it->entry.row, "kind"), STR("town_w")))
        return 0; /* "the city", spelt like "she who condemns" */
    bool active = it->kind == ITEM_VERB && has_active(w, it);
    bool passive = (it->entry.feats & LEX_F_PASSIVE) && (it->entry.feats & LEX_F_IMPERFECT);
    uint32_t n = active && passive ? 0 : add_rows(c, &it->entry, table, rows, 0);
    for (uint32_t i = 0; w && i < w->n; i++)
        if (is_homograph(&w->v[i], it) && !(active && is_passive(&w->v[i])))
            n = add_rows(c, &w->v[i].entry, table, rows, n);
    return n;
}

bool trigger_is_of_type(const coder_state *c, const event_draft *d, uint32_t at)
{
    uint32_t rows[ROWS_MAX];
    uint32_t n = trigger_rows(c, d->s, at, LEX_EVENT, rows);
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(event_cell(c, rows[i], "type"), event_cell(c, d->row, "type")))
            return true;
    return false;
}
