/* Common nouns for people and bodies.  The press uses most of them as adjectives and for things as well; the kind of their
 * row in data/actor/agents.tsv says what it takes to be sure:
 *
 *   adj     also an adjective: not behind a noun it agrees with
 *   the     only with the article, or with somebody it belongs to
 *   owned   only with somebody it belongs to, there or earlier in the text
 *   nisba   only with a nationality                                                                       */
#include "actor/np.h"
#include "script/fold.h"

bool np_agent_is(const np_parser *p, uint32_t row, wq_str flag)
{
    wq_str kind = lex_cell(p->lex, LEX_AGENT, row, "kind");
    for (wq_str one; str_next(&kind, '|', &one);)
        if (str_eq(one, flag))
            return true;
    return false;
}

/* ---- the form ---- */

enum { LONGEST_CELL = 2048 };

/* Is the word written in the row, or made of its lemma?  Of other forms (سياح) no others are made (سياحة). */
static bool is_of_row(const np_parser *p, uint32_t row, wq_str stem, uint32_t feats)
{
    char folded[LONGEST_CELL];
    wq_str lemma = lex_cell(p->lex, LEX_AGENT, row, "lemma"),
           forms = lex_cell(p->lex, LEX_AGENT, row, "forms");
    if (lemma.n + forms.n + 2 > sizeof folded / 2)
        return true;
    size_t n = fold_into(lemma, FOLD_FULL, folded);
    wq_str base = { folded, n };
    bool fem_lemma = str_ends(base, STR("\xd9\x87"));
    bool fem_of_man = !fem_lemma && (feats & LEX_F_FEM) && !(feats & LEX_F_MASC);
    if (fem_lemma)
        base.n -= 2;
    if (str_starts(stem, base) && !fem_of_man)
        return true;
    wq_str rest = { folded, fold_into(forms, FOLD_FULL, folded) };
    for (wq_str one; str_next(&rest, '|', &one);)
        if (str_eq(one, stem))
            return true;
    return false;
}

static bool is_particle(const np_parser *p, const lex_entry *e)
{
    return e->table == LEX_FUNCTION &&
           !str_starts(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), STR("np_"));
}

/* ---- adjectives ---- */

static bool is_noun_alone(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (t->kind != TOKEN_WORD || !t->morph)
        return false;
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if ((e->table == LEX_VERB && e->form == LEX_VERBFORM) || e->table == LEX_AGENT)
            return false;
        if (is_particle(p, e))
            return false;
    }
    return true;
}

/* "سياسيا وعسكريا", "الجوية والبحرية": and another adjective. */
static bool is_joined_adjective(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    if (m->entry.feats & LEX_F_ACC)
        return true;
    const text_token *before = at > 0 ? &p->part->token[at - 1] : NULL;
    return (m->clitics & MORPH_AL) && before && np_has_article(before) &&
           (np_function_row(p, at - 1, STR("np_modifier")) >= 0 ||
            morph_as(before, LEX_COUNTRY, LEX_NISBA)) &&
           !(m->entry.feats & LEX_F_PLUR);
}

/* Listed plurals (مدنيون) have their own row's features; the ending tells. */
static bool is_sound_plural(const morph_analysis *m, const text_token *t)
{
    wq_str stem = str_sub(t->form, m->from, m->to);
    return str_ends(stem, STR("\xd9\x88\xd9\x86")) ||
           str_ends(stem, STR("\xd9\x8a\xd9\x86"));
}

/* Behind a noun with the article a word with it, behind one without it a word without: it says how the noun is. */
static bool is_adjective(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    if ((m->clitics & MORPH_WA) && is_joined_adjective(p, at, m))
        return true;
    if (at == 0 || !is_noun_alone(p, at - 1) ||
        (m->clitics & ~(unsigned)(MORPH_AL | MORPH_WA)))
        return false;
    const text_token *before = &p->part->token[at - 1];
    bool the = (m->clitics & MORPH_AL) || np_has_article(&p->part->token[at]);
    bool owned = before->morph->n && (before->morph->v[0].clitics & MORPH_PRONOUN);
    if (m->clitics & MORPH_WA)
        return false;
    if (the)
        return (owned || np_has_article(before)) &&
               !is_sound_plural(m, &p->part->token[at]);
    if (m->entry.feats & LEX_F_ACC)
        return true;
    bool construct = before->morph->known && !is_sound_plural(m, &p->part->token[at]);
    return construct && !np_has_article(before);
}

/* ---- other readings ---- */

