/* Who speaks where the cue names nobody: he who spoke before, or whom the sentence is about. */
#include "event/claim.h"

#include "script/letters.h"

enum { LOOK_BACK = 24 }; /* no search for a speaker goes further back */

static bool opens_sentence(const clause_sentence *s, uint32_t i)
{
    while (i > 0 && (s->item[i - 1].kind == ITEM_MARK ||
                     item_is_function(&s->item[i - 1], STR("sub"))))
        i--;
    return i == 0;
}

/* Whoever spoke before, as far as the verb agrees. */
static claim_voice spoke_before(const speech *q, uint32_t cue)
{
    const claim_state *st = &q->c->claims;
    const clause_item *word = &q->s->item[cue];
    wq_str value;
    bool goes_on = claim_is_cue(q->c, word, STR("goes_on"), &value) ||
                   word->kind != ITEM_VERB || (cue > 0 && speech_is_also(q, cue - 1));
    const claim_voice *first = goes_on ? &st->speaker : &st->topic,
                      *second = goes_on ? &st->topic : &st->speaker;
    if (voice_agrees(word, first))
        return *first;
    if (voice_agrees(word, second))
        return *second;
    bool verb = word->kind == ITEM_VERB && st->former.actor && goes_on;
    return verb && voice_agrees(word, &st->former) ? st->former : NOBODY;
}

static bool relays(const claim_voice *v)
{
    return v->actor && (v->actor->kind == ACTOR_SOURCE ||
                        str_find(v->actor->a.role, STR("spokesperson")) >= 0);
}

/* The subject of the last clause before `at` that a word agrees with, a person rather than a thing. */
static claim_voice subject_of_clauses(const speech *q, uint32_t at, uint32_t from)
{
    const clause_sentence *s = q->s;
    uint32_t last = s->item[at].clause + 1;
    for (uint32_t k = last; k > 0 && k + LOOK_BACK > last; k--) {
        const clause *cl = &s->clause[k - 1];
        if (cl->last <= from)
            break;
        if (cl->verb < (int32_t)from || cl->verb >= (int32_t)at || cl->opener == OPEN_WHO ||
            cl->subject < 0 || s->item[cl->subject].kind != ITEM_ACTOR ||
            cl->subject >= (int32_t)at || clause_is_as_said(s, cl) ||
            (cl->subject < (int32_t)cl->first &&
             speaker_is_governed(s, (uint32_t)cl->subject, 0)))
            continue;
        claim_voice v = voice_of_subject(s, (uint32_t)cl->verb, (uint32_t)cl->subject);
        if (from > 0 && !(s->item[cl->verb].entry.feats & LEX_F_PERFECT))
            continue; /* "the spokesman said the director WILL head the team" */
        bool person = v.actor->kind == ACTOR_PERSON || v.actor->kind == ACTOR_OFFICE;
        if ((person || from == 0) && voice_agrees(&s->item[at], &v))
            return v;
    }
    return NOBODY;
}

/* Whom a feminine verb has speak is a woman, known or not. */
static bool agrees_with_said(const clause_sentence *s, uint32_t at, const claim *said)
{
    uint32_t f = s->item[said->cue].entry.feats;
    bool fem = s->item[said->cue].kind == ITEM_VERB && lex_is_only_feminine(f);
    bool wants = lex_is_only_feminine(s->item[at].entry.feats);
    return voice_agrees(&s->item[at], &said->who) || (fem && wants);
}

/* The last speaker of this sentence; where he speaks for somebody whose acts he tells, that one. */
static claim_voice spoke_in_sentence(const speech *q, uint32_t at)
{
    const claim_state *st = &q->c->claims;
    for (uint32_t i = st->said.n; i > 0 && i + LOOK_BACK > st->said.n; i--) {
        const claim *said = &st->said.v[i - 1];
        if (said->outer >= 0 || said->cue > at || !agrees_with_said(q->s, at, said))
            continue;
        claim_voice inner = NOBODY;
        if (relays(&said->who) && q->s->item[at].kind != ITEM_VERB)
            inner = subject_of_clauses(q, at, said->from);
        return inner.text.n ? inner : said->who;
    }
    return NOBODY;
}

