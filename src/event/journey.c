/* Places of an act from the journey it is part of: where the visit told before it went, or what a verb of going leads to. */
#include "event/claim.h"
#include "event/site.h"

/* "Visited Beirut, where he met", "visited Beirut and met": how the clause opens. */
static bool is_where(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *it = &d->s->item[cl->first];
    bool and = str_eq(event_cell(c, d->row, "type"), STR("CONSULT")) &&
               cl->opener == OPEN_AND && cl->verb == (int32_t)d->trigger &&
               (d->s->item[d->trigger].clitics & MORPH_WA) && cl->parent >= 0 &&
               d->s->clause[cl->parent].subject == cl->subject;
    return and || (cl->opener == OPEN_SUB && cl->first < cl->last &&
                   item_is_function(it, STR("sub")) && str_eq(it->value, STR("where")));
}

/* "to attend the ceremony of signing": a purpose stands before the trigger, nouns alone between them. */
static bool is_of_purpose(const coder_state *c, const event_draft *d)
{
    enum { NOUNS = 4 };
    const clause_item *it = &d->s->item[d->trigger];
    for (uint32_t n = 0; n < NOUNS && it > d->s->item; n++, it--) {
        if (it->clitics & MORPH_LI) /* not "in answer to an invitation" */
            return it->entry.table == LEX_VERB && it->entry.form == LEX_MASDAR &&
                   !needs_word(c, d, it - 1, STR("@answers_to"));
        bool noun = it[-1].kind == ITEM_NOMINAL || it[-1].kind == ITEM_WORD;
        if (it->kind == ITEM_VERB || (it->clitics & MORPH_PREPOSITION) || !noun)
            return false;
    }
    return false;
}

/* "to take part in demonstrations": the verbal noun of purpose that the trigger, a noun, stands behind; -1: none. */
static int32_t purpose_before(const event_draft *d)
{
    enum { ITEMS = 4 };
    uint32_t at = d->trigger;
    for (uint32_t n = 0; n < ITEMS && at > 0; n++, at--) {
        const clause_item *it = &d->s->item[at];
        if ((it->clitics & MORPH_LI) && it->entry.table == LEX_VERB)
            return n > 0 && it->entry.form == LEX_MASDAR && it[-1].kind != ITEM_NOMINAL
                       ? (int32_t)at
                       : -1; /* not "a step leading to" */
        bool in = item_is_function(it, STR("prep")) && str_eq(it->value, STR("fi"));
        if (it->kind != ITEM_NOMINAL && it->kind != ITEM_WORD && !in)
            return -1;
    }
    return -1;
}

const clause_item *where_gathered(coder_state *c, event_draft *d)
{
    const clause *cl = draft_clause(d);
    int32_t purpose = str_listed(STR("CONSULT|PROTEST"), '|', words_row(c, d->row)->type) &&
                              d->s->item[d->trigger].kind == ITEM_NOMINAL
                          ? purpose_before(d)
                          : -1;
    wq_str value;
    if (purpose < 0 || cl->verb < 0 || cl->verb >= purpose ||
        claim_is_cue(c, &d->s->item[cl->verb], STR("say"), &value))
        return NULL;
    clause_args args = event_args(c, d->s, (uint32_t)cl->verb);
    for (uint32_t i = 0; i < args.n; i++)
        if (args.v[i].item >= (uint32_t)purpose)
            args.n = i;
    d->site = site_in_args(c, d, &args);
    const clause_item *town = where_toponym(c, d, &args);
    return town || !d->site ? town : site_town(c, d);
}

/* "to (the city of) Jeddah": the preposition behind `from` that governs `it`; NULL: none. */
static const clause_item *preposition_of(const clause_item *from, const clause_item *it)
{
    do
        it--;
    while (it > from && item_is_function(it, STR("transparent")));
    return it > from && item_is_function(it, STR("prep")) ? it : NULL;
}

/* "Came back to Jeddah to resume the talks": where the verb of going leads to that the purpose hangs on. */
static const clause_item *of_going(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    if (cl->verb < 0 || cl->verb >= (int32_t)d->trigger || !is_of_purpose(c, d) ||
        !needs_word(c, d, &d->s->item[cl->verb], STR("@goes")))
        return NULL;
    for (uint32_t i = (uint32_t)cl->verb + 1; i < d->trigger; i++) {
        const clause_item *it = &d->s->item[i];
        const clause_item *prep = where_is_toponym(it) && !where_is_on_side(&d->actor, it)
                                      ? preposition_of(&d->s->item[cl->verb], it)
                                      : NULL;
        if (prep)
            return str_eq(prep->value, STR("ila")) ? it : NULL;
    }
    return NULL;
}

