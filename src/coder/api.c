/* The small public functions: getters, versions. */
#include <stdio.h>
#include <stdlib.h>

#include "coder/document.h"

const char *wq_version(void)
{
    return WAQAI_VERSION;
}

const char *wq_schema(void)
{
    return "waqai.document/1";
}

const char *wq_lexicon_hash(const wq_engine *engine)
{
    return lex_hash(engine->lex);
}

void wq_text_free(wq_text *text)
{
    if (text) {
        free(text->p);
        *text = (wq_text){ NULL, 0 };
    }
}

wq_str wq_document_id(const wq_document *doc)
{
    return doc->page.id;
}

wq_str wq_document_url(const wq_document *doc)
{
    return doc->page.url;
}

wq_str wq_document_title(const wq_document *doc)
{
    return doc->page.title;
}

wq_str wq_document_text(const wq_document *doc)
{
    return doc->page.text;
}

wq_str wq_document_published(const wq_document *doc)
{
    return doc->page.published;
}

wq_str wq_document_published_from(const wq_document *doc)
{
    return doc->page.published_from;
}

wq_str wq_document_outlet(const wq_document *doc)
{
    return doc->page.outlet;
}

wq_str wq_document_byline(const wq_document *doc)
{
    return doc->page.byline;
}

uint64_t wq_document_uncoded(const wq_document *doc)
{
    return doc->uncoded;
}

const wq_event *wq_document_events(const wq_document *doc, uint32_t *n)
{
    *n = doc->found.n_events;
    return doc->found.event;
}

const wq_timex *wq_document_times(const wq_document *doc, uint32_t *n)
{
    *n = doc->n_times;
    return doc->times;
}

const wq_quote *wq_document_quotes(const wq_document *doc, uint32_t *n)
{
    *n = doc->found.n_quotes;
    return doc->found.quote;
}

typedef void writer(const wq_document *doc, buf *out);

wq_text wq_document_write(const wq_document *doc, wq_format format)
{
    static writer *const writers[] = {
        [WQ_FORMAT_DOCUMENT] = write_document_json,
        [WQ_FORMAT_EVENTS] = write_events_json,
        [WQ_FORMAT_TABLE] = write_events_table,
        [WQ_FORMAT_EXPLAIN] = write_explain,
        [WQ_FORMAT_CASE] = write_case,
        [WQ_FORMAT_TIMES] = write_times_json,
        [WQ_FORMAT_TIMEML] = write_timeml,
        [WQ_FORMAT_TIMES_TABLE] = write_times_table,
    };
    buf out = { 0 };
    bool known = write_rows(doc, format, &out);
    if (!known && (unsigned)format < sizeof writers / sizeof *writers && writers[format]) {
        writers[format](doc, &out);
        known = true;
    }
    if (known)
        buf_char(&out, '\0');
    if (out.failed) {
        buf_fini(&out);
        return (wq_text){ NULL, 0 };
    }
    return (wq_text){ out.p, out.n ? out.n - 1 : 0 };
}
