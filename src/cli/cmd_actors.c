/* waqai actors: who appears in pages. */
#include "run.h"

int cmd_actors(const args *a)
{
    static const row_formats formats = { WQ_FORMAT_ACTORS, WQ_FORMAT_ACTORS_TABLE,
                                         WQ_FORMAT_ACTORS_CSV, WQ_FORMAT_ACTORS_TSV,
                                         WQ_FORMAT_ACTORS_EXCEL };
    run_spec spec = { 0 };
    return run_rows(a, &formats, &spec) ? run_files(a, &spec) : EXIT_USAGE;
}
