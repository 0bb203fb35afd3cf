/* Inside the event stage: events before they are merged and written out. */
#ifndef WAQAI_DRAFT_H
#define WAQAI_DRAFT_H

#include "event/event.h"
#include "event/rows.h"
#include "morph/morph.h"

enum { BAR_MAX = 16, ROWS_MAX = 64 };

typedef struct event_side {
    VEC(wq_actor) list;
} event_side;

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
    bool hal;       /* the trigger is a participle; whose, tells clause `above` */
    uint32_t above;
    wq_str
        lacks; /* the lenient condition that does not hold (reserve.c); n == 0: all hold */
    const clause_item *place; /* a toponym */
    const clause_item *site; /* a noun of place before it, or alone: a palace, an airport */
    wq_str country; /* of where it happened, when neither says it; where_settle() */
    const char *where_rule;
    bool locals; /* an unnamed group has the country of the place */
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

/* words.c: a bit for each id that an item's words have, and of all items of the sentence; of these also a wider set, by the
 * rows of the ids.                                                                                                   */
typedef struct word_bits {
    const clause_sentence *of;
    const uint64_t *of_item;
    uint64_t of_all;
    row_set rows;
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
    VEC(event_near_miss) near_misses; /* for explain */
    VEC(wq_quote) quotes;
    claim_state claims;
    word_bits words;          /* of the sentence at hand */
    item_args args;           /* likewise */
    struct word_lists *lists; /* that have been read, and rows of types */
} coder_state;

/* Is the trigger a bare noun or participle behind a comma, which the verb before governs no longer? */
static inline bool draft_is_aside(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    return d->trigger > 0 && it->kind == ITEM_NOMINAL && it->clitics == 0 &&
           item_is_comma(it - 1);
}

/* ---- roles.c ---- */
/* The phrase a slot of a frame stands for: fills `side`; true where somebody was found. */
bool role_fill(coder_state *c, event_draft *d, wq_str slots, const clause_args *args,
               event_side *side);
/* A toponym as an item of its own, where the sentence has it inside another; lives in c->mem. */
static inline const clause_item *draft_place_item(coder_state *c, const place_mention *m)
{
    clause_item *it = ARENA_NEW(c->mem, clause_item);
    *it = (clause_item){ .kind = ITEM_PLACE,
                         .first = m->first,
                         .last = m->last,
                         .clitics = m->clitics,
                         .place = m };
    return it;
}

/* The last toponym inside a mention, or the one its words end with ("the envoy to Syria"), as an item; NULL: none. */
const clause_item *role_place_within(coder_state *c, const event_draft *d,
                                     const clause_item *who, bool at_end);
/* "The envoy to Syria arrived": the toponym in the words of the subject, which the verb may be meant to govern; or NULL. */
const clause_item *role_place_of_post(coder_state *c, const event_draft *d,
                                      const clause_args *args);
/* The item of the first of `slots` that has a phrase of any kind; -1 where none has. */
int32_t role_item(const event_draft *d, wq_str slots, const clause_args *args);
/* Has the verb an object: a pronoun, or a bare phrase before all phrases with a preposition? */
/* The clause behind `an` or `inna` that says what the trigger is about; NULL where there is none. */
const clause *role_clause_that(const event_draft *d);

/* Is the verb of the clause in the first person, "we signed"? */
bool role_is_first_person(const event_draft *d, const clause *cl);
/* Is the side the actor of a strike, which a nationality alone names? */
bool role_is_by_arms(const coder_state *c, const event_draft *d, const event_side *side);
bool role_has_object(const event_draft *d, const clause_args *args);
/* The people or state that an item stands for; true where it is any. */
bool role_add(coder_state *c, const event_draft *d, const clause_item *it,
              event_side *side);
