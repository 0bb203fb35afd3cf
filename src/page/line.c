#include "page/line.h"

#include "base/utf8.h"
#include "script/fold.h"
#include "script/tables.h"

enum { COPYRIGHT_SIGN = 0xa9, TATWEEL = 0x640, SEMICOLON = 0x61b, QUESTION = 0x61f };

typedef enum class { CLASS_OTHER, CLASS_ARABIC, CLASS_LATIN, CLASS_DIGIT } class;

static class class_of(uint32_t cp)
{
    if (cp_is_digit(cp))
        return CLASS_DIGIT;
    if (cp_is_arabic_letter(cp))
        return CLASS_ARABIC;
    if ((cp >= 'a' && cp <= 'z') || (cp >= 0xc0 && cp < 0x600 && cp != 0xd7 && cp != 0xf7))
        return CLASS_LATIN;
    return CLASS_OTHER;
}

/* ---- words -------------------------------------------------------------------- */

typedef struct reader {
    line_words *l;
    uint32_t most; /* words */
    size_t n;      /* bytes in folded */
    class open;    /* class of the word being read, CLASS_OTHER: none */
    bool space;    /* white space since the last word */
} reader;

static void end_word(reader *r, size_t at)
{
    if (r->open == CLASS_OTHER)
        return;
    line_word *w = &r->l->w[r->l->n - 1];
    w->to = (uint16_t)r->n;
    w->raw_to = (uint16_t)at;
    r->open = CLASS_OTHER;
    r->space = false;
}

/* 10:38 and 2020.09.05 are one number. */
static bool goes_on_number(const reader *r, class c)
{
    return c == CLASS_DIGIT && r->l->n && r->l->w[r->l->n - 1].number && !r->space;
}

static bool start_word(reader *r, class c, size_t at)
{
    line_words *l = r->l;
    if (goes_on_number(r, c)) {
        l->w[l->n - 1].mark = 0;
        r->open = c;
        return true;
    }
    if (l->n == r->most) {
        l->cut = true;
        return false;
    }
    if (l->n)
        l->folded[r->n++] = ' ';
    line_word *w = &l->w[l->n++];
    *w = (line_word){ .from = (uint16_t)r->n,
                      .raw_from = (uint16_t)at,
                      .number = c == CLASS_DIGIT };
    if (w->number)
        l->folded[r->n++] = '0';
    r->open = c;
    return true;
}

static bool is_mark(uint32_t cp)
{
    static const uint32_t marks[] = { ':',    '|',  '/',    '-',    '(',    ')',
                                      '>',    '<',  0xab,   0xbb,   0x2013, 0x2014,
                                      0x2022, 0xb7, 0x203a, TATWEEL };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == cp)
            return true;
    return false;
}

static void put(reader *r, uint32_t cp)
{
    if (cp)
        r->n += utf8_encode(cp, r->l->folded + r->n);
}

static void read_separator(reader *r, uint32_t cp, size_t at, unsigned len)
{
    end_word(r, at);
    if (cp_is_space(cp))
        r->space = true;
    if (cp != ' ' && r->l->n && !r->l->w[r->l->n - 1].mark && is_mark(cp))
        r->l->w[r->l->n - 1].mark = cp;
    if (cp == COPYRIGHT_SIGN && start_word(r, CLASS_LATIN, at)) {
        for (const char *p = "copyright"; *p; p++)
            put(r, (unsigned char)*p);
        end_word(r, at + len);
    }
}

static bool read_one(reader *r, uint32_t cp, size_t at, unsigned len)
{
    uint32_t folded[FOLD_LONGEST];
    unsigned n = fold_cp(cp, FOLD_FULL, folded);
    uint32_t f = n ? folded[0] : 0;
    if (f == 0 && cp == TATWEEL && r->open == CLASS_OTHER) /* alone it is a dash */
        read_separator(r, cp, at, len);
    if (f == 0)
        return true;
    class c = class_of(f);
    if (c == CLASS_OTHER) {
        read_separator(r, cp, at, len);
        return true;
    }
    if (c != r->open) {
        end_word(r, at);
        if (!start_word(r, c, at))
            return false;
    }
    if (c != CLASS_DIGIT) {
        for (unsigned i = 0; i < n; i++)
            put(r, folded[i]);
    }
    return true;
}

/* The code point of the two bytes at `p` as a letter that folding leaves single; 0 where they are none. */
static uint32_t letter_at(const unsigned char *p)
{
    uint32_t lead = p[0] ^ 0xc0u, folded[FOLD_LONGEST];
    if (lead >= 0x20)
        return 0;
    uint32_t cp = lead << 6 | (p[1] & 0x3fu);
    unsigned is = fold_class[cp] & (FOLD_IS_LETTER | FOLD_NORM_OTHER | FOLD_FULL_OTHER);
    if (is == FOLD_IS_LETTER)
        return cp;
    bool merged = is == (FOLD_IS_LETTER | FOLD_FULL_OTHER) &&
                  fold_cp(cp, FOLD_FULL, folded) == 1 && cp_is_arabic_letter(folded[0]);
    return merged ? folded[0] : 0;
}

