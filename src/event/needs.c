/* The conditions of a row: who fills a side, which words stand where, and whether a noun tells that it happened. */
#include "event/draft.h"
#include "script/letters.h"

/* ---- conditions ----------------------------------------------------------------------- */

/* Is `one` among these ids, or in a group that they name (`@help`)? */
bool needs_among(const coder_state *c, wq_str list, wq_str one)
{
    for (wq_str id; one.n && str_next(&list, ',', &id);) {
        if (str_eq(id, one) ||
            (id.n && id.p[0] == '@' && lex_in_group(c->lex, str_sub(id, 1, id.n), one)))
            return true;
    }
    return false;
}

/* Has item `at` the word `id`?  Its bit says no to most. */
static bool has_word(const coder_state *c, const clause_sentence *s, uint32_t at,
                     const word_id *id)
{
    return (c->words.of_item[at] & id->bit) && words_item_has(s, at, id);
}

/* One of the ids that item `at` may have by its bits. */
static bool has_one(const coder_state *c, const clause_sentence *s, uint32_t at,
                    const word_list *list)
{
    for (uint32_t i = 0; (list->bits & c->words.of_item[at]) && i < list->n; i++)
        if (has_word(c, s, at, &list->id[i]))
            return true;
    return false;
}

/* In the items [from, to), but for the trigger. */
static bool stretch_has(const coder_state *c, const event_draft *d, uint32_t from,
                        uint32_t to, const word_list *list)
{
    for (uint32_t i = from; i < to; i++)
        if (i != d->trigger && has_one(c, d->s, i, list))
            return true;
    return false;
}

/* Does the condition name any word, or one of those that the item has? */
static bool names(const coder_state *c, const event_draft *d, uint32_t at,
                  const row_need *n)
{
    return n->anything || has_one(c, d->s, at, &n->words);
}

bool needs_word(const coder_state *c, const event_draft *d, const clause_item *it,
                wq_str ids)
{
    size_t at = (size_t)(it - d->s->item);
    bool noted = c->words.of == d->s;
    if (at >= d->s->n_items || (noted && !c->words.of_item[at]))
        return false; /* a toponym inside a mention is no item of its own */
    word_list list = words_list(c, ids);
    if (noted)
        return has_one(c, d->s, (uint32_t)at, &list);
    for (uint32_t i = 0; i < list.n; i++) /* of a sentence before the one at hand */
        if (words_item_has(d->s, (uint32_t)at, &list.id[i]))
            return true;
    return false;
}

/* A noun that seems the subject may be the object of a verb whose subject goes without saying. */
static bool stands_in(const event_draft *d, const clause_args *args, uint32_t i,
                      const need_slot *slot)
{
    const clause_arg *a = &args->v[i];
    while (i > 0 && args->v[i].coordinated) /* "a man and a woman" are one subject */
        i--;
    bool subject = d->deverbal ? d->does && args->v[i].item == d->does
                               : (int32_t)args->v[i].item == draft_clause(d)->subject &&
                                     d->s->item[d->trigger].kind == ITEM_VERB;
    if (slot->kind == SLOT_SUBJ)
        return subject;
    const clause_item *it = &d->s->item[a->item];
    bool besides = it > d->s->item && item_is_function(it - 1, STR("also"));
    if (slot->kind == SLOT_OBJ)
        return a->slot.n == 0 && !(subject && (it->kind == ITEM_ACTOR || besides));
    return str_eq(a->slot, slot->name);
}

bool needs_person(const coder_state *c, const wq_actor *a)
{
    int64_t row = a->id.n ? lex_row_by_id(c->lex, LEX_ACTOR, a->id) : -1;
    return a->role.n ||
           (row >= 0 &&
            str_eq(lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "kind"), STR("person")));
}

/* The bit of a sector says no to most. */
static bool is_among(const coder_state *c, const word_list *sectors, wq_str one)
{
    return (sectors->bits & str_bit(one)) && needs_among(c, sectors->cell, one);
}

/* PERSON is one man; PLOVER sectors; a state that is named alone is also STATE, whom nothing is known of NONE. UNO, IGO and other codes of
 * countries count too.  `first`: only what he is first; a president who was a general is not kept out as a soldier.    */
