/* Reading the article out of copied text.
 *
 * Lines are classed one by one, then the first paragraph is looked for: above it stand section, title,
 * stamp, byline and captions; below it only what the vocabulary calls furniture goes, with the lists
 * that it heads.  What no evidence speaks against stays.                                           */
#include "page/plain.h"

#include "page/plain_reader.h"
#include "page/textmeta.h"

enum {
    SUBHEAD_WORDS = 2,
    HEADING_WORDS = 4, /* "read also", alone */
    CAPTION_WORDS = 30,
    TAIL_LINES = 3,
    COPIED_LINES = 6, /* so much furniture shows that a whole page was copied; there */
    LIST_LINES = 8    /* so many lines without a paragraph are a list of links */
};

/* ---- from the first paragraph on ------------------------------------------------------ */

/* Between paragraphs one or two words, or some behind a bullet, are a subhead or an item of a list. */
static bool is_subhead(const plain_line *l)
{
    const unsigned plain = PATTERN_MENU | PATTERN_COMMENT | PATTERN_THANKS | PATTERN_TAGS;
    bool bullet = str_starts(l->trim, STR("*")) || str_starts(l->trim, STR("\u2022"));
    if (!(l->kinds & PATTERN_INLINE) || (l->kinds & PATTERN_END && !bullet))
        return false;
    return bullet ||
           (l->words <= SUBHEAD_WORDS && !(l->kinds & PATTERN_FURNITURE & ~plain));
}

static void class_body_line(plain_reader *r, uint32_t i, bool last)
{
    plain_line *l = &r->line.v[i];
    bool stamped = l->kinds & (PATTERN_DATELINE | PATTERN_UPDATED);
    if (stamped && last && plain_read_date(r, l))
        return;
    if (plain_is_furniture(l) && (last || !is_subhead(l)))
        l->role = ROLE_OUT;
    else if (l->kinds & PATTERN_CREDIT && !l->sentence && l->words <= CAPTION_WORDS)
        l->role = ROLE_CAPTION;
}

static void drop(plain_reader *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (r->line.v[i].role == ROLE_TEXT)
            r->line.v[i].role = ROLE_OUT;
}

static uint32_t paragraph_words(const plain_reader *r, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++)
        n += plain_is_paragraph(&r->line.v[i]) ? r->line.v[i].words : 0;
    return n;
}

/* Nothing of the article follows a comment form; readers' comments may. */
static bool ends_article(const plain_reader *r, uint32_t i)
{
    const unsigned hard =
        PATTERN_COMMENT | PATTERN_COPYRIGHT | PATTERN_THANKS | PATTERN_MENU;
    const plain_line *l = &r->line.v[i];
    if (!(l->kinds & PATTERN_END) || l->role != ROLE_OUT || !(l->kinds & hard))
        return false;
    return paragraph_words(r, i + 1, r->line.n) <= 2 * paragraph_words(r, r->body, i);
}

/* The list under a heading: up to the next paragraph, or, under "read also", one line. */
static uint32_t list_end(plain_reader *r, uint32_t i)
{
    const plain_line *l = &r->line.v[i];
    uint32_t paragraph = plain_next_paragraph(r, i + 1);
    bool heads =
        l->kinds & PATTERN_END || (l->kinds & PATTERN_RELATED && l->words <= HEADING_WORDS);
    if (l->role != ROLE_OUT || !heads)
        return i + 1;
    if (l->kinds & PATTERN_END || paragraph == r->line.n)
        return paragraph;
    uint32_t next = i + 1;
    while (next < paragraph && r->line.v[next].role == ROLE_BLANK)
        next++;
    bool is_link = next < paragraph && !r->line.v[next].sentence &&
                   r->line.v[next].words >= TITLE_WORDS;
    return is_link ? next + 1 : i + 1;
}

static void drop_lists(plain_reader *r)
{
    bool checked =
        false; /* counting the words is for the first such line only, else it adds up */
    for (uint32_t i = r->body + 1; i < r->line.n;) {
        const plain_line *l = &r->line.v[i];
        bool may_end = l->kinds & PATTERN_END && l->role == ROLE_OUT;
        if (may_end && !checked && ends_article(r, i)) {
            drop(r, i + 1, r->line.n);
            return;
        }
        checked = checked || (may_end && !(l->kinds & (PATTERN_RELATED | PATTERN_TAGS)));
        uint32_t end = list_end(r, i);
        drop(r, i + 1, end);
        i = end;
    }
}

static bool is_whole_page(const plain_reader *r)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->line.n && n < COPIED_LINES; i++)
        n += r->line.v[i].role == ROLE_OUT;
    return n == COPIED_LINES;
}

