/* The subject of a verb of saying that stands behind it. */
#include "event/claim.h"
#include "script/letters.h"

static bool free_of_preposition(const clause_item *it)
{
    return !(it->clitics & MORPH_PREPOSITION);
}

static bool ends_subject(const clause_item *it)
{
    return it->kind == ITEM_VERB || item_is_function(it, STR("comp")) ||
           item_is_function(it, STR("sub")) || item_is_function(it, STR("cond")) ||
           item_is_function(it, STR("rel")) || (it->kind == ITEM_MARK && it->mark == ':');
}

/* "the powers considered the arrival": behind a definite word a bare one, which is what they said. */
static bool is_followed_by_object(const clause_sentence *s, uint32_t at)
{
    enum { ADJECTIVES = 3 };
    if (speech_behind_wish(s, at) != at)
        return true;
    uint32_t k = at + 1;
    while (k < s->n_items && k <= at + ADJECTIVES &&
           (s->item[k].kind == ITEM_WORD || s->item[k].kind == ITEM_NOMINAL) &&
           (s->item[k].clitics & MORPH_AL) && free_of_preposition(&s->item[k]))
        k++;
    const clause_item *next = k < s->n_items ? &s->item[k] : NULL;
    return next && (s->item[at].clitics & MORPH_AL) &&
           (next->kind == ITEM_WORD || next->kind == ITEM_NOMINAL) &&
           !(next->clitics & (MORPH_AL | MORPH_PREPOSITION | MORPH_WA));
}

static bool is_letter(const text_token *t)
{
    return t->kind == TOKEN_WORD && t->form.n <= 2;
}

/* Of the lexicon and in alef; a name may end so too. */
static bool is_accusative_adverb(const text_token *t)
{
    return str_ends(t->form, STR(AR_ALEF)) && t->morph && t->morph->known;
}

/* Folded, Qaddura (with teh marbuta) ends as "of his" does. */
static uint32_t real_clitics(const clause_item *it, const text_token *t)
{
    return str_ends(t->norm, STR(AR_TEH_MARBUTA)) ? it->clitics & ~(uint32_t)MORPH_PRONOUN
                                                  : it->clitics;
}

/* Can this item be a name that no stage knew: no adverb, no participle, no preposition before a quotation mark? */
static bool is_like_name(const speech *q, uint32_t at, uint32_t opening)
{
    const clause_item *it = &q->s->item[at];
    const text_token *t = &q->s->part->token[it->first];
    bool word = it->kind == ITEM_WORD;
    uint32_t clitics = real_clitics(it, t);
    bool letter = is_letter(t) || speech_is_what(q, at);
    bool adverb = word && at + 1 == opening && is_accusative_adverb(t);
    bool participle =
        it->entry.table == LEX_VERB && it->entry.form == LEX_ACTIVE &&
        !(it->clitics & MORPH_AL) &&
        (clitics || at + 1 >= opening || q->cue[at] != CUE_NONE ||
         ((it->entry.feats & LEX_F_FEM) && !speech_is_noun(&q->s->item[at + 1])));
    /* "said a witness", "said an agency (she who agrees) of"; a masculine adverb ends in alif */
    return (word || it->kind == ITEM_NOMINAL || it->kind == ITEM_PLACE) &&
           free_of_preposition(it) && !letter && !adverb && !participle &&
           !speech_is_adverb(q->s, at) && !(clitics & (MORPH_WA | MORPH_PRONOUN)) &&
           !(it->entry.feats & LEX_F_ACC);
}

/* "the facts point to": what is no person, no mention and no document shows something; it says nothing.  Of words in the
 * lexicon, a feminine verb goes with women, who end in teh marbuta, and with things.                                   */
static bool is_thing(const speech *q, uint32_t verb, uint32_t at)
{
    const clause_item *it = &q->s->item[at], *v = &q->s->item[verb];
    const text_token *t = &q->s->part->token[it->first];
    bool fem = v->kind == ITEM_VERB && (v->entry.feats & LEX_F_FEM) &&
               !(v->entry.feats & LEX_F_MASC);
    return fem && t->morph && t->morph->known && !str_ends(t->form, STR(AR_TEH_MARBUTA)) &&
           !str_ends(t->form, STR(AR_HEH)) && !str_ends(t->form, STR(AR_YEH)) &&
           !speech_may_speak(q, at);
}

