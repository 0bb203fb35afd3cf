/* Choosing the container.  Every block gets a weight: letters of running text count for its container,
 * letters of links and scraps against it.  The container with the largest sum is the article; a box of
 * links more or less decides between a container and the one around it.  What stands in furniture by
 * its class counts for nothing, and if that leaves no article the classes were misleading and the choice
 * is made again without them.                                                                          */
#include "page/html_pick.h"
#include "page/pattern.h"

enum {
    HEADING = 110, /* letters above which no line is a heading */
    ARTICLE = 250, /* weight of prose that may be the whole article */
    REACH = 20,    /* blocks under the headline in which an article begins */
    NEAR = 120,    /* weight of beginning there */
    GAP = 250,     /* weight of links and scraps that ends it */
    SMALL = 5,     /* blocks of a node whose class speaks of each of them */
};

#define LINK_WEIGHT  0.6
#define SCRAP_WEIGHT 0.4
#define OFF_WEIGHT   0.1

/* What the class of a small node says of its lines; that of a large one only names a layout. */
enum { PART_KINDS = PATTERN_CLASS_DATE | PATTERN_CLASS_BYLINE | PATTERN_CLASS_CAPTION };

const html_node *pick_node_of(const picker *p, uint32_t block)
{
    return &p->doc->nodes.v[p->doc->blocks.v[block].node];
}

/* ---- weights ---------------------------------------------------------------- */

static bool ends_cut(wq_str s)
{
    return str_ends(s, STR("...")) || str_ends(s, STR("\xe2\x80\xa6")); /* U+2026 */
}

/* Full stop, comma, semicolon, question mark (Latin or Arabic), exclamation mark. */
static unsigned count_stops(wq_str s)
{
    unsigned n = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i],
                      d = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
        n += c == '.' || c == ',' || c == '!' || c == '?' ||
             (c == 0xd8 && (d == 0x8c || d == 0x9b || d == 0x9f));
    }
    return n;
}

bool pick_is_link(const html_block *b)
{
    return b->linked * 2 > b->letters;
}

/* Running text: long, or a sentence by its punctuation. */
bool pick_is_prose(const html_block *b)
{
    uint32_t own = b->letters - b->linked;
    if (own < PICK_SENTENCE || pick_is_link(b))
        return false;
    return own >= PICK_LONG || count_stops(b->text) > 0;
}

/* In a heading element and short enough for one: some editors set whole paragraphs as headings. */
bool pick_is_heading(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    return html_heading(pick_node_of(p, i)->tag) &&
           (b->letters < HEADING || !pick_is_prose(b));
}

/* The text under a linked headline, as lists of other articles have it. */
bool pick_is_teaser(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    if (b->letters < PICK_TEASER && ends_cut(b->text))
        return true;
    const html_block *before = i ? b - 1 : NULL;
    return before && b->letters < PICK_TEASER && pick_is_link(before) &&
           before->letters >= 15 &&
           (html_heading(pick_node_of(p, i - 1)->tag) || before->node != b->node);
}

static float block_factor(const picker *p, uint32_t i)
{
    uint32_t node = p->doc->blocks.v[i].node;
    float f = 1;
    if (p->flags[node] & NODE_BODY)
        f = 2;
    else if ((p->flags[node] & NODE_ARTICLE) || (p->kinds[node] & PATTERN_CLASS_GOOD))
        f = 1.4F;
    if (pick_is_teaser(p, i))
        f *= 0.1F;
    if (p->headline != HTML_NO_BLOCK && i < p->headline)
        f *= 0.2F;
    return f;
}

bool pick_is_caption(const picker *p, uint32_t node)
{
    return (p->kinds[node] & PATTERN_CLASS_CAPTION) ||
           p->doc->nodes.v[node].tag == TAG_FIGCAPTION ||
           p->doc->nodes.v[p->doc->nodes.v[node].parent].tag == TAG_FIGCAPTION;
}

