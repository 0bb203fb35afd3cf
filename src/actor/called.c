/* What somebody is called: "a man by the name of (يدعى) So-and-so", "So-and-so, known as (الملقب) Abu So-and-so";
 * and common nouns that are none there.                                                                               */
#include "actor/np.h"
#include "script/letters.h"

enum { LONGEST = 5 };

/* Behind a quotation mark at `at`: the token behind the one that closes it, in a few words of the same paragraph; else `at`. */
static uint32_t past_quoted(const np_parser *p, uint32_t at)
{
    if (!np_is_quote(p, at))
        return at;
    for (uint32_t i = at + 2; i <= at + 1 + LONGEST && np_in_paragraph(p, at, i + 1); i++)
        if (np_is_quote(p, i))
            return i + 1;
    return at;
}

/* "by (بـ)", a word by itself. */
static uint32_t past_lone_bi(const np_parser *p, uint32_t at)
{
    return np_is_word(p, at) && str_eq(p->part->token[at].form, STR(AR_BEH)) ? at + 1 : at;
}

/* "as the father of (بأبي)": the next word is of the name as well. */
static uint32_t past_tied_name(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (!np_is_word(p, at) || !str_starts(t->form, STR(AR_BEH)))
        return at;
    bool father = str_ends(t->form, STR(AR_ALEF AR_BEH AR_YEH)) ||
                  str_ends(t->form, STR(AR_ALEF AR_BEH AR_WAW));
    return father && np_is_word(p, at + 1) ? at + 2 : t->morph->known ? at : at + 1;
}

uint32_t np_alias(np_parser *p, uint32_t at)
{
    uint32_t from = np_is_comma(p, at) ? at + 1 : at;
    if (!np_is_word(p, from) || !np_word_kind(p, from, STR("np_alias")))
        return at;
    uint32_t name = past_lone_bi(p, from + 1), end = past_quoted(p, name);
    if (end == name)
        end = np_name_run(p, name, 3);
    if (end == name)
        end = past_tied_name(p, name);
    return end > name ? end : at;
}

uint32_t np_called(np_parser *p, uint32_t at, actor_mention *m)
{
    if (!np_is_word(p, at) || !np_word_kind(p, at, STR("np_called")))
        return at;
    uint32_t from = np_skip_quote(p, at + 1), end = np_name_run(p, from, LONGEST + 1);
    uint32_t closed = past_quoted(p, at + 1);
    if (end == from && closed > at + 1)
        end = closed - 1;
    if (end == from)
        return at;
    m->kind = ACTOR_PERSON;
    m->a.id = (wq_str){ NULL, 0 };
    m->name_first = from;
    m->name_last = np_name_chain(p, end);
    m->a.name = text_slice(p->part, from, m->name_last);
    m->rule = "actor.called";
    return np_alias(p, np_skip_quote(p, m->name_last));
}

/* "accusing (متهمين) the regime of": a sound plural with its nun, which is a participle besides, has no genitive; behind it stands its
 * object, and bi-.                                                                                                    */
bool np_is_doing(np_parser *p, uint32_t end, const actor_mention *m)
{
    enum { REACH = 6 };
    const text_token *t = &p->part->token[end - 1];
    bool plural =
        end == m->first + 1 && !np_has_article(t) && str_ends(t->form, STR(AR_YEH AR_NOON));
    const morph_analysis *verb = plural ? morph_as(t, LEX_VERB, LEX_ACTIVE) : NULL;
    if (!verb || !np_is_word(p, end) || !np_has_article(t + 1) ||
        morph_is_any(t + 1, LEX_BIT(LEX_TIME)) || str_ends(t[1].form, STR(AR_YEH AR_NOON)))
        return false;
    for (uint32_t i = end + 1; i < end + REACH && np_is_word(p, i); i++)
        for (uint32_t k = 0; k < p->part->token[i].morph->n; k++)
            if (p->part->token[i].morph->v[k].clitics & MORPH_BI)
                return true;
    return false;
}
