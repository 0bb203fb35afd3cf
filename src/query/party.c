/* Who is meant by a word on the command line: a country, an id, or a name as the press writes it. */
#include "base/json.h"
#include "query/filter.h"
#include "record/record.h"
#include "script/fold.h"

wq_str folded(arena *a, wq_str in)
{
    char *p = arena_alloc(a, in.n * FOLD_GROWTH + 1);
    return (wq_str){ p, fold_into(in, FOLD_FULL, p) };
}

wq_status look_up(question *q, const char *sql, wq_str value, wq_str *out, wq_error *err)
{
    db_query query;
    *out = (wq_str){ NULL, 0 };
    wq_status st = db_prepare(q->record, sql, &query, err);
    if (st != WQ_OK)
        return st;
    db_bind_text(&query, 1, value);
    st = db_step(&query, err);
    if (st == WQ_OK && db_text(&query, 0).p)
        *out = arena_str(&q->mem, db_text(&query, 0).p, db_text(&query, 0).n);
    db_finish(&query);
    return st == WQ_END ? WQ_OK : st;
}

static void add_id(buf *ids, wq_str id)
{
    if (ids->n)
        buf_char(ids, ',');
    json_str(ids, id);
}

static wq_str country_of_row(const lexicon *lex, uint32_t row)
{
    wq_str top = lex_cell(lex, LEX_COUNTRY, row, "top");
    return top.n ? top : lex_cell(lex, LEX_COUNTRY, row, "id");
}

static bool is_given_name(const lexicon *lex, uint32_t row)
{
    return str_eq(lex_cell(lex, LEX_ACTOR, row, "kind"), STR("given"));
}

/* The lexicon knows spellings that the record has not seen.  A country's name is the country. */
static void from_lexicon(const lexicon *lex, wq_str key, party *p, buf *ids)
{
    uint32_t n;
    const lex_entry *e = lex_find(lex, key, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table == LEX_COUNTRY && !p->country.p)
            p->country = country_of_row(lex, e[i].row);
        else if (e[i].table == LEX_ACTOR && !is_given_name(lex, e[i].row))
            add_id(ids, lex_cell(lex, LEX_ACTOR, e[i].row, "id"));
    }
}

static const char *const name_queries[] = {
    "SELECT group_concat(id, char(31)) FROM actor WHERE name_folded = ?1",
    "SELECT group_concat(id, char(31)) FROM actor WHERE name_latin = ?1 COLLATE NOCASE",
    "SELECT group_concat(id, char(31)) FROM actor WHERE surname = ?1",
    /* another part of a name */
    ("SELECT group_concat(id, char(31)) FROM actor "
     "WHERE instr(' ' || name_folded || ' ', ' ' || ?1 || ' ')"),
};

/* The record knows people whom the lexicon does not.  The first way that finds somebody ends it. */
static wq_status from_record(question *q, wq_str key, buf *ids, wq_error *err)
{
    for (size_t i = 0; i < sizeof name_queries / sizeof *name_queries; i++) {
        wq_str found, id;
        wq_status st = look_up(q, name_queries[i], key, &found, err);
        if (st != WQ_OK)
            return st;
        bool any = found.n > 0;
        while (any && str_next(&found, JOIN, &id))
            add_id(ids, id);
        if (ids->n)
            break;
    }
    return WQ_OK;
}

static wq_status by_id(question *q, wq_str word, party *out, buf *ids, wq_error *err)
{
    wq_str found;
    wq_status st = look_up(q, "SELECT code FROM country WHERE code = upper(?1)", word,
                           &out->country, err);
    if (st != WQ_OK || out->country.p)
        return st;
    st = look_up(q, "SELECT id FROM actor WHERE id = ?1", word, &found, err);
    if (found.p || lex_row_by_id(q->record->lex, LEX_ACTOR, word) >= 0)
        add_id(ids, word);
    return st;
}

static wq_status find(question *q, wq_str word, party *out, buf *ids, wq_error *err)
{
    wq_status st = by_id(q, word, out, ids, err);
    if (st != WQ_OK || out->country.p || ids->n)
        return st;
    wq_str key = lex_key(&q->mem, word);
    from_lexicon(q->record->lex, key, out, ids);
    return out->country.p ? WQ_OK : from_record(q, key, ids, err);
}

wq_status party_find(question *q, const char *word, party *out, wq_error *err)
{
    buf ids = { 0 };
    *out = (party){ 0 };
    wq_status st = find(q, str_of(word), out, &ids, err);
    if (st == WQ_OK && ids.n)
        out->ids = arena_printf(&q->mem, "[%.*s]", (int)ids.n, ids.p);
    bool failed = ids.failed, none = !ids.n && !out->country.p;
    buf_fini(&ids);
    if (st != WQ_OK)
        return st;
    if (failed)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    if (none)
        return fail(
            err, WQ_E_USE, 0,
            "nobody is known as '%.100s': give a country (RUS), the id of an actor, or a "
            "name as the press writes it",
            word);
    return WQ_OK;
}

void ask_party(question *q, const char *alias, const party *p)
{
    ask(q, alias);
    if (p->country.p) {
        ask(q, ".country = ");
        ask_text(q, p->country);
    } else {
        ask(q, ".actor_id IN (SELECT value FROM json_each(");
        ask_text(q, p->ids);
        ask(q, "))");
    }
}
