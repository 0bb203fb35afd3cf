/* Words that lead to a noun and count for nothing themselves, and where they lead to none. */
#include "clause/reader.h"
#include "morph/morph.h"

bool reader_leads_to_somebody(reader *r, uint32_t at)
{
    const text_part *p = r->in->part;
    const actor_mention *who = reader_actor_at(r, at);
    if (who) /* "the minister showed", "the head of the centre showed": a verb and its subject */
        return who->kind != ACTOR_STATE && who->kind != ACTOR_PERSON &&
               who->kind != ACTOR_OFFICE && !(who->clitics & ~(unsigned)MORPH_AL) &&
               (who->plural || (!who->definite && !who->clitics));
    const morph_analysis *m =
        at < p->n_tokens ? morph_as(&p->token[at], LEX_FUNCTION, -1) : NULL;
    bool passed = m && m->clitics == 0 &&
                  str_eq(lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "kind"),
                         STR("transparent")) &&
                  lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "value").n == 0;
    who = passed ? reader_actor_at(r, at + 1) : NULL;
    return who && (who->clitics & ~(unsigned)MORPH_AL) == 0;
}

/* "a town in a province": a phrase of its own. */
static bool is_tied(const clause_item *it)
{
    return it->kind != ITEM_TIME && it->kind != ITEM_WORD &&
           (it->clitics & (MORPH_BI | MORPH_LI));
}

/* "seized Palestinian lands", "entered (into) the Somali lands", "within the Syrian lands": a nationality names no place; what it
 * describes is gone to or where something is, or done something to, where it has no article.                          */
static bool is_land(const reader *r, const clause_item *it, const clause_item *next)
{
    const clause_item *before = it > r->items.v ? it - 1 : NULL;
    bool to = before && item_is_function(before, STR("prep")) &&
              str_listed(STR("ila|ala|fi|dakhil|fawq"), '|', before->value);
    return next->kind == ITEM_ADJ && (to || !(next->clitics & MORPH_AL));
}

void reader_end_introduction(reader *r, const clause_item *next)
{
    clause_item *it = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    if (!it || !item_is_function(it, STR("transparent")) ||
        !str_eq(it->value, STR("place")))
        return;
    bool several = item_is_function(next, STR("transparent")) && next->value.n == 0;
    bool direction = next->direction && !(next->clitics & MORPH_AL) &&
                     r->in->part->token[it->first].morph &&
                     !(it->clitics & MORPH_AL); /* "a town south of Mogadishu" */
    bool ends = item_is_function(next, STR("prep")) || next->kind == ITEM_VERB ||
                next->mark == '.' || item_is_comma(next) || is_tied(next) || several ||
                direction || is_land(r, it, next);
    if (!ends)
        return;
    const morph_analysis *noun =
        morph_as(&r->in->part->token[it->first], LEX_NOUN, -1); /* with its article */
    if (noun && next->kind == ITEM_ADJ)
        it->clitics = noun->clitics;
    it->kind = ITEM_WORD;
    it->value = (wq_str){ NULL, 0 };
    item_name(it, it->value);
}

/* Behind "village", "town", without article. */
bool reader_is_behind_kind_of_place(const reader *r)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    return before && item_is_function(before, STR("transparent")) &&
           str_eq(before->value, STR("place")) && !(before->clitics & MORPH_AL);
}

/* A verb of a man, behind which the phrase ends at once: towns are feminine, and nothing is told of one. */
static bool tells_nothing(const reader *r, uint32_t at, const morph_analysis *verb)
{
    const text_part *p = r->in->part;
    uint32_t f = verb->entry.feats;
    bool he = (f & LEX_F_MASC) && !(f & (LEX_F_FEM | LEX_F_PLUR | LEX_F_DUAL));
    return he && (at + 1 >= p->n_tokens || p->token[at + 1].kind == TOKEN_PUNCT);
}

/* "In the surroundings of Sirte", "east of Sirte", which may be "she went": right behind a bare noun of direction stands the name of a
 * town, where the lexicon knows one.                                                                                  */
static bool is_town_around(const reader *r, uint32_t at)
{
    const clause_item *around = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    return around && around->direction && !(around->clitics & ~(unsigned)MORPH_BI) &&
           around->last == at && morph_is_any(&r->in->part->token[at], LEX_BIT(LEX_PLACE));
}

/* "the village of Ihsim": there stands a name, unless a verb in the third person tells of her. */
bool reader_is_name_of_place(const reader *r, uint32_t at, const morph_analysis *verb)
{
    if (verb && verb->clitics == 0 && is_town_around(r, at))
        return true;
    if (!verb || !reader_is_behind_kind_of_place(r))
        return false;
    uint32_t f = verb->entry.feats;
    uint16_t pronoun = verb->clitics & MORPH_PRONOUN;
    bool two = (f & LEX_F_DUAL) && !(f & (LEX_F_SING | LEX_F_PLUR));
    bool his = pronoun && pronoun == verb->clitics && !(pronoun & (MORPH_HA | MORPH_HUMA));
    return his ||
           (verb->clitics == 0 && (two || !(f & LEX_F_3) || tells_nothing(r, at, verb)));
}
