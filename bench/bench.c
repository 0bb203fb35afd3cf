/* bench FILE...: the time each stage takes, over every record of the inputs, in one thread.
 *
 * Records are read ahead in batches, so that reading is not timed with the stages.  MB are bytes of the
 * article's text (for the page stage: of the record).  A new stage is a row of STAGES.                */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "actor/actor.h"
#include "calendar/calendar.h"
#include "clause/clause.h"
#include "event/event.h"
#include "input/saved.h"
#include "lexicon/image.h"
#include "morph/morph.h"
#include "page/page.h"
#include "place/place.h"
#include "script/letters.h"
#include "text/match.h"
#include "text/memory.h"
#include "text/text.h"
#include "time/time.h"

typedef struct bench_doc {
    const lexicon *lex;
    const wq_engine *engine;
    const wq_page *record;
    arena mem;
    word_memory *memory;
    page_article article;
    text_part part[2];
    time_list times[2];
    place_list places[2];
    actor_list actors[2];
    event_part parts[2];
    event_result found;
    int32_t day;
} bench_doc;

static void run_page(bench_doc *d)
{
    wq_error err;
    if (page_read(d->lex, &d->mem, d->record, &d->article, &err) != WQ_OK)
        d->article = (page_article){ .text = STR("") };
    calendar_stamp stamp;
    d->day = d->article.published.p && calendar_parse_iso(d->article.published, &stamp)
                 ? calendar_day(stamp.date)
                 : CALENDAR_NONE;
}

static void run_text(bench_doc *d)
{
    text_analyse(d->lex, &d->mem, WQ_PART_TITLE, d->article.title, &d->part[0]);
    text_analyse(d->lex, &d->mem, WQ_PART_TEXT, d->article.text, &d->part[1]);
}

static void run_morph(bench_doc *d)
{
    memory_begin(d->memory, &d->mem);
    for (int i = 0; i < 2; i++) {
        d->part[i].memory = d->memory;
        match_prepare(d->lex, &d->mem, &d->part[i]);
        morph_analyse(d->lex, &d->mem, &d->part[i]);
    }
}

static void run_time(bench_doc *d)
{
    for (int i = 0; i < 2; i++)
        time_tag(d->lex, &d->mem, &d->part[i], d->day, &d->times[i]);
}

static void run_place(bench_doc *d)
{
    for (int i = 0; i < 2; i++)
        place_find(d->lex, &d->mem, &d->part[i], &d->places[i]);
}

static void run_actor(bench_doc *d)
{
    for (int i = 1; i >= 0;
         i--) /* the text first: it names in full whom the title names in short */
        actor_find(d->lex, &d->mem, &d->part[i], &d->times[i], d->day,
                   i ? NULL : &d->actors[1], &d->actors[i]);
}

static void run_clause(bench_doc *d)
{
    for (int i = 0; i < 2; i++) {
        const text_part *part = &d->part[i];
        event_part *out = &d->parts[i];
        clause_sentence *sentences =
            ARENA_ARRAY(&d->mem, clause_sentence, part->n_sentences + 1);
        out->in =
            (clause_input){ d->lex, part, &d->actors[i], &d->places[i], &d->times[i] };
        for (uint32_t k = 0; k < part->n_sentences; k++)
            clause_read(&out->in, &d->mem, k, &sentences[k]);
        out->sentence = sentences;
        out->n_sentences = part->n_sentences;
    }
}

static void run_event(bench_doc *d)
{
    const event_frame frame = { .published = d->day, .id = d->article.id };
    event_code(d->lex, &d->mem, d->parts, &frame, &d->found);
}

/* The whole chain as the library runs it, from record to a line of JSON. */
static void run_whole(bench_doc *d)
{
    wq_document *doc;
    wq_error err;
    if (wq_code(d->engine, d->record, &doc, &err) != WQ_OK)
        return;
    wq_text out = wq_document_write(doc, WQ_FORMAT_DOCUMENT);
    wq_text_free(&out);
    wq_document_free(doc);
}

