/* Names that stand behind all that their title is of: "the political secretary of the party So-and-so", "the party official (القيادي
 * الحزبي) So-and-so".  The title was a mention of its own until the name came.                                         */
#include "actor/np.h"

enum { MOST_WORDS = 2 }; /* between a title and what follows it */

/* Somebody without a name: one man by a common noun, or the holder of an office that many hold. */
static bool is_title(np_parser *p, const actor_mention *t)
{
    if (t->first < p->sentence_first || t->plural || t->a.id.p || t->pair)
        return false;
    if (t->kind == ACTOR_OFFICE) {
        int64_t row = t->office.p ? lex_row_by_id(p->lex, LEX_OFFICE, t->office) : -1;
        return row >= 0 &&
               str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("0"));
    }
    return t->kind == ACTOR_GROUP && t->agent &&
           np_agent_is(p, t->agent - 1, STR("role")) &&
           np_has_article(&p->part->token[t->first]);
}

/* Only words of the title lie between tokens `from` and `to`: its adjectives, what it is the head of. */
static bool is_of_title(np_parser *p, uint32_t from, uint32_t to)
{
    if (from > to || to - from > MOST_WORDS)
        return false;
    for (uint32_t i = from; i < to; i++)
        if (!np_is_filler(p, i) || str_starts(p->part->token[i].form, STR(AR_WAW)))
            return false;
    return true;
}

/* "of the party" (للحزب), right before the name. */
static bool is_owner(const np_parser *p, const actor_mention *o, uint32_t name)
{
    return o->last == name && o->first >= p->sentence_first && (o->clitics & MORPH_LI) &&
           !(o->clitics & MORPH_WA) && (o->kind == ACTOR_ORG || o->kind == ACTOR_GROUP);
}

/* The title of the name that begins at token `name`, and whose it is; how many mentions they are, or 0. */
static uint32_t title_of(np_parser *p, uint32_t name, const actor_mention **title,
                         const actor_mention **owner)
{
    const actor_mention *last = p->list.n ? &p->list.v[p->list.n - 1] : NULL;
    *owner = last && is_owner(p, last, name) ? last : NULL;
    *title = !*owner ? last : p->list.n > 1 ? last - 1 : NULL;
    uint32_t end = *owner ? (*owner)->first : name;
    if (!*title || !is_title(p, *title) || !is_of_title(p, (*title)->last, end) ||
        (!*owner && (*title)->last == end) || !np_in_paragraph(p, (*title)->first, name))
        return 0;
    return *owner ? 2 : 1;
}

static void take_sector(const actor_mention *from, actor_mention *m)
{
    if (m->a.n_sectors || !from)
        return;
    m->a.sector = from->a.sector;
    m->a.sectors = from->a.sectors;
    m->a.n_sectors = from->a.n_sectors;
}

/* Takes `n` mentions off the list, and what was noted of how they are called. */
static void drop_last(np_parser *p, uint32_t n)
{
    p->list.n -= n;
    if (p->called.n > p->list.n)
        p->called.n = p->list.n;
}

/* "the Saudi crown prince [the premier, Prince So-and-so]": two phrases side by side of one man are one. */
static bool take_same(np_parser *p, actor_mention *m)
{
    const actor_mention *last = p->list.n ? &p->list.v[p->list.n - 1] : NULL;
    if (!last || m->kind != ACTOR_PERSON || !m->a.id.p || m->clitics ||
        last->last != m->first || last->kind != ACTOR_OFFICE || last->plural ||
        last->name_last > last->name_first || !str_eq(last->a.id, m->a.id))
        return false;
    m->first = last->first;
    m->clitics = last->clitics;
    drop_last(p, 1);
    return true;
}

/* "leaders [and members of the group]": a bare plural joined to another whose body is told is of that body, too; they are one. */
static bool take_joined(np_parser *p, actor_mention *m)
{
    const actor_mention *last = p->list.n ? &p->list.v[p->list.n - 1] : NULL;
    if (!last || m->kind != ACTOR_GROUP || m->clitics != MORPH_WA || !m->plural ||
        m->last == m->first + 1 || last->last != m->first || last->kind != ACTOR_GROUP ||
        !last->plural || last->last != last->first + 1 || !last->agent || !m->agent ||
        np_has_article(&p->part->token[last->first]) ||
        np_has_article(&p->part->token[m->first]) ||
        !np_agent_is(p, last->agent - 1, STR("role")) ||
        !np_agent_is(p, m->agent - 1, STR("men")))
        return false;
    m->first = last->first;
    m->clitics = last->clitics;
    drop_last(p, 1);
    return true;
}

void np_take_title(np_parser *p, actor_mention *m)
{
    if (take_same(p, m) || take_joined(p, m))
        return;
    const actor_mention *title, *owner;
    uint32_t n = m->kind == ACTOR_PERSON && m->first == m->name_first && !m->clitics
                     ? title_of(p, m->first, &title, &owner)
                     : 0;
    wq_str country = !n                             ? (wq_str){ NULL, 0 }
                     : title->a.country.p || !owner ? title->a.country
                                                    : owner->a.country;
    if (!n || (country.p && m->a.country.p && !str_eq(country, m->a.country)))
        return;
    m->first = title->first;
    m->clitics = title->clitics;
    m->fem = title->fem;
    m->agent = title->agent;
    m->a.country = m->a.country.p ? m->a.country : country;
    if (!m->office.p)
        np_copy_office(title, m);
    take_sector(title, m);
    take_sector(owner, m);
    m->rule = "actor.titled";
    drop_last(p, n);
}
