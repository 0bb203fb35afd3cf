/* Counts with their denominators. */
#include "query/filter.h"

enum { MOST_DIMENSIONS = 8 };

typedef enum needs {
    NEEDS_NOTHING,
    NEEDS_DOCUMENT, /* mentions and documents */
    NEEDS_PAIR,     /* a participant and another one */
    NEEDS_ACTOR,
    NEEDS_RECIPIENT,
    NEEDS_PLACE
} needs;

typedef struct dimension {
    const char *name;
    const char *sql;          /* of an event */
    const char *of_documents; /* the same of a document; NULL: it has none */
    needs needs;
} dimension;

static const dimension dimensions[] = {
    { "day", "e.sort_day", "d.published_day", NEEDS_NOTHING },
    { "month", "substr(e.sort_day, 1, 7)", "substr(d.published_day, 1, 7)", NEEDS_NOTHING },
    { "year", "substr(e.sort_day, 1, 4)", "substr(d.published_day, 1, 4)", NEEDS_NOTHING },
    { "type", "e.type", NULL, NEEDS_NOTHING },
    { "mode", "e.mode", NULL, NEEDS_NOTHING },
    { "quad", "CAST(e.quad AS TEXT)", NULL, NEEDS_NOTHING },
    { "status", "e.status", NULL, NEEDS_NOTHING },
    { "dyad",
      "x.country || CASE y.side WHEN 'recipient' THEN '>' ELSE '-' END || y.country", NULL,
      NEEDS_PAIR },
    { "actor", "a.country", NULL, NEEDS_ACTOR },
    { "recipient", "r.country", NULL, NEEDS_RECIPIENT },
    { "place", "l.country", NULL, NEEDS_PLACE },
    { "source", "o.name", "o.name", NEEDS_DOCUMENT },
};

/* One acts on the other; of two who act together the one of the first code stands first. */
static const char *const joins[] = {
    [NEEDS_NOTHING] = "",
    [NEEDS_DOCUMENT] = "",
    [NEEDS_PAIR] =
        " JOIN participant x ON x.event_id = e.id AND x.side = 'actor' AND "
        "x.country IS NOT NULL JOIN participant y ON y.event_id = e.id AND "
        "y.country <> x.country AND (y.side = 'recipient' OR x.country < y.country)",
    [NEEDS_ACTOR] = " JOIN participant a ON a.event_id = e.id AND a.side = 'actor'",
    [NEEDS_RECIPIENT] = " JOIN participant r ON r.event_id = e.id AND r.side = 'recipient'",
    [NEEDS_PLACE] = " LEFT JOIN place l ON l.id = e.place_id",
};

typedef struct counting {
    const char *by;
    const wq_filter *filter;
    const dimension *dimension[MOST_DIMENSIONS];
    uint32_t n;
} counting;

/* ---- what to count by ------------------------------------------------------------------------- */

static const dimension *find_dimension(wq_str name)
{
    for (size_t i = 0; i < sizeof dimensions / sizeof *dimensions; i++)
        if (str_eq(name, str_of(dimensions[i].name)))
            return &dimensions[i];
    return NULL;
}

static wq_status no_dimension(wq_str name, wq_error *err)
{
    buf all = { 0 };
    for (size_t i = 0; i < sizeof dimensions / sizeof *dimensions; i++)
        buf_printf(&all, "%s%s", i ? " " : "", dimensions[i].name);
    wq_status st = fail(err, WQ_E_USE, 0, "can't count by '%.*s', but by: %.*s",
                        STR_ARG(name), (int)all.n, all.n ? all.p : "");
    buf_fini(&all);
    return st;
}

static bool is_counted_by(const counting *c, const dimension *d)
{
    for (uint32_t i = 0; i < c->n; i++)
        if (c->dimension[i] == d)
            return true;
    return false;
}

static wq_status read_dimensions(counting *c, wq_error *err)
{
    wq_str rest = str_of(c->by), name;
    while (c->by && *c->by && str_next(&rest, ',', &name)) {
        name = str_trim(name);
        const dimension *d = find_dimension(name);
        if (!d)
            return no_dimension(name, err);
        if (is_counted_by(c, d))
            return fail(err, WQ_E_USE, 0, "%s is named twice", d->name);
        if (c->n == MOST_DIMENSIONS)
            return fail(err, WQ_E_USE, 0, "can't count by more than %d things",
                        MOST_DIMENSIONS);
        c->dimension[c->n++] = d;
    }
    return WQ_OK;
}

