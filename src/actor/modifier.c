/* What stands behind the head of a noun phrase and says whose it is:
 *
 *   modifiers = nationality | state | organisation | li-state | adjective | "to Syria" ...            */
#include "actor/np.h"
#include "script/letters.h"

enum { MAX_MODIFIERS = 9 };

bool np_belongs(const np_unit *u)
{
    return u->table == LEX_COUNTRY || u->table == LEX_METONYM || u->table == LEX_ACTOR;
}

/* Without the article, and so open to a genitive: "قوات", "مبعوث"; nobody is called "قوات حفتر" by the name of Haftar. */
static bool is_construct(const np_parser *p, uint32_t at)
{
    const text_token *before = &p->part->token[at - 1];
    wq_str form = before->form; /* sound plurals lose their nun before a genitive */
    const morph_analysis *two = morph_as(before, LEX_AGENT, -1);
    if (str_ends(form, STR(AR_WAW AR_NOON)) || str_ends(form, STR(AR_YEH AR_NOON)) ||
        (two && (two->entry.feats & LEX_F_DUAL) && str_ends(form, STR(AR_ALEF AR_NOON))))
        return false;
    return at == p->head && before->kind == TOKEN_WORD && !np_has_article(before) &&
           !np_has_tanween(p, at - 1) && !morph_is_his(before);
}

static bool ends_as_men(const text_token *t)
{
    return str_ends(t->form, STR(AR_YEH AR_NOON)) || str_ends(t->form, STR(AR_WAW AR_NOON));
}

/* Behind the article, or an adjective in the plural of men, no genitive comes. */
static bool is_closed(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return np_has_article(t) ||
           (ends_as_men(t) && np_function_row(p, at, STR("np_modifier")) >= 0);
}

/* "the Secretary-General of the United Nations": li- before a state or an organisation. */
/* "The visit of the minister of defence to (ل) Egypt": behind an office that is told in full, a state with li- is where he
 * goes; it owns deputies, envoys and "general" offices.                                                               */
static bool leads_elsewhere(const np_parser *p, uint32_t at, const np_unit *u,
                            const actor_mention *m)
{
    return u->table == LEX_COUNTRY && m->office.p && at > m->first + 1 &&
           np_has_article(&p->part->token[at - 1]) &&
           !np_word_kind(p, at - 1, STR("np_modifier")) &&
           !np_word_kind(p, m->first, STR("np_serves")) &&
           !np_word_kind(p, m->first, STR("np_sent"));
}

/* By li- or bi-; but "praised the secretary-general Sudan (بالسودان)". */
static bool is_tied(const np_parser *p, const np_unit *u, const actor_mention *m)
{
    return u->clitics == MORPH_LI ||
           (u->clitics == MORPH_BI && !np_is_behind_verb_of_bi(p, m->first));
}

static bool is_owner(np_parser *p, uint32_t at, const np_unit *u, const actor_mention *m)
{
    if (!np_belongs(u) || m->kind == ACTOR_ORG)
        return false;
    if (np_is_person_row(p, u)) {
        np_unit before = np_unit_at(p, at - 1); /* "envoy to Syria X" is X */
        return u->clitics == 0 && m->kind != ACTOR_PERSON && is_construct(p, at) &&
               !np_belongs(&before);
    }
    if (m->kind == ACTOR_SOURCE ? u->clitics || np_is_media(p, u) : np_is_told(p, u, m))
        return false; /* "sources told Reuters" */
    bool adjective = u->table == LEX_ACTOR && u->last == at + 1; /* the Houthi rebels */
    if (u->clitics == 0 && !adjective && is_closed(p, at - 1))
        return false; /* "the rebels [accused] the army", "Western officials [called on] Iran" */
    bool may_own = m->office.p || m->kind == ACTOR_GROUP;
    if (u->clitics == MORPH_LI && leads_elsewhere(p, at, u, m))
        return false;
    return u->clitics == 0 || (may_own && is_tied(p, u, m));
}

