/* "38 tourists, most of them British": of which state people are whom the words behind them divide. */
#include "actor/np.h"

/* "one tourist at least", "foreign tourists,": where the words end that may stand before "most of them". */
static uint32_t skip_to_most(const np_parser *p, uint32_t at)
{
    enum { WORDS = 3 }; /* an adjective, "at least", a comma */
    for (uint32_t i = at; i <= at + WORDS && i < p->part->n_tokens; i++) {
        if (np_is_word(p, i) && np_word_kind(p, i, STR("np_most")))
            return i + 1;
        bool word = np_is_word(p, i) &&
                    !morph_as(&p->part->token[i], LEX_VERB, LEX_VERBFORM) &&
                    !np_is_numeral(p, &p->part->token[i]);
        if (!word && !np_is_comma(p, i))
            return at;
    }
    return at;
}

static bool is_nationality_word(const np_parser *p, uint32_t at)
{
    const morph_analysis *m =
        np_is_word(p, at) ? morph_as(&p->part->token[at], LEX_NOUN, -1) : NULL;
    return m && str_eq(lex_cell(p->lex, LEX_NOUN, m->entry.row, "id"), STR("jinsiya"));
}

/* The nationality at `at`, perhaps of a common noun there, "civilians", or of what is carried, "the ... nationality". */
static bool nation_at(np_parser *p, uint32_t at, np_unit *out)
{
    enum { WORDS = 3 }; /* "who carry the nationality" */
    for (uint32_t i = at; i < at + WORDS; i++)
        at = is_nationality_word(p, i) ? i + 1 : at;
    at += np_is_word(p, at) && morph_as(&p->part->token[at], LEX_AGENT, -1) &&
          !morph_as(&p->part->token[at], LEX_COUNTRY, -1);
    return np_is_word(p, at) && np_nisba_at(p, at, out) &&
           !(out->clitics & ~(unsigned)MORPH_AL);
}

void np_most_of_them(np_parser *p, actor_mention *m)
{
    if (m->kind != ACTOR_GROUP || m->a.country.p || m->a.id.p || m->owner.p ||
        (m->clitics & MORPH_PRONOUN))
        return;
    uint32_t at = skip_to_most(p, m->last);
    np_unit nisba;
    if (at == m->last || !np_is_word(p, at))
        return;
    actor_mention of = { .first = m->first, .last = at, .kind = ACTOR_GROUP };
    bool from = np_word_kind(p, at, STR("np_origin"));
    if (nation_at(p, at + from, &nisba))
        np_set_country(p, &nisba, m);
    else if (from && np_origin(p, at, &of) > at) /* "all of them of the Lebanese army" */
        m->a.country = of.a.country;
    if (!m->a.country.p)
        return;
    m->rule = "actor.most-of-them";
    m->sure = 90;
}

uint32_t np_people_of(np_parser *p, uint32_t at, const actor_mention *m)
{
    np_unit u = { .table = LEX_TABLES };
    if (at != m->first + 1 || !np_is_word(p, at) || m->a.country.p)
        return at;
    np_agent_at(p, at, &u);
    bool the = np_has_article(&p->part->token[m->first]);
    if (u.table != LEX_AGENT || (u.clitics & ~(unsigned)MORPH_AL) ||
        np_has_article(&p->part->token[at]) != the || !np_agent_is(p, u.row, STR("people")))
        return at;
    return u.last;
}
