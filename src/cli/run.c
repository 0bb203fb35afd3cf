#include "run.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "memory.h"
#include "output.h"
#include "pool.h"
#include "reading.h"
#include "tally.h"
#include "terminal.h"

enum { TICK_MS = 100 };

typedef struct run {
    const args *a;
    output out;
    store *to; /* or NULL */
    terminal term;
    reading in;
    pool *work;
    uint64_t coded, events, bytes;
    tally failed;
    bool stopped, array;
    uint64_t items; /* of the array */
} run;

/* The only thing a signal does. */
static volatile sig_atomic_t signalled;

static void on_signal(int number)
{
    signalled = number;
}

/* The first one ends the run in order, a second one at once. */
static void watch_signals(void)
{
    struct sigaction stop = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND };
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    signal(SIGPIPE, SIG_IGN); /* writing to a closed pipe fails with EPIPE instead */
}

/* ---- results --------------------------------------------------------------------------------- */

/* "a.jsonl:3: not a JSON object" failed for "not a JSON object"; numbers would not add up. */
static void count_failure(run *r, const wq_error *err)
{
    char reason[TALLY_TEXT];
    const char *colon = strrchr(err->text, ':');
    const char *text = colon && colon[1] == ' ' ? colon + 2 : err->text;
    snprintf(reason, sizeof reason, "%.*s", (int)strcspn(text, "("), text);
    size_t n = strlen(reason);
    while (n && reason[n - 1] == ' ')
        reason[--n] = '\0';
    tally_add(&r->failed, reason, 1);
}

/* The comma behind an item is written when the next one comes. */
static void add_items(run *r, wq_text lines)
{
    for (size_t i = 0, n; i < lines.n; i += n + 1) {
        n = (size_t)((char *)memchr(lines.p + i, '\n', lines.n - i) - (lines.p + i));
        output_add(&r->out, ",\n", r->items++ ? 2 : 0);
        output_add(&r->out, lines.p + i, n);
    }
}

static void take(run *r, pool_result *result)
{
    if (result->status != WQ_OK) {
        count_failure(r, &result->err);
        if (!r->a->given[OPT_QUIET])
            terminal_say(&r->term, result->err.text);
        return;
    }
    if (result->partly && !r->a->given[OPT_QUIET])
        terminal_say(&r->term, result->err.text);
    r->coded++;
    r->events += result->events;
    r->bytes += result->bytes;
    if (result->entry)
        store_add(r->to, result->entry);
    if (result->text.n && r->term.shared)
        terminal_wipe(&r->term);
    if (r->array)
        add_items(r, result->text);
    else if (result->text.n)
        output_add(&r->out, result->text.p, result->text.n);
    wq_text_free(&result->text);
}

static void show_progress(run *r)
{
    progress p = { .documents = r->coded };
    reading_progress(&r->in, &p.done, &p.total);
    terminal_draw(&r->term, &p);
}

static void stop(run *r)
{
    r->stopped = true;
    pool_stop(r->work);
}

/* Results are gathered while they come quickly and written as soon as none is waiting. */
static void write_results(run *r)
{
    pool_result result;
    for (;;) {
        pool_next next = pool_get(r->work, 0, &result);
        if (next == POOL_WAITING) {
            output_flush(&r->out);
            if (r->to)
                store_pause(r->to);
            next = pool_get(r->work, TICK_MS, &result);
        }
        if (next == POOL_FINISHED)
            return;
        if (next == POOL_RESULT)
            take(r, &result);
        if (!r->stopped && (signalled || r->out.failed || (r->to && r->to->failed)))
            stop(r);
        show_progress(r);
    }
}

/* ---- the end ------------------------------------------------------------------------------------ */

static void summary(run *r, double seconds)
{
    const tally *skipped = &r->in.skipped;
    fprintf(stderr, "waqai: %s%llu read (%.1f MB) in %.1f s, %llu coded, %llu events, ",
            signalled ? "stopped: " : "",
            (unsigned long long)(r->coded + r->failed.total + skipped->total),
            (double)r->bytes / 1e6, seconds, (unsigned long long)r->coded,
            (unsigned long long)r->events);
    fprintf(stderr, "%llu skipped", (unsigned long long)skipped->total);
    tally_write(stderr, skipped);
    fprintf(stderr, ", %llu failed", (unsigned long long)r->failed.total);
    tally_write(stderr, &r->failed);
    if (r->to)
        store_summary(stderr, r->to);
    fputc('\n', stderr);
}

