/* A noun phrase that is said: "stressed the need for", "announced the death of". */
#include "event/claim.h"

#include "script/letters.h"

/* What can be said as well as a clause: a verbal noun, "the need", or "the death". */
static bool is_deed(const speech *q, uint32_t i)
{
    const clause_item *it = &q->s->item[i];
    return item_is_function(it, STR("transparent")) ||
           (it->kind == ITEM_NOMINAL && it->entry.form == LEX_MASDAR) ||
           speech_phrase(q->c, q->s, i, STR("deed"));
}

/* A word of no lexicon, or a person: part of the speaker's name. */
static bool is_name(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    const morph_word *w = s->part->token[it->first].morph;
    if (it->kind == ITEM_ACTOR)
        return it->actor->kind == ACTOR_PERSON;
    return it->kind == ITEM_WORD && (!w || !w->known);
}

typedef struct phrase_scan {
    const speech *q;
    uint32_t cue;
    bool that;        /* a clause follows further on */
    bool governed;    /* by a preposition that does not lead to what is said */
    bool apart;       /* something else stood between */
    uint32_t speaker; /* his item behind the cue, or the cue */
    uint32_t met;     /* last item of whom he met; 0: nobody */
    uint32_t
        genitive; /* the item at which the speaker's own genitive may stand; 0: he has none */
} phrase_scan;

/* Is what begins at item `at` said in this slot?  "an:deed" is open to verbal nouns only. */
static bool takes(const phrase_scan *p, wq_str slot, uint32_t at)
{
    const clause_sentence *s = p->q->s;
    wq_str slots, one;
    bool deed = at < s->n_items && is_deed(p->q, at);
    if (!claim_is_cue(p->q->c, &s->item[p->cue], STR("takes"), &slots))
        return false;
    while (str_next(&slots, '|', &one))
        if (str_eq(one, slot) || (deed && str_starts(one, slot) && one.n > slot.n &&
                                  str_eq(str_sub(one, slot.n, one.n), STR(":deed"))))
            return true;
    return false;
}

/* A noun that waits for its genitive. */
static bool is_open(const clause_item *it)
{
    return it->kind != ITEM_ACTOR && !(it->clitics & (MORPH_AL | MORPH_PRONOUN));
}

/* "ra'is", a role that waits for its genitive. */
static bool is_bare_role(const clause_item *it)
{
    const actor_mention *m = it->actor;
    return it->kind == ITEM_ACTOR &&
           (m->kind == ACTOR_OFFICE ||
            (m->kind == ACTOR_GROUP && m->agent && !m->plural)) &&
           !m->a.id.n && m->last - m->first == 1 && !(it->clitics & MORPH_AL) &&
           !str_starts(m->a.text, STR(AR_AL));
}

/* The adjective of a noun behind a proclitic preposition: "of the PRIMARY stage". */
static bool is_adjective(const clause_sentence *s, uint32_t i)
{
    return i > 0 && (s->item[i].clitics & MORPH_AL) &&
           (s->item[i - 1].kind == ITEM_WORD || s->item[i - 1].kind == ITEM_NOMINAL) &&
           (s->item[i - 1].clitics & MORPH_PREPOSITION) &&
           !(s->item[i - 1].clitics & MORPH_PRONOUN);
}

/* Is nothing said in a noun with what stands before it: an adverb, "His Excellency", an adjective? */
static bool is_beside(const phrase_scan *p, uint32_t i)
{
    return speech_is_adverb(p->q->s, i) ||
           (i == p->cue + 1 && speech_is_pronominal(p->q, i)) || is_adjective(p->q->s, i);
}

/* A noun: is it the first of what is said? */
static bool phrase_noun(phrase_scan *p, uint32_t i)
{
    const clause_item *it = &p->q->s->item[i];
    if (it->clitics & MORPH_PREPOSITION) {
        p->apart = true;
        p->governed = is_open(it);
        return (it->clitics & MORPH_BI) && takes(p, STR("bi"), i);
    }
    if (is_beside(p, i))
        return false;
    bool deed = is_deed(p->q, i);
    if (i == p->genitive && (p->that || !deed)) {
        p->governed = is_open(it);
        return false;
    }
    if (is_bare_role(it) && (it->clitics & MORPH_WA)) {
        p->governed = true;
        return false;
    }
    if (deed && p->q->s->item[i - 1].kind == ITEM_PLACE)
        p->governed = false; /* "in the city of Aden the death of" */
    if (!p->governed && !(it->clitics & MORPH_WA) && (!p->that || deed) &&
        !is_name(p->q->s, i) && takes(p, STR("obj"), i))
        return true;
    p->governed = (p->governed || (it->clitics & MORPH_WA)) && is_open(it);
    return false; /* "the presidency of meteorology and the protection of THE ENVIRONMENT" */
}

