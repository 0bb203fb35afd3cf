/* Where they come from, and what else stands behind a head:
 *
 *   origin = "from the government", "at the ministry"
 *   complement = "of Foreign Affairs in the Iranian parliament"                                       */
#include "actor/np.h"
#include "script/letters.h"

enum { MAX_COMPLEMENT = 6 };

/* ---- towns ---- */

/* Aleppo rather than milk. */
static bool is_large(const np_parser *p, uint32_t city)
{
    return lex_cell(p->lex, LEX_CITY, city, "population").n >= 6; /* digits */
}

/* "in the city": spelt like Medina. */
static bool is_any_town(const np_parser *p, uint32_t at)
{
    const morph_analysis *noun = morph_as(&p->part->token[at], LEX_NOUN, -1);
    return noun &&
           str_eq(lex_cell(p->lex, LEX_NOUN, noun->entry.row, "kind"), STR("town_w"));
}

/* "محافظ عدن", "أهالي حلب", "شرطة مدينة زيوريخ": the country of a place right behind the head. */
uint32_t np_province_behind(np_parser *p, uint32_t at, uint16_t clitics, actor_mention *m)
{
    match_hit room[MATCH_MAX];
    uint32_t n, from = at + np_is_kind_of_place(p, at);
    if (!np_is_word(p, from) || !(m->office.p || m->kind == ACTOR_GROUP))
        return at;
    if (m->agent && np_agent_is(p, m->agent - 1, STR("visitor")))
        return at; /* a drone in the north of Iraq is not of Iraq */
    bool doubtful = np_is_word_too(p, from, LEX_PLACE);
    const match_hit *hit = match_list(p->lex, p->part, from, room, &n);
    for (uint32_t h = 0; h < n; h++)
        for (uint32_t i = 0; i < hit[h].n && hit[h].clitics == clitics; i++) {
            lex_table table = (lex_table)hit[h].entry[i].table;
            if (hit[h].tokens == 1 && is_any_town(p, from))
                return from + 1; /* "the governor of the city" */
            if (hit[h].tokens == 1 && np_word_kind(p, from, STR("np_named_after")))
                return at; /* "in the square (ميدان) of", spelt like Medan */
            if (table != LEX_PLACE &&
                (table != LEX_CITY || (doubtful && !is_large(p, hit[h].entry[i].row))))
                continue;
            m->a.country = np_known(
                np_top_country(p, lex_cell(p->lex, table, hit[h].entry[i].row, "country")));
            return m->a.country.p ? from + hit[h].tokens : at;
        }
    return at;
}

uint32_t np_province(np_parser *p, uint32_t at, actor_mention *m)
{
    return np_province_behind(p, at, 0, m);
}

/* ---- origin ---- */

/* "the chamber at the court of appeal" */
static bool is_court_in_court(const np_parser *p, const np_unit *u, const actor_mention *m)
{
    return str_eq(m->a.sector, STR("JUD")) && np_agent_is(p, u->row, STR("body")) &&
           str_eq(lex_cell(p->lex, LEX_AGENT, u->row, "sector"), STR("JUD"));
}

/* The body at `from` that they are of; "officials of the administration" are as definite as it is.  Its end, or `at`. */
static uint32_t of_body(np_parser *p, uint32_t at, uint32_t from, const np_unit *u,
                        actor_mention *m)
{
    actor_mention body = { .first = from };
    np_fill_group(p, u, &body);
    uint32_t end = np_modifiers(p, u->last, &body);
    if (!body.a.country.p && !body.owner.p) {
        uint32_t far = np_complement(p, end, &body);
        end = body.a.country.p ? far : end;
    }
    body.last = end;
    const actor_mention *named = body.a.country.p ? NULL : np_named_before(p, &body);
    if (named) {
        np_take_named(p, named, &body);
        m->owner = body.a.id;
    }
    bool known = body.a.country.p != NULL;
    bool the = body.definite && np_agent_is(p, u->row, STR("body")) && body.a.sector.p;
    if (!known && !the && !is_court_in_court(p, u, m))
        return at;
    m->a.country = body.a.country;
    m->definite = m->definite || (the && !known);
    if (m->a.sector.p == NULL)
        np_set_sectors(p, body.a.sector, m);
    return end;
}

