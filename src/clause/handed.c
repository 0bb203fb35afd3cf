/* Subjects that a clause takes over from one above it, as agreement allows. */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* Whom a clause is about: its subject, or, where a relative clause came before its verb, who stands alone in it. */
static int32_t about(const clause_sentence *s, const clause *c)
{
    if (c->subject >= 0 || c->verb >= 0 || c->opener != OPEN_MAIN)
        return c->subject;
    return clause_topic(s, c, (int32_t)c->last);
}

/* "They opened fire", "and the two asked": a verb of several has its subject before it, or none.  Without "and" the perfect
 * of two is spelt like many a noun in the accusative.                                                                */
bool reader_is_of_many(const clause_item *verb)
{
    uint32_t f = verb->entry.feats;
    bool two = (f & LEX_F_DUAL) &&
               ((verb->clitics & (MORPH_WA | MORPH_FA)) || !(f & LEX_F_PERFECT));
    bool more = (f & LEX_F_PLUR) && !(f & LEX_F_DUAL);
    return (two || more) && !(f & LEX_F_SING) && (f & LEX_F_3);
}

/* Several people: a plural, or somebody with somebody joined to him. */
static bool are_many(const clause_sentence *s, uint32_t subject)
{
    const actor_mention *m = s->item[subject].actor;
    const clause_item *next = &s->item[subject] + 1;
    bool joined =
        subject + 1 < s->n_items && next->kind == ITEM_ACTOR && (next->clitics & MORPH_WA);
    return m->plural || m->country2.p || joined;
}

/* "The states of the council announced that they decided": a verb right before its subject has shown how that agrees. */
static bool goes_as_above(const clause_sentence *s, const clause_item *verb,
                          const clause *above)
{
    const uint32_t gender = LEX_F_FEM | LEX_F_MASC;
    return above->verb >= 0 && above->subject == above->verb + 1 &&
           s->item[above->subject].actor->kind == ACTOR_ORG &&
           (s->item[above->verb].entry.feats & gender) == (verb->entry.feats & gender);
}

/* "The people inspected the place, where shops were destroyed": of men told of before it no verb is in the feminine. */
static bool are_men_of_hers(const clause_sentence *s, const clause_item *verb,
                            const clause *above, const actor_mention *m)
{
    const clause_item *next = verb + 1, *end = s->item + s->n_items;
    bool shops = next < end && !next->clitics &&
                 (next->kind == ITEM_NOMINAL || next->kind == ITEM_WORD);
    return shops && lex_is_only_feminine(verb->entry.feats) && above->verb >= 0 &&
           !lex_is_only_feminine(s->item[above->verb].entry.feats) && m->plural &&
           !m->fem && !m->either && m->kind == ACTOR_GROUP;
}

/* May the verb go on with the subject of the clause above? */
static bool goes_on_with(const clause_sentence *s, const clause_item *verb,
                         const clause *above, uint32_t subject)
{
    const clause_item *it = &s->item[subject];
    return it->kind == ITEM_ACTOR &&
           (clause_agrees(verb, it) || goes_as_above(s, verb, above)) &&
           !are_men_of_hers(s, verb, above, it->actor) &&
           (!reader_is_of_many(verb) || are_many(s, subject));
}

/* "It took towns, and killed foreigners, and launched": of men told of before it a verb is in the plural. */
static bool are_too_many(const clause_item *verb, const clause_item *subject)
{
    uint32_t f = verb->entry.feats;
    const actor_mention *m = subject->actor;
    return (f & LEX_F_SING) && !(f & (LEX_F_PLUR | LEX_F_DUAL | LEX_F_FEM)) && m->plural &&
           !m->fem && !m->either && m->kind == ACTOR_GROUP;
}

/* "It brought about a deal that Kenya signed (وقعته), as it led to": a clause without a particle that describes the noun before it. */
static bool describes_noun_ahead(const clause_sentence *s, const clause *c)
{
    const clause_item *verb = c->verb > 0 ? &s->item[c->verb] : NULL;
    return verb && c->verb == (int32_t)c->first &&
           (verb->clitics & (MORPH_HU | MORPH_HA)) &&
           !(verb->clitics & (MORPH_WA | MORPH_FA)) &&
           (verb[-1].kind == ITEM_NOMINAL || verb[-1].kind == ITEM_WORD) &&
           !(verb[-1].clitics & (MORPH_AL | MORPH_PRONOUN));
}

