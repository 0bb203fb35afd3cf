/* Who somebody is: ids, names, surnames in Latin letters, offices with their country; a row for each tenure. */
#include <waqai/who.h>

#include "base/utf8.h"
#include "coder/document.h"
#include "morph/morph.h"
#include "rows/rows.h"

enum {
    ID,
    NAME,
    LATIN,
    KIND,
    COUNTRY,
    SECTORS,
    ROLE,
    OF,
    FIRST,
    LAST,
    HELD,
    SOURCE,
    NOTE,
    COLUMNS
};

static const rows_column COLUMN[COLUMNS] = {
    [ID] = { "id", WQ_TEXT },           [NAME] = { "name", WQ_TEXT },
    [LATIN] = { "latin", WQ_TEXT },     [KIND] = { "kind", WQ_TEXT },
    [COUNTRY] = { "country", WQ_TEXT }, [SECTORS] = { "sectors", WQ_LIST },
    [ROLE] = { "role", WQ_TEXT },       [OF] = { "of", WQ_TEXT },
    [FIRST] = { "first", WQ_TEXT },     [LAST] = { "last", WQ_TEXT },
    [HELD] = { "held", WQ_INTEGER },    [SOURCE] = { "source", WQ_TEXT },
    [NOTE] = { "note", WQ_TEXT },
};

enum { LIMIT = 64 << 20 };

typedef struct question {
    const lexicon *lex;
    arena mem;
    wq_str name;
    int32_t day; /* or CALENDAR_NONE */
    wq_rows *rows;
    VEC(wq_str) told; /* ids that have been answered */
    int64_t near;     /* who is spelt like it, or -1 */
    bool full;        /* memory ran out */
} question;

static wq_str known(wq_str cell)
{
    return cell.n ? cell : (wq_str){ NULL, 0 };
}