/* "officials at the ministry"; not "a woman called the police", nor "the president (met) a delegation". */
static bool is_in_body(const np_parser *p, const np_unit *u, const actor_mention *m)
{
    return u->table == LEX_AGENT && (u->clitics & ~(unsigned)MORPH_AL) == MORPH_BI &&
           m->agent && !np_agent_is(p, u->row, STR("delegation")) &&
           ((np_agent_is(p, m->agent - 1, STR("role")) &&
             !str_eq(m->a.sector, STR("CVL"))) ||
            is_court_in_court(p, u, m));
}

/* "a force", "a patrol", "units", of which nothing but whose they are is told. */
static bool is_unit(const np_parser *p, const actor_mention *m)
{
    return m->agent && str_eq(m->a.sector, STR("MIL")) &&
           np_agent_is(p, m->agent - 1, STR("group")) &&
           np_agent_is(p, m->agent - 1, STR("nisba"));
}

static bool stands_there(const np_parser *p, uint32_t at, const actor_mention *m)
{
    return np_word_kind(p, at, STR("np_where")) &&
           !np_word_kind(p, m->first, STR("np_sent")) &&
           !(m->agent && np_agent_is(p, m->agent - 1, STR("world")));
}

/* "International forces in Darfur" are not of where they are. */
static bool is_abroad(const np_parser *p, uint32_t at, bool where)
{
    return where && actor_word_is_foreign(p->lex, &p->part->token[at - 1]);
}

/* "The ministers in Egypt and Sudan" are of more than one state. */
static bool are_of_many(const np_parser *p, const np_unit *u, const actor_mention *m)
{
    return u->table != LEX_ACTOR && np_belongs(u) && m->agent &&
           np_agent_is(p, m->agent - 1, STR("several")) &&
           np_agent_is(p, m->agent - 1, STR("role"));
}

/* They are of that organisation; where it ends. */
static uint32_t of_organisation(np_parser *p, const np_unit *u, actor_mention *m)
{
    m->owner = lex_cell(p->lex, LEX_ACTOR, u->row, "id");
    np_take_sector(p, u, m);
    np_stand_for(p, u, m);
    if (is_unit(p, m) &&
        str_eq(lex_cell(p->lex, LEX_ACTOR, u->row, "kind"), STR("military"))) {
        m->a.id = m->owner; /* "a force of the Lebanese army" is that army */
        m->a.name = lex_cell(p->lex, LEX_ACTOR, u->row, "name");
    }
    return np_skip_quote(p, u->last);
}

/* "managed to do away with": behind القضاء, spelt like the judiciary, whom it is done to stands behind "on". */
static bool is_some_body(const np_parser *p, const np_unit *u)
{
    if (u->table != LEX_AGENT)
        return false;
    bool more = u->last < p->part->n_tokens;
    int64_t row = more ? np_function_row(p, u->last, STR("prep")) : -1;
    return row < 0 || !morph_as(&p->part->token[u->last - 1], LEX_NOUN, -1) ||
           !str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"), STR("ala"));
}

/* "the court in (bi-) Safi": of that state, and the town a place of its own. */
static uint32_t at_town(np_parser *p, uint32_t at, actor_mention *m)
{
    if (m->agent && np_agent_is(p, m->agent - 1, STR("body")) &&
        !np_agent_is(p, m->agent - 1, STR("nisba")))
        (void)np_province_behind(p, at, MORPH_BI, m);
    return at;
}

/* "(officials in Moscow) and Ankara": of the second, too; the end of its name, or `at`.  Of three nobody is told. */
static uint32_t and_state(np_parser *p, uint32_t at, actor_mention *m)
{
    if (!m->plural || !np_is_word(p, at))
        return at;
    np_unit u = np_unit_at(p, at);
    bool state = u.table == LEX_COUNTRY || u.table == LEX_METONYM;
    np_unit next = { .table = LEX_TABLES };
    if (state && np_is_word(p, u.last))
        next = np_unit_at(p, u.last);
    bool third = (next.table == LEX_COUNTRY || next.table == LEX_METONYM) &&
                 next.clitics == MORPH_WA;
    if (!state || u.clitics != MORPH_WA || third)
        return at;
    np_set_country(p, &u, m);
    return u.last;
}

