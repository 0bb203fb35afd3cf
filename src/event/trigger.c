/* Triggers: verbs with their frames, event nouns alone or carried by a light verb ("conducted a visit"). */
#include "event/draft.h"

enum { MAX_ROWS = 64 };

static uint32_t rows_of_id(const coder_state *c, wq_str id, lex_table table, uint32_t *rows,
                           uint32_t found)
{
    char key[64] = "=";
    uint32_t n;
    if (id.n == 0 || id.n > sizeof key - 2)
        return found;
    memcpy(key + 1, id.p, id.n);
    const lex_entry *e = lex_find(c->lex, (wq_str){ key, id.n + 1 }, &n);
    for (uint32_t i = 0; i < n && found < MAX_ROWS; i++)
        if (e[i].table == table)
            rows[found++] = e[i].row;
    return found;
}

/* Another word of the same spelling, taken apart in the same way: "signed" and "happened". */
static bool is_homograph(const morph_analysis *m, const clause_item *it)
{
    bool word = m->entry.table == LEX_VERB || m->entry.table == LEX_NOUN;
    bool finite = m->entry.table == LEX_VERB && m->entry.form == LEX_VERBFORM;
    return word && m->clitics == it->clitics && finite == (it->kind == ITEM_VERB) &&
           (m->entry.table != it->entry.table || m->entry.row != it->entry.row);
}

/* Rows of `table` that name this word, or one spelt like it, in their `word` or `verb` column. */
static uint32_t rows_for(const coder_state *c, const clause_sentence *s, uint32_t at,
                         lex_table table, uint32_t *rows)
{
    const clause_item *it = &s->item[at];
    const morph_word *w = s->part->token[it->first].morph;
    uint32_t n =
        rows_of_id(c, lex_cell(c->lex, (lex_table)it->entry.table, it->entry.row, "id"),
                   table, rows, 0);
    for (uint32_t i = 0; w && i < w->n; i++)
        if (is_homograph(&w->v[i], it))
            n = rows_of_id(
                c,
                lex_cell(c->lex, (lex_table)w->v[i].entry.table, w->v[i].entry.row, "id"),
                table, rows, n);
    return n;
}

/* ---- conditions ----------------------------------------------------------------------- */

static bool is_listed(wq_str list, wq_str one)
{
    for (wq_str id; one.n && str_next(&list, ',', &id);)
        if (str_eq(id, one))
            return true;
    return false;
}

/* Any reading of the item's first word counts; of a mention its common noun does too. */
static bool word_is_one_of(const coder_state *c, const event_draft *d,
                           const clause_item *it, wq_str ids)
{
    const morph_word *w = d->s->part->token[it->first].morph;
    if (it->kind == ITEM_MARK)
        return false;
    if (it->kind == ITEM_ACTOR && it->actor->agent &&
        is_listed(ids, lex_cell(c->lex, LEX_AGENT, it->actor->agent - 1, "id")))
        return true;
    for (uint32_t i = 0; w && i < w->n; i++) {
        lex_table table = (lex_table)w->v[i].entry.table;
        if ((table == LEX_VERB || table == LEX_NOUN || table == LEX_AGENT ||
             table == LEX_FUNCTION) &&
            is_listed(ids, lex_cell(c->lex, table, w->v[i].entry.row, "id")))
            return true;
    }
    return false;
}

static bool sentence_has(const coder_state *c, const event_draft *d, wq_str ids)
{
    for (uint32_t i = 0; i < d->s->n_items; i++)
        if (i != d->trigger && word_is_one_of(c, d, &d->s->item[i], ids))
            return true;
    return false;
}

/* A noun that seems the subject may be the object of a verb whose subject goes without saying. */
static bool stands_in(const event_draft *d, const clause_arg *a, wq_str slot)
{
    bool subject = (int32_t)a->item == draft_clause(d)->subject &&
                   d->s->item[d->trigger].kind == ITEM_VERB;
    if (str_eq(slot, STR("subj")))
        return subject;
    if (str_eq(slot, STR("obj")))
        return a->slot.n == 0 && !(subject && d->s->item[a->item].kind == ITEM_ACTOR);
    return str_eq(a->slot, slot);
}

