/* The compiler: rows are gathered table by table, their words entered into the index, and the whole laid out. */
#include "lexicon/compile.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/tsv.h"
#include "lexicon/build.h"
#include "lexicon/image.h"
#include "lexicon/inflect.h"
#include "lexicon/respell.h"
#include "lexicon/schema.h"
#include "script/fold.h"
#include "script/letters.h"

compiler *compiler_new(arena *a)
{
    compiler *c = ARENA_NEW(a, compiler);
    c->mem = a;
    c->layer = 1;
    build_pool_init(c);
    return c;
}

/* ---- rows --------------------------------------------------------------------- */

static wq_status fail_twice(const compiler *c, const build_row *row, const build_row *old,
                            wq_error *err)
{
    return fail(err, WQ_E_LEXICON, row->line,
                "%s:%u: want an id of its own, found \"%s\" as in %s:%u",
                build_str(c, row->file).p, row->line, build_str(c, row->cell[0]).p,
                build_str(c, old->file).p, old->line);
}

/* Rows that share their id are told apart by more cells; only a later layer's can replace one. */
static build_row *find_composite(build_table *t, const build_row *row, uint32_t key)
{
    for (uint32_t i = 0; row->layer > 1 && i < t->rows.n; i++)
        if (t->rows.v[i].layer < row->layer &&
            memcmp(t->rows.v[i].cell, row->cell, key * sizeof *row->cell) == 0)
            return &t->rows.v[i];
    return NULL;
}

static build_row *find_by_id(compiler *c, lex_table table, uint32_t id)
{
    uint32_t old = build_id_find(c, table, id);
    return old == UINT32_MAX ? NULL : &c->table[table].rows.v[old];
}

wq_status build_row_add(compiler *c, const schema_table *s, const wq_str *cells,
                        wq_str file, uint32_t line, wq_error *err)
{
    build_table *t = &c->table[s->table];
    uint32_t key = schema_key(s->table);
    build_row row = { .file = build_intern(c, file), .line = line, .layer = c->layer };
    row.cell = ARENA_ARRAY(c->mem, uint32_t, schema_width(s));
    for (uint32_t i = 0; s->column[i].name; i++)
        row.cell[i] = build_intern(c, cells[i]);
    if (row.cell[0] == 0)
        return fail(err, WQ_E_LEXICON, line, "%.*s:%u: want an id, found none",
                    STR_ARG(file), line);
    build_row *old =
        key > 1 ? find_composite(t, &row, key) : find_by_id(c, s->table, row.cell[0]);
    if (old && old->layer == c->layer)
        return fail_twice(c, &row, old, err);
    if (old) {
        *old = row;
        return WQ_OK;
    }
    if (key == 1)
        build_id_add(c, s->table, row.cell[0], t->rows.n);
    *vec_push(c->mem, &t->rows) = row;
    return WQ_OK;
}

wq_status compiler_add_tsv(compiler *c, wq_str path, wq_str text, wq_error *err)
{
    const schema_table *s = schema_for_path(path);
    if (!s)
        return fail(err, WQ_E_LEXICON, 0, "%.*s: no such lexicon file; see data/README.md",
                    STR_ARG(path));
    if (s->table == LEX_FOLD && c->layer > 1)
        return fail(
            err, WQ_E_LEXICON, 0,
            "%.*s: folding is compiled into the program; its rows can't be laid over",
            STR_ARG(path));
    tsv_reader r;
    tsv_row row;
    int from[TSV_MAX_COLUMNS];
    wq_status st = tsv_open(&r, path, text, err);
    if (st == WQ_OK)
        st = schema_columns(s, &r.header, from, err);
    while (st == WQ_OK && (st = tsv_next(&r, &row, err)) == WQ_OK) {
        wq_str cells[TSV_MAX_COLUMNS];
        for (uint32_t i = 0; s->column[i].name; i++)
            cells[i] = row.cell[from[i]];
        st = build_row_add(c, s, cells, path, row.line, err);
    }
    if (st != WQ_END && err)
        err->status = WQ_E_LEXICON;
    return st == WQ_END ? WQ_OK : WQ_E_LEXICON;
}

