/* From the slots of a frame to the people and states that fill them. */
#include "event/doer.h"
#include "script/letters.h"

/* ---- phrases ---------------------------------------------------------------------- */

/* "with him": the pronoun on a preposition. */
static void add_pronoun(coder_state *c, const event_draft *d, const clause_item *it,
                        event_side *side)
{
    const text_token *t = &d->s->part->token[it->first];
    uint16_t clitics = it->clitics & MORPH_PRONOUN;
    if (!clitics) /* له, بها are rows of their own */
        clitics = antecedent_clitics(t->form);
    uint32_t at = (uint32_t)(it - d->s->item);
    if (role_add_both(c, d, at, clitics, side) || thing_meant_behind(c, d, at) >= 0)
        return;
    const actor_mention *m = role_is_resumptive(d, at) ? role_resumed(d, clitics)
                                                       : role_done_again(c, d, clitics);
    m = m || role_is_resumptive(d, at) ? m : role_antecedent(d, at, clitics);
    if (m)
        role_add_mention(c, m, side);
}

/* "a delegation of Hamas headed by Khaled Meshaal": he takes part, and is of their state where only the article's was at hand. */
static void add_head(coder_state *c, const event_draft *d, const clause_item *it,
                     event_side *side)
{
    const clause_item *end = d->s->item + d->s->n_items;
    if (it->actor->kind == ACTOR_GROUP && it + 2 < end && it[1].kind == ITEM_FUNCTION &&
        str_eq(it[1].value, STR("riaasa")) && it[2].kind == ITEM_ACTOR &&
        it[2].actor->kind <= ACTOR_OFFICE) {
        uint32_t before = side->list.n;
        role_add_mention(c, it[2].actor, side);
        wq_str whose = it->actor->a.country;
        bool guessed = str_eq(str_of(it[2].actor->rule), STR("actor.of-the-article"));
        if (side->list.n > before && whose.p && (guessed || !it[2].actor->a.country.p))
            side->list.v[before].country = whose;
    }
}

bool role_add(coder_state *c, const event_draft *d, const clause_item *it, event_side *side)
{
    uint32_t before = side->list.n;
    if (it->kind == ITEM_ACTOR) {
        role_add_mention(c, it->actor, side);
        add_head(c, d, it, side);
    } else if (it->kind == ITEM_PLACE && it->place->country.n)
        role_add_place(c, d, it, side);
    else if (it->kind == ITEM_ADJ)
        role_add_adjective(c, d, it, side);
    else if (item_is_function(it, STR("prep_pronoun")))
        add_pronoun(c, d, it, side);
    return side->list.n > before;
}

/* ---- slots --------------------------------------------------------------------------- */

/* A word that joins what stands behind it to what stands before. */
static bool joins_next(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    return item_is_function(it, STR("or")) || item_is_function(it, STR("also")) ||
           item_joins_quoted(s, i) || (it->count && (it->clitics & MORPH_WA));
}

/* Phrases joined to item `at` by wa-, before item `end`. */
void role_add_joined(coder_state *c, const event_draft *d, uint32_t at, uint32_t end,
                     event_side *side)
{
    bool joined = false; /* "and a number of" */
    for (uint32_t i = at + 1; i < end && i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        bool of_many = item_is_function(it, STR("transparent")) && it->value.n == 0;
        joined = joined || (of_many && (it->clitics & MORPH_WA));
        if (it->kind == ITEM_MARK || (of_many && joined) ||
            item_is_function(it, STR("adverb")))
            continue;
        if (joins_next(d->s, i)) {
            joined = true;
            continue;
        }
        if (role_is_joined_nisba(d->s, i)) {
            role_add_same_body(c, d, i, side);
            continue;
        }
        bool actor = it->kind == ITEM_ACTOR && (joined || (it->clitics & MORPH_WA)) &&
                     !(it->clitics & MORPH_PREPOSITION);
        joined = false;
        if (!actor)
            break;
        role_add(c, d, it, side);
    }
}

/* Who stands in the genitive of a verbal noun as whose it is. */
static bool add_genitive_of(coder_state *c, event_draft *d, uint32_t noun, event_side *side)
{
    clause_args args = event_args(c, d->s, noun);
    for (uint32_t i = 0; i < args.n; i++)
        if (str_eq(args.v[i].slot, STR("gen")) && args.v[i].owner_is_head)
            return role_add(c, d, &d->s->item[args.v[i].item], side);
    return false;
}

