/* waqai who: who somebody is, and which offices were theirs. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <waqai/who.h>

#include "answer.h"
#include "run.h"
#include "store.h"

typedef struct page {
    FILE *out;
    const char
        *record; /* whose name is to stand above the rows and does not yet, or NULL */
} page;

static int to_page(void *to, const char *p, size_t n)
{
    page *out = to;
    if (out->record)
        fprintf(out->out, "\n-- in %s (waqai timeline --actor lists all)\n", out->record);
    out->record = NULL;
    return fwrite(p, 1, n, out->out) == n;
}

static int write_rows(const args *a, wq_rows *rows, page *to)
{
    const wq_layout layout = { .format = rows_format(default_format(a)),
                               .width = output_columns(a) };
    wq_error err;
    wq_status st = wq_rows_write(rows, &layout, to_page, to, NULL, &err);
    if (st != WQ_OK && st != WQ_END && st != WQ_E_IO)
        return complain("%s", err.text);
    if (fflush(to->out) == 0 && !ferror(to->out))
        return EXIT_FINE;
    return errno == EPIPE ? EXIT_FAILED : complain("standard output: %s", strerror(errno));
}

/* ---- what a record knows of them: for people, where there is one ------------------------------- */

static int write_events(const args *a, wq_record *record, const char *name, bool *found)
{
    enum { MOST = 20 };
    const char *day = a->value[OPT_ON];
    const wq_filter filter = { .actor = name, .since = day, .until = day, .limit = MOST };
    wq_rows *rows;
    wq_error err;
    wq_status st = wq_timeline(record, &filter, &rows, &err);
    if (st == WQ_E_USE)
        return EXIT_FINE; /* an office, or nobody whom the record knows */
    if (st != WQ_OK)
        return complain("%s", err.text);
    page to = { stdout, record_path(a) };
    int status = write_rows(a, rows, &to);
    *found = to.record == NULL;
    wq_rows_free(rows);
    return status;
}

static int also_record(const args *a, const char *name, bool *found)
{
    wq_rows_format format = rows_format(default_format(a));
    bool named = a->given[OPT_DB] || getenv("WAQAI_DB");
    if ((format != WQ_ROWS_TABLE && format != WQ_ROWS_RECORDS) ||
        (!named && access(record_path(a), R_OK) != 0))
        return EXIT_FINE;
    wq_record *record;
    wq_error err;
    if (wq_record_open(record_path(a), WQ_RECORD_READ, &record, &err) != WQ_OK)
        return complain("%s", err.text);
    int status = write_events(a, record, name, found);
    wq_record_close(record);
    return status;
}

/* Whom the lexicon does not know, a record may. */
static int ask_record(const args *a, const char *name, const wq_error *unknown)
{
    bool found = false;
    int status = also_record(a, name, &found);
    return status == EXIT_FINE && !found ? complain("%s", unknown->text) : status;
}

static int ask(const args *a, const wq_engine *engine, const char *name)
{
    wq_rows *rows;
    wq_error err;
    wq_status st = wq_who(engine, name, a->value[OPT_ON], &rows, &err);
    if (st == WQ_E_USE)
        return usage(a->command, "--on: %s", err.text);
    if (st != WQ_OK)
        return ask_record(a, name, &err);
    int status = write_rows(a, rows, &(page){ stdout, NULL });
    wq_rows_free(rows);
    return status == EXIT_FINE ? also_record(a, name, &(bool){ false }) : status;
}

int cmd_who(const args *a)
{
    wq_engine *engine;
    wq_error err;
    if (wq_engine_new(&(wq_options){ .lexicon_dir = a->value[OPT_LEXICON] }, &engine,
                      &err) != WQ_OK)
        return complain("%s", err.text);
    int status = ask(a, engine, a->operands[0]);
    wq_engine_free(engine);
    return status;
}
