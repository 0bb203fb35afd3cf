/* Tokens: runs of Arabic letters, of other letters, addresses, numbers as written, single marks.  Words that were masked with
 * inner dots, stars and the like are put together again when the whole is a word and a piece is none.              */
#include "base/utf8.h"
#include "lexicon/word.h"
#include "script/fold.h"
#include "text/scan.h"

enum { MAX_WORD = 120, MAX_PIECES = 12 };

static uint32_t peek(const text_scan *s, size_t at, unsigned *len)
{
    uint32_t cp = 0;
    *len = at < s->raw.n ? utf8_decode(s->raw.p + at, s->raw.n - at, &cp) : 0;
    return *len ? cp : 0;
}

static bool in_word(uint32_t cp)
{
    return cp_is_arabic_letter(cp) || cp_is_mark(cp);
}

static bool is_other_letter(uint32_t cp)
{
    return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
           (cp >= 0xc0 && cp < 0x600 && cp != 0xd7 && cp != 0xf7) ||
           (cp >= 0x1100 && cp < 0x2000) || (cp >= 0x3040 && cp < 0xfb00);
}

static size_t run(const text_scan *s, size_t at, bool (*member)(uint32_t))
{
    for (unsigned len; at < s->raw.n; at += len) {
        uint32_t cp = peek(s, at, &len);
        if (len == 0 || !member(cp))
            break;
    }
    return at;
}

/* Marks that join the digits of one number, date, time or score. */
static bool joins_digits(uint32_t cp)
{
    return cp == '.' || cp == ',' || cp == ':' || cp == '/' || cp == '-' || cp == 0x66b ||
           cp == 0x66c;
}

static size_t number_end(const text_scan *s, size_t at)
{
    for (unsigned len, more; at < s->raw.n;) {
        at = run(s, at, cp_is_digit);
        uint32_t cp = peek(s, at, &len);
        if (!len || !joins_digits(cp) || !cp_is_digit(peek(s, at + len, &more)))
            break;
        at += len;
    }
    return at;
}

/* ---- masked words ------------------------------------------------------------------ */

static bool is_mask(uint32_t cp)
{
    return cp == '.' || cp == '*' || cp == '_' || cp == 0xb7 || cp == 0x2022 || cp == '~' ||
           cp == '\'' || cp == '`';
}

/* What stands between two pieces: tatweel on both sides of the marks, or at the end of several letters, says that the word
 * goes on, on one side or a star that it probably does; a dot alone may be a full stop without its space.                */
typedef enum gap { GAP_PLAIN, GAP_DOTS, GAP_HALF, GAP_STRONG } gap;

typedef struct pieces {
    wq_str folded[MAX_PIECES];
    size_t end[MAX_PIECES];
    gap after[MAX_PIECES];
    uint32_t n;
} pieces;

static bool is_tatweel(const text_scan *s, size_t at)
{
    return at + 2 <= s->raw.n && memcmp(s->raw.p + at, "\xd9\x80", 2) == 0;
}

static gap gap_between(const text_scan *s, size_t from, size_t end, size_t next,
                       uint32_t marks)
{
    bool before = end >= 2 && is_tatweel(s, end - 2), after = is_tatweel(s, next);
    unsigned len;
    bool unfinished =
        before && end - from > 8; /* not بـ, الـ, والـ before a foreign word */
    if (unfinished || (before && after))
        return GAP_STRONG;
    uint32_t mark = peek(s, end, &len);
    bool stop = mark == '.' || mark == '\'';
    if (before || after || (marks == 1 && !stop && mark != '_'))
        return GAP_HALF;
    return marks == 1 && stop ? GAP_PLAIN : GAP_DOTS;
}

/* Adds [from, to) to the pieces; one of nothing but tatweel joins its neighbours. */
static void add_piece(text_scan *s, pieces *p, size_t from, size_t to)
{
    wq_str folded = fold_str(s->mem, str_sub(s->raw, from, to), FOLD_FULL);
    if (folded.n || p->n == 0)
        p->folded[p->n++] = folded;
    p->end[p->n - 1] = to;
}