static void add_base_row(compiler *c, const lexicon *lex, const schema_table *s,
                         uint32_t row)
{
    wq_str cells[TSV_MAX_COLUMNS];
    for (uint32_t i = 0; s->column[i].name; i++)
        cells[i] = lex_cell_at(lex, s->table, row, (int)i);
    uint32_t line = 0;
    wq_str file = lex_origin(lex, s->table, row, &line);
    (void)build_row_add(c, s, cells, file, line,
                        NULL); /* they were checked when first compiled */
}

void compiler_add_lexicon(compiler *c, const lexicon *lex)
{
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        const schema_table *s = schema_for_table(t);
        for (uint32_t row = 0; s && row < lex_rows(lex, t); row++)
            add_base_row(c, lex, s, row);
    }
    build_copy_stems(c, lex);
    c->layer++;
}

wq_status compiler_add_hunspell(compiler *c, wq_str dic, wq_str aff, wq_error *err)
{
    if (!memchr(dic.p, '\n', dic.n) || atol(dic.p) < 1000)
        return fail(err, WQ_E_FORMAT, 1, "ar.dic:1: want the number of words, found none");
    c->dic = dic;
    c->aff = aff;
    return WQ_OK;
}

/* ---- cities -------------------------------------------------------------------------- */

static wq_str iso3_of(wq_str countries, wq_str iso2)
{
    for (wq_str line; str_next(&countries, '\n', &line);)
        if (line.n > 7 && line.p[0] != '#' && str_eq(str_sub(line, 0, 2), iso2) &&
            line.p[2] == '\t')
            return str_sub(line, 3, 6);
    return STR("");
}

static bool is_arabic_name(wq_str name)
{
    return name.n && ((unsigned char)name.p[0] & 0xfc) == 0xd8; /* U+0600..U+06FF */
}

static wq_str arabic_names(arena *a, wq_str alternates)
{
    char *names = arena_alloc(a, alternates.n + 1);
    size_t n = 0;
    for (wq_str name; str_next(&alternates, ',', &name);) {
        if (!is_arabic_name(name))
            continue;
        if (n)
            names[n++] = '|';
        memcpy(names + n, name.p, name.n);
        n += name.n;
    }
    return (wq_str){ names, n };
}

wq_status compiler_add_cities(compiler *c, wq_str cities, wq_str countries, wq_error *err)
{
    enum {
        ID = 0,
        LATIN = 1,
        ALTERNATES = 3,
        LAT = 4,
        LON = 5,
        COUNTRY = 8,
        POPULATION = 14,
        N = 15
    };
    const schema_table *s = schema_for_table(LEX_CITY);
    uint32_t number = 0;
    for (wq_str line; str_next(&cities, '\n', &line);) {
        wq_str f[N] = { 0 };
        int n = 0;
        number++;
        while (n < N && str_next(&line, '\t', &f[n]))
            n++;
        wq_str names = n == N ? arabic_names(c->mem, f[ALTERNATES]) : STR("");
        if (names.n == 0)
            continue;
        wq_str cells[] = { f[ID],         iso3_of(countries, f[COUNTRY]),
                           f[LAT],        f[LON],
                           f[POPULATION], f[LATIN],
                           names };
        wq_status st = build_row_add(c, s, cells, STR("cities15000.txt"), number, err);
        if (st != WQ_OK)
            return st;
    }
    return number ? WQ_OK : fail(err, WQ_E_FORMAT, 0, "cities15000.txt: empty");
}

/* ---- the index -------------------------------------------------------------------- */

typedef struct entry_sink {
    compiler *c;
    lex_entry entry;
} entry_sink;

static void emit_entry(void *ctx, wq_str form, uint32_t feats)
{
    entry_sink *s = ctx;
    lex_entry e = s->entry;
    e.feats = feats;
    if (form.n)
        build_index(s->c, form, e);
}

/* "هنودا": a broken plural as an indefinite object. */
static void index_accusatives(compiler *c, wq_str names, lex_entry e)
{
    e.feats |= LEX_F_ACC;
    for (wq_str name; names.n && str_next(&names, '|', &name);)
        if (!str_ends(name, STR(AR_ALEF)) && !str_ends(name, STR(AR_HAMZA)))
            build_index(
                c, lex_key(c->mem, arena_printf(c->mem, "%.*s" AR_ALEF, STR_ARG(name))), e);
}

static void index_names(compiler *c, wq_str names, lex_entry entry)
{
    for (wq_str name; names.n && str_next(&names, '|', &name);) {
        lex_entry e = entry;
        e.feats |= lex_first_alef(fold_str(c->mem, name, FOLD_NORM));
        build_index(c, lex_key(c->mem, name), e);
    }
}

