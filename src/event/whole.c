/* What those on the sides are called: people whom no lexicon knows by their whole phrase, a town that is hit by its own name, the dead
 * by the words that count them.                                                                                        */
#include "event/draft.h"
#include "script/letters.h"

static int32_t item_of(const event_draft *d, wq_span span)
{
    for (uint32_t i = 0; i < d->s->n_items && span.part == d->s->part->which; i++) {
        const clause_item *it = &d->s->item[i];
        wq_span own = it->kind == ITEM_ACTOR ? it->actor->a.span
                                             : text_span(d->s->part, it->first, it->last);
        if (own.start == span.start)
            return (int32_t)i;
    }
    return -1;
}

/* ---- whole phrases ------------------------------------------------------------------------- */

static wq_str form_of(const event_draft *d, uint32_t token)
{
    return d->s->part->token[token].form;
}

static bool is_sound_plural(wq_str form)
{
    return str_ends(form, STR(AR_WAW AR_NOON)) || str_ends(form, STR(AR_YEH AR_NOON)) ||
           str_ends(form, STR(AR_ALEF AR_NOON));
}

/* Does an adjective agree with the head: "النيابة الجزائية", "مسلحين مجهولين"? */
static bool agrees(wq_str head, wq_str word, bool plural)
{
    if (is_sound_plural(head))
        return str_ends(word, str_sub(head, head.n - 4, head.n));
    bool fem = str_ends(head, STR(AR_HEH)) || str_ends(head, STR(AR_ALEF AR_TEH)) || plural;
    return fem == str_ends(word, STR(AR_HEH)) ||
           (plural && str_ends(word, STR(AR_YEH AR_NOON)));
}

static bool is_argument(const clause_args *args, uint32_t item)
{
    for (uint32_t i = 0; i < args->n; i++)
        if (args->v[i].item == item && !str_eq(args->v[i].slot, STR("gen")))
            return true;
    return false;
}

/* Without the article only some words are surely an adjective of the one before: "armed men", "eight other people". */
static bool is_described_at_all(wq_str head, wq_str word, const actor_mention *m)
{
    return is_sound_plural(head) || str_ends(head, STR(AR_HEH)) ||
           (is_sound_plural(word) && m->plural);
}

/* Is item `at` a word of the phrase that ends right before it and began with item `head`? */
static bool goes_on(const event_draft *d, uint32_t head, uint32_t at, bool definite)
{
    const clause_item *it = &d->s->item[at], *first = &d->s->item[head];
    uint16_t more = it->clitics & (uint16_t) ~(MORPH_AL | MORPH_PRONOUN);
    bool word = it->kind == ITEM_WORD || it->kind == ITEM_ADJ || it->kind == ITEM_NOMINAL;
    if (!word || more || it->count || it->direction)
        return false;
    wq_str h = form_of(d, first->last - 1), w = form_of(d, it->first);
    bool the = (it->clitics & MORPH_AL) != 0;
    if (the && !definite) /* "the driver of the car" */
        return !is_sound_plural(h) && it->kind != ITEM_NOMINAL;
    bool of_owner = the && at > head + 1 && /* "the driver of the burning car" */
                    agrees(form_of(d, (it - 1)->last - 1), w, false);
    return the == definite && it->kind != ITEM_NOMINAL && !(it->clitics & MORPH_PRONOUN) &&
           (the || is_described_at_all(h, w, first->actor)) &&
           (of_owner || agrees(h, w, first->actor->plural));
}

/* "Six of the army's men", "hundreds of demonstrators": the item that the words of their number begin with, from `head` back. */
static uint32_t counted_from(const event_draft *d, uint32_t head)
{
    enum { LONGEST = 4 };
    uint32_t first = head;
    for (uint32_t i = head; i > 0 && head - i < LONGEST; i--) {
        const clause_item *it = &d->s->item[i - 1];
        bool of = i > 1 && item_is_function(it, STR("prep")) &&
                  str_eq(it->value, STR("min")) && it[-1].count;
        bool many = item_is_function(it, STR("transparent")) && !it->value.n;
        if (!of && !((it->count || many) && it->last == d->s->item[i].first))
            break;
        first = of ? first : i - 1;
        if (it->clitics & (MORPH_WA | MORPH_FA | MORPH_PREPOSITION))
            break; /* "and six": nothing before it counts them */
    }
    return first;
}

