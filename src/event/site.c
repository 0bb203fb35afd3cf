/* Nouns of place: a palace, a camp, "south of", a town that no gazetteer knows; and how much of the text is such a place. */
#include "event/site.h"
#include "event/claim.h"
#include "script/letters.h"

/* In any reading: a house is a thing as well. */
static bool is_noun_of(const coder_state *c, const clause_sentence *s,
                       const clause_item *it, wq_str kind)
{
    const morph_word *w = s->part->token[it->first].morph;
    bool noun = it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
    if ((it->clitics & MORPH_PRONOUN) &&
        str_ends(s->part->token[it->first].norm, STR(AR_TEH_MARBUTA)))
        return false; /* "a way", no pronoun on "road" */
    for (uint32_t i = 0; noun && w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_NOUN && w->v[i].clitics == it->clitics &&
            str_eq(lex_cell(c->lex, LEX_NOUN, w->v[i].entry.row, "kind"), kind))
            return true;
    return false;
}

bool site_is_noun(const coder_state *c, const clause_sentence *s, const clause_item *it)
{
    return is_noun_of(c, s, it, STR("place")) || it->direction;
}

/* "in the White House": a name for who sits there, too. */
bool site_is_seat(const clause_item *it)
{
    return it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_STATE &&
           !it->actor->place_like &&
           !str_eq(str_of(it->actor->rule), STR("actor.own-country"));
}

bool site_is_body(const clause_item *it)
{
    return it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_ORG && !it->actor->place_like;
}

/* "town", "village of": stands before a name. */
bool site_is_kind(const clause_item *it)
{
    return item_is_function(it, STR("transparent")) && it->value.n &&
           !(it->clitics & MORPH_AL);
}

/* Known as more than the form of a verb, which no adjective is. */
static bool is_known_noun(const text_token *t)
{
    const morph_word *w = t->morph;
    for (uint32_t i = 0; w && w->known && i < w->n; i++)
        if (w->v[i].entry.table != LEX_STEM || w->v[i].entry.form != LEX_VERBFORM)
            return true;
    return false;
}

/* The item before item `at`, or before the mark that opens a quotation there. */
static const clause_item *before_quote(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at] - 1;
    bool opened =
        at > 1 && it->kind == ITEM_MARK &&
        (it->mark == '"' || it->mark == '(' || it->mark == 0xab || it->mark == 0x201c);
    return it - opened;
}

/* "the village of the Monastery": one town or village without article, and what would be its adjective has one. */
static bool is_village_before(const event_draft *d, uint32_t at)
{
    const clause_item *it = at > 0 ? before_quote(d, at) : NULL;
    const morph_analysis *noun =
        it ? morph_as(&d->s->part->token[it->first], LEX_NOUN, -1) : NULL;
    return noun && site_is_kind(it) && !(noun->entry.feats & LEX_F_PLUR) &&
           str_eq(lex_cell(d->part->in.lex, LEX_NOUN, noun->entry.row, "kind"),
                  STR("town_w"));
}

/* "the village of", "the village of (quoted)": right before item `at`. */
static bool is_kind_before(const event_draft *d, uint32_t at)
{
    return at > 0 && site_is_kind(before_quote(d, at));
}

/* "border (village)": an adjective made of a noun, without article. */
static bool is_relative_adjective(const text_token *t)
{
    const morph_word *w = t->morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if ((w->v[i].entry.feats & LEX_F_NISBA) && !w->v[i].clitics)
            return str_ends(t->norm, STR(AR_TEH_MARBUTA));
    return false;
}

/* Behind "the village of": a name, and no adjective or quality ("civilian areas"). */
static bool is_name_of_village(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    const text_token *t = &d->s->part->token[it->first];
    bool quality =
        is_known_noun(t) &&
        (str_ends(t->norm, STR(AR_TEH_MARBUTA)) || (it->entry.feats & LEX_F_ACC)) &&
        !morph_is_any(t, LEX_BIT(LEX_ACTOR));
    bool named = (!(it->clitics & MORPH_AL) && !quality) || !t->morph || !t->morph->known ||
                 (!is_relative_adjective(t) && is_village_before(d, at));
    return at && named && is_kind_before(d, at);
}

