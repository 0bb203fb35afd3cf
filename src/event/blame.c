/* Who is blamed, refused, welcomed without being named: "condemned the attack", "denounced the arrests", "turned down the request",
 * in an article that tells elsewhere whose deed that was.                                                              */
#include "event/doer.h"
#include "script/letters.h"

/* What somebody takes a stand on, in words that name nobody. */
typedef struct blame_deed {
    uint32_t types; /* of events that may be it, bits by type_bit() */
    bool one; /* this very deed, told of right before: with the article, or a pronoun */
    bool taken_up;           /* by a pronoun: the last thing told */
    const clause_item *noun; /* or NULL */
    const event_draft *told; /* the event that is told by those very words; or NULL */
} blame_deed;

static bool is_blame(const event_draft *d)
{
    return str_eq(d->type, STR("ACCUSE")) && str_eq(d->mode, STR("disapprove"));
}

/* To what was asked or offered. */
static bool is_answer(const event_draft *d)
{
    return str_eq(d->type, STR("REJECT")) || str_eq(d->type, STR("AGREE"));
}

static uint32_t type_bit(const coder_state *c, wq_str type)
{
    int64_t row = words_type(c, type);
    return row < 0 ? 0 : 1u << (row & 31);
}

/* The types that the rows of the word of item `at` give; of violence and crimes that of force, of a step that of any measure. */
static uint32_t types_of(coder_state *c, const event_draft *d, uint32_t at)
{
    uint32_t rows[ROWS_MAX], types = 0;
    const clause_item *it = &d->s->item[at];
    if (it->kind != ITEM_NOMINAL && it->kind != ITEM_WORD)
        return 0;
    if (needs_word(c, d, it, STR("@violence,jarima")))
        return type_bit(c, STR("ASSAULT"));
    if (needs_word(c, d, it, STR("@steps")))
        return type_bit(c, STR("SANCTION")) | type_bit(c, STR("COERCE")) |
               type_bit(c, STR("MOBILIZE"));
    if (is_answer(d) && needs_word(c, d, it, STR("daa,arada")))
        return type_bit(c, STR("AGREE")); /* an invitation, an offer */
    uint32_t n = it->kind == ITEM_NOMINAL ? trigger_rows(c, d->s, at, LEX_EVENT, rows) : 0;
    for (uint32_t i = 0; i < n; i++) {
        wq_str type = event_cell(c, rows[i], "type");
        bool done = (str_eq(event_type_cell(c, type, "quad"), STR("4")) &&
                     !str_eq(type, STR("ASSAULT"))) ||
                    str_eq(type, STR("REQUEST"));
        types |= done ? type_bit(c, type) : 0;
    }
    return types;
}

/* "A campaign of", "the continuation of": a noun whose genitive, right behind, is the deed. */
static bool is_open_noun(const clause_item *it)
{
    return (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) &&
           !(it->clitics & (MORPH_AL | MORPH_PRONOUN));
}

/* Does a pronoun stand for it: on the verb, or on the preposition right behind it ("condemned it", "protested at it")? */
static bool is_taken_up(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    if (it->kind != ITEM_VERB)
        return false;
    return (it->clitics & (MORPH_HU | MORPH_HA)) ||
           (d->trigger + 1 < d->s->n_items &&
            item_is_function(it + 1, STR("prep_pronoun")) &&
            str_listed(STR("bi|ala"), '|', it[1].value));
}

/* "The attacks that gunmen launched" are no others, whoever they are told to be by. */
static bool is_told_there(const event_draft *d, uint32_t i)
{
    return i + 1 < d->s->n_items && item_is_function(&d->s->item[i + 1], STR("rel"));
}

/* The deed that item `i` names; types == 0: none, or one that stands behind another thing. */
static blame_deed named_by(coder_state *c, const event_draft *d, uint32_t i, bool first)
{
    const clause_item *it = &d->s->item[i];
    uint32_t types = types_of(c, d, i);
    bool these =
        i > 0 && item_is_function(it - 1, STR("transparent")) && it[-1].value.n == 0;
    bool force = types == type_bit(c, STR("ASSAULT"));
    bool many = force && str_ends(d->s->part->token[it->first].form, STR(AR_ALEF AR_TEH));
    bool the = it->kind == ITEM_NOMINAL && (it->clitics & MORPH_AL);
    if (!first && !force && !these)
        types = 0;
    return (blame_deed){ types, the && !many, false, the ? it : NULL, NULL };
}

