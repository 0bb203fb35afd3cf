/* Who does it: "the expulsion by India of a diplomat", طرد الهند دبلوماسيا, a verbal noun with its doer in the genitive and its object
 * behind; who issues a text; those who speak of themselves.                                                             */
#include "event/doer.h"
#include "script/letters.h"

/* A state, a body, or armed people: no man, whose name may follow as another word for him. */
static bool may_do(const coder_state *c, const clause_item *it)
{
    const actor_mention *m = it->kind == ITEM_ACTOR ? it->actor : NULL;
    if (!m || (it->clitics & (MORPH_PREPOSITION | MORPH_WA | MORPH_FA)))
        return false;
    return m->kind == ACTOR_STATE || m->kind == ACTOR_ORG ||
           (m->kind == ACTOR_GROUP && m->definite &&
            (needs_among(c, STR("@polity"), m->a.sector) ||
             needs_among(c, STR("@armed"), m->a.sector)));
}

bool role_is_of_kind(const coder_state *c, const actor_mention *m, wq_str kinds)
{
    wq_str has = m->agent ? lex_cell(c->lex, LEX_AGENT, m->agent - 1, "kind") : STR("");
    for (wq_str one; has.n && str_next(&kinds, '|', &one);)
        if (str_listed(has, '|', one))
            return true;
    return false;
}

/* "The arrest by the police of the journalist So-and-so": no body is called by the name or the title of somebody. */
static bool is_man_behind_body(const coder_state *c, const clause_item *doer,
                               const clause_item *it)
{
    const actor_mention *who = it->kind == ITEM_ACTOR ? it->actor : NULL;
    if (!who || role_is_of_kind(c, doer->actor, STR("role")))
        return false;
    return who->kind == ACTOR_PERSON || who->kind == ACTOR_OFFICE ||
           who->kind == ACTOR_ORG ||
           (role_is_of_kind(c, who, STR("role")) && !role_is_of_kind(c, who, STR("adj")));
}

/* A man may be named behind his title; only what is indefinite is done something to by "the army", "the soldier". */
static bool may_be_name(const clause_item *doer, const clause_item *it)
{
    return doer->actor->kind == ACTOR_GROUP && !doer->actor->plural &&
           (it->kind != ITEM_ACTOR || it->actor->kind == ACTOR_PERSON ||
            it->actor->kind == ACTOR_OFFICE || it->actor->definite);
}

/* A ship, a weapon: a noun of the lexicon, which describes nobody. */
static bool is_thing(const coder_state *c, const clause_sentence *s, const clause_item *it)
{
    const morph_word *w = s->part->token[it->first].morph;
    for (uint32_t i = 0; it->kind == ITEM_WORD && w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_NOUN && w->v[i].clitics == it->clitics &&
            str_eq(lex_cell(c->lex, LEX_NOUN, w->v[i].entry.row, "kind"), STR("thing")))
            return true;
    return false;
}

/* The first item behind `at` that is no number, nor "one of", "a number of". */
static uint32_t behind_number(const clause_sentence *s, uint32_t at, uint32_t end)
{
    while (at < end &&
           (s->item[at].count || (item_is_function(&s->item[at], STR("transparent")) &&
                                  !(s->item[at].clitics & MORPH_WA))))
        at++;
    return at;
}

/* "(the expulsion by London) of 23 of them": a number, and of whom it is. */
static bool is_number_of_them(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    return s->part->token[it->first].kind == TOKEN_NUMBER && at + 1 < s->n_items &&
           item_is_function(it + 1, STR("prep_pronoun")) && str_eq(it[1].value, STR("min"));
}