/* "the Syrian government and the opposition in Geneva": joined to a body of a state, it is of that, wherever it sits. */
static bool is_with_body(const np_parser *p, const actor_mention *m)
{
    const actor_mention *b = np_back(p, 0);
    return p->list.n && b->last == m->first && b->kind == ACTOR_GROUP && b->a.country.p &&
           str_starts(p->part->token[m->first].form, STR(AR_WAW)) &&
           str_eq(b->a.sector, STR("GOV")) &&
           (str_eq(m->a.sector, STR("OPP")) || str_eq(m->a.sector, STR("GOV")));
}

/* "In", where they sit, or "from" stands at `at`: what is behind it, if it is a state or a body, is whose they are. */
static uint32_t whose_are(np_parser *p, uint32_t at, bool where, actor_mention *m)
{
    uint32_t from = np_skip_quote(p, at + 1);
    if (!where && np_word_kind(p, from, STR("transparent")))
        from++; /* "a delegation of members of the Congress" */
    np_unit u = np_unit_at(p, from);
    if (where &&
        u.table ==
            LEX_TABLES) { /* "the court in Stuttgart"; the consulate there is another state's */
        if (m->agent && !np_agent_is(p, m->agent - 1, STR("visitor")))
            np_province(p, at + 1, m);
        return at;
    }
    if (np_is_acquired(p, m) || are_of_many(p, &u, m))
        return at;
    if (np_belongs(&u) && !np_is_person_row(p, &u) && u.clitics == 0) {
        np_set_country(p, &u, m);
        if (u.table == LEX_ACTOR)
            return of_organisation(p, &u, m);
        uint32_t end = and_state(p, u.last, m);
        return where ? at : end; /* where they are is a place of its own */
    }
    return is_some_body(p, &u) ? of_body(p, at, from, &u, m) : at;
}

/* A delegation is of whoever it comes from, officials of the capital they sit in; "its forces from Syria" are not Syria's. */
uint32_t np_origin(np_parser *p, uint32_t at, actor_mention *m)
{
    bool where = stands_there(p, at, m);
    if (m->kind != ACTOR_GROUP || m->a.country.p || (m->clitics & MORPH_PRONOUN) ||
        is_abroad(p, at, where) || (where && is_with_body(p, m)))
        return at;
    np_unit in = np_unit_at(p, at);
    if (is_in_body(p, &in, m))
        return of_body(p, at, at, &in, m);
    if (!where && !np_word_kind(p, at, STR("np_origin")))
        return at_town(p, at, m);
    return whose_are(p, at, where, m);
}

/* "those stricken by the floods in Sudan": behind a common noun in the genitive, or behind "from", stands where they are. */
void np_origin_past_noun(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t noun = np_word_kind(p, at, STR("np_origin")) ? at + 1 : at;
    if (m->kind == ACTOR_GROUP && !m->owner.p && str_eq(m->a.sector, STR("CVL")) &&
        (noun > at || np_is_open(p, at)) && np_is_word(p, noun) &&
        np_is_word(p, noun + 1) && np_has_article(&p->part->token[noun]) &&
        np_unit_at(p, noun).table == LEX_TABLES &&
        np_word_kind(p, noun + 1, STR("np_where")))
        np_origin(p, noun + 1, m);
}

/* ---- complement ---- */

/* A definite noun that is nobody: "الشؤون", "والإعلام", "للسياحة". */
bool np_is_filler(np_parser *p, uint32_t at)
{
    if (!np_is_word(p, at) || !np_has_article(&p->part->token[at]))
        return false;
    if (morph_as(&p->part->token[at], LEX_TIME, -1) ||
        str_starts(p->part->token[at].form, STR(AR_BEH AR_AL)))
        return false; /* "praised the prime minister for the efforts" */
    const morph_analysis *verb = morph_as(&p->part->token[at], LEX_VERB, LEX_VERBFORM);
    np_unit u = np_unit_at(p, at);
    return !verb && (u.table == LEX_TABLES ||
                     (u.table == LEX_AGENT && (u.clitics & ~(unsigned)MORPH_AL) == 0 &&
                      np_agent_is(p, u.row, STR("adj"))));
}

uint32_t np_own_name(np_parser *p, uint32_t at, const actor_mention *m)
{
    uint32_t end = at;
    actor_mention named = *m;
    if (at <= m->first + 1 || np_has_article(&p->part->token[at - 1]))
        return at;
    while (end - at < MAX_COMPLEMENT && np_is_filler(p, end))
        end++;
    return end > at && np_name_after(p, end, &named) > end && named.kind == ACTOR_PERSON
               ? end
               : at;
}

