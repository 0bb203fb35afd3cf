/* Where an event takes place: a toponym or a noun of place by its frame, its prepositions, a relative clause behind it, the
 * journey it is part of; failing these, the country that the sides leave no doubt about.                                 */
#include "event/claim.h"
#include "event/site.h"

bool where_is_toponym(const clause_item *it)
{
    return it->kind == ITEM_PLACE || (it->kind == ITEM_ACTOR && it->actor->place_like);
}

static bool is_word_of_phrase(const clause_item *it)
{
    return it->kind == ITEM_NOMINAL || it->kind == ITEM_ADJ || it->kind == ITEM_WORD;
}

static bool is_behind_in(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    return (it->clitics & MORPH_BI) ||
           (at && item_is_function(it - 1, STR("prep")) &&
            (str_eq((it - 1)->value, STR("fi")) || str_eq((it - 1)->value, STR("khilal"))));
}

/* "demanded in a press conference in Juba": where they spoke. */
static bool is_meeting(const coder_state *c, const event_draft *d, uint32_t at)
{
    return is_behind_in(d, at) &&
           needs_word(c, d, &d->s->item[at], STR("@talks,@said_where"));
}

/* Of a type whose acts have a scene; asked before the draft has its type. */
bool where_is_of_force(const coder_state *c, const event_draft *d)
{
    return words_row(c, d->row)->scene;
}

/* "cut ties over the war in Gaza": the place of the force that a measure answers. */
static bool is_of_force_behind(const coder_state *c, const event_draft *d, uint32_t at)
{
    uint32_t rows[ROWS_MAX];
    const clause_item *before = at ? &d->s->item[at - 1] : NULL;
    if (at > d->trigger + 2 && is_word_of_phrase(before) && !(before->clitics & MORPH_AL))
        before--; /* "against the background of the war" */
    if (at < d->trigger + 2 || where_is_of_force(c, d) ||
        !item_is_function(before, STR("prep")))
        return false;
    uint32_t n = trigger_rows(c, d->s, at, LEX_EVENT, rows);
    for (uint32_t i = 0; i < n; i++)
        if (words_row(c, rows[i])->scene)
            return true;
    return false;
}

/* "in the hall", "during the meeting", another word for the act: what a place behind it is the place of. */
static bool is_where_it_is(const coder_state *c, const event_draft *d, uint32_t at)
{
    return (is_behind_in(d, at) && site_is_noun(c, d->s, &d->s->item[at])) ||
           trigger_is_of_type(c, d, at) || is_meeting(c, d, at);
}

/* "discussed the situation in Libya": in what is only said and agreed, a place right behind a thing is the thing's.
 * It is the event's behind who takes part, behind a time, behind a noun of place, behind one that was not known
 * before ("signed a contract in Vienna"), and in the trigger's own phrase ("a closed meeting in Cairo").          */
static bool hangs_on_thing(const coder_state *c, const event_draft *d, uint32_t at)
{
    bool verbal = words_row(c, d->row)->verbal;
    uint32_t i = at && item_is_function(&d->s->item[at - 1], STR("prep")) ? at - 1 : at;
    while (i > d->trigger + 1 && site_is_kind(&d->s->item[i - 1]))
        i--;
    uint32_t nouns = 0;
    bool definite = false;
    if (!verbal && i > 0 && i < at && is_of_force_behind(c, d, i - 1))
        return true;
    for (; verbal && i > d->trigger + 1 && is_word_of_phrase(&d->s->item[i - 1]); i--) {
        bool topic = nouns && definite && (d->s->item[i - 1].clitics & MORPH_LI);
        if (is_where_it_is(c, d, i - 1))
            return topic; /* "to discuss the situation in Rafah" */
        nouns += d->s->item[i - 1].kind != ITEM_ADJ;
        definite |= (d->s->item[i - 1].clitics & MORPH_AL) != 0;
    }
    bool own = i == d->trigger + 1 && d->s->item[d->trigger].kind != ITEM_VERB;
    return !own && (nouns > 1 || (nouns && definite)) && !venue_signed_in(c, d, at);
}

/* "blames the rebels in the east", "calls for the release of those held in Zuwara": of what is demanded, blamed, refused, threatened, but
 * no trial, the place is told right behind the word, who says it, a time or the meeting he speaks at; else it is another's. */