/* "the area of the Strait east of Ramadi": a thing's name, behind "the area of" and before the direction of a toponym. */
static bool is_called_like_thing(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    bool thing = it->kind == ITEM_NOMINAL && it->clitics == MORPH_AL && !it->direction;
    if (!thing || !is_kind_before(d, at) || at + 2 >= d->s->n_items)
        return false;
    const morph_analysis *noun = morph_as(&d->s->part->token[it[-1].first], LEX_NOUN, -1);
    return !(noun && (noun->entry.feats & LEX_F_PLUR)) && it[1].direction &&
           !(it[1].clitics & MORPH_AL) && where_is_toponym(it + 2);
}

/* "in Husayba, east of Ramadi", "in the town of Linz": the direction and the toponym behind it, or the word before it, tell
 * that the word is a place.                                                                                          */
bool site_is_unknown_town(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    const morph_word *w = d->s->part->token[it->first].morph;
    if (is_called_like_thing(d, at))
        return true;
    if (it->kind != ITEM_WORD || it->count || it->other)
        return false;
    if (it->last > it->first + 1 || is_name_of_village(d, at))
        return true; /* of two words: read as a village's name */
    if (at + 3 < d->s->n_items && it[1].direction && it[2].direction &&
        !(it[2].clitics & MORPH_PREPOSITION))
        return where_is_toponym(it + 3); /* "north east of" */
    return at + 2 < d->s->n_items && it[1].direction &&
           (where_is_toponym(it + 2) ||
            (!(w && w->known) && it[2].kind == ITEM_WORD && (it[2].clitics & MORPH_AL)));
}

bool site_is_foreign_town(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at], *end = d->s->item + d->s->n_items;
    if (!at || !site_is_kind(it - 1))
        return false;
    while (it < end && it->kind == ITEM_WORD &&
           !(it->clitics & (MORPH_AL | MORPH_PREPOSITION)))
        it++;
    return it < end && it->kind == ITEM_ADJ &&
           !(it->clitics & (MORPH_AL | MORPH_PREPOSITION));
}

uint32_t site_name_end(const event_draft *d, const clause_item *it)
{
    const clause_item *next = it + 1, *end = d->s->item + d->s->n_items;
    bool name =
        next < end && !(next->clitics & ~(uint32_t)MORPH_AL) &&
        (next->kind == ITEM_WORD || (next->direction && (next->clitics & MORPH_AL)));
    return name ? next->last : it->last;
}

/* A word of no dictionary, one with the article, or a doubtful toponym. */
static bool is_name_like(const event_draft *d, const clause_item *it)
{
    const text_token *t = &d->s->part->token[it->first];
    bool town = !it->clitics && morph_is_any(t, LEX_BIT(LEX_PLACE) | LEX_BIT(LEX_CITY));
    return it->kind == ITEM_WORD &&
           ((it->clitics & MORPH_AL) || !t->morph || !t->morph->known || town);
}

/* "the camp of Jenin", "Mount \"Makhul\"", "the quarter of Victory": a name stands right behind it, in quotation marks or not. */
bool site_is_named(const coder_state *c, const event_draft *d, const clause_item *site)
{
    const clause_item *next = site + 1, *end = d->s->item + d->s->n_items;
    if (next + 1 < end && next->kind == ITEM_MARK && speech_is_quote_mark(next->mark))
        return next[1].kind == ITEM_WORD || next[1].kind == ITEM_PLACE;
    bool after = next < end && next->kind == ITEM_NOMINAL && next->clitics == MORPH_AL &&
                 needs_word(c, d, site, STR("@named_site"));
    return next < end && !(next->clitics & (MORPH_PREPOSITION | MORPH_WA)) &&
           (next->kind == ITEM_PLACE || is_name_like(d, next) || after ||
            (next->kind == ITEM_ACTOR && next->actor->place_like));
}

