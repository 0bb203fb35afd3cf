/* A document as the record keeps it: hashes, folded text, sentences, and copies of what the coder found. */
#include "record/entry.h"

#include <stdlib.h>

#include <nettle/sha2.h>

#include "base/utf8.h"
#include "coder/document.h"
#include "record/nearcopy.h"
#include "record/record.h"
#include "record/words.h"
#include "script/fold.h"

enum {
    FIRST_BLOCK = 16 * 1024
}; /* many entries wait to be written, most are of this size */

/* ---- hashes --------------------------------------------------------------------------------- */

static void add_str(struct sha256_ctx *h, wq_str s)
{
    sha256_update(h, s.n, (const uint8_t *)s.p);
}

static void finish(struct sha256_ctx *h, char hex[SHA256_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t sum[SHA256_DIGEST_SIZE];
    sha256_digest(h, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++) {
        hex[2 * i] = digits[sum[i] >> 4];
        hex[2 * i + 1] = digits[sum[i] & 15];
    }
    hex[SHA256_HEX] = '\0';
}

/* A plain file's hash is the one sha256sum prints: nothing is stated of it. */
void entry_hash_page(const wq_page *page, char hex[SHA256_HEX + 1])
{
    const wq_str stated[] = { page->id,     page->url,    page->title,
                              page->outlet, page->byline, page->published };
    struct sha256_ctx h;
    bool any = false;
    sha256_init(&h);
    add_str(&h, page->bytes);
    for (size_t i = 0; i < sizeof stated / sizeof *stated; i++)
        any = any || stated[i].n;
    for (size_t i = 0; any && i < sizeof stated / sizeof *stated; i++) {
        add_str(&h, (wq_str){ "", 1 });
        add_str(&h, stated[i]);
    }
    finish(&h, hex);
}

void entry_hash_text(wq_str title, wq_str text, char hex[SHA256_HEX + 1])
{
    struct sha256_ctx h;
    sha256_init(&h);
    add_str(&h, title);
    add_str(&h, (wq_str){ "", 1 });
    add_str(&h, text);
    finish(&h, hex);
}

wq_str entry_mention_id(arena *a, const char *sha256, wq_span trigger, uint32_t nth)
{
    uint32_t at[] = { trigger.part, trigger.start, trigger.end, nth };
    uint64_t h = hash_bytes(HASH_SEED, sha256, SHA256_HEX);
    for (size_t i = 0; i < sizeof at / sizeof *at; i++)
        for (int k = 0; k < 4; k++) { /* the same id on every machine */
            unsigned char byte = (unsigned char)(at[i] >> 8 * k);
            h = hash_bytes(h, &byte, 1);
        }
    return arena_printf(a, "%016llx", (unsigned long long)h);
}

wq_str part_name(wq_part part)
{
    return part == WQ_PART_TITLE ? STR("title") : STR("text");
}

/* ---- copies ------------------------------------------------------------------------------------ */

static wq_str keep(arena *a, wq_str s)
{
    return s.p ? arena_str(a, s.p, s.n) : s;
}

static const wq_str *keep_list(arena *a, const wq_str *v, uint32_t n)
{
    wq_str *out = ARENA_ARRAY(a, wq_str, n + 1);
    for (uint32_t i = 0; i < n; i++)
        out[i] = keep(a, v[i]);
    return out;
}

static wq_timex keep_time(arena *a, const wq_timex *t)
{
    wq_timex out = *t;
    wq_str *const all[] = { &out.text, &out.type,  &out.value, &out.mod,
                            &out.rule, &out.first, &out.last };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i] = keep(a, *all[i]);
    return out;
}

static const wq_actor *keep_actors(arena *a, const wq_actor *v, uint32_t n)
{
    wq_actor *out = ARENA_ARRAY(a, wq_actor, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        wq_actor *o = &out[i];
        *o = v[i];
        wq_str *const all[] = { &o->text,   &o->name, &o->id,    &o->country,
                                &o->sector, &o->role, &o->called };
        for (size_t k = 0; k < sizeof all / sizeof *all; k++)
            *all[k] = keep(a, *all[k]);
        o->sectors = keep_list(a, v[i].sectors, v[i].n_sectors);
    }
    return out;
}

