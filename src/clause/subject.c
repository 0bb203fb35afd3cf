/* Subjects: before the verb, behind it, or that of the clause before, as agreement allows. */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* Capitals are feminine, and most states: "(he) accused Kabul", "(he) criticised Israel". */
static bool is_he_before_capital(const clause_item *verb, const clause_item *subject)
{
    uint32_t f = verb->entry.feats;
    const actor_mention *m = subject->actor;
    bool he =
        (f & LEX_F_MASC) && !(f & (LEX_F_FEM | LEX_F_PLUR | LEX_F_DUAL)) && (f & LEX_F_3);
    bool leaders = subject > verb && item_is_function(subject - 1, STR("transparent"));
    return he && m && m->kind == ACTOR_STATE && m->place_like && !m->he && !leaders;
}

bool clause_agrees(const clause_item *verb, const clause_item *subject)
{
    uint32_t f = verb->entry.feats;
    const actor_mention *m = subject->actor;
    bool he = (f & LEX_F_MASC) && !(f & LEX_F_FEM);
    if (is_he_before_capital(verb, subject))
        return false;
    if (!m || m->kind == ACTOR_STATE || m->either)
        return true; /* countries go either way */
    if (lex_is_only_feminine(f))
        return m->fem || m->plural;
    return !he || !m->fem;
}

static bool has_object_pronoun(const clause_item *verb)
{
    return verb->clitics & (MORPH_PRONOUN & ~MORPH_I);
}

/* "where he visited Damascus": a masculine verb and a state behind it, with a subject at hand. */
static bool is_visited(const clause_item *verb, const clause_item *behind)
{
    bool masculine = (verb->entry.feats & LEX_F_MASC) && !(verb->entry.feats & LEX_F_FEM);
    return masculine && behind->actor->kind == ACTOR_STATE;
}

/* "during which he met his counterpart": whose counterpart it is, is the subject. */
static bool is_counterpart(const clause_item *it)
{
    return str_eq(str_of(it->actor->rule), STR("actor.counterpart"));
}

/* Is it a draft, a statement, a plan: a thing that says or asks something, and that the verb agrees with? */
static bool is_text(const lexicon *lex, const text_token *t, const clause_item *verb)
{
    bool she = lex_is_only_feminine(verb->entry.feats);
    bool her = str_ends(t->form, STR(AR_HEH));
    wq_str texts = lex_members(lex, STR("text"));
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        bool many = m->entry.feats & LEX_F_PLUR;
        if (m->entry.table == LEX_NOUN && she == (many || her) &&
            !(m->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
            str_listed(texts, ',', lex_cell(lex, LEX_NOUN, m->entry.row, "id")))
            return true;
    }
    return false;
}

