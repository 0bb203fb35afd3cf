/* Tokens: runs of Arabic letters, of other letters, addresses, numbers as written, single marks. */
#include "base/utf8.h"
#include "script/fold.h"
#include "script/letters.h"
#include "script/tables.h"
#include "text/mask.h"

uint32_t text_peek(const text_scan *s, size_t at, unsigned *len)
{
    uint32_t cp = 0;
    *len = at < s->raw.n ? utf8_decode(s->raw.p + at, s->raw.n - at, &cp) : 0;
    return *len ? cp : 0;
}

bool text_in_word(uint32_t cp)
{
    return cp_is_arabic_letter(cp) || cp_is_mark(cp);
}

static bool is_other_letter(uint32_t cp)
{
    return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
           (cp >= 0xc0 && cp < 0x600 && cp != 0xd7 && cp != 0xf7) ||
           (cp >= 0x1100 && cp < 0x2000) || (cp >= 0x3040 && cp < 0xfb00);
}

size_t text_run(const text_scan *s, size_t at, bool (*member)(uint32_t))
{
    for (unsigned len; at < s->raw.n; at += len) {
        uint32_t cp = text_peek(s, at, &len);
        if (len == 0 || !member(cp))
            break;
    }
    return at;
}

/* Marks that join the digits of one number, date, time or score. */
static bool joins_digits(uint32_t cp)
{
    return cp == '.' || cp == ',' || cp == ':' || cp == '/' || cp == '-' || cp == 0x66b ||
           cp == 0x66c || cp == 0x2013 || cp == 0x2212;
}

static size_t number_end(const text_scan *s, size_t at)
{
    for (unsigned len, more; at < s->raw.n;) {
        at = text_run(s, at, cp_is_digit);
        uint32_t cp = text_peek(s, at, &len);
        if (!len || !joins_digits(cp) || !cp_is_digit(text_peek(s, at + len, &more)))
            break;
        at += len;
    }
    return at;
}

/* ---- addresses ------------------------------------------------------------------------ */