/* "Killed the sheikh, and his kinsman (وقريبه) So-and-so": somebody by name, behind who he is to the one before, to whom the same is
 * done.                                                                                                               */
static void add_kin(coder_state *c, const event_draft *d, uint32_t at, event_side *side)
{
    const clause_item *it = &d->s->item[at] + 1, *end = d->s->item + d->s->n_items;
    it += it < end && item_is_comma(it);
    bool victim =
        side == &d->recipient &&
        str_eq(event_type_cell(c, event_cell(c, d->row, "type"), "quad"), STR("4"));
    bool his = victim && it + 1 < end &&
               (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) &&
               (it->clitics & MORPH_WA) && morph_is_his(&d->s->part->token[it->last - 1]);
    if (his && it[1].kind == ITEM_ACTOR && it[1].actor->kind == ACTOR_PERSON &&
        !it[1].clitics)
        role_add(c, d, it + 1, side);
}

/* "the use by Russia of": a light verbal noun has its own subject behind it. */
static bool subject_of_noun(coder_state *c, event_draft *d, event_side *side)
{
    if (role_speaks_by_light(c, d, side))
        return true;
    int32_t goer = journey_goer(c, d);
    if (goer >= 0)
        return role_add(c, d, &d->s->item[goer], side);
    if (d->light < 0 || d->light == (int32_t)d->trigger ||
        d->s->item[d->light].kind != ITEM_NOMINAL)
        return false;
    if (add_genitive_of(c, d, (uint32_t)d->light, side))
        return true;
    int32_t above = light_above(c, d->s, (uint32_t)d->light);
    return (above >= 0 && add_genitive_of(c, d, (uint32_t)above, side)) ||
           role_blamed(c, d, side);
}

/* Then its subject is whoever speaks, and nobody else. */
bool role_add_speaker(coder_state *c, event_draft *d, event_side *side)
{
    int32_t said = c->claims.of_item ? c->claims.of_item[d->trigger] : -1;
    const actor_mention *who = said < 0 ? c->claims.speaker.actor /* goes on speaking */
                                        : c->claims.said.v[said].who.actor;
    if (!who)
        return false;
    d->inherited = true;
    role_add_mention(c, who, side);
    return true;
}

/* "(He) intends a visit to": what stands behind such a verb is what is intended, not who does it. */
static bool is_intended(const coder_state *c, const event_draft *d, int32_t subject)
{
    wq_str value;
    return d->carrier >= 0 && d->carrier < (int32_t)d->trigger &&
           subject == d->carrier + 1 && d->s->item[subject].kind == ITEM_NOMINAL &&
           claim_is_cue(c, &d->s->item[d->carrier], STR("status"), &value) &&
           !str_eq(value, STR("hypothetical")) && !str_eq(value, STR("denied"));
}

/* Whose tool it is: "Russian tanks" are of its army. */
static bool add_wielder(coder_state *c, const event_draft *d, uint32_t at, event_side *side)
{
    const clause_item *owner = role_wielder(c, d, at);
    if (!owner || !role_add(c, d, owner, side))
        return false;
    wq_actor *a = &side->list.v[side->list.n - 1];
    if (a->country.p && str_eq(a->id, a->country)) {
        a->id = a->name = (wq_str){ NULL, 0 };
        role_make_army(a);
    }
    return true;
}

/* Sources say, they do not act; and a plane that lands for talks is no side of them. */
static bool is_no_doer(const coder_state *c, const event_draft *d, const clause_item *it)
{
    bool carrier = it->kind == ITEM_ACTOR && it->actor->agent &&
                   d->s->item[d->trigger].kind != ITEM_VERB &&
                   str_eq(event_cell(c, d->row, "type"), STR("CONSULT"));
    return (it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_SOURCE) ||
           (carrier &&
            lex_in_group(c->lex, STR("carrier"),
                         lex_cell(c->lex, LEX_AGENT, it->actor->agent - 1, "id")));
}

