/* One line of JSON Lines: refused with a place inside it, or fields that are UTF-8 without NUL and CR. */
#include <stdlib.h>

#include "base/utf8.h"
#include "page/json_record.h"

static void check(arena *a, wq_str line)
{
    json_record r;
    wq_error err = { 0 };
    wq_status status = json_record_read(a, line, &r, &err);
    if (status != WQ_OK) {
        if (status != WQ_E_FORMAT || err.pos > line.n * 3 || err.text[0] == '\0')
            abort();
        return;
    }
    const wq_str parts[] = { r.id,  r.title,  r.text,   r.html,
                             r.url, r.outlet, r.byline, r.published };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i].p && (parts[i].n == 0 || memchr(parts[i].p, 0, parts[i].n) ||
                           memchr(parts[i].p, '\r', parts[i].n) ||
                           utf8_valid_prefix(parts[i]) != parts[i].n))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    jmp_buf full;
    arena_init(&a, (size_t)64 << 20);
    a.full = &full;
    if (setjmp(full) == 0)
        check(&a, (wq_str){ (const char *)data, size });
    arena_fini(&a);
    return 0;
}
