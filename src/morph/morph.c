/* Collects the readings of each word and puts the likelier ones first. */
#include "morph/morph.h"

#include "script/letters.h"
#include "text/memory.h"

enum { MOST_READINGS = 64 }; /* of one spelling; the lexicon comes to 30 */

typedef struct collector {
    morph_analysis v[MOST_READINGS];
    uint32_t n;
} collector;

static void collect(void *ctx, uint16_t clitics, uint32_t from, uint32_t to,
                    const lex_entry *entry)
{
    collector *c = ctx;
    if (c->n < MOST_READINGS)
        c->v[c->n++] = (morph_analysis){
            .clitics = clitics, .from = (uint8_t)from, .to = (uint8_t)to, .entry = *entry
        };
}

static int bits(unsigned x)
{
    int n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}

/* Fewer clitics first, what our own lexicons know before the general dictionary, its own words before the adjectives made of
 * them; the press seldom says I or you.                                                                               */
static int cost(const morph_analysis *m)
{
    const lex_entry *e = &m->entry;
    int c = 2 * bits(m->clitics & (unsigned)~MORPH_AL) + bits(m->clitics & MORPH_AL);
    bool speaks = e->form == LEX_VERBFORM && !(e->feats & LEX_F_3);
    c = c * 4 + (e->table == LEX_STEM ? 2 : 0) + (e->feats & LEX_F_NISBA ? 1 : 0);
    return speaks ? c + 40 : c;
}

static void sort(morph_analysis *v, uint32_t n)
{
    int of[MOST_READINGS];
    for (uint32_t i = 0; i < n; i++) { /* short and mostly sorted */
        morph_analysis x = v[i];
        int costs = cost(&x);
        uint32_t j = i;
        for (; j > 0 && of[j - 1] > costs; j--) {
            v[j] = v[j - 1];
            of[j] = of[j - 1];
        }
        v[j] = x;
        of[j] = costs;
    }
}

/* Folding makes one letter of أ إ آ ا.  A hamza that is written counts (إمام is not أمام); one that is not does not, and a
 * word spelt with plain alef is often written with a hamza (إجتماع).  Function words stand for all their spellings.  */
static bool alef_fits(const morph_analysis *m, const text_token *t)
{
    uint32_t spelt = m->entry.feats & LEX_F_ALEFS;
    if (!spelt || m->entry.table == LEX_FUNCTION)
        return true;
    uint32_t written = lex_first_alef(str_sub(t->norm, m->from, t->norm.n));
    return !written || written == LEX_F_ALEF_PLAIN ||
           (spelt & (written | LEX_F_ALEF_PLAIN));
}

typedef struct fitting {
    uint32_t all, words,
        ours; /* readings; not of page furniture; nor of the general dictionary */
} fitting;

static fitting count_fitting(const morph_analysis *v, uint32_t n, const text_token *t)
{
    fitting f = { 0, 0, 0 };
    for (uint32_t i = 0; i < n; i++) {
        if (!alef_fits(&v[i], t))
            continue;
        f.all++;
        f.words += v[i].entry.table != LEX_PATTERN;
        f.ours += v[i].entry.table != LEX_PATTERN && v[i].entry.table != LEX_STEM;
    }
    return f;
}

/* Drops the readings whose first letter is another where a better one is left; else it is a slip of the pen.  The rows of
 * names do not list every spelling (data/README.md): they yield only to a word of our own lexicons.                 */
static uint32_t keep_fitting(morph_analysis *v, uint32_t n, const text_token *t)
{
    uint32_t kept = 0;
    if (t->norm.n != t->form.n)
        return n;
    fitting f = count_fitting(v, n, t);
    if (f.all == n || f.words == 0)
        return n;
    for (uint32_t i = 0; i < n; i++)
        if (alef_fits(&v[i], t) || (v[i].entry.form == LEX_NAME && f.ours == 0))
            v[kept++] = v[i];
    return kept;
}

