/* From a draft to the public event: PLOVER's reductions, identifiers, spans, reasons. */
#include "event/draft.h"
#include "script/letters.h"

#include <stdio.h>
#include <stdlib.h>

static wq_str known(wq_str s)
{
    return s.n ? s : (wq_str){ NULL, 0 };
}

static wq_str split_list(coder_state *c, wq_str cell, const wq_str **list, uint32_t *n)
{
    VEC(wq_str) v = { 0 };
    for (wq_str one; cell.n && str_next(&cell, '|', &one);)
        *vec_push(c->mem, &v) = one;
    *list = v.v;
    *n = v.n;
    return cell;
}

/* The type after PLOVER's rules for what has not happened; the rules are columns of event/types.tsv. */
static wq_str reduced(const coder_state *c, wq_str type, wq_status_of_event status)
{
    switch (status) {
    case WQ_PLANNED:
    case WQ_PROPOSED:
        return event_type_cell(c, type, "future");
    case WQ_DENIED:
        return event_type_cell(c, type, "negated");
    case WQ_HYPOTHETICAL:
        return event_type_cell(c, type, "hypothetical");
    default:
        return type;
    }
}

wq_timex event_public_time(arena *a, const text_part *p, const time_expr *t)
{
    static const char *const type[] = { "DATE", "TIME", "DURATION", "SET" };
    wq_timex out = { .text = t->text.p ? t->text : text_slice(p, t->first, t->last),
                     .span = t->span,
                     .type = str_of(type[t->type]),
                     .value = t->value,
                     .mod = t->mod,
                     .quant = t->quant,
                     .freq = t->freq,
                     .tolerance = t->calendar == WQ_HIJRI && t->first_day != CALENDAR_NONE,
                     .conflict = t->conflict,
                     .rule = t->rule };
    for (int i = 0; i < 2; i++) {
        int32_t day = i ? t->last_day : t->first_day;
        if (day == CALENDAR_NONE)
            continue;
        *(i ? &out.last : &out.first) = calendar_print_date(a, calendar_from_day(day));
    }
    return out;
}

static const wq_timex *public_time(coder_state *c, const event_draft *d)
{
    wq_timex *out = d->time && d->time->anchored ? ARENA_NEW(c->mem, wq_timex) : NULL;
    if (out)
        *out = event_public_time(c->mem, d->s->part, d->time);
    return out;
}

/* The name without proclitics; "للخرطوم" has lost the alef of its article. */
static wq_str name_of_place(coder_state *c, const event_draft *d, const clause_item *it)
{
    wq_str text = text_slice_bare(d->s->part, it->first, it->last, it->clitics);
    if (!(it->clitics & MORPH_LI) || !str_starts(text, STR(AR_LAM AR_LAM)))
        return text;
    wq_str name = it->place   ? it->place->name
                  : it->actor ? it->actor->a.name
                              : (wq_str){ NULL, 0 };
    if (!name.p || !str_starts(name, STR(AR_AL))) /* Lebanon */
        return name.p && str_starts(name, STR(AR_LAM)) ? str_sub(text, 2, text.n) : text;
    wq_str rest = str_sub(text, 4, text.n);
    return arena_printf(c->mem, AR_AL "%.*s", STR_ARG(rest));
}

static wq_place *public_place(coder_state *c, const event_draft *d)
{
    const clause_item *it = d->place;
    if (!it && !d->site && !d->country.p)
        return NULL;
    wq_place *out = ARENA_NEW(c->mem, wq_place);
    out->country = d->country;
    if (it || d->site)
        out->text = d->site_text.n ? d->site_text
                    : d->site      ? where_site_text(c, d)
                                   : name_of_place(c, d, it);
    if (!it)
        return out;
    if (it->place) {
        out->name = it->place->name;
        out->country = it->place->country.n ? it->place->country : d->country;
        out->geonames = it->place->geonames;
        out->lat = it->place->lat;
        out->lon = it->place->lon;
    } else if (it->actor) {
        out->name = it->actor->a.name;
        if (!site_is_body(it)) /* "United Nations, 9 June": no state */
            out->country = it->actor->a.country;
    }
    return out;
}