void role_add_mention(coder_state *c, const actor_mention *m, event_side *side);
void role_add_actor(coder_state *c, const wq_actor *actor, event_side *side);
/* Whoever utters the speech that the trigger stands in; true where somebody does. */
bool role_add_speaker(coder_state *c, event_draft *d, event_side *side);
/* apposed.c: the office or role in apposition to the words that begin at an item and are no mention; -1: none. */
int32_t role_apposed(const coder_state *c, const clause_sentence *s, uint32_t at);
/* teller.c: the slots `speaker`, `sayer` and `bound` of event/README.md. */
bool role_speaker(coder_state *c, event_draft *d, event_side *side);
bool role_sayer(coder_state *c, event_draft *d, event_side *side);
bool role_bound(coder_state *c, const event_draft *d, event_side *side);
/* "rejected a Russian draft that calls for": the verb of a clause tells what a document says, not what its subject does. */
bool role_is_of_document(const coder_state *c, const event_draft *d, const clause *cl);
/* owner.c: does li- right behind the noun and its adjectives say whose the deed is? */
bool role_is_owner(const event_draft *d, const clause_arg *a);
/* Does what stands behind li- belong to the word before it, not to the noun? */
bool role_is_tied_elsewhere(const event_draft *d, const clause_arg *a);
/* Does the argument tell where the subject is ("a court in Barcelona opened an inquiry"), and nothing of the noun behind? */
bool role_is_where_subject_is(const event_draft *d, const clause_arg *a);
/* Do those "between" whom something is belong to another meeting or deal, which stands nearer? */
bool role_is_between_others(const coder_state *c, const event_draft *d,
                            const clause_arg *a);
/* Is it a weapon without a side whose maker a relative clause names: "a drone that Russia launched"? */
bool role_is_made(const coder_state *c, const event_draft *d, uint32_t at);
/* "came under", "saw": is the subject of the verb at item `verb` no doer? */
bool role_is_suffered(const coder_state *c, const event_draft *d, uint32_t verb);
/* Whose the thing is that item `at` names; NULL where nothing says. */
const clause_item *role_owner(const coder_state *c, const event_draft *d, uint32_t at);
/* Does the item act for somebody else, and for whom: "the bulldozers of", "a force of"? */
bool role_is_tool(const coder_state *c, const event_draft *d, const clause_item *it);
const clause_item *role_wielder(const coder_state *c, const event_draft *d, uint32_t at);
/* Is the item a name that stands behind the subject as another word for him? */
bool role_is_apposed(const event_draft *d, uint32_t at);
/* "The head of the council which led the coup, General So-and-so, received the envoy": is argument `i` the name of a subject
 * that is told by his office, with another bare phrase behind it that is the object?                                    */
bool role_is_named_late(const event_draft *d, const clause_args *args, uint32_t i);
/* The subject of the trigger's clause, as an actor or recipient lent by a light verb. */
bool role_subject(coder_state *c, event_draft *d, event_side *side);
/* "In an attack with a car bomb (that) hit": the noun that the trigger, a verb without a subject of its own, describes. */
int32_t role_occasion(const event_draft *d);
/* Or whose the subject is, where it is nobody: "the American position met with". */
bool role_subject_owner(coder_state *c, event_draft *d, event_side *side);
/* ---- before.c ---- */
/* Whoever acted before, in this sentence or in one right above; true where somebody did. */
bool role_subject_before(coder_state *c, event_draft *d, event_side *side);
/* Of two behind "between" not the one who acts. */
void role_drop_own(const event_draft *d, event_side *side);
/* A country or "an official" that acts is the man whom the sentence names for it. */
void role_single_out(const event_draft *d, event_side *side);
/* ---- covers.c ---- */
/* Where a tour leads, as a verb behind it says ("that takes in Egypt and Jordan"); true where it says so. */
bool role_against(coder_state *c, const event_draft *d, event_side *side);
bool role_covers(coder_state *c, const event_draft *d, event_side *side);
/* ---- post.c ---- */
/* "Its ambassador to France": where whom the trigger is about is accredited; true where that is somewhere. */
bool role_accredited(coder_state *c, event_draft *d, const clause_args *args,
                     event_side *side);

