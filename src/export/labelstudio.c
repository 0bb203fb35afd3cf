/* Label Studio: a task for each document, with what was coded as a prediction.  Its offsets count UTF-16 units, as
 * browsers do; title and text are one text, parted by an empty line.                                             */
#include "base/utf8.h"
#include "export/export.h"

typedef struct task {
    exporting *x;
    db_query mentions, participants;
    wq_str title, text; /* title.p == NULL: there is none */
} task;

static const char mention_sql[] =
    "SELECT m.id, m.type, m.trigger_part, m.trigger_start, m.trigger_end, m.trigger, "
    "m.confidence FROM mention m WHERE m.document_id = ?1 AND m.event_id IS NOT NULL "
    "ORDER BY m.trigger_part DESC, m.trigger_start, m.id";
static const char participant_sql[] = "SELECT side, n, part, start, \"end\", text FROM "
                                      "mention_participant WHERE mention_id = ?1 "
                                      "ORDER BY side, n";

/* ---- offsets --------------------------------------------------------------------------------------- */

static int64_t utf16_units(wq_str s, int64_t code_points)
{
    int64_t units = 0;
    for (size_t i = 0; i < s.n && code_points > 0; code_points--) {
        uint32_t cp;
        unsigned len = utf8_decode(s.p + i, s.n - i, &cp);
        units += cp > 0xffff ? 2 : 1;
        i += len ? len : 1;
    }
    return units;
}

static int64_t offset(const task *t, wq_str part, int64_t at)
{
    if (str_eq(part, STR("title")))
        return utf16_units(t->title, at);
    int64_t before = t->title.p ? utf16_units(t->title, INT64_MAX) + 2 : 0;
    return before + utf16_units(t->text, at);
}

/* ---- regions and relations ----------------------------------------------------------------------------- */

static void put_region(task *t, wq_str id, wq_str label, const db_query *q, int column)
{
    buf *b = &t->x->out;
    wq_str part = db_text(q, column);
    json_open(b, '{');
    json_key_str(b, "id", id);
    json_key_str(b, "from_name", STR("label"));
    json_key_str(b, "to_name", STR("text"));
    json_key_str(b, "type", STR("labels"));
    json_key(b, "value");
    json_open(b, '{');
    json_key_int(b, "start", offset(t, part, db_int(q, column + 1)));
    json_key_int(b, "end", offset(t, part, db_int(q, column + 2)));
    json_key_str(b, "text", db_text(q, column + 3));
    export_list(b, "labels", label, JOIN);
    json_close(b, '}');
    json_close(b, '}');
}

static void put_relation(task *t, wq_str from, wq_str to, wq_str label)
{
    buf *b = &t->x->out;
    json_open(b, '{');
    json_key_str(b, "type", STR("relation"));
    json_key_str(b, "from_id", from);
    json_key_str(b, "to_id", to);
    json_key_str(b, "direction", STR("right"));
    export_list(b, "labels", label, JOIN);
    json_close(b, '}');
}

static wq_status put_mention(task *t, wq_error *err)
{
    arena *a = &t->x->mem;
    wq_str id = db_text(&t->mentions, 0);
    put_region(t, id, db_text(&t->mentions, 1), &t->mentions, 2);
    db_reset(&t->participants);
    db_bind_text(&t->participants, 1, id);
    wq_status st;
    while ((st = db_step(&t->participants, err)) == WQ_OK) {
        wq_str side = db_text(&t->participants, 0);
        wq_str who = arena_printf(a, "%.*s.%.*s.%lld", STR_ARG(id), STR_ARG(side),
                                  (long long)db_int(&t->participants, 1));
        put_region(t, who, side, &t->participants, 2);
        put_relation(t, id, who, side);
    }
    return st == WQ_END ? WQ_OK : st;
}

