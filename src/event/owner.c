/* Whose a thing is that an event is done to: "positions of the army", "targets linked to the movement". */
#include "event/draft.h"
#include "script/letters.h"

/* "targets linked to", "sites that belong to": a participle behind which the owner has a preposition. */
bool role_is_tie(const coder_state *c, const event_draft *d, const clause_item *it)
{
    const morph_word *w = d->s->part->token[it->first].morph;
    for (uint32_t i = 0; w && i < w->n && it->kind != ITEM_ACTOR; i++) {
        const lex_entry *e = &w->v[i].entry;
        if (e->table == LEX_FUNCTION &&
            str_eq(lex_cell(c->lex, LEX_FUNCTION, e->row, "kind"), STR("np_tied")) &&
            str_eq(lex_cell(c->lex, LEX_FUNCTION, e->row, "value"), STR("of")))
            return true;
    }
    return false;
}

/* Who stands behind the participle at item `at`, with a preposition on him or before him; NULL: nobody. */
static const clause_item *tied_to(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at + 1], *end = d->s->item + d->s->n_items;
    bool command = it + 1 < end && item_is_function(it, STR("transparent")) &&
                   (it->clitics & MORPH_PREPOSITION) && it[1].kind == ITEM_ACTOR &&
                   !it[1].actor->place_like; /* "of the command of the air force" */
    bool apart = it < end && (item_is_function(it, STR("prep")) || command);
    it += apart;
    bool somebody = it < end && (it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE);
    return somebody && (apart || (it->clitics & MORPH_PREPOSITION)) ? it : NULL;
}

/* "that Turkey was exposed to", "that the town saw": the subject of such a verb makes nothing. */
bool role_is_suffered(const coder_state *c, const event_draft *d, uint32_t verb)
{
    uint32_t rows[ROWS_MAX];
    uint32_t n = trigger_rows(c, d->s, verb, LEX_LIGHT, rows);
    bool object = d->s->item[verb].clitics & MORPH_PRONOUN;
    for (uint32_t i = 0; i < n; i++) {
        bool another = /* "that they signed" is no "that happened" */
            object && !str_eq(lex_cell(c->lex, LEX_LIGHT, rows[i], "object"), STR("obj"));
        if (!another &&
            !str_eq(lex_cell(c->lex, LEX_LIGHT, rows[i], "subject"), STR("actor")))
            return true;
    }
    return false;
}

bool role_is_undergone(const coder_state *c, const event_draft *d, uint32_t verb)
{
    uint32_t rows[ROWS_MAX];
    uint32_t n = trigger_rows(c, d->s, verb, LEX_LIGHT, rows);
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(lex_cell(c->lex, LEX_LIGHT, rows[i], "subject"), STR("recipient")))
            return true;
    return false;
}

/* "the statements that came out from the minister", "abuses (that were) ascribed to the army": who stands behind. */
static const clause_item *comes_from(const coder_state *c, const event_draft *d,
                                     const clause_item *verb)
{
    const clause_item *prep = verb + 1, *end = d->s->item + d->s->n_items;
    if (prep + 1 >= end || verb->kind != ITEM_VERB ||
        !item_is_function(prep, STR("prep")) || prep[1].kind != ITEM_ACTOR)
        return NULL;
    bool from =
        (str_eq(prep->value, STR("an")) && needs_word(c, d, verb, STR("@comes_out"))) ||
        (str_eq(prep->value, STR("ila")) && needs_word(c, d, verb, STR("nasaba")));
    return from ? prep + 1 : NULL;
}

/* "the statements that he made about it, the former president": phrases and a time may part the verb and its subject. */
static const clause_item *far_subject(const event_draft *d, const clause_item *verb)
{
    int32_t at = d->s->clause[verb->clause].subject;
    const clause_item *who = at < 0 ? verb : &d->s->item[at];
    return who > verb && who->clause == verb->clause && who->kind == ITEM_ACTOR &&
                   !who->actor->place_like
               ? who
               : NULL;
}

