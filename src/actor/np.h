/* Inside the actor stage. */
#ifndef WAQAI_NP_H
#define WAQAI_NP_H

#include "actor/actor.h"
#include "morph/morph.h"
#include "text/match.h"

typedef struct np_parser {
    const lexicon *lex;
    arena *mem;
    const text_part *part;
    int32_t day;
    VEC(actor_mention) list;
} np_parser;

/* What a phrase of the lexicon at a token can be, best first for an actor. */
typedef struct np_unit {
    uint32_t last;
    uint16_t clitics;
    lex_table table; /* LEX_TABLES: nothing */
    uint32_t row, feats;
} np_unit;

/* ---- np.c: noun phrases ---- */
bool np_parse(np_parser *p, uint32_t at, actor_mention *out);

/* ---- unit.c: words and phrases at a token ---- */
np_unit np_unit_at(np_parser *p, uint32_t at);
bool np_nisba_at(np_parser *p, uint32_t at, np_unit *out);
bool np_word_kind(const np_parser *p, uint32_t at, wq_str kind); /* of data/morph/function.tsv */
bool np_is_mark(const np_parser *p, uint32_t at, uint32_t mark);
bool np_is_quote(const np_parser *p, uint32_t at);
uint32_t np_skip_quote(const np_parser *p, uint32_t at);
bool np_in_paragraph(const np_parser *p, uint32_t from, uint32_t to); /* no line feed between */
bool np_has_tanween(const np_parser *p, uint32_t at);

/* ---- name.c: names nobody listed ---- */
/* Tokens [at, result) read as a person's name, at most `max`; `at` where there is none. */
uint32_t np_name_run(np_parser *p, uint32_t at, uint32_t max);

/* ---- fill.c: what the lexicon knows of them ---- */
void np_fill_state(np_parser *p, const np_unit *u, actor_mention *m);
void np_fill_actor(np_parser *p, const np_unit *u, actor_mention *m);
void np_fill_office(np_parser *p, const np_unit *u, actor_mention *m);
void np_fill_group(np_parser *p, const np_unit *u, actor_mention *m);
void np_set_country(np_parser *p, const np_unit *u, actor_mention *m); /* from a nisba, state or organisation */
void np_finish(np_parser *p, actor_mention *m); /* text, span, holder of the office, sector */
bool np_is_person_row(np_parser *p, const np_unit *u);
void np_set_sectors(np_parser *p, wq_str sectors, actor_mention *m);

/* ---- refer.c: mentions that refer back ---- */
bool np_refer(np_parser *p, uint32_t at, actor_mention *out); /* counterpart, own country, both sides */
void np_link(np_parser *p, actor_mention *m); /* a bare office or a surname seen before */

#endif
