/* What is told again: an act of force that comes back as "the attack", by its toll, or as the toll's other half. */
#include "event/claim.h"
#include "event/draft.h"

/* Is the item a definite noun of the draft's kind of event that has nothing of its own: "the attack"? */
static bool names_told(const coder_state *c, const event_draft *d, uint32_t at)
{
    uint32_t rows[ROWS_MAX];
    const clause_item *it = &d->s->item[at];
    if (it->kind != ITEM_NOMINAL || !(it->clitics & MORPH_AL))
        return false;
    uint32_t n = trigger_rows(c, d->s, at, LEX_EVENT, rows);
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(event_cell(c, rows[i], "type"), d->type))
            return true;
    return false;
}

/* "In the attack", "in this attack". */
static bool is_occasion(const coder_state *c, const event_draft *d, uint32_t at)
{
    return clause_is_occasion(d->s, at) ||
           (at > 0 && words_is_demonstrative(c, d->s, at - 1) &&
            clause_ties_occasion(d->s, at - 1));
}

/* "The blast happened at noon": nothing but what was told before, with a new circumstance. */
static bool is_mere_name(const coder_state *c, const event_draft *d)
{
    return names_told(c, d, d->trigger) && d->actor.list.n == 0 && d->recipient.list.n == 0;
}

/* "The blast led to the death of ten", "five were killed in the attack", "the movement claimed the bombing", "the attack
 * targeted": what the draft tells is said of an event told before.                                                  */
static bool is_of_told(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    wq_str value;
    if (!merge_is_conflict(c, d->type) || cl->verb < 0)
        return false;
    if (is_mere_name(c, d))
        return true;
    bool toll = merge_counts_people(c, d), verb = d->trigger == (uint32_t)cl->verb;
    bool result = claim_is_cue(c, &d->s->item[cl->verb], STR("result"), &value);
    for (uint32_t i = cl->first; i < cl->last; i++) {
        bool subject = (int32_t)i == cl->subject &&
                       ((result && toll) || (verb && d->actor.list.n == 0));
        bool occasion = toll && is_occasion(c, d, i);
        bool object = verb && i == d->trigger + 2 &&
                      cl->subject == (int32_t)d->trigger + 1 &&
                      str_find(event_cell(c, d->row, "needs"), STR("obj|gen=")) >= 0;
        if (i != d->trigger && (subject || occasion || object) && names_told(c, d, i))
            return true;
    }
    return false;
}

static bool places_agree(const event_draft *a, const event_draft *b)
{
    const place_mention *x = a->place ? a->place->place : NULL;
    const place_mention *y = b->place ? b->place->place : NULL;
    return !x || !y || str_eq(x->name, y->name);
}

static bool is_blast(const event_draft *d)
{
    return str_eq(d->mode, STR("explosives")) || str_eq(d->mode, STR("suicide-attack"));
}

/* A name without a mode may stand for any; a suicide bombing is a blast. */
static bool could_name(const event_draft *d, const event_draft *told)
{
    return !d->mode.n || str_eq(d->mode, told->mode) || (is_blast(d) && is_blast(told));
}

static bool could_be_one(const coder_state *c, const event_draft *a, const event_draft *b)
{
    return !retold_turned(c, a, b) && str_eq(a->type, b->type) && a->status == b->status &&
           merge_dates_agree(a, b) && merge_side_agrees(&a->actor, &b->actor);
}

static bool is_dated(const event_draft *d)
{
    return d->time && d->time->anchored;
}

/* The last event of its type in the sentences just before. */
static event_draft *told_before(coder_state *c, uint32_t kept, const event_draft *d)
{
    enum { REACH = 3 };
    if (!is_of_told(c, d))
        return NULL;
    for (uint32_t k = kept; k > 0; k--) {
        event_draft *before = &c->drafts.v[k - 1];
        if (before->s->part != d->s->part || d->s->sentence - before->s->sentence > REACH)
            return NULL;
        bool later = is_dated(d) && !is_dated(before);
        bool mere =
            !is_mere_name(c, d) || (could_name(d, before) && places_agree(before, d));
        bool apart =
            before->s != d->s || (is_mere_name(c, d) && before->trigger < d->trigger);
        if (apart && !later && mere && could_be_one(c, before, d))
            return before;
    }
    return NULL;
}

/* "The gunmen who took part in the attack were killed": nobody is hit by his own deed. */
static bool is_turned(const event_side *a, const event_side *b)
{
    for (uint32_t i = 0; i < a->list.n; i++)
        for (uint32_t j = 0; j < b->list.n; j++)
            if (a->list.v[i].span.part == b->list.v[j].span.part &&
                a->list.v[i].span.start == b->list.v[j].span.start)
                return true;
    return false;
}

static bool is_fight(const coder_state *c, const event_draft *d)
{
    return needs_among(c, STR("@clash"), event_cell(c, d->row, "word"));
}

bool retold_turned(const coder_state *c, const event_draft *a, const event_draft *b)
{
    bool turned =
        is_turned(&a->recipient, &b->actor) || is_turned(&a->actor, &b->recipient);
    return turned && !is_fight(c, a) && /* "were killed in clashes with" */
           !is_fight(c, b);
}

