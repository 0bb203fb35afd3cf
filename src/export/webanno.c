/* W3C Web Annotations: the evidence of each mention, quoted and by its place in the article's text.  Positions count
 * code points of the text as the article stage found it, so the quotation is what finds it in a page.            */
#include "export/export.h"

void webanno_begin(exporting *x)
{
    buf_str(&x->out, STR("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\","
                         "\"type\":\"AnnotationPage\",\"items\":["));
}

void webanno_end(exporting *x)
{
    buf_str(&x->out, STR("\n]}\n"));
}

static void put_body(exporting *x, const x_event *e, const x_mention *m)
{
    buf *b = &x->out;
    json_key(b, "body");
    json_open(b, '[');
    json_open(b, '{');
    json_key_str(b, "type", STR("TextualBody"));
    json_key_str(b, "purpose", STR("tagging"));
    json_key_str(b, "value",
                 arena_printf(&x->mem, "%.*s%s%.*s", STR_ARG(m->type), m->mode.n ? "-" : "",
                              STR_ARG(m->mode)));
    json_close(b, '}');
    json_open(b, '{');
    json_key_str(b, "type", STR("TextualBody"));
    json_key_str(b, "purpose", STR("describing"));
    json_key_str(b, "language", STR("ar"));
    json_key_str(b, "format", STR("text/plain"));
    json_key_str(b, "value", export_headline(x, e));
    json_close(b, '}');
    json_close(b, ']');
}

static void put_selectors(buf *b, const x_mention *m)
{
    json_key(b, "selector");
    json_open(b, '[');
    json_open(b, '{');
    json_key_str(b, "type", STR("TextQuoteSelector"));
    json_key_str(b, "exact", m->evidence.text);
    json_key_str(b, "prefix", m->before.p ? m->before : STR(""));
    json_key_str(b, "suffix", m->behind.p ? m->behind : STR(""));
    json_close(b, '}');
    if (str_eq(m->evidence.part, STR("text"))) {
        json_open(b, '{');
        json_key_str(b, "type", STR("TextPositionSelector"));
        json_key_int(b, "start", m->evidence.start);
        json_key_int(b, "end", m->evidence.end);
        json_close(b, '}');
    }
    json_close(b, ']');
}

static void put_annotation(exporting *x, const x_event *e, const x_mention *m)
{
    buf *b = &x->out;
    export_comma(x);
    json_open(b, '{');
    json_key_str(b, "id", arena_printf(&x->mem, "urn:waqai:mention:%.*s", STR_ARG(m->id)));
    json_key_str(b, "type", STR("Annotation"));
    json_key_str(b, "motivation", STR("classifying"));
    put_body(x, e, m);
    json_key(b, "target");
    json_open(b, '{');
    json_key_str(b, "source",
                 m->url.n ? m->url
                          : arena_printf(&x->mem, "urn:sha256:%.*s", STR_ARG(m->sha256)));
    put_selectors(b, m);
    json_close(b, '}');
    json_close(b, '}');
}

/* A record without texts has nothing to quote. */
void webanno_event(exporting *x, const x_event *e)
{
    for (uint32_t i = 0; i < e->n_mentions; i++)
        if (e->mention[i].evidence.text.n)
            put_annotation(x, e, &e->mention[i]);
}
