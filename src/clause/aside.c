/* Asides: "the police, who had looked for them for weeks, arrested ...".  What stands between two commas or dashes and has
 * a verb of its own interrupts a clause; what comes behind it goes on with the clause that it interrupted.               */
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

static bool is_pair(uint32_t cp)
{
    enum { COMMA = 0x60c, EN_DASH = 0x2013, EM_DASH = 0x2014 };
    return cp == COMMA || cp == ',' || cp == '-' || cp == EN_DASH || cp == EM_DASH;
}

/* ", as the ministry said, ": not "and met as well". */
static bool is_as_told(const reader *r, const clause_item *it)
{
    const clause_item *verb = it + 1, *end = r->items.v + r->items.n;
    return str_eq(it->value, STR("as")) && verb < end && verb->kind == ITEM_VERB &&
           lex_in_group(r->in->lex, STR("reports"),
                        lex_cell(r->in->lex, LEX_VERB, verb->entry.row, "id"));
}

/* Can these words open an aside?  "who", "and he is", "accompanied by him", and whatever hangs on a preposition; what
 * wa- or a verb alone opens is the next clause.                                                                        */
static bool opens_aside(const reader *r, const clause_item *it)
{
    if (it->kind == ITEM_VERB)
        return !(it->clitics & (MORPH_WA | MORPH_FA)) && (it->clitics & MORPH_PRONOUN);
    if (item_is_function(it, STR("pronoun")))
        return true; /* "and he is the first who ..." */
    if (it->clitics & (MORPH_WA | MORPH_FA))
        return false;
    if (item_is_function(it, STR("sub")))
        return is_as_told(r, it);
    return item_is_function(it, STR("rel")) || item_is_function(it, STR("prep")) ||
           it->kind == ITEM_ACTOR || it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL;
}

/* The mark that opens the aside which `mark` closes: the last one of the clause that was interrupted. */
static int32_t opening(const reader *r, const clause *c, uint32_t mark)
{
    for (uint32_t i = c->last; i-- > c->first;)
        if (r->items.v[i].kind == ITEM_MARK && r->items.v[i].mark == mark)
            return (int32_t)i > c->verb ? (int32_t)i : CLAUSE_NONE;
    return CLAUSE_NONE;
}

/* Phrases of the verb before the aside that no preposition ties to it: with two of them it has its object. */
static uint32_t bare_phrases(reader *r, const clause *c, uint32_t end)
{
    clause_sentence upto = { .part = r->in->part,
                             .item = r->items.v,
                             .n_items = end,
                             .clause = r->clauses.v,
                             .n_clauses = r->clauses.n };
    clause_args args;
    uint32_t n = clause_topic(&upto, c, c->verb) >= 0;
    clause_args_of(&upto, r->mem, (uint32_t)c->verb, &args);
    for (uint32_t i = 0; i < args.n; i++)
        n += args.v[i].slot.n == 0 && !args.v[i].coordinated;
    return n;
}

typedef enum next_word { NEXT_NONE, NEXT_BARE, NEXT_TIED, NEXT_THAT } next_word;

static next_word kind_of_next(const clause_item *it)
{
    bool hal = it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE &&
               !(it->clitics & MORPH_AL);
    if (item_is_function(it, STR("comp")))
        return it->clitics & MORPH_WA ? NEXT_NONE : NEXT_THAT;
    if ((it->clitics & (MORPH_WA | MORPH_FA)) || hal || it->kind == ITEM_MARK ||
        it->kind == ITEM_VERB)
        return NEXT_NONE;
    if (item_is_function(it, STR("prep")) || it->kind == ITEM_TIME ||
        (it->clitics & MORPH_PREPOSITION))
        return NEXT_TIED;
    return it->kind != ITEM_FUNCTION || item_is_function(it, STR("transparent"))
               ? NEXT_BARE
               : NEXT_NONE;
}

/* ---- without commas ---------------------------------------------------------------------- */

/* A relative clause right behind its noun: "gunmen who belong to", "gunmen belonging to". */
static bool is_restrictive(const reader *r, const clause *c)
{
    const clause_item *it = &r->items.v[c->first];
    if (c->first == 0 || it[-1].kind == ITEM_MARK)
        return false;
    if (c->opener == OPEN_WHO)
        return true;
    return c->opener == OPEN_AND && it->kind == ITEM_VERB &&
           !(it->clitics & (MORPH_WA | MORPH_FA)) && it[-1].kind == ITEM_ACTOR &&
           !it[-1].actor->definite && it[-1].actor->kind == ACTOR_GROUP &&
           !(it[-1].clitics & MORPH_PREPOSITION);
}

static bool is_plain_noun(const clause_item *it)
{
    return (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) && !it->count;
}

/* "in a (press) statement that he issued", "in a meeting that officials attended": behind a noun without article, the verb takes it
 * up with a pronoun, or has it as its subject: "that came out on Monday".                                              */
