/* JSON as eval/FORMATS.md has it. */
#include "base/json.h"
#include "coder/document.h"

const char *status_name(wq_status_of_event status)
{
    static const char *const name[] = { "occurred", "ongoing", "planned",
                                        "proposed", "denied",  "hypothetical" };
    return name[status];
}

static wq_str part_name(wq_part part)
{
    return part == WQ_PART_TITLE ? STR("title") : STR("text");
}

static void write_text_span(buf *b, wq_span span, wq_str text)
{
    json_key_str(b, "part", part_name(span.part));
    json_key_str(b, "text", text);
    json_key_int(b, "start", span.start);
    json_key_int(b, "end", span.end);
}

static void write_span(buf *b, wq_span span)
{
    json_key_str(b, "part", part_name(span.part));
    json_key_int(b, "start", span.start);
    json_key_int(b, "end", span.end);
}

static void write_list(buf *b, const char *key, const wq_str *v, uint32_t n)
{
    json_key(b, key);
    buf_char(b, '[');
    for (uint32_t i = 0; i < n; i++) {
        if (i)
            buf_char(b, ',');
        json_str(b, v[i]);
    }
    buf_char(b, ']');
}

static void write_actor(buf *b, const wq_actor *a)
{
    json_open(b, '{');
    json_key_str(b, "text", a->text);
    json_key_str(b, "name", a->name);
    json_key_str(b, "id", a->id);
    json_key_str(b, "country", a->country);
    json_key_str(b, "sector", a->sector);
    write_list(b, "sectors", a->sectors, a->n_sectors);
    json_key_str(b, "role", a->role);
    write_span(b, a->span);
    json_close(b, '}');
}

static void write_actors(buf *b, const char *key, const wq_actor *v, uint32_t n)
{
    json_key(b, key);
    json_open(b, '[');
    for (uint32_t i = 0; i < n; i++)
        write_actor(b, &v[i]);
    json_close(b, ']');
}

static void write_time(buf *b, const wq_timex *t)
{
    json_key_str(b, "text", t->text);
    write_span(b, t->span);
    json_key_str(b, "type", t->type);
    json_key_str(b, "value", t->value);
    json_key_str(b, "first", t->first);
    json_key_str(b, "last", t->last);
}

/* What a document's list of times leaves out. */
static void write_time_more(buf *b, const wq_timex *t)
{
    json_key_str(b, "mod", t->mod);
    json_key_str(b, "quant", t->quant);
    json_key_str(b, "freq", t->freq);
    json_key_int(b, "tolerance", t->tolerance);
    json_key_str(b, "conflict", t->conflict);
    json_key_str(b, "rule", t->rule);
}

static void write_date(buf *b, const wq_timex *t)
{
    json_key(b, "date");
    if (!t) {
        buf_str(b, STR("null"));
        return;
    }
    json_open(b, '{');
    json_key_str(b, "value", t->value);
    json_key_str(b, "first", t->first);
    json_key_str(b, "last", t->last);
    write_text_span(b, t->span, t->text);
    json_close(b, '}');
}

static void write_place(buf *b, const wq_place *p)
{
    json_open(b, '{');
    json_key_str(b, "text", p->text);
    json_key_str(b, "name", p->name);
    json_key_str(b, "country", p->country);
    json_key(b, "geonames");
    if (p->geonames)
        buf_printf(b, "%u,\"lat\":%.5g,\"lon\":%.5g", p->geonames, p->lat, p->lon);
    else
        buf_str(b, STR("null,\"lat\":null,\"lon\":null"));
    json_close(b, '}');
}

static void write_sources(buf *b, const wq_event *e)
{
    json_key(b, "attribution");
    json_open(b, '[');
    for (uint32_t i = 0; i < e->n_sources; i++) {
        json_open(b, '{');
        json_key_str(b, "text", e->sources[i].text);
        json_key_str(b, "id", e->sources[i].id);
        json_key_str(b, "cue", e->sources[i].cue);
        json_key_str(b, "stance", e->sources[i].stance);
        json_close(b, '}');
    }
    json_close(b, ']');
}

static void write_sizes(buf *b, const wq_event *e)
{
    json_key(b, "size");
    json_open(b, '[');
    for (uint32_t i = 0; i < e->n_sizes; i++) {
        const wq_size *z = &e->sizes[i];
        json_open(b, '{');
        json_key_str(b, "kind", z->kind);
        json_key(b, "least");
        buf_uint(b, z->least);
        json_key(b, "most");
        if (z->most)
            buf_uint(b, z->most);
        else
            buf_str(b, STR("null"));
        json_key(b, "approximate");
        buf_str(b, z->approximate ? STR("true") : STR("false"));
        write_text_span(b, z->span, z->text);
        json_close(b, '}');
    }
    json_close(b, ']');
}

