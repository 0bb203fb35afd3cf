/* waqai add: pages into a record. */
#include "run.h"

int cmd_add(const args *a)
{
    store to;
    return run_files(a, &(run_spec){ .to = &to });
}
