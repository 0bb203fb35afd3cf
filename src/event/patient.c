/* Whom police and courts have to do with, where he is no mention of its own: a man whose name no lexicon knows behind the
 * preposition ("arrested ben So-and-so"), a paper whose copies are seized.                                             */
#include "event/doer.h"

static const text_token *token_of(const event_draft *d, const clause_item *it)
{
    return &d->s->part->token[it->first];
}

static bool is_plain(const clause_item *it)
{
    return it->kind == ITEM_WORD && !it->count && !it->direction &&
           !(it->clitics & (MORPH_WA | MORPH_FA));
}

/* A word of no lexicon, which may be a name. */
static bool is_strange(const event_draft *d, const clause_item *it)
{
    const text_token *t = token_of(d, it);
    return is_plain(it) && !(it->clitics & MORPH_PRONOUN) && t->morph && !t->morph->known;
}

/* "ben", "ould": a name may begin with it. */
static bool is_name_head(const coder_state *c, const event_draft *d, const clause_item *it)
{
    const text_token *t = token_of(d, it);
    bool may = is_plain(it) && morph_may_be(t, STR("np_name_head"));
    for (uint32_t i = 0; may && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_FUNCTION &&
            str_eq(lex_cell(c->lex, LEX_FUNCTION, e->row, "kind"), STR("np_name_head")))
            return true;
    }
    return false;
}

/* The item behind a name that begins at item `at`: two words or more of no lexicon, or one behind "ben"; `at`: there is none. */
static uint32_t name_end(const coder_state *c, const event_draft *d, uint32_t at)
{
    enum { LONGEST = 4 };
    const clause_item *it = &d->s->item[at];
    bool headed = is_name_head(c, d, it);
    uint32_t end = at + headed;
    if ((it->clitics & MORPH_AL) || (headed && (end == d->s->n_items || !is_plain(it + 1))))
        return at;
    if (headed)
        end++;
    while (end < d->s->n_items && end < at + LONGEST && is_strange(d, &d->s->item[end]) &&
           !(end > at && (d->s->item[end].clitics & MORPH_PREPOSITION)))
        end++;
    const clause_item *last = &d->s->item[end - (end > at)];
    bool two = headed || (end > at && last->last > it->first + 1);
    return two ? end : at;
}

static void add(coder_state *c, event_draft *d, uint32_t at, uint32_t end, bool paper)
{
    static const wq_str press[] = { { "JRN", 3 } };
    const text_part *p = d->s->part;
    const clause_item *it = &d->s->item[at];
    uint32_t last = d->s->item[end - 1].last;
    wq_actor a = { .text = text_slice_bare(p, it->first, last, it->clitics),
                   .span = text_span_bare(p, it->first, last, it->clitics) };
    if (paper) {
        a.sector = press[0];
        a.sectors = press;
        a.n_sectors = 1;
    }
    role_add_actor(c, &a, &d->recipient);
}

/* "All copies of the paper", "the paper «So-and-so»": the paper, in the phrase that begins at item `at`. */
static bool add_paper(coder_state *c, event_draft *d, uint32_t at)
{
    enum { REACH = 4 };
    for (uint32_t i = at; i < d->s->n_items && i <= at + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        bool of = it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL ||
                  item_is_function(it, STR("transparent"));
        if (!of)
            return false;
        if (it->kind != ITEM_FUNCTION && needs_word(c, d, it, STR("@papers"))) {
            add(c, d, i, i + 1, true);
            return true;
        }
    }
    return false;
}

void patient_find(coder_state *c, event_draft *d, const clause_args *args, wq_str slots)
{
    wq_str mode = event_cell(c, d->row, "mode");
    bool person = str_listed(STR("arrest|convict|release"), '|', mode);
    bool paper = str_eq(mode, STR("censor"));
    int32_t at = person || paper ? role_item(d, slots, args) : -1;
    if (at < 0 && paper)
        at = role_item(d, STR("obj"), args); /* "stopped the publication of" */
    if (at < 0)
        return;
    if (paper) {
        add_paper(c, d, (uint32_t)at);
        return;
    }
    uint32_t end = name_end(c, d, (uint32_t)at);
    if (end > (uint32_t)at)
        add(c, d, (uint32_t)at, end, false);
}
