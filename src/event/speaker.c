/* Who says it: the subject of the verb, or the source behind a preposition. */
#include "event/claim.h"
#include "script/letters.h"

static bool free_of_preposition(const clause_item *it)
{
    return !(it->clitics & MORPH_PREPOSITION);
}

/* ---- before the verb -------------------------------------------------------------------------- */

/* The end of a sentence that no full stop cut off: "...? he said". */
static bool ends_utterance(const clause_item *it)
{
    return it->kind == ITEM_MARK &&
           (it->mark == 0x61f || it->mark == '?' || it->mark == '!');
}

static bool leads_verb(const clause_item *it)
{
    return (it->kind == ITEM_MARK && !ends_utterance(it)) || it->kind == ITEM_TIME ||
           item_is_function(it, STR("qad")) || item_is_function(it, STR("pronoun"));
}

bool speaker_is_governed(const clause_sentence *s, uint32_t i, uint32_t first)
{
    if (!free_of_preposition(&s->item[i]))
        return true;
    return i > first && item_is_function(&s->item[i - 1], STR("prep"));
}

/* "media sources" (مصادر إعلامية), whose adjective is also a woman of the media. */
static bool describes_source(const clause_sentence *s, uint32_t i)
{
    const clause_item *before = &s->item[i - 1], *it = &s->item[i];
    return before->kind == ITEM_ACTOR && before->actor->kind == ACTOR_SOURCE &&
           it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_GROUP &&
           it->last == it->first + 1 && it->clitics == before->clitics;
}

/* "And attacking (muhajiman) Turkey, he confirmed": what stands behind is its object. */
static bool is_accusative_participle(const clause_sentence *s, uint32_t i)
{
    const morph_word *w = s->part->token[s->item[i].first].morph;
    const morph_analysis *m = w && w->n ? &w->v[0] : NULL;
    return m && (m->clitics & MORPH_WA) && (m->entry.feats & LEX_F_ACC) &&
           !(m->entry.feats & (LEX_F_PLUR | LEX_F_DUAL));
}

/* The mention just before item `end`, or the word whose genitive it is: "the page <<Presidency>> said". */
static int32_t mention_before(const speech *q, uint32_t verb, uint32_t end, uint32_t first)
{
    const clause_sentence *s = q->s;
    claim_voice v = voice_of(s, end - 1);
    uint32_t head = end - 1;
    while (head > first && speech_is_quote_mark(speech_mark(s, head - 1)))
        head--;
    if (head > first && describes_source(s, head))
        return (int32_t)head - 1;
    if (is_accusative_participle(s, head) ||
        (head > first && is_accusative_participle(s, head - 1)))
        return -1;
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
           free_of_preposition(it) && !is_accusative_participle(s, 0) &&
           s->part->token[it->first].form.n > 4 && verb <= WORDS_OF_SPEAKER;
}

/* "As for the girl ..., she said". */
static bool resumes_topic(const clause_sentence *s, uint32_t verb)
{
    bool resumes = (s->item[verb].clitics & MORPH_FA) ||
                   item_is_function(&s->item[verb - 1], STR("qad"));
    return resumes && item_is_function(&s->item[0], STR("topic")) &&
           s->item[1].kind != ITEM_FUNCTION; /* "as for what concerns" */
}

/* "The first count had told that": a noun right behind the auxiliary, though it is no mention; no predicate, no adverb. */
static bool is_subject_of_aux(const speech *q, const clause *cl)
{
    const clause_sentence *s = q->s;
    if (cl->aux < 0 || cl->subject != cl->aux + 1)
        return false;
    const clause_item *it = &s->item[cl->subject];
    wq_str form = s->part->token[it->first].form;
    return (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) && free_of_preposition(it) &&
           !str_ends(form, STR(AR_ALEF)) && it[1].kind != ITEM_TIME &&
           !speech_phrase(q->c, s, (uint32_t)cl->subject, STR("other"));
}