bool role_subject(coder_state *c, event_draft *d, event_side *side)
{
    const clause *cl = draft_verb_clause(d);
    if (str_eq(event_cell(c, d->row, "type"), STR("ASSAULT")) && role_occasion(d) >= 0)
        return false; /* "in an attack that hit": nobody who was named before */
    bool topic = cl->subject_is_topic && cl->subject >= (int32_t)cl->first;
    if (role_is_first_person(d, cl) && !topic) /* "Lavrov: we shall visit" */
        return role_add_speaker(c, d, side);
    if (subject_of_noun(c, d, side))
        return true;
    if (role_is_of_document(c, d, cl))
        return false;
    if (role_is_nobodys(c, d, cl) || is_intended(c, d, cl->subject))
        return role_some_subject(c, d, side) || role_subject_before(c, d, side);
    if (role_listed(c, d, (uint32_t)cl->subject, side))
        return true;
    int32_t role = role_apposed(c, d->s, (uint32_t)cl->subject);
    const clause_item *it = &d->s->item[role < 0 ? cl->subject : role];
    if (is_no_doer(c, d, it))
        return false;
    if (role_is_tool(c, d, it))
        return add_wielder(c, d, (uint32_t)cl->subject, side);
    bool people = it->kind != ITEM_ADJ || item_is_counted(d->s, (uint32_t)cl->subject);
    if (!people || !role_add(c, d, it, side))
        return false;
    uint32_t end =
        cl->subject_is_topic && cl->verb > cl->subject ? (uint32_t)cl->verb : d->s->n_items;
    role_add_joined(c, d, (uint32_t)cl->subject, end, side);
    role_add_antecedents(c, d, (uint32_t)cl->subject, side);
    role_add_toll(c, d, (uint32_t)cl->subject, side);
    add_kin(c, d, (uint32_t)cl->subject, side);
    role_add_among(c, d, (uint32_t)cl->subject, side);
    return true;
}

/* The bare phrase that is not the subject. */
static bool is_object(const event_draft *d, const clause_arg *a)
{
    const clause_item *verb = &d->s->item[d->trigger], *it = &d->s->item[a->item];
    bool land = it->kind == ITEM_PLACE || (it->kind == ITEM_ACTOR && it->actor->place_like);
    bool aside = a->item > 1 && it[-1].mark == '(' && it[-2].kind == ITEM_ACTOR &&
                 !(it[-2].clitics & MORPH_WA); /* "Ansar Allah (the Houthis)" */
    return a->slot.n == 0 && (int32_t)a->item != draft_clause(d)->subject && !aside &&
           !a->coordinated &&
           !(land && verb->of_people); /* "killed 18 in Mogadishu, capital of Somalia" */
}

/* Those whom crowds are against, who are none. */
static bool is_power(const clause_item *it)
{
    static const char *const sector[] = { "GOV", "MIL", "COP", "JUD" };
    for (size_t i = 0; i < sizeof sector / sizeof *sector; i++)
        if (str_eq(it->actor->a.sector, str_of(sector[i])))
            return true;
    return false;
}

/* "gen:place" wants a toponym, "gen:who" anything but one, "li:named" no pronoun either; "of" sees to the phrase elsewhere. */
static bool passes(const clause_item *it, wq_str filter)
{
    bool place =
        it->kind == ITEM_PLACE || (it->kind == ITEM_ACTOR && it->actor->place_like);
    if (str_eq(filter, STR("crowd")))
        return it->kind == ITEM_ACTOR && it->actor->kind != ACTOR_STATE && !is_power(it);
    if (str_eq(filter, STR("named")))
        return it->kind == ITEM_ACTOR && !place;
    return filter.n == 0 || str_eq(filter, STR("of")) ||
           place == str_eq(filter, STR("place"));
}

static bool add_phrase(coder_state *c, const event_draft *d, uint32_t at, bool or_owner,
                       event_side *side)
{
    const clause_item *it = &d->s->item[at];
    if (role_listed(c, d, at, side))
        return true;
    bool thing =
        it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL || role_is_made(c, d, at);
    wq_actor done_to;
    if (thing && or_owner && side == &d->recipient && role_done_to(c, d, at, &done_to)) {
        role_add_actor(c, &done_to, side);
        return true;
    }
    const clause_item *owner = thing && or_owner ? role_owner_on(c, d, at, side) : NULL;
    if (owner && role_add(c, d, owner, side)) { /* "the plans of Merkel and Macron" */
        role_add_nations(c, d, owner, side);
        role_add_joined(c, d, (uint32_t)(owner - d->s->item), d->s->n_items, side);
        return true;
    }
    return thing && or_owner ? role_add_ground(c, d, at, side) : role_add(c, d, it, side);
}