/* "the base", "the camp of Jenin": one that is known or has a name; not "burned houses", "live bullets". */
bool site_is_known(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at], *before = it - 1;
    bool described = at > d->trigger + 1 && (it->clitics & MORPH_AL) &&
                     before->kind == ITEM_WORD && (before->clitics & MORPH_AL);
    uint16_t whose =
        it->clitics & MORPH_PRONOUN & ~MORPH_I; /* a final yeh may be the noun's */
    if (it->kind == ITEM_ACTOR || described || whose)
        return it->kind == ITEM_ACTOR;
    bool the = (it->clitics & MORPH_AL) && !needs_word(c, d, it, STR("@property"));
    return the || site_is_named(c, d, it) || site_is_kind(before);
}

/* A noun of place, a seat, a town nobody knows; a direction only with what it is the direction of. */
bool site_is_scene(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at], *end = d->s->item + d->s->n_items;
    if (it->direction)
        return (it->clitics & MORPH_AL) || (it + 1 < end && it[1].kind != ITEM_MARK &&
                                            !(it[1].clitics & MORPH_PREPOSITION));
    return site_is_noun(c, d->s, it) || site_is_seat(it) || site_is_unknown_town(d, at);
}

/* "Habib Bourguiba Street", "the seat of the ministry"; but no minister who stands behind it. */
static bool names_site(const event_draft *d, const clause_item *it)
{
    const actor_mention *m = it->actor;
    bool name_alone = it == d->site + 1 && m->name_first == m->first &&
                      d->site->kind != ITEM_ACTOR && d->site->kind != ITEM_PLACE;
    if (m->kind == ACTOR_GROUP && !m->definite &&
        (where_is_toponym(it - 1) || site_is_seat(it - 1)))
        return false; /* "at Nairobi airport [arrived] a plane" */
    return m->kind != ACTOR_OFFICE && (m->kind != ACTOR_PERSON || name_alone);
}

/* "the camp of the Sector", "the quarter of Peace". */
static bool is_noun_of_site(const event_draft *d, const clause_item *it)
{
    const clause_item *before = it - 1;
    bool own =
        before == d->site && it->clitics == MORPH_AL && !(before->clitics & MORPH_AL);
    return it->kind == ITEM_NOMINAL && (site_is_kind(before) || own);
}

/* "the garden of a centre", "the surroundings of the field of X": a second noun of place, right behind the first. */
static bool is_site_of_site(const coder_state *c, const event_draft *d,
                            const clause_item *it)
{
    return it == d->site + 1 && it->kind == ITEM_NOMINAL && !(it - 1)->clitics &&
           site_is_noun(c, d->s, it);
}

/* A word behind a noun of place, as against the head of "which led to". */
static bool is_word_of_site(const event_draft *d, const clause_item *it)
{
    return d->s->part->token[it->first].n_cp > 2 || it->count ||
           it + 1 == d->s->item + d->s->n_items || it[1].kind != ITEM_VERB;
}

/* "At the port of Hodeida a ship": behind its name only what describes it. */
static bool is_behind_name(const clause_item *it)
{
    return where_is_toponym(it - 1) && !(it->clitics & MORPH_AL) &&
           it->kind != ITEM_PLACE && it->kind != ITEM_ADJ && !it->direction;
}

/* The town of X, north of the country: no part of an unknown town's name. */
static bool is_beside_town(const event_draft *d, const clause_item *it)
{
    return it->direction && d->site->kind == ITEM_WORD && !(it->clitics & MORPH_AL);
}

/* "Received in the hall a delegation", "met him at the airport the sultan": what follows a definite noun of place without its
 * article is no part of its name, nor is somebody.                                                                   */
static bool is_another_phrase(const event_draft *d, const clause_item *it)
{
    bool object = it->kind != ITEM_PLACE && !(it->clitics & MORPH_AL) &&
                  str_ends(d->s->part->token[it->last - 1].form, STR(AR_ALEF));
    bool someone = it->kind == ITEM_ACTOR && it->actor->kind != ACTOR_STATE;
    if (is_beside_town(d, it))
        return true;
    return ((it - 1)->clitics & MORPH_AL) && (object || someone);
}