static bool has_sector(const coder_state *c, const wq_actor *a, const word_list *sectors,
                       bool first)
{
    if (is_among(c, sectors, a->country))
        return true;
    bool state = a->country.n && (a->sector.n == 0 || str_eq(a->id, a->country));
    if (is_among(c, sectors, STR("PERSON")) && needs_person(c, a))
        return true;
    if (state && is_among(c, sectors, STR("STATE")))
        return true;
    if (a->sector.n == 0)
        return !state && is_among(c, sectors, STR("NONE"));
    for (uint32_t i = 0; !first && i < a->n_sectors; i++)
        if (is_among(c, sectors, a->sectors[i]))
            return true;
    return is_among(c, sectors, a->sector);
}

/* "A:GOV,MIL", "obj:MIL": on a side, or in a slot, stands somebody of one of these sectors; "!A:MIL" asks what he is first. */
static bool side_is(const coder_state *c, const event_draft *d, const clause_args *args,
                    const row_need *n)
{
    const need_slot *slot = n->slot;
    const event_side *side = str_eq(slot->name, STR("A"))   ? &d->actor
                             : str_eq(slot->name, STR("R")) ? &d->recipient
                                                            : NULL;
    for (uint32_t i = 0; side && i < side->list.n; i++)
        if (has_sector(c, &side->list.v[i], &n->words, n->not ))
            return true;
    for (uint32_t i = 0; !side && i < args->n; i++) {
        const clause_item *it = &d->s->item[args->v[i].item];
        if (stands_in(d, args, i, slot) && it->kind == ITEM_ACTOR &&
            has_sector(c, &it->actor->a, &n->words, n->not ))
            return true;
    }
    return false;
}

/* A noun, or a weapon that is a mention ("a drone that they launched"); a definite one only behind "which". */
static bool is_described(const clause_item *it, bool who)
{
    if (it->kind == ITEM_ACTOR)
        return it->actor->agent && (who || !it->actor->definite);
    return (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) &&
           (who || !(it->clitics & MORPH_AL));
}

/* "the broad agreement that was reached": is the noun that the trigger's clause describes, with or without a relative
 * particle, one of these words?  What describes it stands between; what is definite takes the particle.            */
static bool describes(const coder_state *c, const event_draft *d, const row_need *n)
{
    enum { REACH = 4 };
    int32_t first = (int32_t)draft_clause(d)->first, from = (int32_t)d->trigger - 1;
    bool who = draft_clause(d)->opener == OPEN_WHO;
    if (who && first < from)
        from = first;
    for (int32_t i = from; i >= 0 && i + REACH > from; i--) {
        const clause_item *it = &d->s->item[i];
        bool between = item_is_function(it, STR("rel")) || it->kind == ITEM_WORD ||
                       it->kind == ITEM_ADJ || it->kind == ITEM_VERB ||
                       (who && it->kind == ITEM_ACTOR); /* "the Shalit deal that" */
        who = who || item_is_function(it, STR("rel"));
        if (is_described(it, who) && names(c, d, (uint32_t)i, n))
            return true;
        if (!between || (it->clitics & MORPH_PREPOSITION))
            return false;
    }
    return false;
}

/* Slots that are items at a fixed point: the words on either side, the light verb. */
static int32_t fixed_item(const event_draft *d, const need_slot *slot)
{
    if (slot->kind == SLOT_NEXT)
        return d->trigger + 1 < d->s->n_items ? (int32_t)d->trigger + 1 : -1;
    if (slot->kind == SLOT_PREV)
        return (int32_t)d->trigger - 1;
    return slot->kind == SLOT_LIGHT && d->light != (int32_t)d->trigger ? d->light : -1;
}

static bool goes_on(const clause_item *it)
{
    return it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL || it->kind == ITEM_ACTOR;
}