static bool is_done_by_deed(const coder_state *c, const event_draft *deed,
                            const event_draft *d)
{
    const clause *cl = draft_clause(d);
    return deed->s == d->s && cl->verb == (int32_t)d->trigger &&
           cl->subject == (int32_t)deed->trigger && str_eq(deed->type, d->type) &&
           deed->status == d->status && merge_is_conflict(c, d->type) &&
           merge_side_agrees(&deed->actor, &d->actor);
}

/* "Raids hit the camp", "an attack that hit": the verb is done by the deed that another draft has, and says more of where. */
bool retold_by_deed(coder_state *c, event_draft *before, const event_draft *d)
{
    bool behind = is_done_by_deed(c, before, d);
    if (!behind && !is_done_by_deed(c, d, before))
        return false;
    event_draft both = behind ? *before : *d;
    const event_draft *hit = behind ? d : before;
    bool toll = both.sizes.n &&
                both.recipient.list.n && /* who was hurt, not what was hit */
                !merge_counts_people(c, hit);
    size_take(c, &both, hit);
    if (!both.mode.n)
        both.mode = hit->mode;
    if (!both.actor.list.n)
        both.actor = hit->actor;
    if (hit->recipient.list.n && !toll)
        both.recipient = hit->recipient;
    if (!both.time)
        both.time = hit->time;
    if (hit->place)
        both.place = hit->place;
    *before = both;
    return true;
}

/* "Two were killed in battles with the rebels": the fight is where they died, and its other side killed them. */
bool retold_fight(coder_state *c, event_draft *before, const event_draft *d)
{
    bool occasion = is_fight(c, d) && clause_is_occasion(d->s, d->trigger) &&
                    merge_counts_people(c, before) && before->trigger < d->trigger;
    if (!occasion || before->s != d->s || !str_eq(before->type, d->type) ||
        before->status != d->status || d->actor.list.n ||
        !is_turned(&before->actor, &d->recipient))
        return false;
    event_draft fight = *d;
    fight.recipient.list.n = 0;
    merge_take_toll(c, before, &fight);
    return true;
}

/* "Protesters gathered in the square ... the demonstration": crowds of no land, where nothing says that they are two. */
bool retold_protest(const coder_state *c, const event_draft *a, const event_draft *b)
{
    enum { REACH = 2 }; /* sentences */
    bool nobodys = !merge_names_country(&a->actor) && !merge_names_country(&b->actor);
    const event_draft *later = a->s->sentence > b->s->sentence ? a : b;
    uint32_t far =
        later == a ? a->s->sentence - b->s->sentence : b->s->sentence - a->s->sentence;
    const clause_item *word = &later->s->item[later->trigger];
    bool again = (word->kind == ITEM_NOMINAL && (word->clitics & MORPH_AL)) ||
                 str_eq(event_cell(c, a->row, "word"), event_cell(c, b->row, "word"));
    bool near = again && a->s->part == b->s->part && far <= REACH && !later->place &&
                !later->s->dateline && !later->time;
    return str_eq(a->type, STR("PROTEST")) && nobodys && near &&
           merge_side_agrees(&a->recipient, &b->recipient) && merge_dates_agree(a, b) &&
           a->status == b->status;
}

/* A number of people that two events would hardly share. */
static bool same_toll(const event_draft *a, const event_draft *b)
{
    enum { MANY = 6 };
    for (uint32_t i = 0; i < a->sizes.n; i++)
        for (uint32_t k = 0; k < b->sizes.n; k++) {
            const wq_size *x = &a->sizes.v[i], *y = &b->sizes.v[k];
            if (x->span.part == y->span.part && /* not what a headline told of another */
                str_eq(x->kind, y->kind) && x->least == y->least && x->least >= MANY)
                return true;
        }
    return false;
}

/* "14 were killed in the attack, adding that 79 were wounded": the other half of a toll, with nothing of its own. */
static bool is_other_half(const coder_state *c, const event_draft *a, const event_draft *b)
{
    return a->s == b->s && a->sizes.n && b->sizes.n == 1 &&
           !str_eq(a->sizes.v[a->sizes.n - 1].kind, b->sizes.v[0].kind) &&
           b->s->item[b->trigger].kind == ITEM_VERB && b->actor.list.n == 0 && !b->mode.n &&
           !b->time && !b->place && merge_counts_people(c, a) && merge_counts_people(c, b);
}

event_draft *retold_of(coder_state *c, uint32_t kept, const event_draft *d,
                       const event_draft *last, event_draft *into)
{
    event_draft *told = told_before(c, kept, d);
    bool conflict = merge_is_conflict(c, d->type);
    if (!told && conflict && into && could_be_one(c, into, d) && is_other_half(c, last, d))
        return into;
    for (uint32_t k = kept; k > 0 && conflict && !told; k--) {
        event_draft *before = &c->drafts.v[k - 1];
        if (before->s->part == d->s->part && could_be_one(c, before, d) &&
            same_toll(before, d))
            told = before;
    }
    return told;
}