/* ---- towns and provinces ---- */

/* "النائب عن كتلة النصر": whom a member of parliament stands for; its end, or `at`. */
static uint32_t constituency(np_parser *p, uint32_t at, const actor_mention *m)
{
    enum { LONGEST = 3 };
    if (!np_word_kind(p, at, STR("np_stands_for")) || !str_eq(m->a.sector, STR("LEG")))
        return at;
    np_unit u = np_unit_at(p, at + 1);
    if (np_is_kind_of_place(p, at + 1) && np_is_word(p, at + 2)) /* "for the state of" */
        u = (np_unit){ .last = at + 3, .table = LEX_AGENT };
    if (u.clitics || (u.table != LEX_ACTOR && u.table != LEX_AGENT) ||
        np_is_person_row(p, &u))
        return at;
    uint32_t end = u.last;
    while (end < u.last + LONGEST && np_is_word(p, end) &&
           np_has_article(&p->part->token[end]))
        end++;
    return end;
}

/* ---- one modifier ---- */

/* "envoy of the president": his nationality comes next, or follows from his office. */
static uint32_t master(np_parser *p, const np_unit *u, actor_mention *m, bool *owned)
{
    actor_mention of = { .first = u->last - 1, .last = u->last };
    np_fill_office(p, u, &of);
    np_unit holder = np_unit_at(p, np_modifiers(p, u->last, &of));
    bool named = np_is_person_row(p, &holder) && !holder.clitics &&
                 np_holds(p, lex_cell(p->lex, LEX_ACTOR, holder.row, "id"), of.office);
    of.a.country = (wq_str){ NULL, 0 };
    of.country2 = (wq_str){ NULL, 0 };
    if (named || m->kind == ACTOR_GROUP) { /* "إدارة الرئيس أوباما" */
        uint32_t end = np_name_after(p, np_modifiers(p, u->last, &of), &of);
        of.last = end;
    }
    np_finish(p, &of);
    m->a.country = of.a.country;
    *owned = of.a.country.p != NULL;
    return of.last > u->last ? of.last : u->last;
}

static void set_owner(np_parser *p, const np_unit *u, actor_mention *m)
{
    np_set_country(p, u, m);
    if (u->table != LEX_ACTOR)
        return;
    m->owner = lex_cell(p->lex, LEX_ACTOR, u->row, "id");
    if (np_is_person_row(p, u))
        return;
    np_take_sector(p, u, m);
    np_stand_for(p, u, m);
    if (m->kind == ACTOR_GROUP && m->a.country.p == NULL)
        m->a.id = m->owner;
}

/* "روسيا": Russia, or "Russian" in the accusative without its mark? */
bool np_is_state_name(np_parser *p, uint32_t at)
{
    uint32_t n;
    const lex_entry *e = lex_find(p->lex, p->part->token[at].form, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_COUNTRY && e[i].form == LEX_NAME)
            return !np_has_tanween(p, at);
    return false;
}

/* Behind a nationality another state is named: "the British minister [visits] Saudi Arabia", "a Russian delegation [visited]
 * Syria"; and behind a body: "the leader of the Houthi group [accused] Saudi Arabia".                                */
static bool is_another_state(np_parser *p, uint32_t at, uint32_t prev, const np_unit *u,
                             const actor_mention *m)
{
    np_unit own; /* "the American senate [asked] Saudi Arabia": part of its name */
    bool nation = p->nisba || (prev > m->first && np_nisba_at(p, prev, &own));
    if (at == p->head && m->owner.p && m->a.country.p)
        return true;
    wq_str before = p->part->token[prev].form;
    bool case_ends = str_ends(p->part->token[at].form, STR(AR_ALEF));
    return nation && (((u->clitics & MORPH_AL) && !str_ends(before, STR(AR_HEH))) ||
                      (case_ends && !str_ends(before, STR(AR_ALEF))));
}

