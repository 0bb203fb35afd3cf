/* The compiled lexicon: one block of bytes without pointers, read where it lies.
 *
 *   header | tables | columns | cells, row by row | origins | ids | slots | entries | pool
 *
 * Strings are offsets into the pool, NUL-terminated, each stored once; offset 0 is the empty string.
 * Numbers are in the byte order of the machine that built the image, which is the one that reads it. */
#ifndef WAQAI_IMAGE_H
#define WAQAI_IMAGE_H

#include "base/base.h"
#include "lexicon/lexicon.h"

enum { IMAGE_VERSION = 1, IMAGE_MAX_COLUMNS = 20 };
#define IMAGE_MAGIC "WAQAILX"

typedef struct image_table {
    uint32_t n_columns, n_rows;
    uint32_t column[IMAGE_MAX_COLUMNS]; /* names */
    uint32_t cells;                     /* offset of uint32_t[n_rows][n_columns] */
    uint32_t origins;                   /* offset of image_origin[n_rows] */
    uint32_t ids; /* offset of uint32_t[n_rows]: rows sorted by their first cell */
} image_table;

typedef struct image_origin {
    uint32_t file, line;
} image_origin;

typedef struct image_slot { /* open addressing; key 0: free */
    uint32_t key, first;
    uint32_t n; /* entries; the top bit says that longer keys begin with this one */
} image_slot;
#define IMAGE_PREFIX 0x80000000u

typedef struct image_header {
    char magic[8];
    uint32_t version, size;
    char hash[24]; /* of all rows, hexadecimal, NUL-terminated */
    uint32_t slots, n_slots;
    uint32_t entries, n_entries;
    uint32_t pool, pool_size;
    image_table table[LEX_TABLES];
} image_header;

struct lexicon {
    const image_header *image;
    bool owned;
};

uint64_t image_key_hash(wq_str key);

#endif