/* ---- nationalities of two words ---- */

typedef struct form_list {
    compiler *c;
    uint32_t n;
    struct {
        wq_str form;
        uint32_t feats;
    } v[32];
} form_list;

static void keep_form(void *ctx, wq_str form, uint32_t feats)
{
    form_list *l = ctx;
    if (form.n && l->n < sizeof l->v / sizeof *l->v) {
        l->v[l->n].form = arena_str(l->c->mem, form.p, form.n);
        l->v[l->n++].feats = feats;
    }
}

/* Without the article, with the first word's alone (الجنوب أفريقي), with both (الكوري الجنوبي). */
static void index_pair(compiler *c, wq_str first, wq_str second, lex_entry e)
{
    static const char *const article[][2] = { { "", "" }, { AR_AL, "" }, { AR_AL, AR_AL } };
    for (int i = 0; i < 3; i++)
        build_index(c,
                    arena_printf(c->mem, "%s%.*s %s%.*s", article[i][0], STR_ARG(first),
                                 article[i][1], STR_ARG(second)),
                    e);
}

/* "كوري جنوبي": both words agree (الكورية الجنوبية), or the first stays as it is (الجنوب أفريقية), but not before the
 * alef of the accusative, where it were the state (جنوب أفريقيا). */
static void index_two_words(compiler *c, wq_str words, lex_entry entry)
{
    wq_str first;
    form_list a = { .c = c }, b = { .c = c };
    str_next(&words, ' ', &first);
    inflect_noun(first, INFLECT_PERSON, keep_form, &a);
    inflect_noun(words, INFLECT_PERSON, keep_form, &b);
    for (uint32_t j = 0; j < b.n; j++) {
        lex_entry e = entry;
        e.feats |= b.v[j].feats;
        if (!(e.feats & LEX_F_ACC))
            index_pair(c, lex_key(c->mem, first), b.v[j].form, e);
        for (uint32_t i = 0; i < a.n; i++)
            if (((a.v[i].feats ^ b.v[j].feats) & ~(uint32_t)LEX_F_ALEFS) == 0)
                index_pair(c, a.v[i].form, b.v[j].form, e);
    }
}

/* "سائقو الحافلات": of men listed in the sound plural the forms before an owner. */
static void index_construct(compiler *c, wq_str word, lex_entry e)
{
    enum { LETTER = 2, STEM = 3 };
    if (e.table != LEX_AGENT || !str_ends(word, STR(AR_WAW AR_NOON)) ||
        word.n < (STEM + 2) * LETTER)
        return;
    wq_str stem = str_sub(word, 0, word.n - 2 * LETTER);
    e.feats = LEX_F_MASC | LEX_F_PLUR | LEX_F_CONSTRUCT;
    build_index(c, lex_key(c->mem, arena_printf(c->mem, "%.*s" AR_WAW, STR_ARG(stem))), e);
    build_index(c, lex_key(c->mem, arena_printf(c->mem, "%.*s" AR_YEH, STR_ARG(stem))), e);
}

static void index_nouns(compiler *c, wq_str words, lex_entry entry, inflect_kind kind)
{
    entry_sink s = { c, entry };
    for (wq_str word; words.n && str_next(&words, '|', &word);) {
        if (memchr(word.p, ' ', word.n) && entry.form == LEX_NISBA)
            index_two_words(c, word, entry);
        else if (memchr(word.p, ' ', word.n))
            index_names(c, word, entry);
        else
            inflect_noun(word, kind, emit_entry, &s);
        if (!memchr(word.p, ' ', word.n))
            index_construct(c, word, entry);
    }
}

static void index_column(compiler *c, lex_table table, schema_use use, wq_str cell,
                         uint32_t row)
{
    lex_entry e = { (uint16_t)table, LEX_NAME, row, 0 };
    switch (use) {
    case USE_NOTHING:
        break;
    case USE_NAME:
        index_names(c, cell, e);
        break;
    case USE_REF:
        if (cell.n)
            build_index(c, arena_printf(c->mem, "=%.*s", STR_ARG(cell)), e);
        break;
    case USE_NISBA:
        e.form = LEX_NISBA;
        index_nouns(c, cell, e, INFLECT_PERSON);
        break;
    case USE_PEOPLE:
        e.form = LEX_NISBA;
        e.feats = LEX_F_PLUR | LEX_F_MASC;
        index_names(c, cell, e);
        index_accusatives(c, cell, e);
        break;
    case USE_NOUN:
        e.form = LEX_NOUNFORM;
        index_nouns(c, cell, e, table == LEX_AGENT ? INFLECT_PERSON : INFLECT_THING);
        break;
    }
}