static bool is_of_what_is_said(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *item = d->s->item;
    bool said = str_eq(words_row(c, d->row)->quad, STR("3")) &&
                !str_eq(event_cell(c, d->row, "contexts"), STR("legal"));
    uint32_t i = at && item_is_function(&item[at - 1], STR("prep")) ? at - 1 : at;
    while (i > d->trigger + 1 && site_is_kind(&item[i - 1]))
        i--;
    while (i > 0 && (item[i - 1].kind == ITEM_TIME || item[i - 1].kind == ITEM_MARK ||
                     item_is_function(&item[i - 1], STR("prep"))))
        i--;
    if (!said || i <= d->trigger + 1)
        return false;
    const clause_item *before = &item[i - 1];
    bool speaker = before->kind == ITEM_ACTOR && where_is_on_side(&d->actor, before);
    bool spoke = site_is_held(c, d, at);
    for (uint32_t k = d->trigger + 1; k < i; k++)
        spoke |= is_meeting(c, d, k);
    return !speaker && !spoke;
}

/* "about the situation in Syria": the place of what is talked about. */
static bool is_of_topic(const coder_state *c, const event_draft *d, const clause_args *args,
                        uint32_t i)
{
    if (venue_is_of_topic(c, d, args->v[i].item))
        return true;
    while (i > 0 && args->v[i].coordinated && str_eq(args->v[i].slot, args->v[i - 1].slot))
        i--; /* "the situation in Gaza, Libya and Sudan" */
    uint32_t at = args->v[i].item;
    return is_of_what_is_said(c, d, at) || after_is_of_other(c, d, at) ||
           venue_is_of_people(c, d, at) ||
           (!site_is_held(c, d, at) && hangs_on_thing(c, d, at));
}

bool where_is_on_side(const event_side *side, const clause_item *it)
{
    for (uint32_t i = 0; i < side->list.n && it->kind == ITEM_ACTOR; i++)
        if (side->list.v[i].span.start == it->actor->a.span.start)
            return true;
    return false;
}

/* "There began in Geneva talks between the government and the rebels in Idlib": behind a party the place may be theirs, where one
 * stands between the verb and the talks that it carries.                                                             */
static const clause_item *before_noun(const coder_state *c, const event_draft *d,
                                      const clause_args *args, uint32_t found)
{
    const clause_item *at = &d->s->item[args->v[found].item];
    bool behind = args->v[found].item > d->trigger + 1 && d->carrier >= 0 &&
                  d->carrier < (int32_t)d->trigger;
    at -= behind && item_is_function(at - 1, STR("prep")) ? 2 : 1;
    const clause_item *first = behind ? &d->s->item[d->carrier + 1] : at;
    while (behind && first < at &&
           (first->kind == ITEM_TIME || item_is_function(first, STR("prep")) ||
            site_is_kind(first)))
        first++;
    for (uint32_t i = 0; behind && at->kind == ITEM_ACTOR && i < args->n; i++) {
        const clause_item *it = &d->s->item[args->v[i].item];
        if (it == first && where_is_local(c, d, &args->v[i]) && where_is_toponym(it) &&
            !venue_is_vast(c, d, it))
            return it;
    }
    return NULL;
}

const clause_item *where_toponym(const coder_state *c, const event_draft *d,
                                 const clause_args *args)
{
    for (uint32_t i = 0; i < args->n; i++) {
        uint32_t at = args->v[i].item;
        const clause_item *it = &d->s->item[at], *among = venue_among(d->s, at);
        if (where_is_local(c, d, &args->v[i]) && (among || where_is_toponym(it)) &&
            !is_of_topic(c, d, args, i) && !venue_in_note(d->s, at) &&
            !venue_is_beyond(d, at) && !venue_is_vast(c, d, among ? among : it)) {
            const clause_item *before = before_noun(c, d, args, i);
            return before ? before : among ? among : it;
        }
    }
    return NULL;
}

/* "killed in Bokrovsk": a word of no dictionary, behind "in" and the like, is where an act of force took place. */
static bool is_strange_name(const coder_state *c, const event_draft *d, const clause_arg *a)
{
    return where_is_of_force(c, d) && !str_eq(a->slot, STR("bi")) &&
           venue_is_strange(d->s, &d->s->item[a->item]);
}

