/* waqai code: events. */
#include "run.h"

int cmd_code(const args *a)
{
    static const row_formats formats = { WQ_FORMAT_EVENTS, WQ_FORMAT_TABLE, WQ_FORMAT_CSV,
                                         WQ_FORMAT_TSV, WQ_FORMAT_EXCEL };
    run_spec spec = { 0 };
    return run_rows(a, &formats, &spec) ? run_files(a, &spec) : EXIT_USAGE;
}
