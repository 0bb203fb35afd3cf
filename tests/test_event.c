/* Events from sentences: the codebook's examples, the cases, and the example of every row of data/event; and of all of them
 * that each span holds the text told with it.                                                                          */
#include <stdio.h>

#include "cases.h"
#include "harness.h"
#include "lexicon/lexicon.h"
#include "spans.h"
#include "table.h"

static int n_wrong; /* spans, of all that was coded */

static wq_document *code(const wq_engine *engine, wq_str text, wq_str date)
{
    wq_error err;
    wq_page *record = NULL;
    wq_document *doc = NULL;
    char day[32] = "";
    snprintf(day, sizeof day, "%.*s", STR_ARG(date));
    if (wq_page_new(text, "case", date.n ? day : NULL, &record, &err) != WQ_OK)
        return NULL;
    if (wq_code(engine, record, &doc, &err) != WQ_OK)
        doc = NULL;
    wq_page_free(record);
    n_wrong += doc ? spans_wrong(doc) : 0;
    return doc;
}

static void render(const case_block *c, buf *out, void *suite)
{
    wq_document *doc = code(suite, c->input, case_value(c, "date"));
    if (!doc)
        return;
    wq_text text = wq_document_write(doc, WQ_FORMAT_CASE);
    buf_add(out, text.p, text.n);
    wq_text_free(&text);
    wq_document_free(doc);
}

/* Does some event of the sentence name this row among its reasons? */
static bool fires(const wq_document *doc, wq_str id)
{
    uint32_t n;
    const wq_event *e = wq_document_events(doc, &n);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < e[i].n_why; k++) {
            wq_str why = e[i].why[k];
            if (str_ends(why, id) && why.n > id.n && why.p[why.n - id.n - 1] == ' ')
                return true;
        }
    return false;
}

static int check_examples(const wq_engine *engine)
{
    const lexicon *lex = lex_builtin();
    int failed = 0, tried = 0;
    for (uint32_t row = 0; row < lex_rows(lex, LEX_EVENT); row++) {
        wq_str example = lex_cell(lex, LEX_EVENT, row, "example");
        wq_str id = lex_cell(lex, LEX_EVENT, row, "id");
        if (example.n == 0)
            continue;
        tried++;
        wq_document *doc = code(engine, example, STR("2024-05-15"));
        if (!doc || !fires(doc, id)) {
            uint32_t line = 0;
            wq_str file = lex_origin(lex, LEX_EVENT, row, &line);
            fprintf(stderr,
                    "data/%.*s:%u: row %.*s does not fire on its example\n    %.*s\n",
                    STR_ARG(file), line, STR_ARG(id), STR_ARG(example));
            failed++;
        }
        wq_document_free(doc);
    }
    fprintf(stderr, "%d examples of data/event, %d failed\n", tried, failed);
    return failed;
}

int main(void)
{
    wq_engine *engine = NULL;
    wq_error err;
    if (wq_engine_new(NULL, &engine, &err) != WQ_OK) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    int failed = cases_run(WAQAI_CASES "/../../docs/codebook", render, engine);
    failed += cases_run(WAQAI_CASES "/event", render, engine);
    failed += check_examples(engine);
    fprintf(stderr, "%d spans that do not hold their text\n", n_wrong);
    wq_engine_free(engine);
    return failed != 0 || n_wrong != 0;
}
