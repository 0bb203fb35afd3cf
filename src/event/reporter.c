/* Where the reporter speaks again behind what somebody said. */
#include "event/claim.h"

enum { COMMA = 0x60c };

static bool is_comma(uint32_t mark)
{
    return mark == COMMA || mark == ',';
}

/* Back over what leads in a verb: "while", "as", "he had". */
static uint32_t lead_of(const clause_sentence *s, uint32_t verb)
{
    const clause *cl = &s->clause[s->item[verb].clause];
    uint32_t i = cl->aux >= 0 && cl->aux < (int32_t)verb ? (uint32_t)cl->aux : verb;
    while (i > 0 && (item_is_function(&s->item[i - 1], STR("sub")) ||
                     item_is_function(&s->item[i - 1], STR("qad"))))
        i--;
    bool sub = i < verb && item_is_function(&s->item[i], STR("sub"));
    return sub && i > 0 && speech_is_prep(&s->item[i - 1], STR("fi")) ? i - 1
                                                                      : i; /* في حين */
}

/* A verb of saying of the report, not of what is said: joined by wa-, led in by "while", or behind a comma. */
static bool is_of_report(const clause_sentence *s, uint32_t verb, uint32_t lead)
{
    const clause *cl = &s->clause[s->item[verb].clause];
    if (cl->opener == OPEN_WHO || lead == 0)
        return false;
    if (item_is_function(&s->item[lead], STR("sub")) ||
        (lead < verb && item_is_function(&s->item[lead + 1], STR("sub"))) ||
        (s->item[lead].clitics & (MORPH_WA | MORPH_FA)))
        return true;
    return speech_mark(s, lead - 1) &&
           !(cl->opener == OPEN_THAT && cl->subject >= 0 && cl->subject < (int32_t)verb);
}

static bool behind_comma(const clause_sentence *s, uint32_t i)
{
    return i > 0 && is_comma(speech_mark(s, i - 1));
}

static bool is_aside(const speech *q, uint32_t i)
{
    uint32_t mark = i > 0 ? speech_mark(q->s, i - 1) : 0;
    return (is_comma(mark) || mark == '-' || mark == 0x2013 ||
            speech_is_quote_mark(mark)) &&
           q->s->item[i].kind != ITEM_MARK &&
           !q->s->part->token[q->s->item[i].first].quote &&
           speech_phrase(q->c, q->s, i, STR("aside")) &&
           !speech_phrase(q->c, q->s, i, STR("time_of"));
}

static bool is_source_of(const clause_sentence *s, uint32_t i)
{
    bool person = i + 1 < s->n_items && s->item[i + 1].kind == ITEM_ACTOR;
    return person || (i > 0 && speech_mark(s, i - 1));
}

/* "and went on, saying". */
static bool goes_on_saying(const speech *q, uint32_t i)
{
    return q->cue[i] == CUE_VERB && i + 1 < q->s->n_items &&
           q->cue[i + 1] == CUE_PARTICIPLE;
}

/* A finite verb of the past that says something, or does something with words: denied, threatened, demanded. */
static bool is_act_of_words(const speech *q, uint32_t i)
{
    const clause_item *it = &q->s->item[i];
    wq_str value;
    return it->kind == ITEM_VERB && (it->entry.feats & LEX_F_PERFECT) &&
           (it->entry.feats & LEX_F_3) &&
           (claim_is_cue(q->c, it, STR("say"), &value) ||
            claim_is_cue(q->c, it, STR("act"), &value));
}

/* "..., while the minister threatened": somebody else's words; a verb that names nobody is of whom was spoken of. */
static bool is_meanwhile(const speech *q, uint32_t verb, uint32_t lead)
{
    const clause_sentence *s = q->s;
    bool named = verb + 1 < s->n_items && speech_is_noun(&s->item[verb + 1]) &&
                 !(s->item[verb + 1].clitics & MORPH_PREPOSITION);
    return named && lead < verb && behind_comma(q->s, lead) && is_act_of_words(q, verb) &&
           speech_phrase(q->c, q->s, lead, STR("while"));
}

/* "..., which the army confirmed", "which Ankara did not confirm"; but "which confirms that", said of things. */
static bool is_comment(const speech *q, uint32_t i)
{
    const clause_sentence *s = q->s;
    if (!behind_comma(s, i) || i + 2 >= s->n_items ||
        !speech_phrase(q->c, s, i, STR("which")))
        return false;
    uint32_t verb = i + 1;
    bool negated = item_is_function(&s->item[verb], STR("neg"));
    const clause_item *it = &s->item[verb + negated];
    wq_str value;
    return it->kind == ITEM_VERB && (it->entry.feats & LEX_F_3) &&
           (negated || (it->entry.feats & LEX_F_PERFECT)) &&
           (claim_is_cue(q->c, it, STR("say"), &value) ||
            claim_is_cue(q->c, it, STR("act"), &value));
}

