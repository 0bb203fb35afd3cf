/* Where an event took place, its last word, with both sides known: a country alone, where neither toponym nor site says more. */
#include "base/utf8.h"
#include "event/draft.h"

/* Of the table's rows the United Nations and the European Union have a nationality's adjective and no name. */
static bool is_state(const coder_state *c, wq_str country)
{
    int64_t row = country.p ? lex_row_by_id(c->lex, LEX_COUNTRY, country) : -1;
    return row >= 0 && lex_cell(c->lex, LEX_COUNTRY, (uint32_t)row, "name").n > 0;
}

/* The one state that a side's people belong to; p == NULL: none, or several. */
static wq_str one_state(const coder_state *c, const event_side *side, wq_str so_far,
                        uint32_t *known, bool *several)
{
    for (uint32_t i = 0; i < side->list.n; i++) {
        wq_str country = side->list.v[i].country;
        if (!country.p)
            continue;
        ++*known;
        *several |= !is_state(c, country) || (so_far.p && !str_eq(so_far, country));
        so_far = country;
    }
    return so_far;
}

/* Whose army, told to act without saying where, is as likely abroad: group `abroad` of event/groups.tsv. */
static bool is_army_abroad(const coder_state *c, const event_draft *d)
{
    for (uint32_t i = 0; i < d->actor.list.n; i++)
        if (str_eq(d->actor.list.v[i].sector, STR("MIL")) &&
            needs_among(c, STR("@abroad"), d->actor.list.v[i].country))
            return true;
    return false;
}

/* "Left Kuwait after talks with the rebels": another country stands in the clause of a meeting. */
static bool names_abroad(const coder_state *c, const event_draft *d, wq_str state)
{
    const clause *cl = draft_clause(d);
    bool met = str_eq(event_cell(c, d->row, "type"), STR("CONSULT"));
    for (uint32_t i = cl->first; met && i < cl->last; i++)
        if (where_is_toponym(&d->s->item[i]) &&
            !str_eq(where_country(&d->s->item[i]), state))
            return true;
    return false;
}

/* "in the south east of the country": of those who take part. */
static bool is_in_the_land(const coder_state *c, const event_draft *d)
{
    enum { REACH = 3 };
    const clause_item *it = d->site, *end = d->s->item + d->s->n_items;
    if (it < d->s->item || it >= end)
        return false;
    for (int i = 0; i < REACH && it + 1 < end && it->kind == ITEM_WORD && !it->direction;
         i++)
        it++; /* "in the triangle of X in the south of the country" */
    const clause_item *from = it;
    while (it < end && it->direction)
        it++;
    return it > from && it < end && needs_word(c, d, it, STR("@land"));
}

static bool is_by_police(const event_draft *d)
{
    return d->actor.list.n && (str_eq(d->actor.list.v[0].sector, STR("COP")) ||
                               str_eq(d->actor.list.v[0].sector, STR("JUD")));
}

/* "The police of Lebanon arrested Syrians", "Sudan let the Egyptian fishermen go": a state has only those in its hands who are there, but
 * for one whose men are abroad; p == NULL: it is nothing of the kind.                                                */
static wq_str state_that_holds(const coder_state *c, const event_draft *d)
{
    uint32_t known = 0;
    bool several = false;
    wq_str state = one_state(c, &d->actor, (wq_str){ NULL, 0 }, &known, &several);
    bool holds = str_listed(STR("arrest|deport|release"), '|', d->mode) &&
                 d->actor.list.n &&
                 (is_by_police(d) || str_eq(d->actor.list.v[0].sector, STR("GOV")) ||
                  str_eq(d->actor.list.v[0].sector, STR("MIL")));
    return holds && !several && is_state(c, state) && !needs_among(c, STR("@abroad"), state)
               ? state
               : (wq_str){ NULL, 0 };
}