/* "talks" before "investigators"; things and adjectives only behind the noun they describe. */
static bool is_other_noun(const np_parser *p, const lex_entry *e, bool adjective)
{
    wq_str kind = lex_cell(p->lex, LEX_NOUN, e->row, "kind");
    if (str_eq(kind, STR("thing")) || str_eq(kind, STR("adjective")))
        return adjective;
    return !str_eq(kind, STR("group"));
}

/* Does reading `m` of a word mean that it is not the people of reading `group`? */
static bool excludes(const np_parser *p, const morph_analysis *m,
                     const morph_analysis *group, bool noun_here, bool adjective)
{
    const unsigned beside = MORPH_AL | MORPH_WA;
    const lex_entry *e = &m->entry;
    uint32_t feats = group->entry.feats;
    bool plain = (m->clitics & ~beside) == (group->clitics & ~beside);
    switch (e->table) {
    case LEX_FUNCTION:
        return plain && is_particle(p, e);
    case LEX_NOUN:
        return plain && is_other_noun(p, e, adjective);
    case LEX_TIME: /* the month of Shaaban, not two peoples */
        return plain && (feats & LEX_F_DUAL);
    case LEX_VERB:
        if (e->form == LEX_ACTIVE)
            return feats & LEX_F_ACC; /* "accusing", not "a suspect" */
        return e->form == LEX_VERBFORM && !noun_here && m->clitics == group->clitics &&
               !(group->clitics & MORPH_AL); /* "demanded", not "student" */
    case LEX_STEM:                           /* "world-wide", not "scholars of" */
        return plain && (feats & LEX_F_CONSTRUCT) && !(feats & LEX_F_SING);
    default:
        return false;
    }
}

static bool is_other_word(const np_parser *p, uint32_t at, const morph_analysis *group)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *before = at ? morph_as(t - 1, LEX_FUNCTION, -1) : NULL;
    bool noun_here =
        before &&
        str_eq(lex_cell(p->lex, LEX_FUNCTION, before->entry.row, "kind"), STR("prep"));
    bool adjective = is_adjective(p, at, group);
    for (uint32_t i = 0; i < t->morph->n; i++)
        if (excludes(p, &t->morph->v[i], group, noun_here, adjective))
            return true;
    return false;
}

bool np_agent_word(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    const text_token *t = &p->part->token[at];
    wq_str stem = str_sub(t->form, m->from, m->to);
    bool marbuta = (m->clitics & MORPH_HU) && str_ends(t->norm, STR("\xd8\xa9"));
    if (marbuta || (m->clitics & MORPH_I)) /* no "his", and nobody in the news says "my" */
        return false;
    if (is_other_word(p, at, m) || !is_of_row(p, m->entry.row, stem, m->entry.feats))
        return false;
    if (m->entry.feats & LEX_F_ACC && np_agent_is(p, m->entry.row, STR("source")))
        return false;
    return !np_agent_is(p, m->entry.row, STR("adj")) || !is_adjective(p, at, m);
}

/* ---- what makes it count ---- */

static bool is_definite(const np_parser *p, const actor_mention *m)
{
    return m->definite || np_has_article(&p->part->token[m->first]);
}

/* "مصادر الطاقة": sources of something, which nobody quotes. */
static bool is_source_of_thing(np_parser *p, uint32_t end, const actor_mention *m)
{
    return end == m->first + 1 && !is_definite(p, m) && np_is_word(p, end) &&
           str_starts(p->part->token[end].form, STR("\xd8\xa7\xd9\x84"));
}

/* "لجنة التحقيق", "فرقة العمل": what it is for names it. */
static bool is_named_body(np_parser *p, uint32_t end, const actor_mention *m)
{
    uint32_t row = m->agent - 1;
    bool body = np_agent_is(p, row, STR("body")) || str_eq(m->a.sector, STR("MIL"));
    return body && end == m->first + 1 && !is_definite(p, m) && np_is_word(p, end) &&
           str_starts(p->part->token[end].form, STR("\xd8\xa7\xd9\x84")) &&
           !morph_as(&p->part->token[end], LEX_TIME, -1);
}

bool np_agent_counts(np_parser *p, uint32_t end, actor_mention *m)
{
    uint32_t row = m->agent - 1;
    if (m->kind == ACTOR_SOURCE && is_source_of_thing(p, end, m))
        return false;
    bool owned = m->a.country.p || m->a.id.p || m->owner.p ||
                 (m->clitics & MORPH_PRONOUN) || is_named_body(p, end, m);
    if (np_agent_is(p, row, STR("nisba")) && !p->nisba && !m->a.id.p)
        return false;
    if (np_agent_is(p, row, STR("the")) && !owned)
        return is_definite(p, m);
    if (!np_agent_is(p, row, STR("owned")) || owned)
        return true;
    np_link(p, m);
    return m->a.country.p || m->a.id.p;
}