/* "Sent its envoy to Libya, So-and-so, to Ankara": the first of two places is his post, and no argument of the trigger. */
void role_part_posts(const clause_sentence *s, clause_args *args);

/* ---- antecedent.c ---- */
/* The mention that item `item` is; NULL where it is none, or below 0. */
const actor_mention *role_mention(const clause_sentence *s, int32_t item);
/* The pronoun that a row of its own ends in, "إياهما", as clitics. */
uint16_t antecedent_clitics(wq_str form);
/* Does he agree with a pronoun? */
bool role_fits(const actor_mention *m, uint16_t clitics);
/* Whom a pronoun on item `at` means; NULL where nobody fits. */
const actor_mention *role_antecedent(const event_draft *d, uint32_t at, uint16_t clitics);
/* "soldiers whom gunmen abducted", "the town that they seized": whom the pronoun in a relative clause takes up, right before it;
 * NULL: perhaps a thing.  Does the pronoun on the preposition at item `at` do so?                                    */
const actor_mention *role_resumed(const event_draft *d, uint16_t pronoun);
/* "abducted an engineer and killed him": whom the clause before is done to; NULL: nobody, or several. */
const actor_mention *role_done_before(const coder_state *c, const event_draft *d);
bool role_is_resumptive(const event_draft *d, uint32_t at);

/* The two before item `at` in its sentence whom "both of them" means, the nearer first. */
bool role_both(const event_draft *d, uint32_t at, const actor_mention *both[2]);

/* ---- listed.c ---- */
/* Of states at item `at` that nothing names, those that are named behind it; true where there are any. */
bool role_listed(coder_state *c, const event_draft *d, uint32_t at, event_side *side);

/* ---- thing.c ---- */
/* The text that the pronoun on the trigger takes up where nobody stands nearer: "the draft; Cuba opposed it"; -1: none. */
int32_t thing_meant(const coder_state *c, const event_draft *d);
/* What the clause behind `an` says of its subject, without a verb or by one like "amounts to": "that the blockade is a crime";
 * -1: nothing.                                                                                                         */
int32_t thing_predicate(const coder_state *c, const event_draft *d);

/* ---- doneto.c ---- */
/* Whom the verbal noun is done to, as item `at` right behind it says: "the arrest of a journalist". */
bool role_done_to(coder_state *c, const event_draft *d, uint32_t at, wq_actor *out);

/* ---- doer.c ---- */
/* The item of who does what a verbal noun names, where its object follows him ("the expulsion by India of a diplomat"); -1:
 * it has no such pair.  The doer becomes an argument `janib`, as behind "by", and the object the noun's genitive.       */
int32_t role_doer(const coder_state *c, const event_draft *d, clause_args *args);

/* ---- toll.c ---- */
/* "dead and wounded in the ranks of the movement": the recipients are of the movement. */
void toll_settle(coder_state *c, event_draft *d);

/* ---- bar.c ---- */
/* Notes which types the words of a sentence speak against ("match", "earthquake"). */
void bar_sentence(coder_state *c, const clause_sentence *s);
bool bar_forbids(const coder_state *c, wq_str type);
bool bar_forbids_row(coder_state *c, const event_row *row); /* its type */
/* Notes what the part speaks against as a whole: a report of a match. */
void bar_article(coder_state *c, const text_part *p);

/* ---- ground.c ---- */
/* Does the trigger tell that something happened, as against naming it on the way? */
bool ground_tells(const coder_state *c, const event_draft *d);
/* Is its actor more than a crowd that was told of before ("the demonstrators")? */
bool ground_is_new(const coder_state *c, const event_draft *d);

/* ---- needs.c ---- */
typedef struct needs_result {
    bool met;      /* one of the alternatives holds */
    wq_str failed; /* else the condition that came last */
    wq_str
        lacks; /* else the one lenient condition without which an alternative would hold, or n == 0 */
} needs_result;

/* Do the conditions `all` hold for the draft, or may they, as far as is known?  The notation is described in data/event/README.md. */
needs_result needs_check(const coder_state *c, const event_draft *d,
                         const clause_args *args, const need_list *list);
