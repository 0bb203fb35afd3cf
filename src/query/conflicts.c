/* Where reports of one event contradict each other. */
#include "query/filter.h"

static const rows_column columns[] = {
    { "day", WQ_TEXT, ROWS_ALWAYS },           { "type", WQ_TEXT, ROWS_ALWAYS },
    { "about", WQ_TEXT, ROWS_ALWAYS },         { "value", WQ_TEXT, ROWS_ALWAYS },
    { "reports", WQ_INTEGER, ROWS_ALWAYS },    { "outlets", WQ_INTEGER, ROWS_ALWAYS },
    { "actor", WQ_TEXT, ROWS_FOR_PROGRAMS },   { "event", WQ_TEXT, ROWS_ALWAYS },
    { "mention", WQ_TEXT, ROWS_FOR_PROGRAMS }, { "document", WQ_TEXT, ROWS_FOR_PROGRAMS },
    { "outlet", WQ_TEXT, ROWS_FOR_PROGRAMS },  { "url", WQ_TEXT, ROWS_FOR_PROGRAMS },
    { "part", WQ_TEXT, ROWS_FOR_PROGRAMS },    { "start", WQ_INTEGER, ROWS_FOR_PROGRAMS },
    { "end", WQ_INTEGER, ROWS_FOR_PROGRAMS },  { "says", WQ_LONG, ROWS_ALWAYS },
};

static const char select_values[] =
    "SELECT e.sort_day, e.type, g.field, g.value, g.reports, g.outlets, g.actor_id, "
    "g.event_id, "
    "g.mention_id, d.key, o.name, d.url, g.part, g.start, g.\"end\", m.evidence "
    "FROM disagreement g LEFT JOIN event e ON e.id = g.event_id "
    "LEFT JOIN mention m ON m.id = g.mention_id LEFT JOIN document d ON d.id = "
    "g.document_id "
    "LEFT JOIN outlet o ON o.id = d.outlet_id WHERE 1";

static wq_status build(question *q, const void *arg, wq_error *err)
{
    q->column = columns;
    q->n_columns = sizeof columns / sizeof *columns;
    ask(q, select_values);
    wq_status st = ask_filter(q, arg, err);
    ask(q,
        " ORDER BY e.sort_day, g.event_id, g.actor_id, g.field, g.reports DESC, g.value");
    ask_limit(q, arg);
    return st;
}

wq_status wq_conflicts(wq_record *record, const wq_filter *filter, wq_rows **out,
                       wq_error *err)
{
    return question_rows(record, build, filter, out, err);
}
