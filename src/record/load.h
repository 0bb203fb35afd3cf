/* Mentions from the tables, a block at a time. */
#ifndef WAQAI_RECORD_LOAD_H
#define WAQAI_RECORD_LOAD_H

#include "record/merge.h"
#include "record/record.h"

typedef struct loader {
    wq_record *record;
    db_query mentions, parties, sizes; /* of one block */
} loader;

wq_status loader_open(wq_record *r, loader *out, wq_error *err);
void loader_close(loader *l);
/* All mentions of the block, in the arena. */
wq_status loader_block(loader *l, arena *a, wq_str block, merge_block *out, wq_error *err);

/* A party from columns `at`...: id, country, role, kind, named, listed, name_folded, surname. */
merge_party party_read(const db_query *q, arena *a, int at);
/* From the status of a mention and its reasons (lines). */
merge_status stage_of(wq_str word, wq_str why);
int32_t day_from_text(wq_str day);         /* CALENDAR_NONE where NULL */
wq_str day_to_text(arena *a, int32_t day); /* p == NULL for CALENDAR_NONE */

#endif
