/* What stands behind "that", before the verb. */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"

int32_t clause_noun_behind_that(const clause_sentence *s, const clause *c)
{
    bool governed = false;
    for (uint32_t i = c->first; c->opener == OPEN_THAT && (int32_t)i < c->verb; i++) {
        const clause_item *it = &s->item[i];
        bool noun = it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL;
        if (noun && !governed && !(it->clitics & (MORPH_PREPOSITION | MORPH_WA)) &&
            !it->count)
            return (int32_t)i;
        if (noun || it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE)
            governed = false;
        if (item_is_function(it, STR("prep")))
            governed = true;
    }
    return CLAUSE_NONE;
}