static const wq_place *keep_place(arena *a, const wq_place *p)
{
    wq_place *out = ARENA_NEW(a, wq_place);
    *out = *p;
    out->text = keep(a, p->text);
    out->name = keep(a, p->name);
    out->country = keep(a, p->country);
    return out;
}

static const wq_source *keep_sources(arena *a, const wq_source *v, uint32_t n)
{
    wq_source *out = ARENA_ARRAY(a, wq_source, n + 1);
    for (uint32_t i = 0; i < n; i++)
        out[i] = (wq_source){ keep(a, v[i].text), keep(a, v[i].id), keep(a, v[i].cue),
                              keep(a, v[i].stance) };
    return out;
}

static const wq_size *keep_sizes(arena *a, const wq_size *v, uint32_t n)
{
    wq_size *out = ARENA_ARRAY(a, wq_size, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        out[i] = v[i];
        out[i].kind = keep(a, v[i].kind);
        out[i].text = keep(a, v[i].text);
    }
    return out;
}

static void keep_event(arena *a, const wq_event *e, wq_event *out)
{
    *out = *e;
    wq_str *const all[] = { &out->type,  &out->mode,         &out->plover,
                            &out->cameo, &out->trigger_text, &out->evidence_text };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i] = keep(a, *all[i]);
    out->contexts = keep_list(a, e->contexts, e->n_contexts);
    out->why = keep_list(a, e->why, e->n_why);
    out->actors = keep_actors(a, e->actors, e->n_actors);
    out->recipients = keep_actors(a, e->recipients, e->n_recipients);
    out->sources = keep_sources(a, e->sources, e->n_sources);
    out->sizes = keep_sizes(a, e->sizes, e->n_sizes);
    out->place = e->place ? keep_place(a, e->place) : NULL;
    if (e->date) {
        wq_timex *t = ARENA_NEW(a, wq_timex);
        *t = keep_time(a, e->date);
        out->date = t;
    }
}

static bool same_span(wq_span a, wq_span b)
{
    return a.part == b.part && a.start == b.start && a.end == b.end;
}

static void keep_events(wq_entry *e, const wq_document *doc)
{
    e->n_events = doc->found.n_events;
    e->events = ARENA_ARRAY(&e->mem, wq_event, e->n_events + 1);
    for (uint32_t i = 0; i < e->n_events; i++) {
        wq_event *out = &e->events[i];
        uint32_t nth = 0;
        keep_event(&e->mem, &doc->found.event[i], out);
        for (uint32_t k = i; k > 0 && same_span(e->events[k - 1].trigger, out->trigger);
             k--)
            nth++; /* events come in the order of their triggers */
        out->id = entry_mention_id(&e->mem, e->sha256, out->trigger, nth);
    }
}

static void keep_times(wq_entry *e, const wq_document *doc)
{
    e->n_times = doc->n_times;
    e->times = ARENA_ARRAY(&e->mem, wq_timex, e->n_times + 1);
    for (uint32_t i = 0; i < e->n_times; i++)
        e->times[i] = keep_time(&e->mem, &doc->times[i]);
}

static void keep_quotes(wq_entry *e, const wq_document *doc)
{
    e->n_quotes = doc->found.n_quotes;
    e->quotes = ARENA_ARRAY(&e->mem, wq_quote, e->n_quotes + 1);
    for (uint32_t i = 0; i < e->n_quotes; i++) {
        wq_quote *q = &e->quotes[i];
        *q = doc->found.quote[i];
        q->speaker = keep(&e->mem, q->speaker);
        q->speaker_id = keep(&e->mem, q->speaker_id);
        q->cue = keep(&e->mem, q->cue);
        q->content = (wq_str){ NULL, 0 }; /* its span says where it stands */
    }
}

