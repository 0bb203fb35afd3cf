#include "morph/numeral.h"

#include <stdlib.h>

#include "morph/morph.h"

enum { LONGEST = 8, MAX_DIGITS = 12 };

/* May `v` be added to `total` by "and"?  Units to tens, tens to hundreds and so on, in either order. */
static bool adds(uint64_t total, uint64_t v)
{
    if (v == 10)
        return total % 100 == 0;
    for (uint64_t place = 1; place <= 100000; place *= 10)
        if (v < place * 10)
            return total / place % 10 == 0;
    return total % 1000000 == 0 || total < v;
}

bool numeral_extend(uint64_t *total, uint64_t value, bool joined, bool big)
{
    uint64_t low = big && value ? *total % value : 0;
    if (joined) {
        if (!adds(*total, value))
            return false;
        *total += value;
    } else if (big && low && value > low) {
        *total +=
            low * value - low; /* three thousand; a million and two hundred thousand */
    } else if (!big && value == 10 && *total % 100 >= 1 && *total % 100 <= 9) {
        *total += 10; /* thirteen */
    } else {
        return false;
    }
    return true;
}

typedef struct word_of_number {
    uint64_t value;
    bool joined, big, bound; /* bound: behind a preposition, or with the article */
} word_of_number;

static bool read_word(const lexicon *lex, const text_token *t, word_of_number *out)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table != LEX_TIME || (m->clitics & MORPH_PRONOUN))
            continue;
        wq_str kind = lex_cell(lex, LEX_TIME, m->entry.row, "kind");
        bool big = str_eq(kind, STR("numeral_big"));
        if (!big && !str_eq(kind, STR("numeral")))
            continue;
        wq_str value = lex_cell(lex, LEX_TIME, m->entry.row, "value");
        *out = (word_of_number){ strtoull(value.p, NULL, 10), m->clitics & MORPH_WA, big,
                                 m->clitics & (MORPH_PREPOSITION | MORPH_AL) };
        return true;
    }
    return false;
}

/* 1,500 and 1.500 are thousands, 1.5 is *tenths; dates and times of day are no numbers. */
static bool read_figures(wq_str s, uint64_t *value, uint64_t *tenths)
{
    uint64_t v = 0;
    size_t digits = 0, since = 0;
    char sign = 0;
    *tenths = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] >= '0' && s.p[i] <= '9') {
            v = v * 10 + (uint64_t)(s.p[i] - '0');
            digits++;
            since++;
            continue;
        }
        if ((s.p[i] != ',' && s.p[i] != '.') || digits == 0 || (sign && since != 3))
            return false;
        sign = s.p[i];
        since = 0;
    }
    if (digits == 0 || digits > MAX_DIGITS || (sign && since != 3 && since != 1))
        return false;
    if (sign && since == 1) {
        *tenths = v % 10;
        v /= 10;
    }
    *value = v;
    return true;
}

static bool first_of(const lexicon *lex, const text_token *t, uint64_t *value,
                     uint64_t *tenths)
{
    word_of_number w;
    *tenths = 0;
    if (t->kind == TOKEN_NUMBER)
        return read_figures(t->form, value, tenths);
    if (!read_word(lex, t, &w))
        return false;
    *value = w.value;
    return true;
}

bool numeral_at(const lexicon *lex, const text_part *part, uint32_t at, uint64_t *value,
                uint32_t *behind)
{
    uint64_t total, tenths;
    if (at >= part->n_tokens || !first_of(lex, &part->token[at], &total, &tenths))
        return false;
    uint32_t i = at + 1;
    for (int words = 1; words < LONGEST && i < part->n_tokens; words++, i++) {
        word_of_number w;
        if (!read_word(lex, &part->token[i], &w) || w.bound)
            break;
        uint64_t before = total;
        if (total == 0 && tenths && w.big && !w.joined)
            total = 0; /* 0.5 million */
        else if (!numeral_extend(&total, w.value, w.joined, w.big))
            break;
        if (tenths && w.big && !w.joined && before < w.value)
            total += tenths * (w.value / 10);
        tenths = 0;
    }
    *value = total;
    *behind = i;
    return tenths == 0;
}