/* The pieces that marks without a space hold together, from the one that ends at `end`. */
static void gather(text_scan *s, size_t from, size_t end, pieces *p)
{
    p->n = 0;
    add_piece(s, p, from, end);
    while (p->n < MAX_PIECES) {
        unsigned len, more;
        uint32_t marks = 0;
        size_t last = p->end[p->n - 1], at = last;
        for (; is_mask(peek(s, at, &len)) && marks < 3; at += len)
            marks++;
        if (marks == 0 || !in_word(peek(s, at, &more)))
            break;
        p->after[p->n - 1] = gap_between(s, from, last, at, marks);
        add_piece(s, p, at, run(s, at, in_word));
    }
}

/* Names of Latin letters, as in بي.جي, have a long vowel each. */
static bool is_letter_name(wq_str piece)
{
    bool vowel = false;
    for (size_t i = 0; i + 1 < piece.n; i += 2)
        vowel = vowel || memcmp(piece.p + i, "\xd8\xa7", 2) == 0 ||
                memcmp(piece.p + i, "\xd9\x88", 2) == 0 ||
                memcmp(piece.p + i, "\xd9\x8a", 2) == 0;
    return vowel && piece.n >= 4 && piece.n <= 6;
}

static bool is_word(const text_scan *s, wq_str form)
{
    return word_analyse(s->lex, form, NULL, NULL) > 0;
}

/* Of two letters nearly everything is in a dictionary; as words of a text they are function words. */
static bool stands_alone(const text_scan *s, wq_str piece)
{
    uint32_t n;
    const lex_entry *e = lex_find(s->lex, piece, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_FUNCTION)
            return true;
    return piece.n > 4 && is_word(s, piece);
}

/* A last piece of one letter may be an ending of the word before it or the letter of a list. */
static bool is_ending(wq_str letter)
{
    static const char *const endings[] = { "\xd8\xa7", "\xd9\x88", "\xd9\x8a", "\xd9\x87",
                                           "\xd9\x83", "\xd8\xaa", "\xd9\x86" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_eq(letter, str_of(endings[i])))
            return true;
    return false;
}

/* Single marks without tatweel: only where a piece can't stand alone, and no initial or abbreviation is seen. */
static bool plain_marks_mask(const text_scan *s, const pieces *p, uint32_t n)
{
    uint32_t strange = 0, single = 0, names = 0;
    wq_str first = p->folded[0], last = p->folded[n - 1];
    for (uint32_t i = 0; i < n; i++) { /* n > 1 */
        bool letter = p->folded[i].n <= 2;
        single += letter;
        names += is_letter_name(p->folded[i]);
        bool tail = i > 0 && i + 1 == n && p->folded[i].n <= 4 && p->folded[i - 1].n > 6;
        strange += !letter && !tail && !stands_alone(s, p->folded[i]);
    }
    if (single == n || names == n)
        return false; /* د.ب.أ, بي.جي */
    if (last.n <= 2)
        return !is_ending(last) && p->folded[n - 2].n <= 6;
    if (first.n <= 2)
        return strange > 0 && n == 2; /* d. before a name is a title */
    return strange > 0;
}

/* What is written with tatweel alone: the h of a year (1436 هـ), a preposition or article before foreign letters. */
static bool is_prefix_alone(wq_str piece)
{
    static const char *const prefixes[] = { "\xd9\x87", "\xd8\xa8", "\xd9\x84",
                                            "\xd9\x83" };
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (str_eq(piece, str_of(prefixes[i])))
            return true;
    return piece.n <= 6 && str_ends(piece, STR("\xd8\xa7\xd9\x84"));
}

/* Do the first `n` pieces make one word? */
static bool makes_word(const text_scan *s, const pieces *p, uint32_t n, wq_str whole)
{
    uint32_t kind[4] = { 0 };
    for (uint32_t i = 0; i + 1 < n; i++)
        kind[p->after[i]]++;
    if (n < p->n && p->after[n - 1] >= GAP_HALF)
        return false; /* a part of it would leave a piece behind */
    if (p->after[0] == GAP_HALF && is_prefix_alone(p->folded[0]))
        return false;
    if (kind[GAP_STRONG] == n - 1)
        return true;
    if (kind[GAP_DOTS] || !is_word(s, whole))
        return false;
    return kind[GAP_HALF] + kind[GAP_STRONG] > 0 ||
           (n == p->n && plain_marks_mask(s, p, n));
}

