/* Inside the actor stage. */
#ifndef WAQAI_NP_H
#define WAQAI_NP_H

#include "actor/actor.h"
#include "morph/morph.h"
#include "script/letters.h"
#include "text/match.h"

/* again.c: how the name of a body begins, folded; asked of each body for each word. */
typedef struct np_head {
    const char *id; /* of the lexicon */
    wq_str head;    /* n == 0: it is of one word, or a person's */
} np_head;
enum { NP_HEADS = 64 };

/* agents.c: a row of LEX_AGENT. */
typedef struct np_agent {
    wq_str kind, lemma, forms;
    wq_str base;    /* the lemma, folded, without the ending of the feminine */
    uint64_t kinds; /* a set of str_bit() */
    int64_t member; /* the row of LEX_ACTOR whose members it means ("حوثي"); -1: none */
    bool fem;       /* the lemma has that ending */
    bool sound_plural; /* there are many of them in the sound plural: مسلحون, but أشخاص */
    bool read;
} np_agent;
typedef struct np_agents np_agents;

enum { NP_ENDINGS = 1024 }; /* bits */

/* What a phrase of the lexicon at a token can be, best first for an actor. */
typedef struct np_unit {
    uint32_t last;
    uint16_t clitics;
    lex_table table; /* LEX_TABLES: nothing */
    uint32_t row, feats;
} np_unit;

typedef struct np_parser {
    const lexicon *lex;
    arena *mem;
    const text_part *part;
    const time_list *times; /* of the part, or NULL */
    int32_t day;
    VEC(actor_mention) list;
    const actor_list *other; /* of the other part of the document, or NULL */
    uint32_t sentence_first; /* token that the sentence at hand begins with */
    uint32_t skip;           /* no mention begins before this token */
    uint32_t head;           /* where the head of the phrase at hand ends */
    bool nisba;              /* the phrase at hand has taken a nationality */
    bool spells_on; /* the part writes على, إلى, so that علي in it is a name */
    np_head heads[NP_HEADS]; /* by address of the id */
    np_agents *agents;
    np_unit *units;  /* of each token that was asked for before; or NULL */
    uint64_t *asked; /* which those are, a bit for each token */
    uint64_t endings[NP_ENDINGS / 64]; /* again.c: of what the first mentions are called */
    VEC(uint64_t) called; /* again.c: the same of each of them, in a set of fewer bits */
} np_parser;

/* ---- np.c: noun phrases ---- */
bool np_parse(np_parser *p, uint32_t at, actor_mention *out);
bool np_is_open(const np_parser *p,
                uint32_t last); /* the head that ends at `last` wants a genitive */
bool np_is_genitive(np_parser *p, uint32_t at); /* a noun that can be one: "رئيس النادي" */

/* ---- modifier.c: what stands behind a head ---- */
uint32_t np_modifiers(np_parser *p, uint32_t at, actor_mention *m);
uint32_t np_second_nisba(np_parser *p, uint32_t at,
                         actor_mention *m); /* "السورية والروسية" */
bool np_belongs(const np_unit *u);          /* a state, a seat or an organisation */
/* "محافظ عدن": the country of a place right behind the head; its end, or `at`. */
uint32_t np_province(np_parser *p, uint32_t at, actor_mention *m);
/* The same of a place with these proclitics: "بحلب". */
uint32_t np_province_behind(np_parser *p, uint32_t at, uint16_t clitics, actor_mention *m);
bool np_is_state_name(np_parser *p, uint32_t at); /* not only a nationality: السعودية */
/* A movement's men are of its sector. */
void np_take_sector(np_parser *p, const np_unit *u, actor_mention *m);
bool np_tells_where(const np_unit *u, const actor_mention *m);
void np_stand_for(np_parser *p, const np_unit *u, actor_mention *m);

/* ---- origin.c: where they come from, what the head is for ---- */
uint32_t np_origin(np_parser *p, uint32_t at,
                   actor_mention *m); /* "from the government", "in Moscow" */
void np_origin_past_noun(np_parser *p, uint32_t at,
                         actor_mention *m); /* "of the floods in Sudan" */
