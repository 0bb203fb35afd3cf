/* The narrowest of the places around a trigger: the quarter rather than the town, the town rather than the state. */
#include "event/claim.h"
#include "event/site.h"

/* "in its seat at Jeddah", "in his palace in the capital Tokyo": the town behind tells more than whose the house is. */
static void prefer_town(event_draft *d)
{
    const clause_item *it = site_behind_in(d, d->site + 1);
    if (it && where_is_toponym(it)) {
        d->place = it;
        d->site = NULL;
    }
}

/* "in the quarter of Adhamiya north of Baghdad": the town behind the direction that follows the words of the site. */
static const clause_item *town_beyond(const event_draft *d)
{
    enum { LONGEST = 3 };
    const clause_item *end = d->s->item + d->s->n_items, *it = d->site + 1;
    it += it < end && !it->clitics && where_is_toponym(it); /* Palestine Street */
    while (it < end && it <= d->site + LONGEST && !(it->clitics & MORPH_PREPOSITION) &&
           (it->kind == ITEM_ADJ || it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) &&
           !it->direction)
        it++;
    bool north = it < end && it->direction && !(it->clitics & MORPH_AL);
    return north ? site_town_behind(d->s, it) : NULL;
}

static void take_around(const coder_state *c, event_draft *d)
{
    if (d->site && !d->place && !d->site->direction)
        d->place = site_town(c, d);
    const clause_item *around = d->site ? site_around(c, d) : NULL;
    if (!around && d->site && !d->site->direction)
        around = town_beyond(d);
    if (around && around->direction) /* "the town of X in the south of China" */
        around = site_town_behind(d->s, around);
    if (around && where_is_toponym(around))
        d->place = d->place ? d->place : around;
    else if (around && site_is_bare(d) && site_is_noun(c, d->s, around)) {
        d->site = around; /* "near a post of the police in the Karrada quarter" */
        take_around(c, d);
    }
}

/* "in the capital of Kazakhstan, Astana": the town by name right behind the state or region whose capital it is;
 * NULL: none. */
static const clause_item *capital_by_name(const event_draft *d, const clause_item *land)
{
    const clause_item *end = d->s->item + d->s->n_items;
    bool here = land > d->s->item && land < end;
    bool wide = here && (where_is_country(land) ||
                         (land->place && land->place->rank == PLACE_REGION));
    if (!wide)
        return NULL;
    const clause_item *next = land + 1, *of = land - 1;
    next += next < end && next->kind == ITEM_WORD; /* an adjective */
    while (of > d->s->item && item_is_function(of, STR("transparent")) &&
           !str_eq(of->value, STR("capital")))
        of--; /* "of the state of" */
    bool capital =
        item_is_function(of, STR("transparent")) && str_eq(of->value, STR("capital"));
    return capital && next < end && !next->clitics && where_is_toponym(next) &&
                   str_eq(where_country(next), where_country(land))
               ? next
               : NULL;
}

/* "(the town of X) besieged": what describes a town, though it may be spelt like a noun. */
static bool is_description(const clause_item *it)
{
    bool noun = it->kind == ITEM_NOMINAL && it->clitics == MORPH_AL;
    return it->kind == ITEM_WORD || it->kind == ITEM_ADJ ||
           (noun && where_is_toponym(it - 1));
}

/* "From Aleppo", "south of Jenin": where somebody is from, or what is only near, "the town of" between them passed over. */
static bool is_origin(const event_draft *d, const clause_item *it)
{
    while (it > d->s->item && site_is_kind(it - 1))
        it--;
    bool from = it > d->s->item && item_is_function(it - 1, STR("prep")) &&
                str_eq(it[-1].value, STR("min"));
    return from || (it > d->s->item && it[-1].direction);
}

/* The town or building right before "in" and the land, what describes it between them; NULL: none. */
static const clause_item *town_right_before(const event_draft *d, const clause_item *land)
{
    const clause_item *own = d->s->item + d->trigger, *it = land;
    if (!(it->clitics & MORPH_BI) &&
        !(item_is_function(it - 1, STR("prep")) && str_eq(it[-1].value, STR("fi"))))
        return NULL;
    while (it > own + 1 &&
           (is_description(it - 1) || item_is_function(it - 1, STR("prep"))))
        it--;
    it--;
    while (it > own + 1 && (it->clitics & MORPH_WA) && where_is_toponym(it - 1))
        it--; /* the first of several */
    bool town = it > own && where_is_toponym(it) && !where_is_country(it);
    return town && !is_origin(d, it) ? it : NULL;
}

