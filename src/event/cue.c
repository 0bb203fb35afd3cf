/* Which words say something: verbs, participles, nouns of saying, and "according to". */
#include "event/claim.h"

/* "if he says", "perhaps he says" */
static bool is_supposed(const clause_sentence *s, uint32_t i)
{
    enum { NEAR = 6 };
    uint32_t first = s->clause[s->item[i].clause].first;
    for (uint32_t k = i; k > first && k + NEAR > i; k--)
        if (item_is_function(&s->item[k - 1], STR("maybe")) ||
            (item_is_function(&s->item[k - 1], STR("cond")) &&
             !item_is_function(&s->item[k], STR("not_noun")))) /* "on condition of no" */
            return true;
    return false;
}

/* "Reached (the agency) from": a verb that tells of speech only with its preposition has it. */
static bool has_its_source(const coder_state *c, const clause_sentence *s, uint32_t i,
                           wq_str slot)
{
    clause_args args;
    clause_args_of(s, c->mem, i, &args);
    for (uint32_t k = 0; k < args.n; k++)
        if (str_eq(args.v[k].slot, slot))
            return true;
    return i + 1 < s->n_items && item_is_function(&s->item[i + 1], STR("prep_pronoun"));
}

/* Not said: "did not say", "without saying", "if he says", "he will say". */
static bool is_unsaid(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    const clause *cl = &s->clause[it->clause];
    bool imperfect =
        (it->entry.feats & LEX_F_IMPERFECT) && !(it->entry.feats & LEX_F_PERFECT);
    bool after_that = (i > 0 && item_is_function(&s->item[i - 1], STR("comp"))) ||
                      (cl->opener == OPEN_THAT && cl->verb == (int32_t)i &&
                       !(it->clitics & (MORPH_WA | MORPH_FA)));
    bool other_person =
        (it->entry.feats & (LEX_F_1 | LEX_F_2)) && !(it->entry.feats & LEX_F_3);
    bool after_prep =
        i > 0 && (item_is_function(&s->item[i - 1], STR("prep")) || /* من is "who" there */
                  item_is_function(&s->item[i - 1],
                                   STR("transparent"))); /* "one of the most prominent" */
    return cl->negated || is_supposed(s, i) || after_prep || (it->clitics & MORPH_SA) ||
           (imperfect && after_that) || other_person;
}

/* A participle used as an adverb stands bare and accusative; where spelling hides that, at the head of its phrase. */
bool cue_is_adverbial(const coder_state *c, const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    if (it->kind != ITEM_NOMINAL || it->entry.form != LEX_ACTIVE ||
        (it->clitics & (MORPH_AL | MORPH_PREPOSITION | MORPH_PRONOUN)))
        return false;
    wq_str value;
    bool heads =
        i == 0 || s->item[i - 1].kind == ITEM_MARK || s->item[i - 1].kind == ITEM_TIME;
    bool only_heads = claim_is_cue(c, it, STR("heads"), &value);
    if ((it->entry.feats & LEX_F_ACC) && !only_heads)
        return heads || !item_is_function(&s->item[i - 1], STR("prep"));
    return heads &&
           (only_heads || (it->entry.feats & (LEX_F_FEM | LEX_F_PLUR | LEX_F_DUAL)));
}

/* "that", or "on that". */
bool cue_that_follows(const clause_sentence *s, uint32_t i)
{
    uint32_t k = i + 1;
    if (k < s->n_items && item_is_function(&s->item[k], STR("prep")))
        k++;
    return k < s->n_items && item_is_function(&s->item[k], STR("comp"));
}

/* "his saying", "by saying" say, "the stress on the fact that" too; "the announcement of" and "in his statements" tell of
 * an act.                                                                                                            */
static bool is_speech_noun(const clause_sentence *s, uint32_t i, bool anybody)
{
    const clause_item *it = &s->item[i];
    bool governed = i > 0 && item_is_function(&s->item[i - 1], STR("prep"));
    bool that = cue_that_follows(s, i);
    bool by_saying = (it->clitics & MORPH_AL) &&
                     ((it->clitics & MORPH_BI) || (that && !governed && !anybody && i > 0 &&
                                                   s->item[i - 1].kind != ITEM_MARK));
    governed = governed && !that;
    return it->entry.form == LEX_MASDAR &&
           (((it->clitics & MORPH_PRONOUN) && !governed) || by_saying);
}

/* "which he said" tells of speech elsewhere; "told him" says it. */
static bool has_wrong_object(const coder_state *c, const clause_item *it)
{
    wq_str value;
    bool third = it->clitics & (MORPH_HU | MORPH_HA | MORPH_HUM | MORPH_HUMA);
    return (it->clitics & MORPH_PRONOUN) &&
           !(third && claim_is_cue(c, it, STR("tells"), &value));
}

