/* Where what is only said and agreed came about, as the words around the trigger tell: where he stood who is quoted, the town that a
 * summit or a deal is called after, the journey that the speaker is on.                                                */
#include "event/claim.h"
#include "event/site.h"

/* "in", "inside" or "from" before a place, "town of" between them passed over; NULL where nothing of the kind stands there. */
static const clause_item *tie_before(const event_draft *d, const clause_item *it)
{
    while (it > d->s->item + 1 && site_is_kind(it - 1) && !(it->clitics & MORPH_BI))
        it--;
    if (it->clitics & MORPH_BI)
        return it;
    bool prep = it > d->s->item && !it->clitics && item_is_function(it - 1, STR("prep")) &&
                str_listed(STR("fi|dakhil|min"), '|', it[-1].value);
    return prep ? it - 1 : NULL;
}

/* Before "in Geneva": who speaks, the verb, a time, a comma, the speech that he makes; before "from Geneva" no speech. */
static bool is_told_behind(const coder_state *c, const event_draft *d,
                           const clause_item *tie)
{
    const clause_item *it = tie - 1;
    const clause *cl = &d->s->clause[tie->clause];
    bool from = item_is_function(tie, STR("prep")) && str_eq(tie->value, STR("min"));
    if (tie == d->s->item)
        return !from;
    if (it->kind == ITEM_ACTOR)
        return !it->actor->place_like &&
               (!from || cl->subject == (int32_t)(it - d->s->item));
    if (it->kind == ITEM_VERB || it->kind == ITEM_TIME)
        return true;
    if (from)
        return false;
    while (it > d->s->item && !it->clitics &&
           (it->kind == ITEM_WORD || it->kind == ITEM_ADJ) &&
           !needs_word(c, d, it, STR("@said_where")))
        it--; /* "a press conference" */
    return (it == tie - 1 && it->kind == ITEM_MARK && it->mark != ')') ||
           needs_word(c, d, it, STR("@said_where,@talks"));
}

/* The clause of saying above the trigger's, whose subject the actor or somebody of his country is; NULL: none. */
static const clause *saying_above(const coder_state *c, const event_draft *d)
{
    enum { ABOVE = 3 };
    const clause *own = draft_clause(d), *cl = own;
    const clause_item *before = &d->s->item[own->first];
    bool earlier = own->first > 0 && item_is_function(before - 1, STR("prep"));
    if (own->opener != OPEN_THAT || own->future || earlier ||
        event_type_cell(c, words_row(c, d->row)->type, "many").p)
        return NULL; /* who meets is elsewhere, and what is to be done */
    for (int n = 0; n < ABOVE && cl > d->s->clause; n++) {
        wq_str value;
        cl--;
        if (cl->verb < 0 || !claim_is_cue(c, &d->s->item[cl->verb], STR("say"), &value))
            continue;
        const clause_item *who = cl->subject < 0 ? NULL : &d->s->item[cl->subject];
        bool his = who && who->kind == ITEM_ACTOR && d->actor.list.n &&
                   (where_is_on_side(&d->actor, who) ||
                    (who->actor->a.country.n &&
                     str_eq(who->actor->a.country, d->actor.list.v[0].country)));
        return his || !who ? cl : NULL;
    }
    return NULL;
}

const clause_item *spoken_above(const coder_state *c, const event_draft *d)
{
    const clause *say = words_row(c, d->row)->verbal ? saying_above(c, d) : NULL;
    uint32_t end = draft_clause(d)->first;
    for (uint32_t i = say ? say->first : end; i < end; i++) {
        const clause_item *it = &d->s->item[i];
        if (!where_is_toponym(it) || where_is_country(it) || venue_in_note(d->s, i) ||
            venue_is_vast(c, d, it) || where_is_on_side(&d->actor, it))
            continue;
        const clause_item *tie = tie_before(d, it);
        if (tie && tie >= &d->s->item[say->first] && is_told_behind(c, d, tie))
            return it;
    }
    return NULL;
}

const clause_item *spoken_house_above(coder_state *c, const event_draft *d)
{
    const clause *say = words_row(c, d->row)->verbal ? saying_above(c, d) : NULL;
    if (!say)
        return NULL;
    clause_args args = event_args(c, d->s, (uint32_t)say->verb);
    return venue_house(c, d, &args);
}