/* "that belongs to", "backed by": whose they are, from the participle at `at`; its end, or `at`. */
uint32_t np_tied(np_parser *p, uint32_t at, actor_mention *m, bool *owned);
/* "of Foreign Affairs in the Iranian parliament": words between a head and its nationality. */
uint32_t np_complement(np_parser *p, uint32_t at, actor_mention *m);
bool np_is_described(
    np_parser *p, uint32_t at,
    const actor_mention *m); /* "civic organisations [Egypt]": no genitive */
uint32_t np_state_of_named(np_parser *p, uint32_t at,
                           actor_mention *m); /* "in Niger, General So-and-so" */
/* "of State for Foreign Affairs" behind the nationality: its end, or `at`. */
uint32_t np_portfolio(np_parser *p, uint32_t at, const actor_mention *m);
bool np_is_filler(np_parser *p, uint32_t at); /* a definite noun that is nobody */
/* "the bloc of Change and Reform, General So-and-so": definite words between a body and a name; their end, or `at`. */
uint32_t np_own_name(np_parser *p, uint32_t at, const actor_mention *m);

/* ---- purpose.c ---- */
/* "for Culture and Arts" behind a body and its adjectives at `at`; its end, or `at`. */
uint32_t np_what_for(np_parser *p, const np_unit *head, uint32_t at,
                     const actor_mention *m);
/* The same behind an office whose own words end with a body: "the head of the Authority". */
uint32_t np_what_seat_for(np_parser *p, uint32_t first, const np_unit *office, uint32_t at);

/* ---- post.c ---- */
/* The place that an envoy is sent to: "to Syria", "in Damascus", "for Libya (لليبيا), So-and-so"; its end, or `at`. */
uint32_t np_destination(np_parser *p, uint32_t at, const actor_mention *m);

/* ---- ministry.c ---- */
/* "and Cooperation", "and Moroccans abroad", "in charge of African affairs" behind a minister or a ministry; their end, or `at`. */
bool np_is_ministry(const np_parser *p, uint32_t first,
                    uint32_t last); /* is it a word for one? */
uint32_t np_ministry(np_parser *p, uint32_t at, actor_mention *m);

/* What "and" joins to the portfolio of some ministers, behind `at`; its end, or `at`. */
uint32_t np_portfolios(np_parser *p, uint32_t at, actor_mention *m);

/* ---- behind.c: names and offices behind an office, a title or a name ---- */
uint32_t np_name_after(np_parser *p, uint32_t at, actor_mention *m);
bool np_bare_name(np_parser *p, uint32_t at,
                  actor_mention *out); /* "محمد الخالد، وزير ..." */
uint32_t np_more_offices(np_parser *p, uint32_t at,
                         actor_mention *m); /* of one man who is named at last */
uint32_t np_appositions(np_parser *p, uint32_t at, actor_mention *m);

/* ---- called.c ---- */
/* Behind a name "known as (الملقب) So-and-so", perhaps behind a comma; its end, or `at`. */
uint32_t np_alias(np_parser *p, uint32_t at);
/* quoted.c: behind a remark in brackets or a short name in quotation marks where a name follows; `at` where none stands there. */
uint32_t np_behind_remark(np_parser *p, uint32_t at);
/* "by the name of (يدعى) So-and-so" behind a common noun: gives the mention its name; its end, or `at`. */
uint32_t np_called(np_parser *p, uint32_t at, actor_mention *m);
/* "accusing (متهمين) the regime of": does the common noun that ends at `end` tell what they do, and not who they are? */
bool np_is_doing(np_parser *p, uint32_t end, const actor_mention *m);

/* ---- man.c ---- */
/* The name behind a word for one man of the people, "the youth": its end, or `at`. */
uint32_t np_name_of_man(const np_parser *p, uint32_t at, const actor_mention *m);

/* ---- task.c ---- */
/* "the chief Iranian negotiator for the nuclear file So-and-so": the name behind what an office is for, which becomes the
 * mention's; its end, or `at`.                                                                                       */
uint32_t np_past_task(np_parser *p, uint32_t at, actor_mention *m);

