/* "An American raid hit", "Iranian rockets fell on": the subject of the verb is an act or a weapon, and whose that is did it. */
#include "event/claim.h"
#include "event/draft.h"

/* Does li- tie it to the deed itself, not to a thing behind it ("a bomb before a post of the police")? */
static bool is_next_to(const clause_sentence *s, uint32_t deed, uint32_t at)
{
    for (uint32_t i = deed + 1; i < at; i++)
        if (s->item[i].kind != ITEM_ADJ && !(s->item[i].kind == ITEM_WORD && i == deed + 1))
            return false;
    return true;
}

/* A nationality, who has arms, whoever stands behind li-; not whom it hits ("the shelling of the town", "the blowing up of a bus of the army"). */
static bool is_doer(const coder_state *c, const event_draft *d, uint32_t deed,
                    const clause_arg *a)
{
    const clause_sentence *s = d->s;
    const clause_item *it = &s->item[a->item];
    bool of_armed = str_eq(a->slot, STR("li")) && s->item[deed + 1].kind != ITEM_WORD &&
                    needs_word(c, d, &s->item[deed], STR("faajjara"));
    bool undergone = !of_armed && needs_word(c, d, &s->item[deed], STR("@undergone"));
    bool tied =
        a->owner_is_head && (str_eq(a->slot, STR("adj")) || str_eq(a->slot, STR("gen")));
    if (!tied && !(str_eq(a->slot, STR("li")) && is_next_to(s, deed, a->item)))
        return false;
    return it->kind == ITEM_ADJ || (it->kind == ITEM_ACTOR && !undergone &&
                                    needs_among(c, STR("@armed"), it->actor->a.sector));
}

/* A raid, an attack; a rocket, a bomb. */
static bool is_deed(const coder_state *c, const event_draft *d, const clause_item *it)
{
    uint32_t rows[ROWS_MAX];
    if (it->kind != ITEM_NOMINAL && it->kind != ITEM_WORD)
        return false;
    if (needs_word(c, d, it, STR("@means")))
        return true;
    uint32_t n = it->kind == ITEM_NOMINAL
                     ? trigger_rows(c, d->s, (uint32_t)(it - d->s->item), LEX_EVENT, rows)
                     : 0;
    return n && str_eq(event_cell(c, rows[0], "type"), event_cell(c, d->row, "type"));
}

static void add_doer(coder_state *c, event_draft *d, uint32_t deed, const clause_args *args)
{
    for (uint32_t i = 0; i < args->n && d->actor.list.n == 0; i++)
        if (is_doer(c, d, deed, &args->v[i]))
            role_add(c, d, &d->s->item[args->v[i].item], &d->actor);
}

/* "were killed in clashes with the army": the other side of a fight. */
static void add_opponent(coder_state *c, event_draft *d, uint32_t deed,
                         const clause_args *args)
{
    bool with = false;
    if (!needs_word(c, d, &d->s->item[deed], STR("@clash")))
        return;
    for (uint32_t i = 0; i < args->n; i++) {
        const clause_arg *a = &args->v[i];
        const clause_item *it = &d->s->item[a->item];
        with = a->coordinated ? with : str_eq(a->slot, STR("maa")) && d->actor.list.n == 0;
        if (with && it->kind == ITEM_ACTOR)
            role_add(c, d, it, &d->actor);
    }
}

/* "were killed by Indian fire", "in an Israeli raid": whose the means or the occasion is. */
static void add_doer_of_means(coder_state *c, event_draft *d, const clause_args *args)
{
    for (uint32_t i = 0; i < args->n && d->actor.list.n == 0; i++) {
        clause_args of_means;
        bool tied = str_eq(args->v[i].slot, STR("bi")) ||
                    str_eq(args->v[i].slot, STR("fi")) ||
                    str_eq(args->v[i].slot, STR("khilal"));
        if (!tied || !is_deed(c, d, &d->s->item[args->v[i].item]))
            continue;
        clause_args_of(d->s, c->mem, args->v[i].item, &of_means);
        add_doer(c, d, args->v[i].item, &of_means);
        add_opponent(c, d, args->v[i].item, &of_means);
    }
}

/* "carried out a strike that hit": whoever does the verb that carries the deed. */
static void add_carrier(coder_state *c, event_draft *d, uint32_t deed)
{
    const clause *cl = &d->s->clause[d->s->item[deed].clause];
    light_role light = { 0 };
    if (cl->verb < 0 || cl->verb >= (int32_t)deed || cl->subject < 0 ||
        light_carried(c, d->s, (uint32_t)cl->verb, &light) != (int32_t)deed ||
        !str_eq(light.subject, STR("actor")))
        return;
    role_add(c, d, &d->s->item[cl->subject], &d->actor);
}

/* How many of them stand before "on the one side"; 1 where nothing is so parted. */
static uint32_t on_first_side(const event_draft *d, const event_side *a)
{
    for (uint32_t i = d->trigger; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        if (!item_is_function(it, STR("adverb")) || !str_eq(it->value, STR("side")))
            continue;
        uint32_t n = 0, at = text_span(d->s->part, it->first, it->last).start;
        while (n < a->list.n && a->list.v[n].span.start < at)
            n++;
        return n && n < a->list.n ? n : 1;
    }
    return 1;
}

