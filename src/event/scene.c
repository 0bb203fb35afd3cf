/* Where an act of force took place that names no place itself: "the town" takes one up, and a report goes on where it was. */
#include "event/draft.h"

/* "the town", with nothing behind it that says which. */
static bool is_that_town(const event_draft *d, uint32_t at, const coder_state *c)
{
    const clause_item *it = &d->s->item[at], *next = it + 1;
    const morph_analysis *noun = morph_as(&d->s->part->token[it->first], LEX_NOUN, -1);
    bool town = noun && (noun->clitics & MORPH_AL) && it->kind != ITEM_PLACE &&
                it->kind != ITEM_ACTOR &&
                str_eq(lex_cell(c->lex, LEX_NOUN, noun->entry.row, "kind"), STR("town_w"));
    return town && (at + 1 >= d->s->n_items || !(next->clitics & MORPH_AL));
}

/* "in", "inside", "over", "on", "into" the town; or the town itself, where it is what is hit. */
static bool is_tied(const coder_state *c, const event_draft *d, uint32_t at,
                    const clause_args *args)
{
    static const char *const in[] = { "fi", "fawq", "dakhil", "ala", "ila" };
    const clause_item *it = &d->s->item[at], *before = it - 1;
    bool force = event_type_cell(c, d->type, "scene").p;
    if ((it->clitics & MORPH_BI) ||
        (force && role_item(d, STR("obj"), args) == (int32_t)at))
        return true;
    for (size_t i = 0; at > 0 && i < sizeof in / sizeof *in; i++)
        if (item_is_function(before, STR("prep")) && str_eq(before->value, str_of(in[i])))
            return force || i == 0;
    return at > 0 && before->direction;
}

/* The town or province that was named last before a token, not too far from it. */
static const place_mention *named_last(const event_draft *d, uint32_t token)
{
    enum { REACH = 80 };
    const place_list *all = d->part->in.places;
    for (uint32_t i = all->n; i > 0; i--) {
        const place_mention *m = &all->v[i - 1];
        if (m->last > token || m->rank == PLACE_BUILDING || m->rank == PLACE_COUNTRY ||
            m->rank == PLACE_REGION || m->weak)
            continue;
        return m->last + REACH >= token ? m : NULL;
    }
    return NULL;
}

/* The row of the noun that a token is; -1: of none. */
static int64_t noun_of(const text_part *p, uint32_t token)
{
    const morph_analysis *noun = morph_as(&p->token[token], LEX_NOUN, -1);
    return noun ? (int64_t)noun->entry.row : -1;
}

/* "the camp", with nothing behind it that says which. */
static bool is_bare_site(const coder_state *c, const event_draft *d)
{
    const clause_item *it = d->site;
    return it && !d->place && it->kind == ITEM_NOMINAL && it->clitics & MORPH_AL &&
           !it->direction && !(it->clitics & MORPH_PRONOUN) &&
           where_site_text(c, d).n ==
               text_slice_bare(d->s->part, it->first, it->last, it->clitics).n;
}

/* "The capital": the one that was named last. */
static void capital_again(coder_state *c, event_draft *d)
{
    const place_list *all = d->part->in.places;
    for (uint32_t i = all->n; i > 0; i--) {
        const place_mention *m = &all->v[i - 1];
        if (m->last > d->site->first || m->rank != PLACE_CAPITAL || !m->country.n)
            continue;
        d->site = NULL;
        d->place = draft_place_item(c, m);
        return;
    }
}

/* "the camp of Balata ... the camp": what the gazetteer has, or else the site of an act told before. */
static void site_again(coder_state *c, event_draft *d, int64_t noun)
{
    enum { REACH = 120 };
    uint32_t own = d->site->first;
    const place_list *all = d->part->in.places;
    for (uint32_t i = all->n; i > 0; i--) {
        const place_mention *m = &all->v[i - 1];
        if (m->last > own || m->last + REACH < own || m->last < m->first + 2 ||
            noun_of(d->part->in.part, m->first) != noun)
            continue;
        d->site = NULL;
        d->place = draft_place_item(c, m);
        return;
    }
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *b = &c->drafts.v[i - 1];
        if (b == d || b->part != d->part || !b->site || b->site->first >= own ||
            b->site->first + REACH < own ||
            noun_of(b->part->in.part, b->site->first) != noun ||
            !site_is_named(c, b, b->site))
            continue;
        d->site_text = where_site_text(c, b);
        d->place = b->place;
        return;
    }
}