/* "gen=": one of the next words of the noun phrase that the trigger, or an object of it, opens: a curfew, a state of emergency. */
static bool genitive_is(const coder_state *c, const event_draft *d, const row_need *n)
{
    enum { CHAIN = 3 };
    const clause_item *item = d->s->item;
    uint32_t end = draft_clause(d)->last;
    uint32_t last = item[d->trigger].kind == ITEM_VERB ? end : d->trigger + 1;
    for (uint32_t from = d->trigger; from < last; from++)
        for (uint32_t i = from + 1; i < end && i <= from + CHAIN && goes_on(&item[i]);
             i++) {
            if (item[i].clitics & (MORPH_PREPOSITION | MORPH_WA))
                break;
            if (names(c, d, i, n))
                return true;
        }
    return false;
}

/* "called for ... to stop": the clause behind `an` that hangs on the trigger's, as its first verb says; "*" any. */
static bool clause_behind_is(const coder_state *c, const event_draft *d, const row_need *n)
{
    const clause *next = role_clause_that(d);
    return next && next->verb >= 0 && names(c, d, (uint32_t)next->verb, n);
}

/* "inside=": in the clause behind `an` stands one of these words. */
static bool clause_behind_has(const coder_state *c, const event_draft *d,
                              const word_list *list)
{
    const clause *next = role_clause_that(d);
    return next && stretch_has(c, d, next->first, next->last, list);
}

/* "is=": what that clause says its subject is, or a word that describes this: "a dangerous step". */
static bool predicate_is(const coder_state *c, const event_draft *d, const row_need *n)
{
    enum { ADJECTIVES = 2 };
    int32_t at = thing_predicate(c, d);
    for (uint32_t i = (uint32_t)at; at >= 0 && i <= (uint32_t)at + ADJECTIVES; i++) {
        const clause_item *it = &d->s->item[i];
        bool describes = i == (uint32_t)at || (it->clitics == 0 && goes_on(it));
        if (i >= d->s->n_items || !describes)
            break;
        if (names(c, d, i, n))
            return true;
    }
    return false;
}

/* "tied=bi": the preposition that governs the trigger itself. */
static bool is_tied_by(const coder_state *c, const event_draft *d, wq_str slots)
{
    enum { NOUNS = 2 };
    const clause_item *it = &d->s->item[d->trigger];
    for (uint32_t k = 0; k < NOUNS && it - 1 > d->s->item && !(it->clitics & ~MORPH_AL) &&
                         (it[-1].kind == ITEM_NOMINAL || it[-1].kind == ITEM_WORD) &&
                         !(it[-1].clitics & (MORPH_AL | MORPH_PRONOUN));
         k++)
        it--; /* "after the end of talks" */
    it -= it - 1 > d->s->item && ground_is_state(c, d->s, it - 1);
    const clause_item *before = it > d->s->item ? it - 1 : NULL;
    wq_str own = it->clitics & MORPH_BI                            ? STR("bi")
                 : it->clitics & MORPH_LI                          ? STR("li")
                 : before && item_is_function(before, STR("prep")) ? before->value
                                                                   : STR("");
    return own.n && str_listed(slots, ',', own);
}

static int32_t subject_or_occasion(const event_draft *d)
{
    if (d->deverbal && d->does)
        return (int32_t)d->does;
    int32_t occasion = role_occasion(d);
    return occasion >= 0 ? occasion : draft_clause(d)->subject;
}

/* Behind one of these prepositions stands one of these words. */
static bool slots_have(const coder_state *c, const event_draft *d, const clause_args *args,
                       const row_need *n)
{
    for (const need_slot *slot = n->slot, *end = slot + n->n_slots; slot < end; slot++) {
        int32_t thing = slot->kind == SLOT_OBJ && !n->not ? thing_meant(c, d) : -1;
        if (thing >= 0 && names(c, d, (uint32_t)thing, n))
            return true;
        int32_t fixed = fixed_item(d, slot);
        if (fixed >= 0 && names(c, d, (uint32_t)fixed, n))
            return true;
        if (slot->kind == SLOT_GEN && genitive_is(c, d, n))
            return true;
        for (uint32_t i = 0; i < args->n; i++) {
            thing = n->not ? -1 : thing_meant_behind(c, d, args->v[i].item);
            uint32_t at = thing < 0 ? args->v[i].item : (uint32_t)thing;
            if ((n->anything || (c->words.of_item[at] & n->words.bits)) &&
                stands_in(d, args, i, slot) && names(c, d, at, n))
                return true;
        }
    }
    return false;
}