static double confidence(const event_draft *d)
{
    double x = 0.5;
    x += d->actor.list.n ? 0.15 : 0;
    x += d->recipient.list.n ? 0.15 : 0;
    x += d->time && d->time->anchored ? 0.1 : 0;
    x -= d->inherited ? 0.1 : 0;
    x -= d->lacks.n ? 0.2 : 0;
    return x;
}

static uint32_t distance(const event_draft *d, const wq_actor *a)
{
    const clause_item *it = &d->s->item[d->trigger];
    uint32_t at = text_span(d->s->part, it->first, it->last).start;
    return a->span.start > at ? a->span.start - at : at - a->span.start;
}

/* The one of `side` who is `who` too; NULL: nobody, or nothing says who they are. */
static const wq_actor *same_one(const event_side *side, const wq_actor *who)
{
    for (uint32_t i = 0; i < side->list.n; i++) {
        const wq_actor *a = &side->list.v[i];
        bool same = a->span.part == who->span.part && a->span.start == who->span.start &&
                    str_eq(a->id, who->id) && str_eq(a->country, who->country);
        if (same || (who->id.p && a->id.p && str_eq(a->id, who->id)))
            return a;
    }
    return NULL;
}

/* Takes from `side` who is on the other side too and nearer to the trigger there. */
static void keep_nearer(const event_draft *d, event_side *side, const event_side *other)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < side->list.n; i++) {
        const wq_actor *there = same_one(other, &side->list.v[i]);
        if (!there || distance(d, &side->list.v[i]) < distance(d, there))
            side->list.v[n++] = side->list.v[i];
    }
    side->list.n = n;
}

static bool says_so(const event_draft *d, const wq_actor *a)
{
    for (uint32_t i = 0; i < d->sources.n; i++)
        if (str_eq(d->sources.v[i].text, a->text) ||
            (a->id.p && str_eq(d->sources.v[i].id, a->id)))
            return true;
    return false;
}

/* "The observatory reported an air raid": a witness tells of it and did not do it. */
static void drop_teller(const coder_state *c, event_draft *d)
{
    wq_str tells = event_type_cell(c, event_cell(c, d->row, "type"), "tells");
    uint32_t n = 0;
    for (uint32_t i = 0; i < d->actor.list.n; i++) {
        const wq_actor *a = &d->actor.list.v[i];
        if (!tells.p || !says_so(d, a) || !needs_among(c, tells, a->sector))
            d->actor.list.v[n++] = *a;
    }
    d->actor.list.n = n;
}

/* Nobody does it to himself: the farther of the two was taken for want of another. */
static void drop_self(event_draft *d)
{
    keep_nearer(d, &d->actor, &d->recipient);
    keep_nearer(d, &d->recipient, &d->actor);
}

/* A coalition of states is of the one that leads it (kind `led:`), or of none, and no organisation of its own. */
static void drop_no_state(const coder_state *c, event_side *side)
{
    for (uint32_t i = 0; i < side->list.n; i++) {
        wq_actor *a = &side->list.v[i];
        int64_t row = a->id.p && str_eq(a->country, STR("IGO"))
                          ? lex_row_by_id(c->lex, LEX_ACTOR, a->id)
                          : -1;
        wq_str kind =
            row < 0 ? STR("") : lex_cell(c->lex, LEX_ACTOR, (uint32_t)row, "kind");
        if (str_eq(kind, STR("coalition")))
            a->country = (wq_str){ NULL, 0 };
        else if (str_starts(kind, STR("coalition|led:")))
            a->country = str_sub(kind, STR("coalition|led:").n, kind.n);
    }
}

typedef struct reasons {
    VEC(wq_str) list;
} reasons;

