#include "lexicon/word.h"
#include "script/letters.h"

typedef struct affix {
    const char *bytes; /* folded, UTF-8 */
    uint8_t n;
    uint16_t bits;
} affix;

#define W AR_WAW  /* waw */
#define F AR_FEH  /* feh */
#define S AR_SEEN /* seen */
#define B AR_BEH  /* beh */
#define K AR_KAF  /* kaf */
#define L AR_LAM  /* lam */
#define A AR_ALEF /* alef */
#define H AR_HEH  /* heh */
#define M AR_MEEM /* meem */
#define N AR_NOON /* noon */
#define Y AR_YEH  /* yeh */
#define T AR_TEH  /* teh */

/* The object pronoun of a verb is -ni, the possessive of a noun -i; the article that li- has swallowed is part of the word. */
enum { NI = 1 << 15, OWN_AL = 1 << 16 };

static const affix CONJUNCTION[] = { { "", 0, 0 }, { W, 2, MORPH_WA }, { F, 2, MORPH_FA } };
static const affix INNER[] = {
    { "", 0, 0 },
    { A L, 4, MORPH_AL },
    { S, 2, MORPH_SA },
    { B, 2, MORPH_BI },
    { L, 2, MORPH_LI },
    { K, 2, MORPH_KA },
    { B A L, 6, MORPH_BI | MORPH_AL },
    { K A L, 6, MORPH_KA | MORPH_AL },
    { L L, 4, MORPH_LI | MORPH_AL }, /* the article loses its alef: li-l- */
};
static const affix ENCLITIC[] = {
    { "", 0, 0 },          { H, 2, MORPH_HU },       { H A, 4, MORPH_HA },
    { H M, 4, MORPH_HUM }, { H N, 4, MORPH_HUM },    { H M A, 6, MORPH_HUMA },
    { N A, 4, MORPH_NA },  { K, 2, MORPH_KUM },      { K M, 4, MORPH_KUM },
    { Y, 2, MORPH_I },     { N Y, 4, MORPH_I | NI }, { K M A, 6, MORPH_KUM },
};

enum {
    N_CONJUNCTION = sizeof CONJUNCTION / sizeof *CONJUNCTION,
    N_INNER = sizeof INNER / sizeof *INNER,
    N_ENCLITIC = sizeof ENCLITIC / sizeof *ENCLITIC,
    LONGEST = 96 /* bytes of a form; no Arabic word comes near */
};

/* Affixes have at most three letters: a loop is quicker than a call of memcmp(). */
static bool same(const char *a, const char *b, size_t n)
{
    while (n > 0 && a[n - 1] == b[n - 1])
        n--;
    return n == 0;
}

static bool starts(wq_str s, const affix *x)
{
    return s.n >= x->n && same(s.p, x->bytes, x->n);
}

static bool ends(wq_str s, const char *bytes, size_t n)
{
    return s.n >= n && same(s.p + s.n - n, bytes, n);
}

static bool is_finite(const lex_entry *e)
{
    return (e->table == LEX_VERB && e->form == LEX_VERBFORM) ||
           (e->table == LEX_STEM && (e->feats & LEX_F_VERBAL));
}

static bool takes_article(const lex_entry *e)
{
    if (is_finite(e)) /* many stems of the dictionary are both */
        return e->table == LEX_STEM && e->form == LEX_STEMFORM;
    return e->form != LEX_NAME || e->table == LEX_TIME || e->table == LEX_TITLE ||
           e->table == LEX_CUE;
}

/* The feats of one spelling are a set: with a free reading in it the word is not bound to be a construct. */
static bool only_construct(const lex_entry *e)
{
    uint32_t number = e->feats & (LEX_F_SING | LEX_F_DUAL | LEX_F_PLUR);
    bool free_singular =
        (number & LEX_F_SING) && number != LEX_F_SING; /* عالي, and عالي of عاليين */
    return (e->feats & LEX_F_CONSTRUCT) && !(e->feats & (LEX_F_ACC | LEX_F_VERBAL)) &&
           !free_singular;
}

/* Stems that stand before a pronoun only: زيارتـ, لقائـ; dual and plural stand before any genitive. */
static bool only_before_pronoun(const lex_entry *e)
{
    return only_construct(e) && !(e->feats & (LEX_F_DUAL | LEX_F_PLUR));
}

