/* Triggers: verbs with their frames, event nouns alone or carried by a light verb ("conducted a visit"). */
#include "event/doer.h"

/* ---- one trigger ------------------------------------------------------------------------ */

static void add_recipient(coder_state *c, event_draft *d, const clause_args *args,
                          wq_str slots)
{
    if (!role_fill(c, d, slots, args, &d->recipient))
        patient_find(c, d, args, slots);
}

/* The place that the frame tells; "during the meeting, the situation in Libya" is not where they met. */
static const clause_item *place_of_frame(coder_state *c, const event_draft *d,
                                         const clause_args *args, wq_str slots)
{
    const clause_item *it = where_in_slots(c, d, args, slots);
    bool here = it >= d->s->item && it < d->s->item + d->s->n_items;
    return here && venue_is_of_topic(c, d, (uint32_t)(it - d->s->item)) ? NULL : it;
}

static void fill_frame(coder_state *c, event_draft *d, const clause_args *args)
{
    wq_str frame = words_row(c, d->row)->frame, role;
    while (str_next(&frame, ' ', &role)) {
        wq_str name;
        str_next(&role, '=', &name);
        if (str_eq(name, STR("A")) && d->actor.list.n == 0)
            role_fill(c, d, role, args, &d->actor);
        else if (str_eq(name, STR("R")) && d->recipient.list.n == 0)
            add_recipient(c, d, args, role);
        else if (str_eq(name, STR("P")) && role.p)
            d->place = place_of_frame(c, d, args, role);
    }
    if (d->actor.list.n == 0 && where_is_of_force(c, d))
        role_add_by_means(c, d, &d->actor);
    role_of_deed_before(c, d);
    if (d->recipient.list.n == 0)
        role_warned(c, d, &d->recipient);
    if (d->light == (int32_t)d->trigger && d->recipient.list.n == 0 &&
        str_find(words_row(c, d->row)->frame, STR("gen")) >= 0)
        role_fill(c, d, STR("gen:who"), args, &d->recipient);
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
            bool same = a->id.n && str_eq(a->id, r->id) &&
                        !str_eq(a->id, a->country); /* nobody meets himself */
            twice =
                same || (a->span.part == r->span.part && a->span.start == r->span.start &&
                         str_eq(a->country, r->country));
        }
        if (!twice)
            d->recipient.list.v[kept++] = *r;
    }
    d->recipient.list.n = kept;
}

/* What rows may want the trigger to be, a set of bits by row_pos.  A passive is spelt so, or meant where a verb that wants an
 * object has none.                                                                                                    */
static uint32_t what_of(const coder_state *c, const event_draft *d, const clause_args *args)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool verb = it->kind == ITEM_VERB;
    bool active = it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE;
    if (active || (it->kind == ITEM_NOMINAL && it->entry.form == LEX_PASSIVE))
        return 1u << POS_PARTICIPLE |
               (uint32_t)(active && !(it->clitics & MORPH_AL)) /* "those demanding" */
                   << POS_ACTIVE;
    bool passive =
        verb && ((it->entry.feats & LEX_F_PASSIVE) || !role_has_object(c, d, args));
    return 1u << POS_ANY | 1u << (verb ? POS_VERB : POS_NOUN) |
           (uint32_t)passive << POS_PASSIVE;
}

static bool row_has_pos(const coder_state *c, uint32_t positions, row_pos pos,
                        const event_draft *d)
{
    if (d->deverbal)
        return pos == POS_VERB && deverbal_takes(c, d, d->row);
    if (d->hal &&
        pos == POS_VERB) /* words only: "..., wounding him" may be of another subject */
        return !words_row(c, d->row)->needs_ground;
    return positions >> pos & 1;
}

static bool may_refer_back(const clause_item *it)
{
    return it->kind != ITEM_VERB && (it->clitics & MORPH_AL);
}

