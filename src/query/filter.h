/* What a wq_filter asks of events, as SQL. */
#ifndef WAQAI_QUERY_FILTER_H
#define WAQAI_QUERY_FILTER_H

#include <waqai/query.h>

#include "query/question.h"

/* Who was meant: the actors of a country, or some actors. */
typedef struct party {
    wq_str country; /* p == NULL: `ids` */
    wq_str ids;     /* a JSON array of ids of actors */
} party;

/* Fails with WQ_E_USE where nobody is known by that name. */
wq_status party_find(question *q, const char *word, party *out, wq_error *err);
/* Asks that the row `alias` (with columns actor_id and country) is of the party. */
void ask_party(question *q, const char *alias, const party *p);

/* " AND ..." for every wish of the filter, about the event `e`. */
wq_status ask_filter(question *q, const wq_filter *filter, wq_error *err);
/* " AND ..." for the outlets that the filter wants as source or panel, about the document `d`. */
wq_status ask_reporters(question *q, const wq_filter *filter, wq_error *err);
/* The same and the time, of publication. */
wq_status ask_documents(question *q, const wq_filter *filter, wq_error *err);
void ask_limit(question *q, const wq_filter *filter);

/* The first column of the first row, copied; p == NULL where there is none.  `value` is ?1. */
wq_status look_up(question *q, const char *sql, wq_str value, wq_str *out, wq_error *err);
/* `in` folded as the record folds. */
wq_str folded(arena *a, wq_str in);

#endif
