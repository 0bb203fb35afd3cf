#include "page/html_doc.h"
#include "page/html_attrs.h"
#include "page/html_text.h"
#include "page/pattern.h"

#define NO_NODE UINT32_MAX

enum {
    MAX_DEPTH = 512,  /* open elements */
    MAX_INLINE = 256, /* above it inline elements are no longer followed */
    MEMO = 512,       /* classes remembered, a power of two */
    NO_MARK = -1
};

enum { /* what an open element does to the text inside */
       DOES_LINK = 1 << 0,
       DOES_SKIP = 1 << 1
};

typedef struct open_element {
    html_tag tag;
    unsigned does;
    uint32_t node; /* NO_NODE for inline elements */
    int mark;      /* html_mark_kind or NO_MARK */
    wq_str name, value;
    size_t from; /* where its text begins in the buffer */
} open_element;

typedef struct builder {
    const lexicon *lex;
    arena *mem;
    html_doc *doc;
    open_element stack[MAX_DEPTH];
    uint32_t depth, ignored; /* ignored: containers opened beyond the ceiling */
    uint32_t n_open[TAG_COUNT];
    uint32_t links, skips;
    uint32_t node;
    char *out;
    size_t start, w; /* of the block under construction */
    uint32_t letters, linked;
    bool json_ld;
    struct {
        uint64_t key;
        unsigned kinds;
    } memo[MEMO];
} builder;

/* ---- kinds of elements ---------------------------------------------------- */

static bool is_void(html_tag tag)
{
    switch (tag) {
    case TAG_BR:
    case TAG_HR:
    case TAG_IMG:
    case TAG_INPUT:
    case TAG_LINK:
    case TAG_META:
    case TAG_VOID:
    case TAG_WBR:
        return true;
    default:
        return false;
    }
}

/* Elements that open a line of their own. */
static bool is_block(html_tag tag)
{
    switch (tag) {
    case TAG_OTHER:
    case TAG_A:
    case TAG_ABBR:
    case TAG_BUTTON:
    case TAG_CITE:
    case TAG_IMG:
    case TAG_INPUT:
    case TAG_LINK:
    case TAG_META:
    case TAG_SPAN:
    case TAG_TIME:
    case TAG_VOID:
    case TAG_WBR:
        return false;
    default:
        return true;
    }
}

/* Elements whose text is not read: code, form fields, what a browser shows only without scripts. */
static bool is_skipped(html_tag tag)
{
    switch (tag) {
    case TAG_AUDIO:
    case TAG_BUTTON:
    case TAG_CANVAS:
    case TAG_DATALIST:
    case TAG_NOSCRIPT:
    case TAG_OBJECT:
    case TAG_OPTION:
    case TAG_SELECT:
    case TAG_SVG:
    case TAG_TEMPLATE:
    case TAG_VIDEO:
        return true;
    default:
        return false;
    }
}

static bool is_aside(html_tag tag)
{
    return tag == TAG_NAV || tag == TAG_ASIDE || tag == TAG_FOOTER || tag == TAG_DIALOG ||
           tag == TAG_LABEL || tag == TAG_LEGEND || tag == TAG_MARQUEE || tag == TAG_MENU;
}

static bool is_aside_role(wq_str role)
{
    static const char *const roles[] = { "navigation", "complementary", "contentinfo",
                                         "search",     "dialog",        "alertdialog",
                                         "menu",       "menubar",       "toolbar",
                                         "tablist" };
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        if (str_eq_nocase(role, str_of(roles[i])))
            return true;
    return false;
}

/* Elements that an open <p> does not survive. */
static bool closes_p(html_tag tag)
{
    switch (tag) {
    case TAG_BR:
    case TAG_CAPTION:
    case TAG_TBODY:
    case TAG_TD:
    case TAG_TFOOT:
    case TAG_TH:
    case TAG_THEAD:
    case TAG_TR:
        return false;
    default:
        return is_block(tag) && !is_skipped(tag);
    }
}

/* ---- text ------------------------------------------------------------------ */