/* Everybody who takes part is of one state; for types that happen at home one of them is enough. */
static wq_str home(const coder_state *c, const event_draft *d)
{
    uint32_t known = 0;
    bool several = false;
    wq_str land = c->about.p ? c->about : c->scene;
    if (land.p && is_army_abroad(c, d) && is_in_the_land(c, d))
        return land; /* of whom the article tells, not of those who strike there */
    wq_str state = one_state(c, &d->actor, (wq_str){ NULL, 0 }, &known, &several);
    uint32_t actors = known;
    state = one_state(c, &d->recipient, state, &known, &several);
    bool at_home =
        is_by_police(d) || str_eq(d->mode, STR("resign")) ||
        (str_eq(event_type_cell(c, event_cell(c, d->row, "type"), "home"), STR("1")) &&
         !is_army_abroad(c, d));
    if (names_abroad(c, d, state))
        return (wq_str){ NULL, 0 };
    if (several)
        return state_that_holds(c, d);
    bool enough = known >= 2 || (at_home && actors) || (known && is_in_the_land(c, d));
    return enough ? state : (wq_str){ NULL, 0 };
}

static wq_str host(const coder_state *c, const event_draft *d)
{
    uint32_t known = 0;
    bool several = false;
    wq_str state = one_state(c, &d->actor, (wq_str){ NULL, 0 }, &known, &several);
    return several || !is_state(c, state) ? (wq_str){ NULL, 0 } : state;
}

/* "Palace of Peace" is in many capitals: a building counts where somebody else in the text is of its country. */
static bool is_of_this_text(const event_draft *d, const clause_item *it)
{
    if (!it->place || it->place->rank != PLACE_BUILDING || !it->place->country.n)
        return true;
    const actor_list *who = d->part->in.actors;
    const place_list *where = d->part->in.places;
    for (uint32_t i = 0; i < who->n; i++)
        if (str_eq(who->v[i].a.country, it->place->country))
            return true;
    for (uint32_t i = 0; i < where->n; i++)
        if (where->v[i].rank != PLACE_BUILDING &&
            str_eq(where->v[i].country, it->place->country))
            return true;
    return false;
}

const actor_mention *draft_mention(const event_draft *d, wq_span span)
{
    const actor_list *all = d->part->in.actors;
    uint32_t lo = 0, hi = all->n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (all->v[mid].a.span.start < span.start)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < all->n && all->v[lo].a.span.start == span.start ? &all->v[lo] : NULL;
}

/* Unnamed people who are of where they are, and somebody named of whom nothing more is known: no visitors, no foreign fighters. */
static bool is_local_group(const coder_state *c, const event_draft *d, const wq_actor *a)
{
    if (a->country.p || a->id.p)
        return false;
    const actor_mention *m = draft_mention(d, a->span);
    if (!m) /* "the arrest of a journalist", of a name of no lexicon: no mention of its own */
        return !a->sector.n || needs_among(c, STR("@civil"), a->sector);
    bool somebody = m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE;
    if (somebody && !m->owner.p && !m->plural)
        return true;
    return !actor_is_foreign(c->lex, d->part->in.part, m) && m->kind == ACTOR_GROUP &&
           m->agent &&
           str_find(lex_cell(c->lex, LEX_AGENT, m->agent - 1, "kind"), STR("visitor")) < 0;
}

/* Lets people off: a court, or the government of a state that does so at home; no apology. */
static bool is_pardon(const coder_state *c, const event_draft *d, wq_str of)
{
    bool own = str_listed(STR("JUD|GOV"), '|', d->actor.list.v[0].sector) &&
               is_state(c, of) && !needs_among(c, STR("@abroad"), of);
    return own && str_eq(d->type, STR("CONCEDE")) && d->actor.list.n == 1 &&
           !needs_among(c, STR("@apology"), event_cell(c, d->row, "word"));
}

