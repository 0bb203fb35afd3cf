/* News in passing: named on the way, but with the day, with both sides, or by a verb behind it that tells who suffered it. */
#include "event/claim.h"
#include "script/letters.h"

static bool is_perfect(const clause_item *verb)
{
    return (verb->entry.feats & LEX_F_PERFECT) && !(verb->entry.feats & LEX_F_IMPERFECT);
}

/* A day, week or month of the season before publication; what lies further back is history that the reader knows. */
static bool is_recent(const coder_state *c, const time_expr *t)
{
    enum { SEASON = 92, MONTH = 31 };
    return t->anchored && (t->type == TIME_DATE || t->type == TIME_TIME) &&
           c->published != CALENDAR_NONE && t->first_day != CALENDAR_NONE &&
           t->first_day + SEASON >= c->published && t->first_day <= c->published &&
           t->last_day - t->first_day <= MONTH;
}

/* Behind "after", "since", "because of", "in spite of". */
static bool is_since(const clause_sentence *s, uint32_t at)
{
    return at > 0 && item_is_function(&s->item[at - 1], STR("prep")) &&
           str_listed(STR("baad|mundhu|bisabab|raghm"), '|', s->item[at - 1].value);
}

/* "After Turkey's attack on the Kurdish fighters", "since Russia's invasion of": who did it and on whom, in the words of the
 * noun, behind a preposition that lets it lie in the past.                                                           */
static bool names_both(const event_draft *d)
{
    enum { REACH = 12 }; /* tokens */
    const clause_item *it = &d->s->item[d->trigger];
    if (!is_since(d->s, d->trigger) || d->inherited || !d->actor.list.n ||
        !d->recipient.list.n)
        return false;
    const actor_mention *a = draft_mention(d, d->actor.list.v[0].span);
    const actor_mention *r = draft_mention(d, d->recipient.list.v[0].span);
    return a && r && a != r && a->a.country.p && a->first > it->first &&
           r->first > it->first && a->first <= it->first + REACH &&
           r->first <= it->first + REACH;
}

static bool names_land(const event_side *side)
{
    return side->list.n && side->list.v[0].country.p;
}

/* "The attacks that Paris suffered", "the raids that Israel flew on Gaza": a verb in the perfect behind the noun carries it, and
 * both sides are named, or who suffered it.                                                                            */
static bool is_carried_in_passing(const coder_state *c, const event_draft *d)
{
    if (d->light <= (int32_t)d->trigger || d->inherited)
        return false;
    const clause_item *verb = &d->s->item[d->light];
    const clause *cl = &d->s->clause[verb->clause];
    bool past = verb->kind == ITEM_VERB && cl->verb == d->light && is_perfect(verb) &&
                !cl->negated && !cl->future && !cl->maybe && cl->opener != OPEN_IF;
    bool suffered = d->light + 1 < (int32_t)d->s->n_items &&
                    item_is_function(verb + 1, STR("prep_pronoun")) &&
                    role_is_undergone(c, d, (uint32_t)d->light);
    if (!past || !names_land(&d->recipient))
        return false;
    const actor_mention *r = draft_mention(d, d->recipient.list.v[0].span);
    return suffered ? r && r->first > verb->first : names_land(&d->actor);
}

/* "After the embassy came under (تعرض السفارة) an attack", "a day after he survived an attempt": by a verbal noun. */
static bool is_undergone_before(const coder_state *c, const event_draft *d)
{
    return d->light >= 0 && d->light < (int32_t)d->trigger &&
           d->s->item[d->light].kind == ITEM_NOMINAL &&
           is_since(d->s, (uint32_t)d->light) && names_land(&d->recipient) &&
           role_is_undergone(c, d, (uint32_t)d->light);
}

/* "Hours after": behind "after" and a span of time "of". */
static bool is_since_span(const clause_sentence *s, uint32_t at)
{
    enum { SPAN = 2 };
    uint32_t i = at;
    if (i == 0 || !item_is_function(&s->item[i - 1], STR("prep")) ||
        !str_eq(s->item[i - 1].value, STR("min")))
        return false;
    for (i = at - 1; i > 0 && i + SPAN + 1 > at; i--)
        if (s->item[i - 1].kind != ITEM_TIME && s->item[i - 1].kind != ITEM_WORD)
            break;
    return i + 1 < at && is_since(s, i);
}

/* "(hours) after the gunmen's undertaking (قيام مسلحين) of the murder of an officer": both sides stand with the noun that carries the
 * deed.                                                                                                               */
static bool is_undertaken_before(const event_draft *d)
{
    if (d->light < 0 || d->light >= (int32_t)d->trigger || d->inherited ||
        !d->actor.list.n || !d->recipient.list.n)
        return false;
    uint32_t light = (uint32_t)d->light;
    const clause_item *it = &d->s->item[light], *deed = &d->s->item[d->trigger];
    const actor_mention *a = draft_mention(d, d->actor.list.v[0].span);
    const actor_mention *r = draft_mention(d, d->recipient.list.v[0].span);
    bool tied =
        (deed->clitics & MORPH_PREPOSITION) || item_is_function(deed - 1, STR("prep"));
    return it->kind == ITEM_NOMINAL && tied &&
           (is_since(d->s, light) || is_since_span(d->s, light)) && a && r && a != r &&
           a->first > it->first && r->first > a->first;
}

/* "After the death of three on Friday", "the attack that hit the town on Monday": a noun named on the way, but with the day,
 * which tells the reader what he may not know.  An aim has its day ahead of it.                                       */
bool passing_tells(const coder_state *c, const event_draft *d)
{
    const clause *own = draft_clause(d), *next = own + 1;
    const clause_item *it = &d->s->item[d->trigger];
    if (is_undergone_before(c, d) || is_undertaken_before(d))
        return true;
    if (it->kind == ITEM_VERB || (it->clitics & MORPH_LI))
        return false;
    if (names_both(d) || is_carried_in_passing(c, d))
        return true;
    bool which = d->clause + 1 < d->s->n_clauses && next->opener == OPEN_WHO;
    for (uint32_t i = d->trigger + 1; i < (which ? next->last : own->last); i++) {
        it = &d->s->item[i];
        if (it->kind == ITEM_TIME && is_recent(c, it->time))
            return !(it->clitics & MORPH_LI);
    }
    return false;
}