void where_site_again(coder_state *c, event_draft *d)
{
    if (d->site && !d->place && item_is_function(d->site, STR("transparent")) &&
        str_eq(d->site->value, STR("capital")))
        capital_again(c, d);
    int64_t noun = is_bare_site(c, d) ? noun_of(d->part->in.part, d->site->first) : -1;
    if (noun >= 0)
        site_again(c, d, noun);
}

/* "A force in Darfur came under attack": where the subject is that stands before its verb. */
static const clause_item *where_subject_is(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_verb_clause(d);
    bool topic = event_type_cell(c, d->type, "scene").p && cl->subject_is_topic &&
                 cl->subject >= (int32_t)cl->first && cl->verb > cl->subject;
    const clause_item *in = topic ? &d->s->item[cl->subject] + 1 : NULL;
    bool there = in && in + 1 < &d->s->item[cl->verb] &&
                 item_is_function(in, STR("prep")) && str_eq(in->value, STR("fi")) &&
                 where_is_toponym(in + 1);
    return there ? in + 1 : NULL;
}

const clause_item *where_town_again(coder_state *c, const event_draft *d)
{
    const clause_item *there = where_subject_is(c, d);
    if (there)
        return there;
    const clause *cl = draft_clause(d);
    clause_args args = event_args(c, d->s, d->trigger);
    for (uint32_t i = cl->first; i < cl->last; i++) {
        if (!is_that_town(d, i, c) || !is_tied(c, d, i, &args))
            continue;
        const place_mention *m = named_last(d, d->s->item[i].first);
        if (!m || !m->country.n)
            return NULL;
        return draft_place_item(c, m);
    }
    return NULL;
}

/* "Stormed the camp; clashes broke out between youths and the soldiers": whose army was there before is no stranger to it. */
static bool brings_other(const event_draft *d, const event_draft *from, wq_str country)
{
    const event_side *side[] = { &d->actor, &d->recipient };
    for (int k = 0; k < 2; k++)
        for (uint32_t i = 0; i < side[k]->list.n; i++) {
            wq_str land = side[k]->list.v[i].country;
            event_side one = { .list = { &side[k]->list.v[i], 1, 1 } };
            if (land.p && !str_eq(land, country) &&
                !merge_shares_country(&one, &from->actor) &&
                !merge_shares_country(&one, &from->recipient))
                return true;
        }
    return false;
}

static bool names_any(const event_draft *d)
{
    for (uint32_t i = 0; i < d->s->n_items; i++)
        if (where_is_toponym(&d->s->item[i]))
            return true;
    return false;
}

/* "in the district of So-and-so", "west of it": a place that no gazetteer knows. */
static bool names_unknown(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    for (uint32_t i = cl->first; i < cl->last; i++)
        if (site_is_kind(&d->s->item[i]) || d->s->item[i].direction)
            return true;
    return false;
}

/* "Stormed the camp of Balata and arrested three": what the same men do next, in the clause right behind. */
static bool does_more(const event_draft *from, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    return from->s == d->s && cl->opener == OPEN_AND && cl->verb == (int32_t)d->trigger &&
           d->clause == from->clause + 1 && from->actor.list.n && d->actor.list.n &&
           from->actor.list.v[0].span.start == d->actor.list.v[0].span.start;
}

/* The first toponym behind "in" or "near" in the items of a clause behind its subject; NULL: none. */
static const clause_item *told_behind(const clause_sentence *s, const clause *cl)
{
    for (uint32_t i = (uint32_t)cl->subject + 1; i < cl->last; i++) {
        const clause_item *it = &s->item[i], *tie = it;
        while (tie > &s->item[cl->subject + 1] && site_is_kind(tie - 1))
            tie--;
        bool in = (it->clitics & MORPH_BI) || (tie->clitics & MORPH_BI) ||
                  (item_is_function(tie - 1, STR("prep")) &&
                   str_listed(STR("fi|qurb"), '|', tie[-1].value));
        if (in && where_is_toponym(it) && !where_is_country(it))
            return it;
        if (it->kind == ITEM_VERB || it->kind == ITEM_MARK)
            return NULL;
    }
    return NULL;
}

