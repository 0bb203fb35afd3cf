/* A filter as conditions of SQL. */
#include "query/filter.h"

#include "calendar/calendar.h"

static const char statuses[] = "occurred,ongoing,planned,proposed,denied,hypothetical";

/* ---- lists of codes ------------------------------------------------------------------------- */

static wq_status check_list(const char *option, const char *list, wq_str allowed,
                            wq_error *err)
{
    wq_str rest = str_of(list), word;
    while (str_next(&rest, ',', &word)) {
        word = str_trim(word);
        if (!str_listed(allowed, ',', word))
            return fail(err, WQ_E_USE, 0, "no %s '%.*s', there are: %.*s", option,
                        STR_ARG(word), STR_ARG(allowed));
    }
    return WQ_OK;
}

static wq_status ask_codes(question *q, const char *column, const char *option,
                           const char *list, wq_str allowed, wq_error *err)
{
    wq_status st = check_list(option, list, allowed, err);
    if (st != WQ_OK)
        return st;
    ask(q, " AND e.");
    ask(q, column);
    ask(q, " ");
    ask_one_of(q, list);
    return WQ_OK;
}

static wq_status ask_kinds(question *q, const wq_filter *f, wq_error *err)
{
    wq_str allowed;
    wq_status st = WQ_OK;
    if (f->types) {
        st = look_up(q, "SELECT group_concat(code) FROM plover_type", STR(""), &allowed,
                     err);
        if (st == WQ_OK)
            st = ask_codes(q, "type", "type", f->types, allowed, err);
    }
    if (st == WQ_OK && f->modes) {
        st = look_up(q, "SELECT group_concat(DISTINCT code) FROM plover_mode", STR(""),
                     &allowed, err);
        if (st == WQ_OK)
            st = ask_codes(q, "mode", "mode", f->modes, allowed, err);
    }
    if (st == WQ_OK && f->statuses)
        st = ask_codes(q, "status", "status", f->statuses, str_of(statuses), err);
    return st;
}

/* ---- time --------------------------------------------------------------------------------------- */

static bool read_number(const char **at, int digits, int *out)
{
    *out = 0;
    for (; digits; digits--, ++*at) {
        if (**at < '0' || **at > '9')
            return false;
        *out = *out * 10 + **at - '0';
    }
    return true;
}

/* "-09" where there is more; false where it is ill-formed. */
static bool read_part(const char **at, int *out)
{
    if (**at == '\0')
        return true;
    return *(*at)++ == '-' && read_number(at, 2, out);
}

/* "2020", "2020-09", "2020-09-07": its first or last day; the last of a month is its 31st, since days are
 * compared as text.                                                                                     */
static bool whole_day(arena *a, const char *word, bool last, wq_str *out)
{
    int year, month = 0, day = 0;
    if (!read_number(&word, 4, &year) || !read_part(&word, &month) ||
        !read_part(&word, &day) || *word)
        return false;
    if (!calendar_valid((calendar_date){ year, month ? month : 1, day ? day : 1 }))
        return false;
    month = month ? month : last ? 12 : 1;
    day = day ? day : last ? 31 : 1;
    *out = arena_printf(a, "%04d-%02d-%02d", year, month, day);
    return true;
}

static wq_status read_day(question *q, const char *option, const char *word, bool last,
                          wq_str *out, wq_error *err)
{
    if (whole_day(&q->mem, word, last, out))
        return WQ_OK;
    return fail(
        err, WQ_E_USE, 0,
        "%s takes a year, a month or a day (2020, 2020-09, 2020-09-07), not '%.40s'",
        option, word);
}

/* " AND <from> >= first" and " AND <to> <= last" */
static wq_status ask_time(question *q, const wq_filter *f, const char *last_of,
                          const char *first_of, wq_error *err)
{
    wq_str day;
    wq_status st = WQ_OK;
    if (f->since && (st = read_day(q, "since", f->since, false, &day, err)) == WQ_OK) {
        ask(q, " AND ");
        ask(q, last_of);
        ask(q, " >= ");
        ask_text(q, day);
    }
    if (st == WQ_OK && f->until &&
        (st = read_day(q, "until", f->until, true, &day, err)) == WQ_OK) {
        ask(q, " AND ");
        ask(q, first_of);
        ask(q, " <= ");
        ask_text(q, day);
    }
    return st;
}

