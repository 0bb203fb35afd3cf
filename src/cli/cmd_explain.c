/* waqai explain: what each stage made of a sentence or a page. */
#include "run.h"

int cmd_explain(const args *a)
{
    wq_format format = a->given[OPT_CASES] ? WQ_FORMAT_CASE : WQ_FORMAT_EXPLAIN;
    return run_files(a, &(run_spec){ .format = format, .sentences = true });
}
