/* Reading the image: rows, cells and the index.  Nothing here allocates but lex_key(). */
#include "base/utf8.h"
#include "lexicon/image.h"
#include "script/fold.h"

extern const unsigned char lexicon_image[]; /* image.S */

static const lexicon BUILTIN = { (const image_header *)(const void *)lexicon_image, false };

const lexicon *lex_builtin(void)
{
    return &BUILTIN;
}

static const void *at(const lexicon *lex, uint32_t offset)
{
    return (const char *)lex->image + offset;
}

static wq_str pooled(const lexicon *lex, uint32_t offset)
{
    return image_string(at(lex, lex->image->pool), offset);
}

uint32_t lex_rows(const lexicon *lex, lex_table table)
{
    return lex->image->table[table].n_rows;
}

int lex_column(const lexicon *lex, lex_table table, const char *column)
{
    const image_table *t = &lex->image->table[table];
    for (uint32_t i = 0; i < t->n_columns; i++)
        if (str_eq(pooled(lex, t->column[i]), str_of(column)))
            return (int)i;
    return -1;
}

static inline __attribute__((always_inline)) wq_str
cell_of(const lexicon *lex, const image_table *t, uint32_t row, uint32_t column)
{
    const uint32_t *cells = at(lex, t->cells);
    return row < t->n_rows
               ? image_cell(at(lex, lex->image->pool), cells[row * t->n_columns + column])
               : STR("");
}

wq_str lex_cell_at(const lexicon *lex, lex_table table, uint32_t row, int column)
{
    return column < 0 ? STR("")
                      : cell_of(lex, &lex->image->table[table], row, (uint32_t)column);
}

wq_str lex_cell_keyed(const lexicon *lex, lex_table table, uint32_t row, uint64_t key)
{
    const image_table *t = &lex->image->table[table];
    for (uint32_t i = image_column_slot(key); t->slot[i];
         i = (i + 1) % IMAGE_COLUMN_SLOTS) {
        uint32_t column = t->slot[i] - 1u;
        if (t->key[column] == key)
            return cell_of(lex, t, row, column);
    }
    return STR("");
}

static uint64_t bit_of(uint8_t number)
{
    return number == IMAGE_NO_BIT ? 0 : (uint64_t)1 << number;
}

uint64_t lex_id_bit(const lexicon *lex, lex_table table, uint32_t row)
{
    const image_bits *bits = at(lex, lex->image->table[table].bits);
    return bit_of(bits[row].id);
}

uint64_t lex_kind_bit(const lexicon *lex, lex_table table, uint32_t row)
{
    const image_bits *bits = at(lex, lex->image->table[table].bits);
    return bit_of(bits[row].kind);
}

int64_t lex_row_by_id(const lexicon *lex, lex_table table, wq_str id)
{
    const image_table *t = &lex->image->table[table];
    const uint32_t *ids = at(lex, t->ids);
    uint32_t i = image_slot_at(image_key_hash(id), t->n_ids);
    for (; ids[i]; i = i + 1 == t->n_ids ? 0 : i + 1)
        if (str_eq(lex_cell_at(lex, table, ids[i] - 1, 0), id))
            return ids[i] - 1;
    return -1;
}

wq_str lex_members(const lexicon *lex, wq_str group)
{
    int64_t row = lex_row_by_id(lex, LEX_GROUP, group);
    return row < 0 ? STR("") : lex_cell(lex, LEX_GROUP, (uint32_t)row, "members");
}

wq_str lex_origin(const lexicon *lex, lex_table table, uint32_t row, uint32_t *line)
{
    const image_table *t = &lex->image->table[table];
    const image_origin *o = at(lex, t->origins);
    if (row >= t->n_rows)
        return STR("");
    *line = o[row].line & ~IMAGE_OVER;
    return pooled(lex, o[row].file);
}

bool lex_is_over(const lexicon *lex, lex_table table, uint32_t row)
{
    const image_table *t = &lex->image->table[table];
    const image_origin *o = at(lex, t->origins);
    return row < t->n_rows && (o[row].line & IMAGE_OVER);
}

