/* The words of a sentence by their ids, for conditions that name ids. */
#include "event/draft.h"
#include "script/letters.h"
#include "text/memory.h"

enum { LISTS = 512, MOST_LISTS = LISTS / 4 * 3, TYPES = 64 };

/* By where they stand in the lexicon, in which they stay: the same rows are tried in every sentence. */
struct word_lists {
    arena *mem;
    const event_row **row;     /* of LEX_EVENT; NULL: not yet read */
    row_gate *gate;            /* likewise */
    const need_list **general; /* the conditions of each row of LEX_TYPE; likewise */
    need_list none;            /* of a type that is in no row */
    const word_uses **uses[LEX_TABLES]; /* of the rows of a table; NULL: not yet read */
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

_Static_assert(WIDE_WORDS * 64 == LEX_ROW_BITS,
               "as many bits as lex_row_bit() tells apart");

/* The bit of `wide` in a set of fewer bits. */
static void note_row(row_set *set, uint32_t wide)
{
    uint32_t bit = wide / (WIDE_WORDS / ROW_WORDS);
    set->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static void note_both(word_bits *of, uint32_t bit)
{
    note_row(&of->rows, bit);
    of->wide.bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* Any reading of the item's first word, and the common noun of a mention; gives the bits of their ids. */
static uint64_t note_item(const coder_state *c, word_bits *of, const clause_sentence *s,
                          const clause_item *it)
{
    const morph_word *w = s->part->token[it->first].morph;
    uint64_t ids = w ? w->ids : 0;
    if (it->kind == ITEM_ACTOR && it->actor->agent) {
        ids |= lex_id_bit(c->lex, LEX_AGENT, it->actor->agent - 1);
        note_both(of, lex_row_bit(LEX_AGENT, it->actor->agent - 1));
    }
    for (uint32_t i = 0; w && i < w->n; i++)
        note_both(of, w->rows[i]);
    return ids;
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
    c->words.wide = (wide_set){ { 0 } };
    for (uint32_t i = 0; i < s->n_items; i++)
        if (s->item[i].kind != ITEM_MARK)
            c->words.of_all |= bits[i] = note_item(c, &c->words, s, &s->item[i]);
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

static row_gate *gates_new(arena *mem, uint32_t n)
{
    _Static_assert(sizeof(row_gate) == GATE_BYTES, "a gate is a line of the cache");
    uintptr_t at = (uintptr_t)ARENA_ARRAY(mem, row_gate, n + 1);
    return (row_gate *)((at + GATE_BYTES - 1) / GATE_BYTES * GATE_BYTES);
}

static struct word_lists *lists_new(const coder_state *c, arena *mem)
{
    struct word_lists *lists = ARENA_NEW(mem, struct word_lists);
    lists->mem = mem;
    lists->row = ARENA_ARRAY(mem, const event_row *, lex_rows(c->lex, LEX_EVENT) + 1);
    lists->gate = gates_new(mem, lex_rows(c->lex, LEX_EVENT));
    lists->general = ARENA_ARRAY(mem, const need_list *, lex_rows(c->lex, LEX_TYPE) + 1);
    return lists;
}

void words_begin(coder_state *c, const text_part *part)
{
    word_memory *m = part->memory;
    bool kept = m && m->mem == &m->own;
    c->lists = kept && m->lists ? m->lists : lists_new(c, kept ? m->mem : c->mem);
    c->uses = c->lists->uses;
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
                    note_row(&out.rows, lex_row_bit(IN[i], (uint32_t)x->row[i]));
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

/* ---- gates ----------------------------------------------------------------------------------- */

/* A condition that no sentence meets without one of its words. */
static bool asks_for_words(const row_need *n)
{
    return n->kind != NEED_NOTHING && n->kind < NEED_SIDE && n->kind != NEED_TIED &&
           n->known == KNOWN_WORDS && !n->not &&!n->anything && !n->lenient;
}

/* Of the conditions of an alternative the one with the fewest words; NULL where none asks for any. */
static const row_need *narrowest(const row_need *n)
{
    const row_need *found = NULL;
    for (bool more = true; more; n++) {
        if (asks_for_words(n) && (!found || n->words.n < found->words.n))
            found = n;
        more = n->rest > 1;
    }
    return found;
}

static bool add_to_gate(row_gate *g, const row_need *n)
{
    for (uint32_t i = 0; i < n->words.n; i++)
        for (uint32_t k = 0; k < WORD_TABLES; k++) {
            if (n->words.id[i].row[k] < 0)
                continue;
            if (g->n == GATE_WORDS)
                return false;
            g->bit[g->n++] = lex_row_bit(IN[k], (uint32_t)n->words.id[i].row[k]);
        }
    return true;
}

/* What the trigger has to be for a condition to hold. */
static uint8_t flag_of(const row_need *n)
{
    bool light = n->kind == NEED_SLOTS && n->n_slots > 0;
    for (uint32_t i = 0; i < n->n_slots; i++)
        light = light && n->slot[i].kind == SLOT_LIGHT;
    if (n->not || n->lenient)
        return 0;
    return light || n->kind == NEED_CARRIED ? GATE_LIGHT
           : n->kind == NEED_NEGATED        ? GATE_NEGATED
           : n->kind == NEED_FUTURE         ? GATE_FUTURE
           : n->kind == NEED_PLURAL         ? GATE_PLURAL
                                            : 0;
}

/* Of every alternative. */
static void read_flags(row_gate *g, const need_list *own)
{
    uint8_t all = own->n ? 0xff : 0, one = 0;
    for (const row_need *n = own->v, *end = n + own->n; n < end; n++) {
        one |= flag_of(n);
        if (flag_of(n))
            g->is = n->text;
        if (n->rest == 1) {
            all &= one;
            one = 0;
        }
    }
    g->flags = all;
}

static void read_words(row_gate *g, const need_list *own)
{
    for (const row_need *n = own->v, *end = n + own->n; n < end; n += n->rest) {
        const row_need *words = narrowest(n);
        if (!words || !add_to_gate(g, words)) {
            g->n = 0;
            return;
        }
        g->asks = words->text;
    }
}

const row_gate *words_gate(const coder_state *c, uint32_t row)
{
    row_gate *g = &c->lists->gate[row];
    if (!g->read) {
        const event_row *r = words_row(c, row);
        *g = (row_gate){ .pos = (uint8_t)r->pos, .read = true };
        read_flags(g, &r->own);
        read_words(g, &r->own);
    }
    return g;
}

bool words_pass(const coder_state *c, const row_gate *g, uint8_t flags, wq_str *failed)
{
    *failed = g->is;
    if (g->flags & ~flags)
        return false;
    *failed = g->asks;
    for (uint32_t i = 0; i < g->n; i++)
        if (c->words.wide.bits[g->bit[i] / 64] >> g->bit[i] % 64 & 1)
            return true;
    return g->n == 0;
}

void words_foresee_rows(const coder_state *c, const uint32_t *rows, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        __builtin_prefetch(&c->lists->gate[rows[i]]);
}

bool words_is_demonstrative(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const morph_word *w = s->part->token[s->item[at].first].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        if (w->v[i].entry.table != LEX_TIME)
            continue;
        wq_str kind = lex_cell(c->lex, LEX_TIME, w->v[i].entry.row, "kind");
        if (str_eq(kind, STR("dem")) || str_eq(kind, STR("dem_far")))
            return true;
    }
    return false;
}

/* "محادثات" of "محادثة", which stands beside the word that the row names. */
static bool is_sound_plural(const coder_state *c, wq_str form, const morph_word *w,
                            wq_str word)
{
    for (uint32_t i = 0; w && i < w->n && str_ends(form, STR(AR_ALEF AR_TEH)); i++) {
        const lex_entry *e = &w->v[i].entry;
        if (e->table == LEX_NOUN && str_eq(lex_cell(c->lex, LEX_NOUN, e->row, "id"), word))
            return !str_ends(lex_cell(c->lex, LEX_NOUN, e->row, "lemma"),
                             STR(AR_ALEF AR_TEH));
    }
    return false;
}

bool words_is_plural(const coder_state *c, const event_draft *d)
{
    const text_token *t = &d->s->part->token[d->s->item[d->trigger].first];
    const morph_word *w = t->morph;
    wq_str word = event_cell(c, d->row, "word");
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_VERB && (w->v[i].entry.feats & LEX_F_PLUR) &&
            w->v[i].entry.form == LEX_MASDAR &&
            str_eq(lex_cell(c->lex, LEX_VERB, w->v[i].entry.row, "id"), word))
            return true;
    return is_sound_plural(c, t->form, w, word);
}

/* ---- what words are used for ----------------------------------------------------------------- */

/* The rows of `table` among some entries. */
static const uint32_t *rows_among(arena *mem, const lex_entry *e, uint32_t n,
                                  lex_table table, uint16_t *found)
{
    uint32_t *rows = ARENA_ARRAY(mem, uint32_t, n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == table)
            rows[(*found)++] = e[i].row;
    return rows;
}

static const word_uses *read_uses(const coder_state *c, const lex_entry *e, uint32_t n)
{
    arena *mem = c->lists->mem;
    word_uses *u = ARENA_NEW(mem, word_uses);
    u->event = rows_among(mem, e, n, LEX_EVENT, &u->n_event);
    u->light = rows_among(mem, e, n, LEX_LIGHT, &u->n_light);
    u->cue = rows_among(mem, e, n, LEX_CUE, &u->n_cue);
    for (uint32_t i = 0; i < u->n_cue; i++)
        u->cues |= lex_kind_bit(c->lex, LEX_CUE, u->cue[i]);
    return u;
}

const word_uses *words_read_uses(const coder_state *c, uint32_t table, uint32_t row)
{
    static const word_uses none = { 0 };
    const word_uses ***of = &c->lists->uses[table];
    uint32_t n;
    const lex_entry *e = lex_refs(c->lex, (lex_table)table, row, &n);
    if (!*of && n == 0)
        return &none; /* as all rows of the dictionary, which are many */
    if (!*of)
        *of = ARENA_ARRAY(c->lists->mem, const word_uses *,
                          lex_rows(c->lex, (lex_table)table) + 1);
    (*of)[row] = n ? read_uses(c, e, n) : &none;
    return (*of)[row];
}
