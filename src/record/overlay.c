#include "record/overlay.h"

#include "record/settle.h"
#include "script/fold.h"

typedef struct correction {
    int64_t n;
    wq_str verb, subject, field, value;
} correction;

typedef struct overlay {
    wq_record *r;
    arena *mem;
    wq_error *err;
    correction c; /* at hand */
} overlay;

wq_status overlay_undo(wq_record *r, wq_error *err)
{
    wq_status st = settle_lists(r, err);
    if (st != WQ_OK)
        return st;
    return db_run(
        r,
        "INSERT OR IGNORE INTO changed SELECT event_id FROM mention WHERE event_id IS NOT "
        "cluster AND event_id IS NOT NULL;"
        "INSERT OR IGNORE INTO changed SELECT cluster FROM mention WHERE event_id IS NOT "
        "cluster "
        "AND cluster IS NOT NULL;"
        "UPDATE mention SET event_id = cluster WHERE event_id IS NOT cluster;"
        "INSERT OR IGNORE INTO changed SELECT m.event_id FROM actor a JOIN "
        "mention_participant p "
        "ON p.actor_id = a.id JOIN mention m ON m.id = p.mention_id WHERE (a.rejected OR "
        "a.same_as IS NOT NULL) AND m.event_id IS NOT NULL;"
        "UPDATE actor SET same_as = NULL, rejected = 0 WHERE rejected OR same_as IS NOT "
        "NULL;"
        "UPDATE actor SET name = c.was, name_folded = waqai_fold(c.was) FROM correction c "
        "WHERE "
        "c.verb = 'rename' AND c.subject = actor.id AND c.applied;"
        "INSERT OR IGNORE INTO changed SELECT m.event_id FROM correction c JOIN mention m "
        "ON "
        "m.id = c.subject WHERE c.verb = 'recode' AND m.event_id IS NOT NULL;"
        "UPDATE correction SET applied = NULL, was = NULL",
        err);
}

/* ---- one value in, one out -------------------------------------------------------------------------- */

/* `sql` with up to two texts; the first column of its first row, in the arena; p == NULL: no row, or NULL. */
static wq_status ask(overlay *o, const char *sql, wq_str one, wq_str two, wq_str *out)
{
    db_query q;
    wq_status st = db_prepare(o->r, sql, &q, o->err);
    *out = (wq_str){ NULL, 0 };
    if (st != WQ_OK)
        return st;
    db_bind_text(&q, 1, one);
    if (sqlite3_bind_parameter_count(q.stmt) > 1)
        db_bind_text(&q, 2, two);
    st = db_step(&q, o->err);
    if (st == WQ_OK && !db_is_null(&q, 0)) {
        wq_str s = db_text(&q, 0);
        *out = arena_str(o->mem, s.p, s.n);
    }
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}

static wq_status tell(overlay *o, const char *sql, wq_str one, wq_str two)
{
    wq_str nothing;
    return ask(o, sql, one, two, &nothing);
}

static wq_status note_changed(overlay *o, wq_str event)
{
    return event.p ? tell(o, "INSERT OR IGNORE INTO changed VALUES (?1)", event, event)
                   : WQ_OK;
}

static wq_status event_of(overlay *o, wq_str mention, wq_str *event)
{
    return ask(o, "SELECT event_id FROM mention WHERE id = ?1", mention, mention, event);
}

static const char FIRST[] =
    "SELECT m.id FROM mention m JOIN document d ON d.id = m.document_id WHERE m.event_id = "
    "?1 "
    "ORDER BY d.published_day IS NULL, d.published_day, d.sha256, m.trigger_part = 'text', "
    "m.trigger_start, m.id LIMIT 1";

/* An event is named by its first mention; this one may have got or lost it. */
static wq_status rename_event(overlay *o, wq_str event)
{
    wq_str first;
    wq_status st = ask(o, FIRST, event, event, &first);
    if (st != WQ_OK || !first.p || str_eq(first, event))
        return st;
    st = tell(o, "UPDATE mention SET event_id = ?2 WHERE event_id = ?1", event, first);
    return st == WQ_OK ? note_changed(o, first) : st;
}

/* ---- verbs -------------------------------------------------------------------------------------------- */

static wq_status merge_events(overlay *o, bool *applied)
{
    wq_str a, b;
    wq_status st = event_of(o, o->c.subject, &a);
    if (st == WQ_OK)
        st = event_of(o, o->c.value, &b);
    if (st != WQ_OK || !a.p || !b.p)
        return st;
    *applied = true;
    if (str_eq(a, b))
        return WQ_OK;
    st = note_changed(o, a);
    if (st == WQ_OK)
        st = note_changed(o, b);
    if (st == WQ_OK)
        st = tell(o, "UPDATE mention SET event_id = ?2 WHERE event_id = ?1", b, a);
    return st == WQ_OK ? rename_event(o, a) : st;
}

