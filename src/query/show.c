/* One event: its row, who took part, what became of it, and what each document says. */
#include "query/filter.h"
#include "query/query.h"

typedef struct part_spec {
    const char *name;
    const rows_column *column;
    uint32_t n_columns;
    const char *sql; /* up to "event_id = " */
    const char *order;
} part_spec;

#define COLUMNS(v) v, sizeof v / sizeof *(v)

static const rows_column participant_columns[] = {
    { "side", WQ_TEXT, ROWS_ALWAYS },    { "name", WQ_TEXT, ROWS_ALWAYS },
    { "country", WQ_TEXT, ROWS_ALWAYS }, { "sector", WQ_TEXT, ROWS_ALWAYS },
    { "role", WQ_TEXT, ROWS_ALWAYS },    { "mentions", WQ_INTEGER, ROWS_ALWAYS },
    { "actor", WQ_TEXT, ROWS_ALWAYS },   { "latin", WQ_TEXT, ROWS_FOR_PROGRAMS },
    { "written", WQ_LIST, ROWS_ALWAYS },
};
static const char participant_sql[] =
    "SELECT p.side, a.name, p.country, p.sector, p.role, p.mentions, p.actor_id, "
    "a.name_latin, "
    "(SELECT group_concat(text, char(31)) FROM (SELECT DISTINCT x.text FROM mention m "
    "JOIN mention_participant x ON x.mention_id = m.id WHERE m.event_id = p.event_id "
    "AND x.side = p.side AND x.actor_id = p.actor_id ORDER BY 1)) "
    "FROM participant p JOIN actor a ON a.id = p.actor_id WHERE p.event_id = ";

static const rows_column history_columns[] = {
    { "published", WQ_TEXT, ROWS_ALWAYS },   { "change", WQ_TEXT, ROWS_ALWAYS },
    { "status", WQ_TEXT, ROWS_ALWAYS },      { "date", WQ_TEXT, ROWS_ALWAYS },
    { "first", WQ_TEXT, ROWS_FOR_PROGRAMS }, { "last", WQ_TEXT, ROWS_FOR_PROGRAMS },
    { "mention", WQ_TEXT, ROWS_ALWAYS },     { "outlet", WQ_TEXT, ROWS_ALWAYS },
    { "says", WQ_LONG, ROWS_ALWAYS },
};
static const char history_sql[] =
    "SELECT h.published, h.change, h.status, h.date, h.first, h.last, h.mention_id, "
    "o.name, "
    "m.evidence FROM event_history h JOIN mention m ON m.id = h.mention_id "
    "JOIN document d ON d.id = m.document_id LEFT JOIN outlet o ON o.id = d.outlet_id "
    "WHERE h.event_id = ";

static const rows_column mention_columns[] = {
    { "published", WQ_TEXT, ROWS_ALWAYS },    { "outlet", WQ_TEXT, ROWS_ALWAYS },
    { "title", WQ_TEXT, ROWS_ALWAYS },        { "says", WQ_LONG, ROWS_ALWAYS },
    { "what", WQ_TEXT, ROWS_FOR_PEOPLE },     { "type", WQ_TEXT, ROWS_FOR_PROGRAMS },
    { "mode", WQ_TEXT, ROWS_FOR_PROGRAMS },   { "status", WQ_TEXT, ROWS_ALWAYS },
    { "actors", WQ_LIST, ROWS_ALWAYS },       { "recipients", WQ_LIST, ROWS_ALWAYS },
    { "date", WQ_TEXT, ROWS_ALWAYS },         { "date_text", WQ_TEXT, ROWS_ALWAYS },
    { "date_rule", WQ_TEXT, ROWS_ALWAYS },    { "first", WQ_TEXT, ROWS_FOR_PROGRAMS },
    { "last", WQ_TEXT, ROWS_FOR_PROGRAMS },   { "place_text", WQ_TEXT, ROWS_ALWAYS },
    { "sources", WQ_LIST, ROWS_ALWAYS },      { "sizes", WQ_LIST, ROWS_ALWAYS },
    { "confidence", WQ_REAL, ROWS_ALWAYS },   { "copy_of", WQ_TEXT, ROWS_ALWAYS },
    { "merge_score", WQ_REAL, ROWS_ALWAYS },  { "merge_why", WQ_TEXT, ROWS_ALWAYS },
    { "why", WQ_LIST, ROWS_ALWAYS },          { "mention", WQ_TEXT, ROWS_ALWAYS },
    { "document", WQ_TEXT, ROWS_ALWAYS },     { "url", WQ_TEXT, ROWS_ALWAYS },
    { "part", WQ_TEXT, ROWS_FOR_PROGRAMS },   { "start", WQ_INTEGER, ROWS_FOR_PROGRAMS },
    { "end", WQ_INTEGER, ROWS_FOR_PROGRAMS },
};
/* clang-format off */
#define WRITTEN(side)                                                                \
    "(SELECT group_concat(x.text, char(31)) FROM (SELECT text FROM "                 \
    "mention_participant WHERE mention_id = m.id AND side = '" side "' ORDER BY n) x)"