/* ---- quoted.c ---- */
/* The name in quotation marks behind the word for a body at token `at`; its end, or `at`. */
uint32_t np_quoted_name(np_parser *p, uint32_t at, actor_mention *m);

/* ---- titled.c ---- */
/* Gives a name the title that stands before it with all that it is of, whose mentions are taken off the list. */
void np_take_title(np_parser *p, actor_mention *m);

/* ---- pair.c ---- */
/* "the two presidents So-and-so and So-and-so": the names at `at`, behind the office. */
bool np_named_pair(np_parser *p, uint32_t at, actor_mention *m);

/* ---- led.c ---- */
/* "the African mediator": whoever is sent is of the organisation whose states an adjective behind him names; its end, or `at`. */
uint32_t np_body_by_region(np_parser *p, uint32_t at, actor_mention *m, bool *owned);

/* ---- most.c ---- */
/* "the Kurdish fighters" (المقاتلين الأكراد): a people's name right behind those who are of it; its end, or `at`. */
uint32_t np_people_of(np_parser *p, uint32_t at, const actor_mention *m);
/* "(tourists) most of them British": gives a group that names no state theirs. */
void np_most_of_them(np_parser *p, actor_mention *m);

/* ---- bare.c ---- */
/* "فتح وحماس": a party by a word that is more often another. */
bool np_bare_party(np_parser *p, uint32_t at, actor_mention *out);

/* agree.c: is the common noun `m` at `at` rather a verb with an object pronoun, whose subject stands right behind? */
bool np_is_verb_of_them(const np_parser *p, uint32_t at, const morph_analysis *m);
/* owned.c: "the president of his country", "the forces of her country" are of the state of whoever acts; the end of that, or `at`. */
uint32_t np_of_own_country(np_parser *p, uint32_t at, actor_mention *m);

/* ---- model.c ---- */
/* Behind the designation of a weapon at `at`, where a nationality follows it: "طائرات إف-16 التركية"; else `at`. */
uint32_t np_skip_model(np_parser *p, uint32_t at);
/* Behind the number at `at` of a unit of an army, and its branch: "اللواء السابع", "اللواء 35 مدرع"; else `at`. */
uint32_t np_unit_number(np_parser *p, uint32_t at, const actor_mention *m);

/* ---- unit.c: words and phrases at a token ---- */
np_unit np_unit_at(np_parser *p, uint32_t at);
/* tenure.c: does the day lie between two that are written "2011", "2011-02" or "2011-02-27"; a `last` of "-" is open? */
bool np_is_within(int32_t day, wq_str first, wq_str last);
/* "عمان" is Oman and Amman: the capital where the text is about its country. */
bool np_seat_meant(np_parser *p, const np_unit *country, uint32_t at, np_unit *seat);
void np_agent_at(np_parser *p, uint32_t at, np_unit *u); /* fills a `u` of LEX_TABLES */
/* "visited سورية": the name of a state in the spelling of its nationality, where that can be no adjective. */
bool np_state_as_nisba(const np_parser *p, uint32_t at, np_unit *u);
/* Can there be one?  Most words are none. */
static inline bool np_may_be_unit(const text_token *t);
bool np_nisba_at(np_parser *p, uint32_t at, np_unit *out);
static inline bool
np_has_article(const text_token *t); /* of a folded form, behind proclitics too */
bool np_is_word_too(const np_parser *p, uint32_t at,
                    lex_table but); /* also has readings of other tables */

/* ---- token.c: single tokens ---- */
/* The row of data/morph/function.tsv a word is, whole, of one kind; -1 where it is not. */
static inline int64_t np_function_row(const np_parser *p, uint32_t at, wq_str kind);
bool np_spelled_as(const np_parser *p, uint32_t at, lex_table table,
                   uint32_t row); /* hamzas and all */
static inline bool np_word_kind(const np_parser *p, uint32_t at, wq_str kind);
/* Where the words behind `at` begin, if what stands there says nothing of whose they are: "كل من السعودية ومصر", "جمهورية مصر";
 * else `at`. */
