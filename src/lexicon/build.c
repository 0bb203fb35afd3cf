#include "lexicon/build.h"

#include <stdio.h>
#include <stdlib.h>

#include "lexicon/schema.h"

/* ---- maps ------------------------------------------------------------------------ */

typedef uint64_t map_hash(const compiler *c, uint32_t value);

static void map_put(build_map *m, uint64_t hash, uint32_t value)
{
    uint32_t i = (uint32_t)hash & (m->size - 1);
    while (m->slot[i] != UINT32_MAX)
        i = (i + 1) & (m->size - 1);
    m->slot[i] = value;
    m->n++;
}

static void map_grow(compiler *c, build_map *m, map_hash *hash)
{
    build_map old = *m;
    m->size = old.size ? old.size * 2 : 1024;
    m->n = 0;
    m->slot = ARENA_ARRAY(c->mem, uint32_t, m->size);
    memset(m->slot, 0xff, m->size * sizeof *m->slot);
    for (uint32_t i = 0; i < old.size; i++)
        if (old.slot[i] != UINT32_MAX)
            map_put(m, hash(c, old.slot[i]), old.slot[i]);
}

static void map_add(compiler *c, build_map *m, map_hash *hash, uint32_t value)
{
    if (m->n * 2 >= m->size)
        map_grow(c, m, hash);
    map_put(m, hash(c, value), value);
}

/* ---- strings ------------------------------------------------------------------------ */

wq_str build_str(const compiler *c, uint32_t offset)
{
    return image_string(c->pool.p, offset);
}

static uint64_t hash_string(const compiler *c, uint32_t offset)
{
    return image_key_hash(build_str(c, offset));
}

static uint32_t pool_add(compiler *c, wq_str s)
{
    uint32_t n = (uint32_t)s.n, whole = n + (uint32_t)sizeof n + 1;
    if (c->pool.n + whole > c->pool.cap) {
        uint32_t cap = c->pool.cap ? c->pool.cap : 1 << 16;
        while (cap < c->pool.n + whole)
            cap *= 2;
        char *p = arena_alloc(c->mem, cap);
        if (c->pool.n)
            memcpy(p, c->pool.p, c->pool.n);
        c->pool.p = p;
        c->pool.cap = cap;
    }
    uint32_t at = c->pool.n;
    memcpy(c->pool.p + at, &n, sizeof n);
    if (n)
        memcpy(c->pool.p + at + sizeof n, s.p, n);
    c->pool.p[at + whole - 1] = '\0';
    c->pool.n += whole;
    return at;
}

void build_pool_init(compiler *c)
{
    pool_add(c, STR("")); /* offset 0 is the empty string */
}

uint32_t build_intern(compiler *c, wq_str s)
{
    if (s.n == 0)
        return 0;
    build_map *m = &c->strings;
    for (uint32_t i = (uint32_t)image_key_hash(s) & (m->size - 1);
         m->size && m->slot[i] != UINT32_MAX; i = (i + 1) & (m->size - 1))
        if (str_eq(build_str(c, m->slot[i]), s))
            return m->slot[i];
    uint32_t at = pool_add(c, s);
    map_add(c, m, hash_string, at);
    return at;
}

/* ---- ids -------------------------------------------------------------------------------- */

static uint64_t hash_pair(uint32_t table, uint32_t id)
{
    return ((uint64_t)id * 64 + table) * 0x9e3779b97f4a7c15u >> 20;
}

static uint64_t hash_id(const compiler *c, uint32_t i)
{
    return hash_pair(c->id_list.v[i].table, c->id_list.v[i].id);
}

uint32_t build_id_find(const compiler *c, lex_table table, uint32_t id)
{
    const build_map *m = &c->ids;
    for (uint32_t i = (uint32_t)hash_pair(table, id) & (m->size - 1);
         m->size && m->slot[i] != UINT32_MAX; i = (i + 1) & (m->size - 1)) {
        const build_id *d = &c->id_list.v[m->slot[i]];
        if (d->table == (uint32_t)table && d->id == id)
            return d->row;
    }
    return UINT32_MAX;
}

void build_id_add(compiler *c, lex_table table, uint32_t id, uint32_t row)
{
    *vec_push(c->mem, &c->id_list) = (build_id){ (uint32_t)table, id, row };
    map_add(c, &c->ids, hash_id, c->id_list.n - 1);
}

