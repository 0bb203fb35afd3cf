/* The steps from a sentence to drafts of events, and from those to events, each by the file that has it. */
#ifndef WAQAI_EVENT_DRAFT_H
#define WAQAI_EVENT_DRAFT_H

#include "event/role.h"
#include "event/where.h"

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
/* "Led to the death of", "the attack that they launched resulted in": the verb of result whose object the trigger is, whatever the
 * preposition; -1: none.                                                                                             */
int32_t ground_result(const coder_state *c, const event_draft *d);
/* teller.c: is item `at` the preposition before words in which something is said ("in a statement"); and does the noun at `at` stand
 * right behind such words ("announced in a press statement the death of"), in what goes on at item `from`?             */
bool teller_in_words(const coder_state *c, const clause_sentence *s, uint32_t at);
bool teller_is_behind_words(const coder_state *c, const clause_sentence *s, uint32_t from,
                            uint32_t at);
/* passing.c: does what is named on the way tell the reader what he may not know? */
bool passing_tells(const coder_state *c, const event_draft *d);
/* "In a state (of alert)": what stands behind it is told of whoever is in it. */
bool ground_is_state(const coder_state *c, const clause_sentence *s, const clause_item *it);
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
/* Is the item's first word, in any reading, or a mention's common noun one of these ids and groups ("sarukh,@help")?  Quicker
 * in the sentence that words_note() has seen last.                                                                     */
bool needs_word(const coder_state *c, const event_draft *d, const clause_item *it,
                wq_str ids);

/* ---- words.c ---- */
void words_note(coder_state *c, const clause_sentence *s);
/* Has the first word of item `at`, in any reading, this id?  Only where its bits say that it may. */
bool words_item_has(const clause_sentence *s, uint32_t at, const word_id *id);
/* Is the trigger, read as the word of its row, a plural? */
bool words_is_plural(const coder_state *c, const event_draft *d);
/* "this", "that": is item `at` such a word? */
bool words_is_demonstrative(const coder_state *c, const clause_sentence *s, uint32_t at);
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
/* Its gate, and whether a trigger that is `flags` (GATE_) may pass it in the sentence that words_note() has seen last: if not,
 * the row does not hold, for want of `failed`.                                                                         */
const row_gate *words_gate(const coder_state *c, uint32_t row);
bool words_pass(const coder_state *c, const row_gate *gate, uint8_t flags, wq_str *failed);
/* Asks for the memory of the gates of rows that are going to be tried. */
void words_foresee_rows(const coder_state *c, const uint32_t *rows, uint32_t n);

/* The rows of event/ that name a row of a table of words; read once. */
const word_uses *words_read_uses(const coder_state *c, uint32_t table, uint32_t row);
static inline const word_uses *words_uses(const coder_state *c, uint32_t table,
                                          uint32_t row)
{
    const word_uses **of = c->uses[table];
    return of && of[row] ? of[row] : words_read_uses(c, table, row);
}

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
/* "Ten were killed in a bombing in Mosul": the town is where it was, not who was hit, once the dead or wounded are counted. */
void whole_spare_scene(event_draft *d);

/* visit.c: "the visit of work and friendship that he paid": is item `i` the second of two nouns that tell what kind it is? */
bool visit_is_second_of_two(const clause_sentence *s, uint32_t i);

/* ---- deed.c ---- */
/* Of an act of force told of a raid or a weapon as its subject, whose that is; where no row fills the sides. */
void deed_complete(coder_state *c, event_draft *d, const clause_args *args);
/* "condemned the killing of X and the shelling (وقصف) of": a verb spelt like its verbal noun, behind what somebody who bears no
 * arms said, is one more of the deeds that he spoke of.                                                              */
bool deed_is_spoken_of(coder_state *c, const clause_sentence *s, uint32_t at);
/* Is the deed at `at`, joined by "and", no object of the verb that carries the noun before it: "a protest against the raids and the
 * killing of"?                                                                                                       */
bool deed_is_apart(coder_state *c, const clause_sentence *s, uint32_t noun, uint32_t at);