/* The subject that the clause itself has before the verb, if it may speak. */
static bool clause_subject_speaks(const speech *q, const clause *cl, uint32_t verb)
{
    return cl->subject >= (int32_t)cl->first && cl->subject < (int32_t)verb &&
           !is_accusative_participle(q->s, (uint32_t)cl->subject) &&
           (q->s->item[cl->subject].kind == ITEM_ACTOR || is_subject_of_aux(q, cl));
}

/* "But the crisis cell charged with the file confirmed": right behind "that" a noun in teh marbuta, with which the verb agrees,
 * and nothing but its description between the two.                                                                    */
static bool is_body_behind_that(const speech *q, uint32_t at, uint32_t verb)
{
    enum { REACH = 12 };
    const clause_sentence *s = q->s;
    const clause_item *it = &s->item[at];
    const text_token *t = &s->part->token[it->first];
    if (at >= verb || verb > at + REACH ||
        !lex_is_only_feminine(s->item[verb].entry.feats) ||
        (it->kind != ITEM_WORD && it->kind != ITEM_NOMINAL) || !free_of_preposition(it) ||
        !(str_ends(t->form, STR(AR_TEH_MARBUTA)) || str_ends(t->form, STR(AR_HEH))))
        return false;
    for (uint32_t i = at + 1; i < verb; i++)
        if (s->item[i].kind == ITEM_VERB || s->item[i].kind == ITEM_MARK ||
            item_is_function(&s->item[i], STR("rel")))
            return false;
    return true;
}

/* "that the first reports told": the noun right behind "that", which is no mention. */
static bool noun_behind_that(const speech *q, const clause *cl, uint32_t verb)
{
    enum { NEAR = 5 };
    uint32_t first = cl->first;
    bool that = cl->opener == OPEN_THAT;
    bool led = that || item_is_function(&q->s->item[first], STR("sub"));
    return (that && first + 1 < verb && verb <= first + NEAR &&
            speech_may_speak(q, first + 1)) ||
           (led && is_body_behind_that(q, first + 1, verb));
}

static int32_t subject_before(const speech *q, uint32_t verb)
{
    const clause_sentence *s = q->s;
    const clause *cl = &s->clause[s->item[verb].clause];
    uint32_t i = verb, first = cl->first;
    if (verb > 1 && resumes_topic(s, verb))
        return 1;
    if (s->item[verb].clitics & (MORPH_WA | MORPH_FA))
        return -1;
    while (i > first && leads_verb(&s->item[i - 1]))
        i--;
    if (i > 0 && ends_utterance(&s->item[i - 1]))
        return -1;
    if (i > first && s->item[i - 1].kind == ITEM_ACTOR &&
        !speaker_is_governed(s, i - 1, first))
        return mention_before(q, verb, i, first);
    if (clause_subject_speaks(q, cl, verb))
        return cl->subject;
    if (is_word_topic(s, verb, i) && !speech_is_what(q, 0))
        return 0;
    return noun_behind_that(q, cl, verb) ? (int32_t)first + 1 : -1;
}

/* The quotation mark behind a mention that closes one inside it. */
static bool is_cut_at_quote(const clause_sentence *s, uint32_t i)
{
    const actor_mention *m = s->item[i].actor;
    if (!m || !speech_is_quote_mark(speech_mark(s, i + 1)))
        return false;
    for (uint32_t t = m->first + 1; t < m->last; t++) {
        const text_quotation *q = speech_quotation(s->part, t);
        if (q && q->last == s->item[i + 1].first)
            return true;
    }
    return false;
}

/* Behind a word without article, whose genitive it is: the second half of a name. */
static bool is_owned(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i - 1];
    return it->kind == ITEM_WORD && !(it->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
           !str_starts(s->part->token[it->first].form, STR(AR_AL));
}