/* A definite noun without arguments of its own refers back ("the visit comes after ..."). */
static bool refers_back(const event_draft *d, const clause_args *args)
{
    if (!may_refer_back(&d->s->item[d->trigger]))
        return false;
    for (uint32_t i = 0; i < args->n; i++) {
        item_kind kind = (item_kind)d->s->item[args->v[i].item].kind;
        bool him = item_is_function(&d->s->item[args->v[i].item], STR("prep_pronoun"));
        if ((kind == ITEM_ACTOR || kind == ITEM_PLACE || kind == ITEM_ADJ || him) &&
            !str_eq(args->v[i].slot, STR("")) && !str_eq(args->v[i].slot, STR("baad")))
            return false;
    }
    return true;
}

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
        if (!draft_same_clause(before, d))
            break;
        if (str_find(event_cell(c, before->row, "frame"), STR("C=R")) >= 0 &&
            before->recipient.list.n)
            return before;
    }
    return NULL;
}

/* What the attempts at one trigger share, and what they leave. */
typedef struct attempt {
    clause_args args;
    clause_args turned; /* with doer and object of a verbal noun told apart */
    int32_t doer;       /* or -1 */
    light_role light;
    bool
        short_of; /* a row would hold if somebody more were named: for sure only where all are tried in full */
    event_draft
        reserve; /* of the first row that lacks one lenient condition; lacks.n == 0: none does */
} attempt;

/* Do the conditions of the row and of its type hold? */
static bool needs_of_row(const coder_state *c, event_draft *d, const clause_args *args,
                         wq_str *failed)
{
    const event_row *row = words_row(c, d->row);
    needs_result general = needs_check(c, d, args, row->general);
    *failed = general.failed;
    if (!general.met && general.lacks.n == 0)
        return false;
    needs_result own = needs_check(c, d, args, &row->own);
    if (!own.met)
        *failed = own.failed;
    if (general.met || own.met)
        d->lacks = general.met ? own.lacks : general.lacks;
    return general.met && own.met;
}

/* Is so little asked that nothing of it can be said yet? */
static bool is_open(const event_draft *d, const event_row *row, draft_known known)
{
    return d->in_full || (row->general->open[known] && row->own.open[known]);
}

/* Most rows fall by a word that is not there, */
static bool row_may_hold(const coder_state *c, event_draft *d, const event_row *row,
                         const attempt *t, wq_str *failed)
{
    d->light = t->light.item;
    return is_open(d, row, KNOWN_WORDS) || needs_of_row(c, d, &t->args, failed);
}

/* or by somebody who is not: before the place is looked for. */
static bool row_may_hold_of(const coder_state *c, const event_draft *d,
                            const event_row *row, const attempt *t, wq_str *failed)
{
    if (is_open(d, row, KNOWN_SIDES))
        return true;
    event_draft so_far = *d;
    const event_side *r = &d->recipient;
    so_far.known = KNOWN_SIDES;
    so_far.light = t->light.item;
    so_far.recipient = (event_side){ 0 };
    for (uint32_t i = 0; i < r->list.n; i++)
        *vec_push(c->mem, &so_far.recipient.list) = r->list.v[i];
    part_sides(&so_far);
    return needs_of_row(c, &so_far, &t->args, failed);
}

/* "Tokyo confirmed the launch": who says so is who acts only in what words do, a refusal, a promise, support. */
static light_role light_of_row(const coder_state *c, const event_draft *d, light_role light)
{
    if (light.item < 0 || !str_eq(light.subject, STR("says")))
        return light;
    light.subject = words_row(c, d->row)->verbal ? STR("actor") : STR("none");
    return light;
}

/* "The exposure of the town to an attack": of a verbal noun its genitive; of an act of force also whose the thing is. */
static void lend_recipient(coder_state *c, event_draft *d, int32_t light)
{
    d->light = light;
    if (!role_subject(c, d, &d->recipient) && words_row(c, d->row)->needs_ground)
        role_subject_owner(c, d, &d->recipient);
    d->light = -1;
}

/* "The town was exposed to an attack that gunmen launched": who is the subject of the verb behind. */
static void lend_doer(coder_state *c, event_draft *d, int32_t doer)
{
    int32_t light = d->light, carrier = d->carrier;
    if (doer < 0 || d->actor.list.n)
        return;
    d->light = d->carrier = doer;
    (void)role_subject(c, d, &d->actor);
    d->light = light;
    d->carrier = carrier;
}