/* Courts and police have to do with people of their own state, unless something says otherwise; so has a state with those it frees. */
static bool is_by_court(const coder_state *c, const event_draft *d, bool force)
{
    wq_str sector = d->actor.list.n ? d->actor.list.v[0].sector : (wq_str){ NULL, 0 };
    wq_str of = d->actor.list.n ? d->actor.list.v[0].country : sector;
    bool court = str_eq(sector, STR("JUD")) &&
                 (!of.p || is_state(c, of)); /* a world court tries men of anywhere */
    bool police = court || str_eq(sector, STR("COP"));
    bool frees = str_eq(d->mode, STR("release")) && d->actor.list.n == 1 &&
                 (police || str_eq(sector, STR("GOV"))) &&
                 !needs_among(c, STR("@abroad"), d->actor.list.v[0].country);
    bool yields = d->actor.list.n && is_pardon(c, d, of);
    return yields || frees || (force && court) ||
           (police && str_eq(d->type, STR("ACCUSE")));
}

/* "the strike on an Afghan checkpoint": something in the sentence is of another state. */
static bool tells_of_another(const coder_state *c, const event_draft *d, wq_str country)
{
    for (uint32_t i = 0; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_ADJ && it->entry.table == LEX_COUNTRY &&
            !str_eq(lex_cell(c->lex, LEX_COUNTRY, it->entry.row, "top"), country))
            return true;
    }
    return false;
}

/* The country of an army that the lexicon has, of a ministry of defence or a general staff in the sentence; p == NULL: none. */
static wq_str army_of_source(const coder_state *c, const event_draft *d,
                             const wq_source *said)
{
    int64_t row = said->id.p ? lex_row_by_id(c->lex, LEX_ACTOR, said->id) : -1;
    if (row >= 0 &&
        str_eq(lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "kind"), STR("military")))
        return lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "country");
    for (uint32_t i = 0; i < d->s->n_items; i++) {
        const actor_mention *m = role_mention(d->s, (int32_t)i);
        if (m && m->agent && str_eq(m->a.text, said->text) &&
            needs_among(c, STR("@commands_army"),
                        lex_cell(c->lex, LEX_AGENT, m->agent - 1, "id")))
            return m->a.country;
    }
    return (wq_str){ NULL, 0 };
}

/* "The Israeli army announced the death of four soldiers in Gaza": its own; p == NULL where no army of a state tells it. */
static wq_str own_force_of_teller(const coder_state *c, const event_draft *d,
                                  const wq_actor *a)
{
    for (uint32_t i = 0; str_eq(a->sector, STR("MIL")) && i < d->sources.n; i++) {
        wq_str country = army_of_source(c, d, &d->sources.v[i]);
        if (is_state(c, country) && !tells_of_another(c, d, country))
            return country;
    }
    return (wq_str){ NULL, 0 };
}

/* "killed civilians in Aleppo": they are Syrians, unless something says otherwise. */
static void place_locals(const coder_state *c, event_draft *d, event_side *side)
{
    wq_str country = d->place && d->place->place ? d->place->place->country : d->country;
    bool force = str_eq(event_type_cell(c, d->type, "quad"),
                        STR("4")); /* who is helped may be a guest */
    bool court = is_by_court(c, d, force);
    bool retreat = event_type_cell(c, d->type, "ground").p; /* rebels, not soldiers */
    bool at_home = court || retreat || event_type_cell(c, d->type, "home").p ||
                   (force && event_type_cell(c, d->type, "place").p);
    if (court && !is_state(c, country))
        country = d->actor.list.v[0].country; /* whom a court convicts */
    if (!is_state(c, country) && side == &d->recipient)
        country = d->hit; /* "attacked the palace, which left ten dead" */
    for (uint32_t i = 0; at_home && i < side->list.n; i++)
        if (is_local_group(c, d, &side->list.v[i]) &&
            (!retreat || !str_eq(side->list.v[i].sector, STR("MIL")))) {
            wq_str own = own_force_of_teller(c, d, &side->list.v[i]);
            if (!own.p && !is_state(c, country))
                continue;
            side->list.v[i].country = own.p ? own : country;
            d->locals = true;
        }
}

