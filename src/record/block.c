/* Which mentions may be of one event at all: those of one block.
 *
 * Talks, visits, agreements, accusations...: the family of the type and the countries on both sides, sorted; where
 * there is but one country, that of the place too ("Lavrov in Damascus").  Force and protest: the family and the
 * country where it happened, since reports differ on who did it.  Nothing is merged across blocks, so a new document
 * costs the work of its blocks.                                                                                   */
#include <stdlib.h>

#include "record/join.h"
#include "record/merge.h"

enum { MOST_COUNTRIES = 12 };

typedef struct country_set {
    wq_str v[MOST_COUNTRIES];
    uint32_t n;
} country_set;

static void add(country_set *s, wq_str country)
{
    if (!country.n || s->n == MOST_COUNTRIES)
        return;
    uint32_t i = 0;
    while (i < s->n && str_cmp(s->v[i], country) < 0)
        i++;
    if (i < s->n && str_eq(s->v[i], country))
        return;
    memmove(&s->v[i + 1], &s->v[i], (s->n - i) * sizeof *s->v);
    s->v[i] = country;
    s->n++;
}

static void add_side(country_set *s, const wq_actor *v, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        add(s, v[i].country);
}

static wq_str first_country(const wq_actor *v, uint32_t n)
{
    country_set s = { .n = 0 };
    add_side(&s, v, n);
    return s.n ? s.v[0] : (wq_str){ NULL, 0 };
}

bool family_is_force(wq_str type)
{
    static const char *const force[] = { "ASSAULT", "COERCE", "PROTEST", "MOBILIZE" };
    for (size_t i = 0; i < sizeof force / sizeof *force; i++)
        if (str_eq(type, str_of(force[i])))
            return true;
    return false;
}

static wq_str force_block(arena *a, const wq_event *e)
{
    wq_str where = e->place ? e->place->country : (wq_str){ NULL, 0 };
    if (!where.n)
        where = first_country(e->recipients, e->n_recipients);
    if (!where.n)
        where = first_country(e->actors, e->n_actors);
    if (!where.n)
        return where;
    return join(a, (wq_str[]){ e->type, where }, 2, STR(" "));
}

wq_str block_of(arena *a, const wq_event *e)
{
    if (family_is_force(e->type))
        return force_block(a, e);
    country_set s = { .n = 0 };
    add_side(&s, e->actors, e->n_actors);
    add_side(&s, e->recipients, e->n_recipients);
    if (s.n == 1 && e->place)
        add(&s, e->place->country);
    if (s.n == 0)
        return (wq_str){ NULL, 0 };
    bool phone = str_eq(e->mode, STR("phone"));
    wq_str family[] = { e->type, phone ? STR("-phone") : STR("") };
    wq_str parts[] = { join(a, family, 2, STR("")), join(a, s.v, s.n, STR(" ")) };
    return join(a, parts, 2, STR(" "));
}