/* "Cairo saw the undertaking by activists of a sit-in": the town is the subject of the verb above what carries the deed. */
static void lend_place(coder_state *c, event_draft *d, int32_t light)
{
    if (light < 0 || d->place || d->site || d->s->item[light].kind == ITEM_VERB)
        return;
    int32_t carrier = d->carrier, verb = d->s->clause[d->s->item[light].clause].verb;
    if (verb < 0 || verb >= light || !light_is_of_place(c, d->s, (uint32_t)verb))
        return;
    d->carrier = verb;
    where_lent(c, d);
    d->carrier = carrier;
}

/* "The president of Djibouti praised the efforts made in Djibouti": in what is said for somebody a land of one's own is where. */
static void drop_own_land(const coder_state *c, event_draft *d)
{
    const wq_actor *a = d->actor.list.v, *r = d->recipient.list.v;
    if (d->actor.list.n && d->recipient.list.n == 1 && r->country.n &&
        str_eq(r->id, r->country) && str_eq(a->country, r->country) &&
        str_eq(event_cell(c, d->row, "type"), STR("SUPPORT")))
        d->recipient = (event_side){ 0 };
}

static bool try_row(coder_state *c, event_draft *d, const attempt *t, wq_str *failed)
{
    const event_row *row = words_row(c, d->row);
    bool turned = t->doer >= 0 && row->of_genitive;
    const clause_args *args = turned ? &t->turned : &t->args;
    light_role light = light_of_row(c, d, t->light);
    bool lent = light.item >= 0;
    d->lacks = (wq_str){ NULL, 0 };
    if (!row_may_hold(c, d, row, t, failed))
        return false;
    d->actor = d->recipient = (event_side){ 0 };
    d->place = NULL;
    d->inherited = false;
    d->carrier = light.item;
    d->light = lent && str_eq(light.subject, STR("actor")) ? light.item : -1;
    const event_draft *above = controller(c, d);
    if (above)
        d->actor = above->recipient;
    if (turned)
        role_add(c, d, &d->s->item[t->doer], &d->actor);
    if (lent && str_eq(light.subject, STR("recipient"))) {
        lend_recipient(c, d, light.item);
    }
    fill_frame(c, d, args);
    lend_doer(c, d, (int32_t)light.doer - 1);
    if (!lent && !row_may_hold_of(c, d, row, t, failed))
        return false;
    if (lent && str_eq(light.subject, STR("place")) && !d->place)
        where_lent(c, d);
    where_find(c, d, args);
    lend_place(c, d, light.item);
    if (lent && row->lends && /* who announces a death is not who kills */
        str_eq(light.subject, STR("actor")) && d->actor.list.n == 0)
        role_subject(c, d, &d->actor);
    part_sides(d);
    d->light = light.item;
    d->known = KNOWN_ALL;
    bool holds = needs_of_row(c, d, args, failed);
    if (holds)
        drop_own_land(c, d);
    return holds;
}

/* What explain shows of a row that did not hold. */
static void note_miss(coder_state *c, const event_draft *d, const char *rule,
                      wq_str condition)
{
    const clause_item *it = &d->s->item[d->trigger];
    if (!c->wants_misses)
        return;
    *vec_push(c->mem, &c->near_misses) =
        (event_near_miss){ d->s->part, it->first, it->last, d->row, rule, condition };
}

/* "in order to help": an aim is no event yet, but for meetings. */
static bool is_aim(const clause_item *it, wq_str type)
{
    return it->kind == ITEM_VERB && (it->clitics & MORPH_LI) &&
           !str_eq(type, STR("CONSULT"));
}

static uint8_t flags_of(const event_draft *d, light_role light)
{
    const clause *cl = draft_clause(d);
    uint8_t flags = light.item >= 0 && light.item != (int32_t)d->trigger ? GATE_LIGHT : 0;
    flags |= cl->negated ? GATE_NEGATED : 0;
    flags |= cl->future ? GATE_FUTURE : 0;
    return flags | (d->s->item[d->trigger].entry.feats & LEX_F_PLUR ? GATE_PLURAL : 0);
}

