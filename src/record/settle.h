/* Steps of settling that corrections take part in. */
#ifndef WAQAI_SETTLE_H
#define WAQAI_SETTLE_H

#include "record/record.h"

/* Makes the rows of the events listed in temp.changed anew. */
wq_status settle_events(wq_record *r, wq_error *err);

#endif
