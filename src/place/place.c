#include "place/place.h"

#include <stdlib.h>

#include "lexicon/word.h"
#include "morph/morph.h"
#include "script/fold.h"
#include "script/letters.h"
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

/* Letters of Persian, Urdu and Kurdish, all beyond the Arabic block's U+0670. */
static bool is_arabic(wq_str name)
{
    for (size_t i = 0; i + 1 < name.n; i++) {
        unsigned char c = (unsigned char)name.p[i], next = (unsigned char)name.p[i + 1];
        if (c == 0xda || c == 0xdb || (c == 0xd9 && next > 0xb0))
            return false;
    }
    return true;
}

/* GeoNames lists Persian and Kurdish spellings with the Arabic ones: the one that the text has; p == NULL where it is none
 * of Arabic.                                                                                                         */
static wq_str variant_as_written(wq_str names, wq_str key)
{
    char folded[256];
    for (wq_str one; names.n && str_next(&names, '|', &one);)
        if (one.n * FOLD_GROWTH <= sizeof folded && is_arabic(one) &&
            str_eq(key, (wq_str){ folded, fold_into(one, FOLD_FULL, folded) }))
            return one;
    return (wq_str){ NULL, 0 };
}

static wq_str first_variant(wq_str names)
{
    wq_str name = names;
    str_next(&names, '|', &name);
    return name;
}

static void fill_city(const lexicon *lex, uint32_t row, wq_str key, place_mention *m)
{
    wq_str names = lex_cell(lex, LEX_CITY, row, "names"),
           name = variant_as_written(names, key);
    m->name = name.p ? name : first_variant(names);
    m->country = lex_cell(lex, LEX_CITY, row, "country");
    m->geonames = (uint32_t)number(lex_cell(lex, LEX_CITY, row, "id"));
    m->lat = number(lex_cell(lex, LEX_CITY, row, "lat"));
    m->lon = number(lex_cell(lex, LEX_CITY, row, "lon"));
    m->rank = PLACE_TOWN;
}

static void fill_place(const lexicon *lex, uint32_t row, place_mention *m)
{
    m->name = lex_cell(lex, LEX_PLACE, row, "name");
    m->country = lex_cell(lex, LEX_PLACE, row, "country");
    m->geonames = (uint32_t)number(lex_cell(lex, LEX_PLACE, row, "geonames"));
    m->lat = number(lex_cell(lex, LEX_PLACE, row, "lat"));
    m->lon = number(lex_cell(lex, LEX_PLACE, row, "lon"));
    wq_str kind = lex_cell(lex, LEX_PLACE, row, "kind");
    m->rank = str_eq(kind, STR("region"))     ? PLACE_REGION
              : str_eq(kind, STR("building")) ? PLACE_BUILDING
                                              : PLACE_TOWN;
}

static void fill_metonym(const lexicon *lex, arena *a, uint32_t row, place_mention *m)
{
    m->name = lex_cell(lex, LEX_METONYM, row, "name");
    m->country = lex_cell(lex, LEX_METONYM, row, "country");
    m->rank = str_eq(lex_cell(lex, LEX_METONYM, row, "kind"), STR("capital"))
                  ? PLACE_CAPITAL
                  : PLACE_BUILDING;
    locate(lex, a, m);
}