/* The end of the masked word that begins at `from`, or `end` where there is none. */
static size_t unmask(text_scan *s, size_t from, size_t end, wq_str *whole)
{
    unsigned len;
    pieces p;
    if (!is_mask(peek(s, end, &len)))
        return end;
    gather(s, from, end, &p);
    for (uint32_t n = p.n; n > 1; n--) {
        char joined[MAX_WORD * 2];
        size_t size = 0;
        uint32_t i = 0;
        for (; i < n && size + p.folded[i].n <= sizeof joined; i++) {
            memcpy(joined + size, p.folded[i].p, p.folded[i].n);
            size += p.folded[i].n;
        }
        if (i == n && makes_word(s, &p, n, (wq_str){ joined, size })) {
            *whole = arena_str(s->mem, joined, size);
            return p.end[n - 1];
        }
    }
    return end;
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

/* The end of the web or mail address that begins at `at`; `at` itself where there is none. */
static size_t address_end(const text_scan *s, size_t at)
{
    size_t end = run(s, at, in_address);
    while (end > at && strchr(".,;:!?'*_-", s->raw.p[end - 1]))
        end--;
    wq_str text = str_sub(s->raw, at, end);
    bool web = str_starts(text, STR("http://")) || str_starts(text, STR("https://")) ||
               str_starts(text, STR("www."));
    return web || has_host(text) ? end : at;
}

/* ---- tokens ------------------------------------------------------------------------- */

/* The token as written without the marks that mask it, so that spelling is kept in `norm`. */
static wq_str unmasked_norm(text_scan *s, size_t from, size_t to)
{
    char *out = arena_alloc(s->mem, (to - from) * 2 + 1);
    size_t n = 0;
    for (unsigned len; from < to; from += len) {
        uint32_t second, cp = fold_cp(peek(s, from, &len), FOLD_NORM, &second);
        if (cp && !is_mask(cp))
            n += utf8_encode(cp, out + n);
        if (second)
            n += utf8_encode(second, out + n);
    }
    return (wq_str){ out, n };
}

static void add_token(text_scan *s, size_t end, token_kind kind, wq_str whole)
{
    wq_str raw = str_sub(s->raw, s->at, end);
    text_token t = { .byte = (uint32_t)s->at,
                     .n_byte = (uint32_t)raw.n,
                     .cp = s->cp,
                     .kind = (uint8_t)kind,
                     .space_before = s->space,
                     .masked = whole.n > 0 };
    t.n_cp = (uint32_t)utf8_count(raw);
    t.norm = whole.n ? unmasked_norm(s, s->at, end) : fold_str(s->mem, raw, FOLD_NORM);
    t.form = whole.n ? whole : fold_norm(s->mem, t.norm);
    *vec_push(s->mem, &s->tokens) = t;
    s->at = end;
    s->cp += t.n_cp;
    s->space = false;
}

static bool is_other_word(uint32_t cp)
{
    return is_other_letter(cp) || cp_is_digit(cp) || cp_is_mark(cp);
}

bool text_scan_next(text_scan *s)
{
    unsigned len;
    uint32_t cp;
    while ((cp = peek(s, s->at, &len)) != 0 && cp != '\n' &&
           (cp_is_space(cp) || cp_is_mark(cp))) {
        s->at += len;
        s->cp++;
        s->space = s->space || cp_is_space(cp);
    }
    if (len == 0)
        return false;
    wq_str whole = { NULL, 0 };
    if (cp_is_arabic_letter(cp)) {
        size_t end = run(s, s->at, in_word);
        end = unmask(s, s->at, end, &whole);
        add_token(s, end, TOKEN_WORD, whole);
    } else if (cp_is_digit(cp)) {
        add_token(s, number_end(s, s->at), TOKEN_NUMBER, whole);
    } else if (is_other_letter(cp)) {
        size_t end = address_end(s, s->at);
        add_token(s, end > s->at ? end : run(s, s->at, is_other_word), TOKEN_LATIN, whole);
    } else {
        add_token(s, s->at + len, TOKEN_PUNCT, whole);
    }
    return true;
}