/* Not even agreement helps: the last who spoke in this sentence. */
static claim_voice last_in_sentence(const claim_state *st)
{
    return st->said.n ? st->said.v[st->said.n - 1].who : NOBODY;
}

/* A word that may end in a possessive pronoun, and is no mention. */
static bool has_pronoun(const clause_sentence *s, uint32_t i)
{
    const morph_word *w = s->part->token[s->item[i].first].morph;
    for (uint32_t k = 0; s->item[i].kind == ITEM_WORD && w && k < w->n; k++)
        if (w->v[k].clitics & MORPH_PRONOUN)
            return true;
    return false;
}

/* "the coach commented, saying: ...": the verb itself has nothing said behind it. */
static claim_voice subject_of_silent_verb(const speech *q, uint32_t cue)
{
    enum { NEAR = 10 };
    for (uint32_t i = cue; i > 0 && i + NEAR > cue && q->cue[cue] != CUE_VERB; i--)
        if (q->cue[i - 1] == CUE_VERB &&
            !clause_is_as_said(q->s, &q->s->clause[q->s->item[i - 1].clause])) {
            speech_opening at_cue = { OPENS_THAT, cue, cue };
            int32_t subject =
                q->opening[i - 1].how == OPENS_NOT ? speaker_subject(q, i - 1, at_cue) : -1;
            if (subject >= 0 && has_pronoun(q->s, (uint32_t)subject))
                return NOBODY; /* "closed HIS TALK by saying" */
            return subject >= 0 ? voice_of(q->s, (uint32_t)subject) : NOBODY;
        }
    return NOBODY;
}

/* "the deputy So-and-so" where no stage knew the name: the words between a title and item `end`. */
static claim_voice named_behind_title(const clause_sentence *s, uint32_t end)
{
    enum { NAME = 4 };
    uint32_t i = end;
    while (i > 0 && i + NAME > end && s->item[i - 1].kind == ITEM_WORD &&
           !(s->item[i - 1].clitics & (MORPH_PREPOSITION | MORPH_WA)))
        i--;
    if (i == end || i == 0 || s->item[i - 1].kind != ITEM_ACTOR ||
        !voice_is_person(s->item[i - 1].actor))
        return NOBODY;
    claim_voice v = voice_of(s, i - 1);
    v.text = text_slice_bare(s->part, s->item[i - 1].first, s->item[end - 1].last,
                             s->item[i - 1].clitics & (MORPH_WA | MORPH_FA));
    return v;
}

/* "the speech of the leader on Monday IN WHICH HE SAID": whose document the relative clause is of. */
static claim_voice issuer_of_antecedent(const speech *q, const clause *cl)
{
    enum { NEAR = 10 };
    const clause_sentence *s = q->s;
    uint32_t verb = (uint32_t)cl->verb;
    if (cl->verb < 0 || verb + 1 >= s->n_items ||
        !item_is_function(&s->item[verb + 1], STR("prep_pronoun")) ||
        !str_eq(s->item[verb + 1].value, STR("fi")))
        return NOBODY;
    for (uint32_t i = cl->first; i > 0 && i + NEAR > cl->first; i--) {
        if (!speech_is_document(q, i - 1) && !speech_phrase(q->c, s, i - 1, STR("remarks")))
            continue;
        for (uint32_t k = i; k < cl->first; k++)
            if (s->item[k].kind == ITEM_ACTOR &&
                ((k == i && (s->item[k].clitics & MORPH_LI)) ||
                 !speaker_is_governed(s, k, i - 1)))
                return voice_of(s, k);
    }
    return NOBODY;
}

