/* What the record keeps of one document, prepared in a worker. */
#ifndef WAQAI_ENTRY_H
#define WAQAI_ENTRY_H

#include "base/base.h"

enum { SHA256_HEX = 64 };

typedef struct entry_sentence {
    wq_span span, folded; /* of the part as written, and as folded */
} entry_sentence;

typedef struct entry_actor { /* a way in which the document names somebody */
    wq_str id, name, text, country, sector, role;
    const wq_str *sectors;
    uint32_t n_sectors, mentions;
    wq_span span; /* of the first */
} entry_actor;

/* Unknown slices have p == NULL.  Everything lives in `mem`. */
struct wq_entry {
    arena mem;
    char sha256[SHA256_HEX + 1], text_sha256[SHA256_HEX + 1];
    wq_str key, saved_as, url, outlet, byline, published, published_day, published_from;
    wq_str title, text, title_folded, text_folded;
    uint32_t characters; /* of text */
    entry_sentence *sentences;
    uint32_t n_sentences;
    entry_actor *actors;
    uint32_t n_actors;
    wq_event *events; /* `id` is that of the mention */
    uint32_t n_events;
    wq_timex *times;
    uint32_t n_times;
    wq_quote *quotes;
    uint32_t n_quotes;
    wq_str shingles; /* nearcopy.h; empty where the text is too short */
};

/* SHA-256 of a saved page: of its bytes, and, where its container states something of it (address, title, ...), of
 * those too, each behind a NUL. */
void entry_hash_page(const wq_page *page, char hex[SHA256_HEX + 1]);
void entry_hash_text(wq_str title, wq_str text, char hex[SHA256_HEX + 1]);
/* The id of a mention: of its document and where its trigger stands; `nth` of those on that trigger. */
wq_str entry_mention_id(arena *a, const char *sha256, wq_span trigger, uint32_t nth);

wq_str part_name(wq_part part);

#endif
