/* Where and when, by what lies near the deed: the session in which it was done, the town somebody spoke from, the first of the
 * towns that a number of them has among it.                                                                            */
#include "event/claim.h"
#include "event/site.h"
#include "script/letters.h"

bool venue_in_note(const clause_sentence *s, uint32_t at)
{
    enum { REACH = 8 };
    for (uint32_t i = at; i > 0 && at - i < REACH; i--) {
        if (s->item[i - 1].mark == ')')
            return false;
        const clause_item *first = &s->item[i];
        if (s->item[i - 1].mark == '(')
            return !where_is_toponym(first) && !first->direction &&
                   first->kind != ITEM_FUNCTION;
    }
    return false;
}

bool venue_is_strange(const clause_sentence *s, const clause_item *it)
{
    enum { SHORT = 3 };
    const text_token *t = &s->part->token[it->first];
    return it->kind == ITEM_WORD && (!t->morph || !t->morph->known) && !it->count &&
           !it->clitics && t->n_cp > SHORT;
}

/* The noun that a relative clause without "which" or with it describes, adjectives between them passed over. */
static const clause_item *described_by(const clause_sentence *s, const clause *rel)
{
    enum { ADJECTIVES = 2 };
    const clause_item *it = rel->first ? &s->item[rel->first] - 1 : NULL;
    for (int k = 0; it && k < ADJECTIVES && it > s->item && !it->clitics &&
                    (it->kind == ITEM_ADJ || it->kind == ITEM_WORD);
         k++)
        it--;
    return it;
}

static bool is_in(const clause_sentence *s, const clause_item *it)
{
    const clause_item *before = it - 1;
    return (it->clitics & MORPH_BI) ||
           (it > s->item && item_is_function(before, STR("prep")) &&
            (str_eq(before->value, STR("fi")) || str_eq(before->value, STR("khilal"))));
}

const clause *venue_session(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d), *next = cl + 1;
    if (d->clause + 1 >= d->s->n_clauses || cl->last != next->first || next->verb < 0 ||
        d->s->item[d->trigger].kind != ITEM_VERB || !clause_is_relative(d->s, next))
        return NULL;
    const clause_item *noun = described_by(d->s, next);
    if (!noun || noun <= &d->s->item[d->trigger] || noun->kind != ITEM_NOMINAL ||
        !needs_word(c, d, noun, STR("@talks,@said_where")))
        return NULL;
    bool end = (noun - 1)->kind == ITEM_WORD || (noun - 1)->kind == ITEM_NOMINAL;
    return is_in(d->s, noun) || (end && is_in(d->s, noun - 1)) ? next : NULL;
}

/* Right behind a noun without article, a verb that nothing joins and whose subject stands before it. */
static bool describes_noun(const event_draft *d, const clause *next)
{
    const clause_item *it = &d->s->item[next->first];
    return next->verb == (int32_t)next->first && next->opener == OPEN_AND &&
           next->subject < (int32_t)next->first && !(it->clitics & (MORPH_WA | MORPH_FA)) &&
           !((it - 1)->clitics & (MORPH_AL | MORPH_PRONOUN));
}

const clause *venue_thing_hit(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d), *next = cl + 1;
    if (!where_is_of_force(c, d) || d->clause + 1 >= d->s->n_clauses ||
        cl->last != next->first || d->s->item[d->trigger].kind != ITEM_VERB ||
        !describes_noun(d, next))
        return NULL;
    const clause_item *verb = &d->s->item[next->verb];
    const clause_item *thing = verb - 1, *who = described_by(d->s, next);
    bool man = who && who->kind == ITEM_ACTOR && cl->subject != (int32_t)(who - d->s->item);
    if (man) /* "arrested five who tried to slip into" */
        return needs_word(c, d, verb, STR("@caught_at")) ? next : NULL;
    bool noun = thing > &d->s->item[d->trigger] &&
                (thing->kind == ITEM_NOMINAL || thing->kind == ITEM_WORD);
    return noun && (verb->entry.feats & LEX_F_IMPERFECT) ? next : NULL;
}

const clause_item *venue_spoken_from(const coder_state *c, const event_draft *d,
                                     const clause_args *args)
{
    if (!words_row(c, d->row)->verbal ||
        str_find(event_cell(c, d->row, "frame"), STR("min")) >= 0)
        return NULL;
    for (uint32_t i = 0; i < args->n; i++) {
        uint32_t at = args->v[i].item;
        const clause_item *it = &d->s->item[at];
        bool from = str_eq(args->v[i].slot, STR("min")) && at > 1 && where_is_toponym(it) &&
                    !where_is_country(it);
        if (from && where_is_on_side(&d->actor, it - 2))
            return it;
    }
    return NULL;
}