/* ---- who -------------------------------------------------------------------------------------------- */

static void ask_direction(question *q, const party *doer, const party *other)
{
    ask(q, "SELECT x.event_id FROM participant x JOIN participant y ON y.event_id = "
           "x.event_id "
           "AND y.actor_id <> x.actor_id WHERE x.side = 'actor' AND ");
    ask_party(q, "x", doer);
    ask(q, " AND ");
    ask_party(q, "y", other);
}

static wq_status ask_who(question *q, const wq_filter *f, wq_error *err)
{
    party a, b;
    wq_status st = WQ_OK;
    if (f->between[0] && f->between[1]) {
        st = party_find(q, f->between[0], &a, err);
        if (st == WQ_OK)
            st = party_find(q, f->between[1], &b, err);
        if (st != WQ_OK)
            return st;
        ask(q, " AND e.id IN (");
        ask_direction(q, &a, &b);
        ask(q, " UNION ");
        ask_direction(q, &b, &a);
        ask(q, ")");
    }
    if (f->actor && (st = party_find(q, f->actor, &a, err)) == WQ_OK) {
        ask(q, " AND e.id IN (SELECT x.event_id FROM participant x WHERE ");
        ask_party(q, "x", &a);
        ask(q, ")");
    }
    return st;
}

/* ---- where, and who says so ------------------------------------------------------------------------------ */

static const char *const place_queries[] = {
    "SELECT json_group_array(id) FROM place WHERE country = upper(?1) OR geonames = ?1",
    "SELECT json_group_array(id) FROM place WHERE name_folded = waqai_fold(?1)",
    ("SELECT json_group_array(id) FROM place "
     "WHERE instr(' ' || name_folded || ' ', ' ' || waqai_fold(?1) || ' ')"),
};

static wq_status ask_place(question *q, const char *word, wq_error *err)
{
    wq_str ids = STR("[]");
    for (size_t i = 0; str_eq(ids, STR("[]")) && i < sizeof place_queries / sizeof(char *);
         i++) {
        wq_status st = look_up(q, place_queries[i], str_of(word), &ids, err);
        if (st != WQ_OK)
            return st;
    }
    if (str_eq(ids, STR("[]")))
        return fail(
            err, WQ_E_USE, 0,
            "no event is known at '%.100s': give a country (SYR), a GeoNames id, or a "
            "name as the press writes it",
            word);
    ask(q, " AND e.place_id IN (SELECT value FROM json_each(");
    ask_text(q, ids);
    ask(q, "))");
    return WQ_OK;
}

static void ask_outlets(question *q, wq_str ids)
{
    ask(q,
        " AND e.id IN (SELECT m.event_id FROM document d JOIN mention m ON m.document_id = "
        "d.id WHERE d.outlet_id IN (SELECT value FROM json_each(");
    ask_text(q, ids);
    ask(q, ")))");
}

/* A JSON array of the outlets of that name; p == NULL where there is none. */
static wq_status find_outlets(question *q, const char *word, wq_str *ids, wq_error *err)
{
    wq_status st = look_up(q,
                           "SELECT json_group_array(id) FROM outlet "
                           "WHERE waqai_fold(name) = waqai_fold(?1)",
                           str_of(word), ids, err);
    if (st == WQ_OK && str_eq(*ids, STR("[]")))
        *ids = (wq_str){ NULL, 0 };
    return st;
}

static wq_status ask_quoted(question *q, const char *word, wq_error *err)
{
    party p;
    wq_status st = party_find(q, word, &p, err);
    if (st == WQ_E_USE)
        return fail(
            err, WQ_E_USE, 0,
            "'%.100s' is no outlet of the record, and nobody of that name is known: "
            "give an outlet, a country, the id of an actor, or a name",
            word);
    if (st != WQ_OK)
        return st;
    ask(q, " AND e.id IN (SELECT m.event_id FROM claim c JOIN mention m ON m.id = "
           "c.mention_id "
           "JOIN actor x ON x.id = c.actor_id WHERE ");
    ask_party(q, p.country.p ? "x" : "c", &p);
    ask(q, ")");
    return WQ_OK;
}

