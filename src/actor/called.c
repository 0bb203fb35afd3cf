/* What somebody is called: "a man by the name of (يدعى) So-and-so", "So-and-so, known as (الملقب) Abu So-and-so".              */
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
