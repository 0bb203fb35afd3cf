/* query.h - questions to the record.  Each gives rows (rows.h), the caller's to free; the record must
 * outlive them.  Conventions are those of waqai.h.
 *
 *   wq_filter filter = { .between = { "RUS", "SYR" }, .since = "2020", .types = "CONSULT" };
 *   wq_rows *rows;
 *   st = wq_timeline(record, &filter, &rows, &err);                                               */
#ifndef WAQAI_QUERY_H
#define WAQAI_QUERY_H

#include <waqai/record.h>
#include <waqai/rows.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What an event must be to be counted among the answers; NULL and 0 ask for nothing.
 * Who: a country (RUS), the id of an actor, or a name as the press writes it (looked up in the lexicon
 * and in the record, folded).  Lists are parted by commas and mean "one of".
 * Wrong values fail with WQ_E_USE; err->text says what is allowed.                                 */
typedef struct wq_filter {
    const char
        *between[2];   /* who: one does it, the other takes part; in either direction */
    const char *actor; /* who: takes part on any side */
    const char *types, *modes, *statuses; /* CONSULT,AID  visit  planned,occurred */
    const char *since, *until; /* 2020, 2020-09 or 2020-09-07: it overlaps that time */
    const char *place;         /* a country, a GeoNames id, or a name */
    const char *source;        /* an outlet, or who is quoted for it: a name or an id */
    unsigned min_reports;      /* reports that are no near-copies of one another */
    double min_confidence;     /* 0 to 1, of the surest mention; 0: all */
    int panel; /* 1: only reports of outlets that were read in every month of the time asked for */
    unsigned limit; /* rows; 0: all */
} wq_filter;

/* Events in the order of their days. */
WQ_API WQ_NODISCARD wq_status wq_timeline(wq_record *record, const wq_filter *filter,
                                          wq_rows **out, wq_error *err);

/* What is known of one event.  `id` is the event's, or the beginning of it where only one event has it. */
typedef enum wq_part_of_event {
    WQ_EVENT,         /* one row */
    WQ_PARTICIPANTS,  /* who, on which side, named how */
    WQ_HISTORY,       /* announced, made, postponed... */
    WQ_MENTIONS,      /* what each document says, with its sentence */
    WQ_CLAIMS,        /* who is quoted for it */
    WQ_DISAGREEMENTS, /* values that reports give differently */
    WQ_PARTS_OF_EVENT
} wq_part_of_event;
WQ_API const char *wq_part_name(wq_part_of_event part); /* "event", "participants"... */
/* Fails with WQ_E_USE where no or more than one event has that id. */
WQ_API WQ_NODISCARD wq_status wq_show(wq_record *record, const char *id,
                                      wq_part_of_event part, wq_rows **out, wq_error *err);

/* Documents that hold all `words`, best first, and their sentences.  Words are found in any spelling that
 * folding makes equal, and behind proclitics; word* finds what begins so; "several words" in double quotes are found as written. */
WQ_API WQ_NODISCARD wq_status wq_search(wq_record *record, const char *words,
                                        const wq_filter *filter, wq_rows **out,
                                        wq_error *err);

/* Numbers of events by what `by` lists: day month year type mode quad status dyad actor recipient place
 * source.  Columns: those, then events, reports, independent reports, and the number of articles that were
 * read: in the same time where `by` has one, from the same outlet where it has source.                 */
WQ_API WQ_NODISCARD wq_status wq_count(wq_record *record, const char *by,
                                       const wq_filter *filter, wq_rows **out,
                                       wq_error *err);

typedef struct wq_network_options {
    int nodes;         /* 1: the nodes, else the edges */
    const char *level; /* what nodes are: "country" (default) or "actor" */
    const char *by;    /* edges apart by day, month, year, type, quad (a list), or NULL */
} wq_network_options;
/* Who acts on whom, how often: from actor to recipient, and without direction between those who act
 * together.  Those of unknown country are no nodes of the level "country".                         */
WQ_API WQ_NODISCARD wq_status wq_network(wq_record *record,
                                         const wq_network_options *options,
                                         const wq_filter *filter, wq_rows **out,
                                         wq_error *err);

/* Where reports of one event contradict each other: a row per value. */
WQ_API WQ_NODISCARD wq_status wq_conflicts(wq_record *record, const wq_filter *filter,
                                           wq_rows **out, wq_error *err);

#ifdef __cplusplus
}
#endif
#endif
