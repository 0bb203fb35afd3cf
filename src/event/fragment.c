/* A few words between quotation marks behind a verb that does something with words: "accused Ankara of <<breaking the
 * agreement>>", "called it <<a flagrant breach>>".  They are quoted, and tell nothing of events.                       */
#include "event/claim.h"

#include "script/letters.h"

enum { FEWEST = 2, MOST = 12, REACH = 24 };

/* "Accused", "welcomed", "described"; a plain "said" only of him or it: "considers it". */
static bool is_words(const coder_state *c, const clause_item *it)
{
    wq_str value;
    return claim_is_cue(c, it, STR("act"), &value) ||
           (claim_is_cue(c, it, STR("say"), &value) &&
            (claim_is_cue(c, it, STR("tells"), &value) || (it->clitics & MORPH_PRONOUN)));
}

/* "Called (the two sides) to <<...>>": no noun that could have the preposition for itself stands between. */
static bool leads_demand(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    if (at == 0 || !(str_eq(it->value, STR("ila")) || str_eq(it->value, STR("ala"))))
        return false;
    bool noun = (it[-1].kind == ITEM_WORD || it[-1].kind == ITEM_NOMINAL) &&
                !speaker_is_governed(s, at - 1, 0) && it[-1].entry.form != LEX_MASDAR;
    noun = noun || item_is_function(&it[-1], STR("transparent")); /* "the two" */
    return noun || it[-1].kind == ITEM_ACTOR || it[-1].kind == ITEM_PLACE ||
           (it[-1].kind == ITEM_VERB && (it[-1].entry.feats & LEX_F_PERFECT)) ||
           it[-1].kind == ITEM_TIME || it[-1].kind == ITEM_MARK;
}

/* "What he called": the noun of the verb is spelt alike. */
static bool is_what_he_calls(const speech *q, uint32_t i)
{
    const clause_item *it = &q->s->item[i];
    wq_str value;
    if (i == 0 || q->cue[i] != CUE_NOUN || !(it->clitics & MORPH_PRONOUN) ||
        !claim_is_cue(q->c, it, STR("tells"), &value))
        return false;
    wq_str form = q->s->part->token[it[-1].first].form;
    return str_eq(form, STR(AR_MEEM AR_ALEF)) ||
           str_eq(form, STR(AR_BEH AR_MEEM AR_ALEF)) ||
           str_eq(form, STR(AR_MEEM AR_MEEM AR_ALEF));
}

/* Does a preposition bi-, "to" of what is demanded, "as being (bi-annahu)", or the verb itself stand right before the quotation mark? */
static bool is_led(const speech *q, uint32_t mark)
{
    const clause_sentence *s = q->s;
    const clause_item *it = &s->item[mark - 1];
    wq_str form = s->part->token[it->first].form;
    if (item_is_function(
            it,
            STR("prep"))) /* "of preparing <<acts of terror>>" is no complement of the verb */
        return (str_eq(it->value, STR("bi")) || leads_demand(s, mark - 1)) &&
               !(mark > 1 && it[-1].kind == ITEM_NOMINAL &&
                 it[-1].entry.form == LEX_MASDAR && !is_what_he_calls(q, mark - 2));
    if (item_is_function(it, STR("comp")))
        return str_starts(form, STR(AR_BEH));
    return (it->kind == ITEM_VERB && (it->clitics & MORPH_PRONOUN)) ||
           is_what_he_calls(q, mark - 1);
}

/* "a draft that demands": an imperfect right behind a noun that is no mention tells of the noun. */
static bool describes(const clause_sentence *s, uint32_t verb)
{
    const clause_item *it = &s->item[verb];
    return verb > 0 && !(it->entry.feats & LEX_F_PERFECT) && !(it->clitics & MORPH_WA) &&
           (it[-1].kind == ITEM_WORD || it[-1].kind == ITEM_NOMINAL);
}

/* "In a letter that he sent (wajjahaha)": a verb with a pronoun right behind an indefinite noun tells of the noun. */
static bool is_of_noun(const clause_sentence *s, uint32_t verb)
{
    const clause_item *it = &s->item[verb];
    return it->kind == ITEM_VERB && verb > 1 && (it->clitics & MORPH_PRONOUN) &&
           !(it->clitics & MORPH_WA) &&
           (it[-1].kind == ITEM_WORD || it[-1].kind == ITEM_NOMINAL) &&
           !(it[-1].clitics & MORPH_AL);
}

/* The nearest verb or participle before the mark, if it does something with words and somebody is told to have done so; -1. */
static int32_t verb_before(const speech *q, uint32_t mark)
{
    const clause_sentence *s = q->s;
    for (uint32_t i = mark; i > 0 && i + REACH > mark; i--) {
        const clause_item *it = &s->item[i - 1];
        bool participle = q->cue[i - 1] == CUE_PARTICIPLE || q->cue[i - 1] == CUE_ACT ||
                          is_what_he_calls(q, i - 1);
        if ((it->kind != ITEM_VERB && !participle) ||
            (is_of_noun(s, i - 1) && !is_words(q->c, it)))
            continue;
        bool past = participle || (it->entry.feats & LEX_F_PERFECT) ||
                    !leads_demand(s, mark - 1); /* "a statement that calls Iran to" */
        bool third = participle ||
                     (!describes(s, i - 1) && (it->entry.feats & LEX_F_3) &&
                      !(it->entry.feats & LEX_F_PASSIVE) && !s->clause[it->clause].negated);
        return third && past && is_words(q->c, it) ? (int32_t)i - 1 : -1;
    }
    return -1;
}

