/* ICEWS: tab-separated with a header, 20 columns; a row is a pair of actors in a story. */
#include "export/export.h"

static const char header[] =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO "
    "Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\t"
    "Publisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";

void icews_begin(exporting *x)
{
    buf_str(&x->out, str_of(header));
}

/* Sectors in words, parted by commas. */
static wq_str sectors_in_words(exporting *x, const x_actor *a)
{
    buf b = { 0 };
    wq_str rest = a->sectors.n ? a->sectors : a->sector, one;
    while (rest.n && str_next(&rest, '|', &one)) {
        int64_t row = lex_row_by_id(x->lex, LEX_CODE, one);
        wq_str word = row < 0 ? one : lex_cell(x->lex, LEX_CODE, (uint32_t)row, "english");
        for (size_t i = 0; i < word.n; i++) /* "former officials, elites" is one sector */
            if (i == 0 && b.n)
                buf_printf(&b, ",%c", word.p[i]);
            else
                buf_char(&b, word.p[i] == ',' ? '/' : word.p[i]);
    }
    wq_str text = arena_str(&x->mem, b.p, b.n);
    buf_fini(&b);
    return text;
}

static void put_actor(exporting *x, tab_line *l, const x_actor *a)
{
    tab(l, a ? export_name(a) : STR(""));
    tab(l, a ? sectors_in_words(x, a) : STR(""));
    wq_str country = a ? export_country_name(x, a->country) : STR("");
    tab(l, country.n || !a ? country : a->country);
}

static void put_place(exporting *x, tab_line *l, const x_event *e)
{
    tab(l, e->geonames ? e->place : STR(""));
    tab(l, STR(""));
    tab(l, STR(""));
    tab(l, export_country_name(x, e->place_country));
    tab_point(l, e->placed, e->lat, e->lon);
}

static void row(exporting *x, const x_event *e, const x_actor *source,
                const x_actor *target, uint32_t nth)
{
    x_code code = export_code(x, e);
    const x_mention *m = &e->mention[0];
    tab_line l = { .out = &x->out, .none = "NA" };
    tab(&l, nth ? arena_printf(&x->mem, "%.*s.%u", STR_ARG(e->id), nth + 1) : e->id);
    tab(&l, export_day(e));
    put_actor(x, &l, source);
    tab(&l, code.label);
    tab(&l, code.cameo);
    tab_real(&l, code.goldstein);
    put_actor(x, &l, target);
    tab(&l, m->document);
    tab_int(&l, m->sentence + 1);
    tab(&l, m->outlet);
    put_place(x, &l, e);
    tab_end(&l);
}

void icews_event(exporting *x, const x_event *e)
{
    if (e->plover.n)
        export_pairs(x, e, row);
}