/* Lists of links that no heading shows: a long run of short lines in the copy of a whole page. */
static void drop_runs(plain_reader *r)
{
    for (uint32_t i = r->body + 1, end; i < r->line.n; i = end + 1) {
        uint32_t lines = 0;
        end = plain_next_paragraph(r, i);
        for (uint32_t k = i; k < end; k++)
            lines += r->line.v[k].role != ROLE_BLANK;
        if (lines >= LIST_LINES)
            drop(r, i, end);
    }
}

/* The last lines may credit a reporter or an agency. */
static void class_tail(plain_reader *r)
{
    for (uint32_t i = r->line.n, n = 0; i > r->body + 1 && n < TAIL_LINES; i--) {
        plain_line *l = &r->line.v[i - 1];
        if (l->role != ROLE_TEXT)
            continue;
        n++;
        bool agency = l->kinds & PATTERN_AGENCY && l->kinds & PATTERN_INLINE;
        if (agency || plain_is_source(l) || l->address)
            l->role = ROLE_OUT;
        else if (!(l->kinds & PATTERN_BYLINE) || plain_is_paragraph(l) ||
                 !plain_read_byline(r, l))
            return;
    }
}

static void class_body(plain_reader *r)
{
    uint32_t paragraph = r->body; /* the next one */
    for (uint32_t i = r->body; i < r->line.n; i++) {
        if (i >= paragraph && paragraph < r->line.n)
            paragraph = plain_next_paragraph(r, i + 1);
        if (r->line.v[i].role == ROLE_TEXT)
            class_body_line(r, i, paragraph == r->line.n);
    }
    drop_lists(r);
    if (is_whole_page(r)) {
        drop_runs(r);
        plain_drop_menu(r);
    }
    class_tail(r);
}

/* A picture with its text is all there is. */
static void keep_captions(plain_reader *r)
{
    for (uint32_t i = 0; i < r->line.n; i++)
        if (r->line.v[i].role == ROLE_TEXT)
            return;
    for (uint32_t i = 0; i < r->line.n; i++)
        if (r->line.v[i].role == ROLE_CAPTION)
            r->line.v[i].role = ROLE_TEXT;
}

/* ---- what the page says of itself ------------------------------------------------------- */

static void read_leads(plain_reader *r)
{
    for (uint32_t i = r->body, n = 0; i < r->line.n && n < 2; i++) {
        const plain_line *l = &r->line.v[i];
        if (l->role != ROLE_TEXT || !plain_is_paragraph(l))
            continue;
        n++;
        if (!r->article->byline.p)
            r->article->byline = textmeta_lead_name(r->lex, l->trim);
        if (!r->article->outlet.p)
            r->article->outlet = textmeta_dateline(r->lex, l->trim);
    }
}

/* Disclaimers and appeals first, then the line that names a source. */
static void read_outlet(plain_reader *r)
{
    for (int source = 0; source < 2; source++)
        for (uint32_t i = 0; i < r->line.n && !r->article->outlet.p; i++) {
            const plain_line *l = &r->line.v[i];
            bool of_source = l->kinds & PATTERN_BYLINE;
            if (l->role == ROLE_OUT && l->kinds & PATTERN_OUTLET &&
                of_source == (source == 1))
                r->article->outlet = textmeta_outlet(r->lex, l->trim);
        }
}

static void read_meta(plain_reader *r)
{
    if (r->has_date && !r->article->published.p) {
        r->article->published = calendar_print(r->a, &r->date);
        r->article->published_from = STR("text");
    }
    read_outlet(r);
    read_leads(r);
}

/* ---- output ----------------------------------------------------------------------------- */

static bool stays(const plain_line *l)
{
    return l->role == ROLE_TEXT || l->role == ROLE_BLANK;
}

static wq_str join_text(plain_reader *r, wq_str text)
{
    char *out = ARENA_ARRAY(r->a, char, text.n + 1);
    size_t n = 0, kept = 0; /* kept: up to the last line that is not blank */
    bool gap = true;        /* lines went since the last one kept: no second blank line */
    for (uint32_t i = 0; i < r->line.n; i++) {
        const plain_line *l = &r->line.v[i];
        bool blank = l->role == ROLE_BLANK;
        if (!stays(l) || (blank && gap && (n == 0 || n > kept))) {
            gap = true;
            continue;
        }
        if (n)
            out[n++] = '\n';
        memcpy(out + n, l->raw.p, l->raw.n);
        n += l->raw.n;
        if (!blank) {
            kept = n;
            gap = false;
        }
    }
    return (wq_str){ out, kept };
}

void plain_article(const lexicon *lex, arena *a, wq_str text, page_article *inout)
{
    plain_reader *r = ARENA_NEW(a, plain_reader);
    r->lex = lex;
    r->a = a;
    r->article = inout;
    r->seen_from = 1;
    plain_split(r, text);
    plain_class_head(r);
    class_body(r);
    keep_captions(r);
    read_meta(r);
    bool whole = true;
    for (uint32_t i = 0; i < r->line.n; i++)
        whole = whole && stays(&r->line.v[i]);
    inout->text = whole ? text : join_text(r, text);
}