/* The first of the rows that holds. */
static bool first_row(coder_state *c, event_draft *d, const uint32_t *rows, uint32_t n,
                      attempt *t)
{
    uint8_t flags = flags_of(d, t->light);
    uint32_t positions = what_of(c, d, &t->args);
    for (uint32_t i = 0; i < n; i++) {
        wq_str failed = { NULL, 0 };
        const row_gate *gate = words_gate(c, rows[i]);
        d->row = rows[i];
        d->known = KNOWN_WORDS;
        if (!row_has_pos(c, positions, (row_pos)gate->pos, d))
            continue;
        if (!d->in_full && !words_pass(c, gate, flags, &failed)) {
            t->short_of = true;
            note_miss(c, d, "event.needs", failed);
            continue;
        }
        const event_row *row = words_row(c, d->row);
        const char *rule = is_aim(&d->s->item[d->trigger], row->type) ? "event.aim"
                           : bar_forbids_row(c, row)                  ? "event.barred"
                           : !try_row(c, d, t, &failed)               ? "event.needs"
                                                                      : NULL;
        if (!rule)
            return true;
        t->short_of |= str_eq(failed, STR("R")) || str_eq(failed, STR("AA")) ||
                       ((str_eq(failed, STR("K")) || str_eq(failed, STR("P"))) &&
                        d->recipient.list.n == 0 && d->actor.list.n > 1) ||
                       (!d->in_full && d->known != KNOWN_ALL);
        if (d->lacks.n && t->reserve.lacks.n == 0 &&
            str_eq(str_of(rule), STR("event.needs")))
            t->reserve = *d;
        note_miss(c, d, rule, failed);
    }
    return false;
}

static bool try_as_object(coder_state *c, event_draft *d, const uint32_t *rows, uint32_t n,
                          const clause_args *args, bool addressed)
{
    int32_t behind = draft_clause(d)->subject;
    int32_t *subject = ARENA_ARRAY(c->mem, int32_t, d->s->n_clauses);
    for (uint32_t i = 0; i < d->s->n_clauses; i++)
        subject[i] = d->s->clause[i].subject;
    attempt again = { .args = *args, .light = { .item = -1 }, .doer = -1 };
    clause_resubject(d->s, d->clause, clause_handed(d->s, d->clause));
    bool found =
        first_row(c, d, rows, n, &again) && d->recipient.list.n && d->actor.list.n &&
        d->recipient.list.v[0].span.start == d->s->item[behind].actor->a.span.start &&
        (addressed || str_eq(event_cell(c, d->row, "type"), STR("CONSULT")) ||
         whom_is_accused(c, d, behind));
    for (uint32_t i = 0; i < d->s->n_clauses && !found; i++)
        d->s->clause[i].subject = subject[i];
    return found;
}

/* Puts a draft for which a row holds on a list, unless something speaks against it. */
static bool keep(coder_state *c, event_draft *d, const clause_args *args, draft_list *list)
{
    const char *rule = objection_to(c, d, args);
    if (rule) {
        note_miss(c, d, rule, STR(""));
        return false;
    }
    when_speech(c, d);
    claim_attribute(c, d);
    *vec_push(c->mem, list) = *d;
    meeting_split(c, args, list);
    return true;
}

/* The rows again, in full: is it somebody more that they want? */
static bool falls_short(coder_state *c, const event_draft *d, const uint32_t *rows,
                        uint32_t n, const attempt *t)
{
    event_draft again = *d;
    attempt full = *t;
    full.short_of = false;
    uint32_t misses = c->near_misses.n;
    again.in_full = true;
    (void)first_row(c, &again, rows, n, &full);
    c->near_misses.n = misses;
    return full.short_of;
}

