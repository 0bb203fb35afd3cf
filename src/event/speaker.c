/* Who says it: the subject of the verb, or the source behind a preposition. */
#include "event/claim.h"
#include "script/letters.h"

enum { WORDS_OF_SPEAKER = 14 };

static bool free_of_preposition(const clause_item *it)
{
    return !(it->clitics & MORPH_PREPOSITION);
}

/* A quotation mark whose opening one is in the name too. */
static bool closes_name(const clause_sentence *s, uint32_t first, uint32_t at)
{
    if (s->item[at].mark == ')')
        return true;
    for (uint32_t i = first; i < at; i++)
        if (speech_is_quote_mark(speech_mark(s, i)))
            return speech_is_quote_mark(s->item[at].mark);
    return false;
}

static claim_voice voice_of_words(const clause_sentence *s, uint32_t first, uint32_t last)
{
    while (last > first && s->item[last - 1].kind == ITEM_MARK &&
           !closes_name(s, first, last - 1))
        last--;
    if (first >= last)
        return NOBODY;
    return (claim_voice){ .text = text_slice_bare(
                              s->part, s->item[first].first, s->item[last - 1].last,
                              s->item[first].clitics & (MORPH_WA | MORPH_FA)) };
}

static bool belongs_to_name(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    if (it->kind == ITEM_MARK)
        return speech_is_quote_mark(it->mark) || it->mark == '(' || it->mark == ')';
    if (it->kind == ITEM_NOMINAL && (it->entry.feats & LEX_F_ACC))
        return false;
    return it->kind != ITEM_TIME && it->kind != ITEM_VERB && it->kind != ITEM_FUNCTION &&
           !(it->clitics & MORPH_PREPOSITION) && !speech_is_adverb(s, i);
}

/* A word that is no mention speaks with the words that belong to it. */
static uint32_t end_of_words(const clause_sentence *s, uint32_t first, uint32_t limit)
{
    uint32_t i = first + 1;
    while (i < limit && i < first + WORDS_OF_SPEAKER && belongs_to_name(s, i))
        i++;
    return i;
}

claim_voice voice_of(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    if (it->kind == ITEM_ACTOR)
        return (claim_voice){ .actor = it->actor, .text = it->actor->a.text };
    return voice_of_words(s, i, end_of_words(s, i, s->n_items));
}

bool voice_is_person(const actor_mention *m)
{
    return m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE;
}

/* Teh marbuta at the end of the first word. */
static bool looks_feminine(wq_str text)
{
    ptrdiff_t space = str_find(text, STR(" "));
    return str_ends(space < 0 ? text : str_sub(text, 0, (size_t)space),
                    STR(AR_TEH_MARBUTA));
}

/* Bodies and groups go with a feminine verb, whatever their number; countries go either way. */
bool voice_agrees(const clause_item *word, const claim_voice *v)
{
    uint32_t f = word->entry.feats;
    const actor_mention *m = v->actor;
    if (v->text.n == 0)
        return false;
    if (!m || m->kind == ACTOR_STATE)
        return true;
    bool fem = m->fem || (!voice_is_person(m) && looks_feminine(v->text));
    if ((f & LEX_F_FEM) && !(f & LEX_F_MASC))
        return fem || m->plural || !voice_is_person(m);
    if ((f & LEX_F_PLUR) && word->kind == ITEM_NOMINAL)
        return m->plural || !voice_is_person(m);
    return !((f & LEX_F_MASC) && !(f & LEX_F_FEM)) || !fem;
}

/* ---- behind the verb ------------------------------------------------------------------------ */

static bool ends_subject(const clause_item *it)
{
    return it->kind == ITEM_VERB || item_is_function(it, STR("comp")) ||
           item_is_function(it, STR("sub")) || item_is_function(it, STR("cond")) ||
           item_is_function(it, STR("rel")) || (it->kind == ITEM_MARK && it->mark == ':');
}

