/* Who stands behind "between": the second is joined to what is told of the first, "on the one side" or not. */
#include "clause/clause.h"
#include "clause/reader.h"

/* "on the one side" stands between two items. */
static bool is_side_between(const clause_sentence *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (item_is_function(&s->item[i], STR("adverb")) &&
            str_eq(s->item[i].value, STR("side")))
            return true;
    return false;
}

/* What says of the first who stands behind "between" whose he is, who leads him, on whose side he is. */
static bool is_inside_of_first(const clause_sentence *s, const clause_arg *a)
{
    static const char *const slot[] = { "min", "gen", "adj", "li", "bi", "riaasa", "" };
    for (size_t i = 0; i < sizeof slot / sizeof *slot; i++)
        if (str_eq(a->slot, str_of(slot[i])))
            return true;
    return item_is_function(&s->item[a->item], STR("prep_pronoun"));
}

/* "between gunmen of a tribe and members of", "between the army on the one side and": the second that "between" wants is joined to
 * what the first are of.                                                                                             */
void clause_complete_between(const clause_sentence *s, clause_args *args)
{
    uint32_t first = 0;
    while (first < args->n && !str_eq(args->v[first].slot, STR("bayn")))
        first++;
    uint32_t next = first + 1;
    while (next < args->n && str_eq(args->v[next].slot, STR("bayn")))
        next++;
    for (uint32_t i = next; i < args->n; i++) {
        clause_arg a = args->v[i];
        if (!is_inside_of_first(s, &a) && !a.coordinated)
            return;
        bool side = is_side_between(s, args->v[first].item, a.item);
        bool wanted = a.coordinated && s->item[a.item].kind == ITEM_ACTOR &&
                      !s->item[a.item].actor->place_like && (next == first + 1 || side);
        if (!wanted)
            continue;
        a.slot = STR("bayn");
        for (; i > next; i--)
            args->v[i] = args->v[i - 1];
        args->v[next] = a;
        if (!side)
            return;
        i = next++;
    }
}

/* Behind a number, or a word like "hundreds of". */
bool item_is_counted(const clause_sentence *s, uint32_t item)
{
    const clause_item *before = item > 0 ? &s->item[item - 1] : NULL;
    return before && (before->count || (item_is_function(before, STR("transparent")) &&
                                        before->value.n == 0));
}

bool item_joins_quoted(const clause_sentence *s, uint32_t item)
{
    uint32_t mark = item + 1 < s->n_items ? s->item[item + 1].mark : 0;
    return item_is_function(&s->item[item], STR("conj")) &&
           (mark == 0xab || mark == 0x201c || mark == 0x201d || mark == '"');
}
