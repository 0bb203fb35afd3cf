/* Does what is stored hold?  Every hash, span and reference is read again. */
#include "base/utf8.h"
#include "record/findings.h"
#include "record/words.h"

typedef struct checking {
    wq_record *r;
    findings found;
    wq_error *err;
} checking;

/* ---- the file ---------------------------------------------------------------------------------- */

static wq_status check_file(checking *c)
{
    db_query q;
    wq_status st = db_prepare(c->r, "PRAGMA quick_check(100)", &q, c->err);
    while (st == WQ_OK && (st = db_step(&q, c->err)) == WQ_OK)
        if (!str_eq(db_text(&q, 0), STR("ok")))
            finding(&c->found, "file: %.*s", STR_ARG(db_text(&q, 0)));
    db_finish(&q);
    if (st != WQ_END)
        return st;
    st = db_prepare(c->r, "PRAGMA foreign_key_check", &q, c->err);
    while (st == WQ_OK && (st = db_step(&q, c->err)) == WQ_OK)
        finding(&c->found, "%.*s: row %lld refers to a row of %.*s that is not there",
                STR_ARG(db_text(&q, 0)), (long long)db_int(&q, 1), STR_ARG(db_text(&q, 2)));
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}

/* What SQL alone can tell: an id and what is wrong with it. */
static wq_status check_rows(checking *c)
{
    /* clang-format off */
    static const char sql[] =
        "SELECT 'mention ' || id, 'has no event' FROM mention WHERE event_id IS NULL AND document_id NOT IN "
        "(SELECT document_id FROM unsettled) AND cluster IS NULL "
        "UNION ALL SELECT 'event ' || e.id, 'counts other mentions than it has' FROM event e WHERE e.mentions <> "
        "(SELECT count(*) FROM mention m WHERE m.event_id = e.id) "
        "UNION ALL SELECT 'event ' || e.id, 'counts other reports than it has' FROM event e WHERE e.reports <> "
        "(SELECT count(DISTINCT document_id) FROM mention m WHERE m.event_id = e.id) "
        "UNION ALL SELECT 'event ' || e.id, 'has no history' FROM event e WHERE NOT EXISTS "
        "(SELECT 1 FROM event_history h WHERE h.event_id = e.id) "
        "UNION ALL SELECT 'document ' || document_id, 'is a copy of a copy' FROM near_copy WHERE original_id IN "
        "(SELECT document_id FROM near_copy) "
        "UNION ALL SELECT 'document ' || d.id, 'is not in the index of words' FROM document d WHERE NOT EXISTS "
        "(SELECT 1 FROM document_search_docsize s WHERE s.id = d.id)";
    /* clang-format on */
    db_query q;
    wq_status st = db_prepare(c->r, sql, &q, c->err);
    while (st == WQ_OK && (st = db_step(&q, c->err)) == WQ_OK)
        finding(&c->found, "%.*s: %.*s", STR_ARG(db_text(&q, 0)), STR_ARG(db_text(&q, 1)));
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}

/* ---- documents ------------------------------------------------------------------------------------- */

typedef struct part_view {
    wq_str text;    /* p == NULL: not kept */
    uint32_t *byte; /* of each code point, and of the end */
    uint32_t n;     /* code points; known of a text not kept too */
} part_view;

typedef struct document_view {
    int64_t id;
    part_view part[2], folded[2]; /* title, text */
} document_view;

static part_view view(arena *a, wq_str s, uint32_t characters)
{
    part_view v = { .text = s, .n = characters };
    if (!s.p)
        return v;
    v.byte = ARENA_ARRAY(a, uint32_t, s.n + 1);
    v.n = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        unsigned n = utf8_decode(s.p + i, s.n - i, &cp);
        v.byte[v.n++] = (uint32_t)i;
        i += n ? n : 1;
    }
    v.byte[v.n] = (uint32_t)s.n;
    return v;
}

static bool in_bounds(const part_view *v, int64_t start, int64_t end)
{
    return start >= 0 && start <= end && end <= v->n;
}