/* Letters of two bytes from `i` on, as nearly all words are of; how many bytes.  False where there is no room for a word. */
static bool read_letters(reader *r, wq_str line, size_t i, size_t *read)
{
    const unsigned char *p = (const unsigned char *)line.p;
    size_t from = i, end = line.n <= LINE_MAX_BYTES ? line.n - 1 : LINE_MAX_BYTES;
    uint32_t cp = i < end ? letter_at(p + i) : 0;
    if (cp && r->open != CLASS_ARABIC) {
        end_word(r, i);
        if (!start_word(r, CLASS_ARABIC, i))
            return false;
    }
    char *out = r->l->folded + r->n;
    for (; cp; cp = i < end ? letter_at(p + i) : 0) {
        *out++ = (char)(0xc0 | cp >> 6);
        *out++ = (char)(0x80 | (cp & 0x3f));
        i += 2;
    }
    r->n = (size_t)(out - r->l->folded);
    *read = i - from;
    return true;
}

/* Words are mostly parted by one space. */
static size_t read_spaces(reader *r, wq_str line, size_t i)
{
    size_t from = i;
    while (i < line.n && i < LINE_MAX_BYTES && line.p[i] == ' ')
        i++;
    if (i > from) {
        end_word(r, from);
        r->space = true;
    }
    return i - from;
}

void line_read(wq_str line, line_words *out)
{
    line_read_few(line, LINE_MAX_WORDS, out);
}

void line_read_few(wq_str line, uint32_t most, line_words *out)
{
    reader r = { .l = out, .most = most };
    out->line = line;
    out->n = 0;
    out->cut = false;
    size_t i = 0, letters;
    while (i < line.n && i < LINE_MAX_BYTES) {
        uint32_t cp;
        if (!read_letters(&r, line, i, &letters))
            break;
        i += letters;
        i += read_spaces(&r, line, i);
        if (i >= line.n || i >= LINE_MAX_BYTES)
            break;
        unsigned len = utf8_decode(line.p + i, line.n - i, &cp);
        if (!read_one(&r, cp, i, len ? len : 1))
            break;
        i += len ? len : 1;
    }
    end_word(&r, i);
    out->cut = out->cut || i < line.n;
}

wq_str line_key(const line_words *l, uint32_t first, uint32_t last)
{
    if (first >= last)
        return STR("");
    return (wq_str){ l->folded + l->w[first].from,
                     (size_t)(l->w[last - 1].to - l->w[first].from) };
}

wq_str line_slice(const line_words *l, uint32_t first, uint32_t last)
{
    if (first >= last)
        return STR("");
    return str_sub(l->line, l->w[first].raw_from, l->w[last - 1].raw_to);
}

/* ---- edges -------------------------------------------------------------------- */

static bool is_blank(uint32_t cp)
{
    return cp <= ' ' || cp_is_space(cp) || (cp >= 0x200b && cp <= 0x200f) ||
           (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2060 && cp <= 0x2069) || cp == 0xfeff;
}

/* The last code point of s[0..n); *at is where it starts. */
static uint32_t last_cp(wq_str s, size_t n, size_t *at)
{
    size_t i = n - 1;
    while (i > 0 && n - i < 4 && ((unsigned char)s.p[i] & 0xc0) == 0x80)
        i--;
    uint32_t cp;
    utf8_decode(s.p + i, n - i, &cp);
    *at = i;
    return cp;
}

wq_str line_trim(wq_str line)
{
    size_t from = 0, to = line.n;
    for (uint32_t cp; from < to;) {
        unsigned len = utf8_decode(line.p + from, to - from, &cp);
        if (!is_blank(cp))
            break;
        from += len ? len : 1;
    }
    for (size_t at; to > from && is_blank(last_cp(line, to, &at)); to = at)
        ;
    return str_sub(line, from, to);
}

static bool is_closing(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == ')' || cp == ']' || cp == 0xbb || cp == 0xab ||
           (cp >= 0x2018 && cp <= 0x201f);
}

bool line_is_sentence(wq_str line)
{
    size_t at, n = line_trim(line).n;
    wq_str s = line_trim(line);
    for (; n; n = at) {
        uint32_t cp = last_cp(s, n, &at);
        if (cp == '.' || cp == '!' || cp == '?' || cp == QUESTION || cp == SEMICOLON ||
            cp == 0x2026)
            return true;
        if (!is_closing(cp) && !is_blank(cp))
            return false;
    }
    return false;
}
