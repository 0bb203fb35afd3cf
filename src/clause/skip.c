/* Asides that a phrase goes on behind: in parentheses, "and he is", "and with it Turkey", "according to the source". */
#include "clause/clause.h"
#include "clause/reader.h"
#include "script/letters.h"

/* "(22 years)", "(40 km south of Baghdad)": a figure, and what it measures. */
static bool is_measure(const clause_sentence *s, uint32_t i)
{
    return i + 2 < s->n_items &&
           s->part->token[s->item[i + 1].first].kind == TOKEN_NUMBER &&
           (s->item[i + 2].kind == ITEM_WORD || s->item[i + 2].kind == ITEM_TIME);
}

/* The closing parenthesis of an aside that has a verb of its own, or is a measure; `i` where none opens there. */
static uint32_t behind_aside(const clause_sentence *s, uint32_t i)
{
    enum { LONGEST = 16 };
    if (s->item[i].mark != '(')
        return i;
    bool aside = is_measure(s, i);
    for (uint32_t k = i + 1; k < s->n_items && k <= i + LONGEST; k++) {
        aside = aside || s->item[k].kind == ITEM_VERB;
        if (s->item[k].mark == ')')
            return aside ? k : i;
    }
    return i;
}

/* "The man, who is a leader of it, was killed on Saturday": the item before the comma that closes an aside of "and he is", the
 * last of the sentence where none does; `i` where none opens there.                                                   */
static uint32_t behind_description(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    bool opens = item_is_function(it, STR("pronoun")) &&
                 str_starts(s->part->token[it->first].form, STR(AR_WAW AR_HEH)) &&
                 i + 1 < s->n_items && !(it[1].clitics & MORPH_AL) &&
                 (it[1].kind != ITEM_ACTOR || !it[1].actor->definite);
    while (opens && i + 1 < s->n_items && !item_is_comma(&s->item[i + 1]))
        i++;
    return i;
}

/* ", and with it the United States," and ", as did Turkey,": whoever is named there besides; the item before the comma that
 * closes it; `i` where none opens there.                                                                            */
static uint32_t behind_company(const clause_sentence *s, uint32_t i)
{
    enum { LONGEST = 6 };
    const clause_item *it = &s->item[i];
    if (!item_is_function(it, STR("prep_pronoun")) || !str_eq(it->value, STR("maa")) ||
        i == 0 || !item_is_comma(it - 1) || !(it->clitics & MORPH_WA))
        return i;
    for (uint32_t k = i + 1; k + 1 < s->n_items && k <= i + LONGEST; k++) {
        if (item_is_comma(&s->item[k]))
            return k > i + 1 ? k - 1 : i;
        if (s->item[k].kind != ITEM_ACTOR || (s->item[k].clitics & MORPH_PREPOSITION))
            break;
    }
    return i;
}

/* The item before the comma that closes what item `i` opens, with no verb in between; `i`: there is none near. */
static uint32_t before_comma(const clause_sentence *s, uint32_t i)
{
    enum { LONGEST = 8 };
    for (uint32_t k = i + 1; k < s->n_items && k <= i + LONGEST; k++) {
        if (item_is_comma(&s->item[k]))
            return k - 1;
        if (s->item[k].kind == ITEM_VERB)
            break;
    }
    return i;
}

/* "The army hit, according to the same source, with artillery a village": who says so; the item before the comma that closes it, `i`
 * where none does.                                                                                                    */
static uint32_t behind_source(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    bool opens = i > 0 && item_is_comma(it - 1) && item_is_function(it, STR("prep")) &&
                 str_eq(it->value, STR("according"));
    return opens ? before_comma(s, i) : i;
}

/* "The court, sitting (المنعقدة) at the institute of the police, sentenced": a participle with the article that describes the subject right
 * before the comma; the item before the comma that closes it, `i` where none does.                              */
static uint32_t behind_participle(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    bool opens = i > 1 && item_is_comma(it - 1) &&
                 s->clause[it->clause].subject == (int32_t)i - 2 &&
                 it->clitics == MORPH_AL &&
                 (it->entry.form == LEX_ACTIVE || it->entry.form == LEX_PASSIVE);
    return opens ? before_comma(s, i) : i;
}