static void fill_country(const lexicon *lex, uint32_t row, place_mention *m)
{
    m->name = lex_cell(lex, LEX_COUNTRY, row, "name");
    m->country = lex_cell(lex, LEX_COUNTRY, row, "top");
    m->rank = PLACE_COUNTRY;
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

#define TABLES_OF_PLACES \
    (LEX_BIT(LEX_CITY) | LEX_BIT(LEX_PLACE) | LEX_BIT(LEX_METONYM) | LEX_BIT(LEX_COUNTRY))

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

/* ---- names that are words, too ---- */

enum { NO_PLACE, WEAK, STRONG };

/* What the readings of a single word with these proclitics say against its being a town. */
typedef struct rivals {
    bool particle; /* of the closed class, or a finite verb: hardly ever a town */
    bool word;     /* a noun of our tables, somebody's name */
    bool stem;     /* of the dictionary */
    bool whole; /* the word with its letters, where the town is what a proclitic leaves */
} rivals;

static bool is_own_entry(const lex_entry *e)
{
    return e->table == LEX_CITY || e->table == LEX_PLACE || e->table == LEX_METONYM ||
           e->table == LEX_PATTERN || (e->table == LEX_COUNTRY && e->form == LEX_NAME);
}

static bool is_particle(const lexicon *lex, const lex_entry *e)
{
    wq_str kind = lex_cell(lex, LEX_FUNCTION, e->row, "kind");
    return !str_starts(kind, STR("np_")) || str_eq(kind, STR("np_modifier"));
}

static void weigh(const lexicon *lex, const morph_analysis *m, uint16_t clitics, rivals *r)
{
    const lex_entry *e = &m->entry;
    bool plain = (m->clitics & ~(unsigned)MORPH_AL) == clitics;
    if (is_own_entry(e))
        return;
    r->whole |= clitics && !(m->clitics & clitics & ~(unsigned)MORPH_AL);
    if (e->table == LEX_STEM)
        r->stem |= plain && !(e->feats & LEX_F_NISBA);
    else if (e->table == LEX_FUNCTION)
        r->particle |= is_particle(lex, e) && (plain || !(m->clitics & MORPH_PRONOUN));
    else if (e->table == LEX_VERB && e->form == LEX_VERBFORM)
        r->particle |= plain;
    else
        r->word |= plain;
}

/* The word without its article and `tail` bytes of its end, in a table of common words. */
static bool has_stem(const lexicon *lex, const text_token *t, size_t tail)
{
    uint32_t n;
    wq_str form = t->form;
    if (str_starts(form, STR(AR_AL)))
        form = str_sub(form, 4, form.n);
    else if (tail == 0)
        return false;
    const lex_entry *e =
        form.n > tail + 4 ? lex_find(lex, str_sub(form, 0, form.n - tail), &n) : NULL;
    for (uint32_t i = 0; e && i < n; i++)
        if (tail ? e[i].table == LEX_STEM || e[i].table == LEX_NOUN
                 : e[i].table == LEX_FUNCTION)
            return true;
    return false;
}

/* The dictionary has the masculine alone, and no pronouns: كبير for كبيرة, حديث for حديثه. */
static rivals spelling(const lexicon *lex, const text_token *t)
{
    rivals r = { 0 };
    if (str_ends(t->norm, STR(AR_TEH_MARBUTA)))
        r.stem = has_stem(lex, t, 2);
    else if (str_ends(t->norm, STR(AR_HEH)))
        r.particle = has_stem(lex, t, 2);
    r.particle |= has_stem(lex, t, 0); /* "the city" */
    return r;
}

static rivals find_rivals(const lexicon *lex, const text_token *t, uint16_t clitics)
{
    rivals r = spelling(lex, t);
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++)
        weigh(lex, &t->morph->v[i], clitics, &r);
    return r;
}

static int strength_of_own(const lexicon *lex, const rivals *r, uint32_t row,
                           const text_token *t)
{
    wq_str kind = lex_cell(lex, LEX_PLACE, row, "kind");
    if (str_eq(kind, STR("word")))
        return WEAK;
    if (str_eq(kind, STR("region")))
        return r->particle || r->word || r->whole ? WEAK : STRONG;
    if (str_eq(kind, STR("city")))
        return str_starts(t->form, STR(AR_LAM AR_LAM)) ? WEAK : STRONG; /* "to the" */
    return r->particle || r->word || r->stem || r->whole ? WEAK : STRONG;
}

