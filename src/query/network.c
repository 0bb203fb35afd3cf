/* Who acts on whom: nodes and weighted edges. */
#include "query/filter.h"

typedef struct drawing {
    const wq_network_options *how;
    const wq_filter *filter;
} drawing;

/* By what edges may be apart; the level of countries leaves out who has none. */
static const struct {
    const char *name, *sql;
} periods[] = {
    { "day", "e.sort_day" },
    { "month", "substr(e.sort_day, 1, 7)" },
    { "year", "substr(e.sort_day, 1, 4)" },
    { "type", "e.type" },
    { "quad", "CAST(e.quad AS TEXT)" },
};
enum { PERIODS = sizeof periods / sizeof *periods };

static const rows_column edge_columns[] = {
    { "source", WQ_TEXT, ROWS_ALWAYS },     { "target", WQ_TEXT, ROWS_ALWAYS },
    { "direction", WQ_TEXT, ROWS_ALWAYS },  { "events", WQ_INTEGER, ROWS_ALWAYS },
    { "reports", WQ_INTEGER, ROWS_ALWAYS }, { "first", WQ_TEXT, ROWS_ALWAYS },
    { "last", WQ_TEXT, ROWS_ALWAYS },
};
enum { EDGE_COLUMNS = sizeof edge_columns / sizeof *edge_columns };

static const rows_column node_columns[] = {
    { "node", WQ_TEXT, ROWS_ALWAYS },
    { "name", WQ_TEXT, ROWS_ALWAYS },
    { "latin", WQ_TEXT, ROWS_ALWAYS },
    { "country", WQ_TEXT, ROWS_ALWAYS },
    { "sector", WQ_TEXT, ROWS_ALWAYS },
    { "as_actor", WQ_INTEGER, ROWS_ALWAYS },
    { "as_recipient", WQ_INTEGER, ROWS_ALWAYS },
    { "first", WQ_TEXT, ROWS_ALWAYS },
    { "last", WQ_TEXT, ROWS_ALWAYS },
};

static bool is_actors(const drawing *d)
{
    return d->how && d->how->level && strcmp(d->how->level, "actor") == 0;
}

/* ---- edges ---------------------------------------------------------------------------------------- */

static wq_status add_period(question *q, wq_str name, rows_column *column, uint32_t *n,
                            wq_error *err)
{
    for (uint32_t i = 0; i < PERIODS; i++) {
        if (!str_eq(name, str_of(periods[i].name)))
            continue;
        for (uint32_t k = 0; k < *n; k++)
            if (column[k].name == periods[i].name)
                return fail(err, WQ_E_USE, 0, "%s is named twice", periods[i].name);
        ask(q, periods[i].sql);
        buf_printf(&q->sql, " AS p%u, ", *n);
        column[(*n)++] = (rows_column){ periods[i].name, WQ_TEXT, ROWS_ALWAYS };
        return WQ_OK;
    }
    return fail(err, WQ_E_USE, 0,
                "a network is not drawn by '%.*s', but by: day month year type quad",
                STR_ARG(name));
}

static wq_status ask_periods(question *q, const drawing *d, uint32_t *n, wq_error *err)
{
    wq_str rest = str_of(d->how ? d->how->by : NULL), name;
    rows_column *column = ARENA_ARRAY(&q->mem, rows_column, EDGE_COLUMNS + PERIODS);
    wq_status st = WQ_OK;
    while (st == WQ_OK && rest.n && str_next(&rest, ',', &name))
        st = add_period(q, str_trim(name), column, n, err);
    memcpy(column + *n, edge_columns, sizeof edge_columns);
    q->column = column;
    q->n_columns = *n + EDGE_COLUMNS;
    return st;
}

