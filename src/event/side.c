/* A side: who acts, or on whom. */
#include "event/draft.h"

/* The same words, or one man by his name and by another of his offices. */
static bool same_actor(const wq_actor *a, const wq_actor *b)
{
    if (a->id.n && str_eq(a->id, b->id) && a->role.n && b->role.n)
        return true;
    return a->span.part == b->span.part && a->span.start == b->span.start &&
           str_eq(a->country, b->country) && str_eq(a->id, b->id);
}

void role_add_actor(coder_state *c, const wq_actor *actor, event_side *side)
{
    for (uint32_t i = 0; i < side->list.n; i++)
        if (same_actor(&side->list.v[i], actor))
            return;
    *vec_push(c->mem, &side->list) = *actor;
}

void role_add_mention(coder_state *c, const actor_mention *m, event_side *side)
{
    role_add_actor(c, &m->a, side);
    for (uint32_t i = 0; m->second && i <= m->n_more; i++) { /* "the two presidents" */
        wq_actor other = m->second[i];
        other.text = m->a.text;
        other.span = m->a.span;
        role_add_actor(c, &other, side);
    }
    if (!m->second && m->country2.p) { /* "the two sides": one actor a country */
        wq_actor second = m->a;
        second.country = m->country2;
        second.id = second.name = (wq_str){ NULL, 0 };
        role_add_actor(c, &second, side);
    }
}

bool role_is_of_land(const event_side *side, wq_str country)
{
    for (uint32_t i = 0; country.n && i < side->list.n; i++)
        if (str_eq(side->list.v[i].country, country))
            return true;
    return false;
}

/* ---- toponyms and nationalities ------------------------------------------------------- */

static wq_actor of_country(coder_state *c, wq_str country, wq_str text, wq_span span)
{
    wq_actor a = { .text = text, .span = span, .country = country };
    int64_t row = lex_row_by_id(c->lex, LEX_COUNTRY, country);
    if (row >= 0) {
        wq_str name = lex_cell(c->lex, LEX_COUNTRY, (uint32_t)row, "name");
        a.name = name.n ? name : a.name; /* those that are no country have none */
        a.id = lex_cell(c->lex, LEX_COUNTRY, (uint32_t)row, "id");
    }
    return a;
}

/* Whose arms they are: the army of a state, whatever it is called. */
void role_make_army(wq_actor *a)
{
    static const wq_str army[] = { { "MIL", 3 } };
    a->sector = army[0];
    a->sectors = army;
    a->n_sectors = 1;
}

void role_add_place(coder_state *c, const event_draft *d, const clause_item *it,
                    event_side *side)
{
    const text_part *p = d->s->part;
    wq_actor a = of_country(c, it->place->country, text_slice(p, it->first, it->last),
                            text_span(p, it->first, it->last));
    role_add_actor(c, &a, side);
}

void role_add_country(coder_state *c, const event_draft *d, uint32_t at, wq_str country,
                      event_side *side)
{
    const text_part *p = d->s->part;
    const clause_item *it = &d->s->item[at];
    uint16_t tie = it->clitics & (uint16_t)~MORPH_AL;
    wq_actor a = of_country(c, country, text_slice_bare(p, it->first, it->last, tie),
                            text_span_bare(p, it->first, it->last, tie));
    role_add_actor(c, &a, side);
}

void role_add_adjective(coder_state *c, const event_draft *d, const clause_item *it,
                        event_side *side)
{
    const text_part *p = d->s->part;
    wq_str top = lex_cell(c->lex, LEX_COUNTRY, it->entry.row, "top");
    uint16_t wa = it->clitics & MORPH_WA;
    wq_actor a = of_country(c, top, text_slice_bare(p, it->first, it->last, wa),
                            text_span_bare(p, it->first, it->last, wa));
    if (item_is_counted(d->s,
                        (uint32_t)(it - d->s->item))) { /* "five Indians" are no state */
        a.id = a.name = (wq_str){ NULL, 0 };
    }
    if (role_is_by_arms(c, d, side))
        role_make_army(&a);
    role_add_actor(c, &a, side);
}

/* "the Turkish and the Russian forces": the same body of another country. */
bool role_is_joined_nisba(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    bool joined = it->kind == ITEM_ADJ && it[-1].kind == ITEM_ACTOR &&
                  it[-1].actor->a.country.p && (it->clitics & MORPH_WA);
    return joined && ((it->clitics & MORPH_AL) != 0) == it[-1].actor->definite;
}

void role_add_same_body(coder_state *c, const event_draft *d, uint32_t at, event_side *side)
{
    const text_part *p = d->s->part;
    const clause_item *it = &d->s->item[at];
    uint16_t wa = it->clitics & MORPH_WA;
    wq_actor a = of_country(c, lex_cell(c->lex, LEX_COUNTRY, it->entry.row, "top"),
                            text_slice_bare(p, it->first, it->last, wa),
                            text_span_bare(p, it->first, it->last, wa));
    const actor_mention *body = it[-1].actor;
    if (body->kind != ACTOR_STATE) /* spelt like it: "the Saudi and the American" */
        a.id = a.name = (wq_str){ NULL, 0 };
    if (body->kind == ACTOR_ORG && body->a.id.p && body->last == body->first + 2)
        actor_name_body(c->lex, c->mem,
                        text_slice_bare(p, body->first, body->first + 1, body->clitics),
                        body->fem, &a);
    a.sector = body->a.sector;
    a.sectors = body->a.sectors;
    a.n_sectors = body->a.n_sectors;
    role_add_actor(c, &a, side);
}
