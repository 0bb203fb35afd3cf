/* The designation of a weapon, between its noun and whose it is; the number of a unit of an army. */
#include "actor/np.h"

enum { MODEL_LONGEST = 4 }; /* tokens of the designation of a weapon */

/* "طائرات (إف 16) إسرائيلية": a designation in brackets before the nationality; where it ends, or `at`. */
static uint32_t skip_brackets(np_parser *p, uint32_t at)
{
    np_unit u;
    if (!np_is_mark(p, at, '(') && !np_is_quote(p, at))
        return at;
    for (uint32_t i = at + 1; i <= at + MODEL_LONGEST && i < p->part->n_tokens; i++)
        if (np_is_mark(p, i, ')') || np_is_quote(p, i))
            return np_nisba_at(p, i + 1, &u) && !(u.clitics & MORPH_PREPOSITION) ? i + 1
                                                                                 : at;
    return at;
}

static bool is_number(const np_parser *p, uint32_t at)
{
    return at < p->part->n_tokens && p->part->token[at].kind == TOKEN_NUMBER;
}

/* "طائرات إف-16 التركية", "مقاتلات من طراز سوخوي الروسية": a designation with a number, or behind the word for one, before the
 * nationality; where it ends, or `at`.                                                                                 */
static uint32_t skip_words(np_parser *p, uint32_t at)
{
    np_unit u;
    if (at >= p->part->n_tokens)
        return at;
    bool of = np_word_kind(p, at, STR("np_origin")) && at + 1 < p->part->n_tokens;
    bool named = np_word_kind(p, at + of, STR("np_model"));
    bool number = is_number(p, at);
    for (uint32_t i = at + 1; i <= at + MODEL_LONGEST && i < p->part->n_tokens; i++) {
        if (np_function_row(p, i, STR("prep")) >= 0)
            break; /* "a tank of the type So-and-so to Ukraine" */
        bool counts = !named && np_is_word(p, i) && is_number(p, i - 1);
        if (counts && !np_nisba_at(p, i, &u))
            break; /* "the defences shot down 37 Ukrainian drones" */
        if ((named || number) && np_nisba_at(p, i, &u) && !(u.clitics & MORPH_PREPOSITION))
            return i;
        number = number || is_number(p, i);
        bool dash = np_is_mark(p, i, '-') || np_is_quote(p, i);
        if (!named && !dash && !number)
            break;
    }
    return at;
}

uint32_t np_skip_model(np_parser *p, uint32_t at)
{
    uint32_t end = skip_brackets(p, at);
    return end > at ? end : skip_words(p, at);
}

/* "السابع", "الثالثة": a place in a row, with the article. */
static bool is_ordinal(const np_parser *p, uint32_t at)
{
    const morph_word *w = np_is_word(p, at) ? p->part->token[at].morph : NULL;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_TIME && w->v[i].clitics == MORPH_AL &&
            str_starts(lex_cell(p->lex, LEX_TIME, w->v[i].entry.row, "kind"),
                       STR("ordinal")))
            return true;
    return false;
}

/* "عشرة", "والعشرون": what tells the tens of an ordinal. */
static bool is_of_ordinal(const np_parser *p, uint32_t at)
{
    const morph_analysis *m =
        np_is_word(p, at) ? morph_as(&p->part->token[at], LEX_TIME, -1) : NULL;
    return m && (m->clitics == 0 || m->clitics == (MORPH_WA | MORPH_AL)) &&
           str_starts(lex_cell(p->lex, LEX_TIME, m->entry.row, "kind"), STR("numeral"));
}

/* Digits that count nothing: "the brigade 93 shelled", and no "the brigade (killed) 12 gunmen", "12 of the gunmen". */
static bool is_number_alone(np_parser *p, uint32_t at)
{
    return is_number(p, at) && !np_word_kind(p, at + 1, STR("np_origin")) &&
           (!np_is_word(p, at + 1) || np_has_article(&p->part->token[at + 1]) ||
            np_word_kind(p, at + 1, STR("prep")) || np_word_kind(p, at + 1, STR("np_arm")));
}

uint32_t np_unit_number(np_parser *p, uint32_t at, const actor_mention *m)
{
    bool force = m->kind == ACTOR_GROUP && str_eq(m->a.sector, STR("MIL")) && !m->plural &&
                 at == m->first + 1 && np_has_article(&p->part->token[m->first]);
    uint32_t end = at;
    if (force && is_ordinal(p, at))
        end = at + (is_of_ordinal(p, at + 1) ? 2 : 1);
    else if (force && is_number_alone(p, at))
        end = at + 1;
    return end > at && np_is_word(p, end) && np_word_kind(p, end, STR("np_arm")) ? end + 1
                                                                                 : end;
}
