/* The words of a sentence by their ids, for conditions that name ids. */
#include "event/draft.h"
#include "text/memory.h"

enum { LISTS = 512, MOST_LISTS = LISTS / 4 * 3, TYPES = 64 };

/* By where they stand in the lexicon, in which they stay: the same rows are tried in every sentence. */
struct word_lists {
    arena *mem;
    const event_row **row;     /* of LEX_EVENT; NULL: not yet read */
    const need_list **general; /* the conditions of each row of LEX_TYPE; likewise */
    need_list none;            /* of a type that is in no row */
    struct {
        wq_str cell;
        int64_t row;
    } type[TYPES];
    uint32_t n;
    word_list list[LISTS]; /* open addressing */
};

static const lex_table IN[WORD_TABLES] = { LEX_VERB, LEX_NOUN, LEX_AGENT, LEX_FUNCTION };

static int64_t row_in(const word_id *id, uint32_t table)
{
    static const uint8_t place[LEX_TABLES] = {
        [LEX_VERB] = 1, [LEX_NOUN] = 2, [LEX_AGENT] = 3, [LEX_FUNCTION] = 4
    };
    return place[table] ? id->row[place[table] - 1] : -1;
}

static wq_str id_of(const coder_state *c, lex_table table, uint32_t row)
{
    return lex_cell_at(c->lex, table, row, 0);
}

static wq_str id_of_agent(const coder_state *c, const clause_item *it)
{
    bool agent = it->kind == ITEM_ACTOR && it->actor->agent;
    return agent ? id_of(c, LEX_AGENT, it->actor->agent - 1) : STR("");
}

/* Any reading of the item's first word, and the common noun of a mention. */
static uint64_t bits_of(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    const morph_word *w = s->part->token[it->first].morph;
    if (it->kind == ITEM_MARK)
        return 0;
    return str_bit(id_of_agent(c, it)) | (w ? w->ids : 0);
}

static void note_row(row_set *set, uint32_t table, uint32_t row)
{
    uint32_t bit = (row * 0x9e3779b1u + table * 0x85ebca6bu) >> 23;
    set->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}
_Static_assert(ROW_WORDS * 64 == 1 << (32 - 23), "as many bits as note_row() tells apart");

static void note_rows(row_set *set, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    const morph_word *w = s->part->token[it->first].morph;
    if (it->kind == ITEM_ACTOR && it->actor->agent)
        note_row(set, LEX_AGENT, it->actor->agent - 1);
    for (uint32_t i = 0; w && i < w->n; i++)
        note_row(set, w->v[i].entry.table, w->v[i].entry.row);
}

bool words_may_have(const coder_state *c, const word_list *list)
{
    uint64_t common = 0;
    if (!(list->bits & c->words.of_all))
        return false;
    for (int i = 0; i < ROW_WORDS; i++)
        common |= list->rows.bits[i] & c->words.rows.bits[i];
    return common;
}

void words_note(coder_state *c, const clause_sentence *s)
{
    if (c->words.of == s)
        return;
    uint64_t *bits = ARENA_ARRAY(c->mem, uint64_t, s->n_items + 1);
    c->words.of = s;
    c->words.of_item = bits;
    c->words.of_all = 0;
    c->words.rows = (row_set){ { 0 } };
    for (uint32_t i = 0; i < s->n_items; i++) {
        c->words.of_all |= bits[i] = bits_of(c, s, i);
        if (bits[i])
            note_rows(&c->words.rows, s, i);
    }
}

bool words_item_has(const clause_sentence *s, uint32_t at, const word_id *id)
{
    const clause_item *it = &s->item[at];
    const morph_word *w = s->part->token[it->first].morph;
    if (it->kind == ITEM_ACTOR && it->actor->agent &&
        row_in(id, LEX_AGENT) == it->actor->agent - 1)
        return true;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (row_in(id, w->v[i].entry.table) == w->v[i].entry.row)
            return true;
    return false;
}

/* ---- lists ---------------------------------------------------------------------------------- */

