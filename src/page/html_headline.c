/* Where the page shows its headline. */
#include "page/compare.h"
#include "page/html_main.h"
#include "page/pattern.h"

static int headline_rank(const html_doc *doc, uint32_t i)
{
    const html_block *b = &doc->blocks.v[i];
    const html_node *n = &doc->nodes.v[b->node];
    unsigned level = html_heading(n->tag);
    int rank = level ? 10 - (int)level : 0;
    if (n->kinds & PATTERN_CLASS_TITLE)
        rank += 3;
    if (b->linked * 2 > b->letters)
        rank -= 6;
    if (html_in_furniture(doc, b->node))
        rank -= 5;
    return rank;
}

/* The first heading of level 1, or line that its class calls a title. */
static uint32_t first_heading(const html_doc *doc)
{
    uint32_t titled = HTML_NO_BLOCK;
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        const html_block *b = &doc->blocks.v[i];
        const html_node *n = &doc->nodes.v[b->node];
        if (b->letters < 15 || b->linked * 2 > b->letters ||
            html_in_furniture(doc, b->node))
            continue;
        if (n->tag == TAG_H1)
            return i;
        if (titled == HTML_NO_BLOCK && (n->kinds & PATTERN_CLASS_TITLE))
            titled = i;
    }
    return titled;
}

uint32_t html_headline(arena *a, const html_doc *doc, wq_str title)
{
    wq_str key = compare_key(a, title);
    if (key.n == 0)
        return first_heading(doc);
    uint32_t best = HTML_NO_BLOCK;
    int best_rank = -100;
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        const html_block *b = &doc->blocks.v[i];
        if (b->letters < 8 || b->text.n > COMPARE_MAX || b->text.n < key.n / 3)
            continue;
        int rank = headline_rank(doc, i);
        if (rank > best_rank && compare_within(compare_key(a, b->text), key, key.n / 2)) {
            best = i;
            best_rank = rank;
        }
    }
    return best != HTML_NO_BLOCK ? best : first_heading(doc);
}

bool html_in_furniture(const html_doc *doc, uint32_t node)
{
    for (uint32_t n = node; n; n = doc->nodes.v[n].parent) {
        const html_node *node_n = &doc->nodes.v[n];
        if ((node_n->flags & (NODE_ASIDE | NODE_HIDDEN)) ||
            (node_n->kinds & (PATTERN_CLASS_BAD | PATTERN_CLASS_RELATED)))
            return true;
    }
    return false;
}