/* A form of a verb that the generator made: it is nothing else, and its tense is known. */
static bool is_inflected_verb(const lex_entry *e)
{
    return e->form == LEX_VERBFORM && (e->table == LEX_VERB || e->table == LEX_STEM);
}

static bool verb_allows(uint16_t clitics, const lex_entry *e)
{
    bool imperfect = e->feats & LEX_F_IMPERFECT;
    if (clitics & (MORPH_AL | MORPH_BI | MORPH_KA))
        return false;
    return imperfect || !(clitics & (MORPH_SA | MORPH_LI));
}

static bool pronoun_allowed(uint16_t clitics, const lex_entry *e)
{
    bool ni = clitics & NI;
    if (e->form == LEX_NAME)
        return e->table == LEX_CUE || e->table == LEX_FUNCTION;
    if (clitics & MORPH_AL)
        return false;
    return !(clitics & MORPH_I) || (is_inflected_verb(e) ? ni : !ni || is_finite(e));
}

/* May these clitics stand with this entry? */
static bool allowed(uint16_t clitics, const lex_entry *e)
{
    if (is_inflected_verb(e) && !verb_allows(clitics, e))
        return false;
    if ((clitics & MORPH_SA) && !is_inflected_verb(e))
        return false; /* a stem of the dictionary is a perfect */
    if ((clitics & MORPH_AL) && (!takes_article(e) || only_construct(e)))
        return false;
    if (clitics & MORPH_PRONOUN ? !pronoun_allowed(clitics, e) : only_before_pronoun(e))
        return false;
    return !((e->feats & LEX_F_ACC) &&
             (clitics & (MORPH_PRONOUN | MORPH_AL | MORPH_PREPOSITION)));
}

/* One way to take the word apart. */
typedef struct candidate {
    wq_str stem;
    uint64_t probe;
    uint32_t clitics;
    uint8_t from, to;
} candidate;

enum { MAX_CANDIDATES = 72, MAX_MENDED = 36 };

/* All ways are gathered first and looked up together. */
typedef struct search {
    const lexicon *lex;
    uint32_t endings; /* which of ENCLITIC the form ends in, a set of bits */
    uint32_t n, n_mended;
    uint32_t sifted; /* the first of them: they may be in the lexicon */
    candidate way[MAX_CANDIDATES];
    char mended[MAX_MENDED][LONGEST];
} search;

/* Drops those that are not in the lexicon, as most are not. */
static void sift(search *s)
{
    for (uint32_t i = s->sifted; i < s->n; i++)
        if (lex_probe(s->lex, s->way[i].probe))
            s->way[s->sifted++] = s->way[i];
    s->n = s->sifted;
}

static void look_up(search *s, wq_str stem, uint32_t clitics, size_t from, size_t to)
{
    if (s->n == MAX_CANDIDATES)
        sift(s);
    if (s->n < MAX_CANDIDATES)
        s->way[s->n++] = (candidate){ stem, lex_foresee(s->lex, stem), clitics,
                                      (uint8_t)from, (uint8_t)to };
}

/* "To the two sides", "to the kingdom": words of function.tsv that stand for somebody. */
static bool is_of_somebody(const lexicon *lex, const lex_entry *e)
{
    return e->table == LEX_FUNCTION && e->form == LEX_NAME &&
           str_starts(lex_cell(lex, LEX_FUNCTION, e->row, "kind"), STR("np_"));
}

static uint32_t visit_entries(const search *s, const candidate *c, word_visit *visit,
                              void *ctx)
{
    uint32_t n, found = 0;
    const lex_entry *e = lex_probed(s->lex, c->stem, c->probe, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (!allowed((uint16_t)c->clitics, &e[i]) ||
            ((c->clitics & OWN_AL) && !is_of_somebody(s->lex, &e[i])))
            continue;
        found++;
        if (visit)
            visit(ctx, (uint16_t)(c->clitics & ~(uint32_t)(NI | OWN_AL)), c->from, c->to,
                  &e[i]);
    }
    return found;
}