/* "At the airport of Arish in Egypt", "to the town of X (that is) besieged in the country round Damascus": what stands right before a
 * country or region tells more.                                                                                       */
static void prefer_inner(event_draft *d)
{
    const clause_item *it = d->place;
    bool here = it && it > d->s->item && it < d->s->item + d->s->n_items;
    bool land =
        here && (where_is_country(it) || (it->place && it->place->rank == PLACE_REGION));
    const clause_item *capital = it ? capital_by_name(d, it) : NULL;
    if (capital) {
        d->place = capital;
        return;
    }
    const clause_item *before = land ? town_right_before(d, it) : NULL;
    if (before && str_eq(where_country(before), where_country(it)))
        d->place = before;
}

/* "A tour that takes in Egypt and Jordan" is in no one place. */
static bool leads_to_several(const coder_state *c, const event_draft *d)
{
    return d->recipient.list.n > 1 &&
           str_find(event_cell(c, d->row, "frame"), STR("R=covers")) >= 0;
}

/* "Shelled the village of Ihsim in the province": a town that no gazetteer knows, before the toponym that it lies in. */
static void prefer_unknown(event_draft *d, const clause_args *args, wq_str slots)
{
    for (wq_str slot; str_next(&slots, '|', &slot);) {
        wq_str bare = slot;
        str_next(&slot, ':', &bare);
        int32_t at = role_item(d, bare, args);
        const clause_item *it = at < 0 ? NULL : &d->s->item[at];
        if (it && it->kind == ITEM_WORD && !it->direction && it < d->place &&
            site_is_unknown_town(d, (uint32_t)at)) {
            d->site = it;
            return;
        }
    }
}

/* A region or a state that the town lies in. */
static bool is_wider(const clause_item *than, const clause_item *town)
{
    const place_mention *m = than->place;
    return (!m || m->rank == PLACE_REGION || m->rank == PLACE_COUNTRY) &&
           str_eq(where_country(than), town->place->country);
}

/* The town that the deed is done to stands before the place found, or behind the trigger and the other before it: "the rebels
 * in Idlib announced the shelling of Fuaa".                                                                           */
static bool is_town_done_to(const event_draft *d, const clause_item *town)
{
    const clause_item *own = &d->s->item[d->trigger];
    return town && town->place && town->place->rank == PLACE_TOWN &&
           (town < d->place || (d->place < own && own < town));
}

/* "stormed the camp of Balata in Nablus", "raids on the province of Saada (in) the north of Yemen": what the place done to lies in. */
static bool is_right_behind(const event_draft *d, const clause_item *town)
{
    enum { NAME = 3 };
    const clause_item *it = d->place, *least = town + 1;
    if (!town->place || town->place->rank == PLACE_COUNTRY || it <= town ||
        !str_eq(where_country(it), town->place->country))
        return false;
    if (it->adverbial && it == least)
        return true;
    bool in = (it->clitics & MORPH_BI) ||
              (item_is_function(it - 1, STR("prep")) && str_eq(it[-1].value, STR("fi")));
    for (it -= !(it->clitics & MORPH_BI); it > least; it--)
        if (it - least >= NAME || it[-1].kind == ITEM_MARK || it[-1].kind == ITEM_VERB ||
            it[-1].kind == ITEM_FUNCTION)
            return false;
    return in;
}

/* "Stormed the town of Qabatiya south of Jenin", "shelled Fasher in Darfur": the town that the deed is done to, not what it lies
 * near or in.                                                                                                        */
static void prefer_done_to(coder_state *c, event_draft *d, const clause_args *args)
{
    enum { NEAR = 3 };
    wq_str slots = event_type_cell(c, event_cell(c, d->row, "type"), "place");
    if (!d->place || !slots.n)
        return;
    const clause_item *town = where_in_slots(c, d, args, slots);
    if ((!d->site || d->site->direction) && !town)
        prefer_unknown(d, args, slots);
    bool before = town && town < d->place && d->place - town <= NEAR;
    bool near = before && town[1 + item_is_comma(town + 1)].direction;
    bool around = town && is_right_behind(d, town);
    if ((is_town_done_to(d, town) && (near || around || is_wider(d->place, town))) ||
        (around && d->place->adverbial)) {
        d->place = town;
        d->site = NULL;
    }
}