/* How those were found who are not simply named: by what comes before, by the speaker, in another spelling. */
static void give_inferred(coder_state *c, const event_draft *d, const event_side *side,
                          reasons *why)
{
    for (uint32_t i = 0; i < side->list.n; i++) {
        const actor_mention *m = draft_mention(d, side->list.v[i].span);
        if (m && m->sure < 100)
            *vec_push(c->mem, &why->list) = arena_printf(
                c->mem, "%s %u%%: %.*s", m->rule, m->sure, STR_ARG(side->list.v[i].text));
    }
}

static void give_reasons(coder_state *c, const event_draft *d, wq_event *out)
{
    reasons why = { .list = { 0 } };
    uint32_t line = 0;
    wq_str file = lex_origin(c->lex, LEX_EVENT, d->row, &line);
    *vec_push(c->mem, &why.list) =
        arena_printf(c->mem, "%.*s:%u %.*s", STR_ARG(file), line,
                     STR_ARG(lex_cell(c->lex, LEX_EVENT, d->row, "id")));
    if (d->lacks.n)
        *vec_push(c->mem, &why.list) =
            arena_printf(c->mem, "event.by-article without %.*s", STR_ARG(d->lacks));
    if (d->light >= 0 && d->light != (int32_t)d->trigger)
        *vec_push(c->mem, &why.list) = STR("event.light-verb");
    *vec_push(c->mem, &why.list) = str_of(d->status_rule);
    if (d->time && d->time->anchored)
        *vec_push(c->mem, &why.list) =
            arena_printf(c->mem, "date: %.*s", STR_ARG(d->time->rule));
    if (d->country.p)
        *vec_push(c->mem, &why.list) = str_of(d->where_rule);
    if (d->holder_then)
        *vec_push(c->mem, &why.list) = STR("actor.holder-then");
    if (d->parties)
        *vec_push(c->mem, &why.list) = STR("actor.of-the-talks");
    if (d->locals)
        *vec_push(c->mem, &why.list) = STR("actor.of-the-place");
    give_inferred(c, d, &d->actor, &why);
    give_inferred(c, d, &d->recipient, &why);
    out->why = why.list.v;
    out->n_why = why.list.n;
}

static bool is_new_country(const event_side *side, uint32_t upto, wq_str country)
{
    for (uint32_t i = 0; i < upto; i++)
        if (side->list.v[i].country.p && str_eq(side->list.v[i].country, country))
            return false;
    return true;
}

static uint32_t countries_of(const event_draft *d)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < d->actor.list.n; i++) {
        wq_str country = d->actor.list.v[i].country;
        n += country.p && is_new_country(&d->actor, i, country);
    }
    for (uint32_t i = 0; i < d->recipient.list.n; i++) {
        wq_str country = d->recipient.list.v[i].country;
        n += country.p && is_new_country(&d->actor, d->actor.list.n, country) &&
             is_new_country(&d->recipient, i, country);
    }
    return n;
}

/* A meeting of three countries is multilateral, whatever it is called. */
static wq_str mode_of(const coder_state *c, const event_draft *d, wq_str type)
{
    wq_str mode = d->mode;
    return mode.n || countries_of(d) < 3 ? known(mode) : event_type_cell(c, type, "many");
}

/* Are all whose country is known of this one? */
static bool all_of(const event_side *side, wq_str country)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < side->list.n; i++) {
        if (side->list.v[i].country.p && !str_eq(side->list.v[i].country, country))
            return false;
        n += side->list.v[i].country.p != NULL;
    }
    return n > 0;
}

/* "The army withdrew from the town", "from the houses of the wanted": whoever leaves a place yields to nobody who is named but
 * for those who fought him.                                                                                           */
static bool is_left_behind(const coder_state *c, const event_draft *d, const wq_actor *a,
                           const actor_mention *m)
{
    return str_eq(d->mode, STR("withdraw")) &&
           (!m || m->place_like || str_eq(a->id, a->country) ||
            !needs_among(c, STR("@armed"), a->sector));
}

