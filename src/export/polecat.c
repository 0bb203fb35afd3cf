/* POLECAT: tab-separated, 40 columns, missing cells "None", several values parted by ';'. */
#include "export/export.h"

static const char header[] =
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor "
    "Name\t"
    "Actor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor "
    "Name Raw\t"
    "Wikipedia Actor ID\tRecipient Name\tRecipient Country\tRecipient COW\t"
    "Primary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\t"
    "Wikipedia Recipient "
    "ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\t"
    "GeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\t"
    "Story Organizations\tStory Locations\tLanguage\tVersion\n";

void polecat_begin(exporting *x)
{
    buf_str(&x->out, str_of(header));
}

/* ---- cells of several values ----------------------------------------------------------------------- */

typedef wq_str pick(const exporting *x, const x_actor *a);

static wq_str pick_name(const exporting *x, const x_actor *a)
{
    (void)x;
    return export_name(a);
}

static wq_str pick_country(const exporting *x, const x_actor *a)
{
    (void)x;
    return a->country;
}

static wq_str pick_cow(const exporting *x, const x_actor *a)
{
    return export_country(x, a->country, "cow");
}

static wq_str pick_sector(const exporting *x, const x_actor *a)
{
    (void)x;
    return a->sector;
}

static wq_str pick_title(const exporting *x, const x_actor *a)
{
    (void)x;
    return a->role;
}

static wq_str pick_raw(const exporting *x, const x_actor *a)
{
    (void)x;
    return a->text;
}

/* A value must not hold what parts values. */
static void add_value(buf *b, wq_str value)
{
    for (size_t i = 0; i < value.n; i++)
        buf_char(b, value.p[i] == ';' || value.p[i] == '|' ? ',' : value.p[i]);
}

static void put_side(exporting *x, tab_line *l, const x_actor *v, uint32_t n, pick *of)
{
    buf b = { 0 };
    for (uint32_t i = 0; i < n; i++) {
        wq_str value = of(x, &v[i]);
        if (value.n == 0)
            continue;
        if (b.n)
            buf_char(&b, ';');
        add_value(&b, value);
    }
    tab(l, (wq_str){ b.p, b.n });
    x->out.failed = x->out.failed || b.failed;
    buf_fini(&b);
}

/* All sectors of all, each once. */
static void put_sectors(exporting *x, tab_line *l, const x_actor *v, uint32_t n)
{
    buf b = { 0 };
    for (uint32_t i = 0; i < n; i++) {
        wq_str rest = v[i].sectors.n ? v[i].sectors : v[i].sector, one;
        while (rest.n && str_next(&rest, '|', &one))
            if (one.n && str_find((wq_str){ b.p, b.n }, one) < 0)
                buf_printf(&b, "%s%.*s", b.n ? ";" : "", STR_ARG(one));
    }
    tab(l, (wq_str){ b.p, b.n });
    x->out.failed = x->out.failed || b.failed;
    buf_fini(&b);
}

static void put_joined(exporting *x, tab_line *l, wq_str joined)
{
    char *p = arena_alloc(&x->mem, joined.n + 1);
    for (size_t i = 0; i < joined.n; i++)
        p[i] = joined.p[i] == JOIN ? ';' : joined.p[i];
    tab(l, (wq_str){ p, joined.n });
}

static void put_party(exporting *x, tab_line *l, const x_actor *v, uint32_t n)
{
    put_side(x, l, v, n, pick_name);
    put_side(x, l, v, n, pick_country);
    put_side(x, l, v, n, pick_cow);
    put_side(x, l, v, n, pick_sector);
    put_sectors(x, l, v, n);
    put_side(x, l, v, n, pick_title);
    put_side(x, l, v, n, pick_raw);
    tab(l, STR("")); /* Wikipedia */
}

static void put_place(exporting *x, tab_line *l, const x_event *e)
{
    tab(l, e->place);
    tab(l, STR("")); /* city, district, province: the record has none */
    tab(l, STR(""));
    tab(l, STR(""));
    tab(l, e->place_country);
    tab_point(l, e->placed, e->lat, e->lon);
    tab(l, e->geonames ? arena_printf(&x->mem, "%lld", (long long)e->geonames) : STR(""));
    tab(l, e->mention[0].place_text);
    tab(l, STR("")); /* feature type */
}

static bool is_person(const x_actor *a)
{
    return str_eq(a->kind, STR("person")) || (!a->listed && a->role.n);
}

/* Of the event alone: a record does not keep who else is in the story. */
static void put_story(exporting *x, tab_line *l, const x_event *e, bool people)
{
    buf b = { 0 };
    for (uint32_t i = 0; i < e->n_actors + e->n_recipients; i++) {
        const x_actor *a = i < e->n_actors ? &e->actor[i] : &e->recipient[i - e->n_actors];
        if (is_person(a) != people)
            continue;
        if (b.n)
            buf_char(&b, ';');
        add_value(&b, export_name(a));
    }
    tab(l, (wq_str){ b.p, b.n });
    x->out.failed = x->out.failed || b.failed;
    buf_fini(&b);
}

void polecat_event(exporting *x, const x_event *e)
{
    static const char *const quads[] = { "", "VERBAL COOPERATION", "MATERIAL COOPERATION",
                                         "VERBAL CONFLICT", "MATERIAL CONFLICT" };
    x_code code = export_code(x, e);
    const x_mention *m = &e->mention[0];
    tab_line l = { .out = &x->out, .none = "None" };
    if (code.type.n == 0)
        return; /* nothing that PLOVER codes */
    tab(&l, arena_printf(&x->mem, "%.*s_%.*s%s%.*s", STR_ARG(e->id), STR_ARG(code.type),
                         code.mode.n ? "_" : "", STR_ARG(code.mode)));
    tab(&l, export_day(e));
    tab(&l, code.type);
    tab(&l, code.mode);
    tab_real(&l, code.score);
    tab(&l, str_of(quads[export_quad(x, code.type)]));
    put_joined(x, &l, e->contexts);
    put_party(x, &l, e->actor, e->n_actors);
    put_party(x, &l, e->recipient, e->n_recipients);
    put_place(x, &l, e);
    tab(&l, m->outlet);
    tab(&l, m->published_day);
    put_story(x, &l, e, true);
    put_story(x, &l, e, false);
    tab(&l, e->place);
    tab(&l, STR("ar"));
    tab(&l, str_of(wq_version()));
    tab_end(&l);
}
