/* Choosing the container.  Every block gets a weight: letters of running text count for its container,
 * letters of links and scraps against it.  The container with the largest sum is the article; a box of
 * links more or less decides between a container and the one around it.  What stands in furniture by
 * its class counts for nothing, and if that leaves no article the classes were misleading and the choice
 * is made again without them.                                                                          */
#include "page/html_main.h"
#include "calendar/calendar.h"
#include "page/compare.h"
#include "page/pattern.h"
#include "page/textmeta.h"

enum {
    LONG = 80,        /* letters of a paragraph that needs no other sign of being one */
    HEADING = 110,    /* letters above which no line is a heading */
    SENTENCE = 30,    /* letters of one that has a sentence's punctuation */
    TEASER = 250,     /* letters above which "..." at the end is no sign of a teaser */
    ENOUGH = 160,     /* letters of an article that makes further trials needless */
    ARTICLE = 250,    /* weight of prose that may be the whole article */
    GAP = 250,        /* weight of links and scraps that ends it */
    STAMP = 120,      /* bytes of a line that may be a date or a byline */
    LEAD_REACH = 40,  /* blocks between headline and container that may hold the lead */
    DESCRIPTION = 60, /* bytes of the key of a summary's beginning */
    MAX_RELATED = 8,  /* lines that a read-also label may head */
    SMALL = 5,        /* blocks of a node whose class speaks of each of them */
    KEY_LEAST = 40    /* bytes of key that make two lines the same */
};

#define LINK_WEIGHT  0.6
#define SCRAP_WEIGHT 0.4
#define OFF_WEIGHT   0.1

/* What the class of a small node says of its lines; that of a large one only names a layout. */
enum { PART_KINDS = PATTERN_CLASS_DATE | PATTERN_CLASS_BYLINE | PATTERN_CLASS_CAPTION };

typedef enum trust { /* what may exclude a block, from most to least */
                     TRUST_CLASSES,
                     TRUST_ELEMENTS,
                     TRUST_NOTHING,
                     TRUST_LEVELS
} trust;

typedef struct weight {
    float good, bad;
} weight;

typedef struct picker {
    const lexicon *lex;
    arena *mem;
    const html_doc *doc;
    bool *off;       /* by node: furniture, at the present level of trust */
    unsigned *kinds; /* by node: its own and its ancestors' */
    unsigned *flags; /* by node: as kinds */
    bool *spared;    /* by node: no furniture, whatever its class says */
    bool *rich;      /* by node: paragraphs of the article stand directly in it */
    weight *sums;    /* by block: of all blocks before it */
    uint32_t headline;
    uint32_t container;
    uint32_t first_good, last_good; /* prose of the range at hand */
    uint32_t last_home; /* the last prose in the same part of the page as the first */
    wq_str title_key, description_key;
    bool *taken;  /* by block: part of the text */
    bool *banned; /* by block: its box turned out to be furniture */
} picker;

static const html_node *node_of(const picker *p, uint32_t block)
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

static bool is_link(const html_block *b)
{
    return b->linked * 2 > b->letters;
}

/* Running text: long, or a sentence by its punctuation. */
static bool is_prose(const html_block *b)
{
    uint32_t own = b->letters - b->linked;
    if (own < SENTENCE || is_link(b))
        return false;
    return own >= LONG || count_stops(b->text) > 0;
}

/* In a heading element and short enough for one: some editors set whole paragraphs as headings. */
static bool is_heading(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    return html_heading(node_of(p, i)->tag) && (b->letters < HEADING || !is_prose(b));
}

/* The text under a linked headline, as lists of other articles have it. */
static bool is_teaser(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    if (b->letters < TEASER && ends_cut(b->text))
        return true;
    const html_block *before = i ? b - 1 : NULL;
    return before && b->letters < TEASER && is_link(before) && before->letters >= 15 &&
           (html_heading(node_of(p, i - 1)->tag) || before->node != b->node);
}

