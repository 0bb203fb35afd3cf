/* Names behind offices and titles, offices behind names. */
#include "actor/np.h"
#include "script/letters.h"

enum { MAX_NAME = 6 };

static bool is_titled(np_parser *p, uint32_t at, np_unit *u)
{
    *u = np_unit_at(p, at);
    return u->table == LEX_TITLE && u->clitics == 0;
}

static uint32_t skip_titles(np_parser *p, uint32_t at)
{
    np_unit u;
    while (at < p->part->n_tokens && is_titled(p, at, &u))
        at = u.last;
    return at;
}

/* A minister of one state is nobody whom the lexicon has in another: "the Bolivian minister Juan Carlos ...". */
static bool is_namesake(np_parser *p, const actor_mention *m, const actor_mention *person)
{
    return m->office.p && np_is_state_code(m->a.country) &&
           np_is_state_code(person->a.country) && !np_holds(p, person->a.id, m->office);
}

/* One of the people the lexicon knows; not behind a comma where his country is another. */
static uint32_t known_name(np_parser *p, uint32_t at, const np_unit *u, bool apart,
                           actor_mention *m)
{
    wq_str country = m->a.country;
    actor_mention person = *m;
    person.name_first = at;
    np_fill_actor(p, u, &person);
    bool foreign = country.p && person.a.country.p && !str_eq(country, person.a.country);
    if (foreign && (apart || is_namesake(p, m, &person)))
        return 0;
    if (foreign && m->owner.p && !np_is_state_code(country))
        person.a.country =
            country; /* "the secretary-general of the League So-and-so" is its man */
    *m = person;
    m->name_last = np_name_chain(p, u->last);
    return m->name_last;
}

/* "عضوا منتجا" is no name: a common noun takes one only where it is definite, and then a whole one. */
static bool role_may_be_named(np_parser *p, const actor_mention *m, uint32_t from,
                              uint32_t next)
{
    if (m->agent == 0)
        return true;
    bool compound = !m->plural && from > m->first + 1 && /* "رجل الأعمال سمير" */
                    np_unit_at(p, m->first).last == from &&
                    np_has_article(&p->part->token[from - 1]);
    bool definite = m->definite || np_has_article(&p->part->token[m->first]) ||
                    m->a.country.p || compound;
    bool the = np_has_article(&p->part->token[m->first]) && !m->plural &&
               !np_has_article(&p->part->token[from]);
    return definite &&
           (np_is_given(p, from) || (next - from >= 2 && (m->a.country.p || the)));
}

/* "رمضان أحمد قاديروف": a surname we know, and the given name is his too. */
static bool is_known_surname(np_parser *p, actor_mention *m)
{
    np_unit u = np_unit_at(p, m->name_last - 1);
    if (m->name_last < m->name_first + 2 || !np_is_person_row(p, &u) ||
        u.last != m->name_last)
        return false;
    wq_str name = lex_key(p->mem, lex_cell(p->lex, LEX_ACTOR, u.row, "name"));
    wq_str country = lex_cell(p->lex, LEX_ACTOR, u.row, "country");
    if (!str_starts(name, p->part->token[m->name_first].form) ||
        (m->a.country.p && !str_eq(m->a.country, np_top_country(p, country))))
        return false;
    uint32_t first = m->name_first;
    np_fill_actor(p, &u, m);
    m->name_first = first;
    return true;
}

/* "لافرينتييف" for "لافرنتييف": somebody of that country whom the lexicon spells otherwise. */
static bool is_respelled(np_parser *p, actor_mention *m)
{
    double score;
    if (!np_is_state_code(m->a.country) || np_is_word_too(p, m->name_last - 1, LEX_ACTOR))
        return false;
    int64_t row = actor_respelled(p->lex, p->mem, m->a.name, m->a.country, &score);
    if (row < 0)
        return false;
    np_unit u = { m->name_last, 0, LEX_ACTOR, (uint32_t)row, 0 };
    uint32_t first = m->name_first;
    np_fill_actor(p, &u, m);
    m->name_first = first;
    m->rule = "actor.respelled";
    m->sure = (uint8_t)(score * 100);
    return true;
}

/* "عمدة لامبيدوزا": what stands behind an office without the article is a place or a body. */
static bool is_open_office(const np_parser *p, uint32_t at, const actor_mention *m)
{
    return m->office.p && !m->a.country.p && !m->owner.p && at > 0 &&
           np_is_word(p, at - 1) && !np_has_article(&p->part->token[at - 1]);
}