/* Right behind the doer, at most "one of", "a number of" between; not joined to him. */
static bool is_object_of(const coder_state *c, const clause_sentence *s,
                         const clause_arg *a, uint32_t doer)
{
    const clause_item *it = &s->item[a->item];
    bool group = s->item[doer].actor->kind == ACTOR_GROUP; /* "hands Kenya arms" */
    bool tool = group && is_thing(c, s, it);
    bool quality = group && !tool && !is_man_behind_body(c, &s->item[doer], it) &&
                   (str_starts(s->part->token[it->first].form, STR(AR_AL)) ||
                    may_be_name(&s->item[doer], it)); /* "the three soldiers accused" */
    bool next = behind_number(s, doer + 1, a->item) == a->item;
    if (str_eq(a->slot, STR("li")) && next && !(it->clitics & MORPH_PRONOUN))
        return true; /* "the bombing by Israel of positions": its object may stand behind li- */
    return !quality && a->slot.n == 0 && !a->coordinated && next &&
           (it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE || tool ||
            is_number_of_them(s, a->item)) &&
           !it->direction && !it->adverbial &&
           !(it->clitics & (MORPH_WA | MORPH_FA | MORPH_PREPOSITION));
}

int32_t role_doer(const coder_state *c, const event_draft *d, clause_args *args)
{
    const clause_item *trigger = &d->s->item[d->trigger];
    if (trigger->kind != ITEM_NOMINAL || args->n < 2 ||
        !morph_as(&d->s->part->token[trigger->first], LEX_VERB, LEX_MASDAR) ||
        args->v[0].item != d->trigger + 1 || !str_eq(args->v[0].slot, STR("gen")) ||
        !may_do(c, &d->s->item[args->v[0].item]) ||
        !is_object_of(c, d->s, &args->v[1], args->v[0].item))
        return -1;
    clause_arg *v = ARENA_ARRAY(c->mem, clause_arg, args->n);
    for (uint32_t i = 0; i < args->n; i++)
        v[i] = args->v[i];
    v[0].slot = STR("janib");
    v[1].slot = STR("gen");
    v[1].owner_is_head = true;
    for (uint32_t i = 2; i < args->n && v[i].coordinated && v[i].slot.n == 0; i++)
        v[i].slot = STR("gen");
    int32_t doer = (int32_t)args->v[0].item;
    *args = (clause_args){ v, args->n };
    return doer;
}

/* "The United Nations, the Union and several officials announced their support": of a verb before it, whose subjects "and"
 * joins.                                                                                                               */
bool role_is_by_several(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    int32_t next = cl->subject + 1;
    return d->light >= 0 && d->light == cl->verb && cl->verb < (int32_t)d->trigger &&
           cl->subject > cl->verb && next < (int32_t)d->trigger &&
           d->s->item[cl->subject].kind == ITEM_ACTOR &&
           d->s->item[next].kind == ITEM_ACTOR && (d->s->item[next].clitics & MORPH_WA);
}

/* "The council issued a resolution that demands": who issues the text that is the subject. */
bool role_add_issuer(coder_state *c, const event_draft *d, event_side *side)
{
    const clause *cl = draft_clause(d);
    const clause *above = cl->parent >= 0 ? &d->s->clause[cl->parent] : NULL;
    if (!above || cl->subject != (int32_t)cl->first - 1 || above->verb < 0 ||
        above->subject < 0 || cl->subject <= above->subject)
        return false;
    const clause_item *who = &d->s->item[above->subject];
    const clause_item *tie = &d->s->item[cl->subject] - 1; /* voted on it, not against it */
    if (item_is_function(tie, STR("prep")) && !str_eq(tie->value, STR("ala")) &&
        !str_eq(tie->value, STR("asr")))
        return false;
    if (who->kind != ITEM_ACTOR || who->actor->kind == ACTOR_SOURCE ||
        !needs_word(c, d, &d->s->item[above->verb], STR("@issues")) ||
        !role_add(c, d, who, side))
        return false;
    while (++who < &d->s->item[cl->subject] && who->kind == ITEM_ACTOR &&
           (who->clitics & MORPH_WA)) /* "the ministers of Kenya and Uganda" */
        role_add(c, d, who, side);
    return true;
}

/* The organisation whose states an adjective names: "Gulf", "African"; its row of LEX_ACTOR, or -1. */
static int64_t body_of_adjective(const coder_state *c, const text_token *t)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_FUNCTION &&
            str_eq(lex_cell(c->lex, LEX_FUNCTION, e->row, "kind"), STR("np_of_body")))
            return lex_row_by_id(c->lex, LEX_ACTOR,
                                 lex_cell(c->lex, LEX_FUNCTION, e->row, "value"));
    }
    return -1;
}

