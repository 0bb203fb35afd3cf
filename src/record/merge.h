/* Merging: which mentions are of one event.
 *
 * Mentions of a block (block.c) are compared pair by pair (pair.c): who, when and where give a score, and some things
 * forbid.  Pairs above the threshold are joined, best first, as long as no two mentions of the joined events forbid
 * each other (cluster.c).  All of it depends on what the documents say and when they were published, not on the order
 * in which they were added.                                                                                          */
#ifndef WAQAI_MERGE_H
#define WAQAI_MERGE_H

#include "base/base.h"

#define MERGE_THRESHOLD        0.62
#define MERGE_THRESHOLD_VERBAL 0.66 /* of two accusations only those who make them tell */
#define MERGE_THRESHOLD_VAGUE \
    0.74 /* force without a town, as in "raids on Yemen", and without the same toll */

typedef struct merge_party {
    wq_str id, country, role, name; /* name folded */
    wq_str surname;                 /* folded, of a person, or unknown */
    wq_str town; /* folded, of a country called by another name, or unknown */
    bool
        person; /* a human being, by the lexicon's kind, or by a name and a country without a row there */
    bool named;  /* has a name of his, her or its own and is no country */
    bool listed; /* in the lexicon */
    bool is_country;
} merge_party;

typedef enum merge_status {             /* what a mention says has become of the event */
                            MERGE_MADE, /* occurred, ongoing */
                            MERGE_PLANNED,
                            MERGE_POSTPONED, /* still planned */
                            MERGE_CANCELLED,
                            MERGE_DENIED,
                            MERGE_IDEA /* proposed, hypothetical */
} merge_status;

enum { MERGE_SIDES = 2, MERGE_SIZES = 2 }; /* actor, recipient; dead, injured */

typedef struct merge_mention {
    wq_str id, type, mode, sha256, status_word;
    wq_str before, before_why;      /* the event it was in and why, or p == NULL */
    int64_t document, original;     /* original: of near-copies, or the same */
    int32_t published, first, last; /* days; CALENDAR_NONE */
    uint32_t at;                    /* where its trigger stands */
    merge_status status;
    int64_t place; /* row, 0: none */
    wq_str place_name, place_country;
    bool specific; /* the place is more than a country */
    merge_party *side[MERGE_SIDES];
    uint32_t n_side[MERGE_SIDES];
    int64_t size[MERGE_SIZES]; /* 0: not said */
    bool force;
    bool is_new; /* of a document not settled yet */
    /* outcome */
    uint32_t cluster; /* index of its first mention */
    double score;     /* of the best pair that holds it there; 0: alone */
    const struct merge_mention *best;
} merge_mention;

typedef struct merge_block {
    merge_mention *v; /* in the order of merge_order() */
    uint32_t n;
} merge_block;

typedef enum merge_verdict {
    MERGE_FORBIDDEN, /* can't be one event */
    MERGE_NEUTRAL,   /* may be, if others join them */
    MERGE_LINK       /* probably are; the score tells how probably */
} merge_verdict;

typedef struct merge_match {
    double date, who, place; /* 0..1 each */
    double score;
} merge_match;

/* ---- block.c ---- */
/* p == NULL: nothing is known that another mention could share. */
wq_str block_of(arena *a, const wq_event *e);
bool family_is_force(wq_str type);

/* ---- pair.c ---- */
merge_verdict merge_pair(const merge_mention *a, const merge_mention *b, merge_match *out);
bool merge_same_place(const merge_mention *a, const merge_mention *b);
/* Dates, or the place of an act of force, that could be of several events. */
bool merge_is_loose(const merge_mention *m);

/* ---- who.c ---- */
/* How well those who take part agree, 0..1; below 0: they forbid it. */
double merge_who(const merge_mention *a, const merge_mention *b);
bool merge_sizes_agree(const merge_mention *a,
                       const merge_mention *b); /* as many dead, or injured */
/* The same family name, one of them in no lexicon, and no other office: a first name may be wrong. */
bool merge_maybe_same(const merge_party *a, const merge_party *b);

/* ---- cluster.c ---- */
/* Gives every mention its cluster. */
void merge_cluster(arena *a, merge_block *block);
/* By day of publication, document, place in it: the first mention of a cluster names the event. */
int merge_order(const void *a, const void *b);

#endif