/* PLOVER sectors; a state that is named alone is STATE, whom nothing is known of NONE. UNO, IGO and other codes of countries count too. */
static bool has_sector(const wq_actor *a, wq_str sectors)
{
    if (is_listed(sectors, a->country))
        return true;
    if (a->sector.n == 0)
        return is_listed(sectors, a->country.n ? STR("STATE") : STR("NONE"));
    return is_listed(sectors, a->sector);
}

/* "A:GOV,MIL", "obj:MIL": on a side, or in a slot, stands somebody of one of these sectors. */
static bool side_is(const event_draft *d, const clause_args *args, wq_str cond)
{
    wq_str name;
    str_next(&cond, ':', &name);
    const event_side *side = str_eq(name, STR("A"))   ? &d->actor
                             : str_eq(name, STR("R")) ? &d->recipient
                                                      : NULL;
    for (uint32_t i = 0; side && i < side->list.n; i++)
        if (has_sector(&side->list.v[i], cond))
            return true;
    for (uint32_t i = 0; !side && i < args->n; i++) {
        const clause_item *it = &d->s->item[args->v[i].item];
        if (stands_in(d, &args->v[i], name) && it->kind == ITEM_ACTOR &&
            has_sector(&it->actor->a, cond))
            return true;
    }
    return false;
}

/* Slots that are items at a fixed point: the words on either side, the light verb. */
static int32_t fixed_item(const event_draft *d, wq_str slot)
{
    if (str_eq(slot, STR("next")))
        return d->trigger + 1 < d->s->n_items ? (int32_t)d->trigger + 1 : -1;
    if (str_eq(slot, STR("prev")))
        return (int32_t)d->trigger - 1;
    return str_eq(slot, STR("light")) && d->light != (int32_t)d->trigger ? d->light : -1;
}

static bool goes_on(const clause_item *it)
{
    return it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL || it->kind == ITEM_ACTOR;
}

/* "gen=": one of the next words of the noun phrase that the trigger, or an object of it, opens: a curfew, a state of emergency. */
static bool genitive_is(const coder_state *c, const event_draft *d, wq_str ids)
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
            if (str_eq(ids, STR("*")) || word_is_one_of(c, d, &item[i], ids))
                return true;
        }
    return false;
}

/* "ila|li=zara,hadara": behind one of these prepositions one of these words; "*" is any word. */
static bool argument_is(const coder_state *c, const event_draft *d, const clause_args *args,
                        wq_str cond)
{
    wq_str slots, slot;
    str_next(&cond, '=', &slots);
    if (str_eq(slots, STR("any")))
        return sentence_has(c, d, cond);
    bool anything = str_eq(cond, STR("*"));
    int32_t subject = draft_clause(d)->subject;
    if (str_eq(slots, STR("subj")) && subject >= 0)
        return anything || word_is_one_of(c, d, &d->s->item[subject], cond);
    while (str_next(&slots, '|', &slot)) {
        int32_t fixed = fixed_item(d, slot);
        if (fixed >= 0 && (anything || word_is_one_of(c, d, &d->s->item[fixed], cond)))
            return true;
        if (str_eq(slot, STR("gen")) && genitive_is(c, d, cond))
            return true;
        for (uint32_t i = 0; i < args->n; i++)
            if (stands_in(d, &args->v[i], slot) &&
                (anything || word_is_one_of(c, d, &d->s->item[args->v[i].item], cond)))
                return true;
    }
    return false;
}

static bool some_country(const event_side *side)
{
    for (uint32_t i = 0; i < side->list.n; i++)
        if (side->list.v[i].country.p)
            return true;
    return false;
}

/* ---- is it said that it happened? -------------------------------------------------------- */

static bool is_series(const coder_state *c, const event_draft *d, const clause_item *it)
{
    const morph_word *w = d->s->part->token[it->first].morph;
    for (uint32_t i = 0;
         w && i < w->n && (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL); i++)
        if (w->v[i].entry.table == LEX_NOUN &&
            str_eq(lex_cell(c->lex, LEX_NOUN, w->v[i].entry.row, "kind"), STR("series")))
            return true;
    return item_is_function(it, STR("transparent")) || it->count;
}

static bool tells(const clause_item *prep)
{
    static const char *const value[] = { "fi", "bisabab", "khilal", "baad", "wasat" };
    for (size_t i = 0; i < sizeof value / sizeof *value; i++)
        if (str_eq(prep->value, str_of(value[i])))
            return true;
    return false;
}

