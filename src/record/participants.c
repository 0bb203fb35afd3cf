/* Who took part in an event, from what its mentions say. */
#include "record/gather.h"

/* On which side a report has somebody may depend on where it looks from (visited, received); most decide. */
static uint8_t side_of(const gathered *e, wq_str actor)
{
    int balance = 0;
    const taking_part *first = NULL;
    for (uint32_t i = 0; i < e->n_parts; i++) {
        const taking_part *p = &e->part[i];
        if (!str_eq(p->actor, actor))
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
        if (str_eq(e->part[i].actor, e->part[at].actor))
            return false;
    return true;
}

/* "the two countries", "a Russian delegation" say no more where somebody of that country is named on that side. */
static bool is_covered(const gathered *e, const taking_part *p, uint8_t side)
{
    for (uint32_t i = 0; i < e->n_parts && !p->named && p->country.n; i++) {
        const taking_part *o = &e->part[i];
        bool better = o->named || o->actor.n == 3; /* a country by its code */
        if (better && !str_eq(o->actor, p->actor) && str_eq(o->country, p->country) &&
            p->actor.n != 3 && side_of(e, o->actor) == side)
            return true;
    }
    return false;
}

static wq_str role_of(const gathered *e, wq_str actor)
{
    for (uint32_t i = 0; i < e->n_parts; i++)
        if (str_eq(e->part[i].actor, actor) && e->part[i].role.p)
            return e->part[i].role;
    return (wq_str){ NULL, 0 };
}

static int64_t mentions_of(const gathered *e, wq_str actor)
{
    int64_t n = 0;
    for (uint32_t i = 0; i < e->n_parts; i++)
        n += str_eq(e->part[i].actor, actor);
    return n;
}

wq_status gather_participants(gatherer *g, arena *a, const gathered *e)
{
    db_query *q = &g->stmt[G_PARTICIPANT];
    wq_status st = WQ_OK;
    (void)a;
    for (uint32_t i = 0; st == WQ_OK && i < e->n_parts; i++) {
        const taking_part *p = &e->part[i];
        uint8_t side = side_of(e, p->actor);
        if (!is_first(e, i) || is_covered(e, p, side))
            continue;
        db_bind_text(q, 1, e->id);
        db_bind_text(q, 2, side ? STR("recipient") : STR("actor"));
        db_bind_text(q, 3, p->actor);
        db_bind_text(q, 4, p->country);
        db_bind_text(q, 5, p->sector);
        db_bind_text(q, 6, role_of(e, p->actor));
        db_bind_int(q, 7, mentions_of(e, p->actor));
        st = db_exec(q, g->err);
    }
    return st;
}
