/* Two of an office: "his Syrian counterpart", "the foreign ministers of Egypt and Turkey", "the two presidents". */
#include "actor/np.h"
#include "script/letters.h"

enum { REACH = 300 }; /* how many mentions back */

/* "الحكومة ... نظيرتها": a body of this sentence that the pronoun on "counterpart" agrees with. */
static const actor_mention *last_body(const np_parser *p, uint32_t at)
{
    const actor_mention *m = np_back(p, 0);
    bool feminine = str_ends(p->part->token[at].form, STR(AR_TEH AR_HEH AR_ALEF));
    bool body = feminine && m && p->list.n && m->first >= p->sentence_first &&
                m->kind == ACTOR_GROUP && m->fem;
    return body ? m : NULL;
}

/* "in Qatar": the state, behind "his counterpart"; its end, or `at`. */
static uint32_t state_in(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u = np_unit_at(p, at + 1);
    if (!np_word_kind(p, at, STR("np_where")) || u.clitics ||
        (u.table != LEX_COUNTRY && u.table != LEX_METONYM))
        return at;
    np_set_country(p, &u, m);
    return u.last;
}

/* The name at `at`, or behind one word like "elect", "former"; its end, or `at`. */
static uint32_t name_of_counterpart(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t end = np_name_after(p, at, m);
    if (end > at || !np_word_kind(p, at, STR("np_modifier")))
        return end;
    end = np_name_after(p, at + 1, m);
    return end > at + 1 ? end : at;
}

/* "نظيره وزير خارجية روسيا سيرغي لافروف": the office said again, with its state; its end, or `at`. */
static uint32_t office_again(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u = { .table = LEX_TABLES };
    if (np_is_word(p, at))
        u = np_unit_at(p, at);
    if (u.table != LEX_OFFICE || u.clitics)
        return at;
    actor_mention again = { .first = at, .kind = ACTOR_OFFICE };
    np_fill_office(p, &u, &again);
    uint32_t end = np_modifiers(p, np_ministry(p, u.last, &again), &again);
    if (!again.a.country.p || !np_is_state_code(again.a.country))
        return at;
    m->a.country = again.a.country;
    return end;
}

/* Whose counterpart it is: the last one of the sentence whom no preposition governs ("met, close to X, his counterpart"). */
static const actor_mention *whose_counterpart(const np_parser *p)
{
    const actor_mention *m;
    for (uint32_t i = 0; i < p->list.n && (m = np_back(p, i))->first >= p->sentence_first;
         i++) {
        bool governed =
            (m->clitics & MORPH_PREPOSITION) ||
            (m->first > p->sentence_first && np_word_kind(p, m->first - 1, STR("prep")));
        if (np_is_somebody(m) && !governed)
            return m;
    }
    return np_last_somebody(p, false);
}

/* "نظيره المالي": a nationality spelt like an adjective (financial), which it is nowhere else; its end, or `at`. */
static uint32_t rare_nationality(const np_parser *p, uint32_t at, actor_mention *m)
{
    int64_t row =
        at < p->part->n_tokens ? np_function_row(p, at, STR("np_rare_nisba")) : -1;
    if (row < 0)
        return at;
    m->a.country = lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value");
    return at + 1;
}

/* "نظيره السوري [فيصل المقداد]": the same office, another country. */
bool np_counterpart(np_parser *p, uint32_t at, actor_mention *out)
{
    const actor_mention *of = last_body(p, at), *who = whose_counterpart(p);
    actor_mention m = { .first = at, .kind = ACTOR_OFFICE, .rule = "actor.counterpart" };
    uint32_t end = np_nationality_after(p, at + 1, &m);
    if (end == at + 1)
        end = state_in(p, at + 1, &m);
    if (end == at + 1)
        end = rare_nationality(p, at + 1, &m);
    if (end == at + 1)
        end = office_again(p, end, &m);
    if (end == at + 1)
        return false;
    if (!of &&
        !who) { /* "At a meeting with his Iraqi counterpart So-and-so, the minister said": the name tells who he is */
        m.last = name_of_counterpart(p, end, &m);
        *out = m;
        return m.kind == ACTOR_PERSON;
    }
    if (of) {
        m.kind = ACTOR_GROUP;
        m.agent = of->agent;
        m.fem = true;
        m.definite = true;
        np_copy_office(of, &m);
        m.last = end;
        *out = m;
        return true;
    }
    np_copy_office(who, &m);
    m.last = name_of_counterpart(p, end, &m);
    m.rule = "actor.counterpart";
    *out = m;
    return true;
}