/* Is `one` among these ids, or in a group that they name (`@help`)? */
bool needs_among(const coder_state *c, wq_str list, wq_str one);
/* Somebody whom the lexicon knows, or in an office. */
bool needs_person(const coder_state *c, const wq_actor *a);
/* Is the item's first word, in any reading, or a mention's common noun one of these ids and groups ("sarukh,@help")?  Of the
 * sentence that words_note() has seen last.                                                                            */
bool needs_word(const coder_state *c, const event_draft *d, const clause_item *it,
                wq_str ids);

/* ---- words.c ---- */
void words_note(coder_state *c, const clause_sentence *s);
/* Has the first word of item `at`, in any reading, this id?  Only where its bits say that it may. */
bool words_item_has(const clause_sentence *s, uint32_t at, const word_id *id);
/* May one of these words stand anywhere in the sentence? */
bool words_may_have(const coder_state *c, const word_list *list);
/* What is known of lists goes on from article to article, where `part` has a memory. */
void words_begin(coder_state *c, const text_part *part);
/* Of `ids` ("sarukh,@help"), which are a cell's or a literal. */
word_list words_list(const coder_state *c, wq_str ids);
/* The ids of a group that is written with its @; empty where there is none of that name. */
wq_str words_members(const coder_state *c, wq_str group);
/* The same, read anew, in `mem`. */
word_list words_read(const coder_state *c, arena *mem, wq_str ids);
/* The row of an event type, a cell of event/types.tsv or of a row; -1: none. */
int64_t words_type(const coder_state *c, wq_str type);
/* A row of LEX_EVENT. */
const event_row *words_row(const coder_state *c, uint32_t row);
/* Asks for the memory of rows that are going to be tried, and of the conditions of the next one. */
void words_foresee_rows(const coder_state *c, const uint32_t *rows, uint32_t n);
void words_await_row(const coder_state *c, uint32_t row);

/* ---- rows.c ---- */
need_list rows_read_needs(const coder_state *c, arena *mem, wq_str cell);
/* Reads the row; `general` are the conditions of its type. */
const event_row *rows_read(const coder_state *c, arena *mem, uint32_t row,
                           const need_list *general);

/* ---- whole.c ---- */
/* Gives whom no lexicon knows all words of his phrase, and a town that is hit its own name. */
void whole_names(coder_state *c, event_draft *d);
/* Those who are counted, as recipients; true where somebody is; the former of people alone, where no place is known. */
bool whole_people(coder_state *c, event_draft *d);
bool whole_counted(coder_state *c, event_draft *d, wq_str country);

/* ---- deed.c ---- */
/* Of an act of force told of a raid or a weapon as its subject, whose that is; where no row fills the sides. */
void deed_complete(coder_state *c, event_draft *d, const clause_args *args);

/* Of drafts that are merged: cause.c gives tolls who did what people died of, blame.c condemnations who is condemned. */
void cause_complete(coder_state *c);
void blame_complete(coder_state *c);
/* ---- bodies.c ---- */
/* Behind the dead or captives that item `at` counts: those of other bodies who are counted with them. */
void role_add_toll(coder_state *c, const event_draft *d, uint32_t at, event_side *side);

/* ---- foe.c ---- */
/* Gives those who take ground the enemy whom the rest of the article tells of. */
void foe_complete(coder_state *c);

/* ---- protest.c ---- */
/* Fills the recipient of a protest by what the crowd demands or is against, where no row does. */
void protest_find(coder_state *c, event_draft *d);

/* ---- hal.c ---- */
/* Where item `at` is a participle that tells what a subject does besides ("..., demanding"): the clause of that subject; else -1. */
int32_t hal_clause(coder_state *c, const clause_sentence *s, uint32_t at);

/* ---- light.c ---- */
typedef struct light_role {
    int32_t
        item; /* the light verb, its verbal noun, or the trigger itself where it is a purpose; -1: none */
    wq_str subject; /* what its subject is to the event: actor, recipient, none */
    uint32_t
        upto; /* of a second noun: behind this item, the first, only places are lent; 0: all */
} light_role;

