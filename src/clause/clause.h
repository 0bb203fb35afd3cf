/* Clauses: a sentence as a row of items (phrases, verbs, particles), cut into clauses, with each verb's arguments.
 *
 * This is a shallow parse on purpose: news breaks every deep one.  What it relies on is the order of Arabic
 * prepositions, particles and agreement, which editors keep even where punctuation fails.                       */
#ifndef WAQAI_CLAUSE_H
#define WAQAI_CLAUSE_H

#include "actor/actor.h"
#include "base/base.h"
#include "lexicon/lexicon.h"
#include "place/place.h"
#include "text/text.h"
#include "time/time.h"

typedef enum item_kind {
    ITEM_ACTOR, /* a mention, which may also be a place */
    ITEM_PLACE,
    ITEM_TIME,
    ITEM_VERB,     /* a finite verb of morph/verbs.tsv */
    ITEM_NOMINAL,  /* a verbal noun, participle or event noun of our lexicons */
    ITEM_ADJ,      /* a nationality adjective that belongs to no mention */
    ITEM_FUNCTION, /* morph/function.tsv */
    ITEM_WORD,     /* any other word */
    ITEM_MARK      /* punctuation */
} item_kind;

typedef struct clause_item {
    uint8_t kind;
    uint16_t clitics;
    uint32_t first, last; /* tokens of the part */
    uint64_t key;         /* of `function`: item_name() */
    const actor_mention *actor;
    const place_mention *place;
    const time_expr *time;
    lex_entry entry;        /* of a verb, nominal or adjective */
    wq_str function, value; /* of a function word; the former is given by item_name() */
    uint32_t mark;          /* code point */
    uint32_t clause;        /* which one it stands in */
    bool count;     /* a number, in digits or words: what is counted comes behind it */
    bool direction; /* "south of", "round": a noun that says where */
    bool other;     /* "another", "two others" */
    bool turn;      /* a noun of how often: "times" */
    bool quality;   /* an adjective in -i that is no noun: "official", "military" */
    bool adverbial; /* a toponym that begins with one: "northern Iraq" */
    bool of_people; /* a verb that is done to people, never to a place: "killed" */
    bool strikes;   /* a verb whose subject may be the deed before it: "an attack hit" */
    bool
        describes; /* a verb that may only say how long the deed before it is, or what it is called */
    bool meets;     /* a verb whose object is whom somebody meets */
    bool addresses; /* a verb that wants somebody as its object */
    bool
        said_in; /* a noun without article for what somebody says something in: "a statement" */
    bool hits; /* a verb whose object is struck by the means behind its subject */
} clause_item;

typedef enum clause_opener {
    OPEN_MAIN, /* a sentence's first, or one after a comma */
    OPEN_AND,  /* wa- or fa- and a verb */
    OPEN_THAT, /* after an, inna, bi-anna */
    OPEN_WHO,  /* relative */
    OPEN_SUB,  /* where, while, as, when */
    OPEN_IF,   /* conditional */
    OPEN_REST  /* behind an aside: the rest of the clause that it interrupted */
} clause_opener;

enum { CLAUSE_NONE = -1 };

typedef struct clause {
    uint32_t first, last; /* items */
    int32_t verb, aux;    /* items; the verb, and كان or the like before it */
    int32_t parent;       /* the clause it hangs on */
    int32_t
        whole; /* the clause it is the rest of, whose verb and subject it shares; or -1 */
    int32_t subject;             /* item, perhaps of another clause */
    uint8_t opener;              /* clause_opener */
    bool subject_is_topic;       /* stands before the verb */
    bool negated, future, maybe; /* particles before the verb */
    bool not_past;               /* negated of the past: lam */
    bool only; /* "did not ... but (illa)": negated of all but what follows */
} clause;

typedef struct clause_sentence {
    const text_part *part;
    uint32_t sentence;
    clause_item *item;
    uint32_t n_items;
    clause *clause;
    uint32_t n_clauses;
    const clause_item *dateline; /* the toponym of the dateline it opens with, or NULL */
} clause_sentence;