/* Behind a comma, "and": another one. */
static bool begins_joined(const np_parser *p, uint32_t from, uint32_t at)
{
    return from != at && np_is_word(p, from) &&
           str_starts(p->part->token[from].form, STR(AR_WAW)) && !np_is_given(p, from);
}

/* "الفريق" is a team as well: with such titles only a whole name counts. */
static bool title_is_enough(np_parser *p, const actor_mention *m, uint32_t from,
                            uint32_t next)
{
    np_unit u = np_unit_at(p, m->first);
    return u.table != LEX_TITLE || next - from >= 2 || np_is_given(p, from) ||
           str_find(lex_cell(p->lex, LEX_TITLE, u.row, "kind"), STR("full")) < 0;
}

/* What begins at `from` is no name: an office ("the adviser, emir of the province of"), a state to whom a demand is put, what an
 * office is of, somebody joined.                                                                                      */
static bool is_other_start(np_parser *p, uint32_t at, uint32_t from, const np_unit *u,
                           const actor_mention *m)
{
    bool office =
        u->table == LEX_OFFICE && (u->last > from + 1 || np_is_kind_of_place(p, u->last));
    bool state = u->table == LEX_COUNTRY || u->table == LEX_METONYM;
    return office || (state && !np_is_given(p, from)) || is_open_office(p, at, m) ||
           begins_joined(p, from, at);
}

/* "The Ethiopian foreign minister accused Sisi": the bare surname of somebody of another state who is in office that day. */
static bool is_foreign_leader(np_parser *p, uint32_t from, const np_unit *u,
                              const actor_mention *m)
{
    wq_str country = lex_cell(p->lex, LEX_ACTOR, u->row, "country");
    return u->last == from + 1 && !np_is_given(p, from) && m->office.p &&
           np_is_state_code(m->a.country) && np_is_state_code(country) &&
           !str_eq(np_top_country(p, country), m->a.country) &&
           np_office_of(p, lex_cell(p->lex, LEX_ACTOR, u->row, "id")).p;
}

/* "(received) the Qatari foreign minister Mr So-and-so, ambassador of China": a name that an ambassador's office follows is not that
 * of a minister whom the tenures know by another one.                                                                  */
static bool is_name_of_next(np_parser *p, uint32_t end, const actor_mention *m)
{
    uint32_t at = end + np_is_comma(p, end);
    np_unit u = np_unit_at(p, at);
    if (!m->office.p || !np_is_state_code(m->a.country) || u.table != LEX_OFFICE ||
        u.clitics || np_has_article(&p->part->token[at]))
        return false;
    wq_str next = lex_cell(p->lex, LEX_OFFICE, u.row, "id");
    return str_eq(next, STR("ambassador")) && !str_eq(m->office, next) &&
           actor_holder(p->lex, m->office, m->a.country, p->day).p;
}

/* The mention is a person with the name [from, end); the end of all. */
static uint32_t take_name(np_parser *p, uint32_t end, uint32_t from, actor_mention *m)
{
    m->kind = ACTOR_PERSON;
    m->a.id = (wq_str){ NULL, 0 };
    m->name_first = from;
    m->name_last = end;
    m->a.name = text_slice(p->part, from, end);
    if (!is_known_surname(p, m) && !is_respelled(p, m))
        m->rule = "actor.named";
    return np_skip_quote(p, end);
}

/* A word that a name in quotation marks may have: of no closed class, and nobody's office. */
static bool may_be_in_name(np_parser *p, uint32_t at)
{
    const morph_word *w = np_is_word(p, at) ? p->part->token[at].morph : NULL;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_FUNCTION &&
            !str_starts(lex_cell(p->lex, LEX_FUNCTION, w->v[i].entry.row, "kind"),
                        STR("np_")))
            return false;
    return w && !np_has_tanween(p, at) && np_unit_at(p, at).table == LEX_TABLES;
}

/* "the Egyptian minister «So-and-so»": words in quotation marks right behind an office whose state is told are a name whatever
 * else they are; where they end, or `from`, which is behind the mark.                                                  */
