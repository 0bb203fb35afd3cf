#include "text/mask.h"

#include "base/utf8.h"
#include "lexicon/word.h"
#include "script/fold.h"
#include "script/letters.h"

enum { MAX_WORD = 120, MAX_PIECES = 16, SHORTEST_SPACED = 4 };

/* What stands between two pieces: tatweel on both sides of the marks, or at the end of several letters, says that the word
 * goes on, on one side that it probably does; a star or the like is no punctuation; a dot alone may be a full stop without
 * its space, a slash an alternative.                                                                                  */
typedef enum gap {
    GAP_PLAIN,
    GAP_SLASH,
    GAP_DOTS,
    GAP_STAR,
    GAP_HALF,
    GAP_STRONG,
    GAPS
} gap;

typedef struct piece {
    wq_str form, norm;
    size_t end;
    gap after;
} piece;

typedef struct pieces {
    piece v[MAX_PIECES];
    uint32_t n;
} pieces;

/* ---- what is a word ------------------------------------------------------------------ */

static bool is_word(const text_scan *s, wq_str form)
{
    return word_analyse(s->lex, form, NULL, NULL) > 0;
}

static void see_ours(void *ctx, uint16_t clitics, uint32_t from, uint32_t to,
                     const lex_entry *entry)
{
    (void)clitics;
    (void)from;
    (void)to;
    *(bool *)ctx |= entry->table != LEX_STEM && entry->table != LEX_CITY;
}

/* Single letters may be a list, and a sign between letters a slip: they are taken for a word that rows of ours know, and a
 * dictionary is not asked.                                                                                             */
static bool letters_make_word(const text_scan *s, wq_str form, uint32_t letters)
{
    bool ours = false;
    if (letters >= SHORTEST_SPACED)
        (void)word_analyse(s->lex, form, see_ours, &ours);
    return ours;
}

/* Of two letters nearly everything is in a dictionary; as words of a text they are function words.  One is a preposition only
 * with tatweel.                                                                                                       */
static bool stands_alone(const text_scan *s, wq_str form)
{
    uint32_t n;
    const lex_entry *e = lex_find(s->lex, form, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_FUNCTION && form.n > 2)
            return true;
    return form.n > 4 && is_word(s, form);
}

/* Does masks.tsv say this of the letters? */
static bool is_kind(const text_scan *s, wq_str letters, const char *kind)
{
    uint32_t n;
    const lex_entry *e = lex_find_ref(s->lex, letters, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_MASK &&
            str_listed(lex_cell(s->lex, LEX_MASK, e[i].row, "kind"), '|', str_of(kind)))
            return true;
    return false;
}

/* Names of Latin letters, as in بي.جي, have a long vowel each. */
static bool is_letter_name(const text_scan *s, wq_str form)
{
    bool vowel = false;
    if (form.n < 4 || form.n > 6)
        return false;
    for (size_t i = 0; i + 2 <= form.n; i += 2)
        vowel = vowel || is_kind(s, str_sub(form, i, i + 2), "vowel");
    return vowel;
}

/* What is written with tatweel alone: the h of a year (1436 هـ), a preposition or article before foreign letters. */
static bool is_prefix_alone(const text_scan *s, wq_str form)
{
    return is_kind(s, form, "proclitic") ||
           (form.n >= 4 && form.n <= 6 &&
            is_kind(s, str_sub(form, form.n - 4, form.n), "article"));
}

/* The first `n` pieces as one word; false where it would be too long. */
static bool put_together(text_scan *s, const pieces *p, uint32_t n, mask_word *out)
{
    char form[MAX_WORD], norm[MAX_WORD];
    size_t n_form = 0, n_norm = 0;
    for (uint32_t i = 0; i < n; i++) {
        const piece *x = &p->v[i];
        if (n_form + x->form.n > sizeof form || n_norm + x->norm.n > sizeof norm)
            return false;
        memcpy(form + n_form, x->form.p, x->form.n);
        memcpy(norm + n_norm, x->norm.p, x->norm.n);
        n_form += x->form.n;
        n_norm += x->norm.n;
    }
    *out = (mask_word){ arena_str(s->mem, form, n_form), arena_str(s->mem, norm, n_norm) };
    return true;
}

static void fill_piece(text_scan *s, piece *x, size_t from, size_t to)
{
    x->norm = fold_str(s->mem, str_sub(s->raw, from, to), FOLD_NORM);
    x->form = fold_norm(s->mem, x->norm);
    x->end = to;
}

/* ---- marks between the letters ---------------------------------------------------------- */

static bool is_mask(uint32_t cp)
{
    return cp == '.' || cp == '*' || cp == '_' || cp == '/' || cp == 0xb7 || cp == 0x2022 ||
           cp == '~' || cp == '\'' || cp == '`';
}

/* Without marks: هـ is one. */
static uint32_t letters_in(wq_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(s.p + i, s.n - i, &cp);
        n += !cp_is_mark(cp);
        i += len ? len : 1;
    }
    return n;
}

static bool is_tatweel(const text_scan *s, size_t at)
{
    return at + 2 <= s->raw.n && memcmp(s->raw.p + at, AR_TATWEEL, 2) == 0;
}

