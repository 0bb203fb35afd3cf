/* Who took part in an event, from what its mentions say. */
#include "record/gather.h"

/* One participant, whatever the number of mentions that name him. */
typedef struct person_sum {
    const taking_part *first; /* of the earliest mention */
    wq_str role;
    int64_t mentions;
    int balance; /* mentions that have him as a recipient, less those as an actor */
} person_sum;

typedef struct sums {
    person_sum *v;
    uint32_t n;
} sums;

static person_sum *sum_of(sums *s, const taking_part *p)
{
    for (uint32_t i = 0; i < s->n; i++)
        if (str_eq(s->v[i].first->who.id, p->who.id))
            return &s->v[i];
    s->v[s->n] = (person_sum){ .first = p };
    return &s->v[s->n++];
}

static sums add_up(arena *a, const gathered *e)
{
    sums s = { ARENA_ARRAY(a, person_sum, e->n_parts + 1), 0 };
    for (uint32_t i = 0; i < e->n_parts; i++) {
        const taking_part *p = &e->part[i];
        person_sum *x = sum_of(&s, p);
        if (p->mention < x->first->mention)
            x->first = p;
        if (!x->role.p)
            x->role = p->who.role;
        x->balance += p->side ? 1 : -1;
        x->mentions++;
    }
    return s;
}

/* On which side a report has somebody may depend on where it looks from (visited, received); most decide. */
static bool is_recipient(const person_sum *x)
{
    return x->balance ? x->balance > 0 : x->first->side != 0;
}

/* "the two countries", "a Russian delegation" say no more where somebody of that country is named on that side. */
static bool is_covered(const sums *s, const person_sum *x)
{
    const merge_party *p = &x->first->who;
    for (uint32_t i = 0; i < s->n && !p->named && !p->is_country && p->country.n; i++) {
        const merge_party *o = &s->v[i].first->who;
        if ((o->named || o->is_country) && str_eq(o->country, p->country) &&
            is_recipient(&s->v[i]) == is_recipient(x))
            return true;
    }
    return false;
}

wq_status gather_participants(gatherer *g, arena *a, const gathered *e)
{
    db_query *q = &g->stmt[G_PARTICIPANT];
    wq_status st = WQ_OK;
    sums s = add_up(a, e);
    for (uint32_t i = 0; st == WQ_OK && i < s.n; i++) {
        const person_sum *x = &s.v[i];
        if (is_covered(&s, x))
            continue;
        db_bind_text(q, 1, e->id);
        db_bind_text(q, 2, is_recipient(x) ? STR("recipient") : STR("actor"));
        db_bind_text(q, 3, x->first->who.id);
        db_bind_text(q, 4, x->first->who.country);
        db_bind_text(q, 5, x->first->sector);
        db_bind_text(q, 6, x->role);
        db_bind_int(q, 7, x->mentions);
        st = db_exec(q, g->err);
    }
    return st;
}
