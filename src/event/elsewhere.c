/* Where an event took place that nothing around its trigger tells: the town that is hit, that of the visit it is part of, of the
 * dateline, in the name of who acts, or where a guest has his post.                                                    */
#include "event/doer.h"

/* "Tripoli came under fire": who is hit is where it happens. */
static const clause_item *of_target(const coder_state *c, const event_draft *d)
{
    bool there = event_type_cell(c, d->type, "place").p;
    for (uint32_t i = 0; there && i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        bool house = it->place && it->place->rank == PLACE_BUILDING;
        bool state = it->kind == ITEM_ACTOR && !house &&
                     str_eq(it->actor->a.name, it->actor->a.text);
        if (where_is_toponym(it) && !state && where_is_on_side(&d->recipient, it))
            return it;
    }
    return NULL;
}

/* A journey lasts a few days. */
static bool is_at_other_time(const event_draft *a, const event_draft *b)
{
    enum { DAYS = 3 };
    return a->time && b->time && a->time->anchored && b->time->anchored &&
           (a->time->first_day > b->time->last_day + DAYS ||
            b->time->first_day > a->time->last_day + DAYS);
}

/* "during their visit to Russia", in the sentence itself. */
static bool is_during(const event_draft *d, const event_draft *visit)
{
    const clause_item *it = &visit->s->item[visit->trigger];
    return d->s == visit->s && visit->trigger > d->trigger &&
           item_is_function(it - 1, STR("prep")) && str_eq((it - 1)->value, STR("khilal"));
}

/* Somebody of the visitor's country meets somebody of the host's. */
static bool is_on_visit(const event_draft *d, const event_draft *visit)
{
    if (is_during(d, visit))
        return true;
    wq_str host = visit->place->place->country;
    wq_str guest = visit->actor.list.n ? visit->actor.list.v[0].country : host;
    if (!host.p || !guest.p || str_eq(host, guest) || is_at_other_time(d, visit))
        return false;
    return (role_is_of_land(&d->actor, host) || role_is_of_land(&d->recipient, host)) &&
           (role_is_of_land(&d->actor, guest) || role_is_of_land(&d->recipient, guest));
}

/* "arrived in Damascus ... He will hold talks with the Syrian president": the town of a visit told in the article. */
static const clause_item *of_visit(const coder_state *c, const event_draft *d)
{
    bool tour = str_eq(d->mode, STR("visit")) && d->recipient.list.n > 1;
    bool meeting =
        str_eq(d->type, STR("CONSULT")) && !str_eq(d->mode, STR("phone")) && !tour;
    for (uint32_t i = 0; meeting && i < c->drafts.n; i++) {
        const event_draft *visit = &c->drafts.v[i];
        bool ahead = d->status == WQ_OCCURRED && visit->status != WQ_OCCURRED &&
                     visit->status != WQ_ONGOING; /* a visit to come is no part of it */
        if (visit != d && visit->part == d->part && str_eq(visit->mode, STR("visit")) &&
            !ahead && visit->place && visit->place->place && is_on_visit(d, visit))
            return visit->place;
    }
    return NULL;
}

/* How many countries are those of one draft's people, and do all of them take part in the other? */
static uint32_t countries_within(const event_draft *d, const event_draft *talk)
{
    const event_side *side[] = { &d->actor, &d->recipient };
    wq_str first = { NULL, 0 };
    uint32_t n = 0;
    for (int k = 0; k < 2; k++)
        for (uint32_t i = 0; i < side[k]->list.n; i++) {
            wq_str land = side[k]->list.v[i].country;
            if (!land.n || (!role_is_of_land(&talk->actor, land) &&
                            !role_is_of_land(&talk->recipient, land)))
                return 0;
            n += n < 2 && !str_eq(land, first);
            first = first.n ? first : land;
        }
    return n;
}

/* An act that two parties do together: a meeting, a deal, a signing. */
static bool is_done_together(const coder_state *c, const event_draft *d)
{
    if (d->mode.n || d->status != WQ_OCCURRED)
        return false;
    if (str_eq(d->type, STR("AGREE")))
        return d->actor.list.n > 1; /* no promise of one to the other */
    return str_eq(d->type, STR("CONSULT")) ||
           (str_eq(d->type, STR("SUPPORT")) &&
            needs_among(c, STR("@signing"), event_cell(c, d->row, "word")));
}

/* Talks in a town, told before the draft and not far from it. */
static bool is_talks_before(const event_draft *b, const event_draft *d)
{
    enum { REACH = 3 }; /* sentences */
    bool near = b->part == d->part && b->s->sentence <= d->s->sentence &&
                b->s->sentence + REACH >= d->s->sentence && b->s->item != d->s->item;
    return near && b->place && !where_is_country(b->place) &&
           str_eq(b->type, STR("CONSULT")) && b->status == WQ_OCCURRED &&
           !str_listed(STR("phone|visit"), '|', b->mode);
}