bool venue_is_parliament(const clause_item *it)
{
    return it->kind == ITEM_ACTOR && it->actor->kind != ACTOR_PERSON &&
           it->actor->kind != ACTOR_OFFICE && !it->actor->plural &&
           str_eq(it->actor->a.sector, STR("LEG"));
}

/* "before the committee of finance in the Senate": the house that the committee is of, else what stands there itself. */
static const clause_item *house_of(const event_draft *d, const clause_item *it)
{
    enum { NAME = 4 };
    const clause_item *end = d->s->item + d->s->n_items, *next = it + 1;
    for (int k = 0; k < NAME && next < end && next->kind != ITEM_MARK; k++, next++) {
        bool in = (next->clitics & MORPH_BI) || (item_is_function(next - 1, STR("prep")) &&
                                                 str_eq((next - 1)->value, STR("fi")));
        if (in && venue_is_parliament(next))
            return next;
    }
    return it;
}

const clause_item *venue_house(const coder_state *c, const event_draft *d,
                               const clause_args *args)
{
    if (!words_row(c, d->row)->verbal)
        return NULL;
    for (uint32_t i = 0; i < args->n; i++) {
        const clause_item *it = &d->s->item[args->v[i].item];
        bool house = it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_ORG &&
                     lex_in_group(c->lex, STR("houses"), it->actor->a.id);
        bool before = str_eq(args->v[i].slot, STR("amam")) &&
                      (it < d->s->item + 2 ||
                       !item_is_function(it - 2, STR("prep"))); /* "away from before" */
        if (house && (before || str_eq(args->v[i].slot, STR("fi"))) &&
            !where_is_on_side(&d->actor, it))
            return it;
        bool other = it >= d->s->item + 2 && it[-2].kind == ITEM_NOMINAL &&
                     (it[-2].clitics & MORPH_PREPOSITION) &&
                     !str_eq(words_row(c, d->row)->type, STR("CONSULT"));
        before = before && !other; /* "demanded that he appear before parliament" */
        const clause_item *in = before ? house_of(d, it) : it;
        if (before && venue_is_parliament(in) && !where_is_on_side(&d->actor, in))
            return in;
    }
    return NULL;
}

const clause_item *venue_among(const clause_sentence *s, uint32_t at)
{
    enum { ADJECTIVES = 2 };
    const clause_item *it = &s->item[at], *end = s->item + s->n_items;
    if (it->kind != ITEM_WORD && it->kind != ITEM_NOMINAL)
        return NULL;
    it++;
    for (int k = 0; k < ADJECTIVES && it < end &&
                    (it->kind == ITEM_ADJ || it->kind == ITEM_WORD || item_is_comma(it));
         k++)
        it++;
    bool among = it + 1 < end && item_is_function(it, STR("prep_pronoun")) &&
                 str_listed(STR("min|bayn"), '|', it->value);
    return among && where_is_toponym(it + 1) ? it + 1 : NULL;
}

const clause_item *venue_capital(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const event_row *row = words_row(c, d->row);
    if (row->verbal && !str_eq(row->type, STR("CONSULT")))
        return NULL;
    for (uint32_t i = d->trigger + 1; i < cl->last; i++) {
        const clause_item *it = &d->s->item[i], *next = it + 1;
        bool capital =
            item_is_function(it, STR("transparent")) && str_eq(it->value, STR("capital")) &&
            str_starts(text_slice_bare(d->s->part, it->first, it->last, it->clitics),
                       STR(AR_AL));
        bool in = (it->clitics & MORPH_BI) ||
                  (item_is_function(it - 1, STR("prep")) &&
                   str_listed(STR("fi|fawq|dakhil"), '|', it[-1].value));
        bool named = i + 1 < d->s->n_items &&
                     (where_is_toponym(next) || next->kind == ITEM_ADJ ||
                      next->kind == ITEM_WORD || (next->clitics & MORPH_AL));
        if (capital && in && !named)
            return it;
    }
    return NULL;
}