/* "Seized the valley of Aqqan in Lahij", "entered the quarter of Sabri near Benghazi": the site by name that the deed is done to,
 * before the town it lies in.                                                                                        */
static void prefer_site_done_to(coder_state *c, event_draft *d, const clause_args *args)
{
    wq_str slots = event_type_cell(c, event_cell(c, d->row, "type"), "place");
    const clause_item *found = d->site ? d->site : d->place;
    const clause_item *site = found && slots.n ? site_in_slots(c, d, args, slots) : NULL;
    if (!site || site >= found || site->kind == ITEM_ACTOR || (site->clitics & MORPH_AL) ||
        !site_is_named(c, d, site) || needs_word(c, d, site, STR("@property")))
        return;
    const clause_item *was = d->site;
    d->site = site;
    const clause_item *town = site_town(c, d);
    if (town && d->place && !str_eq(where_country(town), where_country(d->place)))
        d->site = was;
    else
        d->place = town ? town : d->place;
}

/* ---- "in the quarter of X north of Y" ---------------------------------------------------------- */

/* "in", "near", "at", "to": behind which the place of an act stands, as against "about", "between". */
static bool is_tied(const event_draft *d, const clause_item *it)
{
    const clause *cl = draft_clause(d); /* "opened the base of X in the south" */
    bool object = it - 1 == &d->s->item[d->trigger] ||
                  (cl->verb == (int32_t)d->trigger && cl->subject > cl->verb &&
                   it - 1 == &d->s->item[cl->subject]);
    return object || (it->clitics & (MORPH_BI | MORPH_LI)) ||
           (item_is_function(it - 1, STR("prep")) &&
            str_listed(STR("fi|qurb|dakhil|fawq|ala|lada|min|ila|amam"), '|',
                       (it - 1)->value));
}

/* The item that ties a place to what lies in it: "in", "near", "north of", over "the town of"; NULL: nothing does. */
static const clause_item *tie_of(const event_draft *d, const clause_item *it)
{
    const clause_item *least = &d->s->item[d->trigger + 1];
    if ((it->direction || it->adverbial) && !(it->clitics & MORPH_PREPOSITION))
        return item_is_function(it - 1, STR("prep")) && str_eq((it - 1)->value, STR("fi"))
                   ? it - 1 /* "in the south" */
                   : it;
    while (it > least && site_is_kind(it - 1) && !(it->clitics & MORPH_PREPOSITION))
        it--;
    if (it > least && (it->clitics & MORPH_BI))
        return it;
    bool near = it > least && !it->clitics && item_is_function(it - 1, STR("prep")) &&
                str_listed(STR("fi|qurb"), '|', (it - 1)->value);
    bool north = it > least && (it - 1)->direction &&
                 !((it - 1)->clitics & (MORPH_PREPOSITION | MORPH_AL));
    return near || north ? it - 1 : NULL;
}

/* A noun of place with its name, or "the town of" before a name that no gazetteer knows: the first word of it. */
static const clause_item *named_site_at(const coder_state *c, const event_draft *d,
                                        const clause_item *it)
{
    if (it->direction || !is_tied(d, it))
        return NULL;
    const clause_item *name = it + 1, *end = d->s->item + d->s->n_items;
    if (site_is_kind(it) && name < end && name->kind == ITEM_MARK &&
        speech_is_quote_mark(name->mark))
        name++;
    if (site_is_kind(it))
        return name < end && site_is_unknown_town(d, (uint32_t)(name - d->s->item)) ? name
                                                                                    : NULL;
    return !(it->clitics & MORPH_AL) && site_is_noun(c, d->s, it) && site_is_named(c, d, it)
               ? it
               : NULL;
}