const clause_item *site_in_args(const coder_state *c, const event_draft *d,
                                const clause_args *args)
{
    for (uint32_t i = 0; i < args->n; i++) {
        const clause_item *it = &d->s->item[args->v[i].item];
        if (!where_is_local(c, d, &args->v[i]) ||
            is_of_what_is_said(c, d, args->v[i].item) || venue_is_vast(c, d, it))
            continue;
        if (site_is_scene(c, d, args->v[i].item) || is_strange_name(c, d, &args->v[i]))
            return it;
        if (site_is_foreign_town(d, args->v[i].item))
            return it - 1;
    }
    for (uint32_t i = 0; i < args->n; i++) { /* less than "in a street" tells */
        const clause_item *it = &d->s->item[args->v[i].item];
        bool house = (it->clitics & MORPH_AL) && needs_word(c, d, it, STR("@property"));
        if (where_is_at(c, d, &args->v[i]) && !it->direction && !house &&
            site_is_noun(c, d->s, it))
            return it;
    }
    return NULL;
}

const clause_item *site_in_slots(const coder_state *c, const event_draft *d,
                                 const clause_args *args, wq_str slots)
{
    for (wq_str slot; slots.n && str_next(&slots, '|', &slot);) {
        wq_str bare = slot;
        str_next(&slot, ':', &bare);
        int32_t at = role_item(d, bare, args);
        bool apart = str_eq(bare, STR("gen")) && at != (int32_t)d->trigger + 1;
        if (at >= 0 && !apart && site_is_scene(c, d, (uint32_t)at) &&
            site_is_known(c, d, (uint32_t)at) &&
            !(d->s->item[at].direction && (d->s->item[at].clitics & MORPH_AL)))
            return &d->s->item[at];
    }
    return NULL;
}

/* ---- outside the trigger's own arguments ------------------------------------------------- */

/* "shelling that the army directed at Fasher in Darfur": the town that an act of force is done to. */
static const clause_item *hit_in_args(coder_state *c, const event_draft *d,
                                      const clause_args *args)
{
    bool force = where_is_of_force(c, d);
    const clause_item *town = force ? where_in_slots(c, d, args, STR("ala")) : NULL;
    return town && town->place && town->place->rank == PLACE_TOWN ? town : NULL;
}

/* "The war that broke out in Sudan led to the death of": in the relative clause behind another word for it, before it. */
static const clause_item *in_relative_before(coder_state *c, const event_draft *d)
{
    for (uint32_t i = 0; i + 1 < d->trigger; i++) {
        const clause_item *rel = &d->s->item[i + 1];
        const clause *who = &d->s->clause[rel->clause];
        clause_args args;
        if (!item_is_function(rel, STR("rel")) || who->verb < 0 ||
            who->verb >= (int32_t)d->trigger || who->first != i + 1 ||
            !needs_word(c, d, &d->s->item[i], STR("@violence,@fights")))
            continue;
        clause_args_of(d->s, c->mem, (uint32_t)who->verb, &args);
        const clause_item *town = hit_in_args(c, d, &args);
        return town ? town : where_toponym(c, d, &args);
    }
    return NULL;
}

/* "a veto against a draft that blames the army in Bamako": in what is only said and agreed, but no meeting, a relative clause behind
 * a thing on a preposition tells of that thing.                                                                        */
static bool describes_other(const coder_state *c, const event_draft *d, uint32_t rel)
{
    const event_row *row = words_row(c, d->row);
    bool verbal = row->verbal &&
                  !event_type_cell(c, row->type, "many").p; /* who meets is somewhere */
    for (uint32_t i = rel; verbal && i-- > d->trigger + 1;) {
        const clause_item *it = &d->s->item[i];
        bool tied =
            (it->clitics & MORPH_PREPOSITION) || item_is_function(it - 1, STR("prep"));
        if (it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE || is_meeting(c, d, i) ||
            needs_word(c, d, it, STR("@talks,@agreement")) || site_is_noun(c, d->s, it))
            return false;
        if ((it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) && tied)
            return true;
    }
    return false;
}

/* "the summit, which was held in Geneva", "a march that went through the streets of Bamako"; "took part in a summit that was
 * held in Kazan".                                                                                                      */
static const clause_item *in_relative_clause(coder_state *c, event_draft *d)
{
    bool attends =
        str_eq(event_cell(c, d->row, "mode"), STR("multilateral")) || venue_session(c, d);
    if ((d->s->item[d->trigger].kind == ITEM_VERB && !attends) ||
        d->clause + 1 >= d->s->n_clauses)
        return NULL;
    const clause *next = &d->s->clause[d->clause + 1];
    clause_args args;
    if (!clause_is_relative(d->s, next) || next->verb < 0 ||
        describes_other(c, d, next->first) || when_is_of_man(d, next))
        return NULL;
    clause_args_of(d->s, c->mem, (uint32_t)next->verb, &args);
    const clause_item *town = hit_in_args(c, d, &args);
    town = town ? town : where_toponym(c, d, &args);
    if (!town && (d->site = site_in_args(c, d, &args)) != NULL)
        town = site_town(c, d);
    return town;
}