/* ---- who is named ---------------------------------------------------------------------------------- */

static wq_str name_as_written(const text_part *p, const actor_mention *m, wq_span *span)
{
    bool named = m->name_last > m->name_first;
    *span = named ? text_span(p, m->name_first, m->name_last) : m->a.span;
    return named ? text_slice(p, m->name_first, m->name_last) : m->a.text;
}

/* Ways of naming seen so far, by hash: a list of names may be long. */
typedef struct actor_index {
    uint32_t *slot; /* 1 + index of entry.actors; 0: free */
    uint32_t n;     /* a power of two */
} actor_index;

static bool is_same(const entry_actor *x, const wq_actor *a, wq_str text)
{
    bool same =
        a->id.p ? x->id.p && str_eq(x->id, a->id) : !x->id.p && str_eq(x->name, a->name);
    return same && str_eq(x->text, text);
}

/* The slot of this way of naming, or the free one where it belongs. */
static uint32_t *find_actor(const wq_entry *e, const actor_index *index, const wq_actor *a,
                            wq_str text)
{
    wq_str who = a->id.p ? a->id : a->name;
    uint64_t h = hash_bytes(hash_bytes(HASH_SEED, who.p, who.n), text.p, text.n);
    uint32_t i = (uint32_t)(h ^ h >> 32) & (index->n - 1);
    while (index->slot[i] && !is_same(&e->actors[index->slot[i] - 1], a, text))
        i = (i + 1) & (index->n - 1);
    return &index->slot[i];
}

static void note_actor(wq_entry *e, const actor_index *index, const text_part *p,
                       const actor_mention *m)
{
    arena *a = &e->mem;
    wq_span span;
    wq_str text = name_as_written(p, m, &span);
    uint32_t *slot = find_actor(e, index, &m->a, text);
    if (*slot) {
        entry_actor *known = &e->actors[*slot - 1];
        known->mentions++;
        if (!known->role.p)
            known->role = keep(a, m->a.role);
        return;
    }
    e->actors[e->n_actors++] =
        (entry_actor){ .id = keep(a, m->a.id),
                       .name = keep(a, m->a.name),
                       .text = keep(a, text),
                       .country = keep(a, m->a.country),
                       .sector = keep(a, m->a.sector),
                       .role = keep(a, m->a.role),
                       .sectors = keep_list(a, m->a.sectors, m->a.n_sectors),
                       .n_sectors = m->a.n_sectors,
                       .mentions = 1,
                       .span = span };
    *slot = e->n_actors;
}

static void note_actors(wq_entry *e, const wq_document *doc)
{
    uint32_t n = doc->part[0].actors.n + doc->part[1].actors.n;
    actor_index index = { .n = 16 };
    while (index.n < 2 * n)
        index.n *= 2;
    index.slot = ARENA_ARRAY(&e->mem, uint32_t, index.n);
    e->actors = ARENA_ARRAY(&e->mem, entry_actor, n + 1);
    for (int k = 0; k < 2; k++)
        for (uint32_t i = 0; i < doc->part[k].actors.n; i++) {
            const actor_mention *m = &doc->part[k].actors.v[i];
            if (m->a.id.p || m->a.name.p)
                note_actor(e, &index, &doc->part[k].text, m);
        }
}

/* ---- text --------------------------------------------------------------------------------------------- */

typedef struct folding {
    wq_str raw;
    char *out;
    size_t n;
    uint32_t at; /* bytes of raw already folded */
    uint32_t characters;
} folding;

static void fold_up_to(folding *f, uint32_t byte)
{
    wq_str piece = str_sub(f->raw, f->at, byte);
    size_t n = fold_into(piece, FOLD_FULL, f->out + f->n);
    f->characters += (uint32_t)utf8_count((wq_str){ f->out + f->n, n });
    f->n += n;
    f->at = byte;
}