/* "a visit to meet", li- on the trigger itself; not "in answer to an invitation". */
static bool is_part_of_journey(const coder_state *c, const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool answers = d->trigger > 0 && needs_word(c, d, it - 1, STR("@answers_to"));
    return (it->clitics & MORPH_LI) && !answers;
}

/* "a visit to Riyadh, during which he met", "will visit Damascus to hold talks": the place of a journey earlier in the
 * sentence.                                                                                                          */
static const clause_item *of_visit(const coder_state *c, const event_draft *d)
{
    enum { REACH = 8 };
    bool part = is_part_of_journey(c, d) || is_where(c, d) || is_of_purpose(c, d) ||
                (d->light >= 0 && d->s->item[d->light].clitics & MORPH_LI);
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i < d->trigger + 4 && !part; i++)
        part = item_is_function(&d->s->item[i], STR("prep_pronoun")) &&
               str_eq(d->s->item[i].value, STR("khilal"));
    uint32_t least = c->drafts.n > REACH ? c->drafts.n - REACH : 0;
    const clause_item *found = NULL; /* the nearest, a town of it before the country */
    for (uint32_t i = c->drafts.n; part && i > least && c->drafts.v[i - 1].s == d->s; i--) {
        const clause_item *place = c->drafts.v[i - 1].place;
        if (!place || !str_eq(c->drafts.v[i - 1].mode, STR("visit")))
            continue;
        if (!found || (where_is_country(found) && !where_is_country(place) &&
                       str_eq(where_country(found), where_country(place))))
            found = place;
    }
    return found;
}

/* "Moscow ... two delegations visit it": the town that the pronoun on the verb takes up. */
static const clause_item *visited_again(coder_state *c, const event_draft *d)
{
    bool it = str_eq(event_cell(c, d->row, "mode"), STR("visit")) &&
              (d->s->item[d->trigger].clitics & MORPH_HA) && d->recipient.list.n == 1;
    const actor_mention *m = it ? draft_mention(d, d->recipient.list.v[0].span) : NULL;
    if (!m || !m->place_like)
        return NULL;
    const place_list *all = d->part->in.places;
    for (uint32_t i = 0; i < all->n; i++)
        if (all->v[i].first >= m->first && all->v[i].last <= m->last)
            return draft_place_item(c, &all->v[i]);
    return NULL;
}

const clause_item *where_of_journey(coder_state *c, const event_draft *d)
{
    const clause_item *there = visited_again(c, d);
    there = there ? there : of_visit(c, d);
    return there ? there : of_going(c, d);
}

/* Does one man hold the office for a whole state? */
static bool is_of_state(const coder_state *c, const actor_mention *m)
{
    int64_t row = m && m->office.p ? lex_row_by_id(c->lex, LEX_OFFICE, m->office) : -1;
    return row >= 0 && !m->owner.p &&
           !str_eq(lex_cell(c->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("0"));
}

bool journey_is_away(const coder_state *c, const event_draft *d)
{
    if (d->actor.list.n == 0)
        return true;
    const wq_actor *who = &d->actor.list.v[0];
    if (!is_of_state(c, draft_mention(d, who->span)))
        return true;
    for (uint32_t i = 0; i < d->recipient.list.n; i++) {
        const wq_actor *to = &d->recipient.list.v[i];
        const actor_mention *m = draft_mention(d, to->span);
        bool home = m && m->kind == ACTOR_STATE; /* the state, or its capital */
        if (!home || !str_eq(to->country, who->country))
            return true;
    }
    return d->recipient.list.n == 0;
}

/* "The arrival of the minister in Baghdad to meet officials": who goes, where a noun before the purpose tells of the journey; -1:
 * nobody.                                                                                                             */
int32_t journey_goer(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    if (d->light != (int32_t)d->trigger)
        return -1;
    for (uint32_t i = d->trigger; i-- > cl->first;) {
        const clause_item *it = &d->s->item[i], *who = it + 1;
        if (it->kind == ITEM_VERB || it->kind == ITEM_MARK)
            return -1;
        if (it->kind == ITEM_NOMINAL && needs_word(c, d, it, STR("@goes,@leads_to")))
            return who->kind == ITEM_ACTOR && !who->actor->place_like &&
                           !(who->clitics & MORPH_PREPOSITION)
                       ? (int32_t)i + 1
                       : -1;
    }
    return -1;
}
