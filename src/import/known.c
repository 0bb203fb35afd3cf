/* Which rows of ours an input means: persons by their Latin name, offices and codes by data/import/. */
#include "base/utf8.h"
#include "import/import.h"

/* The next ASCII letter of a name in lower case; 0 at its end.  Marks, spaces, hyphens and apostrophes differ from
 * list to list; a letter beyond ASCII counts as one of its own.                                                  */
static uint32_t next_letter(wq_str s, size_t *at)
{
    while (*at < s.n) {
        uint32_t cp;
        unsigned n = utf8_decode(s.p + *at, s.n - *at, &cp);
        *at += n ? n : 1;
        if (cp >= 'A' && cp <= 'Z')
            return cp | 0x20;
        if ((cp >= 'a' && cp <= 'z') || cp >= 0x80)
            return cp;
    }
    return 0;
}

static bool same_latin(wq_str a, wq_str b)
{
    size_t i = 0, k = 0;
    uint32_t x;
    do {
        x = next_letter(a, &i);
        if (x != next_letter(b, &k))
            return false;
    } while (x);
    return true;
}

wq_str import_known(const import_list *list, wq_str latin, wq_str country)
{
    const lexicon *lex = list->lex;
    wq_str found = { NULL, 0 };
    int spelt = lex_column(lex, LEX_ACTOR, "latin");
    for (uint32_t row = 0; latin.n && row < lex_rows(lex, LEX_ACTOR); row++) {
        if (!same_latin(lex_cell_at(lex, LEX_ACTOR, row, spelt), latin) ||
            !str_eq(lex_cell(lex, LEX_ACTOR, row, "kind"), STR("person")) ||
            (country.n && !str_eq(lex_cell(lex, LEX_ACTOR, row, "country"), country)))
            continue;
        if (found.n)
            return (wq_str){ NULL, 0 };
        found = lex_cell(lex, LEX_ACTOR, row, "id");
    }
    return found;
}

static bool begins(wq_str text, wq_str words)
{
    return text.n >= words.n && str_eq_nocase(str_sub(text, 0, words.n), words) &&
           (text.n == words.n || text.p[words.n] == ' ' || text.p[words.n] == ',');
}

int64_t import_row(const import_list *list, wq_str kind, wq_str text, bool prefix)
{
    int64_t best = -1;
    size_t length = 0;
    for (uint32_t row = 0; row < lex_rows(list->lex, LEX_IMPORT); row++) {
        wq_str words = lex_cell(list->lex, LEX_IMPORT, row, "words");
        if (words.n <= length ||
            !str_eq(lex_cell(list->lex, LEX_IMPORT, row, "kind"), kind))
            continue;
        if (prefix ? begins(text, words) : str_eq(text, words)) {
            best = row;
            length = words.n;
        }
    }
    return best;
}