/* ---- index -------------------------------------------------------------------------------- */

static uint64_t hash_key(const compiler *c, uint32_t i)
{
    return hash_string(c, c->index.v[i].key);
}

static build_key *key_find(const compiler *c, wq_str key)
{
    const build_map *m = &c->keys;
    for (uint32_t i = (uint32_t)image_key_hash(key) & (m->size - 1);
         m->size && m->slot[i] != UINT32_MAX; i = (i + 1) & (m->size - 1))
        if (str_eq(build_str(c, c->index.v[m->slot[i]].key), key))
            return &c->index.v[m->slot[i]];
    return NULL;
}

const lex_entry *build_entries(const compiler *c, wq_str key, uint32_t *n)
{
    const build_key *k = key_find(c, key);
    *n = k ? k->entries.n : 0;
    return k ? k->entries.v : NULL;
}

static build_key *key_get(compiler *c, wq_str key)
{
    build_map *m = &c->keys;
    build_key *old = key_find(c, key);
    if (old)
        return old;
    uint32_t at = build_intern(c, key);
    *vec_push(c->mem, &c->index) = (build_key){ .key = at };
    map_add(c, m, hash_key, c->index.n - 1);
    return &c->index.v[c->index.n - 1];
}

static void mark_prefixes(compiler *c, wq_str key)
{
    for (size_t i = 1; i < key.n; i++)
        if (key.p[i] == ' ')
            key_get(c, str_sub(key, 0, i))->prefix = true;
}

/* Passive, or no third person: the press says "he was hit", not "I hit". */
static bool may_be_passive(uint32_t feats)
{
    return (feats & LEX_F_PASSIVE) || !(feats & LEX_F_3);
}

/* One spelling, several readings: a set.  That the spelling shows the passive holds only if all that are likely are. */
static uint32_t merge_feats(uint32_t a, uint32_t b)
{
    uint32_t all = a | b;
    return may_be_passive(a) && may_be_passive(b) ? all : all & ~(uint32_t)LEX_F_PASSIVE;
}

/* Forms of one row that are spelt alike are one entry, but not over tenses: أعلن he announced, I announce. */
enum {
    KINDS = LEX_F_VERBAL | LEX_F_NISBA | LEX_F_PERFECT | LEX_F_IMPERFECT | LEX_F_IMPERATIVE
};

void build_index(compiler *c, wq_str key, lex_entry e)
{
    if (key.n == 0)
        return;
    build_key *k = key_get(c, key);
    for (uint32_t i = 0; i < k->entries.n; i++) {
        lex_entry *old = &k->entries.v[i];
        bool same_kind = ((old->feats ^ e.feats) & KINDS) == 0;
        if (old->table == e.table && old->form == e.form && old->row == e.row &&
            same_kind) {
            old->feats = merge_feats(old->feats, e.feats);
            return;
        }
    }
    *vec_push(c->mem, &k->entries) = e;
    mark_prefixes(c, key);
}

void build_copy_stems(compiler *c, const lexicon *lex)
{
    const char *base = (const char *)lex->image, *pool = base + lex->image->pool;
    const image_slot *slot = (const void *)(base + lex->image->slots);
    const lex_entry *entry = (const void *)(base + lex->image->entries);
    for (uint32_t i = 0; i < lex->image->n_slots; i++)
        for (uint32_t j = 0; slot[i].key && j < image_slot_count(&slot[i]); j++) {
            const lex_entry *e = &entry[image_slot_first(&slot[i]) + j];
            if (e->table == LEX_STEM)
                build_index(c, image_string(pool, image_slot_offset(&slot[i])), *e);
        }
}

/* ---- layout --------------------------------------------------------------------------------- */

typedef struct layout {
    char *p;
    uint32_t n;
} layout;

static uint32_t reserve(layout *l, size_t bytes)
{
    uint32_t at = l->n;
    l->n += (uint32_t)((bytes + 15) & ~(size_t)15);
    return at;
}

static uint32_t columns_of(lex_table t)
{
    const schema_table *s = schema_for_table(t);
    return s ? schema_width(s) : 0;
}