static wq_str slice(const part_view *v, int64_t start, int64_t end)
{
    return str_sub(v->text, v->byte[start], v->byte[end]);
}

static wq_str keep(arena *a, wq_str s)
{
    return s.p ? arena_str(a, s.p, s.n) : s;
}

static void check_fold(checking *c, arena *a, const document_view *d, int part)
{
    wq_str text = d->part[part].text, folded = d->folded[part].text;
    if (text.p && (!folded.p || !str_eq(words_fold(a, text), folded)))
        finding(&c->found, "document %lld: its folded %s is not that of its %s",
                (long long)d->id, part ? "text" : "title", part ? "text" : "title");
}

static void check_texts(checking *c, arena *a, const document_view *d, wq_str sha256,
                        int64_t characters)
{
    char hex[SHA256_HEX + 1];
    for (int part = 0; part < 2; part++)
        check_fold(c, a, d, part);
    if (!d->part[1].text.p)
        return;
    entry_hash_text(d->part[0].text, d->part[1].text, hex);
    if (!str_eq(sha256, str_of(hex)))
        finding(&c->found, "document %lld: title and text have another SHA-256 than stored",
                (long long)d->id);
    if (d->part[1].n != characters)
        finding(&c->found, "document %lld: has %u characters, not %lld", (long long)d->id,
                d->part[1].n, (long long)characters);
}

/* clang-format off */
/* what, whose, part, start, end, text as stored (NULL: anything) */
static const char SPANS[] =
    "SELECT 'trigger', id, trigger_part, trigger_start, trigger_end, trigger FROM mention WHERE document_id = ?1 "
    "UNION ALL SELECT 'evidence', id, evidence_part, evidence_start, evidence_end, evidence FROM mention WHERE document_id = ?1 "
    "UNION ALL SELECT 'date', id, date_part, date_start, date_end, date_text FROM mention WHERE document_id = ?1 AND date_start IS NOT NULL "
    "UNION ALL SELECT p.side, p.mention_id, p.part, p.start, p.\"end\", p.text FROM mention m JOIN mention_participant p ON p.mention_id = m.id "
    "WHERE m.document_id = ?1 "
    "UNION ALL SELECT 'number', s.mention_id, s.part, s.start, s.\"end\", s.text FROM mention m JOIN mention_size s ON s.mention_id = m.id "
    "WHERE m.document_id = ?1 "
    "UNION ALL SELECT 'time', n, part, start, \"end\", text FROM time WHERE document_id = ?1 "
    "UNION ALL SELECT 'name', actor_id, part, start, \"end\", text FROM document_actor WHERE document_id = ?1 "
    "UNION ALL SELECT 'quotation', n, part, start, \"end\", NULL FROM quotation WHERE document_id = ?1 "
    "UNION ALL SELECT 'sentence', n, part, start, \"end\", NULL FROM sentence WHERE document_id = ?1";
static const char FOLDED[] =
    "SELECT n, part, start, \"end\", folded_start, folded_end FROM sentence WHERE document_id = ?1";
/* clang-format on */

static int part_of(wq_str name)
{
    return str_eq(name, STR("text"));
}

static void check_span(checking *c, const document_view *d, const db_query *q)
{
    const part_view *v = &d->part[part_of(db_text(q, 2))];
    int64_t start = db_int(q, 3), end = db_int(q, 4);
    wq_str what = db_text(q, 0), whose = db_text(q, 1), text = db_text(q, 5);
    if (!in_bounds(v, start, end))
        finding(&c->found, "document %lld: %.*s of %.*s: [%lld, %lld) is outside the %.*s",
                (long long)d->id, STR_ARG(what), STR_ARG(whose), (long long)start,
                (long long)end, STR_ARG(db_text(q, 2)));
    else if (text.p && v->text.p && !str_eq(slice(v, start, end), text))
        finding(&c->found,
                "document %lld: %.*s of %.*s: [%lld, %lld) is \"%.*s\", not \"%.*s\"",
                (long long)d->id, STR_ARG(what), STR_ARG(whose), (long long)start,
                (long long)end, STR_ARG(slice(v, start, end)), STR_ARG(text));
}

