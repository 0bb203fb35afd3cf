/* Which blocks of the container are the article's, and which outside it: lead, pieces, twins. */
#include "page/html_main.h"
#include "calendar/calendar.h"
#include "page/compare.h"
#include "page/html_pick.h"
#include "page/pattern.h"
#include "page/textmeta.h"

enum {
    ENOUGH = 160,     /* letters of an article that makes further trials needless */
    STAMP = 120,      /* bytes of a line that may be a date or a byline */
    LEAD_REACH = 40,  /* blocks between headline and container that may hold the lead */
    DESCRIPTION = 60, /* bytes of the key of a summary's beginning */
    CARD = 5,         /* blocks of a box that shows another article */
    MAX_RELATED = 8,  /* lines that a read-also label may head */
    KEY_LEAST = 40,   /* bytes of key that make two lines the same */
};

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
    if ((kinds & (PATTERN_CLASS_DATE | PATTERN_CLASS_BYLINE)) && b->letters < PICK_LONG &&
        !(b->letters > PICK_SENTENCE && pick_is_prose(b)))
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
    if ((kinds & PATTERN_RELATED) && b->letters < PICK_LONG)
        return DROP_LABEL;
    if (kinds & (PATTERN_COMMENT | PATTERN_COPYRIGHT))
        return DROP_BOX;
    if (kinds & PATTERN_FURNITURE)
        return DROP;
    if ((kinds & PATTERN_CREDIT) && b->letters < PICK_LONG)
        return DROP;
    unsigned above = PATTERN_LABEL | PATTERN_DATELINE | PATTERN_OUTLET | PATTERN_UPDATED;
    if ((kinds & above) && b->letters < PICK_SENTENCE && i < p->first_good)
        return DROP;
    return KEEP;
}

/* What place and markup say, for blocks in the container. */
static bool is_out_of_place(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    if (p->off[b->node] || pick_is_caption(p, b->node) || !has_letters(b))
        return true;
    if (pick_is_link(b) && (b->letters < PICK_TEASER || b->linked * 10 > b->letters * 8))
        return true;
    return is_title(p, i) || is_stamp(p, i);
}

/* Short lines are kept where paragraphs of the article stand beside them. */
static bool is_at_home(const picker *p, uint32_t i)
{
    const html_block *b = &p->doc->blocks.v[i];
    if (pick_is_prose(b))
        return true;
    html_tag tag = pick_node_of(p, i)->tag;
    if (i < p->first_good && html_heading(tag)) /* a subtitle */
        return b->letters >= 15 && (p->headline == HTML_NO_BLOCK || i > p->headline);
    if (!p->rich[pick_section(p, b->node)])
        return false;
    if (i > p->first_good && i < p->last_good)
        return true;
    if (tag == TAG_LI)
        return b->letters >= PICK_SENTENCE;
    if (tag == TAG_P || tag == TAG_BLOCKQUOTE)
        return true;
    return pick_node_of(p, i)->signature == pick_node_of(p, p->first_good)->signature;
}

/* Notes where the prose is. */
static void survey(picker *p, uint32_t from, uint32_t to)
{
    p->first_good = p->last_good = p->last_home = HTML_NO_BLOCK;
    uint32_t home = UINT32_MAX;
    for (uint32_t i = from; i < to; i++) {
        const html_block *b = &p->doc->blocks.v[i];
        if (p->off[b->node] || pick_is_caption(p, b->node) || !pick_is_prose(b) ||
            pick_is_heading(p, i))
            continue;
        uint32_t section = pick_section(p, b->node);
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
    uint32_t section = pick_section(p, p->doc->blocks.v[i].node);
    const html_node *s = &p->doc->nodes.v[section];
    if (section == p->container ||
        section == pick_section(p, p->doc->blocks.v[p->first_good].node))
        return;
    for (uint32_t k = s->first; k < s->end; k++) {
        p->taken[k] = false;
        p->banned[k] = true;
    }
}

/* Lines after "read also" that belong to it. */
static bool is_listed(const html_block *b)
{
    return pick_is_link(b) || !pick_is_prose(b);
}

/* Another article begins: pages that load the next one below. */
static bool is_next_article(const picker *p, uint32_t i)
{
    return pick_node_of(p, i)->tag == TAG_H1 && p->headline != HTML_NO_BLOCK &&
           i > p->headline &&
           p->doc->nodes.v[p->doc->blocks.v[p->headline].node].tag == TAG_H1 &&
           i > p->first_good && !is_title(p, i) &&
           pick_node_of(p, i)->signature == pick_node_of(p, p->headline)->signature;
}

/* Another article's headline and first lines, in a small box of their own. */
static bool is_card(const picker *p, uint32_t i)
{
    const html_node *nodes = p->doc->nodes.v;
    uint32_t n = p->doc->blocks.v[i].node;
    if (i <= p->last_home || !pick_is_teaser(p, i) || p->off[p->doc->blocks.v[i - 1].node])
        return false;
    while (n && nodes[n].first >= i) /* up to the box that holds the block before, too */
        n = nodes[n].parent;
    return n != p->container && nodes[n].end - nodes[n].first <= CARD;
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
        p->taken[i] = !is_out_of_place(p, i) && is_at_home(p, i) && !is_card(p, i);
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
    if (is_out_of_place(p, i) || judge_words(p, i) != KEEP || b->letters < PICK_SENTENCE)
        return false;
    wq_str key = compare_key(p->mem, b->text);
    if (is_repeated(p, key))
        return false;
    if ((p->kinds[b->node] & PATTERN_CLASS_LEAD) || html_heading(pick_node_of(p, i)->tag))
        return true;
    wq_str start = str_sub(p->description_key, 0, DESCRIPTION);
    if (start.n >= KEY_LEAST && str_starts(key, start))
        return true;
    return pick_is_prose(b) && !pick_is_teaser(p, i);
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
            nodes[i].signature == c->signature && pick_score(p, &nodes[i]) > 0 &&
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
        if (!p->taken[i] || b->letters < PICK_LONG)
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

static html_main pick(picker *p, pick_trust level)
{
    memset(p->taken, 0, sizeof *p->taken * (p->doc->blocks.n + 1));
    memset(p->banned, 0, sizeof *p->banned * (p->doc->blocks.n + 1));
    pick_container(p, level);
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
    p.sums = ARENA_ARRAY(a, pick_weight, doc->blocks.n + 1);
    p.taken = ARENA_ARRAY(a, bool, doc->blocks.n + 1);
    p.banned = ARENA_ARRAY(a, bool, doc->blocks.n + 1);
    p.title_key = compare_key(a, title);
    p.description_key = compare_key(a, description);
    pick_spare(&p);
    html_main best = { .headline = headline,
                       .first = HTML_NO_BLOCK,
                       .last = HTML_NO_BLOCK };
    for (pick_trust level = PICK_TRUST_CLASSES; level < PICK_TRUST_LEVELS; level++) {
        html_main m = pick(&p, level);
        bool described = is_described(&p);
        if (level == PICK_TRUST_CLASSES || described ||
            (best.letters < ENOUGH && m.letters > best.letters * 3))
            best = m;
        if (described || (best.letters >= ENOUGH && p.description_key.n < KEY_LEAST))
            break;
    }
    return best;
}