/* Of rows of one id the first counts. */
static void fill_ids(const compiler *c, const build_table *t, uint32_t *ids, uint32_t n)
{
    for (uint32_t row = 0; row < t->rows.n; row++) {
        wq_str id = build_str(c, t->rows.v[row].cell[0]);
        uint32_t i = image_slot_at(image_key_hash(id), n);
        while (ids[i] && !str_eq(build_str(c, t->rows.v[ids[i] - 1].cell[0]), id))
            i = i + 1 == n ? 0 : i + 1;
        if (!ids[i])
            ids[i] = row + 1;
    }
}

static void fill_column(image_table *out, uint32_t column, uint64_t key)
{
    uint32_t i = image_column_slot(key);
    while (out->slot[i])
        i = (i + 1) % IMAGE_COLUMN_SLOTS;
    out->slot[i] = (uint8_t)(column + 1);
    out->key[column] = key;
}

static void fill_table(compiler *c, layout *l, lex_table which, image_table *out)
{
    const build_table *t = &c->table[which];
    const schema_table *s = schema_for_table(which);
    uint32_t n = columns_of(which);
    uint32_t *cells = (void *)(l->p + out->cells);
    image_origin *origin = (void *)(l->p + out->origins);
    for (uint32_t i = 0; i < n; i++) {
        out->column[i] = build_intern(c, str_of(s->column[i].name));
        fill_column(out, i, lex_column_key(s->column[i].name));
    }
    for (uint32_t row = 0; row < t->rows.n; row++) {
        memcpy(cells + row * n, t->rows.v[row].cell, n * sizeof *cells);
        uint32_t over = t->rows.v[row].layer > 1 ? IMAGE_OVER : 0;
        origin[row] = (image_origin){ t->rows.v[row].file, t->rows.v[row].line | over };
    }
    fill_ids(c, t, (void *)(l->p + out->ids), out->n_ids);
}

static int compare_keys(const void *a, const void *b, void *ctx)
{
    const compiler *c = ctx;
    const build_key *x = a, *y = b;
    return str_cmp(build_str(c, x->key), build_str(c, y->key));
}

/* ---- entries ---- */

/* Stems of a dictionary have no row to tell them apart: the few sets of readings there are of them are stored once. */
enum { MAX_SHARED = 256 };

typedef struct shared {
    const build_key *key[MAX_SHARED];
    uint32_t n;
} shared;

static bool is_shareable(const build_key *k)
{
    for (uint32_t i = 0; i < k->entries.n; i++)
        if (k->entries.v[i].table != LEX_STEM)
            return false;
    return k->entries.n > 0;
}

static const build_key *find_shared(const shared *s, const build_key *k)
{
    for (uint32_t i = 0; i < s->n; i++)
        if (s->key[i]->entries.n == k->entries.n &&
            memcmp(s->key[i]->entries.v, k->entries.v,
                   k->entries.n * sizeof *k->entries.v) == 0)
            return s->key[i];
    return NULL;
}

/* Numbers the entries of all keys; returns how many there are. */
static uint32_t number_entries(compiler *c)
{
    shared seen = { .n = 0 };
    uint32_t next = 0;
    for (uint32_t i = 0; i < c->index.n; i++) {
        build_key *k = &c->index.v[i];
        bool shareable = is_shareable(k);
        const build_key *twin = shareable ? find_shared(&seen, k) : NULL;
        k->first = twin ? twin->first : next;
        next += twin ? 0 : k->entries.n;
        if (shareable && !twin && seen.n < MAX_SHARED)
            seen.key[seen.n++] = k;
    }
    return next;
}

static void fill_slots(compiler *c, const layout *l, const image_header *h)
{
    uint64_t *filter = (void *)(l->p + h->filter);
    image_slot *slot = (void *)(l->p + h->slots);
    lex_entry *entry = (void *)(l->p + h->entries);
    for (uint32_t k = 0; k < c->index.n; k++) {
        const build_key *key = &c->index.v[k];
        uint64_t hash = hash_string(c, key->key);
        filter[image_slot_at(hash, h->n_filter)] |= image_filter_bits(hash);
        uint32_t i = image_slot_at(hash, h->n_slots);
        while (slot[i].key)
            i = i + 1 == h->n_slots ? 0 : i + 1;
        slot[i].key = image_slot_key(hash, key->key);
        slot[i].entries = key->first | key->entries.n << IMAGE_FIRST_BITS |
                          (key->prefix ? IMAGE_PREFIX : 0);
        if (key->entries.n)
            memcpy(entry + key->first, key->entries.v, key->entries.n * sizeof *entry);
    }
}