/* "Held talks in Sochi ... Their ministers signed a memorandum": where both parties were told to meet just before. */
static const clause_item *of_talks(const coder_state *c, const event_draft *d)
{
    for (uint32_t i = 0; is_done_together(c, d) && i < c->drafts.n; i++) {
        const event_draft *b = &c->drafts.v[i];
        if (is_talks_before(b, d) && !is_at_other_time(d, b) && countries_within(d, b) > 1)
            return b->place;
    }
    return NULL;
}

/* "The court of the capital Berlin sentenced": the town in the name of a court or police that acts. */
static const clause_item *of_body(coder_state *c, const event_draft *d)
{
    for (uint32_t i = 0; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        bool body = it->kind == ITEM_ACTOR && where_is_on_side(&d->actor, it) &&
                    (str_eq(it->actor->a.sector, STR("JUD")) ||
                     str_eq(it->actor->a.sector, STR("COP")));
        const clause_item *town = body ? role_place_within(c, d, it, false) : NULL;
        if (town && town->place->rank != PLACE_COUNTRY &&
            town->place->rank != PLACE_BUILDING &&
            str_eq(town->place->country, it->actor->a.country))
            return town;
    }
    return NULL;
}

/* "met the Vietnamese ambassador in Havana", "summoned the ambassador in Amman": his post, where he is among its people. */
static const clause_item *of_post(coder_state *c, const event_draft *d)
{
    bool there = (str_eq(d->type, STR("CONSULT")) && !d->mode.n) ||
                 str_find(event_cell(c, d->row, "frame"), STR("P=host")) >= 0;
    for (uint32_t i = 0; there && i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        bool guest =
            it->kind == ITEM_ACTOR && it->actor->kind <= ACTOR_OFFICE &&
            (where_is_on_side(&d->actor, it) || where_is_on_side(&d->recipient, it));
        const clause_item *post = guest ? role_place_within(c, d, it, true) : NULL;
        wq_str land = post ? post->place->country : (wq_str){ NULL, 0 };
        if (post && post->place->rank != PLACE_COUNTRY &&
            !str_eq(land, it->actor->a.country) &&
            (role_is_of_land(&d->actor, land) || role_is_of_land(&d->recipient, land)))
            return post;
    }
    return NULL;
}

/* What the lead tells of somebody of the dateline's country who meets others happened in its town. */
static const clause_item *of_dateline(const event_draft *d)
{
    enum { LEAD = 2 }; /* sentences */
    bool meeting = str_eq(d->type, STR("CONSULT")) && !str_eq(d->mode, STR("phone")) &&
                   !str_eq(d->mode, STR("visit")) && d->status == WQ_OCCURRED;
    uint32_t from = d->s->sentence > LEAD ? d->s->sentence - LEAD : 0;
    for (uint32_t i = d->s->sentence + 1; meeting && i > from; i--) {
        const clause_item *it = d->part->sentence[i - 1].dateline;
        if (it && it->place &&
            (role_is_of_land(&d->actor, it->place->country) ||
             role_is_of_land(&d->recipient, it->place->country)))
            return it;
    }
    return NULL;
}

/* "The council adopted here today": the town of the dateline. */
static const clause_item *of_here(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    bool here = false;
    for (uint32_t i = cl->first; i < cl->last && !here; i++)
        here = item_is_function(&d->s->item[i], STR("adverb")) &&
               str_eq(d->s->item[i].value, STR("here"));
    for (uint32_t i = d->s->sentence + 1; here && i > 0; i--)
        if (d->part->sentence[i - 1].dateline)
            return d->part->sentence[i - 1].dateline;
    return NULL;
}

const clause_item *where_elsewhere(coder_state *c, const event_draft *d)
{
    const clause_item *it = where_town_again(c, d);
    it = it ? it : of_here(d);
    it = it ? it : of_target(c, d);
    it = it ? it : spoken_on_visit(c, d);
    it = it ? it : of_visit(c, d);
    it = it ? it : of_talks(c, d);
    it = it ? it : of_dateline(d);
    it = it ? it : of_body(c, d);
    return it ? it : of_post(c, d);
}

/* "a court in Barcelona opened an inquiry": what stands right behind the subject, before the noun, tells where that is. */
bool role_is_where_subject_is(const event_draft *d, const clause_arg *a)
{
    int32_t subject = draft_verb_clause(d)->subject;
    return str_eq(a->slot, STR("fi")) && d->light >= 0 && d->light < subject &&
           subject + 2 == (int32_t)a->item && a->item < d->trigger &&
           where_is_toponym(&d->s->item[a->item]);
}