static bool resumes(const speech *q, uint32_t i, uint32_t lead)
{
    const clause_sentence *s = q->s;
    if (q->cue[i] == CUE_PARTICIPLE || q->cue[i] == CUE_ACT ||
        (q->cue[i] == CUE_SOURCE && is_source_of(s, i)))
        return true;
    if (q->cue[i] == CUE_VERB && q->opening[i].how != OPENS_NOT && is_of_report(s, i, lead))
        return true;
    bool verb = s->item[i].kind == ITEM_VERB;
    return is_aside(q, i) || goes_on_saying(q, i) || is_comment(q, i) ||
           (verb && is_meanwhile(q, i, lead));
}

/* Only a verb, a cue, and what stands behind a mark can. */
static bool may_resume(const speech *q, uint32_t i)
{
    const clause_item *it = &q->s->item[i];
    return it->kind == ITEM_VERB || q->cue[i] != CUE_NONE ||
           (i > 0 && it[-1].kind == ITEM_MARK);
}

void reporter_stops(speech *q)
{
    const clause_sentence *s = q->s;
    bool *stops = ARENA_ARRAY(q->c->mem, bool, s->n_items + 1);
    for (uint32_t i = 0; i < s->n_items; i++) {
        if (!may_resume(q, i))
            continue;
        uint32_t lead = s->item[i].kind == ITEM_VERB ? lead_of(s, i) : i;
        if (resumes(q, i, lead))
            stops[lead] = true;
    }
    q->stop[s->n_items] = s->n_items;
    for (uint32_t i = s->n_items; i > 0; i--)
        q->stop[i - 1] = stops[i - 1] ? i - 1 : q->stop[i];
}

/* ---- "..., and he demanded" ------------------------------------------------------------------ */

/* The verb of the last clause of what is said, before item `end`; -1 where it has none. */
static int32_t last_verb(const clause_sentence *s, uint32_t from, uint32_t end)
{
    for (uint32_t i = end; i > from; i--)
        if (s->item[i - 1].kind == ITEM_VERB)
            return (int32_t)i - 1;
    return -1;
}

/* Is the subject of what is said rather him whom the verb at item `i` is of? */
static bool said_of_subject(const speech *q, uint32_t from, uint32_t i)
{
    const clause_sentence *s = q->s;
    int32_t verb = last_verb(s, from, i);
    if (verb < 0)
        return false;
    const clause_item *it = &s->item[verb];
    const clause *cl = &s->clause[it->clause];
    if (!(it->entry.feats & LEX_F_PERFECT) || cl->negated)
        return false; /* "that it WILL not resign, and demanded" */
    if (cl->subject < (int32_t)from || s->item[cl->subject].kind != ITEM_ACTOR)
        return true;
    claim_voice v = voice_of(s, (uint32_t)cl->subject);
    return voice_agrees(&s->item[i], &v);
}

/* "..., and the mission had arrived (wa-kanat ... qad wasalat)": what was before, told by the reporter. */
static bool is_background(const clause_sentence *s, uint32_t verb, uint32_t lead)
{
    const clause_item *it = &s->item[lead];
    const clause *cl = &s->clause[s->item[verb].clause];
    return (int32_t)lead == cl->aux && cl->verb == (int32_t)verb && lead < verb &&
           behind_comma(s, lead) && (it->clitics & MORPH_WA) &&
           (it->entry.feats & LEX_F_PERFECT) &&
           item_is_function(&s->item[verb - 1], STR("qad"));
}

/* "but he", "and" before a verb that does something with words */
static bool is_joined(const speech *q, uint32_t i, uint32_t lead)
{
    bool but = lead < i && speech_phrase(q->c, q->s, lead, STR("but"));
    return but ||
           (lead == i && behind_comma(q->s, i) && (q->s->item[i].clitics & MORPH_WA));
}

/* "..., and demanded", "but he threatened": an act of the speaker, not of what he said. */
static bool is_act_of_speaker(const speech *q, const claim *said, uint32_t i, uint32_t lead)
{
    const clause_item *it = &q->s->item[i];
    wq_str value;
    if (!is_act_of_words(q, i) || !is_joined(q, i, lead) ||
        (!claim_is_cue(q->c, it, STR("act"), &value) &&
         !(lead == i &&
           claim_is_cue(q->c, it, STR("only"), &value)))) /* "..., and described it as" */
        return false;
    bool on_him = (it->clitics & MORPH_PRONOUN) && i + 1 < q->s->n_items &&
                  !voice_agrees(it, &said->who); /* "and Algeria supported HIM in that" */
    return on_him || (voice_agrees(it, &said->who) && !said_of_subject(q, said->from, i));
}

uint32_t reporter_resumes(const speech *q, const claim *said)
{
    const clause_sentence *s = q->s;
    bool colon = said->from > 0 && speech_mark(s, said->from - 1) == ':';
    if (colon || q->cue[said->cue] == CUE_SOURCE)
        return said->to;
    for (uint32_t i = said->from + 1; i < said->to; i++) {
        uint32_t lead = s->item[i].kind == ITEM_VERB ? lead_of(s, i) : 0;
        if (lead > said->from &&
            (is_act_of_speaker(q, said, i, lead) || is_background(s, i, lead)))
            return lead;
    }
    return said->to;
}