/* Before a pronoun the end of a stem changes: undo it for stems that are not inflected in the index. */
static void look_up_mended(search *s, wq_str stem, uint32_t clitics, size_t from, size_t to)
{
    size_t n = stem.n;
    if (s->n_mended == MAX_MENDED)
        return;
    char *copy = s->mended[s->n_mended];
    memcpy(copy, stem.p, n);
    if (ends(stem, T, 2))
        memcpy(copy + n - 2, H, 2); /* زيارتـ of زيارة */
    else if (ends(stem, AR_YEH_HAMZA_ABOVE, 2) || ends(stem, AR_WAW_HAMZA_ABOVE, 2))
        memcpy(copy + n - 2, AR_HAMZA, 2); /* لقائـ لقاؤ of لقاء */
    else if (ends(stem, A, 2))
        memcpy(copy + n - 2, Y, 2); /* التقاه of التقى */
    else if (ends(stem, W, 2) && n + 2 <= LONGEST) {
        memcpy(copy + n, A, 2); /* زاروه of زاروا */
        n += 2;
    } else
        return;
    s->n_mended++;
    look_up(s, (wq_str){ copy, n }, clitics, from, to);
}

static void try_enclitics(search *s, wq_str form, size_t from, uint32_t clitics)
{
    size_t rest = form.n - from;
    for (uint32_t left = s->endings; left; left &= left - 1) {
        const affix *x = &ENCLITIC[__builtin_ctz(left)];
        if (rest < x->n + 4u - (x->n == 0 ? 2u : 0u))
            continue;
        wq_str stem = { form.p + from, rest - x->n };
        uint32_t bits = clitics | x->bits;
        look_up(s, stem, bits, from, from + stem.n);
        if (x->n)
            look_up_mended(s, stem, bits, from, from + stem.n);
    }
}

/* للجنة is li-l-lajna: of the three lams two are written. */
static void try_swallowed_lam(search *s, wq_str form, size_t from, uint32_t clitics)
{
    try_enclitics(s, form, from - 2, clitics);
}

/* للجانبين is li-aljanibayn, where the article belongs to the word. */
static void try_own_article(search *s, wq_str form, size_t from, uint32_t clitics)
{
    wq_str rest = { form.p + from, form.n - from };
    if (s->n_mended == MAX_MENDED || rest.n + 4 > LONGEST)
        return;
    char *copy = s->mended[s->n_mended++];
    memcpy(copy, A L, 4);
    memcpy(copy + 4, rest.p, rest.n);
    look_up(s, (wq_str){ copy, rest.n + 4 }, (clitics & ~(uint32_t)MORPH_AL) | OWN_AL, from,
            form.n);
}

/* One of alef, seen, beh, lam, kaf, with which the article, sa- and the prepositions begin. */
static bool begins_inner(wq_str form)
{
    return form.n >= 2 && (same(form.p, A, 2) || same(form.p, S, 2) || same(form.p, B, 2) ||
                           same(form.p, L, 2) || same(form.p, K, 2));
}

/* One of heh, alef, meem, noon, kaf, yeh, in which every enclitic ends. */
static bool ends_enclitic(wq_str form)
{
    const char *p = form.p + form.n - 2;
    return same(p, H, 2) || same(p, A, 2) || same(p, M, 2) || same(p, N, 2) ||
           same(p, K, 2) || same(p, Y, 2);
}

static uint32_t endings_of(wq_str form)
{
    uint32_t set = 1; /* none */
    if (!ends_enclitic(form))
        return set;
    for (size_t i = 1; i < N_ENCLITIC; i++)
        set |= (uint32_t)ends(form, ENCLITIC[i].bytes, ENCLITIC[i].n) << i;
    return set;
}

static void take_apart(search *s, wq_str form)
{
    for (size_t c = 0; c < N_CONJUNCTION; c++) {
        if (!starts(form, &CONJUNCTION[c]))
            continue;
        wq_str rest = { form.p + CONJUNCTION[c].n, form.n - CONJUNCTION[c].n };
        size_t inner = begins_inner(rest) ? N_INNER : 1;
        for (size_t i = 0; i < inner; i++) {
            size_t from = CONJUNCTION[c].n + INNER[i].n;
            if (!starts(rest, &INNER[i]) || form.n < from + 2)
                continue;
            uint32_t clitics = CONJUNCTION[c].bits | INNER[i].bits;
            try_enclitics(s, form, from, clitics);
            if (clitics & MORPH_LI && clitics & MORPH_AL) {
                try_swallowed_lam(s, form, from, clitics);
                try_own_article(s, form, from, clitics);
            }
        }
    }
}

