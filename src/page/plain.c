/* Reading the article out of copied text.
 *
 * Lines are classed one by one, then the first paragraph is looked for: above it stand section, title,
 * stamp, byline and captions; below it only what the vocabulary calls furniture goes, with the lists
 * that it heads.  What no evidence speaks against stays.                                           */
#include "page/plain.h"

#include "page/line.h"
#include "page/pattern.h"
#include "page/textmeta.h"

#define NO_LINE UINT32_MAX

enum {
    HEAD_LINES = 60,      /* the title and its surroundings are looked for in so many */
    PARAGRAPH_WORDS = 20, /* with so many words a line is a paragraph, */
    SENTENCE_WORDS = 9,   /* with a full stop already so many */
    TITLE_WORDS = 4,
    TITLE_MAX = 30,
    LABEL_WORDS = 3,   /* a line above the title that is not even a headline */
    HEADING_WORDS = 4, /* "read also", alone */
    CRUMB_WORDS = 12,
    CAPTION_WORDS = 30,
    SOURCE_WORDS = 8,
    TWIN_LINES = 4, /* how far apart a caption and its repetition stand */
    TAIL_LINES = 3,
    MAX_HITS = 8
};

typedef enum role {
    ROLE_TEXT,
    ROLE_BLANK,
    ROLE_OUT,
    ROLE_TITLE,
    ROLE_DATE,
    ROLE_BYLINE,
    ROLE_CAPTION
} role;

typedef struct plain_line {
    wq_str raw, trim; /* without line feed; without white space */
    unsigned kinds;   /* PATTERN_... */
    uint32_t words;   /* at most LINE_MAX_WORDS are counted */
    bool sentence;    /* ends with a full stop or the like */
    bool credited;    /* ends with the credit of an agency */
    role role;
} plain_line;

typedef struct reader {
    const lexicon *lex;
    arena *a;
    page_article *article;
    line_words words; /* scratch */
    VEC(plain_line) line;
    uint32_t title, body; /* lines; body: the first paragraph, or the number of lines */
    calendar_stamp date;
    bool has_date, only_updated;
} reader;

/* ---- lines -------------------------------------------------------------------------- */

static bool is_address(wq_str s)
{
    if (memchr(s.p, ' ', s.n))
        return false;
    return memchr(s.p, '@', s.n) || str_starts(s, STR("http://")) ||
           str_starts(s, STR("https://")) || str_starts(s, STR("www."));
}

static bool is_hashtags(wq_str s)
{
    uint32_t n = 0;
    for (wq_str piece; str_next(&s, ' ', &piece);) {
        if (piece.n && piece.p[0] != '#')
            return false;
        n += piece.n > 1;
    }
    return n > 1;
}

/* "Home > News > Syria" */
static bool is_breadcrumb(const lexicon *lex, const line_words *l)
{
    uint32_t first = 0;
    while (first < l->n && first < 2 && !l->w[first].mark)
        first++;
    return l->n <= CRUMB_WORDS && first + 1 < l->n && l->w[first].mark &&
           l->w[first].mark != ':' &&
           pattern_phrase(lex, line_key(l, 0, first + 1), "whole", NULL) & PATTERN_MENU;
}

/* "... (رويترز)", "... - رويترز" */
static bool is_credited(const lexicon *lex, const line_words *l)
{
    uint32_t from = l->n;
    while (from > 1 && l->n - from < 5 && !l->w[from - 2].mark)
        from--;
    if (l->cut || from < 2 || l->n > CAPTION_WORDS)
        return false;
    wq_str key = line_key(l, from - 1, l->n);
    return l->w[from - 2].mark != ':' &&
           (pattern_phrase(lex, key, "whole", NULL) & PATTERN_AGENCY) != 0;
}

static void class_line(reader *r, plain_line *line)
{
    line_words *l = &r->words;
    line->trim = line_trim(line->raw);
    if (line->trim.n == 0) {
        line->role = ROLE_BLANK;
        return;
    }
    line_read(line->trim, l);
    line->words = l->n;
    line->sentence = line_is_sentence(line->trim);
    line->kinds = pattern_hits(r->lex, l, NULL, 0, NULL);
    if (is_address(line->trim))
        line->kinds |= PATTERN_SHARE;
    if (is_hashtags(line->trim))
        line->kinds |= PATTERN_TAGS;
    if (is_breadcrumb(r->lex, l))
        line->kinds |= PATTERN_MENU;
    line->credited = !line->sentence && is_credited(r->lex, l);
}

static void split_lines(reader *r, wq_str text)
{
    for (wq_str raw; str_next(&text, '\n', &raw);) {
        plain_line *line = vec_push(r->a, &r->line);
        *line = (plain_line){ .raw = raw };
        class_line(r, line);
    }
}

static bool is_furniture(const plain_line *l)
{
    return (l->kinds & PATTERN_FURNITURE) != 0;
}

/* Ends with one full stop; a headline may end with three, or ask. */
static bool has_full_stop(const plain_line *l)
{
    return l->sentence && !str_ends(l->trim, STR("..")) &&
           !str_ends(l->trim, STR("\u061f")) && !str_ends(l->trim, STR("!"));
}

