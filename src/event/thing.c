/* Things that nobody is: what the pronoun on a verb takes up ("a draft that the council adopted; Cuba opposed it"), and what a
 * clause without a verb says of its subject ("that the blockade is a crime").                                             */
#include "event/draft.h"
#include "script/letters.h"

static bool is_noun(const clause_item *it)
{
    return it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
}

/* "it", as its gender goes: a noun in the feminine or a plural is "she". */
static bool agrees(const clause_sentence *s, const clause_item *it, uint16_t pronoun)
{
    bool her = str_ends(s->part->token[it->last - 1].form, STR(AR_HEH));
    const morph_word *w = s->part->token[it->first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        her =
            her || (w->v[i].entry.table == LEX_NOUN && (w->v[i].entry.feats & LEX_F_PLUR));
    return her == ((pronoun & MORPH_HA) != 0);
}

int32_t thing_meant(const coder_state *c, const event_draft *d)
{
    const clause_item *verb = &d->s->item[d->trigger];
    uint16_t pronoun = verb->clitics & (MORPH_HU | MORPH_HA);
    if (verb->kind != ITEM_VERB || !pronoun)
        return -1;
    for (uint32_t i = d->trigger; i-- > 0;) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_ACTOR && role_fits(it->actor, pronoun) &&
            i + 1 != draft_clause(d)->first)
            return -1; /* somebody stands nearer */
        if (is_noun(it) && agrees(d->s, it, pronoun) && needs_word(c, d, it, STR("@text")))
            return (int32_t)i;
    }
    return -1;
}

/* Nothing more can belong to this phrase but adjectives with the article. */
static bool is_closed(const clause_item *it)
{
    return it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE ||
           (it->clitics & (MORPH_AL | MORPH_PRONOUN));
}

static bool is_quotation_mark(const clause_item *it)
{
    return it->kind == ITEM_MARK &&
           (it->mark == 0xab || it->mark == 0xbb || it->mark == 0x201c ||
            it->mark == 0x201d || it->mark == '"');
}

/* May a phrase that hangs on the subject, a pronoun or a quotation mark stand before the predicate? */
static bool is_passed_over(const clause_item *it)
{
    return item_is_function(it, STR("pronoun")) || item_is_function(it, STR("adverb")) ||
           item_is_function(it, STR("transparent")) || it->kind == ITEM_TIME ||
           it->kind == ITEM_ADJ || is_quotation_mark(it);
}

/* Where the predicate is looked for in clause `cl`, and whether its subject's phrase has ended there; 0: it has none. */
static uint32_t from_where(const coder_state *c, const event_draft *d, const clause *cl,
                           bool *closed)
{
    wq_str that = d->s->part->token[d->s->item[cl->first].first].form;
    *closed = true;
    if (cl->negated)
        return 0;
    if (cl->verb >= 0)
        return needs_word(c, d, &d->s->item[cl->verb], STR("@amounts_to"))
                   ? (uint32_t)cl->verb + 1
                   : 0;
    *closed = antecedent_clitics(that) != MORPH_HU || str_ends(that, STR(AR_HEH));
    return cl->first + 1;
}

int32_t thing_predicate(const coder_state *c, const event_draft *d)
{
    const clause *cl = role_clause_that(d);
    bool closed, governed = false;
    uint32_t from = cl ? from_where(c, d, cl, &closed) : 0;
    for (uint32_t i = from; from && i < cl->last; i++) {
        const clause_item *it = &d->s->item[i];
        if (is_passed_over(it))
            continue;
        if (item_is_function(it, STR("prep")) || (it->clitics & MORPH_PREPOSITION)) {
            governed = it->kind == ITEM_FUNCTION;
            closed = closed && (governed || is_closed(it));
        } else if (is_closed(it)) {
            closed = true;
            governed = false;
        } else if (!is_noun(it) || (it->clitics & (MORPH_WA | MORPH_FA))) {
            return -1;
        } else {
            if (closed && !governed)
                return (int32_t)i;
            closed = governed = false;
        }
    }
    return -1;
}