/* What hangs on a noun of place and is part of its name; "in his office at the Yamama Palace": a second one. */
static bool is_part_of_site(const coder_state *c, const event_draft *d,
                            const clause_item *it)
{
    const clause_item *before = it - 1;
    bool state = it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_STATE;
    if (it->clitics & MORPH_BI)
        return site_is_noun(c, d->s, it) || where_is_toponym(it) || state ||
               (site_is_kind(it) && d->site->kind == ITEM_NOMINAL);
    if (it->clitics & (MORPH_PREPOSITION | MORPH_WA | MORPH_FA) ||
        (before->kind == ITEM_NOMINAL && before->clitics & MORPH_PRONOUN) ||
        is_behind_name(it) || is_another_phrase(d, it))
        return false;
    if (it->kind == ITEM_ACTOR)
        return names_site(d, it);
    if (it->kind == ITEM_WORD)
        return is_word_of_site(d, it) && !role_is_tie(c, d, it);
    return it->kind == ITEM_ADJ || it->kind == ITEM_PLACE || site_is_kind(it) ||
           it->direction || is_noun_of_site(d, it) || is_site_of_site(c, d, it);
}

/* "Damaturu, capital of the state" */
static bool is_capital_of(const clause_item *it)
{
    return item_is_function(it, STR("transparent")) && str_eq(it->value, STR("capital"));
}

const clause_item *site_behind_in(const event_draft *d, const clause_item *it)
{
    const clause_item *end = d->s->item + d->s->n_items;
    bool in = it < end && (it->clitics & MORPH_BI);
    if (it < end && item_is_function(it, STR("prep")) && str_eq(it->value, STR("fi"))) {
        in = true;
        it++;
    }
    while (it < end && item_is_function(it, STR("transparent")) && it->value.n)
        it++;
    return in && it < end ? it : NULL;
}

/* "a post", and nothing that says which. */
bool site_is_bare(const event_draft *d)
{
    const clause_item *it = d->site, *end = d->s->item + d->s->n_items;
    return !(it->clitics & (MORPH_AL | MORPH_PRONOUN)) && !it->direction &&
           (it + 1 == end || it[1].kind == ITEM_FUNCTION || it[1].kind == ITEM_MARK ||
            (it[1].clitics & MORPH_PREPOSITION));
}

/* "Sejnane, which belongs to the province of Bizerte": the toponym behind li- at `of`; NULL: none. */
static const clause_item *behind_tie(const event_draft *d, const clause_item *of)
{
    const clause_item *end = d->s->item + d->s->n_items;
    if (!(of->clitics & MORPH_LI))
        return NULL;
    while (of + 1 < end && item_is_function(of, STR("transparent")) && of->value.n)
        of++;
    return where_is_toponym(of) ? of : NULL;
}

/* "inside a shopping centre in Malmö": what stands behind "in" where the words of the site end; NULL: nothing. */
const clause_item *site_around(const coder_state *c, const event_draft *d)
{
    enum { LONGEST = 3 };
    const clause_item *end = d->s->item + d->s->n_items, *it = d->site + 1;
    if (it < end && it->kind == ITEM_ACTOR && !where_is_toponym(it) &&
        ((it->clitics & MORPH_LI) || !(it->clitics & MORPH_PREPOSITION)))
        it++; /* "a post of the police", "the seat of the consulate" */
    while (it < end && it <= d->site + LONGEST && !(it->clitics & MORPH_PREPOSITION) &&
           (it->kind == ITEM_ADJ || it->kind == ITEM_WORD || is_site_of_site(c, d, it)) &&
           !role_is_tie(c, d, it))
        it++;
    return it + 1 < end && role_is_tie(c, d, it) ? behind_tie(d, it + 1)
                                                 : site_behind_in(d, it);
}

/* "the town of X, the neighbouring one" (بلدة سلومة المجاورة): behind a name of no dictionary a word of the dictionary with the
 * article says what the town is like; a direction, "the new", "upper" are part of such names.                        */