/* "Attacked a bus that carried pilgrims in Baluchistan", "went off in a truck carrying": what goes on where the thing hit was. */
static const clause_item *in_clause_of_thing(coder_state *c, event_draft *d)
{
    const clause *went_on = venue_thing_hit(c, d);
    clause_args args;
    if (!went_on)
        return NULL;
    clause_args_of(d->s, c->mem, (uint32_t)went_on->verb, &args);
    d->site = site_in_args(c, d, &args);
    return where_toponym(c, d, &args);
}

/* A verb that tells of dead or injured. */
static bool harms(const coder_state *c, const clause_item *verb)
{
    wq_str kind;
    return claim_is_cue(c, verb, STR("size"), &kind) &&
           str_listed(STR("dead|injured"), '|', kind);
}

/* Is the verb of clause `next` joined to the trigger's by "and", and told of one and the same place: both tell of harm, or one and
 * the same subject used force?                                                                                        */
static bool is_joined(const coder_state *c, const event_draft *d, const clause *next)
{
    uint32_t rows[ROWS_MAX];
    const clause_item *verb = next->verb < 0 ? NULL : &d->s->item[next->verb];
    if (!verb || next->opener != OPEN_AND || next->verb != (int32_t)next->first ||
        !(verb->clitics & (MORPH_WA | MORPH_FA)))
        return false;
    if (harms(c, &d->s->item[d->trigger]) && harms(c, verb))
        return true;
    bool same = next->subject >= 0 && next->subject == draft_clause(d)->subject &&
                !str_eq(event_cell(c, d->row, "mode"), STR("seize")) &&
                trigger_rows(c, d->s, (uint32_t)next->verb, LEX_LIGHT, rows) == 0;
    uint32_t n = same ? trigger_rows(c, d->s, (uint32_t)next->verb, LEX_EVENT, rows) : 0;
    for (uint32_t i = 0; i < n; i++)
        if (words_row(c, rows[i])->scene)
            return true;
    return false;
}

/* "Two were killed and three injured in the town of Sabha", "killed a gunman and arrested ten in Lamu": the clause of the last of
 * the verbs joined to the trigger's; the trigger's own where nothing is joined.                                       */
static const clause *last_joined(const coder_state *c, const event_draft *d)
{
    enum { JOINED = 3 };
    const clause *cl = draft_clause(d), *end = d->s->clause + d->s->n_clauses;
    for (uint32_t n = 0; n < JOINED && cl + 1 < end && is_joined(c, d, cl + 1); n++)
        cl++;
    return cl;
}

/* "fired rockets that fell in Sderot" (سقطت, without a particle): the clause right behind what was fired; NULL: none. */
static const clause *falls(const coder_state *c, const event_draft *d)
{
    const clause *next = draft_clause(d) + 1;
    if (next >= d->s->clause + d->s->n_clauses || next->verb != (int32_t)next->first ||
        next->verb < 1)
        return NULL;
    const clause_item *verb = &d->s->item[next->verb], *thing = verb - 1;
    bool fired = (thing->kind == ITEM_WORD || thing->kind == ITEM_NOMINAL) &&
                 !(thing->clitics & MORPH_AL) && thing > &d->s->item[d->trigger];
    return fired && !(verb->clitics & (MORPH_WA | MORPH_FA)) &&
                   needs_word(c, d, verb, STR("@lands"))
               ? next
               : NULL;
}

/* What tells where behind the verbs joined to the trigger, or where that fell which was fired. */
static const clause_item *in_joined_clause(coder_state *c, event_draft *d)
{
    const clause *own = draft_clause(d), *fall = falls(c, d);
    const clause *last = fall ? fall : last_joined(c, d);
    if (last == own || d->s->item[d->trigger].kind != ITEM_VERB)
        return NULL;
    clause_args args = event_args(c, d->s, (uint32_t)last->verb);
    d->site = site_in_args(c, d, &args);
    return where_toponym(c, d, &args);
}

/* "killed when a bomber blew himself up in a market", "while their truck was passing through": of an act of force the clause behind
 * "when", "as", and "while" with something that went on, tells where.                                                */