/* Each event once for each pair, whatever the number of its participants from either side. */
static wq_status ask_pairs(question *q, const drawing *d, uint32_t *n, wq_error *err)
{
    const char *key = is_actors(d) ? "actor_id" : "country";
    ask(q, "SELECT DISTINCT ");
    wq_status st = ask_periods(q, d, n, err);
    if (st != WQ_OK)
        return st;
    buf_printf(&q->sql,
               "x.%s AS s, y.%s AS t, CASE y.side WHEN 'recipient' THEN 'directed' ELSE "
               "'mutual' END AS direction, e.id, e.reports, e.sort_day FROM event e "
               "JOIN participant x ON x.event_id = e.id AND x.side = 'actor' "
               "JOIN participant y ON y.event_id = e.id AND y.%s <> x.%s "
               "AND (y.side = 'recipient' OR x.%s < y.%s) WHERE 1",
               key, key, key, key, key, key);
    return ask_filter(q, d->filter, err);
}

static wq_status ask_edges(question *q, const drawing *d, wq_error *err)
{
    uint32_t n = 0;
    buf outer =
        q->sql; /* the inner question is built first, since it says how many periods there are */
    q->sql = (buf){ 0 };
    wq_status st = ask_pairs(q, d, &n, err);
    buf inner = q->sql;
    q->sql = outer;
    ask(q, "SELECT ");
    for (uint32_t i = 0; i < n; i++)
        buf_printf(&q->sql, "p%u, ", i);
    ask(q, "s, t, direction, count(*), sum(reports), min(sort_day), max(sort_day) FROM (");
    buf_add(&q->sql, inner.p, inner.n);
    buf_fini(&inner);
    ask(q, ") GROUP BY ");
    for (uint32_t i = 0; i < n; i++)
        buf_printf(&q->sql, "p%u, ", i);
    ask(q, "s, t, direction ORDER BY ");
    for (uint32_t i = 0; i < n; i++)
        buf_printf(&q->sql, "p%u, ", i);
    ask(q, "count(*) DESC, s, t, direction");
    ask_limit(q, d->filter);
    return st;
}

/* ---- nodes ------------------------------------------------------------------------------------------ */

static const char country_nodes[] =
    "SELECT x.country, c.name_arabic, c.name, x.country, NULL, "
    "count(DISTINCT CASE x.side WHEN 'actor' THEN e.id END), "
    "count(DISTINCT CASE x.side WHEN 'recipient' THEN e.id END), min(e.sort_day), "
    "max(e.sort_day) FROM event e JOIN participant x ON x.event_id = e.id "
    "LEFT JOIN country c ON c.code = x.country WHERE x.country IS NOT NULL";
static const char actor_nodes[] =
    "SELECT x.actor_id, a.name, a.name_latin, a.country, a.sector, "
    "count(DISTINCT CASE x.side WHEN 'actor' THEN e.id END), "
    "count(DISTINCT CASE x.side WHEN 'recipient' THEN e.id END), min(e.sort_day), "
    "max(e.sort_day) FROM event e JOIN participant x ON x.event_id = e.id "
    "JOIN actor a ON a.id = x.actor_id WHERE 1";

static wq_status ask_nodes(question *q, const drawing *d, wq_error *err)
{
    q->column = node_columns;
    q->n_columns = sizeof node_columns / sizeof *node_columns;
    ask(q, is_actors(d) ? actor_nodes : country_nodes);
    wq_status st = ask_filter(q, d->filter, err);
    ask(q, " GROUP BY 1 ORDER BY count(DISTINCT e.id) DESC, 1");
    ask_limit(q, d->filter);
    return st;
}

static wq_status build(question *q, const void *arg, wq_error *err)
{
    const drawing *d = arg;
    const char *level = d->how ? d->how->level : NULL;
    if (level && strcmp(level, "country") != 0 && strcmp(level, "actor") != 0)
        return fail(err, WQ_E_USE, 0, "no level '%.40s', there are: country actor", level);
    return d->how && d->how->nodes ? ask_nodes(q, d, err) : ask_edges(q, d, err);
}

wq_status wq_network(wq_record *record, const wq_network_options *options,
                     const wq_filter *filter, wq_rows **out, wq_error *err)
{
    return question_rows(record, build, &(drawing){ options, filter }, out, err);
}