/* "the powers considered the arrival": behind a definite word a bare one, which is what they said. */
static bool is_followed_by_object(const clause_sentence *s, uint32_t at)
{
    enum { ADJECTIVES = 3 };
    if (speech_behind_wish(s, at) != at)
        return true;
    uint32_t k = at + 1;
    while (k < s->n_items && k <= at + ADJECTIVES &&
           (s->item[k].kind == ITEM_WORD || s->item[k].kind == ITEM_NOMINAL) &&
           (s->item[k].clitics & MORPH_AL) && free_of_preposition(&s->item[k]))
        k++;
    const clause_item *next = k < s->n_items ? &s->item[k] : NULL;
    return next && (s->item[at].clitics & MORPH_AL) &&
           (next->kind == ITEM_WORD || next->kind == ITEM_NOMINAL) &&
           !(next->clitics & (MORPH_AL | MORPH_PREPOSITION | MORPH_WA));
}

/* Can this item be a name that no stage knew: no adverb, no participle, no preposition before a quotation mark? */
static bool is_like_name(const speech *q, uint32_t at, uint32_t opening)
{
    const clause_item *it = &q->s->item[at];
    const text_token *t = &q->s->part->token[it->first];
    bool word = it->kind == ITEM_WORD;
    bool letter = t->kind == TOKEN_WORD && t->form.n <= 2;
    bool adverb = word && at + 1 == opening && str_ends(t->form, STR(AR_ALEF));
    bool participle =
        it->entry.table == LEX_VERB && it->entry.form == LEX_ACTIVE &&
        !(it->clitics & MORPH_AL) &&
        ((it->entry.feats & LEX_F_FEM) || it->clitics || at + 1 >= opening ||
         q->cue[at] != CUE_NONE); /* "said a witness"; an adverb ends in alif */
    return (word || it->kind == ITEM_NOMINAL || it->kind == ITEM_PLACE) &&
           free_of_preposition(it) && !letter && !adverb && !participle &&
           !speech_is_adverb(q->s, at) && !(it->clitics & (MORPH_WA | MORPH_PRONOUN)) &&
           !(it->entry.feats & LEX_F_ACC);
}

/* A word right behind the verb is the subject, unless the verb has what is said there: "stressed the need". */
static bool word_may_speak(const speech *q, uint32_t verb, uint32_t at,
                           speech_opening opening)
{
    if (at != verb + 1 || !is_like_name(q, at, opening.mark))
        return false;
    if (speech_is_document(q, at))
        return true;
    bool takes = speech_takes(q->c, &q->s->item[verb], STR("takes"), STR("obj")) &&
                 !is_followed_by_object(q->s, at);
    return !takes || (opening.how != OPENS_NOT && q->s->item[at].kind != ITEM_NOMINAL);
}

/* "with the journalist So-and-so": behind a preposition, the name is no more the subject than its title. */
static bool is_title_of_name(const clause_sentence *s, uint32_t i)
{
    return item_is_function(&s->item[i - 1], STR("prep")) &&
           !str_eq(s->item[i - 1].value, STR("fi")) && (s->item[i].clitics & MORPH_AL) &&
           i + 1 < s->n_items && s->item[i + 1].kind == ITEM_ACTOR &&
           s->item[i + 1].actor->kind == ACTOR_PERSON;
}

/* "said a witness", spelled like "watched": behind a verb of saying no other verb stands. */
static bool is_noun_after_all(const speech *q, uint32_t verb, uint32_t at,
                              speech_opening opening)
{
    const clause_item *it = &q->s->item[at];
    return at == verb + 1 && q->cue[verb] == CUE_VERB && q->cue[at] == CUE_NONE &&
           it->kind == ITEM_VERB && it->clitics == 0 && opening.how != OPENS_NOT &&
           opening.how != OPENS_PHRASE && (it->entry.feats & LEX_F_PERFECT);
}

