/* Tokens: runs of Arabic letters, of other letters, numbers as written, single marks.  Words that were masked with
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
    return cp == '.' || cp == '*' || cp == '_' || cp == '/' || cp == 0xb7 || cp == 0x2022 ||
           cp == '|' || cp == '~' || cp == '\'' || cp == '`';
}

typedef struct pieces {
    wq_str folded[MAX_PIECES];
    uint32_t n;
    size_t end;
} pieces;

static wq_str fold_piece(text_scan *s, size_t from, size_t to)
{
    return fold_str(s->mem, str_sub(s->raw, from, to), FOLD_FULL);
}

/* The pieces that marks without a space hold together, from the one that ends at `end`. */
static void gather(text_scan *s, size_t from, size_t end, pieces *p)
{
    p->n = 0;
    p->folded[p->n++] = fold_piece(s, from, end);
    p->end = end;
    while (p->n < MAX_PIECES) {
        unsigned len, more;
        size_t at = p->end;
        while (is_mask(peek(s, at, &len)) && at - p->end < 3)
            at += len;
        if (at == p->end || !in_word(peek(s, at, &more)))
            break;
        size_t next = run(s, at, in_word);
        p->folded[p->n] = fold_piece(s, at, next);
        if (p->folded[p->n].n)
            p->n++;
        p->end = next;
    }
}

static bool all_single_letters(const pieces *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        if (p->folded[i].n > 2)
            return false;
    return true; /* an abbreviation: د.ب.أ */
}

static bool some_piece_is_no_word(const text_scan *s, const pieces *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        if (p->folded[i].n <= 2 || word_analyse(s->lex, p->folded[i], NULL, NULL) == 0)
            return true;
    return false;
}

/* The end of the masked word that begins at `from`, or `end` where there is none. */
static size_t unmask(text_scan *s, size_t from, size_t end, wq_str *whole)
{
    unsigned len;
    if (!is_mask(peek(s, end, &len)))
        return end;
    pieces p;
    gather(s, from, end, &p);
    for (; p.n > 1 && !all_single_letters(&p); p.n--) {
        char joined[MAX_WORD * 2];
        size_t n = 0;
        for (uint32_t i = 0; i < p.n && n + p.folded[i].n < sizeof joined; i++) {
            memcpy(joined + n, p.folded[i].p, p.folded[i].n);
            n += p.folded[i].n;
        }
        if (word_analyse(s->lex, (wq_str){ joined, n }, NULL, NULL) &&
            some_piece_is_no_word(s, &p)) {
            *whole = arena_str(s->mem, joined, n);
            return p.end;
        }
        break; /* only the whole run: a part of it would leave a piece behind */
    }
    return end;
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
    t.form = whole.n ? whole : fold_str(s->mem, raw, FOLD_FULL);
    t.norm = whole.n ? unmasked_norm(s, s->at, end) : fold_str(s->mem, raw, FOLD_NORM);
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
        add_token(s, run(s, s->at, is_other_word), TOKEN_LATIN, whole);
    } else {
        add_token(s, s->at + len, TOKEN_PUNCT, whole);
    }
    return true;
}
