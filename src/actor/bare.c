/* Parties whose bare name is a common word: "فتح وحماس".  The press leaves "movement" out where another party of the country
 * stands beside it.                                                                                                    */
#include "actor/np.h"

static const morph_analysis *bare_at(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    for (uint32_t i = 0; morph_may_be(t, STR("np_bare")) && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_FUNCTION &&
            !(m->clitics & ~(uint32_t)(MORPH_WA | MORPH_LI | MORPH_BI)) &&
            str_eq(lex_cell(p->lex, LEX_FUNCTION, m->entry.row, "kind"), STR("np_bare")))
            return m;
    }
    return NULL;
}

static bool is_of(const np_parser *p, uint32_t row, wq_str country)
{
    return str_eq(lex_cell(p->lex, LEX_ACTOR, row, "country"), country);
}

/* "Fatah and Hamas": the word behind is another party's, joined. */
static bool has_party_behind(np_parser *p, uint32_t at, wq_str country)
{
    np_unit u = { .table = LEX_TABLES };
    at = np_skip_quote(p, at);
    if (np_is_word(p, at))
        u = np_unit_at(p, at);
    return u.table == LEX_ACTOR && (u.clitics & MORPH_WA) && is_of(p, u.row, country) &&
           !np_is_person_row(p, &u);
}

/* "Hamas and Fatah", "Hamas, Fatah". */
static bool has_party_before(const np_parser *p, uint32_t at, const morph_analysis *word,
                             wq_str country)
{
    const actor_mention *m = p->list.n ? np_back(p, 0) : NULL;
    return m && (word->clitics & MORPH_WA) && m->kind == ACTOR_ORG &&
           np_skip_quote(p, m->last) == at && str_eq(m->a.country, country);
}

/* "The People's Army": a name of several words that armies of more states than one have, where its state is told of. */
int64_t np_bare_words(np_parser *p, uint32_t at, uint16_t *clitics, uint32_t *end)
{
    match_hit room[MATCH_MAX];
    uint32_t n;
    const match_hit *hit = match_list(p->lex, p->part, at, room, &n);
    for (uint32_t h = 0; h < n && hit[h].tokens > 1; h++)
        for (uint32_t i = 0; (hit[h].kinds & str_bit(STR("np_bare"))) && i < hit[h].n;
             i++) {
            const lex_entry *e = &hit[h].entry[i];
            if (e->table != LEX_FUNCTION ||
                !str_eq(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), STR("np_bare")))
                continue;
            int64_t row = lex_row_by_id(p->lex, LEX_ACTOR,
                                        lex_cell(p->lex, LEX_FUNCTION, e->row, "value"));
            *clitics = hit[h].clitics & (uint16_t)~MORPH_AL;
            *end = at + hit[h].tokens;
            if (row >= 0 && np_is_country_here(
                                p, lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "country")))
                return row;
        }
    return -1;
}

static bool bare_words(np_parser *p, uint32_t at, actor_mention *out)
{
    uint16_t clitics;
    uint32_t end;
    int64_t row = np_is_word(p, at) ? np_bare_words(p, at, &clitics, &end) : -1;
    if (row < 0)
        return false;
    *out = (actor_mention){
        .first = at, .last = end, .clitics = clitics, .rule = "actor.bare-party"
    };
    np_unit u = { .last = end, .table = LEX_ACTOR, .row = (uint32_t)row };
    np_fill_actor(p, &u, out);
    return true;
}

bool np_bare_party(np_parser *p, uint32_t at, actor_mention *out)
{
    const morph_analysis *word = np_is_word(p, at) ? bare_at(p, at) : NULL;
    int64_t row =
        word ? lex_row_by_id(p->lex, LEX_ACTOR,
                             lex_cell(p->lex, LEX_FUNCTION, word->entry.row, "value"))
             : -1;
    wq_str country = row < 0 ? (wq_str){ NULL, 0 }
                             : lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "country");
    if (row < 0 ||
        !(has_party_behind(p, at + 1, country) || has_party_before(p, at, word, country)))
        return bare_words(p, at, out);
    *out = (actor_mention){
        .first = at, .last = at + 1, .clitics = word->clitics, .rule = "actor.bare-party"
    };
    np_unit u = { .last = at + 1, .table = LEX_ACTOR, .row = (uint32_t)row };
    np_fill_actor(p, &u, out);
    out->either = true;
    return true;
}
