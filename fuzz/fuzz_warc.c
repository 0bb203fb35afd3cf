/* WARC, plain and gzipped: reading ends, no record is above the limit, and all together are no more than
 * deflate can pack into so many bytes (about 1032 to 1), twice, brotli aside.                          */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look(const wq_page *r)
{
    if (r->bytes.n > 6 * (size_t)FUZZ_LIMIT)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_sum sum = fuzz_read(data, size, look);
    if (sum.bytes / FUZZ_LIMIT > 8 * sum.results)
        abort();
    return 0;
}