/* "voices that call on the government": a plural of things, without article and not counted, right before a verb of its own. */
static bool are_things(const clause_sentence *s, const clause_item *it,
                       const clause_item *verb)
{
    const clause_item *before = it > s->item ? it - 1 : NULL;
    bool she = lex_is_only_feminine(verb->entry.feats);
    bool counted =
        before && (before->count || item_is_function(before, STR("transparent")));
    return she && it + 1 == verb && !it->count && !counted &&
           !(it->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
           str_ends(s->part->token[it->last - 1].form, STR(AR_ALEF AR_TEH));
}

/* "rejected a (Russian) draft that demands": an imperfect behind a text without article tells what it says; the text, or -1. */
static int32_t described_text(const lexicon *lex, const clause_sentence *s, const clause *c)
{
    enum { ADJECTIVES = 2 };
    const clause_item *verb = &s->item[c->verb], *it = verb - 1;
    uint32_t f = verb->entry.feats;
    bool behind = c->verb > (int32_t)c->first || c->opener == OPEN_AND;
    if (!behind || (f & LEX_F_PERFECT) || !(f & LEX_F_3) || !(f & LEX_F_SING) ||
        (verb->clitics & (MORPH_SA | MORPH_WA | MORPH_FA)))
        return CLAUSE_NONE;
    for (int k = 0; k <= ADJECTIVES && it >= s->item; k++, it--) {
        bool adjective = it->kind == ITEM_ADJ || it->kind == ITEM_WORD;
        if (!adjective && it->kind != ITEM_NOMINAL)
            return CLAUSE_NONE;
        if (it->kind != ITEM_ADJ &&
            (is_text(lex, &s->part->token[it->first], verb) || are_things(s, it, verb)))
            return (int32_t)(it - s->item);
        if (it->clitics)
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* Where the words of the verb begin: at its auxiliary, or at "qad". */
static int32_t verb_begins(const clause_sentence *s, const clause *c)
{
    int32_t at = c->aux >= 0 && c->aux < c->verb ? c->aux : c->verb;
    return at > 0 && item_is_function(&s->item[at - 1], STR("qad")) ? at - 1 : at;
}

/* "with protesters who demanded", "four journalists who had been arrested", "the first minister to visit": behind people without
 * article, a verb describes them.  They, or a thing so described, or nothing: -1.                                     */
static int32_t described(const lexicon *lex, const clause_sentence *s, const clause *c)
{
    int32_t at = verb_begins(s, c);
    const clause_item *verb = &s->item[at], *before = verb - 1;
    bool behind = at > 0 && !(verb->clitics & (MORPH_WA | MORPH_FA)) &&
                  (c->opener == OPEN_AND || at > (int32_t)c->first);
    bool people = behind && before->kind == ITEM_ACTOR &&
                  before->actor->kind == ACTOR_GROUP && !before->actor->definite;
    if (people)
        return at - 1;
    return behind ? described_text(lex, s, c) : CLAUSE_NONE;
}

/* "tanks that the rebels hold", "to which the movement called": a pronoun behind the verb takes up who is ahead, and the subject
 * comes behind it; not "in which five soldiers were killed".                                                         */
static bool resumes_behind(const clause_sentence *s, uint32_t verb)
{
    const clause_item *it = &s->item[verb] + 2;
    return verb + 2 < s->n_items && item_is_function(it - 1, STR("prep_pronoun")) &&
           it->kind == ITEM_ACTOR && !(it->clitics & (MORPH_WA | MORPH_PREPOSITION)) &&
           (it->actor->definite || it->actor->kind != ACTOR_GROUP ||
            str_starts(s->part->token[it->last - 1].form, STR(AR_AL))) &&
           clause_agrees(&s->item[verb], it) && !is_visited(&s->item[verb], it);
}

/* "it befell (for) the government to": whoever stands with li- right before `an` and a verb. */
static bool is_for_whom(const clause_sentence *s, const clause *c)
{
    const clause_item *that = &s->item[c->first];
    return c->opener == OPEN_THAT && c->first > 0 && c->verb == (int32_t)c->first + 1 &&
           item_is_function(that, STR("comp")) && str_eq(that->value, STR("an")) &&
           that[-1].kind == ITEM_ACTOR && (that[-1].clitics & MORPH_LI);
}

/* Only marks and a time stand before item `at` as far as the end of the clause before it: "(that) the army launched, yesterday,". */
static uint32_t behind_time(const clause_sentence *s, uint32_t at, uint32_t from)
{
    while (at > from &&
           (s->item[at - 1].kind == ITEM_TIME || item_is_comma(&s->item[at - 1])))
        at--;
    return at;
}

/* "shelling (that) planes carried out hit the town": the verb stands behind a relative clause in which a pronoun takes up the deed;
 * where that begins, or the verb's own place.                                                                         */
static int32_t before_relative(const clause_sentence *s, const clause *c, int32_t from)
{
    const clause *rel = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    bool right_behind = rel && rel->verb >= 0 && from == c->verb && c->opener != OPEN_WHO &&
                        c->verb == (int32_t)c->first && rel->last == c->first &&
                        (s->item[rel->verb].clitics & (MORPH_HU | MORPH_HA)) &&
                        clause_is_relative(s, rel);
    bool full =
        right_behind && behind_time(s, c->first, rel->first) > (uint32_t)rel->verb + 1;
    return full ? (int32_t)rel->first : from;
}

/* The noun of a deed, tied by no preposition, or the occasion of what was told before it: "were wounded by the blast of a bomb that
 * hit", behind a comma "were killed in an attack by them, that hit".                                                  */
static bool is_deed(const clause_sentence *s, uint32_t i, bool comma)
{
    const clause_item *it = &s->item[i];
    bool participle = it->entry.form == LEX_ACTIVE || it->entry.form == LEX_PASSIVE;
    return it->kind == ITEM_NOMINAL && !participle &&
           (clause_is_occasion(s, i) || (!comma && !(it->clitics & MORPH_PREPOSITION)));
}

/* "(killed in an Israeli strike), on Tuesday, (that hit)": how many items the day and its first comma are, before item `at`. */
static int32_t day_between_commas(const clause_sentence *s, int32_t at)
{
    bool day =
        at >= 2 && s->item[at - 1].kind == ITEM_TIME && item_is_comma(&s->item[at - 2]);
    return day ? 2 : 0;
}

/* "a suicide attack with a car hit the police", "the attack that hit them": the deed that stands before such a verb, without
 * article unless it heads the sentence or "that" follows.                                                            */
static int32_t deed_before(const clause_sentence *s, const clause *c)
{
    enum { REACH = 6 };
    const clause_item *verb = &s->item[c->verb];
    int32_t from = clause_verb_of_deed(s, c);
    bool behind =
        verb->strikes && from >= 0 && !(verb->clitics & (MORPH_FA | MORPH_PRONOUN));
    int32_t start = behind ? before_relative(s, c, from) : from;
    bool who = start != from && item_is_function(&s->item[start], STR("rel"));
    bool comma = behind && start == from && start > 0 && !(verb->clitics & MORPH_WA) &&
                 item_is_comma(&s->item[start - 1]);
    start -= comma ? 1 + day_between_commas(s, start - 1) : 0;
    for (int32_t i = start - 1; behind && i >= 0 && i + REACH >= start; i--) {
        const clause_item *it = &s->item[i];
        bool named = !(it->clitics & MORPH_AL) || c->opener == OPEN_WHO || i == 0 || who;
        if (named && is_deed(s, (uint32_t)i, comma))
            return i;
        if (it->kind == ITEM_VERB || it->kind == ITEM_MARK)
            break;
    }
    return CLAUSE_NONE;
}

/* "Three who worked for the party in raids that hit": what hit is the deed in which they were killed. */
static bool is_behind_strike(const clause_sentence *s, const clause *c)
{
    int32_t deed = deed_before(s, c);
    return deed > 0 && item_is_function(&s->item[deed - 1], STR("prep"));
}

/* "that a force in the uniform of the police stormed": behind a clause that only describes people without article, a verb
 * with no "and" on it is what they do.  They, or -1.                                                                 */
static int32_t behind_description(const clause_sentence *s, const clause *c)
{
    const clause_item *verb = &s->item[c->verb];
    const clause *told = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    if (!told || c->opener != OPEN_AND || c->verb != (int32_t)c->first ||
        (verb->clitics & (MORPH_WA | MORPH_FA)) || told->verb < 1 ||
        told->last != c->first || told->subject != told->verb - 1 || is_behind_strike(s, c))
        return CLAUSE_NONE;
    const clause_item *who = &s->item[told->subject];
    bool described = who->kind == ITEM_ACTOR && who->actor->kind == ACTOR_GROUP &&
                     !who->actor->definite &&
                     !(s->item[told->verb].clitics & (MORPH_WA | MORPH_FA));
    return described && clause_agrees(verb, who) ? told->subject : CLAUSE_NONE;
}

/* "an attack with drones hit (the airport)": what the deed was done with, right before the verb, is not who hits. */
static bool is_behind_means(const clause_sentence *s, const clause *c)
{
    const clause_item *means = c->verb > 0 ? &s->item[c->verb - 1] : NULL;
    return means && means->kind == ITEM_ACTOR && (means->clitics & MORPH_BI) &&
           deed_before(s, c) >= 0;
}

/* What stands before the verb as its subject: a topic, the subject of its auxiliary, the antecedent of "who". */
static int32_t subject_ahead(const lexicon *lex, const clause_sentence *s, arena *a,
                             const clause *c)
{
    int32_t before = clause_topic(s, c, c->verb);
    if (before == CLAUSE_NONE && c->aux >= 0) {
        int32_t of_aux = clause_behind_verb(lex, s, a, (uint32_t)c->aux);
        before = of_aux >= 0 && of_aux < c->verb ? of_aux : before;
    }
    if (before == CLAUSE_NONE)
        before = behind_description(s, c);
    if (before != CLAUSE_NONE || has_object_pronoun(&s->item[c->verb]) ||
        resumes_behind(s, (uint32_t)c->verb) || clause_is_taken_up(s, c))
        return before;
    if (is_for_whom(s, c))
        return (int32_t)c->first - 1;
    if (s->item[c->verb].strikes &&
        (before_relative(s, c, c->verb) != c->verb || is_behind_means(s, c)))
        return CLAUSE_NONE; /* "shelling (that) planes carried out hit": the shelling */
    return c->opener == OPEN_WHO ? clause_antecedent(s, c) : described(lex, s, c);
}

/* "the attacks that befell (them) the country": a word with the article behind the pronoun is the subject, whoever it is. */
static bool is_word_behind(const clause_sentence *s, uint32_t verb)
{
    const clause_item *it = &s->item[verb] + 2;
    return verb + 2 < s->n_items && item_is_function(it - 1, STR("prep_pronoun")) &&
           (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) &&
           (it->clitics & MORPH_AL) && !(it->clitics & (MORPH_WA | MORPH_PREPOSITION));
}

/* "and sent an invitation": a clause that goes on takes over its subject, and the noun behind is the object. */
static bool takes_over(const lexicon *lex, const clause_sentence *s, const clause *c,
                       int32_t after, int32_t handed, bool met_there, bool done_by_people)
{
    if (met_there)
        return true;
    if (c->opener == OPEN_WHO && after < 0 && clause_is_done_by_speaker(lex, s, c, handed))
        return true;
    if (c->opener == OPEN_WHO)
        return clause_is_taken_up(s, c) && !is_word_behind(s, (uint32_t)c->verb) &&
               (after < 0 ||
                (s->item[after].kind == ITEM_ACTOR && is_counterpart(&s->item[after])));
    if (c->opener == OPEN_AND && after >= 0 && done_by_people)
        return s->item[after].kind != ITEM_PLACE;
    if (c->opener == OPEN_MAIN)
        return after < 0; /* behind a comma only where no phrase could be its subject */
    return after < 0 || s->item[after].kind == ITEM_NOMINAL ||
           s->item[after].kind == ITEM_ACTOR;
}

/* "one of the soldiers was": the verb goes with the one. */
static bool is_one_of(const clause_sentence *s, int32_t item)
{
    return item > 0 && item_is_function(&s->item[item - 1], STR("transparent")) &&
           str_eq(s->item[item - 1].value, STR("one"));
}

/* "that he met", "but he met": a particle with a pronoun names the subject, and what stands behind the verb is its object; but "it", before a
 * verb in the feminine, is nobody.                                                                                   */
static bool has_pronoun_subject(const clause_sentence *s, const clause *c)
{
    const clause_item *opener = &s->item[c->first];
    wq_str form = s->part->token[opener->last - 1].form;
    uint32_t f = s->item[c->verb].entry.feats;
    bool she = lex_is_only_feminine(f);
    bool that = c->opener == OPEN_THAT && item_is_function(opener, STR("comp"));
    bool but = c->opener == OPEN_SUB && item_is_function(opener, STR("sub"));
    return (that || but) && ((str_ends(form, STR(AR_NOON AR_HEH)) && !she) ||
                             str_ends(form, STR(AR_NOON AR_HEH AR_ALEF)) ||
                             str_ends(form, STR(AR_HEH AR_MEEM)));
}

/* A subject that is nobody. */
static int32_t thing_ahead(const clause_sentence *s, const clause *c)
{
    int32_t noun = clause_noun_behind_that(s, c);
    return noun == CLAUSE_NONE ? deed_before(s, c) : noun;
}

/* "an attack that gunmen launched", "the minister was received by": the pronoun takes up who is ahead, and the subject is
 * the actor right behind.  Bodies and groups agree in more ways than their words tell.                               */
static bool is_resumed(const clause_item *verb, int32_t after, const clause_sentence *s)
{
    if (after < 0 || &s->item[after] != verb + 1 || !has_object_pronoun(verb))
        return false;
    const clause_item *it = &s->item[after];
    return it->kind == ITEM_ACTOR &&
           (clause_agrees(verb, it) || it->actor->kind == ACTOR_GROUP ||
            it->actor->kind == ACTOR_ORG);
}

/* "and called on the parties": who is called upon and calls on nobody. */
static bool is_asked(const lexicon *lex, const clause_item *it)
{
    return it->actor->agent &&
           str_find(lex_cell(lex, LEX_AGENT, it->actor->agent - 1, "kind"), STR("asked")) >=
               0;
}

/* "After it had freed the city of Gharyan": a town is what such a verb is done to, though it agrees with it; but "Moscow struck
 * Kyiv".                                                                                                             */
static bool is_taken(const lexicon *lex, const clause_sentence *s, const clause_item *verb,
                     const clause_item *it)
{
    const clause_item *next = it + 1, *end = s->item + s->n_items;
    bool alone = next >= end || (next->kind != ITEM_ACTOR && next->kind != ITEM_PLACE) ||
                 (next->clitics & (MORPH_PREPOSITION | MORPH_WA));
    return alone && it->actor->place_like &&
           !str_eq(str_of(it->actor->rule), STR("actor.country")) &&
           lex_in_group(lex, STR("takes_town"),
                        lex_cell(lex, LEX_VERB, verb->entry.row, "id"));
}

/* Somebody behind the verb who agrees with it, and is not rather its object where a subject is at hand. */
static bool is_actor_behind(const lexicon *lex, const clause_sentence *s,
                            const clause_item *verb, int32_t after, int32_t handed)
{
    const clause_item *it = after < 0 ? NULL : &s->item[after];
    return it && it->kind == ITEM_ACTOR && clause_agrees(verb, it) &&
           !(handed >= 0 &&
             (is_visited(verb, it) || is_counterpart(it) || is_asked(lex, it) ||
              is_taken(lex, s, verb, it) || clause_is_taken_in(lex, s, verb, it, handed)));
}

/* "that Mogherini, the coordinator of ..., will hold": a name right behind "that", what is told of her between commas. */
static bool is_set_off(const clause_sentence *s, const clause *c, int32_t before)
{
    const clause_item *it = &s->item[before];
    return c->opener == OPEN_THAT && before == (int32_t)c->first + 1 &&
           it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_PERSON &&
           c->verb > before + 1 && item_is_comma(it + 1) &&
           item_is_comma(&s->item[c->verb] - 1);
}

/* "Mogherini will visit": a name right before its verb is the subject; names don't tell whether it is a woman's. */
static bool is_person_ahead(const clause_sentence *s, const clause *c, int32_t before)
{
    const clause_item *it = &s->item[before];
    uint32_t f = s->item[c->verb].entry.feats;
    return before + 1 == c->verb && it->kind == ITEM_ACTOR &&
           it->actor->kind == ACTOR_PERSON && (f & LEX_F_3) && (f & LEX_F_SING) &&
           !(s->item[c->verb].clitics & (MORPH_WA | MORPH_FA));
}

/* "that she hit a group": a particle with "she" on it, before a verb of hers, leaves no subject behind it. */
static bool is_said_of_her(const clause_sentence *s, const clause *c, int32_t before)
{
    wq_str form = s->part->token[s->item[c->first].last - 1].form;
    uint32_t f = s->item[c->verb].entry.feats;
    return before < 0 && c->verb <= (int32_t)c->first + 2 && (f & LEX_F_FEM) &&
           !(f & LEX_F_MASC) && has_pronoun_subject(s, c) &&
           str_ends(form, STR(AR_HEH AR_ALEF));
}

/* "criticised the draft and held that it obstructs peace": of himself nobody holds that. */
static bool is_held_of_another(const lexicon *lex, const clause_sentence *s,
                               const clause *c)
{
    const clause *above = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    return above && above->verb >= 0 && has_pronoun_subject(s, c) &&
           lex_in_group(lex, STR("holds"),
                        lex_cell(lex, LEX_VERB, s->item[above->verb].entry.row, "id")) &&
           lex_in_group(lex, STR("misdeeds"),
                        lex_cell(lex, LEX_VERB, s->item[c->verb].entry.row, "id"));
}

/* The subject that stands before the verb, or that a pronoun on its particle means. */
static int32_t subject_before(const lexicon *lex, const clause_sentence *s, arena *a,
                              clause *c, int32_t handed)
{
    int32_t before = clause_awaiting(lex, s, c);
    if (before >= 0 && clause_agrees_as_topic(s, &s->item[c->verb], (uint32_t)before))
        c->parent = (int32_t)s->item[before].clause; /* not of the relative clause */
    else
        before = subject_ahead(lex, s, a, c);
    if (before == CLAUSE_NONE)
        before = thing_ahead(s, c);
    if (before >= 0 || !has_pronoun_subject(s, c))
        return before;
    int32_t quoted = clause_quoted(lex, s, c);
    if (quoted >= 0 || handed < 0)
        return quoted >= 0 ? quoted : before;
    int32_t whom = clause_blamed(lex, s, a, c);
    return whom < 0 ? handed : whom;
}

/* What stands behind the verb is its object, whatever subject it has. */
static bool is_no_subject(const lexicon *lex, const clause_sentence *s, const clause *c,
                          int32_t after, int32_t before, int32_t handed)
{
    const clause_item *verb = &s->item[c->verb];
    if (reader_is_of_many(verb) ||
        (handed >= 0 &&
         (clause_is_counted_object(s, verb, after) || clause_is_her_man(s, verb, after))))
        return true;
    if (after < 0)
        return false;
    const clause_item *it = &s->item[after];
    bool his = before < 0 && handed < 0 &&
               has_pronoun_subject(s, c); /* "that he visited Austria" */
    return is_he_before_capital(verb, it) || clause_is_she_behind_he(lex, s, verb, it) ||
           clause_is_done_by_who(s, c, after) ||
           clause_is_whom_she(lex, s, verb, it, handed) || is_said_of_her(s, c, before) ||
           (his && it->kind == ITEM_ACTOR && is_visited(verb, it));
}

/* Is who or what stands before the verb its subject, and taken up by no pronoun behind it? */
static bool is_subject_ahead(const clause_sentence *s, const clause *c, int32_t before,
                             int32_t after)
{
    const clause_item *verb = &s->item[c->verb];
    if (before < 0 || is_resumed(verb, after, s) || resumes_behind(s, (uint32_t)c->verb))
        return false;
    return clause_agrees_as_topic(s, verb, (uint32_t)before) || is_one_of(s, before) ||
           is_person_ahead(s, c, before) || is_set_off(s, c, before);
}

/* "said that two were killed and ten wounded": a bare number behind a passive, and the subject at hand is only who says so. */
static bool is_toll(const clause_sentence *s, const clause *c, int32_t after,
                    int32_t handed)
{
    const clause_item *verb = &s->item[c->verb];
    return after < 0 && (verb->entry.feats & LEX_F_PASSIVE) &&
           c->verb + 1 < (int32_t)c->last && verb[1].count &&
           (int32_t)s->item[handed].clause != c->parent;
}

/* A verb of people without an object of its own, before which no name stands that nobody knows. */
static bool is_only_of_people(const lexicon *lex, const clause *c, const clause_item *verb)
{
    return clause_is_done_by_people(lex, verb) && !has_object_pronoun(verb) &&
           (c->verb <= (int32_t)c->first || verb[-1].kind != ITEM_WORD);
}

/* The same where it takes a look at what stands behind the verb. */
static void find_behind(const lexicon *lex, const clause_sentence *s, arena *a, clause *c,
                        int32_t before, int32_t handed)
{
    const clause_item *verb = &s->item[c->verb];
    int32_t after = clause_behind_verb(lex, s, a, (uint32_t)c->verb);
    bool we = (verb->entry.feats & LEX_F_1) && !(verb->entry.feats & LEX_F_3);
    if (we || is_no_subject(lex, s, c, after, before, handed) ||
        clause_is_thing_refused(lex, s, a, c, after, handed))
        after = CLAUSE_NONE; /* "we condemn the attack" */
    bool met_there = handed >= 0 && clause_is_met_there(lex, s, a, c);
    bool actor_behind = !met_there && is_actor_behind(lex, s, verb, after, handed);
    actor_behind |= is_resumed(verb, after, s);
    bool ahead = has_object_pronoun(verb) && is_subject_ahead(s, c, before, after);
    bool over =
        handed >= 0 && !is_toll(s, c, after, handed) &&
        takes_over(lex, s, c, after, handed, met_there, is_only_of_people(lex, c, verb));
    c->subject_is_topic = ahead || (over && !actor_behind);
    c->subject = ahead ? before : actor_behind ? after : over ? handed : after;
}

/* At most one phrase stands bare behind the verb, its object; or two behind one of giving. */
static bool has_no_pair(const lexicon *lex, const clause_sentence *s, arena *a,
                        const clause *c)
{
    clause_args args;
    uint32_t bare = 0;
    clause_args_of(s, a, (uint32_t)c->verb, &args);
    for (uint32_t i = 0; i < args.n; i++)
        bare += args.v[i].slot.n == 0 && !args.v[i].coordinated;
    bool gives = lex_in_group(lex, STR("gives"),
                              lex_cell(lex, LEX_VERB, s->item[c->verb].entry.row, "id"));
    return bare < (gives ? 3 : 2);
}

/* "Kenya decided that it expel (أن تطرد) diplomats": who decides, intends or refuses to is who does it. */
static bool is_controlled(const lexicon *lex, const clause_sentence *s, arena *a,
                          const clause *c, int32_t handed)
{
    const clause *above = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    const clause_item *that = &s->item[c->first];
    return above && above->verb >= 0 && handed >= 0 && above->subject == handed &&
           c->opener == OPEN_THAT && c->verb == (int32_t)c->first + 1 &&
           item_is_function(that, STR("comp")) && str_eq(that->value, STR("an")) &&
           s->item[handed].kind == ITEM_ACTOR &&
           lex_in_group(lex, STR("controls"),
                        lex_cell(lex, LEX_VERB, s->item[above->verb].entry.row, "id")) &&
           clause_agrees_as_topic(s, &s->item[c->verb], (uint32_t)handed) &&
           has_no_pair(lex, s, a, c);
}

void clause_find_subject(const lexicon *lex, const clause_sentence *s, arena *a, clause *c)
{
    bool other = is_held_of_another(lex, s, c);
    int32_t handed = other ? CLAUSE_NONE : clause_handed(s, (uint32_t)(c - s->clause));
    int32_t before = subject_before(lex, s, a, c, handed);
    int32_t caller = clause_caller(lex, s, c);
    bool ahead = !has_object_pronoun(&s->item[c->verb]) &&
                 is_subject_ahead(s, c, before, CLAUSE_NONE);
    if (is_controlled(lex, s, a, c, handed)) {
        c->subject_is_topic = true;
        c->subject = handed;
        return;
    }
    if (caller < 0 && !ahead) {
        find_behind(lex, s, a, c, before, handed);
        return;
    }
    c->subject_is_topic = true;
    c->subject = caller < 0 ? before : caller;
}