static wq_status put_results(task *t, int64_t document, wq_error *err)
{
    buf *b = &t->x->out;
    json_key(b, "result");
    json_open(b, '[');
    db_reset(&t->mentions);
    db_bind_int(&t->mentions, 1, document);
    wq_status st = WQ_OK;
    while (st == WQ_OK && (st = db_step(&t->mentions, err)) == WQ_OK)
        st = put_mention(t, err);
    json_close(b, ']');
    return st == WQ_END ? WQ_OK : st;
}

/* ---- documents ------------------------------------------------------------------------------------------ */

static void put_data(task *t, const db_query *q)
{
    buf *b = &t->x->out;
    wq_str whole = t->title.p ? arena_printf(&t->x->mem, "%.*s\n\n%.*s", STR_ARG(t->title),
                                             STR_ARG(t->text))
                              : t->text;
    json_key(b, "data");
    json_open(b, '{');
    json_key_str(b, "text", whole);
    json_key_str(b, "document", db_text(q, 1));
    json_key_str(b, "url", db_text(q, 2));
    json_key_str(b, "outlet", db_text(q, 3));
    json_key_str(b, "published", db_text(q, 4));
    json_close(b, '}');
}

static wq_status put_task(task *t, const db_query *q, wq_error *err)
{
    buf *b = &t->x->out;
    arena_reset(&t->x->mem);
    t->title = db_text(q, 5);
    t->text = db_text(q, 6);
    export_comma(t->x);
    json_open(b, '{');
    put_data(t, q);
    json_key(b, "predictions");
    json_open(b, '[');
    json_open(b, '{');
    json_key_str(b, "model_version", arena_printf(&t->x->mem, "waqai %s", wq_version()));
    wq_status st = put_results(t, db_int(q, 0), err);
    json_close(b, '}');
    json_close(b, ']');
    json_close(b, '}');
    t->x->n++;
    return st == WQ_OK ? export_flush(t->x, err) : st;
}

static wq_status build(question *q, const void *arg, wq_error *err)
{
    ask(q,
        "SELECT d.id, d.key, d.url, o.name, d.published, d.title, d.text FROM document d "
        "LEFT JOIN outlet o ON o.id = d.outlet_id WHERE d.text IS NOT NULL AND d.id IN "
        "(SELECT m.document_id FROM event e JOIN mention m ON m.event_id = e.id WHERE 1");
    wq_status st = ask_filter(q, arg, err);
    ask(q, ") ORDER BY d.published_day, d.id");
    ask_limit(q, arg);
    return st;
}

static wq_status has_texts(exporting *x, wq_error *err)
{
    int64_t without = 0;
    wq_status st =
        db_number(x->record, "SELECT EXISTS (SELECT 1 FROM document WHERE text IS NULL)",
                  &without, err);
    if (st == WQ_OK && without)
        return fail(err, WQ_E_USE, 0,
                    "this record keeps no article texts (--no-bodies): nothing to label");
    return st;
}

static wq_status all_tasks(task *t, wq_error *err)
{
    question *documents;
    wq_status st = question_new(t->x->record, build, t->x->filter, &documents, err);
    if (st != WQ_OK)
        return st;
    st = db_prepare(t->x->record, mention_sql, &t->mentions, err);
    if (st == WQ_OK)
        st = db_prepare(t->x->record, participant_sql, &t->participants, err);
    buf_char(&t->x->out, '[');
    while (st == WQ_OK && (st = db_step(&documents->q, err)) == WQ_OK)
        st = put_task(t, &documents->q, err);
    buf_str(&t->x->out, STR("\n]\n"));
    question_free(documents);
    return st == WQ_END ? WQ_OK : st;
}

wq_status labelstudio_all(exporting *x, wq_error *err)
{
    wq_status st = has_texts(x, err);
    if (st != WQ_OK)
        return st;
    task t = { .x = x };
    st = all_tasks(&t, err);
    db_finish(&t.mentions);
    db_finish(&t.participants);
    return st;
}