/* The event noun that light verb (or its verbal noun) `at` carries: its item; -1 where it carries none. */
int32_t light_carried(coder_state *c, const clause_sentence *s, uint32_t at,
                      light_role *light);
/* "A new series of raids": does the noun stand behind a word of quantity, an adjective and "of"? */
bool light_is_of_series(const clause_sentence *s, uint32_t at);
light_role light_purpose(coder_state *c, const clause_sentence *s, uint32_t at);
/* clause_args_of() item `head`, worked out once: it is asked for as a light verb, as a trigger, as what another carries. */
clause_args event_args(coder_state *c, const clause_sentence *s, uint32_t head);
/* The light verb behind event noun `at` that takes it up: "the visit which he paid to". */
light_role light_behind(coder_state *c, const clause_sentence *s, uint32_t at);
/* Adds to the arguments of noun `at` what the verb that carries it governs. */
void light_add_args(coder_state *c, const clause_sentence *s, uint32_t at, light_role light,
                    clause_args *args);

/* ---- trigger.c ---- */
/* Rows of `table` that name the word of item `at`, or one spelt like it, in their `word` or `verb` column: at most ROWS_MAX. */
uint32_t trigger_rows(const coder_state *c, const clause_sentence *s, uint32_t at,
                      lex_table table, uint32_t *rows);
/* Has the word of item `at` a row of the draft's type, perhaps behind rows of others? */
bool trigger_is_of_type(const coder_state *c, const event_draft *d, uint32_t at);
void trigger_sentence(coder_state *c, const event_part *part, const clause_sentence *s);

/* ---- tense.c ---- */
/* Features of a verb; of the trigger those of the word that its row names, where another is spelt alike: "gathered" and
 * "she collects".                                                                                                    */
uint32_t status_feats(const coder_state *c, const event_draft *d, uint32_t verb);
void status_by_tense(const coder_state *c, event_draft *d, const clause *cl);
/* Does the row ask for such a word ("subj="), instead of ruling it out ("!subj=")? */
bool row_asks_for(const coder_state *c, const event_draft *d, wq_str key);
bool tense_undergoes(const coder_state *c, const event_draft *d); /* "came under" */

/* ---- under.c ---- */
/* May the cue govern the event, or is the noun its occasion, its peer, nobody's intention? */
bool status_may_govern(const coder_state *c, const event_draft *d, uint32_t cue);
bool status_told_besides(const event_draft *d,
                         uint32_t at); /* a participle behind a comma */
/* The date has the last word between past and future. */
void status_by_date(coder_state *c, event_draft *d);

/* ---- objection.c ---- */
/* Fills in mode, time and status; why a draft for which a row holds is none after all, or NULL where it is one. */
const char *objection_to(coder_state *c, event_draft *d, const clause_args *args);

/* ---- meeting.c ---- */
/* "Met X on Saturday evening and (with) Y on Sunday": the last draft of the list becomes two. */
void meeting_split(coder_state *c, const clause_args *args, draft_list *list);

/* ---- holder.c ---- */
/* Offices without a name on either side are their holders' on the day of the event. */
void holder_settle(coder_state *c, event_draft *d);
/* An office without a country that a guest meets is of the country where they meet. */
void holder_host(coder_state *c, event_draft *d);

/* ---- where.c ---- */
/* The first of `slots` that is a toponym; NULL where none is. */
const clause_item *where_in_slots(coder_state *c, const event_draft *d,
                                  const clause_args *args, wq_str slots);