void words_begin(coder_state *c, const text_part *part)
{
    word_memory *m = part->memory;
    bool kept = m && m->mem == &m->own;
    if (kept && m->lists) {
        c->lists = m->lists;
        return;
    }
    c->lists = ARENA_NEW(kept ? m->mem : c->mem, struct word_lists);
    arena *mem = c->lists->mem = kept ? m->mem : c->mem;
    c->lists->row = ARENA_ARRAY(mem, const event_row *, lex_rows(c->lex, LEX_EVENT) + 1);
    c->lists->general = ARENA_ARRAY(mem, const need_list *, lex_rows(c->lex, LEX_TYPE) + 1);
    if (kept)
        m->lists = c->lists;
}

static uint32_t place_of(wq_str cell)
{
    return (uint32_t)((uintptr_t)cell.p * 0x9e3779b97f4a7c15u >> 40);
}

static bool is_same(wq_str cell, wq_str other)
{
    return cell.p == other.p && cell.n == other.n;
}

int64_t words_type(const coder_state *c, wq_str type)
{
    uint32_t at = place_of(type) % TYPES;
    if (!is_same(c->lists->type[at].cell, type)) {
        c->lists->type[at].cell = type;
        c->lists->type[at].row = lex_row_by_id(c->lex, LEX_TYPE, type);
    }
    return c->lists->type[at].row;
}

wq_str words_members(const coder_state *c, wq_str group)
{
    return lex_members(c->lex, str_sub(group, 1, group.n));
}

word_list words_read(const coder_state *c, arena *mem, wq_str ids)
{
    VEC(word_id) all = { 0 };
    word_list out = { .cell = ids };
    for (wq_str id, one; str_next(&ids, ',', &id);) {
        wq_str list = id.n && id.p[0] == '@' ? words_members(c, id) : id;
        while (list.n && str_next(&list, ',', &one)) {
            word_id *x = vec_push(mem, &all);
            x->bit = str_bit(one);
            for (int i = 0; i < WORD_TABLES; i++) {
                x->row[i] = lex_row_by_id(c->lex, IN[i], one);
                if (x->row[i] >= 0)
                    note_row(&out.rows, IN[i], (uint32_t)x->row[i]);
            }
            out.bits |= x->bit;
        }
    }
    out.id = all.v;
    out.n = all.n;
    return out;
}

word_list words_list(const coder_state *c, wq_str ids)
{
    struct word_lists *known = c->lists;
    uint32_t at = place_of(ids) % LISTS;
    for (; known->list[at].cell.p; at = (at + 1) % LISTS)
        if (is_same(known->list[at].cell, ids))
            return known->list[at];
    word_list list = words_read(c, known->mem, ids);
    if (known->n < MOST_LISTS) {
        known->list[at] = list;
        known->n++;
    }
    return list;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static const need_list *general_of(const coder_state *c, wq_str type)
{
    int64_t row = words_type(c, type);
    if (row < 0)
        return &c->lists->none;
    const need_list **known = &c->lists->general[row];
    if (!*known) {
        need_list *list = ARENA_NEW(c->lists->mem, need_list);
        *list = rows_read_needs(c, c->lists->mem, event_type_cell(c, type, "needs"));
        *known = list;
    }
    return *known;
}

const event_row *words_row(const coder_state *c, uint32_t row)
{
    const event_row **known = &c->lists->row[row];
    if (!*known)
        *known =
            rows_read(c, c->lists->mem, row, general_of(c, event_cell(c, row, "type")));
    return *known;
}

void words_foresee_rows(const coder_state *c, const uint32_t *rows, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const event_row *row = c->lists->row[rows[i]];
        __builtin_prefetch(row);
        __builtin_prefetch(row ? &row->general : NULL); /* its other end */
    }
}

void words_await_row(const coder_state *c, uint32_t row)
{
    const event_row *r = c->lists->row[row];
    if (!r || !r->own.n)
        return;
    __builtin_prefetch(r->own.v);
    __builtin_prefetch(&r->own.v->words);
    __builtin_prefetch(&r->own.v->words.id);
}
