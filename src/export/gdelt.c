/* GDELT 2.0: tab-separated without a header.  An event of several pairs is several rows, as GDELT has them.
 * Countries of actors are alpha-3, those of places FIPS 10-4.  Codes are texts: "042".                    */
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "export/export.h"

enum { ID_BITS = 53 }; /* readers take the number for a floating-point one */

static uint64_t pair_id(const x_event *e, uint32_t nth)
{
    uint64_t h = hash_bytes(HASH_SEED, e->id.p, e->id.n);
    return hash_bytes(h, &nth, sizeof nth) & (((uint64_t)1 << ID_BITS) - 1);
}

/* YYYY-MM-DD without its dashes. */
static wq_str compact(exporting *x, wq_str day)
{
    if (day.n < 10)
        return STR("");
    return arena_printf(&x->mem, "%.4s%.2s%.2s", day.p, day.p + 5, day.p + 8);
}

static wq_str first_of(wq_str list, uint32_t nth)
{
    wq_str one = STR("");
    for (uint32_t i = 0; i <= nth; i++)
        if (!list.n || !str_next(&list, '|', &one))
            return STR("");
    return one;
}

static wq_str upper(exporting *x, wq_str s)
{
    buf b = { 0 };
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        char p[4];
        unsigned len = utf8_decode(s.p + i, s.n - i, &cp);
        buf_add(&b, p, utf8_encode((uint32_t)u_toupper((UChar32)cp), p));
        i += len ? len : 1;
    }
    wq_str text = arena_str(&x->mem, b.p, b.n);
    buf_fini(&b);
    return text;
}

static bool is_group(wq_str country)
{
    static const char *const groups[] = { "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC" };
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (str_eq(country, str_of(groups[i])))
            return true;
    return false;
}

/* Ten cells: code, name, country, group, ethnicity, religions, types. */
static void put_actor(exporting *x, tab_line *l, const x_actor *a)
{
    const wq_str none = STR("");
    bool group = a && is_group(a->country);
    tab(l, a ? export_actor_code(x, a) : none);
    tab(l, a ? upper(x, export_name(a)) : none);
    tab(l, a && !group ? a->country : none);
    tab(l, group ? a->country : none);
    for (int i = 0; i < 3; i++)
        tab(l, none);
    for (uint32_t i = 0; i < 3; i++)
        tab(l, a ? first_of(a->sectors.n ? a->sectors : a->sector, i) : none);
}

/* Type, name, country, two regions, coordinates, id; the place of an actor is not known. */
static void put_geo(exporting *x, tab_line *l, const x_event *e)
{
    bool known = e && (e->place.n || e->place_country.n), placed = e && e->placed;
    tab_int(l, !known ? 0 : placed ? 4 : 1); /* 4: a town of the world, 1: a country */
    tab(l, !known       ? STR("")
           : e->place.n ? e->place
                        : export_country_name(x, e->place_country));
    tab(l, known ? export_country(x, e->place_country, "fips") : STR(""));
    tab(l, STR(""));
    tab(l, STR(""));
    tab_point(l, placed, e ? e->lat : 0, e ? e->lon : 0);
    tab(l, known && e->geonames ? arena_printf(&x->mem, "%lld", (long long)e->geonames)
                                : STR(""));
}

static void put_date(exporting *x, tab_line *l, wq_str day)
{
    static const int before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
    tab(l, compact(x, day));
    tab(l, day.n ? arena_printf(&x->mem, "%.4s%.2s", day.p, day.p + 5) : day);
    tab(l, str_sub(day, 0, 4));
    if (day.n == 0) {
        tab(l, day);
        return;
    }
    int month = (day.p[5] - '0') * 10 + day.p[6] - '0',
        of_month = (day.p[8] - '0') * 10 + day.p[9] - '0';
    double share = (before[month - 1] + of_month) / 366.0;
    tab(l, arena_printf(&x->mem, "%.4s.%04d", day.p, (int)(share * 10000)));
}

/* One report's address, or what it was saved as. */
static wq_str address(const x_mention *m)
{
    return m->url.n ? m->url : m->document;
}

static void put_action(exporting *x, tab_line *l, const x_event *e, const x_code *c)
{
    tab_int(l, 1); /* IsRootEvent */
    tab(l, c->cameo);
    tab(l, str_sub(c->cameo, 0, 3));
    tab(l, str_sub(c->cameo, 0, 2));
    tab_int(l, c->quad);
    tab_real(l, c->goldstein);
    tab_int(l, e->n_mentions);
    tab_int(l, e->outlets);
    tab_int(l, e->reports);
    tab(l, STR("")); /* tone */
    (void)x;
}

static void event_row(exporting *x, const x_event *e, const x_actor *source,
                      const x_actor *target, uint32_t nth)
{
    x_code code = export_code(x, e);
    tab_line l = { .out = &x->out, .none = "" };
    tab_int(&l, (int64_t)pair_id(e, nth));
    put_date(x, &l, export_day(e));
    put_actor(x, &l, source);
    put_actor(x, &l, target);
    put_action(x, &l, e, &code);
    put_geo(x, &l, NULL);
    put_geo(x, &l, NULL);
    put_geo(x, &l, e);
    wq_str added = compact(x, e->first_published);
    tab(&l, added.n ? arena_printf(&x->mem, "%.*s000000", STR_ARG(added)) : added);
    tab(&l, address(&e->mention[0]));
    tab_end(&l);
}

void gdelt_event(exporting *x, const x_event *e)
{
    if (e->plover.n)
        export_pairs(x, e, event_row);
}

/* ---- mentions ----------------------------------------------------------------------------------------- */

static void mention_row(exporting *x, const x_event *e, const x_mention *m, uint32_t nth)
{
    tab_line l = { .out = &x->out, .none = "" };
    wq_str day = compact(x, export_day(e)), published = compact(x, m->published_day);
    tab_int(&l, (int64_t)pair_id(e, nth));
    tab(&l, day.n ? arena_printf(&x->mem, "%.*s000000", STR_ARG(day)) : day);
    tab(&l,
        published.n ? arena_printf(&x->mem, "%.*s000000", STR_ARG(published)) : published);
    tab_int(&l, m->url.n ? 1 : 2); /* 1: on the web, 2: something else */
    tab(&l, m->outlet);
    tab(&l, address(m));
    tab_int(&l, m->sentence + 1);
    tab_int(&l, -1); /* actors: the record keeps their spans, but not one for each pair */
    tab_int(&l, -1);
    tab_int(&l, m->trigger.start);
    tab_int(&l, 1);
    tab_int(&l, (int64_t)(m->confidence * 100 + 0.5));
    tab_int(&l, m->characters);
    tab(&l, STR("")); /* tone */
    tab(&l, STR("")); /* nothing was translated */
    tab(&l, STR(""));
    tab_end(&l);
}

static void mention_rows(exporting *x, const x_event *e, const x_actor *source,
                         const x_actor *target, uint32_t nth)
{
    (void)source;
    (void)target;
    for (uint32_t i = 0; i < e->n_mentions; i++)
        mention_row(x, e, &e->mention[i], nth);
}

void gdelt_mentions(exporting *x, const x_event *e)
{
    if (e->plover.n)
        export_pairs(x, e, mention_rows);
}