/* "said <<So-and-so>> that": the item of a name in quotation marks right behind the verb; -1 where there is none. */
static int32_t quoted_subject(const speech *q, uint32_t verb, uint32_t limit, bool that)
{
    enum { NAME = 3, NAME_BEFORE_THAT = 8 };
    const clause_sentence *s = q->s;
    uint32_t at = verb + 2;
    uint32_t longest = that ? NAME_BEFORE_THAT : NAME;
    if (at >= limit || !speech_is_quote_mark(speech_mark(s, verb + 1)))
        return -1;
    const text_quotation *x = speech_quotation(s->part, s->item[at].first);
    return x && x->closed && x->last - x->first <= longest &&
                   s->item[at].kind != ITEM_MARK && s->item[limit - 1].first >= x->last
               ? (int32_t)at
               : -1;
}

/* "Described the report as being (bi-annahu)": nobody else stands there who would describe it. */
static bool is_described(const speech *q, uint32_t verb, uint32_t at, uint32_t mark)
{
    const clause_sentence *s = q->s;
    const clause_item *as = &s->item[mark < s->n_items ? mark : 0];
    wq_str value;
    uint32_t nouns = 0;
    if (!claim_is_cue(q->c, &s->item[verb], STR("tells"), &value) ||
        !item_is_function(as, STR("comp")) || (s->item[verb].clitics & MORPH_PRONOUN) ||
        !str_starts(q->s->part->token[as->first].form, STR(AR_BEH)))
        return false;
    for (uint32_t i = at + 1; i < mark; i++)
        nouns += speech_is_noun(&s->item[i]);
    return nouns < (s->item[at].clitics & MORPH_AL ? 1 : 2);
}

/* A word right behind the verb is the subject, unless the verb has what is said there: "stressed the need". */
static bool word_may_speak(const speech *q, uint32_t verb, uint32_t at,
                           speech_opening opening)
{
    bool behind = at == verb + 1 || (at == verb + 2 && speech_is_between(q, verb + 1));
    if (!behind || q->s->item[at].kind == ITEM_MARK ||
        is_described(q, verb, at, opening.mark))
        return false;
    bool listed = speech_may_speak(q, at);
    if (!listed && (speech_is_between(q, at) || !is_like_name(q, at, opening.mark) ||
                    is_thing(q, verb, at)))
        return false;
    if (listed && speech_is_document(q, at))
        return true;
    bool takes = speech_takes(q->c, &q->s->item[verb], STR("takes"), STR("obj")) &&
                 !is_followed_by_object(q->s, at);
    return !takes || (opening.how != OPENS_NOT && q->s->item[at].kind != ITEM_NOMINAL);
}

/* "with the journalist So-and-so": behind a preposition, the name is no more the subject than its title. */
static bool is_title_of_name(const clause_sentence *s, uint32_t i)
{
    return item_is_function(&s->item[i - 1], STR("prep")) &&
           !str_eq(s->item[i - 1].value, STR("fi")) && (s->item[i].clitics & MORPH_AL) &&
           i + 1 < s->n_items && s->item[i + 1].kind == ITEM_ACTOR &&
           s->item[i + 1].actor->kind == ACTOR_PERSON;
}

/* "said a witness", spelled like "watched": behind a verb of saying no other verb stands. */
static bool is_noun_after_all(const speech *q, uint32_t verb, uint32_t at,
                              speech_opening opening)
{
    const clause_item *it = &q->s->item[at];
    uint32_t f = it->entry.feats;
    bool like_name = (f & LEX_F_PERFECT) || ((f & LEX_F_FEM) && (f & LEX_F_PLUR));
    return at == verb + 1 && q->cue[verb] == CUE_VERB && q->cue[at] == CUE_NONE &&
           it->kind == ITEM_VERB && it->clitics == 0 && opening.how != OPENS_NOT &&
           opening.how != OPENS_PHRASE && like_name;
}

/* Does what stands at item `i` wait for a genitive, which is then nobody's subject? */
static bool governs_next(const speech *q, uint32_t i, bool governed)
{
    const clause_item *it = &q->s->item[i];
    if (item_is_function(it, STR("prep")))
        return true;
    if (it->kind == ITEM_MARK) /* "to <<Sputnik>>" */
        return governed && speech_is_quote_mark(it->mark) &&
               ((it[-1].clitics & MORPH_PREPOSITION) ||
                item_is_function(&it[-1], STR("prep")));
    if (it->kind == ITEM_ACTOR || it->kind == ITEM_TIME || it->kind == ITEM_PLACE)
        return false;
    if ((it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) &&
        !(governed && is_title_of_name(q->s, i)))
        return !(it->clitics & (MORPH_AL | MORPH_PRONOUN));
    return governed;
}