/* Is item `at` the deed of the draft again: "the attack"? */
static bool is_deed_again(const coder_state *c, const event_draft *d,
                          const clause_sentence *s, int32_t at)
{
    uint32_t rows[ROWS_MAX];
    const clause_item *it = &s->item[at];
    if (it->kind != ITEM_NOMINAL || !(it->clitics & MORPH_AL))
        return false;
    uint32_t n = trigger_rows(c, s, (uint32_t)at, LEX_EVENT, rows);
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(words_row(c, rows[i])->type, d->type))
            return true;
    return false;
}

static bool only_occurs(const coder_state *c, const clause_sentence *s, int32_t verb)
{
    word_list list = words_list(c, STR("@occurs"));
    for (uint32_t i = 0; i < list.n; i++)
        if (words_item_has(s, (uint32_t)verb, &list.id[i]))
            return true;
    return false;
}

const clause_item *where_told_later(const coder_state *c, const event_draft *d)
{
    enum { REACH = 3 }; /* sentences */
    bool force = event_type_cell(c, d->type, "scene").p && d->status == WQ_OCCURRED;
    uint32_t n = d->part->n_sentences;
    for (uint32_t k = d->s->sentence + 1; force && k < n && k <= d->s->sentence + REACH;
         k++) {
        const clause_sentence *s = &d->part->sentence[k];
        for (uint32_t i = 0; i < s->n_clauses; i++) {
            const clause *cl = &s->clause[i];
            if (cl->verb >= 0 && cl->subject > cl->verb && !cl->negated &&
                is_deed_again(c, d, s, cl->subject) && only_occurs(c, s, cl->verb))
                return told_behind(s, cl);
        }
    }
    return NULL;
}

/* "Arrested two in its storming of the camp": the act behind it in the clause in the course of which it was done; NULL: none. */
static const event_draft *occasion_behind(const coder_state *c, const event_draft *d)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *b = &c->drafts.v[i];
        if (b->s == d->s && b->trigger > d->trigger && draft_same_clause(b, d) &&
            b->status == WQ_OCCURRED && clause_is_occasion(b->s, b->trigger))
            return b;
    }
    return NULL;
}

/* The state of the place that an act of force names; n == 0: none. */
static wq_str state_of_act(const coder_state *c, const event_draft *d)
{
    bool force = event_type_cell(c, d->type, "scene").p && d->place && d->place->place;
    return force ? d->place->place->country : (wq_str){ NULL, 0 };
}

void where_note_scene(coder_state *c)
{
    enum { FEWEST = 2, OF = 3, TRIED = 16 }; /* two acts, and two of three */
    uint32_t all = 0, most = 0;
    for (uint32_t i = 0; i < c->drafts.n; i++)
        all += state_of_act(c, &c->drafts.v[i]).n > 0;
    for (uint32_t i = 0; i < c->drafts.n && i < TRIED && most * OF < all * FEWEST; i++) {
        wq_str state = state_of_act(c, &c->drafts.v[i]);
        most = 0;
        for (uint32_t k = 0; state.n && k < c->drafts.n; k++)
            most += str_eq(state_of_act(c, &c->drafts.v[k]), state);
        c->scene = state;
    }
    if (most < FEWEST || most * OF < all * FEWEST)
        c->scene = (wq_str){ NULL, 0 };
}

const clause_item *where_goes_on(coder_state *c, const event_draft *d)
{
    if (!event_type_cell(c, d->type, "scene").p || d->status != WQ_OCCURRED ||
        names_unknown(d))
        return NULL;
    enum { REACH = 40 }; /* tokens */
    uint32_t own = d->s->item[d->trigger].first;
    const event_draft *from = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *b = &c->drafts.v[i];
        bool near = b->part == d->part && b->s->sentence + 1 >= d->s->sentence &&
                    b->s->item[b->trigger].first < own &&
                    b->s->item[b->trigger].first + REACH >= own;
        if (near && b->status == WQ_OCCURRED && event_type_cell(c, b->type, "scene").p)
            from = b; /* they stand in the order of the text */
    }
    from = from ? from : occasion_behind(c, d);
    const clause_item *it = from ? from->place : NULL;
    if (!it || !it->place || it->place->rank == PLACE_COUNTRY)
        return NULL;
    if (does_more(from, d))
        return it;
    return (from->s != d->s && names_any(d)) || brings_other(d, from, it->place->country)
               ? NULL
               : it;
}
