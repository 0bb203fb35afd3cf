/* Does a word behind a head go with it, or is it somebody else, whom a verb before the head is done to? */
#include "actor/np.h"
#include "script/letters.h"

static bool ends_as_men(const text_token *t)
{
    return str_ends(t->form, STR(AR_YEH AR_NOON)) || str_ends(t->form, STR(AR_WAW AR_NOON));
}

bool np_disagrees(np_parser *p, uint32_t at, const actor_mention *m)
{
    const text_token *t = &p->part->token[at];
    if (m->kind != ACTOR_GROUP || !np_has_article(t) || !np_has_article(t - 1) ||
        ends_as_men(t) || np_unit_at(p, at).table != LEX_AGENT)
        return false; /* not "the candidate of the opposition" */
    bool she = str_ends(t->form, STR(AR_HEH));
    bool hers = str_ends(t[-1].norm, STR(AR_TEH_MARBUTA));
    return she ? !m->fem && !m->either && !m->plural : m->fem || hers;
}

/* "وفدا روسيا": the nationality in the accusative is spelt like the state, behind a noun in the accusative. */
static bool is_nisba_of_accusative(const np_parser *p, uint32_t at)
{
    return at > 0 && morph_as(&p->part->token[at], LEX_COUNTRY, LEX_NISBA) &&
           np_is_word(p, at - 1) && str_ends(p->part->token[at - 1].form, STR(AR_ALEF));
}

/* "(intervened) Turkey militarily": in the accusative such a word is somebody only with a nationality of his own. */
static bool is_adverb(np_parser *p, uint32_t at)
{
    np_unit nisba;
    return str_ends(p->part->token[at].form, STR(AR_YEH AR_ALEF)) &&
           !(np_nisba_at(p, at + 1, &nisba) && !nisba.clitics);
}

bool np_is_behind_state(np_parser *p, uint32_t at)
{
    const text_token *before = at > 0 ? &p->part->token[at - 1] : NULL;
    return before && !is_adverb(p, at) && !np_has_tanween(p, at - 1) &&
           (morph_as(before, LEX_COUNTRY, LEX_NAME) || morph_as(before, LEX_METONYM, -1)) &&
           !is_nisba_of_accusative(p, at - 1);
}

bool np_is_accusative_noun(const text_token *t)
{
    if (t->kind != TOKEN_WORD || !str_ends(t->form, STR(AR_ALEF)))
        return false;
    const morph_analysis *masdar = morph_as(t, LEX_VERB, LEX_MASDAR);
    const morph_analysis *noun = morph_as(t, LEX_NOUN, -1);
    return (masdar && (masdar->entry.feats & LEX_F_ACC)) ||
           (noun && (noun->entry.feats & LEX_F_ACC));
}

bool np_is_before_her_nation(np_parser *p, uint32_t at)
{
    np_unit nisba;
    return np_is_word(p, at + 1) && np_nisba_at(p, at + 1, &nisba) && !nisba.clitics &&
           str_ends(p->part->token[at + 1].norm, STR(AR_TEH_MARBUTA)) &&
           !np_state_as_nisba(p, at + 1, &nisba);
}

/* Is the nearest verb before token `at`, or a verbal noun on the way to it, one of the group? */
static bool is_behind_verb_of(const np_parser *p, uint32_t at, wq_str group)
{
    enum { REACH = 12 };
    for (uint32_t i = at; i > p->sentence_first && at - i < REACH; i--) {
        const morph_word *w = p->part->token[i - 1].morph;
        bool verb = false;
        for (uint32_t k = 0; w && k < w->n; k++) {
            const lex_entry *e = &w->v[k].entry;
            if (e->table != LEX_VERB || (e->form != LEX_VERBFORM && e->form != LEX_MASDAR))
                continue;
            if (lex_in_group(p->lex, group, lex_cell(p->lex, LEX_VERB, e->row, "id")))
                return true;
            verb = verb || (k == 0 && e->form == LEX_VERBFORM);
        }
        if (verb)
            return false;
    }
    return false;
}

bool np_is_sent_by_verb(const np_parser *p, uint32_t at)
{
    return is_behind_verb_of(p, at, STR("dispatch"));
}

bool np_is_behind_verb_of_bi(const np_parser *p, uint32_t at)
{
    const morph_word *w = at > p->sentence_first ? p->part->token[at - 1].morph : NULL;
    for (uint32_t i = 0; w && i < w->n; i++) {
        const lex_entry *e = &w->v[i].entry;
        if (e->table == LEX_VERB && e->form == LEX_VERBFORM &&
            lex_in_group(p->lex, STR("turned_bi"),
                         lex_cell(p->lex, LEX_VERB, e->row, "id")))
            return true;
    }
    return false;
}

bool np_is_acquired(const np_parser *p, const actor_mention *m)
{
    return m->agent && str_eq(m->a.sector, STR("MIL")) &&
           np_agent_is(p, m->agent - 1, STR("group")) &&
           (np_agent_is(p, m->agent - 1, STR("visitor")) ||
            np_agent_is(p, m->agent - 1, STR("arms"))) &&
           is_behind_verb_of(p, m->first, STR("acquire"));
}

