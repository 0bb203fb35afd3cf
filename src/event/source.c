/* Who stands behind a preposition: "according to X", "quoted from X", "came in a statement by X". */
#include "event/claim.h"

static bool free_of_preposition(const clause_item *it)
{
    return !(it->clitics & MORPH_PREPOSITION);
}

/* ---- whose a document is --------------------------------------------------------------------- */

/* May it stand between a document and its issuer: "the statement THAT was issued YESTERDAY by"? */
static bool leads_to_issuer(const clause_item *it)
{
    return it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL || it->kind == ITEM_TIME ||
           item_is_function(it, STR("rel"));
}

int32_t source_issuer(const speech *q, uint32_t at)
{
    enum { NEAR = 8 };
    const clause_sentence *s = q->s;
    wq_str value;
    bool led = false;
    for (uint32_t i = at + 1; i < s->n_items && i < at + NEAR; i++) {
        const clause_item *it = &s->item[i];
        if (it->kind == ITEM_ACTOR)
            return led || (it->clitics & MORPH_LI) ? (int32_t)i : -1;
        if (speech_is_prep(it, STR("an")) || speech_is_prep(it, STR("min")) ||
            (it->kind == ITEM_VERB && claim_is_cue(q->c, it, STR("issues"), &value)))
            led = true;
        else if (!leads_to_issuer(it) || !free_of_preposition(it))
            return -1;
    }
    return -1;
}

/* A document speaks for whom it comes from: "a statement that the ministry issued". */
static claim_voice voice_of_document(const speech *q, uint32_t at, uint32_t *behind)
{
    const clause_sentence *s = q->s;
    int32_t issuer = speech_is_document(q, at) ? source_issuer(q, at) : -1;
    if (issuer < 0)
        return NOBODY;
    claim_voice v = voice_of(s, (uint32_t)issuer);
    v.text =
        text_slice_bare(s->part, s->item[at].first, s->item[issuer].last,
                        s->item[at].clitics & (MORPH_WA | MORPH_FA | MORPH_PREPOSITION));
    v.document = true;
    *behind = (uint32_t)issuer + 1;
    return v;
}

/* ---- behind a verb ----------------------------------------------------------------------------- */

claim_voice source_issuer_before(const speech *q, uint32_t verb)
{
    enum { NEAR = 14 };
    const clause_sentence *s = q->s;
    bool document = false;
    for (uint32_t i = verb; i > 0 && i + NEAR > verb && !document; i--) {
        document = speech_is_document(q, i - 1);
        bool remarks = document || speech_phrase(q->c, s, i - 1, STR("remarks"));
        int32_t issuer = remarks ? source_issuer(q, i - 1) : -1;
        if (issuer >= 0 && issuer < (int32_t)verb) /* "the speech of So-and-so" */
            return voice_of(s, (uint32_t)issuer);
    }
    int32_t subject = s->clause[0].subject;
    return document && subject >= 0 && subject < (int32_t)verb &&
                   (s->item[subject].kind == ITEM_ACTOR ||
                    (s->item[subject].clitics & MORPH_AL))
               ? voice_of(s, (uint32_t)subject)
               : NOBODY;
}

static claim_voice quoted_or_document(const speech *q, uint32_t at, wq_str slot)
{
    uint32_t behind;
    if (!str_eq(slot, STR("fi")))
        return voice_of(q->s, at);
    claim_voice v = voice_of_document(q, at, &behind);
    return v.text.n || !speech_is_document(q, at) ? v : voice_of(q->s, at);
}

/* The item of who stands behind the preposition of a verb like "quoted"; -1 where nobody does. */
static int32_t source_item(const speech *q, uint32_t verb, wq_str slot)
{
    clause_args args;
    clause_args_of(q->s, q->c->mem, verb, &args);
    for (uint32_t i = 0; i < args.n; i++)
        if (str_eq(args.v[i].slot, slot))
            return (int32_t)args.v[i].item;
    return -1;
}

claim_voice source_of_verb(const speech *q, uint32_t verb)
{
    wq_str slot;
    claim_voice nobody = NOBODY;
    if (!claim_is_cue(q->c, &q->s->item[verb], STR("from"), &slot))
        return nobody;
    if (verb + 1 < q->s->n_items &&
        item_is_function(&q->s->item[verb + 1], STR("prep_pronoun")))
        return str_eq(slot, STR("fi")) ? source_issuer_before(q, verb)
                                       : q->c->claims.speaker;
    int32_t at = source_item(q, verb, slot);
    if (at >= 0 && item_is_function(&q->s->item[at], STR("prep_pronoun")))
        return str_eq(slot, STR("fi")) ? nobody : q->c->claims.speaker;
    return at >= 0 ? quoted_or_document(q, (uint32_t)at, slot) : nobody;
}

