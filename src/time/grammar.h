/* The grammar of time expressions, between the files of this stage.
 *
 *   rules.c      the rules: rows of classes of readings, each with a builder and a guard   <- read this first
 *   lattice.c    tokens -> readings: what a token, or a run of tokens, can be (a number, a month, a unit ...);
 *   number.c     its numbers, in figures and in words
 *   match.c      finds the longest rule at a token
 *   guard.c      guards: where a match may not stand (names, counts, other uses of the same words)
 *   value.c      builders: what a match means, given today and what was mentioned before: days from today;
 *   date.c       days of months, months, feasts, in any calendar;
 *   period.c     weeks, years, longer stretches, the vague past and future;
 *   clock.c      times of day;
 *   length.c     lengths of time and what recurs
 *   open.c       what is known of a date where the article has none;
 *   tense.c      whether the clause around a token looks back or ahead
 *   time.c       the loop over the part                                                               */
#ifndef WAQAI_TIME_GRAMMAR_H
#define WAQAI_TIME_GRAMMAR_H

#include "morph/morph.h"
#include "time/time.h"

/* What a reading is.  Most come from a `kind` of data/time; lattice.c holds the list. */
typedef enum time_class {
    C_NONE,
    /* numbers */
    C_COUNT,  /* any number, in figures or words */
    C_DAYNUM, /* 1 to 31: cardinal or ordinal */
    C_ORD,    /* ordinal with the article */
    C_HOUR,   /* 0 to 24 */
    C_CLOCK,  /* 10:38; value: minutes */
    C_FULL,   /* 2020.09.05; aux 1: Hijri */
    C_YEAR4,  /* four figures alone; aux 1: Hijri */
    C_YEAR,   /* a year that says it is one: عام 2015, 1961م; aux 1: Hijri */
    C_YEARS,  /* 2015-2019; value: first * 10000 + last */
    C_DAYS,   /* 3-5; value: first * 100 + last */
    C_NUMERAL,
    C_NUMERAL_ONE,
    C_BIG,
    C_ORDINAL,
    /* names */
    C_MONTH,
    C_MONTH_WEAK,
    C_HIJRI,
    C_PERSIAN,
    C_MONTH_PAIR, /* one month by two names: نوفمبر/ تشرين الثاني */
    C_WEEKDAY,
    C_WEEKDAY_BARE,
    C_WEEKDAY_SET_OFF, /* in quotation marks or brackets */
    C_SEASON,
    C_THE_SEASON,
    C_DECADE,
    C_HOLIDAY,
    C_WEEKEND,
    /* units; value: a letter, see unit_letter() */
    C_UNIT,
    C_THE_UNIT,
    C_DUAL,
    C_THE_DUAL,
    C_UNITS,
    C_THE_UNITS,
    C_DAY_PAIR,
    C_YEAR_PAIR,
    C_MONTH_DUAL,
    C_QUARTER,
    C_HALF_YEAR,
    C_FRACTION,
    C_WHOLE,
    /* pointers */
    C_DEICTIC,
    C_NIGHT,
    C_MIDNIGHT,
    C_MIDNIGHT_OF,
    C_POD,
    C_THE_POD,
    C_POD_EVE,
    C_POD_ADV,
    C_AM,
    C_PM,
    C_REL,
    C_REL_WEAK,
    C_REL_NEXT,
    C_RECENT,
    C_SAME,
    C_DEM,
    C_DEM_FAR,
    C_WHICH,
    C_ELAPSED,
    C_REF,
    C_REF_IN,
    C_REF_TIME, /* earlier, later: of a day or alone */
    C_THEN,
    C_ADVERB_SET,
    /* little words */
    C_FEW,
    C_FEW_BEFORE,
    C_APPROX,
    C_APPROX_AFTER,
    C_OF_TIME, /* (a decade) of time */
    C_PART,
    C_OF,
    C_IN,
    C_TO,
    C_BETWEEN,
    C_AND,
    C_OR,
    C_ARTICLE,
    C_BEFORE,
    C_AFTER,
    C_SINCE,
    C_FOR,
    C_EVERY,
    C_EXCEPT,
    C_CLOCKWORD,
    C_AT,
    C_ERA_G,
    C_ERA_H,
    C_ERA_S, /* Persian solar */
    C_HEAD,
    C_CUE,
    C_NAMED_DAY,
    C_WEEKDAY_HEAD,
    C_WEEKDAY_TAIL,
    C_TODAY_HEAD,
    C_AGE_HEAD,
    C_ZONE, /* by Greenwich time */
    C_AGREEING,
    C_YEAR_KIND,
    C_REF_AHEAD,
    C_REF_AFTER,
    C_REF_BACK,
    C_MIDNIGHT_BARE,
    C_COUNTED, /* people and things that are counted, not years */
    C_HALF,
    C_GENERAL,   /* before the word for year: there it means general */
    C_TURN,      /* once, twice; 0: times, with a number */
    C_YEAR_HEAD, /* what is told apart by its year: elections, wars */
    /* marks */
    C_SLASH,
    C_OPEN,
    C_CLOSE,
    C_COMMA,
    C_DASH,
    C_COLON,
    C_CLASSES
} time_class;

typedef struct time_reading {
    uint8_t class; /* time_class */
    uint8_t aux;
    uint16_t clitics;
    int32_t value;
    uint32_t row;        /* of the time table, or UINT32_MAX */
    uint32_t first, end; /* tokens; equal where the reading is only a clitic (wa-) */
} time_reading;

