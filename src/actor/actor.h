/* Who: people, offices, states, organisations, groups, as the text names them.
 *
 * A mention is a noun phrase: "وزير الخارجية الروسي، سيرغي لافروف،" is one.  Names come from the lexicon or, after a title or
 * office, from the grammar.  An office without a name is looked up in the tenures on the day of publication.             */
#ifndef WAQAI_ACTOR_H
#define WAQAI_ACTOR_H

#include "base/base.h"
#include "calendar/calendar.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

typedef enum actor_kind {
    ACTOR_STATE,  /* a country, or its capital or seat of government */
    ACTOR_PERSON, /* a named person */
    ACTOR_OFFICE, /* an office holder without a name */
    ACTOR_ORG,    /* a named organisation */
    ACTOR_GROUP,  /* a common noun for people or a body: army, protesters, delegation */
    ACTOR_SOURCE  /* sources, a statement, an agency: who says so */
} actor_kind;

typedef struct actor_mention {
    uint32_t first, last;           /* tokens [first, last) of the part */
    uint32_t name_first, name_last; /* the name inside it, empty where there is none */
    uint16_t clitics;               /* proclitics of the first token */
    uint8_t kind;                   /* actor_kind */
    bool fem, plural;               /* as the verb would agree */
    bool place_like;                /* a country or capital: also a place */
    bool definite;
    wq_actor a;       /* what goes out; a.span leaves clitics and quotation marks aside */
    wq_str country2;  /* a second one: "the Russian-American ..." */
    wq_str office;    /* id of the office, or unknown */
    wq_str owner;     /* id of the organisation the office belongs to, or unknown */
    uint32_t agent;   /* of a group: 1 + its row of LEX_AGENT */
    const char *rule; /* how it was found */
} actor_mention;

typedef struct actor_list {
    actor_mention *v;
    uint32_t n;
} actor_list;

/* In order, not overlapping.  `day` is the day whose office holders are meant (CALENDAR_NONE: unknown).  `other` are the
 * mentions of the document's other part where it was read before (a headline refers to what the text says), or NULL.    */
void actor_find(const lexicon *lex, arena *a, const text_part *part, int32_t day,
                const actor_list *other, actor_list *out);

/* The holder of an office in a country on a day; p == NULL: unknown, or more than one. */
wq_str actor_holder(const lexicon *lex, wq_str office, wq_str country, int32_t day);

#endif