/* "a source (who) asked (talab) not to be named", "refused the disclosure", the verb spelt like a noun. */
static bool asks_something(const speech *q, uint32_t i)
{
    const clause_sentence *s = q->s;
    const clause_item *it = &s->item[i];
    wq_str value;
    if (i + 1 >= s->n_items || it->kind != ITEM_NOMINAL || it->entry.form != LEX_MASDAR ||
        (it->clitics & (MORPH_AL | MORPH_PRONOUN)))
        return false;
    return item_is_function(&s->item[i + 1], STR("not_noun")) ||
           (claim_is_cue(q->c, it, STR("status"), &value) &&
            (s->item[i + 1].clitics & MORPH_AL));
}

/* Where the words of a speaker end at the latest: with the quotation marks around them, and before what belongs to the verb. */
static uint32_t name_limit(const speech *q, uint32_t subject, uint32_t limit)
{
    const clause_sentence *s = q->s;
    bool quoted = subject > 0 && speech_is_quote_mark(speech_mark(s, subject - 1));
    uint32_t i = subject + 1;
    if (asks_something(q, i))
        return i;
    while (i < limit && (!speech_is_between(q, i) || is_owned(s, i)) &&
           !(quoted && speech_is_quote_mark(speech_mark(s, i))))
        i++;
    return i;
}

/* "spokesman in the name of": a mention that ends in such words takes the next phrase to it. */
static bool is_unfinished(const clause_sentence *s, uint32_t i)
{
    const actor_mention *m = s->item[i].actor;
    if (!m || i + 1 >= s->n_items || m->last - m->first < 2)
        return false;
    const morph_word *w = s->part->token[m->last - 1].morph;
    bool by = false, described = false; /* "prominent" (bariz) begins with no "by" */
    for (uint32_t k = 0; w && k < w->n; k++) {
        uint16_t clitics = w->v[k].clitics;
        by = by || ((clitics & MORPH_BI) && !(clitics & (MORPH_AL | MORPH_PRONOUN)));
        described = described || (w->v[k].entry.table == LEX_FUNCTION && !clitics);
    }
    return by && !described && s->item[i].last == m->last;
}

/* The item behind the phrase that begins at this one: a name in quotation marks, a mention, a word. */
static uint32_t behind_phrase(const clause_sentence *s, uint32_t i)
{
    const text_quotation *x = speech_is_quote_mark(speech_mark(s, i)) && i + 1 < s->n_items
                                  ? speech_quotation(s->part, s->item[i + 1].first)
                                  : NULL;
    if (!x)
        return i + 1;
    while (i < s->n_items && s->item[i].first <= x->last)
        i++;
    return i;
}

/* A listed word is whole: its first letter is no "and". */
static claim_voice from_its_start(const clause_sentence *s, uint32_t item, claim_voice v)
{
    wq_str whole = text_slice(s->part, s->item[item].first, s->item[item].last);
    v.text = (wq_str){ whole.p, v.text.n + (size_t)(v.text.p - whole.p) };
    return v;
}

/* One person by his office or role, whose name the mention does not have. */
static bool is_nameless(const actor_mention *m)
{
    return m && !m->a.id.n && !m->plural &&
           (m->kind == ACTOR_OFFICE || (m->kind == ACTOR_GROUP && m->agent));
}

/* Words, persons, more of what he is; no state, body or other office, which would be an object: "warned Israel". */
static bool are_of_name(const clause_sentence *s, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++) {
        const actor_mention *m = s->item[i].actor;
        bool role = m && (m->kind == ACTOR_GROUP || m->kind == ACTOR_OFFICE) &&
                    str_starts(m->a.text, STR(AR_AL));
        if (s->item[i].kind == ITEM_ACTOR && m->kind != ACTOR_PERSON && !role)
            return false;
    }
    return !(s->item[end - 1].clitics & MORPH_WA);
}