static pick_weight weigh(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    float own = (float)(b->letters - b->linked), linked = (float)b->linked;
    if (p->off[b->node] || pick_is_caption(p, b->node))
        return (pick_weight){ 0, (float)(OFF_WEIGHT * (own + linked)) };
    if (!pick_is_prose(b) || pick_is_heading(p, i))
        return (pick_weight){ 0, (float)(SCRAP_WEIGHT * own + LINK_WEIGHT * linked) };
    return (pick_weight){ own * block_factor(p, i), (float)(LINK_WEIGHT * 0.5) * linked };
}

/* How far a block that is no prose sets apart what stands before and after it. */
static float distance(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    return (float)(p->off[b->node] ? 0.4 : LINK_WEIGHT) * (float)b->letters;
}

/* An article stands in one piece: prose that follows it after a stretch of links and scraps is another
 * article's, or readers' comments.                                                                  */
static void sum_weights(picker *p)
{
    pick_weight sum = { 0, 0 };
    float since = 0, prose = 0;
    bool over = false, near = false;
    for (uint32_t i = 0; i < p->doc->blocks.n; i++) {
        p->sums[i] = sum;
        pick_weight w = weigh(p, i);
        if (w.good > 0 && !near && p->headline != HTML_NO_BLOCK && i > p->headline) {
            near =
                true; /* the first prose under the headline is where the article begins */
            w.good += i - p->headline <= REACH ? (float)NEAR : 0;
        }
        bool under = p->headline != HTML_NO_BLOCK && i > p->headline;
        since = w.good > 0 ? 0 : since + distance(p, i);
        prose += under ? w.good : 0;
        over = over || (prose > (float)ARTICLE && since > (float)GAP);
        sum.good += over ? w.good * 0.3F : w.good;
        sum.bad += w.bad;
    }
    p->sums[p->doc->blocks.n] = sum;
}

static float good_in(const picker *p, const html_node *n)
{
    return p->sums[n->end].good - p->sums[n->first].good;
}

float pick_score(const picker *p, const html_node *n)
{
    return good_in(p, n) - (p->sums[n->end].bad - p->sums[n->first].bad);
}

/* ---- nodes ------------------------------------------------------------------- */

/* A node that holds the headline is no furniture whatever its class says. */
static bool holds_headline(const picker *p, const html_node *n)
{
    return p->headline != HTML_NO_BLOCK && n->first <= p->headline &&
           p->headline < n->end && n->end - n->first > 2;
}

static uint32_t prose_in(const picker *p, uint32_t from, uint32_t to)
{
    uint32_t letters = 0;
    for (uint32_t i = from; i < to; i++)
        letters += pick_is_prose(&p->doc->blocks.v[i]) ? p->doc->blocks.v[i].letters : 0;
    return letters;
}

/* The first long paragraph under the headline, and the nodes around it that hold much of the prose of
 * the page, are no furniture either: "print-area", "views-row", "share-wrapper" name bodies too.     */
void pick_spare(picker *p)
{
    const html_doc *doc = p->doc;
    uint32_t i = p->headline == HTML_NO_BLOCK ? doc->blocks.n : p->headline + 1;
    while (i < doc->blocks.n &&
           !(doc->blocks.v[i].letters >= PICK_LONG && pick_is_prose(&doc->blocks.v[i]) &&
             !pick_is_teaser(p, i) && !pick_is_heading(p, i)))
        i++;
    if (i == doc->blocks.n)
        return;
    uint32_t all = prose_in(p, i, doc->blocks.n);
    uint32_t done = i, sum = 0;
    for (uint32_t n = doc->blocks.v[i].node; n; n = doc->nodes.v[n].parent) {
        sum += prose_in(p, done, doc->nodes.v[n].end); /* each block is counted once */
        done = doc->nodes.v[n].end;
        p->spared[n] = sum * 5 >= all * 2 && !(doc->nodes.v[n].flags & NODE_HIDDEN);
    }
}

static bool is_misnamed(const picker *p, uint32_t i)
{
    const html_node *n = &p->doc->nodes.v[i];
    if (n->flags & NODE_BODY || p->spared[i])
        return true;
    return (n->kinds & PATTERN_CLASS_GOOD) && !(n->kinds & PATTERN_CLASS_RELATED);
}