static uint32_t name_in_quotes(np_parser *p, uint32_t from, const actor_mention *m)
{
    uint32_t end = from;
    if (from == 0 || !np_is_word(p, from) || !np_is_quote(p, from - 1) || !m->office.p ||
        !m->a.country.p || np_has_article(&p->part->token[from]))
        return from;
    bool named = false, other = false;
    for (; end - from < MAX_NAME && may_be_in_name(p, end); end++) {
        const text_token *t = &p->part->token[end];
        named = named || np_is_given(p, end) || !t->morph->known;
        other = other ||
                morph_is_any(t, LEX_BIT(LEX_VERB) | LEX_BIT(LEX_NOUN) | LEX_BIT(LEX_AGENT));
    }
    return (named || !other) && end - from > 1 && np_is_quote(p, end) ? end : from;
}

static uint32_t name_after(np_parser *p, uint32_t at, actor_mention *m)
{
    at = np_behind_remark(p, at);
    uint32_t from = skip_titles(p, np_is_comma(p, at) ? at + 1 : at);
    from = np_skip_quote(p, from);
    bool apart = from != at;
    np_unit u = np_unit_at(p, from);
    if (np_is_person_row(p, &u) && u.clitics == 0) {
        uint32_t end = known_name(p, from, &u, apart, m);
        if (end || apart || is_foreign_leader(p, from, &u, m))
            return end ? np_skip_quote(p, end) : at;
    }
    uint32_t next =
        is_other_start(p, at, from, &u, m) ? from : np_name_run(p, from, MAX_NAME);
    uint32_t quoted =
        next == from || np_is_word(p, next) ? name_in_quotes(p, from, m) : next;
    next = quoted > next ? quoted : next;
    uint32_t man = from == at ? np_name_of_man(p, at, m) : from;
    if (man > next)
        return take_name(p, man, from, m);
    if (next == from || (np_is_comma(p, at) && next - from < 2) ||
        !role_may_be_named(p, m, from, next) || !title_is_enough(p, m, from, next))
        return at;
    next = np_name_chain(p, next);
    return is_name_of_next(p, next, m) ? at : take_name(p, next, from, m);
}

uint32_t np_name_after(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t end = name_after(p, at, m);
    return end > at ? np_alias(p, end) : end;
}

/* ---- offices behind a name ---- */

static void take_office(const actor_mention *office, actor_mention *m)
{
    if (!m->a.country.p)
        m->a.country = office->a.country;
    if (!m->office.p || !m->a.role.p) {
        m->office = office->office;
        m->a.role = office->a.role;
    }
    if (m->a.n_sectors == 0) {
        m->a.sector = office->a.sector;
        m->a.sectors = office->a.sectors;
        m->a.n_sectors = office->a.n_sectors;
    }
}

/* "called bin Helli", "that Abu Zeid": a subject, by a surname of two words. */
static bool is_surname_of_subject(const np_parser *p, uint32_t at)
{
    if (at == 0 || !np_word_kind(p, at, STR("np_name_head")) || !np_is_word(p, at + 1))
        return false;
    if (np_word_kind(p, at - 1, STR("comp")))
        return true;
    const morph_word *w = p->part->token[at - 1].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_VERB && w->v[i].entry.form == LEX_VERBFORM &&
            (w->v[i].entry.feats & LEX_F_3) && !(w->v[i].clitics & MORPH_PRONOUN))
            return true;
    return false;
}

/* "The prisoners went on": a name of one word before a common noun with the article may be the verb of a sentence. */
static bool is_verb_of_sentence(np_parser *p, uint32_t at)
{
    np_unit u = { .table = LEX_TABLES };
    if (at + 1 >= p->part->n_tokens || !np_has_article(&p->part->token[at + 1]) ||
        !morph_as(&p->part->token[at], LEX_VERB, LEX_VERBFORM))
        return false;
    np_agent_at(p, at + 1, &u);
    return u.table == LEX_AGENT;
}

/* "Sidi Bouzid", "Moulay Yacoub": a town of several words as long as the name, which the gazetteer has. */
static bool is_town_by_name(const np_parser *p, uint32_t at, uint32_t next)
{
    match_hit room[MATCH_MAX];
    uint32_t n;
    const match_hit *hit = match_list(p->lex, p->part, at, room, &n);
    return n && hit->tokens > 1 && at + hit->tokens >= next &&
           (hit->tables & (LEX_BIT(LEX_PLACE) | LEX_BIT(LEX_CITY)));
}

