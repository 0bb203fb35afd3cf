/* The chronology: events with who, where, how often reported, and a sentence of the first report. */
#include "query/filter.h"
#include "query/query.h"

/* clang-format off */
/* A list of one side, those named by most reports first. */
#define SIDE(side, what)                                                              \
    "(SELECT group_concat(" what ", char(31)) FROM (SELECT p.actor_id, p.country, a.name, a.name_latin " \
    "FROM participant p JOIN actor a ON a.id = p.actor_id WHERE p.event_id = e.id "   \
    "AND p.side = '" side "' ORDER BY p.mentions DESC, p.actor_id) x)"
/* The same of what the participants have of themselves, without their names. */
#define SIDE_OWN(side, what)                                                           \
    "(SELECT group_concat(" what ", char(31)) FROM (SELECT p.actor_id, p.country, "    \
    "p.sector FROM participant p WHERE p.event_id = e.id AND p.side = '" side "' "     \
    "ORDER BY p.mentions DESC, p.actor_id) x)"
#define NAME       "ifnull(x.name, x.actor_id)"
#define WITH_STATE NAME " || ifnull(' (' || x.country || ')', '')"

/* Of one report only, no document has to be read to know which comes first. */
#define FIRST_SENTENCE(condition)                                                     \
    "(SELECT evidence FROM (SELECT m.evidence, m.id, CASE e.reports WHEN 1 THEN NULL ELSE " \
    "(SELECT d.published FROM document d WHERE d.id = m.document_id) END AS told "    \
    "FROM mention m WHERE m.event_id = e.id " condition ") ORDER BY told, id LIMIT 1)"