/* "Arab", "in the Cooperation Council", nothing: whose colleagues they are; the end of what tells it. */
static uint32_t whose_colleagues(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t end = np_nationality_after(p, at, m);
    if (end > at)
        return end;
    if (np_function_row(p, at, STR("np_of_body")) >= 0)
        return at + 1; /* states of a region: no code of their own */
    np_unit u = { .table = LEX_TABLES };
    if (np_word_kind(p, at, STR("np_where")))
        u = np_unit_at(p, at + 1);
    if (u.table != LEX_ACTOR || np_is_person_row(p, &u) || u.clitics)
        return at;
    np_set_country(p, &u, m);
    return u.last;
}

/* "نظراءه العرب", "نظرائه في مجلس التعاون": many of the same office. */
bool np_counterparts(np_parser *p, uint32_t at, actor_mention *out)
{
    const actor_mention *who = whose_counterpart(p);
    actor_mention m = {
        .first = at, .kind = ACTOR_OFFICE, .plural = true, .rule = "actor.counterpart"
    };
    if (!who || !who->office.p)
        return false;
    m.last = whose_colleagues(p, at + 1, &m);
    np_copy_office(who, &m);
    *out = m;
    return true;
}

/* A state behind "the two ministers", by name or nationality, and perhaps a name; behind the article no name of a state. */
static uint32_t whose(np_parser *p, uint32_t at, actor_mention *m)
{
    uint32_t end = np_nationality_after(p, at, m);
    np_unit u = np_unit_at(p, at);
    bool named = at == 0 || !np_has_article(&p->part->token[at - 1]) || at == m->first;
    bool state = u.table == LEX_COUNTRY || u.table == LEX_METONYM;
    bool body = u.table == LEX_ACTOR && u.clitics == 0 && !np_is_person_row(p, &u);
    if (end == at && named && (state || body)) {
        np_set_country(p, &u, m);
        end = u.last;
    }
    return end > at ? np_name_after(p, end, m) : at;
}

/* "الرئيسين", "وزيرا خارجية": the row of the words at `at`. */
static bool two_head(np_parser *p, uint32_t at, match_hit *head, uint32_t *row)
{
    match_hit room[MATCH_MAX];
    uint32_t n;
    const match_hit *hit = match_list(p->lex, p->part, at, room, &n);
    for (uint32_t h = 0; h < n; h++)
        for (uint32_t i = 0; (hit[h].kinds & str_bit(STR("np_two"))) && i < hit[h].n; i++) {
            const lex_entry *e = &hit[h].entry[i];
            if (e->table != LEX_FUNCTION ||
                !str_eq(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), STR("np_two")))
                continue;
            *head = hit[h];
            *row = e->row;
            return true;
        }
    return false;
}

/* Is `m` one of the holders meant by "the two ...": of one of these offices ("president|king"), of any office ("*"), or,
 * where none is named, any minister?                                                                                  */
static bool is_holder(const actor_mention *m, wq_str offices)
{
    if (!m->office.p)
        return false;
    if (offices.n == 0)
        return str_ends(m->office, STR("_minister"));
    return str_eq(offices, STR("*")) || str_listed(offices, '|', m->office);
}

/* The last of them, of no state that `not` is of. */
static const actor_mention *last_holder(const np_parser *p, wq_str offices,
                                        const actor_mention * not )
{
    const actor_mention *m;
    for (uint32_t i = 0; i < REACH && (m = np_back(p, i)) != NULL; i++)
        if (np_is_somebody(m) && is_holder(m, offices) && !m->plural &&
            np_is_state_code(m->a.country) &&
            !(not &&str_eq(not ->a.country, m->a.country)))
            return m;
    return NULL;
}