static bool is_what_like(const coder_state *c, const event_draft *d, const clause_item *it)
{
    const text_token *t = &d->s->part->token[it->first];
    const morph_analysis *n = morph_as(t, LEX_NOUN, -1);
    bool direction =
        n && str_eq(lex_cell(c->lex, LEX_NOUN, n->entry.row, "kind"), STR("direction"));
    return venue_is_strange(d->s, d->site) && !where_is_toponym(it) &&
           str_starts(t->form, STR(AR_AL)) && t->morph && t->morph->known && !direction &&
           !morph_may_be(t, STR("np_modifier"));
}

static bool goes_on_with_site(const coder_state *c, const event_draft *d,
                              const clause_item *it)
{
    return (d->site->direction || !is_capital_of(it)) && is_part_of_site(c, d, it) &&
           !needs_word(c, d, it, STR("@located")) && !is_what_like(c, d, it);
}

wq_str where_site_text(const coder_state *c, const event_draft *d)
{
    enum { LONGEST = 6 };
    const clause_item *end = d->s->item + d->s->n_items, *it = d->site + 1;
    if (it + 2 < end && it->kind == ITEM_MARK && speech_is_quote_mark(it->mark) &&
        speech_is_quote_mark(it[2].mark)) /* Mount "Makhul" */
        return text_slice_bare(d->s->part, d->site->first, it[2].last, d->site->clitics);
    while (!site_is_body(d->site) && it < end && it <= d->site + LONGEST &&
           goes_on_with_site(c, d, it))
        it++;
    bool any = !(d->site->clitics & (MORPH_AL | MORPH_PRONOUN)) && !d->site->direction &&
               site_is_noun(c, d->s, d->site);
    const clause_item *town =
        any && !site_is_named(c, d, d->site) ? site_around(c, d) : NULL;
    bool quoted = town && (town - 1)->kind == ITEM_MARK;
    if (town && where_is_toponym(town) && !quoted) /* "a market in Nairobi" */
        it = town + 1;
    return text_slice_bare(d->s->part, d->site->first, (it - 1)->last, d->site->clitics);
}

/* "on the margins of the conference held in Marrakesh" */
bool site_is_held(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *before = at ? &d->s->item[at - 1] : NULL;
    if (before > d->s->item && item_is_function(before, STR("prep")) &&
        str_eq(before->value, STR("fi")))
        before--;
    return before && (before->clitics & MORPH_AL) &&
           needs_word(c, d, before, STR("@held_where"));
}

/* Palestine Street; no streets of Palestine. */
static bool is_one_street(const coder_state *c, const event_draft *d)
{
    const clause_item *it = d->site;
    const morph_analysis *noun = morph_as(&d->s->part->token[it->first], LEX_NOUN, -1);
    return noun && needs_word(c, d, it, STR("@streets")) &&
           str_eq(lex_cell(c->lex, LEX_NOUN, noun->entry.row, "lemma"),
                  text_slice_bare(d->s->part, it->first, it->first + 1, it->clitics));
}

const clause_item *site_town(const coder_state *c, const event_draft *d)
{
    const clause_item *next = d->site + 1, *end = d->s->item + d->s->n_items;
    if (site_is_body(d->site))
        return NULL;
    while (next < end && item_is_function(next, STR("transparent")) && next->value.n &&
           !(next->clitics & MORPH_PREPOSITION))
        next++; /* "one of the hotels of the capital Baghdad" */
    bool there =
        next < end && !(next->clitics & MORPH_PREPOSITION) && where_is_toponym(next);
    bool name = there && where_is_country(next) && is_one_street(c, d);
    return there && !name ? next : NULL;
}

const clause_item *site_town_behind(const clause_sentence *s, const clause_item *direction)
{
    const clause_item *it = direction + 1, *end = s->item + s->n_items;
    while (it < end && ((item_is_function(it, STR("transparent")) && it->value.n) ||
                        (it->kind == ITEM_ADJ && is_capital_of(it - 1)) ||
                        (it->direction && !(it->clitics & MORPH_PREPOSITION))))
        it++; /* "south west of the town of", "east of the Afghan capital" */
    return it < end && where_is_toponym(it) ? it : NULL;
}
