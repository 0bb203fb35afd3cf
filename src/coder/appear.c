/* Who appears in a document: its mentions, one row for each they are of. */
#include <waqai/who.h>

#include <stdlib.h>

#include "coder/document.h"
#include "rows/rows.h"

enum {
    DOC,
    ID,
    NAME,
    TEXT,
    KIND,
    COUNTRY,
    SECTORS,
    ROLE,
    COUNT,
    PART,
    START,
    END,
    COLUMNS
};

static const rows_column COLUMN[COLUMNS] = {
    [DOC] = { "doc", WQ_TEXT },         [ID] = { "id", WQ_TEXT },
    [NAME] = { "name", WQ_TEXT },       [TEXT] = { "text", WQ_TEXT },
    [KIND] = { "kind", WQ_TEXT },       [COUNTRY] = { "country", WQ_TEXT },
    [SECTORS] = { "sectors", WQ_LIST }, [ROLE] = { "role", WQ_TEXT },
    [COUNT] = { "count", WQ_INTEGER },  [PART] = { "part", WQ_TEXT },
    [START] = { "start", WQ_INTEGER },  [END] = { "end", WQ_INTEGER },
};

typedef struct appearance {
    wq_str key; /* equal for mentions of the same */
    const wq_actor *as;
    const actor_mention *mention;
    uint32_t nth, count;
} appearance;

typedef struct gathering {
    arena mem;
    VEC(appearance) list;
} gathering;

/* By id; a person nobody lists by his name; what has no name by what it is. */
static wq_str key_of(arena *a, const lexicon *lex, const actor_mention *m,
                     const wq_actor *as)
{
    if (as->id.p)
        return as->id;
    if (m->kind == ACTOR_PERSON)
        return arena_printf(a, "p %.*s", STR_ARG(lex_key(a, as->name)));
    wq_str head = m->agent ? lex_cell(lex, LEX_AGENT, m->agent - 1, "id") : m->office;
    wq_str words = head.n ? STR("") : lex_key(a, as->text);
    return arena_printf(a, "%d %.*s %.*s %.*s %.*s %.*s %.*s", m->kind, STR_ARG(head),
                        STR_ARG(words), STR_ARG(as->country), STR_ARG(m->country2),
                        STR_ARG(m->owner), STR_ARG(as->sector));
}

static void add(gathering *g, const lexicon *lex, const actor_mention *m,
                const wq_actor *as)
{
    appearance one = { key_of(&g->mem, lex, m, as), as, m, g->list.n, 1 };
    *vec_push(&g->mem, &g->list) = one;
}

static int by_key(const void *a, const void *b)
{
    const appearance *x = a, *y = b;
    int order = str_cmp(x->key, y->key);
    return order ? order : (x->nth > y->nth) - (x->nth < y->nth);
}

static int by_turn(const void *a, const void *b)
{
    const appearance *x = a, *y = b;
    return (x->nth > y->nth) - (x->nth < y->nth);
}

static void unite(gathering *g)
{
    uint32_t kept = 0;
    appearance *v = g->list.v;
    if (g->list.n)
        qsort(v, g->list.n, sizeof *v, by_key);
    for (uint32_t i = 0; i < g->list.n; i++) {
        if (kept && str_eq(v[kept - 1].key, v[i].key))
            v[kept - 1].count++;
        else
            v[kept++] = v[i];
    }
    g->list.n = kept;
    if (kept)
        qsort(v, kept, sizeof *v, by_turn);
}

static void gather(gathering *g, const wq_document *doc)
{
    for (int k = 0; k < 2; k++)
        for (uint32_t i = 0; i < doc->part[k].actors.n; i++) {
            const actor_mention *m = &doc->part[k].actors.v[i];
            add(g, doc->lex, m, &m->a);
            for (uint32_t s = 0; m->second && s <= m->n_more; s++)
                add(g, doc->lex, m, &m->second[s]);
        }
    unite(g);
}

static bool put(wq_rows *rows, const wq_document *doc, const appearance *x)
{
    static const char *const kind[] = { "state", "person", "office",
                                        "org",   "group",  "source" };
    const wq_actor *a = x->as;
    wq_span span = x->mention->a.span;
    rows_set_text(rows, DOC, doc->page.id);
    rows_set_text(rows, ID, a->id);
    rows_set_text(rows, NAME, a->name);
    rows_set_text(rows, TEXT, x->mention->a.text);
    rows_set_text(rows, KIND, str_of(kind[x->mention->kind]));
    rows_set_text(rows, COUNTRY, a->country);
    rows_set_list(rows, SECTORS, a->sectors, a->n_sectors);
    rows_set_text(rows, ROLE, a->role);
    rows_set_integer(rows, COUNT, x->count);
    rows_set_text(rows, PART, span.part == WQ_PART_TITLE ? STR("title") : STR("text"));
    rows_set_integer(rows, START, span.start);
    rows_set_integer(rows, END, span.end);
    return rows_put(rows);
}

static bool gather_within(gathering *g, const wq_document *doc)
{
    jmp_buf full;
    if (setjmp(full))
        return false;
    g->mem.full = &full;
    gather(g, doc);
    return true;
}

wq_status wq_document_actors(const wq_document *doc, wq_rows **out, wq_error *err)
{
    gathering g = { .list = { 0 } };
    wq_rows *rows = rows_gather(COLUMN, COLUMNS);
    arena_init(&g.mem, doc->mem.limit);
    bool fine = rows && gather_within(&g, doc);
    for (uint32_t i = 0; fine && i < g.list.n; i++)
        fine = put(rows, doc, &g.list.v[i]);
    arena_fini(&g.mem);
    if (!fine) {
        wq_rows_free(rows);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    *out = rows;
    return WQ_OK;
}