/* Of three states within a few sentences nobody knows which two. */
static bool is_third_near(const np_parser *p, wq_str offices, const actor_mention *one,
                          const actor_mention *two)
{
    enum { NEAR = 3 };
    uint32_t from = p->sentence_first;
    for (uint32_t i = 0; i < NEAR && from > 0; i++)
        from = np_sentence_of(p->part, from - 1);
    const actor_mention *m;
    for (uint32_t i = 0; i < p->list.n && i < REACH && (m = np_back(p, i))->first >= from;
         i++)
        if (np_is_somebody(m) && is_holder(m, offices) && np_is_state_code(m->a.country) &&
            !str_eq(m->a.country, one->a.country) && !str_eq(m->a.country, two->a.country))
            return true;
    return false;
}

/* "الرئيسان", alone: the last two presidents, both or none; of ministers rather two of one department. */
static bool both_again(const np_parser *p, wq_str offices, actor_mention *m)
{
    const actor_mention *one = last_holder(p, offices, NULL);
    const actor_mention *two = one ? last_holder(p, one->office, one) : NULL;
    two = one && !two ? last_holder(p, offices, one) : two;
    bool many = str_find(offices, STR("|")) >= 0 || str_eq(offices, STR("*"));
    if (!two || (many && is_third_near(p, offices, one, two)))
        return false;
    wq_actor *second = ARENA_NEW(p->mem, wq_actor);
    *second = one->a;
    m->a = two->a; /* as the text has named them */
    m->office = two->office;
    m->second = second;
    m->rule = "actor.both-again";
    return true;
}

/* "وزيرا", "الرئيسين"; not "وزراء", "السفراء". */
static bool is_dual(wq_str form)
{
    return str_ends(form, STR(AR_NOON)) || str_ends(form, STR(AR_ALEF)) ||
           str_ends(form, STR(AR_YEH));
}

/* "The two ministers", of whom nothing follows: who was named before, or whose states the sentence names. */
static bool nothing_told(np_parser *p, uint32_t at, uint32_t end, wq_str offices,
                         actor_mention *m)
{
    if (!np_has_article(&p->part->token[end - 1]) || !is_dual(p->part->token[at].form) ||
        !(both_again(p, offices, m) || np_two_ahead(p, end, m)))
        return false;
    m->last = end;
    m->plural = true;
    m->definite = true;
    m->sure = 80;
    return true;
}

/* "(met) the two presidents", whoever they are: two all the same, right behind a verb.  Two ministers may be of one state. */
static bool nobody_knows(const np_parser *p, uint32_t at, const match_hit *head,
                         actor_mention *m)
{
    uint32_t end = at + head->tokens;
    bool subject =
        at > p->sentence_first && morph_as(&p->part->token[at - 1], LEX_VERB, LEX_VERBFORM);
    if (!subject || !m->office.p || head->clitics ||
        !np_has_article(&p->part->token[end - 1]) ||
        !str_ends(p->part->token[at].form, STR(AR_ALEF AR_NOON)))
        return false;
    m->last = end;
    m->plural = true;
    m->definite = true;
    m->rule = "actor.two-of-them";
    return true;
}

/* The office of a row of two: the first of those it can be; -1: none in particular. */
static int64_t first_office(const np_parser *p, wq_str offices)
{
    wq_str one;
    return offices.n && str_next(&offices, '|', &one) && one.n
               ? lex_row_by_id(p->lex, LEX_OFFICE, one)
               : -1;
}

/* "سفيرا لمصر": what belongs to somebody by li- is one, and indefinite. */
static bool is_one_to(const np_parser *p, uint32_t at)
{
    return np_is_word(p, at) && !np_has_article(&p->part->token[at - 1]) &&
           p->part->token[at].morph && (p->part->token[at].morph->clitics & MORPH_LI) &&
           str_starts(p->part->token[at].form, STR(AR_LAM));
}

