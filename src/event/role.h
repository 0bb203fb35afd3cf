/* Who takes part in an event: from the slots of a row to people, states and bodies. */
#ifndef WAQAI_EVENT_ROLE_H
#define WAQAI_EVENT_ROLE_H

#include "event/state.h"

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
/* patient.c: in the phrase of the first of `slots` that has one, a man or a paper that is no mention; of rows of arrest and the like. */
void patient_find(coder_state *c, event_draft *d, const clause_args *args, wq_str slots);
/* The item of the first of `slots` that has a phrase of any kind; -1 where none has. */
int32_t role_item(const event_draft *d, wq_str slots, const clause_args *args);
/* The clause behind `an` or `inna` that says what the trigger is about; NULL where there is none. */
const clause *role_clause_that(const event_draft *d);

/* Is the verb of the clause in the first person, "we signed"? */
bool role_is_first_person(const event_draft *d, const clause *cl);
/* Is the side the actor of a strike, which a nationality alone names? */
bool role_is_by_arms(const coder_state *c, const event_draft *d, const event_side *side);
/* Has the verb an object: a pronoun, or a bare phrase before all phrases with a preposition? */
bool role_has_object(const coder_state *c, const event_draft *d, const clause_args *args);
/* The people or state that an item stands for; true where it is any. */
bool role_add(coder_state *c, const event_draft *d, const clause_item *it,
              event_side *side);
/* side.c: a toponym, a nationality; "the Turkish and the Russian forces": the same body of another country. */
void role_add_place(coder_state *c, const event_draft *d, const clause_item *it,
                    event_side *side);
/* Adds a state that the item at `at` means by other words ("the country"). */
void role_add_country(coder_state *c, const event_draft *d, uint32_t at, wq_str country,
                      event_side *side);
void role_add_adjective(coder_state *c, const event_draft *d, const clause_item *it,
                        event_side *side);
void role_add_same_body(coder_state *c, const event_draft *d, uint32_t at,
                        event_side *side);
void role_make_army(wq_actor *a); /* whose arms they are */
/* Is anybody on the side of that country?  Nobody is of an unknown one. */
bool role_is_of_land(const event_side *side, wq_str country);
bool role_is_joined_nisba(const clause_sentence *s, uint32_t at);
void role_add_mention(coder_state *c, const actor_mention *m, event_side *side);
void role_add_actor(coder_state *c, const wq_actor *actor, event_side *side);
/* Whoever utters the speech that the trigger stands in; true where somebody does. */
bool role_add_speaker(coder_state *c, event_draft *d, event_side *side);
/* apposed.c: the office or role in apposition to the words that begin at an item and are no mention; -1: none. */
int32_t role_apposed(const coder_state *c, const clause_sentence *s, uint32_t at);
/* teller.c: the slots `speaker`, `sayer`, `topic` and `bound` of event/README.md. */
bool role_speaker(coder_state *c, event_draft *d, event_side *side);
bool role_sayer(coder_state *c, event_draft *d, event_side *side);
/* "..., confirming his refusal": of a participle that carries the deed who speaks by it, whoever he spoke of before. */
bool role_speaks_by_light(coder_state *c, const event_draft *d, event_side *side);
bool role_topic(coder_state *c, const event_draft *d, event_side *side);
bool role_bound(coder_state *c, const event_draft *d, event_side *side);
/* "rejected a Russian draft that calls for": the verb of a clause tells what a document says, not what its subject does. */
bool role_is_of_document(const coder_state *c, const event_draft *d, const clause *cl);
/* owner.c: a participle behind which a preposition says whose or of what the thing is: "linked to", "belonging to". */
bool role_is_tie(const coder_state *c, const event_draft *d, const clause_item *it);
/* owner.c: "the Riyadh Agreement", "the Geneva talks": is `it` a town behind the noun at item `at` that names where they were? */
bool role_is_named_by_town(const coder_state *c, const event_draft *d, uint32_t at,
                           const clause_item *it);
/* owner.c: does li- right behind the noun and its adjectives say whose the deed is? */
bool role_is_owner(const event_draft *d, const clause_arg *a);
/* "my visit to Riyadh"; the dual in the construct state is spelt the same, but has its genitive behind it. */
bool role_is_mine(const event_draft *d, const clause_args *args);
/* Does what stands behind li- belong to the word before it, not to the noun? */
bool role_is_tied_elsewhere(const event_draft *d, const clause_arg *a);
/* Does the preposition min of the argument tie it to a participle, not to the verb: "forces backed by the coalition"? */
bool role_is_of_participle(const event_draft *d, const clause_arg *a);
/* Does the argument tell where the subject is ("a court in Barcelona opened an inquiry"), and nothing of the noun behind? */
bool role_is_where_subject_is(const event_draft *d, const clause_arg *a);
/* Do those "between" whom something is belong to another meeting or deal, which stands nearer? */
bool role_is_between_others(const coder_state *c, const event_draft *d,
                            const clause_arg *a);
