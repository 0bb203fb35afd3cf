/* A speaker: his words, and whether a verb or participle agrees with him. */
#include "event/claim.h"

#include "script/letters.h"

/* A quotation mark whose opening one is in the name too. */
static bool closes_name(const clause_sentence *s, uint32_t first, uint32_t at)
{
    if (s->item[at].mark == ')')
        return true;
    for (uint32_t i = first; i < at; i++)
        if (speech_is_quote_mark(speech_mark(s, i)))
            return speech_is_quote_mark(s->item[at].mark);
    return false;
}

claim_voice voice_of_words(const clause_sentence *s, uint32_t first, uint32_t last)
{
    while (last > first && s->item[last - 1].kind == ITEM_MARK &&
           !closes_name(s, first, last - 1))
        last--;
    if (first >= last)
        return NOBODY;
    return (claim_voice){ .text = text_slice_bare(
                              s->part, s->item[first].first, s->item[last - 1].last,
                              s->item[first].clitics & (MORPH_WA | MORPH_FA)) };
}

static bool belongs_to_name(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    if (it->kind == ITEM_MARK)
        return speech_is_quote_mark(it->mark) || it->mark == '(' || it->mark == ')';
    if (it->kind == ITEM_NOMINAL &&
        ((it->entry.feats & LEX_F_ACC) ||
         (it->entry.form == LEX_MASDAR &&
          (it->clitics & MORPH_PRONOUN & ~MORPH_I)))) /* "her saying" */
        return false;
    return it->kind != ITEM_TIME && it->kind != ITEM_VERB && it->kind != ITEM_FUNCTION &&
           !(it->clitics & MORPH_PREPOSITION) && !speech_is_adverb(s, i);
}

/* "What" (ma): the object begins. */
static bool is_letters_what(const clause_sentence *s, uint32_t i)
{
    return s->item[i].kind == ITEM_WORD &&
           str_eq(s->part->token[s->item[i].first].form, STR(AR_MEEM AR_ALEF));
}

uint32_t voice_words_end(const clause_sentence *s, uint32_t first, uint32_t limit)
{
    uint32_t i = first + 1;
    while (i < limit && i < first + WORDS_OF_SPEAKER && belongs_to_name(s, i) &&
           !is_letters_what(s, i))
        i++;
    return i;
}

claim_voice voice_of(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    if (it->kind == ITEM_ACTOR)
        return (claim_voice){ .actor = it->actor, .text = it->actor->a.text };
    return voice_of_words(s, i, voice_words_end(s, i, s->n_items));
}

bool voice_is_person(const actor_mention *m)
{
    return m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE;
}

bool voice_is_pronominal(const text_part *p, const claim_voice *v)
{
    const actor_mention *m = v->actor;
    if (!m || m->a.id.n || m->a.name.n || m->last - m->first != 1)
        return false;
    const morph_word *w = p->token[m->first].morph;
    return w && w->n && (w->v[0].clitics & MORPH_PRONOUN);
}

/* One person who is the subject of a feminine verb. */
bool voice_is_woman(const clause_sentence *s, uint32_t verb, const actor_mention *m)
{
    const clause_item *it = &s->item[verb];
    return m && it->kind == ITEM_VERB && lex_is_only_feminine(it->entry.feats) &&
           voice_is_person(m) && !m->plural;
}

claim_voice voice_of_subject(const clause_sentence *s, uint32_t verb, uint32_t i)
{
    claim_voice v = voice_of(s, i);
    v.fem = voice_is_woman(s, verb, v.actor);
    return v;
}

/* Teh marbuta at the end of the first word. */
static bool looks_feminine(wq_str text)
{
    ptrdiff_t space = str_find(text, STR(" "));
    return str_ends(space < 0 ? text : str_sub(text, 0, (size_t)space),
                    STR(AR_TEH_MARBUTA));
}

/* "they said" */
static bool is_of_many(const clause_item *verb)
{
    uint32_t f = verb->entry.feats;
    return verb->kind == ITEM_VERB && (f & LEX_F_PLUR) && !(f & (LEX_F_SING | LEX_F_DUAL));
}

/* A participle, masculine singular. */
static bool is_of_one_man(const clause_item *word)
{
    uint32_t f = word->entry.feats;
    return word->kind == ITEM_NOMINAL && word->entry.form == LEX_ACTIVE &&
           (f & LEX_F_SING) && !(f & LEX_F_FEM);
}

/* "They said" of one man; "the western powers, stressing (muakkidan)". */
static bool numbers_differ(const clause_item *word, const actor_mention *m)
{
    bool one = voice_is_person(m) || m->kind == ACTOR_STATE;
    return m->plural ? m->kind != ACTOR_STATE && is_of_one_man(word)
                     : one && is_of_many(word);
}

/* Words of no mention with the article that end in teh marbuta, and a verb that is masculine only. */
static bool is_woman_or_body(const clause_item *verb, const claim_voice *v)
{
    uint32_t f = verb->entry.feats;
    return verb->kind == ITEM_VERB && (f & LEX_F_MASC) && !(f & LEX_F_FEM) &&
           !(f & (LEX_F_PLUR | LEX_F_DUAL)) && str_starts(v->text, STR(AR_AL)) &&
           looks_feminine(v->text);
}

/* Bodies and groups go with a feminine verb, whatever their number; countries go either way. */
bool voice_agrees(const clause_item *word, const claim_voice *v)
{
    uint32_t f = word->entry.feats;
    const actor_mention *m = v->actor;
    if (v->text.n == 0)
        return false;
    if (m && numbers_differ(word, m))
        return false;
    if (!m && is_woman_or_body(word, v))
        return false; /* "the paper", then "he announced" */
    if (!m || m->kind == ACTOR_STATE)
        return true;
    bool fem = m->fem || v->fem || (!voice_is_person(m) && looks_feminine(v->text));
    if (lex_is_only_feminine(f))
        return fem || m->plural || !voice_is_person(m);
    if ((f & LEX_F_PLUR) && word->kind == ITEM_NOMINAL)
        return m->plural || !voice_is_person(m);
    return !((f & LEX_F_MASC) && !(f & LEX_F_FEM)) || !fem;
}