static wq_str cell(const question *q, lex_table table, uint32_t row, const char *column)
{
    return known(lex_cell(q->lex, table, row, column));
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void set_person(question *q, uint32_t row)
{
    rows_set_text(q->rows, ID, cell(q, LEX_ACTOR, row, "id"));
    rows_set_text(q->rows, NAME, cell(q, LEX_ACTOR, row, "name"));
    rows_set_text(q->rows, LATIN, cell(q, LEX_ACTOR, row, "latin"));
    rows_set_text(q->rows, KIND, cell(q, LEX_ACTOR, row, "kind"));
    rows_set_text(q->rows, COUNTRY, cell(q, LEX_ACTOR, row, "country"));
    rows_set_text(q->rows, NOTE, cell(q, LEX_ACTOR, row, "note"));
    VEC(wq_str) sectors = { 0 };
    wq_str list = lex_cell(q->lex, LEX_ACTOR, row, "sectors");
    for (wq_str one; list.n && str_next(&list, '|', &one);)
        *vec_push(&q->mem, &sectors) = one;
    rows_set_list(q->rows, SECTORS, sectors.v, sectors.n);
}

static bool held(const question *q, const actor_tenure *t)
{
    return q->day == CALENDAR_NONE ? t->to == INT32_MAX
                                   : t->from <= q->day && q->day <= t->to;
}

static void set_tenure(question *q, const actor_tenure *t)
{
    int64_t office = lex_row_by_id(q->lex, LEX_OFFICE, t->office);
    rows_set_text(q->rows, ROLE,
                  office < 0 ? t->office
                             : cell(q, LEX_OFFICE, (uint32_t)office, "english"));
    rows_set_text(q->rows, OF, known(t->country));
    rows_set_text(q->rows, FIRST, known(t->first));
    rows_set_text(q->rows, LAST, known(t->last));
    rows_set_integer(q->rows, HELD, held(q, t));
    rows_set_text(q->rows, SOURCE, known(t->source));
}

static void put(question *q)
{
    q->full = !rows_put(q->rows) || q->full;
}

/* ---- a person or organisation ---------------------------------------------------------------- */

static bool is_told(question *q, wq_str id)
{
    for (uint32_t i = 0; i < q->told.n; i++)
        if (str_eq(q->told.v[i], id))
            return true;
    *vec_push(&q->mem, &q->told) = id;
    return false;
}

static void tell_actor(question *q, uint32_t row)
{
    wq_str id = lex_cell(q->lex, LEX_ACTOR, row, "id");
    actor_tenure *t;
    uint32_t n, told = 0;
    if (is_told(q, id))
        return;
    n = actor_tenures(q->lex, &q->mem, id, &t);
    for (uint32_t i = 0; i < n; i++) {
        bool own = str_eq(t[i].actor, id);
        if (!own || (q->day != CALENDAR_NONE && !held(q, &t[i])))
            continue;
        set_person(q, row);
        set_tenure(q, &t[i]);
        put(q);
        told++;
    }
    if (told)
        return;
    set_person(q, row);
    put(q);
}

static void tell_country(question *q, uint32_t row)
{
    wq_str id = lex_cell(q->lex, LEX_COUNTRY, row, "id");
    if (is_told(q, id))
        return;
    rows_set_text(q->rows, ID, id);
    rows_set_text(q->rows, NAME, cell(q, LEX_COUNTRY, row, "name"));
    rows_set_text(q->rows, LATIN, cell(q, LEX_COUNTRY, row, "latin"));
    rows_set_text(q->rows, KIND, STR("country"));
    rows_set_text(q->rows, COUNTRY, cell(q, LEX_COUNTRY, row, "top"));
    rows_set_text(q->rows, NOTE, cell(q, LEX_COUNTRY, row, "note"));
    put(q);
}

/* ---- an office --------------------------------------------------------------------------------- */

/* Everybody who held it in that country; p == NULL: in any. */
static void tell_office(question *q, wq_str office, wq_str country)
{
    actor_tenure *t;
    uint32_t n = actor_tenures(q->lex, &q->mem, office, &t);
    for (uint32_t i = 0; i < n; i++) {
        int64_t row = lex_row_by_id(q->lex, LEX_ACTOR, t[i].actor);
        bool meant =
            str_eq(t[i].office, office) && (!country.p || str_eq(t[i].country, country));
        if (row < 0 || !meant || (q->day != CALENDAR_NONE && !held(q, &t[i])))
            continue;
        set_person(q, (uint32_t)row);
        set_tenure(q, &t[i]);
        put(q);
        *vec_push(&q->mem, &q->told) = t[i].actor;
    }
}

/* "The leader of Hezbollah", whose head is its secretary-general. */
static void tell_head(question *q, wq_str office, wq_str body)
{
    wq_str offices = actor_head_offices(q->lex, office, body);
    for (wq_str one; offices.n && str_next(&offices, ',', &one);)
        tell_office(q, one, body);
}

/* ---- what is asked ------------------------------------------------------------------------------- */

static void ask_ids(question *q)
{
    int64_t row = lex_row_by_id(q->lex, LEX_ACTOR, q->name);
    if (row >= 0)
        tell_actor(q, (uint32_t)row);
    row = lex_row_by_id(q->lex, LEX_COUNTRY, q->name);
    if (row >= 0)
        tell_country(q, (uint32_t)row);
    if (lex_row_by_id(q->lex, LEX_OFFICE, q->name) >= 0)
        tell_office(q, q->name, (wq_str){ NULL, 0 });
}

static void ask_names(question *q)
{
    uint32_t n;
    const lex_entry *e = lex_find(q->lex, lex_key(&q->mem, q->name), &n);
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table == LEX_COUNTRY && e[i].form == LEX_NAME)
            tell_country(q, e[i].row);
        if (e[i].table == LEX_ACTOR &&
            !str_eq(lex_cell(q->lex, LEX_ACTOR, e[i].row, "kind"), STR("given")))
            tell_actor(q, e[i].row);
    }
}

