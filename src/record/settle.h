/* Steps of settling that corrections take part in. */
#ifndef WAQAI_SETTLE_H
#define WAQAI_SETTLE_H

#include "record/record.h"

/* temp.changed: events whose rows are to be made anew; temp.touched: blocks to be merged anew.  Emptied only by
 * settle(), so that what was noted before it counts.                                                          */
wq_status settle_lists(wq_record *r, wq_error *err);
/* Finds the near-copies among new documents and those near them in time. */
wq_status settle_copies(wq_record *r, wq_error *err);
/* Lists persons whose first names differ. */
wq_status settle_names(wq_record *r, wq_error *err);
/* Makes the rows of the events listed in temp.changed anew. */
wq_status settle_events(wq_record *r, wq_error *err);

#endif