/* Whose states meet: what the adjectives behind the noun at `at` name. */
static bool add_bodies(coder_state *c, const event_draft *d, uint32_t at, event_side *side)
{
    enum { ADJECTIVES = 3 };
    const text_part *p = d->s->part;
    for (uint32_t i = at + 1; i < d->s->n_items && i <= at + ADJECTIVES; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind != ITEM_WORD && it->kind != ITEM_ADJ)
            break;
        int64_t row = body_of_adjective(c, &p->token[it->first]);
        if (row < 0)
            continue;
        uint32_t first = d->s->item[at].first;
        uint16_t clitics = d->s->item[at].clitics & (uint16_t)~MORPH_AL;
        wq_actor a = { .id = lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "id"),
                       .name = lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "name"),
                       .country = lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "country"),
                       .text = text_slice_bare(p, first, it->last, clitics),
                       .span = text_span_bare(p, first, it->last, clitics) };
        role_add_actor(c, &a, side);
        return true;
    }
    return false;
}

/* "The Arab summit condemned", "the emergency Gulf ministerial meeting called on": whose states they are that meet. */
bool role_add_convened(coder_state *c, const event_draft *d, event_side *side)
{
    int32_t at = draft_clause(d)->subject;
    return at >= 0 && d->s->item[at].kind == ITEM_NOMINAL &&
           needs_word(c, d, &d->s->item[at], STR("@convened")) &&
           add_bodies(c, d, (uint32_t)at, side);
}

bool role_convener(coder_state *c, event_draft *d, event_side *side)
{
    uint32_t rows[ROWS_MAX], at = draft_clause(d)->first;
    while (at > 0 &&
           (d->s->item[at - 1].kind == ITEM_WORD || d->s->item[at - 1].kind == ITEM_ADJ))
        at--;
    const clause *held = at ? &d->s->clause[d->s->item[at - 1].clause] : NULL;
    if (!held || d->s->item[at - 1].kind != ITEM_NOMINAL || held->verb < 0 ||
        held->verb >= (int32_t)at - 1 || held->subject < 0 ||
        d->s->item[held->subject].kind != ITEM_ACTOR)
        return false;
    uint32_t n = trigger_rows(c, d->s, (uint32_t)held->verb, LEX_LIGHT, rows);
    return n && str_eq(lex_cell(c->lex, LEX_LIGHT, rows[0], "subject"), STR("actor")) &&
           role_add(c, d, &d->s->item[held->subject], side);
}

/* "the Arab summit", "his Gulf tour": the organisation of whose states the trigger is. */
bool role_body(coder_state *c, const event_draft *d, event_side *side)
{
    return add_bodies(c, d, d->trigger, side);
}

/* "Russian shelling" is done by forces. */
bool role_is_by_arms(const coder_state *c, const event_draft *d, const event_side *side)
{
    return side == &d->actor && str_eq(event_cell(c, d->row, "type"), STR("ASSAULT")) &&
           str_listed(event_cell(c, d->row, "contexts"), '|', STR("military"));
}

/* Is the verb of the clause in the first person, "we signed"? */
bool role_is_first_person(const event_draft *d, const clause *cl)
{
    if (cl->verb < 0)
        return false;
    const text_token *t = &d->s->part->token[d->s->item[cl->verb].first];
    const morph_word *w = t->morph;
    bool first = false;
    for (uint32_t i = 0; w && i < w->n; i++) {
        const morph_analysis *m = &w->v[i];
        wq_str stem = str_sub(t->norm, m->from, t->norm.n);
        bool otherwise = lex_first_alef(stem) == LEX_F_ALEF_ABOVE &&
                         (m->entry.feats & LEX_F_ALEFS) == LEX_F_ALEF_PLAIN;
        if (m->entry.table != LEX_VERB || m->entry.form != LEX_VERBFORM || otherwise ||
            (m->clitics & MORPH_PRONOUN))
            continue;
        if (m->entry.feats & LEX_F_3)
            return false; /* "he met" is spelt like "I meet" */
        first = first || (m->entry.feats & LEX_F_1);
    }
    return first;
}

