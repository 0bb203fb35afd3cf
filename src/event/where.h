/* Where an event takes place. */
#ifndef WAQAI_EVENT_WHERE_H
#define WAQAI_EVENT_WHERE_H

#include "event/state.h"

/* ---- where.c ---- */
/* The first of `slots` that is a toponym; NULL where none is. */
const clause_item *where_in_slots(coder_state *c, const event_draft *d,
                                  const clause_args *args, wq_str slots);
/* Of a type whose acts have a scene; asked before the draft has its type. */
bool where_is_of_force(const coder_state *c, const event_draft *d);
/* The last word, with both sides known: homonyms of other countries go, a country alone comes. */
void where_settle(coder_state *c, event_draft *d);
bool where_is_toponym(const clause_item *it);
/* The country of a toponym. */
wq_str where_country(const clause_item *it);
bool where_is_country(const clause_item *it); /* a state, no place in one */
bool where_is_on_side(const event_side *side, const clause_item *it);
/* opening.c: what the trigger's clause opens with, "in Vienna", "in the quarter of Mansour"; and, of force, where the words of saying above
 * open, or those are who say it. */
void where_opens(const coder_state *c, event_draft *d);
void where_told(const coder_state *c, event_draft *d);
/* "In Baghdad a car blew up in Rashid Street": what the clause opens with is around a site that names no town. */
void where_opens_around(const coder_state *c, event_draft *d);
/* "Beirut saw protests": the subject of a light verb that lends it as the place. */
void where_lent(const coder_state *c, event_draft *d);
/* elsewhere.c: a toponym from the rest of the article, or NULL. */
const clause_item *where_elsewhere(coder_state *c, const event_draft *d);
/* journey.c: where the journey leads that the act is part of ("visited Beirut, where he met"); NULL: nowhere named. */
const clause_item *where_of_journey(coder_state *c, const event_draft *d);
/* "Gathered in the square to take part in demonstrations": where those were who meant to; NULL: not told, or the draft's site. */
const clause_item *where_gathered(coder_state *c, event_draft *d);
/* Is it no holder of an office of a state who comes home to that state or its capital? */
bool journey_is_away(const coder_state *c, const event_draft *d);
/* Who goes, where the trigger is the purpose of a journey that a noun tells of; his item, or -1. */
int32_t journey_goer(const coder_state *c, const event_draft *d);
/* scene.c: the town that "the town" in the trigger's clause takes up; NULL: none. */
const clause_item *where_town_again(coder_state *c, const event_draft *d);
/* "The attack took place near Menaka": where a sentence behind tells that an act of force was; NULL: none does. */
const clause_item *where_told_later(const coder_state *c, const event_draft *d);
/* flown.c: gives planes without a country that of the base from which they are told to have taken off. */
void where_flown(const coder_state *c, event_draft *d);
/* Notes in which state most acts of force of the article take place; before any of them is given its country. */
void where_note_scene(coder_state *c);
/* "The camp", where one by name was told before: it is that one. */
void where_site_again(coder_state *c, event_draft *d);
/* Where an act of force is told of that the sentence goes on from; NULL: nowhere. */
const clause_item *where_goes_on(coder_state *c, const event_draft *d);
/* ---- venue.c ---- */
/* Does item `at` stand in a remark in brackets that is none about a place: "(banned in Russia)"? */
bool venue_in_note(const clause_sentence *s, uint32_t at);
/* A word of no dictionary, as towns are that no gazetteer knows. */
bool venue_is_strange(const clause_sentence *s, const clause_item *it);
/* "Approved it in a session held today in Beirut": the clause that tells of the session in which the trigger, a verb, was done;
 * or NULL.                                                                                                           */
const clause *venue_session(const coder_state *c, const event_draft *d);
/* "Attacked a bus that was carrying": the clause that tells what a thing did when an act of force, a verb, hit it; or NULL. */
const clause *venue_thing_hit(const coder_state *c, const event_draft *d);
/* "Criticised from Jakarta the states that": where he was who said it; NULL: not told. */
const clause_item *venue_spoken_from(const coder_state *c, const event_draft *d,
                                     const clause_args *args);
/* "Vetoed in the Security Council a draft", "told parliament": the council (group `houses`) in which it was said or voted, the
 * parliament before which; NULL: none.                                                                                */