/* "led to", "resulted in": what follows happened, whatever the preposition. */
static bool by_result(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    wq_str value;
    return cl->verb >= 0 && cl->verb < (int32_t)d->trigger &&
           claim_is_cue(c, &d->s->item[cl->verb], STR("result"), &value);
}

static bool in_company(const coder_state *c, const event_draft *d)
{
    return c->drafts.n && c->drafts.v[c->drafts.n - 1].s == d->s;
}

/* A noun says that something happened where it stands by itself, with a verb, or tells how or when: "killed in an attack", not
 * "fears of an attack", "charged with the murder of", "any attack".                                                    */
static bool is_said_at(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *item = d->s->item, *it = &item[at];
    wq_str value;
    bool carried = at == d->trigger && d->light >= 0 && d->light != (int32_t)at &&
                   !claim_is_cue(c, &item[d->light], STR("status"), &value);
    if (carried && item[d->light].kind == ITEM_NOMINAL)
        return is_said_at(c, d, (uint32_t)d->light); /* "the carrying out of" */
    if (it->kind == ITEM_VERB || carried || by_result(c, d))
        return true;
    if (it->clitics & MORPH_WA)
        return in_company(c, d); /* "dead and wounded": the second as the first */
    uint32_t i = at;
    bool bound = it->clitics & MORPH_PREPOSITION;
    while (i > 0 && !bound && is_series(c, d, &item[i - 1])) {
        i--;
        bound = item[i].clitics & MORPH_PREPOSITION;
    }
    if (bound || i == 0)
        return !bound;
    const clause_item *before = &item[i - 1];
    if (before->kind == ITEM_FUNCTION)
        return item_is_function(before, STR("prep")) && tells(before);
    return before->kind != ITEM_WORD && before->kind != ITEM_NOMINAL &&
           before->kind != ITEM_ADJ;
}

static bool is_said(const coder_state *c, const event_draft *d)
{
    return is_said_at(c, d, d->trigger);
}

static bool holds(const coder_state *c, const event_draft *d, const clause_args *args,
                  wq_str cond)
{
    uint32_t feats = d->s->item[d->trigger].entry.feats;
    if (str_eq(cond, STR("A")))
        return d->actor.list.n > 0;
    if (str_eq(cond, STR("R")))
        return d->recipient.list.n > 0;
    if (str_eq(cond, STR("AA")))
        return d->actor.list.n > 1;
    if (str_eq(cond, STR("K")))
        return some_country(&d->actor) || some_country(&d->recipient);
    if (str_eq(cond, STR("plural")))
        return feats & LEX_F_PLUR;
    if (str_eq(cond, STR("said")))
        return is_said(c, d);
    if (str_eq(cond, STR("P")))
        return d->place != NULL;
    if (str_eq(cond, STR("present")))
        return (feats & LEX_F_IMPERFECT) && !(feats & LEX_F_PERFECT);
    if (str_eq(cond, STR("carried"))) /* by a finite verb */
        return d->light >= 0 && d->light != (int32_t)d->trigger &&
               d->s->item[d->light].kind == ITEM_VERB;
    if (cond.n && cond.p[0] == '!')
        return !holds(c, d, args, str_sub(cond, 1, cond.n));
    if (str_find(cond, STR(":")) >= 0)
        return side_is(d, args, cond);
    return argument_is(c, d, args, cond);
}

/* Alternatives parted by ';', conditions of each by spaces. */
static bool needs_met(const coder_state *c, const event_draft *d, const clause_args *args,
                      wq_str all)
{
    wq_str one, cond;
    if (all.n == 0)
        return true;
    while (str_next(&all, ';', &one)) {
        bool ok = true;
        while (ok && str_next(&one, ' ', &cond))
            ok = cond.n == 0 || holds(c, d, args, cond);
        if (ok)
            return true;
    }
    return false;
}

/* ---- one trigger ------------------------------------------------------------------------ */

static bool is_toponym(const clause_item *it)
{
    return it->kind == ITEM_PLACE || (it->kind == ITEM_ACTOR && it->actor->place_like);
}

