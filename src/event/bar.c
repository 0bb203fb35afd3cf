/* Words that speak against events: an attack in a match is no assault, nor is what an earthquake strikes. */
#include "event/draft.h"
#include "text/match.h"

static void add(coder_state *c, const lex_entry *e)
{
    if (e->table != LEX_BAR)
        return;
    wq_str types = lex_cell(c->lex, LEX_BAR, e->row, "types");
    for (uint32_t i = 0; i < c->n_barred; i++)
        if (c->barred[i].p == types.p)
            return;
    if (types.n && c->n_barred < BAR_MAX)
        c->barred[c->n_barred++] = types;
}

/* Single words are known from their analyses, with the article too; phrases are looked up. */
void bar_sentence(coder_state *c, const clause_sentence *s)
{
    const text_sentence *t = &s->part->sentence[s->sentence];
    c->n_barred = 0;
    c->bar_asked = c->bar_says = 0;
    for (uint32_t at = t->first; at < t->last; at++) {
        const morph_word *w = s->part->token[at].morph;
        for (uint32_t i = 0; w && (w->tables & LEX_BIT(LEX_BAR)) && i < w->n; i++)
            if (!(w->v[i].clitics & MORPH_PRONOUN)) /* "suicidal" is spelt "my suicide" */
                add(c, &w->v[i].entry);
        if (!match_may_be(&s->part->token[at], LEX_BIT(LEX_BAR)))
            continue;
        uint32_t n;
        match_hit room[MATCH_MAX];
        const match_hit *hit = match_list(c->lex, s->part, at, room, &n);
        for (uint32_t h = 0; h < n; h++)
            for (uint32_t i = 0; (hit[h].tables & LEX_BIT(LEX_BAR)) && i < hit[h].n; i++)
                add(c, &hit[h].entry[i]);
    }
}

/* The types that a word of the sentence forbids in the whole article; n == 0: none. */
static wq_str forbids_everywhere(const coder_state *c, const text_part *p,
                                 const text_sentence *t)
{
    for (uint32_t at = t->first; at < t->last; at++) {
        const morph_word *w = p->token[at].morph;
        for (uint32_t i = 0; w && (w->tables & LEX_BIT(LEX_BAR)) && i < w->n; i++) {
            const lex_entry *e = &w->v[i].entry;
            if (e->table == LEX_BAR && !(w->v[i].clitics & MORPH_PRONOUN) &&
                str_eq(lex_cell(c->lex, LEX_BAR, e->row, "reach"), STR("article")))
                return lex_cell(c->lex, LEX_BAR, e->row, "types");
        }
    }
    return STR("");
}

void bar_article(coder_state *c, const text_part *p)
{
    enum { EVERY = 4, FEWEST = 2 };
    uint32_t n = 0;
    for (uint32_t i = 0; i < p->n_sentences; i++) {
        wq_str types = forbids_everywhere(c, p, &p->sentence[i]);
        n += types.n > 0;
        if (types.n &&
            (p->which == WQ_PART_TITLE || (n >= FEWEST && n * EVERY >= p->n_sentences)))
            c->barred_everywhere = types;
    }
}

bool bar_forbids(const coder_state *c, wq_str type)
{
    if (str_listed(c->barred_everywhere, '|', type))
        return true;
    for (uint32_t i = 0; i < c->n_barred; i++)
        if (str_listed(c->barred[i], '|', type))
            return true;
    return false;
}

bool bar_forbids_row(coder_state *c, const event_row *row)
{
    if (row->type_row < 0 || row->type_row >= 64)
        return bar_forbids(c, row->type);
    uint64_t bit = (uint64_t)1 << row->type_row;
    if (!(c->bar_asked & bit) && bar_forbids(c, row->type))
        c->bar_says |= bit;
    c->bar_asked |= bit;
    return c->bar_says & bit;
}