/* A nationality at `at`, behind the word `prev`; its end, or `at`. */
static uint32_t nationality_behind(np_parser *p, uint32_t prev, uint32_t at,
                                   actor_mention *m, bool *owned)
{
    np_unit u;
    if (np_state_as_nisba(p, at, &u) || !np_nisba_at(p, at, &u) ||
        (u.clitics & ~(unsigned)MORPH_AL) || np_differs_in_case(p, prev, at, m))
        return at;
    bool the = np_has_article(&p->part->token[prev]);
    bool agrees = (u.clitics & MORPH_AL) ? the : *owned && !the;
    wq_str before = p->part->token[prev].form;
    bool of_men =
        str_ends(before, STR(AR_YEH AR_NOON)) || str_ends(before, STR(AR_WAW AR_NOON));
    bool state = u.last == at + 1 && np_is_state_name(p, at);
    if (the && !u.clitics && !state)
        return at; /* "المتحدث باسم التحالف تركي المالكي", "the Lebanese police [stopped] Syrians" */
    if (of_men && state)
        return at; /* "the Iranian officials [accused] Saudi Arabia": men's adjectives are plural, too */
    if (state && !agrees && !np_has_tanween(p, prev))
        return at; /* "قوات السعودية"; but "القوات السعودية" */
    if (state && is_another_state(p, at, prev, &u, m))
        return at;
    np_set_country(p, &u, m);
    *owned = p->nisba = true;
    return u.last;
}

/* ... or in marks of quotation, as papers write that do not recognise the state: the «Israeli» police. */
static uint32_t nationality(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    if (!np_is_quote(p, at))
        return nationality_behind(p, at - 1, at, m, owned);
    if (at + 1 >= p->part->n_tokens)
        return at;
    uint32_t end = nationality_behind(p, at - 1, at + 1, m, owned);
    return end > at + 1 ? np_skip_quote(p, end) : at;
}

/* "الأممي والعربي": one more adjective, where the word can't be somebody ("والمعارضة"). */
static uint32_t joined_adjective(np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *m = morph_as(t, LEX_FUNCTION, -1);
    bool joined = m && (m->clitics & ~(unsigned)MORPH_AL) == MORPH_WA &&
                  np_word_kind(p, at, STR("np_modifier"));
    if (!joined || !np_has_article(t) || !np_has_article(&p->part->token[at - 1]))
        return at;
    return np_unit_at(p, at).table == LEX_TABLES ? at + 1 : at;
}

/* "مقاتلو الحركة", "زعيم التنظيم": of a body named before. */
static uint32_t named_before(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    bool may = m->kind == ACTOR_GROUP || m->office.p;
    if (!may || !is_construct(p, at))
        return at;
    uint32_t end;
    int64_t row = np_owner_again(p, at, &end);
    if (row < 0)
        return at;
    np_unit u = { end, MORPH_AL, LEX_ACTOR, (uint32_t)row, 0 };
    set_owner(p, &u, m);
    *owned = true;
    return end;
}

/* "القيادي الحوثي", "مسلحون حوثيون": whose they are, by an adjective made of an organisation's name. */
static uint32_t membership(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *a = morph_as(t, LEX_AGENT, -1);
    int64_t of = a ? np_agent_row(p, a->entry.row)->member : -1;
    bool may = m->kind == ACTOR_GROUP || m->office.p;
    bool the = a && (a->clitics & MORPH_AL);
    bool genitive = the && m->kind == ACTOR_GROUP && is_construct(p, at); /* "وفد الحوثي" */
    bool body = m->agent && np_agent_is(p, m->agent - 1, STR("body"));
    bool adjective = (m->office.p || body) && /* "الرئيس الانتقالي", "المجلس الانتقالي" */
                     np_word_kind(p, at, STR("np_modifier"));
    if (of < 0 || !may || adjective || (a->clitics & ~(unsigned)MORPH_AL) ||
        (the != np_has_article(&p->part->token[at - 1]) && !genitive))
        return at;
    np_unit u = { at + 1, a->clitics, LEX_ACTOR, (uint32_t)of, 0 };
    set_owner(p, &u, m);
    *owned = true;
    return at + 1;
}

