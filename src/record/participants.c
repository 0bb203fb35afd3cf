/* Who took part in an event, from what its mentions say. */
#include "record/gather.h"

/* On which side a report has somebody may depend on where it looks from (visited, received); most decide. */
static uint8_t side_of(const gathered *e, wq_str actor)
{
    int balance = 0;
    const taking_part *first = NULL;
    for (uint32_t i = 0; i < e->n_parts; i++) {
        const taking_part *p = &e->part[i];
        if (!str_eq(p->who.id, actor))
            continue;
        balance += p->side ? 1 : -1;
        if (!first || p->mention < first->mention)
            first = p;
    }
    return balance ? balance > 0 : (first ? first->side : 0);
}

static bool is_first(const gathered *e, uint32_t at)
{
    for (uint32_t i = 0; i < at; i++)
        if (str_eq(e->part[i].who.id, e->part[at].who.id))
            return false;
    return true;
}

/* "the two countries", "a Russian delegation" say no more where somebody of that country is named on that side. */
static bool is_covered(const gathered *e, const taking_part *p, uint8_t side)
{
    for (uint32_t i = 0; i < e->n_parts && !p->who.named && p->who.country.n; i++) {
        const taking_part *o = &e->part[i];
        bool better = o->who.named || o->who.is_country;
        if (better && !str_eq(o->who.id, p->who.id) &&
            str_eq(o->who.country, p->who.country) && !p->who.is_country &&
            side_of(e, o->who.id) == side)
            return true;
    }
    return false;
}

static wq_str role_of(const gathered *e, wq_str actor)
{
    for (uint32_t i = 0; i < e->n_parts; i++)
        if (str_eq(e->part[i].who.id, actor) && e->part[i].who.role.p)
            return e->part[i].who.role;
    return (wq_str){ NULL, 0 };
}

static int64_t mentions_of(const gathered *e, wq_str actor)
{
    int64_t n = 0;
    for (uint32_t i = 0; i < e->n_parts; i++)
        n += str_eq(e->part[i].who.id, actor);
    return n;
}

wq_status gather_participants(gatherer *g, arena *a, const gathered *e)
{
    db_query *q = &g->stmt[G_PARTICIPANT];
    wq_status st = WQ_OK;
    (void)a;
    for (uint32_t i = 0; st == WQ_OK && i < e->n_parts; i++) {
        const taking_part *p = &e->part[i];
        uint8_t side = side_of(e, p->who.id);
        if (!is_first(e, i) || is_covered(e, p, side))
            continue;
        db_bind_text(q, 1, e->id);
        db_bind_text(q, 2, side ? STR("recipient") : STR("actor"));
        db_bind_text(q, 3, p->who.id);
        db_bind_text(q, 4, p->who.country);
        db_bind_text(q, 5, p->sector);
        db_bind_text(q, 6, role_of(e, p->who.id));
        db_bind_int(q, 7, mentions_of(e, p->who.id));
        st = db_exec(q, g->err);
    }
    return st;
}
