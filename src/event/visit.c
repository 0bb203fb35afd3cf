/* A journey told again: "arrived in Damascus on a visit that he pays to Syria", "it is the first visit of a minister to". */
#include "event/doer.h"
#include "script/letters.h"

static bool is_visit(const event_draft *d)
{
    return str_eq(d->type, STR("CONSULT")) && str_eq(d->mode, STR("visit"));
}

/* "last". */
static bool is_last(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const morph_word *w = s->part->token[s->item[at].first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_TIME &&
            str_eq(lex_cell(c->lex, LEX_TIME, w->v[i].entry.row, "value"), STR("END")))
            return true;
    return false;
}

bool visit_is_former(const coder_state *c, const event_draft *a, const event_draft *b)
{
    bool visits = is_visit(a) && is_visit(b) && a->trigger && b->trigger;
    return visits && is_last(c, a->s, a->trigger - 1) != is_last(c, b->s, b->trigger - 1);
}

/* "first", "second", "the third"; "last". */
static bool is_ordinal(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const morph_word *w = s->part->token[s->item[at].first].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        if (w->v[i].entry.table != LEX_TIME)
            continue;
        uint32_t row = w->v[i].entry.row;
        if (str_starts(lex_cell(c->lex, LEX_TIME, row, "kind"), STR("ordinal")))
            return true;
    }
    return is_last(c, s, at);
}

/* What stands between the noun and whose it is: "second", "which is the (هي) second". */
static bool is_of_noun(const clause_item *it)
{
    return it->kind == ITEM_WORD || it->kind == ITEM_ADJ ||
           item_is_function(it, STR("pronoun"));
}

/* "the last visit of his (له)", "a second visit of the minister (للوزير)": whose visit it is that is counted, or -1. */
static int32_t nth_visitor(const coder_state *c, const event_draft *d)
{
    uint32_t at = d->trigger;
    if (d->s->item[at].clitics & MORPH_PRONOUN)
        return -1; /* "our first visit to it" */
    bool nth = at > 0 && is_ordinal(c, d->s, at - 1);
    for (at++; at < d->s->n_items && is_of_noun(&d->s->item[at]); at++)
        nth = nth || is_ordinal(c, d->s, at);
    const clause_item *it = at < d->s->n_items ? &d->s->item[at] : NULL;
    bool of =
        it &&
        ((it->kind == ITEM_ACTOR && !it->actor->place_like && (it->clitics & MORPH_LI)) ||
         (item_is_function(it, STR("prep_pronoun")) && str_eq(it->value, STR("li"))));
    return nth && of ? (int32_t)at : -1;
}

bool role_is_nth(const coder_state *c, const event_draft *d, uint32_t at)
{
    return str_eq(event_cell(c, d->row, "mode"), STR("visit")) &&
           nth_visitor(c, d) == (int32_t)at;
}

/* "His visit to Syria comes ..., as his last visit was in 2012": there, too. */
static bool add_there(coder_state *c, const event_draft *d, event_side *side)
{
    const event_draft *last = c->drafts.n ? &c->drafts.v[c->drafts.n - 1] : NULL;
    if (!last || last->s != d->s || !is_visit(last) || !last->recipient.list.n)
        return false;
    role_add_actor(c, &last->recipient.list.v[0], side);
    return true;
}

bool role_nth(coder_state *c, event_draft *d, event_side *side)
{
    int32_t at = nth_visitor(c, d);
    if (at < 0)
        return false;
    if (side == &d->recipient)
        return is_last(c, d->s, d->trigger - 1) && add_there(c, d, side);
    const clause_item *it = &d->s->item[at];
    if (it->kind == ITEM_ACTOR)
        return role_add(c, d, it, side);
    uint16_t who = antecedent_clitics(d->s->part->token[it->first].form);
    int32_t subject = draft_clause(d)->subject;
    const actor_mention *m =
        subject < (int32_t)d->trigger ? role_mention(d->s, subject) : NULL;
    if (!m || !role_fits(m, who))
        m = role_antecedent(d, (uint32_t)at, who);
    if (m)
        role_add_mention(c, m, side);
    return m != NULL;
}

/* "in (the first) visit": the visit of the sentence so far, seen as a whole. */
static bool is_on_visit(const coder_state *c, const event_draft *d)
{
    uint32_t at = d->trigger;
    if (d->s->item[at].kind != ITEM_NOMINAL)
        return false;
    if (at > 0 && is_ordinal(c, d->s, at - 1))
        at--;
    const clause_item *tie = at > 0 ? &d->s->item[at - 1] : NULL;
    return tie && item_is_function(tie, STR("prep")) && str_eq(tie->value, STR("fi"));
}

/* "the first visit of a Turkish president": counted among others of its kind. */
static bool is_counted(const coder_state *c, const event_draft *d)
{
    return d->s->item[d->trigger].kind == ITEM_NOMINAL && d->trigger > 0 &&
           is_ordinal(c, d->s, d->trigger - 1) && !is_last(c, d->s, d->trigger - 1);
}

/* "during his visit", "before his departure for": he who went there, on the journey told of before, where no day is given. */
static bool is_his(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool tied = it > d->s->item && item_is_function(it - 1, STR("prep")) &&
                (str_eq(it[-1].value, STR("khilal")) || str_eq(it[-1].value, STR("qabl")) ||
                 str_eq(it[-1].value, STR("baad")));
    bool dated = d->time && d->time->anchored;
    return it->kind == ITEM_NOMINAL && (it->clitics & MORPH_PRONOUN) && tied && !dated &&
           d->recipient.list.n && d->actor.list.n;
}

