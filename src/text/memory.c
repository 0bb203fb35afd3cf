#include "text/memory.h"

#include <stdlib.h>

#include "lexicon/image.h"

enum { FIRST_SLOTS = 512, BLOCK = 32, CACHE_LINE = 64 };

word_memory *memory_new(size_t most)
{
    word_memory *m = calloc(1, sizeof *m);
    if (!m)
        return NULL;
    arena_init(&m->own, SIZE_MAX / 2);
    m->most = most;
    return m;
}

void memory_free(word_memory *m)
{
    if (m)
        arena_fini(&m->own);
    free(m);
}

void memory_begin(word_memory *m, arena *a)
{
    if (m->own.used > m->most) {
        arena_reset(&m->own);
        m->slot = NULL;
        m->size = m->n = 0;
        m->begins = NULL;
        m->lists = NULL;
        m->agents = NULL;
    }
    m->own.full = a->full;
    m->mem = &m->own;
}

void memory_end(text_part *part)
{
    for (uint32_t i = 0; i < part->n_tokens; i++) {
        part->token[i].word = NULL;
        part->token[i].morph = NULL;
        part->token[i].match = NULL;
    }
    part->memory = NULL;
    part->remembered = false;
}

static void insert(known_word **slot, uint32_t size, known_word *w)
{
    uint32_t i = w->hash & (size - 1);
    while (slot[i])
        i = (i + 1) & (size - 1);
    slot[i] = w;
}

static void grow(word_memory *m)
{
    uint32_t size = m->size ? m->size * 2 : FIRST_SLOTS;
    known_word **slot = ARENA_ARRAY(m->mem, known_word *, size);
    for (uint32_t i = 0; i < m->size; i++)
        if (m->slot[i])
            insert(slot, size, m->slot[i]);
    m->slot = slot;
    m->size = size;
}

static known_word *find(const word_memory *m, wq_str norm, uint32_t hash)
{
    for (uint32_t i = hash & (m->size - 1); m->slot[i]; i = (i + 1) & (m->size - 1))
        if (m->slot[i]->hash == hash && str_eq(m->slot[i]->norm, norm))
            return m->slot[i];
    return NULL;
}

/* Of an article that alone has more words than are remembered the rest is not: its slots must not point into its arena. */
static known_word *add(word_memory *m, arena *a, wq_str norm, uint32_t hash)
{
    if (m->own.used > m->most)
        m->mem = a;
    bool keep = m->own.used <= m->most;
    if (keep && m->n * 2 >= m->size)
        grow(m);
    known_word *w = arena_room(m->mem, sizeof *w + norm.n);
    *w = (known_word){ .norm = { memcpy(w + 1, norm.p, norm.n), norm.n }, .hash = hash };
    if (keep) {
        insert(m->slot, m->size, w);
        m->n++;
    }
    return w;
}

static bool is_word(const text_token *t)
{
    return t->kind == TOKEN_WORD;
}

/* A memory is larger than caches are: first the slots of some words are asked for, then what they point to. */
static void read_block(arena *a, word_memory *m, text_token *t, uint32_t n)
{
    uint32_t hash[BLOCK];
    for (uint32_t i = 0; i < n; i++) {
        if (!is_word(&t[i]))
            continue;
        hash[i] = (uint32_t)image_key_hash(t[i].norm);
        __builtin_prefetch(&m->slot[hash[i] & (m->size - 1)]);
    }
    for (uint32_t i = 0; i < n; i++)
        if (is_word(&t[i])) {
            const known_word *w = m->slot[hash[i] & (m->size - 1)];
            __builtin_prefetch(w);
            __builtin_prefetch(w ? w + 1 : w); /* its spelling */
        }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_word(&t[i]))
            continue;
        known_word *w = find(m, t[i].norm, hash[i]);
        t[i].word = w ? w : add(m, a, t[i].norm, hash[i]);
        __builtin_prefetch(t[i].word->starts);
        if (t[i].word->starts)
            __builtin_prefetch((const char *)t[i].word->starts + CACHE_LINE);
        __builtin_prefetch(t[i].word->readings);
        if (t[i].word->readings)
            __builtin_prefetch((const char *)t[i].word->readings + CACHE_LINE);
    }
}

void memory_read(arena *a, text_part *part)
{
    if (part->remembered)
        return;
    part->remembered = true;
    if (!part->memory) {
        part->memory = ARENA_NEW(a, word_memory);
        part->memory->mem = a;
    }
    if (part->memory->size == 0)
        grow(part->memory);
    for (uint32_t i = 0; i < part->n_tokens; i += BLOCK) {
        uint32_t n = part->n_tokens - i;
        read_block(a, part->memory, &part->token[i], n < BLOCK ? n : BLOCK);
    }
}
