/* waqai export: a record in the formats of other programs. */
#include <waqai/export.h>

#include "answer.h"

int cmd_export(const args *a)
{
    answer w;
    int status = answer_open(&w, a);
    if (status != EXIT_FINE)
        return status;
    const char *format = a->value[OPT_FORMAT]  ? a->value[OPT_FORMAT]
                         : a->given[OPT_EXCEL] ? "csv"
                                               : "jsonl";
    wq_status st = wq_export(w.record, format, &w.filter, a->given[OPT_EXCEL], answer_sink,
                             &w.out, NULL, &w.err);
    return answer_close(&w, st);
}
