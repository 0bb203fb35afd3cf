/* waqai code: events. */
#include <string.h>

#include "run.h"

int cmd_code(const args *a)
{
    const char *format = default_format(a);
    run_spec spec = { .format = WQ_FORMAT_EVENTS };
    if (strcmp(format, "table") == 0)
        spec.format = WQ_FORMAT_TABLE;
    if (strcmp(format, "csv") == 0)
        spec = (run_spec){ .format = WQ_FORMAT_CSV, .first = wq_csv_header() };
    return run_files(a, &spec);
}