const char *lex_hash(const lexicon *lex)
{
    return lex->image->hash;
}

/* One to seven bytes as a number; pieces of fixed length that overlap are quicker than a loop. */
static uint64_t last_bytes(const char *p, size_t n)
{
    uint32_t low, high;
    if (n < 4) {
        const unsigned char *c = (const unsigned char *)p;
        return c[0] | (uint64_t)c[n / 2] << n / 2 * 8 | (uint64_t)c[n - 1] << (n - 1) * 8;
    }
    memcpy(&low, p, 4);
    memcpy(&high, p + n - 4, 4);
    return low | (uint64_t)high << (n - 4) * 8;
}

/* Eight bytes at a time: a key is four letters to twenty. */
uint64_t image_key_hash(wq_str key)
{
    const uint64_t odd = 0x9e3779b97f4a7c15u;
    uint64_t h = HASH_SEED ^ key.n, eight;
    size_t i = 0;
    for (; i + 8 <= key.n; i += 8) {
        memcpy(&eight, key.p + i, 8);
        h = (h ^ eight) * odd;
        h ^= h >> 32;
    }
    size_t rest = key.n - i;
    h = (h ^ (rest ? last_bytes(key.p + i, rest) : 0)) * odd;
    h ^= h >> 29;
    return h * 0xbf58476d1ce4e5b9u >> 16;
}

static bool key_is(const lexicon *lex, uint32_t offset, wq_str key)
{
    return str_eq(pooled(lex, offset), key);
}

static bool has_bits(const uint64_t *filter, uint32_t n, uint64_t hash)
{
    uint64_t bits = image_filter_bits(hash);
    return (filter[image_slot_at(hash, n)] & bits) == bits;
}

/* False where no key has this hash. */
static bool passes(const lexicon *lex, uint64_t hash)
{
    return has_bits(at(lex, lex->image->filter), lex->image->n_filter, hash);
}

bool lex_opens_pattern(const lexicon *lex, wq_str word)
{
    return has_bits(at(lex, lex->image->openers), lex->image->n_openers,
                    image_key_hash(word));
}

/* Most that are asked for are no members, which the filter tells. */
bool lex_in_group(const lexicon *lex, wq_str group, wq_str id)
{
    return has_bits(at(lex, lex->image->members), lex->image->n_members,
                    image_member_hash(group, id)) &&
           str_listed(lex_members(lex, group), ',', id);
}

static const image_slot *find_hashed(const lexicon *lex, wq_str key, uint64_t hash)
{
    const image_slot *slots = at(lex, lex->image->slots);
    uint32_t n = lex->image->n_slots;
    if (key.n == 0 || !passes(lex, hash))
        return NULL;
    uint32_t tag = image_slot_key(hash, 0) >> IMAGE_OFFSET_BITS;
    for (uint32_t i = image_slot_at(hash, n); slots[i].key; i = i + 1 == n ? 0 : i + 1)
        if (slots[i].key >> IMAGE_OFFSET_BITS == tag &&
            key_is(lex, image_slot_offset(&slots[i]), key))
            return &slots[i];
    return NULL;
}

static const image_slot *find(const lexicon *lex, wq_str key)
{
    return find_hashed(lex, key, image_key_hash(key));
}

uint64_t lex_foresee(const lexicon *lex, wq_str key)
{
    uint64_t probe = image_key_hash(key);
    const uint64_t *filter = at(lex, lex->image->filter);
    __builtin_prefetch(&filter[image_slot_at(probe, lex->image->n_filter)]);
    return probe;
}

bool lex_probe(const lexicon *lex, uint64_t probe)
{
    const image_slot *slots = at(lex, lex->image->slots);
    if (!passes(lex, probe))
        return false;
    __builtin_prefetch(&slots[image_slot_at(probe, lex->image->n_slots)]);
    return true;
}