/* "(زار الرئيس) العام الماضي": a time of several words begins at `at`. */
static bool begins_time(const np_parser *p, uint32_t at)
{
    const time_expr *t = np_time_over(p, at);
    return t && t->first == at && t->last > at + 1;
}

/* "حزب الله الشيعي", "مستوطنون يهود": the creed of a body, by its adjective, or of people without article, by a plural. */
static bool is_creed(np_parser *p, uint32_t at, const actor_mention *m)
{
    np_unit u = np_unit_at(p, at);
    wq_str form = p->part->token[at].form;
    if (u.table != LEX_AGENT || (u.clitics & ~(unsigned)MORPH_AL) ||
        !str_eq(lex_cell(p->lex, LEX_AGENT, u.row, "sector"), STR("REL")))
        return false;
    bool the = np_has_article(&p->part->token[at]);
    bool adjective = str_ends(form, STR(AR_YEH)) || str_ends(form, STR(AR_YEH AR_HEH));
    return m->kind == ACTOR_ORG ? the && adjective
                                : m->kind == ACTOR_GROUP && m->plural && !the &&
                                      !np_has_article(&p->part->token[m->first]);
}

/* "غربي", without article: west of what stands behind it. */
static bool is_side_of(const np_parser *p, uint32_t at)
{
    const morph_analysis *m = morph_as(&p->part->token[at], LEX_NOUN, -1);
    return m && !m->clitics && !str_ends(p->part->token[at].form, STR(AR_HEH)) &&
           str_eq(lex_cell(p->lex, LEX_NOUN, m->entry.row, "kind"), STR("direction"));
}

/* "the president [renewed] (جدد) the call", spelt like "new": an adjective without article describes nothing definite. */
static bool is_verb_behind(const np_parser *p, uint32_t at)
{
    return at > 0 && np_has_article(&p->part->token[at - 1]) &&
           !np_has_article(&p->part->token[at]) &&
           morph_as(&p->part->token[at], LEX_VERB, LEX_VERBFORM);
}

/* "the foreign ministry [summoned] a diplomat". */
static bool is_accusative_behind(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return str_ends(t->form, STR(AR_ALEF)) && !np_has_article(t) && np_has_article(t - 1);
}

/* "the chargé in Caracas, [highest] (أعلى) diplomat there": without article it describes nothing that has one. */
static bool is_of_none_definite(const np_parser *p, uint32_t at, const actor_mention *m)
{
    return !np_has_article(&p->part->token[at]) &&
           np_has_article(&p->part->token[m->first]);
}

/* The word is people of its own rather than an adjective; "acting" (بالوكالة) is no agency. */
static bool is_people_behind(np_parser *p, uint32_t at, const actor_mention *m)
{
    if (np_word_kind(p, at, STR("np_not_in_office")) ||
        np_unit_at(p, at).table != LEX_AGENT)
        return false;
    return ends_as_men(&p->part->token[at])
               ? !(m->agent && np_agent_is(p, m->agent - 1, STR("role")))
               : np_has_article(&p->part->token[at]) && m->kind != ACTOR_GROUP;
}

/* "عسكري", "حكومي" behind "مسؤول": its sector stands in the word's row. */
static uint32_t adjective(np_parser *p, uint32_t at, actor_mention *m)
{
    int64_t row = begins_time(p, at) ? -1 : np_function_row(p, at, STR("np_modifier"));
    if (row < 0 && np_is_calling(p, at, m))
        return at + 1;
    if (row < 0)
        return is_creed(p, at, m) ? at + 1 : joined_adjective(p, at);
    if (is_accusative_behind(p, at))
        return at;
    if (np_disagrees(p, at, m) || is_verb_behind(p, at) || is_of_none_definite(p, at, m))
        return at; /* "the authorities [arrested] the dissident" */
    if (is_side_of(p, at) && np_has_article(&p->part->token[at - 1]))
        return at; /* "the gunmen [west of] the town" */
    if (is_people_behind(p, at, m))
        return at; /* "... the opposition", "the authorities [threatened] the dissidents" */
    wq_str sector = lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value");
    if (sector.n && (m->kind == ACTOR_GROUP || m->kind == ACTOR_SOURCE))
        np_set_sectors(p, sector, m);
    return at + 1;
}