/* "The secretary general of the movement, So-and-so": the name behind the office and what it is of, right before `limit`. */
static uint32_t name_behind(const clause_sentence *s, uint32_t subject, uint32_t limit)
{
    const clause_item *last = &s->item[limit - 1];
    if (!is_nameless(s->item[subject].actor) || limit < subject + 3 ||
        last->kind != ITEM_ACTOR || last->actor->kind != ACTOR_PERSON ||
        (last->clitics & (MORPH_WA | MORPH_PREPOSITION)))
        return subject;
    bool some = false;
    for (uint32_t i = subject + 1; i + 1 < limit; i++) {
        const clause_item *it = &s->item[i];
        bool of = it->kind == ITEM_ACTOR &&
                  ((it->clitics & MORPH_LI) || item_is_function(it - 1, STR("prep")));
        bool word = (it->kind == ITEM_WORD || it->kind == ITEM_ADJ) &&
                    !(it->clitics & (MORPH_WA | MORPH_FA));
        if (!of && !word && !item_is_function(it, STR("prep")))
            return subject;
        some = some || of || (it->clitics & MORPH_LI);
    }
    return !some || item_is_function(last - 1, STR("prep")) ? subject : limit - 1;
}

/* "The analyst Ahmad al-Sharif": a person nobody knows, and one more word right before what is said. */
static bool goes_on_with_surname(const clause_sentence *s, uint32_t subject, uint32_t end,
                                 uint32_t limit)
{
    const actor_mention *m = s->item[subject].actor;
    return m && m->kind == ACTOR_PERSON && !m->a.id.n && end == limit &&
           end == subject + 2 && s->item[end - 1].kind == ITEM_WORD &&
           s->item[end - 1].clitics == MORPH_AL && m->last - m->first < 4;
}

claim_voice voice_with_words(const speech *q, uint32_t subject, uint32_t limit)
{
    const clause_sentence *s = q->s;
    claim_voice v = voice_of(s, subject);
    uint32_t end = voice_words_end(s, subject, name_limit(q, subject, limit));
    bool open = !v.actor || goes_on_with_surname(s, subject, end, limit) ||
                (v.actor->kind != ACTOR_PERSON && v.actor->kind != ACTOR_STATE &&
                 !v.actor->a.id.n &&
                 (!str_starts(v.text, STR(AR_AL)) ||
                  (is_nameless(v.actor) && end == limit &&
                   are_of_name(s, subject, end)))); /* then a name */
    if (is_cut_at_quote(s, subject))
        v.text =
            text_slice(s->part, v.actor->a.text.n ? v.actor->first : s->item[subject].first,
                       s->item[subject + 1].last);
    if (is_unfinished(s, subject))
        v.text = text_slice_bare(s->part, s->item[subject].first,
                                 s->item[behind_phrase(s, subject + 1) - 1].last,
                                 s->item[subject].clitics & (MORPH_WA | MORPH_FA));
    else if (open && end > subject + (v.actor != NULL))
        v.text = voice_of_words(s, subject, end).text;
    return !v.actor && speech_may_speak(q, subject) ? from_its_start(s, subject, v) : v;
}