static const clause_item *in_clause_of_time(coder_state *c, event_draft *d)
{
    const clause_item *town = in_clause_of_thing(c, d);
    if (town || d->site)
        return town;
    bool force = where_is_of_force(c, d);
    const clause *next = (force ? last_joined(c, d) : draft_clause(d)) + 1;
    clause_args args;
    if (!force || next >= d->s->clause + d->s->n_clauses || next->opener != OPEN_SUB ||
        next->verb < 0)
        return NULL;
    wq_str opener = d->s->item[next->first].value;
    bool went_on = next->aux >= 0 && str_eq(opener, STR("sub"));
    if (!went_on && !str_eq(opener, STR("when")))
        return NULL;
    clause_args_of(d->s, c->mem, (uint32_t)next->verb, &args);
    d->site = site_in_args(c, d, &args);
    return where_toponym(c, d, &args);
}

/* "south of Ramadi", without a preposition. */
static const clause_item *direction_of(const coder_state *c, const event_draft *d)
{
    enum { REACH = 16, SOFT = 4 };
    const clause *cl = draft_clause(d);
    bool force = where_is_of_force(c, d);
    bool said = words_row(c, d->row)->verbal;
    uint32_t reach = d->trigger + (said ? SOFT : REACH);
    if (force && d->s->item[d->trigger].kind != ITEM_VERB &&
        d->clause + 1 < d->s->n_clauses && clause_is_relative(d->s, cl + 1))
        cl++; /* "a strike that hit their base south of Ramadi" */
    for (uint32_t i = d->trigger + 1; i + 1 < cl->last && i < reach; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->direction && !(it->clitics & (MORPH_PREPOSITION | MORPH_AL)) &&
            (site_town_behind(d->s, it) || site_is_kind(it + 1) ||
             (i + 2 < cl->last && !it[1].direction && site_is_noun(c, d->s, it + 1) &&
              !it[1].clitics && it[2].kind == ITEM_WORD && (it[2].clitics & MORPH_AL))))
            return it; /* "south of the river Litani" */
    }
    return NULL;
}

wq_str where_country(const clause_item *it)
{
    return it->place   ? it->place->country
           : it->actor ? it->actor->a.country
                       : (wq_str){ NULL, 0 };
}

bool where_is_country(const clause_item *it)
{
    return it->place ? it->place->rank == PLACE_COUNTRY
                     : it->actor && it->actor->kind == ACTOR_STATE &&
                           str_eq(str_of(it->actor->rule), STR("actor.country"));
}

/* Does an act of the draft's type stand there as the occasion: "killed in an attack"? */
static bool is_occasion(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at], *before = it - 1;
    bool tied = (it->clitics & MORPH_BI) ||
                (item_is_function(before, STR("prep")) && str_eq(before->value, STR("fi")));
    bool noun = it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
    return tied && ((it->kind == ITEM_NOMINAL && trigger_is_of_type(c, d, at)) ||
                    (noun && needs_word(c, d, it, STR("@weapon"))));
}

static bool is_in_or_near(const clause_item *it)
{
    const clause_item *before = it - 1;
    return (it->clitics & MORPH_BI) ||
           (item_is_function(before, STR("prep")) &&
            str_listed(STR("fi|qurb"), '|', before->value)) ||
           (item_is_function(before, STR("transparent")) && before->value.n);
}

/* "killed in an attack that hit a patrol in Sinai", "in shelling of the village of X": the first place behind the occasion. */
static void of_occasion(const coder_state *c, event_draft *d)
{
    bool occasion = false;
    for (uint32_t i = d->trigger + 1; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        occasion = occasion || is_occasion(c, d, i);
        bool next =
            occasion && it->kind == ITEM_VERB && (it->clitics & (MORPH_WA | MORPH_FA));
        if (next || item_is_function(it, STR("comp")) || item_is_function(it, STR("sub")))
            break;
        if (!occasion || !is_in_or_near(it))
            continue;
        if (it > d->s->item + 1 && site_is_kind(it - 1) && it[-2].direction)
            break; /* "north of the town of" */
        bool village = site_is_kind(it - 1) && site_is_unknown_town(d, i);
        if (where_is_toponym(it) || village) {
            *(village ? &d->site : &d->place) = it;
            return;
        }
    }
}