typedef struct time_lattice {
    const time_reading *v;
    const uint32_t *first; /* readings of token i are v[first[i]] .. v[first[i + 1]] */
} time_lattice;

enum { RULE_ELEMENTS = 10, RULE_CLASSES = 6, MAX_CAPTURES = 24 };

/* Groups of alternatives that rules refer to; G_TOP are the rules themselves. */
typedef enum time_group {
    G_NONE,
    G_TOP,
    G_DAY,
    G_DAYMONTH,
    G_MONTH,
    G_YEAR,
    G_GROUPS
} time_group;

typedef enum element_flag {
    E_MAY = 1, /* may be absent */
    E_OUT = 2  /* needed but not part of the span */
} element_flag;

/* One place of a rule: a reading of one of some classes, or a group.  All zero: the end. */
typedef struct rule_element {
    uint8_t flags, group;
    char unit; /* 0, or the unit letter wanted */
    uint8_t class[RULE_CLASSES];
} rule_element;

typedef struct time_context time_context;
typedef struct time_hit time_hit;
typedef struct time_meaning time_meaning;
typedef struct time_rule time_rule;

struct time_rule {
    const char *id;
    uint8_t group; /* time_group it is an alternative of */
    bool (*build)(time_context *c, const time_hit *h,
                  time_meaning *m);                          /* false: no match after all */
    bool (*guard)(const time_context *c, const time_hit *h); /* NULL: none */
    rule_element element[RULE_ELEMENTS];
};

struct time_hit {
    const time_rule *rule;
    const time_rule *day; /* the alternative of G_DAY inside it, or NULL */
    uint32_t first, end;  /* tokens it takes */
    uint32_t span_first, span_end;
    const time_reading *capture[MAX_CAPTURES];
    uint32_t n;
};

/* What an expression means. */
struct time_meaning {
    time_type type;
    int32_t first, last; /* days, or CALENDAR_NONE */
    char
        grain; /* D W M Y, R range, S season, Q quarter, E decade, C century; 0: `value` as given */
    bool anchored;
    uint8_t calendar; /* wq_calendar of the words */
    bool settled;     /* words of another calendar say which day a Hijri date is */
    wq_str value, mod, quant, freq, conflict;
    wq_str of_day; /* of a TIME whose day is not known: "MO", "10:30" */
};

/* A set of rules. */
enum { RULE_WORDS = 3, RULE_MOST = 64 * RULE_WORDS };
typedef struct rule_set {
    uint64_t bits[RULE_WORDS];
} rule_set;

/* A day of the Hijri or Persian calendar that was asked for before. */
typedef struct time_known_day {
    uint32_t date; /* of date.c; 0: none yet */
    int32_t day;
} time_known_day;
enum { KNOWN_BITS = 8, KNOWN_DAYS = 1 << KNOWN_BITS };

/* What can begin a rule, and what else is the same for every text. */
typedef struct time_begins {
    rule_set with[C_CLASSES];    /* the rules that can begin with the class */
    rule_set of_group[G_GROUPS]; /* and those of the group */
    rule_set of_many;            /* and those that take more than one reading */
    rule_set second[C_CLASSES];  /* of these the ones that can have the class second */
    uint8_t *row_kind; /* of lattice.c, per row of the time table; 0: not yet asked */
    time_known_day *known_day; /* of date.c, KNOWN_DAYS of them */
} time_begins;

struct time_context {
    const lexicon *lex;
    arena *mem;
    const text_part *part;
    time_lattice lattice;
    const time_begins *begins;
    uint32_t *missing; /* per token the groups that are known not to be there (match.c) */
    uint32_t sentence_first, sentence_end; /* tokens */
    int32_t today; /* moved where the text shows that it is older than its date */
    int32_t last_first, last_last; /* days mentioned last */
    int32_t weekday[7]; /* from Monday on, the day it meant last, or CALENDAR_NONE */
    wq_str last_value;
    char last_grain;
    uint32_t last_end;  /* token after the expression mentioned last */
    bool last_is_limit; /* it is the end of a stretch: until Thursday */
};

/* The day of a C_FULL's figures in this calendar, or CALENDAR_NONE. */
int32_t time_full_day(wq_str form, wq_calendar calendar);

/* Readings of all tokens of the part. */
time_lattice time_read(const time_context *c);

extern const time_rule time_rules[];
extern const size_t time_n_rules;

/* Fills `c->begins`. */
void time_prepare(time_context *c);

/* The longest rule of `group` at `token`, of equals the first; false where none fits. */
bool time_match(const time_context *c, time_group group, uint32_t token, time_hit *out);

/* The nth captured reading whose class is one of two (C_NONE: only the first), or NULL. */
const time_reading *time_captured(const time_hit *h, time_class a, time_class b,
                                  uint32_t nth);

/* As below for the token alone: nearest verb forms and words like "scheduled"; 0 where it is no such word. */
int time_tense_of(const time_context *c, uint32_t token);

/* The clause around tokens [first, end) looks back (-1), tells of the present (1), which is often the near future,
 * looks ahead (2), or doesn't say (0).                                                                       */
int time_tense(const time_context *c, uint32_t first, uint32_t end);

bool time_has(const time_context *c, uint32_t token, time_class class);

/* The value of a TIMEX3 for a stretch of days of this grain. */
wq_str time_print(arena *a, char grain, int32_t first, int32_t last);

/* open.c: the TIMEX3 value of a match in an article without date, with an X for each figure that only that date would tell
 * ("XXXX-WXX-5"); empty where nothing is known.                                                                       */
wq_str time_open_value(const time_context *c, const time_hit *h, const time_meaning *m);

#endif
