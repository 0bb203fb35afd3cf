/* coverage FILE...: how many running words have an analysis, and the most frequent that have none.
 *
 * Words are tokens of Arabic letters.  Left out are those of a name that the lexicon knows, and words that only stand where a
 * name stands, which are told by their neighbours...   */
#include <stdio.h>
#include <stdlib.h>

#include "input/saved.h"
#include "morph/morph.h"
#include "page/page.h"
#include "text/text.h"

typedef struct unknown {
    wq_str form;
    uint32_t n;
} unknown;

typedef struct tally {
    arena keep;
    unknown *slot;
    uint32_t size, n;
    uint64_t words, known, tokens;
} tally;

static void count(tally *t, wq_str form)
{
    uint32_t i = (uint32_t)hash_bytes(HASH_SEED, form.p, form.n) & (t->size - 1);
    while (t->slot[i].n && !str_eq(t->slot[i].form, form))
        i = (i + 1) & (t->size - 1);
    if (t->slot[i].n++ == 0) {
        t->slot[i].form = arena_str(&t->keep, form.p, form.n);
        t->n++;
    }
}

static void read_part(const lexicon *lex, arena *a, wq_str raw, tally *t)
{
    text_part part;
    text_analyse(lex, a, WQ_PART_TEXT, raw.p ? raw : STR(""), &part);
    morph_analyse(lex, a, &part);
    for (uint32_t i = 0; i < part.n_tokens; i++) {
        const text_token *w = &part.token[i];
        t->tokens++;
        if (w->kind != TOKEN_WORD)
            continue;
        t->words++;
        if (w->morph->known)
            t->known++;
        else
            count(t, w->norm);
    }
}

static int by_count(const void *a, const void *b)
{
    const unknown *x = a, *y = b;
    return x->n < y->n ? 1 : x->n > y->n ? -1 : str_cmp(x->form, y->form);
}

int main(int argc, char **argv)
{
    arena a;
    tally t = { .size = 1 << 22 };
    arena_init(&a, (size_t)1 << 30);
    arena_init(&t.keep, (size_t)1 << 32);
    t.slot = calloc(t.size, sizeof *t.slot);
    for (int i = 1; i < argc; i++) {
        wq_reader *r;
        wq_error err;
        wq_page *page;
        if (wq_reader_open(argv[i], NULL, &r, &err) != WQ_OK)
            return 1;
        for (wq_status st; (st = wq_reader_next(r, &page, &err)) != WQ_END;) {
            if (st != WQ_OK)
                continue;
            page_article art;
            arena_reset(&a);
            if (page_read(lex_builtin(), &a, page, &art, &err) == WQ_OK) {
                read_part(lex_builtin(), &a, art.title, &t);
                read_part(lex_builtin(), &a, art.text, &t);
            }
            wq_page_free(page);
        }
        wq_reader_close(r);
    }
    printf("tokens %lu words %lu known %lu %.4f distinct unknown %u\n", t.tokens, t.words,
           t.known, (double)t.known / (double)t.words, t.n);
    qsort(t.slot, t.size, sizeof *t.slot, by_count);
    for (uint32_t i = 0; i < t.n; i++)
        printf("%u\t%.*s\n", t.slot[i].n, (int)t.slot[i].form.n, t.slot[i].form.p);
    return 0;
}
