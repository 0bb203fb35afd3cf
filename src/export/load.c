/* Events out of the record, one by one. */
#include "export/export.h"

typedef struct loading {
    exporting *x;
    db_query participants, mentions;
} loading;

static const char event_sql[] =
    "SELECT e.id, e.type, e.mode, e.plover, e.status, e.date, e.first, e.last, e.sort_day, "
    "(SELECT group_concat(context, char(31)) FROM (SELECT DISTINCT c.context FROM mention "
    "m "
    "JOIN mention_context c ON c.mention_id = m.id WHERE m.event_id = e.id ORDER BY 1)), "
    "e.first_published, e.last_published, l.name, l.country, e.quad, e.reports, "
    "e.independent, "
    "e.outlets, l.geonames, e.confidence, l.lat, l.lon "
    "FROM event e LEFT JOIN place l ON l.id = e.place_id WHERE 1";
enum {
    E_QUAD = 14,
    E_REPORTS,
    E_INDEPENDENT,
    E_OUTLETS,
    E_GEONAMES,
    E_CONFIDENCE,
    E_LAT,
    E_LON
};

static const char participant_sql[] =
    "SELECT p.actor_id, a.name, a.name_latin, p.country, p.sector, a.sectors, p.role, "
    "a.kind, "
    "(SELECT x.text FROM mention m JOIN mention_participant x ON x.mention_id = m.id "
    "WHERE m.event_id = p.event_id AND x.actor_id = p.actor_id AND x.side = p.side "
    "ORDER BY m.id LIMIT 1), a.listed FROM participant p JOIN actor a ON a.id = p.actor_id "
    "WHERE p.event_id = ?1 AND p.side = ?2 ORDER BY p.mentions DESC, p.actor_id";
enum { P_LISTED = 9 };

/* clang-format off */
#define PART(what) "CASE m." what "_part WHEN 'title' THEN d.title ELSE d.text END"
static const char mention_sql[] =
    "SELECT m.id, m.type, m.mode, m.status, m.date, m.date_text, m.place_text, "
    "(SELECT json_group_array(json_object('source', c.source, 'id', c.actor_id, 'cue', c.cue, "
    "'stance', c.stance)) FROM claim c WHERE c.mention_id = m.id), "
    "(SELECT json_group_array(json_object('kind', z.kind, 'least', z.least, 'most', z.most)) "
    "FROM mention_size z WHERE z.mention_id = m.id), "
    "(SELECT json_group_object(kind, least) FROM (SELECT kind, max(least) AS least FROM "
    "mention_size z WHERE z.mention_id = m.id AND kind IN ('dead', 'injured', 'arrested') "
    "GROUP BY kind)), replace(m.why, char(10), char(31)), "
    "m.trigger_part, m.trigger, m.evidence_part, m.evidence, "
    "substr(" PART("evidence") ", max(m.evidence_start - 31, 1), min(m.evidence_start, 32)), "
    "substr(" PART("evidence") ", m.evidence_end + 1, 32), "
    "d.key, d.url, o.name, d.byline, d.title, d.published, d.published_day, d.sha256, "
    "(SELECT k.key FROM near_copy n JOIN document k ON k.id = n.original_id "
    "WHERE n.document_id = d.id), "
    "m.trigger_start, m.trigger_end, m.evidence_start, m.evidence_end, d.id, d.characters, "
    "(SELECT s.n FROM sentence s WHERE s.document_id = d.id AND s.part = m.trigger_part "
    "AND s.start <= m.trigger_start AND s.\"end\" >= m.trigger_end), m.confidence "
    "FROM mention m JOIN document d ON d.id = m.document_id "
    "LEFT JOIN outlet o ON o.id = d.outlet_id WHERE m.event_id = ?1 "
    "ORDER BY m.status <> ?2, d.published, m.id";
/* clang-format on */
enum { M_NUMBERS = 26, M_CONFIDENCE = M_NUMBERS + 7 };

static wq_str copied(exporting *x, const db_query *q, int column)
{
    wq_str s = db_text(q, column);
    return s.p ? arena_str(&x->mem, s.p, s.n) : s;
}

static void copy_texts(exporting *x, const db_query *q, wq_str *const *to, int n)
{
    for (int i = 0; i < n; i++)
        *to[i] = copied(x, q, i);
}

/* ---- participants and mentions ------------------------------------------------------------------ */

static x_actor actor_row(exporting *x, const db_query *q)
{
    x_actor a;
    wq_str *const to[] = { &a.id,      &a.name, &a.latin, &a.country, &a.sector,
                           &a.sectors, &a.role, &a.kind,  &a.text };
    copy_texts(x, q, to, P_LISTED);
    a.listed = db_int(q, P_LISTED) != 0;
    return a;
}

