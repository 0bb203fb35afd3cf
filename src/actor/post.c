/* Where an envoy is posted: "to Syria", "in Damascus", "accredited to the Kingdom". */
#include "actor/np.h"

/* "لليبيا": the state that an envoy of another is for, by li- before a comma or his name; its end, or `at`. */
static uint32_t destination_li(np_parser *p, uint32_t at, const actor_mention *m)
{
    np_unit u = np_unit_at(p, at), next = np_unit_at(p, u.last);
    bool state = u.table == LEX_COUNTRY && u.clitics == MORPH_LI && m->a.country.p;
    bool name = state && next.clitics == 0 &&
                (next.table == LEX_TITLE || np_is_person_row(p, &next));
    return name || (state && (np_is_comma(p, u.last) || np_is_given(p, u.last))) ? u.last
                                                                                 : at;
}

/* "(met) the envoy in the People's Palace": nobody is sent to a palace. */
static bool is_post(np_parser *p, const np_unit *u)
{
    bool palace = u->table == LEX_METONYM &&
                  str_eq(lex_cell(p->lex, LEX_METONYM, u->row, "kind"), STR("seat"));
    return np_belongs(u) && !palace && !np_is_person_row(p, u) && u->clitics == 0;
}

/* "accredited to the Kingdom", "to the State": what his hosts call their own land, behind "at" (لدى); its end, or `at`. */
static uint32_t host_land(const np_parser *p, uint32_t at)
{
    int64_t prep = np_is_word(p, at) ? np_function_row(p, at, STR("prep")) : -1;
    if (prep < 0 || !np_is_word(p, at + 1) ||
        !str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)prep, "value"), STR("lada")))
        return at;
    if (np_word_kind(p, at + 1, STR("np_this_state")))
        return at + 2;
    const morph_word *w = p->part->token[at + 1].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        const lex_entry *e = &w->v[i].entry;
        if ((e->table == LEX_AGENT || e->table == LEX_NOUN) &&
            w->v[i].clitics == MORPH_AL &&
            lex_in_group(p->lex, STR("land"),
                         lex_cell(p->lex, (lex_table)e->table, e->row, "id")))
            return at + 2;
    }
    return at;
}

/* "the ambassador of India in (bi-) Riyadh, So-and-so": his post, where a name nobody else is known by follows; its end, or `at`. */
static uint32_t post_bi(np_parser *p, uint32_t at, const actor_mention *m)
{
    if (!np_is_word(p, at) || !m->a.country.p)
        return at;
    np_unit u = np_unit_at(p, at);
    bool state =
        (u.table == LEX_COUNTRY || u.table == LEX_METONYM) && u.clitics == MORPH_BI;
    actor_mention named = *m;
    uint32_t end = state ? u.last : np_province_behind(p, at, MORPH_BI, &named);
    if (end == at)
        return at;
    np_unit who = np_unit_at(p, end);
    named = *m;
    bool known = np_is_person_row(p, &who);
    return np_name_after(p, end, &named) > end + !known && named.kind == ACTOR_PERSON &&
                   (!known || named.a.id.p)
               ? end
               : at;
}

/* Where somebody sent is posted, by li-, at his hosts' own land or by bi-; its end, or `at`. */
static uint32_t posted(np_parser *p, uint32_t at, const actor_mention *m)
{
    uint32_t end = np_is_word(p, at) ? destination_li(p, at, m) : at;
    if (end == at)
        end = host_land(p, at);
    return end == at ? post_bi(p, at, m) : end;
}

/* The place an envoy is sent to belongs to his title, not to his country. */
uint32_t np_destination(np_parser *p, uint32_t at, const actor_mention *m)
{
    bool sent = m->office.p && (np_word_kind(p, m->first, STR("np_sent")) ||
                                str_find(m->office, STR("envoy")) >= 0 ||
                                str_find(m->office, STR("ambassador")) >= 0);
    uint32_t post = sent ? posted(p, at, m) : at;
    if (post > at)
        return post;
    if (!m->office.p ||
        !np_word_kind(
            p, at,
            STR("np_post_preposition"))) /* envoy *to* Syria, ambassador *in* Damascus */
        return at;
    if (sent && np_is_sent_by_verb(p, m->first))
        return at; /* "sent his envoy to": where the verb sends him */
    bool union_s = m->a.country.p && !np_is_state_code(m->a.country);
    np_unit u = np_unit_at(p, at + 1);
    if (!sent && !(union_s && u.table == LEX_COUNTRY &&
                   np_word_kind(p, at, STR("np_where")))) /* "UN coordinator in Syria" */
        return at;
    return is_post(p, &u) ? u.last : at;
}
