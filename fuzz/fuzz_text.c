/* Outside text cut into tokens, sentences and quotations: tokens inside the text, in order, their bytes and code points in
 * step; sentences and quotations made of tokens; stems inside words.                                                  */
#include <stdlib.h>

#include "base/utf8.h"
#include "morph/morph.h"
#include "script/fold.h"
#include "text/match.h"

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_token(const text_part *p, uint32_t i, uint32_t byte, uint32_t cp)
{
    const text_token *t = &p->token[i];
    require(t->byte >= byte && t->n_byte > 0 && t->byte + t->n_byte <= p->raw.n);
    require(t->cp == cp + utf8_count(str_sub(p->raw, byte, t->byte)));
    require(t->n_cp == utf8_count(str_sub(p->raw, t->byte, t->byte + t->n_byte)));
    require(utf8_valid_prefix(t->form) == t->form.n &&
            utf8_valid_prefix(t->norm) == t->norm.n);
    require(!t->masked || t->kind == TOKEN_WORD);
    for (uint32_t k = 0; t->morph && k < t->morph->n; k++)
        require(t->morph->v[k].from <= t->morph->v[k].to && t->morph->v[k].to <= t->form.n);
}

static void check_parts(const text_part *p)
{
    uint32_t last = 0, paragraph = 0;
    for (uint32_t i = 0; i < p->n_sentences; i++) {
        const text_sentence *s = &p->sentence[i];
        require(s->first >= last && s->first < s->last && s->last <= p->n_tokens);
        require(s->paragraph >= paragraph);
        last = s->last;
        paragraph = s->paragraph;
    }
    for (uint32_t i = 0; i < p->n_quotations; i++)
        require(p->quotation[i].first <= p->quotation[i].last + 1 &&
                p->quotation[i].last <= p->n_tokens);
}

static void check_matches(const text_part *p)
{
    match_hit hit[MATCH_MAX];
    for (uint32_t i = 0; i < p->n_tokens; i++) {
        uint32_t n = match_at(lex_builtin(), p, i, hit, MATCH_MAX);
        for (uint32_t k = 0; k < n; k++) {
            wq_span span = text_span_bare(p, i, i + hit[k].tokens, hit[k].clitics);
            require(hit[k].tokens > 0 && i + hit[k].tokens <= p->n_tokens &&
                    span.start <= span.end);
        }
    }
}

/* `text` with harakat behind its letters, and tatweel between two of them. */
static wq_str with_harakat(arena *a, wq_str text)
{
    static const char *const marks[] = { "\xd9\x8e", "\xd9\x91\xd9\x8f", "\xd9\x80",
                                         "\xd9\x92" };
    char *out = arena_alloc(a, text.n * 3 + 8);
    size_t n = 0, k = 0;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp, next = 0;
        unsigned len = utf8_decode(text.p + i, text.n - i, &cp);
        memcpy(out + n, text.p + i, len);
        n += len;
        i += len;
        if (i < text.n)
            (void)utf8_decode(text.p + i, text.n - i, &next);
        if (!cp_is_arabic_letter(cp) || len != 2)
            continue;
        const char *mark = marks[k++ % 4];
        if (mark[1] == '\x80' && !cp_is_arabic_letter(next))
            continue; /* a tatweel before a dot says that the word goes on */
        memcpy(out + n, mark, strlen(mark));
        n += strlen(mark);
    }
    return (wq_str){ out, n };
}

/* Harakat and tatweel change no word and no reading of it. */
static void check_harakat(arena *a, const text_part *p)
{
    text_part q;
    text_analyse(lex_builtin(), a, WQ_PART_TEXT, with_harakat(a, p->raw), &q);
    morph_analyse(lex_builtin(), a, &q);
    require(q.n_tokens == p->n_tokens && q.n_sentences == p->n_sentences);
    for (uint32_t i = 0; i < p->n_tokens; i++) {
        const text_token *t = &p->token[i], *u = &q.token[i];
        require(str_eq(t->norm, u->norm) && str_eq(t->form, u->form) && t->kind == u->kind);
        require(!t->morph == !u->morph && (!t->morph || t->morph->n == u->morph->n));
        for (uint32_t k = 0; t->morph && k < t->morph->n; k++)
            require(memcmp(&t->morph->v[k].entry, &u->morph->v[k].entry,
                           sizeof(lex_entry)) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena a;
    jmp_buf full;
    uint32_t bad;
    arena_init(&a, 1 << 26);
    if (setjmp(full) == 0) {
        a.full = &full;
        text_part p;
        wq_str text = utf8_repair(&a, (wq_str){ (const char *)data, size }, &bad);
        text_analyse(lex_builtin(), &a, WQ_PART_TEXT, text, &p);
        morph_analyse(lex_builtin(), &a, &p);
        uint32_t byte = 0, cp = 0;
        for (uint32_t i = 0; i < p.n_tokens; i++) {
            check_token(&p, i, byte, cp);
            byte = p.token[i].byte + p.token[i].n_byte;
            cp = p.token[i].cp + p.token[i].n_cp;
        }
        check_parts(&p);
        check_matches(&p);
        check_harakat(&a, &p);
    }
    arena_fini(&a);
    return 0;
}