/* The capital by whose name the state goes that acts: "Baghdad summoned the ambassador". */
const clause_item *venue_seat_named(const coder_state *c, const event_draft *d)
{
    if (d->actor.list.n != 1 ||
        !str_listed(STR("ACCUSE|CONSULT"), '|', words_row(c, d->row)->type) ||
        str_find(event_cell(c, d->row, "frame"), STR("P=host")) < 0)
        return NULL; /* of an expulsion it may be anywhere */
    for (uint32_t i = 0; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_ACTOR && it->actor->place_like &&
            it->actor->a.span.start == d->actor.list.v[0].span.start &&
            str_eq(str_of(it->actor->rule), STR("actor.metonym")) && where_is_toponym(it))
            return it;
    }
    return NULL;
}

bool venue_signed_in(const coder_state *c, const event_draft *d, uint32_t at)
{
    enum { WORDS = 5 };
    const clause_item *own = &d->s->item[d->trigger], *it = &d->s->item[at];
    if (!where_is_toponym(it) || where_is_country(it) ||
        !needs_word(c, d, own, STR("@signing")))
        return false;
    it -= !(it->clitics & MORPH_BI); /* the preposition */
    for (int n = 0; n < WORDS && --it > own; n++) {
        if (needs_word(c, d, it, STR("@agreement")))
            return true;
        bool aim = it->kind == ITEM_NOMINAL && (it->clitics & MORPH_PREPOSITION);
        if (aim || (it->kind != ITEM_WORD && it->kind != ITEM_NOMINAL &&
                    it->kind != ITEM_ADJ && !site_is_kind(it)))
            return false; /* "to stop the fighting in" */
    }
    return false;
}

bool venue_is_vast(const coder_state *c, const event_draft *d, const clause_item *it)
{
    return words_row(c, d->row)->verbal && it->place && it->place->rank == PLACE_REGION &&
           !it->place->country.n;
}

/* "seized positions in it", "bombed it": does a pronoun in the trigger's clause take a place up? */
static bool takes_up(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *own = &d->s->item[d->trigger];
    bool force = where_is_of_force(c, d);
    if (force && own->kind == ITEM_VERB && (own->clitics & (MORPH_HA | MORPH_HU)))
        return true;
    for (uint32_t i = d->trigger + 1; i < cl->last; i++) {
        const clause_item *it = &d->s->item[i];
        bool in = item_is_function(it, STR("prep_pronoun"));
        if (in && str_eq(it->value, STR("fi")) && (force || i == d->trigger + 1))
            return true;
        if (in && force && str_eq(it->value, STR("ala")))
            return true;
    }
    return false;
}

const clause_item *venue_taken_up(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    if (cl->verb != (int32_t)d->trigger || !takes_up(c, d))
        return NULL;
    if (cl->opener == OPEN_THAT && cl->parent >= 0)
        cl = &d->s->clause[cl->parent]; /* "the town, in which, they said, they seized" */
    if (cl->opener != OPEN_WHO || cl->first == 0)
        return NULL;
    const clause_item *land = &d->s->item[cl->first] - 1;
    return where_is_toponym(land) ? land : NULL;
}

const clause_item *venue_before_where(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *it = &d->s->item[cl->first];
    bool where = cl->opener == OPEN_SUB && cl->first > 1 &&
                 item_is_function(it, STR("sub")) && str_eq(it->value, STR("where"));
    it = where && item_is_comma(it - 1) ? it - 2 : it - where;
    if (!where || !where_is_toponym(it))
        return NULL;
    uint32_t back = it->adverbial ? 1 : (it - 1)->direction ? 2 : 0;
    bool north = back && it >= d->s->item + back && where_is_toponym(it - back);
    return north ? it - back : it; /* "Maroua, in northern Cameroon" */
}

bool venue_is_met_at(const coder_state *c, const event_draft *d)
{
    const clause_item *where = &d->s->item[draft_clause(d)->first];
    bool met = str_eq(words_row(c, d->row)->type, STR("CONSULT")) &&
               !str_eq(event_cell(c, d->row, "mode"), STR("phone")) && where > d->s->item;
    const clause_item *town = met && item_is_comma(where - 1) ? where - 2 : NULL;
    if (!town || town <= d->s->item)
        return met && !town;
    while (town > d->s->item && site_is_kind(town - 1))
        town--; /* behind a comma "where" may also mean "since" */
    return !where_is_country(where - 2) &&
           ((town->clitics & (MORPH_BI | MORPH_LI)) ||
            (item_is_function(town - 1, STR("prep")) &&
             str_listed(STR("fi|ila"), '|', town[-1].value)));
}

