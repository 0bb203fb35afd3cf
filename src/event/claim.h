/* Inside the event stage: who says what.  One sentence at a time: its words of saying (cue.c, speech.c, phrase.c), who speaks
 * (speaker.c, voice.c; source.c behind a preposition, unnamed.c where the word names nobody), what is said (quote.c) and where it
 * ends (reporter.c), and what
 * follows from that for events (claim.c).                                                                              */
#ifndef WAQAI_CLAIM_H
#define WAQAI_CLAIM_H

#include "event/draft.h"

enum {
    SPEECH_REACH = 60, /* items between a verb of saying and what is said */
    NEAR_CUE = 4,      /* from "went on" to what is said */
    WORDS_OF_SPEAKER = 14
};

#define NOBODY ((claim_voice){ .text = { NULL, 0 } })

typedef enum cue_kind {
    CUE_NONE,
    CUE_VERB,       /* a finite verb of saying */
    CUE_PARTICIPLE, /* "adding that", "pointing to" */
    CUE_NOUN,       /* "his saying that" */
    CUE_SOURCE,     /* "according to" */
    CUE_ACT /* a participle that tells what else the speaker did: praising, demanding */
} cue_kind;

typedef enum opening_kind {
    OPENS_NOT,
    OPENS_THAT,
    OPENS_COLON,
    OPENS_QUOTATION,
    OPENS_PHRASE
} opening_kind;

typedef struct speech_opening {
    uint8_t how; /* opening_kind */
    uint32_t
        mark; /* the item that opens: what stands between the cue and it may be the speaker */
    uint32_t at; /* first item of what is said */
} speech_opening;

typedef struct
    speech { /* a sentence as the claim functions see it; arrays have an element for each item */
    coder_state *c;
    const clause_sentence *s;
    uint8_t *cue;            /* cue_kind */
    speech_opening *opening; /* of the cues */
    uint32_t
        *stop; /* the first item at or behind it with which the reporter speaks again */
    claim_voice relayed,
        relayed_by; /* whom an agency quotes ("X quoted Y as saying"), and the agency */
} speech;

/* ---- speech.c ---- */
void speech_read(coder_state *c, const clause_sentence *s, speech *out);
/* Its code point; 0 where it is no mark. */
static inline uint32_t speech_mark(const clause_sentence *s, uint32_t item)
{
    return item < s->n_items && s->item[item].kind == ITEM_MARK ? s->item[item].mark : 0;
}
bool speech_is_quote_mark(uint32_t mark);
/* The quotation whose first token is `token`, or NULL. */
const text_quotation *speech_quotation(const text_part *part, uint32_t token);
/* Has this verb a row of `kind` that names `slot` among its values? */
bool speech_takes(const coder_state *c, const clause_item *word, wq_str kind, wq_str slot);

/* The item behind the words "according to" that begin at this one. */
uint32_t speech_source_end(const speech *q, uint32_t item);
/* "also", before a verb of saying: the speaker before speaks on. */
bool speech_is_also(const speech *q, uint32_t item);
/* "..., as the paper confirmed, ...": a verb of saying between two marks of one kind, with nothing said behind it. */
bool speech_is_parenthesis(const speech *q, uint32_t cue);
/* Does this word belong to the verb rather than to its speaker: "the report drew ATTENTION to"? */
bool speech_is_between(const speech *q, uint32_t item);
/* Is this word a statement, a report, a letter: something that says things itself? */
bool speech_is_document(const speech *q, uint32_t item);
/* "His Excellency": a mention that means somebody named before. */
bool speech_is_pronominal(const speech *q, uint32_t item);
/* Is it that, or another thing that speaks though it is no mention: "circles", "the mother"? */
bool speech_may_speak(const speech *q, uint32_t item);
/* "what": nobody, and no name. */
bool speech_is_what(const speech *q, uint32_t item);
/* "according to what it SAID": a verb inside the words that name a source. */
bool speech_is_in_source(const speech *q, uint32_t item);
/* "may God protect him" between dashes behind an item: the closing dash, or the item itself. */
uint32_t speech_behind_wish(const clause_sentence *s, uint32_t item);
static inline bool speech_is_prep(const clause_item *it, wq_str value)
{
    return item_is_function(it, STR("prep")) && str_eq(it->value, value);
}
/* Can it head a noun phrase? */
bool speech_is_noun(const clause_item *it);
/* Does item `item` end the search for what `cue` says? */
bool speech_breaks(const speech *q, uint32_t cue, uint32_t item);
/* An accusative used as an adverb: also, recently. */
bool speech_is_adverb(const clause_sentence *s, uint32_t item);