static float block_factor(const picker *p, uint32_t i)
{
    uint32_t node = p->doc->blocks.v[i].node;
    float f = 1;
    if (p->flags[node] & NODE_BODY)
        f = 2;
    else if ((p->flags[node] & NODE_ARTICLE) || (p->kinds[node] & PATTERN_CLASS_GOOD))
        f = 1.4F;
    if (is_teaser(p, i))
        f *= 0.3F;
    if (p->headline != HTML_NO_BLOCK && i < p->headline)
        f *= 0.2F;
    return f;
}

static bool is_caption(const picker *p, uint32_t node)
{
    return (p->kinds[node] & PATTERN_CLASS_CAPTION) ||
           p->doc->nodes.v[node].tag == TAG_FIGCAPTION ||
           p->doc->nodes.v[p->doc->nodes.v[node].parent].tag == TAG_FIGCAPTION;
}

static weight weigh(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    float own = (float)(b->letters - b->linked), linked = (float)b->linked;
    if (p->off[b->node] || is_caption(p, b->node))
        return (weight){ 0, (float)(OFF_WEIGHT * (own + linked)) };
    if (!is_prose(b) || is_heading(p, i))
        return (weight){ 0, (float)(SCRAP_WEIGHT * own + LINK_WEIGHT * linked) };
    return (weight){ own * block_factor(p, i), (float)(LINK_WEIGHT * 0.5) * linked };
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
    weight sum = { 0, 0 };
    float since = 0, prose = 0;
    bool over = false;
    for (uint32_t i = 0; i < p->doc->blocks.n; i++) {
        p->sums[i] = sum;
        weight w = weigh(p, i);
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

static float score_of(const picker *p, const html_node *n)
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
        letters += is_prose(&p->doc->blocks.v[i]) ? p->doc->blocks.v[i].letters : 0;
    return letters;
}

/* The first long paragraph under the headline, and the nodes around it that hold much of the prose of
 * the page, are no furniture either: "print-area", "views-row", "share-wrapper" name bodies too.     */
static void spare_nodes(picker *p)
{
    const html_doc *doc = p->doc;
    uint32_t i = p->headline == HTML_NO_BLOCK ? doc->blocks.n : p->headline + 1;
    while (i < doc->blocks.n &&
           !(doc->blocks.v[i].letters >= LONG && is_prose(&doc->blocks.v[i]) &&
             !is_teaser(p, i) && !is_heading(p, i)))
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

static void mark_nodes(picker *p, trust level)
{
    unsigned bad_kinds = PATTERN_CLASS_BAD | PATTERN_CLASS_RELATED;
    for (uint32_t i = 0; i < p->doc->nodes.n; i++) {
        const html_node *n = &p->doc->nodes.v[i];
        bool off = (n->flags & NODE_HIDDEN) && level < TRUST_NOTHING;
        off |= (n->flags & NODE_ASIDE) && level < TRUST_NOTHING;
        if (level == TRUST_CLASSES && (n->kinds & bad_kinds) && !is_misnamed(p, i))
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
static uint32_t section_of(const picker *p, uint32_t node)
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
        float score = score_of(p, &p->doc->nodes.v[i]);
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
    p->container = section_of(p, chosen);
    if (p->container == 0)
        p->container =
            chosen && !is_paragraph_tag(p->doc->nodes.v[chosen].tag) ? chosen : 0;
    p->container = prefer_marked(p, p->container);
}

/* ---- which blocks -------------------------------------------------------------- */

static bool has_letters(const html_block *b)
{
    return b->letters > 0;
}

static bool is_title(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    if (i == p->headline)
        return true;
    if (b->text.n > p->title_key.n * 3 || b->text.n < p->title_key.n / 2)
        return false;
    wq_str key = compare_key(p->mem, b->text); /* a lead may hold the headline and more */
    return key.n <= p->title_key.n * 5 / 4 &&
           compare_within(key, p->title_key, p->title_key.n * 4 / 5);
}

/* A date or byline that stands alone. */
static bool is_stamp(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    unsigned kinds = p->kinds[b->node];
    calendar_stamp stamp;
    if (b->text.n > STAMP * 2)
        return false;
    if ((kinds & (PATTERN_CLASS_DATE | PATTERN_CLASS_BYLINE)) && b->letters < LONG &&
        !(b->letters > SENTENCE && is_prose(b)))
        return true;
    return b->text.n <= STAMP && textmeta_date(p->lex, p->mem, b->text, &stamp);
}

typedef enum verdict { KEEP, DROP, DROP_LABEL, DROP_BOX, STOP } verdict;

/* True where paragraphs of the article follow: a box of links stands in the middle of it. */
static bool goes_on(const picker *p, uint32_t i)
{
    return p->last_home != HTML_NO_BLOCK && i < p->last_home;
}

/* What the words of a block say. */
static verdict judge_words(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    unsigned kinds = pattern_line(p->lex, b->text);
    if ((kinds & PATTERN_END) &&
        !(kinds & (PATTERN_RELATED | PATTERN_TAGS) && goes_on(p, i)))
        return STOP;
    if ((kinds & PATTERN_RELATED) && b->letters < LONG)
        return DROP_LABEL;
    if (kinds & (PATTERN_COMMENT | PATTERN_COPYRIGHT))
        return DROP_BOX;
    if (kinds & PATTERN_FURNITURE)
        return DROP;
    if ((kinds & PATTERN_CREDIT) && b->letters < LONG)
        return DROP;
    unsigned above = PATTERN_LABEL | PATTERN_DATELINE | PATTERN_OUTLET | PATTERN_UPDATED;
    if ((kinds & above) && b->letters < SENTENCE && i < p->first_good)
        return DROP;
    return KEEP;
}

/* What place and markup say, for blocks in the container. */
static bool is_out_of_place(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    if (p->off[b->node] || is_caption(p, b->node) || !has_letters(b))
        return true;
    if (is_link(b) && (b->letters < TEASER || b->linked * 10 > b->letters * 8))
        return true;
    return is_title(p, i) || is_stamp(p, i);
}

/* Short lines are kept where paragraphs of the article stand beside them. */
static bool is_at_home(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    if (is_prose(b))
        return true;
    html_tag tag = node_of(p, i)->tag;
    if (i < p->first_good && html_heading(tag)) /* a subtitle */
        return b->letters >= 15 && (p->headline == HTML_NO_BLOCK || i > p->headline);
    if (!p->rich[section_of(p, b->node)])
        return false;
    if (i > p->first_good && i < p->last_good)
        return true;
    if (tag == TAG_LI)
        return b->letters >= SENTENCE;
    if (tag == TAG_P || tag == TAG_BLOCKQUOTE)
        return true;
    return node_of(p, i)->signature == node_of(p, p->first_good)->signature;
}

/* Notes where the prose is. */
static void survey(picker *p, uint32_t from, uint32_t to)
{
    p->first_good = p->last_good = p->last_home = HTML_NO_BLOCK;
    uint32_t home = UINT32_MAX;
    for (uint32_t i = from; i < to; i++) {
        const html_block *b = &p->doc->blocks.v[i];
        if (p->off[b->node] || is_caption(p, b->node) || !is_prose(b) || is_heading(p, i))
            continue;
        uint32_t section = section_of(p, b->node);
        p->rich[section] = true;
        if (p->first_good == HTML_NO_BLOCK) {
            p->first_good = i;
            home = section;
        }
        p->last_good = i;
        if (section == home)
            p->last_home = i;
    }
}

/* A box of comment rules under the article: one line gives the others away. */
static void drop_section_of(picker *p, uint32_t i)
{
    uint32_t section = section_of(p, p->doc->blocks.v[i].node);
    const html_node *s = &p->doc->nodes.v[section];
    if (section == p->container ||
        section == section_of(p, p->doc->blocks.v[p->first_good].node))
        return;
    for (uint32_t k = s->first; k < s->end; k++) {
        p->taken[k] = false;
        p->banned[k] = true;
    }
}

/* Lines after "read also" that belong to it. */
static bool is_listed(const html_block *b)
{
    return is_link(b) || !is_prose(b);
}

/* Another article begins: pages that load the next one below. */
static bool is_next_article(const picker *p, uint32_t i)
{
    return node_of(p, i)->tag == TAG_H1 && p->headline != HTML_NO_BLOCK &&
           i > p->headline &&
           p->doc->nodes.v[p->doc->blocks.v[p->headline].node].tag == TAG_H1 &&
           i > p->first_good && !is_title(p, i) &&
           node_of(p, i)->signature == node_of(p, p->headline)->signature;
}

static void take_blocks(picker *p, uint32_t from, uint32_t to)
{
    survey(p, from, to);
    if (p->first_good == HTML_NO_BLOCK)
        return;
    unsigned listed = 0;
    for (uint32_t i = from; i < to; i++) {
        const html_block *b = &p->doc->blocks.v[i];
        if (is_next_article(p, i))
            return;
        verdict v = p->off[b->node] || p->banned[i] ? DROP : judge_words(p, i);
        if (v == STOP && i > p->first_good)
            return;
        if (v == DROP_LABEL)
            listed = MAX_RELATED;
        if (v == DROP_BOX)
            drop_section_of(p, i);
        if (v != KEEP || (listed && is_listed(b))) {
            listed -= listed > 0;
            continue;
        }
        listed = 0;
        p->taken[i] = !is_out_of_place(p, i) && is_at_home(p, i);
    }
}

/* ---- the lead ------------------------------------------------------------------ */

/* Says the same as a paragraph of the text: summaries repeat its beginning. */
static bool is_repeated(const picker *p, wq_str key)
{
    const html_node *c = &p->doc->nodes.v[p->container];
    for (uint32_t i = c->first, seen = 0; i < c->end && seen < 3; i++) {
        if (!p->taken[i])
            continue;
        seen++;
        wq_str other = compare_key(p->mem, p->doc->blocks.v[i].text);
        if (compare_within(key, other, KEY_LEAST) ||
            str_starts(other, str_sub(key, 0, key.n > 200 ? 120 : key.n)))
            return true;
    }
    return false;
}

static bool is_lead(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    if (is_out_of_place(p, i) || judge_words(p, i) != KEEP || b->letters < SENTENCE)
        return false;
    wq_str key = compare_key(p->mem, b->text);
    if (is_repeated(p, key))
        return false;
    if ((p->kinds[b->node] & PATTERN_CLASS_LEAD) || html_heading(node_of(p, i)->tag))
        return true;
    wq_str start = str_sub(p->description_key, 0, DESCRIPTION);
    if (start.n >= KEY_LEAST && str_starts(key, start))
        return true;
    return is_prose(b) && !is_teaser(p, i);
}

/* The lead often has a container of its own between headline and body. */
static void take_lead(picker *p)
{
    const html_node *c = &p->doc->nodes.v[p->container];
    if (p->headline == HTML_NO_BLOCK || p->headline >= c->first)
        return;
    uint32_t from = p->headline + 1;
    if (c->first - from > LEAD_REACH)
        return;
    for (uint32_t i = from; i < c->first; i++)
        p->taken[i] = is_lead(p, i);
}

/* Bodies that advertisements cut in pieces: siblings of the same design. */
static void take_siblings(picker *p)
{
    const html_node *nodes = p->doc->nodes.v, *c = &nodes[p->container];
    if (p->container == 0)
        return;
    const html_node *parent = &nodes[c->parent];
    for (uint32_t i = c->parent + 1; i < p->doc->nodes.n && nodes[i].first < parent->end;
         i++)
        if (nodes[i].parent == c->parent && i != p->container && !p->off[i] &&
            nodes[i].signature == c->signature && score_of(p, &nodes[i]) > 0 &&
            (p->headline == HTML_NO_BLOCK || nodes[i].first > p->headline))
            take_blocks(p, nodes[i].first, nodes[i].end);
}

/* ---- assembly -------------------------------------------------------------------- */

/* Layouts for two sizes of screen show the body twice. */
static void drop_twins(picker *p)
{
    enum { SLOTS = 1024 };
    uint64_t seen[SLOTS] = { 0 };
    for (uint32_t i = 0; i < p->doc->blocks.n; i++) {
        const html_block *b = &p->doc->blocks.v[i];
        if (!p->taken[i] || b->letters < LONG)
            continue;
        uint64_t key = hash_bytes(HASH_SEED, b->text.p, b->text.n) | 1;
        uint64_t *slot = &seen[(key >> 24) % SLOTS];
        p->taken[i] = *slot != key;
        *slot = key;
    }
}

static html_main assemble(const picker *p)
{
    html_main m = { .headline = p->headline,
                    .first = HTML_NO_BLOCK,
                    .last = HTML_NO_BLOCK,
                    .container = p->container };
    size_t room = 1;
    for (uint32_t i = 0; i < p->doc->blocks.n; i++)
        room += p->taken[i] ? p->doc->blocks.v[i].text.n + 1 : 0;
    char *out = arena_alloc(p->mem, room);
    size_t w = 0;
    for (uint32_t i = 0; i < p->doc->blocks.n; i++) {
        const html_block *b = &p->doc->blocks.v[i];
        if (!p->taken[i])
            continue;
        if (w)
            out[w++] = '\n';
        memcpy(out + w, b->text.p, b->text.n);
        w += b->text.n;
        m.letters += b->letters;
        m.first = m.first == HTML_NO_BLOCK ? i : m.first;
        m.last = i;
    }
    m.text = (wq_str){ out, w };
    return m;
}

/* True where the beginning of the text holds what the page says of itself in brief; the summary may run
 * over the first few paragraphs.                                                                    */
static bool is_described(const picker *p)
{
    enum { ROOM = 4 * COMPARE_MAX };
    wq_str start = str_sub(p->description_key, 0, DESCRIPTION);
    if (start.n < KEY_LEAST)
        return false;
    char *joined = arena_alloc(p->mem, ROOM);
    size_t w = 0;
    for (uint32_t i = 0; i < p->doc->blocks.n && w < ROOM; i++) {
        if (!p->taken[i])
            continue;
        wq_str key = compare_key(p->mem, p->doc->blocks.v[i].text);
        key = str_sub(key, 0, ROOM - w);
        memcpy(joined + w, key.p, key.n);
        w += key.n;
    }
    return str_find((wq_str){ joined, w }, start) >= 0;
}

static html_main pick(picker *p, trust level)
{
    memset(p->taken, 0, sizeof *p->taken * (p->doc->blocks.n + 1));
    memset(p->banned, 0, sizeof *p->banned * (p->doc->blocks.n + 1));
    mark_nodes(p, level);
    sum_weights(p);
    choose_container(p);
    const html_node *c = &p->doc->nodes.v[p->container];
    take_blocks(p, c->first, c->end);
    if (p->first_good != HTML_NO_BLOCK) {
        take_siblings(p);
        take_lead(p);
    }
    drop_twins(p);
    return assemble(p);
}

html_main html_main_text(const lexicon *lex, arena *a, const html_doc *doc,
                         uint32_t headline, wq_str title, wq_str description)
{
    picker p = { .lex = lex, .mem = a, .doc = doc, .headline = headline };
    p.off = ARENA_ARRAY(a, bool, doc->nodes.n);
    p.rich = ARENA_ARRAY(a, bool, doc->nodes.n);
    p.spared = ARENA_ARRAY(a, bool, doc->nodes.n);
    p.kinds = ARENA_ARRAY(a, unsigned, doc->nodes.n);
    p.flags = ARENA_ARRAY(a, unsigned, doc->nodes.n);
    p.sums = ARENA_ARRAY(a, weight, doc->blocks.n + 1);
    p.taken = ARENA_ARRAY(a, bool, doc->blocks.n + 1);
    p.banned = ARENA_ARRAY(a, bool, doc->blocks.n + 1);
    p.title_key = compare_key(a, title);
    p.description_key = compare_key(a, description);
    spare_nodes(&p);
    html_main best = { .headline = headline,
                       .first = HTML_NO_BLOCK,
                       .last = HTML_NO_BLOCK };
    for (trust level = TRUST_CLASSES; level < TRUST_LEVELS; level++) {
        html_main m = pick(&p, level);
        bool described = is_described(&p);
        if (level == TRUST_CLASSES || described ||
            (best.letters < ENOUGH && m.letters > best.letters * 3))
            best = m;
        if (described || (best.letters >= ENOUGH && p.description_key.n < KEY_LEAST))
            break;
    }
    return best;
}