static const clause_item *place_in(const event_draft *d, const clause_args *args,
                                   wq_str slots)
{
    for (wq_str slot; str_next(&slots, '|', &slot);) {
        int32_t at = role_item(d, slot, args);
        if (at >= 0 && is_toponym(&d->s->item[at]))
            return &d->s->item[at];
    }
    return NULL;
}

static const clause_item *place_by_preposition(const event_draft *d,
                                               const clause_args *args)
{
    for (uint32_t i = 0; i < args->n; i++)
        if ((str_eq(args->v[i].slot, STR("fi")) || str_eq(args->v[i].slot, STR("bi"))) &&
            is_toponym(&d->s->item[args->v[i].item]))
            return &d->s->item[args->v[i].item];
    return NULL;
}

static bool is_site(const coder_state *c, const clause_item *it)
{
    return it->kind == ITEM_NOMINAL && it->entry.table == LEX_NOUN &&
           str_eq(lex_cell(c->lex, LEX_NOUN, it->entry.row, "kind"), STR("place"));
}

static const clause_item *site_by_preposition(const coder_state *c, const event_draft *d,
                                              const clause_args *args)
{
    for (uint32_t i = 0; i < args->n; i++)
        if ((str_eq(args->v[i].slot, STR("fi")) || str_eq(args->v[i].slot, STR("bi"))) &&
            is_site(c, &d->s->item[args->v[i].item]))
            return &d->s->item[args->v[i].item];
    return NULL;
}

static void fill_frame(coder_state *c, event_draft *d, const clause_args *args)
{
    wq_str frame = event_cell(c, d->row, "frame"), role;
    while (str_next(&frame, ' ', &role)) {
        wq_str name;
        str_next(&role, '=', &name);
        if (str_eq(name, STR("A")) && d->actor.list.n == 0)
            role_fill(c, d, role, args, &d->actor);
        else if (str_eq(name, STR("R")) && d->recipient.list.n == 0)
            role_fill(c, d, role, args, &d->recipient);
        else if (str_eq(name, STR("P")) && role.p)
            d->place = place_in(d, args, role);
    }
    d->site = d->place ? NULL : site_by_preposition(c, d, args);
    if (!d->place)
        d->place = place_by_preposition(d, args);
    if (d->site && d->place && d->place < d->site)
        d->site = NULL; /* the town comes first: what follows is no part of its name */
}

/* Whoever is on both sides is on the first only. */
static void part_sides(event_draft *d)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < d->recipient.list.n; i++) {
        const wq_actor *r = &d->recipient.list.v[i];
        bool twice = false;
        for (uint32_t j = 0; j < d->actor.list.n && !twice; j++) {
            const wq_actor *a = &d->actor.list.v[j];
            twice = a->span.part == r->span.part && a->span.start == r->span.start &&
                    str_eq(a->country, r->country);
        }
        if (!twice)
            d->recipient.list.v[kept++] = *r;
    }
    d->recipient.list.n = kept;
}

/* `passive`: not spelt so (then the slots are turned round), but meant where a verb that wants an object has none. */
static bool row_has_pos(const coder_state *c, const event_draft *d, const clause_args *args)
{
    const clause_item *it = &d->s->item[d->trigger];
    wq_str pos = event_cell(c, d->row, "pos");
    if (it->kind == ITEM_NOMINAL &&
        (it->entry.form == LEX_ACTIVE || it->entry.form == LEX_PASSIVE))
        return str_eq(pos, STR("participle")) ||
               (it->entry.form == LEX_ACTIVE && str_eq(pos, STR("active")) &&
                !(it->clitics & MORPH_AL)); /* "those demanding" */
    if (str_eq(pos, STR("passive")))
        return it->kind == ITEM_VERB && !(it->entry.feats & LEX_F_PASSIVE) &&
               !role_has_object(d, args);
    return str_eq(pos, it->kind == ITEM_VERB ? STR("verb") : STR("noun")) ||
           str_eq(pos, STR("any"));
}

/* A definite noun without arguments of its own refers back ("the visit comes after ..."). */
static bool refers_back(const event_draft *d, const clause_args *args)
{
    const clause_item *it = &d->s->item[d->trigger];
    if (it->kind == ITEM_VERB || !(it->clitics & MORPH_AL))
        return false;
    for (uint32_t i = 0; i < args->n; i++) {
        item_kind kind = (item_kind)d->s->item[args->v[i].item].kind;
        if ((kind == ITEM_ACTOR || kind == ITEM_PLACE || kind == ITEM_ADJ) &&
            !str_eq(args->v[i].slot, STR("")) && !str_eq(args->v[i].slot, STR("baad")))
            return false;
    }
    return true;
}

