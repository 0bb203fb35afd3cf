/* JSON Lines: an event with its mentions, their sentences and documents. */
#include "export/export.h"
#include "rows/rows.h"

void export_list(buf *b, const char *key, wq_str joined, char separator)
{
    json_key(b, key);
    json_open(b, '[');
    wq_str one;
    for (bool first = true; joined.n && str_next(&joined, separator, &one); first = false) {
        if (!first)
            buf_char(b, ',');
        json_str(b, one);
    }
    json_close(b, ']');
}

void export_json(buf *b, const char *key, wq_str value)
{
    json_key(b, key);
    buf_str(b, value);
}

void export_real(buf *b, const char *key, bool known, double value)
{
    json_key(b, key);
    if (known)
        buf_printf(b, "%.10g", value);
    else
        buf_str(b, STR("null"));
}

static void put_int(buf *b, const char *key, bool known, int64_t value)
{
    json_key(b, key);
    if (known)
        buf_printf(b, "%lld", (long long)value);
    else
        buf_str(b, STR("null"));
}

static void put_actors(buf *b, const char *key, const x_actor *v, uint32_t n)
{
    json_key(b, key);
    json_open(b, '[');
    for (uint32_t i = 0; i < n; i++) {
        json_open(b, '{');
        json_key_str(b, "id", v[i].id);
        json_key_str(b, "name", v[i].name);
        json_key_str(b, "latin", v[i].latin);
        json_key_str(b, "text", v[i].text);
        json_key_str(b, "country", v[i].country);
        json_key_str(b, "sector", v[i].sector);
        export_list(b, "sectors", v[i].sectors, '|');
        json_key_str(b, "role", v[i].role);
        json_close(b, '}');
    }
    json_close(b, ']');
}

static void put_place(buf *b, const x_event *e)
{
    json_key(b, "place");
    if (!e->place.p && !e->place_country.p) {
        buf_str(b, STR("null"));
        return;
    }
    json_open(b, '{');
    json_key_str(b, "name", e->place);
    json_key_str(b, "country", e->place_country);
    put_int(b, "geonames", e->geonames != 0, e->geonames);
    export_real(b, "lat", e->placed, e->lat);
    export_real(b, "lon", e->placed, e->lon);
    json_close(b, '}');
}

static void put_span(buf *b, const char *key, const x_span *s)
{
    json_key(b, key);
    json_open(b, '{');
    json_key_str(b, "part", s->part);
    json_key_str(b, "text", s->text);
    json_key_int(b, "start", s->start);
    json_key_int(b, "end", s->end);
    json_close(b, '}');
}

static void put_document(buf *b, const x_mention *m)
{
    json_key(b, "document");
    json_open(b, '{');
    json_key_str(b, "id", m->document);
    json_key_str(b, "sha256", m->sha256);
    json_key_str(b, "url", m->url);
    json_key_str(b, "outlet", m->outlet);
    json_key_str(b, "byline", m->byline);
    json_key_str(b, "title", m->title);
    json_key_str(b, "published", m->published);
    json_key_str(b, "copy_of", m->copy_of);
    json_close(b, '}');
}

static void put_mention(buf *b, const x_mention *m)
{
    json_open(b, '{');
    json_key_str(b, "id", m->id);
    json_key_str(b, "type", m->type);
    json_key_str(b, "mode", m->mode);
    json_key_str(b, "status", m->status);
    json_key_str(b, "date", m->date);
    json_key_str(b, "date_text", m->date_text);
    json_key_str(b, "place_text", m->place_text);
    export_json(b, "claims", m->claims);
    export_json(b, "sizes", m->sizes);
    put_span(b, "trigger", &m->trigger);
    put_span(b, "evidence", &m->evidence);
    export_real(b, "confidence", true, m->confidence);
    export_list(b, "why", m->why, JOIN);
    put_document(b, m);
    json_close(b, '}');
}

void jsonl_event(exporting *x, const x_event *e)
{
    buf *b = &x->out;
    json_open(b, '{');
    json_key_str(b, "schema", STR("waqai.event/1"));
    json_key_str(b, "id", e->id);
    json_key_str(b, "type", e->type);
    json_key_str(b, "mode", e->mode);
    export_list(b, "contexts", e->contexts, JOIN);
    json_key_str(b, "plover", e->plover);
    json_key_str(b, "cameo", e->plover.n ? export_code(x, e).cameo : (wq_str){ NULL, 0 });
    put_int(b, "quad", e->quad != 0, e->quad);
    json_key_str(b, "status", e->status);
    json_key_str(b, "date", e->date);
    json_key_str(b, "first", e->first);
    json_key_str(b, "last", e->last);
    put_actors(b, "actors", e->actor, e->n_actors);
    put_actors(b, "recipients", e->recipient, e->n_recipients);
    put_place(b, e);
    json_key_int(b, "reports", e->reports);
    json_key_int(b, "independent", e->independent);
    json_key_int(b, "outlets", e->outlets);
    export_real(b, "confidence", true, e->confidence);
    json_key_str(b, "first_published", e->first_published);
    json_key_str(b, "last_published", e->last_published);
    json_key(b, "mentions");
    json_open(b, '[');
    for (uint32_t i = 0; i < e->n_mentions; i++)
        put_mention(b, &e->mention[i]);
    json_close(b, ']');
    json_close(b, '}');
    buf_char(b, '\n');
}

/* ---- CSV: the chronology's rows -------------------------------------------------------------------- */

wq_status csv_all(exporting *x, wq_error *err)
{
    wq_rows *rows;
    wq_status st = wq_timeline(x->record, x->filter, &rows, err);
    if (st != WQ_OK)
        return st;
    wq_layout layout = { .format = WQ_ROWS_CSV, .excel = x->excel };
    st = wq_rows_write(rows, &layout, x->sink, x->to, &x->n, err);
    wq_rows_free(rows);
    return st;
}
