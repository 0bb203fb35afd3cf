/* Debian's hunspell-ar.  Its nouns have one line each, whose affix class says which endings they take; its verbs have a line
 * for every stem (يزور, يزر, يزار, زير), with the lemma and the tense.  From both the forms are made as from our own rows:
 * nouns inflected as far as their class goes, verbs from the lemma and that stem which is its imperfect.             */
#include <stdlib.h>

#include "lexicon/build.h"
#include "lexicon/inflect.h"
#include "lexicon/verb.h"
#include "script/fold.h"

enum { MAX_CLASSES = 1024 };

typedef struct dictionary_verb {
    uint32_t lemma, line; /* lemma in the pool */
    uint32_t row;         /* of LEX_STEM */
    bool inflected;
    VEC(word) imperfect; /* stems in -y-, third person */
} dictionary_verb;

typedef struct dictionary_nisba {
    wq_str noun;
    lex_entry entry;
} dictionary_nisba;

typedef struct dictionary {
    compiler *c;
    const schema_table *schema;
    uint32_t class[MAX_CLASSES]; /* first letters of the flags, a set of bits */
    wq_str *alias;               /* what an AM line says of a stem */
    uint32_t n_alias;
    VEC(dictionary_verb) verbs;
    VEC(dictionary_nisba)
    nisbas;         /* nouns whose adjectives are made after all nouns are there */
    uint32_t *slot; /* verbs by lemma, UINT32_MAX is free */
    uint32_t mask;
} dictionary;

typedef struct dictionary_line {
    wq_str word, alias;
    uint32_t class, number;
} dictionary_line;

/* ---- reading ------------------------------------------------------------------------ */

static uint32_t letter_bit(char c)
{
    return c >= 'A' && c <= 'Z' ? 1u << (c - 'A') : 0;
}

static uint32_t class_letters(wq_str flags)
{
    uint32_t set = 0;
    for (size_t i = 0; i + 1 < flags.n; i += 2)
        set |= letter_bit(flags.p[i]);
    return set;
}

/* Affix classes and aliases are numbered from 1 by their lines; the first of each is their count. */
static void read_affixes(dictionary *d, wq_str aff)
{
    uint32_t classes = 0;
    d->alias = NULL;
    for (wq_str line; str_next(&aff, '\n', &line);) {
        wq_str rest = str_sub(line, 3, line.n), flags;
        if (str_starts(line, STR("AF "))) {
            str_next(&rest, ' ', &flags);
            if (classes && classes < MAX_CLASSES)
                d->class[classes] = class_letters(flags);
            classes++;
        } else if (str_starts(line, STR("AM ")) && !d->alias) {
            long n = atol(rest.p);
            d->n_alias = n > 0 && n < 1000000 ? (uint32_t)n + 1 : 1;
            d->alias = ARENA_ARRAY(d->c->mem, wq_str, d->n_alias);
            d->n_alias = 1;
        } else if (str_starts(line, STR("AM "))) {
            d->alias[d->n_alias++] = rest;
        }
    }
}

static dictionary_line split_line(const dictionary *d, wq_str line, uint32_t number)
{
    dictionary_line out = { .number = number };
    wq_str head, rest = line;
    str_next(&rest, '\t', &head);
    uint32_t alias = rest.n ? (uint32_t)atol(rest.p) : 0;
    if (alias && alias < d->n_alias)
        out.alias = d->alias[alias];
    str_next(&head, '/', &out.word);
    uint32_t class = head.n ? (uint32_t)atol(head.p) : 0;
    out.class = class < MAX_CLASSES ? d->class[class] : 0;
    return out;
}

/* The value of "key:value" among the words of an alias. */
static wq_str alias_value(wq_str alias, wq_str key)
{
    for (wq_str one; alias.n && str_next(&alias, ' ', &one);)
        if (str_starts(one, key))
            return str_sub(one, key.n, one.n);
    return STR("");
}

static bool alias_has(wq_str alias, wq_str what)
{
    for (wq_str one; alias.n && str_next(&alias, ' ', &one);)
        if (str_eq(one, what))
            return true;
    return false;
}

static wq_status add_stem_row(dictionary *d, wq_str pos, wq_str lemma, wq_str imperfect,
                              uint32_t line, uint32_t *row, wq_error *err)
{
    wq_str cells[] = { arena_printf(d->c->mem, "ar%u", line), pos, lemma, imperfect };
    *row = d->c->table[LEX_STEM].rows.n;
    return build_row_add(d->c, d->schema, cells, STR("ar.dic"), line, err);
}

/* ---- what rows of ours have already ------------------------------------------------------- */

/* A form of a row of ours is not entered once more as the dictionary's: the row says more of it.  Nor is an adjective that
 * the dictionary has itself made of a noun.                                                                            */
