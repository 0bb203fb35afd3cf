#include "page/pattern.h"

#include "page/line.h"

enum {
    MAX_PHRASE = 10,    /* words */
    SHORT_WORDS = 5,    /* of a line that "short" matches */
    WHOLE_WORDS = 24,   /* lines of more words are not tried as a row of phrases */
    SUFFIX_WORDS = 30,  /* longer lines are sentences that happen to end so */
    CONTAIN_WORDS = 40, /* or to contain it */
    CLASS_BYTES = 256,
    CLASS_WORDS = 48
};

typedef enum match {
    MATCH_NONE,
    MATCH_WHOLE,
    MATCH_PREFIX,
    MATCH_SHORT,
    MATCH_LABEL,
    MATCH_SUFFIX,
    MATCH_SIGNED,
    MATCH_CONTAINS,
    MATCH_WORD
} match;

/* ---- rows ---------------------------------------------------------------------- */

static unsigned kind_bit(wq_str name)
{
    static const struct {
        const char *name;
        unsigned bit;
    } kinds[] = {
        { "class_bad", PATTERN_CLASS_BAD },
        { "class_good", PATTERN_CLASS_GOOD },
        { "class_related", PATTERN_CLASS_RELATED },
        { "class_title", PATTERN_CLASS_TITLE },
        { "class_date", PATTERN_CLASS_DATE },
        { "class_byline", PATTERN_CLASS_BYLINE },
        { "class_lead", PATTERN_CLASS_LEAD },
        { "class_caption", PATTERN_CLASS_CAPTION },
        { "generic", PATTERN_GENERIC },
        { "label", PATTERN_LABEL },
        { "share", PATTERN_SHARE },
        { "related", PATTERN_RELATED },
        { "end", PATTERN_END },
        { "comment", PATTERN_COMMENT },
        { "newsletter", PATTERN_NEWSLETTER },
        { "copyright", PATTERN_COPYRIGHT },
        { "menu", PATTERN_MENU },
        { "widget", PATTERN_WIDGET },
        { "thanks", PATTERN_THANKS },
        { "tags", PATTERN_TAGS },
        { "credit", PATTERN_CREDIT },
        { "byline", PATTERN_BYLINE },
        { "agency", PATTERN_AGENCY },
        { "dateline", PATTERN_DATELINE },
        { "updated", PATTERN_UPDATED },
        { "outlet", PATTERN_OUTLET },
        { "stamp", PATTERN_STAMP },
        { "zone", PATTERN_ZONE },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(name, str_of(kinds[i].name)))
            return kinds[i].bit;
    return 0;
}

static unsigned kinds_of(wq_str cell)
{
    unsigned kinds = 0;
    for (wq_str piece; str_next(&cell, '|', &piece);)
        kinds |= kind_bit(piece);
    return kinds;
}

static match match_of(wq_str cell)
{
    static const struct {
        const char *name;
        match match;
    } names[] = { { "word", MATCH_WORD },     { "whole", MATCH_WHOLE },
                  { "prefix", MATCH_PREFIX }, { "short", MATCH_SHORT },
                  { "label", MATCH_LABEL },   { "suffix", MATCH_SUFFIX },
                  { "signed", MATCH_SIGNED }, { "contains", MATCH_CONTAINS } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq(cell, str_of(names[i].name)))
            return names[i].match;
    return MATCH_NONE;
}

static unsigned row_kinds(const lexicon *lex, uint32_t row)
{
    return kinds_of(lex_cell(lex, LEX_PATTERN, row, "kind"));
}

static match row_match(const lexicon *lex, uint32_t row)
{
    return match_of(lex_cell(lex, LEX_PATTERN, row, "match"));
}

unsigned pattern_phrase(const lexicon *lex, wq_str key, const char *how, uint32_t *row)
{
    uint32_t n;
    unsigned kinds = 0;
    const lex_entry *e = lex_find(lex, key, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table != LEX_PATTERN ||
            !str_eq(lex_cell(lex, LEX_PATTERN, e[i].row, "match"), str_of(how)))
            continue;
        unsigned k = row_kinds(lex, e[i].row);
        if (row && (k & PATTERN_ZONE || !kinds))
            *row = e[i].row;
        kinds |= k;
    }
    return kinds;
}

/* ---- lines --------------------------------------------------------------------- */

typedef struct walk {
    const lexicon *lex;
    const line_words *l;
    unsigned kinds;
    /* the line as a row of whole phrases: kinds of the phrases that lead up to word i */
    unsigned tiled[LINE_MAX_WORDS + 1];
    bool reached[LINE_MAX_WORDS + 1];
    bool mixed[LINE_MAX_WORDS + 1]; /* one of them is no furniture */
    pattern_hit *hit;
    uint32_t max, n; /* hits */
} walk;

/* What sets a label off from what it introduces; brackets and slashes stand inside phrases. */
static bool is_label_mark(uint32_t mark)
{
    return mark && mark != '(' && mark != ')' && mark != '/';
}

static bool fits(const line_words *l, match m, uint32_t first, uint32_t last)
{
    switch (m) {
    case MATCH_PREFIX:
        return first == 0;
    case MATCH_SHORT:
        return first == 0 && l->n <= SHORT_WORDS && !l->cut;
    case MATCH_LABEL:
        return first == 0 && (last == l->n ? !l->cut : is_label_mark(l->w[last - 1].mark));
    case MATCH_SUFFIX:
        return last == l->n && l->n <= SUFFIX_WORDS && !l->cut;
    case MATCH_SIGNED:
        return last == l->n && l->n <= SUFFIX_WORDS && !l->cut && first > 0 &&
               l->w[first - 1].mark != 0;
    case MATCH_CONTAINS:
        return l->n <= CONTAIN_WORDS && !l->cut;
    case MATCH_NONE:
    case MATCH_WHOLE: /* decided when all phrases are known */
    case MATCH_WORD:
        break;
    }
    return false;
}

