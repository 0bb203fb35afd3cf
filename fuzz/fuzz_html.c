/* A page of any bytes: what comes out is UTF-8 without NUL, no longer than went in, and the same again. */
#include <stdlib.h>

#include "base/utf8.h"
#include "page/page.h"

enum { SLACK = 64 }; /* a date is printed longer than it may have stood in the page */

static void check(wq_str s, size_t size)
{
    if (s.n > size * 3 + SLACK) /* one byte of an 8-bit charset may become three */
        abort();
    if (s.n && (memchr(s.p, 0, s.n) || utf8_valid_prefix(s) != s.n))
        abort();
}

static uint64_t read_once(arena *a, const uint8_t *data, size_t size)
{
    wq_page record = { .kind = SAVED_PAGE, .bytes = { (const char *)data, size } };
    page_article article;
    if (page_read(lex_builtin(), a, &record, &article, NULL) != WQ_OK)
        abort(); /* no page is refused */
    const wq_str parts[] = { article.id,        article.url,           article.outlet,
                             article.byline,    article.title,         article.text,
                             article.published, article.published_from };
    uint64_t hash = HASH_SEED;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        check(parts[i], size);
        hash = hash_bytes(hash, parts[i].p, parts[i].n);
    }
    return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    jmp_buf full;
    arena_init(&a, (size_t)256 << 20);
    a.full = &full;
    if (setjmp(full) == 0) {
        uint64_t first = read_once(&a, data, size);
        arena_reset(&a);
        if (read_once(&a, data, size) != first)
            abort();
    }
    arena_fini(&a);
    return 0;
}