static bool is_direction(const np_parser *p, uint32_t at)
{
    const morph_analysis *m =
        np_is_word(p, at) ? morph_as(&p->part->token[at], LEX_NOUN, -1) : NULL;
    return m && !m->clitics &&
           str_eq(lex_cell(p->lex, LEX_NOUN, m->entry.row, "kind"), STR("direction"));
}

static bool is_continent(const np_parser *p, uint32_t at)
{
    const morph_analysis *m =
        np_is_word(p, at) ? morph_as(&p->part->token[at], LEX_NOUN, -1) : NULL;
    return m && !m->clitics &&
           str_eq(lex_cell(p->lex, LEX_NOUN, m->entry.row, "id"), STR("continent_w"));
}

/* "for Africa", "for (the affairs of) North Africa", "for Iran": the part of the world at `at` that it is for; its end, or `at`. */
static uint32_t part_of_world(np_parser *p, uint32_t at)
{
    uint32_t land = at + is_direction(p, at);
    if (is_continent(p, land))
        return land + 1;
    np_unit u = np_unit_at(p, land);
    return u.table == LEX_COUNTRY && !u.clitics && np_is_state_name(p, land) ? u.last : at;
}

uint32_t np_portfolio(np_parser *p, uint32_t at, const actor_mention *m)
{
    enum { LONGEST = 4 };
    uint32_t end = at;
    bool serves = m->office.p && np_word_kind(p, m->first, STR("np_serves")) &&
                  np_is_ministry(p, m->first, at);
    if (!(m->a.country.p || serves) || !np_word_kind(p, at, STR("np_affairs")))
        return at;
    end++;
    uint32_t world = part_of_world(p, end);
    if (world > end)
        return world;
    while (end < at + 2 && np_is_word(p, end) && np_is_word(p, end + 1) &&
           !np_has_article(&p->part->token[end]) &&
           np_has_article(&p->part->token[end + 1]))
        end++; /* "for (affairs of) the security of energy" */
    for (; end < at + LONGEST && np_is_word(p, end) && np_has_article(&p->part->token[end]);
         end++)
        ;
    return end;
}

/* "the union of Egyptian journalists": of whom it is, right behind it; their end, or `at`. */
static uint32_t membership(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u = np_unit_at(p, at), nisba;
    bool union_s = m->kind == ACTOR_GROUP && m->agent && at == m->first + 1 &&
                   (str_eq(m->a.sector, STR("LAB")) || str_eq(m->a.sector, STR("SOC"))) &&
                   np_agent_is(p, m->agent - 1, STR("body"));
    if (!union_s || u.table != LEX_AGENT || u.clitics != MORPH_AL || u.last != at + 1 ||
        !np_agent_is(p, u.row, STR("role")))
        return at;
    if (!np_nisba_at(p, u.last, &nisba) || nisba.clitics != MORPH_AL)
        return u.last;
    np_set_country(p, &nisba, m);
    p->nisba = true;
    return nisba.last;
}

/* "(head of the committee of defence) and national security": a body that is part of what the committee is for. */
static bool is_joined_subject(np_parser *p, uint32_t at, const actor_mention *m)
{
    np_unit u = np_unit_at(p, at);
    return m->office.p && u.table == LEX_AGENT && u.clitics == (MORPH_WA | MORPH_AL) &&
           !np_agent_is(p, u.row, STR("role")) && np_is_word(p, at + 1) &&
           np_has_article(&p->part->token[at + 1]);
}

/* "... in the Iranian parliament", "... at the Senate": the body behind the fillers, from `at`; its end, or 0. */
static uint32_t complement_body(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u = np_unit_at(p, at);
    actor_mention body = { .first = at };
    if (u.table == LEX_AGENT && np_agent_is(p, u.row, STR("role")))
        return 0; /* "the head [met] with officials" */
    if (u.table == LEX_AGENT) {
        np_fill_group(p, &u, &body);
        uint32_t end = np_modifiers(p, u.last, &body);
        m->a.country = body.a.country;
        return body.a.country.p ? end : 0;
    }
    if (u.table != LEX_ACTOR || np_is_person_row(p, &u))
        return 0;
    np_set_country(p, &u, m);
    return u.last;
}