static wq_status merge_actors(overlay *o, bool *applied)
{
    wq_str a, b;
    wq_status st =
        ask(o, "SELECT id FROM actor WHERE id = ?1", o->c.subject, o->c.subject, &a);
    if (st == WQ_OK)
        st = ask(o, "SELECT ifnull(same_as, id) FROM actor WHERE id = ?1", o->c.value,
                 o->c.value, &b);
    if (st != WQ_OK || !a.p || !b.p || str_eq(a, b))
        return st;
    *applied = true;
    return tell(o, "UPDATE actor SET same_as = ?2 WHERE id = ?1 OR same_as = ?1", a, b);
}

static wq_status note_events_of_actor(overlay *o)
{
    return tell(
        o,
        "INSERT OR IGNORE INTO changed SELECT m.event_id FROM mention_participant p JOIN "
        "mention m ON m.id = p.mention_id WHERE p.actor_id = ?1 AND m.event_id IS NOT NULL",
        o->c.subject, o->c.subject);
}

static wq_status split_mention(overlay *o, bool *applied)
{
    wq_str event, id = o->c.subject;
    wq_status st = event_of(o, id, &event);
    if (st != WQ_OK || !event.p)
        return st;
    *applied = true;
    st = note_changed(o, event);
    if (st == WQ_OK)
        st = note_changed(o, id);
    if (st == WQ_OK)
        st = tell(o, "UPDATE mention SET event_id = NULL WHERE id = ?1", id, id);
    if (st == WQ_OK) /* what is left is named by its own first mention */
        st = rename_event(o, event);
    return st == WQ_OK ? tell(o, "UPDATE mention SET event_id = id WHERE id = ?1", id, id)
                       : st;
}

static wq_status reject_event(overlay *o, bool *applied)
{
    wq_str event;
    bool one = str_eq(o->c.field, STR("mention"));
    wq_status st = event_of(o, o->c.subject, &event);
    if (st != WQ_OK || !event.p)
        return st;
    *applied = true;
    st = note_changed(o, event);
    if (st == WQ_OK)
        st = tell(o,
                  one ? "UPDATE mention SET event_id = NULL WHERE id = ?1"
                      : "UPDATE mention SET event_id = NULL WHERE event_id = ?2",
                  o->c.subject, event);
    return st == WQ_OK && one ? rename_event(o, event) : st;
}

static wq_status change_actor(overlay *o, const char *sql, bool *applied)
{
    wq_str name;
    wq_status st = ask(o, "SELECT ifnull(name, id) FROM actor WHERE id = ?1", o->c.subject,
                       o->c.subject, &name);
    if (st != WQ_OK || !name.p)
        return st;
    *applied = true;
    return tell(o, sql, o->c.subject, o->c.value);
}

static wq_status apply(overlay *o, bool *applied)
{
    const correction *c = &o->c;
    bool event = correction_of_event(c->subject);
    if (str_eq(c->verb, STR("merge")) && event)
        return merge_events(o, applied);
    if (str_eq(c->verb, STR("split")))
        return split_mention(o, applied);
    if (str_eq(c->verb, STR("reject")) && event)
        return reject_event(o, applied);
    wq_status st = WQ_OK;
    if (str_eq(c->verb, STR("merge")))
        st = merge_actors(o, applied);
    else if (str_eq(c->verb, STR("reject")))
        st = change_actor(o, "UPDATE actor SET rejected = 1 WHERE id = ?1", applied);
    else if (str_eq(c->verb, STR("rename")))
        st = change_actor(
            o, "UPDATE actor SET name = ?2, name_folded = waqai_fold(?2) WHERE id = ?1",
            applied);
    return st == WQ_OK ? note_events_of_actor(o) : st;
}

/* ---- all of them ---------------------------------------------------------------------------------------- */

static wq_status note_outcome(overlay *o, bool applied, wq_str was)
{
    db_query q;
    wq_status st = db_prepare(
        o->r, "UPDATE correction SET applied = ?2, was = ?3 WHERE n = ?1", &q, o->err);
    if (st != WQ_OK)
        return st;
    db_bind_int(&q, 1, o->c.n);
    db_bind_int(&q, 2, applied);
    db_bind_text(&q, 3, was);
    st = db_exec(&q, o->err);
    db_finish(&q);
    return st;
}

/* What stood there before: the name of an actor, the event of a mention. */
static wq_status was_before(overlay *o, wq_str *was)
{
    bool event = correction_of_event(o->c.subject);
    return ask(o,
               event ? "SELECT event_id FROM mention WHERE id = ?1"
                     : "SELECT name FROM actor WHERE id = ?1",
               o->c.subject, o->c.subject, was);
}

static wq_status apply_one(overlay *o)
{
    wq_str was;
    bool applied = false;
    wq_status st = was_before(o, &was);
    if (st == WQ_OK)
        st = apply(o, &applied);
    return st == WQ_OK ? note_outcome(o, applied, was) : st;
}