/* "the envoy, who said that": the mention before the relative clause, or nobody. */
static claim_voice antecedent(const speech *q, const clause *cl)
{
    const clause_sentence *s = q->s;
    uint32_t i = cl->first;
    while (i > 0 && s->item[i - 1].kind == ITEM_MARK)
        i--;
    if (i > 0 && s->item[i - 1].kind == ITEM_ACTOR) {
        claim_voice v = voice_of(s, i - 1);
        return voice_agrees(&s->item[cl->verb < 0 ? cl->first : (uint32_t)cl->verb], &v)
                   ? v
                   : NOBODY; /* "the diplomat, who she said had ..." */
    }
    return named_behind_title(s, i);
}

/* Whoever is named first and agrees, where the verb of the sentence is unknown: "X did ..., stressing that". */
static claim_voice first_in_sentence(const clause_sentence *s, uint32_t cue)
{
    for (uint32_t i = 0; i < cue && s->item[i].clause == 0 && s->item[i].kind != ITEM_VERB;
         i++) {
        if (s->item[i].kind != ITEM_ACTOR || speaker_is_governed(s, i, 0) ||
            s->item[i].actor->kind == ACTOR_STATE)
            continue;
        claim_voice v = voice_of(s, i);
        return voice_agrees(&s->item[cue], &v) ? v : NOBODY;
    }
    return NOBODY;
}

/* "leaks that point to": an imperfect right behind a noun that is no mention tells of the noun. */
static bool describes_noun(const speech *q, uint32_t cue)
{
    const clause_item *it = &q->s->item[cue], *noun = cue > 0 ? &q->s->item[cue - 1] : NULL;
    return q->cue[cue] == CUE_VERB && noun && (it->entry.feats & LEX_F_IMPERFECT) &&
           !(it->entry.feats & LEX_F_PERFECT) && !(it->clitics & MORPH_WA) &&
           (noun->kind == ITEM_WORD || noun->kind == ITEM_NOMINAL);
}

/* Behind the end of a quotation that an earlier sentence began: its speaker, whomever he spoke of. */
static claim_voice spoke_across(const speech *q, uint32_t cue)
{
    const claim *open = &q->c->claims.open;
    bool ended = open->last > q->s->item[0].first && open->last <= q->s->item[cue].first;
    return ended && q->c->claims.said.n == 0 && voice_agrees(&q->s->item[cue], &open->who)
               ? open->who
               : NOBODY;
}

/* "The ministry issued a statement, in which it said": of the same sentence, in a clause of its own. */
static claim_voice said_in_document(const speech *q, uint32_t cue)
{
    const clause_sentence *s = q->s;
    bool in_it = q->cue[cue] == CUE_VERB && cue + 1 < s->n_items &&
                 item_is_function(&s->item[cue + 1], STR("prep_pronoun")) &&
                 str_eq(s->item[cue + 1].value, STR("fi"));
    claim_voice v = in_it ? source_issuer_before(q, cue) : NOBODY;
    return v.text.n && voice_agrees(&s->item[cue], &v) ? v : NOBODY;
}

/* "A shipment HE SAID IT WAS going to": the particle's pronoun is the noun, and the verb is of somebody else; "they warned". */
static bool is_of_somebody_else(const speech *q, uint32_t cue)
{
    const clause_sentence *s = q->s;
    const speech_opening *o = &q->opening[cue];
    wq_str value;
    uint32_t f = s->item[cue].entry.feats;
    if ((f & LEX_F_PLUR) && !(f & (LEX_F_SING | LEX_F_DUAL)))
        return true;
    return o->how == OPENS_THAT && o->mark < s->n_items &&
           !str_ends(s->part->token[s->item[o->mark].first].form, STR(AR_NOON)) &&
           !claim_is_cue(q->c, &s->item[cue], STR("only"), &value);
}