static bool is_pattern(const build_key *k)
{
    for (uint32_t i = 0; i < k->entries.n; i++)
        if (k->entries.v[i].table == LEX_PATTERN)
            return true;
    return false;
}

static void fill_openers(const compiler *c, const layout *l, const image_header *h)
{
    uint64_t *filter = (void *)(l->p + h->openers);
    for (uint32_t k = 0; k < c->index.n; k++) {
        wq_str rest = build_str(c, c->index.v[k].key), first;
        if (!is_pattern(&c->index.v[k]) || !str_next(&rest, ' ', &first))
            continue;
        uint64_t hash = image_key_hash(first);
        filter[image_slot_at(hash, h->n_openers)] |= image_filter_bits(hash);
    }
}

/* Calls `each` for every member of a group; returns how many there are. */
static uint32_t each_member(const compiler *c, void (*each)(void *, wq_str, wq_str),
                            void *ctx)
{
    enum { ID, MEMBERS = 2 };
    uint32_t n = 0;
    for (uint32_t row = 0; row < c->table[LEX_GROUP].rows.n; row++) {
        const uint32_t *cell = c->table[LEX_GROUP].rows.v[row].cell;
        wq_str list = build_str(c, cell[MEMBERS]), one;
        for (; list.n && str_next(&list, ',', &one); n++)
            if (each)
                each(ctx, build_str(c, cell[ID]), one);
    }
    return n;
}

typedef struct filter {
    uint64_t *words;
    uint32_t n;
} filter;

static void add_member(void *ctx, wq_str group, wq_str id)
{
    const filter *f = ctx;
    uint64_t hash = image_member_hash(group, id);
    f->words[image_slot_at(hash, f->n)] |= image_filter_bits(hash);
}

static void fill_members(const compiler *c, const layout *l, const image_header *h)
{
    filter f = { (void *)(l->p + h->members), h->n_members };
    each_member(c, add_member, &f);
}

static void place_tables(const compiler *c, layout *l, image_header *h)
{
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        uint32_t rows = c->table[t].rows.n, columns = columns_of(t);
        h->table[t] = (image_table){ .n_columns = columns, .n_rows = rows };
        h->table[t].cells = reserve(l, sizeof(uint32_t) * rows * columns);
        h->table[t].origins = reserve(l, sizeof(image_origin) * rows);
        h->table[t].n_ids = 2 * rows + 1;
        h->table[t].ids = reserve(l, sizeof(uint32_t) * h->table[t].n_ids);
        h->table[t].refs = reserve(l, sizeof(uint32_t) * rows);
    }
}

static void place_index(compiler *c, layout *l, image_header *h)
{
    h->n_slots = c->index.n / 3 * 5 + 16;
    h->n_entries = number_entries(c);
    h->n_filter = c->index.n / 64 * IMAGE_FILTER_BITS + 1;
    h->filter = reserve(l, sizeof(uint64_t) * h->n_filter);
    h->slots = reserve(l, sizeof(image_slot) * h->n_slots);
    h->entries = reserve(l, sizeof(lex_entry) * h->n_entries);
    h->pool = reserve(l, c->pool.n);
    h->pool_size = c->pool.n;
}

/* What is worked out from the rows, behind everything else: the hash of the image is one of its rows alone. */
static void place_derived(const compiler *c, layout *l, image_header *h)
{
    enum { BITS = 16 /* for each */ };
    uint32_t patterns = 0;
    for (lex_table t = 0; t < LEX_TABLES; t++)
        h->table[t].bits = reserve(l, sizeof(image_bits) * c->table[t].rows.n);
    for (uint32_t k = 0; k < c->index.n; k++)
        patterns += is_pattern(&c->index.v[k]);
    h->n_openers = patterns * BITS / 64 + 1;
    h->openers = reserve(l, sizeof(uint64_t) * h->n_openers);
    h->n_members = each_member(c, NULL, NULL) * BITS / 64 + 1;
    h->members = reserve(l, sizeof(uint64_t) * h->n_members);
}

static uint8_t bit_number(wq_str s)
{
    uint64_t bit = str_bit(s);
    return bit ? (uint8_t)__builtin_ctzll(bit) : IMAGE_NO_BIT;
}

