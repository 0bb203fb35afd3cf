/* Whose the dead are: "dead and wounded in the ranks of the movement", "killed among civilians". */
#include "event/draft.h"

static bool is_casualty(const coder_state *c, const event_draft *d, const clause_item *it)
{
    return it->kind == ITEM_ACTOR && needs_word(c, d, it, STR("@casualties"));
}

/* The item of a recipient that is nothing but the dead or wounded; -1: it is somebody else. */
static int32_t item_of(const coder_state *c, const event_draft *d, const wq_actor *a)
{
    for (uint32_t i = 0; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_ACTOR && it->actor->a.span.start == a->span.start)
            return is_casualty(c, d, it) ? (int32_t)i : -1;
    }
    return -1;
}

/* Behind the dead and wounded at item `at`, other words for them and numbers. */
static uint32_t behind_casualties(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *item = d->s->item;
    uint32_t i = at + 1;
    while (i < d->s->n_items &&
           (is_casualty(c, d, &item[i]) || item[i].count ||
            (item[i].kind == ITEM_WORD && (item[i].clitics & MORPH_WA))))
        i++;
    return i;
}

/* Where the phrase behind the dead and wounded at item `at` begins that says of whom they are: behind "of", "among", "in the ranks
 * of", or right behind them; n_items: there is none.                                                                  */
static uint32_t phrase_of_whose(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *item = d->s->item;
    uint32_t i = behind_casualties(c, d, at), n = d->s->n_items;
    if (i < n && item[i].kind == ITEM_ACTOR && !item[i].clitics)
        return i; /* "the bodies of four soldiers" */
    if (i + 1 >= n || !item_is_function(&item[i], STR("prep")) || item[i].clitics)
        return n;
    bool of = str_eq(item[i].value, STR("min")) || str_eq(item[i].value, STR("bayn"));
    bool ranks = needs_word(c, d, &item[i + 1], STR("ranks"));
    bool in = ranks && str_eq(item[i].value, STR("fi"));
    return of || in ? i + 1 + ranks : n;
}

/* Whoever stands there, and who is joined to him; people, no place. */
static void add_whose(coder_state *c, event_draft *d, uint32_t at, event_side *side)
{
    for (uint32_t i = at; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        if (i > at && it->kind == ITEM_MARK && it->mark != '"')
            return;
        if (it->kind != ITEM_ACTOR || it->actor->place_like ||
            (i > at && !(it->clitics & MORPH_WA)))
            return;
        role_add(c, d, it, side);
    }
}

void toll_settle(coder_state *c, event_draft *d)
{
    event_side whose = { 0 };
    if (!d->recipient.list.n)
        return;
    for (uint32_t i = 0; i < d->recipient.list.n; i++) {
        int32_t at = item_of(c, d, &d->recipient.list.v[i]);
        if (at < 0)
            return; /* somebody is named already */
        if (!whose.list.n)
            add_whose(c, d, phrase_of_whose(c, d, (uint32_t)at), &whose);
    }
    if (whose.list.n)
        d->recipient = whose;
}