/* Mentions between the verb and the mark, none of them behind a preposition. */
static uint32_t mentions_between(const clause_sentence *s, uint32_t verb, uint32_t mark)
{
    uint32_t n = 0;
    for (uint32_t i = verb + 1; i < mark; i++)
        n += s->item[i].kind == ITEM_ACTOR && !speaker_is_governed(s, i, verb);
    return n;
}

/* Whose words they are.  "Accused" has an object, which stands alone where the subject was named before. */
static claim_voice speaker_at(const speech *q, uint32_t verb, uint32_t mark)
{
    const clause_sentence *s = q->s;
    const clause_item *it = &s->item[verb];
    wq_str value;
    if (q->cue[verb] == CUE_PARTICIPLE || q->cue[verb] == CUE_ACT ||
        q->cue[verb] == CUE_NOUN)
        return speaker_unnamed(q, verb);
    speech_opening here = { OPENS_QUOTATION, mark, mark + 1 };
    int32_t subject = speaker_subject(q, verb, here);
    bool object = claim_is_cue(q->c, it, STR("tells"), &value) &&
                  !(it->clitics & MORPH_PRONOUN) && subject > (int32_t)verb &&
                  mentions_between(s, verb, mark) < 2;
    if (subject < 0 || object)
        return speaker_unnamed(q, verb);
    return s->item[subject].kind == ITEM_ACTOR ? voice_of(s, (uint32_t)subject) : NOBODY;
}

/* Words of somebody's own, not the name of something. */
static bool is_words_of_his(const speech *q, const text_quotation *x, uint32_t mark)
{
    const clause_sentence *s = q->s;
    uint32_t first = s->item[mark + 1].first, words = 0;
    if (!x->closed || x->last > s->item[s->n_items - 1].last ||
        s->item[mark + 1].kind == ITEM_ACTOR || s->item[mark + 1].kind == ITEM_PLACE)
        return false;
    for (uint32_t i = first; i < x->last; i++)
        words += s->part->token[i].kind == TOKEN_WORD;
    bool called =
        item_is_function(&s->item[mark - 1], STR("comp")); /* "as being <<biased>>" */
    return words >= (called ? 1 : FEWEST) && words <= MOST;
}

/* "The result, as the spokesman said, of <<hard work>>": what is quoted behind the parenthesis; 0 where nothing is. */
static uint32_t mark_behind_parenthesis(const speech *q, uint32_t cue)
{
    enum { LONGEST = 16, NEAR = 4 };
    const clause_sentence *s = q->s;
    uint32_t open = cue > 1 ? speech_mark(s, cue - 2) : 0, i = cue + 1;
    while (i < s->n_items && i < cue + LONGEST && speech_mark(s, i) != open)
        i++;
    for (uint32_t k = i + 1; k + 1 < s->n_items && k <= i + NEAR; k++)
        if (speech_is_quote_mark(speech_mark(s, k)))
            return k;
        else if (s->item[k].kind == ITEM_VERB || s->item[k].kind == ITEM_MARK)
            return 0;
    return 0;
}

void fragment_of_parenthesis(speech *q, const claim *said)
{
    const clause_sentence *s = q->s;
    uint32_t mark = mark_behind_parenthesis(q, said->cue);
    const text_quotation *x =
        mark ? speech_quotation(s->part, s->item[mark + 1].first) : NULL;
    if (x && s->part->which == WQ_PART_TEXT && is_words_of_his(q, x, mark))
        quote_emit(q, &(claim){ .cue = said->cue,
                                .who = said->who,
                                .from = mark + 1,
                                .to = mark + 2,
                                .last = x->last });
}

void fragment_quotes(speech *q)
{
    const clause_sentence *s = q->s;
    for (uint32_t i = 1; i + 1 < s->n_items; i++) {
        if (s->item[i].kind != ITEM_MARK || !speech_is_quote_mark(s->item[i].mark) ||
            q->c->claims.of_item[i + 1] >= 0 || !is_led(q, i))
            continue;
        const text_quotation *x = speech_quotation(s->part, s->item[i + 1].first);
        int32_t verb = x && is_words_of_his(q, x, i) ? verb_before(q, i) : -1;
        claim_voice who = verb >= 0 ? speaker_at(q, (uint32_t)verb, i) : NOBODY;
        if (who.text.n)
            quote_emit(q, &(claim){ .cue = (uint32_t)verb,
                                    .who = who,
                                    .from = i + 1,
                                    .to = i + 2,
                                    .last = x->last });
    }
}
