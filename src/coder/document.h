/* A document: one arena, and what every stage left in it. */
#ifndef WAQAI_DOCUMENT_H
#define WAQAI_DOCUMENT_H

#include "coder/desks.h"
#include "event/event.h"
#include "page/page.h"

struct wq_engine {
    const lexicon *lex;
    lexicon *own; /* of lexicon_dir, or NULL */
    size_t arena_limit;
    desks *desks;
};

typedef struct coder_part {
    text_part text;
    time_list times;
    place_list places;
    actor_list actors;
    clause_sentence *sentences;
} coder_part;

struct wq_document {
    arena mem;
    const lexicon *lex;
    page_article page;
    word_memory *words; /* while it is being coded; or NULL */
    int32_t published;  /* day */
    size_t uncoded;     /* bytes at the end of the text that no stage has read */
    coder_part part[2]; /* by wq_part */
    event_result found;
    wq_timex *times;
    uint32_t n_times;
    bool misses; /* near misses are noted */
};

/* ---- stages, for the bench and the tests ---- */
void coder_stages(wq_document *doc); /* everything after the page stage */

/* Codes the article of `doc` once more, into `again`, which takes nothing over from it but the page: there near misses are noted,
 * and tokens keep their readings, which explain shows.  False where memory does not reach.  Its arena is the caller's to free. */
bool coder_again(const wq_document *doc, wq_document *again);

/* ---- writers ---- */
void write_document_json(const wq_document *doc, buf *out);
void write_events_json(const wq_document *doc, buf *out);
void write_events_table(const wq_document *doc, buf *out);
void write_times_json(const wq_document *doc, buf *out);
void write_timeml(const wq_document *doc, buf *out);
void write_times_table(const wq_document *doc, buf *out);
/* The formats of rows; false where `format` is another. */
bool write_rows(const wq_document *doc, wq_format format, buf *out);
struct wq_rows *event_rows(const wq_document *doc); /* NULL where memory ran out */
struct wq_rows *time_rows(const wq_document *doc);  /* the same */
void write_case(const wq_document *doc, buf *out);
void write_explain(const wq_document *doc, buf *out);

/* A cell for a terminal: on one line, its direction kept to itself. */
void write_isolated(buf *out, wq_str s);

const char *status_name(wq_status_of_event status);

#endif