static bool is_paragraph(const plain_line *l)
{
    if (l->role == ROLE_BLANK || is_furniture(l) || l->credited ||
        (l->kinds & PATTERN_CREDIT && !l->sentence))
        return false;
    return l->words >= PARAGRAPH_WORDS || (l->words >= SENTENCE_WORDS && has_full_stop(l));
}

static uint32_t next_paragraph(const reader *r, uint32_t from)
{
    while (from < r->line.n && !is_paragraph(&r->line.v[from]))
        from++;
    return from;
}

static uint32_t head_end(const reader *r)
{
    return r->body < HEAD_LINES ? r->body : HEAD_LINES < r->line.n ? HEAD_LINES : r->line.n;
}

/* ---- above the first paragraph ------------------------------------------------------- */

/* A known title's repetition, if no paragraph stands above it. */
static void find_title(reader *r)
{
    r->title = NO_LINE;
    for (uint32_t i = 0; r->article->title.p && i < r->line.n && i < HEAD_LINES; i++) {
        plain_line *l = &r->line.v[i];
        if (l->role != ROLE_BLANK && textmeta_same(r->article->title, l->trim)) {
            l->role = ROLE_TITLE;
            r->title = i;
            return;
        }
        if (is_paragraph(l))
            return;
    }
}

static void take_date(reader *r, const plain_line *l, const calendar_stamp *date)
{
    bool updated = l->kinds & PATTERN_UPDATED && !(l->kinds & PATTERN_DATELINE);
    if (r->has_date && (updated || !r->only_updated))
        return;
    r->date = *date;
    r->has_date = true;
    r->only_updated = updated;
}

static bool read_date(reader *r, plain_line *l)
{
    calendar_stamp date;
    if (!textmeta_date(r->lex, r->a, l->trim, &date))
        return false;
    l->role = ROLE_DATE;
    take_date(r, l, &date);
    return true;
}

static bool read_byline(reader *r, plain_line *l)
{
    wq_str name = textmeta_byline(r->lex, l->trim);
    if (!name.p)
        return false;
    l->role = ROLE_BYLINE;
    if (!r->article->byline.p)
        r->article->byline = name;
    return true;
}

/* What icons and file names of pictures leave: the caption is the next line, or the rest of this one. */
static bool is_picture(const plain_line *l)
{
    return l->kinds & PATTERN_WIDGET && l->kinds & PATTERN_CREDIT;
}

static bool is_label(const plain_line *l)
{
    return l->kinds & PATTERN_LABEL && l->words <= LABEL_WORDS && !l->sentence;
}

static bool is_source_line(const plain_line *l)
{
    return l->kinds & PATTERN_BYLINE && l->kinds & PATTERN_OUTLET &&
           l->words <= SOURCE_WORDS;
}

static void class_head_line(reader *r, uint32_t i, const plain_line *before)
{
    plain_line *l = &r->line.v[i];
    if (read_date(r, l))
        return;
    if (is_furniture(l) || is_label(l) || is_source_line(l) || l->words == 0)
        l->role = ROLE_OUT;
    else if (l->kinds & PATTERN_CREDIT || l->credited ||
             (before && is_picture(before) && !l->sentence))
        l->role = ROLE_CAPTION;
    else
        read_byline(r, l);
}

/* The same words twice with nothing but a blank or an icon between: a picture's text and its caption. */
static void find_twins(reader *r, uint32_t i, uint32_t end)
{
    wq_str own = r->line.v[i].trim;
    for (uint32_t k = i + 1, n = 0; k < end && n < TWIN_LINES; k++) {
        plain_line *l = &r->line.v[k];
        if (l->role == ROLE_BLANK)
            continue;
        n++;
        bool twin = is_picture(l) ? str_ends(l->trim, own) : textmeta_same(own, l->trim);
        if (twin && l->role != ROLE_TITLE) {
            r->line.v[i].role = ROLE_CAPTION;
            l->role = l->role == ROLE_OUT ? ROLE_OUT : ROLE_CAPTION;
        }
    }
}

static bool is_headline(const plain_line *l, uint32_t least)
{
    return l->role == ROLE_TEXT && l->words >= least && l->words <= TITLE_MAX &&
           !has_full_stop(l);
}

static void pick_title(reader *r)
{
    for (uint32_t least = TITLE_WORDS; least >= 2; least -= 2)
        for (uint32_t i = 0; i < head_end(r) && r->title == NO_LINE; i++)
            if (is_headline(&r->line.v[i], least))
                r->title = i;
    if (r->title == NO_LINE || r->title + 1 == r->line.n)
        return;
    r->line.v[r->title].role = ROLE_TITLE;
    r->article->title = r->line.v[r->title].trim;
}

static void class_above_title(reader *r)
{
    for (uint32_t i = 0; r->title != NO_LINE && i < r->title; i++)
        if (r->line.v[i].role == ROLE_TEXT)
            r->line.v[i].role = ROLE_OUT;
}

