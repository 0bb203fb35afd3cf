/* Actors: who is in the lexicon keeps its id, whoever is not gets one of what is known of him. */
#include "record/ingest.h"
#include "record/join.h"
#include "script/fold.h"

wq_str ingest_fold(arena *a, wq_str s)
{
    return s.p ? fold_str(a, s, FOLD_FULL) : s;
}

/* Who is not in the lexicon is known by country, sector and name, or by what he is called. */
static wq_str actor_id(adding *x, const actor_facts *f)
{
    if (f->id.p)
        return f->id;
    wq_str called = ingest_fold(x->mem, f->name.p ? f->name : f->text);
    const wq_str parts[] = { STR("~"), f->country, STR(":"), f->sector, STR(":"), called };
    return join(x->mem, parts, sizeof parts / sizeof *parts, STR(""));
}

wq_str ingest_list(arena *a, const wq_str *v, uint32_t n, wq_str with)
{
    return n > 1 ? join(a, v, n, with) : n ? v[0] : (wq_str){ NULL, 0 };
}

static wq_str known(wq_str s)
{
    return s.n ? s : (wq_str){ NULL, 0 };
}

static bool is_given_name(const lexicon *lex, wq_str word)
{
    uint32_t n;
    const lex_entry *found = lex_find(lex, word, &n);
    for (uint32_t i = 0; i < n; i++)
        if (found[i].table == LEX_ACTOR &&
            str_eq(lex_cell(lex, LEX_ACTOR, found[i].row, "kind"), STR("given")))
            return true;
    return false;
}

/* The last word of a name of several, where it is no given name: of "X son of Y" the family is not told. */
static wq_str surname_of(const adding *x, wq_str folded)
{
    size_t at = folded.n;
    while (at > 0 && folded.p[at - 1] != ' ')
        at--;
    wq_str last = str_sub(folded, at, folded.n);
    if (at == 0 || last.n < 4 || is_given_name(x->r->lex, last))
        return (wq_str){ NULL, 0 };
    return last;
}

static bool may_be_person(const adding *x, const actor_facts *f)
{
    int64_t row = f->id.p ? lex_row_by_id(x->r->lex, LEX_ACTOR, f->id) : -1;
    if (f->id.p)
        return row >= 0 &&
               str_eq(lex_cell(x->r->lex, LEX_ACTOR, (uint32_t)row, "kind"), STR("person"));
    return f->name.p != NULL;
}

static wq_status add_tenures(adding *x, wq_str actor)
{
    const lexicon *lex = x->r->lex;
    uint32_t n;
    const lex_entry *found = lex_find_ref(lex, actor, &n);
    static const char *const column[] = { "office", "country", "first", "last", "source" };
    wq_status st = WQ_OK;
    for (uint32_t i = 0; st == WQ_OK && i < n; i++) {
        if (found[i].table != LEX_TENURE ||
            !str_eq(lex_cell(lex, LEX_TENURE, found[i].row, "actor"), actor))
            continue;
        db_query *q = ingest_use(x, ADD_TENURE);
        db_bind_text(q, 1, actor);
        for (int k = 0; k < 5; k++)
            db_bind_text(q, k + 2,
                         known(lex_cell(lex, LEX_TENURE, found[i].row, column[k])));
        st = ingest_run(x, ADD_TENURE);
    }
    return st;
}

/* The lexicon's own words on an actor it lists. */
static void bind_listed(adding *x, db_query *q, wq_str id)
{
    int64_t row = lex_row_by_id(x->r->lex, LEX_ACTOR, id);
    bool country = row < 0 && lex_row_by_id(x->r->lex, LEX_COUNTRY, id) >= 0;
    if (row >= 0) {
        db_bind_text(q, 4, known(lex_cell(x->r->lex, LEX_ACTOR, (uint32_t)row, "kind")));
        db_bind_text(q, 7, known(lex_cell(x->r->lex, LEX_ACTOR, (uint32_t)row, "latin")));
    } else if (country) {
        row = lex_row_by_id(x->r->lex, LEX_COUNTRY, id);
        db_bind_text(q, 4, STR("country"));
        db_bind_text(q, 7, known(lex_cell(x->r->lex, LEX_COUNTRY, (uint32_t)row, "latin")));
    }
}