static bool has_nominal(const compiler *c, wq_str key, bool nisba, uint32_t feats)
{
    uint32_t n, bound = feats & LEX_F_CONSTRUCT;
    const lex_entry *e = build_entries(c, key, &n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t shape = e[i].feats & (LEX_F_CONSTRUCT | LEX_F_SING);
        if (shape == LEX_F_CONSTRUCT && !bound)
            continue; /* a dual or plural before a genitive: خليجي "the two gulfs of" */
        bool ours = e[i].table != LEX_STEM && e[i].form != LEX_NAME;
        bool own = nisba && e[i].table == LEX_STEM && !(e[i].feats & LEX_F_NISBA);
        if ((ours || own) && e[i].form != LEX_VERBFORM)
            return true;
    }
    return false;
}

static bool has_verb(const compiler *c, wq_str key, uint32_t tense, uint32_t row)
{
    uint32_t n;
    const lex_entry *e = build_entries(c, key, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].form == LEX_VERBFORM && (e[i].feats & tense) &&
            (e[i].table == LEX_VERB || e[i].row == row))
            return true;
    return false;
}

/* ---- nouns ---------------------------------------------------------------------------- */

/* The letters of affix classes that add endings to nouns, by what these are. */
#define CLASS(c) (1u << ((c) - 'A'))
enum {
    CLASS_FEMININE = CLASS('B') | CLASS('D'),
    CLASS_DUAL = CLASS('C') | CLASS('D') | CLASS('E') | CLASS('G'),
    CLASS_AT = CLASS('H'), /* plural in -at */
    CLASS_UN = CLASS('I') | CLASS('N'),
    CLASS_TANWEEN = CLASS('J'),
    CLASS_WEAK = CLASS('K'), /* a last yeh that goes: قاضٍ */
    CLASS_NISBA = CLASS('L') | CLASS('M') | CLASS('N')
};

typedef struct noun_sink {
    compiler *c;
    lex_entry entry;
    uint32_t class;
} noun_sink;

/* Which of the forms that could be made does its class have? */
static bool class_takes(uint32_t class, uint32_t feats)
{
    bool plural = feats & LEX_F_PLUR, dual = feats & LEX_F_DUAL;
    if (feats & LEX_F_ACC)
        return class & CLASS_TANWEEN;
    if (plural && (feats & LEX_F_MASC))
        return (class & CLASS_UN) || (dual && (class & CLASS_DUAL));
    if (plural)
        return class & CLASS_AT;
    return !dual || (class & CLASS_DUAL);
}

static void emit_noun(void *ctx, wq_str form, uint32_t feats)
{
    noun_sink *s = ctx;
    lex_entry e = s->entry;
    if (!form.n || !class_takes(s->class, feats) ||
        has_nominal(s->c, form, s->entry.feats & LEX_F_NISBA, feats))
        return;
    bool countable =
        s->class & (CLASS_DUAL | CLASS_AT | CLASS_UN); /* else it may be a broken plural */
    if (!countable && (feats & LEX_F_SING))
        feats &= ~(uint32_t)(LEX_F_SING | LEX_F_MASC | LEX_F_FEM);
    e.feats |= feats;
    build_index(s->c, form, e);
}

/* اقتصاد اقتصادي, دولة دولي, آسيا آسيوي is irregular; معنى معنوي. */
static word nisba_of(word w)
{
    uint16_t last = w.n ? w.c[w.n - 1] : 0;
    if (last == TEH_MARBUTA || last == ALEF || last == YEH)
        w = cut(w, 1);
    else if (last == ALEF_MAKSURA)
        w = with(w, w.n - 1, WAW);
    else if (last == HAMZA) /* ضوئي, جزئي */
        w = with(w, w.n - 1, YEH_HAMZA);
    return plus(w, YEH, 0, 0);
}

static void index_nisba(dictionary *d, wq_str noun, lex_entry e)
{
    noun_sink s = { d->c, e,
                    CLASS_FEMININE | CLASS_DUAL | CLASS_AT | CLASS_UN | CLASS_TANWEEN };
    word w = spelling_read(noun);
    s.entry.feats |= LEX_F_NISBA;
    if (w.n > 1)
        inflect_noun(spelling_write(d->c->mem, nisba_of(w)), INFLECT_PERSON, emit_noun, &s);
}