/* The rows of the verb of which the trigger is the verbal noun: with an object, then without. */
static bool as_its_verb(coder_state *c, event_draft *d, const uint32_t *rows, uint32_t n,
                        const attempt *t, attempt *again)
{
    *again = (attempt){ .light = t->light, .doer = -1 };
    deverbal_note_types(c, d, rows, n);
    for (int transitive = 1; transitive >= 0; transitive--) {
        if (deverbal_turn(c, d, &t->args, transitive, t->light, &again->args) &&
            first_row(c, d, rows, n, again))
            return true;
    }
    d->deverbal = DEVERBAL_NOT;
    d->does = 0;
    return false;
}

/* "An official denied the shelling by the army of the town": a row of the noun holds, of whoever carries it, but one of the verb tells
 * who does it.  `plain`: the draft before any row was tried.                                                          */
static bool verb_tells_more(coder_state *c, const event_draft *plain, event_draft *d,
                            const uint32_t *rows, uint32_t n, const attempt *t,
                            attempt *verb)
{
    event_draft told = *plain;
    uint32_t misses = c->near_misses.n;
    told.alike = words_row(c, d->row)->type_row + 1;
    bool more = deverbal_may_tell(plain, &t->args) &&
                as_its_verb(c, &told, rows, n, t, verb) && deverbal_tells_more(c, d, &told);
    c->near_misses.n = misses;
    *d = more ? told : *d;
    return more;
}

/* Does none of the rows pass its gate, whatever the arguments are?  Of half of all triggers. */
static bool all_fall(coder_state *c, event_draft *d, const uint32_t *rows, uint32_t n,
                     const attempt *t)
{
    uint8_t flags = flags_of(d, t->light);
    uint32_t positions = what_of(c, d, &t->args), misses = c->near_misses.n;
    if (deverbal_may_be(d))
        positions |= 1u << POS_VERB;
    for (uint32_t i = 0; i < n; i++) {
        wq_str failed;
        const row_gate *gate = words_gate(c, rows[i]);
        d->row = rows[i];
        if (!row_has_pos(c, positions, (row_pos)gate->pos, d))
            continue;
        if (words_pass(c, gate, flags, &failed)) {
            c->near_misses.n = misses;
            return false;
        }
        note_miss(c, d, "event.needs", failed);
    }
    return true;
}

/* The first row that holds, of who stands behind a verb as its object where that can be. */
static bool find_row(coder_state *c, event_draft *d, const uint32_t *rows, uint32_t n,
                     attempt *t)
{
    bool object = whom_may_be(d, &t->args);
    if (object && whom_is_addressed(c, d) && try_as_object(c, d, rows, n, &t->args, true))
        return true;
    if (object && (whom_in_the_course(d) || whom_to_follow(d)) &&
        try_as_object(c, d, rows, n, &t->args, false))
        return true;
    return first_row(c, d, rows, n, t) ||
           (t->short_of && object && falls_short(c, d, rows, n, t) &&
            try_as_object(c, d, rows, n, &t->args, false));
}

static bool try_trigger(coder_state *c, const event_part *part, const clause_sentence *s,
                        uint32_t at, light_role light)
{
    const clause_item *it = &s->item[at];
    uint32_t rows[ROWS_MAX], n = trigger_rows(c, s, at, LEX_EVENT, rows);
    if (n == 0 || deed_is_spoken_of(c, s, at))
        return false;
    event_draft d = { .part = part, .s = s, .clause = it->clause, .trigger = at };
    int32_t above = light.item < 0 ? hal_clause(c, s, at) : -1;
    d.hal = above >= 0;
    d.above = d.hal ? (uint32_t)above : 0;
    attempt t = { .light = light };
    words_foresee_rows(c, rows, n);
    words_note(c, s);
    if ((light.item >= 0 || !may_refer_back(it)) && all_fall(c, &d, rows, n, &t))
        return false;
    t.args = event_args(c, s, at);
    light_add_args(c, s, at, light, &t.args);
    role_part_posts(s, at, &t.args);
    t.turned = t.args;
    t.doer = role_doer(c, &d, &t.turned);
    d.row = rows[0];
    if (light.item < 0 && refers_back(&d, &t.args)) {
        note_miss(c, &d, "event.refers-back", STR(""));
        status_revise(c, &d);
        return false;
    }
    event_draft plain = d;
    bool found = find_row(c, &d, rows, n, &t);
    attempt verb = { 0 };
    if (found ? verb_tells_more(c, &plain, &d, rows, n, &t, &verb)
              : deverbal_may_be(&d) && as_its_verb(c, &d, rows, n, &t, &verb))
        return keep(c, &d, &verb.args, &c->drafts);
    if (!found && t.reserve.lacks.n)
        (void)keep(c, &t.reserve, &t.args, &c->reserve);
    return found && keep(c, &d, &t.args, &c->drafts);
}