/* The state that the toponym, or the nationality of "the Syrian territory", at an item names; p == NULL: none. */
static wq_str state_named_at(const coder_state *c, const clause_item *it)
{
    if (it->kind == ITEM_ADJ && it->entry.table == LEX_COUNTRY)
        return lex_cell(c->lex, LEX_COUNTRY, it->entry.row, "top");
    if (!where_is_toponym(it))
        return (wq_str){ NULL, 0 };
    return it->kind == ITEM_PLACE ? it->place->country : it->actor->a.country;
}

/* "Gunmen fired rockets from southern Lebanon at": those who fire at somebody far away are of where they stand. */
static void place_where_fired(coder_state *c, event_draft *d)
{
    if (str_find(event_cell(c, d->row, "frame"), STR("nahw")) < 0)
        return;
    clause_args args = event_args(c, d->s, d->trigger);
    for (uint32_t i = 0; i < args.n; i++) {
        bool from = str_eq(args.v[i].slot, STR("min"));
        wq_str country =
            from ? state_named_at(c, &d->s->item[args.v[i].item]) : (wq_str){ NULL, 0 };
        for (uint32_t j = 0; is_state(c, country) && j < d->actor.list.n; j++)
            if (is_local_group(c, d, &d->actor.list.v[j])) {
                d->actor.list.v[j].country = country;
                d->locals = true;
            }
    }
}

/* A group that fights across borders is where it is told to act: the state of the place stands for it, its id stays. */
static void place_fighters(const coder_state *c, const event_draft *d, event_side *side)
{
    wq_str country = d->place && d->place->place ? d->place->place->country : d->country;
    for (uint32_t i = 0; is_state(c, country) && i < side->list.n; i++) {
        wq_actor *a = &side->list.v[i];
        const actor_mention *m =
            str_eq(a->country, STR("IMG")) ? draft_mention(d, a->span) : NULL;
        if (m && (m->kind == ACTOR_ORG || m->kind == ACTOR_GROUP))
            a->country = country;
    }
}

/* "The coalition", of which the text tells no more: the one that acts in that country (groups `coalition_...`). */
static void place_coalition(coder_state *c, const event_draft *d, event_side *side)
{
    wq_str country = d->place && d->place->place ? d->place->place->country : d->country;
    int64_t group =
        is_state(c, country)
            ? lex_row_by_id(c->lex, LEX_GROUP,
                            arena_printf(c->mem, "coalition_%.*s", STR_ARG(country)))
            : -1;
    wq_str id = group < 0 ? (wq_str){ NULL, 0 }
                          : lex_cell(c->lex, LEX_GROUP, (uint32_t)group, "members");
    int64_t row = id.p ? lex_row_by_id(c->lex, LEX_ACTOR, id) : -1;
    for (uint32_t i = 0; row >= 0 && i < side->list.n; i++) {
        wq_actor *a = &side->list.v[i];
        const actor_mention *m = a->id.p ? NULL : draft_mention(d, a->span);
        if (!m || !m->agent || m->owner.p ||
            !str_eq(lex_cell(c->lex, LEX_AGENT, m->agent - 1, "id"), STR("ag_coalition")))
            continue;
        a->id = id;
        a->name = lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "name");
        a->country = lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "country");
    }
}

static bool frame_has_host(const coder_state *c, const event_draft *d)
{
    return str_find(event_cell(c, d->row, "frame"), STR("P=host")) >= 0;
}

static void settle_country(const coder_state *c, event_draft *d, bool his)
{
    if (his || frame_has_host(c, d)) {
        d->country = host(c, d);
        d->where_rule = his ? "place.his" : "place.host";
    }
    if (!d->country.p) {
        d->country = home(c, d);
        d->where_rule = "place.home";
    }
    if (!d->country.p && event_type_cell(c, d->type, "scene").p) {
        d->country = c->about.p ? c->about : c->scene;
        d->where_rule = "place.article";
    }
}

/* "near the border with Mali": the word for the border before the land that it names, which may stand behind "with"; NULL: none.
 * A place may be of another sentence.                                                                                 */
