/* What differs between two records: documents by the hash of their pages, mentions by where they stand, events by
 * their first mention.                                                                                            */
#include "record/findings.h"

/* clang-format off */
#define DOCUMENTS(in, not_in) \
    "SELECT 'document ' || sha256 || '  ' || ifnull(title, key) FROM " in ".document WHERE sha256 NOT IN " \
    "(SELECT sha256 FROM " not_in ".document) ORDER BY sha256"
#define EVENT_LINE "id || '  ' || ifnull(sort_day, '?') || ' ' || type || ifnull(' ' || mode, '') || ' ' || status"
#define EVENTS(in, not_in) \
    "SELECT 'event ' || " EVENT_LINE " FROM " in ".event WHERE id NOT IN (SELECT id FROM " not_in ".event) ORDER BY id"
#define MENTIONS(in, not_in) \
    "SELECT 'mention ' || m.id || '  ' || m.type || ' ' || m.trigger FROM " in ".mention m WHERE m.id NOT IN " \
    "(SELECT id FROM " not_in ".mention) ORDER BY m.id"
#define MENTION_FACTS(in) \
    "(SELECT m.id, ifnull(m.type, '') || ' ' || ifnull(m.mode, '-') || ' ' || m.status || ' ' || ifnull(m.date, '-') || " \
    "' ' || ifnull(p.name, '-') || ' in ' || ifnull(m.event_id, '-') AS facts, (SELECT group_concat(side || '=' || " \
    "actor_id, ' ') FROM (SELECT side, actor_id FROM " in ".mention_participant x WHERE x.mention_id = m.id ORDER BY " \
    "side, actor_id)) AS who, ifnull(m.merge_score, 0) AS score FROM " in ".mention m LEFT JOIN " in ".place p ON p.id = m.place_id)"
#define EVENT_FACTS(in) \
    "(SELECT e.id, e.type || ' ' || ifnull(e.mode, '-') || ' ' || e.status || ' ' || ifnull(e.date, '-') || ' ' || " \
    "ifnull(p.name, '-') || ', ' || e.reports || ' reports, ' || e.independent || ' independent, ' || e.outlets || " \
    "' outlets, ' || e.mentions || ' mentions' AS facts, (SELECT group_concat(side || '=' || actor_id, ' ') FROM " \
    "(SELECT side, actor_id FROM " in ".participant x WHERE x.event_id = e.id ORDER BY side, actor_id)) AS who, " \
    "(SELECT group_concat(change || ' ' || ifnull(published, '?'), ', ') FROM (SELECT change, published FROM " in \
    ".event_history h WHERE h.event_id = e.id ORDER BY n)) AS history, (SELECT group_concat(field || '=' || value || ' ' || " \
    "reports, ', ') FROM (SELECT field, value, reports FROM " in ".disagreement d WHERE d.event_id = e.id ORDER BY field, value)) " \
    "AS differ FROM " in ".event e LEFT JOIN " in ".place p ON p.id = e.place_id)"
#define CHANGED(what, column, facts) \
    "SELECT '" what " ' || a.id || '  ' || ifnull(a." column ", '-') || '  ->  ' || ifnull(b." column ", '-') FROM " facts("main") \
    " a JOIN " facts("other") " b ON b.id = a.id WHERE a." column " IS NOT b." column " ORDER BY a.id"
#define COPIES(in, not_in) \
    "SELECT 'copy ' || d.sha256 || ' of ' || o.sha256 FROM " in ".near_copy n JOIN " in ".document d ON d.id = n.document_id JOIN " \
    in ".document o ON o.id = n.original_id EXCEPT SELECT 'copy ' || d.sha256 || ' of ' || o.sha256 FROM " not_in \
    ".near_copy n JOIN " not_in ".document d ON d.id = n.document_id JOIN " not_in ".document o ON o.id = n.original_id"

static const struct {
    char sign;
    const char *sql;
} QUESTIONS[] = {
    { '-', DOCUMENTS("main", "other") },
    { '+', DOCUMENTS("other", "main") },
    { '-', MENTIONS("main", "other") },
    { '+', MENTIONS("other", "main") },
    { '~', CHANGED("mention", "facts", MENTION_FACTS) },
    { '~', CHANGED("mention", "who", MENTION_FACTS) },
    { '-', EVENTS("main", "other") },
    { '+', EVENTS("other", "main") },
    { '~', CHANGED("event", "facts", EVENT_FACTS) },
    { '~', CHANGED("event", "who", EVENT_FACTS) },
    { '~', CHANGED("event", "history", EVENT_FACTS) },
    { '~', CHANGED("event", "differ", EVENT_FACTS) },
    { '-', COPIES("main", "other") },
    { '+', COPIES("other", "main") },
};
/* clang-format on */

static wq_status ask(wq_record *r, char sign, const char *sql, findings *found,
                     wq_error *err)
{
    db_query q;
    wq_status st = db_prepare(r, sql, &q, err);
    while (st == WQ_OK && (st = db_step(&q, err)) == WQ_OK)
        finding(found, "%c %.*s", sign, STR_ARG(db_text(&q, 0)));
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}

/* Opening it first refuses what is no record. */
static wq_status attach(wq_record *r, const char *path, wq_error *err)
{
    wq_record *other;
    db_query q;
    wq_status st = wq_record_open(path, WQ_RECORD_READ, &other, err);
    if (st != WQ_OK)
        return st;
    wq_record_close(other);
    st = db_prepare(r, "ATTACH ?1 AS other", &q, err);
    if (st != WQ_OK)
        return st;
    db_bind_text(&q, 1, str_of(path));
    st = db_exec(&q, err);
    db_finish(&q);
    return st;
}

wq_status wq_record_diff(wq_record *record, const char *path, wq_text *out, uint32_t *n,
                         wq_error *err)
{
    findings found = { 0 };
    wq_status st = attach(record, path, err);
    if (st != WQ_OK)
        return st;
    for (size_t i = 0; st == WQ_OK && i < sizeof QUESTIONS / sizeof *QUESTIONS; i++)
        st = ask(record, QUESTIONS[i].sign, QUESTIONS[i].sql, &found, err);
    wq_status detached = db_run(record, "DETACH other", st == WQ_OK ? err : NULL);
    if (st == WQ_OK)
        st = detached;
    if (st == WQ_OK)
        return findings_give(&found, out, n, err);
    buf_fini(&found.text);
    return st;
}
