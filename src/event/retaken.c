/* "The ministers criticised the decision", "Paris refused the request": whose it is, where those words do not say and the article
 * has told it before: "the decision of the court", "the court issued a decision"; "Ankara asked Paris to".              */
#include "event/doer.h"
#include "script/letters.h"

static bool is_noun(const clause_item *it)
{
    return it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
}

/* The words of a noun without what is written before it, and without the alef of an accusative. */
static wq_str bare(const clause_sentence *s, const clause_item *it)
{
    enum { LETTER = 2 }; /* bytes */
    uint16_t c = it->clitics;
    wq_str form = s->part->token[it->last - 1].form;
    bool lil =
        (c & MORPH_LI) && (c & MORPH_AL); /* written without the alef of the article */
    uint32_t n =
        ((c & (MORPH_WA | MORPH_FA)) ? 1U : 0U) +
        (lil ? 2U : ((c & MORPH_PREPOSITION) ? 1U : 0U) + ((c & MORPH_AL) ? 2U : 0U));
    if (form.n <= n * LETTER)
        return form;
    form = str_sub(form, n * LETTER, form.n);
    return !(c & MORPH_AL) && form.n > 3 * LETTER && str_ends(form, STR(AR_ALEF))
               ? str_sub(form, 0, form.n - LETTER)
               : form;
}

/* A thing called by its noun alone, right behind the trigger: no owner, no clause describes it; -1: there is none. */
static int32_t thing_of(coder_state *c, const event_draft *d)
{
    enum { REACH = 4 };
    words_note(c, d->s);
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB || item_is_comma(it) ||
            item_is_function(it, STR("comp")) || item_is_function(it, STR("rel")))
            return -1;
        if (is_noun(it) && (it->clitics & MORPH_AL))
            return i + 1 < d->s->n_items && item_is_function(it + 1, STR("rel"))
                       ? -1
                       : (int32_t)i;
        if (is_noun(it)) /* "refused to carry out the decision" */
            return -1;
    }
    return -1;
}

/* A court, a parliament at odds with the government of its own country. */
static bool is_other_power(const wq_actor *a, const event_draft *d)
{
    bool power = str_eq(a->sector, STR("JUD")) || str_eq(a->sector, STR("LEG"));
    return power && !str_eq(d->actor.list.v[0].sector, a->sector);
}

/* ---- told by its noun -------------------------------------------------------------------------- */

/* "The court issued a decision": the subject of a verb of that kind, whose object the noun is; NULL: none. */
static const clause_item *issuer_of(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    const clause *cl = &d->s->clause[it->clause];
    bool object = cl->verb >= 0 && cl->verb < (int32_t)at && cl->subject >= 0 &&
                  cl->subject < (int32_t)at && d->s->item[cl->subject].kind == ITEM_ACTOR &&
                  !cl->negated;
    for (uint32_t i = (uint32_t)cl->verb + 1; object && i < at; i++)
        object = !item_is_function(&d->s->item[i], STR("prep")) ||
                 i < (uint32_t)cl->subject || str_eq(d->s->item[i].value, STR("an"));
    return object && needs_word(c, d, &d->s->item[cl->verb], STR("@makes_text"))
               ? &d->s->item[cl->subject]
               : NULL;
}

/* Whose the noun of item `at` is, in another sentence than the draft's or earlier in it; a copy of the draft stands there. */
static bool take_owner(coder_state *c, event_draft *d, const clause_sentence *s,
                       uint32_t at)
{
    event_draft there = *d;
    there.s = s;
    there.trigger = at;
    there.clause = s->item[at].clause;
    words_note(c, s);
    const clause_item *owner = role_owner(c, &there, at);
    owner = owner ? owner : issuer_of(c, &there, at);
    event_side side = { 0 };
    if (!owner || !role_add(c, &there, owner, &side) || !side.list.v[0].country.p ||
        (merge_shares_country(&side, &d->actor) && !is_other_power(&side.list.v[0], d)))
        return false;
    role_add_nations(c, &there, owner, &side);
    d->recipient = side;
    return true;
}

/* Goes back over the sentences for the same noun; the first that is somebody's counts. */
static bool told_before(coder_state *c, event_draft *d, uint32_t thing)
{
    enum { SENTENCES = 4 };
    if (!needs_word(c, d, &d->s->item[thing], STR("@retaken")))
        return false;
    wq_str name = bare(d->s, &d->s->item[thing]);
    uint32_t at = d->s->sentence, end = d->trigger;
    for (uint32_t n = 0; n < SENTENCES && n <= at; n++) {
        const clause_sentence *s = &d->part->sentence[at - n];
        for (uint32_t i = n ? s->n_items : end; i > 0; i--)
            if (is_noun(&s->item[i - 1]) && str_eq(bare(s, &s->item[i - 1]), name) &&
                take_owner(c, d, s, i - 1))
                return true;
    }
    return false;
}

/* ---- told as an event --------------------------------------------------------------------------- */

/* Does the noun of item `thing` tell of an event of that type? */
static bool tells_of(const coder_state *c, const event_draft *d, uint32_t thing,
                     wq_str type)
{
    uint32_t rows[ROWS_MAX];
    uint32_t n = d->s->item[thing].kind == ITEM_NOMINAL
                     ? trigger_rows(c, d->s, thing, LEX_EVENT, rows)
                     : 0;
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(event_cell(c, rows[i], "type"), type))
            return true;
    return false;
}

/* "Refused the demands": who made them to those who refuse, where all such demands of the article are one state's. */
static bool done_to_them(coder_state *c, event_draft *d, uint32_t thing)
{
    const event_draft *one = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *b = &c->drafts.v[i];
        bool against = str_eq(event_type_cell(c, b->type, "quad"), STR("3")) ||
                       str_eq(b->type, STR("SANCTION"));
        if (b == d || !against || b->actor.list.n == 0 || !b->actor.list.v[0].country.p ||
            !merge_shares_country(&b->recipient, &d->actor) ||
            merge_shares_country(&b->actor, &d->actor) || !tells_of(c, d, thing, b->type))
            continue;
        if (one && !merge_shares_country(&one->actor, &b->actor))
            return false;
        one = b;
    }
    for (uint32_t i = 0; one && i < one->actor.list.n; i++)
        role_add_actor(c, &one->actor.list.v[i], &d->recipient);
    return one;
}

static bool may_take(const coder_state *c, const event_draft *d)
{
    bool stance = str_eq(d->type, STR("REJECT")) || str_eq(d->type, STR("SUPPORT")) ||
                  (str_eq(d->type, STR("ACCUSE")) && str_eq(d->mode, STR("disapprove")));
    return stance && words_row(c, d->row)->verbal && d->recipient.list.n == 0 &&
           d->actor.list.n > 0;
}

void retaken_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        int32_t thing = may_take(c, d) ? thing_of(c, d) : -1;
        if (thing >= 0 && !done_to_them(c, d, (uint32_t)thing))
            told_before(c, d, (uint32_t)thing);
    }
}