/* "Killed by an Israeli drone", "a raid with an American drone": whose the weapon is did it, where nobody else is told; its army. */
void role_add_by_means(coder_state *c, const event_draft *d, event_side *side)
{
    enum { REACH = 6 };
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_MARK || it->kind == ITEM_VERB ||
            item_is_function(it, STR("comp")))
            return;
        if (it->kind != ITEM_ACTOR || !(it->clitics & MORPH_BI) || !it->actor->agent ||
            !it->actor->a.country.p || !needs_word(c, d, it, STR("@means,@aircraft")))
            continue;
        role_add_mention(c, it->actor, side);
        return;
    }
}

bool role_is_same_party(const wq_actor *a, const wq_actor *b)
{
    if (a->id.p || b->id.p)
        return a->id.p && b->id.p && str_eq(a->id, b->id);
    return a->country.p && str_eq(a->country, b->country) && str_eq(a->sector, b->sector);
}

/* "The judge issued a decision to hold (قراراً بتوقيف) him": the subject of the verb whose object the decision is. */
static bool add_issuer(coder_state *c, const event_draft *d, event_side *side)
{
    const clause_item *it = &d->s->item[d->trigger], *before = it - 1;
    const clause *cl = draft_clause(d);
    bool decision = it->kind == ITEM_NOMINAL && it->clitics == MORPH_BI &&
                    it->entry.form == LEX_MASDAR && cl->verb >= 0 &&
                    cl->verb + 1 < (int32_t)d->trigger && cl->subject >= 0 &&
                    !(before->clitics & (MORPH_AL | MORPH_PRONOUN));
    const actor_mention *who = decision ? role_mention(d->s, cl->subject) : NULL;
    if (!who || !needs_word(c, d, before, STR("@decisions")) ||
        !needs_word(c, d, &d->s->item[cl->verb], STR("@makes_text")))
        return false;
    role_add_mention(c, who, side);
    return true;
}

/* "The decision of Moscow to expel": whose decision the trigger, a bare verbal noun right behind, carries out. */
static bool add_decider(coder_state *c, const event_draft *d, event_side *side)
{
    const clause_item *it = &d->s->item[d->trigger];
    if (d->trigger > 0 && add_issuer(c, d, side))
        return true;
    if (d->trigger < 1 || it->kind != ITEM_NOMINAL || it->clitics ||
        it->entry.form != LEX_MASDAR)
        return false;
    const clause_item *before = it - 1;
    if (d->trigger > 1 && before->kind == ITEM_ACTOR && !before->clitics)
        return !(before[-1].clitics & (MORPH_AL | MORPH_PRONOUN)) &&
               needs_word(c, d, before - 1, STR("@decisions")) &&
               role_add(c, d, before, side);
    uint16_t his = before->clitics & MORPH_PRONOUN;
    if (!his || !needs_word(c, d, before, STR("@decisions")))
        return false;
    const clause *cl = draft_clause(d);
    const actor_mention *m = role_mention(d->s, cl->subject);
    if (before->clitics & MORPH_WA) /* "blamed Obama and his decision to" */
        m = d->trigger > 1 ? role_mention(d->s, (int32_t)d->trigger - 2) : NULL;
    else if (!m || cl->subject > (int32_t)d->trigger || !role_fits(m, his))
        m = role_antecedent(d, d->trigger - 1, his);
    if (m)
        role_add_mention(c, m, side);
    return m;
}

bool role_lent(coder_state *c, event_draft *d, event_side *side)
{
    return d->light >= 0 ? role_subject(c, d, side)
                         : add_decider(c, d, side) || role_driven(c, d, side);
}

int32_t role_occasion(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *verb = &d->s->item[d->trigger];
    bool own = cl->subject >= (int32_t)cl->first;
    return own || cl->verb != (int32_t)d->trigger || (verb->clitics & MORPH_PRONOUN)
               ? CLAUSE_NONE
               : clause_occasion_of(d->s, cl);
}