static int32_t subject_behind(const speech *q, uint32_t verb, speech_opening opening)
{
    bool governed = false;
    if (verb + 1 < opening.mark && is_noun_after_all(q, verb, verb + 1, opening))
        return (int32_t)verb + 1;
    for (uint32_t i = verb + 1; i < opening.mark && !ends_subject(&q->s->item[i]); i++) {
        const clause_item *it = &q->s->item[i];
        claim_voice v = it->kind == ITEM_ACTOR ? voice_of(q->s, i) : NOBODY;
        if (item_is_function(it, STR("prep")))
            governed = true;
        else if (it->kind == ITEM_ACTOR) {
            if (!governed && free_of_preposition(it) &&
                (i == verb + 1 || voice_agrees(&q->s->item[verb], &v)))
                return (int32_t)i;
            governed = false;
        } else if (word_may_speak(q, verb, i, opening))
            return (int32_t)i;
        else if (it->kind == ITEM_MARK || it->kind == ITEM_TIME || it->kind == ITEM_PLACE)
            governed = false;
        else if ((it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) &&
                 !(governed && is_title_of_name(q->s, i)))
            governed = !(it->clitics &
                         (MORPH_AL | MORPH_PRONOUN)); /* its genitive is nobody's subject */
    }
    return -1;
}

/* ---- before the verb -------------------------------------------------------------------------- */

static bool leads_verb(const clause_item *it)
{
    return it->kind == ITEM_MARK || it->kind == ITEM_TIME ||
           item_is_function(it, STR("qad")) || item_is_function(it, STR("pronoun"));
}

bool speaker_is_governed(const clause_sentence *s, uint32_t i, uint32_t first)
{
    if (!free_of_preposition(&s->item[i]))
        return true;
    return i > first && item_is_function(&s->item[i - 1], STR("prep"));
}

/* The mention just before item `end`, or the word whose genitive it is: "the page <<Presidency>> said". */
static int32_t mention_before(const speech *q, uint32_t verb, uint32_t end, uint32_t first)
{
    const clause_sentence *s = q->s;
    claim_voice v = voice_of(s, end - 1);
    uint32_t head = end - 1;
    while (head > first && speech_is_quote_mark(speech_mark(s, head - 1)))
        head--;
    bool owned = head > first && s->item[head - 1].kind == ITEM_WORD &&
                 !(s->item[head - 1].clitics & (MORPH_AL | MORPH_PRONOUN)) &&
                 !speaker_is_governed(s, head - 1, first);
    if (owned)
        return (int32_t)head - 1;
    return voice_agrees(&s->item[verb], &v) ? (int32_t)end - 1 : -1;
}

/* A word of no lexicon that heads the sentence, with the verb close behind. */
static bool is_word_topic(const clause_sentence *s, uint32_t verb, uint32_t end)
{
    const clause_item *it = &s->item[0];
    return end > 0 && s->item[verb].clause == 0 && it->kind == ITEM_WORD &&
           free_of_preposition(it) && s->part->token[it->first].form.n > 4 &&
           verb <= WORDS_OF_SPEAKER;
}

static int32_t subject_before(const speech *q, uint32_t verb)
{
    const clause_sentence *s = q->s;
    const clause *cl = &s->clause[s->item[verb].clause];
    uint32_t i = verb, first = cl->first;
    if (verb > 1 && (s->item[verb].clitics & MORPH_FA) &&
        item_is_function(&s->item[0], STR("topic")))
        return 1; /* "as for the girl ..., she said" */
    if (s->item[verb].clitics & (MORPH_WA | MORPH_FA))
        return -1;
    while (i > first && leads_verb(&s->item[i - 1]))
        i--;
    if (i > first && s->item[i - 1].kind == ITEM_ACTOR &&
        !speaker_is_governed(s, i - 1, first))
        return mention_before(q, verb, i, first);
    if (cl->subject >= (int32_t)first && cl->subject < (int32_t)verb &&
        s->item[cl->subject].kind == ITEM_ACTOR)
        return cl->subject;
    return is_word_topic(s, verb, i) ? 0 : -1;
}

/* The quotation mark behind a mention that closes one inside it. */
static bool is_cut_at_quote(const clause_sentence *s, uint32_t i)
{
    const actor_mention *m = s->item[i].actor;
    if (!m || !speech_is_quote_mark(speech_mark(s, i + 1)))
        return false;
    for (uint32_t t = m->first; t < m->last; t++) {
        const text_quotation *q = speech_quotation(s->part, t);
        if (q && q->last == s->item[i + 1].first)
            return true;
    }
    return false;
}