static void write_quoted(buf *b, const char *key, wq_span span, wq_str text)
{
    json_key(b, key);
    json_open(b, '{');
    write_text_span(b, span, text);
    json_close(b, '}');
}

static void write_event(buf *b, const wq_event *e)
{
    json_key_str(b, "id", e->id);
    json_key_str(b, "type", e->type);
    json_key_str(b, "mode", e->mode);
    write_list(b, "contexts", e->contexts, e->n_contexts);
    json_key_str(b, "plover", e->plover);
    json_key_str(b, "cameo", e->cameo);
    json_key(b, "quad");
    if (e->quad)
        buf_uint(b, (uint64_t)e->quad);
    else
        buf_str(b, STR("null"));
    json_key_str(b, "status", str_of(status_name(e->status)));
    write_actors(b, "actor", e->actors, e->n_actors);
    write_actors(b, "recipient", e->recipients, e->n_recipients);
    write_date(b, e->date);
    json_key(b, "place");
    if (e->place)
        write_place(b, e->place);
    else
        buf_str(b, STR("null"));
    write_sources(b, e);
    write_sizes(b, e);
    write_quoted(b, "trigger", e->trigger, e->trigger_text);
    write_quoted(b, "evidence", e->evidence, e->evidence_text);
    json_key(b, "confidence");
    buf_printf(b, "%.2f", e->confidence);
    write_list(b, "why", e->why, e->n_why);
}

static void write_quote(buf *b, const wq_quote *q)
{
    json_open(b, '{');
    json_key_str(b, "speaker", q->speaker);
    json_key_str(b, "speaker_id", q->speaker_id);
    json_key_str(b, "cue", q->cue);
    json_key_str(b, "content", q->content);
    json_key(b, "direct");
    buf_str(b, q->direct ? STR("true") : STR("false"));
    json_key_int(b, "start", q->span.start);
    json_key_int(b, "end", q->span.end);
    json_close(b, '}');
}

/* The format has no `part` for a quotation: its offsets are those of the text, so what stands in the
 * title is left out. */
static void write_quotes(buf *b, const wq_quote *v, uint32_t n)
{
    json_key(b, "quotes");
    json_open(b, '[');
    for (uint32_t i = 0; i < n; i++)
        if (v[i].span.part == WQ_PART_TEXT)
            write_quote(b, &v[i]);
    json_close(b, ']');
}

static void write_head(buf *b, const page_article *p)
{
    json_key_str(b, "schema", str_of(wq_schema()));
    json_key_str(b, "id", p->id);
    json_key_str(b, "url", p->url);
    json_key_str(b, "outlet", p->outlet);
    json_key_str(b, "byline", p->byline);
    json_key_str(b, "title", p->title);
    json_key_str(b, "text", p->text.p ? p->text : STR(""));
    json_key_str(b, "published", p->published);
    json_key_str(b, "published_from", p->published_from);
}

void write_document_json(const wq_document *doc, buf *b)
{
    json_open(b, '{');
    write_head(b, &doc->page);
    json_key(b, "times");
    json_open(b, '[');
    for (uint32_t i = 0; i < doc->n_times; i++) {
        json_open(b, '{');
        write_time(b, &doc->times[i]);
        json_close(b, '}');
    }
    json_close(b, ']');
    write_quotes(b, doc->found.quote, doc->found.n_quotes);
    json_key(b, "events");
    json_open(b, '[');
    for (uint32_t i = 0; i < doc->found.n_events; i++) {
        json_open(b, '{');
        write_event(b, &doc->found.event[i]);
        json_close(b, '}');
    }
    json_close(b, ']');
    json_close(b, '}');
    buf_char(b, '\n');
}

void write_times_json(const wq_document *doc, buf *b)
{
    for (uint32_t i = 0; i < doc->n_times; i++) {
        json_open(b, '{');
        json_key_str(b, "doc", doc->page.id);
        json_key_str(b, "published", doc->page.published);
        json_key_str(b, "url", doc->page.url);
        write_time(b, &doc->times[i]);
        write_time_more(b, &doc->times[i]);
        json_close(b, '}');
        buf_char(b, '\n');
    }
}

void write_events_json(const wq_document *doc, buf *b)
{
    for (uint32_t i = 0; i < doc->found.n_events; i++) {
        json_open(b, '{');
        json_key_str(b, "doc", doc->page.id);
        json_key_str(b, "published", doc->page.published);
        json_key_str(b, "url", doc->page.url);
        write_event(b, &doc->found.event[i]);
        json_close(b, '}');
        buf_char(b, '\n');
    }
}