/* "شاب متشدد", "شابا متشددا": one indefinite man and what he is, in one case; another man behind him would differ in it. */
static bool is_same_man(const np_parser *p, uint32_t at, const actor_mention *m)
{
    const text_token *t = &p->part->token[at], *head = t - 1;
    bool many = str_ends(t->form, STR(AR_NOON)) || str_ends(t->form, STR(AR_ALEF AR_TEH));
    return !m->fem && !m->clitics && !np_has_article(t) && at == m->first + 1 && !many &&
           !str_ends(t->form, STR(AR_HEH)) && !np_agent_is(p, m->agent - 1, STR("kin")) &&
           str_ends(t->form, STR(AR_ALEF)) == str_ends(head->form, STR(AR_ALEF));
}

/* "(drove) the government's forces the Houthis from": no men describe a force, where both have the article. */
bool np_are_other_men(const np_parser *p, uint32_t at, const actor_mention *m)
{
    const text_token *t = &p->part->token[at];
    bool force = m->agent && !np_agent_is(p, m->agent - 1, STR("role")) &&
                 (str_eq(m->a.sector, STR("MIL")) || str_eq(m->a.sector, STR("COP")));
    return m->kind == ACTOR_GROUP && force && at > m->first && np_has_article(t) &&
           ends_as_men(t) && np_has_article(t - 1) && !ends_as_men(t - 1);
}

/* "(قتل) جندي أمريكي [عراقيين]": behind the nationality of one man several of another are not he. */
static bool differs_in_number(const np_parser *p, const text_token *before,
                              const text_token *t)
{
    bool one =
        str_ends(before->form, STR(AR_YEH)) || str_ends(before->form, STR(AR_YEH AR_HEH));
    return p->nisba && one && !np_has_article(before) && !np_has_article(t) &&
           ends_as_men(t);
}

/* "(قتل) جندي إسرائيلي [فلسطينيا]": a nationality in the accusative is not of a man who is in the nominative. */
bool np_differs_in_case(const np_parser *p, uint32_t prev, uint32_t at,
                        const actor_mention *m)
{
    const text_token *t = &p->part->token[at], *before = &p->part->token[prev];
    bool shown = !str_ends(before->norm, STR(AR_ALEF_MAKSURA)) &&
                 !str_ends(before->form, STR(AR_ALEF));
    if (differs_in_number(p, before, t))
        return true;
    return shown && str_ends(t->form, STR(AR_ALEF)) &&
           !str_ends(before->form, STR(AR_WAW AR_NOON)) &&
           !str_ends(before->form, STR(AR_YEH AR_NOON)) && !np_has_article(before) &&
           (prev == m->first || p->nisba);
}

/* What he is rather than what all are: "a militant youth" is one of the militants. */
static void take_calling(np_parser *p, const np_unit *u, actor_mention *m)
{
    wq_str sector = lex_cell(p->lex, LEX_AGENT, u->row, "sector");
    bool anybody = str_eq(m->a.sector, STR("CVL")) || str_eq(m->a.sector, STR("UAF"));
    if (!anybody || !(str_eq(sector, STR("REB")) || str_eq(sector, STR("UAF"))))
        return;
    np_set_sectors(p, sector, m);
    m->agent = u->row + 1;
}

bool np_is_calling(np_parser *p, uint32_t at, actor_mention *m)
{
    if (m->kind != ACTOR_GROUP || !m->agent || at != p->head || !np_is_word(p, at) ||
        !np_agent_is(p, m->agent - 1, STR("role")) || m->plural)
        return false;
    const text_token *t = &p->part->token[at];
    np_unit u = np_unit_at(p, at);
    bool she = str_ends(t->form, STR(AR_YEH AR_HEH));
    bool calling =
        u.table == LEX_AGENT && u.last == at + 1 &&
        (u.clitics & ~(unsigned)MORPH_AL) == 0 && np_agent_is(p, u.row, STR("role")) &&
        np_agent_is(p, u.row, STR("adj")) && np_has_article(t) == np_has_article(t - 1) &&
        she == m->fem && (she || str_ends(t->form, STR(AR_YEH)) || is_same_man(p, at, m));
    if (calling)
        take_calling(p, &u, m);
    return calling;
}

/* "Qatar sent an envoy to": somebody of whom nothing is told is of whoever stands right behind the verb that sends him. */
void np_link_sent(np_parser *p, actor_mention *m)
{
    const actor_mention *sender = p->list.n ? &p->list.v[p->list.n - 1] : NULL;
    bool sent = m->agent && (np_agent_is(p, m->agent - 1, STR("delegation")) ||
                             np_agent_is(p, m->agent - 1, STR("sent")));
    if (!sent || m->a.country.p || m->owner.p || m->definite || m->clitics || !sender ||
        sender->last != m->first || sender->first <= p->sentence_first ||
        (sender->clitics & MORPH_PREPOSITION) || !np_is_state_code(sender->a.country) ||
        sender->country2.p || !np_is_sent_by_verb(p, sender->first))
        return;
    m->a.country = sender->a.country;
    m->rule = "actor.sent";
    m->sure = 80;
}

/* "وفرقتهم الشرطة" (and the police dispersed them), spelt like "and their division": a noun that has its owner in a pronoun has
 * nobody else right behind it.                                                                                         */
bool np_is_verb_of_them(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    const text_token *t = &p->part->token[at], *next = t + 1;
    const morph_analysis *verb = morph_as(t, LEX_VERB, LEX_VERBFORM);
    return (m->clitics & MORPH_PRONOUN) && verb && (verb->clitics & MORPH_PRONOUN) &&
           np_is_word(p, at + 1) && np_has_article(next) && morph_as(next, LEX_AGENT, -1);
}