/* Does "in" and a town stand in the sentence before item `at`? */
static bool is_town_before(const event_draft *d, uint32_t at)
{
    for (uint32_t i = 1; i + 2 < at; i++)
        if (where_is_toponym(&d->s->item[i]) && !where_is_country(&d->s->item[i]) &&
            is_in(d->s, &d->s->item[i]))
            return true;
    return false;
}

/* "agreed in Berlin on sanctions on officials in Belarus": of what is decided in a town about people, a place right behind them is where
 * they are.                                                                                                           */
bool venue_is_of_people(const coder_state *c, const event_draft *d, uint32_t at)
{
    const event_row *row = words_row(c, d->row);
    bool decided = row->verbal || str_eq(row->type, STR("SANCTION"));
    if (at < 3 || !decided || str_eq(row->type, STR("CONSULT")))
        return false;
    const clause_item *it = &d->s->item[at], *who = it - 1, *tie;
    who -= item_is_function(who, STR("prep"));
    tie = who - 1;
    return who > &d->s->item[d->trigger + 1] && who->kind == ITEM_ACTOR &&
           !who->actor->definite && !where_is_on_side(&d->actor, who) &&
           item_is_function(tie, STR("prep")) &&
           str_listed(STR("ala|didd|an"), '|', tie->value) && is_town_before(d, at);
}

bool venue_is_beyond(const event_draft *d, uint32_t at)
{
    const clause *next = draft_clause(d) + 1;
    if (d->s->item[d->trigger].kind == ITEM_VERB || d->clause + 1 >= d->s->n_clauses ||
        at < next->last || !clause_is_relative(d->s, next))
        return false;
    const clause_item *noun = described_by(d->s, next);
    for (uint32_t i = next->first; noun == &d->s->item[d->trigger] && i < next->last; i++)
        if (where_is_toponym(&d->s->item[i]) && is_in(d->s, &d->s->item[i]))
            return true;
    return false;
}

const clause_item *venue_away_from(const coder_state *c, const event_draft *d)
{
    enum { REACH = 6 };
    const clause *cl = draft_clause(d);
    for (uint32_t i = d->trigger + 2; where_is_of_force(c, d) && i < cl->last; i++) {
        const clause_item *away = &d->s->item[i], *last = away + REACH;
        if (!item_is_function(away, STR("prep")) || !str_eq(away->value, STR("baad")) ||
            !item_is_function(away - 1, STR("prep")) || !str_eq(away[-1].value, STR("ala")))
            continue;
        const clause_item *it = away + 1, *end = &d->s->item[cl->last];
        while (it < end && it < last && !item_is_function(it, STR("prep")))
            it++;
        bool from = it < end && item_is_function(it, STR("prep")) &&
                    str_listed(STR("min|an"), '|', it->value);
        for (it++; from && it < end && site_is_kind(it); it++)
            ;
        return from && it < end && where_is_toponym(it) ? it : NULL;
    }
    return NULL;
}

/* The "in" before the place at `at`, the kind it is of and towns joined to it passed over; `at` where none is there. */
static uint32_t in_before(const event_draft *d, uint32_t at)
{
    uint32_t i = at;
    while (i > d->trigger + 1 && (d->s->item[i].clitics & MORPH_WA) &&
           where_is_toponym(&d->s->item[i - 1]))
        i--; /* "in Lebanon and Palestine" */
    while (i > d->trigger + 1 && site_is_kind(&d->s->item[i - 1]))
        i--;
    bool in = i > d->trigger + 1 && item_is_function(&d->s->item[i - 1], STR("prep")) &&
              str_eq(d->s->item[i - 1].value, STR("fi"));
    return in ? i - 1 : at;
}

bool venue_is_of_topic(const coder_state *c, const event_draft *d, uint32_t at)
{
    enum { REACH = 4 };
    uint32_t in = in_before(d, at);
    if (where_is_of_force(c, d) || in == at)
        return false;
    for (uint32_t i = in, n = 0; i > d->trigger + 1 && n < REACH; i--, n++) {
        const clause_item *it = &d->s->item[i - 1];
        bool word =
            it->kind == ITEM_NOMINAL || it->kind == ITEM_ADJ || it->kind == ITEM_WORD;
        if (!word)
            return false;
        if (needs_word(c, d, it, STR("@situated")))
            return true;
    }
    return false;
}
