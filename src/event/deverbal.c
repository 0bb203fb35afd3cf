/* Verbal nouns read by the rows of their verb: where doer and object or the phrase that the verb governs stand with them as in a
 * clause ("the lifting by Kenya of the ban", "decided to lift the ban"), what holds of the verb holds of them.            */
#include "event/doer.h"

bool deverbal_may_be(const event_draft *d)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool no = d->trigger > 0 && item_is_function(it - 1, STR("not_noun"));
    return it->kind == ITEM_NOMINAL && !d->hal && !no && !(it->clitics & MORPH_LI) &&
           morph_as(&d->s->part->token[it->first], LEX_VERB, LEX_MASDAR);
}

/* Of the verb of which the trigger is the verbal noun? */
static bool is_of_its_verb(const coder_state *c, const event_draft *d, wq_str word)
{
    const morph_word *w = d->s->part->token[d->s->item[d->trigger].first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_VERB && w->v[i].entry.form == LEX_MASDAR &&
            str_eq(lex_cell(c->lex, LEX_VERB, w->v[i].entry.row, "id"), word))
            return true;
    return false;
}

static uint32_t bit_of_type(const event_row *r)
{
    return r->type_row < 0 || r->type_row > 31 ? 0 : 1u << r->type_row;
}

void deverbal_note_types(const coder_state *c, event_draft *d, const uint32_t *rows,
                         uint32_t n)
{
    d->named = 0;
    d->of_whom = false;
    for (uint32_t i = 0; i < n; i++) {
        const event_row *r = words_row(c, rows[i]);
        bool noun = r->pos == POS_NOUN || r->pos == POS_ANY;
        if (r->of_object && is_of_its_verb(c, d, event_cell(c, rows[i], "word")))
            d->of_whom = true;
        if (noun && (!d->alike || r->type_row + 1 != d->alike))
            d->named |= bit_of_type(r);
    }
}

bool deverbal_takes(const coder_state *c, const event_draft *d, uint32_t row)
{
    const event_row *r = words_row(c, row);
    bool his =
        d->deverbal == DEVERBAL_WHOM && (d->s->item[d->trigger].clitics & MORPH_PRONOUN);
    bool by_words = /* of which other rows may not know */
        (r->asks_object || r->asks_tied) && !his;
    bool in_words = d->deverbal == DEVERBAL_TIED && d->does && str_eq(r->quad, STR("3"));
    if (!d->full && !by_words && !in_words && (d->named & bit_of_type(r)))
        return false;
    bool fits = d->deverbal == DEVERBAL_WHOM ? r->of_object
                : d->deverbal == DEVERBAL_WHAT
                    ? r->asks_object
                    : !r->of_object && (r->by_tie || r->asks_tied);
    return fits && r->pos == POS_VERB && is_of_its_verb(c, d, event_cell(c, row, "word"));
}

/* The plans, efforts, importance of the deed: a noun in the construct state right before it. */
static bool is_genitive(const event_draft *d)
{
    const clause_item *before = &d->s->item[d->trigger] - 1;
    return d->trigger > 0 && !(d->s->item[d->trigger].clitics & MORPH_PREPOSITION) &&
           (before->kind == ITEM_NOMINAL ||
            (before->kind == ITEM_FUNCTION && !item_is_function(before, STR("prep"))) ||
            (before->kind == ITEM_WORD && !item_is_manner(d->s, d->trigger - 1))) &&
           !(before->clitics & (MORPH_AL | MORPH_PRONOUN));
}

/* "The undertaking (قيام) by the police of (بـ) the closing of". */
static bool is_undertaken(const event_draft *d, int32_t light)
{
    const clause_item *it = &d->s->item[light];
    return it->kind == ITEM_NOMINAL && it->entry.form == LEX_MASDAR &&
           light + 1 < (int32_t)d->trigger && it[1].kind == ITEM_ACTOR &&
           (d->s->item[d->trigger].clitics & MORPH_BI) &&
           d->s->item[d->trigger - 1].kind == ITEM_ACTOR;
}

/* A verb before it, which governs the noun itself; an aim is no deed yet. */
static bool lends_doer(const event_draft *d, light_role light)
{
    return light.item >= 0 && light.item < (int32_t)d->trigger &&
           (d->s->item[light.item].kind == ITEM_VERB || is_undertaken(d, light.item)) &&
           !(d->s->item[d->trigger].clitics & (MORPH_WA | MORPH_LI)) && !is_genitive(d) &&
           light.item != (int32_t)d->trigger &&
           (str_eq(light.subject, STR("actor")) || str_eq(light.subject, STR("says")));
}

/* Somebody in the genitive right behind the noun. */
static bool has_doer(const event_draft *d, const clause_args *args)
{
    const clause_item *it = args->n ? &d->s->item[args->v[0].item] : NULL;
    return it && args->v[0].item == d->trigger + 1 && str_eq(args->v[0].slot, STR("gen")) &&
           it->kind == ITEM_ACTOR && !(it->clitics & MORPH_PREPOSITION);
}

