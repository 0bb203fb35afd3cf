/* What a stranger's program does: reads one article from memory, prints its events as JSON lines. */
#include <stdio.h>
#include <string.h>

#include <waqai/waqai.h>

int main(int argc, char **argv)
{
    wq_error err;
    wq_engine *engine;
    wq_page *page;
    wq_document *doc;
    if (argc != 3)
        return 2;
    if (wq_engine_new(NULL, &engine, &err) != WQ_OK ||
        wq_page_new((wq_str){ argv[2], strlen(argv[2]) }, "argument", argv[1], &page,
                    &err) != WQ_OK ||
        wq_code(engine, page, &doc, &err) != WQ_OK) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    wq_text out = wq_document_write(doc, WQ_FORMAT_EVENTS);
    if (out.n)
        fwrite(out.p, 1, out.n, stdout);
    wq_text_free(&out);
    wq_document_free(doc);
    wq_page_free(page);
    wq_engine_free(engine);
    return 0;
}
