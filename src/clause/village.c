/* Toponyms: what counts as one, what describes one; and towns and villages of two words that no gazetteer knows: "قرية دير الشرقي", "بلدة كفر عويد".  A word such names begin with
 * (np_place_head of morph/function.tsv) tells that what follows is no verb and nobody's name.                            */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* "the town of", without article: a name stands behind it. */
static bool is_town_of(const reader *r, uint32_t at)
{
    const text_token *t = &r->in->part->token[at];
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_NOUN && !(m->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
            str_eq(lex_cell(r->in->lex, LEX_NOUN, m->entry.row, "kind"), STR("town_w")))
            return true;
    }
    return false;
}

/* Is the token a function word of this kind, with no other clitics than these? */
static bool is_head(const reader *r, uint32_t at, wq_str kind, uint16_t clitics)
{
    const text_token *t = &r->in->part->token[at];
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_FUNCTION && !(m->clitics & ~clitics) &&
            str_eq(lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "kind"), kind))
            return true;
    }
    return false;
}

/* A word that nothing hangs on. */
static bool ends_name(const reader *r, uint32_t at)
{
    const text_part *p = r->in->part;
    const text_token *t = at < p->n_tokens ? &p->token[at] : NULL;
    if (!t || t->kind != TOKEN_WORD || t->masked)
        return false;
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_FUNCTION || m->entry.table == LEX_TIME ||
            (m->clitics & MORPH_PRONOUN))
            return false;
    }
    return true;
}

static void make_transparent(clause_item *it)
{
    it->kind = ITEM_FUNCTION;
    item_name(it, STR("transparent"));
    it->value = STR("place");
}

bool reader_village(reader *r, uint32_t at, const place_mention *known, clause_item *it)
{
    clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    if ((known && known->last > at + 1) || !before || before->last != at || at == 0 ||
        !is_town_of(r, at - 1) || !is_head(r, at, STR("np_place_head"), 0) ||
        !ends_name(r, at + 1))
        return false;
    make_transparent(before);
    it->kind = ITEM_WORD;
    it->last = at + 2;
    return true;
}

static bool is_local(const clause_item *it)
{
    return item_is_function(it, STR("prep")) &&
           str_listed(STR("fi|ila|min|nahw|qurb"), '|', it->value);
}

void reader_land(reader *r, const clause_item *it)
{
    clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    if (!before || before->last != it->first ||
        (before->kind != ITEM_NOMINAL && before->kind != ITEM_WORD))
        return;
    const morph_word *w = r->in->part->token[it->first].morph;
    bool in = r->items.n > 1 && is_local(before - 1);
    bool land = it->kind == ITEM_PLACE && it->place->rank != PLACE_COUNTRY &&
                it->place->rank != PLACE_CAPITAL && !(it->clitics & MORPH_PREPOSITION);
    bool strange = it->kind == ITEM_WORD && !(w && w->known) && !it->clitics && !it->count;
    if (((land && (in || (before->clitics & MORPH_BI))) || (strange && in)) &&
        is_head(r, before->first, STR("np_land_maybe"), MORPH_BI))
        make_transparent(before);
}

/* A doubtful toponym counts after a local preposition or a word like "city"; one that is a word of ours too only there. */
bool reader_place_counts(reader *r, const place_mention *place)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    const text_token *t = &r->in->part->token[place->first];
    if (!place->weak || (before && item_is_function(before, STR("transparent")) &&
                         before->value.n && !str_eq(before->value, STR("one"))))
        return true;
    if (!before || reader_nominal(r, t) || morph_as(t, LEX_FUNCTION, -1) ||
        (place->clitics & MORPH_PREPOSITION)) /* "bi-dawr": a role */
        return false;
    if (reader_finite(
            r, t)) /* "control of Sirte", spelt like a verb, which none stands behind */
        return is_local(before) || str_eq(before->value, STR("ala"));
    return is_local(before) || (before->direction && !(before->clitics & MORPH_AL));
}

bool reader_describes_place(const reader *r, const actor_mention *actor)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    const text_token *t = &r->in->part->token[actor->first];
    return before && before->kind == ITEM_PLACE && before->last == actor->first &&
           actor->kind == ACTOR_STATE && actor->last == actor->first + 1 &&
           !actor->clitics && str_starts(t->form, STR(AR_AL)) &&
           morph_as(t, LEX_COUNTRY, LEX_NISBA) &&
           str_eq(before->place->country, actor->a.country);
}