/* "the treaty that it concluded with Spain": the partner; NULL: none. */
static const clause_item *concluded_with(const event_draft *d, const clause_item *verb)
{
    const clause_item *end = d->s->item + d->s->n_items;
    bool with = (verb->clitics & (MORPH_HU | MORPH_HA)) && verb + 2 < end &&
                item_is_function(verb + 1, STR("prep")) &&
                str_eq(verb[1].value, STR("maa")) && verb[2].kind == ITEM_ACTOR;
    return with ? verb + 2 : NULL;
}

/* "the attack that the movement launched", "the truce that the kingdom called for": who stands behind the verb of the
 * relative clause at item `at`, where a pronoun takes the thing up; NULL: nobody.                                     */
static const clause_item *maker(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *verb = &d->s->item[at + 1], *end = d->s->item + d->s->n_items;
    const clause_item *from = comes_from(c, d, verb);
    if (from)
        return from;
    if (verb + 1 >= end || verb->kind != ITEM_VERB || role_is_suffered(c, d, at + 1) ||
        needs_word(c, d, verb, STR("@not_makers")))
        return NULL;
    const clause_item *partner = concluded_with(d, verb);
    if (partner)
        return partner;
    bool tied = item_is_function(verb + 1, STR("prep_pronoun"));
    const clause_item *who = verb + 1 + tied;
    while (who < end && (who->count || item_is_function(who, STR("transparent"))))
        who++; /* "that a number of settlers launched" */
    bool resumed = tied || (verb->clitics & (MORPH_PRONOUN & ~MORPH_I));
    if (resumed && who < end && who->kind != ITEM_ACTOR)
        return far_subject(d, verb);
    return resumed && who < end && who->kind == ITEM_ACTOR &&
                   !(who->clitics & (MORPH_PREPOSITION | MORPH_WA))
               ? who
               : NULL;
}

/* Does a frame put the genitive on the side of whom it is done to, and never on the doer's? */
static bool is_genitive_done_to(wq_str frame)
{
    wq_str part;
    bool doer = false, done_to = false;
    while (str_next(&frame, ' ', &part)) {
        bool has = str_find(part, STR("gen")) >= 0;
        doer = doer || (has && str_starts(part, STR("A=")));
        done_to = done_to || (has && str_starts(part, STR("R=")));
    }
    return done_to && !doer;
}

/* "the rebels' shelling (in Yemen) of (li-) houses", "the police's arrest of him": it is told behind them to whom they did it. */
static bool did_it_to(const event_draft *d, const clause_item *who)
{
    enum { REACH = 4 };
    const clause_item *next = who + 1, *end = d->s->item + d->s->n_items;
    if (next < end && next->kind == ITEM_ACTOR &&
        !(next->clitics & (MORPH_WA | MORPH_PREPOSITION)))
        return true;
    for (const clause_item *it = who + 1; it < end && it <= who + REACH; it++) {
        if (it->clitics & MORPH_LI)
            return true;
        if (it->kind == ITEM_MARK || it->kind == ITEM_VERB)
            break;
    }
    return false;
}

/* Somebody to whom a deed of force may be done: a town, people, and where it is praised or condemned any man or men of
 * whatever sector ("condemned the killing of soldiers").                                                              */
static bool may_be_victim(const coder_state *c, const event_draft *d, const clause_item *it)
{
    const actor_mention *m = it->kind == ITEM_ACTOR ? it->actor : NULL;
    wq_str type = event_cell(c, d->row, "type");
    bool judged = str_eq(type, STR("ACCUSE")) || str_eq(type, STR("SUPPORT"));
    if (!m)
        return it->kind == ITEM_PLACE && it->place->rank != PLACE_COUNTRY;
    bool men = m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE ||
               (m->kind == ACTOR_GROUP && m->plural);
    return needs_among(c, STR("@civil"), m->a.sector) ||
           (judged && men && !did_it_to(d, it));
}

/* "condemned the killing of civilians", "the arrest of a journalist": behind a deed of force stands whom it is done to, and
 * he is not who is blamed or praised for it.                                                                          */