/* Of two ways to cover the same words, the one of nothing but furniture counts. */
static void lay_tile(walk *w, uint32_t first, uint32_t last, unsigned kinds)
{
    if (!w->reached[first])
        return;
    bool mixed = w->mixed[first] || (kinds && !(kinds & PATTERN_FURNITURE));
    if (w->reached[last] && mixed != w->mixed[last]) {
        if (mixed)
            return;
        w->tiled[last] = 0;
    }
    w->tiled[last] |= w->tiled[first] | kinds;
    w->reached[last] = true;
    w->mixed[last] = mixed;
}

/* A row of phrases is furniture only if each of them is: "stories" and "success" are a subhead. */
static unsigned tiled_kinds(const walk *w)
{
    uint32_t n = w->l->n;
    if (n > WHOLE_WORDS || w->l->cut || !w->reached[n] || !w->tiled[n])
        return 0;
    unsigned out = w->mixed[n] ? PATTERN_FURNITURE | PATTERN_END : 0;
    return (w->tiled[n] & ~out) | PATTERN_INLINE;
}

static void take_row(walk *w, uint32_t row, uint32_t first, uint32_t last)
{
    match m = row_match(w->lex, row);
    if (m == MATCH_WHOLE) {
        lay_tile(w, first, last, row_kinds(w->lex, row));
        return;
    }
    if (!fits(w->l, m, first, last))
        return;
    unsigned kinds = row_kinds(w->lex, row);
    w->kinds |= kinds;
    if (w->n < w->max)
        w->hit[w->n++] = (pattern_hit){ kinds, first, last };
}

static void walk_from(walk *w, uint32_t first)
{
    uint32_t last = first + 1,
             end = first + MAX_PHRASE < w->l->n ? first + MAX_PHRASE : w->l->n;
    for (; last <= end; last++) {
        uint32_t n;
        bool longer;
        const lex_entry *e =
            lex_find_phrase(w->lex, line_key(w->l, first, last), &n, &longer);
        for (uint32_t i = 0; i < n; i++)
            if (e[i].table == LEX_PATTERN)
                take_row(w, e[i].row, first, last);
        if (!longer)
            break;
    }
}

/* A number between phrases belongs to them: "Facebook 12 Twitter 5". */
static void walk_line(walk *w)
{
    const line_words *l = w->l;
    bool only_start = l->cut || l->n > CONTAIN_WORDS;
    uint32_t n = only_start && l->n ? 1 : l->n;
    w->reached[0] = true;
    for (uint32_t i = 0; i < n; i++) {
        if (lex_opens_pattern(w->lex, line_key(l, i, i + 1)))
            walk_from(w, i);
        if (l->w[i].number && w->tiled[i])
            lay_tile(w, i, i + 1, 0);
    }
    w->kinds |= tiled_kinds(w);
}

unsigned pattern_hits(const lexicon *lex, const line_words *l, pattern_hit *hits,
                      uint32_t max, uint32_t *n)
{
    walk w = { .lex = lex, .l = l, .hit = hits, .max = max };
    walk_line(&w);
    if (n)
        *n = w.n;
    return w.kinds;
}

unsigned pattern_line(const lexicon *lex, wq_str line)
{
    line_words l;
    line_read(line, &l);
    return pattern_hits(lex, &l, NULL, 0, NULL);
}

/* ---- class and id ---------------------------------------------------------------- */

typedef struct class_words {
    uint32_t n, len;
    uint16_t from[CLASS_WORDS], to[CLASS_WORDS];
    char text[2 * CLASS_BYTES];
} class_words;

static void open_class_word(class_words *c)
{
    if (c->n)
        c->text[c->len++] = ' ';
    c->from[c->n++] = (uint16_t)c->len;
}

static void read_class(wq_str s, class_words *c)
{
    bool in = false, lower = false;
    c->n = c->len = 0;
    for (size_t i = 0; i < s.n && i < CLASS_BYTES; i++) {
        char ch = s.p[i];
        bool small = ch >= 'a' && ch <= 'z', big = ch >= 'A' && ch <= 'Z';
        if (small || big) {
            if ((!in || (big && lower)) && c->n == CLASS_WORDS)
                break;
            if (!in || (big && lower))
                open_class_word(c);
            c->text[c->len++] = big ? (char)(ch - 'A' + 'a') : ch;
            c->to[c->n - 1] = (uint16_t)c->len;
        }
        in = small || big;
        lower = small;
    }
}

/* The longest phrase at word `first`: its kinds, and the word after it. */
static unsigned longest_class(const lexicon *lex, const class_words *c, uint32_t first,
                              uint32_t *after)
{
    unsigned kinds = 0;
    *after = first + 1;
    for (uint32_t last = first + 1; last <= c->n && last <= first + MAX_PHRASE; last++) {
        wq_str key = { c->text + c->from[first],
                       (size_t)(c->to[last - 1] - c->from[first]) };
        unsigned k = pattern_phrase(lex, key, "word", NULL);
        if (k & (PATTERN_CLASS_ANY | PATTERN_GENERIC)) {
            kinds = k & PATTERN_CLASS_ANY;
            *after = last;
        }
        if (!lex_is_prefix(lex, key))
            break;
    }
    return kinds;
}

unsigned pattern_class(const lexicon *lex, wq_str class_or_id)
{
    class_words c;
    unsigned kinds = 0;
    read_class(class_or_id, &c);
    for (uint32_t i = 0, after; i < c.n; i = after)
        kinds |= longest_class(lex, &c, i, &after);
    return kinds;
}
