/* Mentions that refer back: "his counterpart", "his country", "the two sides", a bare office, a surname. */
#include "actor/np.h"

static bool is_somebody(const actor_mention *m)
{
    return m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE;
}

static const actor_mention *last_somebody(const np_parser *p)
{
    for (uint32_t i = p->list.n; i > 0; i--)
        if (is_somebody(&p->list.v[i - 1]))
            return &p->list.v[i - 1];
    return NULL;
}

static uint32_t nationality_after(np_parser *p, uint32_t at, actor_mention *m)
{
    np_unit u;
    if (!np_nisba_at(p, at, &u))
        return at;
    np_set_country(p, &u, m);
    return u.last;
}

/* "نظيره السوري [فيصل المقداد]": the same office, another country. */
static bool counterpart(np_parser *p, uint32_t at, actor_mention *out)
{
    const actor_mention *of = last_somebody(p);
    actor_mention m = { .first = at, .kind = ACTOR_OFFICE, .rule = "actor.counterpart" };
    uint32_t end = nationality_after(p, at + 1, &m);
    if (!of || end == at + 1)
        return false;
    m.office = of->office;
    m.a.role = of->a.role;
    m.a.sector = of->a.sector;
    m.a.sectors = of->a.sectors;
    m.a.n_sectors = of->a.n_sectors;
    np_unit u = np_unit_at(p, np_skip_quote(p, end));
    if (np_is_person_row(p, &u)) {
        m.name_first = np_skip_quote(p, end);
        np_fill_actor(p, &u, &m);
        m.name_last = end = u.last;
        end = np_skip_quote(p, end);
    } else {
        uint32_t next = np_name_run(p, end, 4);
        if (next > end) {
            m.kind = ACTOR_PERSON;
            m.name_first = end;
            m.name_last = next;
            m.a.name = text_slice(p->part, end, next);
            end = next;
        }
    }
    m.last = end;
    *out = m;
    return true;
}

/* "بلاده": the state of whoever was named last. */
static bool own_country(np_parser *p, uint32_t at, actor_mention *out)
{
    const actor_mention *of = last_somebody(p);
    int64_t row = of && of->a.country.p ? lex_row_by_id(p->lex, LEX_COUNTRY, of->a.country) : -1;
    if (row < 0)
        return false;
    actor_mention m = { .first = at, .last = at + 1, .rule = "actor.own-country" };
    np_unit u = { at + 1, 0, LEX_COUNTRY, (uint32_t)row, 0 };
    np_fill_state(p, &u, &m);
    m.place_like = false;
    *out = m;
    return true;
}

/* "الرئيسين الروسي فلاديمير بوتين والأمريكي جو بايدن": two of an office, each with nationality and perhaps name. */
static bool two_of_office(np_parser *p, uint32_t at, actor_mention *out)
{
    actor_mention m = { .first = at, .kind = ACTOR_GROUP, .plural = true, .definite = true,
                        .rule = "actor.two-of-office" };
    uint32_t end = nationality_after(p, at + 1, &m);
    if (end == at + 1)
        return false;
    for (uint32_t i = end; i < end + 8 && i < p->part->n_tokens && !m.country2.p; i++) {
        np_unit u;
        if (np_nisba_at(p, i, &u) && (u.clitics & MORPH_WA)) {
            np_set_country(p, &u, &m);
            end = i + 1;
        }
    }
    if (!m.country2.p)
        return false;
    m.last = end;
    np_unit person = np_unit_at(p, np_skip_quote(p, end));
    if (np_is_person_row(p, &person) && person.clitics == 0)
        m.last = person.last;
    np_set_sectors(p, STR("GOV"), &m);
    *out = m;
    return true;
}

/* "الجانبان", "البلدين": the last two countries named. */
static bool both_sides(np_parser *p, uint32_t at, actor_mention *out)
{
    actor_mention m = { .first = at, .last = at + 1, .kind = ACTOR_GROUP, .plural = true,
                        .definite = true, .rule = "actor.both-sides" };
    for (uint32_t i = p->list.n; i > 0 && !m.country2.p; i--) {
        wq_str c = p->list.v[i - 1].a.country;
        if (c.p && !m.a.country.p)
            m.a.country = c;
        else if (c.p && !str_eq(c, m.a.country))
            m.country2 = c;
    }
    if (!m.country2.p)
        return false;
    np_set_sectors(p, STR("GOV"), &m);
    *out = m;
    return true;
}

static uint16_t proclitics(np_parser *p, uint32_t at)
{
    const morph_analysis *m = morph_as(&p->part->token[at], LEX_FUNCTION, -1);
    return m ? m->clitics : 0;
}

bool np_refer(np_parser *p, uint32_t at, actor_mention *out)
{
    bool found = false;
    if (np_word_kind(p, at, STR("np_counterpart")))
        found = counterpart(p, at, out);
    else if (np_word_kind(p, at, STR("np_own_country")))
        found = own_country(p, at, out);
    else if (np_word_kind(p, at, STR("np_both_sides")))
        found = two_of_office(p, at, out) || both_sides(p, at, out);
    if (found)
        out->clitics = proclitics(p, at);
    return found;
}

static void copy_identity(const actor_mention *from, actor_mention *to)
{
    to->a.id = from->a.id;
    to->a.name = from->a.name;
    to->a.country = from->a.country;
    if (!to->a.role.p)
        to->a.role = from->a.role;
    if (!to->office.p)
        to->office = from->office;
    if (to->a.n_sectors == 0) {
        to->a.sector = from->a.sector;
        to->a.sectors = from->a.sectors;
        to->a.n_sectors = from->a.n_sectors;
    }
}

/* "the regime" after "the Assad regime": the same word, now without its country. */
static void link_group(np_parser *p, actor_mention *m)
{
    for (uint32_t i = p->list.n; i > 0 && m->definite; i--) {
        const actor_mention *before = &p->list.v[i - 1];
        if (before->kind == ACTOR_GROUP && before->agent == m->agent && before->a.country.p &&
            !before->country2.p) {
            m->a.country = before->a.country;
            m->a.id = before->a.id;
            m->rule = "actor.group-again";
            return;
        }
    }
}

void np_link(np_parser *p, actor_mention *m)
{
    if (m->kind == ACTOR_GROUP && !m->a.country.p)
        link_group(p, m);
    if (m->kind != ACTOR_OFFICE || m->a.country.p || !m->office.p)
        return;
    for (uint32_t i = p->list.n; i > 0; i--) {
        const actor_mention *before = &p->list.v[i - 1];
        if (is_somebody(before) && before->a.country.p && before->office.p &&
            str_eq(before->office, m->office)) {
            copy_identity(before, m);
            m->rule = "actor.office-again";
            return;
        }
    }
}