static bool is_victim(const coder_state *c, const event_draft *d, uint32_t deed,
                      const clause_item *it)
{
    uint32_t rows[ROWS_MAX];
    const clause_item *noun = &d->s->item[deed];
    bool people = may_be_victim(c, d, it);
    bool words = words_row(c, d->row)->verbal;
    if (!people || !words || noun->kind != ITEM_NOMINAL || noun->entry.form != LEX_MASDAR)
        return false;
    uint32_t n = trigger_rows(c, d->s, deed, LEX_EVENT, rows);
    for (uint32_t i = 0; i < n; i++) /* "the call of" */
        if (words_row(c, rows[i])->verbal &&
            str_find(event_cell(c, rows[i], "frame"), STR("A=gen")) >= 0)
            return false;
    for (uint32_t i = 0; i < n; i++)
        if (event_type_cell(c, event_cell(c, rows[i], "type"), "scene").p &&
            is_genitive_done_to(event_cell(c, rows[i], "frame")))
            return true;
    return false;
}

/* "Ankara's deal with Moscow" is Ankara's. */
bool role_is_named_by_town(const coder_state *c, const event_draft *d, uint32_t at,
                           const clause_item *it)
{
    const clause_item *noun = &d->s->item[at], *next = it + 1;
    bool town = it == noun + 1 && (it->kind == ITEM_PLACE ||
                                   (it->kind == ITEM_ACTOR && it->actor->place_like &&
                                    str_eq(str_of(it->actor->rule), STR("actor.metonym"))));
    bool with = next < d->s->item + d->s->n_items && item_is_function(next, STR("prep")) &&
                str_eq(next->value, STR("maa"));
    return town && !with && needs_word(c, d, noun, STR("@deal,@talks"));
}

/* "posts of (li-) the movement", with li- written apart, before quotation marks or not: who stands behind it; NULL: nobody. */
static const clause_item *behind_lone_li(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at] + 1, *end = d->s->item + d->s->n_items;
    it += it < end && it->kind == ITEM_MARK;
    return it < end && it->kind == ITEM_ACTOR && !it->clitics ? it : NULL;
}

/* "pledged the support of his country", "to keep the forces of his country there": his own side. */
static bool is_own_side(const clause_item *it)
{
    return it->kind == ITEM_ACTOR && str_ends(str_of(it->actor->rule), STR("own-country"));
}

static bool is_other_than_owner(const coder_state *c, const event_draft *d, uint32_t at,
                                const clause_item *it)
{
    uint32_t deed = (uint32_t)(it - d->s->item) - 1; /* "the crime of killing them" */
    while (deed > at && d->s->item[deed].count)
        deed--;
    return is_victim(c, d, at, it) || (deed > at && is_victim(c, d, deed, it)) ||
           is_own_side(it);
}

/* "the storming of the mosque by the army": who did it to whom item `at` names; NULL: nobody is told. */
static const clause_item *doer_behind(const event_draft *d, uint32_t at)
{
    const clause_item *by = &d->s->item[at] + 1;
    bool told = at + 2 < d->s->n_items && item_is_function(by, STR("prep")) &&
                str_eq(by->value, STR("janib")) && by[1].kind == ITEM_ACTOR;
    return told ? by + 1 : NULL;
}

/* "the "firm stand" of Algeria" */
static bool is_quotation_mark(const clause_item *it)
{
    return it->kind == ITEM_MARK &&
           (it->mark == 0xab || it->mark == 0xbb || it->mark == 0x201c ||
            it->mark == 0x201d || it->mark == '"');
}

/* "condemned what it called the neglect by the parliament": the words by which `ma` at item `at` is called; NULL: there are none. */
static const clause_item *called(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *verb = &d->s->item[at] + 1, *it = verb + 1;
    it += at + 4 < d->s->n_items && item_is_function(it, STR("comp")); /* "said to be" */
    it += at + 3 < d->s->n_items && is_quotation_mark(it); /* what it "called" so */
    bool what = at + 2 < d->s->n_items && d->s->item[at].kind == ITEM_WORD &&
                verb->kind == ITEM_VERB &&
                ((verb->clitics & (MORPH_HU | MORPH_HA)) ||
                 item_is_function(verb + 1, STR("comp"))) &&
                str_ends(d->s->part->token[verb[-1].first].form, STR(AR_MEEM AR_ALEF)) &&
                needs_word(c, d, verb, STR("@calls,qala,zaama"));
    bool phrase =
        it->kind == ITEM_ACTOR || it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL;
    return what && phrase ? it : NULL;
}

