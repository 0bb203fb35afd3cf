/* Who is meant by what else is told in one breath: "denounced the arrests, and called for a release", "called on the crowd to leave,
 * warning that the police would": the demand and the threat go to whom the words before were turned on; "promised troops on a
 * visit to Mali": the promise to whom one meets.                                                                      */
#include "event/doer.h"

static bool is_by_same(const event_draft *a, const event_draft *b)
{
    return a->actor.list.n && b->actor.list.n &&
           role_is_same_party(&a->actor.list.v[0], &b->actor.list.v[0]);
}

/* A demand that the other side give something up; any threat. */
static bool wants_addressee(const event_draft *d)
{
    return d->recipient.list.n == 0 &&
           (str_eq(d->type, STR("THREATEN")) ||
            (str_eq(d->type, STR("REQUEST")) && str_eq(d->mode, STR("yield"))));
}

/* What the same people said of somebody in the sentence: last before, or where there is nothing, first behind ("threatened to
 * delay it, accusing Israel of"); NULL: nothing.                                                                        */
static const event_draft *said_beside(const coder_state *c, const event_draft *d)
{
    const event_draft *before = NULL, *behind = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *a = &c->drafts.v[i];
        bool words = str_listed(STR("ACCUSE|REQUEST|THREATEN"), '|', a->type);
        if (a == d || a->s != d->s || !words || !a->recipient.list.n || !is_by_same(a, d))
            continue;
        if (a->trigger < d->trigger)
            before = before && before->trigger > a->trigger ? before : a;
        else if (draft_same_clause(a, d))
            behind = behind && behind->trigger < a->trigger ? behind : a;
    }
    return before ? before : behind;
}

static wq_str land_of(const event_side *side)
{
    wq_str one = { NULL, 0 };
    for (uint32_t i = 0; i < side->list.n; i++) {
        wq_str land = side->list.v[i].country;
        if (!land.p || (one.p && !str_eq(one, land)))
            return (wq_str){ NULL, 0 };
        one = land;
    }
    return one;
}

/* A promise, a consent of a state that is told to be made to nobody; a deal, which was reached elsewhere, is neither, and
 * what is praised ("welcomed his readiness") was told before.                                                          */
static bool wants_partner(const coder_state *c, const event_draft *d)
{
    return d->recipient.list.n == 0 && str_eq(d->type, STR("AGREE")) &&
           d->status == WQ_OCCURRED && land_of(&d->actor).p &&
           !(d->s->item[d->trigger].clitics & MORPH_PREPOSITION) &&
           !needs_word(c, d, &d->s->item[d->trigger], STR("@deal,ittafaqa"));
}

/* The other side of a meeting, call or visit of that state, or of its support ("voiced solidarity with Turkey and its readiness to
 * help"); NULL: it is not of it, or not with one state.                                                                */
static const event_side *met_by(const event_draft *a, wq_str own)
{
    wq_str actor = land_of(&a->actor), other = land_of(&a->recipient);
    if (!actor.p || !other.p || str_eq(actor, other))
        return NULL;
    bool met = str_eq(
        a->type, STR("CONSULT")); /* "Putin praised his readiness" is no promise to Putin */
    return str_eq(actor, own)          ? &a->recipient
           : met && str_eq(other, own) ? &a->actor
                                       : NULL;
}

/* Does somebody else stand behind the promise of `d`, whom it may be about? */
static bool names_another(const event_draft *d)
{
    enum { REACH = 10 };
    wq_str own = land_of(&d->actor);
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->mark == '.')
            break;
        if (it->kind == ITEM_ADJ ||
            (it->kind == ITEM_ACTOR && !str_eq(it->actor->a.country, own)))
            return true;
    }
    return false;
}

/* A meeting; support of somebody beside a promise that names nobody, but no signing of a deal that is told of. */
static bool is_turned_on_one(const coder_state *c, const event_draft *a,
                             const event_draft *d)
{
    return str_eq(a->type, STR("CONSULT")) ||
           (str_eq(a->type, STR("SUPPORT")) && !names_another(d) &&
            !needs_word(c, a, &a->s->item[a->trigger], STR("@deal,@signing")));
}

/* Whom the same state meets, calls or visits in the sentence; NULL: nobody, or several. */
static const event_side *met_there(const coder_state *c, const event_draft *d)
{
    const event_side *one = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *a = &c->drafts.v[i];
        const event_side *met = a->s == d->s && is_turned_on_one(c, a, d)
                                    ? met_by(a, land_of(&d->actor))
                                    : NULL;
        if (met && one && !str_eq(land_of(met), land_of(one)))
            return NULL;
        one = met ? met : one;
    }
    return one;
}

void addressed_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        const event_draft *before = wants_addressee(d) ? said_beside(c, d) : NULL;
        const event_side *whom = before                ? &before->recipient
                                 : wants_partner(c, d) ? met_there(c, d)
                                                       : NULL;
        for (uint32_t k = 0; whom && k < whom->list.n; k++)
            role_add_actor(c, &whom->list.v[k], &d->recipient);
    }
}
