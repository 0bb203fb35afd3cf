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