/* A state, an organisation, or somebody whose office says where he belongs. */
static uint32_t owner(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    uint32_t from = m->kind == ACTOR_ORG ? at : np_skip_quote(p, at);
    np_unit u = np_unit_at(p, from);
    if (u.table == LEX_TABLES && (m->office.p || m->kind == ACTOR_GROUP) &&
        np_past_each_of(p, at) > at)
        u = np_unit_at(p, np_past_each_of(p, at)); /* "minister of the Republic of ..." */
    if (is_owner(p, at, &u, m)) {
        set_owner(p, &u, m);
        *owned = true;
        return np_tells_where(&u, m) ? at : np_skip_quote(p, u.last);
    }
    int64_t servant = m->office.p ? np_function_row(p, m->first, STR("np_serves")) : -1;
    bool serves =
        servant >= 0 &&
        str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)servant, "value"), STR("li"));
    bool tied = is_construct(p, at) ? u.clitics == 0 : u.clitics == MORPH_LI && serves;
    bool may_serve = (m->office.p && !np_is_sole(p, m)) || m->kind == ACTOR_GROUP;
    return from == at && u.table == LEX_OFFICE && may_serve && tied
               ? master(p, &u, m, owned)
               : at;
}

/* "التابعة ل", "المدعومة من", "مرتبطة ب": the row of the participle at `at`, or -1. */
static int64_t tie_at(const np_parser *p, uint32_t at)
{
    return np_function_row(p, at, STR("np_tied"));
}

/* Whoever stands behind the preposition at `at`, or with one on him; his end, or 0. */
static uint32_t tied_to(np_parser *p, uint32_t at, actor_mention *of)
{
    np_parser inner = *p;
    bool apart = np_word_kind(p, at, STR("prep"));
    bool quoted = apart && np_is_quote(p, at + 1);
    if (!np_parse(&inner, at + apart + quoted, of) ||
        (of->clitics & (MORPH_WA | MORPH_FA)) ||
        apart == ((of->clitics & MORPH_PREPOSITION) != 0))
        return 0;
    np_finish(&inner, of);
    return of->last;
}

/* "forces that belong to Haftar" are of his country; those that a state stands behind need not be of that state. */
uint32_t np_tied(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    bool inside = at == p->head && at > m->first && tie_at(p, at - 1) >= 0;
    uint32_t tie = inside ? at - 1 : at;
    int64_t row = tie_at(p, tie);
    actor_mention of;
    uint32_t end = row < 0 || m->kind != ACTOR_GROUP ? 0 : tied_to(p, tie + 1, &of);
    if (!end)
        return at;
    bool owner = str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"), STR("of"));
    if (!m->a.country.p && (owner || of.kind != ACTOR_STATE)) {
        m->a.country = of.a.country;
        if (owner && of.kind == ACTOR_ORG)
            m->owner = of.a.id;
        if (!m->a.sector.p)
            np_set_sectors(p, of.a.sector, m);
    }
    *owned = true;
    return end;
}

/* "موفد الرئيس ماكرون": a man with his title, whose state it is; his end, or `at`. */
static uint32_t titled_owner(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    np_unit u = np_unit_at(p, at);
    if (!(m->office.p || m->kind == ACTOR_GROUP) || !is_construct(p, at) ||
        u.table != LEX_TITLE || u.clitics)
        return at;
    np_parser inner = *p;
    actor_mention of;
    if (!np_parse(&inner, at, &of) || of.kind != ACTOR_PERSON || !of.a.country.p)
        return at;
    m->a.country = of.a.country;
    *owned = true;
    return of.last;
}