/* "was killed BY BURNING": an indefinite verbal noun in the accusative tells how, not whom. */
static bool is_manner(const event_draft *d, const clause_arg *a)
{
    const clause_item *it = &d->s->item[a->item];
    return it->kind == ITEM_NOMINAL && it->entry.form == LEX_MASDAR && it->clitics == 0 &&
           str_ends(d->s->part->token[it->first].form, STR(AR_ALEF));
}

/* "Arrested a number (عددا) of them": a quantity in the accusative, of whom nobody is named, right behind the verb. */
static bool has_quantity(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    return it + 1 < d->s->item + d->s->n_items && it->kind == ITEM_VERB &&
           item_is_function(it + 1, STR("transparent")) && it[1].clitics == 0 &&
           it[1].value.n == 0 &&
           str_ends(d->s->part->token[it[1].last - 1].form, STR(AR_ALEF));
}

bool role_has_object(const coder_state *c, const event_draft *d, const clause_args *args)
{
    if ((d->s->item[d->trigger].clitics & MORPH_PRONOUN) || has_quantity(d))
        return true;
    for (uint32_t i = 0; i < args->n; i++) {
        if (is_object(d, &args->v[i]) && !role_is_apposed(d, args->v[i].item) &&
            !role_tells_who(c, d, args->v[i].item))
            return !is_manner(d, &args->v[i]);
        bool tied = args->v[i].slot.n && !str_eq(args->v[i].slot, STR("gen")) &&
                    !str_eq(args->v[i].slot, STR("adj"));
        if (tied)
            return false;
    }
    return false;
}

/* Is the phrase tied as the slot says? */
static bool is_tied_so(const event_draft *d, wq_str slot, const clause_arg *a)
{
    if (str_eq(slot, STR("owner")))
        return role_is_owner(d, a);
    bool gen = str_eq(a->slot, STR("gen")) && a->owner_is_head;
    if (str_eq(slot, STR("obj"))) /* ", demanding": spelt like "the demand of" */
        return is_object(d, a) || (d->hal && gen);
    if (str_eq(slot, STR("gen")) || str_eq(slot, STR("adj")))
        return str_eq(a->slot, slot) && a->owner_is_head;
    return str_eq(a->slot, slot);
}

/* Behind ":" in a slot of a frame stands who it may be. */
static bool slot_matches(const event_draft *d, wq_str slot, wq_str filter,
                         const clause_arg *a)
{
    return is_tied_so(d, slot, a) && passes(&d->s->item[a->item], filter) &&
           !(str_eq(slot, STR("li")) && role_is_tied_elsewhere(d, a)) &&
           !(str_eq(slot, STR("min")) && role_is_of_participle(d, a)) &&
           !role_is_where_subject_is(d, a);
}

static bool fill_args(coder_state *c, event_draft *d, wq_str slot, const clause_args *args,
                      event_side *side)
{
    bool found = false;
    bool obj = str_eq(slot, STR("obj"));
    bool object = obj || str_starts(slot, STR("obj:"));
    bool adjective = str_eq(slot, STR("adj"));
    bool or_owner = str_ends(slot, STR(":of"));
    wq_str filter = slot, tied = slot;
    (void)str_next(&filter, ':', &tied);
    for (uint32_t i = 0; i < args->n; i++) {
        if (!slot_matches(d, tied, filter, &args->v[i]) ||
            role_is_between_others(c, d, &args->v[i]) ||
            (obj && role_is_named_late(d, args, i)) ||
            (object && role_tells_who(c, d, args->v[i].item)))
            continue;
        if (found && !adjective)
            break;                     /* one phrase, and below what is joined to it */
        uint32_t at = args->v[i].item; /* "to So-and-so, president of" */
        bool name = args->v[i].slot.n == 0 || d->s->item[at].kind == ITEM_WORD;
        int32_t role = name ? role_apposed(c, d->s, at) : -1;
        at = role < 0 ? at : (uint32_t)role;
        if (!add_phrase(c, d, at, or_owner, side))
            continue;
        found = true;
        for (uint32_t j = i + 1; !adjective && j < args->n && args->v[j].coordinated; j++)
            role_add(c, d, &d->s->item[args->v[j].item], side);
        role_add_toll(c, d, at, side);
        add_kin(c, d, at, side);
        role_add_among(c, d, at, side);
    }
    return found;
}