/* "الرئيسين الروسي فلاديمير بوتين والأمريكي جو بايدن": the first of two, np_second() finds the other. */
bool np_one_of_two(np_parser *p, uint32_t at, actor_mention *out)
{
    match_hit head;
    uint32_t row;
    if (!two_head(p, at, &head, &row))
        return false;
    uint32_t end = at + head.tokens;
    if (np_has_tanween(p, end - 1) || is_one_to(p, end))
        return false;
    np_unit nisba;
    if (np_nisba_at(p, end, &nisba) && (nisba.feats & LEX_F_PLUR))
        return false; /* "the Egyptian officials" are many of one state */
    actor_mention m = { .first = at, .kind = ACTOR_OFFICE, .clitics = head.clitics };
    wq_str office = lex_cell(p->lex, LEX_FUNCTION, row, "value");
    int64_t known = first_office(p, office);
    const actor_mention *of = np_last_somebody(p, false);
    np_unit u = { .last = at + 1, .table = LEX_OFFICE, .row = (uint32_t)known };
    if (known >= 0)
        np_fill_office(p, &u, &m);
    else if (of)
        np_copy_office(of, &m);
    uint32_t from = np_past_each_of(p, end);
    m.last = whose(p, from, &m);
    m.fem = false;
    m.plural = m.a.country.p && !np_is_state_code(m.a.country) && /* "of the Union" */
               !is_dual(p->part->token[at].form);
    m.rule = "actor.one-of-two";
    *out = m;
    return m.last > from || np_named_pair(p, from, out) ||
           nothing_told(p, at, end, office, out) ||
           (known >= 0 && nobody_knows(p, at, &head, out));
}

/* "President So-and-so of Sudan (الرئيس السوداني فلان)": a name behind the nationality of an office, where another such may follow. */
static bool is_named_by_nation(np_parser *p, const actor_mention *m)
{
    np_unit u;
    return m->kind == ACTOR_PERSON && m->office.p && m->name_first > m->first &&
           m->name_last == m->last && np_nisba_at(p, m->name_first - 1, &u);
}

/* The one whom the nationality at `at` goes on from, a comma between them or not; NULL: nobody. */
static const actor_mention *first_of(np_parser *p, uint32_t at)
{
    const actor_mention *m = np_back(p, 0);
    bool next = m && (m->last == at || (m->last + 1 == at && np_is_comma(p, m->last)));
    return next && m->first >= p->sentence_first ? m : NULL;
}

/* "President So-and-so of Sudan and (him) of Chad (والتشادي فلان)": the nationality needs a name of its own there. */
static bool named_second(np_parser *p, const np_unit *u, const actor_mention *first,
                         actor_mention *m)
{
    if (!(u->clitics & MORPH_AL) || (u->feats & (LEX_F_PLUR | LEX_F_DUAL)) ||
        !is_named_by_nation(p, first))
        return false;
    np_set_country(p, u, m);
    m->last = np_name_after(p, u->last, m);
    return m->last > u->last && m->kind == ACTOR_PERSON &&
           !str_eq(m->a.country, first->a.country);
}

bool np_second(np_parser *p, uint32_t at, actor_mention *out)
{
    const actor_mention *first = first_of(p, at);
    if (!first)
        return false;
    bool one_of = str_eq(str_of(first->rule), STR("actor.one-of-two")) ||
                  str_eq(str_of(first->rule), STR("actor.second-of-two")) ||
                  str_eq(str_of(first->rule), STR("actor.counterpart"));
    np_unit u;
    bool nisba = np_nisba_at(p, at, &u);
    if (!nisba)
        u = np_unit_at(p, at);
    if (!(u.clitics & MORPH_WA) || (u.table != LEX_COUNTRY && u.table != LEX_METONYM))
        return false;
    actor_mention m = { .first = at, .kind = ACTOR_OFFICE, .clitics = MORPH_WA };
    np_copy_office(first, &m);
    m.rule = "actor.second-of-two";
    if (nisba && named_second(p, &u, first, &m)) {
        *out = m;
        return true;
    }
    if (!one_of || first->last != at)
        return false;
    m = (actor_mention){ .first = at, .kind = ACTOR_OFFICE, .clitics = MORPH_WA };
    np_copy_office(first, &m);
    m.last = whose(p, at, &m);
    m.rule = "actor.second-of-two";
    *out = m;
    return m.last > at;
}