static const char mention_sql[] =
    "SELECT d.published_day, o.name, d.title, m.evidence, m.type || ifnull('-' || m.mode, ''), "
    "m.type, m.mode, m.status, " WRITTEN("actor") ", " WRITTEN("recipient") ", "
    "m.date, m.date_text, m.date_rule, m.first, m.last, m.place_text, "
    "(SELECT group_concat(source, char(31)) FROM claim c WHERE c.mention_id = m.id), "
    "(SELECT group_concat(" SIZE_IN_WORDS ", char(31)) FROM mention_size z "
    "WHERE z.mention_id = m.id), "
    "round(m.confidence, 3), (SELECT k.key FROM near_copy n JOIN document k "
    "ON k.id = n.original_id WHERE n.document_id = d.id), round(m.merge_score, 3), m.merge_why, "
    "replace(m.why, char(10), char(31)), m.id, d.key, d.url, "
    "m.evidence_part, m.evidence_start, m.evidence_end "
    "FROM mention m JOIN document d ON d.id = m.document_id "
    "LEFT JOIN outlet o ON o.id = d.outlet_id WHERE m.event_id = ";
/* clang-format on */

static const rows_column claim_columns[] = {
    { "source", WQ_TEXT, ROWS_ALWAYS },  { "actor", WQ_TEXT, ROWS_ALWAYS },
    { "cue", WQ_TEXT, ROWS_ALWAYS },     { "stance", WQ_TEXT, ROWS_ALWAYS },
    { "outlet", WQ_TEXT, ROWS_ALWAYS },  { "published", WQ_TEXT, ROWS_ALWAYS },
    { "mention", WQ_TEXT, ROWS_ALWAYS },
};
static const char claim_sql[] =
    "SELECT c.source, c.actor_id, c.cue, c.stance, o.name, d.published_day, c.mention_id "
    "FROM mention m JOIN claim c ON c.mention_id = m.id JOIN document d ON d.id = "
    "m.document_id "
    "LEFT JOIN outlet o ON o.id = d.outlet_id WHERE m.event_id = ";

static const rows_column disagreement_columns[] = {
    { "about", WQ_TEXT, ROWS_ALWAYS },      { "value", WQ_TEXT, ROWS_ALWAYS },
    { "reports", WQ_INTEGER, ROWS_ALWAYS }, { "outlets", WQ_INTEGER, ROWS_ALWAYS },
    { "actor", WQ_TEXT, ROWS_ALWAYS },      { "mention", WQ_TEXT, ROWS_ALWAYS },
};
static const char disagreement_sql[] =
    "SELECT field, value, reports, outlets, actor_id, mention_id FROM disagreement "
    "WHERE event_id = ";

static const part_spec specs[WQ_PARTS_OF_EVENT] = {
    [WQ_EVENT] = { "event", NULL, 0, NULL, NULL },
    [WQ_PARTICIPANTS] = { "participants", COLUMNS(participant_columns), participant_sql,
                          " ORDER BY p.side, p.mentions DESC, p.actor_id" },
    [WQ_HISTORY] = { "history", COLUMNS(history_columns), history_sql, " ORDER BY h.n" },
    [WQ_MENTIONS] = { "mentions", COLUMNS(mention_columns), mention_sql,
                      " ORDER BY d.published, m.id" },
    [WQ_CLAIMS] = { "claims", COLUMNS(claim_columns), claim_sql,
                    " ORDER BY d.published, c.mention_id, c.n" },
    [WQ_DISAGREEMENTS] = { "disagreements", COLUMNS(disagreement_columns), disagreement_sql,
                           " ORDER BY field, reports DESC, value" },
};

const char *wq_part_name(wq_part_of_event part)
{
    return (unsigned)part < WQ_PARTS_OF_EVENT ? specs[part].name : NULL;
}

/* ---- which event ------------------------------------------------------------------------------ */

static wq_status find_event(question *q, wq_str id, wq_str *event, wq_error *err)
{
    wq_status st = look_up(q, "SELECT id FROM event WHERE id = ?1", id, event, err);
    if (st == WQ_OK && !event->p)
        st = look_up(q, "SELECT event_id FROM mention WHERE id = ?1", id, event, err);
    if (st != WQ_OK || event->p || id.n == 0)
        return st;
    wq_str
        more; /* ids are hexadecimal digits, so '~' comes behind all that begin with `id` */
    st =
        look_up(q,
                "SELECT group_concat(id, ' ') FROM (SELECT id FROM event WHERE id > ?1 AND "
                "id < ?1 || '~' LIMIT 5)",
                id, &more, err);
    if (st == WQ_OK && more.p && str_find(more, STR(" ")) >= 0)
        return fail(err, WQ_E_USE, 0, "several events begin with '%.*s': %.*s", STR_ARG(id),
                    STR_ARG(more));
    *event = more;
    return st;
}

typedef struct wanted {
    const char *id;
    wq_part_of_event part;
} wanted;

static wq_status build(question *q, const void *arg, wq_error *err)
{
    const wanted *w = arg;
    const part_spec *spec = &specs[w->part];
    wq_str event;
    wq_status st = find_event(q, str_of(w->id), &event, err);
    if (st != WQ_OK)
        return st;
    if (!event.p)
        return fail(err, WQ_E_USE, 0,
                    "no event '%.64s' in the record (waqai timeline lists them)", w->id);
    if (w->part == WQ_EVENT) {
        timeline_select(q);
        ask(q, " AND e.id = ");
        ask_text(q, event);
        return WQ_OK;
    }
    q->column = spec->column;
    q->n_columns = spec->n_columns;
    ask(q, spec->sql);
    ask_text(q, event);
    ask(q, spec->order);
    return WQ_OK;
}

wq_status wq_show(wq_record *record, const char *id, wq_part_of_event part, wq_rows **out,
                  wq_error *err)
{
    if ((unsigned)part >= WQ_PARTS_OF_EVENT)
        return fail(err, WQ_E_USE, 0, "an event has no part %d", (int)part);
    return question_rows(record, build, &(wanted){ id, part }, out, err);
}
