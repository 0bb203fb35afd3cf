/* The public functions for who edits the lexicon. */
#include "coder/document.h"
#include "lint/lint.h"

/* `b` as an owned text, NUL-terminated; unknown where memory ran out. */
static wq_status give(buf *b, wq_text *out, wq_error *err)
{
    buf_char(b, '\0');
    if (b->failed) {
        buf_fini(b);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    *out = (wq_text){ b->p, b->n - 1 };
    return WQ_OK;
}

wq_status wq_lexicon_check(const char *dir, int alone, wq_text *findings, uint32_t *n,
                           wq_error *err)
{
    buf b = { 0 };
    uint32_t found = 0;
    wq_status st = lint_folder(lex_builtin(), alone != 0, dir, &b, &found, err);
    if (st == WQ_OK)
        st = give(&b, findings, err);
    else
        buf_fini(&b);
    if (st == WQ_OK)
        *n = found;
    return st;
}