/* "ila|li=zara,hadara": behind one of these prepositions one of these words; "*" is any word. */
static bool argument_is(const coder_state *c, const event_draft *d, const clause_args *args,
                        const row_need *n)
{
    if (n->kind == NEED_TIED)
        return is_tied_by(c, d, n->words.cell);
    if (!n->anything && !words_may_have(c, &n->words))
        return false; /* of most the sentence has not one of the words */
    switch (n->kind) {
    case NEED_ANY:
        return stretch_has(c, d, 0, d->s->n_items, &n->words);
    case NEED_CLAUSE:
        return stretch_has(c, d, draft_clause(d)->first, draft_clause(d)->last, &n->words);
    case NEED_THAT:
        return clause_behind_is(c, d, n);
    case NEED_INSIDE:
        return clause_behind_has(c, d, &n->words);
    case NEED_IS:
        return predicate_is(c, d, n);
    case NEED_WHICH:
        return describes(c, d, n);
    default:
        break;
    }
    int32_t subject = n->kind == NEED_SUBJECT ? subject_or_occasion(d) : -1;
    return subject >= 0 ? names(c, d, (uint32_t)subject, n) : slots_have(c, d, args, n);
}

/* "the leaders of the states of the Gulf", "members of the Union": of a body of many states. */
static bool are_its_leaders(const coder_state *c, const event_draft *d,
                            const actor_mention *m)
{
    int64_t state = m->a.country.p ? lex_row_by_id(c->lex, LEX_COUNTRY, m->a.country) : -1;
    bool a_state =
        state >= 0 && lex_cell(c->lex, LEX_COUNTRY, (uint32_t)state, "name").n > 0;
    bool of_many = m->kind == ACTOR_ORG && m->a.country.p && !a_state;
    for (uint32_t i = 1; of_many && i < d->s->n_items; i++)
        if (d->s->item[i].kind == ITEM_ACTOR && d->s->item[i].actor == m)
            return item_is_function(&d->s->item[i - 1], STR("transparent")) &&
                   !d->s->item[i - 1].value.n;
    return false;
}

/* Many who may meet among themselves; two of a role are told of as two of something else. */
static bool is_among_themselves(const coder_state *c, const event_draft *d,
                                const actor_mention *m)
{
    wq_str kinds = lex_cell(c->lex, LEX_AGENT, m->agent - 1, "kind");
    wq_str form = d->s->part->token[m->first].form;
    bool two = str_ends(form, STR(AR_ALEF AR_NOON)) || str_ends(form, STR(AR_YEH AR_NOON));
    bool again = str_eq(str_of(m->rule), STR("actor.group-again")); /* told of as meeting */
    return str_listed(kinds, '|', STR("several")) && !again &&
           !(str_listed(kinds, '|', STR("role")) &&
             (two || (!m->a.country.p && m->last == m->first + 1)));
}

/* "the foreign ministers", "leaders of the factions": holders of an office, in the plural. */
static bool are_several(const coder_state *c, const event_draft *d)
{
    if (d->actor.list.n == 0)
        return false;
    const actor_mention *m = draft_mention(d, d->actor.list.v[0].span);
    bool sides = m && m->agent && /* "the factions", "the two sides"; no "two ministers" */
                 is_among_themselves(c, d, m);
    return m &&
           ((m->plural && (m->kind == ACTOR_OFFICE || sides)) || are_its_leaders(c, d, m));
}

/* Somebody on the other side is of another country than all who act. */
static bool some_foreign(const event_draft *d)
{
    const event_side *a = &d->actor, *r = &d->recipient;
    for (uint32_t i = 0; i < r->list.n; i++) {
        wq_str country = r->list.v[i].country;
        bool foreign = a->list.n > 0 && country.p && a->list.v[0].country.p;
        for (uint32_t k = 0; k < a->list.n && foreign; k++)
            foreign = !str_eq(a->list.v[k].country, country);
        if (foreign)
            return true;
    }
    return false;
}

