#include "lint/lint.h"

#include "lexicon/compile.h"
#include "lexicon/files.h"
#include "lint/rows.h"

/* Last of all the compiler itself, for what only it can see. */
static void check_compiles(lint *l, const lexicon *base)
{
    compiler *c = compiler_new(l->mem);
    wq_str image;
    wq_error err;
    if (base)
        compiler_add_lexicon(c, base);
    if (files_add_folder(c, l->mem, l->dir, &err) == WQ_OK &&
        compiler_finish(c, &image, &err) == WQ_OK)
        return;
    buf_printf(l->out, "%s: %s\n", l->dir, err.text);
    l->findings++;
}

static wq_status check(lint *l, const lexicon *base, bool alone, wq_error *err)
{
    wq_status st = lint_read_folder(l, err);
    if (st != WQ_OK)
        return st;
    if (l->files.n == 0)
        return fail(err, WQ_E_IO, 0, "%s: holds no .tsv file", l->dir);
    if (!alone)
        lint_add_lexicon(l, base, LEX_TABLES);
    else if (l->table[LEX_CHECK].rows.n == 0)
        lint_add_lexicon(l, base, LEX_CHECK);
    lint_index(l);
    lint_check_form(l);
    lint_check_columns(l);
    lint_check_needs(l);
    lint_check_tenures(l);
    lint_check_spellings(l);
    if (l->findings == 0)
        check_compiles(l, alone ? NULL : base);
    return WQ_OK;
}

wq_status lint_folder(const lexicon *base, unsigned how, const char *dir, buf *out,
                      uint32_t *findings, wq_error *err)
{
    arena a;
    jmp_buf full;
    lint *l;
    arena_init(&a, (size_t)1 << 31);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return fail(err, WQ_E_NOMEM, 0, "%s: out of memory", dir);
    }
    l = ARENA_NEW(&a, lint);
    *l = (lint){ .mem = &a, .dir = dir, .out = out };
    l->gaps = how & WQ_CHECK_GAPS;
    wq_status st = check(l, base, how & WQ_CHECK_ALONE, err);
    if (st == WQ_OK)
        *findings = l->findings;
    arena_fini(&a);
    return st;
}