static const clause_item *border_with(const coder_state *c, const event_draft *d)
{
    const clause_item *all = d->s->item, *end = all + d->s->n_items;
    const clause_item *site = d->site, *land = d->place;
    bool here = land && land > all && land < end;
    if (!site && here && needs_word(c, d, land - 1, STR("@border")))
        site = land - 1;
    if (site < all || site >= end)
        return NULL;
    bool with = site + 2 < end && where_is_country(site + 2) &&
                item_is_function(site + 1, STR("prep")) &&
                str_eq(site[1].value, STR("maa"));
    return with || (here && site == land - 1) ? site : NULL;
}

/* "killed near the border with Mali": whoever takes part is of this side of it; what stands behind "border" is the other. */
static void keep_to_own_side(const coder_state *c, event_draft *d)
{
    const clause_item *site = border_with(c, d), *land = d->place;
    if (!site || !event_type_cell(c, d->type, "place").p ||
        !needs_word(c, d, site, STR("@border")))
        return;
    uint32_t known = 0;
    bool several = false;
    wq_str state = one_state(c, &d->recipient, (wq_str){ NULL, 0 }, &known, &several);
    if (!state.p)
        state = one_state(c, &d->actor, state, &known, &several);
    if (several || !is_state(c, state) ||
        (land && (!where_is_country(land) || str_eq(where_country(land), state))))
        return;
    d->site = site;
    d->place = NULL;
    d->country = state;
    d->where_rule = "place.border";
}

/* The state that the site's own words name: "the Austrian town of Linz", "the White House"; p == NULL: none. */
static wq_str state_of_site(const coder_state *c, const event_draft *d)
{
    if (d->site && site_is_body(d->site)) { /* no world council is in a state */
        wq_str land = d->site->actor->a.country;
        return venue_is_parliament(d->site) ? land : (wq_str){ NULL, 0 };
    }
    const clause_item *of = d->site ? d->site + 1 : NULL;
    const clause_item *around = d->site ? site_around(c, d) : NULL;
    if (around && around->kind == ITEM_WORD) /* "in a centre in the Swedish Malmö" */
        of = around + 1;
    bool town = d->site && site_is_kind(d->site); /* "a Turkish border town" */
    while (town && of + 1 < d->s->item + d->s->n_items && of->kind == ITEM_WORD)
        of++;
    if (of && (town || of[-1].kind == ITEM_WORD) && of < d->s->item + d->s->n_items &&
        of->kind == ITEM_ADJ)
        return lex_cell(c->lex, LEX_COUNTRY, of->entry.row, "top");
    return of && site_is_seat(d->site) ? d->site->actor->a.country : (wq_str){ NULL, 0 };
}

/* "Shelled the quarter of Salah al-Din": a site by name is what was hit, of the country it is in. */
static void add_named_site(coder_state *c, event_draft *d, wq_str country)
{
    const clause_item *it = d->site;
    bool here = it && it >= d->s->item && it < d->s->item + d->s->n_items;
    if (!here || it->direction || it->kind == ITEM_ACTOR || !is_state(c, country) ||
        (it->clitics & MORPH_PRONOUN) || !site_is_named(c, d, it))
        return;
    wq_actor a = { .text = where_site_text(c, d),
                   .span = text_span_bare(d->s->part, it->first, it->last, it->clitics),
                   .country = country };
    a.span.end = a.span.start + (uint32_t)utf8_count(a.text);
    role_add_actor(c, &a, &d->recipient);
}

/* "Shelled the village of Ihsim in the province": a place that no gazetteer knows is what was hit. */
static void add_site_hit(coder_state *c, event_draft *d)
{
    const clause_item *it = d->site;
    wq_str country = d->place ? where_country(d->place) : d->country;
    if (!it || it->kind != ITEM_WORD || it->direction || !is_state(c, country) ||
        !site_is_unknown_town(d, (uint32_t)(it - d->s->item)))
        return;
    uint32_t last = site_name_end(d, it);
    wq_actor a = { .text = text_slice_bare(d->s->part, it->first, last, it->clitics),
                   .span = text_span_bare(d->s->part, it->first, last, it->clitics),
                   .country = country };
    role_add_actor(c, &a, &d->recipient);
}