/* Where the spelling shows the passive, the subject is who it is done to. */
static bool is_passive(const clause_item *verb)
{
    return verb->entry.feats & LEX_F_PASSIVE;
}

static bool fill_passive(coder_state *c, event_draft *d, wq_str slot, event_side *side)
{
    const clause *cl = draft_clause(d);
    return role_subject(c, d, side) ||
           (cl->subject >= 0 &&
            add_phrase(c, d, (uint32_t)cl->subject, str_ends(slot, STR(":of")), side));
}

/* "that the American policy is a breach": whom the clause behind speaks of, as its subject or by what is theirs. */
static bool fill_that(coder_state *c, const event_draft *d, event_side *side)
{
    const clause *next = role_clause_that(d);
    if (!next || next->first + 1 >= next->last)
        return false;
    bool own = next->subject >= (int32_t)next->first && next->subject < (int32_t)next->last;
    uint32_t at = own ? (uint32_t)next->subject : next->first + 1;
    at += item_is_function(&d->s->item[at], STR("transparent")) && at + 1 < next->last;
    const clause_item *it = &d->s->item[at];
    bool governed = (it->clitics & MORPH_PREPOSITION) || it->kind == ITEM_FUNCTION ||
                    it->kind == ITEM_VERB;
    const clause_item *owner = role_owner(c, d, at);
    int32_t predicate = thing_predicate(c, d); /* "that the war is an insult to peoples" */
    bool of_it = predicate < 0 || !owner || owner < &d->s->item[predicate];
    return !governed && of_it && add_phrase(c, d, at, true, side);
}

/* "that it is for Russia to withdraw": who ought to do it. */
static bool fill_ought(coder_state *c, const event_draft *d, event_side *side)
{
    const clause *next = role_clause_that(d);
    int32_t whom = next ? clause_bound(c->lex, d->s, next) : CLAUSE_NONE;
    return whom >= 0 && add_phrase(c, d, (uint32_t)whom, false, side);
}

/* "a relief plane, Saudi": whose the subject is, where its own words do not tell. */
static bool fill_subject_nation(coder_state *c, const event_draft *d, event_side *side)
{
    int32_t at = draft_clause(d)->subject;
    if (role_add_issuer(c, d, side) || role_add_convened(c, d, side))
        return true;
    const actor_mention *m = role_mention(d->s, at);
    const clause_item *it =
        at < 0 || (m && m->a.country.p) ? NULL : role_owner(c, d, (uint32_t)at);
    bool apart = it && (d->s->item[at].clitics & MORPH_AL) &&
                 (it->kind != ITEM_ADJ || it != &d->s->item[at + 1]);
    return it && !apart &&
           role_add(c, d, it, side); /* "the statement called on Ethiopia" */
}

/* Slots that are no phrase of the trigger's own. */
static bool fills_by_name(wq_str slot)
{
    return str_listed(
        STR("speaker|accredited|post|that|ought|subj:of|subj:nation|sayer|issuer|bound|"
            "covers|against|topic|body|convener|where|host|guest|came|nth"),
        '|', slot);
}

/* "the American position met with": whose the subject is, where it is nobody. */
bool role_subject_owner(coder_state *c, event_draft *d, event_side *side)
{
    int32_t at = draft_clause(d)->subject;
    const clause_item *it = at < 0 ? NULL : role_owner(c, d, (uint32_t)at);
    bool apart = it && (d->s->item[at].clitics & MORPH_AL) && /* "the raids hit Idlib" */
                 where_is_toponym(it) && !it->clitics;
    return role_subject(c, d, side) ||
           (at >= 0 && !apart && add_phrase(c, d, (uint32_t)at, true, side));
}

