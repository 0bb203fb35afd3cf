/* Documents into the search index.
 *
 * They wait in a group: the words of many documents after each other find in the processor's cache what FTS5 holds of them,
 * and the texts are still at hand.  They go in one row at a time, since at a savepoint, which a statement of many rows has,
 * FTS5 writes out what it holds, and many small pieces are soon merged again.                                      */
#include <stdlib.h>

#include "record/record.h"

static const char SQL[] =
    "INSERT INTO document_search (rowid, title_folded, text_folded) VALUES (?1,?2,?3)";

void index_clear(index_queue *q)
{
    while (q->n)
        free(q->v[--q->n].copy);
}

static wq_status put(db_query *q, const index_text *t, wq_error *err)
{
    db_bind_int(q, 1, t->document);
    db_bind_text(q, 2, t->title);
    db_bind_text(q, 3, t->text);
    return db_exec(q, err);
}

wq_status index_flush(wq_record *r, wq_error *err)
{
    db_query q;
    if (!r->queue.n)
        return WQ_OK;
    wq_status st = db_prepare(r, SQL, &q, err);
    for (uint32_t i = 0; st == WQ_OK && i < r->queue.n; i++)
        st = put(&q, &r->queue.v[i], err);
    db_finish(&q);
    index_clear(&r->queue);
    return st;
}

static wq_str copy_to(char **at, wq_str s)
{
    if (!s.p)
        return s;
    char *to = memcpy(*at, s.p, s.n);
    *at += s.n;
    return (wq_str){ to, s.n };
}

wq_status index_add(wq_record *r, int64_t document, wq_str title, wq_str text,
                    wq_error *err)
{
    char *copy = malloc(title.n + text.n + 1), *at = copy;
    if (!copy)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    index_text *t = &r->queue.v[r->queue.n++];
    *t = (index_text){ .document = document, .copy = copy };
    t->title = copy_to(&at, title);
    t->text = copy_to(&at, text);
    return r->queue.n == INDEX_GROUP ? index_flush(r, err) : WQ_OK;
}