typedef struct clause_input {
    const lexicon *lex;
    const text_part *part;
    const actor_list *actors;
    const place_list *places;
    const time_list *times;
} clause_input;

void clause_read(const clause_input *in, arena *a, uint32_t sentence, clause_sentence *out);

/* An argument: a phrase and how it is tied.  `slot` is a preposition's value in function.tsv (maa, ila, fi ...), bi or li
 * of a proclitic, "gen" (genitive of the word before), "adj" (nationality of the word before), or "" (bare).              */
typedef struct clause_arg {
    wq_str slot;
    uint32_t item;
    bool coordinated;   /* joined by wa- to the argument before it */
    bool owner_is_head; /* gen, adj: of the very word the arguments were asked for */
} clause_arg;

typedef struct clause_args {
    clause_arg *v;
    uint32_t n;
} clause_args;

/* The arguments to the right of item `head`, up to the end of its clause or the next verb. */
void clause_args_of(const clause_sentence *s, arena *a, uint32_t head, clause_args *out);

/* The last item of an aside that opens at item `at` and that a phrase goes on behind; `at` where none does. */
uint32_t clause_skip_aside(const clause_sentence *s, uint32_t at);
/* "A visit that lasts two days to", "talks that were called constructive with": the last item of what only describes the deed
 * at `head`, where a preposition of the deed follows; `i` where nothing such begins there.                            */
uint32_t clause_skip_description(const clause_sentence *s, uint32_t head, uint32_t i);

/* The clause that a clause is the rest of, else itself: what two parts of one have in common. */
uint32_t clause_whole(const clause_sentence *s, uint32_t at);

/* The subject that a clause could take over from one before it: the nearest that agrees with its verb; -1: nobody. */
int32_t clause_handed(const clause_sentence *s, uint32_t at);

/* The phrase before a predicate that no preposition governs; -1 where there is none. */
int32_t clause_topic(const clause_sentence *s, const clause *c, int32_t predicate);

/* Gives a clause another subject, and those clauses that took the old one over from it. */
void clause_resubject(const clause_sentence *s, uint32_t at, int32_t subject);

/* Spelt as the active participle of the verb that the item is read as a form of? */
bool clause_may_be_participle(const clause_sentence *s, const clause_item *it);

/* "refused it, calling on Somalia to": a participle that has arguments of its own. */
bool clause_is_participle_aside(const clause_sentence *s, uint32_t i);

/* "in the old city of Aleppo (حلب القديمة)": shaped like its adjective, right behind a place that a preposition governs. */
bool clause_describes_place(const clause_sentence *s, uint32_t i);

/* "The protests (that are) hostile to the government": a participle with the article behind a noun with it, and to whom. */
bool clause_is_participle_to(const clause_sentence *s, uint32_t i);

/* "The shelling of the Israeli settlements": the adjective `i` agrees with the genitive of the noun `asked`, not with the noun. */
bool clause_is_of_genitive(const clause_sentence *s, uint32_t asked, uint32_t i);

/* "The police arrested a number (عددا) of them": `i` is "of them", behind a quantity right behind who does it. */
bool clause_is_quantity_of_them(const clause_sentence *s, uint32_t i);

/* "..., as (كما) the opposition says": told in passing. */
bool clause_is_as_said(const clause_sentence *s, const clause *c);

/* Is it a relative clause, with "who" or with its verb right behind an indefinite noun ("an attack hit")? */
bool clause_is_relative(const clause_sentence *s, const clause *c);

/* The antecedent of a relative clause: who stands just before it, or before adjectives there; -1: nobody. */
int32_t clause_antecedent(const clause_sentence *s, const clause *c);