const clause_item *venue_house(const coder_state *c, const event_draft *d,
                               const clause_args *args);
/* A parliament, or a committee of one. */
bool venue_is_parliament(const clause_item *it);
/* "In eight provinces, among them Sfax and Kairouan": the first of them, behind the noun at `at`; NULL: none is named. */
const clause_item *venue_among(const clause_sentence *s, uint32_t at);
/* "Met him in the capital", whose that is being for others to say; NULL: not told. */
const clause_item *venue_capital(const coder_state *c, const event_draft *d);
/* "Baghdad summoned the ambassador": of rows with P=host, the capital by whose name the state goes that acts; NULL: none. */
const clause_item *venue_seat_named(const coder_state *c, const event_draft *d);
/* "Signed the peace agreement in Juba": behind a verb of signing and the deal, a town is where it was signed. */
bool venue_signed_in(const coder_state *c, const event_draft *d, uint32_t at);
/* "The envoy for peace in the Middle East": a part of the world, in which nobody meets or speaks. */
bool venue_is_vast(const coder_state *c, const event_draft *d, const clause_item *it);
/* "Austria, in which he met": what the pronoun behind the verb of a relative clause takes up. */
const clause_item *venue_taken_up(const coder_state *c, const event_draft *d);
/* "In the town of Maroua, where two women blew themselves up": the toponym right before "where". */
const clause_item *venue_before_where(const event_draft *d);
/* "Went to a hotel in Nairobi where he met": who meets is somewhere. */
bool venue_is_met_at(const coder_state *c, const event_draft *d);
/* Is the place at item `at` where the people right before it are, of whom something is decided in a town told before? */
bool venue_is_of_people(const coder_state *c, const event_draft *d, uint32_t at);
/* "a meeting that they held in Berlin, on sanctions in Belarus": is item `at` beyond the clause that tells where the trigger, a noun, was? */
/* "developments of the situation in Libya": is the place that of something that goes on there and is talked of? */
bool venue_is_of_topic(const coder_state *c, const event_draft *d, uint32_t at);
bool venue_is_beyond(const event_draft *d, uint32_t at);
/* "An ambush (at a distance of) 20 km from Diffa": the town near which an act of force was; NULL: not told so. */
const clause_item *venue_away_from(const coder_state *c, const event_draft *d);
/* ---- spoken.c: where what is only said and agreed came about; NULL where the words do not tell ---- */
/* "Said in a speech in Isfahan that Iran rejects": where the verb of saying above tells that its subject stood. */
const clause_item *spoken_above(const coder_state *c, const event_draft *d);
/* "Said before parliament that": the house in which he said it. */
const clause_item *spoken_house_above(coder_state *c, const event_draft *d);
/* "took part in the Jeddah summit", "signed the Riyadh agreement": the town that a meeting or a deal is called after. */
const clause_item *spoken_called_after(const coder_state *c, const event_draft *d,
                                       const clause_args *args);
/* "accused Tehran during a visit to Paris", "the president, who is visiting Ankara, condemned": the place of the visit that the
 * actor is on, told in the same sentence.                                                                              */
const clause_item *spoken_on_visit(const coder_state *c, const event_draft *d);
/* ---- narrow.c ---- */
/* Fills place and site by what stands around the trigger, where the frame has not. */
/* A call has two ends, and is at neither: what towns its sentence names are of what it was about. */
bool where_is_nowhere(const event_draft *d);
void where_find(coder_state *c, event_draft *d, const clause_args *args);
/* ---- site.c: nouns of place ---- */
bool site_is_noun(const coder_state *c, const clause_sentence *s, const clause_item *it);
bool site_is_seat(const clause_item *it); /* "the White House" */
bool site_is_body(
    const clause_item *it); /* a council, a parliament: its name says it all */
bool site_is_kind(const clause_item *it); /* "village of", before a name */
/* A noun of place, a seat, a town nobody knows; a direction only with what it is the direction of. */
bool site_is_scene(const coder_state *c, const event_draft *d, uint32_t at);
/* What stands behind "in" at `it`, past "town of"; NULL where it is no "in". */
const clause_item *site_behind_in(const event_draft *d, const clause_item *it);
const clause_item *site_around(const coder_state *c, const event_draft *d);
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

#endif
