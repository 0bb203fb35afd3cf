/* Inside the event stage: what rows of event/ say, taken out of their cells. */
#ifndef WAQAI_ROWS_OF_EVENTS_H
#define WAQAI_ROWS_OF_EVENTS_H

#include "base/base.h"

/* How far a row has been tried: what its conditions can be asked about. */
typedef enum draft_known {
    KNOWN_WORDS, /* only what stands in the sentence */
    KNOWN_SIDES, /* also who acts, and on whom */
    KNOWN_ALL    /* also where */
} draft_known;

enum { ROW_WORDS = 8 }; /* of 64 bits */
typedef struct row_set {
    uint64_t bits[ROW_WORDS];
} row_set;

enum { WIDE_WORDS = 64 };
typedef struct wide_set {
    uint64_t bits[WIDE_WORDS];
} wide_set;

/* What a trigger and its clause are, for gates. */
enum {
    GATE_LIGHT = 1, /* a light verb carries it */
    GATE_NEGATED = 2,
    GATE_FUTURE = 4,
    GATE_PLURAL = 8
};

/* The words of which the sentence has to have one, and what the trigger has to be, or the row does not hold: most rows that
 * share a trigger fall by them, and this is all that is read of those, one line of the processor's cache.              */
enum { GATE_WORDS = 14, GATE_BYTES = 64 };
typedef struct row_gate {
    wq_str asks, is;          /* conditions: that which names them, the one for `flags` */
    uint16_t bit[GATE_WORDS]; /* of a wide_set */
    uint8_t n;                /* 0: the row asks for no word, or for too many */
    uint8_t flags;
    uint8_t pos; /* row_pos */
    bool read;
} row_gate;

/* words.c: an id that conditions name. */
enum { WORD_TABLES = 4 }; /* verbs, nouns, agents, function words */
typedef struct word_id {
    uint64_t bit;
    int64_t row[WORD_TABLES]; /* -1: it is in another of them */
} word_id;

/* The ids that a cell of conditions lists, those of its groups in their place. */
typedef struct word_list {
    wq_str cell;   /* where it stands in the lexicon; p == NULL: a free slot */
    uint64_t bits; /* of the ids, as of an item's words */
    row_set rows;  /* of their rows, as of all items */
    const word_id *id;
    uint32_t n;
} word_list;

/* words.c: the rows that name a word, of which most have none. */
typedef struct word_uses {
    uint64_t cues; /* the kinds of its cues, a set of str_bit() */
    const uint32_t *event, *light, *cue;
    uint16_t n_event, n_light, n_cue;
} word_uses;

/* What a condition asks; data/event/README.md tells of each. */
typedef enum need_kind {
    NEED_NOTHING,
    /* of an argument: words behind "=" */
    NEED_ANY,
    NEED_CLAUSE,
    NEED_THAT,
    NEED_INSIDE,
    NEED_IS,
    NEED_TIED,
    NEED_WHICH,
    NEED_SUBJECT,
    NEED_SLOTS,
    NEED_SIDE, /* of a side, or of who stands in a slot: sectors behind ":" */
    /* a word by itself */
    NEED_PLURAL,
    NEED_NEAR,
    NEED_DATED,
    NEED_RECALLED,
    NEED_OWN,
    NEED_OPENS,
    NEED_HEADS,
    NEED_ASIDE,
    NEED_PASSIVE,
    NEED_NEGATED,
    NEED_FUTURE,
    NEED_PRESENT,
    NEED_CARRIED,
    NEED_A,
    NEED_R,
    NEED_AA,
    NEED_K,
    NEED_FOREIGN,
    NEED_AWAY,
    NEED_P,
    NEED_SAID,
    NEED_BARE,
    NEED_THEIRS,
    NEED_NEED,
    NEED_NEW
} need_kind;

/* A slot that a condition names. */
typedef struct need_slot {
    enum {
        SLOT_TIED, /* by that preposition, or bare */
        SLOT_SUBJ,
        SLOT_OBJ,
        SLOT_GEN,
        SLOT_NEXT,
        SLOT_PREV,
        SLOT_LIGHT
    } kind;
    wq_str name;
} need_slot;

/* One condition of a row. */
typedef struct row_need {
    wq_str text;   /* without its ~ */
    uint8_t kind;  /* need_kind */
    uint8_t known; /* draft_known from which on it can be asked */
    bool lenient;  /* ~ */
    bool not ;     /* ! */
    bool anything; /* any word: "*" */
    uint32_t n_slots;
    uint32_t rest; /* conditions of its alternative from it on: 1: it is the last */
    const need_slot *slot;
    word_list words; /* of a side its sectors, as `cell` */
} row_need;

/* The conditions of a cell. */
typedef struct need_list {
    const row_need *v;
    uint32_t n;
    bool open[KNOWN_ALL]; /* with so much known its first alternative may hold for sure */
} need_list;

typedef enum row_pos {
    POS_OTHER,
    POS_VERB,
    POS_NOUN,
    POS_PARTICIPLE,
    POS_ACTIVE,
    POS_PASSIVE,
    POS_ANY
} row_pos;

/* A row of LEX_EVENT as it is read once for all articles of a worker: for each trigger some are tried. */
typedef struct event_row {
    wq_str type, frame, quad; /* quad: p == NULL where its type has none */
    int64_t type_row;         /* -1: none */
    row_pos pos;
    need_list own;            /* its conditions */
    const need_list *general; /* those of its type */
    bool needs_ground;        /* its type has to be told as having happened */
    bool verbal;              /* its type is done in words */
    bool scene;               /* its type is an act of force that has a scene */
    bool of_genitive;         /* "R=gen" */
    bool lends;               /* no "none" */
    bool of_object;           /* has a slot or a condition for the object, */
    bool asks_object;         /* asks for certain words in it */
    bool asks_tied;           /* or behind a preposition */
    bool by_tie;              /* a preposition ties the recipient */
} event_row;

#endif
