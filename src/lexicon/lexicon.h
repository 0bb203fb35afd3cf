/* The lexicon: tables of rows, and an index from folded words and phrases to entries.
 *
 * data/ and Debian's dictionary are compiled at build time into one read-only image without pointers (image.h);
 * a user's own rows make a second image at run time by the same compiler.  Look-up never allocates.        */
#ifndef WAQAI_LEXICON_H
#define WAQAI_LEXICON_H

#include "base/base.h"

typedef struct lexicon lexicon;

/* ---- tables ---- */

/* One table per row shape; schema.c says which files make it and which columns it has. */
typedef enum lex_table {
    LEX_COUNTRY,  /* actor/countries.tsv */
    LEX_METONYM,  /* actor/metonyms.tsv */
    LEX_AGENT,    /* actor/agents.tsv */
    LEX_TITLE,    /* actor/titles.tsv */
    LEX_ACTOR,    /* other actor/ files */
    LEX_OFFICE,   /* office/offices.tsv */
    LEX_TENURE,   /* other office/ files */
    LEX_VERB,     /* morph/verbs.tsv */
    LEX_NOUN,     /* morph/nouns.tsv */
    LEX_FUNCTION, /* morph/function.tsv: closed-class words */
    LEX_STEM,     /* Debian's hunspell-ar */
    LEX_EVENT,    /* event/ files: triggers and frames */
    LEX_LIGHT,    /* event/light.tsv: light verbs */
    LEX_GROUP,    /* event/groups.tsv: words that the conditions of rows name together */
    LEX_CUE,      /* event/cues.tsv: verbs and phrases of saying, planning, denying */
    LEX_TIME,  /* time/ files: months, weekdays, units, numerals, holidays, words of time */
    LEX_PLACE, /* place/ files */
    LEX_CITY,  /* Debian's libtimezonemap-data (GeoNames) */
    LEX_PATTERN, /* page/ files: furniture patterns and page vocabulary */
    LEX_BAR,     /* event/not_events.tsv: words that speak against types of events */
    LEX_TYPE,    /* event/types.tsv: PLOVER types, their quads and status rules */
    LEX_CHECK,   /* check.tsv: what the checker asks of columns */
    LEX_IMPORT,  /* import/ files: what other lists of people call offices and sectors */
    LEX_CODE_COUNTRY, /* codes/countries.tsv: countries in other books of codes */
    LEX_CODE_EVENT,   /* codes/events.tsv: types and modes in words and in CAMEO */
    LEX_CODE,         /* other codes/ files: sectors, contexts */
    LEX_FOLD, /* script/fold*.tsv: what letters are folded to; for the hash, fold.c has tables */
    LEX_LOOKALIKE, /* script/lookalikes.tsv: signs that stand for letters */
    LEX_MASK,      /* script/masks.tsv: letters at the marks of a masked word */
    LEX_TABLES
} lex_table;

#define LEX_BIT(table) (1u << (table)) /* in a set of tables */
_Static_assert(LEX_TABLES <= 32, "a set of tables is 32 bits");

uint32_t lex_rows(const lexicon *lex, lex_table table);
/* A cell, NUL-terminated in the image; the empty slice where the row says "-" or the column does not exist. */
static inline wq_str lex_cell(const lexicon *lex, lex_table table, uint32_t row,
                              const char *column);
int lex_column(const lexicon *lex, lex_table table, const char *column); /* index or -1 */
wq_str lex_cell_at(const lexicon *lex, lex_table table, uint32_t row, int column);
int64_t lex_row_by_id(const lexicon *lex, lex_table table, wq_str id); /* row or -1 */
/* The members of a group of event/groups.tsv, comma-separated; the empty slice where there is no such group. */
wq_str lex_members(const lexicon *lex, wq_str group);
/* Is `id` (of a word, a sector: what the group lists) a member of it?  Nothing is in a group that does not exist. */
bool lex_in_group(const lexicon *lex, wq_str group, wq_str id);
wq_str lex_origin(const lexicon *lex, lex_table table, uint32_t row,
                  uint32_t *line); /* file name */
/* Is the row one of those laid over the built-in lexicon?  Where rows contradict each other, it wins. */
bool lex_is_over(const lexicon *lex, lex_table table, uint32_t row);
const char *lex_hash(const lexicon *lex); /* 16 hex digits */

/* A column's name as one number, which the compiler works out where the name is a literal: sixteen letters, the last eight
 * shuffled over the first.  schema.c's names are told apart by it (tests/test_lexicon.c).                              */
static inline __attribute__((always_inline)) uint64_t lex_column_key(const char *name)
{
    const size_t n = strlen(name);
#define LETTER(i) (i < n ? (uint64_t)(unsigned char)name[i] << i % 8 * 8 : 0)
    uint64_t first = LETTER(0) | LETTER(1) | LETTER(2) | LETTER(3) | LETTER(4) | LETTER(5) |
                     LETTER(6) | LETTER(7);
    uint64_t second = LETTER(8) | LETTER(9) | LETTER(10) | LETTER(11) | LETTER(12) |
                      LETTER(13) | LETTER(14) | LETTER(15);
#undef LETTER
    return first ^ second * 0x9e3779b97f4a7c15u;
}
wq_str lex_cell_keyed(const lexicon *lex, lex_table table, uint32_t row, uint64_t key);

static inline __attribute__((always_inline)) wq_str
lex_cell(const lexicon *lex, lex_table table, uint32_t row, const char *column)
{
    return lex_cell_keyed(lex, table, row, lex_column_key(column));
}