static const struct {
    const char *name;
    void (*run)(bench_doc *d);
    bool of_record; /* MB are bytes of the record */
} STAGES[] = {
    { "page", run_page, true },      { "text", run_text, false },
    { "morph", run_morph, false },   { "time", run_time, false },
    { "place", run_place, false },   { "actor", run_actor, false },
    { "clause", run_clause, false }, { "event", run_event, false },
    { "whole", run_whole, true },
};
enum { N_STAGES = sizeof STAGES / sizeof *STAGES, BATCH = 256 };

typedef struct totals {
    double seconds[N_STAGES];
    double record_bytes, text_bytes;
    size_t records;
} totals;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void run_stages(bench_doc *d, totals *sum)
{
    arena_reset(&d->mem);
    for (size_t i = 0; i < N_STAGES; i++) {
        double start = now();
        STAGES[i].run(d);
        sum->seconds[i] += now() - start;
    }
    sum->records++;
    sum->record_bytes += (double)wq_page_size(d->record);
    sum->text_bytes += (double)d->article.text.n;
}

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

static void run_input(bench_doc *d, const char *path, totals *sum)
{
    wq_reader *reader;
    wq_error err;
    if (wq_reader_open(path, NULL, &reader, &err) != WQ_OK)
        give_up(err.text);
    for (wq_status st = WQ_OK; st != WQ_END;) {
        wq_page *batch[BATCH];
        size_t n = 0;
        while (n < BATCH && (st = wq_reader_next(reader, &batch[n], &err)) != WQ_END)
            n += st == WQ_OK;
        for (size_t i = 0; i < n; i++) {
            d->record = batch[i];
            run_stages(d, sum);
            wq_page_free(batch[i]);
        }
    }
    wq_reader_close(reader);
}

static void report(const totals *sum)
{
    printf("%zu records, %.1f MB, %.1f MB of text\n", sum->records, sum->record_bytes / 1e6,
           sum->text_bytes / 1e6);
    printf("%-8s %9s %9s %12s\n", "stage", "seconds", "MB/s", "articles/s");
    for (size_t i = 0; i < N_STAGES; i++) {
        double s = sum->seconds[i] > 0 ? sum->seconds[i] : 1e-9;
        double bytes = STAGES[i].of_record ? sum->record_bytes : sum->text_bytes;
        printf("%-8s %9.2f %9.1f %12.0f\n", STAGES[i].name, s, bytes / 1e6 / s,
               (double)sum->records / s);
    }
    struct rusage use;
    if (getrusage(RUSAGE_SELF, &use) == 0)
        printf("peak memory %.0f MB\n", (double)use.ru_maxrss / 1024);
}

/* The image lies in the program: loading it is bringing its pages in. */
static void report_image(void)
{
    double start = now();
    const lexicon *lex = lex_builtin();
    uint32_t n;
    (void)lex_find(lex, STR(AR_FEH AR_YEH), &n);
    double first = now();
    for (uint32_t i = 0; i < lex->image->size; i += 4096)
        (void)((const volatile unsigned char *)lex->image)[i];
    printf("lexicon image %s: %.1f MB, first word found in %.2f ms, all of it in memory in "
           "%.2f ms\n",
           lex_hash(lex), (double)lex->image->size / 1e6, 1000 * (first - start),
           1000 * (now() - start));
}

int main(int argc, char **argv)
{
    bench_doc d = { .lex = lex_builtin() };
    totals sum = { 0 };
    wq_engine *engine;
    wq_error err;
    jmp_buf full;
    if (argc < 2)
        give_up("which inputs?");
    report_image();
    if (wq_engine_new(NULL, &engine, &err) != WQ_OK)
        give_up(err.text);
    d.engine = engine;
    arena_init(&d.mem, (size_t)1 << 30);
    d.memory = memory_new(MEMORY_BYTES);
    d.mem.full = &full;
    if (!d.memory || setjmp(full))
        give_up("a document that needs more than 1 GiB");
    for (int i = 1; i < argc; i++)
        run_input(&d, argv[i], &sum);
    report(&sum);
    arena_fini(&d.mem);
    memory_free(d.memory);
    wq_engine_free(engine);
    return 0;
}