/* "Told the mayor that", "described the meeting as": who or what stands between speaker and speech may be the verb's object. */
static bool has_object_between(const speech *q, uint32_t verb, uint32_t limit)
{
    const clause_item *word = &q->s->item[verb];
    wq_str value;
    if (limit <= verb || limit >= q->s->n_items)
        return false;
    return claim_is_cue(q->c, word, STR("tells"), &value) ||
           ((q->s->item[limit].clitics & MORPH_BI) &&
            speech_takes(q->c, word, STR("takes"), STR("obj")));
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

/* "So-and-so to Al Jazeera that": the limit without whom a person spoke to. */
static uint32_t behind_listener(const clause_sentence *s, uint32_t subject, uint32_t limit)
{
    bool listener = limit > subject + 2 && (s->item[limit - 1].clitics & MORPH_LI) &&
                    s->item[limit - 2].kind == ITEM_ACTOR &&
                    s->item[limit - 2].actor->kind == ACTOR_PERSON;
    return limit - listener;
}

/* "the preacher of the mosque, Sheikh X": the words before the name belong to it. */
static claim_voice with_words_before(const speech *q, uint32_t verb, uint32_t subject,
                                     uint32_t limit)
{
    const clause_sentence *s = q->s;
    if (has_object_between(q, verb, limit))
        limit = subject + 1;
    uint32_t named = behind_listener(s, subject, limit);
    subject = limit > subject ? name_behind(s, subject, named) : subject;
    claim_voice v = as_written(s, subject, voice_with_words(q, subject, limit));
    uint32_t first = verb + 1 + speech_is_between(q, verb + 1);
    bool person = v.actor && voice_is_person(v.actor) && subject > first;
    for (uint32_t i = first; person && i < subject; i++)
        person = (s->item[i].kind == ITEM_WORD || s->item[i].kind == ITEM_NOMINAL) &&
                 !speech_is_adverb(s, i) && free_of_preposition(&s->item[i]);
    if (person)
        v.text = text_slice(s->part, s->item[first].first, s->item[subject].last);
    return v;
}

/* "that it has informed the embassy that": the particle's pronoun is the subject, whom the clause takes from the one above. */
static int32_t subject_of_particle(const speech *q, uint32_t verb)
{
    const clause_sentence *s = q->s;
    const clause *cl = &s->clause[s->item[verb].clause];
    const clause_item *that = &s->item[cl->first];
    wq_str form = s->part->token[that->first].form;
    bool pronoun = cl->opener == OPEN_THAT && cl->verb == (int32_t)verb &&
                   item_is_function(that, STR("comp")) &&
                   (str_ends(form, STR(AR_NOON AR_HEH)) ||
                    str_ends(form, STR(AR_NOON AR_HEH AR_ALEF)));
    return pronoun && cl->subject >= 0 && cl->subject < (int32_t)cl->first &&
                   s->item[cl->subject].kind == ITEM_ACTOR
               ? cl->subject
               : -1;
}

/* "that Biden told Netanyahu": right before the verb, behind "that", stands its subject. */
static bool heads_clause(const clause_sentence *s, uint32_t verb)
{
    const clause *cl = &s->clause[s->item[verb].clause];
    return cl->opener == OPEN_THAT && verb == cl->first + 2 &&
           s->item[verb - 1].kind == ITEM_ACTOR &&
           !(s->item[verb - 1].clitics & (MORPH_PREPOSITION | MORPH_WA)) &&
           cl->subject == (int32_t)verb - 1;
}

int32_t speaker_subject(const speech *q, uint32_t verb, speech_opening opening)
{
    int32_t behind = speaker_behind(q, verb, opening);
    if (behind >= 0 && q->s->item[behind].kind == ITEM_ACTOR && !heads_clause(q->s, verb))
        return behind;
    const clause *cl = &q->s->clause[q->s->item[verb].clause];
    int32_t caller =
        cl->verb == (int32_t)verb ? clause_caller(q->c->lex, q->s, cl) : CLAUSE_NONE;
    int32_t before = caller < 0 ? subject_before(q, verb) : caller;
    return before >= 0 ? before : behind;
}

/* ---- all together ------------------------------------------------------------------------------------ */

static claim_voice speaker_of_noun(const speech *q, uint32_t noun)
{
    const clause_item *it = &q->s->item[noun];
    bool relayed = (it->clitics & MORPH_PRONOUN) || !(it->clitics & MORPH_BI);
    return relayed && q->relayed.text.n ? q->relayed : speaker_unnamed(q, noun);
}

/* "Added, saying (adafa yaqul)": the imperfect goes with the verb of saying at this item; -1. */
static int32_t verb_gone_on_with(const speech *q, uint32_t verb)
{
    enum { NEAR = 6 };
    const clause_sentence *s = q->s;
    uint32_t f = s->item[verb].entry.feats;
    if (!(f & LEX_F_IMPERFECT) || (f & LEX_F_PERFECT) || s->item[verb].clitics)
        return -1;
    for (uint32_t i = verb; i > 0 && i + NEAR > verb; i--) {
        const clause_item *it = &s->item[i - 1];
        if (q->cue[i - 1] == CUE_VERB && (it->entry.feats & LEX_F_PERFECT))
            return q->opening[i - 1].how == OPENS_NOT ? (int32_t)i - 1 : -1;
        if (it->kind != ITEM_ACTOR && it->kind != ITEM_WORD && it->kind != ITEM_NOMINAL)
            return -1;
    }
    return -1;
}

/* "it is mentioned that": spelled like "he mentions". */
static bool is_impersonal(const speech *q, uint32_t verb)
{
    const clause_item *it = &q->s->item[verb];
    wq_str value;
    return (it->entry.feats & LEX_F_IMPERFECT) && !(it->entry.feats & LEX_F_PERFECT) &&
           claim_is_cue(q->c, it, STR("impersonal"), &value);
}

/* "His Excellency stressing that": the participle's own subject. */
static claim_voice pronominal_behind(const speech *q, uint32_t cue)
{
    const clause_sentence *s = q->s;
    if (cue + 1 >= s->n_items || s->item[cue + 1].kind != ITEM_ACTOR)
        return NOBODY;
    claim_voice v = voice_of(s, cue + 1);
    return speech_is_pronominal(q, cue + 1) ? as_written(s, cue + 1, v) : NOBODY;
}

/* "Described the Gulf states as": the one mention between such a verb and what it says is its object. */
static bool is_only_object(const speech *q, uint32_t cue, int32_t subject)
{
    wq_str value;
    uint32_t mark = q->opening[cue].mark;
    bool by =
        mark == (uint32_t)subject + 2 && speech_is_prep(&q->s->item[mark - 1], STR("bi"));
    return subject == (int32_t)cue + 1 && q->s->item[subject].kind == ITEM_ACTOR &&
           (mark == (uint32_t)subject + 1 || by) &&
           !(q->s->item[cue].clitics & MORPH_PRONOUN) &&
           claim_is_cue(q->c, &q->s->item[cue], STR("only"), &value);
}

claim_voice speaker_of(const speech *q, uint32_t cue, claim_voice *via)
{
    wq_str value;
    *via = NOBODY;
    if (q->cue[cue] == CUE_NOUN) {
        *via = q->relayed_by;
        return speaker_of_noun(q, cue);
    }
    if (q->cue[cue] != CUE_VERB) {
        claim_voice own = pronominal_behind(q, cue);
        return own.text.n ? own : speaker_unnamed(q, cue);
    }
    int32_t before = verb_gone_on_with(q, cue);
    if (before >= 0)
        return speaker_of(q, (uint32_t)before, via);
    claim_voice source = source_of_verb(q, cue);
    int32_t own = subject_of_particle(q, cue);
    int32_t subject = own >= 0 ? own : speaker_subject(q, cue, q->opening[cue]);
    if (is_only_object(q, cue, subject))
        return speaker_unnamed(q, cue);
    uint32_t limit = own >= 0                 ? (uint32_t)own + 1
                     : subject > (int32_t)cue ? q->opening[cue].mark
                                              : cue;
    claim_voice named =
        subject >= 0 ? with_words_before(q, cue, (uint32_t)subject, limit) : source;
    named.document = subject >= 0 && speech_is_document(q, (uint32_t)subject);
    named.fem = subject >= 0 && voice_is_woman(q->s, cue, named.actor);
    if (source.text.n) {
        *via = subject >= 0 ? named : *via;
        return source;
    }
    if (!claim_is_cue(q->c, &q->s->item[cue], STR("say"), &value))
        return source;
    if (subject >= 0 || is_impersonal(q, cue) || speaker_is_thing(q, cue))
        return named;
    return speaker_unnamed(q, cue);
}
