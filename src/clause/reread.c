/* Verbs of one spelling: the one that agrees with its subject. */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* "تمكن مسلحون": no verb in the feminine goes before men in the sound plural. */
static bool are_men(const clause_sentence *s, const clause_item *verb,
                    const clause_item *who)
{
    bool she = lex_is_only_feminine(verb->entry.feats);
    return she && str_ends(s->part->token[who->first].form, STR(AR_WAW AR_NOON));
}

/* "She receives", which is "you receive" as well: in a report no man does. */
static bool is_she_for_man(const clause_item *verb, const clause_item *who)
{
    uint32_t f = verb->entry.feats;
    const actor_mention *m = who->actor;
    return (f & LEX_F_IMPERFECT) && !(f & LEX_F_PERFECT) && (f & LEX_F_2) &&
           (f & LEX_F_3) && (f & LEX_F_FEM) && (m->he || !m->fem) && !m->plural &&
           (m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE || m->he);
}

/* "تقاتل الحكومة": right before a noun in teh marbuta a verb that may be hers is no man's. */
static bool is_he_for_woman(const clause_sentence *s, const clause_item *verb,
                            const clause_item *who)
{
    const text_token *head = &s->part->token[who->first];
    uint32_t f = verb->entry.feats;
    return (f & LEX_F_MASC) && !(f & (LEX_F_FEM | LEX_F_PLUR | LEX_F_DUAL)) &&
           who == verb + 1 && morph_as(head, LEX_AGENT, -1) &&
           str_ends(head->norm, STR(AR_TEH_MARBUTA));
}

/* Another verb of the same spelling that agrees with `who`, if there is one. */
static void reread_for(const clause_sentence *s, clause_item *verb, const clause_item *who)
{
    const morph_word *w = s->part->token[verb->first].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        clause_item other = *verb;
        other.entry = w->v[i].entry;
        bool fits = other.entry.table == LEX_VERB && other.entry.form == LEX_VERBFORM &&
                    w->v[i].clitics == verb->clitics && (other.entry.feats & LEX_F_3);
        if (fits && clause_agrees(&other, who) && !are_men(s, &other, who) &&
            !is_she_for_man(&other, who) && !is_he_for_woman(s, &other, who)) {
            verb->entry = other.entry;
            return;
        }
    }
}

const morph_analysis *clause_perfect(const text_part *part, const clause_item *verb)
{
    const morph_word *w = part->token[verb->first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_VERB && w->v[i].entry.form == LEX_VERBFORM &&
            w->v[i].clitics == verb->clitics &&
            (w->v[i].entry.feats & (LEX_F_PERFECT | LEX_F_3)) == (LEX_F_PERFECT | LEX_F_3))
            return &w->v[i];
    return NULL;
}

/* The item behind the verb, and behind a day set off by commas: "received, on Saturday, the minister". */
static const clause_item *behind_verb(const clause_sentence *s, const clause_item *verb)
{
    const clause_item *end = s->item + s->n_items, *it = verb + 1;
    bool mark = it < end && it->kind == ITEM_MARK;
    const clause_item *day = it + mark;
    if (day >= end || day->kind != ITEM_TIME)
        return it;
    it = day + 1;
    return it + mark < end && (!mark || it->kind == ITEM_MARK) ? it + mark : verb + 1;
}

/* "ورد حزب الله بقصف": a verb of which only things are the subject is "and" with another, where somebody does something by it. */
static void reread_and(const lexicon *lex, const clause_sentence *s, clause_item *verb,
                       const clause_item *who)
{
    const morph_word *w = s->part->token[verb->first].morph;
    bool thing =
        verb->entry.table == LEX_VERB && !verb->clitics &&
        lex_in_group(lex, STR("of_things"), lex_cell(lex, LEX_VERB, verb->entry.row, "id"));
    bool by = who + 1 < s->item + s->n_items && who[1].kind == ITEM_NOMINAL &&
              (who[1].clitics & MORPH_BI);
    for (uint32_t i = 0; w && thing && by && i < w->n; i++)
        if (w->v[i].entry.table == LEX_VERB && w->v[i].entry.form == LEX_VERBFORM &&
            w->v[i].clitics == MORPH_WA && (w->v[i].entry.feats & LEX_F_PERFECT)) {
            verb->entry = w->v[i].entry;
            verb->clitics = w->v[i].clitics;
            return;
        }
}