/* Is it a weapon without a side whose maker a relative clause names: "a drone that Russia launched"? */
bool role_is_made(const coder_state *c, const event_draft *d, uint32_t at);
/* "came under", "saw": is the subject of the verb at item `verb` no doer? */
bool role_is_suffered(const coder_state *c, const event_draft *d, uint32_t verb);
/* "came under": is its subject whom it is done to? */
bool role_is_undergone(const coder_state *c, const event_draft *d, uint32_t verb);
/* Whose the thing is that item `at` names; NULL where nothing says. */
const clause_item *role_owner(const coder_state *c, const event_draft *d, uint32_t at);
/* The same, for a side; none who acts in "the patrol arrested five journalists": a noun with the article has no genitive, least of all
 * people without one.                                                                                                  */
const clause_item *role_owner_on(const coder_state *c, const event_draft *d, uint32_t at,
                                 const event_side *side);
/* "the French-American draft": the other nationalities behind an owner that is one. */
void role_add_nations(coder_state *c, const event_draft *d, const clause_item *owner,
                      event_side *side);
/* Does the item act for somebody else, and for whom: "the bulldozers of", "a force of"? */
bool role_is_tool(const coder_state *c, const event_draft *d, const clause_item *it);
const clause_item *role_wielder(const coder_state *c, const event_draft *d, uint32_t at);
/* Is the item a name that stands behind the subject as another word for him? */
bool role_is_apposed(const event_draft *d, uint32_t at);
/* Does the item behind the subject only say who that is: "So-and-so, one of the leaders of", "So-and-so, commander of"? */
bool role_tells_who(const coder_state *c, const event_draft *d, uint32_t at);
/* "The head of the council which led the coup, General So-and-so, received the envoy": is argument `i` the name of a subject
 * that is told by his office, with another bare phrase behind it that is the object?                                    */
bool role_is_named_late(const event_draft *d, const clause_args *args, uint32_t i);
/* The subject of the trigger's clause, as an actor or recipient lent by a light verb. */
bool role_subject(coder_state *c, event_draft *d, event_side *side);
/* Or whose the subject is, where it is nobody: "the American position met with". */
bool role_subject_owner(coder_state *c, event_draft *d, event_side *side);
/* driven.c: who is driven or forced to do what the trigger, a verbal noun behind "to", names. */
bool role_driven(coder_state *c, const event_draft *d, event_side *side);
/* ---- ofthem.c: a number "of them" as the subject of the trigger's clause, as the object of the trigger ---- */
bool role_some_subject(coder_state *c, const event_draft *d, event_side *side);
bool role_some_object(coder_state *c, const event_draft *d, wq_str slot, event_side *side);
/* ---- before.c ---- */
/* Whoever acted before, in this sentence or in one right above; true where somebody did. */
bool role_subject_before(coder_state *c, event_draft *d, event_side *side);
/* Has the clause no subject, or, of an act of force behind "that they (أنهم)", one that was only handed down to it? */
bool role_is_nobodys(const coder_state *c, const event_draft *d, const clause *cl);
/* "the attack that Ankara accused the group of carrying out": who is blamed for what the light verbal noun carries. */
bool role_blamed(coder_state *c, event_draft *d, event_side *side);
/* Of two behind "between" not the one who acts. */
void role_drop_own(const event_draft *d, event_side *side);
/* A country or "an official" that acts is the man whom the sentence names for it. */
void role_single_out(const event_draft *d, event_side *side);
/* warned.c: whom the draft, if it is a threat, means, by its condition, the deed it answers, the place it would come about; adds him
 * to `side`.                                                                                                          */
bool role_warned(coder_state *c, event_draft *d, event_side *side);
/* against.c: the slot `against` of event/README.md. */
bool role_against(coder_state *c, const event_draft *d, event_side *side);
/* ---- covers.c ---- */
/* Where a tour leads, as a verb behind it says ("that takes in Egypt and Jordan"); true where it says so. */
bool role_covers(coder_state *c, const event_draft *d, event_side *side);
/* ---- post.c ---- */
/* "Its ambassador to France": where whom the trigger is about is accredited; true where that is somewhere. */
bool role_accredited(coder_state *c, event_draft *d, const clause_args *args,
                     event_side *side);

/* "Sent its envoy to Libya, So-and-so, to Ankara": the first of two places is his post, and no argument of the trigger. */
void role_part_posts(const clause_sentence *s, uint32_t head, clause_args *args);

