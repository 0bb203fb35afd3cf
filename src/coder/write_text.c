/* Events for a terminal. */
#include <stdio.h>

#include "coder/document.h"
#include "rows/cell.h"

void write_isolated(buf *b, wq_str s)
{
    buf clean = { 0 };
    cell_clean(&clean, s);
    cell_isolated(b, (wq_str){ clean.p, clean.n });
    b->failed = b->failed || clean.failed;
    buf_fini(&clean);
}

static wq_str pick_name(const wq_actor *a)
{
    return a->name.p ? a->name : a->text;
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