/* Is the actor called by a common noun, a mention's, whose phrase may be longer? */
static const actor_mention *common_noun(const event_draft *d, const wq_actor *a,
                                        uint32_t *head)
{
    int32_t at = a->name.p || a->id.p ? -1 : item_of(d, a->span);
    const actor_mention *m = role_mention(d->s, at);
    bool common = m && (m->kind == ACTOR_GROUP || m->kind == ACTOR_ORG) && !m->second &&
                  str_eq(m->a.text, a->text) && !(m->clitics & MORPH_PRONOUN);
    *head = (uint32_t)at;
    return common ? m : NULL;
}

/* The item behind the last one of the phrase that item `head` begins. */
static uint32_t phrase_end(const event_draft *d, const clause_args *args, uint32_t head,
                           const actor_mention *m)
{
    enum { LONGEST = 3 };
    uint32_t i = head + 1;
    bool definite = (d->s->item[head].clitics & MORPH_AL) ||
                    str_starts(form_of(d, m->last - 1), STR(AR_AL));
    const clause *cl = draft_clause(d);
    bool subject =
        cl->verb >= 0 && cl->verb < (int32_t)head && cl->subject == (int32_t)head;
    bool object = head > 0 && d->s->item[head - 1].kind != ITEM_VERB && !subject;
    while (i < d->s->n_items && i <= head + LONGEST &&
           ((object && !definite && i == head + 1) || !is_argument(args, i)) &&
           goes_on(d, head, i, definite)) {
        definite |= (d->s->item[i].clitics & MORPH_AL) != 0;
        i++;
    }
    return i;
}

/* "units of the riot police": some of a body, by a word that says nothing of whose they are; the item behind the body, or `end`. */
static uint32_t past_body(const coder_state *c, const event_draft *d, uint32_t head,
                          uint32_t end, wq_actor *a)
{
    const clause_item *of = end + 1 < d->s->n_items ? &d->s->item[end] : NULL;
    const actor_mention *m = d->s->item[head].actor, *body = of ? of[1].actor : NULL;
    if (!of || !item_is_function(of, STR("prep")) || !str_eq(of->value, STR("min")) ||
        of[1].kind != ITEM_ACTOR || (of[1].clitics & ~(uint32_t)MORPH_AL) || !m->agent ||
        !lex_in_group(c->lex, STR("units"),
                      lex_cell(c->lex, LEX_AGENT, m->agent - 1, "id")) ||
        !(body->kind == ACTOR_ORG || body->kind == ACTOR_GROUP) || !body->a.sector.n ||
        (a->country.p && body->a.country.p && !str_eq(a->country, body->a.country)))
        return end;
    a->sector = body->a.sector;
    a->sectors = body->a.sectors;
    a->n_sectors = body->a.n_sectors;
    a->country = a->country.p ? a->country : body->a.country;
    return end + 2;
}

/* "The driver of the motorcycle", "the terrorist elements": whom nobody knows by name is called by all his words. */
static void take_phrase(const coder_state *c, const event_draft *d, const clause_args *args,
                        wq_actor *a)
{
    uint32_t head;
    const actor_mention *m = common_noun(d, a, &head);
    if (!m)
        return;
    const text_part *p = d->s->part;
    uint32_t from = counted_from(d, head);
    uint32_t end = past_body(c, d, head, phrase_end(d, args, head, m), a);
    if (end == head + 1 && from == head)
        return;
    uint32_t first = m->first, last = d->s->item[end - 1].last;
    uint16_t clitics = m->clitics;
    if (from < head) {
        a->called = text_slice_bare(p, m->first, last, m->clitics);
        first = d->s->item[from].first;
        clitics = d->s->item[from].clitics;
    }
    a->text = text_slice_bare(p, first, last, clitics);
    a->span = text_span_bare(p, first, last, clitics);
}

