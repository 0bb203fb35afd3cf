#include "actor/np.h"
#include "base/utf8.h"
#include "script/fold.h"
#include "script/letters.h"

bool np_is_mark(const np_parser *p, uint32_t at, uint32_t mark)
{
    if (at >= p->part->n_tokens || p->part->token[at].kind != TOKEN_PUNCT)
        return false;
    uint32_t cp;
    const text_token *t = &p->part->token[at];
    utf8_decode(p->part->raw.p + t->byte, t->n_byte, &cp);
    return cp == mark;
}

const time_expr *np_time_over(const np_parser *p, uint32_t at)
{
    uint32_t low = 0, high = p->times ? p->times->n : 0;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (p->times->v[mid].last <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return p->times && low < p->times->n ? &p->times->v[low] : NULL;
}

bool np_is_comma(const np_parser *p, uint32_t at)
{
    return np_is_mark(p, at, 0x60c) || np_is_mark(p, at, ',');
}

bool np_is_quote(const np_parser *p, uint32_t at)
{
    static const uint32_t marks[] = { '"',  0x201c, 0x201d, 0x201e, 0x201f,
                                      0xab, 0xbb,   0x2018, 0x2019, '/' };
    if (at >= p->part->n_tokens || p->part->token[at].kind != TOKEN_PUNCT)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (np_is_mark(p, at, marks[i]))
            return true;
    return false;
}

uint32_t np_skip_quote(const np_parser *p, uint32_t at)
{
    return np_is_quote(p, at) ? at + 1 : at;
}

bool np_in_paragraph(const np_parser *p, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to && i < p->part->n_tokens; i++)
        if (np_is_mark(p, i, '\n'))
            return false;
    return true;
}

bool np_has_tanween(const np_parser *p, uint32_t at)
{
    return text_has_mark(p->part, &p->part->token[at], STR(AR_FATHATAN));
}

static bool is_kind(const np_parser *p, const lex_entry *e, wq_str kind)
{
    return e->table == LEX_FUNCTION &&
           str_eq(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), kind);
}

bool np_read_kind(const np_parser *p, uint32_t at, wq_str kind)
{
    const text_token *t = &p->part->token[at];
    uint64_t bit = str_bit(kind);
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_FUNCTION &&
            !(t->morph->v[i].clitics &
              MORPH_PRONOUN) && /* "to" is no "clan" with a pronoun */
            (lex_kind_bit(p->lex, LEX_FUNCTION, e->row) & bit) &&
            is_kind(p, e, kind))
            return true;
    }
    return false;
}

bool np_is_kind_of_place(const np_parser *p, uint32_t at)
{
    int64_t row = np_function_row(p, at, STR("transparent"));
    return row >= 0 && lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value").n;
}

/* بأن is not بان: writers leave out a hamza, they add none.  Letters of two bytes each, both normalised. */
static bool has_more_hamzas(wq_str word, wq_str than)
{
    for (size_t i = 0; i + 1 < word.n && word.n == than.n; i += 2) {
        uint32_t a, b;
        utf8_decode(word.p + i, 2, &a);
        utf8_decode(than.p + i, 2, &b);
        if (a != b && (a == 0x623 || a == 0x625))
            return true;
    }
    return false;
}

static bool has_hamza(wq_str norm)
{
    for (size_t i = 0; i + 1 < norm.n; i += 2)
        if (norm.p[i] == '\xd8' && (norm.p[i + 1] == '\xa3' || norm.p[i + 1] == '\xa5'))
            return true;
    return false;
}

bool np_spelled_as(const np_parser *p, uint32_t at, lex_table table, uint32_t row)
{
    const text_token *t = &p->part->token[at];
    if (!has_hamza(t->norm))
        return true;
    wq_str cells[] = { lex_cell(p->lex, table, row, "name"),
                       lex_cell(p->lex, table, row, "names") };
    enum { LONGEST = 42 };
    for (int i = 0; i < 2; i++)
        for (wq_str one; cells[i].n && str_next(&cells[i], '|', &one);)
            if (one.n <= LONGEST - 1 && fold_is(one, t->form))
                return !has_more_hamzas(t->norm, one);
    return true;
}

int64_t np_read_row(const np_parser *p, uint32_t at, wq_str kind)
{
    const text_token *t = &p->part->token[at];
    for (uint32_t i = 0; i < t->morph->n; i++)
        if (t->morph->v[i].clitics == 0 && is_kind(p, &t->morph->v[i].entry, kind))
            return t->morph->v[i].entry.row;
    return -1;
}

bool np_is_day(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *m = np_is_word(p, at) ? morph_as(t, LEX_TIME, -1) : NULL;
    return m && m->clitics == 0 &&
           str_listed(STR("weekday|rel"), '|',
                      lex_cell(p->lex, LEX_TIME, m->entry.row, "kind"));
}