uint32_t word_analyse(const lexicon *lex, wq_str form, word_visit *visit, void *ctx)
{
    search s;
    uint32_t found = 0;
    if (form.n < 2 || form.n > LONGEST)
        return 0;
    s.lex = lex;
    s.n = s.n_mended = s.sifted = 0;
    s.endings = endings_of(form);
    take_apart(&s, form);
    sift(&s);
    for (uint32_t i = 0; i < s.n; i++)
        lex_await(lex, s.way[i].probe);
    for (uint32_t i = 0; i < s.n; i++)
        found += visit_entries(&s, &s.way[i], visit, ctx);
    return found;
}

/* What is left of `rest` after a preposition of `x`; of "لل" the name that begins with the article. */
static wq_str without_preposition(wq_str rest, const affix *x, char *scratch)
{
    wq_str bare = { rest.p + x->n, rest.n - x->n };
    if (x->n < 4)
        return bare;
    memcpy(scratch, A L, 4);
    memcpy(scratch + 4, bare.p, bare.n);
    return (wq_str){ scratch, bare.n + 4 };
}

/* One of waw, feh, beh, lam, kaf, with which every proclitic begins. */
static bool begins_proclitic(wq_str form)
{
    return form.n >= 2 && (same(form.p, W, 2) || same(form.p, F, 2) || same(form.p, B, 2) ||
                           same(form.p, L, 2) || same(form.p, K, 2));
}

uint32_t word_strip(wq_str form, word_bare *out, uint32_t max, char *scratch)
{
    static const affix PREPOSITION[] = {
        { B, 2, MORPH_BI }, { L, 2, MORPH_LI }, { K, 2, MORPH_KA }, { L L, 4, MORPH_LI }
    };
    uint32_t n = 0;
    if (form.n >= 2 && max > 0 && !begins_proclitic(form)) {
        out[0] = (word_bare){ form, 0, 0 };
        return 1;
    }
    for (size_t c = 0; c < N_CONJUNCTION && n < max; c++) {
        const affix *conjunction = &CONJUNCTION[c];
        if (!starts(form, conjunction) || form.n < conjunction->n + 2u)
            continue;
        wq_str rest = { form.p + conjunction->n, form.n - conjunction->n };
        out[n++] = (word_bare){ rest, conjunction->bits, (uint8_t)(conjunction->n / 2) };
        for (size_t i = 0; i < sizeof PREPOSITION / sizeof *PREPOSITION && n < max; i++) {
            const affix *x = &PREPOSITION[i];
            if (starts(rest, x) && rest.n >= x->n + 2u)
                out[n++] = (word_bare){ without_preposition(rest, x, scratch),
                                        conjunction->bits | x->bits,
                                        (uint8_t)((conjunction->n + x->n) / 2) };
        }
    }
    return n;
}

/* ---- dressing ------------------------------------------------------------------------------- */

uint32_t word_dress(arena *mem, wq_str form, wq_str out[WORD_MOST_DRESSED])
{
    static const affix article = { A L, 4, MORPH_AL };
    bool the = starts(form, &article) && form.n > article.n;
    wq_str bare = the ? str_sub(form, article.n, form.n) : form;
    uint32_t n = 0;
    out[n++] = form;
    for (uint32_t c = 0; c < N_CONJUNCTION; c++)
        for (uint32_t i = 0; i < N_INNER; i++) {
            const affix *inner = &INNER[i];
            bool same_word = c == 0 && (the ? inner->bits == MORPH_AL : inner->n == 0);
            if (same_word || (inner->bits & MORPH_SA) || (the && !(inner->bits & MORPH_AL)))
                continue;
            out[n++] = arena_printf(mem, "%s%s%.*s", CONJUNCTION[c].bytes, inner->bytes,
                                    STR_ARG(bare));
        }
    return n;
}
