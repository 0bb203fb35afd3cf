/* The whole order of an article, from saved to events.  Each stage reads what earlier ones left; none looks ahead. */
#include "coder/document.h"

#include <stdio.h>
#include <stdlib.h>

#include "calendar/calendar.h"
#include "morph/morph.h"
#include "text/match.h"

enum {
    DEFAULT_LIMIT = 512 * 1024 * 1024,
    CODED_MOST =
        2 * 1024 * 1024 /* bytes of text: two books, and the memory that their words need */
};

static int32_t day_of(wq_str published)
{
    calendar_stamp stamp;
    if (!published.p || !calendar_parse_iso(published, &stamp))
        return CALENDAR_NONE;
    return calendar_day(stamp.date);
}

static void read_clauses(const lexicon *lex, arena *a, coder_part *p, event_part *out)
{
    out->in = (clause_input){ lex, &p->text, &p->actors, &p->places, &p->times };
    p->sentences = ARENA_ARRAY(a, clause_sentence, p->text.n_sentences + 1);
    for (uint32_t i = 0; i < p->text.n_sentences; i++)
        clause_read(&out->in, a, i, &p->sentences[i]);
    out->sentence = p->sentences;
    out->n_sentences = p->text.n_sentences;
}

static void list_times(wq_document *doc)
{
    uint32_t n = 0;
    doc->times =
        ARENA_ARRAY(&doc->mem, wq_timex, doc->part[0].times.n + doc->part[1].times.n + 1);
    for (int k = 0; k < 2; k++)
        for (uint32_t i = 0; i < doc->part[k].times.n; i++)
            doc->times[n++] =
                event_public_time(&doc->mem, &doc->part[k].text, &doc->part[k].times.v[i]);
    doc->n_times = n;
}

/* Gives the state that the article is about. */
static wq_str settle_actors(wq_document *doc)
{
    actor_settings how = { doc->published,
                           actor_home(doc->lex, &doc->mem, doc->page.outlet),
                           doc->page.url };
    actor_scene scene[2];
    for (int k = 0; k < 2; k++) {
        coder_part *p = &doc->part[k];
        scene[k] = (actor_scene){ &p->text, &p->actors, &p->places };
    }
    return actor_settle(doc->lex, &doc->mem, &how, scene);
}

/* The text as far as it is coded: all of an article.  What is longer is a file that lost its line feeds, or an attack. */
static wq_str text_to_code(wq_document *doc)
{
    wq_str text = doc->page.text.p ? doc->page.text : STR("");
    if (text.n <= CODED_MOST)
        return text;
    size_t end = CODED_MOST;
    while (end > CODED_MOST / 2 && text.p[end] != ' ' && text.p[end] != '\n')
        end--;
    while (((unsigned char)text.p[end] & 0xc0) == 0x80)
        end--;
    doc->uncoded = text.n - end;
    return str_sub(text, 0, end);
}

void coder_stages(wq_document *doc)
{
    const lexicon *lex = doc->lex;
    arena *a = &doc->mem;
    wq_str raw[2] = { doc->page.title, text_to_code(doc) };
    event_part parts[2];
    for (int k = 1; k >= 0; k--) { /* the text first: a headline refers to it */
        coder_part *p = &doc->part[k];
        text_analyse(lex, a, (wq_part)k, raw[k].p ? raw[k] : STR(""), &p->text);
        p->text.memory = doc->words;
        match_prepare(lex, a, &p->text);
        morph_analyse(lex, a, &p->text);
        time_tag(lex, a, &p->text, doc->published, &p->times);
        place_find(lex, a, &p->text, &p->places);
        actor_find(lex, a, &p->text, &p->times, doc->published,
                   k ? NULL : &doc->part[1].actors, &p->actors);
        read_clauses(lex, a, p, &parts[k]);
    }
    const event_frame frame = { doc->published, settle_actors(doc), doc->page.id,
                                doc->misses };
    event_code(lex, a, parts, &frame, &doc->found);
    list_times(doc);
}