static wq_str keep(arena *a, wq_str s)
{
    return s.p ? arena_str(a, s.p, s.n) : (wq_str){ "", 0 };
}

static wq_status each(overlay *o, const char *sql, wq_status (*one)(overlay *))
{
    db_query q;
    wq_status st = db_prepare(o->r, sql, &q, o->err);
    while (st == WQ_OK && (st = db_step(&q, o->err)) == WQ_OK) {
        o->c = (correction){ db_int(&q, 0), keep(o->mem, db_text(&q, 1)),
                             keep(o->mem, db_text(&q, 2)), keep(o->mem, db_text(&q, 3)),
                             keep(o->mem, db_text(&q, 4)) };
        st = one(o);
    }
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}

static wq_status in_arena(wq_record *r, const char *sql, wq_status (*one)(overlay *),
                          wq_error *err)
{
    arena a;
    jmp_buf full;
    arena_init(&a, SIZE_MAX / 4);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    overlay o = { .r = r, .mem = &a, .err = err };
    wq_status st = each(&o, sql, one);
    arena_fini(&a);
    return st;
}

static wq_status note_recoded(overlay *o)
{
    wq_str event;
    wq_status st = event_of(o, o->c.subject, &event);
    return st == WQ_OK ? note_changed(o, event) : st;
}

wq_status overlay_apply(wq_record *r, wq_error *err)
{
    int64_t n;
    wq_status st = db_number(r, "SELECT count(*) FROM correction", &n, err);
    if (st != WQ_OK || n == 0)
        return st;
    st = overlay_undo(r, err);
    if (st == WQ_OK)
        st = in_arena(r,
                      "SELECT n, verb, subject, field, value FROM correction WHERE verb <> "
                      "'recode' ORDER BY n",
                      apply_one, err);
    if (st == WQ_OK) /* their rows are made anew, so that `was` is what the program says */
        st = in_arena(r,
                      "SELECT n, verb, subject, field, value FROM correction WHERE verb = "
                      "'recode' ORDER BY n",
                      note_recoded, err);
    return st;
}

/* ---- recoding --------------------------------------------------------------------------------------------- */

static wq_status recode_codes(overlay *o, wq_str event)
{
    return tell(
        o,
        "UPDATE event SET plover = (SELECT CASE event.status WHEN 'planned' THEN future "
        "WHEN 'proposed' THEN future WHEN 'denied' THEN negated WHEN 'hypothetical' THEN "
        "hypothetical ELSE code END FROM plover_type WHERE code = event.type) WHERE id = "
        "?1",
        event, event);
}

static const char *recode_sql(wq_str field)
{
    if (str_eq(field, STR("type")))
        return "UPDATE event SET type = ?2 WHERE id = ?1";
    if (str_eq(field, STR("mode")))
        return "UPDATE event SET mode = ?2 WHERE id = ?1";
    if (str_eq(field, STR("status")))
        return "UPDATE event SET status = ?2 WHERE id = ?1";
    if (str_eq(field, STR("date")))
        return "UPDATE event SET date = ?2, first = ?2, last = ?2, sort_day = ifnull(?2, "
               "first_published) WHERE id = ?1";
    return "UPDATE event SET place_id = (SELECT min(id) FROM place WHERE name = ?2) WHERE "
           "id = ?1";
}

static const char *was_sql(wq_str field)
{
    if (str_eq(field, STR("type")))
        return "SELECT type FROM event WHERE id = ?1";
    if (str_eq(field, STR("mode")))
        return "SELECT mode FROM event WHERE id = ?1";
    if (str_eq(field, STR("status")))
        return "SELECT status FROM event WHERE id = ?1";
    if (str_eq(field, STR("date")))
        return "SELECT date FROM event WHERE id = ?1";
    return "SELECT name FROM place WHERE id = (SELECT place_id FROM event WHERE id = ?1)";
}

static wq_status recode_one(overlay *o)
{
    wq_str event, was, value = o->c.value.n ? o->c.value : (wq_str){ NULL, 0 };
    wq_status st = event_of(o, o->c.subject, &event);
    if (st != WQ_OK)
        return st;
    if (!event.p)
        return note_outcome(o, false, event);
    st = ask(o, was_sql(o->c.field), event, event, &was);
    if (st == WQ_OK)
        st = tell(o, recode_sql(o->c.field), event, value);
    if (st == WQ_OK)
        st = recode_codes(o, event);
    if (st == WQ_OK)
        st = tell(o,
                  "UPDATE event SET (cameo, quad) = (SELECT cameo, quad FROM plover_type "
                  "WHERE code "
                  "= event.plover) WHERE id = ?1",
                  event, event);
    return st == WQ_OK ? note_outcome(o, true, was) : st;
}

wq_status overlay_recode(wq_record *r, wq_error *err)
{
    return in_arena(
        r,
        "SELECT n, verb, subject, field, value FROM correction WHERE verb = 'recode' "
        "ORDER BY n",
        recode_one, err);
}
