/* Bytes in any charset, after a line that is taken for the Content-Type: the result is UTF-8 without NUL
 * or CR, and decoding it again changes nothing.                                                        */
#include <stdlib.h>

#include "base/utf8.h"
#include "page/charset.h"

static void check(arena *a, wq_str bytes, wq_str content_type)
{
    uint32_t bad;
    wq_str text = charset_decode(a, bytes, content_type, &bad);
    if (text.n > bytes.n * 3 + 16)
        abort();
    if (text.n == 0)
        return;
    if (memchr(text.p, 0, text.n) || memchr(text.p, '\r', text.n) ||
        utf8_valid_prefix(text) != text.n)
        abort();
    if (str_starts(text, STR("\xef\xbb\xbf")) || memchr(text.p, 6, text.n))
        return; /* a second mark, or letters of UTF-16: another reading is allowed */
    wq_str again = charset_decode(a, text, content_type, &bad);
    if (!str_eq(text, again) || bad)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    jmp_buf full;
    wq_str rest = { (const char *)data, size }, type = { "", 0 };
    const char *line = size ? memchr(data, '\n', size) : NULL;
    if (line) {
        type = (wq_str){ rest.p, (size_t)(line - rest.p) };
        rest = str_sub(rest, type.n + 1, rest.n);
    }
    arena_init(&a, (size_t)64 << 20);
    a.full = &full;
    if (setjmp(full) == 0)
        check(&a, rest, type);
    arena_fini(&a);
    return 0;
}
