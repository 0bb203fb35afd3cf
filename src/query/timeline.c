/* The chronology: events with who, where, how often reported, and a sentence of the first report. */
#include "query/filter.h"
#include "query/query.h"

/* clang-format off */
/* Filled by add_sides(): one question for both sides instead of one for each column. */
#define OF_SIDES "NULL"

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
    C("who", WQ_LIST, ROWS_FOR_PEOPLE, OF_SIDES)                                          \
    C("to whom", WQ_LIST, ROWS_FOR_PEOPLE, OF_SIDES)                                      \
    C("actors", WQ_LIST, ROWS_FOR_PROGRAMS, OF_SIDES)                                     \
    C("actor_ids", WQ_LIST, ROWS_FOR_PROGRAMS, OF_SIDES)                                  \
    C("actor_countries", WQ_LIST, ROWS_FOR_PROGRAMS, OF_SIDES)                            \
    C("actor_sectors", WQ_LIST, ROWS_FOR_PROGRAMS, OF_SIDES)                              \
    C("recipients", WQ_LIST, ROWS_FOR_PROGRAMS, OF_SIDES)                                 \
    C("recipient_ids", WQ_LIST, ROWS_FOR_PROGRAMS, OF_SIDES)                              \
    C("recipient_countries", WQ_LIST, ROWS_FOR_PROGRAMS, OF_SIDES)                        \
    C("recipient_sectors", WQ_LIST, ROWS_FOR_PROGRAMS, OF_SIDES)                          \
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

/* ---- who ------------------------------------------------------------------------------------- */

enum {
    SIDES = 2,
    WHO = 6,
    NAMES = 8,
    LISTS = 4
}; /* columns: who, to whom; then four lists of each side */

static const char sides_query[] =
    "SELECT p.side = 'recipient', ifnull(a.name, a.id), p.actor_id, p.country, p.sector "
    "FROM participant p JOIN actor a ON a.id = p.actor_id WHERE p.event_id = ?1 "
    "ORDER BY p.mentions DESC, p.actor_id";

typedef struct side {
    wq_str *who, *list[LISTS];
    uint32_t n, room;
} side;

static wq_str *grow(arena *a, wq_str *list, uint32_t n, uint32_t room)
{
    wq_str *bigger = ARENA_ARRAY(a, wq_str, room);
    if (n)
        memcpy(bigger, list, n * sizeof *list);
    return bigger;
}

static wq_str keep(arena *a, wq_str s)
{
    return s.n ? arena_str(a, s.p, s.n) : STR("");
}

static void add_participant(arena *a, side *s, const db_query *q)
{
    if (s->n == s->room) {
        s->room = s->room ? 2 * s->room : 4;
        s->who = grow(a, s->who, s->n, s->room);
        for (int k = 0; k < LISTS; k++)
            s->list[k] = grow(a, s->list[k], s->n, s->room);
    }
    for (int k = 0; k < LISTS; k++)
        s->list[k][s->n] = keep(a, db_text(q, 1 + k));
    wq_str name = s->list[0][s->n], country = s->list[2][s->n];
    s->who[s->n++] = country.n || !db_is_null(q, 3)
                         ? arena_printf(a, "%.*s (%.*s)", STR_ARG(name), STR_ARG(country))
                         : name;
}

static void show_side(wq_rows *rows, uint32_t nth, const side *s)
{
    if (!s->n)
        return;
    rows_set_list(rows, WHO + nth, s->who, s->n);
    for (uint32_t k = 0; k < LISTS; k++)
        rows_set_list(rows, NAMES + LISTS * nth + k, s->list[k], s->n);
}

/* Of each side those named by most reports first. */
static wq_status add_sides(wq_rows *rows, question *q, wq_error *err)
{
    side sides[SIDES] = { 0 };
    wq_status st = q->more.stmt ? WQ_OK : db_prepare(q->record, sides_query, &q->more, err);
    if (st != WQ_OK)
        return st;
    db_bind_text(&q->more, 1, db_text(&q->q, (int)rows->n_columns));
    while ((st = db_step(&q->more, err)) == WQ_OK)
        add_participant(&rows->mem, &sides[db_int(&q->more, 0) != 0], &q->more);
    db_reset(&q->more);
    for (uint32_t i = 0; i < SIDES; i++)
        show_side(rows, i, &sides[i]);
    return st == WQ_END ? WQ_OK : st;
}

/* ---- the question ------------------------------------------------------------------------------ */

void timeline_select(question *q)
{
    q->also = add_sides;
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