/* "Anderson Torres, [the former minister of]": an office right behind a name. */
static bool is_before_office(np_parser *p, uint32_t next)
{
    uint32_t office = next + np_is_comma(p, next);
    np_unit u = { .table = LEX_TABLES };
    if (np_is_word(p, office))
        u = np_unit_at(p, office);
    return u.table == LEX_OFFICE && !(u.clitics & ~(unsigned)MORPH_AL);
}

/* Two words that are in no dictionary, and an office right behind them. */
static bool is_stranger(np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (!t->morph || t->morph->known || str_starts(t->form, STR(AR_WAW)) ||
        !np_is_word(p, at + 1) || !t[1].morph || t[1].morph->known)
        return false;
    uint32_t next = np_name_run(p, at, MAX_NAME);
    return next >= at + 2 && is_before_office(p, next);
}

bool np_bare_name(np_parser *p, uint32_t at, actor_mention *out)
{
    bool surname = is_surname_of_subject(p, at) || is_stranger(p, at);
    if (!surname && (!np_is_given(p, at) || (at > 0 && np_is_given(p, at - 1))))
        return false;
    if (is_verb_of_sentence(p, at))
        return false;
    uint32_t next = np_name_chain(p, np_name_run(p, at, MAX_NAME));
    if (next < at + 2 ||
        (!surname && !np_is_surname_like(p, at + 1) && !is_before_office(p, next)) ||
        !np_in_paragraph(p, at, next) || is_town_by_name(p, at, next))
        return false;
    actor_mention m = { .first = at,
                        .kind = ACTOR_PERSON,
                        .name_first = at,
                        .name_last = next,
                        .rule = "actor.bare-name" };
    m.a.name = text_slice(p->part, at, next);
    is_known_surname(p, &m);
    m.last = np_appositions(p, np_alias(p, next), &m);
    *out = m;
    return true;
}

/* "An adviser to the king, emir of the province of X, So-and-so": of two offices, the first one that many hold, the
 * last one his, or his title behind it. */
static bool is_one_more(np_parser *p, const actor_mention *m, wq_str id, wq_str country,
                        bool his)
{
    int64_t row = m->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, m->office) : -1;
    int64_t who = lex_row_by_id(p->lex, LEX_ACTOR, id);
    wq_str of =
        who < 0 ? (wq_str){ NULL, 0 }
                : np_top_country(p, lex_cell(p->lex, LEX_ACTOR, (uint32_t)who, "country"));
    return row >= 0 && str_eq(of, m->a.country.p ? m->a.country : country) && his &&
           (np_word_kind(p, m->first, STR("np_serves")) ||
            str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("0")));
}

/* A deputy of a minister is no minister. */
static bool serves_ministry(const np_parser *p, const actor_mention *m, uint32_t end)
{
    return np_word_kind(p, m->first, STR("np_serves")) && np_is_ministry(p, m->first, end);
}

/* A deputy prime minister is a minister besides: an office that many hold, which tells no country of its own. */
static bool is_held_with_another(np_parser *p, const actor_mention *m)
{
    int64_t row = m->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, m->office) : -1;
    return row >= 0 && !np_has_article(&p->part->token[m->first]) && !m->a.country.p &&
           !m->owner.p && str_eq(m->a.sector, STR("GOV")) &&
           str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("0"));
}

/* "the deputy premier foreign minister So-and-so": two offices that name no state, of him who has the last one. */
static bool is_of_no_state(const actor_mention *first, const actor_mention *last)
{
    return !first->a.country.p && !last->a.country.p && !first->owner.p && !last->owner.p;
}

/* "The spokesman for the ministry, ambassador So-and-so": behind one who serves somebody a rank that many hold, with its article
 * and of no country told, is his own.                                                                                */
static bool is_rank_of_servant(np_parser *p, const actor_mention *m,
                               const actor_mention *last)
{
    int64_t row = last->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, last->office) : -1;
    bool heir = str_find(m->office, STR("crown_prince")) >= 0; /* no spokesman of anybody */
    return row >= 0 && !heir && np_word_kind(p, m->first, STR("np_serves")) &&
           np_has_article(&p->part->token[last->first]) && !last->a.country.p &&
           !last->owner.p &&
           str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("0"));
}