static bool takes_up_noun(const reader *r, const clause *c)
{
    const clause_item *verb = &r->items.v[c->first], *noun = verb - 1;
    if (c->opener != OPEN_AND || c->verb != (int32_t)c->first || c->first < 2 ||
        (verb->clitics & (MORPH_WA | MORPH_FA)))
        return false;
    if (noun[-1].said_in ||
        (noun->clitics == 0 && (noun->kind == ITEM_WORD || noun->kind == ITEM_ADJ) &&
         is_plain_noun(noun - 1) && noun[-1].clitics == 0))
        noun--;
    if (!is_plain_noun(noun) || (noun->clitics & (MORPH_AL | MORPH_PRONOUN)))
        return false;
    return (verb->clitics & (MORPH_HU | MORPH_HA)) ||
           ((uint32_t)c->verb + 1 < r->items.n &&
            item_is_function(verb + 1, STR("prep_pronoun"))) ||
           reader_may_be_of_group(r->in->lex, &r->in->part->token[verb->first],
                                  STR("comes_out"));
}

/* Is the next item of the clause above, behind such a relative clause?  Where that has its own subject, or one who speaks by it, a
 * deed is; somebody only behind a verb that wants him: "accused in a speech that he gave in Paris Iran of".               */
static bool is_behind_text(reader *r, const clause *c, const clause *rel,
                           const clause_item *it)
{
    const lexicon *lex = r->in->lex;
    const clause_item *verb = &r->items.v[rel->verb];
    bool more = r->items.n > (uint32_t)rel->verb + 1;
    bool subject = more && bare_phrases(r, rel, r->items.n) > 0;
    const text_token *word = &r->in->part->token[verb->first];
    bool utters = reader_may_be_of_group(lex, word, STR("utters"));
    if (!more || (!subject && !utters) || (it->clitics & MORPH_PREPOSITION))
        return false;
    if (it->kind == ITEM_NOMINAL)
        return !subject && it->entry.form != LEX_ACTIVE && it->entry.form != LEX_PASSIVE;
    const clause_item *above = &r->items.v[c->verb];
    const clause_item *last = &r->items.v[r->items.n - 1];
    bool man = !(verb->entry.feats & LEX_F_FEM);
    bool speaks = !subject && !reader_may_be_of_group(lex, word, STR("comes_out")) &&
                  it->kind == ITEM_ACTOR && /* "that the ministry issued on Monday" */
                  (it->actor->kind == ACTOR_STATE ? !man : clause_agrees(verb, it));
    bool named = last->kind == ITEM_ACTOR && it->kind == ITEM_ACTOR &&
                 it->actor->kind == ACTOR_PERSON; /* who spoke, and his name */
    return it->kind == ITEM_ACTOR && !named && !speaks &&
           lex_in_group(lex, STR("addresses"),
                        lex_cell(lex, LEX_VERB, above->entry.row, "id"));
}

/* Nothing can be owned by this word any more, or the next one shows by its ending that it is not owned. */
static bool ends_phrase(const reader *r, const clause_item *last, const clause_item *next)
{
    const text_token *t = &r->in->part->token[next->first];
    wq_str raw = text_raw(r->in->part, t);
    bool named = last->kind == ITEM_ACTOR &&
                 (last->actor->definite || last->actor->kind != ACTOR_GROUP);
    bool closed = named || last->kind == ITEM_PLACE || last->kind == ITEM_TIME ||
                  (last->clitics & (MORPH_AL | MORPH_PRONOUN));
    bool accusative = next->kind == ITEM_ACTOR && next->actor->kind == ACTOR_GROUP &&
                      !next->actor->definite && str_ends(raw, STR(AR_ALEF));
    bool counted = next->count && last > r->items.v && is_plain_noun(last) &&
                   is_plain_noun(last - 1); /* "drives a mined car: 13 soldiers" */
    return last->kind != ITEM_FUNCTION && (closed || accusative || counted);
}

/* "his, their ...": in any reading of the item's last word. */
static bool has_pronoun(const reader *r, const clause_item *it)
{
    const text_token *t = &r->in->part->token[it->last - 1];
    const morph_word *w = t->morph;
    bool noun =
        (it->kind == ITEM_ACTOR || it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) &&
        !clause_ends_in_teh(r->in->part, it); /* folded, it looks like one */
    for (uint32_t i = 0; noun && w && i < w->n; i++)
        if (w->v[i].clitics & MORPH_PRONOUN)
            return true;
    return false;
}

/* "which lasts two days": a length of time is all that the verb wants. */
static bool lasts(const reader *r, const clause *rel)
{
    const clause_item *last = &r->items.v[r->items.n - 1];
    return (uint32_t)rel->verb + 2 == r->items.n && last->kind == ITEM_TIME &&
           last->time->type == TIME_DURATION &&
           (r->items.v[rel->verb].entry.feats & LEX_F_IMPERFECT);
}

