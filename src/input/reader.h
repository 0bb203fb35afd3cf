/* Inside the reader: what the formats share. */
#ifndef WAQAI_READER_H
#define WAQAI_READER_H

#include <sys/stat.h>

#include "input/feed.h"
#include "input/saved.h"
#include "input/sniff.h"
#include "input/stream.h"
#include "input/walk.h"

enum { MAX_REASONS = 32, REASON_LENGTH = 48 };

typedef struct skip_reason {
    char text[REASON_LENGTH];
    uint64_t n;
} skip_reason;

struct wq_reader {
    size_t limit;       /* bytes of one page */
    char published[64]; /* --published, or "" */
    struct stat except; /* st_ino 0: none */
    walk tree;          /* the files to come */
    bool in_folder;
    bool began; /* the single file of a path has been opened */
    char *path; /* as given */
    char *name; /* of the open file, fit for a message */
    bool open;
    sniffed kind;
    stream in;
    uint64_t line;        /* JSON: of the window's first byte, from 1 */
    uint64_t nth;         /* WARC: record, from 1 */
    bool lost;            /* WARC: the next record has to be looked for */
    wq_error pending;     /* WARC: damage behind a record that was sound */
    feed *items;          /* a feed being split: the file, or the WARC record `nth` */
    char crawled[40];     /* when it was fetched, or "" */
    uint64_t done, total; /* bytes of files closed; of all, 0 unknown */
    uint64_t records, failures;
    skip_reason
        reasons[MAX_REASONS]; /* in order of appearance; the last gathers the rest */
    unsigned n_reasons;
};

/* Counts an item passed over; `why` is a noun ("image"), cut to REASON_LENGTH. */
void reader_skip(wq_reader *r, const char *why);

/* A new record from `filled`, whose slices are copied, with name "FILE" or, where nth is not 0,
 * "FILE:nth", and the reader's default date.                                                    */
wq_status reader_give(wq_reader *r, const wq_page *filled, uint64_t nth, wq_page **out,
                      wq_error *err);

/* "more than the 64 MiB ...", for an item of `size` bytes (0: not known). */
wq_status reader_too_large(const wq_reader *r, uint64_t nth, uint64_t size, wq_error *err);

/* Has `bytes`, a feed, split into items, which come before what else the file holds. */
wq_status reader_split(wq_reader *r, wq_str bytes, wq_str crawled, wq_error *err);

/* The next record of the open file: WQ_OK, WQ_END at its end, or an error. */
wq_status lines_next(wq_reader *r, wq_page **out, wq_error *err);
wq_status values_next(wq_reader *r, wq_page **out, wq_error *err);
wq_status warc_next(wq_reader *r, wq_page **out, wq_error *err);

/* A record with copies of what `filled` points to. */
wq_status record_make(const wq_page *filled, wq_page **out, wq_error *err);

#endif
