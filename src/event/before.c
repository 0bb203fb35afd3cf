/* Who acts where the verb's own clause names nobody: whoever was told of before, in the sentence or in the one above.  And who
 * is meant by a country, or by an official, where the sentence names him.                                               */
#include "event/draft.h"
#include "script/letters.h"

/* Lebanon, Iraq: states that go with verbs of either gender. */
static bool goes_on(const actor_mention *m, bool fem, bool joined)
{
    return m->fem == fem || (joined && m->kind == ACTOR_STATE && m->he);
}

/* The first subject of a sentence that a verb of this gender, of one or of many, can go on with; `joined`: "and" is on it. */
static const actor_mention *subject_of_sentence(const clause_sentence *s, bool fem,
                                                bool many, bool joined)
{
    for (uint32_t i = 0; i < s->n_clauses; i++) {
        const actor_mention *m = role_mention(s, s->clause[i].subject);
        if (m && m->kind != ACTOR_SOURCE && goes_on(m, fem, joined) && (m->plural || !many))
            return m;
    }
    return NULL;
}

/* "So-and-so receives": a name that nobody knows, or a thing, right before the verb is its subject. */
static bool is_led_by_word(const clause_sentence *s, const clause *cl)
{
    const clause_item *it = &s->item[cl->verb] - 1;
    bool own = cl->verb > (int32_t)cl->first && !(it[1].clitics & (MORPH_WA | MORPH_FA));
    if (!own || it->kind != ITEM_WORD || (it->clitics & MORPH_PREPOSITION))
        return false;
    bool governed =
        cl->verb - 1 > (int32_t)cl->first && item_is_function(it - 1, STR("prep"));
    const morph_word *w = s->part->token[it->first].morph;
    return !governed && (!w || !w->known || (it->clitics & MORPH_AL));
}

/* "The visit of the minister to Damascus was in April, when he met": where the subject ahead is a thing, whoever did what was
 * told just before in the sentence, of this type.                                                                    */
static bool subject_of_deed(coder_state *c, event_draft *d, bool fem, event_side *side)
{
    const clause *cl = draft_clause(d);
    bool goes_on = cl->opener == OPEN_AND && cl->parent >= 0;
    if (cl->opener != OPEN_SUB && cl->opener != OPEN_WHO && !goes_on)
        return false;
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *before = &c->drafts.v[i - 1];
        if (before->s != d->s)
            break;
        if (goes_on && (int32_t)before->clause != cl->parent)
            continue; /* "where he meets the president and goes on to" */
        const wq_actor *a = before->actor.list.n == 1 ? &before->actor.list.v[0] : NULL;
        const actor_mention *m = a ? draft_mention(before, a->span) : NULL;
        if (!m || !str_eq(before->type, event_cell(c, d->row, "type")))
            continue;
        if (m->kind != ACTOR_PERSON && (m->plural || m->fem != fem))
            continue;
        d->inherited = true;
        role_add_actor(c, a, side);
        return true;
    }
    return false;
}

/* "An official of the movement said that they had agreed": whom he speaks for. */
static bool add_spoken_for(coder_state *c, event_draft *d, event_side *side)
{
    const clause *cl = draft_verb_clause(d);
    const clause_item *that = &d->s->item[cl->first], *verb = &d->s->item[d->trigger];
    bool they = cl->opener == OPEN_THAT && cl->subject < 0 &&
                str_ends(d->s->part->token[that->first].form, STR(AR_HEH AR_MEEM)) &&
                verb->kind == ITEM_VERB && (verb->entry.feats & LEX_F_PLUR);
    int32_t said = they && c->claims.of_item ? c->claims.of_item[d->trigger] : -1;
    const actor_mention *who = said < 0 ? NULL : c->claims.said.v[said].who.actor;
    int64_t row = who && who->owner.p ? lex_row_by_id(c->lex, LEX_ACTOR, who->owner) : -1;
    if (!who || (row < 0 && !who->a.country.p))
        return false;
    wq_actor a = who->a;
    if (row >= 0) {
        a.id = who->owner;
        a.name = lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "name");
        a.role = (wq_str){ NULL, 0 };
    }
    d->inherited = true;
    role_add_actor(c, &a, side);
    return true;
}