/* Told between commas: what goes on behind them is the clause above. */
static int32_t above(const clause_sentence *s, const clause *c)
{
    bool apart = c->first > 0 && item_is_comma(&s->item[c->first - 1]);
    return apart && c->parent >= 0 && describes_noun_ahead(s, &s->clause[c->parent])
               ? s->clause[c->parent].parent
               : c->parent;
}

/* A man behind the verb of whom it is told, in the masculine. */
static bool is_man(const clause_item *verb, const clause_item *who)
{
    const actor_mention *m = who->kind == ITEM_ACTOR ? who->actor : NULL;
    return m && !m->fem && !m->plural &&
           (m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE) &&
           !lex_is_only_feminine(verb->entry.feats);
}

/* A state or a movement, of which verbs are in the feminine. */
static bool is_she(const clause_item *it)
{
    const actor_mention *m = it->kind == ITEM_ACTOR && !it->clitics ? it->actor : NULL;
    bool movement = m && m->kind == ACTOR_ORG && m->fem;
    return movement || (m && m->kind == ACTOR_STATE && !m->he);
}

/* "(He) threatened Hamas unless (she) lets them go": of a condition behind a man and whom he speaks to, a verb that may be in
 * the feminine is hers; CLAUSE_NONE: no such thing.                                                                   */
static int32_t spoken_to(const clause_sentence *s, const clause *c)
{
    const uint32_t of_her = LEX_F_FEM | LEX_F_IMPERFECT | LEX_F_SING;
    const clause *told = &s->clause[c->parent];
    if ((s->item[c->verb].entry.feats & of_her) != of_her || c->opener != OPEN_IF ||
        told->verb < 0 || told->subject != told->verb + 1 ||
        told->subject + 1 >= (int32_t)told->last)
        return CLAUSE_NONE;
    const clause_item *who = &s->item[told->subject];
    return is_man(&s->item[told->verb], who) && is_she(who + 1) ? told->subject + 1
                                                                : CLAUSE_NONE;
}

/* A verb without a subject of its own goes on with that of the clause before, if they agree.  A masculine one goes on with few
 * states or plurals, and they give way to somebody further up who agrees as well.                                    */
static int32_t inherited(const clause_sentence *s, const clause *c)
{
    const clause_item *verb = &s->item[c->verb];
    bool masculine = (verb->entry.feats & LEX_F_MASC) && !(verb->entry.feats & LEX_F_FEM);
    int32_t state = CLAUSE_NONE;
    bool past =
        (verb->entry.feats & LEX_F_PERFECT) && !(verb->entry.feats & LEX_F_IMPERFECT);
    if (c->opener == OPEN_THAT && past && c->verb > (int32_t)c->first + 1)
        return CLAUSE_NONE; /* "said that in those years were killed": not who says so */
    for (int32_t p = above(s, c); p >= 0; p = s->clause[p].parent) {
        int32_t subject = about(s, &s->clause[p]);
        if (subject < 0 && reader_is_of_many(verb) && s->clause[p].verb >= 0)
            subject = clause_topic(s, &s->clause[p], s->clause[p].verb);
        if (subject < 0 || !goes_on_with(s, verb, &s->clause[p], (uint32_t)subject))
            continue;
        bool many = are_too_many(verb, &s->item[subject]);
        if (many && state < 0)
            state = subject;
        if (!many && (!masculine || s->item[subject].actor->kind != ACTOR_STATE))
            return subject;
        state = state < 0 && s->item[subject].actor->he ? subject : state;
    }
    return state;
}

int32_t clause_handed(const clause_sentence *s, uint32_t at)
{
    const clause *c = &s->clause[at];
    if (c->verb < 0 || c->parent < 0)
        return CLAUSE_NONE;
    int32_t her = spoken_to(s, c);
    return her >= 0 ? her : inherited(s, c);
}

void clause_resubject(const clause_sentence *s, uint32_t at, int32_t subject)
{
    int32_t old = s->clause[at].subject;
    s->clause[at].subject = subject;
    for (uint32_t k = at + 1; k < s->n_clauses; k++) {
        clause *c = &s->clause[k];
        bool own = c->subject >= (int32_t)c->first && c->subject < (int32_t)c->last;
        if (c->subject == old && !own && c->opener != OPEN_WHO)
            c->subject = subject;
    }
}
