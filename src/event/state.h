/* Inside the event stage: events before they are merged and written out. */
#ifndef WAQAI_EVENT_STATE_H
#define WAQAI_EVENT_STATE_H

#include "event/event.h"
#include "event/rows.h"
#include "morph/morph.h"

enum { BAR_MAX = 16, ROWS_MAX = 64 };

typedef struct event_side {
    VEC(wq_actor) list;
} event_side;

/* deverbal.c: rows of a verb of which the trigger is the verbal noun are tried, */
typedef enum deverbal_kind {
    DEVERBAL_NOT,
    DEVERBAL_WHOM, /* those with an object, which somebody is; */
    DEVERBAL_WHAT, /* or a thing that the row asks for; */
    DEVERBAL_TIED  /* those without one, whose recipient a preposition ties */
} deverbal_kind;

typedef struct event_draft {
    const event_part *part;
    const clause_sentence *s;
    uint32_t clause;  /* of the trigger */
    uint32_t trigger; /* item */
    int32_t
        light; /* item of the light verb or of a purpose that lends its subject, or -1 */
    int32_t carrier; /* item of the light verb, whatever its subject is; or -1 */
    draft_known known;
    bool in_full;      /* rows are tried to the end, also those that can't hold */
    uint32_t row;      /* of LEX_EVENT */
    wq_str type, mode; /* of the row */
    event_side actor, recipient;
    bool governs;   /* what a preposition ties to it has a time of its own */
    bool between;   /* the actors stand behind "between" */
    bool inherited; /* an actor that the trigger's own words don't give */
    uint32_t share; /* which of several meetings that one trigger tells of */
    uint8_t
        deverbal; /* deverbal_kind: the trigger is a verbal noun, read by the rows of its verb */
    uint32_t does; /* then: the item of who does it, or 0 */
    bool full;     /* then: with doer and object, as a clause has them */
    bool of_whom;  /* then: its verb is done to somebody */
    int64_t
        alike; /* then: a type of which a row of the noun holds, its row of types and 1 more; or 0 */
    uint32_t named; /* then: rows of types, as a set, that have rows for the noun itself */
    bool hal;       /* the trigger is a participle; whose, tells clause `above` */
    uint32_t above;
    wq_str
        lacks; /* the lenient condition that does not hold (reserve.c); n == 0: all hold */
    const clause_item *place; /* a toponym */
    const clause_item *site; /* a noun of place before it, or alone: a palace, an airport */
    wq_str
        site_text; /* what the site is called that "the camp" takes up; n == 0: as it stands there */
    wq_str
        hit; /* the country of the target, where the record has the dead of the attack instead */
    wq_str country; /* of where it happened, when neither says it; where_settle() */
    const char *where_rule;
    bool locals;      /* an unnamed group has the country of the place */
    bool parties;     /* its sides are those of the article's other talks and deals */
    bool lacks_sides; /* nobody has told whose deal it is: it falls */
    const time_expr *time;
    wq_status_of_event status;
    const char *status_rule;
    bool
        holder_then; /* somebody held his office when it happened, not when it was written */
    VEC(wq_source) sources;
    VEC(wq_size) sizes;
} event_draft;

typedef struct draft_list {
    event_draft *v;
    uint32_t n, cap;
} draft_list;

typedef struct
    claim_voice { /* who speaks: a mention, or words that are none; text.n == 0: nobody known */
    const actor_mention *actor;
    wq_str text;
    bool document; /* a statement, a report: it tells what people say */
    bool fem;      /* a verb of which she is the subject says so */
} claim_voice;

typedef struct
    claim { /* a stretch of speech: items [from, to) of the sentence it begins in */
    uint32_t cue, from, to;
    uint32_t last;        /* token behind it, perhaps of a later sentence */
    int32_t outer;        /* the speech it is part of, or -1 */
    claim_voice who, via; /* via: the agency that quotes him */
    wq_str word,
        stance; /* the word of saying as written, and its value in event/cues.tsv */
} claim;