/* "stressed the need to hold", "the need that elections be held": what is said to be needed. */
static bool says_need(const coder_state *c, const event_draft *d)
{
    enum { REACH = 8 };
    for (uint32_t i = d->trigger + 1; i + 2 < d->s->n_items && i <= d->trigger + REACH;
         i++) {
        const clause_item *it = &d->s->item[i], *next = it + 1;
        if (it->kind == ITEM_VERB)
            return false;
        next += item_is_function(next, STR("not_noun")); /* "the need not to interfere" */
        if (it->kind != ITEM_FUNCTION || !needs_word(c, d, it, STR("@needed,@important")))
            continue;
        bool need = needs_word(c, d, it, STR("@needed")) && next->kind == ITEM_WORD;
        return need || item_is_function(next, STR("comp")) ||
               (next->entry.form == LEX_MASDAR && next->kind == ITEM_NOMINAL);
    }
    return false;
}

/* Does the item belong to the noun before it: an adjective, whose it is, when? */
static bool describes_noun(const clause_item *it)
{
    bool plain = it->kind == ITEM_WORD || it->kind == ITEM_ADJ || it->kind == ITEM_ACTOR ||
                 it->kind == ITEM_TIME || it->mark == '-' ||
                 (it->kind == ITEM_NOMINAL && it->entry.form != LEX_MASDAR);
    bool joined = (it->clitics & MORPH_WA) && it->kind == ITEM_ACTOR &&
                  it[-1].kind == ITEM_ACTOR; /* "of Israel and Morocco" */
    return plain && !(it->clitics & MORPH_PREPOSITION) &&
           (!(it->clitics & MORPH_WA) || joined);
}

/* "in Muscat", with the noun itself. */
static bool is_in_place(const event_draft *d, uint32_t i)
{
    const clause_item *it = &d->s->item[i];
    return item_is_function(it, STR("prep")) && str_eq(it->value, STR("fi")) &&
           i + 1 < d->s->n_items && where_is_toponym(it + 1);
}

/* "the deal with Iran": a preposition right behind the noun and what describes it, before any other noun that it could go
 * with; of talks that of the other side.                                                                             */
static bool is_near(const coder_state *c, const event_draft *d)
{
    bool talks = str_eq(event_cell(c, d->row, "type"), STR("CONSULT"));
    for (uint32_t i = d->trigger + 1; i < draft_clause(d)->last; i++) {
        const clause_item *it = &d->s->item[i];
        if (is_in_place(d, i)) {
            i++; /* "talks in Muscat with" */
            continue;
        }
        if (item_is_function(it, STR("prep")))
            return talks ? str_eq(it->value, STR("maa")) || str_eq(it->value, STR("bayn"))
                         : !str_eq(it->value, STR("fi"));
        if (talks && (it->clitics & MORPH_BI) && it->kind == ITEM_ACTOR)
            return true; /* "in a call to his counterpart" */
        if (!item_is_function(it, STR("adverb")) && !describes_noun(it))
            return it->kind == ITEM_ADJ;
    }
    return true;
}

/* "An agreement between ...": a noun without article at the head of a sentence tells that it came about, as headlines do. */
static bool opens_sentence(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    uint32_t first = 0;
    while (first < d->trigger && d->s->item[first].kind == ITEM_MARK)
        first++;
    return first == d->trigger && it->kind == ITEM_NOMINAL &&
           !(it->clitics & (MORPH_AL | MORPH_PRONOUN | MORPH_PREPOSITION | MORPH_WA));
}

/* "Egypt: jail for five journalists": it is the first word of the sentence, or behind a mark that is no comma. */
static bool heads_part(const event_draft *d)
{
    const clause_item *before = &d->s->item[d->trigger] - 1;
    return d->trigger == 0 || (before->kind == ITEM_MARK && !item_is_comma(before));
}

/* "summoned its ambassador": the object carries a pronoun. */
static bool has_owned_object(const event_draft *d, const clause_args *args)
{
    static const need_slot obj = { SLOT_OBJ, { NULL, 0 } };
    for (uint32_t i = 0; i < args->n; i++) {
        const text_token *t = &d->s->part->token[d->s->item[args->v[i].item].first];
        const morph_word *w = str_starts(t->form, STR(AR_AL)) ? NULL : t->morph;
        for (uint32_t k = 0; w && k < w->n && stands_in(d, args, i, &obj); k++)
            if (w->v[k].clitics & MORPH_PRONOUN)
                return true;
    }
    return false;
}