/* "clashes between the army and gunmen": each fights the other, and the record has who is named first against the rest; "between
 * the army and the police on the one side and gunmen": those against these.                                           */
static void part_opponents(event_draft *d)
{
    event_side *a = &d->actor;
    if (!d->between || a->list.n < 2 || d->recipient.list.n)
        return;
    uint32_t n = on_first_side(d, a);
    d->recipient.list.v = a->list.v + n;
    d->recipient.list.n = d->recipient.list.cap = a->list.n - n;
    a->list.n = a->list.cap = n; /* the array is shared: neither grows in it */
}

/* "Took the town after battles with the factions": whoever does what the clause tells fought them; not who was killed there. */
static void add_fighter(coder_state *c, event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *word = &d->s->item[d->trigger];
    bool fight = word->kind == ITEM_NOMINAL && cl->verb >= 0 &&
                 cl->verb < (int32_t)d->trigger && cl->subject >= 0 &&
                 cl->subject < (int32_t)d->trigger &&
                 needs_among(c, STR("@clash"), event_cell(c, d->row, "word"));
    const actor_mention *m = fight ? role_mention(d->s, cl->subject) : NULL;
    bool tied = (word->clitics & MORPH_PREPOSITION) ||
                (d->trigger > 0 && item_is_function(word - 1, STR("prep")));
    const clause_item *verb = m ? &d->s->item[cl->verb] : NULL;
    if (!m || !tied || !needs_among(c, STR("@armed"), m->a.sector) ||
        (verb->entry.feats & LEX_F_PASSIVE) ||
        needs_word(c, d, verb, STR("@harm,@falls,@results")))
        return;
    role_add(c, d, &d->s->item[cl->subject], &d->actor);
    if (d->actor.list.n && where_is_on_side(&d->recipient, &d->s->item[cl->subject]))
        d->actor.list.n = 0;
}

/* "The raids that the army launched left people dead": who launched them. */
static void add_maker(coder_state *c, event_draft *d, uint32_t deed)
{
    bool who =
        deed + 1 < d->s->n_items && item_is_function(&d->s->item[deed + 1], STR("rel"));
    const clause_item *it = who ? role_owner(c, d, deed) : NULL;
    if (it && it->kind == ITEM_ACTOR)
        role_add(c, d, it, &d->actor);
}

/* The clause that may say whom a deed hit: behind the verb that carries it, or, of a verb that has the deed for its object ("claimed
 * the attack that hit"), behind that; n_clauses: none.                                                                */
static uint32_t clause_of_struck(const coder_state *c, const event_draft *d)
{
    enum { REACH = 4 };
    const clause_sentence *s = d->s;
    if (d->carrier > (int32_t)d->trigger)
        return s->item[d->carrier].clause + 1;
    uint32_t next = d->clause + 1;
    bool verb = s->item[d->trigger].kind == ITEM_VERB && next < s->n_clauses;
    uint32_t rel = verb ? s->clause[next].first : 0;
    if (!verb || s->clause[next].opener != OPEN_WHO || rel < d->trigger + 2)
        return s->n_clauses;
    for (uint32_t i = rel - 1; i > d->trigger && i + REACH > rel; i--)
        if (s->item[i].kind == ITEM_NOMINAL)
            return trigger_is_of_type(c, d, i) ? next : s->n_clauses;
    return s->n_clauses;
}

/* "Raids (that) the coalition flew hit posts of the rebels": whom a second verb behind the noun says they hit, and where. */
static void add_struck(coder_state *c, event_draft *d)
{
    uint32_t next = clause_of_struck(c, d);
    if (d->recipient.list.n || next >= d->s->n_clauses || d->s->clause[next].verb < 0)
        return;
    const clause_item *verb = &d->s->item[d->s->clause[next].verb];
    if (!verb->strikes || (verb->clitics & (MORPH_WA | MORPH_FA)))
        return;
    const clause *cl = &d->s->clause[next];
    uint32_t i = (uint32_t)cl->verb + 1;
    while (i < cl->last && d->s->item[i].kind == ITEM_TIME)
        i++;
    if (i >= cl->last)
        return;
    const clause_item *it = &d->s->item[i], *owner = NULL;
    if (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL)
        owner = role_owner(c, d, i);
    role_add(c, d, owner ? owner : it, &d->recipient);
    clause_args args = event_args(c, d->s, (uint32_t)cl->verb);
    if (!d->place && !d->site)
        where_find(c, d, &args);
}

/* The sides of an act of force as its own words give them: opponents, who was struck, whose the means are. */
static void find_sides(coder_state *c, event_draft *d, const clause_args *args)
{
    part_opponents(d);
    add_struck(c, d);
    if (d->actor.list.n == 0)
        add_doer_of_means(c, d, args);
    if (d->actor.list.n == 0 && d->recipient.list.n)
        add_fighter(c, d);
}

