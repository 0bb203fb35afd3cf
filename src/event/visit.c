/* A journey told again: "arrived in Damascus on a visit that he pays to Syria", "it is the first visit of a minister to". */
#include "event/draft.h"

static bool is_visit(const event_draft *d)
{
    return str_eq(d->type, STR("CONSULT")) && str_eq(d->mode, STR("visit"));
}

/* "first", "second", "the third". */
static bool is_ordinal(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const morph_word *w = s->part->token[s->item[at].first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_TIME &&
            str_starts(lex_cell(c->lex, LEX_TIME, w->v[i].entry.row, "kind"),
                       STR("ordinal")))
            return true;
    return false;
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
           is_ordinal(c, d->s, d->trigger - 1);
}

/* "during his visit", "before his departure for": he who went there, on the journey told of before, where no day is given. */
static bool is_his(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool tied = it > d->s->item && item_is_function(it - 1, STR("prep")) &&
                (str_eq(it[-1].value, STR("khilal")) || str_eq(it[-1].value, STR("qabl")));
    bool dated = d->time && d->time->anchored;
    return it->kind == ITEM_NOMINAL && (it->clitics & MORPH_PRONOUN) && tied && !dated &&
           d->status == WQ_PLANNED && d->recipient.list.n && d->actor.list.n;
}

static bool has_begun(const event_draft *d)
{
    return d->status == WQ_OCCURRED || d->status == WQ_ONGOING;
}

/* Nobody but whom the other tells of, or of whose country somebody unnamed is. */
static bool fits(const event_draft *before, const event_draft *d)
{
    return merge_side_agrees(&before->recipient, &d->recipient) ||
           merge_same_people(&before->actor, &d->recipient); /* "of an official of ..." */
}

/* Who goes is described and not named: "a Syrian official". */
static bool is_unnamed(const event_side *side)
{
    for (uint32_t i = 0; i < side->list.n; i++)
        if (side->list.v[i].id.p)
            return false;
    return true;
}

static bool could_be(const event_draft *before, const event_draft *d)
{
    bool who = merge_same_people(&before->actor, &d->actor) ||
               (is_unnamed(&d->actor) && merge_side_agrees(&before->actor, &d->actor));
    return before->s->part == d->s->part && is_visit(before) && before->actor.list.n &&
           before->status != WQ_DENIED && who && fits(before, d);
}

event_draft *visit_told_before(coder_state *c, uint32_t kept, const event_draft *d)
{
    enum { REACH = 3 }; /* sentences */
    if (!is_visit(d))
        return NULL;
    bool on = is_on_visit(c, d), counted = is_counted(c, d), his = is_his(d);
    for (uint32_t k = kept; k > 0 && (on || counted || his); k--) {
        event_draft *before = &c->drafts.v[k - 1];
        if (d->s->sentence - before->s->sentence > REACH || before->s->part != d->s->part)
            return NULL;
        bool here = on && before->s == d->s && before->trigger < d->trigger;
        bool again = (counted && before->s != d->s && merge_dates_agree(before, d)) ||
                     (his && has_begun(before) && before->recipient.list.n &&
                      !is_unnamed(&d->actor));
        if ((here || again) && could_be(before, d))
            return before;
    }
    return NULL;
}
