/* The public functions for who edits the lexicon. */
#include "base/utf8.h"
#include "coder/document.h"
#include "lint/lint.h"
#include "morph/describe.h"
#include "text/match.h"

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

wq_status wq_lexicon_check(const char *dir, unsigned how, wq_text *findings, uint32_t *n,
                           wq_error *err)
{
    buf b = { 0 };
    uint32_t found = 0;
    wq_status st = lint_folder(lex_builtin(), how, dir, &b, &found, err);
    if (st == WQ_OK)
        st = give(&b, findings, err);
    else
        buf_fini(&b);
    if (st == WQ_OK)
        *n = found;
    return st;
}

/* Rows whose name is this whole phrase. */
static void show_phrase(const lexicon *lex, arena *a, const text_part *p, buf *out)
{
    match_hit hit[MATCH_MAX];
    uint32_t n = match_at(lex, p, 0, hit, MATCH_MAX);
    for (uint32_t i = 0; i < n; i++) {
        if (hit[i].tokens != p->n_tokens)
            continue;
        morph_analysis *v = ARENA_ARRAY(a, morph_analysis, hit[i].n + 1);
        for (uint32_t k = 0; k < hit[i].n; k++)
            v[k] = (morph_analysis){ .clitics = hit[i].clitics, .entry = hit[i].entry[k] };
        morph_word w = { .v = v, .n = hit[i].n, .n_all = hit[i].n };
        text_token whole = { .form = text_slice(p, 0, p->n_tokens), .morph = &w };
        for (uint32_t k = 0; k < hit[i].n; k++)
            v[k].to = (uint8_t)(whole.form.n < 255 ? whole.form.n : 255);
        morph_show(lex, a, &whole, out);
    }
}

static void show(const lexicon *lex, arena *a, wq_str word, buf *out)
{
    text_part p;
    text_analyse(lex, a, WQ_PART_TEXT, word, &p);
    morph_analyse(lex, a, &p);
    if (p.n_tokens > 1)
        show_phrase(lex, a, &p, out);
    for (uint32_t i = 0; i < p.n_tokens; i++) {
        const text_token *t = &p.token[i];
        bool unknown = t->kind == TOKEN_WORD && !t->morph->known;
        buf_printf(out, "# %.*s%s%s\n", STR_ARG(t->form), t->masked ? " (was masked)" : "",
                   unknown ? ": in no lexicon, may be a name" : "");
        morph_show(lex, a, t, out);
    }
}

wq_status wq_lexicon_show(const wq_engine *engine, wq_str word, wq_text *out, wq_error *err)
{
    arena a;
    jmp_buf full;
    buf b = { 0 };
    size_t valid = utf8_valid_prefix(word);
    if (valid != word.n)
        return fail(err, WQ_E_FORMAT, valid, "want UTF-8, found another byte at %zu",
                    valid);
    arena_init(&a, engine->arena_limit);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return fail(err, WQ_E_LIMIT, 0, "too long to show");
    }
    show(engine->lex, &a, word, &b);
    arena_fini(&a);
    return give(&b, out, err);
}