/* "The American forces searched houses in Ramadi": whom an army coerces abroad is of the land where it does. */
static bool is_by_stranger(const coder_state *c, const event_draft *d, wq_str country)
{
    uint32_t known = 0;
    bool several = false;
    wq_str state = one_state(c, &d->actor, (wq_str){ NULL, 0 }, &known, &several);
    return state.p && !several && is_state(c, country) && !str_eq(state, country) &&
           str_eq(d->actor.list.v[0].sector, STR("MIL")) &&
           str_listed(STR("seize|restrict|arrest"), '|', d->mode) &&
           (d->site || d->place) &&
           !needs_among(c, STR("@takes_ground"), event_cell(c, d->row, "word"));
}

/* "Shells hit a base in Hakkari, and the Turkish army answered with artillery": no army strikes the land it stands on. */
static bool is_own_land(const event_draft *d, wq_str country)
{
    const clause_item *it = d->place;
    bool verb = d->s->item[d->trigger].kind == ITEM_VERB; /* "which they bombed" */
    bool before = !verb && it && it >= d->s->item && it < &d->s->item[d->trigger] &&
                  it->clause != d->s->item[d->trigger].clause;
    const wq_actor *a = d->actor.list.n == 1 ? &d->actor.list.v[0] : NULL;
    return before && a && str_eq(a->sector, STR("MIL")) && str_eq(a->country, country);
}

/* The land of a town is hit, and not its government. */
static void add_land_hit(coder_state *c, event_draft *d, const clause_item *it)
{
    if (!role_add(c, d, it, &d->recipient))
        return;
    d->recipient.list.v[0].sector = (wq_str){ NULL, 0 };
    d->recipient.list.v[0].n_sectors = 0;
}

/* Of whom an act of force has nobody, and which no fight is: who was hit may be told by where it was. */
static bool hits_somebody(const coder_state *c, const event_draft *d, wq_str country)
{
    bool force =
        event_type_cell(c, d->type, "scene").p && !event_type_cell(c, d->type, "home").p;
    return !d->recipient.list.n && (force || is_by_stranger(c, d, country)) &&
           !needs_among(c, STR("@fights"), event_cell(c, d->row, "word"));
}

/* "A bomb went off in Arish": who or what was hit is of that town, where nothing says more; in a fight the other side is missing. */
static void place_hit(coder_state *c, event_draft *d)
{
    const clause_item *it = d->place;
    bool here = it && it >= d->s->item && it < d->s->item + d->s->n_items && it->place;
    bool person = needs_among(c, STR("@of_persons"), event_cell(c, d->row, "word"));
    wq_str country = here ? it->place->country : d->country;
    if (!hits_somebody(c, d, country))
        return;
    if (here ? is_state(c, country) && whole_counted(c, d, country) : whole_people(c, d))
        return;
    if (person || is_own_land(d, country))
        return; /* no town is put to death */
    add_site_hit(c, d);
    if (!d->recipient.list.n && !here)
        add_named_site(c, d, country);
    if (here && !d->recipient.list.n && is_state(c, country))
        add_land_hit(c, d, it);
}

/* "Two rockets hit the port of Odessa hours after a deal was signed in Istanbul": what stands behind "after" is where something else
 * happened, when the place that was hit stands before it.                                                              */
static void keep_place_hit(const coder_state *c, event_draft *d)
{
    const clause_item *it = d->place, *hit = NULL;
    const wq_actor *a = d->recipient.list.n ? &d->recipient.list.v[0] : NULL;
    bool force = event_type_cell(c, d->type, "scene").p;
    bool here = it && it >= d->s->item && it < d->s->item + d->s->n_items;
    for (uint32_t i = d->trigger + 1; a && force && here && &d->s->item[i] < it; i++) {
        const clause_item *k = &d->s->item[i];
        bool after = item_is_function(k, STR("prep")) && str_eq(k->value, STR("baad"));
        if (hit && after)
            d->place = hit;
        if (k->kind == ITEM_PLACE &&
            text_span(d->s->part, k->first, k->last).start == a->span.start)
            hit = k;
    }
}