/* "Denounced the joint drill of Seoul and Washington", "threatened to answer the drill": the event whose trigger the item is; NULL:
 * none, or nobody's.                                                                                                  */
static const event_draft *event_at(const coder_state *c, const event_draft *d, uint32_t i)
{
    for (uint32_t k = 0; k < c->drafts.n; k++) {
        const event_draft *a = &c->drafts.v[k];
        bool words = str_eq(event_type_cell(c, a->type, "quad"), STR("3"));
        if (a->s == d->s && a->trigger == i && a != d && a->actor.list.n && !words)
            return a;
    }
    return NULL;
}

/* The word behind which the deed stands: the trigger; of a march, what it is in protest at. */
static uint32_t stand_at(coder_state *c, const event_draft *d)
{
    enum { REACH = 24 };
    uint32_t i = d->trigger;
    if (!str_eq(d->type, STR("PROTEST")))
        return i;
    while (i < d->s->n_items && i <= d->trigger + REACH && d->s->item[i].mark != '.' &&
           !needs_word(c, d, &d->s->item[i], STR("@protest_at")))
        i++;
    return i;
}

/* The deed right behind the verb and its subject, or what describes it; types == 0: something else is meant. */
static blame_deed deed_of(coder_state *c, const event_draft *d)
{
    enum { REACH = 6 };
    const blame_deed none = { 0, false, false, NULL, NULL };
    bool first = true;
    if (is_taken_up(d))
        return (blame_deed){ ~0u, true, true, NULL, NULL };
    words_note(c, d->s);
    uint32_t from = stand_at(c, d);
    for (uint32_t i = from + 1; i < d->s->n_items && i <= from + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB || item_is_function(it, STR("comp")))
            break;
        const event_draft *told = first ? event_at(c, d, i) : NULL;
        if (told)
            return (blame_deed){ ~0u, false, false, NULL, told };
        blame_deed what = named_by(c, d, i, first);
        if (what.types)
            return is_told_there(d, i) ? none : what;
        if (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD)
            first = first && is_open_noun(it);
    }
    return none;
}

/* No nameless bomber; of other deeds any state, body or official. */
static bool is_known(coder_state *c, const wq_actor *a)
{
    return a && (a->id.p || (a->country.p && a->sector.n &&
                             needs_among(c, STR("@armed,@state_hands"), a->sector)));
}

/* "The police", "the authorities" of one country: the state, whichever hand it used. */
static bool is_same_hand(coder_state *c, const wq_actor *a, const wq_actor *b)
{
    return role_is_same_party(a, b) || (a->country.p && str_eq(a->country, b->country) &&
                                        needs_among(c, STR("@state_hands"), a->sector) &&
                                        needs_among(c, STR("@state_hands"), b->sector));
}

static bool is_told(const event_draft *d)
{
    return d->status == WQ_OCCURRED || d->status == WQ_ONGOING || d->status == WQ_PLANNED;
}

/* Is it told of by the very word that is taken up: "attacks ... condemned the attacks"? */
static bool is_so_called(const event_draft *d, const clause_item *noun)
{
    const clause_item *it = &d->s->item[d->trigger];
    return it->entry.table == noun->entry.table && it->entry.row == noun->entry.row;
}

/* Which deeds are asked for: of these types, of this word or any, from a sentence on up to that of the stand, or in the whole
 * article; none by the land of whoever takes the stand.                                                               */
typedef struct deed_query {
    const event_draft *of;
    uint32_t types, from;
    const clause_item *noun;
    bool foreign;
} deed_query;

static bool is_asked_for(const coder_state *c, const event_draft *d, const deed_query *q)
{
    bool there =
        q->from == UINT32_MAX || (d->part == q->of->part && d->s->sentence >= q->from &&
                                  d->s->sentence <= q->of->s->sentence);
    wq_str land =
        q->of->actor.list.n ? q->of->actor.list.v[0].country : (wq_str){ NULL, 0 };
    bool crowd = str_eq(d->mode, STR("crowd-control")); /* no "attack" */
    return there && d != q->of && is_told(d) && !crowd &&
           (type_bit(c, d->type) & q->types) && (!q->noun || is_so_called(d, q->noun)) &&
           !(q->foreign && role_is_of_land(&d->actor, land));
}