/* Conditions that are a single word about the trigger. */
static bool holds_of_trigger(const coder_state *c, const event_draft *d, need_kind kind)
{
    uint32_t feats = d->s->item[d->trigger].entry.feats;
    switch (kind) {
    case NEED_PLURAL:
        return (feats & LEX_F_PLUR) || words_is_plural(c, d);
    case NEED_NEAR:
        return is_near(c, d);
    case NEED_DATED:
        return needs_dated(d);
    case NEED_RECALLED:
        return needs_recalled(d);
    case NEED_OWN:
        return needs_own_subject(c, d);
    case NEED_OPENS:
        return opens_sentence(d);
    case NEED_HEADS:
        return heads_part(d);
    case NEED_ASIDE:
        return draft_is_aside(d);
    case NEED_PASSIVE:
        return feats & LEX_F_PASSIVE;
    case NEED_NEGATED:
        return draft_clause(d)->negated;
    case NEED_FUTURE:
        return draft_clause(d)->future;
    case NEED_PRESENT:
        return (feats & LEX_F_IMPERFECT) && !(feats & LEX_F_PERFECT);
    default: /* carried, by a finite verb */
        return d->light >= 0 && d->light != (int32_t)d->trigger &&
               d->s->item[d->light].kind == ITEM_VERB;
    }
}

/* Likewise of who takes part, and of what is told. */
static bool holds_of_draft(const coder_state *c, const event_draft *d,
                           const clause_args *args, need_kind kind)
{
    switch (kind) {
    case NEED_A:
        return d->actor.list.n > 0;
    case NEED_R:
        return d->recipient.list.n > 0;
    case NEED_AA:
        return d->actor.list.n > 1 || are_several(c, d);
    case NEED_K:
        return merge_names_country(&d->actor) || merge_names_country(&d->recipient);
    case NEED_FOREIGN:
        return some_foreign(d);
    case NEED_AWAY:
        return journey_is_away(c, d);
    case NEED_P:
        return d->place != NULL;
    case NEED_SAID:
        return ground_tells(c, d);
    case NEED_BARE:
        return !role_has_object(c, d, args);
    case NEED_THEIRS:
        return has_owned_object(d, args);
    case NEED_NEED:
        return says_need(c, d);
    default:
        return ground_is_new(c, d);
    }
}

static bool holds(const coder_state *c, const event_draft *d, const clause_args *args,
                  const row_need *n)
{
    bool so = n->kind < NEED_SIDE       ? argument_is(c, d, args, n)
              : n->kind == NEED_SIDE    ? side_is(c, d, args, n)
              : n->kind <= NEED_CARRIED ? holds_of_trigger(c, d, (need_kind)n->kind)
                                        : holds_of_draft(c, d, args, (need_kind)n->kind);
    return so != n->not ;
}

/* The conditions of one alternative; a lenient one is weighed when all is known.  Gives where the next one begins. */
static const row_need *check_all(const coder_state *c, const event_draft *d,
                                 const clause_args *args, const row_need *n,
                                 needs_result *r)
{
    wq_str lacks = { NULL, 0 };
    for (;; n++) {
        __builtin_prefetch(n + 1); /* rows are read seldom enough to be in no cache */
        __builtin_prefetch(&n[1].words.rows);
        bool open = d->known < n->known || (n->lenient && d->known != KNOWN_ALL);
        if (n->kind != NEED_NOTHING && !open && !holds(c, d, args, n)) {
            r->failed = n->text;
            if (!n->lenient || lacks.n)
                break;
            lacks = n->text;
        }
        if (n->rest == 1) {
            r->met = lacks.n == 0;
            r->lacks = r->lacks.n ? r->lacks : lacks;
            return n + 1;
        }
    }
    return n + n->rest;
}

needs_result needs_check(const coder_state *c, const event_draft *d,
                         const clause_args *args, const need_list *list)
{
    needs_result r = { .met = d->known < KNOWN_ALL ? list->open[d->known] : list->n == 0 };
    for (const row_need *n = list->v, *end = n + list->n; !r.met && n < end;)
        n = check_all(c, d, args, n, &r);
    return r;
}