/* ---- own.c ---- */
/* Is the subject named for the trigger's clause, and not taken over from another? */
bool needs_own_subject(const coder_state *c, const event_draft *d);

/* ---- dated.c: conditions of rows ---- */
/* "The summit in Riyadh, in May 2023": a date behind the noun, before any verb. */
bool needs_dated(const event_draft *d);
/* "The deal reached last week", "the deal that was signed in May": a participle or a clause that describes the noun dates it. */
bool needs_recalled(const event_draft *d);

/* ---- parties.c: who agreed or met, of talks and deals that name nobody, where the article tells of one pair of parties alone ---- */
void parties_complete(coder_state *c);
/* Of deals that are told right behind talks ("and it was agreed"; slot `talkers`): who held these; without any the deal falls. */
void parties_of_talks(coder_state *c);
/* guest.c: gives visits to "the country" (slot `land`) their host; drops those of whom nobody knows whose guest he is. */
void guest_complete(coder_state *c);
/* Of drafts that are merged: cause.c gives tolls who did what people died of, blame.c condemnations who is condemned. */
void cause_complete(coder_state *c);
void blame_complete(coder_state *c);
/* addressed.c: whom a demand or threat is for that names nobody, by what else its speaker says in the sentence. */
void addressed_complete(coder_state *c);
/* donor.c: whom those help of whom it is not told, where the article tells of one country that is helped. */
void donor_complete(coder_state *c);
/* retaken.c: gives what is blamed, refused or welcomed by its bare noun ("the decision") whose it was told to be before. */
void retaken_complete(coder_state *c);
/* Gives demands to let people go whoever holds them. */
void detainer_complete(coder_state *c);
/* known.c: gives stances on the arrest of opponents their state, on settlements Israel. */
void known_complete(coder_state *c);
/* domestic.c: those of whom nothing tells where they are from are of the one state that the article is about. */
void domestic_complete(coder_state *c, const event_part part[2]);
/* country.c: a group that fights across borders is of the one state where the rest of the article has it. */
void country_of_fighters(coder_state *c);
/* ---- bodies.c ---- */
/* Behind the dead or captives that item `at` counts: those of other bodies who are counted with them. */
void role_add_toll(coder_state *c, const event_draft *d, uint32_t at, event_side *side);

/* ---- foe.c ---- */
/* Gives those who take ground the enemy whom the rest of the article tells of. */
void foe_complete(coder_state *c);

/* ---- protest.c ---- */
/* Fills the recipient of a protest by what the crowd demands or is against, where no row does. */
void protest_find(coder_state *c, event_draft *d);
/* "At the arrest by the police of the leader": is item `at` whom the deed was done to that they protest over? */
bool protest_is_over(const event_draft *d, uint32_t at);

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
    uint32_t
        doer; /* 1 + a verb behind the noun that tells whose it is ("the town saw an attack that gunmen launched"); 0: none */
} light_role;

/* "the undertaking (قيام) by activists of the staging of a sit-in": the verbal noun that carries, by its preposition, the one at
 * `at`, which carries the trigger; or -1.                                                                            */
int32_t light_above(coder_state *c, const clause_sentence *s, uint32_t at);

/* Is the verb one whose subject is where it happened ("the town saw")? */
bool light_is_of_place(coder_state *c, const clause_sentence *s, uint32_t verb);

/* The event noun that light verb (or its verbal noun) `at` carries: its item; -1 where it carries none. */
int32_t light_carried(coder_state *c, const clause_sentence *s, uint32_t at,
                      light_role *light);
/* "carried out the launching of raids": does what item `at` carries belong to verb `light` before it? */
bool light_is_within(const clause_sentence *s, int32_t light, uint32_t at);
/* Is item `at` told with what was told before: "the third round of the talks"; the launching, between the verb and the raids that it
 * carries?  `used` tells of which items events are told, `last` of the verb that carried the last noun.               */
bool light_passed(const coder_state *c, const clause_sentence *s, uint32_t at,
                  const bool *used, light_role last);