/* "Bombers of the type Tu-22 hit": what the model is called, a word and a number, a mark between them. */
static uint32_t behind_make(const clause_sentence *s, uint32_t i)
{
    enum { LONGEST = 4 };
    uint32_t end = i;
    if (!item_is_function(&s->item[i], STR("adverb")) ||
        !str_eq(s->item[i].value, STR("make")))
        return i;
    for (uint32_t k = i + 1; k < s->n_items && k <= i + LONGEST; k++) {
        const clause_item *it = &s->item[k];
        bool number = s->part->token[it->first].kind == TOKEN_NUMBER;
        bool mark = it->kind == ITEM_MARK && !item_is_comma(it) && it->mark != '.';
        if (!number && !mark && (k > i + 1 || it->kind != ITEM_WORD))
            break;
        end = mark ? end : k;
    }
    return end;
}

static bool is_dash(uint32_t cp)
{
    enum { EN_DASH = 0x2013, EM_DASH = 0x2014 };
    return cp == '-' || cp == EN_DASH || cp == EM_DASH;
}

/* "The forces - stationed in the camp - shelled": what stands between dashes behind somebody and has no verb; the closing dash, `i`
 * where none is.                                                                                                      */
static uint32_t behind_dashes(const clause_sentence *s, uint32_t i)
{
    enum { LONGEST = 12 };
    const clause_item *it = &s->item[i];
    if (i == 0 || !is_dash(it->mark) || it[-1].kind != ITEM_ACTOR)
        return i;
    for (uint32_t k = i + 1; k < s->n_items && k <= i + LONGEST; k++) {
        if (s->item[k].kind == ITEM_MARK && s->item[k].mark == it->mark)
            return k > i + 1 ? k : i;
        if (s->item[k].kind == ITEM_VERB)
            break;
    }
    return i;
}

/* The deed without article that item `i` stands right behind, or behind an adjective of it. */
static bool is_behind_deed(const clause_sentence *s, uint32_t head, uint32_t i)
{
    enum { ADJECTIVES = 2 };
    const clause_item *deed = &s->item[head];
    if (deed->kind != ITEM_NOMINAL || (deed->clitics & (MORPH_AL | MORPH_PRONOUN)) ||
        i <= head || i > head + 1 + ADJECTIVES)
        return false;
    for (uint32_t k = head + 1; k < i; k++) {
        const clause_item *it = &s->item[k];
        bool comma = k + 1 == i && item_is_comma(it);
        if (!comma && (it->kind != ITEM_WORD || it->clitics || it->count))
            return false;
    }
    return true;
}

uint32_t clause_skip_description(const clause_sentence *s, uint32_t head, uint32_t i)
{
    const clause_item *verb = &s->item[i], *what = verb + 1, *next = what + 1;
    if (i + 2 >= s->n_items || !verb->describes ||
        (verb->clitics & (MORPH_WA | MORPH_FA)) || !is_behind_deed(s, head, i))
        return i;
    bool lasts = what->kind == ITEM_TIME && what->time->type == TIME_DURATION;
    bool called = (what->clitics & MORPH_BI) &&
                  (what->kind == ITEM_WORD || what->kind == ITEM_NOMINAL);
    bool comma = item_is_comma(verb - 1) && item_is_comma(next) && i + 3 < s->n_items;
    next += comma;
    bool tied = item_is_function(next, STR("prep")) || (next->clitics & MORPH_PREPOSITION);
    return (lasts || called) && tied ? i + 1 + comma : i;
}

/* An aside that a function word opens. */
static uint32_t behind_particle(const clause_sentence *s, uint32_t i)
{
    uint32_t behind = behind_description(s, i);
    behind = behind > i ? behind : behind_source(s, i);
    behind = behind > i ? behind : behind_make(s, i);
    return behind > i ? behind : behind_company(s, i);
}

uint32_t clause_skip_aside(const clause_sentence *s, uint32_t i)
{
    item_kind kind = (item_kind)s->item[i].kind;
    if (kind == ITEM_FUNCTION)
        return behind_particle(s, i);
    if (kind == ITEM_NOMINAL)
        return behind_participle(s, i);
    uint32_t behind = kind == ITEM_MARK ? behind_aside(s, i) : i;
    return behind > i || kind != ITEM_MARK ? behind : behind_dashes(s, i);
}

/* "in a statement that he issued THE ATTACK": does the clause go on at item `at` that a verb right behind its noun interrupts? */
bool clause_goes_on_above(const clause_sentence *s, uint32_t head, uint32_t at)
{
    const clause *c = &s->clause[s->item[at].clause];
    const clause *own = &s->clause[s->item[head].clause];
    return c->opener == OPEN_REST && c->first == at && s->item[at - 1].kind != ITEM_MARK &&
           own->opener == OPEN_AND && own->verb == (int32_t)own->first &&
           c->whole != (int32_t)clause_whole(s, s->item[head].clause);
}