/* Of a type whose acts have a scene; asked before the draft has its type. */
bool where_is_of_force(const coder_state *c, const event_draft *d);
/* Fills place and site by what stands around the trigger, where the frame has not. */
void where_find(coder_state *c, event_draft *d, const clause_args *args);
/* The last word, with both sides known: homonyms of other countries go, a country alone comes. */
void where_settle(coder_state *c, event_draft *d);
bool where_is_toponym(const clause_item *it);
/* The country of a toponym. */
wq_str where_country(const clause_item *it);
bool where_is_country(const clause_item *it); /* a state, no place in one */
bool where_is_on_side(const event_side *side, const clause_item *it);
/* opening.c: what the trigger's clause opens with, "in Vienna", "in the quarter of Mansour"; and, of force, what the words of saying above do. */
void where_opens(const coder_state *c, event_draft *d);
void where_speech_opens(const coder_state *c, event_draft *d);
/* "Beirut saw protests": the subject of a light verb that lends it as the place. */
void where_lent(const coder_state *c, event_draft *d);
/* elsewhere.c: a toponym from the rest of the article, or NULL. */
const clause_item *where_elsewhere(coder_state *c, const event_draft *d);
/* journey.c: where the journey leads that the act is part of ("visited Beirut, where he met"); NULL: nowhere named. */
const clause_item *where_of_journey(coder_state *c, const event_draft *d);
/* Is it no holder of an office of a state who comes home to that state or its capital? */
bool journey_is_away(const coder_state *c, const event_draft *d);
/* Who goes, where the trigger is the purpose of a journey that a noun tells of; his item, or -1. */
int32_t journey_goer(const coder_state *c, const event_draft *d);
/* scene.c: the town that "the town" in the trigger's clause takes up; NULL: none. */
const clause_item *where_town_again(coder_state *c, const event_draft *d);
/* Where an act of force is told of that the sentence goes on from; NULL: nowhere. */
const clause_item *where_goes_on(coder_state *c, const event_draft *d);
/* ---- site.c: nouns of place ---- */
bool site_is_noun(const coder_state *c, const clause_sentence *s, const clause_item *it);
bool site_is_seat(const clause_item *it); /* "the White House" */
bool site_is_kind(const clause_item *it); /* "village of", before a name */
/* A noun of place, a seat, a town nobody knows; a direction only with what it is the direction of. */
bool site_is_scene(const coder_state *c, const event_draft *d, uint32_t at);
/* What stands behind "in" at `it`, past "town of"; NULL where it is no "in". */
const clause_item *site_behind_in(const event_draft *d, const clause_item *it);
const clause_item *site_around(const event_draft *d);
/* Does nothing say which one the site is? */
bool site_is_bare(const event_draft *d);
/* One that is known or has a name. */
/* The token behind the words that name such a town: two at most, not what it lies in. */
uint32_t site_name_end(const event_draft *d, const clause_item *it);
/* A town that no gazetteer knows: the word before it or the direction behind it tells. */
bool site_is_unknown_town(const event_draft *d, uint32_t at);
bool site_is_known(const coder_state *c, const event_draft *d, uint32_t at);
/* "a Turkish border town": the words behind "town", which is the site; they tell the state and no name. */
bool site_is_foreign_town(const event_draft *d, uint32_t at);
bool site_is_named(const coder_state *c, const event_draft *d, const clause_item *site);
/* "the Peace Palace", "the airport of Damascus": the site with what hangs on it, as written. */
wq_str where_site_text(const coder_state *c, const event_draft *d);

/* The mention of the draft's part that begins where `span` does; NULL where there is none. */
const actor_mention *draft_mention(const event_draft *d, wq_span span);

/* ---- when.c ---- */
/* The date of the event, or NULL. */
const time_expr *when_of(const coder_state *c, const event_draft *d);
/* Takes a date away that the status contradicts. */
/* "..., when he met": the time of what was told right before; NULL: none. */
const time_expr *when_back_then(const coder_state *c, const event_draft *d);
void when_check(const coder_state *c, event_draft *d);
/* Gives what somebody says to have done in words the date of his saying so. */
void when_speech(const coder_state *c, event_draft *d);
/* Gives what is said in the course of a dated meeting the date of that. */
void when_carry(coder_state *c);

