/* Who says what: one line per quotation, speaker | cue | content, "direct" where quotation marks hold it; and who
 * is given for each event.                                                                                      */
#include <stdio.h>

#include "cases.h"
#include "harness.h"

static wq_document *code(const wq_engine *engine, const case_block *c)
{
    wq_error err;
    wq_page *record = NULL;
    wq_document *doc = NULL;
    if (wq_page_new(c->input, "case", "2024-05-15", &record, &err) != WQ_OK)
        return NULL;
    if (wq_code(engine, record, &doc, &err) != WQ_OK)
        doc = NULL;
    wq_page_free(record);
    return doc;
}

static void render_quotes(const wq_document *doc, buf *out)
{
    uint32_t n;
    const wq_quote *q = wq_document_quotes(doc, &n);
    for (uint32_t i = 0; i < n; i++)
        buf_printf(out, "%s %.*s | %.*s | %.*s\n", q[i].direct ? "direct" : "said",
                   STR_ARG(q[i].speaker), STR_ARG(q[i].cue), STR_ARG(q[i].content));
}

static void render_sources(const wq_document *doc, buf *out)
{
    static const char *const status[] = { "occurred", "ongoing", "planned",
                                          "proposed", "denied",  "hypothetical" };
    uint32_t n;
    const wq_event *e = wq_document_events(doc, &n);
    for (uint32_t i = 0; i < n; i++) {
        buf_printf(out, "%s %.*s", status[e[i].status], STR_ARG(e[i].type));
        for (uint32_t k = 0; k < e[i].n_sources; k++)
            buf_printf(out, " | %.*s", STR_ARG(e[i].sources[k].text));
        buf_char(out, '\n');
    }
}

static void render(const case_block *c, buf *out, void *suite)
{
    wq_document *doc = code(suite, c);
    if (!doc)
        return;
    if (!str_eq(case_value(c, "show"), STR("events")))
        render_quotes(doc, out);
    if (case_value(c, "show").n)
        render_sources(doc, out);
    wq_document_free(doc);
}

int main(void)
{
    wq_engine *engine = NULL;
    wq_error err;
    if (wq_engine_new(NULL, &engine, &err) != WQ_OK) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    int failed = cases_run(WAQAI_CASES "/claim.cases", render, engine);
    wq_engine_free(engine);
    return failed != 0;
}