static gap gap_between(const text_scan *s, size_t from, size_t end, size_t next,
                       uint32_t marks)
{
    bool before = end >= 2 && is_tatweel(s, end - 2), after = is_tatweel(s, next);
    unsigned len;
    bool unfinished = before && letters_in(str_sub(s->raw, from, end)) >
                                    3; /* not بـ, الـ, والـ before a foreign word */
    uint32_t mark = text_peek(s, end, &len);
    bool slash = mark == '/', stop = mark == '.' || mark == '\'' || slash;
    if ((unfinished && !slash) || (before && after))
        return GAP_STRONG;
    if ((before || after) && !slash)
        return GAP_HALF;
    if (marks == 1 && !stop && mark != '_')
        return GAP_STAR;
    return marks > 1 || !stop ? GAP_DOTS : slash ? GAP_SLASH : GAP_PLAIN;
}

/* Adds [from, to) to the pieces; one of nothing but tatweel joins its neighbours. */
static void add_piece(text_scan *s, pieces *p, size_t from, size_t to)
{
    piece x = { .after = GAP_PLAIN };
    fill_piece(s, &x, from, to);
    if (x.form.n || p->n == 0)
        p->v[p->n++] = x;
    p->v[p->n - 1].end = to;
}

/* How many marks stand at `at`, three at most, where letters go on behind them, at *next; else 0. */
static uint32_t marks_at(const text_scan *s, size_t at, size_t *next)
{
    unsigned len;
    uint32_t marks = 0;
    for (; is_mask(text_peek(s, at, &len)) && marks < 3; at += len)
        marks++;
    *next = at;
    return marks && text_in_word(text_peek(s, at, &len)) ? marks : 0;
}

/* The pieces that marks without a space hold together, from the one that ends at `end`. */
static void gather(text_scan *s, size_t from, size_t end, pieces *p)
{
    p->n = 0;
    add_piece(s, p, from, end);
    while (p->n < MAX_PIECES) {
        size_t last = p->v[p->n - 1].end, at;
        uint32_t marks = marks_at(s, last, &at);
        if (marks == 0)
            break;
        p->v[p->n - 1].after = gap_between(s, from, last, at, marks);
        add_piece(s, p, at, text_run(s, at, text_in_word));
    }
}

/* How the pieces look without their marks. */
typedef struct looks {
    uint32_t single, names, strange; /* letters; names of letters; no words */
} looks;

static looks look(const text_scan *s, const pieces *p, uint32_t n)
{
    looks x = { 0, 0, 0 };
    for (uint32_t i = 0; i < n; i++) {
        wq_str form = p->v[i].form;
        bool letter = form.n <= 2;
        bool tail = i > 0 && i + 1 == n && form.n <= 4 && p->v[i - 1].form.n > 6;
        x.single += letter;
        x.names += is_letter_name(s, form);
        x.strange += !letter && !tail && !stands_alone(s, form);
    }
    return x;
}

/* Single marks without tatweel: only where a piece can't stand alone, and no initial or abbreviation is seen. */
static bool plain_marks_mask(const text_scan *s, const looks *marked, const pieces *p,
                             uint32_t n)
{
    looks x = *marked;
    wq_str first = p->v[0].form, last = p->v[n - 1].form;
    if (x.names == n)
        return false; /* بي.جي */
    if (last.n <= 2)
        return !is_kind(s, last, "ending") && p->v[n - 2].form.n <= 6;
    if (first.n <= 2)
        return x.strange > 0 && n == 2; /* d. before a name is a title */
    return x.strange > 0;
}

/* Do the first `n` pieces make one word? */
static bool makes_word(const text_scan *s, const pieces *p, uint32_t n, wq_str whole)
{
    uint32_t kind[GAPS] = { 0 };
    for (uint32_t i = 0; i + 1 < n; i++)
        kind[p->v[i].after]++;
    if (n < p->n && p->v[n - 1].after >= GAP_STAR)
        return false; /* a part of it would leave a piece behind */
    if (p->v[0].after == GAP_HALF && is_prefix_alone(s, p->v[0].form))
        return false;
    if (kind[GAP_STRONG] == n - 1)
        return true;
    if (kind[GAP_DOTS] || !is_word(s, whole))
        return false;
    if (kind[GAP_HALF] + kind[GAP_STRONG] > 0)
        return true;
    looks x = look(s, p, n);
    if (x.single == n)
        return letters_make_word(s, whole, n); /* د.ا.ع.ش, not د.ب.أ */
    if (kind[GAP_STAR] > 0)
        return x.strange > 0;
    if (kind[GAP_SLASH] > 0)
        return n == p->n && x.strange > 0 && x.single == 0;
    return n == p->n && plain_marks_mask(s, &x, p, n);
}

/* In the middle of a chain such as آي/بي/إي/اس, whose beginning made no word. */
static bool continues_chain(const text_scan *s, size_t from)
{
    return from > 1 && (s->raw.p[from - 1] == '.' || s->raw.p[from - 1] == '/') &&
           ((unsigned char)s->raw.p[from - 2] & 0x80);
}

