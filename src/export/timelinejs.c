/* TimelineJS JSON: dated events as slides.  Its texts are HTML. */
#include "export/export.h"

void timelinejs_begin(exporting *x)
{
    buf_str(&x->out, STR("{\"scale\":\"human\",\"events\":["));
}

void timelinejs_end(exporting *x)
{
    buf_str(&x->out, STR("\n]}\n"));
}

static int number(wq_str s, size_t at, size_t n)
{
    int v = 0;
    for (size_t i = at; i < at + n; i++)
        v = v * 10 + (s.p[i] - '0');
    return v;
}

/* As much of a day as was said: the year, the month, or all. */
static void put_date(buf *b, const char *key, wq_str day, size_t precision)
{
    json_key(b, key);
    json_open(b, '{');
    json_key_int(b, "year", number(day, 0, 4));
    if (precision >= 7)
        json_key_int(b, "month", number(day, 5, 2));
    if (precision >= 10)
        json_key_int(b, "day", number(day, 8, 2));
    json_close(b, '}');
}

static void put_html(exporting *x, const char *key, wq_str text)
{
    buf html = { 0 };
    buf_str(&html, STR("<span dir=\"auto\" lang=\"ar\">"));
    export_xml(&html, text);
    buf_str(&html, STR("</span>"));
    json_key_str(&x->out, key, (wq_str){ html.p, html.n });
    x->out.failed = x->out.failed || html.failed;
    buf_fini(&html);
}

/* "2020" 4, "2020-09" 7, everything else is known by its days. */
static size_t precision_of(wq_str date)
{
    bool week = date.n > 5 && date.p[5] == 'W';
    return date.n == 4 || (date.n == 7 && !week) ? date.n : 10;
}

void timelinejs_event(exporting *x, const x_event *e)
{
    buf *b = &x->out;
    size_t precision = precision_of(e->date);
    if (e->first.n != 10)
        return; /* a time line has no place for it */
    export_comma(x);
    json_open(b, '{');
    put_date(b, "start_date", e->first, precision);
    if (precision == 10 && e->last.n == 10 && !str_eq(e->first, e->last))
        put_date(b, "end_date", e->last, precision);
    json_key(b, "text");
    json_open(b, '{');
    put_html(x, "headline", export_headline(x, e));
    put_html(x, "text", e->mention[0].evidence.text);
    json_close(b, '}');
    json_key_str(b, "group", e->type);
    json_key_str(b, "unique_id", e->id);
    json_close(b, '}');
}