/* ---- antecedent.c ---- */
/* The mention that item `item` is; NULL where it is none, or below 0. */
const actor_mention *role_mention(const clause_sentence *s, int32_t item);
/* The pronoun that a row of its own ends in, "إياهما", as clitics. */
uint16_t antecedent_clitics(wq_str form);
/* Does he agree with a pronoun? */
bool role_fits(const actor_mention *m, uint16_t clitics);
/* Whom a pronoun on item `at` means; NULL where nobody fits. */
const actor_mention *role_antecedent(const event_draft *d, uint32_t at, uint16_t clitics);
/* Adds the states before item `at` to it where all are whom the relative clause behind it describes. */
void role_add_antecedents(coder_state *c, const event_draft *d, uint32_t at,
                          event_side *side);
/* "soldiers whom gunmen abducted", "the town that they seized": whom the pronoun in a relative clause takes up, right before it;
 * NULL: perhaps a thing.  Does the pronoun on the preposition at item `at` do so?                                    */
const actor_mention *role_resumed(const event_draft *d, uint16_t pronoun);
/* antecedent.c: adds whom a pronoun means: the two behind "their", whoever a noun's or a verb's stands for; false: nobody. */
bool role_add_both(coder_state *c, const event_draft *d, uint32_t at, uint16_t clitics,
                   event_side *side);
bool role_fill_pronoun(coder_state *c, event_draft *d, event_side *side);
/* "arrested a youth, then set him free": for the pronoun on a noun whom the clause before is done to, for "them" whoever fits. */
bool role_fill_done(coder_state *c, event_draft *d, event_side *side);
bool role_fill_object(coder_state *c, event_draft *d, wq_str slot, event_side *side);
/* "abducted an engineer and killed him": whom the clause before is done to; NULL: nobody, or several. */
const actor_mention *role_done_before(const coder_state *c, const event_draft *d);
/* "..., but the government gave it back to him": whom the same actor did something to before; NULL: nobody. */
const actor_mention *role_done_again(const coder_state *c, const event_draft *d,
                                     uint16_t pronoun);
bool role_is_resumptive(const event_draft *d, uint32_t at);

/* The two before item `at` in its sentence whom "both of them" means, the nearer first. */
bool role_both(const event_draft *d, uint32_t at, const actor_mention *both[2]);

/* ---- listed.c ---- */
/* Of states at item `at` that nothing names, those that are named behind it; true where there are any. */
bool role_listed(coder_state *c, const event_draft *d, uint32_t at, event_side *side);
/* "eight ministers, among them the Dutch one": those who are told of by themselves, besides. */
void role_add_among(coder_state *c, const event_draft *d, uint32_t at, event_side *side);

/* ---- thing.c ---- */
/* The text that the pronoun on the trigger takes up where nobody stands nearer: "the draft; Cuba opposed it"; -1: none. */
int32_t thing_meant(const coder_state *c, const event_draft *d);
/* "the draft that Moscow vetoed", "13 demands Doha rejected": does the pronoun on the verb take up the thing before it?  *owner:
 * whose that is, or NULL.                                                                                               */
bool thing_resumed(const coder_state *c, const event_draft *d, const clause_item **owner);
/* The same of the preposition with a pronoun at item `at`: "the draft; Cuba voted against it". */
int32_t thing_meant_behind(const coder_state *c, const event_draft *d, uint32_t at);
/* What the clause behind `an` says of its subject, without a verb or by one like "amounts to": "that the blockade is a crime";
 * -1: nothing.                                                                                                         */
int32_t thing_predicate(const coder_state *c, const event_draft *d);

/* ---- doneto.c ---- */
/* Whom the verbal noun is done to, as item `at` right behind it says: "the arrest of a journalist". */
bool role_done_to(coder_state *c, const event_draft *d, uint32_t at, wq_actor *out);
/* what.c: "..., which Moscow criticised": gives the draft whoever did what the clause before tells for its recipient. */
void role_of_deed_before(coder_state *c, event_draft *d);
/* Phrases joined to item `at` by wa-, before item `end`. */
void role_add_joined(coder_state *c, const event_draft *d, uint32_t at, uint32_t end,
                     event_side *side);
/* Where what item `at` tells of would be, as whom a threat is against. */
bool role_add_ground(coder_state *c, const event_draft *d, uint32_t at, event_side *side);

/* ---- doer.c ---- */
/* The item of who does what a verbal noun names, where its object follows him ("the expulsion by India of a diplomat"); -1:
 * it has no such pair.  The doer becomes an argument `janib`, as behind "by", and the object the noun's genitive.       */
int32_t role_doer(const coder_state *c, const event_draft *d, clause_args *args);

/* ---- doer.c ---- */
/* "In an attack with a car bomb (that) hit": the noun that the trigger, a verb without a subject of its own, describes. */
int32_t role_occasion(const event_draft *d);

#endif