/* A column, and what it is in SQL. */
#define COLUMNS(C)                                                                        \
    C("when", WQ_TEXT, ROWS_FOR_PEOPLE, "ifnull(e.date, '~' || e.sort_day)")              \
    C("day", WQ_TEXT, ROWS_FOR_PROGRAMS, "e.sort_day")                                    \
    C("what", WQ_TEXT, ROWS_FOR_PEOPLE, "e.type || ifnull('-' || e.mode, '')")            \
    C("type", WQ_TEXT, ROWS_FOR_PROGRAMS, "e.type")                                       \
    C("mode", WQ_TEXT, ROWS_FOR_PROGRAMS, "e.mode")                                       \
    C("status", WQ_TEXT, ROWS_ALWAYS, "e.status")                                         \
    C("who", WQ_LIST, ROWS_FOR_PEOPLE, SIDE("actor", WITH_STATE))                         \
    C("to whom", WQ_LIST, ROWS_FOR_PEOPLE, SIDE("recipient", WITH_STATE))                 \
    C("actors", WQ_LIST, ROWS_FOR_PROGRAMS, SIDE("actor", NAME))                          \
    C("actor_ids", WQ_LIST, ROWS_FOR_PROGRAMS, SIDE_OWN("actor", "x.actor_id"))               \
    C("actor_countries", WQ_LIST, ROWS_FOR_PROGRAMS, SIDE_OWN("actor", "ifnull(x.country, '')")) \
    C("actor_sectors", WQ_LIST, ROWS_FOR_PROGRAMS, SIDE_OWN("actor", "ifnull(x.sector, '')")) \
    C("recipients", WQ_LIST, ROWS_FOR_PROGRAMS, SIDE("recipient", NAME))                  \
    C("recipient_ids", WQ_LIST, ROWS_FOR_PROGRAMS, SIDE_OWN("recipient", "x.actor_id"))       \
    C("recipient_countries", WQ_LIST, ROWS_FOR_PROGRAMS,                                  \
      SIDE_OWN("recipient", "ifnull(x.country, '')"))                                         \
    C("recipient_sectors", WQ_LIST, ROWS_FOR_PROGRAMS,                                    \
      SIDE_OWN("recipient", "ifnull(x.sector, '')"))                                          \
    C("where", WQ_TEXT, ROWS_FOR_PEOPLE, "ifnull(l.name, l.country)")                     \
    C("place", WQ_TEXT, ROWS_FOR_PROGRAMS, "l.name")                                      \
    C("place_country", WQ_TEXT, ROWS_FOR_PROGRAMS, "l.country")                           \
    C("lat", WQ_REAL, ROWS_FOR_PROGRAMS, "l.lat")                                         \
    C("lon", WQ_REAL, ROWS_FOR_PROGRAMS, "l.lon")                                         \
    C("date", WQ_TEXT, ROWS_FOR_PROGRAMS, "e.date")                                       \
    C("first", WQ_TEXT, ROWS_FOR_PROGRAMS, "e.first")                                     \
    C("last", WQ_TEXT, ROWS_FOR_PROGRAMS, "e.last")                                       \
    C("contexts", WQ_LIST, ROWS_FOR_PROGRAMS,                                             \
      "(SELECT group_concat(context, char(31)) FROM (SELECT DISTINCT c.context FROM mention m " \
      "JOIN mention_context c ON c.mention_id = m.id WHERE m.event_id = e.id ORDER BY 1))") \
    C("plover", WQ_TEXT, ROWS_FOR_PROGRAMS, "e.plover")                                   \
    C("cameo", WQ_TEXT, ROWS_FOR_PROGRAMS, "e.cameo")                                     \
    C("quad", WQ_INTEGER, ROWS_FOR_PROGRAMS, "e.quad")                                    \
    C("reports", WQ_INTEGER, ROWS_ALWAYS, "e.reports")                                    \
    C("independent", WQ_INTEGER, ROWS_FOR_PROGRAMS, "e.independent")                      \
    C("outlets", WQ_INTEGER, ROWS_FOR_PROGRAMS, "e.outlets")                              \
    C("confidence", WQ_REAL, ROWS_FOR_PROGRAMS, "round(e.confidence, 3)")                 \
    C("event", WQ_TEXT, ROWS_ALWAYS, "e.id")                                              \
    C("sources", WQ_LIST, ROWS_FOR_PROGRAMS,                                              \
      "(SELECT group_concat(source, char(31)) FROM (SELECT DISTINCT c.source FROM mention m " \
      "JOIN claim c ON c.mention_id = m.id WHERE m.event_id = e.id ORDER BY 1))")         \
    C("sizes", WQ_LIST, ROWS_FOR_PROGRAMS,                                                \
      "(SELECT group_concat(size, char(31)) FROM (SELECT DISTINCT " SIZE_IN_WORDS " "  \
      "AS size FROM mention m JOIN mention_size z ON z.mention_id = m.id "                  \
      "WHERE m.event_id = e.id ORDER BY 1))")                                             \
    C("says", WQ_LONG, ROWS_ALWAYS,                                                       \
      "ifnull(" FIRST_SENTENCE("AND m.status = e.status") ", " FIRST_SENTENCE("") ")")

#define AS_COLUMN(name, kind, use, sql) { name, kind, use },
#define AS_SQL(name, kind, use, sql)    sql ", "
/* clang-format on */

static const rows_column columns[] = { COLUMNS(AS_COLUMN) };

void timeline_select(question *q)
{
    q->column = columns;
    q->n_columns = sizeof columns / sizeof *columns;
    ask(q, "SELECT " COLUMNS(
               AS_SQL) "e.id FROM event e LEFT JOIN place l ON l.id = e.place_id "
                       "WHERE 1");
}

static wq_status build(question *q, const void *arg, wq_error *err)
{
    const wq_filter *f = arg;
    timeline_select(q);
    wq_status st = ask_filter(q, f, err);
    ask(q, " ORDER BY e.sort_day, e.id");
    ask_limit(q, f);
    return st;
}

wq_status wq_timeline(wq_record *record, const wq_filter *filter, wq_rows **out,
                      wq_error *err)
{
    return question_rows(record, build, filter, out, err);
}