typedef struct claim_state {
    const text_part *part;
    uint32_t paragraph;  /* of the last sentence */
    claim_voice speaker; /* who spoke last */
    claim_voice former;  /* who spoke before him */
    claim_voice topic;   /* whom the last sentence is about: its speaker, or its subject */
    claim_voice
        label; /* "So-and-so:" on a line of its own, which the next paragraph's words are of */
    uint32_t labelled; /* that paragraph */
    bool spoke;        /* the last sentence was speech */
    claim_voice
        silent; /* subject of a verb of saying in the sentence at hand whose words are not given */
    VEC(claim) said;          /* in the sentence at hand */
    VEC(claim_voice) sources; /* "according to ..." of the sentence at hand */
    int32_t *of_item;         /* index into said, or -1 */
    claim open; /* a quotation that goes on behind its sentence; last == 0: none */
} claim_state;

/* words.c: a bit for each id that an item's words have, and of all items of the sentence; of these also wider sets, by the
 * rows of the ids.                                                                                                   */
typedef struct word_bits {
    const clause_sentence *of;
    const uint64_t *of_item;
    uint64_t of_all;
    row_set rows;
    wide_set wide;
} word_bits;

/* light.c: the arguments of items of the sentence at hand, as far as they have been asked for. */
typedef struct item_args {
    const clause_sentence *of;
    struct {
        clause_args args;
        bool known;
    } * of_item;
} item_args;

typedef struct coder_state {
    const lexicon *lex;
    arena *mem;
    int32_t published;
    wq_str about; /* the state that the article is about, or unknown */
    wq_str scene; /* the state in which most of its acts of force take place, or unknown */
    wq_str barred
        [BAR_MAX]; /* types that the sentence at hand is not about, as cells of event/not_events.tsv */
    uint32_t n_barred;
    uint64_t bar_asked,
        bar_says; /* rows of types for which that is known, and those it speaks against */
    bool
        mishap; /* the headline tells of an accident, a disaster: dead are nobody's victims */
    wq_str barred_everywhere; /* such a cell for the whole article, or empty */
    draft_list drafts;
    draft_list reserve;               /* drafts that lack one lenient condition */
    VEC(event_near_miss) near_misses; /* for explain, */
    bool wants_misses;                /* where it asks */
    VEC(wq_quote) quotes;
    claim_state claims;
    word_bits words;          /* of the sentence at hand */
    item_args args;           /* likewise */
    struct word_lists *lists; /* that have been read, and rows of types */
    const word_uses ***uses;  /* likewise: of each table those of its rows, or NULL */
} coder_state;

/* Is the trigger a bare noun or participle behind a comma, or a participle that goes with the verb, which governs it no longer? */
static inline bool draft_is_aside(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    return d->trigger > 0 && it->kind == ITEM_NOMINAL && it->clitics == 0 &&
           (item_is_comma(it - 1) || it->entry.form == LEX_ACTIVE);
}

/* The mention of the draft's part that begins where `span` does; NULL where there is none. */
const actor_mention *draft_mention(const event_draft *d, wq_span span);

static inline const clause *draft_clause(const event_draft *d)
{
    return &d->s->clause[d->clause];
}

/* In one clause of one sentence, or in two parts of a clause that an aside interrupts? */
static inline bool draft_same_clause(const event_draft *a, const event_draft *b)
{
    return a->s == b->s && clause_whole(a->s, a->clause) == clause_whole(b->s, b->clause);
}

/* The clause whose subject and tense are the event's: that of the verb that carries it. */
static inline const clause *draft_verb_clause(const event_draft *d)
{
    bool carried = d->carrier >= 0 && d->carrier != (int32_t)d->trigger;
    if (d->hal)
        return &d->s->clause[d->above];
    return carried ? &d->s->clause[d->s->item[d->carrier].clause] : draft_clause(d);
}

#endif
