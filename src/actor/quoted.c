/* Bodies by a name in quotation marks that nobody listed: "the association «Human Rights First»". */
#include "actor/np.h"

enum { LONGEST = 6 }; /* words of such a name */

/* The closing mark of the quotation that opens at token `at`, with nothing but a few words inside; `at` where there is none. */
static uint32_t closing(const np_parser *p, uint32_t at)
{
    for (uint32_t i = at + 1; i <= at + LONGEST + 1 && np_in_paragraph(p, at, i + 1); i++) {
        if (np_is_quote(p, i))
            return i;
        if (!np_is_word(p, i))
            break;
    }
    return at;
}

/* A sentence rather than a name: "the party: «we refuse ...»" begins with a word that is nothing but a verb. */
static bool begins_speech(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return morph_as(t, LEX_VERB, LEX_VERBFORM) && !morph_as(t, LEX_STEM, -1) &&
           !morph_is_any(t, LEX_BIT(LEX_NOUN) | LEX_BIT(LEX_AGENT));
}

uint32_t np_quoted_name(np_parser *p, uint32_t at, actor_mention *m)
{
    bool body = np_agent_is(p, m->agent - 1, STR("body")) ||
                np_agent_is(p, m->agent - 1, STR("group"));
    if (!body || m->plural || m->a.id.p || !np_is_quote(p, at) ||
        np_has_article(&p->part->token[at - 1]))
        return at;
    uint32_t end = closing(p, at);
    if (end < at + 2 || begins_speech(p, at + 1) ||
        np_unit_at(p, at + 1).table == LEX_ACTOR) /* one that the lexicon has */
        return at;
    m->definite = true;
    return end + 1;
}
