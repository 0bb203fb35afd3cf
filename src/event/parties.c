/* "The deal that was reached last week in Vienna": who agreed or met, where such words name nobody and the article tells of one pair
 * of parties alone who meet and agree.                                                                                  */
#include "event/draft.h"

static bool is_mutual(const coder_state *c, const event_draft *d)
{
    return event_type_cell(c, d->type, "symmetric").p &&
           str_eq(event_type_cell(c, d->type, "quad"), STR("1"));
}

static uint32_t sides_of(const event_draft *d)
{
    return d->actor.list.n + d->recipient.list.n;
}

static const wq_actor *side_at(const event_draft *d, uint32_t i)
{
    return i < d->actor.list.n ? &d->actor.list.v[i]
                               : &d->recipient.list.v[i - d->actor.list.n];
}

/* Is each of one's states a side of the other, too? */
static bool covers(const event_draft *one, const event_draft *other)
{
    for (uint32_t i = 0; i < sides_of(other); i++) {
        bool found = false;
        for (uint32_t k = 0; k < sides_of(one); k++)
            found |= str_eq(side_at(one, k)->country, side_at(other, i)->country);
        if (!found)
            return false;
    }
    return true;
}

/* Sides of two states at least, all known: states, bodies, fighters; one man's talks are his own. */
static bool is_between_states(const event_draft *d)
{
    bool several = false;
    for (uint32_t i = 0; i < sides_of(d); i++) {
        const actor_mention *m = draft_mention(d, side_at(d, i)->span);
        bool one = m && (m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE);
        if (!side_at(d, i)->country.n || one)
            return false;
        several |= !str_eq(side_at(d, i)->country, side_at(d, 0)->country);
    }
    return several;
}

/* Of the same type, or a deal that both have signed. */
static bool is_of_type(const event_draft *d, wq_str type)
{
    bool signed_by_all = str_eq(d->type, STR("SUPPORT")) && str_eq(type, STR("AGREE")) &&
                         d->recipient.list.n == 0;
    return signed_by_all || str_eq(d->type, type);
}

/* The event of a type whose parties are those of all others of it; NULL where there is none, or several pairs meet. */
static const event_draft *only_parties(const coder_state *c, wq_str type)
{
    const event_draft *only = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *d = &c->drafts.v[i];
        if (!is_of_type(d, type) || !is_between_states(d))
            continue;
        if (only && (!covers(only, d) || !covers(d, only)))
            return NULL;
        only = only ? only : d;
    }
    return only;
}

static bool are_of_two_states(const event_draft *d)
{
    for (uint32_t i = 1; i < sides_of(d); i++)
        if (side_at(d, i)->country.n && side_at(d, 0)->country.n &&
            !str_eq(side_at(d, i)->country, side_at(d, 0)->country))
            return true;
    return false;
}

/* The talks told of last before the draft, in its sentence or the one before, where they have two sides; NULL: none. */
static const event_draft *talks_before(const coder_state *c, const event_draft *d)
{
    const event_draft *last = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *t = &c->drafts.v[i];
        bool near =
            t->s->part == d->s->part && t->s->sentence + 1 >= d->s->sentence &&
            (t->s == d->s ? t->trigger < d->trigger : t->s->sentence < d->s->sentence);
        if (!near || !str_eq(t->type, STR("CONSULT")) || !are_of_two_states(t))
            continue;
        bool later = !last || t->s->sentence > last->s->sentence ||
                     (t->s == last->s && t->trigger > last->trigger);
        last = later ? t : last;
    }
    return last;
}

static void take_parties(coder_state *c, const event_draft *from, event_draft *d)
{
    for (uint32_t k = 0; k < sides_of(from); k++)
        *vec_push(c->mem, &d->actor.list) = *side_at(from, k);
    d->parties = true;
}

void parties_of_talks(coder_state *c)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        bool open =
            sides_of(d) == 0 && str_eq(event_cell(c, d->row, "frame"), STR("A=talkers"));
        const event_draft *talks = open ? talks_before(c, d) : NULL;
        if (talks)
            take_parties(c, talks, d);
        d->lacks_sides = open && !talks;
    }
    for (uint32_t i = 0; i < c->drafts.n; i++)
        if (!c->drafts.v[i].lacks_sides)
            c->drafts.v[n++] = c->drafts.v[i];
    c->drafts.n = n;
}

/* "a meeting of the two may be held by mediation of": the talks or the deal of the same sentence with two sides, which the mediator
 * himself is not of; NULL: none.                                                                                        */
static const event_draft *mediated(const coder_state *c, const event_draft *d)
{
    const event_draft *one = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *t = &c->drafts.v[i];
        bool with = false;
        for (uint32_t k = 0; k < sides_of(t); k++)
            with = with || str_eq(side_at(t, k)->country, d->actor.list.v[0].country);
        if (t->s == d->s && t != d && !with && are_of_two_states(t) &&
            str_listed(STR("CONSULT|AGREE"), '|', t->type))
            one = t;
    }
    return one;
}

static void mediator_complete(coder_state *c, event_draft *d)
{
    bool open =
        str_eq(d->mode, STR("third-party")) && d->actor.list.n && d->recipient.list.n == 0;
    const event_draft *of = open ? mediated(c, d) : NULL;
    for (uint32_t k = 0; of && k < sides_of(of); k++)
        role_add_actor(c, side_at(of, k), &d->recipient);
}

void parties_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        mediator_complete(c, d);
        if (!is_mutual(c, d) || sides_of(d) > 0 || str_eq(d->mode, STR("multilateral")))
            continue;
        const event_draft *only = only_parties(c, d->type);
        if (!only)
            continue;
        take_parties(c, only, d);
    }
}