/* Towns of GeoNames go by their size where they are words of the language. */
static int strength_of_town(const lexicon *lex, const rivals *r, uint32_t row,
                            uint16_t clitics)
{
    enum { HUGE_TOWN = 1000000, LARGE = 300000, KNOWN = 100000 };
    if (r->particle || r->whole)
        return NO_PLACE;
    double people = number(lex_cell(lex, LEX_CITY, row, "population"));
    if ((clitics & MORPH_PREPOSITION) && people < KNOWN)
        return NO_PLACE;
    if (r->word || (r->stem && people < KNOWN))
        return people < KNOWN ? NO_PLACE : WEAK;
    /* with a letter taken off it may be somebody's name: ب with Latur, Blatter */
    bool torn = (clitics & MORPH_PREPOSITION) && people < HUGE_TOWN;
    return torn || (r->stem && people < LARGE) ? WEAK : STRONG;
}

/* "the white lands" (الأراضي البيضاء): shaped like a feminine adjective, with the article behind a word with it. */
static bool is_adjective(const text_part *part, uint32_t at)
{
    const text_token *t = &part->token[at];
    bool she = str_ends(t->form, STR(AR_HEH)) || str_ends(t->form, STR(AR_ALEF AR_HAMZA));
    return she && at > 0 && str_starts(t->form, STR(AR_AL)) &&
           str_starts(t[-1].form, STR(AR_AL));
}

/* How much evidence a name needs. */
static int strength(const lexicon *lex, arena *a, const text_part *part, uint32_t first,
                    const match_hit *hit, const lex_entry *found)
{
    const text_token *t = &part->token[first];
    if (hit->tokens > 1 || (found->table != LEX_CITY && found->table != LEX_PLACE))
        return STRONG;
    rivals r = find_rivals(lex, t, hit->clitics);
    if (found->table == LEX_PLACE) {
        int how = strength_of_own(lex, &r, found->row, t);
        return how == WEAK && is_adjective(part, first) ? NO_PLACE : how;
    }
    int how = strength_of_town(lex, &r, found->row, hit->clitics);
    if (how == NO_PLACE || text_has_mark(part, t, STR(AR_FATHATAN)))
        return NO_PLACE;
    wq_str key = lex_key(a, text_slice_bare(part, first, first + 1, hit->clitics));
    wq_str names = lex_cell(lex, LEX_CITY, found->row, "names");
    return key.n < 6 || !variant_as_written(names, key).p ? NO_PLACE : how;
}