/* "a director of the airport": a role that is no known mention goes on behind it. */
static claim_voice with_words_behind(const speech *q, uint32_t subject, uint32_t limit)
{
    const clause_sentence *s = q->s;
    claim_voice v = voice_of(s, subject);
    bool open =
        !v.actor || (v.actor->kind != ACTOR_PERSON && v.actor->kind != ACTOR_STATE &&
                     !v.actor->a.id.n && !str_starts(v.text, STR(AR_AL)));
    uint32_t end = end_of_words(s, subject, limit);
    if (is_cut_at_quote(s, subject))
        v.text =
            text_slice(s->part, v.actor->a.text.n ? v.actor->first : s->item[subject].first,
                       s->item[subject + 1].last);
    if (open && end > subject + (v.actor != NULL))
        v.text = voice_of_words(s, subject, end).text;
    return v;
}

/* A mention whose text is that of an earlier one ("His Excellency") speaks as it is written. */
static claim_voice as_written(const clause_sentence *s, uint32_t subject, claim_voice v)
{
    const clause_item *it = &s->item[subject];
    wq_str written =
        text_slice_bare(s->part, it->first, it->last, it->clitics & (MORPH_WA | MORPH_FA));
    if (v.actor && str_find(v.text, v.actor->a.text) >= 0 &&
        str_find(written, v.actor->a.text) < 0)
        v.text = written;
    return v;
}

/* "the preacher of the mosque, Sheikh X": the words before the name belong to it. */
static claim_voice with_words_before(const speech *q, uint32_t verb, uint32_t subject,
                                     uint32_t limit)
{
    const clause_sentence *s = q->s;
    claim_voice v = as_written(s, subject, with_words_behind(q, subject, limit));
    bool person = v.actor && voice_is_person(v.actor) && subject > verb + 1;
    for (uint32_t i = verb + 1; person && i < subject; i++)
        person = (s->item[i].kind == ITEM_WORD || s->item[i].kind == ITEM_NOMINAL) &&
                 !speech_is_adverb(s, i) && free_of_preposition(&s->item[i]);
    if (person)
        v.text = text_slice(s->part, s->item[verb + 1].first, s->item[subject].last);
    return v;
}

int32_t speaker_subject(const speech *q, uint32_t verb, speech_opening opening)
{
    int32_t behind = subject_behind(q, verb, opening);
    if (behind >= 0 && q->s->item[behind].kind == ITEM_ACTOR)
        return behind;
    int32_t before = subject_before(q, verb);
    return before >= 0 ? before : behind;
}

/* ---- all together ------------------------------------------------------------------------------------ */

/* "the ministry issued a statement in which it came that": the ministry. */
static claim_voice issuer_of(const speech *q, uint32_t verb)
{
    enum { NEAR = 14 };
    const clause_sentence *s = q->s;
    bool document = false;
    for (uint32_t i = verb; i > 0 && i + NEAR > verb && !document; i--)
        document = speech_is_document(q, i - 1);
    return document && s->clause[0].subject >= 0 && s->clause[0].subject < (int32_t)verb &&
                   s->item[s->clause[0].subject].kind == ITEM_ACTOR
               ? voice_of(s, (uint32_t)s->clause[0].subject)
               : NOBODY;
}

/* Behind the preposition that names the speaker: "quoted FROM him", "came IN a statement". */
static claim_voice speaker_behind(const speech *q, uint32_t verb)
{
    clause_args args;
    wq_str value;
    claim_voice nobody = NOBODY;
    if (!claim_is_cue(q->c, &q->s->item[verb], STR("from"), &value))
        return nobody;
    if (verb + 1 < q->s->n_items &&
        item_is_function(&q->s->item[verb + 1], STR("prep_pronoun")))
        return str_eq(value, STR("fi")) ? issuer_of(q, verb) : nobody;
    clause_args_of(q->s, q->c->mem, verb, &args);
    for (uint32_t i = 0; i < args.n; i++) {
        uint32_t at = args.v[i].item;
        if (str_eq(args.v[i].slot, value))
            return !str_eq(value, STR("fi")) || speech_is_document(q, at)
                       ? voice_of(q->s, at)
                       : nobody;
    }
    return nobody;
}

