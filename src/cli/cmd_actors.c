/* waqai actors: who appears in pages. */
#include <string.h>

#include "run.h"

int cmd_actors(const args *a)
{
    const char *format = default_format(a);
    run_spec spec = { .format = WQ_FORMAT_ACTORS };
    if (strcmp(format, "table") == 0)
        spec.format = WQ_FORMAT_ACTORS_TABLE;
    if (strcmp(format, "csv") == 0)
        spec =
            (run_spec){ .format = WQ_FORMAT_ACTORS_CSV, .first = wq_actors_csv_header() };
    return run_files(a, &spec);
}
