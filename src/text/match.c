#include "text/match.h"

#include "base/utf8.h"

enum { LONGEST_PHRASE = 256, MAX_BARE = 10 };

static bool is_quote_mark(const text_part *part, const text_token *t)
{
    uint32_t cp = 0;
    if (t->kind == TOKEN_PUNCT)
        utf8_decode(part->raw.p + t->byte, t->n_byte, &cp);
    return cp == '"' || (cp >= 0x201c && cp <= 0x201f) || cp == 0xab || cp == 0xbb ||
           cp == '/'; /* agencies write /so/ */
}

static void insert(match_hit *out, uint32_t *n, uint32_t max, match_hit hit)
{
    uint32_t at = *n;
    while (at > 0 && out[at - 1].last < hit.last)
        at--;
    if (at >= max)
        return;
    if (*n < max)
        ++*n;
    for (uint32_t i = *n - 1; i > at; i--)
        out[i] = out[i - 1];
    out[at] = hit;
}

/* Follows one reading of the first word through the phrases that begin with it. */
static void follow(const lexicon *lex, const text_part *part, uint32_t first,
                   word_bare bare, match_hit *out, uint32_t *n, uint32_t max)
{
    char key[LONGEST_PHRASE];
    size_t length = bare.form.n;
    if (length > sizeof key)
        return;
    memcpy(key, bare.form.p, length);
    for (uint32_t last = first + 1;; last++) {
        uint32_t entries;
        wq_str phrase = { key, length };
        bool longer;
        const lex_entry *e = lex_find_phrase(lex, phrase, &entries, &longer);
        if (e)
            insert(out, n, max, (match_hit){ last, bare.clitics, e, entries });
        if (!longer)
            return;
        while (last < part->n_tokens && is_quote_mark(part, &part->token[last]))
            last++;
        if (last >= part->n_tokens || part->token[last].kind == TOKEN_PUNCT)
            return;
        wq_str next = part->token[last].form;
        if (length + 1 + next.n > sizeof key)
            return;
        key[length] = ' ';
        memcpy(key + length + 1, next.p, next.n);
        length += 1 + next.n;
    }
}

static uint32_t look_up(const lexicon *lex, const text_part *part, uint32_t first,
                        match_hit *out, uint32_t max)
{
    const text_token *t = &part->token[first];
    uint32_t n = 0;
    if (t->kind == TOKEN_PUNCT || t->form.n == 0 || t->form.n > LONGEST_PHRASE - 8)
        return 0;
    char scratch[LONGEST_PHRASE];
    word_bare bare[MAX_BARE];
    bare[0] = (word_bare){ t->form, 0, 0 };
    uint32_t ways =
        t->kind == TOKEN_WORD ? word_strip(t->form, bare, MAX_BARE, scratch) : 1;
    for (uint32_t i = 0; i < ways; i++)
        follow(lex, part, first, bare[i], out, &n, max);
    return n;
}

struct match_hits {
    uint32_t n;
    match_hit hit[];
};

void match_prepare(const lexicon *lex, arena *a, text_part *part)
{
    match_hit hit[MATCH_MAX];
    for (uint32_t i = 0; i < part->n_tokens; i++) {
        uint32_t n = look_up(lex, part, i, hit, MATCH_MAX);
        struct match_hits *kept = arena_alloc(a, sizeof *kept + n * sizeof *hit);
        kept->n = n;
        memcpy(kept->hit, hit, n * sizeof *hit);
        part->token[i].match = kept;
    }
}

const match_hit *match_kept(const text_part *part, uint32_t first, uint32_t *n)
{
    const struct match_hits *kept = part->token[first].match;
    *n = kept ? kept->n : 0;
    return kept ? kept->hit : NULL;
}

uint32_t match_at(const lexicon *lex, const text_part *part, uint32_t first, match_hit *out,
                  uint32_t max)
{
    const struct match_hits *kept = part->token[first].match;
    if (!kept)
        return look_up(lex, part, first, out, max);
    uint32_t n = kept->n < max ? kept->n : max;
    memcpy(out, kept->hit, n * sizeof *out);
    return n;
}