static bool fill_by_name(coder_state *c, event_draft *d, wq_str slot,
                         const clause_args *args, event_side *side)
{
    if (str_eq(slot, STR("speaker")))
        return role_speaker(c, d, side);
    if (str_eq(slot, STR("sayer")))
        return role_sayer(c, d, side);
    if (str_eq(slot, STR("issuer")))
        return role_issuer(c, d, side);
    if (str_eq(slot, STR("bound")))
        return role_bound(c, d, side);
    if (str_eq(slot, STR("topic")))
        return role_topic(c, d, side);
    if (str_eq(slot, STR("accredited")))
        return role_accredited(c, d, args, side);
    if (str_eq(slot, STR("that")))
        return fill_that(c, d, side);
    if (str_eq(slot, STR("ought")))
        return fill_ought(c, d, side);
    if (str_eq(slot, STR("subj:of")))
        return role_subject_owner(c, d, side);
    if (str_eq(slot, STR("subj:nation")))
        return fill_subject_nation(c, d, side);
    if (str_eq(slot, STR("covers")))
        return role_covers(c, d, side);
    if (str_eq(slot, STR("against")))
        return role_against(c, d, side);
    if (str_eq(slot, STR("body")))
        return role_body(c, d, side);
    if (str_listed(STR("where|host|guest"), '|', slot))
        return role_of_visit(c, d, slot, side);
    if (str_eq(slot, STR("convener")))
        return role_convener(c, d, side);
    if (str_eq(slot, STR("nth")))
        return role_nth(c, d, side);
    if (str_eq(slot, STR("came")))
        return role_add_came(c, d, side);
    const clause_item *place = role_place_of_post(c, d, args);
    return place && role_add(c, d, place, side);
}

/* The pronoun on a noun: whose it is (poss), whom the clause before was done to (done). */
static bool fill_possessive(coder_state *c, event_draft *d, wq_str slot,
                            const clause_args *args, event_side *side)
{
    if (str_eq(slot, STR("done")))
        return (d->s->item[d->trigger].clitics & MORPH_PRONOUN) &&
               role_fill_done(c, d, side);
    return role_is_mine(d, args) ? role_add_speaker(c, d, side)
                                 : role_fill_pronoun(c, d, side);
}

static bool fill_slot(coder_state *c, event_draft *d, wq_str slot, const clause_args *args,
                      event_side *side)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool verb = it->kind == ITEM_VERB;
    bool purpose = d->light == (int32_t)d->trigger;
    if (fills_by_name(slot))
        return fill_by_name(c, d, slot, args, side);
    if (purpose && side == &d->actor && str_starts(slot, STR("gen")))
        return false; /* "to meet officials": its subject stands before, the genitive is the object */
    bool turned =
        verb && is_passive(it) && !str_eq(event_cell(c, d->row, "pos"), STR("passive"));
    if (turned)
        return str_starts(slot, STR("obj"))
                   ? fill_passive(c, d, slot, side)
                   : !str_eq(slot, STR("subj")) && fill_args(c, d, slot, args, side);
    if (str_eq(slot, STR("subj")))
        return role_subject(c, d, side);
    if (str_eq(slot, STR("light")))
        return role_lent(c, d, side);
    if (str_listed(STR("poss|done"), '|', slot))
        return !verb && fill_possessive(c, d, slot, args, side);
    if (str_starts(slot, STR("obj")) && verb && (it->clitics & MORPH_PRONOUN))
        return role_fill_object(c, d, slot, side);
    return fill_args(c, d, slot, args, side) || role_some_object(c, d, slot, side);
}

bool role_fill(coder_state *c, event_draft *d, wq_str slots, const clause_args *args,
               event_side *side)
{
    for (wq_str slot; str_next(&slots, '|', &slot);) {
        bool others = side == &d->actor && str_eq(slot, STR("bayn")) && /* "their talks" */
                      (d->s->item[d->trigger].clitics & MORPH_PRONOUN);
        bool doer = d->deverbal && str_starts(slot, STR("subj"));
        if (!slot.n || others ||
            !(doer ? deverbal_doer(c, d, args, side) : fill_slot(c, d, slot, args, side)))
            continue;
        if (side == &d->actor) {
            d->between = str_eq(slot, STR("bayn"));
            role_single_out(d, side);
        } else if (str_eq(slot, STR("bayn"))) {
            role_drop_own(d, side);
        }
        return true;
    }
    return false;
}

int32_t role_item(const event_draft *d, wq_str slots, const clause_args *args)
{
    for (wq_str filter, slot; str_next(&slots, '|', &filter);) {
        (void)str_next(&filter, ':', &slot);
        for (uint32_t i = 0; i < args->n; i++)
            if (slot_matches(d, slot, filter, &args->v[i]))
                return (int32_t)args->v[i].item;
    }
    return -1;
}
