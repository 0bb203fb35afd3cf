/* Words taken apart: proclitics, stem, enclitics; every analysis the lexicon allows, best first. */
#ifndef WAQAI_MORPH_H
#define WAQAI_MORPH_H

#include "base/base.h"
#include "lexicon/word.h"
#include "text/text.h"

typedef struct morph_analysis {
    uint16_t clitics;
    uint8_t from, to; /* bytes of token.form: the stem */
    lex_entry entry;
} morph_analysis;

typedef struct morph_word {
    const morph_analysis *v;
    const uint16_t *rows; /* lex_row_bit() of each of the first n, in whatever order */
    uint32_t n;           /* those that a report can mean, best first */
    uint32_t n_all;       /* behind them the rest: commands */
    uint32_t tables;      /* of the first n, a set of LEX_BIT() */
    uint32_t uses;        /* of rows that name their verbs and nouns by id, likewise */
    uint64_t ids;         /* of their rows, a set of str_bit(): has it this id? */
    uint64_t kinds;       /* likewise of their kinds: of function words, nouns, names */
    uint16_t clitics;     /* of any of the first n */
    bool mixed;           /* read as a verb and as a noun */
    bool
        known; /* a word of some lexicon after clitics are taken off.  One that is not may be a name; so may one that
                       is only read as the adjective of a dictionary's noun (القرني), as many surnames are made */
} morph_word;

void morph_analyse(const lexicon *lex, arena *a, text_part *part);

/* May some analysis that is a function word, a noun or a name be of this kind?  Mostly not. */
static inline __attribute__((always_inline)) bool morph_may_be(const text_token *t,
                                                               wq_str kind)
{
    return t->morph && (t->morph->kinds & str_bit(kind));
}

/* Is the token a word of which some analysis has one of these tables, a set of LEX_BIT()? */
static inline __attribute__((always_inline)) bool morph_is_any(const text_token *t,
                                                               uint32_t tables)
{
    return t->morph && (t->morph->tables & tables);
}

/* Does the pronoun that it takes off stand for teh marbuta: "machine" (آلية) is no "to him"? */
static inline bool morph_is_marbuta(const text_token *t, const morph_analysis *m)
{
    return (m->clitics & MORPH_HU) && t->norm.n > 1 && t->norm.p[t->norm.n - 2] == '\xd8' &&
           t->norm.p[t->norm.n - 1] == '\xa9';
}

/* The first analysis that has this table (and form, if not negative); NULL where there is none. */
static inline const morph_analysis *morph_as(const text_token *t, lex_table table,
                                             int form);
const morph_analysis *morph_read_as(const text_token *t, lex_table table, int form);
static inline const morph_analysis *morph_as(const text_token *t, lex_table table, int form)
{
    return morph_is_any(t, LEX_BIT(table)) ? morph_read_as(t, table, form) : NULL;
}

/* "مكتبه" is "his office" where it can be, and not "library", whose teh marbuta the press writes without dots at times: a noun
 * spelt with heh that some analysis parts from a pronoun.                                                             */
bool morph_is_his(const text_token *t);
/* "logistic and financial support" (دعم لوجستي ومالي): is the word at `at`, though spelt like Mali or like a soldier, one more
 * adjective of a noun without the article?                                                                            */
bool morph_is_one_more_adjective(const text_part *part, uint32_t at);

#endif
