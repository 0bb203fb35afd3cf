/* One engine, several threads: each codes every example, and all must get what one thread alone got.
 * The build with the thread sanitizer (make tsan) is where this test tells most.                 */
#include <pthread.h>
#include <stdlib.h>

#include "check.h"

enum { THREADS = 4, MAX_RECORDS = 64 };

typedef struct work {
    wq_engine *engine;
    wq_page *record[MAX_RECORDS];
    wq_text alone[MAX_RECORDS];
    size_t n;
} work;

static void read_all(work *w)
{
    wq_reader *reader;
    wq_error err;
    assert_int_equal(wq_reader_open(WAQAI_ROOT "/examples", NULL, &reader, &err), WQ_OK);
    for (wq_status st; (st = wq_reader_next(reader, &w->record[w->n], &err)) != WQ_END;
         w->n++) {
        assert_int_equal(st, WQ_OK);
        assert_true(w->n + 1 < MAX_RECORDS);
    }
    wq_reader_close(reader);
    assert_true(w->n > 0);
}

static wq_text code(const work *w, size_t i)
{
    wq_document *doc;
    wq_error err;
    wq_text none = { NULL, 0 };
    if (wq_code(w->engine, w->record[i], &doc, &err) != WQ_OK)
        return none;
    wq_text out = wq_document_write(doc, WQ_FORMAT_DOCUMENT);
    wq_document_free(doc);
    return out;
}

/* Returns `w` where something came out differently. */
static void *run(void *arg)
{
    work *w = arg;
    void *bad = NULL;
    for (size_t i = 0; i < w->n; i++) {
        wq_text got = code(w, i);
        if (got.n != w->alone[i].n || got.n == 0 ||
            memcmp(got.p, w->alone[i].p, got.n) != 0)
            bad = w;
        wq_text_free(&got);
    }
    return bad;
}

static void threads_sharing_an_engine_agree(void **state)
{
    work w = { 0 };
    wq_error err;
    pthread_t thread[THREADS];
    (void)state;
    assert_int_equal(wq_engine_new(NULL, &w.engine, &err), WQ_OK);
    read_all(&w);
    for (size_t i = 0; i < w.n; i++)
        w.alone[i] = code(&w, i);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&thread[i], NULL, run, &w), 0);
    for (int i = 0; i < THREADS; i++) {
        void *bad;
        assert_int_equal(pthread_join(thread[i], &bad), 0);
        assert_null(bad);
    }
    for (size_t i = 0; i < w.n; i++) {
        wq_text_free(&w.alone[i]);
        wq_page_free(w.record[i]);
    }
    wq_engine_free(w.engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_sharing_an_engine_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