/* "The paper, which published the report": what it told stands there, and nothing more is said. */
static bool has_told(const coder_state *c, const clause_sentence *s, uint32_t i)
{
    return i > 0 && i + 2 < s->n_items && item_is_function(&s->item[i - 1], STR("rel")) &&
           (s->item[i + 1].clitics & MORPH_AL) &&
           speech_phrase(c, s, i + 1, STR("document")) &&
           !item_is_function(&s->item[i + 2], STR("comp"));
}

static bool is_source(const coder_state *c, const clause_sentence *s, uint32_t i)
{
    if (speech_is_prep(&s->item[i], STR("according")))
        return true;
    return s->item[i].kind != ITEM_MARK && (i == 0 || speech_mark(s, i - 1)) &&
           speech_phrase(c, s, i, STR("source"));
}

/* "Ibn", "Yerwin", spelt like "they (women) said": no verb of saying in the news is of many women. */
static bool is_of_women(const clause_item *it)
{
    uint32_t f = it->entry.feats;
    return (f & LEX_F_FEM) && (f & LEX_F_PLUR) &&
           !(f & (LEX_F_MASC | LEX_F_SING | LEX_F_DUAL));
}

/* Right behind the verb and its subject, a colon or quotation marks: "went on: <<...>>". */
static bool opens_near(const clause_sentence *s, uint32_t i)
{
    for (uint32_t k = i + 1; k < s->n_items && k < i + NEAR_CUE; k++)
        if (speech_mark(s, k) == ':' || speech_is_quote_mark(speech_mark(s, k)))
            return true;
    return false;
}

static cue_kind verb_kind(const coder_state *c, const clause_sentence *s, uint32_t i,
                          bool says)
{
    const clause_item *it = &s->item[i];
    wq_str value;
    bool other = it->entry.feats & LEX_F_PERFECT
                     ? claim_is_cue(c, it, STR("imperfect"), &value)
                     : claim_is_cue(c, it, STR("perfect"), &value);
    bool from = claim_is_cue(c, it, STR("from"), &value);
    bool told = from && has_its_source(c, s, i, value);
    bool passive =
        it->entry.feats & LEX_F_PASSIVE; /* "was quoted from him", but not "was said" */
    says = passive ? told : says || told;
    if (says && claim_is_cue(c, it, STR("near"), &value) && !opens_near(s, i))
        return CUE_NONE;
    return says && !other && !is_of_women(it) && !is_unsaid(s, i) &&
                   !has_wrong_object(c, it) && !has_told(c, s, i)
               ? CUE_VERB
               : CUE_NONE;
}

/* "Attributed to him the saying that": behind a verb that tells from whom. */
static bool is_relayed(const coder_state *c, const clause_sentence *s, uint32_t i)
{
    enum { NEAR = 12 };
    wq_str value;
    for (uint32_t k = i; k > 0 && k + NEAR > i; k--)
        if (s->item[k - 1].kind == ITEM_VERB &&
            claim_is_cue(c, &s->item[k - 1], STR("from"), &value))
            return true;
    return false;
}

/* Most words have no cue of speech. */
static bool may_say(const coder_state *c, const clause_item *it)
{
    return words_uses(c, it->entry.table, it->entry.row)->cues &
           (str_bit(STR("say")) | str_bit(STR("from")) | str_bit(STR("act")));
}

cue_kind cue_of(const coder_state *c, const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    wq_str value;
    if (is_source(c, s, i))
        return CUE_SOURCE;
    if ((it->kind != ITEM_VERB && it->kind != ITEM_NOMINAL) || !may_say(c, it))
        return CUE_NONE;
    bool says = claim_is_cue(c, it, STR("say"), &value);
    if (it->kind == ITEM_VERB)
        return verb_kind(c, s, i, says);
    if (says && claim_is_cue(c, it, STR("finite"), &value))
        return CUE_NONE;
    if (cue_is_adverbial(c, s, i))
        return says                                      ? CUE_PARTICIPLE
               : claim_is_cue(c, it, STR("act"), &value) ? CUE_ACT
                                                         : CUE_NONE;
    bool noted = i > 0 && s->item[i - 1].kind != ITEM_MARK &&
                 speech_phrase(c, s, i - 1, STR("impersonal")) >= it->last;
    bool anybody = claim_is_cue(c, it, STR("anybody"), &value) && !is_relayed(c, s, i);
    return says && !noted && is_speech_noun(s, i, anybody) ? CUE_NOUN : CUE_NONE;
}