static void class_head(reader *r)
{
    const plain_line *before = NULL;
    find_title(r);
    r->body = next_paragraph(r, r->title == NO_LINE ? 0 : r->title + 1);
    for (uint32_t i = 0; i < head_end(r); i++) {
        plain_line *l = &r->line.v[i];
        if (l->role == ROLE_TEXT)
            class_head_line(r, i, before);
        if (l->role != ROLE_BLANK)
            before = l;
    }
    if (!r->article->title.p)
        pick_title(r);
    class_above_title(r);
    for (uint32_t i = 0; i < head_end(r); i++)
        if (r->line.v[i].role == ROLE_TEXT)
            find_twins(r, i, head_end(r));
}

/* ---- from the first paragraph on ------------------------------------------------------ */

static void class_body_line(reader *r, uint32_t i)
{
    plain_line *l = &r->line.v[i];
    bool stamped = l->kinds & (PATTERN_DATELINE | PATTERN_UPDATED);
    if (stamped && read_date(r, l))
        return;
    if (is_furniture(l))
        l->role = ROLE_OUT;
    else if (l->kinds & PATTERN_CREDIT && !l->sentence && l->words <= CAPTION_WORDS)
        l->role = ROLE_CAPTION;
    else if (r->article->title.p && l->words >= TITLE_WORDS && !l->sentence &&
             textmeta_same(r->article->title, l->trim))
        l->role = ROLE_TITLE;
}

static void drop(reader *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (r->line.v[i].role == ROLE_TEXT)
            r->line.v[i].role = ROLE_OUT;
}

static uint32_t paragraph_words(const reader *r, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++)
        n += is_paragraph(&r->line.v[i]) ? r->line.v[i].words : 0;
    return n;
}

/* Nothing of the article follows a comment form; readers' comments may. */
static bool ends_article(const reader *r, uint32_t i)
{
    const unsigned hard =
        PATTERN_COMMENT | PATTERN_COPYRIGHT | PATTERN_THANKS | PATTERN_MENU;
    const plain_line *l = &r->line.v[i];
    if (!(l->kinds & PATTERN_END) || l->role != ROLE_OUT || !(l->kinds & hard))
        return false;
    return paragraph_words(r, i + 1, r->line.n) <= 2 * paragraph_words(r, r->body, i);
}

/* The list under a heading: up to the next paragraph, or, under "read also", one line. */
static uint32_t list_end(const reader *r, uint32_t i)
{
    const plain_line *l = &r->line.v[i];
    uint32_t paragraph = next_paragraph(r, i + 1);
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

static void drop_lists(reader *r)
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

/* The last lines may credit a reporter or an agency. */
static void class_tail(reader *r)
{
    for (uint32_t i = r->line.n, n = 0; i > r->body + 1 && n < TAIL_LINES; i--) {
        plain_line *l = &r->line.v[i - 1];
        if (l->role != ROLE_TEXT)
            continue;
        n++;
        bool agency = l->kinds & PATTERN_AGENCY && l->kinds & PATTERN_INLINE;
        if (agency || is_source_line(l))
            l->role = ROLE_OUT;
        else if (!(l->kinds & PATTERN_BYLINE) || is_paragraph(l) || !read_byline(r, l))
            return;
    }
}

static void class_body(reader *r)
{
    for (uint32_t i = r->body; i < r->line.n; i++)
        if (r->line.v[i].role == ROLE_TEXT)
            class_body_line(r, i);
    drop_lists(r);
    class_tail(r);
}

/* ---- what the page says of itself ------------------------------------------------------- */

static void read_leads(reader *r)
{
    for (uint32_t i = r->body, n = 0; i < r->line.n && n < 2; i++) {
        const plain_line *l = &r->line.v[i];
        if (l->role != ROLE_TEXT || !is_paragraph(l))
            continue;
        n++;
        if (!r->article->byline.p)
            r->article->byline = textmeta_lead_name(r->lex, l->trim);
        if (!r->article->outlet.p)
            r->article->outlet = textmeta_dateline(r->lex, l->trim);
    }
}

/* Disclaimers and appeals first, then the line that names a source. */
static void read_outlet(reader *r)
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

static void read_meta(reader *r)
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

static wq_str join_text(reader *r, wq_str text)
{
    char *out = ARENA_ARRAY(r->a, char, text.n + 1);
    size_t n = 0, kept = 0; /* kept: up to the last line that is not blank */
    bool gap = true;        /* lines went since the last one kept: no second blank line */
    for (uint32_t i = 0; i < r->line.n; i++) {
        const plain_line *l = &r->line.v[i];
        bool blank = l->role == ROLE_BLANK;
        if (!stays(l) || (blank && gap && (n == 0 || n > kept + 1))) {
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
    reader r = { .lex = lex, .a = a, .article = inout };
    split_lines(&r, text);
    class_head(&r);
    class_body(&r);
    read_meta(&r);
    bool whole = true;
    for (uint32_t i = 0; i < r.line.n; i++)
        whole = whole && stays(&r.line.v[i]);
    inout->text = whole ? text : join_text(&r, text);
}
