/* Whom a guest visits, where no words of the visit tell: where the clause before is ("from Baku, where he pays a visit"), or
 * "the country" of whoever receives him; and who the guest is whom they receive.                                       */
#include "event/doer.h"

const clause_item *role_where_item(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *where = &d->s->item[cl->first], *it = where - 1;
    if (cl->opener != OPEN_SUB || cl->first < 2 || !item_is_function(where, STR("sub")) ||
        !str_eq(where->value, STR("where")))
        return NULL;
    it -= item_is_comma(it);
    return it > d->s->item && where_is_toponym(it) ? it : NULL;
}

static bool add_where(coder_state *c, const event_draft *d, event_side *side)
{
    const clause_item *it = role_where_item(d);
    return it && role_add(c, d, it, side);
}

/* The visit that was told of last, in this sentence or the one before, where the pronoun on the trigger may mean who pays it. */
static const event_draft *last_visit(const coder_state *c, const event_draft *d)
{
    uint16_t pronoun = d->s->item[d->trigger].clitics & MORPH_PRONOUN;
    for (uint32_t i = c->drafts.n; pronoun && i > 0; i--) {
        const event_draft *v = &c->drafts.v[i - 1];
        if (v->s->part != d->s->part || v->s->sentence + 1 < d->s->sentence)
            break;
        if (!str_eq(v->mode, STR("visit")) || v->actor.list.n != 1)
            continue;
        const actor_mention *m = draft_mention(v, v->actor.list.v[0].span);
        return m && role_fits(m, pronoun) ? v : NULL;
    }
    return NULL;
}

static bool add_guest(coder_state *c, const event_draft *d, event_side *side)
{
    const event_draft *v = last_visit(c, d);
    if (v)
        role_add_mention(c, draft_mention(v, v->actor.list.v[0].span), side);
    return v;
}

/* "Received the minister who visits the country", "on the occasion of his visit to the country". */
static bool add_host(coder_state *c, const event_draft *d, event_side *side)
{
    enum { REACH = 3 };
    const clause *cl = draft_clause(d);
    const clause *above =
        cl->opener == OPEN_WHO && cl->parent >= 0 ? &d->s->clause[cl->parent] : cl;
    const actor_mention *host = role_mention(d->s, above->subject);
    if (!host || !host->a.country.p || host->country2.p || host->kind == ACTOR_SOURCE)
        return false;
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++)
        if (d->s->item[i].kind == ITEM_WORD &&
            needs_word(c, d, &d->s->item[i], STR("the_land"))) {
            role_add_country(c, d, i, host->a.country, side);
            return true;
        }
    return false;
}

bool role_of_visit(coder_state *c, const event_draft *d, wq_str slot, event_side *side)
{
    if (str_eq(slot, STR("where")))
        return add_where(c, d, side);
    return str_eq(slot, STR("host")) ? add_host(c, d, side) : add_guest(c, d, side);
}

/* ---- with the whole article read: "arrived in the country" ---------------------------------------- */

/* Where one of the sides of a meeting is the visitor, the state that all the others are of; n == 0: no such meeting. */
static wq_str met_by(const event_draft *v, const event_draft *d)
{
    const event_side *side[] = { &d->actor, &d->recipient };
    const wq_actor *guest = &v->actor.list.v[0];
    wq_str host = STR("");
    bool there = false;
    for (uint32_t k = 0; k < 2; k++)
        for (uint32_t i = 0; i < side[k]->list.n; i++) {
            const wq_actor *a = &side[k]->list.v[i];
            there |= role_is_same_party(a, guest);
            if (!a->country.p || str_eq(a->country, guest->country))
                continue;
            if (host.n && !str_eq(host, a->country))
                return STR("");
            host = a->country;
        }
    return there ? host : STR("");
}

/* Whose guest the visitor is: of those who receive or meet him face to face, else of the state that the article is about. */
static wq_str host_of(const coder_state *c, const event_draft *v)
{
    const wq_actor *guest = &v->actor.list.v[0];
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *d = &c->drafts.v[i];
        wq_str host =
            str_eq(d->type, STR("CONSULT")) && d->status == v->status &&
                    needs_among(c, STR("@receives"), event_cell(c, d->row, "word"))
                ? met_by(v, d)
                : STR("");
        if (host.n)
            return host;
    }
    return str_eq(c->about, guest->country) ? STR("") : c->about;
}

static bool take_host(coder_state *c, event_draft *v)
{
    enum { REACH = 4 };
    wq_str host = v->actor.list.n ? host_of(c, v) : STR("");
    for (uint32_t i = v->trigger + 1;
         host.n && i < v->s->n_items && i <= v->trigger + REACH; i++)
        if (needs_word(c, v, &v->s->item[i], STR("the_land"))) {
            role_add_country(c, v, i, host, &v->recipient);
            return true;
        }
    return false;
}

void guest_complete(coder_state *c)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *v = &c->drafts.v[i];
        bool open = v->recipient.list.n == 0 &&
                    str_ends(event_cell(c, v->row, "frame"), STR("R=land"));
        if (!open || take_host(c, v))
            c->drafts.v[n++] = *v;
    }
    c->drafts.n = n;
}