static size_t marked_end(text_scan *s, size_t from, size_t end, mask_word *out)
{
    pieces p;
    size_t next;
    if (!marks_at(s, end, &next) || continues_chain(s, from))
        return end;
    gather(s, from, end, &p);
    for (uint32_t n = p.n; n > 1; n--)
        if (put_together(s, &p, n, out) && makes_word(s, &p, n, out->form))
            return p.v[n - 1].end;
    return end;
}

/* ---- letters with spaces between --------------------------------------------------------- */

/* The next letter behind one space or mark, alone there; 0 where it is none. */
static size_t next_single(const text_scan *s, size_t at, size_t *start)
{
    unsigned len, more;
    uint32_t cp = text_peek(s, at, &len);
    if (cp != ' ' && cp != '-' && !is_mask(cp))
        return 0;
    *start = at + len;
    if (!cp_is_arabic_letter(text_peek(s, *start, &more)))
        return 0;
    size_t end = text_run(s, *start, text_in_word);
    return end - *start <= 8 && letters_in(str_sub(s->raw, *start, end)) == 1 ? end : 0;
}

/* د ا ع ش: four letters or more, all there are.  Of three, abbreviations are made (أ ف ب). */
static size_t spaced_end(text_scan *s, size_t from, size_t end, mask_word *out)
{
    pieces p = { .n = 0 };
    size_t start = from;
    for (size_t to = end; to && p.n < MAX_PIECES; to = next_single(s, to, &start))
        add_piece(s, &p, start, to);
    return p.n < MAX_PIECES && put_together(s, &p, p.n, out) &&
                   letters_make_word(s, out->form, p.n)
               ? p.v[p.n - 1].end
               : end;
}

/* ---- signs that look like letters --------------------------------------------------------- */

/* The letters that a sign may stand for, with '|' between; empty where it stands for none. */
static wq_str lookalikes(const text_scan *s, uint32_t sign)
{
    char key[] = { '=', (char)sign };
    uint32_t n;
    const lex_entry *e =
        sign > ' ' && sign < 0x7f ? lex_find(s->lex, (wq_str){ key, 2 }, &n) : NULL;
    for (uint32_t i = 0; e && i < n; i++)
        if (e[i].table == LEX_LOOKALIKE)
            return lex_cell(s->lex, LEX_LOOKALIKE, e[i].row, "letters");
    return STR("");
}

/* Letters, sign, letters, ...: a sign is one piece, and stands between letters. */
static bool gather_mixed(text_scan *s, size_t from, size_t end, pieces *p, wq_str *signs)
{
    unsigned len, more;
    p->n = 0;
    add_piece(s, p, from, end);
    while (p->n + 2 <= MAX_PIECES) {
        size_t at = p->v[p->n - 1].end;
        wq_str letters = lookalikes(s, text_peek(s, at, &len));
        if (letters.n == 0 || !cp_is_arabic_letter(text_peek(s, at + len, &more)))
            break;
        signs[p->n] = letters;
        p->v[p->n++] = (piece){ .end = at + len };
        add_piece(s, p, at + len, text_run(s, at + len, text_in_word));
    }
    return p->n > 1 && p->n + 2 <= MAX_PIECES;
}

/* Tries every letter for the signs from piece `i` on. */
static bool try_letters(text_scan *s, pieces *p, uint32_t i, const wq_str *signs,
                        mask_word *out)
{
    if (i >= p->n)
        return put_together(s, p, p->n, out) &&
               letters_make_word(s, out->form, (uint32_t)out->form.n / 2);
    wq_str rest = signs[i], letter;
    while (rest.n && str_next(&rest, '|', &letter)) {
        p->v[i].norm = letter;
        p->v[i].form = fold_norm(s->mem, letter);
        if (try_letters(s, p, i + 2, signs, out))
            return true;
    }
    return false;
}

static size_t mixed_end(text_scan *s, size_t from, size_t end, mask_word *out)
{
    enum { MAX_SIGNS = 3 };
    pieces p;
    wq_str signs[MAX_PIECES];
    if (!gather_mixed(s, from, end, &p, signs) || p.n > 2 * MAX_SIGNS + 1)
        return end;
    bool strange = false;
    for (uint32_t i = 0; i < p.n; i += 2)
        strange = strange || !stands_alone(s, p.v[i].form);
    return strange && try_letters(s, &p, 1, signs, out) ? p.v[p.n - 1].end : end;
}

size_t mask_end(text_scan *s, size_t from, size_t end, uint32_t letters, mask_word *out)
{
    unsigned len, more;
    uint32_t next = text_peek(s, end, &len);
    size_t found = end, start;
    if (letters == 1 && next_single(s, end, &start))
        found = spaced_end(s, from, end, out);
    if (found == end && is_mask(next))
        found = marked_end(s, from, end, out);
    if (found == end && next > ' ' && next < 0x7f &&
        cp_is_arabic_letter(text_peek(s, end + len, &more)))
        found = mixed_end(s, from, end, out);
    return found;
}