static wq_status add_noun(dictionary *d, const dictionary_line *l, wq_error *err)
{
    compiler *c = d->c;
    noun_sink s = { c, { LEX_STEM, LEX_STEMFORM, 0, 0 }, l->class };
    wq_str key = lex_key(c->mem, l->word);
    if (!key.n || memchr(key.p, ' ', key.n))
        return WQ_OK;
    wq_str pos = l->class & CLASS_FEMININE ? STR("adjective") : STR("noun");
    wq_status st = add_stem_row(d, pos, l->word, STR(""), l->number, &s.entry.row, err);
    if (st != WQ_OK)
        return st;
    lex_entry bare = s.entry;
    bare.feats = lex_first_alef(fold_str(c->mem, l->word, FOLD_NORM));
    build_index(c, key, bare);
    if (!(l->class & (CLASS('A') | CLASS_FEMININE)))
        return WQ_OK; /* particles, foreign names */
    bool person = l->class & (CLASS_FEMININE | CLASS_UN);
    inflect_noun(l->word,
                 !person                 ? INFLECT_THING
                 : l->class & CLASS_WEAK ? INFLECT_WEAK
                                         : INFLECT_PERSON,
                 emit_noun, &s);
    if (l->class & CLASS_NISBA)
        *vec_push(c->mem, &d->nisbas) = (dictionary_nisba){ l->word, s.entry };
    return WQ_OK;
}

/* ---- verbs ---------------------------------------------------------------------------- */

static dictionary_verb *verb_of(dictionary *d, wq_str lemma, uint32_t line)
{
    uint32_t at = build_intern(d->c, lemma), i = at * 2654435761u & d->mask;
    for (; d->slot[i] != UINT32_MAX; i = (i + 1) & d->mask)
        if (d->verbs.v[d->slot[i]].lemma == at)
            return &d->verbs.v[d->slot[i]];
    d->slot[i] = d->verbs.n;
    *vec_push(d->c->mem, &d->verbs) = (dictionary_verb){ .lemma = at, .line = line };
    return &d->verbs.v[d->verbs.n - 1];
}

static void note_verb(dictionary *d, const dictionary_line *l)
{
    dictionary_verb *v = verb_of(d, alias_value(l->alias, STR("st:")), l->number);
    word w = spelling_read(l->word);
    if (!alias_has(l->alias, STR("is:prst")) || w.n < 3 || w.c[0] != YEH)
        return;
    for (uint32_t i = 0; i < v->imperfect.n; i++)
        if (same_word(v->imperfect.v[i], w))
            return;
    *vec_push(d->c->mem, &v->imperfect) = w;
}

static bool among(const dictionary_verb *v, word w)
{
    for (uint32_t i = 0; i < v->imperfect.n; i++)
        if (same_word(v->imperfect.v[i], w))
            return true;
    return false;
}

/* The stem of `n` letters with one of `letters` (0 ends them; the first that is found) `back` letters from the end. */
static word stem_with(const dictionary_verb *v, unsigned n, unsigned back,
                      const uint16_t *letters)
{
    for (; *letters; letters++)
        for (uint32_t i = 0; i < v->imperfect.n; i++) {
            const word *w = &v->imperfect.v[i];
            if (w->n == n && w->c[n - 1 - back] == *letters)
                return *w;
        }
    return (word){ .n = 0 };
}

static word stem_of_length(const dictionary_verb *v, unsigned n)
{
    for (uint32_t i = 0; i < v->imperfect.n; i++)
        if (v->imperfect.v[i].n == n)
            return v->imperfect.v[i];
    return (word){ .n = 0 };
}

/* Of three letters: the active is يزور, not يزار; يدعو, not يدعى; يصل (and يوصل of form II); يأكل, not يؤكل. */
static word imperfect_of_three(const dictionary_verb *v, word p)
{
    static const uint16_t LONG[] = { WAW, YEH, ALEF, 0 },
                          END[] = { WAW, YEH, ALEF_MAKSURA, 0 };
    if (p.c[1] == ALEF)
        return stem_with(v, 4, 1, LONG);
    if (is_weak(p.c[2])) {
        word w = stem_with(v, 4, 0, END);
        return w.n ? w : stem_with(v, 3, 0, END);
    }
    if (p.c[0] == WAW && stem_of_length(v, 3).n)
        return stem_of_length(v, 3);
    word w = before(YEH, p);
    return p.c[0] == ALEF_HAMZA && !among(v, w) ? with(w, 1, WAW_HAMZA) : w;
}

/* The imperfect of a lemma, empty where its stems hold none that could be. */
static word imperfect_of(dictionary *d, const dictionary_verb *v, word perfect)
{
    wq_str guess = inflect_guess_imperfect(d->c->mem, build_str(d->c, v->lemma));
    word w = spelling_read(guess);
    if (w.n && among(v, w))
        return w;
    if (perfect.n == 2)
        return before(YEH, perfect);
    w = perfect.n == 3 ? imperfect_of_three(v, perfect) : (word){ .n = 0 };
    return w.n && among(v, w) ? w : stem_of_length(v, perfect.n);
}

