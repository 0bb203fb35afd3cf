/* An event put together from its mentions. */
#ifndef WAQAI_GATHER_H
#define WAQAI_GATHER_H

#include "record/load.h"

typedef struct told { /* what one mention contributes */
    wq_str id, type, mode, plover, cameo, status, date, why;
    int64_t quad, place, document, original, outlet; /* 0: unknown */
    wq_str place_name;
    int64_t geonames;
    double confidence;
    int32_t published, first, last;
    merge_status stage;
} told;

typedef struct taking_part {
    merge_party who; /* id: of whom it counts for */
    wq_str sector;
    wq_str shown;     /* the name as it is written */
    uint32_t mention; /* index of the mention */
    uint8_t side;     /* 0 actor, 1 recipient */
} taking_part;

typedef struct counted {
    wq_str kind;
    int64_t least, most; /* most 0: open */
    uint32_t mention;
    bool approximate;
} counted;

typedef struct gathered {
    wq_str id;
    told *v; /* by day of publication, then what became of it, then document */
    uint32_t n;
    taking_part *part;
    uint32_t n_parts;
    counted *size;
    uint32_t n_sizes;
} gathered;

typedef enum gather_stmt {
    G_MENTIONS,
    G_PARTS,
    G_SIZES,
    G_DELETE_PARTICIPANT,
    G_DELETE_HISTORY,
    G_DELETE_DISAGREEMENT,
    G_DELETE_EVENT,
    G_EVENT,
    G_PARTICIPANT,
    G_HISTORY,
    G_DISAGREEMENT,
    G_STMTS
} gather_stmt;

typedef struct gatherer {
    wq_record *record;
    db_query stmt[G_STMTS];
    bool fresh; /* no event has been made before: nothing is to be deleted */
    wq_error *err;
} gatherer;

wq_status gatherer_open(wq_record *r, gatherer *out, wq_error *err);
void gatherer_close(gatherer *g);
/* Makes the rows of one event anew; removes them where no mention is left. */
wq_status gather_event(gatherer *g, arena *a, wq_str id);

/* ---- participants.c, history.c, disagree.c ---- */
wq_status gather_participants(gatherer *g, arena *a, const gathered *e);
wq_status gather_history(gatherer *g, arena *a, const gathered *e);
wq_status gather_disagreements(gatherer *g, arena *a, const gathered *e);

/* The mention whose date, place... stands for the event; -1 where none has one. */
int32_t gather_date(const gathered *e);

bool gather_days_apart(const told *a, const told *b);

#endif