/* "... that they (أنهم)": the clause of an act of force, whose subject is that of a clause above or none. */
static bool is_they(const coder_state *c, const event_draft *d, const clause *cl)
{
    const clause_item *that = &d->s->item[cl->first];
    wq_str form = d->s->part->token[that->first].form;
    return words_row(c, d->row)->scene && cl->opener == OPEN_THAT && cl->first > 0 &&
           cl->subject < (int32_t)cl->first && item_is_function(that, STR("comp")) &&
           str_ends(form, STR(AR_HEH AR_MEEM));
}

bool role_is_nobodys(const coder_state *c, const event_draft *d, const clause *cl)
{
    return cl->subject < 0 || is_they(c, d, cl);
}

/* "The gunmen who dug in where they are believed to (أنهم) hold hostages": whom the pronoun on "that" means, in the sentence. */
static bool add_they(coder_state *c, event_draft *d, event_side *side)
{
    const clause *cl = draft_verb_clause(d);
    const actor_mention *m =
        is_they(c, d, cl) ? role_antecedent(d, cl->first, MORPH_HUM) : NULL;
    if (!m || m->first < d->s->item[0].first)
        return false;
    d->inherited = true;
    role_add_mention(c, m, side);
    return true;
}

/* "Visited Tunisia in 2013 about 300 thousand tourists": behind the object, a number of people is the subject. */
static bool is_done_by_many(coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    clause_args args = cl->verb == (int32_t)d->trigger ? event_args(c, d->s, d->trigger)
                                                       : (clause_args){ NULL, 0 };
    uint32_t bare = 0;
    for (uint32_t i = 0; i < args.n; i++) {
        if (args.v[i].slot.n || args.v[i].coordinated)
            continue;
        uint32_t at = args.v[i].item;
        if (bare++ && d->s->item[at].kind == ITEM_ACTOR && item_is_counted(d->s, at))
            return true;
    }
    return false;
}

/* "He held that X is trying ... And (he) called for": behind a sentence that itself goes on with somebody's words, what is done by
 * words goes on too, and not with whom those spoke of.                                                                */
static const actor_mention *who_goes_on(coder_state *c, const event_draft *d, bool fem,
                                        bool many)
{
    const clause *cl = draft_clause(d);
    if (!words_row(c, d->row)->verbal || d->s->sentence == 0 || cl->first || many ||
        cl->verb != (int32_t)d->trigger)
        return NULL;
    const clause_sentence *above = &d->part->sentence[d->s->sentence - 1];
    const clause *first = above->n_clauses ? &above->clause[0] : NULL;
    wq_str value;
    bool said = first && first->verb >= 0 && first->subject < 0 &&
                claim_is_cue(c, &above->item[first->verb], STR("say"), &value);
    const actor_mention *m = said ? c->claims.topic.actor : NULL;
    return m && m->kind <= ACTOR_OFFICE && !m->plural && m->fem == fem ? m : NULL;
}

/* "He also met ...": a sentence without a subject goes on with that of the one before. */
bool role_subject_before(coder_state *c, event_draft *d, event_side *side)
{
    enum { REACH = 2 };
    if (add_spoken_for(c, d, side))
        return true;
    if (add_they(c, d, side))
        return true;
    const clause *cl = draft_clause(d);
    uint32_t feats = cl->verb >= 0 ? d->s->item[cl->verb].entry.feats : 0;
    bool fem = lex_is_only_feminine(feats);
    bool many = (feats & LEX_F_PLUR) && !(feats & LEX_F_SING);
    bool joined = cl->verb >= 0 && (d->s->item[cl->verb].clitics & MORPH_WA);
    if (!(feats & LEX_F_3) || is_led_by_word(d->s, cl) || is_done_by_many(c, d))
        return false;
    if (!many && subject_of_deed(c, d, fem, side))
        return true;
    if (cl->opener == OPEN_WHO)
        return false;
    const actor_mention *on = who_goes_on(c, d, fem, many);
    for (uint32_t k = d->s->sentence; k > 0 && d->s->sentence - (k - 1) <= REACH; k--) {
        const actor_mention *m =
            on ? on : subject_of_sentence(&d->part->sentence[k - 1], fem, many, joined);
        if (!m)
            continue;
        d->inherited = true;
        role_add_mention(c, m, side);
        return true;
    }
    return false;
}