/* Does a body begin at `at`, behind "in" or with "at" on it?  Its first token, or 0. */
static uint32_t body_after(np_parser *p, uint32_t at)
{
    const unsigned article = MORPH_AL;
    if (np_word_kind(p, at, STR("np_where")))
        return np_unit_at(p, at + 1).clitics & ~article ? 0 : at + 1;
    np_unit u = np_unit_at(p, at);
    bool met = /* "the president (met) a delegation" */
        u.table == LEX_AGENT && np_agent_is(p, u.row, STR("delegation"));
    return np_is_word(p, at) && !met && (u.clitics & ~article) == MORPH_BI ? at : 0;
}

/* "محكمة أمن الدولة الأردنية": a bare noun and a definite one between a body and its nationality; the nationality, or 0. */
static uint32_t behind_chain(np_parser *p, uint32_t at)
{
    np_unit nisba;
    bool chain = np_is_genitive(p, at) && !np_has_article(&p->part->token[at]) &&
                 np_unit_at(p, at).table == LEX_TABLES && np_is_filler(p, at + 1);
    return chain && np_nisba_at(p, at + 2, &nisba) && nisba.clitics == MORPH_AL ? at + 2
                                                                                : 0;
}

/* "محكمة جنايات القاهرة": what the body is for, and where; its end, or `at`. */
static uint32_t town_behind_noun(np_parser *p, uint32_t at, actor_mention *m)
{
    if (!np_is_genitive(p, at) || np_has_article(&p->part->token[at]) ||
        np_unit_at(p, at).table != LEX_TABLES)
        return at;
    np_unit u = np_unit_at(p, at + 1);
    if (u.clitics == 0 && (u.table == LEX_METONYM || u.table == LEX_COUNTRY)) {
        np_set_country(p, &u, m);
        return u.last;
    }
    uint32_t end = np_province(p, at + 1, m);
    return end > at + 1 ? end : at;
}

/* Of these sectors whoever has an office holds it for a state. */
static bool is_of_state(const actor_mention *m)
{
    static const char *const sector[] = { "MIL", "COP", "JUD", "GOV" };
    for (size_t i = 0; i < sizeof sector / sizeof *sector; i++)
        if (m->kind == ACTOR_GROUP ||
            (m->office.p && str_eq(m->a.sector, str_of(sector[i]))))
            return true;
    return false;
}

/* "head of the military council in Niger, General So-and-so": the state behind "in", where his name follows; its end, or `at`. */
uint32_t np_state_of_named(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u = { .table = LEX_TABLES };
    if (m->office.p && np_word_kind(p, at, STR("np_where")))
        u = np_unit_at(p, at + 1); /* "South Africa" */
    if (u.table != LEX_COUNTRY && m->office.p && np_word_kind(p, at, STR("np_where")) &&
        is_direction(p, at + 1))
        u = np_unit_at(p, at + 2);
    if (u.table != LEX_COUNTRY || u.clitics)
        return at;
    actor_mention named = *m;
    named.a.country = named.country2 = (wq_str){ NULL, 0 };
    np_set_country(p, &u, &named);
    wq_str country = named.a.country;
    if (np_name_after(p, u.last, &named) == u.last || named.kind != ACTOR_PERSON)
        return at;
    m->a.country = country;
    return u.last;
}

/* "hit a group of the fighters east of Gaza": behind a noun with the article, or a sound plural with its n, nothing is in the
 * genitive, and a direction says where.                                                                               */
static bool is_scene(const np_parser *p, uint32_t at)
{
    if (at == 0 || !is_direction(p, at) || np_has_article(&p->part->token[at]))
        return false;
    const text_token *before = &p->part->token[at - 1];
    return np_has_article(before) || str_ends(before->form, STR(AR_WAW AR_NOON)) ||
           str_ends(before->form, STR(AR_YEH AR_ALEF)) ||
           str_ends(before->form, STR(AR_YEH AR_NOON));
}

/* "(condemned) the Maronites' patriarch the Israeli shelling": a deed behind whom the man heads is no part of his title. */
static bool is_deed(const np_parser *p, uint32_t at)
{
    const morph_word *w = p->part->token[at].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        lex_table table = (lex_table)w->v[i].entry.table;
        if ((table == LEX_VERB || table == LEX_NOUN) &&
            lex_in_group(p->lex, STR("hostile"),
                         lex_cell(p->lex, table, w->v[i].entry.row, "id")))
            return true;
    }
    return false;
}

