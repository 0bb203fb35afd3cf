/* Corrections: whatever the file says, the record holds afterwards, and what it prints can be laid over it again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <waqai/record.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds)
{
    if (!holds)
        abort();
}

static wq_record *record; /* made once: its code books take time */

static void close_record(void)
{
    wq_record_close(record);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    wq_error err;
    wq_text once, again;
    if (!record) {
        must(wq_record_open(":memory:", WQ_RECORD_CREATE, &record, &err) == WQ_OK);
        atexit(close_record);
    }
    wq_status st =
        wq_record_correct(record, (wq_str){ (const char *)data, size }, "fuzz", NULL, &err);
    if (st != WQ_OK)
        must(st == WQ_E_FORMAT && err.text[0]);
    must(wq_record_corrections(record, &once, &err) == WQ_OK);
    must(wq_record_correct(record, (wq_str){ once.p, once.n }, "again", NULL, &err) ==
         WQ_OK);
    must(wq_record_corrections(record, &again, &err) == WQ_OK);
    must(once.n == again.n && memcmp(once.p, again.p, once.n) == 0);
    wq_text_free(&once);
    wq_text_free(&again);
    return 0;
}