wq_status ingest_actor(adding *x, const actor_facts *f, wq_str *id)
{
    db_query *q = ingest_use(x, ADD_ACTOR);
    *id = actor_id(x, f);
    if (name_set_has(&x->r->actors, *id))
        return WQ_OK;
    wq_str name = f->name.p ? f->name : f->text;
    db_bind_text(q, 1, *id);
    db_bind_int(q, 2, f->id.p != NULL);
    db_bind_int(q, 3, f->id.p || f->name.p);
    if (f->id.p)
        bind_listed(x, q, f->id);
    db_bind_text(q, 5, name);
    wq_str folded = ingest_fold(x->mem, name);
    db_bind_text(q, 6, folded);
    if (may_be_person(x, f))
        db_bind_text(q, 11, surname_of(x, folded));
    db_bind_text(q, 8, f->country);
    db_bind_text(q, 9, f->sector);
    db_bind_text(q, 10, ingest_list(x->mem, f->sectors, f->n_sectors, STR("|")));
    int before = sqlite3_total_changes(x->r->db);
    wq_status st = ingest_run(x, ADD_ACTOR);
    if (st == WQ_OK && f->id.p && sqlite3_total_changes(x->r->db) != before)
        st = add_tenures(x, f->id);
    if (st == WQ_OK)
        name_set_add(&x->r->actors, *id);
    return st;
}

static wq_status named(adding *x, db_query *q, int at, uint32_t i)
{
    const entry_actor *n = &x->e->actors[i];
    actor_facts f = { n->id,     n->name,    n->text,     n->country,
                      n->sector, n->sectors, n->n_sectors };
    wq_str id;
    wq_status st = ingest_actor(x, &f, &id);
    if (st != WQ_OK)
        return st;
    db_bind_int(q, at + 1, x->document);
    db_bind_text(q, at + 2, id);
    db_bind_text(q, at + 3, n->text);
    db_bind_int(q, at + 4, n->mentions);
    ingest_bind_span(q, at + 5, n->span);
    db_bind_text(q, at + 8, n->role);
    return WQ_OK;
}

wq_status ingest_named(adding *x)
{
    return ingest_several(x, ADD_DOCUMENT_ACTOR, x->e->n_actors, named);
}

/* Somebody known by an id alone: a speaker, a source. */
wq_status ingest_actor_by_id(adding *x, wq_str id, wq_str text, wq_str *out)
{
    *out = (wq_str){ NULL, 0 };
    if (!id.n)
        return WQ_OK;
    int64_t row = lex_row_by_id(x->r->lex, LEX_ACTOR, id);
    lex_table table = row >= 0 ? LEX_ACTOR : LEX_COUNTRY;
    if (row < 0)
        row = lex_row_by_id(x->r->lex, LEX_COUNTRY, id);
    actor_facts f = { .id = id, .text = text };
    VEC(wq_str) sectors = { 0 };
    if (row >= 0) {
        wq_str list = lex_cell(x->r->lex, table, (uint32_t)row, "sectors");
        for (wq_str one; list.n && str_next(&list, '|', &one);)
            *vec_push(x->mem, &sectors) = one;
        f.name = known(lex_cell(x->r->lex, table, (uint32_t)row, "name"));
        f.country = table == LEX_COUNTRY
                        ? id
                        : known(lex_cell(x->r->lex, table, (uint32_t)row, "country"));
        f.sectors = sectors.v;
        f.n_sectors = sectors.n;
        f.sector = sectors.n ? sectors.v[0] : (wq_str){ NULL, 0 };
    }
    return ingest_actor(x, &f, out);
}
