#include "actor/np.h"
#include "base/utf8.h"

bool np_is_mark(const np_parser *p, uint32_t at, uint32_t mark)
{
    if (at >= p->part->n_tokens || p->part->token[at].kind != TOKEN_PUNCT)
        return false;
    uint32_t cp;
    const text_token *t = &p->part->token[at];
    utf8_decode(p->part->raw.p + t->byte, t->n_byte, &cp);
    return cp == mark;
}

bool np_is_quote(const np_parser *p, uint32_t at)
{
    static const uint32_t marks[] = { '"', 0x201c, 0x201d, 0x201e, 0x201f, 0xab, 0xbb, 0x2018, 0x2019 };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (np_is_mark(p, at, marks[i]))
            return true;
    return false;
}

uint32_t np_skip_quote(const np_parser *p, uint32_t at)
{
    return np_is_quote(p, at) ? at + 1 : at;
}

bool np_in_paragraph(const np_parser *p, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to && i < p->part->n_tokens; i++)
        if (np_is_mark(p, i, '\n'))
            return false;
    return true;
}

bool np_has_tanween(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return str_find(str_sub(p->part->raw, t->byte, t->byte + t->n_byte), STR("\xd9\x8b")) >= 0;
}

bool np_word_kind(const np_parser *p, uint32_t at, wq_str kind)
{
    if (at >= p->part->n_tokens)
        return false;
    const text_token *t = &p->part->token[at];
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (t->morph->v[i].clitics & MORPH_PRONOUN)
            continue; /* "to" is no "clan" with a pronoun */
        if (e->table == LEX_FUNCTION && str_eq(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), kind))
            return true;
    }
    return false;
}

/* Offices before people before states before common nouns before titles. */
static int rank(const lex_entry *e)
{
    switch (e->table) {
    case LEX_OFFICE:
        return 6;
    case LEX_ACTOR:
        return 5;
    case LEX_COUNTRY:
        return e->form == LEX_NAME ? 4 : 0;
    case LEX_METONYM:
        return 3;
    case LEX_AGENT:
        return 2;
    case LEX_TITLE:
        return 1;
    default:
        return 0;
    }
}

static int compare_entries(const lex_entry *a, const lex_entry *b)
{
    return rank(a) - rank(b);
}

static bool better(const np_unit *u, const lex_entry *now, const lex_entry *e, uint32_t last)
{
    return rank(e) > 0 && (u->table == LEX_TABLES || (last == u->last && compare_entries(e, now) > 0));
}

/* Words like "foreign" and "armed" are adjectives behind a noun that is as definite, else people: "the Foreign (Ministry)". */
static bool is_adjective_here(const np_parser *p, uint32_t at, const morph_analysis *word)
{
    const text_token *before = at > 0 ? &p->part->token[at - 1] : NULL;
    if (!before || before->kind != TOKEN_WORD || !before->morph)
        return false;
    for (uint32_t i = 0; i < before->morph->n; i++) {
        const lex_entry *e = &before->morph->v[i].entry;
        bool particle = e->table == LEX_FUNCTION && !str_starts(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), STR("np_"));
        if (particle || (e->table == LEX_VERB && e->form == LEX_VERBFORM))
            return false;
    }
    bool definite = before->morph->n && (before->morph->v[0].clitics & MORPH_AL);
    return definite == ((word->clitics & MORPH_AL) != 0);
}

/* "عالمي" may be "scholars of" but is a word of its own; so is a preposition spelt like a noun. */
static bool is_other_word(const np_parser *p, uint32_t at, const morph_analysis *group)
{
    const text_token *t = &p->part->token[at];
    const lexicon *lex = p->lex;
    wq_str raw = str_sub(p->part->raw, t->byte, t->byte + t->n_byte);
    if ((group->clitics & MORPH_HU) && str_ends(raw, STR("\xd8\xa9")))
        return true; /* look-up folds ta marbuta: "confiscation", not "his sources" */
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        bool plain = (m->clitics & ~(MORPH_AL | MORPH_WA)) == (group->clitics & ~(MORPH_AL | MORPH_WA));
        if (m->entry.table == LEX_FUNCTION && plain &&
            (!str_starts(lex_cell(lex, LEX_FUNCTION, m->entry.row, "kind"), STR("np_modifier")) ||
             is_adjective_here(p, at, group)))
            return true;
        wq_str kind = m->entry.table == LEX_NOUN && plain ? lex_cell(lex, LEX_NOUN, m->entry.row, "kind") : STR("group");
        bool adjective = str_eq(kind, STR("thing")) || str_eq(kind, STR("adjective"));
        if (!str_eq(kind, STR("group")) && (!adjective || is_adjective_here(p, at, group)))
            return true; /* "talks" before "investigators" */
        if (m->entry.table == LEX_VERB && m->entry.form == LEX_VERBFORM && !(group->clitics & MORPH_AL))
            return true; /* "demanded", not "student" */
        if ((group->entry.feats & LEX_F_CONSTRUCT) && m->entry.table == LEX_STEM && plain)
            return true;
    }
    return false;
}

/* A word with the article or inflected: as the morphology has it. */
static void from_morph(np_parser *p, uint32_t at, np_unit *u)
{
    static const lex_table tables[] = { LEX_AGENT, LEX_TITLE };
    for (size_t i = 0; i < 2 && u->table == LEX_TABLES; i++) {
        const morph_analysis *m = morph_as(&p->part->token[at], tables[i], -1);
        if (m && !is_other_word(p, at, m))
            *u = (np_unit){ at + 1, m->clitics, tables[i], m->entry.row, m->entry.feats };
    }
}

np_unit np_unit_at(np_parser *p, uint32_t at)
{
    np_unit u = { .table = LEX_TABLES };
    match_hit hit[MATCH_MAX];
    const lex_entry *now = NULL;
    if (at >= p->part->n_tokens)
        return u;
    uint32_t n = match_at(p->lex, p->part, at, hit, MATCH_MAX);
    for (uint32_t h = 0; h < n; h++)
        for (uint32_t i = 0; i < hit[h].n; i++) {
            const lex_entry *e = &hit[h].entry[i];
            if (e->table == LEX_AGENT && hit[h].last == at + 1)
                continue; /* common nouns of one word: the morphology knows more */
            if (!better(&u, now, e, hit[h].last))
                continue;
            now = e;
            u = (np_unit){ hit[h].last, hit[h].clitics, e->table, e->row, e->feats };
        }
    from_morph(p, at, &u);
    return u;
}

bool np_nisba_at(np_parser *p, uint32_t at, np_unit *out)
{
    if (at >= p->part->n_tokens)
        return false;
    const morph_analysis *m = morph_as(&p->part->token[at], LEX_COUNTRY, LEX_NISBA);
    if (!m)
        return false;
    *out = (np_unit){ at + 1, m->clitics, LEX_COUNTRY, m->entry.row, m->entry.feats };
    return true;
}
