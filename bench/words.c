/* words [-u N] FILE...: the speed from clean text to analysed words in one thread, and how many running words have an analysis.
 *
 * Words are tokens of Arabic letters.  Counted are all, and those that stand in no name of a person, organisation or place as the
 * later stages find them.  -u N lists the N most frequent words that have none.                                              */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "actor/actor.h"
#include "calendar/calendar.h"
#include "input/saved.h"
#include "morph/morph.h"
#include "page/page.h"
#include "place/place.h"
#include "text/memory.h"

typedef struct unknown {
    wq_str form;
    uint32_t n;
} unknown;

typedef struct words {
    arena mem, keep;
    word_memory *memory;
    unknown *slot;
    uint32_t size, distinct;
    uint64_t tokens, words, known, bytes;
    uint64_t common, common_known; /* words outside names */
    double seconds;
} words;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "words: %s\n", what);
    exit(1);
}

static void note_unknown(words *w, wq_str form)
{
    uint32_t i = (uint32_t)hash_bytes(HASH_SEED, form.p, form.n) & (w->size - 1);
    while (w->slot[i].n && !str_eq(w->slot[i].form, form))
        i = (i + 1) & (w->size - 1);
    if (w->slot[i].n++ == 0) {
        w->slot[i].form = arena_str(&w->keep, form.p, form.n);
        if (++w->distinct * 2 > w->size)
            give_up("more different unknown words than it can count");
    }
}

/* Which tokens stand in a name, one byte each. */
static const char *names_of(words *w, const text_part *part)
{
    place_list places;
    actor_list actors;
    char *in = arena_alloc(&w->mem, part->n_tokens + 1);
    place_find(lex_builtin(), &w->mem, part, &places);
    actor_find(lex_builtin(), &w->mem, part, NULL, CALENDAR_NONE, NULL, &actors);
    for (uint32_t i = 0; i < places.n; i++)
        memset(in + places.v[i].first, 1, places.v[i].last - places.v[i].first);
    for (uint32_t i = 0; i < actors.n; i++)
        memset(in + actors.v[i].first, 1, actors.v[i].last - actors.v[i].first);
    return in;
}

static void count(words *w, const text_part *part)
{
    const char *name = names_of(w, part);
    w->tokens += part->n_tokens;
    for (uint32_t i = 0; i < part->n_tokens; i++) {
        const text_token *t = &part->token[i];
        if (t->kind != TOKEN_WORD)
            continue;
        w->words++;
        w->known += t->morph->n_all > 0;
        w->common += !name[i];
        w->common_known += !name[i] && t->morph->n_all > 0;
        if (t->morph->n_all == 0 && !name[i])
            note_unknown(w, t->norm);
    }
}

static void run_part(words *w, wq_part which, wq_str raw)
{
    text_part part;
    double start = now();
    text_analyse(lex_builtin(), &w->mem, which, raw.p ? raw : STR(""), &part);
    part.memory = w->memory;
    morph_analyse(lex_builtin(), &w->mem, &part);
    w->seconds += now() - start;
    w->bytes += raw.n;
    count(w, &part);
}

static void run_page(words *w, const wq_page *page)
{
    wq_error err;
    page_article article;
    arena_reset(&w->mem);
    memory_begin(w->memory, &w->mem);
    if (page_read(lex_builtin(), &w->mem, page, &article, &err) != WQ_OK)
        return;
    run_part(w, WQ_PART_TITLE, article.title);
    run_part(w, WQ_PART_TEXT, article.text);
}

static void run_input(words *w, const char *path)
{
    wq_reader *reader;
    wq_error err;
    wq_page *page;
    if (wq_reader_open(path, NULL, &reader, &err) != WQ_OK)
        give_up(err.text);
    for (wq_status st; (st = wq_reader_next(reader, &page, &err)) != WQ_END;) {
        if (st != WQ_OK)
            continue;
        run_page(w, page);
        wq_page_free(page);
    }
    wq_reader_close(reader);
}

static int by_count(const void *a, const void *b)
{
    const unknown *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n) - (x->n > y->n) : str_cmp(x->form, y->form);
}

static void list_unknown(words *w, uint32_t most)
{
    if (most)
        qsort(w->slot, w->size, sizeof *w->slot, by_count);
    for (uint32_t i = 0; i < w->distinct && i < most; i++)
        printf("%u\t%.*s\n", w->slot[i].n, STR_ARG(w->slot[i].form));
}

static void report(words *w, uint32_t most)
{
    printf("%llu tokens, %.1f MB, %.2f s: %.2f million tokens/s, %.1f MB/s\n",
           (unsigned long long)w->tokens, (double)w->bytes / 1e6, w->seconds,
           (double)w->tokens / 1e6 / w->seconds, (double)w->bytes / 1e6 / w->seconds);
    printf("%llu words, %.2f %% with an analysis\n", (unsigned long long)w->words,
           100 * (double)w->known / (double)(w->words ? w->words : 1));
    printf("%llu of them in no name, %.2f %% with an analysis, %u different ones without\n",
           (unsigned long long)w->common,
           100 * (double)w->common_known / (double)(w->common ? w->common : 1),
           w->distinct);
    list_unknown(w, most);
}

static void run_inputs(words *w, char *const *inputs)
{
    for (; *inputs; inputs++)
        run_input(w, *inputs);
}

static bool run(words *w, char *const *inputs)
{
    jmp_buf full;
    w->mem.full = w->keep.full = &full;
    if (setjmp(full))
        return false;
    run_inputs(w, inputs);
    return true;
}

int main(int argc, char **argv)
{
    words w = { .size = 1 << 21 };
    bool listing = argc > 2 && strcmp(argv[1], "-u") == 0;
    arena_init(&w.mem, (size_t)1 << 30);
    arena_init(&w.keep, (size_t)1 << 30);
    w.slot = calloc(w.size, sizeof *w.slot);
    w.memory = memory_new(MEMORY_BYTES);
    if (!w.slot || !w.memory || !run(&w, argv + (listing ? 3 : 1)))
        give_up("out of memory");
    report(&w, listing ? (uint32_t)strtoul(argv[2], NULL, 10) : 0);
    arena_fini(&w.mem);
    arena_fini(&w.keep);
    memory_free(w.memory);
    free(w.slot);
    return 0;
}