uint32_t np_past_each_of(np_parser *p, uint32_t at);
int64_t np_read_row(const np_parser *p, uint32_t at, wq_str kind); /* of one that may be */
bool np_read_kind(const np_parser *p, uint32_t at, wq_str kind);   /* the same */
bool np_is_kind_of_place(const np_parser *p, uint32_t at); /* "city", "the capital" */
bool np_is_mark(const np_parser *p, uint32_t at, uint32_t mark);
bool np_is_comma(const np_parser *p, uint32_t at);
const time_expr *np_time_over(const np_parser *p,
                              uint32_t at); /* the first that ends behind it, or NULL */
bool np_is_quote(const np_parser *p, uint32_t at);
uint32_t np_skip_quote(const np_parser *p, uint32_t at);
bool np_in_paragraph(const np_parser *p, uint32_t from,
                     uint32_t to); /* no line feed between */
bool np_has_tanween(const np_parser *p, uint32_t at);
static inline bool np_is_word(const np_parser *p, uint32_t at);
static inline bool np_has_pronoun(const text_token *t); /* in some reading */

/* ---- agents.c: their rows ---- */
np_agents *np_agents_for(const lexicon *lex, arena *mem, const text_part *part);
const np_agent *np_agent_row(const np_parser *p, uint32_t row);
/* What `ask` says of the row and the stem, features and all, of a reading of the word; asked once of each word. */
typedef bool np_agent_question(const np_parser *p, uint32_t row, wq_str stem,
                               uint32_t feats);
bool np_agent_answer(const np_parser *p, const text_token *t, const morph_analysis *m,
                     np_agent_question *ask);
/* Has the word been found to be no office with a pronoun (owned.c)?  It is none wherever it stands. */
bool np_is_plain(const np_parser *p, const text_token *t);
void np_note_plain(const np_parser *p, const text_token *t);

/* ---- form.c ---- */
/* Is the stem written in the row of a common noun for people, or made of its lemma?  `feats`: of the reading. */
bool np_agent_has_form(const np_parser *p, uint32_t row, wq_str stem, uint32_t feats);

/* ---- agent.c: common nouns for people and bodies ---- */
bool np_agent_is(const np_parser *p, uint32_t row, wq_str flag); /* of the row's kind */
bool np_agent_word(np_parser *p, uint32_t at,
                   const morph_analysis *m); /* is the word one here? */
/* What a form listed in the row adds to its features: broken plurals of people and of bodies, plurals in -at. */
uint32_t np_agent_number(const np_parser *p, uint32_t at, const morph_analysis *m);
bool np_agent_counts(np_parser *p, uint32_t end,
                     actor_mention *m); /* with what was found behind it, up to `end` */

/* ---- name.c: names nobody listed ---- */
/* Tokens [at, result) read as a person's name, at most `max`; `at` where there is none. */
uint32_t np_name_run(np_parser *p, uint32_t at, uint32_t max);
uint32_t np_name_chain(np_parser *p,
                       uint32_t at); /* "bin Abdulaziz Al Saud" behind a name */
bool np_is_surname_like(const np_parser *p, uint32_t at); /* hardly anything else */
static inline bool np_is_given(const np_parser *p, uint32_t at);
bool np_read_given(const np_parser *p, uint32_t at); /* of one that may be */

/* ---- fill.c: what the lexicon knows of them ---- */
void np_fill_state(np_parser *p, const np_unit *u, actor_mention *m);
void np_fill_actor(np_parser *p, const np_unit *u, actor_mention *m);
void np_fill_office(np_parser *p, const np_unit *u, actor_mention *m);
void np_fill_group(np_parser *p, const np_unit *u, actor_mention *m);
void np_set_country(np_parser *p, const np_unit *u,
                    actor_mention *m); /* from a nisba, state or organisation */
void np_finish(np_parser *p,
               actor_mention *m); /* text, span, holder of the office, sector */
bool np_is_person_row(np_parser *p, const np_unit *u);
void np_set_sectors(np_parser *p, wq_str sectors, actor_mention *m);
wq_str np_known(wq_str cell); /* an empty cell is unknown */
wq_str np_top_country(np_parser *p, wq_str code);