static void fill_bits(const layout *l)
{
    const lexicon lex = { (const void *)l->p, false };
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        image_bits *bits = (void *)(l->p + lex.image->table[t].bits);
        for (uint32_t row = 0; row < lex_rows(&lex, t); row++)
            bits[row] = (image_bits){ bit_number(lex_cell_at(&lex, t, row, 0)),
                                      bit_number(lex_cell(&lex, t, row, "kind")) };
    }
}

/* Cells get the lengths of their strings. */
static void pack_cells(const layout *l)
{
    const image_header *h = (const void *)l->p;
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        uint32_t *cell = (void *)(l->p + h->table[t].cells);
        for (uint32_t i = 0; i < h->table[t].n_rows * h->table[t].n_columns; i++) {
            size_t n = image_string(l->p + h->pool, cell[i]).n;
            cell[i] |= (uint32_t)(n <= IMAGE_LONGEST ? n : 0) << IMAGE_OFFSET_BITS;
        }
    }
}

/* The image as it stands so far answers who names a row. */
static void fill_refs(const layout *l)
{
    const lexicon lex = { (const void *)l->p, false };
    const lex_entry *entries = (const void *)(l->p + lex.image->entries);
    for (lex_table t = 0; t < LEX_TABLES; t++) {
        uint32_t *refs = (void *)(l->p + lex.image->table[t].refs), n;
        for (uint32_t row = 0; row < lex_rows(&lex, t); row++) {
            const lex_entry *e = lex_find_ref(&lex, lex_cell(&lex, t, row, "id"), &n);
            refs[row] = e ? (uint32_t)(e - entries) | n << IMAGE_FIRST_BITS : 0;
        }
    }
}

/* What the bits of a slot can hold. */
static wq_status check_limits(const compiler *c, const image_header *h, wq_error *err)
{
    if (h->pool_size >> IMAGE_OFFSET_BITS || h->n_entries >> IMAGE_FIRST_BITS)
        return fail(err, WQ_E_LIMIT, h->size, "the lexicon is larger than %d MiB",
                    1 << (IMAGE_OFFSET_BITS - 20));
    for (uint32_t i = 0; i < c->index.n; i++)
        if (c->index.v[i].entries.n > IMAGE_MAX_ENTRIES)
            return fail(err, WQ_E_LEXICON, i, "\"%s\" stands in more than %d rows",
                        build_str(c, c->index.v[i].key).p, IMAGE_MAX_ENTRIES);
    return WQ_OK;
}

wq_status build_layout(compiler *c, wq_str *image, wq_error *err)
{
    for (lex_table t = 0; t < LEX_TABLES;
         t++) /* intern column names before the pool is measured */
        for (uint32_t i = 0; i < columns_of(t); i++)
            build_intern(c, str_of(schema_for_table(t)->column[i].name));
    if (c->index.n)
        qsort_r(c->index.v, c->index.n, sizeof *c->index.v, compare_keys, c);
    image_header h = { .magic = IMAGE_MAGIC, .version = IMAGE_VERSION };
    layout l = { NULL, 0 };
    reserve(&l, sizeof h);
    place_tables(c, &l, &h);
    place_index(c, &l, &h);
    h.rows = sizeof h;
    h.derived = l.n;
    place_derived(c, &l, &h);
    h.size = l.n;
    wq_status st = check_limits(c, &h, err);
    if (st != WQ_OK)
        return st;
    l.p = arena_alloc(c->mem, l.n);
    for (lex_table t = 0; t < LEX_TABLES; t++)
        fill_table(c, &l, t, &h.table[t]);
    fill_slots(c, &l, &h);
    memcpy(l.p + h.pool, c->pool.p, c->pool.n);
    memcpy(l.p, &h, sizeof h);
    fill_refs(&l);
    uint64_t hash = hash_bytes(HASH_SEED, l.p + h.rows, h.derived - h.rows);
    pack_cells(&l);
    fill_bits(&l);
    fill_openers(c, &l, &h);
    fill_members(c, &l, &h);
    snprintf(h.hash, sizeof h.hash, "%016llx", (unsigned long long)hash);
    memcpy(l.p, &h, sizeof h);
    *image = (wq_str){ l.p, l.n };
    return WQ_OK;
}
