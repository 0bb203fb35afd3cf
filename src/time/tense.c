/* Whether a clause looks back or ahead: the verb nearest to an expression, or a word like "scheduled". */
#include "script/letters.h"
#include "time/grammar.h"

enum { BACK = 24, AHEAD = 6 };

int time_tense_of(const time_context *c, uint32_t i)
{
    const text_token *t = &c->part->token[i];
    for (uint32_t k = c->lattice.first[i]; k < c->lattice.first[i + 1]; k++)
        if (c->lattice.v[k].class == C_CUE && c->lattice.v[k].value != 'T')
            return c->lattice.v[k].value == 'F' ? 2 : -1;
    if (morph_as(t, LEX_TIME, -1))
        return 0; /* before, rather than: he accepted */
    int tense = 0;
    for (uint32_t k = 0; t->morph && k < t->morph->n; k++) {
        const morph_analysis *m = &t->morph->v[k];
        if (m->clitics != t->morph->v[0].clitics)
            break; /* وزير is "minister", not "and he was visited" */
        if (m->entry.table != LEX_VERB || m->entry.form != LEX_VERBFORM ||
            !(m->entry.feats & LEX_F_3))
            continue; /* "we" and "you" are rare in news and look like other words */
        if (m->entry.feats & LEX_F_PERFECT)
            return -1;
        if (m->entry.feats & (LEX_F_IMPERFECT | LEX_F_JUSSIVE))
            tense = m->clitics & MORPH_SA ? 2 : 1;
    }
    return tense;
}

static bool is_function(const time_context *c, uint32_t i, wq_str kind)
{
    const morph_analysis *m = morph_as(&c->part->token[i], LEX_FUNCTION, -1);
    return m && str_eq(lex_cell(c->lex, LEX_FUNCTION, m->entry.row, "kind"), kind);
}

/* An imperfect after a past auxiliary or negation tells of the past, after qad ("may") or an ("that ... should") of what
 * lies ahead.                                                                                                           */
static int with_auxiliary(const time_context *c, uint32_t verb, int tense)
{
    if (tense == 1 && verb > c->sentence_first && time_has(c, verb - 1, C_CUE))
        return time_tense_of(c, verb - 1); /* "was visiting", also spelt like "as if" */
    if (tense == 1 && verb > c->sentence_first &&
        (is_function(c, verb - 1, STR("qad")) || is_function(c, verb - 1, STR("comp"))))
        return 2;
    return tense;
}

/* دعت إلى التظاهر الجمعة, أرجئت الجلسة إلى الخميس: after "to" it is what they call for that the date dates. */
static bool calls_for(const time_context *c, uint32_t token, uint32_t first)
{
    const time_lattice *l = &c->lattice;
    bool call = false;
    for (uint32_t k = l->first[token]; k < l->first[token + 1]; k++)
        call = call || (l->v[k].class == C_CUE && l->v[k].value == 'T');
    for (uint32_t i = token + 1; call && i < first; i++)
        if (time_has(c, i, C_TO))
            return true;
    return false;
}

/* "refused on Saturday to attend the planned summit": an adjective ahead is of the noun before it; "from the planned" is not one. */
static bool is_adjective_of_noun(const time_context *c, uint32_t i, uint32_t end)
{
    return i > end && str_starts(c->part->token[i].form, STR(AR_AL)) &&
           !str_eq(c->part->token[i - 1].form, STR(AR_MEEM AR_NOON)) &&
           time_has(c, i, C_CUE);
}

/* "Will on Sunday do the OPENING (فتح, also: opened) of": a word that is a noun and may be a verb. */
static bool may_be_noun(const time_context *c, uint32_t i)
{
    const morph_word *w = c->part->token[i].morph;
    for (uint32_t k = 0; w && time_tense_of(c, i) && k < w->n; k++)
        if (w->v[k].clitics == w->v[0].clitics && w->v[k].entry.table != LEX_FUNCTION &&
            !(w->v[k].entry.table == LEX_VERB && w->v[k].entry.form == LEX_VERBFORM))
            return !time_has(c, i, C_CUE);
    return false;
}

/* A verb in the clause before an expression. */
static bool verb_before(const time_context *c, uint32_t first, uint32_t back)
{
    for (uint32_t d = 1; d <= back; d++) {
        if (c->part->token[first - d].kind == TOKEN_PUNCT)
            return false;
        if (time_tense_of(c, first - d))
            return true;
    }
    return false;
}

/* "In November (Tishrin II), 55 were killed": what opens a sentence is set off from its verb by the mark right behind it. */
static bool opens_sentence(const time_context *c, uint32_t first)
{
    enum { WORDS = 2 }; /* "and in" */
    return first - c->sentence_first <= WORDS;
}

int time_tense(const time_context *c, uint32_t first, uint32_t end)
{
    uint32_t back = first - c->sentence_first < BACK ? first - c->sentence_first : BACK;
    uint32_t ahead = c->sentence_end - end < AHEAD ? c->sentence_end - end : AHEAD;
    for (uint32_t d = opens_sentence(c, first); d < ahead;
         d++) /* a mark ends the clause on this side */
        if (c->part->token[end + d].kind == TOKEN_PUNCT)
            ahead = d;
    bool verb = verb_before(c, first, back);
    for (uint32_t d = 1; d <= BACK; d++) {
        int tense = d <= back ? time_tense_of(c, first - d) : 0;
        if (d <= back && calls_for(c, first - d, first))
            return 2;
        if (tense)
            return with_auxiliary(c, first - d, tense);
        if (d <= ahead && verb && may_be_noun(c, end + d - 1))
            ahead = d - 1;
        bool of_noun = d <= ahead && is_adjective_of_noun(c, end + d - 1, end);
        tense = d <= ahead && !of_noun ? time_tense_of(c, end + d - 1) : 0;
        if (tense)
            return with_auxiliary(c, end + d - 1, tense);
    }
    return 0;
}