/* The one party by which all such deeds are, where its author is known; NULL: none, or several. */
static const wq_actor *doer_of_all(coder_state *c, const deed_query *q)
{
    const wq_actor *one = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *d = &c->drafts.v[i];
        for (uint32_t k = 0; is_asked_for(c, d, q) && k < d->actor.list.n; k++) {
            const wq_actor *a = &d->actor.list.v[k];
            if (!a->country.p && needs_among(c, STR("@state_hands"), a->sector))
                continue; /* "security forces": of a state that another deed names */
            if (one && !is_same_hand(c, one, a))
                return NULL;
            one = one ? one : a;
        }
    }
    return is_known(c, one) ? one : NULL;
}

static bool takes_part(coder_state *c, const event_draft *d, const wq_actor *a)
{
    for (uint32_t i = 0; i < d->actor.list.n; i++)
        if (is_same_hand(c, &d->actor.list.v[i], a))
            return true;
    return false;
}

static bool is_before(const event_draft *a, const event_draft *d)
{
    return a->part == d->part &&
           (a->s->sentence < d->s->sentence || (a->s == d->s && a->trigger < d->trigger));
}

/* Who did what was told last before, in this sentence or the one above; NULL: a deed of nobody known, or of several. */
static const wq_actor *doer_of_last(coder_state *c, const event_draft *d)
{
    const event_draft *last = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *a = &c->drafts.v[i];
        bool near = is_before(a, d) && a->s->sentence + 1 >= d->s->sentence;
        bool done = str_eq(event_type_cell(c, a->type, "quad"), STR("4")) ||
                    str_eq(a->type, STR("CONCEDE")) || str_eq(a->type, STR("REQUEST"));
        bool later = !last || last->s->sentence < a->s->sentence ||
                     (last->s == a->s && last->trigger < a->trigger);
        if (near && done && later && is_told(a))
            last = a;
    }
    const wq_actor *a = last && last->actor.list.n == 1 ? &last->actor.list.v[0] : NULL;
    return is_known(c, a) ? a : NULL;
}

static const wq_actor *whose(coder_state *c, const event_draft *d, const blame_deed *what)
{
    uint32_t at = d->s->sentence;
    bool blame = is_blame(d);
    if (what->taken_up)
        return doer_of_last(c, d);
    bool answer = str_eq(d->type, STR("THREATEN")) || str_eq(d->type, STR("PROTEST"));
    if (!blame && !answer && !is_answer(d))
        return NULL;
    deed_query all = { d, what->types, UINT32_MAX, NULL, false }, named = all, near = all;
    named.noun = what->noun;
    near.from = at ? at - 1 : 0;
    const wq_actor *who = blame ? doer_of_all(c, &all) : NULL;
    who = who || !what->one ? who : doer_of_all(c, &near);
    who = who || !what->noun || !(blame || answer) ? who : doer_of_all(c, &named);
    all.foreign = true;
    return who || !blame ? who : doer_of_all(c, &all);
}

/* Those who did what is told by the very words that the stand is taken on. */
static void add_doers(coder_state *c, event_draft *d, const event_draft *told)
{
    for (uint32_t i = 0; i < told->actor.list.n; i++)
        if (is_known(c, &told->actor.list.v[i]) &&
            !takes_part(c, d, &told->actor.list.v[i]))
            role_add_actor(c, &told->actor.list.v[i], &d->recipient);
}

/* Does it take a stand on what another did? */
static bool is_stand(const event_draft *d)
{
    return is_blame(d) || is_answer(d) || str_eq(d->type, STR("PROTEST")) ||
           (str_eq(d->type, STR("THREATEN")) && !is_taken_up(d));
}

void blame_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        if (!is_stand(d) || d->recipient.list.n)
            continue;
        blame_deed what = deed_of(c, d);
        bool consent = str_eq(d->type, STR("AGREE"));
        if (consent && (what.taken_up || what.told))
            continue; /* a deal "by mediation of" is not with the mediator */
        if (!what.taken_up && is_answer(d)) /* decisions: retaken.c */
            what.types &= type_bit(c, STR("REQUEST")) | type_bit(c, STR("AGREE"));
        if (what.told) {
            add_doers(c, d, what.told);
            continue;
        }
        const wq_actor *who = what.types ? whose(c, d, &what) : NULL;
        if (who && !takes_part(c, d, who))
            role_add_actor(c, who, &d->recipient);
    }
}
