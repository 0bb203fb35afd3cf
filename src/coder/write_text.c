/* Events as CSV rows and for a terminal. */
#include <stdio.h>

#include "coder/document.h"
#include "rows/cell.h"
#include "rows/rows.h"

const char *wq_csv_header(void)
{
    return "doc,published,url,event,type,mode,plover,cameo,quad,status,actor,actor_id,"
           "actor_country,actor_sector,"
           "recipient,recipient_id,recipient_country,recipient_sector,date,date_first,date_"
           "last,place,place_country,"
           "lat,lon,attribution,confidence,evidence\n";
}

static void next(buf *b, wq_str s)
{
    buf_char(b, ',');
    csv_field(b, s, ',', false);
}

typedef wq_str pick(const wq_actor *a);

static wq_str pick_name(const wq_actor *a)
{
    return a->name.p ? a->name : a->text;
}

static wq_str pick_id(const wq_actor *a)
{
    return a->id;
}

static wq_str pick_country(const wq_actor *a)
{
    return a->country;
}

static wq_str pick_sector(const wq_actor *a)
{
    return a->sector;
}

/* One cell for all of a side, parted by semicolons. */
static void next_side(buf *b, const wq_actor *v, uint32_t n, pick *of)
{
    buf cell = { 0 };
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            buf_char(&cell, ';');
        buf_str(&cell, of(&v[i]));
    }
    next(b, (wq_str){ cell.p, cell.n });
    b->failed = b->failed || cell.failed;
    buf_fini(&cell);
}

static void side_cells(buf *b, const wq_actor *v, uint32_t n)
{
    next_side(b, v, n, pick_name);
    next_side(b, v, n, pick_id);
    next_side(b, v, n, pick_country);
    next_side(b, v, n, pick_sector);
}

static void place_cells(buf *b, const wq_place *p)
{
    next(b, p ? p->text : STR(""));
    next(b, p ? p->country : STR(""));
    if (p && p->geonames)
        buf_printf(b, ",%.5g,%.5g", p->lat, p->lon);
    else
        buf_str(b, STR(",,"));
}

static void csv_row(buf *b, const wq_document *doc, const wq_event *e)
{
    csv_field(b, doc->page.id, ',', false);
    next(b, doc->page.published);
    next(b, doc->page.url);
    next(b, e->id);
    next(b, e->type);
    next(b, e->mode);
    next(b, e->plover);
    next(b, e->cameo);
    if (e->quad)
        buf_printf(b, ",%d", e->quad);
    else
        buf_char(b, ',');
    next(b, str_of(status_name(e->status)));
    side_cells(b, e->actors, e->n_actors);
    side_cells(b, e->recipients, e->n_recipients);
    next(b, e->date ? e->date->value : STR(""));
    next(b, e->date ? e->date->first : STR(""));
    next(b, e->date ? e->date->last : STR(""));
    place_cells(b, e->place);
    next(b, e->n_sources ? e->sources[0].text : STR(""));
    buf_printf(b, ",%.2f", e->confidence);
    next(b, e->evidence_text);
    buf_char(b, '\n');
}

void write_events_csv(const wq_document *doc, buf *b)
{
    for (uint32_t i = 0; i < doc->found.n_events; i++)
        csv_row(b, doc, &doc->found.event[i]);
}

/* ---- terminal -------------------------------------------------------------------------- */

void write_isolated(buf *b, wq_str s)
{
    buf clean = { 0 };
    cell_clean(&clean, s);
    cell_isolated(b, (wq_str){ clean.p, clean.n });
    b->failed = b->failed || clean.failed;
    buf_fini(&clean);
}

static void side_text(buf *b, const wq_actor *v, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            buf_str(b, STR(", "));
        write_isolated(b, pick_name(&v[i]));
        if (v[i].country.p)
            buf_printf(b, " (%.*s)", STR_ARG(v[i].country));
    }
    if (n == 0)
        buf_char(b, '-');
}

static wq_str day_or_value(const wq_event *e)
{
    return e->date && e->date->value.p ? e->date->value : STR("-");
}

static void table_row(buf *b, const wq_event *e)
{
    buf_printf(b, "%-21.*s  %.*s%s%.*s  %s\n", STR_ARG(day_or_value(e)), STR_ARG(e->type),
               e->mode.p ? "-" : "", STR_ARG(e->mode), status_name(e->status));
    buf_str(b, STR("    "));
    side_text(b, e->actors, e->n_actors);
    if (e->n_recipients) {
        buf_str(b, STR("  >  "));
        side_text(b, e->recipients, e->n_recipients);
    }
    if (e->place) {
        buf_str(b, STR("  @ "));
        write_isolated(b, e->place->text);
    }
    buf_str(b, STR("\n    "));
    write_isolated(b, e->evidence_text);
    for (uint32_t i = 0; i < e->n_sources; i++) {
        buf_str(b, i ? STR(", ") : STR("\n    says "));
        write_isolated(b, e->sources[i].text);
    }
    buf_char(b, '\n');
}

void write_events_table(const wq_document *doc, buf *b)
{
    if (doc->found.n_events == 0)
        return;
    buf_str(b, doc->page.published.p ? str_sub(doc->page.published, 0, 10)
                                     : STR("----------"));
    buf_str(b, STR("  "));
    write_isolated(b, doc->page.title.p ? doc->page.title : doc->page.id);
    if (doc->page.outlet.p) {
        buf_str(b, STR("  "));
        write_isolated(b, doc->page.outlet);
    }
    buf_char(b, '\n');
    for (uint32_t i = 0; i < doc->found.n_events; i++)
        table_row(b, &doc->found.event[i]);
    buf_char(b, '\n');
}