static claim_voice speaker_of_noun(const speech *q, uint32_t noun)
{
    const clause_item *it = &q->s->item[noun];
    return (it->clitics & MORPH_PRONOUN) && q->relayed.text.n ? q->relayed
                                                              : speaker_unnamed(q, noun);
}

/* "it is mentioned that": spelled like "he mentions". */
static bool is_impersonal(const speech *q, uint32_t verb)
{
    const clause_item *it = &q->s->item[verb];
    wq_str value;
    return (it->entry.feats & LEX_F_IMPERFECT) && !(it->entry.feats & LEX_F_PERFECT) &&
           claim_is_cue(q->c, it, STR("impersonal"), &value);
}

claim_voice speaker_of(const speech *q, uint32_t cue, claim_voice *via)
{
    wq_str value;
    *via = NOBODY;
    if (q->cue[cue] == CUE_NOUN) {
        *via = q->relayed_by;
        return speaker_of_noun(q, cue);
    }
    if (q->cue[cue] != CUE_VERB)
        return speaker_unnamed(q, cue);
    claim_voice source = speaker_behind(q, cue);
    int32_t subject = speaker_subject(q, cue, q->opening[cue]);
    claim_voice named =
        subject >= 0
            ? with_words_before(q, cue, (uint32_t)subject,
                                subject > (int32_t)cue ? q->opening[cue].mark : cue)
            : source;
    named.document = subject >= 0 && speech_is_document(q, (uint32_t)subject);
    if (source.text.n) {
        *via = subject >= 0 ? named : *via;
        return source;
    }
    if (!claim_is_cue(q->c, &q->s->item[cue], STR("say"), &value))
        return source;
    return subject >= 0 ? named : is_impersonal(q, cue) ? source : speaker_unnamed(q, cue);
}

/* Right behind the verb, or behind its "of it": "according to what the group told of". */
static int32_t subject_behind_it(const speech *q, uint32_t verb)
{
    const clause_sentence *s = q->s;
    uint32_t at = verb;
    if (at + 1 < s->n_items && item_is_function(&s->item[at + 1], STR("prep_pronoun")))
        at++;
    uint32_t end = at + 2 < s->n_items ? at + 2 : s->n_items;
    return subject_behind(q, at, (speech_opening){ OPENS_NOT, end, end });
}

/* "according to what X told", "to the statement of X": who stands behind the word of saying. */
static int32_t subject_of_source(const speech *q, uint32_t at)
{
    enum { NEAR = 2 };
    const clause_sentence *s = q->s;
    wq_str value;
    for (uint32_t i = at; i < at + NEAR && i < s->n_items; i++)
        if ((s->item[i].kind == ITEM_VERB || s->item[i].kind == ITEM_NOMINAL) &&
            claim_is_cue(q->c, &s->item[i], STR("say"), &value))
            return subject_behind_it(q, i);
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

claim_voice speaker_source(const speech *q, uint32_t i, uint32_t *behind)
{
    const clause_sentence *s = q->s;
    uint32_t at = speech_source_end(q, i);
    int32_t subject = subject_of_source(q, at);
    bool quoted = speech_is_quote_mark(speech_mark(s, at));
    if (subject >= 0)
        at = (uint32_t)subject;
    else
        while (at < s->n_items && (item_is_function(&s->item[at], STR("transparent")) ||
                                   (quoted && s->item[at].kind == ITEM_MARK)))
            at++;
    uint32_t person = at < s->n_items ? person_behind(s, at) : at;
    if (person > at) {
        claim_voice v = voice_of(s, person);
        v.text = text_slice_bare(s->part, s->item[at].first, s->item[person].last,
                                 s->item[at].clitics & MORPH_PREPOSITION);
        *behind = person + 1;
        return v;
    }
    if (at >= s->n_items || (s->item[at].kind != ITEM_ACTOR && !quoted && subject < 0 &&
                             !speech_is_document(q, at)))
        return NOBODY;
    *behind = s->item[at].kind == ITEM_ACTOR ? at + 1 : end_of_words(s, at, s->n_items);
    return voice_of(s, at);
}