/* "the statements issued by the minister": whose words they are; NULL: not told, or no matter of words. */
static const clause_item *issued_by(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at], *prep = it + 1;
    bool words = words_row(c, d->row)->verbal;
    bool issued = words && it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE &&
                  needs_word(c, d, it, STR("@comes_out"));
    bool from = issued && at + 2 < d->s->n_items && item_is_function(prep, STR("prep")) &&
                (str_eq(prep->value, STR("an")) || str_eq(prep->value, STR("min")));
    return from && prep[1].kind == ITEM_ACTOR ? prep + 1 : NULL;
}

/* "condemns the statements by the minister": who is behind what a verb blames, praises or wants stopped; NULL: nobody. */
static const clause_item *uttered_by(const coder_state *c, const event_draft *d,
                                     uint32_t at)
{
    const clause_item *prep = &d->s->item[at];
    bool words = words_row(c, d->row)->verbal && d->s->item[d->trigger].kind == ITEM_VERB;
    return words && at + 1 < d->s->n_items && prep[1].kind == ITEM_ACTOR ? prep + 1 : NULL;
}

/* "refused an offer of (من) Obama": who made what a verb takes or refuses; NULL: nobody, or no matter of that. */
static const clause_item *offered_by(const coder_state *c, const event_draft *d,
                                     uint32_t at, uint32_t i)
{
    const clause_item *prep = &d->s->item[i];
    bool from = item_is_function(prep, STR("prep")) && str_eq(prep->value, STR("min")) &&
                i + 1 < d->s->n_items && prep[1].kind == ITEM_ACTOR;
    return from && needs_word(c, d, &d->s->item[at], STR("@offered")) ? prep + 1 : NULL;
}

/* Does item `i` behind the noun at `at` lead to its owner by a participle, a particle or a verb?  Who that is, NULL: nobody. */
static bool leads_to_owner(const coder_state *c, const event_draft *d, uint32_t at,
                           uint32_t i, const clause_item **who)
{
    const clause_item *it = &d->s->item[i];
    *who = issued_by(c, d, i);
    *who = *who ? *who : offered_by(c, d, at, i);
    if (*who)
        return true;
    if (role_is_tie(c, d, it))
        *who = tied_to(d, i);
    else if (item_is_function(it, STR("prep")) && str_eq(it->value, STR("janib")))
        *who = uttered_by(c, d, i);
    else if (clause_is_participle_aside(d->s, i))
        *who = NULL;
    else if (item_is_function(it, STR("prep")) && str_eq(it->value, STR("li")))
        *who = behind_lone_li(d, i);
    else if (item_is_function(it, STR("rel")))
        *who = maker(c, d, i);
    else if (it->kind == ITEM_VERB && !(d->s->item[at].clitics & MORPH_AL))
        *who = maker(c, d, i - 1); /* "rockets that the movement fired" */
    else
        return false;
    return true;
}

/* "the next round of (من) the Syrian talks": whose the talks are it is. */
static bool is_of_round(const coder_state *c, const event_draft *d, uint32_t at,
                        const clause_item *it)
{
    return item_is_function(it, STR("prep")) && str_eq(it->value, STR("min")) &&
           it + 1 < d->s->item + d->s->n_items && it[1].kind == ITEM_NOMINAL &&
           needs_word(c, d, &d->s->item[at], STR("@rounds"));
}

/* What may stand between a thing and its owner: another thing, "the coming (round)", "six OF the members". */
static bool is_passed(const clause_item *it)
{
    bool of_some =
        it[-1].count && item_is_function(it, STR("prep")) && str_eq(it->value, STR("min"));
    return it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL || of_some ||
           item_is_function(it, STR("transparent")) ||
           item_is_function(it, STR("planned_adj"));
}

/* "the charges turned on (الموجهة) the government": whom they are against, not whose they are. */
static bool is_aimed(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    return (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) &&
           needs_word(c, d, it, STR("wajjaha,muwajjah_w"));
}