/* "speaking of" (mutahaddithan), spelt like a spokesman: no subject is accusative. */
static bool is_accusative(const clause_sentence *s, uint32_t i)
{
    const text_token *t = &s->part->token[s->item[i].first];
    return s->item[i].last == s->item[i].first + 1 && t->morph && t->morph->n &&
           str_ends(t->form, STR(AR_ALEF)) && (t->morph->v[0].entry.feats & LEX_F_ACC) &&
           !(t->morph->v[0].entry.feats & (LEX_F_PLUR | LEX_F_DUAL));
}

static bool actor_may_speak(const speech *q, uint32_t verb, uint32_t i)
{
    const clause_item *it = &q->s->item[i];
    if (it->kind != ITEM_ACTOR || !free_of_preposition(it) || is_accusative(q->s, i))
        return false;
    claim_voice v = voice_of(q->s, i);
    return i == verb + 1 || voice_agrees(&q->s->item[verb], &v);
}

/* "To the German agency (DPA)": in brackets behind what a preposition governs stands no subject.  The closing bracket. */
static uint32_t behind_aside(const clause_sentence *s, uint32_t i, uint32_t verb)
{
    enum { LONGEST = 6 };
    bool behind = i > verb + 1 && speaker_is_governed(s, i - 1, verb);
    for (uint32_t k = i;
         behind && speech_mark(s, i) == '(' && k < s->n_items && k < i + LONGEST; k++)
        if (speech_mark(s, k) == ')')
            return k;
    return i;
}

/* "One of the leaders", "some of those close to him": who is no mention. */
static bool is_one_of(const speech *q, uint32_t verb, uint32_t i, speech_opening opening)
{
    const clause_item *it = &q->s->item[i], *next = it + 1;
    for (uint32_t k = i; k < opening.mark && k < q->s->n_items; k++)
        if (q->s->item[k].kind == ITEM_VERB) /* "tells many of the things that happened" */
            return false;
    return i == verb + 1 && i + 1 < opening.mark &&
           item_is_function(it, STR("transparent")) &&
           speech_phrase(q->c, q->s, i, STR("some")) && opening.how != OPENS_NOT &&
           opening.how != OPENS_PHRASE &&
           (next->kind == ITEM_WORD || next->kind == ITEM_NOMINAL) &&
           (next->clitics & MORPH_AL) && !(next->clitics & MORPH_PREPOSITION);
}

/* "his meeting", "his receiving" */
static bool meets(const speech *q, uint32_t i)
{
    wq_str value;
    const clause_item *it = &q->s->item[i];
    return it->kind == ITEM_NOMINAL && (it->clitics & MORPH_PRONOUN) &&
           claim_is_cue(q->c, it, STR("meets"), &value);
}

int32_t speaker_behind(const speech *q, uint32_t verb, speech_opening opening)
{
    bool governed = false;
    int32_t quoted = quoted_subject(q, verb, opening.mark, opening.how == OPENS_THAT);
    if (quoted >= 0)
        return quoted;
    if (verb + 1 < opening.mark && is_noun_after_all(q, verb, verb + 1, opening))
        return (int32_t)verb + 1;
    bool met = false;
    for (uint32_t i = verb + 1; i < opening.mark && !ends_subject(&q->s->item[i]); i++) {
        if (speech_is_between(q, i))
            continue;
        if (is_one_of(q, verb, i, opening))
            return (int32_t)i;
        i = behind_aside(q->s, i, verb);
        met = (met || meets(q, i)) && q->s->item[i].kind != ITEM_MARK;
        if (met && q->s->item[i].kind == ITEM_ACTOR)
            continue; /* "during his meeting his counterpart and the ministers" */
        if ((!governed && actor_may_speak(q, verb, i)) ||
            (q->s->item[i].kind != ITEM_ACTOR && word_may_speak(q, verb, i, opening)))
            return (int32_t)i;
        governed = governs_next(q, i, governed);
    }
    return -1;
}

/* Definite by itself, or before a verb of pointing by its genitive: "the details of the incident point to". */
static bool is_definite_thing(const speech *q, uint32_t verb, uint32_t at)
{
    const clause_sentence *s = q->s;
    const clause_item *it = &s->item[at], *next = it + 1;
    return (it->clitics & MORPH_AL) ||
           (speech_takes(q->c, &s->item[verb], STR("takes"), STR("ila")) &&
            at + 1 < s->n_items && speech_is_noun(next) && (next->clitics & MORPH_AL) &&
            !(next->clitics & MORPH_PREPOSITION));
}

bool speaker_is_thing(const speech *q, uint32_t verb)
{
    uint32_t at = verb + 1;
    return at < q->opening[verb].mark && is_like_name(q, at, q->opening[verb].mark) &&
           is_definite_thing(q, verb, at) && is_thing(q, verb, at);
}