/* The token behind a phrase of this kind of the cues that begins at this item; 0 where none does. */
uint32_t speech_phrase(const coder_state *c, const clause_sentence *s, uint32_t item,
                       wq_str kind);

/* ---- cue.c ---- */
/* What the word at this item says, and how; quotation marks around it are not looked at. */
cue_kind cue_of(const coder_state *c, const clause_sentence *s, uint32_t item);
/* A participle that tells what the speaker did besides: "adding", "praising". */
bool cue_is_adverbial(const coder_state *c, const clause_sentence *s, uint32_t item);
/* "that", or "on that", right behind it. */
bool cue_that_follows(const clause_sentence *s, uint32_t item);

/* ---- reporter.c ---- */
/* Works out where the reporter speaks again, behind every item. */
void reporter_stops(speech *q);
/* "..., and demanded": the item at which what is said ends because its speaker does something else; its end where he does not. */
uint32_t reporter_resumes(const speech *q, const claim *said);

/* ---- denial.c ---- */
/* "Asked not to be named", "refused to give his name": a cue of status that puts nothing off and denies nothing. */
bool claim_keeps_name(const coder_state *c, const clause_sentence *s,
                      const clause_item *word);

/* ---- phrase.c ---- */
/* The noun phrase that the cue says, where it stands before `that`; else `that`. */
speech_opening phrase_behind(const speech *q, uint32_t cue, speech_opening that);

/* ---- voice.c ---- */
claim_voice voice_of(const clause_sentence *s, uint32_t item);
/* The same, of the subject at item `item` of a verb, which tells a woman. */
claim_voice voice_of_subject(const clause_sentence *s, uint32_t verb, uint32_t item);
/* The item behind the words of a speaker who is no mention. */
uint32_t voice_words_end(const clause_sentence *s, uint32_t first, uint32_t limit);
bool voice_agrees(const clause_item *word, const claim_voice *v);
/* "His Excellency": who that is was said before. */
bool voice_is_pronominal(const text_part *p, const claim_voice *v);
bool voice_is_person(const actor_mention *m);
/* Items [first, last) as written. */
claim_voice voice_of_words(const clause_sentence *s, uint32_t first, uint32_t last);
/* One person who is the subject of a feminine verb. */
bool voice_is_woman(const clause_sentence *s, uint32_t verb, const actor_mention *m);

/* ---- speaker.c ---- */
/* A role that is no known mention goes on behind it: "a director of the airport". */
claim_voice voice_with_words(const speech *q, uint32_t item, uint32_t limit);
/* Does item `item` stand behind a preposition?  Nothing before item `first` is looked at. */
bool speaker_is_governed(const clause_sentence *s, uint32_t item, uint32_t first);
/* speaker_behind.c: the same, of a subject that stands behind its verb. */
int32_t speaker_behind(const speech *q, uint32_t verb, speech_opening opening);
/* "the facts point to": has the verb a subject that says nothing? */
bool speaker_is_thing(const speech *q, uint32_t verb);
/* The item of the subject of a verb of saying whose speech opens there; -1 where it is not named. */
int32_t speaker_subject(const speech *q, uint32_t verb, speech_opening opening);
/* Who utters the speech of a cue; text.n == 0 where nobody is known.  `via`: who quotes him. */
claim_voice speaker_of(const speech *q, uint32_t cue, claim_voice *via);

/* ---- source.c ---- */
/* The item of who issued the document at `at`: behind a verb of issuing, behind "by" or "of"; -1 where nobody is named. */
int32_t source_issuer(const speech *q, uint32_t at);
/* "The ministry issued a statement in which it came that": the ministry; text.n == 0 where no document is near. */
claim_voice source_issuer_before(const speech *q, uint32_t verb);
/* Who stands behind the preposition of a verb that names its speaker there: "quoted FROM him", "came IN a statement". */
claim_voice source_of_verb(const speech *q, uint32_t verb);
/* "in his own words" at this item: who that is; text.n == 0 where it is something else. */
claim_voice source_of_own_words(const speech *q, uint32_t item);
/* Who stands behind "according to" at this item, and the item behind him. */
claim_voice source_at(const speech *q, uint32_t item, uint32_t *behind);

/* ---- unnamed.c ---- */
/* The speaker of a cue that names none; text.n == 0 where nobody is known. */
claim_voice speaker_unnamed(const speech *q, uint32_t cue);

/* ---- quote.c ---- */
void quote_sentence(speech *q);
/* Adds a direct quotation, of which nothing follows for events. */
void quote_emit(speech *q, claim *said);

/* ---- fragment.c ---- */
/* The few quoted words of a sentence that are no part of what is said in it. */
void fragment_quotes(speech *q);
/* Those behind a verb of saying between two marks. */
void fragment_of_parenthesis(speech *q, const claim *said);

#endif
