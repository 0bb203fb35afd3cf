/* Sentences and quotations over the tokens. */
#include "text/text.h"

#include "base/utf8.h"
#include "lexicon/word.h"
#include "script/fold.h"
#include "script/letters.h"
#include "text/scan.h"

enum {
    FIRST_TOKENS = 4096, /* room for those of most articles at once */
    SUBHEAD_TOKENS = 14,
    LONG_SENTENCE =
        160, /* tokens; from here on it is cut where a clause begins, but no piece below SHORT_SENTENCE */
    SHORT_SENTENCE = 60,
    LONGEST_SENTENCE =
        600 /* or here, where none begins, since later stages look all over a sentence */
};

wq_str text_slice(const text_part *p, uint32_t first, uint32_t last)
{
    if (first >= last)
        return STR("");
    const text_token *end = &p->token[last - 1];
    return str_sub(p->raw, p->token[first].byte, end->byte + end->n_byte);
}

wq_span text_span(const text_part *p, uint32_t first, uint32_t last)
{
    if (first >= last)
        return (wq_span){ p->which, 0, 0 };
    const text_token *end = &p->token[last - 1];
    return (wq_span){ p->which, p->token[first].cp, end->cp + end->n_cp };
}

/* Letters of the proclitics, and the bytes they take with their marks. */
static uint32_t clitic_letters(const text_token *t, uint16_t clitics)
{
    uint32_t n = (clitics & (MORPH_WA | MORPH_FA)) ? 1 : 0;
    n += (clitics & MORPH_PREPOSITION) ? 1 : 0;
    wq_str rest = str_sub(t->form, 2 * (n > 0 ? n - 1 : 0), t->form.n);
    bool melted = (clitics & MORPH_LI) && str_starts(rest, STR(AR_LAM AR_LAM));
    return melted && n ? n - 1 : n;
}

static uint32_t skip_letters(const text_part *p, const text_token *t, uint32_t letters,
                             uint32_t *cps)
{
    uint32_t at = t->byte, end = t->byte + t->n_byte;
    *cps = 0;
    while (letters > 0 && at < end) {
        uint32_t cp, ahead;
        at += utf8_decode(p->raw.p + at, end - at, &cp);
        ++*cps;
        letters -= !cp_is_mark(cp) && cp != ' ';
        while (at < end && utf8_decode(p->raw.p + at, end - at, &ahead) &&
               (cp_is_mark(ahead) ||
                ahead == ' ')) { /* "and" apart from its word: و الحكومة */
            at += utf8_decode(p->raw.p + at, end - at, &cp);
            ++*cps;
        }
    }
    return at;
}

wq_span text_span_bare(const text_part *p, uint32_t first, uint32_t last, uint16_t clitics)
{
    wq_span span = text_span(p, first, last);
    uint32_t cps = 0;
    if (first < last)
        skip_letters(p, &p->token[first], clitic_letters(&p->token[first], clitics), &cps);
    span.start += cps;
    return span;
}

wq_str text_slice_bare(const text_part *p, uint32_t first, uint32_t last, uint16_t clitics)
{
    uint32_t cps;
    if (first >= last)
        return STR("");
    uint32_t from =
        skip_letters(p, &p->token[first], clitic_letters(&p->token[first], clitics), &cps);
    const text_token *end = &p->token[last - 1];
    return str_sub(p->raw, from, end->byte + end->n_byte);
}

/* ---- sentences ------------------------------------------------------------------- */

static uint32_t decode_mark(const text_part *p, const text_token *t)
{
    uint32_t cp;
    utf8_decode(p->raw.p + t->byte, t->n_byte, &cp);
    return cp;
}

static inline uint32_t mark_of(const text_part *p, const text_token *t)
{
    return t->kind == TOKEN_PUNCT ? decode_mark(p, t) : 0;
}

static bool ends_sentence(uint32_t mark)
{
    return mark == '.' || mark == '!' || mark == '?' || mark == 0x61f || mark == 0x2026;
}

static bool closes_quotation(uint32_t mark)
{
    return mark == '"' || mark == 0x201d || mark == 0xbb || mark == 0x201c || mark == ')' ||
           mark == 0x2019;
}

static bool is_one_letter(const text_token *t)
{
    return (t->kind == TOKEN_WORD && t->form.n <= 2) ||
           (t->kind == TOKEN_LATIN && t->form.n == 1);
}

/* The name of a letter, as one says it: بي, إف. */
static bool is_letter_name(const text_part *p, uint32_t at)
{
    enum { LONGEST = 6 /* bytes: three letters */ };
    return at < p->n_tokens && p->token[at].kind == TOKEN_WORD &&
           p->token[at].form.n <= LONGEST;
}

/* A full stop with such a name on either side, and no space. */
static bool joins_letters(const text_part *p, uint32_t at)
{
    return at > 0 && at + 1 < p->n_tokens && mark_of(p, &p->token[at]) == '.' &&
           is_letter_name(p, at - 1) && is_letter_name(p, at + 1) &&
           !p->token[at].space_before && !p->token[at + 1].space_before;
}