/* The first three stages of coder_stages(). */
static void time_stages(wq_document *doc)
{
    wq_str raw[2] = { doc->page.title, text_to_code(doc) };
    for (int k = 0; k < 2; k++) {
        coder_part *p = &doc->part[k];
        text_analyse(doc->lex, &doc->mem, (wq_part)k, raw[k].p ? raw[k] : STR(""),
                     &p->text);
        p->text.memory = doc->words;
        morph_analyse(doc->lex, &doc->mem, &p->text);
        time_tag(doc->lex, &doc->mem, &p->text, doc->published, &p->times);
    }
    list_times(doc);
}

static wq_document *document_new(const wq_engine *engine)
{
    wq_document *doc = calloc(1, sizeof *doc);
    if (!doc)
        return NULL;
    arena_init(&doc->mem, engine->arena_limit);
    doc->lex = engine->lex;
    return doc;
}

/* The page stage may leave slices of the saved, which the caller frees when he likes. */
static void own(arena *a, wq_str *s)
{
    if (s->p)
        *s = arena_str(a, s->p, s->n);
}

static void own_page(arena *a, page_article *p)
{
    own(a, &p->id);
    own(a, &p->url);
    own(a, &p->outlet);
    own(a, &p->byline);
    own(a, &p->title);
    own(a, &p->text);
    own(a, &p->published);
    own(a, &p->published_from);
}

typedef void stages_call(wq_document *doc);

static wq_status run(const wq_page *saved, stages_call *stages, wq_document *doc,
                     wq_error *err)
{
    jmp_buf full;
    doc->mem.full = &full;
    if (setjmp(full))
        return fail(err, WQ_E_LIMIT, 0, "%.*s: needs more than %zu bytes to code; skipped",
                    STR_ARG(saved->name), doc->mem.limit);
    wq_status st = page_read(doc->lex, &doc->mem, saved, &doc->page, err);
    if (st != WQ_OK)
        return st;
    own_page(&doc->mem, &doc->page);
    doc->published = day_of(doc->page.published);
    if (doc->words)
        memory_begin(doc->words, &doc->mem);
    stages(doc);
    for (int k = 0; k < 2; k++)
        memory_end(&doc->part[k].text);
    doc->mem.full = NULL;
    return WQ_OK;
}

static wq_status run_new(const wq_engine *engine, const wq_page *saved, stages_call *stages,
                         wq_document **out, wq_error *err)
{
    wq_document *doc = document_new(engine);
    if (!doc)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    doc->words = desk_take(engine->desks);
    wq_status st = run(saved, stages, doc, err);
    desk_return(engine->desks, doc->words);
    doc->words = NULL;
    if (st != WQ_OK)
        wq_document_free(doc);
    else
        *out = doc;
    return st;
}

wq_status wq_code(const wq_engine *engine, const wq_page *saved, wq_document **out,
                  wq_error *err)
{
    return run_new(engine, saved, coder_stages, out, err);
}

bool coder_again(const wq_document *doc, wq_document *again)
{
    jmp_buf full;
    *again = (wq_document){
        .lex = doc->lex, .page = doc->page, .published = doc->published, .misses = true
    };
    arena_init(&again->mem, doc->mem.limit);
    again->mem.full = &full;
    bool fits = setjmp(full) == 0;
    if (fits)
        coder_stages(again);
    again->mem.full = NULL;
    return fits;
}

wq_status wq_find_times(const wq_engine *engine, const wq_page *saved, wq_document **out,
                        wq_error *err)
{
    return run_new(engine, saved, time_stages, out, err);
}

void wq_document_free(wq_document *doc)
{
    if (doc)
        arena_fini(&doc->mem);
    free(doc);
}

wq_status wq_engine_new(const wq_options *options, wq_engine **out, wq_error *err)
{
    wq_engine *e = calloc(1, sizeof *e);
    if (!e || !(e->desks = desks_new())) {
        free(e);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    e->arena_limit = options && options->arena_limit ? options->arena_limit : DEFAULT_LIMIT;
    e->lex = lex_builtin();
    if (options && options->lexicon_dir) {
        wq_status st = lex_overlay(options->lexicon_dir, &e->own, err);
        if (st != WQ_OK) {
            wq_engine_free(e);
            return st;
        }
        e->lex = e->own;
    }
    *out = e;
    return WQ_OK;
}

void wq_engine_free(wq_engine *engine)
{
    if (!engine)
        return;
    desks_free(engine->desks);
    lex_free(engine->own);
    free(engine);
}