/* "positions of the army", "the American policy": whose the thing is that item `at` names. */
const clause_item *role_owner(const coder_state *c, const event_draft *d, uint32_t at)
{
    enum { REACH = 4 };
    const clause_item *name = called(c, d, at), *who;
    if (name && name->kind == ITEM_ACTOR)
        return name;
    at = name ? (uint32_t)(name - d->s->item) : at;
    for (uint32_t i = at + 1; i < d->s->n_items && i <= at + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (leads_to_owner(c, d, at, i, &who))
            return who;
        if (is_of_round(c, d, at, it) || is_quotation_mark(it))
            continue;
        if (it->clitics & (MORPH_WA | MORPH_FA | MORPH_PREPOSITION))
            return it->kind == ITEM_ACTOR && (it->clitics & MORPH_LI) &&
                           !is_aimed(c, d, i - 1)
                       ? it
                       : NULL;
        if (role_is_named_by_town(c, d, at, it))
            continue; /* "the Riyadh deal that the two signed" */
        if (it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE || it->kind == ITEM_ADJ)
            return is_other_than_owner(c, d, at, it) ? doer_behind(d, i) : it;
        if (!is_passed(it))
            return NULL;
    }
    return NULL;
}

const clause_item *role_owner_on(const coder_state *c, const event_draft *d, uint32_t at,
                                 const event_side *side)
{
    const clause_item *it = role_owner(c, d, at);
    bool object = it && it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_GROUP &&
                  !it->actor->definite && (d->s->item[at].clitics & MORPH_AL) &&
                  side == &d->actor;
    return object ? NULL : it;
}

void role_add_nations(coder_state *c, const event_draft *d, const clause_item *owner,
                      event_side *side)
{
    const clause_item *it = owner + 1, *end = d->s->item + d->s->n_items;
    const uint16_t beside = MORPH_WA | MORPH_AL;
    for (; owner->kind == ITEM_ADJ && it < end && it->kind == ITEM_ADJ &&
           !(it->clitics & (uint16_t)~beside) &&
           (it->clitics & MORPH_AL) == (owner->clitics & MORPH_AL);
         it++)
        role_add(c, d, it, side);
    if (it > owner + 1 &&
        side == &d->recipient) /* "praised the Sudanese-Russian relations" */
        role_drop_own(d, side);
}

/* "a drone that Russia launched": a weapon of nobody known, and who launched it right behind. */
bool role_is_made(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at], *verb = it + 1;
    return it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_GROUP &&
           !it->actor->definite && !it->actor->a.country.p &&
           needs_word(c, d, it, STR("@means")) && at + 2 < d->s->n_items &&
           verb->kind == ITEM_VERB && maker(c, d, at);
}

/* "A force of the army": whose it is stands behind "of". */
static const clause_item *part_of(const event_draft *d, const clause_item *it)
{
    const clause_item *prep = it + 1, *end = d->s->item + d->s->n_items;
    bool of = prep + 1 < end && item_is_function(prep, STR("prep")) &&
              str_eq(prep->value, STR("min")) && prep[1].kind == ITEM_ACTOR;
    return of ? prep + 1 : NULL;
}

/* "Units of (li-) the army", "a patrol that belongs to the police". */
static bool is_of_force(const coder_state *c, const event_draft *d, const clause_item *it)
{
    const clause_item *of = role_owner(c, d, (uint32_t)(it - d->s->item));
    return of && of->kind == ITEM_ACTOR && (of->clitics & MORPH_LI) &&
           needs_among(c, STR("@armed"), of->actor->a.sector);
}

/* "The bulldozers of the army demolished": what acts for its owner; or a group of whom it is told whose it is. */
bool role_is_tool(const coder_state *c, const event_draft *d, const clause_item *it)
{
    const morph_word *w = d->s->part->token[it->first].morph;
    bool men =
        it->kind == ITEM_WORD && morph_as(&d->s->part->token[it->first], LEX_AGENT, -1);
    if (men && (part_of(d, it) || is_of_force(c, d, it)))
        return true;
    for (uint32_t i = 0; it->kind == ITEM_WORD && w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_NOUN &&
            str_eq(lex_cell(c->lex, LEX_NOUN, w->v[i].entry.row, "kind"), STR("tool")))
            return true;
    return false;
}

