/* GEXF 1.3, dynamic: actors as nodes, and an edge for each pair with a spell for each dated event. */
#include "export/export.h"

static void attribute(buf *b, const char *name, wq_str value)
{
    if (value.n == 0)
        return;
    buf_printf(b, " %s=\"", name);
    export_xml(b, value);
    buf_char(b, '"');
}

static void put_value(buf *b, int id, wq_str value)
{
    if (value.n == 0)
        return;
    buf_printf(b, "<attvalue for=\"%d\"", id);
    attribute(b, "value", value);
    buf_str(b, STR("/>"));
}

/* ---- nodes: those of the network, by actor ----------------------------------------------------------- */

static void put_node(exporting *x, const wq_rows *r)
{
    buf *b = &x->out;
    wq_str id = wq_rows_text(r, 0), name = wq_rows_text(r, 1);
    buf_str(b, STR("<node"));
    attribute(b, "id", id);
    attribute(b, "label", name.n ? name : id);
    buf_str(b, STR("><attvalues>"));
    for (int i = 0; i < 3; i++)
        put_value(b, i, wq_rows_text(r, (uint32_t)i + 2));
    buf_str(b, STR("</attvalues></node>\n"));
}

static wq_status put_nodes(exporting *x, wq_error *err)
{
    wq_rows *rows;
    const wq_network_options how = { .nodes = 1, .level = "actor" };
    wq_filter all = x->filter ? *x->filter : (wq_filter){ 0 };
    all.limit = 0; /* of edges, not of what they join */
    wq_status st = wq_network(x->record, &how, &all, &rows, err);
    if (st != WQ_OK)
        return st;
    buf_str(&x->out, STR("<nodes>\n"));
    while (st == WQ_OK && (st = wq_rows_next(rows, err)) == WQ_OK) {
        put_node(x, rows);
        st = export_flush(x, err);
    }
    buf_str(&x->out, STR("</nodes>\n"));
    wq_rows_free(rows);
    return st == WQ_END ? WQ_OK : st;
}

/* ---- edges ---------------------------------------------------------------------------------------------- */

static const char edge_sql[] =
    "SELECT x.actor_id AS s, y.actor_id AS t, y.side, e.id, e.first, e.last, e.type "
    "FROM event e JOIN participant x ON x.event_id = e.id AND x.side = 'actor' "
    "JOIN participant y ON y.event_id = e.id AND y.actor_id <> x.actor_id "
    "AND (y.side = 'recipient' OR x.actor_id < y.actor_id) WHERE 1";

static wq_status build(question *q, const void *arg, wq_error *err)
{
    ask(q, edge_sql);
    wq_status st = ask_filter(q, arg, err);
    ask(q, " ORDER BY s, t, y.side, e.first, e.id");
    return st;
}

typedef struct edge {
    wq_str source, target, side; /* of the edge being gathered, in x->mem */
    uint64_t events;
    buf spells;
} edge;

static void put_edge(exporting *x, edge *e)
{
    buf *b = &x->out;
    bool directed = str_eq(e->side, STR("recipient"));
    if (e->events == 0)
        return;
    buf_printf(b, "<edge id=\"%llu\"", (unsigned long long)x->lines++);
    attribute(b, "source", e->source);
    attribute(b, "target", e->target);
    buf_printf(b, " type=\"%s\" kind=\"%s\" weight=\"%llu\">",
               directed ? "directed" : "undirected", directed ? "to" : "with",
               (unsigned long long)e->events);
    if (e->spells.n) {
        buf_str(b, STR("<spells>"));
        buf_add(b, e->spells.p, e->spells.n);
        buf_str(b, STR("</spells>"));
    }
    buf_str(b, STR("</edge>\n"));
    b->failed = b->failed || e->spells.failed;
    e->spells.n = 0;
    e->events = 0;
}

static void take(exporting *x, edge *e, const db_query *q)
{
    wq_str s = db_text(q, 0), t = db_text(q, 1), side = db_text(q, 2);
    if (!str_eq(s, e->source) || !str_eq(t, e->target) || !str_eq(side, e->side)) {
        put_edge(x, e);
        arena_reset(&x->mem);
        e->source = arena_str(&x->mem, s.p, s.n);
        e->target = arena_str(&x->mem, t.p, t.n);
        e->side = arena_str(&x->mem, side.p, side.n);
    }
    e->events++;
    x->n++;
    wq_str first = db_text(q, 4), last = db_text(q, 5);
    if (first.n) {
        buf_str(&e->spells, STR("<spell"));
        attribute(&e->spells, "start", first);
        attribute(&e->spells, "end", last.n ? last : first);
        buf_str(&e->spells, STR("/>"));
    }
}

static wq_status put_edges(exporting *x, wq_error *err)
{
    question *q;
    edge e = { 0 };
    wq_status st = question_new(x->record, build, x->filter, &q, err);
    if (st != WQ_OK)
        return st;
    buf_str(&x->out, STR("<edges>\n"));
    while (st == WQ_OK && (st = db_step(&q->q, err)) == WQ_OK) {
        take(x, &e, &q->q);
        st = export_flush(x, err);
    }
    put_edge(x, &e);
    buf_str(&x->out, STR("</edges>\n"));
    buf_fini(&e.spells);
    question_free(q);
    return st == WQ_END ? WQ_OK : st;
}

wq_status gexf_all(exporting *x, wq_error *err)
{
    buf_str(
        &x->out,
        STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
            "<meta><creator>Waqai</creator></meta>\n"
            "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
            "timerepresentation=\"interval\">\n<attributes class=\"node\" mode=\"static\">"
            "<attribute id=\"0\" title=\"latin\" type=\"string\"/>"
            "<attribute id=\"1\" title=\"country\" type=\"string\"/>"
            "<attribute id=\"2\" title=\"sector\" type=\"string\"/></attributes>\n"));
    wq_status st = put_nodes(x, err);
    if (st == WQ_OK)
        st = put_edges(x, err);
    buf_str(&x->out, STR("</graph>\n</gexf>\n"));
    return st;
}
