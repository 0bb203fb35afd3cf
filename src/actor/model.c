/* The designation of a weapon, between its noun and whose it is. */
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
