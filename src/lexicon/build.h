/* Inside the compiler: the pool of strings, the growing index, the layout of the image. */
#ifndef WAQAI_BUILD_H
#define WAQAI_BUILD_H

#include "lexicon/compile.h"
#include "lexicon/image.h"
#include "lexicon/schema.h"

typedef struct build_row {
    uint32_t *cell; /* pool offsets */
    uint32_t file, line, layer;
} build_row;

typedef struct build_table {
    VEC(build_row) rows;
} build_table;

typedef struct build_key { /* one key of the index */
    uint32_t key;          /* pool offset */
    bool prefix;
    uint32_t first; /* where its entries stand in the image */
    VEC(lex_entry) entries;
} build_key;

typedef struct build_id {
    uint32_t table, id, row;
} build_id;

typedef struct build_map { /* open addressing over uint32_t values, UINT32_MAX free */
    uint32_t *slot;
    uint32_t n, size;
} build_map;

struct compiler {
    arena *mem;
    uint32_t layer;
    struct {
        char *p;
        uint32_t n, cap;
    } pool;
    build_map strings; /* pool offsets, by content */
    build_map keys;    /* into `index`, by key */
    build_map ids;     /* into `id_list`, by table and id */
    VEC(build_key) index;
    VEC(build_id) id_list;
    build_table table[LEX_TABLES];
    wq_str dic, aff; /* hunspell's, compiled last */
};

void build_pool_init(compiler *c);
uint32_t build_intern(compiler *c, wq_str s); /* pool offset */
wq_str build_str(const compiler *c,
                 uint32_t offset); /* good until the next build_intern() */
/* Adds a row of cells in the order of the schema's columns; a later layer's replaces an earlier one. */
wq_status build_row_add(compiler *c, const schema_table *s, const wq_str *cells,
                        wq_str file, uint32_t line, wq_error *err);
/* The entries that this key has already. */
const lex_entry *build_entries(const compiler *c, wq_str key, uint32_t *n);
void build_index(compiler *c, wq_str key,
                 lex_entry e); /* equal entries once; marks prefixes */
uint32_t build_id_find(const compiler *c, lex_table table,
                       uint32_t id); /* row or UINT32_MAX */
void build_id_add(compiler *c, lex_table table, uint32_t id, uint32_t row);
wq_status build_dictionary(compiler *c, wq_error *err); /* of c->dic and c->aff */
void build_copy_stems(compiler *c, const lexicon *lex);
wq_status build_layout(compiler *c, wq_str *image, wq_error *err);

#endif
