/* Above the first paragraph: section, title, stamp, byline, captions. */
#include "page/plain_reader.h"
#include "page/textmeta.h"

enum {
    HEAD_LINES = 400, /* the title and its surroundings are looked for in so many */
    TITLE_MAX = 30,
    LABEL_WORDS = 3, /* a label that is not known as a whole */
    ABOVE_LINES = 3, /* more lines above a title's repetition are verses */
    MENU_LINES = 6,  /* more short lines beside the title are a menu */
    TWIN_LINES = 4   /* how far apart a caption and its repetition stand */
};

static uint32_t head_end(const plain_reader *r)
{
    return r->body < HEAD_LINES ? r->body : HEAD_LINES < r->line.n ? HEAD_LINES : r->line.n;
}

/* Short texts between two repetitions of the title: a menu stands there, or just a subtitle and a picture. */
static bool is_menu_between(const plain_reader *r, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t i = from + 1; i < to; i++)
        n += r->line.v[i].role == ROLE_TEXT && !plain_is_furniture(&r->line.v[i]);
    return n > MENU_LINES;
}

static void take_title(plain_reader *r, uint32_t i)
{
    plain_line *l = &r->line.v[i];
    l->role = ROLE_TITLE;
    if (r->picked && l->trim.n < r->article->title.n) /* without the site's name */
        r->article->title = l->trim;
    if (r->title == NO_LINE || is_menu_between(r, r->title, i))
        r->title = i;
    r->body = i + 1;
}

/* A known title's repetitions, if neither a paragraph nor verses stand above them. */
static void find_title(plain_reader *r)
{
    uint32_t above = 0;
    uint32_t most = plain_next_paragraph(r, 0) < r->line.n ? ABOVE_LINES : 0;
    for (uint32_t i = 0; r->article->title.p && i < r->line.n && i < HEAD_LINES; i++) {
        plain_line *l = &r->line.v[i];
        if (l->role == ROLE_BLANK)
            continue;
        if ((r->copied || above <= most) && textmeta_same(r->article->title, l->trim))
            take_title(r, i);
        if (plain_is_paragraph(l) || (above > most && !r->copied))
            return;
        r->copied = r->copied || plain_is_furniture(l);
        above += l->role == ROLE_TEXT;
    }
}

/* What icons and file names of pictures leave: the caption is the next line, or the rest of this one. */
static bool is_picture(const plain_line *l)
{
    return l->kinds & PATTERN_WIDGET && l->kinds & PATTERN_CREDIT;
}

static bool is_label(const plain_line *l)
{
    return l->kinds & PATTERN_LABEL && !l->sentence &&
           (l->words <= LABEL_WORDS || l->kinds & PATTERN_INLINE);
}

/* The outlet's own name, alone in a line. */
static bool read_medium(plain_reader *r, plain_line *l)
{
    wq_str name = textmeta_medium(r->lex, l->trim);
    if (!name.p)
        return false;
    l->role = ROLE_OUT;
    if (!r->article->outlet.p)
        r->article->outlet = name;
    return true;
}

static void class_head_line(plain_reader *r, uint32_t i, const plain_line *before)
{
    plain_line *l = &r->line.v[i];
    if (plain_read_date(r, l))
        return;
    if (read_medium(r, l))
        return;
    bool agency = l->kinds & PATTERN_AGENCY && l->kinds & PATTERN_INLINE;
    if (plain_is_furniture(l) || is_label(l) || agency || plain_is_source(l) ||
        l->address || l->words == 0)
        l->role = ROLE_OUT;
    else if (l->kinds & PATTERN_CREDIT || l->credited ||
             (before && is_picture(before) && !l->sentence))
        l->role = ROLE_CAPTION;
    else
        plain_read_byline(r, l);
}

/* The same words twice with nothing but a blank or an icon between: a picture's text and its caption. */
static void find_twins(plain_reader *r, uint32_t i, uint32_t end)
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
    bool bullet = str_starts(l->trim, STR("\u2022")) || str_starts(l->trim, STR("*"));
    return l->role == ROLE_TEXT && !bullet && l->words >= least && l->words <= TITLE_MAX &&
           !plain_has_full_stop(l);
}

static uint32_t find_headline(const plain_reader *r, uint32_t least)
{
    for (uint32_t i = 0; i < head_end(r); i++)
        if (is_headline(&r->line.v[i], least))
            return i;
    return NO_LINE;
}

static void pick_title(plain_reader *r)
{
    uint32_t i = find_headline(r, TITLE_WORDS);
    if (i == NO_LINE)
        i = find_headline(r, TITLE_WORDS / 2);
    if (i == NO_LINE || i + 1 == r->line.n)
        return;
    r->article->title = r->line.v[i].trim;
    r->picked = true;
    take_title(r, i);
    find_title(r); /* a page's title stands again above the body */
    r->body = plain_next_paragraph(r, r->body);
}

/* Labels and, off a page, tickers; else a headline above the title is its kicker and stays. */
static void class_above_title(plain_reader *r)
{
    for (uint32_t i = 0; r->title != NO_LINE && i < r->title; i++) {
        plain_line *l = &r->line.v[i];
        if (l->role == ROLE_TEXT && (r->copied || l->words <= LABEL_WORDS))
            l->role = ROLE_OUT;
    }
}

static void class_head_lines(plain_reader *r)
{
    const plain_line *before = NULL;
    for (uint32_t i = 0; i < head_end(r); i++) {
        plain_line *l = &r->line.v[i];
        if (l->role == ROLE_TEXT)
            class_head_line(r, i, before);
        if (l->role != ROLE_BLANK)
            before = l;
    }
}

void plain_class_head(plain_reader *r)
{
    r->title = NO_LINE;
    find_title(r);
    r->body = plain_next_paragraph(r, r->body);
    class_head_lines(r);
    if (!r->article->title.p) {
        pick_title(r);
        class_head_lines(r);
    }
    class_above_title(r);
    for (uint32_t i = 0; r->body < r->line.n && i < head_end(r); i++)
        if (r->line.v[i].role == ROLE_TEXT && r->line.v[i].words >= TITLE_WORDS)
            find_twins(r, i, head_end(r));
}

void plain_drop_menu(plain_reader *r)
{
    if (r->title == NO_LINE || !is_menu_between(r, r->title, r->body))
        return;
    for (uint32_t i = r->title + 1; i < r->body; i++)
        if (r->line.v[i].role == ROLE_TEXT && r->line.v[i].words < TITLE_WORDS)
            r->line.v[i].role = ROLE_OUT;
}