/* Has the relative clause all that its own verb needs: a pronoun, an object, or a preposition at once? */
static bool is_full(reader *r, const clause *rel)
{
    const clause_item *verb = &r->items.v[rel->verb];
    if ((uint32_t)rel->verb + 1 >= r->items.n)
        return false;
    bool tied = item_is_function(verb + 1, STR("prep")) &&
                !str_eq(verb[1].value, STR("fi")); /* "met in Paris" wants more */
    bool whose = has_pronoun(r, verb + 1);
    return tied || lasts(r, rel) || (verb->clitics & MORPH_PRONOUN) ||
           (verb[1].clitics & MORPH_PREPOSITION) ||
           (!whose && bare_phrases(r, rel, r->items.n) > 0); /* "whose leader visited" */
}

/* The last word before `end` items; a time between dashes there is passed over: "which it leads - on Thursday -", and so are
 * marks before a number: "a bomber who is said to be of the network killed, 32 people".                              */
static const clause_item *last_word(const reader *r, const clause_item *it)
{
    uint32_t i = r->items.n;
    const clause_item *item = r->items.v;
    while (it->count && i > 1 && item[i - 1].kind == ITEM_MARK &&
           (item_is_comma(&item[i - 1]) || !is_pair(item[i - 1].mark)))
        i--;
    if (i > 2 && item[i - 1].kind == ITEM_MARK && is_pair(item[i - 1].mark) &&
        item[i - 2].kind == ITEM_TIME && item[i - 3].mark == item[i - 1].mark)
        i -= 3;
    return i ? &item[i - 1] : NULL;
}

/* "the planes, which took off from the base, bombed CAMPS": behind a strike, what no preposition ties in a relative clause whose verb
 * has one at once.                                                                                                    */
static bool is_struck(const reader *r, const clause *c, const clause *rel)
{
    const clause_item *tie = &r->items.v[rel->verb] + 1;
    return c->verb >= 0 &&
           lex_in_group(
               r->in->lex, STR("bombards"),
               lex_cell(r->in->lex, LEX_VERB, r->items.v[c->verb].entry.row, "id")) &&
           (uint32_t)rel->verb + 2 < r->items.n && item_is_function(tie, STR("prep")) &&
           str_eq(tie->value, STR("min"));
}

/* "the coalition, which X leads, launched RAIDS": an indefinite noun can't be of a clause whose verb has its subject and, with
 * the pronoun for the noun it describes, its object.                                                                  */
static bool is_left_over(reader *r, const clause *c, const clause *rel,
                         const clause_item *it)
{
    const clause_item *verb = &r->items.v[rel->verb];
    const text_token *t = &r->in->part->token[it->first];
    bool noun = (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) && it->clitics == 0 &&
                it->entry.form != LEX_ACTIVE && it->entry.form != LEX_PASSIVE &&
                !str_ends(t->form, STR(AR_ALEF)); /* an adverb */
    return noun && (lasts(r, rel) || is_struck(r, c, rel) ||
                    ((verb->clitics & (MORPH_HU | MORPH_HA)) &&
                     bare_phrases(r, rel, r->items.n) > 0));
}

/* "in a statement the agency got a copy of (it) THE ATTACK": a pronoun at the very end takes up the noun without article that the
 * verb stands right behind.                                                                                           */
static bool is_copied(const reader *r, const clause *rel, const clause_item *last)
{
    const clause_item *verb = &r->items.v[rel->verb], *noun = verb - 1;
    return rel->opener == OPEN_AND && rel->verb == (int32_t)rel->first && rel->first > 1 &&
           !(verb->clitics & (MORPH_WA | MORPH_FA)) && is_plain_noun(noun) &&
           noun->clitics == 0 && item_is_function(noun - 1, STR("prep")) &&
           item_is_function(last, STR("prep_pronoun")) && last > verb + 2;
}

/* Does the relative clause end before item `it`, having all that it needs? */
static bool has_ended(reader *r, const clause *c, const clause *rel, const clause_item *it)
{
    const clause_item *last = last_word(r, it);
    if (!last || is_copied(r, rel, last))
        return last != NULL;
    if (last->count)
        return false;
    bool text = takes_up_noun(r, rel);
    bool phrase =
        text || it->kind == ITEM_ACTOR || it->count || is_left_over(r, c, rel, it);
    if (!phrase || !ends_phrase(r, last, it))
        return false;
    return text ? c->verb >= 0 && is_behind_text(r, c, rel, it)
                : is_restrictive(r, rel) && is_full(r, rel);
}

