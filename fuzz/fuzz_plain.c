/* Whatever the text, the main text is made of its lines, in order and letter for letter. */
#include <stdlib.h>

#include "base/utf8.h"
#include "page/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_lines(wq_str in, wq_str out)
{
    for (wq_str want, line; out.n && str_next(&out, '\n', &want);) {
        bool found = false;
        while (!found && str_next(&in, '\n', &line))
            found = str_eq(line, want);
        if (!found)
            abort();
    }
}

/* The first byte says whether the text's first line is given as the title. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    jmp_buf full;
    if (size == 0)
        return 0;
    arena_init(&a, (size_t)1 << 26);
    a.full = &full;
    if (setjmp(full) == 0) {
        uint32_t bad;
        page_article article = { 0 };
        wq_str text = utf8_repair(&a, (wq_str){ (const char *)data + 1, size - 1 }, &bad);
        wq_str rest = text;
        if (data[0] & 1)
            str_next(&rest, '\n', &article.title);
        plain_article(lex_builtin(), &a, text, &article);
        check_lines(text, article.text);
    }
    arena_fini(&a);
    return 0;
}
