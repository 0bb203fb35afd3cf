/* waqai verify, waqai diff: does a record hold, and what has another one? */
#include <waqai/record.h>

#include "store.h"

static int print_findings(const args *a, wq_text *text, uint32_t n)
{
    bool told =
        a->given[OPT_QUIET] || !text->n || fwrite(text->p, 1, text->n, stdout) == text->n;
    wq_text_free(text);
    if (!told || fflush(stdout) != 0)
        return complain("standard output: can't be written");
    return n ? EXIT_FAILED : EXIT_FINE;
}

int cmd_verify(const args *a)
{
    wq_record *record;
    wq_error err;
    wq_text found;
    uint32_t n;
    if (wq_record_open(record_path(a), WQ_RECORD_READ, &record, &err) != WQ_OK)
        return complain("%s", err.text);
    wq_status st = wq_record_verify(record, &found, &n, &err);
    wq_record_close(record);
    if (st != WQ_OK)
        return complain("%s", err.text);
    if (n)
        complain("%s: %u things do not hold", record_path(a), n);
    return print_findings(a, &found, n);
}

int cmd_diff(const args *a)
{
    wq_record *record;
    wq_error err;
    wq_text found;
    uint32_t n;
    if (wq_record_open(a->operands[0], WQ_RECORD_READ, &record, &err) != WQ_OK)
        return complain("%s", err.text);
    wq_status st = wq_record_diff(record, a->operands[1], &found, &n, &err);
    wq_record_close(record);
    return st == WQ_OK ? print_findings(a, &found, n) : complain("%s", err.text);
}
