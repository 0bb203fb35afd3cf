/* waqai who: who somebody is, and which offices were theirs. */
#include <errno.h>
#include <string.h>
#include <waqai/who.h>

#include "run.h"

static const struct {
    const char *name;
    wq_rows_format format;
} FORMATS[] = { { "table", WQ_ROWS_TABLE }, { "records", WQ_ROWS_RECORDS },
                { "jsonl", WQ_ROWS_JSONL }, { "json", WQ_ROWS_JSON },
                { "csv", WQ_ROWS_CSV },     { "tsv", WQ_ROWS_TSV } };

static wq_rows_format rows_format(const char *name)
{
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++)
        if (strcmp(FORMATS[i].name, name) == 0)
            return FORMATS[i].format;
    return WQ_ROWS_TABLE;
}

static int to_stdout(void *to, const char *p, size_t n)
{
    return fwrite(p, 1, n, to) == n;
}

static int write_rows(const args *a, wq_rows *rows)
{
    const wq_layout layout = { .format = rows_format(default_format(a)) };
    wq_error err;
    wq_status st = wq_rows_write(rows, &layout, to_stdout, stdout, NULL, &err);
    if (st != WQ_OK && st != WQ_END && st != WQ_E_IO)
        return complain("%s", err.text);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_FINE;
    return errno == EPIPE ? EXIT_FAILED : complain("standard output: %s", strerror(errno));
}

static int ask(const args *a, const wq_engine *engine, const char *name)
{
    wq_rows *rows;
    wq_error err;
    wq_status st = wq_who(engine, name, a->value[OPT_ON], &rows, &err);
    if (st == WQ_E_USE)
        return usage(a->command, "--on: %s", err.text);
    if (st != WQ_OK)
        return complain("%s", err.text);
    int status = write_rows(a, rows);
    wq_rows_free(rows);
    return status;
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
