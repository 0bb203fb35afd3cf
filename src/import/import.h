/* Other people's dated actors become rows of data/actor/ and data/office/.
 *
 * What an input says and we have no word for is not guessed: a person without an Arabic name and an office that
 * data/import/ does not map come out as comments, for a person to complete.                                     */
#ifndef WAQAI_IMPORT_H
#define WAQAI_IMPORT_H

#include "base/base.h"
#include "lexicon/lexicon.h"

typedef struct import_person {
    wq_str id;      /* of the lexicon where `known`, else made of the input's own */
    wq_str country; /* as in actor/countries.tsv, or empty */
    wq_str sectors; /* PLOVER codes, primary first, with '|' */
    wq_str latin, name, names, note;
    bool known; /* has a row already: only his tenures are written */
} import_person;

typedef struct import_tenure {
    uint32_t person; /* index */
    wq_str office;   /* id, or empty: `label` says what it is called there */
    wq_str label, country, first, last, source;
} import_tenure;

typedef struct import_list {
    const lexicon *lex;
    arena *mem;
    wq_str file; /* for messages and sources */
    VEC(import_person) persons;
    VEC(import_tenure) tenures;
    VEC(wq_str) unread; /* lines that make no sense, with their numbers and why */
} import_list;

/* A SPARQL result of Wikidata in JSON, of the query in docs/import.md.  WQ_E_FORMAT: not such a result, err->pos =
 * byte where reading stopped, or the binding (from 1) that lacks a person.                                        */
wq_status import_wikidata(import_list *list, wq_str bytes, wq_error *err);
/* A dated actor file of PETRARCH: NAME_ [CODE], +SYNONYM_, [CODE <date], [CODE >date], [CODE date-date].
 * (https://petrarch2.readthedocs.io, "Actor dictionaries".)  A line whose code or date is none goes to `unread`.        */
void import_petrarch(import_list *list, wq_str bytes);

/* The person of the lexicon with this Latin name (letters compared, case and marks ignored) in this country, or
 * anywhere where `country` is empty; the empty slice where there is none or more than one.                       */
wq_str import_known(const import_list *list, wq_str latin, wq_str country);
/* A row of data/import/ by its kind and words: exact, or the longest that begins `text` at a word's end. */
int64_t import_row(const import_list *list, wq_str kind, wq_str text, bool prefix);

void import_write_actors(const import_list *list, buf *out);
void import_write_tenures(const import_list *list, buf *out);

#endif
