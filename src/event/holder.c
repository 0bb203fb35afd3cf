/* Who held an office when it happened: "the French president had visited Cairo in April 2016" in an article of 2021. */
#include "event/draft.h"

/* What his office is of: an organisation, or a state. */
static wq_str seat(const actor_mention *m)
{
    return m->owner.p ? m->owner : m->a.country;
}

/* One holder on the first and the last day of when it happened; p == NULL: unknown, or a change between them. */
static wq_str holder_then(const coder_state *c, const event_draft *d,
                          const actor_mention *m)
{
    wq_str id = actor_holder(c->lex, m->office, seat(m), d->time->first_day);
    wq_str last = actor_holder(c->lex, m->office, seat(m), d->time->last_day);
    return id.p && last.p && str_eq(id, last) ? id : (wq_str){ NULL, 0 };
}

/* An office without a name that was resolved on the day of publication, as against one of whom the article tells more. */
static bool is_of_today(const coder_state *c, const actor_mention *m, const wq_actor *a)
{
    if (!m || m->kind != ACTOR_OFFICE || !m->office.p || m->plural || !a->id.p)
        return false;
    return str_eq(a->id, actor_holder(c->lex, m->office, seat(m), c->published));
}

static void settle_side(coder_state *c, event_draft *d, event_side *side)
{
    for (uint32_t i = 0; i < side->list.n; i++) {
        wq_actor *a = &side->list.v[i];
        const actor_mention *m = draft_mention(d, a->span);
        if (!is_of_today(c, m, a))
            continue;
        wq_str then = holder_then(c, d, m);
        if (then.p && str_eq(then, a->id))
            continue;
        int64_t row = then.p ? lex_row_by_id(c->lex, LEX_ACTOR, then) : -1;
        a->id = row < 0 ? (wq_str){ NULL, 0 } : then;
        a->name = row < 0 ? (wq_str){ NULL, 0 }
                          : lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "name");
        d->holder_then = true;
    }
}

void holder_settle(coder_state *c, event_draft *d)
{
    const time_expr *t = d->time;
    if (!t || !t->anchored || t->first_day == CALENDAR_NONE ||
        t->last_day == CALENDAR_NONE || c->published == CALENDAR_NONE ||
        t->last_day >= c->published) /* of what is to come nobody knows another holder */
        return;
    settle_side(c, d, &d->actor);
    settle_side(c, d, &d->recipient);
}

/* ---- hosts ------------------------------------------------------------------------------------- */

/* The country abroad where a meeting takes place: of its place, where nobody else of the meeting is from. */
static wq_str host_country(const event_draft *d)
{
    wq_str none = { NULL, 0 };
    const clause_item *it = d->place;
    wq_str there = !it         ? d->country
                   : it->place ? it->place->country
                   : it->actor ? it->actor->a.country
                               : none;
    bool guest = false;
    for (uint32_t i = 0; there.n && i < d->actor.list.n; i++) {
        const wq_actor *a = &d->actor.list.v[i];
        if (str_eq(a->country, there))
            return none;
        guest = guest || a->country.p;
    }
    return guest ? there : none;
}

/* Somebody who is sent: an envoy, an ambassador. */
static bool is_sent(const coder_state *c, const event_draft *d, const actor_mention *m)
{
    const morph_word *w = d->s->part->token[m->first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_FUNCTION &&
            str_eq(lex_cell(c->lex, LEX_FUNCTION, w->v[i].entry.row, "kind"),
                   STR("np_sent")))
            return true;
    return false;
}

/* "London summoned the ambassador So-and-so": whose he is goes without saying in an article about one other state. */
static bool is_envoy(const coder_state *c, const event_draft *d, const wq_actor *a)
{
    const actor_mention *m = a->country.p ? NULL : draft_mention(d, a->span);
    return m && is_sent(c, d, m) && !m->owner.p && !m->plural &&
           (m->kind == ACTOR_OFFICE || m->kind == ACTOR_PERSON);
}

void holder_summoned(coder_state *c, event_draft *d)
{
    bool by = d->actor.list.n == 1 && d->actor.list.v[0].country.p && c->about.p &&
              !str_eq(d->actor.list.v[0].country, c->about) &&
              lex_row_by_id(c->lex, LEX_COUNTRY, d->actor.list.v[0].country) >= 0 &&
              needs_among(c, STR("@envoy_called"), event_cell(c, d->row, "word"));
    for (uint32_t i = 0; by && i < d->recipient.list.n; i++)
        if (is_envoy(c, d, &d->recipient.list.v[i]))
            d->recipient.list.v[i].country = c->about;
}

/* "The officials", of whom nothing else is told. */
static bool is_officials(const actor_mention *m)
{
    return m->kind == ACTOR_GROUP && m->plural && m->definite && !m->owner.p &&
           str_eq(m->a.sector, STR("GOV"));
}

/* Gives an office without a country that of the host, and who holds it; officials the country alone. */
static void name_host(coder_state *c, const event_draft *d, wq_str there, wq_actor *a)
{
    const actor_mention *m = draft_mention(d, a->span);
    if (a->country.p || a->id.p || !m)
        return;
    if (is_officials(m))
        a->country = there;
    if (m->kind != ACTOR_OFFICE || m->owner.p || is_sent(c, d, m))
        return;
    bool dated = d->time && d->time->anchored && d->time->first_day != CALENDAR_NONE &&
                 d->time->first_day <= c->published;
    wq_str id =
        actor_holder(c->lex, m->office, there, dated ? d->time->first_day : c->published);
    int64_t row = id.p ? lex_row_by_id(c->lex, LEX_ACTOR, id) : -1;
    a->country = there;
    if (row >= 0) {
        a->id = id;
        a->name = lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "name");
    }
}

/* "Visited Beirut and met the prime minister": an office without a country, met by a guest, is of where they meet. */
void holder_host(coder_state *c, event_draft *d)
{
    wq_str there = host_country(d);
    bool met = str_eq(d->type, STR("CONSULT")) && !str_eq(d->mode, STR("visit")) &&
               !str_eq(d->mode, STR("phone")) && !str_eq(d->mode, STR("multilateral"));
    if (!met || !there.n || lex_row_by_id(c->lex, LEX_COUNTRY, there) < 0)
        return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < d->recipient.list.n; i++) {
        wq_actor a = d->recipient.list.v[i];
        name_host(c, d, there, &a);
        bool twice = false; /* "the deputy premier and foreign minister So-and-so" */
        for (uint32_t k = 0; k < d->recipient.list.n; k++)
            twice |= k != i && a.id.p && !d->recipient.list.v[i].id.p &&
                     str_eq(d->recipient.list.v[k].id, a.id);
        if (!twice)
            d->recipient.list.v[kept++] = a;
    }
    d->recipient.list.n = kept;
}