/* "In Moscow a meeting is held that takes in": where the noun is that the trigger's clause describes. */
static const clause_item *of_described(coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    bool describes = d->s->item[d->trigger].kind == ITEM_VERB && cl->parent >= 0 &&
                     str_find(event_cell(c, d->row, "needs"), STR("which=")) >= 0;
    int32_t verb = describes ? d->s->clause[cl->parent].verb : -1;
    if (verb < 0 || verb > (int32_t)d->trigger)
        return NULL;
    clause_args args = event_args(c, d->s, (uint32_t)verb);
    for (uint32_t i = 0; i < args.n && args.v[i].item < d->trigger; i++)
        if (str_eq(args.v[i].slot, STR("fi")) && !is_of_topic(c, d, &args, i) &&
            where_is_toponym(&d->s->item[args.v[i].item]))
            return &d->s->item[args.v[i].item];
    return NULL;
}

/* "The airport of Misrata came under fire": the site that is the subject of such a verb. */
static const clause_item *site_that_suffers(const coder_state *c, const event_draft *d)
{
    int32_t verb = d->carrier;
    int32_t at = verb < 0 ? -1 : d->s->clause[d->s->item[verb].clause].subject;
    if (at < 0 || d->s->item[at].kind == ITEM_ACTOR ||
        !role_is_suffered(c, d, (uint32_t)verb))
        return NULL;
    bool scene = d->s->item[at].kind == ITEM_PLACE ||
                 (site_is_scene(c, d, (uint32_t)at) && site_is_known(c, d, (uint32_t)at));
    return scene ? &d->s->item[at] : NULL;
}

/* "South of Ramadi": tells the site, or what lies around the one found. */
static void take_direction(const coder_state *c, event_draft *d)
{
    const clause_item *north = d->place ? NULL : direction_of(c, d);
    d->site = d->site ? d->site : north;
    if (north && north >= d->site)
        d->place = site_town_behind(d->s, north);
    if (!d->place && !d->site)
        d->place = venue_away_from(c, d);
}

/* The clauses around the trigger's, in the order of how near they are. */
static void look_in_clauses(coder_state *c, event_draft *d)
{
    bool force = where_is_of_force(c, d);
    d->place = venue_taken_up(c, d);
    if (!d->place)
        d->place = in_relative_clause(c, d);
    if (!d->place && !d->site && force)
        d->place = in_joined_clause(c, d);
    if (!d->place && !d->site)
        d->place = in_clause_of_time(c, d);
    if (!d->place && !d->site)
        where_opens(c, d);
    if (!d->place && !d->site && force)
        of_occasion(c, d);
    take_direction(c, d);
    if (!d->place && !d->site && (force || venue_is_met_at(c, d)))
        d->place = venue_before_where(d);
    if (!d->place && !d->site && force)
        d->place = in_relative_before(c, d);
}

/* Beyond the clauses: the town they spoke from, the noun that the clause describes, the journey. */
static void look_beyond(coder_state *c, event_draft *d, const clause_args *args)
{
    if (!d->place && !d->site)
        d->place = venue_spoken_from(c, d, args);
    if (!d->place && !d->site)
        d->place = spoken_called_after(c, d, args);
    if (!d->place && !d->site)
        d->place = spoken_above(c, d);
    if (!d->place && !d->site)
        d->place = where_gathered(c, d);
    if (!d->place)
        d->place = of_described(c, d);
    if (!d->place)
        d->place = where_of_journey(c, d);
    if (d->place && venue_is_vast(c, d, d->place))
        d->place = NULL;
    if (!d->place && !d->site)
        d->site = venue_house(c, d, args);
    if (!d->place && !d->site)
        d->site = spoken_house_above(c, d);
}

static void look_for_capital(const coder_state *c, event_draft *d)
{
    if (!d->place && !d->site)
        d->site = venue_capital(c, d);
    if (!d->place && !d->site)
        d->place = venue_seat_named(c, d);
}

void where_look_around(coder_state *c, event_draft *d, const clause_args *args)
{
    wq_str slots = event_type_cell(c, event_cell(c, d->row, "type"), "place");
    look_in_clauses(c, d);
    look_beyond(c, d, args);
    if (!d->place)
        d->place = where_in_slots(c, d, args, slots);
    if (d->place && where_is_of_force(c, d) && where_is_on_side(&d->actor, d->place))
        d->place = NULL; /* "Russia's invasion of": who does it is not where */
    if (!d->place && !d->site)
        d->site = site_in_slots(c, d, args, slots);
    if (!d->place && !d->site)
        d->site = site_that_suffers(c, d);
    if (!d->place && !d->site && where_is_of_force(c, d))
        where_told(c, d);
    look_for_capital(c, d);
    if (d->site && !d->place && d->site->kind == ITEM_PLACE) {
        d->place = d->site;
        d->site = NULL;
    }
    if (!d->place && d->site)
        d->place = site_town(c, d);
}