static void set_columns(question *q, const counting *c)
{
    static const char *const numbers[] = { "events", "reports", "independent", "articles" };
    rows_column *column = ARENA_ARRAY(&q->mem, rows_column, c->n + 4);
    for (uint32_t i = 0; i < c->n; i++)
        column[i] = (rows_column){ c->dimension[i]->name, WQ_TEXT, ROWS_ALWAYS };
    for (uint32_t i = 0; i < 4; i++)
        column[c->n + i] = (rows_column){ numbers[i], WQ_INTEGER, ROWS_ALWAYS };
    q->column = column;
    q->n_columns = c->n + 4;
}

/* ---- the question --------------------------------------------------------------------------------- */

static bool joined_before(const counting *c, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (c->dimension[k]->needs == c->dimension[i]->needs)
            return true;
    return false;
}

/* Events as often as they fall under different values, with each of their reports. */
static wq_status ask_reports(question *q, const counting *c, wq_error *err)
{
    ask(q, "SELECT ");
    for (uint32_t i = 0; i < c->n; i++) {
        ask(q, c->dimension[i]->sql);
        buf_printf(&q->sql, " AS k%u, ", i);
    }
    ask(q,
        "e.id AS event, d.id AS document, ifnull(n.original_id, d.id) AS original "
        "FROM event e JOIN mention m ON m.event_id = e.id "
        "JOIN document d ON d.id = m.document_id LEFT JOIN outlet o ON o.id = d.outlet_id "
        "LEFT JOIN near_copy n ON n.document_id = d.id");
    for (uint32_t i = 0; i < c->n; i++)
        if (!joined_before(c, i))
            ask(q, joins[c->dimension[i]->needs]);
    ask(q, " WHERE 1");
    wq_status st = ask_filter(q, c->filter, err);
    return st == WQ_OK ? ask_reporters(q, c->filter, err) : st;
}

/* Articles read, by those of the dimensions that articles have. */
static wq_status ask_articles(question *q, const counting *c, wq_error *err)
{
    ask(q, "SELECT ");
    for (uint32_t i = 0; i < c->n; i++)
        if (c->dimension[i]->of_documents) {
            ask(q, c->dimension[i]->of_documents);
            buf_printf(&q->sql, " AS k%u, ", i);
        }
    ask(q, "count(*) AS articles FROM document d LEFT JOIN outlet o ON o.id = d.outlet_id "
           "WHERE 1");
    wq_status st = ask_documents(q, c->filter, err);
    const char *comma = " GROUP BY ";
    for (uint32_t i = 0; i < c->n; i++)
        if (c->dimension[i]->of_documents) {
            ask(q, comma);
            buf_printf(&q->sql, "k%u", i);
            comma = ", ";
        }
    return st;
}

static void ask_keys(question *q, const counting *c, const char *before, const char *after)
{
    for (uint32_t i = 0; i < c->n; i++)
        buf_printf(&q->sql, "%sk%u%s", i ? ", " : before, i, i + 1 < c->n ? "" : after);
}

static wq_status build(question *q, const void *arg, wq_error *err)
{
    counting c = *(const counting *)arg;
    wq_status st = read_dimensions(&c, err);
    if (st != WQ_OK)
        return st;
    set_columns(q, &c);
    ask(q, "WITH report AS (");
    st = ask_reports(q, &c, err);
    ask(q, "), article AS (");
    if (st == WQ_OK)
        st = ask_articles(q, &c, err);
    ask(q, "), total AS (SELECT ");
    ask_keys(q, &c, "", ", ");
    ask(q, "count(DISTINCT event) AS events, count(DISTINCT document) AS reports, "
           "count(DISTINCT original) AS independent FROM report");
    ask_keys(q, &c, " GROUP BY ", "");
    ask(q, ") SELECT ");
    for (uint32_t i = 0; i < c.n; i++)
        buf_printf(&q->sql, "t.k%u, ", i);
    ask(q, "t.events, t.reports, t.independent, ifnull((SELECT a.articles FROM article a "
           "WHERE 1");
    for (uint32_t i = 0; i < c.n; i++)
        if (c.dimension[i]->of_documents)
            buf_printf(&q->sql, " AND a.k%u IS t.k%u", i, i);
    ask(q, "), 0) FROM total t");
    ask_keys(q, &c, " ORDER BY ", "");
    ask_limit(q, c.filter);
    return st;
}

wq_status wq_count(wq_record *record, const char *by, const wq_filter *filter,
                   wq_rows **out, wq_error *err)
{
    return question_rows(record, build, &(counting){ .by = by, .filter = filter }, out,
                         err);
}
