/* Tokens: runs of Arabic letters, of other letters, addresses, numbers as written, single marks. */
#include "base/utf8.h"
#include "script/fold.h"
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
           cp == 0x66c;
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

/* The end of the web or mail address that begins at `at`; `at` itself where there is none. */
static size_t address_end(const text_scan *s, size_t at)
{
    size_t end = text_run(s, at, in_address);
    while (end > at && strchr(".,;:!?'*_-", s->raw.p[end - 1]))
        end--;
    wq_str text = str_sub(s->raw, at, end);
    bool web = str_starts(text, STR("http://")) || str_starts(text, STR("https://")) ||
               str_starts(text, STR("www."));
    return web || has_host(text) ? end : at;
}

/* ---- tokens ------------------------------------------------------------------------- */

static void add_token(text_scan *s, size_t end, token_kind kind, const mask_word *whole)
{
    wq_str raw = str_sub(s->raw, s->at, end);
    text_token t = { .byte = (uint32_t)s->at,
                     .n_byte = (uint32_t)raw.n,
                     .cp = s->cp,
                     .kind = (uint8_t)kind,
                     .space_before = s->space,
                     .masked = whole != NULL };
    t.n_cp = (uint32_t)utf8_count(raw);
    t.norm = whole ? whole->norm : fold_view(s->mem, raw, FOLD_NORM);
    t.form = whole ? whole->form : fold_norm(s->mem, t.norm);
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
    while ((cp = text_peek(s, s->at, &len)) != 0 && cp != '\n' &&
           (cp_is_space(cp) || cp_is_mark(cp))) {
        s->at += len;
        s->cp++;
        s->space = s->space || cp_is_space(cp);
    }
    if (len == 0)
        return false;
    if (cp_is_arabic_letter(cp)) {
        mask_word whole;
        size_t end = text_run(s, s->at, text_in_word),
               masked = mask_end(s, s->at, end, &whole);
        add_token(s, masked > end ? masked : end, TOKEN_WORD, masked > end ? &whole : NULL);
    } else if (cp_is_digit(cp)) {
        add_token(s, number_end(s, s->at), TOKEN_NUMBER, NULL);
    } else if (is_other_letter(cp)) {
        size_t end = address_end(s, s->at);
        add_token(s, end > s->at ? end : text_run(s, s->at, is_other_word), TOKEN_LATIN,
                  NULL);
    } else {
        add_token(s, s->at + len, TOKEN_PUNCT, NULL);
    }
    return true;
}