const clause_item *role_wielder(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *owner = part_of(d, &d->s->item[at]);
    return owner ? owner : role_owner(c, d, at);
}

/* "So-and-so, one of the leaders of the party,": what a comma right behind the subject parts from it says who he is. */
static bool is_behind_its_comma(const event_draft *d, uint32_t at, int32_t subject)
{
    uint32_t i = at;
    while (i > 0 && item_is_function(&d->s->item[i - 1], STR("transparent")))
        i--;
    const actor_mention *m = role_mention(d->s, subject), *who = d->s->item[at].actor;
    return m && who && i > 1 && item_is_comma(&d->s->item[i - 1]) &&
           (int32_t)i - 2 == subject && m->kind == ACTOR_PERSON && !who->place_like;
}

/* "The child, an infant, So-and-so": a name right behind whom it names. */
static bool is_name_of_man(const coder_state *c, const event_draft *d, uint32_t at,
                           int32_t subject)
{
    const actor_mention *m = role_mention(d->s, subject), *who = d->s->item[at].actor;
    return m && who && (int32_t)at == subject + 1 && who->kind == ACTOR_PERSON &&
           m->kind == ACTOR_GROUP && m->agent && !m->plural &&
           str_starts(lex_cell(c->lex, LEX_AGENT, m->agent - 1, "kind"), STR("role")) &&
           str_starts(d->s->part->token[m->first].form, STR(AR_AL)) &&
           !(d->s->item[at].clitics & ~(uint32_t)MORPH_AL);
}

/* "So-and-so, commander of the brigade, was killed": of a man of whom only the name is known, right behind it, in the construct. */
static bool is_post_of_name(const event_draft *d, uint32_t at, int32_t subject)
{
    const actor_mention *m = role_mention(d->s, subject), *post = d->s->item[at].actor;
    return m && m->kind == ACTOR_PERSON && !m->a.id.p && !m->agent && !m->office.p &&
           (int32_t)at == subject + 1 && d->s->item[at].kind == ITEM_ACTOR &&
           post->kind == ACTOR_GROUP && post->agent && !post->plural &&
           d->s->item[at].clitics == 0 &&
           !str_ends(d->s->part->token[d->s->item[at].first].form, STR(AR_ALEF));
}

bool role_tells_who(const coder_state *c, const event_draft *d, uint32_t at)
{
    int32_t subject = draft_clause(d)->subject;
    wq_str kind;
    return subject > (int32_t)d->trigger && subject < (int32_t)at &&
           claim_is_cue(c, &d->s->item[d->trigger], STR("size"), &kind) &&
           (is_behind_its_comma(d, at, subject) || is_post_of_name(d, at, subject) ||
            is_name_of_man(c, d, at, subject));
}

/* "The young man So-and-so was killed": a name that no lexicon has, right behind whom it names. */
bool role_is_apposed(const event_draft *d, uint32_t at)
{
    int32_t subject = draft_clause(d)->subject;
    const actor_mention *m = role_mention(d->s, subject);
    bool named = m && m->definite && !m->plural && str_eq(m->a.sector, STR("CVL")) &&
                 subject > (int32_t)d->trigger && subject < (int32_t)at;
    for (uint32_t i = (uint32_t)subject + 1; named && i <= at; i++) {
        const clause_item *it = &d->s->item[i];
        named = it->kind == ITEM_WORD && !(it->clitics & ~(uint32_t)MORPH_AL) &&
                !str_ends(d->s->part->token[it->first].form, STR(AR_ALEF));
    }
    return named;
}