/* A full stop after one letter or between letters without space is an abbreviation's: د. بشار, د.ب.أ; not that of a year
 * (1436 هـ.).  Of letters that are named there are three or more: إف.بي.آي.                                      */
static bool is_abbreviation(const text_part *p, uint32_t at)
{
    if (at == 0 || mark_of(p, &p->token[at]) != '.')
        return false;
    bool letter = is_one_letter(&p->token[at - 1]) && !p->token[at].space_before &&
                  !(at > 1 && p->token[at - 2].kind == TOKEN_NUMBER);
    bool glued = at + 1 < p->n_tokens && !p->token[at + 1].space_before &&
                 is_one_letter(&p->token[at + 1]);
    bool named = joins_letters(p, at) &&
                 (joins_letters(p, at + 2) || (at > 2 && joins_letters(p, at - 2)));
    return letter || glued || named;
}

/* The number of a list opens its item. */
static bool is_list_number(const text_part *p, uint32_t first, uint32_t at)
{
    return at == first + 1 && at < p->n_tokens && p->token[first].kind == TOKEN_NUMBER &&
           p->token[first].form.n <= 2 && mark_of(p, &p->token[at]) == '.' &&
           at + 1 < p->n_tokens && mark_of(p, &p->token[at + 1]) != '\n';
}

typedef struct splitter {
    arena *mem;
    text_part *part;
    VEC(text_sentence) list;
    uint32_t first, paragraph, paragraph_sentence;
} splitter;

static void end_sentence(splitter *s, uint32_t last)
{
    if (last > s->first)
        *vec_push(s->mem, &s->list) =
            (text_sentence){ .first = s->first, .last = last, .paragraph = s->paragraph };
    s->first = last;
}

/* A short paragraph of one sentence that ends in no full stop, with text after it, is a subhead. */
static void end_paragraph(splitter *s, uint32_t last, bool more)
{
    end_sentence(s, last);
    if (s->list.n == s->paragraph_sentence + 1 && more) {
        text_sentence *one = &s->list.v[s->list.n - 1];
        uint32_t mark = mark_of(s->part, &s->part->token[one->last - 1]);
        one->headline = one->last - one->first <= SUBHEAD_TOKENS && !ends_sentence(mark) &&
                        mark != 0x60c && mark != ':' && !closes_quotation(mark) &&
                        !is_list_number(s->part, one->first, one->first + 1);
    }
    if (s->list.n > s->paragraph_sentence)
        s->paragraph++;
    s->paragraph_sentence = s->list.n;
}

static bool is_comma(uint32_t mark)
{
    return mark == ',' || mark == 0x60c || mark == ';' || mark == 0x61b;
}

/* "and he said", "فأعلن": wa- or fa- before a verb in the third person, which without a comma before it can be nothing else. */
static bool begins_clause(const lexicon *lex, const text_part *p, uint32_t at)
{
    uint32_t n;
    bool verb = false, comma = is_comma(mark_of(p, &p->token[at - 1]));
    const text_token *t = &p->token[at];
    if (t->kind != TOKEN_WORD || t->form.n < 8 || t->quote ||
        (!str_starts(t->form, STR(AR_WAW)) && !str_starts(t->form, STR(AR_FEH))))
        return false;
    const lex_entry *e = lex_find(lex, str_sub(t->form, 2, t->form.n), &n);
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].form == LEX_VERBFORM)
            verb = verb || (e[i].feats & LEX_F_3);
        else if (!comma)
            return false;
    }
    return verb;
}

/* The last token up to `at` that begins a clause, best behind a comma; 0 where there is none. */
static uint32_t clause_boundary(const lexicon *lex, const text_part *p, uint32_t first,
                                uint32_t at)
{
    uint32_t best = 0;
    for (uint32_t i = at; i > first + SHORT_SENTENCE; i--) {
        bool comma = is_comma(mark_of(p, &p->token[i - 1]));
        if ((!comma && best) || !begins_clause(lex, p, i))
            continue;
        if (comma)
            return i;
        best = i;
    }
    return best;
}

/* The token before which a sentence that has grown long is cut; 0: not yet.  Where it has become long one looks back for a
 * clause, then only at the next word, so that work does not grow with its length.                                      */
static uint32_t where_to_cut(const lexicon *lex, const text_part *p, uint32_t first,
                             uint32_t at)
{
    if (at - first == LONG_SENTENCE)
        return clause_boundary(lex, p, first, at);
    bool cut = at - first >= LONGEST_SENTENCE || begins_clause(lex, p, at);
    return cut ? at : 0;
}