typedef struct light_role {
    int32_t item;
    wq_str subject; /* actor, recipient or none */
} light_role;

/* "invited him to visit": the visitor is whom the draft before, in the same clause, is addressed to. */
static const event_draft *controller(const coder_state *c, const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool to = (it->clitics & MORPH_LI) ||
              (d->trigger > 0 && item_is_function(it - 1, STR("prep")) &&
               str_eq((it - 1)->value, STR("ila")));
    if (!to || it->kind == ITEM_VERB)
        return NULL;
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *before = &c->drafts.v[i - 1];
        if (before->s != d->s || before->clause != d->clause)
            break;
        if (str_find(event_cell(c, before->row, "frame"), STR("C=R")) >= 0 &&
            before->recipient.list.n)
            return before;
    }
    return NULL;
}

static bool try_row(coder_state *c, event_draft *d, const clause_args *args,
                    light_role light)
{
    d->actor = d->recipient = (event_side){ 0 };
    d->place = NULL;
    d->inherited = false;
    bool lent = light.item >= 0;
    d->light = lent && str_eq(light.subject, STR("actor")) ? light.item : -1;
    const event_draft *above = controller(c, d);
    if (above)
        d->actor = above->recipient;
    if (lent && str_eq(light.subject, STR("recipient")))
        role_subject(c, d, &d->recipient);
    fill_frame(c, d, args);
    bool lends = str_find(event_cell(c, d->row, "frame"), STR("none")) <
                 0; /* who announces a death is not who kills */
    if (lent && lends && str_eq(light.subject, STR("actor")) && d->actor.list.n == 0)
        role_subject(c, d, &d->actor);
    part_sides(d);
    d->light = light.item;
    int64_t type = lex_row_by_id(c->lex, LEX_TYPE, event_cell(c, d->row, "type"));
    wq_str of_type =
        type < 0 ? STR("") : lex_cell(c->lex, LEX_TYPE, (uint32_t)type, "needs");
    return needs_met(c, d, args, of_type) &&
           needs_met(c, d, args, event_cell(c, d->row, "needs"));
}

/* What stands between a light verb and its noun is an argument too: "gave him the invitation". */
static void add_light_args(coder_state *c, const clause_sentence *s, uint32_t at,
                           light_role light, clause_args *args)
{
    clause_args of_light;
    VEC(clause_arg) all = { 0 };
    if (light.item < 0 || (uint32_t)light.item >= at)
        return;
    clause_args_of(s, c->mem, (uint32_t)light.item, &of_light);
    for (uint32_t i = 0; i < args->n; i++)
        *vec_push(c->mem, &all) = args->v[i];
    for (uint32_t i = 0; i < of_light.n; i++)
        if (of_light.v[i].item < at && of_light.v[i].slot.n)
            *vec_push(c->mem, &all) = of_light.v[i];
    *args = (clause_args){ all.v, all.n };
}

/* "called for a halt to the shelling": what is asked for, refused or promised is part of that event, but for visits and talks. */
static bool is_complement(const coder_state *c, const event_draft *d)
{
    bool governed = str_eq(str_of(d->status_rule), STR("status.cue")) ||
                    str_eq(str_of(d->status_rule), STR("status.demanded"));
    if (!governed || str_eq(event_cell(c, d->row, "type"), STR("CONSULT")))
        return false;
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *above = &c->drafts.v[i - 1];
        if (above->s != d->s || above->clause != d->clause)
            return false;
        wq_str type = event_cell(c, above->row, "type");
        if (above->trigger < d->trigger &&
            (str_eq(type, STR("REQUEST")) || str_eq(type, STR("REJECT")) ||
             str_eq(type, STR("AGREE"))))
            return true;
    }
    return false;
}