/* "carried out an operation of exchange": where the noun that is carried is no event, what stands in its genitive may be. */
static int32_t try_carried(coder_state *c, const event_part *part, const clause_sentence *s,
                           uint32_t noun, light_role light)
{
    enum { DEPTH = 2 };
    for (uint32_t i = noun; i < s->n_items && i < noun + DEPTH; i++) {
        const clause_item *it = &s->item[i];
        if (i > noun && (it->kind != ITEM_NOMINAL || (it->clitics & ~MORPH_AL)))
            break;
        if (try_trigger(c, part, s, i, light))
            return (int32_t)i;
    }
    return -1;
}

/* Only a function word does. */
static bool opens_duty(const clause_sentence *s, uint32_t at)
{
    return s->item[at].kind == ITEM_FUNCTION && clause_opens_duty(s, at);
}

/* What has been told of a sentence so far: by which items, the last noun that a verb carried, and that verb. */
typedef struct told {
    bool *used;
    int32_t carried;
    light_role last;
} told;

/* The noun that the verb at `at` carries, or none; what joins one that is said is said, too, though it tell nothing itself. */
static void try_noun(coder_state *c, const event_part *part, const clause_sentence *s,
                     uint32_t at, int32_t noun, light_role light, told *t)
{
    if (noun < 0)
        return;
    int32_t tells = try_carried(c, part, s, (uint32_t)noun, light);
    if (tells >= 0)
        t->used[tells] = t->used[at] = true;
    if (tells < 0 && !str_eq(light.subject, STR("says")))
        return;
    t->carried = tells >= 0 ? tells : noun;
    t->last = light;
    t->last.upto = (uint32_t)t->carried;
}

void trigger_sentence(coder_state *c, const event_part *part, const clause_sentence *s)
{
    bool *used = ARENA_ARRAY(c->mem, bool, s->n_items + 1);
    told t = { .used = used, .carried = -1, .last = { .item = -1 } };
    bar_sentence(c, s);
    for (uint32_t i = 0; i < s->n_items; i++) {
        const clause_item *it = &s->item[i];
        light_role light;
        if (opens_duty(s, i))
            try_trigger(c, part, s, i, (light_role){ .item = -1 });
        bool word = it->kind == ITEM_VERB || it->kind == ITEM_NOMINAL;
        if (!word || light_passed(c, s, i, used, t.last))
            continue;
        int32_t noun = light_carried(c, s, i, &light);
        wq_str value;
        bool own = noun >= 0 && (s->item[noun].clitics & MORPH_PRONOUN) &&
                   claim_is_cue(c, it, STR("say"), &value);
        if (own && try_carried(c, part, s, (uint32_t)noun, light) >= 0) {
            used[noun] = used[i] = true; /* "stressed its commitment": no demand */
            continue;
        }
        if (noun >= 0 && try_trigger(c, part, s, i, light_purpose(c, s, i))) {
            used[i] = true; /* refuses, promises, hands in credentials: an event itself */
            continue;
        }
        light = carried_whose(c, s, i, noun, light);
        try_noun(c, part, s, i, noun, light, &t);
        if (!used[i] &&
            carried_is_joined(c, s, i, t.carried, str_eq(t.last.subject, STR("says"))))
            used[i] = try_trigger(c, part, s, i, t.last);
        light = light_behind(c, s, i);
        if (!used[i] && light.item >= 0 && try_trigger(c, part, s, i, light))
            used[i] = used[light.item] = true;
        if (!used[i])
            used[i] = try_trigger(c, part, s, i, light_purpose(c, s, i));
    }
}