/* "The militia withdrew from the town": the ground, not its government. */
static void drop_ground(const coder_state *c, event_draft *d)
{
    event_side *side = &d->recipient;
    uint32_t n = 0;
    if (!event_type_cell(c, event_cell(c, d->row, "type"), "ground").p)
        return;
    for (uint32_t i = 0; i < side->list.n; i++) {
        const wq_actor *a = &side->list.v[i];
        const actor_mention *m = draft_mention(d, a->span);
        bool state = str_eq(a->id, a->country) && (!m || m->place_like);
        if ((!state || !all_of(&d->actor, a->country)) && !is_left_behind(c, d, a, m))
            side->list.v[n++] = *a;
    }
    side->list.n = n;
}

/* "Will not allow harm to Egyptian security": what a state's own organs refuse, they refuse another. */
static void drop_own_state(const coder_state *c, event_draft *d)
{
    event_side *side = &d->recipient;
    uint32_t n = 0;
    if (!str_eq(d->type, STR("REJECT")) || !d->actor.list.n ||
        !needs_among(c, STR("@state_hands"), d->actor.list.v[0].sector))
        return;
    for (uint32_t i = 0; i < side->list.n; i++) {
        const wq_actor *a = &side->list.v[i];
        if (!a->id.p || !str_eq(a->id, a->country) || !all_of(&d->actor, a->country))
            side->list.v[n++] = *a;
    }
    side->list.n = n;
}

void assemble(coder_state *c, event_draft *d, wq_str doc, wq_event *out)
{
    drop_ground(c, d);
    drop_own_state(c, d);
    where_settle(c, d);
    holder_settle(c, d);
    holder_host(c, d);
    holder_summoned(c, d);
    whole_names(c, d);
    drop_self(d);
    drop_teller(c, d);
    drop_no_state(c, &d->actor);
    drop_no_state(c, &d->recipient);
    const text_part *p = d->s->part;
    const text_sentence *s = &p->sentence[d->s->sentence];
    const clause_item *trigger = &d->s->item[d->trigger];
    *out = (wq_event){ .type = event_cell(c, d->row, "type"),

                       .status = d->status,
                       .actors = d->actor.list.v,
                       .n_actors = d->actor.list.n,
                       .recipients = d->recipient.list.v,
                       .n_recipients = d->recipient.list.n,
                       .sources = d->sources.v,
                       .n_sources = d->sources.n,
                       .sizes = d->sizes.v,
                       .n_sizes = d->sizes.n };
    out->mode = mode_of(c, d, out->type);
    split_list(c, event_cell(c, d->row, "contexts"), &out->contexts, &out->n_contexts);
    out->plover = reduced(c, out->type, d->status);
    out->cameo = out->plover.p ? event_type_cell(c, out->plover, "cameo") : out->plover;
    wq_str quad =
        out->plover.p ? event_type_cell(c, out->plover, "quad") : (wq_str){ NULL, 0 };
    out->quad = quad.p ? atoi(quad.p) : 0;
    out->date = public_time(c, d);
    out->place = public_place(c, d);
    out->trigger = text_span(p, trigger->first, trigger->last);
    out->trigger_text = text_slice(p, trigger->first, trigger->last);
    out->evidence = text_span(p, s->first, s->last);
    out->evidence_text = text_slice(p, s->first, s->last);
    out->confidence = confidence(d);
    uint64_t h = hash_bytes(hash_bytes(HASH_SEED, doc.p, doc.n), out->type.p, out->type.n);
    h = hash_bytes(h, &out->trigger, sizeof out->trigger);
    if (d->share)
        h = hash_bytes(h, &d->share, sizeof d->share);
    out->id = arena_printf(c->mem, "%016llx", (unsigned long long)h);
    give_reasons(c, d, out);
}
