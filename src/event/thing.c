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

/* The text that a pronoun of the trigger's clause takes up, which is looked for before item `from`. */
static int32_t text_before(const coder_state *c, const event_draft *d, uint32_t from,
                           uint16_t pronoun)
{
    for (uint32_t i = from; i-- > 0;) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_ACTOR && role_fits(it->actor, pronoun) &&
            i + 1 != draft_clause(d)->first)
            return -1; /* somebody stands nearer */
        if (is_noun(it) && agrees(d->s, it, pronoun) && needs_word(c, d, it, STR("@text")))
            return (int32_t)i;
    }
    return -1;
}

int32_t thing_meant(const coder_state *c, const event_draft *d)
{
    const clause_item *verb = &d->s->item[d->trigger];
    uint16_t pronoun = verb->clitics & (MORPH_HU | MORPH_HA);
    return verb->kind == ITEM_VERB && pronoun ? text_before(c, d, d->trigger, pronoun) : -1;
}

/* Does the row ask what stands behind the preposition: "didd=qarar"? */
static bool asks_for_slot(const coder_state *c, const event_draft *d, wq_str slot)
{
    wq_str needs = event_cell(c, d->row, "needs"), one;
    while (str_next(&needs, ' ', &one)) {
        wq_str slots = one, name;
        bool named = str_next(&slots, '=', &name) && slots.p;
        if (named && str_listed(name, '|', slot))
            return true;
    }
    return false;
}

int32_t thing_meant_behind(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    if (d->s->item[d->trigger].kind != ITEM_VERB ||
        !item_is_function(it, STR("prep_pronoun")) || !asks_for_slot(c, d, it->value))
        return -1;
    uint16_t pronoun = it->clitics & MORPH_PRONOUN;
    pronoun = pronoun ? pronoun : antecedent_clitics(d->s->part->token[it->first].form);
    return text_before(c, d, d->trigger, pronoun);
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

/* Is it an adjective of the word before it? */
static bool is_quality(const clause_item *it)
{
    bool word = it->kind == ITEM_WORD ||
                (it->kind == ITEM_NOMINAL &&
                 (it->entry.form == LEX_ACTIVE || it->entry.form == LEX_PASSIVE));
    bool noun =
        it[-1].kind == ITEM_WORD || it[-1].kind == ITEM_NOMINAL || it[-1].kind == ITEM_ADJ;
    return noun && (it->kind == ITEM_ADJ ||
                    (word && (it->clitics & MORPH_AL) && (it[-1].clitics & MORPH_AL)));
}

/* Is it a matter of words: what is praised, blamed, refused, agreed to? */
static bool is_of_words(const coder_state *c, const event_draft *d)
{
    return words_row(c, d->row)->verbal;
}

/* "France tabled a draft Israel turned down": who did to the thing what the clause before tells. */
static const clause_item *who_made(const event_draft *d, uint32_t at)
{
    const clause *above = &d->s->clause[d->s->item[at].clause];
    int32_t who = above->subject;
    bool before = above != draft_clause(d) && above->verb >= 0 && who >= 0 &&
                  who < (int32_t)at && who != draft_clause(d)->subject;
    return before && d->s->item[who].kind == ITEM_ACTOR ? &d->s->item[who] : NULL;
}

/* The noun that the clause at item `end` describes, adjectives between them or not; -1: a name, an adverb, nothing. */
static int32_t noun_described(const event_draft *d, uint32_t end, bool who)
{
    uint32_t at = end;
    for (at--; at > 0 && is_quality(&d->s->item[at]);)
        at--;
    const clause_item *noun = &d->s->item[at];
    bool thing = noun->kind == ITEM_WORD || noun->kind == ITEM_NOMINAL;
    bool of_man = at > 0 && noun[-1].kind == ITEM_ACTOR && (noun->clitics & MORPH_AL);
    bool adverb = noun->kind == ITEM_WORD && /* "later the police arrested him" */
                  str_ends(d->s->part->token[noun->first].form, STR(AR_ALEF)) &&
                  !item_is_counted(d->s, at);
    bool open = !adverb && !(noun->clitics & (MORPH_AL | MORPH_PRONOUN));
    return thing && !of_man && (who || open) ? (int32_t)at : -1;
}

/* Feminine or broken plural for "her", else "him". */
static bool may_be_meant(const event_draft *d, uint32_t at, uint16_t pronoun)
{
    wq_str form = d->s->part->token[d->s->item[at].first].form;
    bool she = str_ends(form, STR(AR_HEH)) || str_ends(form, STR(AR_ALEF AR_TEH));
    return !she || (pronoun & MORPH_HA);
}

bool thing_resumed(const coder_state *c, const event_draft *d, const clause_item **owner)
{
    const clause *cl = draft_clause(d);
    const clause_item *verb = &d->s->item[d->trigger];
    uint16_t pronoun = verb->clitics & (MORPH_HU | MORPH_HA);
    bool who = cl->opener == OPEN_WHO && cl->verb == (int32_t)d->trigger;
    uint32_t end = who ? cl->first : d->trigger;
    *owner = NULL;
    if (verb->kind != ITEM_VERB || !pronoun || (verb->clitics & (MORPH_WA | MORPH_FA)) ||
        end == 0 || cl->subject <= (int32_t)d->trigger) /* the thing itself does it */
        return false;
    int32_t at = noun_described(d, end, who);
    if (at < 0 || !may_be_meant(d, (uint32_t)at, pronoun))
        return false;
    const clause_item *whose = is_of_words(c, d) ? role_owner(c, d, (uint32_t)at) : NULL;
    *owner = whose && whose < &d->s->item[end] ? whose : NULL;
    if (!*owner && !who && is_of_words(c, d))
        *owner = who_made(d, (uint32_t)at);
    return true;
}