/* "A new series of raids": does the noun stand behind a word of quantity, an adjective and "of"? */
bool light_is_of_series(const coder_state *c, const clause_sentence *s, uint32_t at);
light_role light_purpose(coder_state *c, const clause_sentence *s, uint32_t at);
/* "To arrange for the visit (للترتيب لزيارة) of So-and-so": a deed to come, of whoever stands behind it. */
bool light_is_prepared(const clause_sentence *s, uint32_t at);
/* clause_args_of() item `head`, worked out once: it is asked for as a light verb, as a trigger, as what another carries. */
clause_args event_args(coder_state *c, const clause_sentence *s, uint32_t head);
/* The light verb behind event noun `at` that takes it up: "the visit which he paid to". */
light_role light_behind(coder_state *c, const clause_sentence *s, uint32_t at);
/* Adds to the arguments of noun `at` what the verb that carries it governs. */
void light_add_args(coder_state *c, const clause_sentence *s, uint32_t at, light_role light,
                    clause_args *args);

/* ---- carried.c ---- */
/* "carried out the attack on X and the arrest of Y": is item `at` a verbal noun joined to `noun`, which a verb before it carries, in
 * its clause?  With a pronoun only what is `said` ("stressed its standing by and its support for").                   */
bool carried_is_joined(coder_state *c, const clause_sentence *s, uint32_t at, int32_t noun,
                       bool said);
/* The light verb at `at`, with the clause behind its noun that tells whose the deed is; or that clause's verb alone. */
light_role carried_whose(coder_state *c, const clause_sentence *s, uint32_t at,
                         int32_t noun, light_role light);

/* ---- whom.c ---- */
/* "And meets during it the president": part of a visit that was told of before, and of whoever pays it. */
bool whom_in_the_course(const event_draft *d);
/* "..., and is then to meet the speaker": what whoever was told of before goes on to do. */
bool whom_to_follow(const event_draft *d);
/* May the one phrase behind the verb be whom, where who goes without saying? */
bool whom_may_be(const event_draft *d, const clause_args *args);
/* "(He) called on the United Nations": must it be? */
bool whom_is_addressed(const coder_state *c, const event_draft *d);
/* "(He) accused the president of": does what stands behind item `behind` tell of what that is accused? */
bool whom_is_accused(const coder_state *c, const event_draft *d, int32_t behind);

/* ---- deverbal.c ---- */
/* Is the trigger a verbal noun? */
bool deverbal_may_be(const event_draft *d);
/* Turns the arguments of the noun into those of its verb, with or without an object.  False where they are not such. */
bool deverbal_turn(coder_state *c, event_draft *d, const clause_args *args, bool transitive,
                   light_role light, clause_args *out);
/* Notes the types of which the noun has rows of its own. */
void deverbal_note_types(const coder_state *c, event_draft *d, const uint32_t *rows,
                         uint32_t n);
/* Is the row one of that verb, for arguments as these? */
bool deverbal_takes(const coder_state *c, const event_draft *d, uint32_t row);
/* Is so much told that it is an event? */
bool deverbal_is_told(const coder_state *c, const event_draft *d);
/* May the verb's rows know better who does it than a row of the noun that holds? */
bool deverbal_may_tell(const event_draft *d, const clause_args *args);
/* Does `told`, by a row of the verb, tell more of an event of the same type than the draft: who does it, or how? */
bool deverbal_tells_more(const coder_state *c, const event_draft *d,
                         const event_draft *told);
/* Fills `side` with who does it. */
bool deverbal_doer(coder_state *c, event_draft *d, const clause_args *args,
                   event_side *side);

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
/* "Is held to be", spelt like "promises", where what it would promise is not behind bi-. */
bool status_is_other_verb(const coder_state *c, const event_draft *d,
                          const clause_item *word);
void status_by_tense(const coder_state *c, event_draft *d, const clause *cl);
/* Does the row ask for such a word ("subj="), instead of ruling it out ("!subj=")? */
bool row_asks_for(const coder_state *c, const event_draft *d, wq_str key);
bool tense_undergoes(const coder_state *c, const event_draft *d); /* "came under" */