/* "The meeting touched on the deal": a preposition right behind the verb whose subject the meeting is, or behind the meeting. */
static bool is_touched_on(const event_draft *d, uint32_t at)
{
    const clause_item *prep = &d->s->item[at] - 1;
    return at > d->trigger + 1 && item_is_function(prep, STR("prep")) &&
           str_eq(prep->value, STR("ila")) &&
           (at - 2 == d->trigger ||
            (prep[-1].kind == ITEM_WORD && !(prep[-1].clitics & MORPH_PREPOSITION)));
}

/* "Clashes in the border triangle between Egypt, Sudan and Libya", "on the road between": a place is between them. */
static bool is_place_between(const coder_state *c, const event_draft *d, uint32_t at)
{
    enum { REACH = 3 };
    uint32_t prep = at;
    if (!where_is_toponym(&d->s->item[at]))
        return false;
    while (prep > d->trigger && !(item_is_function(&d->s->item[prep], STR("prep")) &&
                                  str_eq(d->s->item[prep].value, STR("bayn"))))
        prep--;
    for (uint32_t i = prep; i > d->trigger + 1 && i + REACH > prep; i--)
        if (needs_word(c, d, &d->s->item[i - 1], STR("@ways_between")))
            return true;
    return false;
}

/* "talks on the (good) relations between X and Y": a word that is always of two stands before "between", and behind another
 * preposition than the trigger's own.                                                                                */
static bool is_of_relation(const coder_state *c, const event_draft *d, uint32_t at)
{
    uint32_t i = at;
    if (!str_eq(event_cell(c, d->row, "type"), STR("CONSULT")) ||
        str_eq(event_cell(c, d->row, "mode"), STR("third-party")))
        return false; /* "signed a treaty on the relations, mediation in the dispute between" */
    while (i > d->trigger && !item_is_function(&d->s->item[i], STR("prep")))
        i--;
    for (; i > d->trigger + 1; i--) {
        const clause_item *it = &d->s->item[i - 1];
        if (needs_word(c, d, it, STR("@relation")))
            break;
        if (it->kind != ITEM_WORD && it->kind != ITEM_ADJ)
            return false;
    }
    for (; i > d->trigger + 1; i--)
        if (item_is_function(&d->s->item[i - 1], STR("prep")) ||
            (d->s->item[i - 1].clitics & MORPH_LI)) /* "to discuss the relations between" */
            return true;
    return false;
}

/* "held a session to discuss the war between X and Y": a body sits, and they do not. */
static bool is_quarrel_of_others(const coder_state *c, const event_draft *d, uint32_t at)
{
    if (!needs_word(c, d, &d->s->item[d->trigger], STR("@convened")))
        return false;
    bool about = false;
    for (uint32_t i = d->trigger + 1; i < at; i++) {
        const clause_item *it = &d->s->item[i];
        about = about || (it->kind == ITEM_NOMINAL && (it->clitics & MORPH_LI)) ||
                (item_is_function(it, STR("prep")) && str_eq(it->value, STR("hawl")));
        if (about && needs_word(c, d, it, STR("@quarrels")))
            return true;
    }
    return false;
}

/* "the summit welcomed the deal between X and Y": two parties belong to the meeting or deal right before them. */
bool role_is_between_others(const coder_state *c, const event_draft *d, const clause_arg *a)
{
    if (str_eq(a->slot, STR("li")))
        return role_is_nth(c, d, a->item); /* he visits, and is not visited */
    if (!str_eq(a->slot, STR("bayn")))
        return false;
    if (is_place_between(c, d, a->item) || is_of_relation(c, d, a->item) ||
        is_quarrel_of_others(c, d, a->item))
        return true;
    if (draft_clause(d)->subject != (int32_t)d->trigger)
        return false;
    for (uint32_t i = d->trigger + 1; i < a->item; i++)
        if (((d->s->item[i].clitics & MORPH_BI) || is_touched_on(d, i)) &&
            needs_word(c, d, &d->s->item[i], STR("@deal,@talks")))
            return true;
    return false;
}

/* "The forces backed by (من) the coalition took back": behind a participle stands who did that. */
bool role_is_of_participle(const event_draft *d, const clause_arg *a)
{
    const clause_item *by = a->item > 1 ? &d->s->item[a->item] - 1 : NULL;
    return by && d->s->item[d->trigger].kind == ITEM_VERB &&
           by - 1 != &d->s->item[d->trigger] && item_is_function(by, STR("prep")) &&
           str_eq(by->value, STR("min")) && by[-1].kind == ITEM_NOMINAL &&
           by[-1].entry.form == LEX_PASSIVE;
}
