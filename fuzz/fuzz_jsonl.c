/* JSON Lines and spread JSON: an object begins and ends with a brace, and no byte is given twice.  The
 * first byte of the input says how it begins, so that the fuzzer stays with JSON.                    */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look(const wq_page *r)
{
    wq_str s = r->bytes;
    if (r->kind == SAVED_JSON && (s.n < 2 || s.p[0] != '{' || s.p[s.n - 1] != '}'))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const starts[] = { "{\"id\":1}\n", "[{\"id\":1},\n",
                                          "{\n\"id\":", "nonsense\n{\"id\":1}\n" };
    if (size == 0)
        return 0;
    const char *start = starts[data[0] & 3];
    size_t n = strlen(start);
    uint8_t *all = malloc(n + size);
    if (!all)
        return 0;
    memcpy(all, start, n);
    memcpy(all + n, data + 1, size - 1);
    fuzz_sum sum = fuzz_read(all, n + size - 1, look);
    free(all);
    if (sum.bytes > n + size)
        abort();
    return 0;
}