typedef struct verb_sink {
    compiler *c;
    lex_entry entry;
} verb_sink;

static void emit_verb(void *ctx, wq_str form, uint32_t feats)
{
    verb_sink *s = ctx;
    lex_entry e = s->entry;
    uint32_t tense = feats & (LEX_F_PERFECT | LEX_F_IMPERFECT | LEX_F_IMPERATIVE);
    e.feats = feats | LEX_F_VERBAL;
    if (form.n && !has_verb(s->c, form, tense, UINT32_MAX))
        build_index(s->c, form, e);
}

static wq_status add_verb(dictionary *d, dictionary_verb *v, wq_error *err)
{
    wq_str lemma =
        arena_str(d->c->mem, build_str(d->c, v->lemma).p, build_str(d->c, v->lemma).n);
    word perfect = spelling_read(lemma), w = imperfect_of(d, v, perfect);
    wq_str imperfect = spelling_write(d->c->mem, w);
    wq_status st = add_stem_row(d, STR("verb"), lemma, imperfect, v->line, &v->row, err);
    if (st != WQ_OK)
        return st;
    verb_sink s = { d->c, { LEX_STEM, LEX_VERBFORM, v->row, 0 } };
    v->inflected = w.n > 0;
    if (w.n)
        inflect_verb(lemma, imperfect, 0, emit_verb, &s);
    if (w.n == 3 && perfect.n == 3 && perfect.c[0] == WAW) { /* وصل: also يوصل of form II */
        word second = before(YEH, perfect);
        if (among(v, second))
            inflect_verb(lemma, spelling_write(d->c->mem, second), INFLECT_SECOND,
                         emit_verb, &s);
    }
    return WQ_OK;
}

/* The stems of a verb that could not be inflected, as the dictionary has them. */
static void add_verb_stem(dictionary *d, const dictionary_line *l)
{
    const dictionary_verb *v = verb_of(d, alias_value(l->alias, STR("st:")), l->number);
    wq_str key = lex_key(d->c->mem, l->word);
    uint32_t tense = (alias_has(l->alias, STR("is:pst")) ? LEX_F_PERFECT : 0) |
                     (alias_has(l->alias, STR("is:prst")) ? LEX_F_IMPERFECT : 0);
    if (!v->inflected && key.n > 2 && tense && !memchr(key.p, ' ', key.n) &&
        !has_verb(d->c, key, tense, v->row))
        build_index(
            d->c, key,
            (lex_entry){ LEX_STEM, LEX_VERBFORM, v->row,
                         tense | LEX_F_VERBAL |
                             lex_first_alef(fold_str(d->c->mem, l->word, FOLD_NORM)) });
}

/* ---- the whole --------------------------------------------------------------------------- */

static bool is_verb(const dictionary_line *l)
{
    return alias_has(l->alias, STR("po:verb")) && alias_value(l->alias, STR("st:")).n;
}

static dictionary *dictionary_new(compiler *c, wq_str aff, uint32_t lines)
{
    dictionary *d = ARENA_NEW(c->mem, dictionary);
    uint32_t size = 1024;
    while (size < lines)
        size *= 2;
    *d = (dictionary){ .c = c, .schema = schema_for_table(LEX_STEM), .mask = size - 1 };
    d->slot = ARENA_ARRAY(c->mem, uint32_t, size);
    memset(d->slot, 0xff, size * sizeof *d->slot);
    read_affixes(d, aff);
    return d;
}

wq_status build_dictionary(compiler *c, wq_error *err)
{
    wq_str dic = c->dic, line, rest;
    long count = str_next(&dic, '\n', &line) ? atol(line.p) : 0;
    dictionary *d = dictionary_new(c, c->aff, count < 10000000 ? (uint32_t)count : 0);
    wq_status st = WQ_OK;
    uint32_t number = 1;
    for (rest = dic; st == WQ_OK && str_next(&rest, '\n', &line);) {
        dictionary_line l = split_line(d, line, ++number);
        if (is_verb(&l))
            note_verb(d, &l);
        else if (l.word.n && l.word.p[0] != '#')
            st = add_noun(d, &l, err);
    }
    for (uint32_t i = 0; i < d->nisbas.n; i++)
        index_nisba(d, d->nisbas.v[i].noun, d->nisbas.v[i].entry);
    for (uint32_t i = 0; st == WQ_OK && i < d->verbs.n; i++)
        st = add_verb(d, &d->verbs.v[i], err);
    number = 1;
    for (rest = dic; st == WQ_OK && str_next(&rest, '\n', &line);) {
        dictionary_line l = split_line(d, line, ++number);
        if (is_verb(&l))
            add_verb_stem(d, &l);
    }
    return st;
}