/* ---- under.c ---- */
/* May the cue govern the event, or is the noun its occasion, its peer, nobody's intention? */
bool status_may_govern(const coder_state *c, const event_draft *d, uint32_t cue);
/* Does this preposition tie the trigger, behind the cue `word`: "backed down from (عن) the visit"? */
bool status_is_behind(const event_draft *d, const clause_item *word, wq_str preposition);
/* "The deal lays down (word) the withdrawal". */
bool status_is_laid_down(const event_draft *d, const clause_item *word);
/* "Threatened the generals, accusing (متهمة) them", with or without a comma: what the participle tells its subject does now.  In
 * the feminine it may describe the noun before it as well (مظاهرات منددة), but before a pronoun or behind a name.           */
bool status_is_adverb(const coder_state *c, const event_draft *d);
/* "Discussed imposing sanctions"; "the plan takes in (word) the release of". */
bool status_is_weighed(const event_draft *d);
bool status_is_contained(const coder_state *c, const event_draft *d,
                         const clause_item *word);
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
/* An ambassador whom another state summons or expels is of the state that the article is about. */
void holder_summoned(coder_state *c, event_draft *d);

/* ---- after.c ---- */
typedef struct after_shift {
    uint32_t first, last; /* items of "two days after", "on the morrow of" */
    int days; /* from what it is told of to the act behind it; 0: nobody knows */
} after_shift;

/* Does an act, a noun at item `at`, stand behind such a phrase? */
bool after_phrase(const coder_state *c, const clause_sentence *s, uint32_t at,
                  after_shift *out);
/* The noun before which such a phrase of the draft stands: its trigger, or what carries or owns that. */
uint32_t after_head(const event_draft *d);
/* "met him yesterday, on the morrow of a meeting in Khartoum": is item `at` told of such another act? */
bool after_is_of_other(const coder_state *c, const event_draft *d, uint32_t at);
/* The day of the act, so many days from what it is told of; NULL where that has none. */
const time_expr *after_shifted(const coder_state *c, const event_draft *d,
                               const after_shift *by);

/* ---- when.c ---- */
/* The date of the event, or NULL. */
const time_expr *when_of(const coder_state *c, const event_draft *d);
/* "the release of the reporter, whom the police arrested on Sunday in Ankara": does the relative clause tell what was done to the
 * man right before it, so that its day and place are not the deed's?                                                  */
bool when_is_of_man(const event_draft *d, const clause *who);
/* "..., when he met": the time of what was told right before; NULL: none. */
const time_expr *when_back_then(const coder_state *c, const event_draft *d);
/* Takes a date away that the status contradicts. */
void when_check(const coder_state *c, event_draft *d);
/* Gives what somebody says to have done in words the date of his saying so. */
void when_speech(const coder_state *c, event_draft *d);
/* Gives what is said in the course of a dated meeting the date of that. */
void when_carry(coder_state *c);

/* ---- status.c ---- */
bool status_put(event_draft *d, wq_status_of_event status, const char *rule);
/* status_near.c */
bool status_parse(wq_str s, wq_status_of_event *out);
/* Does a function word of `kind` stand in the items from `from` up to `to`? */
bool status_function_within(const event_draft *d, uint32_t from, uint32_t to, wq_str kind);
/* By a word that owns the noun, by a preposition before it, by an adjective behind it. */
bool status_by_word_before(const coder_state *c, event_draft *d, const clause *cl);
bool status_by_preposition(const coder_state *c, event_draft *d, const clause *cl);
bool status_by_adjective(event_draft *d, const clause *cl);
/* denial.c */
/* A cue among the words that are no events themselves: "date", "close", "false". */
bool claim_word_is_cue(const coder_state *c, const clause_sentence *s,
                       const clause_item *it, wq_str kind, wq_str *value);
/* What was only reported to be denied, or to be called untrue. */
/* ---- aim.c ---- */
/* "To meet", "carried out to meet", "to arrange for the visit of": to come. */
bool status_is_aim(coder_state *c, const event_draft *d, const clause *cl);
/* Is the word one that puts what it governs into the status "denied": denied, refused? */
bool status_denies(const coder_state *c, const clause_item *word);
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
bool claim_find_cue(const coder_state *c, const word_uses *word, wq_str kind,
                    wq_str *value);
