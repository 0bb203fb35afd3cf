/* Where something happens, as the words before the trigger tell: "In Vienna, ...", "The ways into Kirkuk saw". */
#include "event/claim.h"
#include "event/draft.h"

/* "In Vienna, ... met": what a clause opens with behind "in", "the town of" passed over; NULL: nothing before the trigger. */
static const clause_item *opening_of(const event_draft *d, const clause *cl)
{
    uint32_t i = cl->first;
    while (i < d->trigger && d->s->item[i].kind == ITEM_MARK)
        i++;
    const clause_item *it = &d->s->item[i];
    bool in = item_is_function(it, STR("prep")) && str_eq(it->value, STR("fi"));
    while (in && i + 1 < d->trigger && item_is_function(it + 1, STR("transparent")))
        it++, i++;
    return in && i + 1 < d->trigger ? it + 1 : NULL;
}

/* "In Beijing Putin criticised the launch, but he called for talks": who acts is the subject of the clause that opens the sentence, and the
 * trigger's own names no place.                                                                                       */
static bool is_by_subject_there(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    int32_t who = d->s->clause[0].subject;
    if (who < 0 || d->s->item[who].kind != ITEM_ACTOR || d->actor.list.n != 1 ||
        d->actor.list.v[0].span.start != d->s->item[who].actor->a.span.start)
        return false;
    for (uint32_t i = cl->first; i < cl->last; i++)
        if (d->s->item[i].kind == ITEM_PLACE)
            return false;
    return true;
}

/* "In Washington senators threatened sanctions, while the White House urged them": whose country the town is that opens the sentence
 * speaks there, too.                                                                                                  */
static void sentence_opens(const coder_state *c, event_draft *d)
{
    const clause_item *it = d->clause ? opening_of(d, &d->s->clause[0]) : NULL;
    bool said = words_row(c, d->row)->verbal;
    if (!said || !it || !where_is_toponym(it) || where_is_country(it))
        return;
    bool home = d->actor.list.n == 1 && d->actor.list.v[0].country.n &&
                str_eq(d->actor.list.v[0].country, where_country(it));
    if (home || is_by_subject_there(d))
        d->place = it;
}

void where_opens(const coder_state *c, event_draft *d)
{
    const clause_item *it = opening_of(d, draft_clause(d));
    uint32_t at = it ? (uint32_t)(it - d->s->item) : 0;
    if (it && where_is_toponym(it))
        d->place = it;
    else if (it && where_is_of_force(c, d) &&
             ((site_is_scene(c, d, at) && site_is_known(c, d, at)) ||
              (venue_is_strange(d->s, it) && item_is_comma(it + 1))))
        d->site = it;
    else
        sentence_opens(c, d);
}

void where_opens_around(const coder_state *c, event_draft *d)
{
    const clause_item *it = opening_of(d, draft_clause(d));
    if (it && d->site && !d->place && d->site > it && !d->site->direction &&
        where_is_of_force(c, d) && where_is_toponym(it))
        d->place = it;
}

/* Is the subject of the clause a source, whom nobody asks where he spoke? */
static bool is_of_source(const event_draft *d, const clause *cl)
{
    const clause_item *who = cl->subject < 0 ? NULL : &d->s->item[cl->subject];
    return who && who->kind == ITEM_ACTOR && who->actor->kind == ACTOR_SOURCE;
}

/* "In the town of Daraya sources said that ten were killed": where a town, or sources, open the sentence. */
static void speech_opens(const coder_state *c, event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause *above =
        cl->opener == OPEN_THAT && cl->parent >= 0 ? &d->s->clause[cl->parent] : NULL;
    const clause_item *it = above && above->first == 0 ? opening_of(d, above) : NULL;
    uint32_t at = it ? (uint32_t)(it - d->s->item) : 0;
    if (!it || it >= &d->s->item[cl->first] ||
        (!site_is_kind(it - 1) && !is_of_source(d, above) && it->kind != ITEM_NOMINAL))
        return;
    if (where_is_toponym(it) && !where_is_country(it))
        d->place = it;
    else if (site_is_scene(c, d, at) && site_is_known(c, d, at))
        d->site = it;
}

/* Does the verb of the clause say something? */
static bool is_of_saying(const coder_state *c, const event_draft *d, const clause *cl)
{
    wq_str value;
    return cl->verb >= 0 && cl->subject > cl->verb &&
           claim_is_cue(c, &d->s->item[cl->verb], STR("say"), &value);
}

/* "Sources in Aleppo reported the death of": where those are who tell of an act of force, if it is no capital. */
static void teller_is(const coder_state *c, event_draft *d)
{
    const clause *cl = draft_clause(d);
    if (cl->opener == OPEN_THAT && cl->parent >= 0)
        cl = &d->s->clause[cl->parent];
    const clause_item *in =
        is_of_saying(c, d, cl) ? &d->s->item[cl->subject] + 1 : &d->s->item[d->trigger];
    uint32_t trigger = d->trigger;
    if (in + 1 >= &d->s->item[trigger] || !item_is_function(in, STR("prep")) ||
        !str_eq(in->value, STR("fi")))
        return;
    for (in++; in < &d->s->item[trigger] && site_is_kind(in); in++)
        ;
    if (in < &d->s->item[trigger] && in->kind == ITEM_PLACE &&
        (in->place->rank == PLACE_TOWN || in->place->rank == PLACE_REGION) &&
        in->place->country.n)
        d->place = in;
}

void where_told(const coder_state *c, event_draft *d)
{
    speech_opens(c, d);
    if (!d->place && !d->site)
        teller_is(c, d);
}

/* "The ways in and out of the town of Kirkuk in Iraq": the toponym that owns words joined by "and"; NULL where none does. */
static const clause_item *owner_of_joined(const event_draft *d, const clause_item *it)
{
    const clause_item *end = d->s->item + d->s->n_items;
    bool joined = false;
    for (it++; it < end && (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD ||
                            (item_is_function(it, STR("transparent")) && it->value.n));
         it++) {
        joined |= (it->clitics & MORPH_WA) != 0;
        if (it->clitics & (MORPH_PREPOSITION | MORPH_AL))
            return NULL;
    }
    return joined && it < end && !(it->clitics & MORPH_PREPOSITION) && where_is_toponym(it)
               ? it
               : NULL;
}

void where_lent(const coder_state *c, event_draft *d)
{
    int32_t at = d->s->clause[d->s->item[d->carrier].clause].subject;
    if (at >= 0 && d->s->item[at].direction && at + 1 < (int32_t)d->s->n_items)
        at++;
    if (at >= 0 && where_is_toponym(&d->s->item[at]))
        d->place = &d->s->item[at];
    else if (at >= 0 && d->s->item[at].kind != ITEM_ACTOR &&
             owner_of_joined(d, &d->s->item[at]))
        d->place = owner_of_joined(d, &d->s->item[at]);
    else if (at >= 0 && site_is_noun(c, d->s, &d->s->item[at]) &&
             ((d->s->item[at].clitics & MORPH_AL) || d->s->item[at + 1].kind == ITEM_WORD ||
              d->s->item[at + 1].kind == ITEM_PLACE))
        d->site = &d->s->item[at]; /* "the camp of Jenin saw" */
}
