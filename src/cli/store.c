#include "store.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "terminal.h"

enum { BATCH = 2000 };
static const double BATCH_SECONDS = 2;

const char *record_path(const args *a)
{
    const char *path = a->value[OPT_DB];
    if (!path)
        path = getenv("WAQAI_DB");
    return path && *path ? path : "waqai.db";
}

static bool ok(store *s, wq_status st, const wq_error *err)
{
    if (st == WQ_OK)
        return true;
    if (!s->failed)
        complain("%s", err->text);
    s->failed = true;
    return false;
}

/* "add --no-bodies -j 2": the options, without the operands. */
static void note_options(const args *a, char *out, size_t n)
{
    size_t used = (size_t)snprintf(out, n, "%s", a->command->name);
    for (int i = 0; i < OPTIONS && used < n; i++)
        if (a->given[i] && i != OPT_QUIET && i != OPT_VERBOSE)
            used +=
                (size_t)snprintf(out + used, n - used, " --%s%s%s", options[i].name,
                                 a->value[i] ? "=" : "", a->value[i] ? a->value[i] : "");
}

static void now(char out[32])
{
    time_t t = time(NULL);
    struct tm tm;
    gmtime_r(&t, &tm);
    strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

bool store_begin(store *s, const wq_engine *engine, const args *a)
{
    char day[32], how[512];
    wq_error err;
    *s = (store){ .path = record_path(a), .committed = seconds_now() };
    now(day);
    note_options(a, how, sizeof how);
    const wq_run run = { .now = day, .options = how, .no_bodies = a->given[OPT_NO_BODIES] };
    if (!ok(s, wq_record_open(s->path, WQ_RECORD_CREATE, &s->record, &err), &err) ||
        !ok(s, wq_record_begin(s->record, engine, &run, &err), &err) ||
        !ok(s, wq_record_commit(s->record, &err), &err) ||
        !ok(s, wq_record_open(s->path, WQ_RECORD_READ, &s->seen, &err), &err)) {
        wq_record_close(s->record);
        return false;
    }
    return true;
}

static void commit(store *s)
{
    wq_error err;
    ok(s, wq_record_commit(s->record, &err), &err);
    s->batch = 0;
    s->committed = seconds_now();
}

void store_add(store *s, wq_entry *entry)
{
    wq_error err;
    int added = 0;
    if (!s->failed)
        ok(s, wq_record_add(s->record, entry, &added, &err), &err);
    wq_entry_free(entry);
    s->added += added != 0;
    if (!added && !s->failed)
        __atomic_add_fetch(&s->known, 1, __ATOMIC_RELAXED);
    if (!s->failed && ++s->batch >= BATCH)
        commit(s);
}

void store_pause(store *s)
{
    if (s->batch && !s->failed && seconds_now() - s->committed > BATCH_SECONDS)
        commit(s);
}

/* What can't be asked is coded, and the writer asks again. */
bool store_knows(store *s, const wq_page *page)
{
    wq_error err;
    int known = 0;
    if (wq_record_knows(s->seen, page, &known, &err) != WQ_OK)
        return false;
    if (known)
        __atomic_add_fetch(&s->known, 1, __ATOMIC_RELAXED);
    return known != 0;
}

/* The writer is closed last: that brings all into the one file. */
void store_finish(store *s, bool read)
{
    wq_error err;
    if (!s->failed)
        ok(s, wq_record_end(s->record, &err), &err);
    if (read)
        wq_record_close(s->seen);
    wq_record_close(s->record);
    s->record = NULL;
}

void store_summary(FILE *out, const store *s)
{
    fprintf(out, "; %s: %llu added, %llu known", s->path, (unsigned long long)s->added,
            (unsigned long long)s->known);
}