static void end(run *r)
{
    bool wanted = r->a->given[OPT_VERBOSE] || r->term.ever || (signalled && r->term.live);
    terminal_wipe(&r->term);
    if (wanted && !r->a->given[OPT_QUIET])
        summary(r, seconds_now() - r->term.start);
}

/* Output that nobody reads any more (waqai ... | head) is no news, but not all was written. */
static int status_of(const run *r)
{
    if (signalled)
        return EXIT_SIGNAL + signalled;
    bool failed = r->failed.total || r->out.failed || (r->to && r->to->failed);
    return failed ? EXIT_FAILED : EXIT_FINE;
}

/* ---- the run --------------------------------------------------------------------------------------- */

static int coded_run(run *r, const run_spec *spec)
{
    wq_text names = wq_format_header(spec->to ? WQ_FORMAT_DOCUMENT : spec->format);
    output_add(&r->out, names.p, names.n);
    wq_text_free(&names);
    r->array = spec->array;
    if (r->array)
        output_add(&r->out, "[\n", 2);
    r->in =
        (reading){ .a = r->a, .sentences = spec->sentences, .out = r->work, .to = r->to };
    if (!reading_start(&r->in)) {
        output_close(&r->out);
        pool_free(r->work);
        return complain("no thread to read with: %s", strerror(errno));
    }
    write_results(r);
    if (r->array)
        output_add(&r->out, r->items ? "\n]\n" : "]\n", r->items ? 3 : 2);
    output_close(&r->out);
    bool joined = reading_join(&r->in, r->stopped);
    if (r->to)
        store_finish(r->to, joined);
    end(r);
    if (!joined)
        _exit(status_of(r)); /* it hangs in a read, and all this is its memory */
    pool_free(r->work);
    return status_of(r);
}

static int with_engine(run *r, const wq_engine *engine, const run_spec *spec)
{
    if (!output_open(&r->out, r->a->value[OPT_OUTPUT], r->a->operands, r->a->n_operands))
        return EXIT_FAILED;
    pool_work make = { spec->format, .entries = spec->to != NULL, .times = spec->times };
    r->work = pool_new(engine, &make, r->a->jobs);
    if (!r->work) {
        output_close(&r->out);
        return complain("not enough memory or threads for %u jobs", r->a->jobs);
    }
    return coded_run(r, spec);
}

bool run_rows(const args *a, const row_formats *f, run_spec *spec)
{
    const char *format = default_format(a);
    bool csv = strcmp(format, "csv") == 0;
    spec->format = csv                            ? f->csv
                   : strcmp(format, "tsv") == 0   ? f->tsv
                   : strcmp(format, "table") == 0 ? f->table
                                                  : f->lines;
    spec->array = strcmp(format, "json") == 0;
    if (!a->given[OPT_EXCEL])
        return true;
    if (csv)
        spec->format = f->excel;
    else
        usage(a->command, "--excel goes with the format csv, not with '%s'", format);
    return csv;
}

const char *default_format(const args *a)
{
    if (a->value[OPT_FORMAT])
        return a->value[OPT_FORMAT];
    if (a->given[OPT_EXCEL])
        return "csv";
    return !a->value[OPT_OUTPUT] && isatty(STDOUT_FILENO) ? "table" : "jsonl";
}

int run_files(const args *given, const run_spec *spec)
{
    args a = *given;
    char dash[] = "-", *standard_input[] = { dash, NULL };
    if (a.n_operands == 0) { /* then standard input is read, unless that is a keyboard */
        if (isatty(STDIN_FILENO))
            return usage(a.command, "%s needs %s", a.command->name, a.command->operands);
        a.operands = standard_input;
        a.n_operands = 1;
    }
    run r = { .a = &a };
    watch_signals();
    if (spec->to)
        memory_large_pages(90);
    terminal_init(&r.term, a.given[OPT_QUIET]);
    wq_engine *engine;
    wq_error err;
    const wq_options how = { .lexicon_dir = a.value[OPT_LEXICON] };
    if (wq_engine_new(&how, &engine, &err) != WQ_OK)
        return complain("%s", err.text);
    r.to = spec->to;
    int status = r.to && !store_begin(r.to, engine, &a) ? EXIT_FAILED
                                                        : with_engine(&r, engine, spec);
    wq_engine_free(engine);
    return status;
}
