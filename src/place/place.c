#include "place/place.h"

#include <stdlib.h>

#include "lexicon/word.h"
#include "morph/morph.h"
#include "text/match.h"

static double number(wq_str s)
{
    return s.n ? strtod(s.p, NULL) : 0; /* cells are NUL-terminated */
}

/* GeoNames' row for a capital or town of our own: same name, same country, most people. */
static void locate(const lexicon *lex, arena *a, place_mention *m)
{
    uint32_t n;
    const lex_entry *e = lex_find(lex, lex_key(a, m->name), &n);
    double most = -1;
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table != LEX_CITY ||
            !str_eq(lex_cell(lex, LEX_CITY, e[i].row, "country"), m->country))
            continue;
        double people = number(lex_cell(lex, LEX_CITY, e[i].row, "population"));
        if (people <= most)
            continue;
        most = people;
        m->geonames = (uint32_t)number(lex_cell(lex, LEX_CITY, e[i].row, "id"));
        m->lat = number(lex_cell(lex, LEX_CITY, e[i].row, "lat"));
        m->lon = number(lex_cell(lex, LEX_CITY, e[i].row, "lon"));
    }
}

static wq_str first_variant(wq_str names)
{
    wq_str name = names;
    str_next(&names, '|', &name);
    return name;
}

static void fill_city(const lexicon *lex, uint32_t row, place_mention *m)
{
    m->name = first_variant(lex_cell(lex, LEX_CITY, row, "names"));
    m->country = lex_cell(lex, LEX_CITY, row, "country");
    m->geonames = (uint32_t)number(lex_cell(lex, LEX_CITY, row, "id"));
    m->lat = number(lex_cell(lex, LEX_CITY, row, "lat"));
    m->lon = number(lex_cell(lex, LEX_CITY, row, "lon"));
    m->rank = 3;
}

static void fill_place(const lexicon *lex, uint32_t row, place_mention *m)
{
    m->name = lex_cell(lex, LEX_PLACE, row, "name");
    m->country = lex_cell(lex, LEX_PLACE, row, "country");
    m->geonames = (uint32_t)number(lex_cell(lex, LEX_PLACE, row, "geonames"));
    m->lat = number(lex_cell(lex, LEX_PLACE, row, "lat"));
    m->lon = number(lex_cell(lex, LEX_PLACE, row, "lon"));
    wq_str kind = lex_cell(lex, LEX_PLACE, row, "kind");
    m->rank = str_eq(kind, STR("region")) ? 1 : str_eq(kind, STR("building")) ? 4 : 3;
}

static void fill_metonym(const lexicon *lex, arena *a, uint32_t row, place_mention *m)
{
    m->name = lex_cell(lex, LEX_METONYM, row, "name");
    m->country = lex_cell(lex, LEX_METONYM, row, "country");
    m->rank = str_eq(lex_cell(lex, LEX_METONYM, row, "kind"), STR("capital")) ? 2 : 4;
    locate(lex, a, m);
}

static void fill_country(const lexicon *lex, uint32_t row, place_mention *m)
{
    m->name = lex_cell(lex, LEX_COUNTRY, row, "name");
    m->country = lex_cell(lex, LEX_COUNTRY, row, "top");
    m->rank = 0;
}

/* What our own tables say comes before GeoNames; there the most populous town. */
static int preference(const lexicon *lex, const lex_entry *e)
{
    switch (e->table) {
    case LEX_PLACE:
        return 1 << 30;
    case LEX_METONYM:
        return (1 << 30) - 1;
    case LEX_COUNTRY:
        return (1 << 30) - 2;
    default:
        return (int)number(lex_cell(lex, LEX_CITY, e->row, "population"));
    }
}

static const lex_entry *best_place(const lexicon *lex, const lex_entry *e, uint32_t n)
{
    const lex_entry *best = NULL;
    for (uint32_t i = 0; i < n; i++) {
        bool place = e[i].table == LEX_CITY || e[i].table == LEX_PLACE ||
                     (e[i].table == LEX_METONYM && e[i].form == LEX_NAME) ||
                     (e[i].table == LEX_COUNTRY && e[i].form == LEX_NAME);
        if (place && (!best || preference(lex, &e[i]) > preference(lex, best)))
            best = &e[i];
    }
    return best;
}

/* A town whose name is a word of the language, or somebody's name, needs evidence around it. */
static bool is_weak(const text_part *part, uint32_t first, uint32_t last,
                    const lex_entry *found, const lex_entry *all, uint32_t n)
{
    if (found->table != LEX_CITY)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (all[i].table != LEX_CITY && all[i].table != LEX_STEM)
            return true;
    return last - first == 1 && part->token[first].morph && part->token[first].morph->known;
}

static void fill(const lexicon *lex, arena *a, const lex_entry *e, place_mention *m)
{
    switch (e->table) {
    case LEX_CITY:
        fill_city(lex, e->row, m);
        break;
    case LEX_PLACE:
        fill_place(lex, e->row, m);
        break;
    case LEX_METONYM:
        fill_metonym(lex, a, e->row, m);
        break;
    default:
        fill_country(lex, e->row, m);
    }
}

void place_find(const lexicon *lex, arena *a, const text_part *part, place_list *out)
{
    VEC(place_mention) list = { 0 };
    for (uint32_t i = 0; i < part->n_tokens;) {
        match_hit hit[MATCH_MAX];
        uint32_t n = match_at(lex, part, i, hit, MATCH_MAX);
        const lex_entry *best = NULL;
        place_mention m = { .first = i };
        for (uint32_t h = 0; h < n && !best; h++) {
            best = best_place(lex, hit[h].entry, hit[h].n);
            if (!best)
                continue;
            m.last = hit[h].last;
            m.clitics = hit[h].clitics;
            m.weak = is_weak(part, i, m.last, best, hit[h].entry, hit[h].n);
        }
        if (best) {
            fill(lex, a, best, &m);
            *vec_push(a, &list) = m;
        }
        i = best ? m.last : i + 1;
    }
    *out = (place_list){ list.v, list.n };
}
