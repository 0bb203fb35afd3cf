/* Function words, of one token and of several. */
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* Words that only noun phrases use (np_modifier ...) are plain words here. */
static bool of_noun_phrase(wq_str kind)
{
    return str_starts(kind, STR("np_"));
}

/* "congratulated" is folded to "here": a hamza at the end is no adverb's; "again" behind a comma is "renewing". */
static bool is_written_otherwise(reader *r, const text_token *t, wq_str kind)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    if (!str_eq(kind, STR("adverb")))
        return false;
    return str_ends(text_raw(r->in->part, t), STR(AR_ALEF_HAMZA_ABOVE)) ||
           (before && item_is_comma(before) && morph_as(t, LEX_VERB, LEX_ACTIVE));
}

/* A letter alone is a preposition where tatweel ties it to what follows, or a quotation or a number stands right behind it; else
 * it is somebody's initial.                                                                                          */
static bool is_initial(reader *r, uint32_t at, const clause_item *it)
{
    enum { LETTER = 2 };
    const text_part *p = r->in->part;
    const text_token *t = &p->token[at];
    bool alone = str_eq(it->function, STR("prep")) && t->form.n <= 2 * LETTER &&
                 (str_eq(it->value, STR("li")) || str_eq(it->value, STR("bi")));
    bool before = at + 2 < p->n_tokens &&
                  (t[1].kind == TOKEN_NUMBER ||
                   (t[1].kind == TOKEN_PUNCT && t[2].quote && t[2].quote != t->quote));
    return alone && !before && !str_ends(text_raw(p, t), STR(AR_TATWEEL));
}

/* "at dawn" is spelt like "the two blew up", behind which comes what they blew up. */
static bool is_rather_of_two(const reader *r, uint32_t at, const clause_item *it)
{
    const text_part *p = r->in->part;
    const morph_analysis *verb = morph_as(&p->token[at], LEX_VERB, LEX_VERBFORM);
    return str_eq(it->function, STR("adverb")) && it->value.n == 0 && verb &&
           (verb->entry.feats & LEX_F_DUAL) && at + 1 < p->n_tokens &&
           p->token[at + 1].kind != TOKEN_PUNCT;
}

/* The function word that `it` is read as is another word here. */
static bool is_other_word(reader *r, uint32_t at, const clause_item *it)
{
    const text_token *t = &r->in->part->token[at];
    return of_noun_phrase(it->function) || is_written_otherwise(r, t, it->function) ||
           is_initial(r, at, it) || is_rather_of_two(r, at, it);
}

/* "the coordinator, and one of the most prominent negotiators": it says what she is. */
static bool is_behind_and_one(const reader *r)
{
    const clause_item *it = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    return it && item_is_function(it, STR("transparent")) && (it->clitics & MORPH_WA) &&
           str_eq(it->value, STR("one"));
}

bool reader_function(reader *r, uint32_t at, clause_item *it)
{
    const text_token *t = &r->in->part->token[at];
    bool verb = false; /* "opened" is shorter taken apart than "and under" */
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        verb = verb || (m->entry.table == LEX_VERB && m->entry.form == LEX_VERBFORM &&
                        m->clitics == 0);
        if (verb && (m->clitics & MORPH_FA))
            continue;
        if (m->entry.table != LEX_FUNCTION ||
            (m->clitics & MORPH_KA)) /* wa-kana, not wa-ka-anna */
            continue;
        item_name(it, lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "kind"));
        it->value = lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "value");
        if (is_other_word(r, at, it))
            continue;
        if (str_eq(it->value, STR("bisabab")) && (m->clitics & MORPH_BI))
            continue; /* "recognised the result (بنتيجة)", not "as a result of" */
        if (str_eq(it->function, STR("foremost"))) {
            if (!reader_leads_to_somebody(r, at + 1) || is_behind_and_one(r))
                continue;
            item_name(it, STR("transparent"));
        }
        if (m->clitics & MORPH_PRONOUN) { /* with him, to her: complete in itself */
            if (!str_eq(it->function, STR("prep")) || morph_is_marbuta(t, m))
                continue;
            item_name(it, STR("prep_pronoun"));
        }
        it->kind = ITEM_FUNCTION;
        it->entry = m->entry;
        it->clitics = m->clitics;
        return true;
    }
    return false;
}

/* People or forces: "a batch of prisoners", "a group of 12 activists", not "from Germany". */
static bool is_group_at(reader *r, uint32_t at)
{
    bool counted =
        at < r->in->part->n_tokens && reader_is_count(r, &r->in->part->token[at]);
    const actor_mention *who = reader_actor_at(r, counted ? at + 1 : at);
    return who && (who->clitics & ~(unsigned)MORPH_AL) == 0 &&
           (who->kind == ACTOR_GROUP || str_eq(who->a.sector, STR("MIL")));
}

bool reader_function_phrase(reader *r, uint32_t at, clause_item *it)
{
    match_hit room[MATCH_MAX];
    uint32_t n;
    const match_hit *hit = match_list(r->in->lex, r->in->part, at, room, &n);
    for (uint32_t h = 0; h < n && hit[h].tokens > 1; h++)
        for (uint32_t i = 0; (hit[h].tables & LEX_BIT(LEX_FUNCTION)) && i < hit[h].n; i++) {
            const lex_entry *e = &hit[h].entry[i];
            if (e->table != LEX_FUNCTION)
                continue;
            item_name(it, lex_cell(r->in->lex, LEX_FUNCTION, e->row, "kind"));
            bool people = str_eq(it->function, STR("some_people"));
            bool first = str_eq(it->function, STR("foremost"));
            if (of_noun_phrase(it->function) ||
                (people && !is_group_at(r, at + hit[h].tokens)) ||
                (first && !reader_leads_to_somebody(r, at + hit[h].tokens)))
                continue;
            if (people || first)
                item_name(it, STR("transparent"));
            it->kind = ITEM_FUNCTION;
            it->last = at + hit[h].tokens;
            it->clitics = hit[h].clitics;
            it->value = lex_cell(r->in->lex, LEX_FUNCTION, e->row, "value");
            return true;
        }
    return false;
}