/* Of a verb with a weak end (دعا, استدعى) the participle has one too. */
static inflect_kind participle_kind(wq_str perfect)
{
    wq_str folded_end =
        str_sub(perfect, perfect.n - (perfect.n < 2 ? perfect.n : 2), perfect.n);
    bool weak = str_eq(folded_end, STR(AR_ALEF)) ||
                str_eq(folded_end, STR(AR_ALEF_MAKSURA)) || str_eq(folded_end, STR(AR_YEH));
    return weak ? INFLECT_WEAK : INFLECT_PERSON;
}

static unsigned verb_kinds(wq_str class)
{
    return str_listed(class, '|', STR("doubled"))       ? INFLECT_DOUBLED
           : str_listed(class, '|', STR("drops_hamza")) ? INFLECT_DROPS
                                                        : 0;
}

static void index_verb(compiler *c, const build_row *r, uint32_t row)
{
    enum { CLASS = 1, PERFECT = 3, IMPERFECT, MASDAR, ACTIVE, PASSIVE };
    wq_str perfect = build_str(c, r->cell[PERFECT]),
           imperfect = build_str(c, r->cell[IMPERFECT]),
           masdar = build_str(c, r->cell[MASDAR]);
    wq_str active = build_str(c, r->cell[ACTIVE]), passive = build_str(c, r->cell[PASSIVE]);
    entry_sink s = { c, { LEX_VERB, LEX_VERBFORM, row, 0 } };
    unsigned kinds = verb_kinds(build_str(c, r->cell[CLASS])) |
                     inflect_second(perfect, imperfect, masdar);
    inflect_verb(perfect, imperfect, kinds, emit_entry, &s);
    if (active.n == 0)
        active = inflect_active(c->mem, perfect, imperfect, masdar);
    if (passive.n == 0)
        passive = inflect_passive(c->mem, perfect, imperfect, masdar);
    lex_entry e = { LEX_VERB, LEX_MASDAR, row, 0 };
    index_nouns(c, masdar, e, INFLECT_THING);
    e.form = LEX_ACTIVE;
    index_nouns(c, active, e, participle_kind(perfect));
    e.form = LEX_PASSIVE;
    index_nouns(c, passive, e, participle_kind(perfect));
}

static void emit_key(void *ctx, wq_str key)
{
    entry_sink *s = ctx;
    build_index(s->c, key, s->entry);
}

/* People also stand under what their spellings have in common. */
static void index_spellings(compiler *c, const build_row *r, uint32_t row)
{
    enum { KIND = 1, NAME = 6, NAMES };
    entry_sink s = { c, { LEX_ACTOR, LEX_NAME, row, 0 } };
    if (!str_eq(build_str(c, r->cell[KIND]), STR("person")))
        return;
    for (int i = NAME; i <= NAMES; i++) {
        wq_str cell = build_str(c, r->cell[i]);
        cell = arena_str(c->mem, cell.p, cell.n);
        for (wq_str one; cell.n && str_next(&cell, '|', &one);)
            respell_keys(lex_key(c->mem, one), emit_key, &s);
    }
}

static void index_row(compiler *c, const schema_table *s, uint32_t row)
{
    const build_row r = c->table[s->table].rows.v[row];
    if (s->table == LEX_VERB)
        index_verb(c, &r, row);
    if (s->table == LEX_ACTOR)
        index_spellings(c, &r, row);
    for (uint32_t i = 0; s->column[i].name; i++)
        index_column(c, s->table, s->column[i].use, build_str(c, r.cell[i]), row);
}

wq_status compiler_finish(compiler *c, wq_str *image, wq_error *err)
{
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        const schema_table *s = schema_for_table(t);
        for (uint32_t row = 0; s && row < c->table[t].rows.n; row++)
            index_row(c, s, row);
    }
    wq_status st = c->dic.n ? build_dictionary(c, err) : WQ_OK;
    if (st != WQ_OK)
        return st;
    return build_layout(c, image, err);
}
