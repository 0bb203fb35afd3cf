/* Which container of a page holds the article; shared by the files that read main text. */
#ifndef WAQAI_HTML_PICK_H
#define WAQAI_HTML_PICK_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "page/html_doc.h"
#include "page/html_main.h"

enum {
    PICK_LONG = 80,     /* letters of a paragraph that needs no other sign of being one */
    PICK_SENTENCE = 24, /* letters of one that has a sentence's punctuation */
    PICK_TEASER = 250,  /* letters above which "..." at the end is no sign of a teaser */
};

/* What may exclude a block, from most to least. */
typedef enum pick_trust {
    PICK_TRUST_CLASSES,
    PICK_TRUST_ELEMENTS,
    PICK_TRUST_NOTHING,
    PICK_TRUST_LEVELS
} pick_trust;

typedef struct pick_weight {
    float good, bad;
} pick_weight;

typedef struct picker {
    const lexicon *lex;
    arena *mem;
    const html_doc *doc;
    bool *off;         /* by node: furniture, at the present level of trust */
    unsigned *kinds;   /* by node: its own and its ancestors' */
    unsigned *flags;   /* by node: as kinds */
    bool *spared;      /* by node: no furniture, whatever its class says */
    bool *rich;        /* by node: paragraphs of the article stand directly in it */
    pick_weight *sums; /* by block: of all blocks before it */
    uint32_t headline;
    uint32_t container;
    uint32_t first_good, last_good; /* prose of the range at hand */
    uint32_t last_home; /* the last prose in the same part of the page as the first */
    wq_str title_key, description_key;
    bool *taken;  /* by block: part of the text */
    bool *banned; /* by block: its box turned out to be furniture */
} picker;

/* Finds the nodes that are no furniture whatever their class says; once, before the rest. */
void pick_spare(picker *p);
/* Sets p->container, and what the functions below look at, at one level of trust. */
void pick_container(picker *p, pick_trust level);

const html_node *pick_node_of(const picker *p, uint32_t block);
float pick_score(const picker *p, const html_node *n);
/* The part of the page that a node's text belongs to: the nearest container that is more than the wrapping
 * of one paragraph.                                                                                    */
uint32_t pick_section(const picker *p, uint32_t node);
bool pick_is_link(const html_block *b);  /* more of it is linked than not */
bool pick_is_prose(const html_block *b); /* long, or a sentence by its punctuation */
bool pick_is_heading(const picker *p, uint32_t block);
bool pick_is_teaser(const picker *p, uint32_t block);
bool pick_is_caption(const picker *p, uint32_t node);

#endif
