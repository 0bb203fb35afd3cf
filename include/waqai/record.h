/* record.h - the record: one SQLite file that remembers documents, merges what they say into events,
 * and shows where they disagree.  docs/record.md describes its tables and views, which any SQLite
 * client may read.
 *
 *   wq_record *record;
 *   wq_status st = wq_record_open("waqai.db", WQ_RECORD_CREATE, &record, &err);
 *   st = wq_record_begin(record, engine, &(wq_run){ .now = "2024-09-05T10:00:00Z" }, &err);
 *   ... for each page: wq_code(), then
 *       st = wq_entry_new(page, doc, &entry, &err);     // in any thread
 *       st = wq_record_add(record, entry, &added, &err); // in the record's thread
 *       wq_entry_free(entry);
 *   st = wq_record_commit(record, &err);                 // now and then: what is added is kept
 *   st = wq_record_end(record, &err);                    // finds near-copies and events
 *   wq_record_close(record);
 *
 * A record belongs to one thread at a time; several processes may read it while one writes.  Whatever
 * fails leaves the file as it was at the last commit, and so does a process that is killed.
 *
 * Failures: WQ_E_IO (the file can't be opened, is read-only, locked by another program, or the disk is
 * full), WQ_E_FORMAT (a file that is no record, of a newer schema, or damaged), WQ_E_NOMEM, WQ_E_USE.  */
#ifndef WAQAI_RECORD_H
#define WAQAI_RECORD_H

#include <waqai/waqai.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct wq_record wq_record;

typedef enum wq_record_mode {
    WQ_RECORD_READ,  /* the file must exist; nothing is written to it */
    WQ_RECORD_WRITE, /* the file must exist; an older schema is brought up to date */
    WQ_RECORD_CREATE /* as _WRITE; made where it does not exist or is empty */
} wq_record_mode;

/* `path` is the file.  A database of another program is refused and left alone. */
WQ_API WQ_NODISCARD wq_status wq_record_open(const char *path, wq_record_mode mode,
                                             wq_record **out, wq_error *err);
/* Gives up what was added since the last commit. */
WQ_API void wq_record_close(wq_record *record);

/* ---- adding ------------------------------------------------------------------------------ */

typedef struct wq_run {
    const char *now;     /* ISO 8601, UTC; the library has no clock */
    const char *options; /* kept for the reader: how the program was called, or NULL */
    int no_bodies; /* article texts, evidence and quotations are not kept, their spans are */
} wq_run;

/* Begins a run.  `engine` must outlive it; its code books and tenures go into the record. */
WQ_API WQ_NODISCARD wq_status wq_record_begin(wq_record *record, const wq_engine *engine,
                                              const wq_run *run, wq_error *err);

/* What a record keeps of one document, worked out beforehand so that the thread of the record has
 * little to do.  Needs neither `page` nor `doc` afterwards.                                       */
typedef struct wq_entry wq_entry;
WQ_API WQ_NODISCARD wq_status wq_entry_new(const wq_page *page, const wq_document *doc,
                                           wq_entry **out, wq_error *err);
WQ_API size_t wq_entry_size(const wq_entry *entry); /* bytes of memory */
WQ_API uint32_t wq_entry_events(const wq_entry *entry);
WQ_API void wq_entry_free(wq_entry *entry);

/* *known becomes 1 where the same bytes, stated by their container in the same way, are in the record. */
WQ_API WQ_NODISCARD wq_status wq_record_knows(wq_record *record, const wq_page *page,
                                              int *known, wq_error *err);

/* *added (may be NULL) becomes 0 where the record knew the page: nothing is changed then. */
WQ_API WQ_NODISCARD wq_status wq_record_add(wq_record *record, const wq_entry *entry,
                                            int *added, wq_error *err);
WQ_API WQ_NODISCARD wq_status wq_record_commit(wq_record *record, wq_error *err);
/* Works out near-copies, events, histories and disagreements where documents were added (also by an
 * earlier run that was broken off), lays the corrections over them, and commits.  The outcome does
 * not depend on the order of the documents.                                                       */
WQ_API WQ_NODISCARD wq_status wq_record_end(wq_record *record, wq_error *err);

/* ---- what a record is ------------------------------------------------------------------------ */

typedef struct wq_record_info {
    int schema;    /* version of the tables */
    int no_bodies; /* 1: some of its documents have no text */
    uint64_t documents, outlets, mentions, events, actors, copies, corrections, runs;
    uint64_t unsettled;       /* documents that wq_record_end() has not seen yet */
    char first[11], last[11]; /* days of publication, or "" */
    char lexicon[17];         /* hash of the last run's */
} wq_record_info;
WQ_API WQ_NODISCARD wq_status wq_record_about(wq_record *record, wq_record_info *out,
                                              wq_error *err);

/* ---- corrections -------------------------------------------------------------------------------- */

/* Lays the corrections of a file (`text`; `name` for messages) over the record, in place of those it had;
 * *n (may be NULL) counts them.  They are kept apart from what the program says, hold for documents added
 * later, and a file of the header alone takes them back.  One per line, parted by tabs (docs/record.md):
 *
 *      verb    subject           field   value             note
 *      merge   2f0c...           -       91ab...           two reports of one visit
 *      recode  2f0c...           status  occurred          -
 *      rename  bogdanov_mikhail  -       the right name    -
 *
 * Fails with WQ_E_FORMAT: "FILE:LINE: what was wanted, what was found"; the record is as before then.  */
WQ_API WQ_NODISCARD wq_status wq_record_correct(wq_record *record, wq_str text,
                                                const char *name, uint32_t *n,
                                                wq_error *err);
/* The same file, to be kept or laid over another record. */
WQ_API WQ_NODISCARD wq_status wq_record_corrections(wq_record *record, wq_text *out,
                                                    wq_error *err);

/* ---- checking and comparing -------------------------------------------------------------------- */

/* Reads every stored hash, span and reference again.  *n findings come as text (owned), one a line:
 * "document 17: trigger of 2b0c...: [31, 34) is "...", not "..."".  None: *n is 0, the text empty.  */
WQ_API WQ_NODISCARD wq_status wq_record_verify(wq_record *record, wq_text *findings,
                                               uint32_t *n, wq_error *err);

/* What is in one of two records only ("- " in this, "+ " in that at `path`) or differs ("~ "): documents
 * by the hash of their pages, mentions by document and trigger, events by their first mention.        */
WQ_API WQ_NODISCARD wq_status wq_record_diff(wq_record *record, const char *path,
                                             wq_text *differences, uint32_t *n,
                                             wq_error *err);

#ifdef __cplusplus
}
#endif
#endif