/* One whom nobody listed, behind two offices of which the second tells his country, or both none; his end, or `at`. */
static uint32_t stranger(np_parser *p, uint32_t at, uint32_t name,
                         const actor_mention *last, actor_mention *m)
{
    actor_mention named = *m;
    wq_str country = last->a.country;
    bool of_one = country.p || is_of_no_state(m, last);
    bool held = of_one && is_held_with_another(p, m) && !serves_ministry(p, m, at);
    bool ranked = is_rank_of_servant(p, m, last);
    if (!held && !ranked)
        return at;
    named.a.country = ranked ? m->a.country : country;
    uint32_t end = np_name_after(p, name, &named);
    if (end == name || named.kind != ACTOR_PERSON)
        return at;
    *m = named;
    return end;
}

/* The person at `at` behind the offices; his end, or 0. */
static uint32_t holder_of_all(np_parser *p, uint32_t at, const np_unit *u,
                              const actor_mention *last, bool titled, actor_mention *m)
{
    wq_str id = lex_cell(p->lex, LEX_ACTOR, u->row, "id");
    wq_str of = np_top_country(p, lex_cell(p->lex, LEX_ACTOR, u->row, "country"));
    bool held = is_held_with_another(p, m) &&
                (str_eq(of, last->a.country) ||
                 (is_of_no_state(m, last) && !serves_ministry(p, m, last->first)));
    bool his = titled || np_holds(p, id, last->office);
    his = np_holds(p, id, m->office) || is_one_more(p, m, id, last->a.country, his) ||
          (is_rank_of_servant(p, m, last) && (!m->a.country.p || str_eq(of, m->a.country)));
    return held || his ? known_name(p, at, u, false, m) : 0;
}

uint32_t np_more_offices(np_parser *p, uint32_t at, actor_mention *m)
{
    enum { MAX_OFFICES = 4 };
    uint32_t next = np_past_task(p, at, m);
    if (m->kind == ACTOR_PERSON)
        return next;
    actor_mention last = { .first = at };
    for (int i = 0; i < MAX_OFFICES; i++) {
        if (np_is_comma(p, next) && is_held_with_another(p, m))
            next++;
        uint32_t title = next;
        next = skip_titles(p, next);
        np_unit u = np_unit_at(p, next);
        if (np_is_person_row(p, &u) && u.clitics == 0) {
            uint32_t end = i ? holder_of_all(p, next, &u, &last, next > title, m) : 0;
            return end ? end : at;
        }
        if (u.table != LEX_OFFICE || (u.clitics & ~(unsigned)MORPH_WA))
            return i ? stranger(p, at, title, &last, m) : at;
        last = (actor_mention){ .first = next };
        np_fill_office(p, &u, &last);
        next = np_modifiers(p, np_ministry(p, u.last, &last), &last);
    }
    return at;
}

/* "المبعوث الأممي": an office whose own words name another nation than his. */
static bool is_of_another(np_parser *p, uint32_t from, uint32_t to, const actor_mention *m)
{
    np_unit nisba;
    for (uint32_t i = from + 1; i < to; i++)
        if (np_nisba_at(p, i, &nisba))
            return m->a.country.p &&
                   !str_eq(m->a.country, np_top_country(p, lex_cell(p->lex, LEX_COUNTRY,
                                                                    nisba.row, "id")));
    return false;
}

/* An office that nothing hangs on: no "and the minister", nobody's "his minister". */
static bool is_free_office(const np_parser *p, const np_unit *u)
{
    return u->table == LEX_OFFICE && u->clitics == 0 &&
           !morph_is_his(&p->part->token[u->last - 1]);
}

/* Was he told with an office before his name, and not with titles only? */
static bool has_office_before(np_parser *p, const actor_mention *m)
{
    for (uint32_t i = m->first; i < m->name_first; i++)
        if (np_unit_at(p, i).table == LEX_OFFICE)
            return true;
    return false;
}

/* "(criticised) the movement's leader So-and-so the former premier So-and-so": an office that another name follows is his. */
static bool is_of_next(np_parser *p, uint32_t at, const actor_mention *office,
                       const actor_mention *m)
{
    actor_mention next = *office;
    return has_office_before(p, m) && !np_is_comma(p, at) &&
           np_name_after(p, at, &next) > at && next.kind == ACTOR_PERSON;
}

/* "sent President So-and-so the foreign minister to": who holds one office of a state now, and not this one, is another man. */
static bool is_of_third(np_parser *p, const actor_mention *office, const actor_mention *m)
{
    int64_t row = office->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, office->office) : -1;
    return row >= 0 && m->a.id.p && m->office.p && !str_eq(m->office, office->office) &&
           has_office_before(p, m) &&
           str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("1")) &&
           np_holds(p, m->a.id, m->office) && !np_holds(p, m->a.id, office->office);
}

