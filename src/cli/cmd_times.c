/* waqai times: time expressions. */
#include <string.h>

#include "run.h"

int cmd_times(const args *a)
{
    static const row_formats formats = { WQ_FORMAT_TIMES, WQ_FORMAT_TIMES_TABLE,
                                         WQ_FORMAT_TIMES_CSV, WQ_FORMAT_TIMES_TSV,
                                         WQ_FORMAT_TIMES_EXCEL };
    run_spec spec = { .times = true };
    if (!run_rows(a, &formats, &spec))
        return EXIT_USAGE;
    if (strcmp(default_format(a), "timeml") == 0)
        spec.format = WQ_FORMAT_TIMEML;
    return run_files(a, &spec);
}
