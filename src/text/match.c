#include "text/match.h"

#include "base/utf8.h"
#include "text/memory.h"

enum {
    LONGEST_PHRASE = 256,
    LONGEST_START = LONGEST_PHRASE - 8,
    MAX_STARTS = 4, /* a form has no more ways to take proclitics off */
    BLOCK = 16      /* tokens that wait for memory together */
};

/* A token with or without its proclitics, where that is an entry or the beginning of one. */
typedef struct match_start {
    wq_str form;
    const lex_entry *entry; /* NULL: this word alone is none */
    uint32_t n, tables;
    uint64_t kinds;
    uint16_t clitics;
    bool longer; /* some phrase begins with it */
} match_start;

struct match_starts {
    uint32_t n;
    bool longer;             /* of one of them */
    const match_hits *alone; /* all there is where no phrase of several words stands */
    const match_start *v;
};

static bool is_quote_mark(const text_part *part, const text_token *t)
{
    uint32_t cp = 0;
    if (t->kind == TOKEN_PUNCT)
        utf8_decode(part->raw.p + t->byte, t->n_byte, &cp);
    return cp == '"' || (cp >= 0x201c && cp <= 0x201f) || cp == 0xab || cp == 0xbb ||
           cp == '/'; /* agencies write /so/ */
}

/* "Jean-Yves": a dash right behind a word, with the next half of its name behind. */
static bool is_tying_dash(const text_part *part, uint32_t at)
{
    const text_token *t = &part->token[at];
    return t->kind == TOKEN_PUNCT && t->n_byte == 1 && part->raw.p[t->byte] == '-' &&
           t[-1].kind == TOKEN_WORD && t[-1].byte + t[-1].n_byte == t->byte;
}

static void insert(match_hit *out, uint32_t *n, uint32_t max, match_hit hit)
{
    uint32_t at = *n;
    while (at > 0 && out[at - 1].tokens < hit.tokens)
        at--;
    if (at >= max)
        return;
    if (*n < max)
        ++*n;
    for (uint32_t i = *n - 1; i > at; i--)
        out[i] = out[i - 1];
    out[at] = hit;
}

static uint32_t tables_of(const lex_entry *e, uint32_t n)
{
    uint32_t set = 0;
    for (uint32_t i = 0; e && i < n; i++)
        set |= LEX_BIT(e[i].table);
    return set;
}

static uint64_t kinds_of(const lexicon *lex, const lex_entry *e, uint32_t n)
{
    uint64_t set = 0;
    for (uint32_t i = 0; e && i < n; i++)
        if (e[i].table == LEX_FUNCTION || e[i].table == LEX_CUE)
            set |= lex_kind_bit(lex, (lex_table)e[i].table, e[i].row);
    return set;
}

/* ---- how phrases begin ------------------------------------------------------------------ */

static match_hit hit_alone(const match_start *s)
{
    return (match_hit){ 1, s->clitics, s->entry, s->n, s->tables, s->kinds };
}

static uint32_t find_starts(const lexicon *lex, const text_token *t,
                            match_start out[MAX_STARTS], char *scratch)
{
    word_bare bare[MAX_STARTS];
    uint32_t n = 0;
    if (t->kind == TOKEN_PUNCT || t->form.n == 0 || t->form.n > LONGEST_START)
        return 0;
    bare[0] = (word_bare){ t->form, 0, 0 };
    uint32_t ways =
        t->kind == TOKEN_WORD ? word_strip(t->form, bare, MAX_STARTS, scratch) : 1;
    for (uint32_t i = 0; i < ways; i++) {
        match_start s = { .form = bare[i].form, .clitics = bare[i].clitics };
        s.entry = lex_find_phrase(lex, s.form, &s.n, &s.longer);
        s.tables = tables_of(s.entry, s.n);
        s.kinds = kinds_of(lex, s.entry, s.n);
        if (s.entry || s.longer)
            out[n++] = s;
    }
    return n;
}

static const match_hits NO_HITS = { 0 };

static const match_hits *keep_hits(arena *mem, const match_hit *hit, uint32_t n)
{
    if (n == 0)
        return &NO_HITS;
    match_hits *kept = arena_room(mem, sizeof *kept + n * sizeof *hit);
    *kept = (match_hits){ .n = n };
    for (uint32_t h = 0; h < n; h++) {
        kept->hit[h] = hit[h];
        kept->tables |= hit[h].tables;
        kept->kinds |= hit[h].kinds;
    }
    return kept;
}