static wq_status ask_source(question *q, const char *word, wq_error *err)
{
    wq_str outlets;
    wq_status st = find_outlets(q, word, &outlets, err);
    if (st != WQ_OK)
        return st;
    if (!outlets.p)
        return ask_quoted(q, word, err);
    ask_outlets(q, outlets);
    return WQ_OK;
}

/* ---- panel ------------------------------------------------------------------------------------------------ */

/* Outlets with a document in every month in which any has one, within the time asked for. */
static const char panel_query[] =
    "WITH seen AS (SELECT outlet_id, substr(published_day, 1, 7) AS month FROM document "
    "WHERE published_day IS NOT NULL AND published_day >= substr(?1, 1, 10) "
    "AND published_day <= substr(?1, 12, 10)) "
    "SELECT json_group_array(outlet_id) FROM (SELECT outlet_id FROM seen "
    "WHERE outlet_id IS NOT NULL GROUP BY outlet_id "
    "HAVING count(DISTINCT month) = (SELECT count(DISTINCT month) FROM seen))";

static wq_status find_panel(question *q, const wq_filter *f, wq_str *ids, wq_error *err)
{
    wq_str first = STR("0000-01-01"), last = STR("9999-12-31");
    wq_status st = WQ_OK;
    if (f->since)
        st = read_day(q, "since", f->since, false, &first, err);
    if (st == WQ_OK && f->until)
        st = read_day(q, "until", f->until, true, &last, err);
    if (st != WQ_OK)
        return st;
    wq_str span = arena_printf(&q->mem, "%.*s/%.*s", STR_ARG(first), STR_ARG(last));
    return look_up(q, panel_query, span, ids, err);
}

static void ask_outlet(question *q, wq_str ids)
{
    ask(q, " AND d.outlet_id IN (SELECT value FROM json_each(");
    ask_text(q, ids);
    ask(q, "))");
}

wq_status ask_reporters(question *q, const wq_filter *f, wq_error *err)
{
    wq_str ids;
    wq_status st = WQ_OK;
    if (f && f->source && (st = find_outlets(q, f->source, &ids, err)) == WQ_OK && ids.p)
        ask_outlet(q, ids);
    if (st == WQ_OK && f && f->panel && (st = find_panel(q, f, &ids, err)) == WQ_OK)
        ask_outlet(q, ids);
    return st;
}

wq_status ask_documents(question *q, const wq_filter *f, wq_error *err)
{
    wq_status st = f ? ask_time(q, f, "d.published_day", "d.published_day", err) : WQ_OK;
    return st == WQ_OK ? ask_reporters(q, f, err) : st;
}

/* ---- the whole -------------------------------------------------------------------------------------------- */

wq_status ask_filter(question *q, const wq_filter *f, wq_error *err)
{
    if (!f)
        return WQ_OK;
    wq_status st = ask_kinds(q, f, err);
    if (st == WQ_OK)
        st = ask_time(q, f, "ifnull(e.last, e.sort_day)", "e.sort_day", err);
    if (st == WQ_OK)
        st = ask_who(q, f, err);
    if (st == WQ_OK && f->place)
        st = ask_place(q, f->place, err);
    if (st == WQ_OK && f->source)
        st = ask_source(q, f->source, err);
    if (st == WQ_OK && f->min_reports > 1) {
        ask(q, " AND e.independent >= ");
        ask_integer(q, f->min_reports);
    }
    if (st == WQ_OK &&
        f->min_confidence > 0) { /* in hundredths, which compare as they are written */
        ask(q, " AND round(e.confidence * 100) >= ");
        ask_integer(q, (int64_t)(f->min_confidence * 100 + 0.5));
    }
    wq_str ids;
    if (st == WQ_OK && f->panel && (st = find_panel(q, f, &ids, err)) == WQ_OK)
        ask_outlets(q, ids);
    return st;
}

void ask_limit(question *q, const wq_filter *f)
{
    if (!f || !f->limit)
        return;
    ask(q, " LIMIT ");
    ask_integer(q, f->limit);
}