static void take_body(np_parser *p, const actor_mention *body, bool sector,
                      actor_mention *m)
{
    m->a.country = body->a.country;
    if (sector)
        np_set_sectors(p, body->a.sector, m);
}

/* "القائم بأعمال سفارة العراق", "قائد شرطة دبي", "وفد الحكومة اليمنية": the body that an office or a group is of says whose it is. */
static uint32_t body_of_office(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    np_unit u = np_unit_at(p, at);
    bool group = m->kind == ACTOR_GROUP && m->agent && at == m->first + 1;
    bool led = np_are_led(p, at, &u, m);
    bool sent = group && np_agent_is(p, m->agent - 1, STR("delegation"));
    bool men =
        group && np_agent_is(p, m->agent - 1, STR("role")); /* "مسؤولو الحكومة السودانية" */
    if (!(m->office.p || group) || !is_construct(p, at) || u.table != LEX_AGENT ||
        (u.clitics & ~(unsigned)(men || sent || m->office.p ? MORPH_AL : 0)) ||
        np_agent_is(p, u.row, STR("role")) != led)
        return at;
    actor_mention body;
    uint32_t end = np_read_body(p, at, &u, &body);
    if (!body.a.country.p && !(sent && (u.clitics & MORPH_AL))) { /* the article may tell */
        end = np_known_body(p, at, end, &body, m);
        *owned = end > at;
        return end;
    }
    take_body(p, &body, led || (group && !m->a.sector.p), m);
    *owned = true;
    return end;
}

/* "طائرة مساعدات": what a carrier brings is told of by itself. */
static bool is_relief(const np_parser *p, uint32_t at)
{
    const morph_word *w = p->part->token[at].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        const lex_entry *e = &w->v[i].entry;
        if ((e->table == LEX_VERB || e->table == LEX_NOUN) &&
            lex_in_group(p->lex, STR("relief"),
                         lex_cell(p->lex, (lex_table)e->table, e->row, "id")))
            return true;
    }
    return false;
}

/* A noun as it stands, with no preposition on it: no "by a strike". */
static bool is_plain_noun(const text_token *t)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        bool noun = m->entry.table == LEX_STEM || m->entry.table == LEX_NOUN ||
                    (m->entry.table == LEX_VERB && m->entry.form == LEX_MASDAR);
        if (noun && !(m->clitics & ~(uint32_t)(MORPH_AL | MORPH_WA)))
            return true;
    }
    return false;
}

/* A bare common noun before an indefinite nationality; as a verb it would have an object in the accusative. */
static bool is_purpose(np_parser *p, uint32_t at, const np_unit *nisba)
{
    const text_token *t = &p->part->token[at];
    bool noun = is_plain_noun(t);
    bool verb = morph_as(t, LEX_VERB, LEX_VERBFORM) &&
                (nisba->feats & (LEX_F_ACC | LEX_F_PLUR | LEX_F_DUAL));
    return np_is_word(p, at) && noun && !verb && !is_relief(p, at) && !np_has_article(t) &&
           !str_ends(t->form, STR(AR_ALEF)) && !np_is_given(p, at) &&
           !morph_as(t, LEX_FUNCTION, -1) && np_unit_at(p, at).table == LEX_TABLES;
}