static const match_hits *hits_alone(arena *mem, const match_start *v, uint32_t n)
{
    match_hit hit[MAX_STARTS];
    uint32_t hits = 0;
    for (uint32_t i = 0; i < n; i++)
        if (v[i].entry)
            hit[hits++] = hit_alone(&v[i]);
    return keep_hits(mem, hit, hits);
}

static const match_start *keep_starts(arena *mem, const match_start *v, uint32_t n)
{
    match_start *kept = arena_room(mem, n * sizeof *v);
    for (uint32_t i = 0; i < n; i++) {
        kept[i] = v[i];
        kept[i].form = arena_str(mem, v[i].form.p, v[i].form.n);
    }
    return kept;
}

/* Those of a word are found once. */
static const struct match_starts *starts_of(const lexicon *lex, arena *mem,
                                            const text_token *t)
{
    static const struct match_starts none = { .alone = &NO_HITS };
    known_word *w = t->word;
    char scratch[LONGEST_PHRASE];
    match_start v[MAX_STARTS];
    if (w->starts)
        return w->starts;
    uint32_t n = find_starts(lex, t, v, scratch);
    if (n == 0)
        return w->starts = &none;
    struct match_starts *kept = arena_room(mem, sizeof *kept);
    *kept = (struct match_starts){ .n = n };
    for (uint32_t i = 0; i < n; i++)
        kept->longer = kept->longer || v[i].longer;
    kept->alone = hits_alone(mem, v, n); /* right behind it: most tokens need no more */
    kept->v = keep_starts(mem, v, n);
    return w->starts = kept;
}

bool match_may_go_on(const text_token *t)
{
    const struct match_starts *starts = t->word ? t->word->starts : NULL;
    return !starts || starts->longer;
}

uint32_t match_openings(const text_token *t, word_bare *out, uint32_t max, char *scratch)
{
    const struct match_starts *starts = t->word ? t->word->starts : NULL;
    uint32_t n = 0;
    if (!starts)
        return word_strip(t->form, out, max, scratch);
    for (uint32_t i = 0; i < starts->n && n < max; i++)
        if (starts->v[i].longer)
            out[n++] =
                (word_bare){ .form = starts->v[i].form, .clitics = starts->v[i].clitics };
    return n;
}

/* ---- what stands at a token --------------------------------------------------------------- */

/* Follows one reading of the first word through the phrases that begin with it. */
static void follow(const lexicon *lex, const text_part *part, uint32_t first,
                   const match_start *start, match_hit *out, uint32_t *n, uint32_t max)
{
    char key[LONGEST_PHRASE];
    size_t length = start->form.n;
    bool longer = start->longer;
    if (start->entry)
        insert(out, n, max, hit_alone(start));
    if (length > sizeof key || !longer)
        return;
    memcpy(key, start->form.p, length);
    for (uint32_t last = first + 1; longer; last++) {
        while (last < part->n_tokens &&
               (is_quote_mark(part, &part->token[last]) || is_tying_dash(part, last)))
            last++;
        if (last >= part->n_tokens || part->token[last].kind == TOKEN_PUNCT)
            return;
        wq_str next = part->token[last].form;
        if (length + 1 + next.n > sizeof key)
            return;
        key[length] = ' ';
        memcpy(key + length + 1, next.p, next.n);
        length += 1 + next.n;
        uint32_t entries;
        const lex_entry *e =
            lex_find_phrase(lex, (wq_str){ key, length }, &entries, &longer);
        if (e)
            insert(out, n, max,
                   (match_hit){ last + 1 - first, start->clitics, e, entries,
                                tables_of(e, entries), kinds_of(lex, e, entries) });
    }
}

static uint32_t follow_all(const lexicon *lex, const text_part *part, uint32_t first,
                           const match_start *starts, uint32_t ways, match_hit *out,
                           uint32_t max)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < ways; i++)
        follow(lex, part, first, &starts[i], out, &n, max);
    return n;
}

static uint32_t look_up(const lexicon *lex, const text_part *part, uint32_t first,
                        match_hit *out, uint32_t max)
{
    char scratch[LONGEST_PHRASE];
    match_start v[MAX_STARTS];
    uint32_t n = find_starts(lex, &part->token[first], v, scratch);
    return follow_all(lex, part, first, v, n, out, max);
}

/* What hits_at() is going to ask first of a token: the word, or the word with the next one. */
typedef struct ahead {
    uint64_t probe[MAX_STARTS];
    uint32_t n;
    bool pairs; /* of two words: where none of them is a key, no phrase begins here */
} ahead;