/* "the quarter of Ras al-Ain", "Palestine Street" in an article about another country: called like the town, and not in it. */
static void keep_namesake(const coder_state *c, event_draft *d)
{
    const clause_item *it = d->site, *town = d->place;
    if (it && town == it + 1 && town->kind == ITEM_PLACE && it->kind == ITEM_NOMINAL &&
        c->about.n && !str_eq(where_country(town), c->about) &&
        needs_word(c, d, it, STR("@streets")))
        d->place = NULL;
}

void where_settle(coder_state *c, event_draft *d)
{
    if (where_is_nowhere(d)) {
        d->place = d->site = NULL;
        return;
    }
    keep_place_hit(c, d);
    keep_namesake(c, d);
    if (d->place && !is_of_this_text(d, d->place)) {
        d->site = d->site ? d->site : d->place;
        d->place = NULL;
    }
    if (!d->place && !d->site)
        d->place = where_elsewhere(c, d);
    if (!d->place && !d->site)
        d->place = where_told_later(c, d);
    where_site_again(c, d);
    bool his =
        d->site && ((d->site->clitics & MORPH_PRONOUN) || venue_is_parliament(d->site));
    d->country = state_of_site(c, d);
    d->where_rule = "place.named";
    bool nowhere = d->place && d->place->place && d->place->place->rank == PLACE_TOWN &&
                   !d->place->place->country.n; /* a town that no gazetteer knows */
    if ((!d->place || nowhere) && !d->country.p)
        settle_country(c, d, his);
    keep_to_own_side(c, d);
    whole_spare_scene(d);
    place_hit(c, d);
    if (!d->place && !d->site)
        d->place = where_goes_on(c, d);
    place_where_fired(c, d);
    where_flown(c, d);
    place_locals(c, d, &d->actor);
    place_locals(c, d, &d->recipient);
    place_coalition(c, d, &d->actor);
    place_coalition(c, d, &d->recipient);
    place_fighters(c, d, &d->actor);
    place_fighters(c, d, &d->recipient);
}

/* The one state in which the article tells elsewhere that the group acts, twice unless it is about that state; p == NULL: none. */
static wq_str state_of_fighters(const coder_state *c, wq_str id, uint32_t at)
{
    enum { REACH = 64 };
    wq_str state = { NULL, 0 };
    uint32_t n = 0;
    for (uint32_t i = at > REACH ? at - REACH : 0; i < c->drafts.n && i < at + REACH; i++)
        for (int k = 0; k < 2; k++) {
            const event_side *side = k ? &c->drafts.v[i].recipient : &c->drafts.v[i].actor;
            for (uint32_t j = 0; j < side->list.n; j++) {
                const wq_actor *a = &side->list.v[j];
                bool placed = is_state(c, a->country) && !str_eq(a->country, STR("IMG"));
                if (!placed || !str_eq(a->id, id))
                    continue;
                if (state.p && !str_eq(state, a->country))
                    return (wq_str){ NULL, 0 };
                state = a->country;
                n++;
            }
        }
    return n > 1 || str_eq(state, c->about) ? state : (wq_str){ NULL, 0 };
}

void country_of_fighters(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++)
        for (int k = 0; k < 2; k++) {
            event_side *side = k ? &c->drafts.v[i].recipient : &c->drafts.v[i].actor;
            for (uint32_t j = 0; j < side->list.n; j++) {
                wq_actor *a = &side->list.v[j];
                const actor_mention *m = a->id.p && str_eq(a->country, STR("IMG"))
                                             ? draft_mention(&c->drafts.v[i], a->span)
                                             : NULL;
                bool body = m && (m->kind == ACTOR_ORG || m->kind == ACTOR_GROUP);
                wq_str state = body ? state_of_fighters(c, a->id, i) : (wq_str){ NULL, 0 };
                a->country = state.p ? state : a->country;
            }
        }
}