/* "The minister's visit to Moscow comes": what an imperfect tells of it is told of the visit that the reader knows. */
static bool is_theme(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    uint32_t f = cl->verb < 0 ? 0 : d->s->item[cl->verb].entry.feats;
    return cl->subject == (int32_t)d->trigger && (f & LEX_F_IMPERFECT) &&
           !(f & LEX_F_PERFECT) && d->recipient.list.n && d->actor.list.n &&
           d->s->item[d->trigger].kind == ITEM_NOMINAL;
}

static bool has_begun(const event_draft *d)
{
    return d->status == WQ_OCCURRED || d->status == WQ_ONGOING;
}

/* What is still to come for the clause that names it on the way has been told of as begun; or the other way round behind
 * "after", before a verb of what is to come.                                                                         */
static bool is_same_stage(const event_draft *before, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    uint32_t f = cl->verb < 0 ? 0 : d->s->item[cl->verb].entry.feats;
    bool to_come = cl->future || ((f & LEX_F_IMPERFECT) && !(f & LEX_F_PERFECT));
    return has_begun(before) ? d->status == WQ_PLANNED : has_begun(d) && to_come;
}

/* Nobody but whom the other tells of, or of whose country somebody unnamed is; no place at all. */
static bool fits(const event_draft *before, const event_draft *d)
{
    const actor_mention *m =
        d->recipient.list.n ? draft_mention(d, d->recipient.list.v[0].span) : NULL;
    bool nowhere = before->s == d->s && m && m->kind == ACTOR_GROUP && !m->place_like;
    return nowhere || merge_side_agrees(&before->recipient, &d->recipient) ||
           merge_same_people(&before->actor, &d->recipient); /* "of an official of ..." */
}

/* Who goes is described and not named: "a Syrian official". */
static bool is_unnamed(const event_draft *d)
{
    for (uint32_t i = 0; i < d->actor.list.n; i++) {
        const actor_mention *m = draft_mention(d, d->actor.list.v[i].span);
        if (d->actor.list.v[i].id.p || (m && m->kind == ACTOR_PERSON))
            return false;
    }
    return true;
}

static bool could_be(const event_draft *before, const event_draft *d)
{
    if (!is_visit(before) || (before->s == d->s && before->trigger >= d->trigger))
        return false;
    bool carried =
        d->carrier > (int32_t)d->trigger && before->s == d->s; /* "which he pays" */
    bool who = carried || merge_same_people(&before->actor, &d->actor) ||
               (is_unnamed(d) && merge_side_agrees(&before->actor, &d->actor));
    return before->actor.list.n && before->status != WQ_DENIED && who && fits(before, d);
}

/* Does `d` tell of the visit `before`, somewhere behind it? */
static bool tells_again(const coder_state *c, const event_draft *before,
                        const event_draft *d)
{
    if (before->s == d->s && is_on_visit(c, d))
        return true;
    if (is_counted(c, d))
        return before->s != d->s && merge_dates_agree(before, d);
    bool named = before->recipient.list.n && !is_unnamed(d);
    return named &&
           ((is_his(d) && is_same_stage(before, d)) || (is_theme(d) && before->s != d->s));
}

event_draft *visit_told_before(coder_state *c, uint32_t kept, const event_draft *d)
{
    enum { REACH = 12 }; /* sentences */
    if (!is_visit(d))
        return NULL;
    for (uint32_t k = kept; k > 0; k--) {
        event_draft *before = &c->drafts.v[k - 1];
        if (before->s->part != d->s->part || d->s->sentence - before->s->sentence > REACH)
            return NULL;
        if (could_be(before, d) && tells_again(c, before, d))
            return before;
    }
    return NULL;
}

/* The item "first" of "the first leader that (the verb of the clause) meets"; -1: none. */
static int32_t first_to(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    int32_t at = (int32_t)cl->first - 1;
    if (cl->verb < 0 || cl->future || cl->verb > (int32_t)cl->first + 1)
        return -1;
    while (at > 0 && (d->s->item[at].kind == ITEM_ACTOR || is_of_noun(&d->s->item[at])) &&
           !is_ordinal(c, d->s, (uint32_t)at))
        at--;
    bool first =
        at >= 0 && at + 1 < (int32_t)cl->first && is_ordinal(c, d->s, (uint32_t)at);
    return first && d->s->item[at + 1].kind == ITEM_ACTOR ? at : -1;
}

bool visit_is_first_to(const coder_state *c, const event_draft *d)
{
    int32_t at = first_to(c, d);
    return at >= 0 && !d->s->clause[d->s->item[at].clause].future;
}

bool visit_says_first(const coder_state *c, const event_draft *told, const event_draft *d)
{
    int32_t at = first_to(c, d);
    return at > 0 && item_is_function(&d->s->item[at - 1], STR("pronoun")) &&
           told->s == d->s && told->trigger < (uint32_t)at && str_eq(told->type, d->type);
}

bool visit_is_second_of_two(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i], *before = it - 1;
    return i > 1 && it->clitics == (MORPH_WA | MORPH_AL) && it->kind == ITEM_WORD &&
           before->clitics == MORPH_AL && before->kind != ITEM_ACTOR &&
           before[-1].kind == ITEM_NOMINAL &&
           str_ends(s->part->token[it->first].norm, STR(AR_TEH_MARBUTA));
}
