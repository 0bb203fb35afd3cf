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
#include "time/time.h"

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
    bool men;                       /* the ending says so, of many: المتظاهرون */
    bool
        either; /* verbs of both genders go with it: an organisation whose name is no common noun */
    bool he;         /* a state whose name is masculine: Lebanon, Iraq */
    bool place_like; /* a country or capital: also a place */
    bool
        of_body; /* an office of a body that names no state: "the head of the intelligence service" */
    bool definite;
    wq_actor a;      /* what goes out; a.span leaves clitics and quotation marks aside */
    wq_str country2; /* a second one: "the Russian-American ..." */
    const wq_actor *second; /* "the two presidents": the other one, or NULL */
    uint8_t n_more;         /* "the four states": how many follow the second */
    uint32_t
        pair; /* "the two sides": 1 + which mention the first is, the second behind it */
    wq_str office;    /* id of the office, or unknown */
    wq_str states;    /* of "the kingdom": those it can be, until it is settled */
    wq_str owner;     /* id of the organisation the office belongs to, or unknown */
    uint32_t agent;   /* of a group: 1 + its row of LEX_AGENT */
    const char *rule; /* how it was found */
    uint8_t sure;     /* percent; less than 100 where it was inferred from the context */
} actor_mention;

typedef struct actor_list {
    actor_mention *v;
    uint32_t n;
} actor_list;

/* In order, not overlapping.  `day` is the day whose office holders are meant (CALENDAR_NONE: unknown).  `times` are its time expressions, or NULL.  `other` are the
 * mentions of the document's other part where it was read before (a headline refers to what the text says), or NULL.    */
void actor_find(const lexicon *lex, arena *a, const text_part *part, const time_list *times,
                int32_t day, const actor_list *other, actor_list *out);

/* ---- with the whole article in view ---- */

typedef struct actor_scene { /* a part of the document */
    const text_part *part;
    actor_list *actors;
    struct place_list *places;
} actor_scene;

typedef struct actor_settings {
    int32_t day; /* as actor_find() */
    wq_str home; /* the state of an official outlet, or unknown */
    wq_str url;  /* of the page: tells where any other is published */
} actor_settings;

/* Settles which of several towns of one name are meant (place_settle), and gives national bodies and offices that name no country ("the police", "the foreign minister") that of the speaker, of
 * the article, or of the outlet; each such mention has its rule and how sure it is.  Gives the state that the article is
 * about; p == NULL: none, or several.                                                                                   */
wq_str actor_settle(const lexicon *lex, arena *a, const actor_settings *how,
                    const actor_scene scene[2]);
/* Does the word (foreign_w of morph/nouns_general.tsv) say "foreign"? */
bool actor_word_is_foreign(const lexicon *lex, const text_token *t);
/* "the foreign forces": does the word behind a mention say that its people are of another country than the one they are in? */
bool actor_is_foreign(const lexicon *lex, const text_part *part, const actor_mention *m);
/* The state of an official outlet; p == NULL: another, or unknown. */
wq_str actor_home(const lexicon *lex, arena *a, wq_str outlet);

/* ---- offices through time ---- */

typedef struct actor_tenure {
    wq_str actor, office, country; /* ids; `country` may be an organisation's */
    wq_str first, last, source;    /* as the row has them */
    int32_t from, to;              /* days; INT32_MIN, INT32_MAX where open */
} actor_tenure;

/* The tenures of a person or of an office, in the order of their first days, in the arena. */
uint32_t actor_tenures(const lexicon *lex, arena *a, wq_str id, actor_tenure **out);

/* Gives a body of a state ("the army", `words`) the name that it has with its nationality, and the id, where a lexicon has one. */
void actor_name_body(const lexicon *lex, arena *a, wq_str words, bool fem, wq_actor *body);

/* The person of the lexicon whose name, of two words or more, is most like `name` in another spelling; of `country`, where it
 * is known.  *score is 0..1.  Gives his row of LEX_ACTOR; -1 where nobody is like enough, or two are.                     */
int64_t actor_respelled(const lexicon *lex, arena *a, wq_str name, wq_str country,
                        double *score);

/* The holder of an office in a country on a day; p == NULL: unknown, or more than one. */
wq_str actor_holder(const lexicon *lex, wq_str office, wq_str country, int32_t day);
/* The offices that the head of an organisation is listed in, with commas, whatever the word for him: its president, leader or
 * chairman, or where it has tenures of none of these its secretary-general, and the other way round; one that has both is led by
 * two men.  Empty: it has no tenures of these.                                                                     */
wq_str actor_head_offices(const lexicon *lex, wq_str office, wq_str body);
/* Who holds one of them on the day; p == NULL: unknown, or more than one. */
wq_str actor_head(const lexicon *lex, wq_str office, wq_str body, int32_t day);

#endif