/* Piece by piece, so that the bounds of sentences are known in the folded text too. */
static wq_str fold_part(wq_entry *e, const text_part *p)
{
    size_t room = p->raw.n * FOLD_GROWTH + 1;
    folding f = { .raw = p->raw, .out = arena_room(&e->mem, room) };
    for (uint32_t i = 0; i < p->n_sentences; i++) {
        const text_sentence *s = &p->sentence[i];
        if (s->last <= s->first)
            continue;
        const text_token *first = &p->token[s->first], *last = &p->token[s->last - 1];
        entry_sentence *out = &e->sentences[e->n_sentences++];
        out->span = text_span(p, s->first, s->last);
        fold_up_to(&f, first->byte);
        out->folded = (wq_span){ p->which, f.characters, 0 };
        fold_up_to(&f, last->byte + last->n_byte);
        out->folded.end = f.characters;
    }
    fold_up_to(&f, (uint32_t)p->raw.n);
    arena_give_back(&e->mem, f.out, room, f.n);
    return (wq_str){ f.out, f.n };
}

/* In the place where it was folded. */
static wq_str words_of(wq_str folded)
{
    char *text = (char *)(uintptr_t)folded.p;
    return (wq_str){ text, words_blank(text, folded.n) };
}

static void keep_text(wq_entry *e, const wq_document *doc)
{
    const text_part *title = &doc->part[0].text, *text = &doc->part[1].text;
    e->title = keep(&e->mem, doc->page.title);
    e->text = keep(&e->mem, doc->page.text.p ? doc->page.text : STR(""));
    e->characters = (uint32_t)utf8_count(e->text);
    e->sentences =
        ARENA_ARRAY(&e->mem, entry_sentence, title->n_sentences + text->n_sentences + 1);
    wq_str folded = fold_part(e, title);
    e->title_folded = e->title.p ? words_of(folded) : e->title;
    folded = fold_part(e, text);
    e->shingles = nearcopy_signature(&e->mem, folded);
    e->text_folded = words_of(folded);
    entry_hash_text(e->title, e->text, e->text_sha256);
}

static void keep_head(wq_entry *e, const page_article *p, const wq_page *page)
{
    arena *a = &e->mem;
    e->key = keep(a, p->id);
    e->saved_as = keep(a, page->name);
    e->url = keep(a, p->url);
    e->outlet = keep(a, p->outlet);
    e->byline = keep(a, p->byline);
    e->published = keep(a, p->published);
    e->published_from = keep(a, p->published_from);
    if (p->published.n >= 10)
        e->published_day = arena_str(a, p->published.p, 10);
}

/* ---- the whole ------------------------------------------------------------------------------------------ */

static wq_status fill(wq_entry *e, const wq_page *page, const wq_document *doc,
                      wq_error *err)
{
    jmp_buf full;
    e->mem.full = &full;
    if (setjmp(full))
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    entry_hash_page(page, e->sha256);
    keep_head(e, &doc->page, page);
    keep_text(e, doc);
    keep_events(e, doc);
    keep_times(e, doc);
    keep_quotes(e, doc);
    note_actors(e, doc);
    e->mem.full = NULL;
    return WQ_OK;
}

wq_status wq_entry_new(const wq_page *page, const wq_document *doc, wq_entry **out,
                       wq_error *err)
{
    wq_entry *e = calloc(1, sizeof *e);
    if (!e)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    arena_init(&e->mem, SIZE_MAX / 4);
    e->mem.first = FIRST_BLOCK;
    wq_status st = fill(e, page, doc, err);
    if (st != WQ_OK)
        wq_entry_free(e);
    else
        *out = e;
    return st;
}

size_t wq_entry_size(const wq_entry *entry)
{
    return sizeof *entry + entry->mem.used;
}

uint32_t wq_entry_events(const wq_entry *entry)
{
    return entry->n_events;
}

void wq_entry_free(wq_entry *entry)
{
    if (entry)
        arena_fini(&entry->mem);
    free(entry);
}
