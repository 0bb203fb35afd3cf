/* export.h - a record in the formats of other programs.  docs/export.md says which columns they have
 * and what each of them can't hold.  Conventions are those of waqai.h.                             */
#ifndef WAQAI_EXPORT_H
#define WAQAI_EXPORT_H

#include <waqai/query.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The nth format's name (from 0) and one line about it; NULL behind the last. */
WQ_API const char *wq_export_format(unsigned nth, const char **about);

/* Writes the events that `filter` (may be NULL) lets pass.  `excel` is for "csv": as in wq_layout.
 * *written (may be NULL) counts events, or documents where the format is one of documents.
 * Fails with WQ_E_USE (no such format; a format of texts for a record without any), WQ_E_IO where
 * the sink gives 0, and as questions do.                                                        */
WQ_API WQ_NODISCARD wq_status wq_export(wq_record *record, const char *format,
                                        const wq_filter *filter, int excel, wq_sink *sink,
                                        void *to, uint64_t *written, wq_error *err);

#ifdef __cplusplus
}
#endif
#endif