static bool in_address(uint32_t cp)
{
    return cp > ' ' && cp < 0x7f && cp != '"' && cp != '<' && cp != '>' && cp != '(' &&
           cp != ')' && cp != '[' && cp != ']' && cp != '|';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* A host name: a dot, then two to six small letters at the end of its labels. */
static bool has_host(wq_str text)
{
    wq_str rest = text, host;
    (void)str_next(&rest, '/', &host);
    ptrdiff_t at = str_find(host, STR("@"));
    host = str_sub(host, (size_t)(at + 1), host.n);
    size_t n = host.n;
    while (n > 0 && is_lower(host.p[n - 1]))
        n--;
    size_t letters = host.n - n;
    return n > 1 && host.p[n - 1] == '.' && letters >= 2 && letters <= 6;
}

static bool is_web(wq_str text)
{
    return str_starts(text, STR("http://")) || str_starts(text, STR("https://")) ||
           str_starts(text, STR("www."));
}

/* The end of the web or mail address that begins at `at`; `at` itself where there is none.  Inside a run that was none
 * from its beginning only a web address is looked for: long runs are not read again from each of their letters.       */
static size_t address_end(text_scan *s, size_t at)
{
    if (at < s->no_address && !is_web(str_sub(s->raw, at, s->raw.n)))
        return at;
    size_t end = text_run(s, at, in_address), whole = end;
    while (end > at && strchr(".,;:!?'*_-", s->raw.p[end - 1]))
        end--;
    wq_str text = str_sub(s->raw, at, end);
    if (is_web(text) || has_host(text))
        return end;
    s->no_address = whole;
    return at;
}

/* ---- tokens ------------------------------------------------------------------------- */

/* A run of letters and marks, and what there is to fold in it (bits of fold_class). */
typedef struct word_run {
    size_t end;
    uint32_t n_cp, letters;
    uint8_t seen;
} word_run;

static bool is_of_two_bytes(unsigned char lead)
{
    return (lead & 0xe0) == 0xc0;
}

/* What fold_class says of the two bytes at `p`, which are of two. */
static unsigned class_at(const unsigned char *p)
{
    return fold_class[(p[0] ^ 0xc0u) << 6 | (p[1] ^ 0x80u)];
}

static uint32_t marks_among(const unsigned char *p, uint32_t n)
{
    uint32_t marks = 0;
    for (uint32_t i = 0; i < n; i++)
        marks += (class_at(p + i * 2) & FOLD_IS_MARK) != 0;
    return marks;
}

/* Nearly all letters are of two bytes: the end of a stretch of those. */
static size_t run_small(const text_scan *s, size_t at, word_run *r)
{
    const unsigned char *p = (const unsigned char *)s->raw.p;
    const size_t from = at;
    unsigned seen = 0;
    for (; at + 1 < s->raw.n && is_of_two_bytes(p[at]); at += 2) {
        unsigned class = class_at(p + at);
        if (!(class & (FOLD_IS_LETTER | FOLD_IS_MARK)))
            break;
        seen |= class;
    }
    uint32_t n = (uint32_t)(at - from) / 2;
    r->seen |= (uint8_t)seen;
    r->n_cp += n;
    r->letters += n - (seen & FOLD_IS_MARK ? marks_among(p + from, n) : 0);
    return at;
}

static word_run run_word(const text_scan *s, size_t at)
{
    word_run r = { .seen = 0 };
    unsigned len;
    while ((at = run_small(s, at, &r)) < s->raw.n && (unsigned char)s->raw.p[at] >= 0xe0 &&
           text_in_word(text_peek(s, at, &len))) {
        r.seen |= FOLD_IS_LETTER | FOLD_NORM_OTHER;
        r.n_cp++;
        r.letters++;
        at += len;
    }
    r.end = at;
    return r;
}

/* A token from where the text is read to `end`; what it is comes from the caller. */
static text_token *put_token(text_scan *s, size_t end, token_kind kind, uint32_t n_cp)
{
    text_token *t = vec_push(s->mem, &s->tokens);
    *t = (text_token){ .byte = (uint32_t)s->at,
                       .n_byte = (uint32_t)(end - s->at),
                       .cp = s->cp,
                       .n_cp = n_cp,
                       .kind = (uint8_t)kind,
                       .space_before = s->space };
    s->at = end;
    s->cp += n_cp;
    s->space = false;
    return t;
}

static void add_token(text_scan *s, size_t end, token_kind kind)
{
    wq_str raw = { s->raw.p + s->at, end - s->at };
    text_token *t = put_token(s, end, kind, (uint32_t)utf8_count(raw));
    t->norm = fold_view(s->mem, raw, FOLD_NORM);
    t->form = fold_norm(s->mem, t->norm);
}

/* "and" apart from its word (و الحكومة), as some papers have it: where that word begins; 0 where what is read is no such letter. */
static size_t word_behind_and(const text_scan *s, const word_run *r)
{
    size_t at = r->end;
    if (r->letters != 1 || !(s->space || s->at == 0 || s->raw.p[s->at - 1] == '\n') ||
        memcmp(s->raw.p + s->at, AR_WAW, 2) != 0)
        return 0;
    while (at < s->raw.n && s->raw.p[at] == ' ')
        at++;
    return at > r->end && run_word(s, at).letters > 1 ? at : 0;
}

/* The word with "and" before it. */
static wq_str with_and(text_scan *s, wq_str word)
{
    size_t n = sizeof AR_WAW - 1;
    char *p = ARENA_ARRAY(s->mem, char, n + word.n);
    memcpy(p, AR_WAW, n);
    memcpy(p + n, word.p, word.n);
    return (wq_str){ p, n + word.n };
}

/* ---- names that a page has run together: ماليوالنيجر, جنوبأفغانستان ------------------------- */

static bool is_land(const text_scan *s, wq_str word)
{
    uint32_t n;
    const lex_entry *e = lex_find(s->lex, word, &n);
    for (uint32_t i = 0; e && i < n; i++)
        if (e[i].table == LEX_COUNTRY || e[i].table == LEX_METONYM)
            return true;
    return false;
}

/* "and Mali", "in China": with a letter before it. */
static bool is_land_behind_letter(const text_scan *s, wq_str word)
{
    static const char *const letter[] = { AR_WAW, AR_BEH, AR_LAM };
    for (size_t i = 0; i < sizeof letter / sizeof *letter; i++)
        if (str_starts(word, str_of(letter[i])) && is_land(s, str_sub(word, 2, word.n)))
            return true;
    return false;
}

static bool is_side(const text_scan *s, wq_str word)
{
    uint32_t n;
    const lex_entry *e = lex_find(s->lex, word, &n);
    for (uint32_t i = 0; e && i < n; i++)
        if (e[i].table == LEX_NOUN &&
            str_eq(lex_cell(s->lex, LEX_NOUN, e[i].row, "kind"), STR("direction")))
            return true;
    return false;
}

/* Where the second of two names begins that stand in one word: a state and "and" and a state, a side and a state; 0: nowhere. */
static size_t second_name(const text_scan *s, wq_str form)
{
    enum { SHORTEST = 14, NAME = 6, SIDES = 8 }; /* bytes */
    bool the = str_starts(form, STR(AR_AL));     /* most long words have the article */
    for (size_t k = NAME; form.n >= SHORTEST && k + NAME < form.n; k += 2) {
        wq_str rest = str_sub(form, k, form.n), first = str_sub(form, 0, k);
        bool both = str_starts(rest, STR(AR_WAW)) && is_land(s, str_sub(rest, 2, rest.n)) &&
                    (is_land(s, first) || is_land_behind_letter(s, first));
        bool side = !the && k <= SIDES && is_side(s, first) && is_land(s, rest);
        uint32_t n;
        if (both || side)
            return lex_find(s->lex, form, &n) ? 0 : k;
    }
    return 0;
}

/* Leaves of the word that was just read the first name only; the scan goes on with the second. */
static void part_names(text_scan *s, text_token *t)
{
    size_t cut = t->form.n == t->n_byte ? second_name(s, t->form) : 0;
    if (!cut)
        return;
    s->at = t->byte + cut;
    s->cp = t->cp + (uint32_t)cut / 2;
    t->n_byte = (uint32_t)cut;
    t->n_cp = (uint32_t)cut / 2;
    t->norm = str_sub(t->norm, 0, cut);
    t->form = str_sub(t->form, 0, cut);
}

/* Most words are as they are: nothing is copied then. */
static void add_word(text_scan *s)
{
    word_run r = run_word(s, s->at);
    mask_word whole;
    size_t at = word_behind_and(s, &r), from = at ? at : s->at, end;
    if (at)
        r = run_word(s, at);
    end = r.end;
    if (!at && (r.letters == 1 || end >= s->raw.n || s->raw.p[end] != ' '))
        end = mask_end(s, s->at, r.end, r.letters, &whole);
    wq_str raw = { s->raw.p + from, end - from };
    bool masked = end > r.end;
    uint32_t n_cp = (uint32_t)(masked ? utf8_count(raw) : r.n_cp);
    n_cp += at ? (uint32_t)utf8_count((wq_str){ s->raw.p + s->at, at - s->at }) : 0;
    text_token *t = put_token(s, end, TOKEN_WORD, n_cp);
    t->masked = masked;
    if (masked) {
        t->norm = whole.norm;
        t->form = whole.form;
    } else {
        t->norm = r.seen & FOLD_NORM_OTHER ? fold_str(s->mem, raw, FOLD_NORM) : raw;
        t->norm = at ? with_and(s, t->norm) : t->norm;
        t->form = r.seen & (FOLD_NORM_OTHER | FOLD_FULL_OTHER) ? fold_norm(s->mem, t->norm)
                                                               : t->norm;
        part_names(s, t);
    }
}

/* A stretch of tatweel between spaces is a dash: the end of it; `at` where it is none.  Behind one or two letters it stretches
 * them: ال ـ 48.                                                                                                      */
static size_t dash_end(text_scan *s)
{
    enum { SHORT = 4 /* bytes: two letters */ };
    const text_token *before = s->tokens.n ? &s->tokens.v[s->tokens.n - 1] : NULL;
    size_t end = s->at;
    while (end + 2 <= s->raw.n && memcmp(s->raw.p + end, AR_TATWEEL, 2) == 0)
        end += 2;
    bool stretches = before && before->kind == TOKEN_WORD && before->form.n <= SHORT;
    bool space = end >= s->raw.n || s->raw.p[end] == ' ' || s->raw.p[end] == '\n';
    return s->space && space && before && !stretches ? end : s->at;
}

static void add_dash(text_scan *s, size_t end)
{
    text_token *t = put_token(s, end, TOKEN_PUNCT, (uint32_t)(end - s->at) / 2);
    t->norm = t->form = STR("-");
}

static bool is_other_word(uint32_t cp)
{
    return is_other_letter(cp) || cp_is_digit(cp) || cp_is_mark(cp);
}

/* As most tokens begin: with an Arabic letter of two bytes. */
static bool is_at_letter(const text_scan *s)
{
    const unsigned char *p = (const unsigned char *)s->raw.p + s->at;
    return s->at + 1 < s->raw.n && is_of_two_bytes(*p) &&
           (class_at(p) & (FOLD_IS_LETTER | FOLD_IS_MARK)) == FOLD_IS_LETTER;
}

bool text_scan_next(text_scan *s)
{
    unsigned len;
    uint32_t cp;
    while (s->at < s->raw.n && s->raw.p[s->at] == ' ') {
        s->at++;
        s->cp++;
        s->space = true;
    }
    if (is_at_letter(s)) {
        add_word(s);
        return true;
    }
    while ((cp = text_peek(s, s->at, &len)) != 0 && cp != '\n' &&
           (cp_is_space(cp) || cp_is_mark(cp))) {
        size_t dash = dash_end(s);
        if (dash > s->at) {
            add_dash(s, dash);
            return true;
        }
        s->at += len;
        s->cp++;
        s->space = s->space || cp_is_space(cp);
    }
    if (len == 0)
        return false;
    if (cp_is_arabic_letter(cp)) {
        add_word(s);
    } else if (cp_is_digit(cp)) {
        add_token(s, number_end(s, s->at), TOKEN_NUMBER);
    } else if (is_other_letter(cp)) {
        size_t end = address_end(s, s->at);
        add_token(s, end > s->at ? end : text_run(s, s->at, is_other_word), TOKEN_LATIN);
    } else {
        add_token(s, s->at + len, TOKEN_PUNCT);
    }
    return true;
}