static wq_status load_side(loading *l, wq_str event, wq_str side, const x_actor **out,
                           uint32_t *n, wq_error *err)
{
    VEC(x_actor) actors = { 0 };
    db_query *q = &l->participants;
    db_reset(q);
    db_bind_text(q, 1, event);
    db_bind_text(q, 2, side);
    wq_status st;
    while ((st = db_step(q, err)) == WQ_OK) {
        x_actor a = actor_row(l->x, q);
        *vec_push(&l->x->mem, &actors) = a;
    }
    *out = actors.v;
    *n = actors.n;
    return st == WQ_END ? WQ_OK : st;
}

static x_mention mention_row(exporting *x, const db_query *q)
{
    x_mention m;
    wq_str *const to[] = {
        &m.id,        &m.type,         &m.mode,         &m.status,        &m.date,
        &m.date_text, &m.place_text,   &m.claims,       &m.sizes,         &m.plover_size,
        &m.why,       &m.trigger.part, &m.trigger.text, &m.evidence.part, &m.evidence.text,
        &m.before,    &m.behind,       &m.document,     &m.url,           &m.outlet,
        &m.byline,    &m.title,        &m.published,    &m.published_day, &m.sha256,
        &m.copy_of,
    };
    int64_t *const numbers[] = { &m.trigger.start, &m.trigger.end, &m.evidence.start,
                                 &m.evidence.end,  &m.document_id, &m.characters,
                                 &m.sentence };
    copy_texts(x, q, to, M_NUMBERS);
    for (int i = 0; i < 7; i++)
        *numbers[i] = db_int(q, M_NUMBERS + i);
    m.confidence = db_real(q, M_CONFIDENCE);
    return m;
}

static wq_status load_mentions(loading *l, x_event *e, wq_error *err)
{
    VEC(x_mention) mentions = { 0 };
    db_query *q = &l->mentions;
    db_reset(q);
    db_bind_text(q, 1, e->id);
    db_bind_text(q, 2, e->status);
    wq_status st;
    while ((st = db_step(q, err)) == WQ_OK) {
        x_mention m = mention_row(l->x, q);
        *vec_push(&l->x->mem, &mentions) = m;
    }
    e->mention = mentions.v;
    e->n_mentions = mentions.n;
    return st == WQ_END ? WQ_OK : st;
}

/* ---- events ------------------------------------------------------------------------------------------ */

static x_event event_row(exporting *x, const db_query *q)
{
    x_event e = { 0 };
    wq_str *const to[] = { &e.id,
                           &e.type,
                           &e.mode,
                           &e.plover,
                           &e.status,
                           &e.date,
                           &e.first,
                           &e.last,
                           &e.day,
                           &e.contexts,
                           &e.first_published,
                           &e.last_published,
                           &e.place,
                           &e.place_country };
    copy_texts(x, q, to, E_QUAD);
    e.quad = db_int(q, E_QUAD);
    e.reports = db_int(q, E_REPORTS);
    e.independent = db_int(q, E_INDEPENDENT);
    e.outlets = db_int(q, E_OUTLETS);
    e.geonames = db_int(q, E_GEONAMES);
    e.confidence = db_real(q, E_CONFIDENCE);
    e.placed = !db_is_null(q, E_LAT) && !db_is_null(q, E_LON);
    e.lat = db_real(q, E_LAT);
    e.lon = db_real(q, E_LON);
    return e;
}

static wq_status one_event(loading *l, const db_query *q, const export_format *f,
                           wq_error *err)
{
    exporting *x = l->x;
    arena_reset(&x->mem);
    x_event e = event_row(x, q);
    wq_status st = load_side(l, e.id, STR("actor"), &e.actor, &e.n_actors, err);
    if (st == WQ_OK)
        st = load_side(l, e.id, STR("recipient"), &e.recipient, &e.n_recipients, err);
    if (st == WQ_OK)
        st = load_mentions(l, &e, err);
    if (st != WQ_OK || e.n_mentions == 0)
        return st;
    f->event(x, &e);
    x->n++;
    return export_flush(x, err);
}

static wq_status build(question *q, const void *arg, wq_error *err)
{
    ask(q, event_sql);
    wq_status st = ask_filter(q, arg, err);
    ask(q, " ORDER BY e.sort_day, e.id");
    ask_limit(q, arg);
    return st;
}

static wq_status all_events(loading *l, question *events, const export_format *f,
                            wq_error *err)
{
    wq_status st = db_prepare(l->x->record, participant_sql, &l->participants, err);
    if (st == WQ_OK)
        st = db_prepare(l->x->record, mention_sql, &l->mentions, err);
    while (st == WQ_OK && (st = db_step(&events->q, err)) == WQ_OK)
        st = one_event(l, &events->q, f, err);
    return st == WQ_END ? WQ_OK : st;
}

wq_status export_events(exporting *x, const export_format *f, wq_error *err)
{
    question *events;
    wq_status st = question_new(x->record, build, x->filter, &events, err);
    if (st != WQ_OK)
        return st;
    loading l = { .x = x };
    st = all_events(&l, events, f, err);
    db_finish(&l.participants);
    db_finish(&l.mentions);
    question_free(events);
    return st;
}