/* "Civic": an adjective of the press, or a nisba in the feminine that names no body ("municipality"). */
static bool is_adjective(np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    const uint32_t bodies = LEX_BIT(LEX_OFFICE) | LEX_BIT(LEX_ACTOR) | LEX_BIT(LEX_CITY) |
                            LEX_BIT(LEX_PLACE) | LEX_BIT(LEX_VERB);
    np_unit u;
    if (np_nisba_at(p, at, &u))
        return !morph_as(t, LEX_COUNTRY, LEX_NAME);
    if (np_function_row(p, at, STR("np_modifier")) >= 0)
        return true;
    u = np_unit_at(p, at);
    return str_ends(t->form, STR(AR_YEH AR_HEH)) && !morph_is_any(t, bodies) &&
           (u.table != LEX_AGENT || np_agent_is(p, u.row, STR("role")));
}

/* "asked civic organisations (of) Egypt": a noun without article that an adjective describes has no state in the genitive. */
bool np_is_described(np_parser *p, uint32_t at, const actor_mention *m)
{
    if (m->kind != ACTOR_GROUP || at < m->first + 2 || !np_is_word(p, at - 1) ||
        np_has_article(&p->part->token[m->first]) ||
        np_has_article(&p->part->token[at - 1]))
        return false;
    np_unit u = np_unit_at(p, at);
    return (u.table == LEX_COUNTRY || u.table == LEX_METONYM) && u.clitics == 0 &&
           is_adjective(p, at - 1);
}

/* "the pope of the Vatican", "the president of Kurdistan": nothing is awaited behind. */
static bool ends_title(np_parser *p, uint32_t at)
{
    const uint32_t names = LEX_BIT(LEX_CITY) | LEX_BIT(LEX_PLACE) | LEX_BIT(LEX_COUNTRY) |
                           LEX_BIT(LEX_METONYM);
    return at > 0 && (!np_is_open(p, at) || morph_is_any(&p->part->token[at - 1], names));
}

/* Does word `i` go on with a complement that began at `at`? */
static bool goes_on(np_parser *p, uint32_t at, uint32_t i, const actor_mention *m)
{
    if (is_scene(p, i) || !(np_is_filler(p, i) || is_joined_subject(p, i, m)))
        return false;
    return !((i > at || ends_title(p, at)) && m->kind != ACTOR_GROUP && is_deed(p, i));
}

/* "the commission of human rights that belongs to the African Union": whose a body is, behind what it is for; its end, or `at`. */
static uint32_t tied_body(np_parser *p, uint32_t at, actor_mention *m)
{
    bool owned, bare = np_is_genitive(p, at) && !np_has_article(&p->part->token[at]) &&
                       np_unit_at(p, at).table == LEX_TABLES;
    uint32_t i = at + bare;
    while (i - at < MAX_COMPLEMENT && np_is_filler(p, i) &&
           !np_word_kind(p, i, STR("np_tied")))
        i++;
    uint32_t end = i > at + bare ? np_tied(p, i, m, &owned) : i;
    return end > i ? end : at;
}

uint32_t np_complement(np_parser *p, uint32_t at, actor_mention *m)
{
    bool may = is_of_state(m) && (m->kind == ACTOR_GROUP || np_is_open(p, at));
    uint32_t town = may ? town_behind_noun(p, at, m) : at;
    if (town == at)
        town = np_state_of_named(p, at, m);
    if (town == at)
        town = membership(p, at, m);
    if (town == at)
        town = tied_body(p, at, m);
    if (town > at)
        return town;
    uint32_t i = at, chain = m->kind == ACTOR_GROUP ? behind_chain(p, at) : 0;
    if (chain)
        i = chain - 1;
    while (i - at < MAX_COMPLEMENT && goes_on(p, at, i, m)) {
        i++;
        np_unit u;
        if (np_nisba_at(p, i, &u) && u.clitics == MORPH_AL) {
            np_set_country(p, &u, m);
            p->nisba = true;
            return u.last;
        }
    }
    uint32_t from = body_after(p, i), end = from ? complement_body(p, from, m) : 0;
    if (end)
        return end;
    return m->kind == ACTOR_GROUP ? i : at; /* "لجنة العلاقات الخارجية": its name */
}