static bool is_word_byte(unsigned char c)
{
    return (c | 0x20) >= 'a' ? (c | 0x20) <= 'z' || c >= 0x80 : c >= '0' && c <= '9';
}

/* Letters by their leading bytes: Arabic U+0600..06FF, its presentation forms, Latin.  Close enough
 * to weigh blocks by, and cheap.                                                                    */
static uint32_t count_letters(const char *p, size_t n)
{
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)p[i], low = c | 0x20;
        count += (c >= 0xd8 && c <= 0xdb) || c == 0xef || (low >= 'a' && low <= 'z');
    }
    return count;
}

static bool has_word(wq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_word_byte((unsigned char)s.p[i]) && (unsigned char)s.p[i] != 0xc2 &&
            (unsigned char)s.p[i] != 0xe2)
            return true; /* 0xc2, 0xe2: NBSP, bullets and the like lead no word */
        else if ((unsigned char)s.p[i] >= 0x80)
            while (i + 1 < s.n && ((unsigned char)s.p[i + 1] & 0xc0) == 0x80)
                i++;
    return false;
}

static void end_block(builder *b)
{
    wq_str text = str_trim((wq_str){ b->out + b->start, b->w - b->start });
    if (text.n && has_word(text)) {
        *vec_push(b->mem, &b->doc->blocks) = (html_block){
            .text = text, .node = b->node, .letters = b->letters, .linked = b->linked
        };
        b->doc->nodes.v[b->node].flags |= NODE_TEXT;
    }
    b->start = b->w;
    b->letters = b->linked = 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void add_lines(builder *b, wq_str text);

static void add_text(builder *b, wq_str text)
{
    if (b->skips)
        return;
    if (b->n_open[TAG_PRE] && memchr(text.p, '\n', text.n)) {
        add_lines(b, text);
        return;
    }
    if (b->w > b->start && text.n && is_digit(b->out[b->w - 1]) && is_digit(text.p[0]))
        b->out[b->w++] =
            ' '; /* day and clock in neighbouring elements; their tags leave room */
    size_t from = b->w;
    html_append(text, b->out, b->start, &b->w);
    uint32_t letters = count_letters(b->out + from, b->w - from);
    b->letters += letters;
    b->linked += b->links ? letters : 0;
}

static void add_lines(builder *b, wq_str text)
{
    for (wq_str line; str_next(&text, '\n', &line);) {
        add_text(b, line);
        if (text.p)
            end_block(b);
    }
}

/* ---- attributes ------------------------------------------------------------- */

static unsigned class_kinds(builder *b, wq_str s)
{
    if (s.n == 0)
        return 0;
    uint64_t key = hash_bytes(HASH_SEED, s.p, s.n) | 1;
    uint32_t slot = (uint32_t)(key >> 20) & (MEMO - 1);
    if (b->memo[slot].key != key) {
        b->memo[slot].key = key;
        b->memo[slot].kinds = pattern_class(b->lex, s);
    }
    return b->memo[slot].kinds;
}

static int mark_of(const html_token *t, const html_attrs *at)
{
    if (html_has_word(at->itemprop, STR("datePublished")))
        return MARK_DATE;
    if (t->tag == TAG_TIME && !html_has_word(at->itemprop, STR("dateModified")))
        return MARK_TIME;
    if (html_has_word(at->itemprop, STR("author")) || html_has_word(at->rel, STR("author")))
        return MARK_AUTHOR;
    return html_has_word(at->itemprop, STR("headline")) ? MARK_HEADLINE : NO_MARK;
}

/* ---- the stack --------------------------------------------------------------- */

/* The nearest container on the stack. */
static uint32_t current_node(const builder *b)
{
    for (uint32_t i = b->depth; i-- > 0;)
        if (b->stack[i].node != NO_NODE)
            return b->stack[i].node;
    return 0;
}

static void end_mark(builder *b, const open_element *e)
{
    wq_str text = { b->out + e->from, b->w >= e->from ? b->w - e->from : 0 };
    *vec_push(b->mem, &b->doc->marks) = (html_mark){ .kind = (html_mark_kind)e->mark,
                                                     .value = e->value,
                                                     .text = str_trim(text),
                                                     .block = b->doc->blocks.n,
                                                     .node = b->node };
}

static void pop(builder *b)
{
    const open_element *e = &b->stack[--b->depth];
    if (e->mark != NO_MARK)
        end_mark(b, e);
    b->n_open[e->tag]--;
    b->links -= (e->does & DOES_LINK) != 0;
    b->skips -= (e->does & DOES_SKIP) != 0;
    if (e->node == NO_NODE)
        return;
    end_block(b);
    b->doc->nodes.v[e->node].end = b->doc->blocks.n;
    b->node = current_node(b);
}

static void pop_to(builder *b, uint32_t depth)
{
    while (b->depth > depth)
        pop(b);
}

static bool same_element(const open_element *e, html_tag tag, wq_str name)
{
    if (e->tag != tag)
        return html_heading(e->tag) && html_heading(tag);
    return tag != TAG_OTHER || str_eq_nocase(e->name, name);
}

/* Nothing outside a table cell or a table is closed from inside one. */
static bool is_wall(html_tag open, html_tag closing)
{
    if (open == TAG_TABLE)
        return true;
    return (open == TAG_TD || open == TAG_TH || open == TAG_CAPTION) && closing != TAG_TR &&
           closing != TAG_TABLE && closing != TAG_TBODY;
}

/* Depth of the open element that `tag` closes, or MAX_DEPTH where there is none.  An inline element is
 * not looked for outside its container.                                                               */
static uint32_t find_open(const builder *b, html_tag tag, wq_str name)
{
    if (!html_heading(tag) && b->n_open[tag] == 0)
        return MAX_DEPTH;
    for (uint32_t i = b->depth; i-- > 0;) {
        const open_element *e = &b->stack[i];
        if (same_element(e, tag, name))
            return i;
        if (is_wall(e->tag, tag) || (!is_block(tag) && is_block(e->tag) && tag != TAG_A))
            return MAX_DEPTH;
    }
    return MAX_DEPTH;
}

/* A link around containers: it ends, they go on. */
static void end_link(builder *b)
{
    for (uint32_t i = b->depth; i-- > 0;) {
        open_element *e = &b->stack[i];
        if (e->tag != TAG_A)
            continue;
        b->links -= (e->does & DOES_LINK) != 0;
        e->does &= ~(unsigned)DOES_LINK;
        if (i + 1 == b->depth) {
            pop(b);
        } else { /* what is left of it does nothing */
            b->n_open[TAG_A]--;
            b->n_open[TAG_OTHER]++;
            e->tag = TAG_OTHER;
        }
        return;
    }
}

static void close_element(builder *b, html_tag tag, wq_str name)
{
    if (is_block(tag))
        end_block(b);
    if (tag == TAG_BODY || tag == TAG_HTML || is_void(tag))
        return;
    if (tag == TAG_A) {
        if (b->n_open[TAG_A])
            end_link(b);
        return;
    }
    if (b->ignored && is_block(tag)) {
        b->ignored--;
        return;
    }
    uint32_t at = find_open(b, tag, name);
    if (at < MAX_DEPTH)
        pop_to(b, at);
}

/* ---- opening ----------------------------------------------------------------- */

/* An open `tag` above the nearest of the walls is closed by its like. */
static void close_like(builder *b, html_tag tag, html_tag wall1, html_tag wall2)
{
    if (b->n_open[tag] == 0)
        return;
    for (uint32_t i = b->depth; i-- > 0;) {
        html_tag open = b->stack[i].tag;
        if (open == tag) {
            pop_to(b, i);
            return;
        }
        if (open == wall1 || open == wall2 || is_skipped(open))
            return;
    }
}

/* A link that began inside the paragraph goes on after it. */
static void close_p(builder *b)
{
    bool linked = false;
    uint32_t i = b->depth;
    while (i-- > 0 && b->stack[i].tag != TAG_P) {
        if (b->stack[i].tag == TAG_TD || b->stack[i].tag == TAG_TABLE ||
            is_skipped(b->stack[i].tag))
            return;
        linked |= (b->stack[i].does & DOES_LINK) != 0;
    }
    pop_to(b, i);
    if (linked) {
        b->stack[b->depth++] = (open_element){
            .tag = TAG_A, .does = DOES_LINK, .node = NO_NODE, .mark = NO_MARK
        };
        b->n_open[TAG_A]++;
        b->links++;
    }
}

static void close_implied(builder *b, html_tag tag)
{
    if (b->n_open[TAG_P] && closes_p(tag))
        close_p(b);
    switch (tag) {
    case TAG_LI:
        close_like(b, TAG_LI, TAG_UL, TAG_OL);
        break;
    case TAG_DD:
    case TAG_DT:
        close_like(b, TAG_DD, TAG_DL, TAG_DL);
        close_like(b, TAG_DT, TAG_DL, TAG_DL);
        break;
    case TAG_TD:
    case TAG_TH:
        close_like(b, TAG_TD, TAG_TR, TAG_TABLE);
        close_like(b, TAG_TH, TAG_TR, TAG_TABLE);
        break;
    case TAG_TR:
        close_like(b, TAG_TR, TAG_TABLE, TAG_TABLE);
        break;
    case TAG_OPTION:
        close_like(b, TAG_OPTION, TAG_SELECT, TAG_DATALIST);
        break;
    default:
        if (html_heading(tag) && b->depth && html_heading(b->stack[b->depth - 1].tag))
            pop(b);
        break;
    }
}

static unsigned node_flags(const builder *b, const html_token *t, const html_attrs *at)
{
    unsigned flags = b->doc->nodes.v[b->node].flags & NODE_HIDDEN;
    if (at->hidden)
        flags |= NODE_HIDDEN;
    if (is_aside(t->tag) || (at->role.n && is_aside_role(at->role)))
        flags |= NODE_ASIDE;
    if (html_has_word(at->itemprop, STR("articleBody")))
        flags |= NODE_BODY;
    if (t->tag == TAG_ARTICLE || t->tag == TAG_MAIN || str_eq_nocase(at->role, STR("main")))
        flags |= NODE_ARTICLE;
    return flags;
}

static uint32_t new_node(builder *b, const html_token *t, const html_attrs *at,
                         unsigned kinds)
{
    uint32_t index = b->doc->nodes.n;
    html_node node = { .parent = b->node,
                       .tag = t->tag,
                       .flags = node_flags(b, t, at),
                       .kinds = kinds,
                       .first = b->doc->blocks.n,
                       .end = UINT32_MAX };
    node.signature =
        (uint32_t)hash_bytes(HASH_SEED + (uint64_t)t->tag, at->class.p, at->class.n);
    b->doc->nodes.v[b->node].n_children++;
    *vec_push(b->mem, &b->doc->nodes) = node;
    return index;
}

/* Inline elements that name a part of the page stand apart from the text around them, but not inside a
 * paragraph, where they are words of it.                                                              */
static bool stands_apart(const builder *b, unsigned kinds)
{
    html_tag in = b->doc->nodes.v[b->node].tag;
    unsigned parts = PATTERN_CLASS_BAD | PATTERN_CLASS_RELATED | PATTERN_CLASS_DATE |
                     PATTERN_CLASS_BYLINE | PATTERN_CLASS_CAPTION;
    return (kinds & parts) && in != TAG_P && in != TAG_BLOCKQUOTE && !html_heading(in);
}

static unsigned element_kinds(builder *b, const html_token *t, const html_attrs *at)
{
    if (t->tag == TAG_BODY || t->tag == TAG_HTML)
        return 0; /* their classes speak of the whole page */
    unsigned kinds = class_kinds(b, at->class) | class_kinds(b, at->id);
    if (t->tag == TAG_OTHER && memchr(t->name.p, '-', t->name.n))
        kinds |= class_kinds(b, t->name); /* amp-sidebar, amp-social-share */
    return kinds;
}

static void push_element(builder *b, const html_token *t, const html_attrs *at)
{
    unsigned kinds = element_kinds(b, t, at);
    bool apart = !is_block(t->tag) && t->tag != TAG_A && t->tag != TAG_TIME &&
                 stands_apart(b, kinds);
    bool container = is_block(t->tag) || apart;
    if (b->depth >= MAX_DEPTH - 1 || (!container && b->depth >= MAX_INLINE)) {
        b->ignored += is_block(t->tag);
        return;
    }
    if (apart)
        end_block(b);
    open_element *e = &b->stack[b->depth];
    *e = (open_element){ .tag = t->tag, .node = NO_NODE, .mark = NO_MARK, .name = t->name };
    if (container)
        e->node = b->node = new_node(b, t, at, kinds);
    if (t->tag == TAG_A && at->href.n)
        e->does |= DOES_LINK;
    if (is_skipped(t->tag) || (at->hidden && !container))
        e->does |= DOES_SKIP;
    e->mark = mark_of(t, at);
    e->from = b->w;
    e->value = t->tag == TAG_TIME && at->datetime.p ? at->datetime : at->content;
    b->depth++;
    b->n_open[t->tag]++;
    b->links += (e->does & DOES_LINK) != 0;
    b->skips += (e->does & DOES_SKIP) != 0;
}

static void take_meta(builder *b, const html_token *t, const html_attrs *at)
{
    wq_str name = at->property.n   ? at->property
                  : at->name.n     ? at->name
                  : at->itemprop.n ? at->itemprop
                                   : at->equiv;
    if (t->tag == TAG_LINK && html_has_word(at->rel, STR("canonical")))
        b->doc->canonical = at->href;
    if (t->tag == TAG_META && name.n && at->content.n)
        *vec_push(b->mem, &b->doc->metas) = (html_meta){ name, at->content };
}

static void open_tag(builder *b, const html_token *t)
{
    html_attrs at = html_attrs_of(t);
    if (t->tag == TAG_SCRIPT)
        b->json_ld = str_find_nocase(at.type, STR("ld+json")) >= 0;
    if (is_block(t->tag))
        end_block(b);
    close_implied(b, t->tag);
    if (t->tag == TAG_META || t->tag == TAG_LINK)
        take_meta(b, t, &at);
    if (t->tag == TAG_A && b->n_open[TAG_A])
        end_link(b);
    if (t->tag == TAG_HEAD || is_void(t->tag))
        return;
    if (t->self_closed && !is_block(t->tag) && t->tag != TAG_A)
        return;
    push_element(b, t, &at);
}

/* Content of script, style, title and the like. */
static void raw_text(builder *b, const html_token *t)
{
    if (t->tag == TAG_TITLE && !b->doc->title.p && !b->n_open[TAG_SVG])
        b->doc->title = html_decode(b->mem, t->text);
    if (t->tag == TAG_SCRIPT && b->json_ld)
        *vec_push(b->mem, &b->doc->json_ld) = t->text;
}

html_doc *html_read(const lexicon *lex, arena *a, wq_str page)
{
    builder *b = ARENA_NEW(a, builder);
    *b = (builder){ .lex = lex, .mem = a, .doc = ARENA_NEW(a, html_doc) };
    b->out = arena_alloc(a, page.n + 1); /* decoding never lengthens */
    *vec_push(a, &b->doc->nodes) = (html_node){ .tag = TAG_HTML };
    html_reader reader;
    html_token token;
    html_open(&reader, page);
    while (html_next(&reader, &token)) {
        if (token.kind == HTML_OPEN)
            open_tag(b, &token);
        else if (token.kind == HTML_CLOSE)
            close_element(b, token.tag, token.name);
        else if (token.tag != TAG_OTHER)
            raw_text(b, &token);
        else
            add_text(b, token.text);
    }
    end_block(b);
    pop_to(b, 0);
    b->doc->nodes.v[0].end = b->doc->blocks.n;
    return b->doc;
}