/* "received the minister of state So-and-so the ambassador of Italy": no minister is one. */
static bool is_ambassador(np_parser *p, const actor_mention *office, const actor_mention *m)
{
    return m->office.p && str_eq(office->office, STR("ambassador")) &&
           !str_eq(m->office, office->office) && has_office_before(p, m);
}

/* "accused the paper's director So-and-so the minister of the interior of": who was told by another office or a common noun, and
 * whom nobody knows for a minister, is none; "the former minister" he may be.                                         */
static bool is_ministers(np_parser *p, uint32_t next, const actor_mention *office,
                         const actor_mention *m)
{
    int64_t row = office->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, office->office) : -1;
    return row >= 0 && !m->a.id.p && !str_eq(m->office, office->office) &&
           (m->agent || has_office_before(p, m)) &&
           !np_word_kind(p, next - 1, STR("np_not_in_office")) &&
           str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("1"));
}

static bool is_anothers(np_parser *p, uint32_t next, const actor_mention *office,
                        const actor_mention *m)
{
    return is_ministers(p, next, office, m) || is_ambassador(p, office, m) ||
           is_of_next(p, next, office, m) || is_of_third(p, office, m);
}

/* "رئيس نادي": head of some company, and of no state; where that ends, or 0. */
static uint32_t after_some(np_parser *p, uint32_t head, uint32_t next,
                           const actor_mention *office)
{
    bool some = next == head && !office->a.country.p && np_is_open(p, next) &&
                np_is_genitive(p, next);
    return some ? next + 1 : 0;
}

/* ", ambassador of Belgium in Nouakchott", ", the ambassador accredited to": no new sentence begins there. */
static bool may_go_on(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *accredited = morph_as(t, LEX_VERB, LEX_PASSIVE);
    bool where = np_function_row(p, at, STR("prep")) >= 0 ||
                 (accredited && np_has_article(t)) ||
                 (t->morph && t->morph->n && (t->morph->v[0].clitics & MORPH_BI));
    bool apart =
        np_function_row(p, at, STR("rel")) >= 0 ||
        (str_ends(t->form, STR(AR_ALEF)) && morph_as(t, LEX_VERB, LEX_ACTIVE) &&
         !morph_as(t, LEX_VERB, LEX_VERBFORM)); /* ", ambassador of Mexico, voicing" */
    return t->kind == TOKEN_WORD && !where && !apart;
}

/* "سيرغي لافروف وزير خارجية روسيا": an office behind a name says more of the same man. */
static uint32_t apposition(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t from = at;
    bool comma = np_is_comma(p, from);
    if (comma)
        from++;
    if (np_function_row(p, from, STR("np_as")) >= 0) {
        comma = false; /* ", as ambassador of" */
        from++;
    }
    np_unit u = np_unit_at(p, from);
    if (u.table == LEX_TITLE && u.clitics == 0)
        u = np_unit_at(p, u.last);
    if (!is_free_office(p, &u) || is_of_another(p, from, u.last, m))
        return at;
    actor_mention office = { .first = from };
    np_fill_office(p, &u, &office);
    uint32_t next = np_modifiers(p, np_ministry(p, u.last, &office), &office);
    bool of_some = office.of_body && str_eq(office.office, STR("president"));
    if (!office.a.country.p && !of_some)
        next = np_complement(p, next, &office);
    uint32_t end = of_some ? next : after_some(p, u.last, next, &office);
    if (end)
        return comma ? at : end;
    bool other =
        office.a.country.p && m->a.country.p && !str_eq(office.a.country, m->a.country);
    bool open = next < p->part->n_tokens && may_go_on(p, next);
    if (other || (comma ? open : is_anothers(p, next, &office, m)))
        return at;
    take_office(&office, m);
    return next;
}

/* Titles pile up: "Deputy Crown Prince, Second Deputy Prime Minister, Minister of Defence". */
uint32_t np_appositions(np_parser *p, uint32_t at, actor_mention *m)
{
    enum { MAX_APPOSITIONS = 4 };
    for (int i = 0; i < MAX_APPOSITIONS; i++) {
        uint32_t next = apposition(p, at, m);
        if (next == at)
            break;
        at = next;
    }
    return at;
}
