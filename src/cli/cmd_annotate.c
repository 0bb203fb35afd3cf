/* waqai annotate: documents with all that was found in them. */
#include "run.h"

int cmd_annotate(const args *a)
{
    return run_files(a, &(run_spec){ .format = WQ_FORMAT_DOCUMENT });
}
