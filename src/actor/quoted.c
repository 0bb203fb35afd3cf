/* Bodies by a name in quotation marks that nobody listed: "the association «Human Rights First»". */
#include "actor/np.h"

enum {
    LONGEST = 6, /* words of such a name, */
    NAME = 6     /* and of a man's behind it */
};

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

/* "the head of the North Atlantic Treaty Organisation "NATO", So-and-so": behind the short name of a body, in quotation marks. */
static uint32_t behind_short_name(np_parser *p, uint32_t at)
{
    if (!np_is_quote(p, at) || !np_is_word(p, at + 1))
        return at;
    np_unit u = np_unit_at(p, at + 1);
    if (u.table != LEX_ACTOR || np_is_person_row(p, &u) || !np_is_quote(p, u.last))
        return at;
    uint32_t name = u.last + 1 + np_is_comma(p, u.last + 1);
    return np_name_run(p, name, NAME) > name ? u.last + 1 : at;
}

/* "a leader of the Congress (Saleh's party) So-and-so": behind a remark in brackets; `at` where none stands there. */
uint32_t np_behind_remark(np_parser *p, uint32_t at)
{
    enum { REMARK = 5 };
    uint32_t short_name = behind_short_name(p, at);
    if (short_name > at || !np_is_mark(p, at, '('))
        return short_name;
    for (uint32_t i = at + 1; i <= at + REMARK && np_in_paragraph(p, at, i + 1); i++)
        if (np_is_mark(p, i, ')'))
            return np_name_run(p, i + 1, NAME) > i + 1 ? i + 1 : at;
    return at;
}
