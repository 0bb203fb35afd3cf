/* The formats, and the frame of an export. */
#include "export/export.h"

#include <stdlib.h>

#include "record/record.h"

enum { EVENT_LIMIT = 512 << 20, OWN_LIMIT = 1 << 30 };

static const export_format formats[] = {
    { "jsonl", "events with all their mentions, one line of JSON each", NULL, jsonl_event,
      NULL, NULL },
    { "csv", "events, one line each", csv_all, NULL, NULL, NULL },
    { "polecat", "POLECAT, 40 columns", NULL, polecat_event, polecat_begin, NULL },
    { "gdelt", "GDELT 2.0 events, 61 columns", NULL, gdelt_event, NULL, NULL },
    { "gdelt-mentions", "GDELT 2.0 mentions, 16 columns", NULL, gdelt_mentions, NULL,
      NULL },
    { "icews", "ICEWS, 20 columns", NULL, icews_event, icews_begin, NULL },
    { "petrarch", "PETRARCH's lines of events", NULL, petrarch_event, NULL, NULL },
    { "plover", "PLOVER's JSON, one line each", NULL, plover_event, NULL, NULL },
    { "ftm", "FollowTheMoney entities, one line of JSON each", NULL, ftm_event, NULL,
      NULL },
    { "gexf", "a network that changes in time, for Gephi", gexf_all, NULL, NULL, NULL },
    { "timelinejs", "TimelineJS", NULL, timelinejs_event, timelinejs_begin,
      timelinejs_end },
    { "ical", "iCalendar", NULL, ical_event, ical_begin, ical_end },
    { "geojson", "GeoJSON", NULL, geojson_event, geojson_begin, geojson_end },
    { "webanno", "W3C Web Annotations of the evidence", NULL, webanno_event, webanno_begin,
      webanno_end },
    { "labelstudio", "documents with their events as predictions for Label Studio",
      labelstudio_all, NULL, NULL, NULL },
};
enum { FORMATS = sizeof formats / sizeof *formats };

const char *wq_export_format(unsigned nth, const char **about)
{
    if (nth >= FORMATS)
        return NULL;
    if (about)
        *about = formats[nth].about;
    return formats[nth].name;
}

wq_status export_flush(exporting *x, wq_error *err)
{
    if (x->out.failed)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    if (x->out.n && !x->sink(x->to, x->out.p, x->out.n))
        return fail(err, WQ_E_IO, 0, "writing failed");
    x->out.n = 0;
    return WQ_OK;
}

/* ---- once -------------------------------------------------------------------------------------- */

/* A set of hashes; two ids of one hash among millions are not to be expected at 64 bits. */
struct x_seen {
    uint64_t *slot; /* 0: free */
    size_t n, size; /* a power of two */
};

static bool put(x_seen *s, uint64_t hash)
{
    size_t i = hash & (s->size - 1);
    for (; s->slot[i]; i = (i + 1) & (s->size - 1))
        if (s->slot[i] == hash)
            return false;
    s->slot[i] = hash;
    s->n++;
    return true;
}

static void grow(exporting *x)
{
    x_seen old = *x->seen;
    x->seen->size = old.size ? old.size * 2 : 1024;
    x->seen->slot = ARENA_ARRAY(&x->own, uint64_t, x->seen->size);
    x->seen->n = 0;
    for (size_t i = 0; i < old.size; i++)
        if (old.slot[i])
            put(x->seen, old.slot[i]);
}

bool export_once(exporting *x, char space, wq_str id)
{
    if (!x->seen)
        x->seen = ARENA_NEW(&x->own, x_seen);
    if (x->seen->n * 2 >= x->seen->size)
        grow(x);
    uint64_t hash = hash_bytes(hash_bytes(HASH_SEED, &space, 1), id.p, id.n);
    return put(x->seen, hash ? hash : 1);
}

/* ---- the whole ----------------------------------------------------------------------------------- */

static wq_status run(exporting *x, const export_format *f, wq_error *err)
{
    jmp_buf full;
    if (setjmp(full))
        return fail(err, WQ_E_LIMIT, x->n, "event %llu is too large to be exported",
                    (unsigned long long)x->n + 1);
    x->mem.full = x->own.full = &full;
    wq_status st = WQ_OK;
    if (f->all) {
        st = f->all(x, err);
    } else {
        if (f->begin)
            f->begin(x);
        st = export_events(x, f, err);
        if (st == WQ_OK && f->end)
            f->end(x);
    }
    st = st == WQ_OK ? export_flush(x, err) : st;
    x->mem.full = x->own.full = NULL;
    return st;
}

static wq_status no_format(const char *format, wq_error *err)
{
    buf all = { 0 };
    for (unsigned i = 0; i < FORMATS; i++)
        buf_printf(&all, "%s%s", i ? " " : "", formats[i].name);
    wq_status st = fail(err, WQ_E_USE, 0, "no format '%.40s', there are: %.*s", format,
                        (int)all.n, all.n ? all.p : "");
    buf_fini(&all);
    return st;
}

wq_status wq_export(wq_record *record, const char *format, const wq_filter *filter,
                    int excel, wq_sink *sink, void *to, uint64_t *written, wq_error *err)
{
    const export_format *f = formats;
    while (f < formats + FORMATS && strcmp(f->name, format) != 0)
        f++;
    if (f == formats + FORMATS)
        return no_format(format, err);
    exporting x = { .record = record,
                    .lex = record->lex,
                    .filter = filter,
                    .excel = excel != 0,
                    .sink = sink,
                    .to = to };
    arena_init(&x.mem, EVENT_LIMIT);
    arena_init(&x.own, OWN_LIMIT);
    wq_status st = run(&x, f, err);
    if (written)
        *written = x.n;
    arena_fini(&x.mem);
    arena_fini(&x.own);
    buf_fini(&x.out);
    return st;
}