/* "the town of Bakhmut in Donetsk", "the base of X in the south": a town or a building right before what it lies in or near. */
static bool is_town_within(const event_draft *d, const clause_item *it,
                           const clause_item *found)
{
    while (found->direction && found + 1 < &d->s->item[d->s->n_items] &&
           !(found[1].clitics & MORPH_PREPOSITION))
        found++;
    bool house = it->kind == ITEM_PLACE && it->place->rank == PLACE_BUILDING;
    bool town =
        it->kind == ITEM_PLACE && it->place->rank == PLACE_TOWN && site_is_kind(it - 1);
    wq_str land = where_country(found);
    return house ? !land.n || str_eq(it->place->country, land)
                 : town && str_eq(it->place->country, land);
}

/* "In the quarter of Adhamiya north of Baghdad", "near the Mellitah compound at Zuwara", "in the district of X in Hakkari": the site by
 * name that lies in the place found, right before it.                                                                 */
static void prefer_within(const coder_state *c, event_draft *d)
{
    enum { NAME = 4 };
    const clause_item *found = d->site ? d->site : d->place;
    if (!found || found <= &d->s->item[d->trigger] || found >= &d->s->item[d->s->n_items] ||
        (d->site && !d->site->direction))
        return;
    const clause_item *tie = tie_of(d, found), *it = tie;
    for (uint32_t n = 0; it && n <= NAME && it > &d->s->item[d->trigger + 1]; n++) {
        const clause_item *site = named_site_at(c, d, --it);
        if (n == 0 && is_town_within(d, it, found)) {
            d->place = it;
            d->site = NULL;
            return;
        }
        if (site) {
            d->place = d->place ? d->place : site_town_behind(d->s, d->site);
            d->site = site;
            return;
        }
        if (!(it->kind == ITEM_WORD || it->kind == ITEM_ADJ || it->kind == ITEM_PLACE ||
              it->kind == ITEM_NOMINAL || it->kind == ITEM_MARK) ||
            (it->clitics & MORPH_PREPOSITION))
            return;
    }
}

/* "In one of the hotels of the capital Seoul": a noun that tells less than the town behind it. */
static void prefer_named(const coder_state *c, event_draft *d)
{
    const clause_item *it = d->site;
    bool bare = it && d->place && d->place > it && it->kind == ITEM_NOMINAL &&
                !it->direction && !(it->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
                !where_is_country(d->place);
    const morph_analysis *noun =
        it ? morph_as(&d->s->part->token[it->first], LEX_NOUN, -1) : NULL;
    bool the = noun && (it->clitics & MORPH_AL) && !it->direction;
    bare = bare || (the && ((noun->entry.feats & LEX_F_PLUR) || /* "the restaurants" */
                            needs_word(c, d, it, STR("@vague_site"))));
    if (bare && !site_is_kind(it - 1) &&
        where_site_text(c, d).n ==
            text_slice_bare(d->s->part, it->first, it->last, it->clitics).n)
        d->site = NULL;
}

bool where_is_nowhere(const event_draft *d)
{
    return str_eq(d->mode, STR("phone"));
}

static void find_somewhere(coder_state *c, event_draft *d, const clause_args *args)
{
    const clause_item *end = d->s->item + d->s->n_items;
    if (!d->site)
        d->site = d->place ? NULL : site_in_args(c, d, args);
    if (!d->place)
        d->place = where_toponym(c, d, args);
    if (!d->place && !d->site && !leads_to_several(c, d))
        where_look_around(c, d, args);
    bool more = d->site && !d->place && d->site + 2 < end;
    if (more && d->site[1].direction && !(d->site[1].clitics & MORPH_PREPOSITION))
        d->place = site_town_behind(d->s, d->site + 1);
    if (d->site && !d->place && d->site->direction)
        d->place = site_town_behind(d->s, d->site);
    if (d->site && (d->site->clitics & MORPH_PRONOUN))
        prefer_town(d);
    take_around(c, d);
    prefer_inner(d);
    prefer_done_to(c, d, args);
    if (d->site && d->place && d->place < d->site)
        d->site = NULL; /* the town comes first: what follows is no part of its name */
    prefer_site_done_to(c, d, args);
    prefer_within(c, d);
    prefer_named(c, d);
    where_opens_around(c, d);
}

void where_find(coder_state *c, event_draft *d, const clause_args *args)
{
    if (!where_is_nowhere(d))
        find_somewhere(c, d, args);
}