/* Of a verb whose subject is the deed: who did it, where, to whom. */
static void find_of_deed(coder_state *c, event_draft *d, uint32_t deed,
                         const clause_args *args)
{
    clause_args of_deed;
    clause_args_of(d->s, c->mem, deed, &of_deed);
    if (d->actor.list.n == 0)
        add_doer(c, d, deed, &of_deed);
    if (d->actor.list.n == 0)
        add_maker(c, d, deed);
    if (d->actor.list.n == 0)
        add_carrier(c, d, deed);
    if (!d->place && !d->site)
        where_find(c, d, &of_deed);
    if (d->recipient.list.n == 0)
        role_fill(c, d, STR("obj:of"), args, &d->recipient);
}

void deed_complete(coder_state *c, event_draft *d, const clause_args *args)
{
    bool force = event_type_cell(c, d->type, "scene").p;
    bool crowd = str_eq(d->type, STR("PROTEST")); /* who shoots does not riot */
    if (force && !crowd)
        find_sides(c, d, args);
    else if (str_eq(event_cell(c, d->row, "mode"), STR("ceasefire")))
        part_opponents(d);
    toll_settle(c, d);
    int32_t deed = role_occasion(d); /* not the death that was told before it */
    deed = deed < 0 ? draft_clause(d)->subject : deed;
    if (force && d->s->item[d->trigger].kind == ITEM_VERB && deed >= 0 &&
        is_deed(c, d, &d->s->item[deed]))
        find_of_deed(c, d, (uint32_t)deed, args);
}

/* "handed in a protest against the raids and the killing of": a deed behind a preposition, after the noun that is carried. */
static bool is_behind_other_deed(const clause_sentence *s, uint32_t noun, uint32_t at)
{
    for (uint32_t i = noun + 1; i < at; i++) {
        const clause_item *it = &s->item[i];
        bool tied = (it->clitics & MORPH_LI) || item_is_function(it - 1, STR("prep"));
        if (tied && it->kind == ITEM_NOMINAL && it->entry.form == LEX_MASDAR)
            return true;
    }
    return false;
}

bool deed_is_apart(coder_state *c, const clause_sentence *s, uint32_t noun, uint32_t at)
{
    uint32_t rows[ROWS_MAX], n = trigger_rows(c, s, at, LEX_EVENT, rows);
    const event_draft *last = c->drafts.n ? &c->drafts.v[c->drafts.n - 1] : NULL;
    if (!last || last->s != s || !n || str_eq(words_row(c, last->row)->quad, STR("4")))
        return false;
    bool force = str_eq(words_row(c, rows[0])->quad, STR("4"));
    return is_behind_other_deed(s, noun, at) ||
           (force && !str_eq(words_row(c, last->row)->quad, STR("2")));
}

/* Are all rows of the word at `at` of one of these quads? */
static bool is_all_of_quads(coder_state *c, const clause_sentence *s, uint32_t at,
                            wq_str quads)
{
    uint32_t rows[ROWS_MAX], n = trigger_rows(c, s, at, LEX_EVENT, rows);
    for (uint32_t i = 0; i < n; i++)
        if (!str_listed(quads, ',', words_row(c, rows[i])->quad))
            return false;
    return n > 0;
}

/* A clause in which somebody who bears no arms speaks of things. */
static bool is_talk(coder_state *c, const clause_sentence *s, const clause *cl)
{
    const clause_item *who = cl->subject >= 0 ? &s->item[cl->subject] : NULL;
    if (cl->verb < 0 || !who || who->kind != ITEM_ACTOR || !who->actor->a.sector.n ||
        str_listed(STR("MIL,COP,REB,UAF,PRM,CRM,SPY"), ',', who->actor->a.sector))
        return false;
    wq_str value;
    uint32_t rows[ROWS_MAX], n = trigger_rows(c, s, (uint32_t)cl->verb, LEX_EVENT, rows);
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(words_row(c, rows[i])->quad, STR("3")))
            return true;
    return is_all_of_quads(c, s, (uint32_t)cl->verb, STR("1")) ||
           claim_is_cue(c, &s->item[cl->verb], STR("say"), &value);
}

/* Behind "and", a verb spelt like its verbal noun, with no subject of its own. */
static bool may_be_noun(const clause_sentence *s, const clause *cl)
{
    const clause_item *it = cl->verb >= 0 ? &s->item[cl->verb] : NULL;
    return it && it->kind == ITEM_VERB && (it->clitics & MORPH_WA) &&
           cl->subject < cl->verb && cl->parent >= 0 &&
           morph_as(&s->part->token[it->first], LEX_VERB, LEX_MASDAR);
}

bool deed_is_spoken_of(coder_state *c, const clause_sentence *s, uint32_t at)
{
    enum { MOST = 4 }; /* deeds that one speaks of in a breath */
    const clause *cl = &s->clause[s->item[at].clause];
    if (cl->verb != (int32_t)at || !may_be_noun(s, cl) ||
        !is_all_of_quads(c, s, at, STR("4")))
        return false;
    for (int i = 0; i < MOST && may_be_noun(s, cl); i++)
        cl = &s->clause[cl->parent];
    return is_talk(c, s, cl);
}