static wq_status check_spans(checking *c, const document_view *d, db_query *q)
{
    wq_status st;
    db_bind_int(q, 1, d->id);
    while ((st = db_step(q, c->err)) == WQ_OK)
        check_span(c, d, q);
    db_reset(q);
    return st == WQ_END ? WQ_OK : st;
}

static wq_status check_sentences(checking *c, arena *a, const document_view *d, db_query *q)
{
    wq_status st;
    db_bind_int(q, 1, d->id);
    while ((st = db_step(q, c->err)) == WQ_OK) {
        int part = part_of(db_text(q, 1));
        const part_view *v = &d->part[part], *f = &d->folded[part];
        if (!v->text.p || !f->text.p || !in_bounds(v, db_int(q, 2), db_int(q, 3)))
            continue;
        bool same = in_bounds(f, db_int(q, 4), db_int(q, 5)) &&
                    str_eq(words_fold(a, slice(v, db_int(q, 2), db_int(q, 3))),
                           slice(f, db_int(q, 4), db_int(q, 5)));
        if (!same)
            finding(&c->found,
                    "document %lld: sentence %lld: its folded span is another sentence",
                    (long long)d->id, (long long)db_int(q, 0));
    }
    db_reset(q);
    return st == WQ_END ? WQ_OK : st;
}

typedef struct document_queries {
    db_query documents, spans, folded;
} document_queries;

static wq_status check_document(checking *c, arena *a, document_queries *q)
{
    const db_query *row = &q->documents;
    document_view d = { .id = db_int(row, 0) };
    uint32_t characters = (uint32_t)db_int(row, 2);
    for (int k = 0; k < 2; k++) {
        d.part[k] = view(a, keep(a, db_text(row, 3 + k)), k ? characters : 0);
        d.folded[k] = view(a, keep(a, db_text(row, 5 + k)), 0);
    }
    check_texts(c, a, &d, db_text(row, 1), characters);
    wq_status st = check_spans(c, &d, &q->spans);
    return st == WQ_OK ? check_sentences(c, a, &d, &q->folded) : st;
}

static wq_status check_each(checking *c, document_queries *q)
{
    arena a;
    jmp_buf full;
    arena_init(&a, SIZE_MAX / 4);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return fail(c->err, WQ_E_NOMEM, 0, "out of memory");
    }
    wq_status st = WQ_OK;
    while (st == WQ_OK && (st = db_step(&q->documents, c->err)) == WQ_OK) {
        st = check_document(c, &a, q);
        arena_reset(&a);
    }
    arena_fini(&a);
    return st == WQ_END ? WQ_OK : st;
}

static wq_status check_documents(checking *c)
{
    document_queries q = { 0 };
    wq_status st =
        db_prepare(c->r,
                   "SELECT id, text_sha256, characters, title, text, title_folded, "
                   "text_folded FROM document ORDER BY id",
                   &q.documents, c->err);
    if (st == WQ_OK)
        st = db_prepare(c->r, SPANS, &q.spans, c->err);
    if (st == WQ_OK)
        st = db_prepare(c->r, FOLDED, &q.folded, c->err);
    if (st == WQ_OK)
        st = check_each(c, &q);
    db_finish(&q.documents);
    db_finish(&q.spans);
    db_finish(&q.folded);
    return st;
}

wq_status wq_record_verify(wq_record *record, wq_text *found, uint32_t *n, wq_error *err)
{
    checking c = { .r = record, .err = err };
    wq_status st = check_file(&c);
    if (st == WQ_OK)
        st = check_rows(&c);
    if (st == WQ_OK)
        st = check_documents(&c);
    if (st == WQ_OK)
        return findings_give(&c.found, found, n, err);
    buf_fini(&c.found.text);
    return st;
}