/* ---- head.c: offices of organisations ---- */
/* "رئيس الموساد", "رئيس التيار الصدري": an office whose own words end with the body it is of, or with the first of that body's
 * name; where the name ends, or where the office does.                                                               */
uint32_t np_own_body(np_parser *p, const np_unit *u, actor_mention *m);
/* "زعيم الحركة", "الأمين العام للحركة": the movement, party, organisation that the last word of the office means, or the one behind
 * it by li-; where the office ends then, or `head`.                                                                   */
uint32_t np_of_named(np_parser *p, const np_unit *u, uint32_t head, actor_mention *m);
/* "The president of the Kurdistan Region [met] the foreign minister": an office of which there is one in the world serves nobody. */
bool np_is_sole(const np_parser *p, const actor_mention *m);
/* The head of the body that owns the mention; not "a leader of it", "its leader in Libya", nor who commands "the group". */
bool np_is_head(np_parser *p, const actor_mention *m);

/* ---- tenure.c: who holds what ---- */
/* The office somebody holds on the day; p == NULL: none. */
bool np_holds(np_parser *p, wq_str id, wq_str office); /* on the day */
wq_str np_office_of(np_parser *p, wq_str id);
/* An office that only one state or organisation has: the Custodian of the Two Mosques, the UN's secretary-general. */
wq_str np_only_country(np_parser *p, wq_str office);

/* ---- people.c ---- */
bool np_people(np_parser *p, uint32_t at, actor_mention *out);
bool np_is_numeral(const np_parser *p, const text_token *t);
bool np_counted(np_parser *p, uint32_t at, actor_mention *out); /* "15 فلسطينيا" */
bool np_ends_preposition(const np_parser *p, uint32_t at);      /* of several words */
/* "Summoned on Tuesday", "last Tuesday", the foreign [ministry]: a day of the week, which no word for somebody describes. */
bool np_is_day(const np_parser *p, uint32_t at);

/* ---- owned.c: whose it is, by a pronoun ---- */
/* A news agency, a paper; one that somebody, who is of no press himself, talks to. */
bool np_is_media(np_parser *p, const np_unit *u);
bool np_is_told(np_parser *p, const np_unit *u, const actor_mention *m);
bool np_owned(np_parser *p, uint32_t at, actor_mention *out);
void np_link_owned(np_parser *p, actor_mention *m);
/* "(the king sent) his envoy": of the state of whoever the pronoun means. */
void np_link_envoy(const np_parser *p, actor_mention *m);

/* ---- again.c: bodies by the first word of their name ---- */
/* Do two mentions of this part begin with one word, but for proclitics and the article? */
bool np_same_head(const np_parser *p, const actor_mention *a, const actor_mention *b);
/* What tells most mentions of this part that begin with another word: bits of the word that `m` begins with, and whether the
 * ith mention back from the end, of those so far, may begin with it or have it within.                                */
uint64_t np_head_bits(np_parser *p, const actor_mention *m);
bool np_may_be_called(const np_parser *p, uint32_t i, uint64_t bits);
/* The row of a name of several words that is anybody's elsewhere, where its state is told of; -1: none. */
int64_t np_bare_words(np_parser *p, uint32_t at, uint16_t *clitics, uint32_t *end);
/* "Forces of the movement", "of the Popular Front": the row of the body named before that its first words mean; -1: none. */
int64_t np_owner_again(np_parser *p, uint32_t at, uint32_t *end);
/* A body by the first words of its name, as a text goes on. */
bool np_cut_short(np_parser *p, uint32_t at, actor_mention *out);
/* The same, whatever case either stands in. */
bool np_same_noun(const np_parser *p, const actor_mention *a, const actor_mention *b);
/* The body named before that a group or word alone means; NULL: none. */
const actor_mention *np_named_before(np_parser *p, const actor_mention *m);
void np_take_named(np_parser *p, const actor_mention *from, actor_mention *m);
void np_take_body(np_parser *p, uint32_t row,
                  actor_mention *m); /* what the lexicon says of it */
int64_t np_named_owner(np_parser *p, uint32_t at);
int64_t
np_named_owner_li(np_parser *p,
                  uint32_t at); /* "(secretary-general) of the organisation", by li- */
