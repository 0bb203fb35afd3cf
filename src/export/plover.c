/* PLOVER's own JSON (its manual, "Data Fields"), one line each. */
#include "export/export.h"

static void put_entities(buf *b, const char *key, const x_actor *v, uint32_t n)
{
    json_key(b, key);
    json_open(b, '[');
    for (uint32_t i = 0; i < n; i++) {
        json_open(b, '{');
        json_key_str(b, "code", v[i].country);
        export_list(b, "sector", v[i].sectors.n ? v[i].sectors : v[i].sector, '|');
        json_key_str(b, "entity_text", v[i].text);
        json_key_str(b, "identifier_id", v[i].id);
        json_key_str(b, "identifier_text", export_name(&v[i]));
        json_key_str(b, "office", v[i].role);
        json_close(b, '}');
    }
    json_close(b, ']');
}

static void put_location(buf *b, const x_event *e)
{
    if (!e->place.p && !e->place_country.p)
        return;
    json_key(b, "event_loc");
    json_open(b, '{');
    json_key_str(b, "extracted_place", e->mention[0].place_text);
    json_key_str(b, "resolved_place", e->place);
    if (e->geonames)
        json_key_int(b, "geonameid", e->geonames);
    if (e->placed) {
        export_real(b, "lat", true, e->lat);
        export_real(b, "lon", true, e->lon);
    }
    json_key_str(b, "country_code", e->place_country);
    json_close(b, '}');
}

static void put_text(buf *b, const x_mention *m)
{
    json_key_str(b, "text", m->evidence.text);
    json_key(b, "text_info");
    json_open(b, '{');
    json_key_int(b, "sequence", m->sentence + 1);
    json_key_int(b, "start", m->evidence.start);
    json_key_int(b, "end", m->evidence.end);
    json_close(b, '}');
    json_key(b, "cite_info");
    json_open(b, '{');
    json_key_str(b, "citation", m->document);
    json_key_str(b, "url", m->url);
    json_key_str(b, "title", m->title);
    json_key_str(b, "language", STR("ar"));
    json_key_str(b, "publication", m->outlet);
    json_key_str(b, "version", str_of(wq_version()));
    json_close(b, '}');
}

void plover_event(exporting *x, const x_event *e)
{
    x_code code = export_code(x, e);
    buf *b = &x->out;
    if (code.type.n == 0)
        return;
    wq_str day = export_day(e);
    json_open(b, '{');
    json_key_str(b, "id", e->id);
    json_key_str(b, "date", day.n ? day : (wq_str){ NULL, 0 });
    if (day.n && e->last.n && !str_eq(e->last, day))
        json_key_str(b, "enddate", e->last);
    put_entities(b, "actor", e->actor, e->n_actors);
    put_entities(b, "recipient", e->recipient, e->n_recipients);
    export_list(b, "event", code.type, JOIN);
    export_list(b, "mode", code.mode, JOIN);
    export_list(b, "context", e->contexts, JOIN);
    json_key_int(b, "quad_code", export_quad(x, code.type));
    export_real(b, "event_scale", true, code.score);
    export_list(b, "event_text", e->mention[0].trigger.text, JOIN);
    if (!str_eq(e->mention[0].plover_size, STR("{}")))
        export_json(b, "size", e->mention[0].plover_size);
    put_location(b, e);
    put_text(b, &e->mention[0]);
    json_key_str(b, "coder", STR("Waqai"));
    json_key_str(b, "coded_date", e->last_published);
    json_close(b, '}');
    buf_char(b, '\n');
}