/* A feminine verb tells of no masculine singular, and the other way round; a name that no lexicon has tells nothing. */
static bool agrees_with_noun(const clause_sentence *s, uint32_t verb, uint32_t noun)
{
    const text_token *t = &s->part->token[s->item[noun].first];
    uint32_t f = s->item[noun].entry.feats;
    bool fem = str_ends(t->form, STR(AR_TEH_MARBUTA)) || str_ends(t->form, STR(AR_HEH));
    bool masc = !fem && (f & LEX_F_SING) && !(f & (LEX_F_FEM | LEX_F_PLUR));
    return t->morph && t->morph->known &&
           (lex_is_only_feminine(s->item[verb].entry.feats) ? !masc : !fem);
}

/* "After western reports (that) pointed to": the first item of the indefinite noun phrase behind a preposition that the verb
 * tells of; the cue itself where there is none.                                                                       */
static uint32_t described_phrase(const speech *q, uint32_t cue)
{
    enum { LONGEST = 3 };
    const clause_sentence *s = q->s;
    uint32_t i = cue;
    if (s->item[cue].kind != ITEM_VERB || (s->item[cue].clitics & (MORPH_WA | MORPH_FA)) ||
        is_of_somebody_else(q, cue))
        return cue;
    while (i > 0 && i + LONGEST > cue &&
           (s->item[i - 1].kind == ITEM_WORD || s->item[i - 1].kind == ITEM_NOMINAL ||
            s->item[i - 1].kind == ITEM_ADJ) &&
           !(s->item[i - 1].clitics & (MORPH_AL | MORPH_PRONOUN | MORPH_WA)))
        i--;
    if (i == cue || speech_phrase(q->c, s, i, STR("extent")) ||
        !agrees_with_noun(s, cue, i))
        return cue;
    bool governed = i > 0 && item_is_function(&s->item[i - 1], STR("prep"));
    return governed || (s->item[i].clitics & MORPH_PREPOSITION) ? i : cue;
}

/* "Of what he called (mimma wasafahu)": no noun is described. */
static bool is_of_what_he_calls(const speech *q, uint32_t cue)
{
    const clause_item *it = &q->s->item[cue];
    wq_str value;
    return cue > 0 && item_is_function(&it[-1], STR("rel")) &&
           str_eq(it[-1].value, STR("what")) && (it->clitics & MORPH_PRONOUN) &&
           claim_is_cue(q->c, it, STR("tells"), &value);
}

claim_voice speaker_unnamed(const speech *q, uint32_t cue)
{
    claim_voice across = spoke_across(q, cue);
    if (across.text.n)
        return across;
    const clause *cl = &q->s->clause[q->s->item[cue].clause];
    if (describes_noun(q, cue))
        return NOBODY;
    if (q->cue[cue] == CUE_VERB && cl->opener == OPEN_WHO && !is_of_what_he_calls(q, cue)) {
        claim_voice issuer = issuer_of_antecedent(q, cl);
        return issuer.text.n ? issuer : antecedent(q, cl);
    }
    if (opens_sentence(q->s, cue))
        return spoke_before(q, cue);
    claim_voice issuer = said_in_document(q, cue);
    if (issuer.text.n)
        return issuer;
    uint32_t described = described_phrase(q, cue);
    if (described < cue)
        return speech_may_speak(q, described) &&
                       (q->s->item[cue].entry.feats & LEX_F_PERFECT)
                   ? voice_of_words(q->s, described, cue)
                   : NOBODY;
    claim_voice v = subject_of_silent_verb(q, cue);
    if (v.text.n == 0)
        v = spoke_in_sentence(q, cue);
    if (v.text.n == 0)
        v = subject_of_clauses(q, cue, 0);
    if (v.text.n == 0 && q->cue[cue] == CUE_PARTICIPLE)
        v = first_in_sentence(q->s, cue);
    if (v.text.n == 0)
        v = spoke_before(q, cue);
    if (v.text.n == 0 && q->cue[cue] == CUE_PARTICIPLE)
        v = last_in_sentence(&q->c->claims);
    return v;
}