static void mark_nodes(picker *p, pick_trust level)
{
    unsigned bad_kinds = PATTERN_CLASS_BAD | PATTERN_CLASS_RELATED;
    for (uint32_t i = 0; i < p->doc->nodes.n; i++) {
        const html_node *n = &p->doc->nodes.v[i];
        bool off = (n->flags & NODE_HIDDEN) && level < PICK_TRUST_NOTHING;
        off |= (n->flags & NODE_ASIDE) && level < PICK_TRUST_NOTHING;
        if (level == PICK_TRUST_CLASSES && (n->kinds & bad_kinds) && !is_misnamed(p, i))
            off = true;
        p->off[i] = (off && !holds_headline(p, n)) || (i && p->off[n->parent]);
        p->kinds[i] = n->kinds & ~(n->end - n->first > SMALL ? (unsigned)PART_KINDS : 0u);
        p->kinds[i] |= i ? p->kinds[n->parent] & ~(unsigned)PATTERN_CLASS_TITLE : 0;
        p->flags[i] = n->flags | (i ? p->flags[n->parent] : 0);
        p->rich[i] = false;
    }
}

/* Elements that stand for a paragraph or group a few, not for a part of the page. */
static bool is_paragraph_tag(html_tag tag)
{
    switch (tag) {
    case TAG_P:
    case TAG_LI:
    case TAG_UL:
    case TAG_OL:
    case TAG_BLOCKQUOTE:
    case TAG_PRE:
    case TAG_SPAN:
    case TAG_A:
    case TAG_OTHER:
    case TAG_CENTER:
    case TAG_TABLE:
    case TAG_TBODY:
    case TAG_TR:
    case TAG_DL:
    case TAG_DD:
    case TAG_DT:
        return true;
    default:
        return html_heading(tag) != 0;
    }
}

/* The part of the page that a node's text belongs to: the nearest container that is more than the
 * wrapping of one paragraph.                                                                      */
uint32_t pick_section(const picker *p, uint32_t node)
{
    const html_node *nodes = p->doc->nodes.v;
    while (node && node != p->container) {
        const html_node *n = &nodes[node];
        bool wraps = n->n_children == 1 && !(n->flags & NODE_TEXT);
        bool leaf = n->n_children == 0 && n->end - n->first <= 1;
        if (!is_paragraph_tag(n->tag) && !wraps && !leaf)
            return node;
        node = n->parent;
    }
    return node;
}

static uint32_t best_node(const picker *p)
{
    uint32_t best = 0;
    float best_score = -1e9F;
    for (uint32_t i = 0; i < p->doc->nodes.n; i++) {
        if (p->off[i])
            continue;
        float score = pick_score(p, &p->doc->nodes.v[i]);
        if (score >= best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

/* A container that says it is the article's body is believed if it holds much of what was chosen. */
static uint32_t prefer_marked(const picker *p, uint32_t chosen)
{
    const html_node *nodes = p->doc->nodes.v;
    uint32_t best = chosen;
    float enough = good_in(p, &nodes[chosen]) * 0.6F;
    for (uint32_t i = chosen + 1; i < p->doc->nodes.n && nodes[i].first < nodes[chosen].end;
         i++) {
        if (!(nodes[i].flags & NODE_BODY) || p->off[i] || good_in(p, &nodes[i]) < enough)
            continue;
        best = i;
        enough = good_in(p, &nodes[i]);
    }
    return best;
}

static void choose_container(picker *p)
{
    p->container = 0;
    uint32_t chosen = best_node(p);
    p->container = pick_section(p, chosen);
    if (p->container == 0)
        p->container =
            chosen && !is_paragraph_tag(p->doc->nodes.v[chosen].tag) ? chosen : 0;
    p->container = prefer_marked(p, p->container);
}

void pick_container(picker *p, pick_trust level)
{
    mark_nodes(p, level);
    sum_weights(p);
    choose_container(p);
}
