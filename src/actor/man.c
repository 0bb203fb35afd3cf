/* Names behind words for one man of the people: "the youth So-and-so", "the prisoner So-and-so".  They may be spelt like any word of
 * the language, since nobody says of such a man what he is without the article.                                       */
#include "actor/np.h"
#include "script/letters.h"

/* Tables of words that stand behind a man and are no name of his. */
static bool is_particle(const text_token *t)
{
    const uint64_t tables = LEX_BIT(LEX_FUNCTION) | LEX_BIT(LEX_TIME);
    return morph_is_any(t, tables);
}

/* A word with no proclitic, or the article alone, that no clause begins with. */
static bool may_be_name(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (!np_is_word(p, at) || np_has_tanween(p, at))
        return false;
    if (np_is_given(p, at))
        return true;
    bool accusative = str_ends(t->form, STR(AR_ALEF)) && t->morph->known;
    bool tied = t->morph->n && (t->morph->v[0].clitics & ~(unsigned)MORPH_AL);
    return !tied && !is_particle(t) && !accusative &&
           !morph_as(t, LEX_VERB, LEX_VERBFORM) && !morph_as(t, LEX_COUNTRY, LEX_NISBA) &&
           !morph_as(t, LEX_CITY, -1);
}

/* A first name has no article; "the youth [hit] by", a participle, is no name. */
static bool may_be_first(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return may_be_name(p, at) && !str_starts(t->form, STR(AR_AL)) &&
           !str_ends(t->form, STR(AR_HEH)) && !morph_as(t, LEX_FUNCTION, -1) &&
           (np_is_given(p, at) || !morph_as(t, LEX_VERB, LEX_PASSIVE));
}

uint32_t np_name_of_man(const np_parser *p, uint32_t at, const actor_mention *m)
{
    enum { LONGEST = 4 };
    if (!m->agent || m->plural || !np_has_article(&p->part->token[m->first]) ||
        !np_has_article(&p->part->token[at - 1]) ||
        !np_agent_is(p, m->agent - 1, STR("named")) || !np_is_word(p, at) ||
        !may_be_first(p, at) || !may_be_name(p, at + 1))
        return at;
    uint32_t end = at + 2;
    while (end < at + LONGEST && np_is_word(p, end) && np_is_given(p, end - 1) &&
           may_be_name(p, end))
        end++;
    return end;
}