bool np_named_again(np_parser *p, uint32_t at,
                    actor_mention *out); /* where the word is no common noun for one */

/* "The group" alone, of the armed movement that was named last; *out is written where it is so. */
bool np_this_group(np_parser *p, uint32_t at, actor_mention *out);

/* ---- refer.c: mentions that refer back ---- */
bool np_refer(np_parser *p, uint32_t at,
              actor_mention *out); /* counterpart, own country, both sides */
bool np_own_country(np_parser *p, uint32_t at, actor_mention *out); /* "his country" */
bool np_is_somebody(const actor_mention *m); /* a man, by name or office */
const actor_mention *np_last_somebody(const np_parser *p, bool of_state);
void np_copy_office(const actor_mention *from, actor_mention *to);
void np_link(np_parser *p, actor_mention *m); /* a bare office or a group seen before */
bool np_is_country_here(const np_parser *p,
                        wq_str country); /* named before, or in the other part */
bool np_is_known_here(const np_parser *p,
                      wq_str id);      /* named before, or in the other part */
bool np_is_state_code(wq_str country); /* no top-level code such as UNO */
/* The nth mention back from the end, those of the document's other part behind this one's; NULL where there are no more. */
const actor_mention *np_back(const np_parser *p, uint32_t nth);
uint32_t np_nationality_after(np_parser *p, uint32_t at, actor_mention *m);
bool np_name_state(np_parser *p, wq_str country, wq_actor *a);
uint32_t np_sentence_of(const text_part *part,
                        uint32_t at); /* the first token of its sentence */
uint32_t np_sentence_end(const text_part *part, uint32_t at); /* behind its last token */

/* ---- highness.c ---- */
/* "His Highness": him who has that title, or an office it goes with. */
bool np_his_highness(np_parser *p, uint32_t at, actor_mention *out);

/* ---- two.c: two of an office ---- */
bool np_counterpart(np_parser *p, uint32_t at, actor_mention *out);
/* "نظراؤه العرب": many of the same office; the state from a nationality or a body behind it, else none. */
bool np_counterparts(np_parser *p, uint32_t at, actor_mention *out);
bool np_one_of_two(np_parser *p, uint32_t at, actor_mention *out);
/* "... and the American [X]" behind "the two presidents" */
bool np_second(np_parser *p, uint32_t at, actor_mention *out);

/* ---- ahead.c ---- */
/* The two states that the sentence names behind token `at`, as in "between Egypt and Turkey". */
bool np_two_ahead(np_parser *p, uint32_t at, actor_mention *m);

/* ---- agree.c: does a word behind a head go with it? ---- */
/* "(arrested) the authorities the dissident": a word for somebody that does not agree with the head is somebody else. */
bool np_disagrees(np_parser *p, uint32_t at, const actor_mention *m);
/* Is the word before `at` a state's name, behind which an indefinite adjective describes nothing: "expelled Kenya an official"? */
bool np_is_behind_state(np_parser *p, uint32_t at);
/* "support military": a noun in the accusative, though it looks like a verb in the dual, too. */
bool np_is_accusative_noun(const text_token *t);
/* "teams Kenyan": behind the word stands a nationality in the feminine, which goes with a plural and with no verb. */
bool np_is_before_her_nation(np_parser *p, uint32_t at);
/* "the rights activist", "the Islamist leader": a man right before an adjective that by itself would be a man, too; gives `m` the sector of one who is armed. */
bool np_is_calling(np_parser *p, uint32_t at, actor_mention *m);
/* "(killed) a soldier [Palestinian, in the accusative]": the nationality at `at` is not of him whose word is at `prev`. */
bool np_are_other_men(const np_parser *p, uint32_t at, const actor_mention *m);
bool np_differs_in_case(const np_parser *p, uint32_t prev, uint32_t at,
                        const actor_mention *m);
/* "bought drones [from] Turkey": arms, of which the verb before says that somebody gets them. */
bool np_is_acquired(const np_parser *p, const actor_mention *m);
/* Is somebody sent, by the verb before a phrase that begins at `at`? */
bool np_is_sent_by_verb(const np_parser *p, uint32_t at);
bool np_is_behind_verb_of_bi(const np_parser *p,
                             uint32_t at); /* "praised [the minister]" */