static bool try_trigger(coder_state *c, const event_part *part, const clause_sentence *s,
                        uint32_t at, light_role light)
{
    const clause_item *it = &s->item[at];
    uint32_t rows[MAX_ROWS], n = rows_for(c, s, at, LEX_EVENT, rows);
    event_draft d = { .part = part, .s = s, .clause = it->clause, .trigger = at };
    clause_args args;
    if (n == 0)
        return false;
    clause_args_of(s, c->mem, at, &args);
    add_light_args(c, s, at, light, &args);
    if (light.item < 0 && refers_back(&d, &args))
        return false;
    for (uint32_t i = 0; i < n; i++) {
        d.row = rows[i];
        if (!row_has_pos(c, &d, &args) || bar_forbids(c, event_cell(c, d.row, "type")) ||
            !try_row(c, &d, &args, light))
            continue;
        d.controls = str_find(event_cell(c, d.row, "frame"), STR("C=R")) >= 0;
        d.time = when_of(&d);
        status_set(c, &d);
        if (is_complement(c, &d))
            return false;
        claim_attribute(c, &d);
        *vec_push(c->mem, &c->drafts) = d;
        return true;
    }
    return false;
}

/* ---- light verbs -------------------------------------------------------------------------- */

static bool carries(const clause_sentence *s, wq_str object, const clause_arg *a)
{
    const clause_item *it = &s->item[a->item];
    if (it->kind != ITEM_NOMINAL || it->entry.form == LEX_ACTIVE ||
        it->entry.form == LEX_PASSIVE)
        return false;
    if (str_eq(object, STR("obj")) || str_eq(object, STR("subj")))
        return a->slot.n == 0 || str_eq(a->slot, STR("gen"));
    return str_eq(a->slot, object);
}

/* The event noun that light verb (or its verbal noun) `at` carries: its item, with the part its subject plays. */
static int32_t carried(coder_state *c, const clause_sentence *s, uint32_t at,
                       light_role *light)
{
    uint32_t rows[MAX_ROWS], n = rows_for(c, s, at, LEX_LIGHT, rows), events[MAX_ROWS];
    wq_str value;
    clause_args args;
    bool cue = n == 0 && claim_is_cue(c, &s->item[at], STR("status"), &value);
    if (n == 0 && !cue)
        return -1; /* whoever intends, studies or puts off a visit is its visitor */
    clause_args_of(s, c->mem, at, &args);
    for (uint32_t i = 0; i < args.n; i++)
        for (uint32_t k = 0; k < n + cue; k++) {
            wq_str object =
                cue ? STR("obj") : lex_cell(c->lex, LEX_LIGHT, rows[k], "object");
            if (carries(s, object, &args.v[i]) &&
                rows_for(c, s, args.v[i].item, LEX_EVENT, events)) {
                wq_str subject =
                    cue ? STR("actor") : lex_cell(c->lex, LEX_LIGHT, rows[k], "subject");
                *light = (light_role){ (int32_t)at, subject };
                return (int32_t)args.v[i].item;
            }
        }
    return -1;
}

/* "to hold talks", "to meet Assad": a purpose lends the subject of its clause. */
static light_role purpose(const clause_sentence *s, uint32_t at)
{
    bool to = s->item[at].clitics & MORPH_LI && s->item[at].entry.table == LEX_VERB &&
              s->item[at].entry.form == LEX_MASDAR;
    return (light_role){ to && s->clause[s->item[at].clause].verb >= 0 ? (int32_t)at : -1,
                         STR("actor") };
}

void trigger_sentence(coder_state *c, const event_part *part, const clause_sentence *s)
{
    bool *used = ARENA_ARRAY(c->mem, bool, s->n_items + 1);
    bar_sentence(c, s);
    for (uint32_t i = 0; i < s->n_items; i++) {
        const clause_item *it = &s->item[i];
        light_role light;
        if (it->kind != ITEM_VERB && it->kind != ITEM_NOMINAL)
            continue;
        int32_t noun = carried(c, s, i, &light);
        uint32_t own[MAX_ROWS];
        if (noun >= 0 && rows_for(c, s, i, LEX_LIGHT, own) == 0 &&
            try_trigger(c, part, s, i, purpose(s, i))) {
            used[i] = true; /* refuses, promises: an event itself */
            continue;
        }
        if (noun >= 0 && try_trigger(c, part, s, (uint32_t)noun, light))
            used[noun] = used[i] = true;
        if (!used[i])
            used[i] = try_trigger(c, part, s, i, purpose(s, i));
    }
}