/* ---- towns ----------------------------------------------------------------------------------- */

/* "Shelled Zabadani": the town, of its country, and not the state. */
static void take_town(const event_draft *d, wq_actor *a)
{
    int32_t at = a->id.p && str_eq(a->id, a->country) ? item_of(d, a->span) : -1;
    const clause_item *it = at < 0 ? NULL : &d->s->item[at];
    if (!it || it->kind != ITEM_PLACE || it->place->rank == PLACE_COUNTRY ||
        !it->place->name.n)
        return;
    a->name = it->place->name;
    a->id = (wq_str){ NULL, 0 };
}

void whole_names(coder_state *c, event_draft *d)
{
    clause_args args = event_args(c, d->s, d->trigger);
    bool force = str_eq(event_type_cell(c, d->type, "quad"), STR("4"));
    for (uint32_t i = 0; i < d->actor.list.n; i++)
        take_phrase(c, d, &args, &d->actor.list.v[i]);
    for (uint32_t i = 0; i < d->recipient.list.n; i++) {
        take_phrase(c, d, &args, &d->recipient.list.v[i]);
        if (force)
            take_town(d, &d->recipient.list.v[i]);
    }
}

/* ---- the dead -------------------------------------------------------------------------------- */

/* "The death of ten of its men": somebody whom the words of a number name. */
static bool add_counted(coder_state *c, event_draft *d, const wq_size *size)
{
    for (uint32_t i = 0; i < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_ACTOR && it->actor->a.span.start >= size->span.start &&
            it->actor->a.span.end <= size->span.end)
            return role_add(c, d, it, &d->recipient);
    }
    return false;
}

bool whole_people(coder_state *c, event_draft *d)
{
    for (uint32_t i = 0; i < d->sizes.n; i++)
        if (d->sizes.v[i].span.part == d->s->part->which &&
            add_counted(c, d, &d->sizes.v[i]))
            return true;
    return false;
}

bool whole_counted(coder_state *c, event_draft *d, wq_str country)
{
    for (uint32_t i = 0; i < d->sizes.n; i++) {
        const wq_size *size = &d->sizes.v[i];
        if (size->span.part != d->s->part->which)
            continue;
        if (add_counted(c, d, size))
            return true;
        wq_actor a = { .text = size->text, .span = size->span, .country = country };
        role_add_actor(c, &a, &d->recipient);
        return true;
    }
    return false;
}

/* Does item `at` stand behind "in"? */
static bool is_inside(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    return (it->clitics & MORPH_BI) ||
           (at > 0 && item_is_function(it - 1, STR("prep")) &&
            (str_eq(it[-1].value, STR("fi")) || str_eq(it[-1].value, STR("bi"))));
}

void whole_spare_scene(event_draft *d)
{
    int32_t at = d->recipient.list.n == 1 && !d->between
                     ? item_of(d, d->recipient.list.v[0].span)
                     : -1;
    const clause_item *it = at < 0 ? NULL : &d->s->item[at];
    bool place =
        it &&
        (it->kind == ITEM_PLACE ||
         (it->kind == ITEM_ACTOR && str_eq(str_of(it->actor->rule), STR("actor.metonym"))));
    if (!place || !is_inside(d, (uint32_t)at))
        return;
    for (uint32_t i = 0; i < d->sizes.n; i++)
        if (d->sizes.v[i].span.part == d->s->part->which &&
            (str_eq(d->sizes.v[i].kind, STR("dead")) ||
             str_eq(d->sizes.v[i].kind, STR("injured"))))
            d->recipient.list.n = 0;
}