static inline __attribute__((always_inline)) bool claim_has_cue(const coder_state *c,
                                                                lex_table table,
                                                                uint32_t row, wq_str kind,
                                                                wq_str *value)
{
    const word_uses *word = words_uses(c, table, row);
    return (word->cues & str_bit(kind)) && claim_find_cue(c, word, kind, value);
}
static inline __attribute__((always_inline)) bool
claim_is_cue(const coder_state *c, const clause_item *word, wq_str kind, wq_str *value)
{
    bool of_ours = word->entry.table == LEX_VERB || word->entry.table == LEX_NOUN;
    return of_ours &&
           claim_has_cue(c, (lex_table)word->entry.table, word->entry.row, kind, value);
}

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

/* ---- merge_take.c ---- */
/* Are those it was done to only "ten others"? */
bool merge_is_of_rest(const event_draft *d);
/* Is it a scheduled one in quotation marks that names no day, as the headline of a dispatch is quoted? */
bool merge_is_quoted_line(const event_draft *d);
/* How much a draft tells of two that tell of the same. */
int merge_weight(const event_draft *d);
/* Is it a clash whose two sides are named? */
bool merge_is_between_two(const event_draft *d);
/* What is missing, of another half of one toll. */
void merge_take_toll(coder_state *c, event_draft *to, const event_draft *from);
/* `to` becomes what `what` and `how` tell together. */
void merge_take_how(coder_state *c, event_draft *to, const event_draft *what,
                    const event_draft *how);

/* A side that names no country contradicts none, a draft without a date no date. */
bool merge_side_agrees(const event_side *a, const event_side *b);
bool merge_shares_country(const event_side *a, const event_side *b); /* any in common */
bool merge_names_country(const event_side *side);                    /* of somebody on it */
bool merge_dates_agree(const event_draft *a, const event_draft *b);
/* Both sides name a country in common, and not two different people. */
bool merge_same_people(const event_side *a, const event_side *b);

/* ---- visit.c ---- */
/* The visit among the first `kept` drafts of which `d` only says more: "on a visit that he pays", "the first visit of"; NULL: none. */
bool visit_is_former(
    const coder_state *c, const event_draft *a,
    const event_draft *b); /* "... the last visit of his was in": another */
/* "Met the king, who (وهو) is the first Arab leader that meets him": what was told just before. */
bool visit_says_first(const coder_state *c, const event_draft *told, const event_draft *d);
event_draft *visit_told_before(coder_state *c, uint32_t kept, const event_draft *d);

/* ---- retold.c ---- */
/* The one of the first `kept` drafts that `d` says more of: "the blast", "were killed in this attack", the same toll; or NULL.
 * `last` is the draft before it, which has become part of `into`.                                                       */
event_draft *retold_of(coder_state *c, uint32_t kept, const event_draft *d,
                       const event_draft *last, event_draft *into);
/* Is somebody who is hit in one of them the doer of the other? */
bool retold_turned(const coder_state *c, const event_draft *a, const event_draft *b);
/* Are the two one protest, though no land is known of either crowd? */
bool retold_protest(const coder_state *c, const event_draft *a, const event_draft *b);
/* Joins the two where one is the deed that is the subject of the other's verb. */
bool retold_by_deed(coder_state *c, event_draft *before, const event_draft *d);
/* Joins to a toll the fight in which it came about, whose other side is its actor. */
bool retold_fight(coder_state *c, event_draft *before, const event_draft *d);
/* The title first, then as the text tells them. */
void draft_order(draft_list *list);

/* footer.c: the sentence of the text from which on it only repeats the title; their number: it does not. */
uint32_t footer_begins(const event_part *title, const event_part *text);

/* ---- reserve.c ---- */
/* Lets in the drafts that lack one lenient condition, where the article tells enough without them. */
void reserve_admit(coder_state *c);

/* ---- assemble.c ---- */
void assemble(coder_state *c, event_draft *d, wq_str doc, wq_event *out);

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
