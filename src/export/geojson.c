/* GeoJSON (RFC 7946): a feature for each event, without geometry where its place is not known. */
#include "export/export.h"

void geojson_begin(exporting *x)
{
    buf_str(&x->out, STR("{\"type\":\"FeatureCollection\",\"features\":["));
}

void geojson_end(exporting *x)
{
    buf_str(&x->out, STR("\n]}\n"));
}

static void put_names(buf *b, const char *key, const x_actor *v, uint32_t n)
{
    json_key(b, key);
    json_open(b, '[');
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            buf_char(b, ',');
        json_str(b, export_arabic(&v[i]));
    }
    json_close(b, ']');
}

static void put_properties(buf *b, const x_event *e)
{
    json_key(b, "properties");
    json_open(b, '{');
    json_key_str(b, "type", e->type);
    json_key_str(b, "mode", e->mode);
    json_key_str(b, "status", e->status);
    json_key_str(b, "date", e->date);
    json_key_str(b, "first", e->first);
    json_key_str(b, "last", e->last);
    put_names(b, "actors", e->actor, e->n_actors);
    put_names(b, "recipients", e->recipient, e->n_recipients);
    json_key_str(b, "place", e->place);
    json_key_str(b, "country", e->place_country);
    json_key_int(b, "reports", e->reports);
    json_key_str(b, "says", e->mention[0].evidence.text);
    json_key_str(b, "url", e->mention[0].url);
    json_close(b, '}');
}

void geojson_event(exporting *x, const x_event *e)
{
    buf *b = &x->out;
    export_comma(x);
    json_open(b, '{');
    json_key_str(b, "type", STR("Feature"));
    json_key_str(b, "id", e->id);
    json_key(b, "geometry");
    if (e->placed)
        buf_printf(b, "{\"type\":\"Point\",\"coordinates\":[%.7g,%.7g]}", e->lon, e->lat);
    else
        buf_str(b, STR("null"));
    put_properties(b, e);
    json_close(b, '}');
}