static void fill(const lexicon *lex, arena *a, const text_part *part, const lex_entry *e,
                 place_mention *m)
{
    switch (e->table) {
    case LEX_CITY:
        fill_city(lex, e->row,
                  lex_key(a, text_slice_bare(part, m->first, m->last, m->clitics)), m);
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

/* Another town of GeoNames; beside a capital or a town of ours one of another country, for it may stand there itself. */
static bool has_homonym(const lexicon *lex, const lex_entry *best, wq_str country,
                        const lex_entry *e, uint32_t n)
{
    bool geonames = best->table == LEX_CITY;
    for (uint32_t i = 0; i < n && best->table != LEX_COUNTRY; i++)
        if (e[i].table == LEX_CITY &&
            (geonames ? e[i].row != best->row
                      : !str_eq(lex_cell(lex, LEX_CITY, e[i].row, "country"), country)))
            return true;
    return false;
}

/* The best reading of the longest phrase at token `at` that is a place. */
static bool place_at(const lexicon *lex, arena *a, const text_part *part, uint32_t at,
                     place_mention *m)
{
    match_hit room[MATCH_MAX];
    uint32_t n;
    const match_hit *hit = match_list(lex, part, at, room, &n);
    for (uint32_t h = 0; h < n; h++) {
        if (match_is_function(lex, &hit[h], STR("np_no_name")))
            return false; /* "birthplace", which begins like Muscat */
        const lex_entry *best = hit[h].tables & TABLES_OF_PLACES
                                    ? best_place(lex, hit[h].entry, hit[h].n)
                                    : NULL;
        int how = best ? strength(lex, a, part, at, &hit[h], best) : NO_PLACE;
        if (how == NO_PLACE || (hit[h].tokens == 1 && (hit[h].clitics & MORPH_WA) &&
                                morph_is_one_more_adjective(part, at)))
            continue;
        *m = (place_mention){ .first = at,
                              .last = at + hit[h].tokens,
                              .clitics = hit[h].clitics };
        m->weak = how == WEAK;
        fill(lex, a, part, best, m);
        m->homonym = has_homonym(lex, best, m->country, hit[h].entry, hit[h].n);
        return true;
    }
    return false;
}

/* The first capital that the table has for a country. */
static int64_t capital_of(const lexicon *lex, wq_str country)
{
    for (uint32_t row = 0; row < lex_rows(lex, LEX_METONYM); row++)
        if (str_eq(lex_cell(lex, LEX_METONYM, row, "country"), country) &&
            str_eq(lex_cell(lex, LEX_METONYM, row, "kind"), STR("capital")))
            return row;
    return -1;
}

static bool is_word_for_capital(const lexicon *lex, const text_token *t)
{
    const morph_analysis *m =
        morph_may_be(t, STR("transparent")) ? morph_as(t, LEX_FUNCTION, -1) : NULL;
    return m && str_eq(lex_cell(lex, LEX_FUNCTION, m->entry.row, "value"), STR("capital"));
}

/* "العاصمة الروسية": a capital by its country. */
static bool capital_at(const lexicon *lex, arena *a, const text_part *part, uint32_t at,
                       place_mention *m)
{
    if (!is_word_for_capital(lex, &part->token[at]))
        return false;
    const morph_analysis *nisba = morph_as(&part->token[at + 1], LEX_COUNTRY, LEX_NISBA);
    if (!nisba || !(nisba->clitics & MORPH_AL))
        return false;
    int64_t row = capital_of(lex, lex_cell(lex, LEX_COUNTRY, nisba->entry.row, "id"));
    if (at + 2 < part->n_tokens && place_at(lex, a, part, at + 2, m) && !m->clitics)
        return true; /* named behind it */
    if (row < 0)
        return false;
    *m =
        (place_mention){ .first = at,
                         .last = at + 2,
                         .clitics = morph_as(&part->token[at], LEX_FUNCTION, -1)->clitics };
    m->clitics &= (uint16_t)~MORPH_AL;
    fill_metonym(lex, a, (uint32_t)row, m);
    return true;
}

/* Is the word of this kind in morph/function.tsv?  Its analysis, or NULL. */
static const morph_analysis *function_of(const lexicon *lex, const text_token *t,
                                         wq_str kind)
{
    for (uint32_t i = 0; morph_may_be(t, kind) && i < t->morph->n; i++)
        if (t->morph->v[i].entry.table == LEX_FUNCTION &&
            str_eq(lex_cell(lex, LEX_FUNCTION, t->morph->v[i].entry.row, "kind"), kind))
            return &t->morph->v[i];
    return NULL;
}

/* "إلى سورية": a state in the spelling of its nationality, which a preposition governs. */
static bool state_at(const lexicon *lex, const text_part *part, uint32_t at,
                     place_mention *m)
{
    const morph_analysis *name = function_of(lex, &part->token[at], STR("np_state_nisba"));
    if (!name || (name->clitics & MORPH_AL))
        return false;
    bool tied =
        (name->clitics & MORPH_PREPOSITION) ||
        (at > 0 && !name->clitics && function_of(lex, &part->token[at - 1], STR("prep")));
    int64_t row = lex_row_by_id(lex, LEX_COUNTRY,
                                lex_cell(lex, LEX_FUNCTION, name->entry.row, "value"));
    if (!tied || row < 0)
        return false;
    *m = (place_mention){ .first = at, .last = at + 1, .clitics = name->clitics };
    fill_country(lex, (uint32_t)row, m);
    return true;
}

/* "في مدن إيرانية", "المناطق السورية": lands of a state by its nationality, which agrees with them. */
static bool lands_at(const lexicon *lex, const text_part *part, uint32_t at,
                     place_mention *m)
{
    const morph_analysis *word = function_of(lex, &part->token[at], STR("lands"));
    if (!word || (word->clitics & MORPH_PRONOUN))
        return false;
    const morph_analysis *nisba = morph_as(&part->token[at + 1], LEX_COUNTRY, LEX_NISBA);
    if (!nisba || (nisba->clitics & ~(unsigned)MORPH_AL) ||
        str_eq(lex_cell(lex, LEX_FUNCTION, word->entry.row, "value"), STR("the")) !=
            ((nisba->clitics & MORPH_AL) != 0))
        return false;
    *m = (place_mention){ .first = at, .last = at + 2, .clitics = word->clitics };
    fill_country(lex, nisba->entry.row, m);
    return true;
}

/* Of most tokens their tables tell that nothing of these is there. */
static bool find_at(const lexicon *lex, arena *a, const text_part *part, uint32_t at,
                    place_mention *m)
{
    const text_token *t = &part->token[at];
    const uint32_t country = LEX_BIT(LEX_COUNTRY);
    bool state = morph_is_any(t, country); /* the nationality's feminine is spelt like it */
    bool nation = at + 1 < part->n_tokens && morph_is_any(t + 1, country);
    return (nation && capital_at(lex, a, part, at, m)) ||
           (match_may_be(t, TABLES_OF_PLACES) && place_at(lex, a, part, at, m)) ||
           (state && state_at(lex, part, at, m)) || (nation && lands_at(lex, part, at, m));
}

/* "in", "in the middle of", "west of". */
static bool leads_into(const lexicon *lex, const text_token *t)
{
    if (function_of(lex, t, STR("np_where")))
        return true;
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (!m->clitics && m->entry.table == LEX_NOUN &&
            str_eq(lex_cell(lex, LEX_NOUN, m->entry.row, "kind"), STR("direction")))
            return true;
        if (!m->clitics && m->entry.table == LEX_FUNCTION &&
            str_eq(lex_cell(lex, LEX_FUNCTION, m->entry.row, "kind"), STR("prep")) &&
            str_eq(lex_cell(lex, LEX_FUNCTION, m->entry.row, "value"), STR("fawq")))
            return true;
    }
    return false;
}

/* "the area of Aqaba in Jawf (العقبة بالجوف)", "the quarter of Mansoura in the middle of Aden": behind "area of" and before a region or
 * town of another country that it is in, a town that only shares its name with ours.                                   */
static bool is_namesake(const lexicon *lex, const text_part *part,
                        const place_mention *town, const place_mention *in)
{
    bool there = (in->first == town->last && (in->clitics & MORPH_BI)) ||
                 (in->first == town->last + 1 && !in->clitics &&
                  leads_into(lex, &part->token[town->last]));
    return town->rank == PLACE_TOWN && in->rank != PLACE_COUNTRY && there &&
           in->country.n && town->country.n && !str_eq(in->country, town->country) &&
           town->first > 0 &&
           morph_may_be(&part->token[town->first - 1], STR("transparent"));
}

static void tell_namesakes(const lexicon *lex, const text_part *part, place_mention *v,
                           uint32_t n)
{
    for (uint32_t i = 0; i + 1 < n; i++)
        if (is_namesake(lex, part, &v[i], &v[i + 1])) {
            v[i].country = v[i + 1].country;
            v[i].geonames = 0;
            v[i].lat = v[i].lon = 0;
            v[i].homonym = false;
        }
}

void place_find(const lexicon *lex, arena *a, const text_part *part, place_list *out)
{
    VEC(place_mention) list = { 0 };
    for (uint32_t i = 0; i < part->n_tokens;) {
        place_mention m;
        bool found = find_at(lex, a, part, i, &m);
        if (found)
            *vec_push(a, &list) = m;
        i = found ? m.last : i + 1;
    }
    tell_namesakes(lex, part, list.v, (uint32_t)list.n);
    *out = (place_list){ list.v, (uint32_t)list.n };
}