/* Commands go behind what a report can mean; returns how many do not. */
static uint32_t without_commands(morph_analysis *v, uint32_t n)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        morph_analysis x = v[i];
        if (x.entry.form == LEX_VERBFORM && (x.entry.feats & LEX_F_IMPERATIVE))
            continue;
        for (uint32_t j = i; j > kept; j--)
            v[j] = v[j - 1];
        v[kept++] = x;
    }
    return kept;
}

/* In the masculine without a pronoun: القرني may be somebody, القرنية is not. */
static bool may_be_surname(const morph_analysis *m)
{
    uint32_t feats = m->entry.feats;
    return m->entry.table == LEX_STEM && (feats & LEX_F_NISBA) && !(feats & LEX_F_FEM) &&
           !(m->clitics & MORPH_PRONOUN);
}

static bool is_known(const morph_analysis *v, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!may_be_surname(&v[i]))
            return true;
    return false;
}

static bool is_verb_reading(const morph_analysis *m)
{
    return m->entry.form == LEX_VERBFORM;
}

static bool is_mixed(const morph_word *w)
{
    bool verb = false, noun = false;
    for (uint32_t i = 0; i < w->n; i++) {
        verb = verb || is_verb_reading(&w->v[i]);
        noun = noun || !is_verb_reading(&w->v[i]);
    }
    return verb && noun;
}

/* The tables of the rows that name this one. */
static uint32_t uses_of(const lexicon *lex, const lex_entry *e)
{
    uint32_t n, set = 0;
    const lex_entry *of = lex_refs(lex, (lex_table)e->table, e->row, &n);
    for (uint32_t i = 0; i < n; i++)
        set |= LEX_BIT(of[i].table);
    return set;
}

static void note_rows(const lexicon *lex, morph_word *w, uint16_t *rows)
{
    w->rows = rows;
    for (uint32_t i = 0; i < w->n; i++) {
        const lex_entry *e = &w->v[i].entry;
        rows[i] = lex_row_bit(e->table, e->row);
        w->tables |= LEX_BIT(e->table);
        if (e->table == LEX_VERB || e->table == LEX_NOUN)
            w->uses |= uses_of(lex, e);
        w->clitics |= w->v[i].clitics;
        w->ids |= lex_id_bit(lex, (lex_table)e->table, e->row);
        if (e->table == LEX_FUNCTION || e->table == LEX_NOUN || e->table == LEX_ACTOR)
            w->kinds |= lex_kind_bit(lex, (lex_table)e->table, e->row);
    }
}

static const morph_word *analyse(const lexicon *lex, arena *a, const text_token *t)
{
    collector c;
    c.n = 0;
    word_analyse(lex, t->form, collect, &c);
    uint32_t n = keep_fitting(c.v, c.n, t);
    sort(c.v, n);
    morph_word *w = arena_room(a, sizeof *w + n * (sizeof *c.v + sizeof *w->rows));
    *w = (morph_word){ .v = memcpy(w + 1, c.v, n * sizeof *c.v), .n_all = n };
    w->n = without_commands((morph_analysis *)(w + 1), n);
    w->known = is_known(w->v, n);
    w->mixed = is_mixed(w);
    note_rows(lex, w, (uint16_t *)((morph_analysis *)(w + 1) + n));
    return w;
}

/* A word is analysed once for all articles. */
static const morph_word *readings(const lexicon *lex, const word_memory *m,
                                  const text_token *t)
{
    known_word *w = t->word;
    if (!w->readings)
        w->readings = analyse(lex, m->mem, t);
    return w->readings;
}

/* ---- context ------------------------------------------------------------------------ */

typedef enum lean { LEAN_NEITHER, LEAN_NOUN, LEAN_VERB } lean;

