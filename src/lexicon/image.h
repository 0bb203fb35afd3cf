/* The compiled lexicon: one block of bytes without pointers, read where it lies.
 *
 *   header | tables | columns | cells, row by row | origins | ids | refs | filter | slots | entries | pool | bits | openers | members
 *
 * Strings are offsets into the pool, each stored once: its length (32 bits), its bytes, NUL; offset 0 is the empty string.
 * Numbers are in the byte order of the machine that built the image, which is the one that reads it. */
#ifndef WAQAI_IMAGE_H
#define WAQAI_IMAGE_H

#include "base/base.h"
#include "lexicon/lexicon.h"

enum { IMAGE_VERSION = 9, IMAGE_MAX_COLUMNS = 24, IMAGE_COLUMN_SLOTS = 64 };
#define IMAGE_MAGIC "WAQAILX"

typedef struct image_table {
    uint32_t n_columns, n_rows;
    uint64_t key[IMAGE_MAX_COLUMNS];    /* lex_column_key() of the names */
    uint32_t column[IMAGE_MAX_COLUMNS]; /* names */
    uint32_t cells;                     /* offset of uint32_t[n_rows][n_columns] */
    uint32_t origins;                   /* offset of image_origin[n_rows] */
    uint8_t slot[IMAGE_COLUMN_SLOTS];   /* 1 + column, by key; open addressing, 0: free */
    uint32_t ids, n_ids; /* offset of uint32_t[n_ids]: 1 + row, by first cell; as `slot` */
    uint32_t
        refs; /* offset of uint32_t[n_rows]: entries of the row's id as a reference, as in image_slot */
    uint32_t bits; /* offset of image_bits[n_rows] */
} image_table;

typedef struct image_origin {
    uint32_t file,
        line; /* the line with IMAGE_OVER where the row is laid over the built-in ones */
} image_origin;
#define IMAGE_OVER 0x80000000u

/* The number of str_bit() of a row's id and of its kind, IMAGE_NO_BIT where it has none. */
typedef struct image_bits {
    uint8_t id, kind;
} image_bits;
enum { IMAGE_NO_BIT = 64 };

/* Open addressing, about five slots for three keys; a slot of zeros is free.  `key` is a pool offset with
 * a few bits of the hash above it, so that a search seldom looks at a string that is not its own; `entries` is
 * the number of the first entry, above it how many there are and whether longer keys begin with this one.  */
typedef struct image_slot {
    uint32_t key, entries;
} image_slot;
enum { IMAGE_OFFSET_BITS = 26, IMAGE_FIRST_BITS = 20, IMAGE_MAX_ENTRIES = 2047 };
#define IMAGE_PREFIX 0x80000000u

/* Most of what is looked up is not there.  Each key sets three bits of one word of a filter, which is a tenth of the slots'
 * size and so stays in the processor's caches: where one of the three is missing, no slot need be looked at.            */
enum { IMAGE_FILTER_BITS = 10 }; /* for each key; one in forty that are not there passes */

/* A cell is a pool offset with the length of its string above it, so that strings of other lengths need not be looked at;
 * 0 where it does not fit.                                                                                           */
enum { IMAGE_LONGEST = (1 << (32 - IMAGE_OFFSET_BITS)) - 1 };

typedef struct image_header {
    char magic[8];
    uint32_t version, size;
    char hash[24];             /* of all rows, hexadecimal, NUL-terminated */
    uint32_t filter, n_filter; /* words of 64 bits */
    uint32_t slots, n_slots;
    uint32_t entries, n_entries;
    uint32_t pool, pool_size;
    uint32_t rows, derived; /* the hash is of what stands from the one to the other */
    uint32_t openers,
        n_openers; /* a filter like that one, of the first words of phrases of LEX_PATTERN */
    uint32_t members,
        n_members; /* another, of the members of LEX_GROUP: image_member_hash() */
    image_table table[LEX_TABLES];
} image_header;

struct lexicon {
    const image_header *image;
    bool owned;
};

uint64_t image_key_hash(wq_str key);

/* Of `id` as a member of a group. */
static inline uint64_t image_member_hash(wq_str group, wq_str id)
{
    return image_key_hash(group) * 3 ^ image_key_hash(id);
}

static inline uint32_t image_column_slot(uint64_t key)
{
    return (uint32_t)(key * 0x9e3779b97f4a7c15u >> 58);
}

static inline wq_str image_string(const char *pool, uint32_t offset)
{
    uint32_t n;
    memcpy(&n, pool + offset, sizeof n);
    return (wq_str){ pool + offset + sizeof n, n };
}

static inline wq_str image_cell(const char *pool, uint32_t cell)
{
    uint32_t offset = cell & ((1u << IMAGE_OFFSET_BITS) - 1), n = cell >> IMAGE_OFFSET_BITS;
    return n || !offset ? (wq_str){ pool + offset + sizeof n, n }
                        : image_string(pool, offset);
}

static inline uint32_t image_slot_at(uint64_t hash, uint32_t n_slots)
{
    return (uint32_t)((hash & UINT32_MAX) * n_slots >> 32);
}

static inline uint64_t image_filter_bits(uint64_t hash)
{
    return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash >> 6 & 63) |
           (uint64_t)1 << (hash >> 38 & 63);
}

static inline uint32_t image_slot_key(uint64_t hash, uint32_t offset)
{
    return (uint32_t)(hash >> 32) << IMAGE_OFFSET_BITS | offset;
}

static inline uint32_t image_slot_offset(const image_slot *s)
{
    return s->key & ((1u << IMAGE_OFFSET_BITS) - 1);
}

static inline uint32_t image_first(uint32_t entries)
{
    return entries & ((1u << IMAGE_FIRST_BITS) - 1);
}

static inline uint32_t image_count(uint32_t entries)
{
    return entries >> IMAGE_FIRST_BITS & IMAGE_MAX_ENTRIES;
}

static inline uint32_t image_slot_first(const image_slot *s)
{
    return image_first(s->entries);
}

static inline uint32_t image_slot_count(const image_slot *s)
{
    return image_count(s->entries);
}

#endif