/* Does the preposition before it make noun `at` the occasion or the cause: "in an attack", "as a result of shelling"? */
bool clause_is_occasion(const clause_sentence *s, uint32_t at);
/* "Will meet during his visit the president": does a verb that has had no object yet meet who stands behind `noun`? */
bool clause_is_met_meanwhile(const clause_sentence *s, uint32_t noun);

/* "after it had refused", "since it closed": a past behind `an` and such a preposition, which has happened whatever the verb
 * above intends or denies.                                                                                            */
bool clause_is_earlier(const clause_sentence *s, const clause *c);

/* The occasion that a clause without a particle describes: "in an attack with a car bomb (that) hit"; CLAUSE_NONE: none. */
int32_t clause_occasion_of(const clause_sentence *s, const clause *c);
/* caller.c: of a clause that tells what was said in a call or a letter that the clause above tells of as received, whoever it is
 * from; or -1.                                                                                                       */
int32_t clause_caller(const lexicon *lex, const clause_sentence *s, const clause *c);

/* The same of a clause behind "that" whose speaker the clause above has behind "from". */
int32_t clause_quoted(const lexicon *lex, const clause_sentence *s, const clause *c);
/* Does a preposition on or before any item do so: "in this attack", at "this"? */
bool clause_ties_occasion(const clause_sentence *s, uint32_t at);

/* Does a number, or a word like "hundreds of", stand before it? */
bool item_is_counted(const clause_sentence *s, uint32_t item);
/* "ten others": more of those of whom was told. */
static inline bool item_is_rest(const clause_item *it)
{
    return it->kind == ITEM_ACTOR && str_eq(str_of(it->actor->rule), STR("actor.others"));
}

/* "by phone", "officially": a nisba in the accusative, which says how and has no genitive; not "victims of". */
bool item_is_manner(const clause_sentence *s, uint32_t item);
/* "(arrested) three times (مرات)", "several times (مرات عديدة)", "the last of them (آخرها) in January": how often, nobody's object. */
bool item_is_how_often(const clause_sentence *s, uint32_t item);
/* "Russia and «OPEC»": an "and" that stands apart, before a quotation mark. */
bool item_joins_quoted(const clause_sentence *s, uint32_t item);
/* "two attacks, one of which (أحدهما) men launched": what another clause begins with. */
bool item_opens_clause(const clause_sentence *s, uint32_t i);

/* The first eight letters of a kind of function word as a number, which of a literal the compiler works out: hardly anything
 * is asked of items as often.                                                                                         */
static inline __attribute__((always_inline)) uint64_t item_key(wq_str kind)
{
#define LETTER(i) (i < kind.n ? (uint64_t)(unsigned char)kind.p[i] << i * 8 : 0)
    return LETTER(0) | LETTER(1) | LETTER(2) | LETTER(3) | LETTER(4) | LETTER(5) |
           LETTER(6) | LETTER(7);
#undef LETTER
}

void item_name(clause_item *it, wq_str kind); /* a function word of this kind */

static inline __attribute__((always_inline)) bool item_is_function(const clause_item *it,
                                                                   wq_str kind)
{
    return it->key == item_key(kind) && it->kind == ITEM_FUNCTION &&
           (kind.n < sizeof it->key || str_eq(it->function, kind));
}

/* Arabic or Latin. */
static inline bool item_is_comma(const clause_item *it)
{
    return it->kind == ITEM_MARK && (it->mark == 0x60c || it->mark == ',');
}

/* "that it is for Russia to ...": a clause behind a particle that begins with `ala` and whom it binds. */
bool clause_is_duty(const clause_sentence *s, const clause *c);

/* Whom such a clause binds, or one like "that Somalia must withdraw", in which he stands before the verb; -1: nobody. */
int32_t clause_bound(const lexicon *lex, const clause_sentence *s, const clause *c);

/* The same at the head of a sentence, a quotation or behind "and": `ala`, whom it binds, `an` and a verb. */
bool clause_opens_duty(const clause_sentence *s, uint32_t at);

#endif