/* ---- "according to" --------------------------------------------------------------------------- */

/* Right behind the verb, or behind its "of it": "according to what the group told of". */
static int32_t subject_behind_it(const speech *q, uint32_t verb)
{
    const clause_sentence *s = q->s;
    uint32_t at = verb;
    if (at + 1 < s->n_items && item_is_function(&s->item[at + 1], STR("prep_pronoun")))
        at++;
    uint32_t end = at + 2 < s->n_items ? at + 2 : s->n_items;
    return speaker_behind(q, at, (speech_opening){ OPENS_NOT, end, end });
}

/* "according to what X told", "to what the agency quoted FROM X", "to the statement of X": whose words they are. */
static int32_t subject_of_source(const speech *q, uint32_t at)
{
    enum { NEAR = 2 };
    const clause_sentence *s = q->s;
    wq_str value;
    for (uint32_t i = at; i < at + NEAR && i < s->n_items; i++)
        if ((s->item[i].kind == ITEM_VERB || s->item[i].kind == ITEM_NOMINAL) &&
            claim_is_cue(q->c, &s->item[i], STR("say"), &value)) {
            bool from = s->item[i].kind == ITEM_VERB &&
                        claim_is_cue(q->c, &s->item[i], STR("from"), &value);
            int32_t quoted = from ? source_item(q, i, value) : -1;
            return quoted >= 0 ? quoted : subject_behind_it(q, i);
        }
    return -1;
}

/* "the lawyer at the foundation So-and-so": the person in whose description this word stands; else the item itself. */
static uint32_t person_behind(const clause_sentence *s, uint32_t at)
{
    enum { NEAR = 8 };
    uint32_t i = at;
    while (i < s->n_items && i < at + NEAR && (s->item[i].clitics & MORPH_AL || i > at) &&
           (s->item[i].kind == ITEM_WORD || s->item[i].kind == ITEM_NOMINAL))
        i++;
    bool person = i > at && i < s->n_items && s->item[i].kind == ITEM_ACTOR &&
                  free_of_preposition(&s->item[i]) && voice_is_person(s->item[i].actor);
    return person ? i : at;
}

/* Behind "some", "a number of", and an opening quotation mark. */
static uint32_t behind_quantity(const clause_sentence *s, uint32_t at, bool quoted)
{
    while (at < s->n_items && (item_is_function(&s->item[at], STR("transparent")) ||
                               (quoted && s->item[at].kind == ITEM_MARK)))
        at++;
    return at;
}

/* "in his own words", "as she put it": the item of the noun of saying whose pronoun means the speaker; -1. */
static int32_t own_words(const speech *q, uint32_t at)
{
    wq_str value;
    const clause_item *it = at < q->s->n_items ? &q->s->item[at] : NULL;
    return it && it->kind == ITEM_NOMINAL && (it->clitics & MORPH_PRONOUN) &&
                   claim_is_cue(q->c, it, STR("say"), &value)
               ? (int32_t)at
               : -1;
}

claim_voice source_of_own_words(const speech *q, uint32_t i)
{
    int32_t at = own_words(q, speech_source_end(q, i));
    return at < 0 ? NOBODY : speaker_unnamed(q, (uint32_t)at);
}

claim_voice source_at(const speech *q, uint32_t i, uint32_t *behind)
{
    const clause_sentence *s = q->s;
    uint32_t at = speech_source_end(q, i);
    int32_t subject = subject_of_source(q, at);
    bool quoted = speech_is_quote_mark(speech_mark(s, at));
    at = subject >= 0 ? (uint32_t)subject : behind_quantity(s, at, quoted);
    if (at >= s->n_items)
        return NOBODY;
    uint32_t person = person_behind(s, at);
    if (person > at) {
        claim_voice v = voice_of(s, person);
        v.text = text_slice_bare(s->part, s->item[at].first, s->item[person].last,
                                 s->item[at].clitics & MORPH_PREPOSITION);
        *behind = person + 1;
        return v;
    }
    claim_voice document = voice_of_document(q, at, behind);
    if (document.text.n || (s->item[at].kind != ITEM_ACTOR && !quoted && subject < 0 &&
                            !speech_is_document(q, at)))
        return document;
    *behind = s->item[at].kind == ITEM_ACTOR ? at + 1 : voice_words_end(s, at, s->n_items);
    claim_voice v = voice_with_words(q, at, s->n_items);
    if (!v.actor && !quoted) /* "li-" is no part of what it governs */
        v.text = text_slice_bare(s->part, s->item[at].first, s->item[*behind - 1].last,
                                 s->item[at].clitics & MORPH_PREPOSITION);
    return v;
}