/* "stressed (NATO) its solidarity (tadamunahu)", spelt like a verb with an object. */
static bool is_deed_spelt_like_verb(const phrase_scan *p, uint32_t i)
{
    const clause_item *it = &p->q->s->item[i];
    const morph_word *w = p->q->s->part->token[it->first].morph;
    if (it->kind != ITEM_VERB || !(it->clitics & MORPH_PRONOUN) || p->governed || p->that ||
        p->apart || (it->clitics & MORPH_WA) || !takes(p, STR("obj"), i))
        return false;
    for (uint32_t k = 0; w && k < w->n; k++)
        if ((w->v[k].entry.form == LEX_MASDAR || w->v[k].entry.table == LEX_NOUN ||
             w->v[k].entry.table == LEX_STEM) &&
            w->v[k].entry.form != LEX_VERBFORM && w->v[k].clitics == it->clitics)
            return true;
    return false;
}

/* "Confirmed ANOTHER official": behind a speaker without article the word belongs to him. */
static bool is_other_of_speaker(const phrase_scan *p, uint32_t i)
{
    const clause_sentence *s = p->q->s;
    return i == p->speaker + 1 && i > p->cue + 1 &&
           !str_starts(s->part->token[s->item[i - 1].first].form, STR(AR_AL)) &&
           speech_phrase(p->q->c, s, i, STR("other")) == s->item[i].last;
}

/* "During HIS MEETING the special envoy So-and-so": the object of a deed behind a preposition, and what goes on with it. */
static bool is_met(phrase_scan *p, uint32_t i)
{
    const clause_item *it = &p->q->s->item[i];
    bool noun = speech_is_noun(it) && !(it->clitics & (MORPH_PREPOSITION | MORPH_WA));
    bool first = i > 1 && (it[-1].kind == ITEM_NOMINAL || it[-1].kind == ITEM_WORD) &&
                 (it[-1].clitics & MORPH_PRONOUN) && item_is_function(&it[-2], STR("prep"));
    bool definite = it->kind == ITEM_ACTOR || (it->clitics & MORPH_AL);
    bool more = p->met && i == p->met + 1 && (definite || is_name(p->q->s, i));
    if (!noun || !((first && definite) || more))
        return false;
    p->met = i;
    return true;
}

/* Looks at one item: the first of what is said, if it is that; the end of the search through *stop. */
static int32_t phrase_item(phrase_scan *p, uint32_t i, bool *stop)
{
    const clause_item *it = &p->q->s->item[i];
    if (item_is_function(it, STR("prep"))) {
        bool deed = i + 1 < p->q->s->n_items && is_deed(p->q, i + 1);
        if (!(it->clitics & MORPH_WA) && (!p->that || deed) && takes(p, it->value, i + 1))
            return (int32_t)i + 1;
        p->governed = p->apart = true;
    } else if (item_is_function(it, STR("not_noun"))) {
        bool by = str_starts(p->q->s->part->token[it->first].form, STR(AR_BEH));
        return takes(p, by ? STR("bi") : STR("obj"), i) ? (int32_t)i : -1;
    } else if (speech_is_noun(it)) {
        return phrase_noun(p, i) ? (int32_t)i : -1;
    } else if (is_deed_spelt_like_verb(p, i)) {
        return (int32_t)i;
    } else if ((it->kind == ITEM_VERB && !speech_is_in_source(p->q, i)) ||
               (it->kind == ITEM_FUNCTION && !item_is_function(it, STR("prep_pronoun")))) {
        *stop = true;
    } else if (it->kind == ITEM_TIME || it->kind == ITEM_MARK) {
        p->governed = false;
    }
    return -1;
}

/* "The union (democratic wing) announced": the closing bracket of what stands in brackets; the item itself elsewhere. */
static uint32_t behind_brackets(const clause_sentence *s, uint32_t i)
{
    enum { LONGEST = 8 };
    for (uint32_t k = i; speech_mark(s, i) == '(' && k < s->n_items && k < i + LONGEST; k++)
        if (speech_mark(s, k) == ')')
            return k;
    return i;
}

speech_opening phrase_behind(const speech *q, uint32_t cue, speech_opening that)
{
    const clause_sentence *s = q->s;
    wq_str value;
    phrase_scan p = { .q = q, .cue = cue, .that = that.how != OPENS_NOT };
    uint32_t f = s->item[cue].entry.feats;
    bool imperfect = (f & LEX_F_IMPERFECT) && !(f & LEX_F_PERFECT);
    if (!claim_is_cue(q->c, &s->item[cue], STR("takes"), &value) ||
        (imperfect && claim_is_cue(q->c, &s->item[cue], STR("impersonal"), &value)))
        return that;
    int32_t subject = q->cue[cue] == CUE_VERB ? speaker_subject(q, cue, that) : -1;
    uint32_t i = subject > (int32_t)cue ? (uint32_t)subject : cue;
    bool stop = false;
    p.speaker = i;
    p.genitive = i > cue && is_bare_role(&s->item[i]) ? i + 1 : 0;
    for (i = speech_behind_wish(s, i) + 1;
         i < that.mark && i < cue + SPEECH_REACH && !stop && !speech_breaks(q, cue, i);
         i++) {
        i = behind_brackets(s, i);
        bool beside = is_other_of_speaker(&p, i) || is_met(&p, i);
        int32_t at = beside ? -1 : phrase_item(&p, i, &stop);
        if (at >= 0 && (uint32_t)at < that.mark && (that.how == OPENS_NOT || !p.apart))
            return (speech_opening){ OPENS_PHRASE, (uint32_t)at, (uint32_t)at };
    }
    return that;
}