/* "The president affirmed his country's support": it is he who acts. */
static void person_for_country(const event_draft *d, event_side *side)
{
    wq_actor *a = side->list.n == 1 ? &side->list.v[0] : NULL;
    const actor_mention *m = a ? draft_mention(d, a->span) : NULL;
    if (!m || !str_eq(str_of(m->rule), STR("actor.own-country")))
        return;
    for (int32_t k = (int32_t)d->clause; k >= 0; k = d->s->clause[k].parent) {
        const actor_mention *who = role_mention(d->s, d->s->clause[k].subject);
        if (who && (who->kind == ACTOR_PERSON || who->kind == ACTOR_OFFICE) &&
            str_eq(who->a.country, a->country)) {
            *a = who->a;
            return;
        }
    }
}

/* One official of a nation, whoever he is, with a preposition on him: "the first visit of (ل) a Saudi official". */
static bool is_some_official(const event_draft *d, const wq_actor *a)
{
    const actor_mention *m = draft_mention(d, a->span);
    bool one = m && !m->plural && !m->definite && (m->clitics & MORPH_LI) &&
               ((m->kind == ACTOR_GROUP && m->agent) || m->kind == ACTOR_OFFICE);
    return one && a->country.p && str_eq(a->sector, STR("GOV")) &&
           d->s->item[d->trigger].kind == ITEM_NOMINAL;
}

/* "Received the Saudi minister in the first visit of a Saudi official": the one man of that nation whom the sentence names
 * before it is the visitor.                                                                                          */
static void person_for_official(const event_draft *d, event_side *side)
{
    wq_actor *a = side->list.n == 1 ? &side->list.v[0] : NULL;
    const actor_mention *found = NULL;
    if (!a || !is_some_official(d, a))
        return;
    for (uint32_t i = 0; i < d->trigger; i++) {
        const actor_mention *m = role_mention(d->s, (int32_t)i);
        bool man = m && (m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE) &&
                   !m->plural && !m->second && m->a.id.p &&
                   str_eq(m->a.country, a->country);
        if (man && found && !str_eq(found->a.id, m->a.id))
            return;
        found = man ? m : found;
    }
    if (found)
        *a = found->a;
}

void role_single_out(const event_draft *d, event_side *side)
{
    person_for_country(d, side);
    person_for_official(d, side);
}

/* "Algeria announced that it cut ties between Algeria and Morocco": of two behind "between" not the one who acts. */
void role_drop_own(const event_draft *d, event_side *side)
{
    uint32_t kept = 0;
    wq_str own = d->actor.list.n ? d->actor.list.v[0].country : (wq_str){ NULL, 0 };
    for (uint32_t i = 0; own.p && i < side->list.n; i++)
        kept += !str_eq(side->list.v[i].country, own);
    if (!own.p || kept == side->list.n || kept == 0)
        return;
    for (uint32_t i = kept = 0; i < side->list.n; i++)
        if (!str_eq(side->list.v[i].country, own))
            side->list.v[kept++] = side->list.v[i];
    side->list.n = kept;
}

bool role_blamed(coder_state *c, event_draft *d, event_side *side)
{
    const clause_item *of = &d->s->item[d->light];
    const clause *cl = &d->s->clause[of->clause];
    if (!(of->clitics & MORPH_BI) || cl->verb < 0 || cl->verb >= d->light ||
        !str_eq(lex_cell(c->lex, LEX_VERB, d->s->item[cl->verb].entry.row, "class"),
                STR("blame")))
        return false;
    clause_args args = event_args(c, d->s, (uint32_t)cl->verb);
    int32_t blamed = -1; /* the last: the words of the subject may be more than are known */
    for (uint32_t i = 0; i < args.n && (int32_t)args.v[i].item < d->light; i++)
        if (args.v[i].slot.n == 0 && !args.v[i].coordinated &&
            (int32_t)args.v[i].item != cl->subject)
            blamed = (int32_t)args.v[i].item;
    return blamed >= 0 && role_add(c, d, &d->s->item[blamed], side);
}
