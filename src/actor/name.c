/* Names of people that no lexicon has: two to four words of which at least one looks like nothing but a name. */
#include "actor/np.h"

enum { NOT_A_NAME, MAYBE, SURELY };

static bool in_our_tables(const text_token *t)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table != LEX_STEM && m->entry.table != LEX_CITY && m->entry.table != LEX_ACTOR &&
            m->entry.table != LEX_PATTERN &&
            ((m->clitics & ~MORPH_AL) == 0 || m->entry.table == LEX_VERB || m->entry.table == LEX_NOUN))
            return true;
    }
    return false;
}

static bool has_article(const text_token *t)
{
    return str_starts(t->form, STR("\xd8\xa7\xd9\x84"));
}

/* First words of the people we know are given names: محمد, سيرغي. */
static bool is_given_name(const np_parser *p, const text_token *t)
{
    return lex_is_prefix(p->lex, t->form) && !in_our_tables(t) && !has_article(t);
}

static int looks_like_name(const np_parser *p, uint32_t at, bool first)
{
    const text_token *t = &p->part->token[at];
    if (t->kind == TOKEN_LATIN)
        return MAYBE;
    if (t->kind != TOKEN_WORD || t->form.n < 4)
        return NOT_A_NAME;
    if (np_word_kind(p, at, STR("np_name_part")))
        return SURELY;
    if (!t->morph->known)
        return SURELY;
    if (is_given_name(p, t))
        return SURELY;
    if (in_our_tables(t) || (first && has_article(t)))
        return NOT_A_NAME;
    return t->masked ? NOT_A_NAME : MAYBE;
}

uint32_t np_name_run(np_parser *p, uint32_t at, uint32_t max)
{
    uint32_t end = at, sure = 0;
    bool part_before = false;
    for (; end < p->part->n_tokens && end - at < max; end++) {
        int look = looks_like_name(p, end, end == at);
        if (part_before && p->part->token[end].kind == TOKEN_WORD)
            look = SURELY; /* whatever follows "son of" or "father of" */
        if (look == NOT_A_NAME || (end > at && p->part->token[end].quote != p->part->token[at].quote))
            break;
        if (look == MAYBE && end - at >= 2)
            break; /* two words of doubtful kind would swallow the sentence */
        if (look == MAYBE && end > at && has_article(&p->part->token[end]) && !is_given_name(p, &p->part->token[at]))
            break;
        sure += look == SURELY;
        part_before = np_word_kind(p, end, STR("np_name_part"));
    }
    return sure && !part_before ? end : at;
}