/* "artillery shelling of (li-) the forces": nothing but adjectives stands between the noun and li-, which says whose it is. */
bool role_is_owner(const event_draft *d, const clause_arg *a)
{
    const text_part *p = d->s->part;
    if (!str_eq(a->slot, STR("li")) || a->coordinated ||
        (d->s->item[a->item].clitics & MORPH_WA)) /* "the attacks, and has (وله) a hand" */
        return false;
    for (uint32_t i = d->trigger + 1; i < a->item; i++) {
        const clause_item *it = &d->s->item[i];
        wq_str form = p->token[it->first].form;
        bool participle = it->kind == ITEM_NOMINAL &&
                          (it->entry.form == LEX_ACTIVE || it->entry.form == LEX_PASSIVE);
        bool quality = (it->kind == ITEM_WORD || participle) &&
                       !(it->clitics & ~(uint32_t)MORPH_AL) &&
                       (str_ends(form, STR(AR_YEH)) || str_ends(form, STR(AR_HEH)));
        bool lone = item_is_function(it, STR("prep")) && str_eq(it->value, STR("li"));
        if (it->kind != ITEM_ADJ && it->kind != ITEM_MARK && !quality && !lone)
            return false;
    }
    return true;
}

/* "protests hostile to the government": what stands behind li- belongs to the word before it, not to the noun. */
bool role_is_tied_elsewhere(const event_draft *d, const clause_arg *a)
{
    const clause_item *it = &d->s->item[a->item], *before = it - 1;
    const morph_word *w = d->s->part->token[before->first].morph;
    if (protest_is_over(d, a->item))
        return true;
    if (it->kind == ITEM_ACTOR && a->item > 0 && a->item != d->trigger + 1 &&
        str_find(it->actor->a.role, STR("spokesperson")) >= 0 &&
        (before->kind == ITEM_NOMINAL || before->kind == ITEM_WORD))
        return true; /* "in a statement of its spokesman, its rejection" */
    const lexicon *lex = d->part->in.lex;
    bool other = d->s->item[d->trigger].kind == ITEM_NOMINAL && a->item > d->trigger + 1 &&
                 before->kind != ITEM_ACTOR;
    for (uint32_t i = 0; other && w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_FUNCTION &&
            str_eq(lex_cell(lex, LEX_FUNCTION, w->v[i].entry.row, "value"), STR("for")))
            return true;
    return false;
}

const clause *role_clause_that(const event_draft *d)
{
    const clause *own = draft_clause(d);
    if (d->clause + 1 >= d->s->n_clauses || own->verb > (int32_t)d->trigger)
        return NULL;
    const clause *next = own + 1;
    if (next->first > d->trigger + 2 && clause_is_participle_aside(d->s, next->first - 1))
        return NULL; /* "as the opposition says, holding (معتبرا) that": of the participle */
    return next->opener == OPEN_THAT && next->parent == (int32_t)d->clause ? next : NULL;
}

bool role_is_named_late(const event_draft *d, const clause_args *args, uint32_t i)
{
    const actor_mention *subject = role_mention(d->s, draft_clause(d)->subject);
    const actor_mention *name = role_mention(d->s, (int32_t)args->v[i].item);
    if (!subject || !name || subject->kind == ACTOR_PERSON || subject->a.id.n ||
        subject->plural || name->kind != ACTOR_PERSON || args->v[i].slot.n ||
        (name->a.country.p && !str_eq(subject->a.country, name->a.country)))
        return false;
    for (uint32_t k = i + 1; k < args->n; k++) {
        const clause_item *it = &d->s->item[args->v[k].item];
        if (args->v[k].slot.n == 0 && !args->v[k].coordinated && it->kind == ITEM_ACTOR &&
            !it->actor->place_like)
            return true;
    }
    return false;
}

bool role_is_mine(const event_draft *d, const clause_args *args)
{
    const clause_item *it = &d->s->item[d->trigger];
    const morph_word *w = d->s->part->token[it->first].morph;
    bool mine = it->clitics & (MORPH_I | MORPH_NA);
    for (uint32_t i = 0; w && !mine && i < w->n; i++)
        mine = (w->v[i].clitics & MORPH_I) && w->v[i].entry.table == it->entry.table &&
               w->v[i].entry.row == it->entry.row;
    for (uint32_t i = 0; i < args->n; i++)
        mine = mine && !str_eq(args->v[i].slot, STR("gen"));
    return mine;
}
