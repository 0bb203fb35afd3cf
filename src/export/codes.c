/* Cells, codes and names that several formats share. */
#include "export/export.h"

#include <stdlib.h>

/* ---- lines of tabs ------------------------------------------------------------------------------ */

static void begin_cell(tab_line *l)
{
    if (l->begun)
        buf_char(l->out, '\t');
    l->begun = true;
}

/* No tab or line feed of a text may look like one of the format. */
void tab(tab_line *l, wq_str cell)
{
    begin_cell(l);
    cell = str_trim(cell);
    if (cell.n == 0)
        buf_str(l->out, str_of(l->none));
    for (size_t i = 0; i < cell.n; i++)
        buf_char(l->out,
                 (unsigned char)cell.p[i] < ' ' || cell.p[i] == 0x7f ? ' ' : cell.p[i]);
}

void tab_int(tab_line *l, int64_t value)
{
    begin_cell(l);
    buf_printf(l->out, "%lld", (long long)value);
}

void tab_real(tab_line *l, double value)
{
    begin_cell(l);
    buf_printf(l->out, "%.10g", value);
}

void tab_point(tab_line *l, bool known, double lat, double lon)
{
    if (known) {
        tab_real(l, lat);
        tab_real(l, lon);
    } else {
        tab(l, STR(""));
        tab(l, STR(""));
    }
}

void tab_end(tab_line *l)
{
    buf_char(l->out, '\n');
    l->begun = false;
}

/* ---- codes ------------------------------------------------------------------------------------------ */

/* By CAMEO root, as PLOVER's crosswalk and the loaders of these data have them. */
static const double goldstein[] = { 0,    0,    3.0,  4.0,  1.0,  3.5,   6.0,
                                    7.0,  5.0,  -2.0, -5.0, -2.0, -4.0,  -6.0,
                                    -6.5, -7.2, -4.0, -7.0, -9.0, -10.0, -10.0 };

static wq_str cell(const exporting *x, uint32_t row, const char *column)
{
    return lex_cell(x->lex, LEX_CODE_EVENT, row, column);
}

static void fill_code(const exporting *x, uint32_t row, x_code *c)
{
    c->cameo = cell(x, row, "cameo");
    c->label = cell(x, row, "label");
    wq_str score = cell(x, row, "score"); /* NUL-terminated in the image */
    c->score = score.n ? strtod(score.p, NULL) : c->score;
    int root = (c->cameo.p[0] - '0') * 10 + c->cameo.p[1] - '0';
    if (root > 0 && root <= 20)
        c->goldstein = goldstein[root];
    c->quad = root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}

/* What has not happened is another type to PLOVER, which knows no modes of it. */
x_code export_code(const exporting *x, const x_event *e)
{
    x_code c = { .type = e->plover };
    if (str_eq(e->plover, e->type))
        c.mode = e->mode;
    for (uint32_t i = 0; i < lex_rows(x->lex, LEX_CODE_EVENT); i++) {
        wq_str mode = cell(x, i, "mode");
        if (str_eq(cell(x, i, "type"), c.type) && (mode.n == 0 || str_eq(mode, c.mode)))
            fill_code(x, i, &c); /* the row of the type stands before those of its modes */
    }
    return c;
}

int export_quad(const exporting *x, wq_str type)
{
    int64_t row = lex_row_by_id(x->lex, LEX_TYPE, type);
    wq_str quad = row < 0 ? STR("") : lex_cell(x->lex, LEX_TYPE, (uint32_t)row, "quad");
    return quad.n == 1 && quad.p[0] >= '1' && quad.p[0] <= '4' ? quad.p[0] - '0' : 0;
}

wq_str export_country(const exporting *x, wq_str country, const char *column)
{
    int64_t row = lex_row_by_id(x->lex, LEX_CODE_COUNTRY,
                                str_eq(country, STR("KOS")) ? STR("XKX") : country);
    return row < 0 ? STR("") : lex_cell(x->lex, LEX_CODE_COUNTRY, (uint32_t)row, column);
}

wq_str export_country_name(const exporting *x, wq_str country)
{
    int64_t row = lex_row_by_id(x->lex, LEX_COUNTRY, country);
    return row < 0 ? STR("") : lex_cell(x->lex, LEX_COUNTRY, (uint32_t)row, "latin");
}

wq_str export_actor_code(exporting *x, const x_actor *a)
{
    return arena_printf(&x->mem, "%.*s%.*s", STR_ARG(a->country), STR_ARG(a->sector));
}

wq_str export_name(const x_actor *a)
{
    return a->latin.n ? a->latin : export_arabic(a);
}

wq_str export_arabic(const x_actor *a)
{
    return a->name.n ? a->name : a->text.n ? a->text : a->id;
}

/* ---- who with whom -------------------------------------------------------------------------------------- */

void export_pairs(exporting *x, const x_event *e, on_pair *call)
{
    uint32_t nth = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        for (uint32_t k = 0; k < e->n_recipients; k++)
            call(x, e, &e->actor[i], &e->recipient[k], nth++);
        for (uint32_t k = i + 1; e->n_recipients == 0 && k < e->n_actors; k++)
            call(x, e, &e->actor[i], &e->actor[k], nth++);
    }
    if (e->n_actors == 0)
        for (uint32_t k = 0; k < e->n_recipients; k++)
            call(x, e, NULL, &e->recipient[k], nth++);
    if (nth == 0)
        call(x, e, e->n_actors ? &e->actor[0] : NULL, NULL, 0);
}

static void put_side(buf *b, const x_actor *v, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            buf_str(b, STR(", "));
        buf_str(b, export_arabic(&v[i]));
    }
}

wq_str export_headline(exporting *x, const x_event *e)
{
    buf b = { 0 };
    put_side(&b, e->actor, e->n_actors);
    if (e->n_recipients)
        buf_str(&b, b.n ? STR(" > ") : STR("> "));
    put_side(&b, e->recipient, e->n_recipients);
    buf_printf(&b, "%s%.*s%s%.*s", b.n ? ": " : "", STR_ARG(e->type), e->mode.n ? "-" : "",
               STR_ARG(e->mode));
    if (!str_eq(e->status, STR("occurred")))
        buf_printf(&b, " (%.*s)", STR_ARG(e->status));
    wq_str text = arena_str(&x->mem, b.p, b.n);
    buf_fini(&b);
    return text;
}

/* A month or a week has a first day too, but nobody said that it was that one. */
wq_str export_day(const x_event *e)
{
    bool to_the_day = e->date.n >= 10 && e->date.p[4] == '-' && e->date.p[7] == '-' &&
                      e->date.p[5] != 'W' && e->first.n == 10;
    return to_the_day ? e->first : STR("");
}

void export_xml(buf *b, wq_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c == '&')
            buf_str(b, STR("&amp;"));
        else if (c == '<')
            buf_str(b, STR("&lt;"));
        else if (c == '>')
            buf_str(b, STR("&gt;"));
        else if (c == '"')
            buf_str(b, STR("&quot;"));
        else if (c >= ' ')
            buf_char(b, (char)c);
        else if (c == '\n' || c == '\t')
            buf_char(b, ' ');
    }
}

void export_comma(exporting *x)
{
    buf_str(&x->out, x->lines++ ? STR(",\n") : STR("\n"));
}
