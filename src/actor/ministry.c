/* The long names of ministries and of those who lead them:
 *
 *   name  = head joined* [charge]
 *   joined = "and Cooperation" adjective* | "and the affairs of Emigrants" | "and Moroccans" ["living"] "abroad"
 *   charge = "in charge of" definite+                                                                    */
#include "actor/np.h"
#include "script/letters.h"

enum { MOST_JOINED = 4, MOST_ADJECTIVES = 3 };

/* "وزير", "وزارة". */
static bool is_ministry_word(const np_parser *p, const text_token *t)
{
    for (uint32_t i = 0;
         morph_is_any(t, LEX_BIT(LEX_OFFICE) | LEX_BIT(LEX_AGENT)) && i < t->morph->n;
         i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if ((e->table == LEX_OFFICE || e->table == LEX_AGENT) &&
            lex_in_group(p->lex, STR("ministry_words"),
                         lex_cell(p->lex, (lex_table)e->table, e->row, "id")))
            return true;
    }
    return false;
}

bool np_is_ministry(const np_parser *p, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (is_ministry_word(p, &p->part->token[i]))
            return true;
    return false;
}

/* An adjective that is no nationality, which would be the minister's. */
static bool is_adjective(np_parser *p, uint32_t at)
{
    np_unit nisba;
    if (!np_is_word(p, at) || np_nisba_at(p, at, &nisba))
        return false;
    wq_str form = p->part->token[at].form;
    if (np_function_row(p, at, STR("np_modifier")) >= 0)
        return np_has_article(&p->part->token[at]);
    return str_starts(form, STR(AR_AL)) &&
           (str_ends(form, STR(AR_YEH)) || str_ends(form, STR(AR_YEH AR_HEH))) &&
           np_unit_at(p, at).table == LEX_TABLES;
}

static uint32_t adjectives(np_parser *p, uint32_t at)
{
    for (int i = 0; i < MOST_ADJECTIVES && is_adjective(p, at); i++)
        at++;
    return at;
}

/* "living abroad", "abroad", "in the emigration": the end, or `at`. */
static uint32_t abroad(const np_parser *p, uint32_t at)
{
    uint32_t i = at;
    if (np_function_row(p, i, STR("np_living")) >= 0)
        i++;
    if (np_word_kind(p, i, STR("np_where")))
        i++;
    return np_function_row(p, i, STR("np_abroad")) >= 0 ? i + 1 : at;
}

/* "(Minister of Foreign Affairs) and Mauritanians abroad": a people stands for a portfolio only so, and tells whose it is. */
static uint32_t people_abroad(np_parser *p, uint32_t at, actor_mention *m)
{
    if (!np_is_word(p, at) || !np_has_article(&p->part->token[at]))
        return at;
    uint32_t end = abroad(p, at + 1);
    const morph_analysis *people = morph_as(&p->part->token[at], LEX_COUNTRY, -1);
    np_unit u = { at + 1, MORPH_AL, LEX_COUNTRY, people ? people->entry.row : 0, 0 };
    if (end > at + 1 && people && !m->a.country.p)
        np_set_country(p, &u, m);
    return end > at + 1 ? end : at;
}

/* A definite noun behind "and"; people are somebody else. */
static bool is_joined_noun(np_parser *p, uint32_t at)
{
    return str_starts(p->part->token[at].form, STR(AR_WAW AR_AL)) && np_is_filler(p, at);
}

/* What "and" joins to the portfolio before it, from `at`; its end, or `at`. */
static uint32_t joined(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit nisba;
    if (!np_is_word(p, at) || !str_starts(p->part->token[at].form, STR(AR_WAW)))
        return at;
    uint32_t end = people_abroad(p, at, m);
    if (end > at)
        return end;
    if (is_joined_noun(p, at))
        return abroad(p, adjectives(p, at + 1));
    if (np_function_row(p, at, STR("np_joined_affairs")) < 0 || !np_is_word(p, at + 1) ||
        !np_has_article(&p->part->token[at + 1]))
        return at;
    end = people_abroad(p, at + 1, m); /* "and affairs of the Egyptians abroad" */
    if (end > at + 1)
        return end;
    return np_nisba_at(p, at + 1, &nisba) ? at : adjectives(p, at + 2);
}

/* "in charge of African affairs", behind the head; its end, or `at`. */
static uint32_t charge(np_parser *p, uint32_t at)
{
    uint32_t i = at;
    while (i < at + 2 && np_function_row(p, i, STR("np_charged")) >= 0)
        i++;
    if (i == at || !np_is_word(p, i))
        return at;
    if (np_word_kind(p, i, STR("np_stands_for")))
        return np_is_filler(p, i + 1) ? adjectives(p, i + 2) : at;
    return str_starts(p->part->token[i].form, STR(AR_BEH AR_AL)) ? adjectives(p, i + 1)
                                                                 : at;
}

/* What "and" joins to one portfolio and another, behind `at`; the end, or `at`. */
static uint32_t joined_all(np_parser *p, uint32_t at, actor_mention *m)
{
    for (int i = 0; i < MOST_JOINED; i++) {
        uint32_t end = joined(p, at, m);
        if (end == at)
            break;
        at = end;
    }
    return at;
}

/* "(the two ministers of defence) and of foreign affairs": a department by a name of its own, or by an adjective. */
static bool is_joined_department(np_parser *p, uint32_t at)
{
    if (!np_is_word(p, at) || !str_starts(p->part->token[at].form, STR(AR_WAW AR_AL)))
        return false;
    np_unit u = np_unit_at(p, at);
    bool department = u.table == LEX_AGENT && np_agent_is(p, u.row, STR("body")) &&
                      np_agent_is(p, u.row, STR("adj"));
    return department || np_function_row(p, at, STR("np_modifier")) >= 0;
}

uint32_t np_portfolios(np_parser *p, uint32_t at, actor_mention *m)
{
    bool ministers =
        m->agent && lex_in_group(p->lex, STR("ministers"),
                                 lex_cell(p->lex, LEX_AGENT, m->agent - 1, "id"));
    for (int i = 0; ministers && i < MOST_JOINED; i++) {
        uint32_t end = joined_all(p, at, m);
        end += is_joined_department(p, end);
        if (end == at)
            break;
        at = end;
    }
    return at;
}

uint32_t np_ministry(np_parser *p, uint32_t at, actor_mention *m)
{
    bool secretary = lex_in_group(p->lex, STR("heads_department"), m->office);
    if (!np_is_word(p, at) || !(secretary || np_is_ministry(p, m->first, at)))
        return at;
    return joined_all(p, charge(p, at), m);
}