/* The string and the entries of the first slot that may be the one. */
void lex_await(const lexicon *lex, uint64_t probe)
{
    const image_slot *s = at(lex, lex->image->slots);
    s += image_slot_at(probe, lex->image->n_slots);
    if (s->key >> IMAGE_OFFSET_BITS != image_slot_key(probe, 0) >> IMAGE_OFFSET_BITS)
        return;
    __builtin_prefetch((const char *)at(lex, lex->image->pool) + image_slot_offset(s));
    __builtin_prefetch((const lex_entry *)at(lex, lex->image->entries) +
                       image_slot_first(s));
}

const lex_entry *lex_probed(const lexicon *lex, wq_str key, uint64_t probe, uint32_t *n)
{
    const image_slot *s = find_hashed(lex, key, probe);
    *n = s ? image_slot_count(s) : 0;
    return *n ? (const lex_entry *)at(lex, lex->image->entries) + image_slot_first(s)
              : NULL;
}

const lex_entry *lex_find_phrase(const lexicon *lex, wq_str key, uint32_t *n, bool *longer)
{
    const image_slot *s = find(lex, key);
    *n = s ? image_slot_count(s) : 0;
    *longer = s && (s->entries & IMAGE_PREFIX);
    return *n ? (const lex_entry *)at(lex, lex->image->entries) + image_slot_first(s)
              : NULL;
}

const lex_entry *lex_find(const lexicon *lex, wq_str key, uint32_t *n)
{
    bool longer;
    return lex_find_phrase(lex, key, n, &longer);
}

const lex_entry *lex_find_ref(const lexicon *lex, wq_str id, uint32_t *n)
{
    char key[96] = "=";
    *n = 0;
    if (id.n == 0 || id.n > sizeof key - 1)
        return NULL;
    memcpy(key + 1, id.p, id.n);
    return lex_find(lex, (wq_str){ key, id.n + 1 }, n);
}

const lex_entry *lex_refs(const lexicon *lex, lex_table table, uint32_t row, uint32_t *n)
{
    const image_table *t = &lex->image->table[table];
    const uint32_t *refs = at(lex, t->refs);
    *n = row < t->n_rows ? image_count(refs[row]) : 0;
    return *n ? (const lex_entry *)at(lex, lex->image->entries) + image_first(refs[row])
              : NULL;
}

bool lex_is_prefix(const lexicon *lex, wq_str key)
{
    const image_slot *s = find(lex, key);
    return s && (s->entries & IMAGE_PREFIX);
}

uint32_t lex_first_alef(wq_str norm)
{
    static const uint32_t bits[] = {
        LEX_F_ALEF_MADDA, LEX_F_ALEF_ABOVE, 0, LEX_F_ALEF_BELOW, 0, LEX_F_ALEF_PLAIN
    };
    if (norm.n < 2 || (unsigned char)norm.p[0] != 0xd8)
        return 0;
    unsigned second = (unsigned char)norm.p[1] - 0xa2u; /* U+0622.. */
    return second < sizeof bits / sizeof *bits ? bits[second] : 0;
}

static bool is_letter_or_digit(uint32_t cp)
{
    return cp_is_arabic_letter(cp) || cp_is_digit(cp) || (cp >= 'a' && cp <= 'z') ||
           (cp >= 0xc0 && cp < 0x600 && cp != 0xd7 && cp != 0xf7);
}

wq_str lex_key(arena *a, wq_str text)
{
    wq_str folded = fold_str(a, text, FOLD_FULL);
    char *out = arena_alloc(a, folded.n + 1);
    size_t w = 0;
    for (size_t i = 0; i < folded.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(folded.p + i, folded.n - i, &cp);
        if (is_letter_or_digit(cp)) {
            memcpy(out + w, folded.p + i, len);
            w += len;
        } else if (w && out[w - 1] != ' ') {
            out[w++] = ' ';
        }
        i += len ? len : 1;
    }
    while (w && out[w - 1] == ' ')
        w--;
    return (wq_str){ out, w };
}