/* str_bit() of the row's id and of its kind (0 where it has none), without a look at them. */
uint64_t lex_id_bit(const lexicon *lex, lex_table table, uint32_t row);
uint64_t lex_kind_bit(const lexicon *lex, lex_table table, uint32_t row);

/* The number of a row in a set of LEX_ROW_BITS bits, of the rows of all tables: which of them a sentence has. */
enum { LEX_ROW_BITS = 4096 };
static inline uint16_t lex_row_bit(uint32_t table, uint32_t row)
{
    return (uint16_t)((row * 0x9e3779b1u + table * 0x85ebca6bu) >> 20);
}
_Static_assert(LEX_ROW_BITS == 1 << (32 - 20), "as many bits as lex_row_bit() tells apart");

/* ---- index ---- */

typedef struct lex_entry {
    uint16_t table; /* lex_table */
    uint16_t form;  /* lex_form: which kind of form of the row this is */
    uint32_t row;
    uint32_t feats; /* LEX_F_... of a generated form */
} lex_entry;

typedef enum lex_form {
    LEX_NAME,     /* a name, or the row's own words */
    LEX_NISBA,    /* nationality adjective of a country */
    LEX_VERBFORM, /* a finite form of a verb row */
    LEX_MASDAR,   /* verbal noun of a verb row */
    LEX_ACTIVE,   /* active participle */
    LEX_PASSIVE,  /* passive participle */
    LEX_NOUNFORM, /* a form of a noun, agent or office row */
    LEX_STEMFORM  /* a noun of the dictionary */
} lex_form;

enum { /* feats: a set of bits */
       LEX_F_PERFECT = 1 << 0,
       LEX_F_IMPERFECT = 1 << 1,
       LEX_F_JUSSIVE = 1 << 2,
       LEX_F_IMPERATIVE = 1 << 3,
       LEX_F_PASSIVE = 1 << 4, /* spelling shows the passive voice */
       LEX_F_1 = 1 << 5,
       LEX_F_2 = 1 << 6,
       LEX_F_3 = 1 << 7,
       LEX_F_MASC = 1 << 8,
       LEX_F_FEM = 1 << 9,
       LEX_F_SING = 1 << 10,
       LEX_F_DUAL = 1 << 11,
       LEX_F_PLUR = 1 << 12,
       LEX_F_CONSTRUCT = 1 << 13, /* shortened before a genitive: مبعوثو */
       LEX_F_ACC = 1 << 14,       /* accusative tanween written with alef */
       LEX_F_VERBAL = 1 << 15,    /* stem whose affix class is a verb's (hunspell) */
       /* how the first letter is spelt where folding makes it alef: أ إ آ ا */
       LEX_F_ALEF_ABOVE = 1 << 16,
       LEX_F_ALEF_BELOW = 1 << 17,
       LEX_F_ALEF_MADDA = 1 << 18,
       LEX_F_ALEF_PLAIN = 1 << 19,
       LEX_F_NISBA = 1 << 20, /* the adjective made of a dictionary's noun: اقتصادي */
       LEX_F_ALEFS =
           LEX_F_ALEF_ABOVE | LEX_F_ALEF_BELOW | LEX_F_ALEF_MADDA | LEX_F_ALEF_PLAIN
};

/* Of a woman or a thing, and no form that is a man's as well. */
static inline bool lex_is_only_feminine(uint32_t feats)
{
    return (feats & LEX_F_FEM) && !(feats & LEX_F_MASC);
}

/* One of the last four for a word spelt with marks of hamza (FOLD_NORM); 0 where it does not begin with alef. */
uint32_t lex_first_alef(wq_str norm);

/* Entries of an exact folded key (words joined by one space); *n = 0 where there are none. */
const lex_entry *lex_find(const lexicon *lex, wq_str key, uint32_t *n);
/* The same in steps, so that several keys can wait for memory together: lex_foresee() for each, which gives its probe;
 * lex_probe() for each, which is false where the key is not there; lex_await() for each of the others, then lex_probed(). */
uint64_t lex_foresee(const lexicon *lex, wq_str key);
bool lex_probe(const lexicon *lex, uint64_t probe);
void lex_await(const lexicon *lex, uint64_t probe);
const lex_entry *lex_probed(const lexicon *lex, wq_str key, uint64_t probe, uint32_t *n);
/* The key of a phrase: folded, everything but letters and digits a single space. */
wq_str lex_key(arena *a, wq_str text);
/* Both at once: as lex_find(), and *longer as lex_is_prefix(). */
const lex_entry *lex_find_phrase(const lexicon *lex, wq_str key, uint32_t *n, bool *longer);
/* Entries of the rows that name `id` in a column of ids (schema.h: USE_REF). */
const lex_entry *lex_find_ref(const lexicon *lex, wq_str id, uint32_t *n);
/* Entries of the rows that name this row by its id: the same without a search. */
const lex_entry *lex_refs(const lexicon *lex, lex_table table, uint32_t row, uint32_t *n);
/* True where some longer key begins with `key` and a space. */
bool lex_is_prefix(const lexicon *lex, wq_str key);

/* Does a phrase of LEX_PATTERN begin with this folded word?  Most words open none, and of those hardly one is taken to. */
bool lex_opens_pattern(const lexicon *lex, wq_str word);

/* ---- life ---- */

/* The image built into the program. */
const lexicon *lex_builtin(void);
/* The built-in rows with those of `dir` laid over (same id: replaced).  WQ_E_LEXICON names file and line. */
wq_status lex_overlay(const char *dir, lexicon **out, wq_error *err);
void lex_free(lexicon *lex); /* not for lex_builtin() */

#endif
