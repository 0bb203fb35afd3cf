/* Corrections laid over what the program says.
 *
 * A mention has the event the program puts it in (`cluster`) and the one it is in (`event_id`); a correction changes only
 * the second.  An event is named by its first mention, so an id in a correction leads to wherever that mention is now,
 * also after events have been merged anew.                                                                          */
#ifndef WAQAI_OVERLAY_H
#define WAQAI_OVERLAY_H

#include "record/record.h"

/* An event or mention, by its form; else an actor. */
bool correction_of_event(wq_str subject);

/* Rows of the file into the table correction; fails with WQ_E_FORMAT, naming file and line. */
wq_status corrections_read(wq_record *r, wq_str text, const char *name, uint32_t *n,
                           wq_error *err);

/* Takes all corrections back; the events concerned go into temp.changed. */
wq_status overlay_undo(wq_record *r, wq_error *err);
/* Lays all but recodings on, in order, in place of what was; the events concerned go into temp.changed. */
wq_status overlay_apply(wq_record *r, wq_error *err);
/* Recodings, on the finished rows of events. */
wq_status overlay_recode(wq_record *r, wq_error *err);

#endif