/* "the Jeddah summit", "the Minsk agreement": the town right behind such a noun, no party to it; NULL: none. */
static const clause_item *called_after(const coder_state *c, const event_draft *d,
                                       const clause_item *noun)
{
    const clause_item *it = noun + 1, *next = it + 1, *end = d->s->item + d->s->n_items;
    if (it >= end || !where_is_toponym(it) || it->clitics || where_is_country(it) ||
        (noun->clitics & (MORPH_AL | MORPH_PRONOUN)))
        return NULL;
    bool with = next < end && item_is_function(next, STR("prep")) &&
                str_listed(STR("maa|bayn"), '|', next->value) && it->kind == ITEM_ACTOR;
    bool joined = next < end && (next->clitics & MORPH_WA) && it->kind == ITEM_ACTOR;
    bool party = where_is_on_side(&d->actor, it) || where_is_on_side(&d->recipient, it);
    bool venue = needs_word(c, d, noun, STR("@at_town"));
    return venue || (!with && !joined && !party) ? it : NULL;
}

static bool is_name_giver(const coder_state *c, const event_draft *d, const clause_item *it)
{
    bool noun = it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
    return noun && needs_word(c, d, it, STR("@called_after,@talks"));
}

/* Does the trigger, a verb, tell that something is met or agreed upon, so that its object is what comes about? */
static bool makes(const coder_state *c, const event_draft *d)
{
    const clause_item *own = &d->s->item[d->trigger];
    return own->kind == ITEM_VERB && (str_eq(words_row(c, d->row)->type, STR("CONSULT")) ||
                                      needs_word(c, d, own, STR("@deal")));
}

/* Is the argument the meeting or deal itself, or the meeting at which it is done? */
static bool is_done_at(const coder_state *c, const event_draft *d, const clause_arg *a)
{
    const clause_item *it = &d->s->item[a->item];
    const clause_item *tie = (it->clitics & MORPH_BI) ? it : it - 1;
    if (!a->slot.n)
        return makes(c, d);
    return str_listed(STR("fi|khilal|bi|amam"), '|', a->slot) &&
           (makes(c, d) || (tie > &d->s->item[d->trigger] && is_told_behind(c, d, tie)));
}

const clause_item *spoken_called_after(const coder_state *c, const event_draft *d,
                                       const clause_args *args)
{
    const clause_item *own = &d->s->item[d->trigger];
    const clause *cl = draft_clause(d);
    bool whose =
        d->actor.list.n || d->recipient.list.n; /* a name alone tells of no meeting */
    if (!words_row(c, d->row)->verbal)
        return NULL;
    if (whose && is_name_giver(c, d, own) && called_after(c, d, own))
        return called_after(c, d, own);
    if (cl->opener == OPEN_WHO && cl->first > 1 && cl->verb >= 0 &&
        needs_word(c, d, &d->s->item[cl->verb], STR("@deal")) &&
        is_name_giver(c, d, &d->s->item[cl->first - 2]))
        return called_after(c, d, &d->s->item[cl->first - 2]); /* "..., which was signed" */
    for (uint32_t i = 0; i < args->n; i++) {
        const clause_item *it = &d->s->item[args->v[i].item];
        if (is_name_giver(c, d, it) && is_done_at(c, d, &args->v[i]) &&
            called_after(c, d, it))
            return called_after(c, d, it);
    }
    return NULL;
}

/* "during his visit to Kyiv", "on a visit to": right before the noun of the visit. */
static bool is_meanwhile(const event_draft *visit)
{
    const clause_item *it = &visit->s->item[visit->trigger];
    return visit->trigger > 0 && item_is_function(it - 1, STR("prep")) &&
           str_listed(STR("khilal|fi"), '|', (it - 1)->value);
}

/* "said during a visit to Kyiv that Germany condemns": does the visit stand in the clause of saying above? */
static bool is_told_there(const coder_state *c, const event_draft *d,
                          const event_draft *visit)
{
    const clause *say = saying_above(c, d);
    return say && is_meanwhile(visit) && visit->trigger >= say->first &&
           visit->trigger < draft_clause(d)->first;
}

const clause_item *spoken_on_visit(const coder_state *c, const event_draft *d)
{
    bool called = str_eq(d->mode, STR("phone")) || str_eq(d->mode, STR("visit"));
    if (!words_row(c, d->row)->verbal || !d->actor.list.n || called ||
        d->status != WQ_OCCURRED)
        return NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *visit = &c->drafts.v[i];
        if (visit->s != d->s || visit == d || !str_eq(visit->mode, STR("visit")) ||
            !visit->place || !visit->actor.list.n)
            continue;
        const wq_actor *a = &visit->actor.list.v[0], *b = &d->actor.list.v[0];
        bool same = a->span.start == b->span.start || (a->id.p && str_eq(a->id, b->id)) ||
                    (is_told_there(c, d, visit) && str_eq(a->country, b->country));
        bool there = visit->status == WQ_ONGOING ||
                     (visit->status == WQ_OCCURRED && is_meanwhile(visit));
        if (same && there)
            return visit->place;
    }
    return NULL;
}