/* What a particle wants behind it: a preposition a noun; lam, lan, qad and sawfa a verb. */
static lean leaning(const lexicon *lex, int kind_column, const text_token *before)
{
    for (uint32_t i = 0;
         morph_is_any(before, LEX_BIT(LEX_FUNCTION)) && i < before->morph->n; i++) {
        const morph_analysis *m = &before->morph->v[i];
        if (m->entry.table != LEX_FUNCTION || (m->clitics & MORPH_PRONOUN))
            continue;
        wq_str kind = lex_cell_at(lex, LEX_FUNCTION, m->entry.row, kind_column);
        if (str_eq(kind, STR("prep")))
            return LEAN_NOUN;
        if (str_eq(kind, STR("neg")) || str_eq(kind, STR("future")) ||
            str_eq(kind, STR("qad")))
            return LEAN_VERB;
    }
    return LEAN_NEITHER;
}

/* A copy of the word's readings with those first that the particle wants. */
static const morph_word *leaned(arena *a, const morph_word *w, bool verbs)
{
    morph_word *out = arena_room(a, sizeof *out + w->n_all * sizeof *w->v);
    morph_analysis *v = (morph_analysis *)(out + 1);
    uint32_t n = 0;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < w->n; i++)
            if (is_verb_reading(&w->v[i]) == (pass == 0 ? verbs : !verbs))
                v[n++] = w->v[i];
    for (uint32_t i = w->n; i < w->n_all; i++)
        v[n++] = w->v[i];
    *out = *w;
    out->v = v;
    return out;
}

/* `w` as the word before the token would have it. */
static const morph_word *ranked(const lexicon *lex, arena *a, int kind_column,
                                const morph_word *w, const text_token *before)
{
    lean to = leaning(lex, kind_column, before);
    bool other = to != LEAN_NEITHER && is_verb_reading(&w->v[0]) != (to == LEAN_VERB);
    return other ? leaned(a, w, to == LEAN_VERB) : w;
}

void morph_analyse(const lexicon *lex, arena *a, text_part *part)
{
    int kind = lex_column(lex, LEX_FUNCTION, "kind");
    memory_read(a, part);
    for (uint32_t i = 0; i < part->n_tokens; i++) {
        text_token *t = &part->token[i];
        if (t->kind != TOKEN_WORD)
            continue;
        const morph_word *w = readings(lex, part->memory, t);
        t->morph = w->mixed && i > 0 ? ranked(lex, a, kind, w, t - 1) : w;
    }
}

const morph_analysis *morph_read_as(const text_token *t, lex_table table, int form)
{
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == table && (form < 0 || e->form == form))
            return &t->morph->v[i];
    }
    return NULL;
}

bool morph_is_his(const text_token *t)
{
    if (!t->morph || !str_ends(t->norm, STR(AR_HEH)))
        return false;
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        bool finite = m->entry.table == LEX_VERB && m->entry.form == LEX_VERBFORM;
        if ((m->clitics & MORPH_HU) && !finite)
            return true;
    }
    return false;
}

/* An indefinite adjective with yeh: "logistic"; nobody, no state and no verb. */
static bool is_bare_adjective(const text_token *t)
{
    enum { SHORTEST = 8 }; /* bytes */
    const uint32_t other = LEX_BIT(LEX_AGENT) | LEX_BIT(LEX_VERB) | LEX_BIT(LEX_COUNTRY) |
                           LEX_BIT(LEX_METONYM) | LEX_BIT(LEX_ACTOR) | LEX_BIT(LEX_CITY) |
                           LEX_BIT(LEX_PLACE);
    return t->kind == TOKEN_WORD && str_ends(t->form, STR(AR_YEH)) &&
           t->form.n >= SHORTEST && !str_starts(t->form, STR(AR_AL)) &&
           !morph_is_any(t, other);
}

/* With "and" and yeh, without the article. */
static bool may_join_adjective(const text_token *t)
{
    return t->kind == TOKEN_WORD && str_starts(t->form, STR(AR_WAW)) &&
           str_ends(t->form, STR(AR_YEH)) && !str_starts(t->form, STR(AR_WAW AR_AL));
}

bool morph_is_one_more_adjective(const text_part *part, uint32_t at)
{
    enum { MOST = 3 };
    for (uint32_t n = 0; n < MOST && at > 0 && may_join_adjective(&part->token[at]);
         n++, at--)
        if (is_bare_adjective(&part->token[at - 1]))
            return true;
    return false;
}