void np_link_sent(np_parser *p, actor_mention *m);

/* ---- led.c ---- */
/* The group at `at` with what stands behind it, as a phrase of its own; its end. */
uint32_t np_read_body(const np_parser *p, uint32_t at, const np_unit *u,
                      actor_mention *body);
/* Joins to head `m` the body read from `at` to `end`, where it names no state but is one the reader knows; its end, or `at`. */
uint32_t np_known_body(np_parser *p, uint32_t at, uint32_t end, const actor_mention *body,
                       actor_mention *m);
/* Many men behind an office whom he leads. */
bool np_are_led(const np_parser *p, uint32_t at, const np_unit *u, const actor_mention *m);

/* ---- body.c ---- */
/* "the police", of Tunisia: gives it the name, and the id where the lexicon has one. */
void np_name_body(np_parser *p, actor_mention *m);

/* ---- both.c ---- */
bool np_both_sides(np_parser *p, uint32_t at, actor_mention *out);
/* ---- met.c ---- */
/* The two of the sentences before token `at` who met, or whom such words meant there; only states, where asked so. */
bool np_who_met(np_parser *p, uint32_t at, bool states, actor_mention *m);
/* ---- several.c: "the four states" ---- */
bool np_several(np_parser *p, uint32_t at, actor_mention *out);

/* ---- inline, so that most words cost no more than a bit of a kind that is known beforehand ---- */

static inline bool np_is_word(const np_parser *p, uint32_t at)
{
    return at < p->part->n_tokens && p->part->token[at].kind == TOKEN_WORD;
}

static inline bool np_has_article(const text_token *t)
{
    wq_str form = t->form;
    if (t->kind != TOKEN_WORD || form.n <= 8)
        return false;
    if (str_starts(form, STR(AR_WAW)))
        form = (wq_str){ form.p + 2, form.n - 2 };
    bool article = str_starts(form, STR(AR_AL)) || str_starts(form, STR(AR_LAM AR_LAM)) ||
                   str_starts(form, STR(AR_BEH AR_AL));
    return article && form.n > 8;
}

/* Is there a token, a function word, of this kind for all that its bit says? */
static inline __attribute__((always_inline)) bool np_may_be(const np_parser *p, uint32_t at,
                                                            wq_str kind)
{
    const text_token *t = &p->part->token[at];
    return at < p->part->n_tokens && morph_is_any(t, LEX_BIT(LEX_FUNCTION)) &&
           (t->morph->kinds & str_bit(kind));
}

static inline __attribute__((always_inline)) int64_t
np_function_row(const np_parser *p, uint32_t at, wq_str kind)
{
    return np_may_be(p, at, kind) ? np_read_row(p, at, kind) : -1;
}

static inline __attribute__((always_inline)) bool np_word_kind(const np_parser *p,
                                                               uint32_t at, wq_str kind)
{
    return np_may_be(p, at, kind) && np_read_kind(p, at, kind);
}

/* The tables in which phrases for actors are. */
#define NP_TABLES                                                      \
    (LEX_BIT(LEX_OFFICE) | LEX_BIT(LEX_ACTOR) | LEX_BIT(LEX_COUNTRY) | \
     LEX_BIT(LEX_METONYM) | LEX_BIT(LEX_AGENT) | LEX_BIT(LEX_TITLE))

static inline bool np_has_pronoun(const text_token *t)
{
    return t->morph && (t->morph->clitics & MORPH_PRONOUN);
}

static inline bool np_may_be_unit(const text_token *t)
{
    return match_may_be(t, NP_TABLES) ||
           morph_is_any(t, LEX_BIT(LEX_AGENT) | LEX_BIT(LEX_COUNTRY));
}

static inline bool np_is_given(const np_parser *p, uint32_t at)
{
    return at < p->part->n_tokens && morph_may_be(&p->part->token[at], STR("given")) &&
           np_read_given(p, at);
}

#endif
