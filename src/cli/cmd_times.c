/* waqai times: time expressions. */
#include <string.h>

#include "run.h"

int cmd_times(const args *a)
{
    const char *format = default_format(a);
    run_spec spec = { .format = WQ_FORMAT_TIMES, .times = true };
    if (strcmp(format, "table") == 0)
        spec.format = WQ_FORMAT_TIMES_TABLE;
    if (strcmp(format, "timeml") == 0)
        spec.format = WQ_FORMAT_TIMEML;
    return run_files(a, &spec);
}