/* As a text would be read: "the Syrian foreign minister", "President Putin". */
static void ask_grammar(question *q)
{
    text_part part;
    actor_list list;
    text_analyse(q->lex, &q->mem, WQ_PART_TEXT, q->name, &part);
    morph_analyse(q->lex, &q->mem, &part);
    actor_find(q->lex, &q->mem, &part, NULL, q->day, NULL, &list);
    for (uint32_t i = 0; i < list.n; i++) {
        const actor_mention *m = &list.v[i];
        int64_t row = m->a.id.p ? lex_row_by_id(q->lex, LEX_ACTOR, m->a.id) : -1;
        uint32_t told = q->told.n;
        if (m->kind == ACTOR_OFFICE && m->office.p) {
            tell_office(q, m->office, m->owner.p ? m->owner : m->a.country);
            if (told == q->told.n && m->owner.p)
                tell_head(q, m->office, m->owner);
        } else if (row >= 0)
            tell_actor(q, (uint32_t)row);
    }
}

static bool has_word(wq_str text, wq_str word)
{
    ptrdiff_t at = str_find_nocase(text, word);
    if (at < 0)
        return false;
    size_t end = (size_t)at + word.n;
    char before = at ? text.p[at - 1] : ' ', after = end < text.n ? text.p[end] : ' ';
    return (before == ' ' || before == '-') && (after == ' ' || after == '-');
}

/* "Lavrov", "al-Assad": whole words of the Latin name. */
static void ask_latin(question *q)
{
    for (uint32_t row = 0; row < lex_rows(q->lex, LEX_ACTOR); row++)
        if (has_word(lex_cell(q->lex, LEX_ACTOR, row, "latin"), q->name))
            tell_actor(q, row);
}

static bool is_ascii(wq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return false;
    return true;
}

static void ask(question *q)
{
    ask_ids(q);
    if (q->told.n == 0)
        ask_names(q);
    if (q->told.n == 0 && is_ascii(q->name))
        ask_latin(q);
    else if (q->told.n == 0)
        ask_grammar(q);
    double score;
    q->near = q->told.n
                  ? -1
                  : actor_respelled(q->lex, &q->mem, q->name, (wq_str){ NULL, 0 }, &score);
}

static bool read_day(const char *on, int32_t *day)
{
    calendar_stamp stamp;
    *day = CALENDAR_NONE;
    if (!on)
        return true;
    if (!calendar_parse_iso(str_of(on), &stamp))
        return false;
    *day = calendar_day(stamp.date);
    return true;
}

static wq_status nobody(const question *q, wq_error *err)
{
    wq_str near =
        q->near < 0 ? STR("") : lex_cell(q->lex, LEX_ACTOR, (uint32_t)q->near, "name");
    return fail(err, WQ_END, 0, "the lexicon has nobody called '%.*s'%s%s%.*s%s",
                STR_ARG(q->name), q->day == CALENDAR_NONE ? "" : " on that day",
                near.n ? " (did you mean " : "", STR_ARG(near), near.n ? "?)" : "");
}

static wq_status answer(question *q, wq_rows **out, wq_error *err)
{
    if (q->full)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    if (q->told.n == 0)
        return nobody(q, err);
    *out = q->rows;
    q->rows = NULL;
    return WQ_OK;
}

static wq_status ask_within(question *q, wq_error *err)
{
    jmp_buf full;
    if (setjmp(full))
        return fail(err, WQ_E_LIMIT, 0, "a name of %zu bytes is too long", q->name.n);
    q->mem.full = &full;
    ask(q);
    return WQ_OK;
}

wq_status wq_who(const wq_engine *engine, const char *name, const char *on, wq_rows **out,
                 wq_error *err)
{
    question q = { .lex = engine->lex, .name = str_trim(str_of(name)) };
    if (utf8_valid_prefix(q.name) != q.name.n)
        return fail(err, WQ_E_FORMAT, 0, "the name is not UTF-8");
    if (!read_day(on, &q.day))
        return fail(err, WQ_E_USE, 0, "'%s' is no day such as 2020-09-05", on);
    q.rows = rows_gather(COLUMN, COLUMNS);
    if (!q.rows)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    arena_init(&q.mem, LIMIT);
    wq_status st = ask_within(&q, err);
    if (st == WQ_OK)
        st = answer(&q, out, err);
    wq_rows_free(q.rows);
    arena_fini(&q.mem);
    return st;
}