/* ---- status.c ---- */
bool status_put(event_draft *d, wq_status_of_event status, const char *rule);
/* denial.c */
/* A cue among the words that are no events themselves: "date", "close", "false". */
bool claim_word_is_cue(const coder_state *c, const clause_sentence *s,
                       const clause_item *it, wq_str kind, wq_str *value);
/* What was only reported to be denied, or to be called untrue. */
bool status_by_denial(const coder_state *c, event_draft *d, const clause *cl);
/* "Refused the request to release him": what a word has made proposed is denied by the verb of the clause before it. */
void status_refuse(const coder_state *c, event_draft *d, const clause *cl);
void status_set(coder_state *c, event_draft *d);

/* "The visit was called off": a noun that refers back, with its row; the last such event that was planned takes the status. */
void status_revise(coder_state *c, const event_draft *noun);

/* ---- claim.c ---- */
/* Reads who says what in a sentence; sentences come in order, each before its events. */
void claim_sentence(coder_state *c, const clause_sentence *s);
void claim_attribute(coder_state *c, event_draft *d);
/* Has this word, or the word with this id, a row of `kind` in event/cues*.tsv?  *value is that of the first. */
bool claim_is_cue(const coder_state *c, const clause_item *word, wq_str kind,
                  wq_str *value);
bool claim_has_cue(const coder_state *c, lex_table table, uint32_t row, wq_str kind,
                   wq_str *value);

/* ---- size.c ---- */
/* Reads how many people the sentence counts, and gives the numbers to its drafts, those of `list` from index `first` on. */
void size_sentence(coder_state *c, const clause_sentence *s, draft_list *list,
                   uint32_t first);
/* Adds what `from` counts and `to` does not. */
void size_take(coder_state *c, event_draft *to, const event_draft *from);

/* ---- merge.c ---- */
void merge_drafts(coder_state *c);
bool merge_is_conflict(const coder_state *c, wq_str type);
/* Does it say how many people were hurt: "were killed", the fall of "dead and wounded"? */
bool merge_counts_people(const coder_state *c, const event_draft *d);
/* general.c: leaves out acts of force of which nothing is told but that they happen ("the clashes"). */
void merge_drop_general(coder_state *c);
/* A side that names no country contradicts none, a draft without a date no date. */
bool merge_side_agrees(const event_side *a, const event_side *b);
bool merge_dates_agree(const event_draft *a, const event_draft *b);
/* Both sides name a country in common, and not two different people. */
bool merge_same_people(const event_side *a, const event_side *b);

/* ---- retold.c ---- */
/* The one of the first `kept` drafts that `d` says more of: "the blast", "were killed in this attack", the same toll; or NULL.
 * `last` is the draft before it, which has become part of `into`.                                                       */
event_draft *retold_of(coder_state *c, uint32_t kept, const event_draft *d,
                       const event_draft *last, event_draft *into);
/* The title first, then as the text tells them. */
void draft_order(draft_list *list);

/* footer.c: the sentence of the text from which on it only repeats the title; their number: it does not. */
uint32_t footer_begins(const event_part *title, const event_part *text);

/* ---- reserve.c ---- */
/* Lets in the drafts that lack one lenient condition, where the article tells enough without them. */
void reserve_admit(coder_state *c);

/* ---- assemble.c ---- */
void assemble(coder_state *c, event_draft *d, wq_str doc, wq_event *out);

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

static inline __attribute__((always_inline)) wq_str
event_cell(const coder_state *c, uint32_t row, const char *column)
{
    return lex_cell(c->lex, LEX_EVENT, row, column);
}

/* A cell of event/types.tsv; p == NULL where it is empty. */
static inline __attribute__((always_inline)) wq_str
event_type_cell(const coder_state *c, wq_str type, const char *column)
{
    int64_t row = words_type(c, type);
    wq_str cell =
        row < 0 ? (wq_str){ NULL, 0 } : lex_cell(c->lex, LEX_TYPE, (uint32_t)row, column);
    return cell.n ? cell : (wq_str){ NULL, 0 };
}

#endif