/* The bare phrase, or one behind li-, right behind somebody in the genitive: its argument; NULL: none. */
static const clause_item *second_of(const event_draft *d, const clause_args *args)
{
    if (!has_doer(d, args) || args->n < 2 || args->v[1].coordinated ||
        (args->v[1].slot.n && !str_eq(args->v[1].slot, STR("li"))))
        return NULL;
    const clause_item *it = &d->s->item[args->v[1].item];
    uint32_t next = args->v[0].item + 1;
    while (
        next < args->v[1].item && /* the state of, ten */
        (item_is_function(&d->s->item[next], STR("transparent")) || d->s->item[next].count))
        next++;
    bool tied =
        !args->v[1].slot.n && (it->clitics & (MORPH_WA | MORPH_FA | MORPH_PREPOSITION));
    bool his = args->v[1].slot.n && (it->clitics & MORPH_PRONOUN);
    return next != args->v[1].item || tied || his ? NULL : it;
}

/* No body is called by the name or the title of a man. */
static bool is_man_behind_body(const coder_state *c, const actor_mention *doer,
                               const actor_mention *who)
{
    bool man = who->kind == ACTOR_PERSON || who->kind == ACTOR_OFFICE ||
               (who->kind == ACTOR_GROUP && role_is_of_kind(c, who, STR("role")) &&
                !role_is_of_kind(c, who, STR("adj")));
    bool body = doer->kind == ACTOR_STATE || doer->kind == ACTOR_ORG;
    return body ||
           (man && doer->kind == ACTOR_GROUP && !role_is_of_kind(c, doer, STR("role")));
}

/* Somebody or a place who is no other word for the doer: no body is called by the name of a land or of another body. */
static bool is_whom(const coder_state *c, const event_draft *d, const clause_args *args,
                    const clause_item *it)
{
    const actor_mention *who = it->kind == ITEM_ACTOR ? it->actor : NULL;
    if (it->kind == ITEM_PLACE || (who && args->v[1].slot.n))
        return !it->direction;
    bool counterpart = who && str_eq(str_of(who->rule), STR("actor.counterpart"));
    return who &&
           (counterpart || is_man_behind_body(c, d->s->item[args->v[0].item].actor, who) ||
            who->kind == ACTOR_STATE || who->kind == ACTOR_ORG ||
            (who->kind == ACTOR_GROUP && !who->definite));
}

/* A thing that the row asks for is no quality of the doer. */
static bool is_what(const event_draft *d, const clause_item *it)
{
    return !is_genitive(d) && (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD);
}

/* The phrase right behind a noun whose pronoun is the doer: "its lifting the ban". */
static bool has_doer_in_pronoun(const event_draft *d, const clause_args *args)
{
    return (d->s->item[d->trigger].clitics & MORPH_PRONOUN) && args->n &&
           args->v[0].item == d->trigger + 1 && args->v[0].slot.n == 0 &&
           d->s->item[args->v[0].item].kind == ITEM_ACTOR;
}

static void copy_args(coder_state *c, const clause_args *args, clause_args *out)
{
    clause_arg *v = ARENA_ARRAY(c->mem, clause_arg, args->n + 1);
    for (uint32_t i = 0; i < args->n; i++)
        v[i] = args->v[i];
    *out = (clause_args){ v, args->n };
}

/* What stands in the genitive of the noun itself becomes the object. */
static void genitive_as_object(clause_args *args)
{
    for (uint32_t i = 0; i < args->n; i++)
        if (str_eq(args->v[i].slot, STR("gen")) && args->v[i].owner_is_head)
            args->v[i].slot = STR("");
}

static void first_as_doer(event_draft *d, clause_args *args)
{
    d->does = args->v[0].item;
    args->v[0].slot = STR("subj");
}

/* "Announced the handing (to) Ukraine (of) arms": the doer stands before, and of two objects the first is whom it is given. */
static bool is_given(const coder_state *c, const event_draft *d, light_role light)
{
    wq_str value;
    bool denied = light.item >= 0 &&
                  claim_is_cue(c, &d->s->item[light.item], STR("status"), &value) &&
                  str_eq(value, STR("denied"));
    return d->trigger > 0 && d->s->item[d->trigger - 1].kind == ITEM_ACTOR &&
           needs_word(c, d, &d->s->item[d->trigger], STR("@gives")) && !denied;
}

/* "The expulsion of diplomats by (من قبل) India": the argument that is who does it; n: none. */
static uint32_t doer_behind(const clause_args *args)
{
    uint32_t i = 0;
    while (i < args->n && !str_eq(args->v[i].slot, STR("janib")))
        i++;
    return i;
}

static bool has_object(const event_draft *d, const clause_args *args)
{
    return args->n && args->v[0].owner_is_head && str_eq(args->v[0].slot, STR("gen")) &&
           args->v[0].item == d->trigger + 1 &&
           !(d->s->item[d->trigger].clitics & MORPH_PRONOUN);
}

