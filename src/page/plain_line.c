/* Lines of copied text one by one: what the vocabulary and their shape say of each. */
#include "page/plain_reader.h"
#include "page/textmeta.h"

enum {
    PARAGRAPH_WORDS = 20, /* with so many words a line is a paragraph, */
    SENTENCE_WORDS = 9,   /* with a full stop already so many */
    CRUMB_WORDS = 12,
    CREDIT_WORDS = 30, /* a longer line is no caption */
    AGENCY_WORDS = 5,
    SOURCE_WORDS = 8
};

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
    while (from > 1 && l->n - from < AGENCY_WORDS && !l->w[from - 2].mark)
        from--;
    if (l->cut || from < 2 || l->n > CREDIT_WORDS)
        return false;
    wq_str key = line_key(l, from - 1, l->n);
    return l->w[from - 2].mark != ':' &&
           (pattern_phrase(lex, key, "whole", NULL) & PATTERN_AGENCY) != 0;
}

static void class_line(plain_reader *r, plain_line *line)
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
    line->address = is_address(line->trim);
    if (is_hashtags(line->trim))
        line->kinds |= PATTERN_TAGS;
    if (is_breadcrumb(r->lex, l))
        line->kinds |= PATTERN_MENU;
    line->credited = !line->sentence && is_credited(r->lex, l);
}

/* Blank lines that follow each other count as one. */
void plain_split(plain_reader *r, wq_str text)
{
    for (wq_str raw; str_next(&text, '\n', &raw);) {
        plain_line line = { .raw = raw },
                   *last = r->line.n ? &r->line.v[r->line.n - 1] : NULL;
        class_line(r, &line);
        if (line.role == ROLE_BLANK && last && last->role == ROLE_BLANK)
            last->raw.n += 1 + raw.n;
        else
            *vec_push(r->a, &r->line) = line;
    }
}

bool plain_is_furniture(const plain_line *l)
{
    return (l->kinds & PATTERN_FURNITURE) != 0;
}

/* Ends with one full stop; a headline may end with three, or ask. */
bool plain_has_full_stop(const plain_line *l)
{
    return l->sentence && !str_ends(l->trim, STR("..")) &&
           !str_ends(l->trim, STR("\u061f")) && !str_ends(l->trim, STR("!"));
}

bool plain_is_paragraph(const plain_line *l)
{
    if (l->role == ROLE_BLANK || plain_is_furniture(l) || l->credited ||
        (l->kinds & PATTERN_CREDIT && !l->sentence))
        return false;
    return l->words >= PARAGRAPH_WORDS ||
           (l->words >= SENTENCE_WORDS && plain_has_full_stop(l));
}

uint32_t plain_next_paragraph(plain_reader *r, uint32_t from)
{
    if (from < r->seen_from || from > r->seen_at) {
        r->seen_from = r->seen_at = from;
        while (r->seen_at < r->line.n && !plain_is_paragraph(&r->line.v[r->seen_at]))
            r->seen_at++;
    }
    return r->seen_at;
}

bool plain_is_source(const plain_line *l)
{
    return l->kinds & PATTERN_BYLINE && l->kinds & PATTERN_OUTLET &&
           l->words <= SOURCE_WORDS;
}

static void take_date(plain_reader *r, const plain_line *l, const calendar_stamp *date)
{
    bool updated = l->kinds & PATTERN_UPDATED && !(l->kinds & PATTERN_DATELINE);
    if (r->has_date && (updated || !r->only_updated))
        return;
    r->date = *date;
    r->has_date = true;
    r->only_updated = updated;
}

bool plain_read_date(plain_reader *r, plain_line *l)
{
    calendar_stamp date;
    if (!textmeta_date(r->lex, r->a, l->trim, &date))
        return false;
    l->role = ROLE_DATE;
    take_date(r, l, &date);
    return true;
}

bool plain_read_byline(plain_reader *r, plain_line *l)
{
    wq_str name = textmeta_byline(r->lex, l->trim);
    if (!name.p)
        return false;
    l->role = ROLE_BYLINE;
    if (!r->article->byline.p)
        r->article->byline = name;
    return true;
}