/* "طائرة تجسس هندية", "مسؤول دفاع أمريكي": what it is for stands between a head without the article and its nationality. */
static uint32_t purpose(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    np_unit nisba = { .table = LEX_TABLES };
    if (m->kind != ACTOR_GROUP || at != p->head || (m->clitics & MORPH_AL) ||
        !is_construct(p, at))
        return at;
    if (np_is_word(p, at + 1) && tie_at(p, at + 1) >= 0 && is_purpose(p, at, &nisba)) {
        uint32_t end = np_tied(p, at + 1, m, owned); /* "لجنة تحقيق تابعة للأمم المتحدة" */
        return end > at + 1 ? end : at;
    }
    if (!np_nisba_at(p, at + 1, &nisba) || nisba.clitics || !is_purpose(p, at, &nisba))
        return at;
    np_set_country(p, &nisba, m);
    *owned = p->nisba = true;
    return nisba.last;
}

/* "طائرات النظام", "مدفعية الجيش السوري": an armed group without the article is that of the body behind it, a union that of its
 * members ("نقابة الأطباء السودانية").                                                                                */
static uint32_t body_of_group(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    np_unit u = np_unit_at(p, at);
    bool group = m->kind == ACTOR_GROUP && m->agent;
    bool armed = group && str_eq(m->a.sector, STR("MIL")) &&
                 np_agent_is(p, m->agent - 1, STR("group"));
    bool members = group && str_eq(m->a.sector, STR("LAB")) &&
                   np_agent_is(p, m->agent - 1, STR("body"));
    if (!(armed || members) || !is_construct(p, at) || u.table != LEX_AGENT ||
        (u.clitics & ~(unsigned)MORPH_AL) || !np_has_article(&p->part->token[at]) ||
        (!members && np_agent_is(p, u.row, STR("role"))))
        return at;
    actor_mention body;
    uint32_t end = np_read_body(p, at, &u, &body);
    m->a.country = body.a.country;
    m->owner = body.owner;
    *owned = true;
    return end;
}

/* A body, or what it is for and a nationality. */
static uint32_t body_behind(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    uint32_t next = named_before(p, at, m, owned);
    if (next == at)
        next = body_of_office(p, at, m, owned);
    if (next == at)
        next = titled_owner(p, at, m, owned);
    if (next == at)
        next = purpose(p, at, m, owned);
    return next == at ? body_of_group(p, at, m, owned) : next;
}

/* One modifier at `at`; its end, or `at` where there is none. */
static uint32_t modifier(np_parser *p, uint32_t at, actor_mention *m, bool *owned)
{
    if ((!np_is_word(p, at) && !np_is_quote(p, at)) || np_are_other_men(p, at, m))
        return at;
    uint32_t next = nationality(p, at, m, owned);
    if (next == at)
        next = np_body_by_region(p, at, m, owned);
    if (next > at)
        return next;
    next = np_tied(p, at, m, owned);
    if (next == at && !*owned && !np_is_described(p, at, m))
        next = owner(p, at, m, owned);
    if (next == at && !*owned)
        next = membership(p, at, m, owned);
    if (next == at && np_is_word(p, at))
        next = adjective(p, at, m);
    if (next == at)
        next = np_destination(p, at, m);
    if (next == at)
        next = constituency(p, at, m);
    if (next == at && !*owned)
        next = body_behind(p, at, m, owned);
    if (next == at && !*owned && is_construct(p, at)) {
        next = np_province(p, at, m);
        *owned = next > at;
    }
    return next;
}

uint32_t np_modifiers(np_parser *p, uint32_t at, actor_mention *m)
{
    bool owned = m->a.country.p != NULL && m->kind != ACTOR_GROUP;
    p->nisba = false;
    p->head = at;
    if (m->kind == ACTOR_GROUP && (at = np_skip_model(p, at)) != p->head)
        p->head = at;
    for (int i = 0; i < MAX_MODIFIERS; i++) {
        uint32_t next = modifier(p, at, m, &owned);
        if (next == at)
            break;
        at = next;
    }
    return at;
}

uint32_t np_second_nisba(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u;
    if (!p->nisba || m->country2.p || !np_nisba_at(p, at, &u) ||
        u.clitics != (MORPH_WA | MORPH_AL) || !np_has_article(&p->part->token[at - 1]))
        return at;
    np_set_country(p, &u, m);
    return u.last;
}