/* "تسلم الوزير": where the actor behind a verb does not agree with it, another verb of the same spelling may. */
void clause_reread(const lexicon *lex, const clause_sentence *s, clause_item *verb)
{
    const clause_item *behind = behind_verb(s, verb);
    bool subject = (uint32_t)(behind - s->item) < s->n_items &&
                   behind->kind == ITEM_ACTOR && !(behind->clitics & MORPH_PREPOSITION) &&
                   !(behind->clitics & MORPH_WA);
    bool first = verb == s->item || verb[-1].kind == ITEM_MARK ||
                 verb->clitics; /* "تسلم العراق"; behind a topic it may be the object */
    bool he = subject && first && is_she_for_man(verb, behind);
    if (subject)
        reread_and(lex, s, verb, behind);
    if (subject && (he || !clause_agrees(verb, behind) || are_men(s, verb, behind) ||
                    is_he_for_woman(s, verb, behind)))
        reread_for(s, verb, behind);
}

/* A man, or a body told by a noun in the masculine ("the army", "the party of ..."); names of one word go either way. */
static bool is_he(const clause_sentence *s, const clause_item *who)
{
    const actor_mention *m = who->actor;
    if (m->kind == ACTOR_OFFICE || m->kind == ACTOR_PERSON)
        return true;
    const text_token *head = &s->part->token[who->first];
    bool one = morph_as(head, LEX_AGENT, -1) && !m->fem && !m->plural && !m->either &&
               !str_ends(head->form, STR(AR_HEH));
    return one && (m->kind == ACTOR_GROUP || who->last > who->first + 1);
}

/* "The Egyptian president received (تسلم) a letter": right behind a man whom nothing governs, a verb that is spelt like a
 * woman's is his, where no woman stands behind it.                                                                  */
void clause_reread_behind_man(const clause_sentence *s, const clause *c)
{
    clause_item *verb = &s->item[c->verb];
    int32_t topic = clause_topic(s, c, c->verb);
    bool day = topic >= 0 && topic + 2 == c->verb && verb[-1].kind == ITEM_TIME;
    bool next = topic >= 0 && topic + 1 == c->verb;
    const clause_item *who = next || day ? &s->item[topic] : NULL;
    if (!who || who->kind != ITEM_ACTOR || verb->clitics || !is_he(s, who))
        return;
    const clause_item *behind = behind_verb(s, verb);
    bool she = (uint32_t)(behind - s->item) < s->n_items && behind->kind == ITEM_ACTOR &&
               behind->actor->fem && !(behind->clitics & MORPH_PREPOSITION);
    if (!she && (!clause_agrees(verb, who) || is_she_for_man(verb, who)))
        reread_for(s, verb, who);
}

void clause_reread_for_topic(const clause_sentence *s, const clause *c)
{
    const clause_item *who =
        c->subject >= 0 && c->subject_is_topic && c->subject >= (int32_t)c->first
            ? &s->item[c->subject]
            : NULL;
    if (who && who->kind == ITEM_ACTOR &&
        (!clause_agrees(&s->item[c->verb], who) || is_she_for_man(&s->item[c->verb], who)))
        reread_for(s, &s->item[c->verb], who);
}

void clause_reread_for_above(const clause_sentence *s, const clause *c)
{
    clause_item *verb = &s->item[c->verb];
    int32_t above = c->parent >= 0 ? s->clause[c->parent].subject : CLAUSE_NONE;
    const clause_item *who = above >= 0 ? &s->item[above] : NULL;
    bool resumed = (verb->clitics & (MORPH_HU | MORPH_HA)) &&
                   !(verb->clitics & (MORPH_WA | MORPH_FA)) &&
                   (c->opener == OPEN_AND || c->opener == OPEN_WHO);
    bool alone = (uint32_t)c->verb + 1 < s->n_items && verb[1].kind != ITEM_ACTOR;
    if (who && resumed && alone && who->kind == ITEM_ACTOR && is_she_for_man(verb, who))
        reread_for(s, verb, who);
}
