#include "morph/describe.h"

/* ---- part of speech, lemma -------------------------------------------------------- */

static const char *pos_of_table(lex_table table)
{
    switch (table) {
    case LEX_TITLE:
        return "title";
    case LEX_OFFICE:
        return "office";
    case LEX_FUNCTION:
        return "particle";
    case LEX_EVENT:
        return "event phrase";
    case LEX_CUE:
        return "cue";
    case LEX_TIME:
        return "time";
    case LEX_PATTERN:
        return "page pattern";
    default:
        return "name";
    }
}

static bool is_adjective_row(const lexicon *lex, const lex_entry *e)
{
    if (e->table == LEX_STEM)
        return (e->feats & LEX_F_NISBA) ||
               str_eq(lex_cell(lex, LEX_STEM, e->row, "pos"), STR("adjective"));
    return e->table == LEX_NOUN &&
           str_eq(lex_cell(lex, LEX_NOUN, e->row, "kind"), STR("adjective"));
}

const char *morph_pos(const lexicon *lex, const morph_analysis *m)
{
    const lex_entry *e = &m->entry;
    switch ((lex_form)e->form) {
    case LEX_NAME:
        return pos_of_table((lex_table)e->table);
    case LEX_NISBA:
        return "adjective";
    case LEX_VERBFORM:
        return "verb";
    case LEX_MASDAR:
        return "masdar";
    case LEX_ACTIVE:
        return "active participle";
    case LEX_PASSIVE:
        return "passive participle";
    case LEX_NOUNFORM:
        return is_adjective_row(lex, e) ? "adjective" : "noun";
    case LEX_STEMFORM:
        return is_adjective_row(lex, e) ? "adjective" : "noun";
    }
    return "name";
}

wq_str morph_lemma(const lexicon *lex, const morph_analysis *m)
{
    static const char *const columns[] = { "perfect", "lemma",  "name",
                                           "text",    "phrase", "names" };
    wq_str lemma = { NULL, 0 };
    lex_table table = (lex_table)m->entry.table;
    for (size_t i = 0; i < sizeof columns / sizeof *columns && lemma.n == 0; i++)
        lemma = lex_cell(lex, table, m->entry.row, columns[i]);
    return lemma;
}

/* ---- features ---------------------------------------------------------------------- */

static const struct {
    uint32_t bit;
    const char *name;
} FEATURES[] = {
    { LEX_F_PERFECT, "perfect" },
    { LEX_F_IMPERFECT, "imperfect" },
    { LEX_F_JUSSIVE, "jussive" }, /* the subjunctive is spelt alike, or as the indicative */
    { LEX_F_IMPERATIVE, "imperative" },
    { LEX_F_PASSIVE, "passive" },
    { LEX_F_1, "1" },
    { LEX_F_2, "2" },
    { LEX_F_3, "3" },
    { LEX_F_MASC, "masc" },
    { LEX_F_FEM, "fem" },
    { LEX_F_SING, "sing" },
    { LEX_F_DUAL, "dual" },
    { LEX_F_PLUR, "plur" },
    { LEX_F_ACC, "accusative" },
    { LEX_F_CONSTRUCT, "construct" },
    { LEX_F_NISBA, "relative" },
};

static const char *state_of(const morph_analysis *m)
{
    if (m->entry.form == LEX_VERBFORM || m->entry.form == LEX_NAME)
        return NULL;
    return m->clitics & (MORPH_AL | MORPH_PRONOUN) ? "definite" : NULL;
}

wq_str morph_features(arena *a, const morph_analysis *m)
{
    wq_str out = STR("");
    for (size_t i = 0; i < sizeof FEATURES / sizeof *FEATURES; i++)
        if (m->entry.feats & FEATURES[i].bit)
            out = arena_printf(a, "%.*s%s%s", STR_ARG(out), out.n ? " " : "",
                               FEATURES[i].name);
    const char *state = state_of(m);
    if (state)
        out = arena_printf(a, "%.*s%s%s", STR_ARG(out), out.n ? " " : "", state);
    return out.n ? out : STR("-");
}

wq_str morph_clitics(arena *a, const morph_analysis *m)
{
    static const struct {
        uint16_t bit;
        const char *name;
    } names[] = {
        { MORPH_WA, "wa+" },   { MORPH_FA, "fa+" },
        { MORPH_SA, "sa+" },   { MORPH_BI, "bi+" },
        { MORPH_KA, "ka+" },   { MORPH_LI, "li+" },
        { MORPH_AL, "al+" },   { 0, "-" },
        { MORPH_HU, "+hu" },   { MORPH_HA, "+ha" },
        { MORPH_HUM, "+hum" }, { MORPH_HUMA, "+huma" },
        { MORPH_NA, "+na" },   { MORPH_KUM, "+kum" },
        { MORPH_I, "+i" },
    };
    wq_str out = STR("");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].bit == 0 || (m->clitics & names[i].bit))
            out = arena_printf(a, "%.*s%s", STR_ARG(out), names[i].name);
    return out;
}

/* ---- a line each -------------------------------------------------------------------- */

void morph_show(const lexicon *lex, arena *a, const text_token *t, buf *out)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n_all; i++) {
        const morph_analysis *m = &t->morph->v[i];
        lex_table table = (lex_table)m->entry.table;
        uint32_t line = 0;
        wq_str file = lex_origin(lex, table, m->entry.row, &line);
        buf_printf(out, "%s\t%.*s\t%.*s\t%.*s:%u\t%.*s\t%.*s\t%.*s\n", morph_pos(lex, m),
                   STR_ARG(morph_features(a, m)), STR_ARG(morph_clitics(a, m)),
                   STR_ARG(file), line, STR_ARG(lex_cell_at(lex, table, m->entry.row, 0)),
                   STR_ARG(morph_lemma(lex, m)), STR_ARG(str_sub(t->form, m->from, m->to)));
    }
}
