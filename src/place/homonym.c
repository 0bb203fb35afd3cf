/* Towns of one name: the one whose country the article is about; of two in one country the one nearer to the other towns. */
#include <math.h>
#include <stdlib.h>

#include "place/place.h"

typedef struct choice {
    uint32_t row;
    wq_str country;
    double lat, lon;
} choice;

enum { MOST = 16 };

static double number(wq_str s)
{
    return s.n ? strtod(s.p, NULL) : 0; /* cells are NUL-terminated */
}

static uint32_t choices_of(const lexicon *lex, wq_str key, choice out[MOST])
{
    uint32_t n, found = 0;
    const lex_entry *e = lex_find(lex, key, &n);
    for (uint32_t i = 0; i < n && found < MOST; i++)
        if (e[i].table == LEX_CITY)
            out[found++] = (choice){ e[i].row, lex_cell(lex, LEX_CITY, e[i].row, "country"),
                                     number(lex_cell(lex, LEX_CITY, e[i].row, "lat")),
                                     number(lex_cell(lex, LEX_CITY, e[i].row, "lon")) };
    return found;
}

/* Degrees to the nearest other town of the list; longitude shrinks towards the poles. */
static double nearness(const place_list *list, const place_mention *self, const choice *c)
{
    enum { REACH = 200 };
    double best = HUGE_VAL;
    for (uint32_t i = 0; i < list->n && i < REACH; i++) {
        const place_mention *m = &list->v[i];
        if (!m->geonames || m->homonym || m == self || str_eq(m->name, self->name))
            continue;
        double y = m->lat - c->lat, x = (m->lon - c->lon) * cos(c->lat * 3.14159 / 180);
        double d = sqrt(x * x + y * y);
        best = d < best ? d : best;
    }
    return best;
}

static bool is_better(const place_list *list, const place_mention *m,
                      const place_countries *of, const choice *a, const choice *b)
{
    uint32_t x = of->weight(of->ctx, a->country), y = of->weight(of->ctx, b->country);
    if (x != y)
        return x > y;
    return x > 0 && str_eq(a->country, b->country) &&
           2 * nearness(list, m, a) < nearness(list, m, b);
}

/* `v` has room for one more: a town of ours that GeoNames lacks. */
static void choose(const lexicon *lex, const place_list *list, const place_countries *of,
                   place_mention *m, choice *v, uint32_t n)
{
    uint32_t now = 0;
    while (now < n &&
           (uint32_t)number(lex_cell(lex, LEX_CITY, v[now].row, "id")) != m->geonames)
        now++;
    if (now == n)
        v[n++] = (choice){ UINT32_MAX, m->country, m->lat, m->lon };
    uint32_t best = now;
    for (uint32_t i = 0; i < n; i++)
        if (is_better(list, m, of, &v[i], &v[best]))
            best = i;
    if (best == now)
        return;
    m->country = v[best].country;
    m->rank = PLACE_TOWN;
    m->geonames = (uint32_t)number(lex_cell(lex, LEX_CITY, v[best].row, "id"));
    m->lat = v[best].lat;
    m->lon = v[best].lon;
}

void place_settle(const lexicon *lex, arena *a, const text_part *part, place_list *list,
                  const place_countries *of)
{
    choice v[MOST + 1];
    for (uint32_t i = 0; i < list->n; i++) {
        place_mention *m = &list->v[i];
        if (!m->homonym)
            continue;
        wq_str key = lex_key(a, text_slice_bare(part, m->first, m->last, m->clitics));
        choose(lex, list, of, m, v, choices_of(lex, key, v));
    }
}