/* With doer and object behind it. */
static bool turn_pair(const coder_state *c, event_draft *d, const clause_item *second,
                      clause_args *args)
{
    d->full = is_whom(c, d, args, second);
    if (!d->full && !is_what(d, second))
        return false;
    d->deverbal = d->full ? DEVERBAL_WHOM : DEVERBAL_WHAT;
    first_as_doer(d, args);
    args->v[1].slot = STR("");
    return true;
}

/* With its object in the genitive, and who does it behind "by" or before it. */
static bool turn_object(event_draft *d, light_role light, clause_args *args)
{
    uint32_t by = doer_behind(args);
    d->deverbal = DEVERBAL_WHOM;
    if (!has_object(d, args) || (by == args->n && !lends_doer(d, light)))
        return false;
    d->does = by < args->n ? args->v[by].item : 0;
    d->full = d->does && d->s->item[args->v[0].item].kind == ITEM_ACTOR;
    genitive_as_object(args);
    return true;
}

/* With an object. */
static bool turn_transitive(const coder_state *c, event_draft *d, light_role light,
                            clause_args *args)
{
    const clause_item *second = second_of(d, args);
    d->full = false;
    if (d->s->item[d->trigger].clitics & MORPH_AL)
        return false;
    if (second && !is_given(c, d, light) && !needs_word(c, d, second, STR("@declared")))
        return turn_pair(c, d, second, args);
    d->deverbal = DEVERBAL_WHOM;
    return has_doer_in_pronoun(d, args) || turn_object(d, light, args);
}

/* Without one. */
static bool turn_intransitive(event_draft *d, light_role light, clause_args *args)
{
    d->deverbal = DEVERBAL_TIED;
    d->full = false;
    if (has_doer(d, args)) {
        if (d->of_whom || is_genitive(d) || (d->s->item[d->trigger].clitics & MORPH_WA))
            return false; /* it may be whom */
        first_as_doer(d, args);
        return true;
    }
    bool bare = args->n && args->v[0].item == d->trigger + 1 &&
                (args->v[0].slot.n == 0 || str_eq(args->v[0].slot, STR("gen")));
    return !bare && lends_doer(d, light);
}

bool deverbal_turn(coder_state *c, event_draft *d, const clause_args *args, bool transitive,
                   light_role light, clause_args *out)
{
    bool undergone = light.item >= 0 && str_eq(light.subject, STR("recipient"));
    d->does = 0;
    copy_args(c, args, out);
    bool so = !undergone && (transitive ? turn_transitive(c, d, light, out)
                                        : turn_intransitive(d, light, out));
    d->deverbal = so ? d->deverbal : DEVERBAL_NOT;
    return so;
}

/* Of what has no object the other side has to be told, or, of a conflict, what the row asks for; and what is only imagined is no
 * deed.                                                                                                                */
bool deverbal_is_told(const coder_state *c, const event_draft *d)
{
    const event_row *r = words_row(c, d->row);
    bool conflict = str_eq(r->quad, STR("3")) || str_eq(r->quad, STR("4"));
    bool imagined = d->status == WQ_HYPOTHETICAL || (d->status == WQ_PROPOSED && !d->does);
    return !imagined && (d->deverbal != DEVERBAL_TIED || d->recipient.list.n ||
                         (r->asks_tied && (!d->does || conflict)));
}

bool deverbal_may_tell(const event_draft *d, const clause_args *args)
{
    return deverbal_may_be(d) && (has_doer(d, args) || doer_behind(args) < args->n);
}

/* Is somebody else, or nobody, the actor of the draft than who does it? */
static bool has_other_doer(const event_draft *d, const event_draft *told)
{
    return d->actor.list.n == 0 ||
           d->actor.list.v[0].span.start != told->actor.list.v[0].span.start;
}

bool deverbal_tells_more(const coder_state *c, const event_draft *d,
                         const event_draft *told)
{
    const event_row *r = words_row(c, told->row);
    bool mode = event_cell(c, told->row, "mode").n && !event_cell(c, d->row, "mode").n &&
                (r->asks_object || r->asks_tied);
    bool alike = r->type_row == words_row(c, d->row)->type_row &&
                 !str_eq(r->type, STR("CONSULT")); /* of which all may be actors */
    bool whom =
        told->recipient.list.n || (!d->recipient.list.n && told->deverbal != DEVERBAL_TIED);
    bool sure = told->does || (told->carrier >= 0 && is_undertaken(told, told->carrier));
    return alike && sure && told->actor.list.n && whom && (mode || has_other_doer(d, told));
}

bool deverbal_doer(coder_state *c, event_draft *d, const clause_args *args,
                   event_side *side)
{
    if (!d->does)
        return role_fill(c, d, STR("poss|light"), args, side);
    if (!role_add(c, d, &d->s->item[d->does], side))
        return false;
    role_add_joined(c, d, d->does, d->s->n_items, side);
    return true;
}