static void split_sentences(const lexicon *lex, arena *a, text_part *p)
{
    splitter s = { .mem = a, .part = p };
    for (uint32_t i = 0; i < p->n_tokens; i++) {
        uint32_t mark = mark_of(p, &p->token[i]);
        if (mark == '\n') {
            end_paragraph(&s, i, true);
            s.first = i + 1;
        } else if (ends_sentence(mark) && !is_abbreviation(p, i) &&
                   !is_list_number(p, s.first, i) && p->which == WQ_PART_TEXT) {
            while (i + 1 < p->n_tokens &&
                   (ends_sentence(mark_of(p, &p->token[i + 1])) ||
                    (closes_quotation(mark_of(p, &p->token[i + 1])) &&
                     !p->token[i + 1].space_before)))
                i++;
            end_sentence(&s, i + 1);
        } else if (i + 1 < p->n_tokens && i + 1 - s.first >= LONG_SENTENCE) {
            uint32_t cut = where_to_cut(lex, p, s.first, i + 1);
            if (cut)
                end_sentence(&s, cut);
        }
    }
    end_paragraph(&s, p->n_tokens, false);
    p->sentence = s.list.v;
    p->n_sentences = s.list.n;
    for (uint32_t i = 0; p->which == WQ_PART_TITLE && i < p->n_sentences; i++)
        p->sentence[i].headline = true;
}

/* ---- quotations --------------------------------------------------------------------- */

typedef enum quote_kind { QUOTE_NONE, QUOTE_STRAIGHT, QUOTE_CURLY, QUOTE_ANGLE } quote_kind;

static quote_kind quote_mark(uint32_t mark)
{
    if (mark == '"')
        return QUOTE_STRAIGHT;
    if (mark == 0x201c || mark == 0x201d || mark == 0x201e || mark == 0x201f)
        return QUOTE_CURLY;
    return mark == 0xab || mark == 0xbb ? QUOTE_ANGLE : QUOTE_NONE;
}

/* The press confuses “ and ”: which side a mark is on shows in the spaces around it. */
static bool opens(const text_part *p, uint32_t at, bool open)
{
    uint32_t mark = mark_of(p, &p->token[at]);
    bool space_after = at + 1 >= p->n_tokens || p->token[at + 1].space_before ||
                       mark_of(p, &p->token[at + 1]) == '\n';
    if (mark == 0xab)
        return true;
    if (mark == 0xbb)
        return false;
    if (!open)
        return !space_after || p->token[at].space_before ||
               (at > 0 && mark_of(p, &p->token[at - 1]) == ':');
    return p->token[at].space_before && !space_after && mark != 0x201d;
}

enum { MAX_NESTING = 4 };

typedef struct quoter {
    VEC(text_quotation) list;
    uint32_t open[MAX_NESTING], kind[MAX_NESTING], depth;
} quoter;

static void close_from(quoter *q, uint32_t depth, uint32_t at, bool closed)
{
    while (q->depth > depth) {
        text_quotation *x = &q->list.v[q->open[--q->depth]];
        x->last = at;
        x->closed = closed && q->depth == depth;
    }
}

static void on_mark(arena *a, const text_part *p, quoter *q, uint32_t at, quote_kind kind)
{
    uint32_t depth = q->depth;
    while (depth > 0 && q->kind[depth - 1] != kind)
        depth--;
    if (opens(p, at, depth > 0) && q->depth < MAX_NESTING) {
        q->kind[q->depth] = kind;
        q->open[q->depth++] = q->list.n;
        *vec_push(a, &q->list) = (text_quotation){ .first = at + 1 };
    } else if (depth > 0) {
        close_from(q, depth - 1, at, true);
    }
}

static void find_quotations(arena *a, text_part *p)
{
    quoter q = { .depth = 0 };
    for (uint32_t i = 0; i < p->n_tokens; i++) {
        uint32_t mark = mark_of(p, &p->token[i]);
        quote_kind kind = quote_mark(mark);
        if (kind != QUOTE_NONE)
            on_mark(a, p, &q, i, kind);
        else if (mark == '\n')
            close_from(&q, 0, i, false);
        p->token[i].quote =
            q.depth && kind == QUOTE_NONE ? (uint8_t)(1 + q.open[q.depth - 1] % 255) : 0;
    }
    close_from(&q, 0, p->n_tokens, false);
    p->quotation = q.list.v;
    p->n_quotations = q.list.n;
}

void text_analyse(const lexicon *lex, arena *a, wq_part which, wq_str raw, text_part *out)
{
    text_scan s = { .lex = lex, .mem = a, .raw = raw };
    size_t some = raw.n / 8 + 16; /* letters of a word and its space */
    vec_reserve(a, &s.tokens, some < FIRST_TOKENS ? (uint32_t)some : FIRST_TOKENS);
    while (text_scan_next(&s))
        ;
    *out = (text_part){
        .which = which, .raw = raw, .token = s.tokens.v, .n_tokens = s.tokens.n
    };
    find_quotations(a, out);
    split_sentences(lex, a, out);
}
