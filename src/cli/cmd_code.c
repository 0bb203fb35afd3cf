/* waqai code: events. */
#include <string.h>
#include <unistd.h>

#include "run.h"

/* A person gets a table, a program gets JSON. */
static const char *format_of(const args *a)
{
    if (a->value[OPT_FORMAT])
        return a->value[OPT_FORMAT];
    return !a->value[OPT_OUTPUT] && isatty(STDOUT_FILENO) ? "table" : "jsonl";
}

int cmd_code(const args *a)
{
    const char *format = format_of(a);
    run_spec spec = { .format = WQ_FORMAT_EVENTS };
    if (strcmp(format, "table") == 0)
        spec.format = WQ_FORMAT_TABLE;
    if (strcmp(format, "csv") == 0)
        spec = (run_spec){ .format = WQ_FORMAT_CSV, .first = wq_csv_header() };
    return run_files(a, &spec);
}
