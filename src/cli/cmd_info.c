/* waqai info: what a record holds. */
#include <inttypes.h>

#include <waqai/record.h>

#include "store.h"

static void write_info(FILE *out, const void *what)
{
    const wq_record_info *i = what;
    const struct {
        const char *name;
        uint64_t n;
    } counts[] = { { "documents", i->documents },     { "near-copies", i->copies },
                   { "outlets", i->outlets },         { "mentions", i->mentions },
                   { "events", i->events },           { "actors", i->actors },
                   { "corrections", i->corrections }, { "runs", i->runs },
                   { "not settled", i->unsettled } };
    fprintf(out, "%-12s %d\n", "schema", i->schema);
    fprintf(out, "%-12s %s\n", "lexicon", *i->lexicon ? i->lexicon : "-");
    fprintf(out, "%-12s %s\n", "texts", i->no_bodies ? "not of all documents" : "yes");
    fprintf(out, "%-12s %s to %s\n", "published", *i->first ? i->first : "?",
            *i->last ? i->last : "?");
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
        fprintf(out, "%-12s %" PRIu64 "\n", counts[k].name, counts[k].n);
    if (i->unsettled)
        fputs("A run was broken off: waqai add, with any file, works out what is not "
              "settled.\n",
              out);
}

int cmd_info(const args *a)
{
    wq_record *record;
    wq_error err;
    wq_record_info info;
    if (wq_record_open(record_path(a), WQ_RECORD_READ, &record, &err) != WQ_OK)
        return complain("%s", err.text);
    wq_status st = wq_record_about(record, &info, &err);
    wq_record_close(record);
    return st == WQ_OK ? print_text(write_info, &info) : complain("%s", err.text);
}