static void first_keys(const lexicon *lex, const text_part *part, uint32_t i, ahead *of)
{
    char key[LONGEST_PHRASE];
    of->n = 0;
    of->pairs = false;
    const text_token *t = &part->token[i];
    const struct match_starts *starts = t->word ? t->word->starts : NULL;
    if (!starts && t->kind != TOKEN_PUNCT)
        of->probe[of->n++] = lex_foresee(lex, t->form);
    if (!starts || !starts->longer || i + 1 >= part->n_tokens || t[1].kind == TOKEN_PUNCT)
        return; /* a mark may stand inside a phrase */
    for (uint32_t k = 0; k < starts->n; k++) {
        wq_str form = starts->v[k].form, next = t[1].form;
        if (!starts->v[k].longer || form.n + 1 + next.n > sizeof key)
            continue;
        memcpy(key, form.p, form.n);
        key[form.n] = ' ';
        memcpy(key + form.n + 1, next.p, next.n);
        of->probe[of->n++] = lex_foresee(lex, (wq_str){ key, form.n + 1 + next.n });
    }
    of->pairs = true;
}

/* Asks for the memory of a block of tokens: of the filter for all of them first, then of the slots, then of what those tell.
 * alone[i]: no phrase of several words begins with the ith of them.                                                    */
static void foresee(const lexicon *lex, const text_part *part, uint32_t first,
                    bool alone[BLOCK])
{
    ahead of[BLOCK];
    uint64_t there[BLOCK * MAX_STARTS];
    uint32_t n = 0, tokens = part->n_tokens - first;
    tokens = tokens < BLOCK ? tokens : BLOCK;
    for (uint32_t i = 0; i < tokens; i++)
        first_keys(lex, part, first + i, &of[i]);
    for (uint32_t i = 0; i < tokens; i++) {
        uint32_t before = n;
        for (uint32_t k = 0; k < of[i].n; k++)
            if (lex_probe(lex, of[i].probe[k]))
                there[n++] = of[i].probe[k];
        alone[i] = of[i].pairs && n == before;
    }
    for (uint32_t i = 0; i < n; i++)
        lex_await(lex, there[i]);
}

static const match_hits *hits_at(const lexicon *lex, arena *a, const text_part *part,
                                 uint32_t i, bool alone)
{
    match_hit hit[MATCH_MAX];
    const text_token *t = &part->token[i];
    if (t->kind != TOKEN_WORD)
        return keep_hits(a, hit, look_up(lex, part, i, hit, MATCH_MAX));
    const struct match_starts *starts = starts_of(lex, part->memory->mem, t);
    if (alone || !starts->longer)
        return starts->alone;
    uint32_t n = follow_all(lex, part, i, starts->v, starts->n, hit, MATCH_MAX);
    bool phrase = n && hit[0].tokens > 1; /* the longest is first */
    return phrase ? keep_hits(a, hit, n) : starts->alone;
}

void match_prepare(const lexicon *lex, arena *a, text_part *part)
{
    bool alone[BLOCK];
    memory_read(a, part);
    for (uint32_t i = 0; i < part->n_tokens; i++) {
        if (i % BLOCK == 0)
            foresee(lex, part, i, alone);
        part->token[i].match = hits_at(lex, a, part, i, alone[i % BLOCK]);
    }
}

const match_hit *match_look(const lexicon *lex, const text_part *part, uint32_t first,
                            match_hit room[MATCH_MAX], uint32_t *n)
{
    *n = look_up(lex, part, first, room, MATCH_MAX);
    return room;
}

uint32_t match_at(const lexicon *lex, const text_part *part, uint32_t first, match_hit *out,
                  uint32_t max)
{
    const match_hits *kept = part->token[first].match;
    if (!kept)
        return look_up(lex, part, first, out, max);
    uint32_t n = kept->n < max ? kept->n : max;
    memcpy(out, kept->hit, n * sizeof *out);
    return n;
}

bool match_has_kind(const lexicon *lex, const match_hit *hit, wq_str kind)
{
    for (uint32_t i = 0; (hit->tables & LEX_BIT(LEX_FUNCTION)) && i < hit->n; i++)
        if (hit->entry[i].table == LEX_FUNCTION &&
            str_eq(lex_cell(lex, LEX_FUNCTION, hit->entry[i].row, "kind"), kind))
            return true;
    return false;
}