/* "Gunmen belonging to the network killed FIVE SOLDIERS": the object of the verb above, behind a relative clause. */
static int32_t restrictive_interrupts(reader *r, const clause_item *it)
{
    const clause *rel = &r->clauses.v[r->clauses.n - 1];
    bool behind_noun = rel->opener == OPEN_WHO || rel->opener == OPEN_AND;
    if (!behind_noun || kind_of_next(it) != NEXT_BARE)
        return CLAUSE_NONE;
    const clause *c = &r->clauses.v[rel->parent];
    if (!has_ended(r, c, rel, it))
        return CLAUSE_NONE;
    bool above = c->verb >= 0 && c->verb < (int32_t)rel->first && c->opener != OPEN_WHO;
    if (!above || bare_phrases(r, c, rel->first) != 1)
        return CLAUSE_NONE;
    return c->whole >= 0 ? c->whole : rel->parent;
}

/* "..., which left, doctors say, wounded": behind "what" at a comma the verb still wants its object, and the comma behind it
 * opens an aside instead of closing one.                                                                             */
static bool wants_object(reader *r)
{
    const clause *c = &r->clauses.v[r->clauses.n - 1];
    if (c->verb < 2)
        return false;
    const clause_item *verb = &r->items.v[c->verb], *what = verb - 1;
    if ((verb->clitics & MORPH_PRONOUN) || (verb->entry.feats & LEX_F_PASSIVE) ||
        !item_is_comma(what - 1))
        return false;
    wq_str form = r->in->part->token[what->first].form;
    return (str_eq(form, STR(AR_MEEM AR_ALEF)) ||
            str_eq(form, STR(AR_MEEM AR_MEEM AR_ALEF))) &&
           bare_phrases(r, c, r->items.n) == 0;
}

/* "... and the Iranian, Hassan Rouhani": the comma between the two closes nothing. */
static bool is_nationality_before_name(const clause_item *mark, const clause_item *it)
{
    return it->kind == ITEM_ACTOR && mark[-1].kind == ITEM_ADJ &&
           (mark[-1].clitics & MORPH_WA);
}

static bool is_talk(const reader *r, int32_t verb)
{
    return lex_in_group(r->in->lex, STR("talks_with"),
                        lex_cell(r->in->lex, LEX_VERB, r->items.v[verb].entry.row, "id"));
}

/* "The envoy, who is visiting Doha, discussed with": a verb of talks has its partner behind the relative clause. */
static int32_t partner_follows(const reader *r, const clause_item *it)
{
    if (!item_is_function(it, STR("prep")) || !str_eq(it->value, STR("maa")))
        return CLAUSE_NONE;
    const clause *rel = &r->clauses.v[r->clauses.n - 1];
    if (rel->opener != OPEN_WHO || rel->verb < 0 || rel->parent < 0 ||
        is_talk(r, rel->verb))
        return CLAUSE_NONE;
    const clause *c = &r->clauses.v[rel->parent];
    if (c->verb < 0 || c->verb >= (int32_t)rel->first || !is_talk(r, c->verb))
        return CLAUSE_NONE;
    for (uint32_t i = (uint32_t)c->verb + 1; i < rel->first; i++)
        if (item_is_function(&r->items.v[i], STR("prep")) ||
            r->items.v[i].kind == ITEM_NOMINAL)
            return CLAUSE_NONE; /* "who" may describe somebody else */
    return c->whole >= 0 ? c->whole : rel->parent;
}

int32_t aside_interrupts(reader *r, const clause_item *it)
{
    enum { DEPTH = 3 };
    const clause_item *mark = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    const clause *now = &r->clauses.v[r->clauses.n - 1];
    if (now->parent < 0)
        return CLAUSE_NONE; /* nothing is above it */
    int32_t above = now->verb < 0 ? CLAUSE_NONE : restrictive_interrupts(r, it);
    above = above < 0 ? partner_follows(r, it) : above;
    if (above >= 0)
        return above;
    if (!mark || mark->kind != ITEM_MARK || !is_pair(mark->mark))
        return CLAUSE_NONE;
    next_word next = kind_of_next(it);
    if (next == NEXT_NONE || wants_object(r) || is_nationality_before_name(mark, it))
        return CLAUSE_NONE;
    int32_t k = r->clauses.v[r->clauses.n - 1].parent;
    for (int depth = 0; k >= 0 && depth < DEPTH; depth++, k = r->clauses.v[k].parent) {
        const clause *c = &r->clauses.v[k];
        int32_t at = c->verb < 0 ? CLAUSE_NONE : opening(r, c, mark->mark);
        if (at < 0)
            continue;
        if (!opens_aside(r, &r->items.v[at + 1]))
            return CLAUSE_NONE;
        bool lacks = next != NEXT_BARE || bare_phrases(r, c, (uint32_t)at) <= 1;
        return !lacks ? CLAUSE_NONE : c->whole >= 0 ? c->whole : k;
    }
    return CLAUSE_NONE;
}
