/* Subjects that stand further ahead: before a relative clause, or as the object of the verb above. */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* A verb that no "and" ties to the clause before it, at the head of its own but for a particle. */
static bool is_bare_verb(const clause_sentence *s, const clause *c)
{
    const clause_item *first = &s->item[c->first], *verb = &s->item[c->verb];
    bool head = verb == first || (verb == first + 1 && first->kind == ITEM_FUNCTION);
    return (c->opener == OPEN_MAIN || c->opener == OPEN_AND) && head &&
           !((first->clitics | verb->clitics) & (MORPH_WA | MORPH_FA));
}

/* "Turkey had, which ..., called on": an auxiliary and whoever stands behind it wait for the verb. */
static bool has_auxiliary_only(const lexicon *lex, const clause_sentence *s, int32_t k)
{
    const clause *c = &s->clause[k];
    return c->subject == c->verb + 1 && s->item[c->subject].kind == ITEM_ACTOR &&
           (c->opener == OPEN_MAIN || c->opener == OPEN_AND || c->opener == OPEN_SUB) &&
           str_eq(lex_cell(lex, LEX_VERB, s->item[c->verb].entry.row, "class"), STR("aux"));
}

/* "that the president, who ..., visited": whoever stands alone in the clause that a relative clause interrupts waits for the verb
 * that comes behind it; -1: nobody does, or a verb has come.                                                          */
int32_t clause_awaiting(const lexicon *lex, const clause_sentence *s, const clause *c)
{
    int32_t k = c->parent, below = CLAUSE_NONE;
    if (!is_bare_verb(s, c))
        return CLAUSE_NONE;
    while (k >= 0 && s->clause[k].verb >= 0 && !has_auxiliary_only(lex, s, k)) {
        below = k;
        k = s->clause[k].parent;
    }
    if (k < 0 || below < 0 || s->clause[below].opener != OPEN_WHO)
        return CLAUSE_NONE;
    const clause *above = &s->clause[k];
    int32_t topic = above->verb >= 0 ? above->subject
                    : above->opener == OPEN_MAIN || above->opener == OPEN_THAT
                        ? clause_topic(s, above, (int32_t)above->last)
                        : CLAUSE_NONE;
    for (int32_t i = c->parent; topic >= 0 && i > below; i = s->clause[i].parent)
        if (s->clause[i].subject == topic && s->clause[i].opener == OPEN_MAIN)
            return CLAUSE_NONE;
    return topic;
}

/* "accused Syria of (its) having received": whom a verb of blame is done to does what is behind "of"; -1: there is nobody. */
int32_t clause_blamed(const lexicon *lex, const clause_sentence *s, arena *a,
                      const clause *c)
{
    const clause *above = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    const clause_item *opener = &s->item[c->first];
    bool of = item_is_function(opener, STR("comp")) &&
              str_starts(s->part->token[opener->first].form, STR(AR_BEH));
    if (c->opener != OPEN_THAT || !of || !above || above->verb < 0 ||
        !str_eq(lex_cell(lex, LEX_VERB, s->item[above->verb].entry.row, "class"),
                STR("blame")))
        return CLAUSE_NONE;
    clause_args args;
    clause_args_of(s, a, (uint32_t)above->verb, &args);
    for (uint32_t i = 0; i < args.n; i++)
        if (args.v[i].slot.n == 0 && (int32_t)args.v[i].item != above->subject &&
            s->item[args.v[i].item].kind == ITEM_ACTOR &&
            clause_agrees(&s->item[c->verb], &s->item[args.v[i].item]))
            return (int32_t)args.v[i].item;
    return CLAUSE_NONE;
}

/* "the visit during which he met", "Austria, in which he met": the pronoun behind the verb takes up what is ahead, so who did
 * it was named above.                                                                                               */
bool clause_is_taken_up(const clause_sentence *s, const clause *c)
{
    const clause_item *next = &s->item[c->verb] + 1, *ahead = &s->item[c->first] - 1;
    if (c->opener != OPEN_WHO || (uint32_t)c->verb + 1 >= s->n_items ||
        !item_is_function(next, STR("prep_pronoun")))
        return false;
    wq_str who = s->part->token[s->item[c->first].first].form;
    bool they =
        str_ends(who,
                 STR(AR_YEH AR_NOON)) && /* "the presidents who agreed in its course" */
        str_ends(s->part->token[next->first].form, STR(AR_HEH AR_ALEF));
    if (they)
        return false;
    bool land = c->first > 0 && (ahead->kind == ITEM_PLACE ||
                                 (ahead->kind == ITEM_ACTOR && ahead->actor->place_like));
    return str_eq(next->value, STR("khilal")) || (land && str_eq(next->value, STR("fi")));
}

/* "in which he met the minister": of two who meet, one behind the verb is whom the other, named above, met. */
bool clause_is_met_there(const lexicon *lex, const clause_sentence *s, arena *a,
                         const clause *c)
{
    if (!clause_is_taken_up(s, c) ||
        !lex_in_group(lex, STR("meets"),
                      lex_cell(lex, LEX_VERB, s->item[c->verb].entry.row, "id")))
        return false;
    uint32_t bare = 0;
    clause_args args;
    clause_args_of(s, a, (uint32_t)c->verb, &args);
    for (uint32_t i = 0; i < args.n; i++)
        bare += args.v[i].slot.n == 0 && !args.v[i].coordinated &&
                s->item[args.v[i].item].kind == ITEM_ACTOR;
    return bare == 1;
}

/* "An attack was carried out and hit": the verb of the clause that the strike is joined to, else its own. */
int32_t clause_verb_of_deed(const clause_sentence *s, const clause *c)
{
    enum { REACH = 6 };
    const clause_item *verb = &s->item[c->verb];
    const clause *above = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    bool kills =
        verb->of_people; /* of a deed only in the present of headlines: in the past spelt like the passive */
    if (kills && (!(verb->entry.feats & LEX_F_IMPERFECT) || c->opener != OPEN_MAIN))
        return CLAUSE_NONE;
    if (!(verb->clitics & MORPH_WA))
        return c->verb;
    bool told = c->opener == OPEN_AND && above && above->verb >= 0 &&
                !(s->item[above->verb].clitics & MORPH_WA);
    bool done = told && (above->subject < 0 || s->item[above->subject].kind != ITEM_ACTOR ||
                         above->subject < above->verb - REACH);
    return done ? above->verb : CLAUSE_NONE;
}

/* "and seized weapons": a verb whose subject is somebody, never a thing. */
bool clause_is_done_by_people(const lexicon *lex, const clause_item *verb)
{
    return !(verb->entry.feats & LEX_F_PASSIVE) &&
           lex_in_group(lex, STR("by_people"),
                        lex_cell(lex, LEX_VERB, verb->entry.row, "id"));
}

/* "the moderate opposition, which": a word or two with the article that agree with who stands before them. */
static bool is_his_adjective(const clause_sentence *s, const clause *c, uint32_t i)
{
    enum { LONGEST = 2 };
    const clause_item *behind = &s->item[c->verb] + 1;
    if (behind < s->item + s->n_items && item_is_function(behind, STR("prep_pronoun")))
        return false; /* "against whom a verdict was passed" */
    wq_str that = s->part->token[s->item[c->first].first].form;
    bool she = str_ends(that, STR(AR_TEH AR_YEH));
    for (int n = 0; n <= LONGEST && i > 0; n++, i--) {
        const clause_item *it = &s->item[i - 1];
        if (it->kind == ITEM_ACTOR) /* no "extremist groups that fight" */
            return n > 0 && (it->actor->kind != ACTOR_GROUP || it->actor->a.country.p) &&
                   (she ? it->actor->fem || it->actor->plural
                        : !it->actor->fem && !it->actor->place_like);
        bool participle = it->entry.form == LEX_ACTIVE || it->entry.form == LEX_PASSIVE;
        bool word = it->kind == ITEM_WORD || (it->kind == ITEM_NOMINAL && participle);
        if (!word || it->count || (it->clitics & ~(unsigned)MORPH_AL) ||
            !(it->clitics & MORPH_AL) || she != clause_ends_in_teh(s->part, it))
            return false;
    }
    return false;
}

/* "The Islamic State the militant": one word with the article for what the body right before it is. */
static bool is_their_kind(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at], *before = it - 1;
    return at > 0 && it->kind == ITEM_ACTOR && it->actor->agent && !it->actor->plural &&
           it->actor->definite && !it->actor->a.country.p && it->last == it->first + 1 &&
           !(it->clitics & ~(unsigned)MORPH_AL) && before->kind == ITEM_ACTOR &&
           before->actor->kind == ACTOR_ORG;
}

/* "The 34 soldiers (الجنود الـ34) who": a number behind an article that stands apart describes those before it. */
static bool is_how_many(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    bool number = s->part->token[it->first].kind == TOKEN_NUMBER && at > 0;
    it -= number;
    return it->kind == ITEM_WORD && it->last == it->first + 1 &&
           str_eq(s->part->token[it->first].form, STR(AR_AL));
}

/* "the presidents of X and of Y, who (الذين) agreed": of several joined by "and", the first. */
static uint32_t first_of_several(const clause_sentence *s, const clause *c, uint32_t at)
{
    wq_str who = s->part->token[s->item[c->first].first].form;
    while (str_ends(who, STR(AR_YEH AR_NOON)) && at > 0 && !s->item[at].actor->plural &&
           (s->item[at].clitics & MORPH_WA) && s->item[at - 1].kind == ITEM_ACTOR)
        at--;
    return at;
}

/* "the journalist Kamal Latif, who": words without article between one man by his role and "who", among which a first name is or
 * what no lexicon knows; the man, or -1.                                                                             */
static int32_t whose_name(const clause_sentence *s, const clause *c, uint32_t i)
{
    enum { LONGEST = 4 };
    wq_str that = s->part->token[s->item[c->first].first].form;
    bool she = str_ends(that, STR(AR_TEH AR_YEH)), name = false;
    for (int n = 0; str_ends(that, STR(AR_YEH)) && n <= LONGEST && i > 0; n++, i--) {
        const clause_item *it = &s->item[i - 1];
        const text_token *t = &s->part->token[it->first];
        if (it->kind == ITEM_ACTOR)
            return name && !it->actor->plural && she == it->actor->fem &&
                           (it->actor->kind == ACTOR_OFFICE ||
                            it->actor->kind == ACTOR_GROUP) &&
                           !it->actor->place_like
                       ? (int32_t)i - 1
                       : CLAUSE_NONE;
        if (it->kind != ITEM_WORD || it->count || (it->clitics & ~(unsigned)MORPH_AL))
            return CLAUSE_NONE;
        name = name || !t->morph || !t->morph->known || morph_may_be(t, STR("given"));
    }
    return CLAUSE_NONE;
}

bool clause_is_relative(const clause_sentence *s, const clause *c)
{
    enum { ADJECTIVES = 2 };
    const clause_item *it = &s->item[c->first], *noun = c->first > 0 ? it - 1 : it;
    for (int k = 0; k < ADJECTIVES && noun > s->item && noun->clitics == 0 &&
                    (noun->kind == ITEM_ADJ || noun->kind == ITEM_WORD) && !noun->count;
         k++)
        noun--; /* "an air strike hit" */
    bool behind_noun = c->opener == OPEN_AND && c->first > 0 && it->kind == ITEM_VERB &&
                       !(it->clitics & (MORPH_WA | MORPH_FA)) &&
                       noun->kind == ITEM_NOMINAL && !(noun->clitics & MORPH_AL);
    return c->opener == OPEN_WHO || behind_noun;
}

/* The antecedent of a relative clause: the phrase just before it. */
int32_t clause_antecedent(const clause_sentence *s, const clause *c)
{
    bool more =
        s->item[c->first].clitics & MORPH_WA; /* "meetings in Brussels, and which" */
    for (uint32_t i = c->first; i > 0; i--) {
        const clause_item *it = &s->item[i - 1];
        bool where = more && it->kind == ITEM_ACTOR && it->actor->place_like && i > 1 &&
                     item_is_function(it - 1, STR("prep"));
        if (is_their_kind(s, i - 1))
            continue;
        if (it->kind == ITEM_ACTOR)
            return where ? CLAUSE_NONE : (int32_t)first_of_several(s, c, i - 1);
        if (it->kind != ITEM_MARK && it->kind != ITEM_TIME && !is_how_many(s, i - 1) &&
            !is_his_adjective(s, c, i))
            return whose_name(s, c, i);
    }
    return CLAUSE_NONE;
}

/* Is somebody else told of between him and the clause, who may as well be meant: "looks forward to receiving the president on the visit
 * that he will pay"?                                                                                                  */
static bool is_another_nearer(const clause_sentence *s, const clause *c, int32_t handed)
{
    const clause *above = &s->clause[c->parent];
    uint32_t i = handed >= (int32_t)above->first ? (uint32_t)handed + 1 : above->first;
    while (handed >= (int32_t)above->first && i < c->first && s->item[i].kind == ITEM_ACTOR)
        i++; /* his titles */
    for (; i < c->first; i++) {
        const clause_item *it = &s->item[i];
        if (it->kind == ITEM_ACTOR && it->actor->kind != ACTOR_STATE &&
            it->actor->kind != ACTOR_SOURCE && clause_agrees(&s->item[c->verb], it))
            return true;
    }
    return false;
}

/* "released the man whom it arrested (الذي اعتقلته)", "in Kuwait, which he reached (التي وصلها)": the verb can't be that of who is
 * ahead, whom its pronoun takes up.                                                                                   */
static bool is_of_other_gender(const clause_sentence *s, const clause *c)
{
    const clause_item *verb = &s->item[c->verb];
    uint32_t f = verb->entry.feats;
    wq_str that = s->part->token[s->item[c->first].first].form;
    bool one = (f & LEX_F_3) && !(f & (LEX_F_PLUR | LEX_F_DUAL));
    bool he = (f & LEX_F_MASC) && !(f & LEX_F_FEM), she = lex_is_only_feminine(f);
    if (str_ends(that, STR(AR_TEH AR_YEH)))
        return one && he && (verb->clitics & MORPH_HA);
    return str_ends(that, STR(AR_YEH)) && one && she && (verb->clitics & MORPH_HU);
}

/* "said that the talks that he held with": the pronoun takes the talks up, and nobody else is at hand who held them; but "accused the
 * regime of the massacres that it carried out".                                                                        */
bool clause_is_done_by_speaker(const lexicon *lex, const clause_sentence *s,
                               const clause *c, int32_t handed)
{
    const clause_item *verb = &s->item[c->verb], *next = verb + 1;
    const clause *above = c->parent >= 0 ? &s->clause[c->parent] : NULL;
    bool resumed =
        (verb->clitics & (MORPH_HU | MORPH_HA)) ||
        ((uint32_t)c->verb + 1 < s->n_items && item_is_function(next, STR("prep_pronoun")));
    bool blamed = above && above->verb >= 0 &&
                  str_eq(lex_cell(lex, LEX_VERB, s->item[above->verb].entry.row, "class"),
                         STR("blame"));
    wq_str id = lex_cell(lex, LEX_VERB, verb->entry.row, "id");
    bool told = next < s->item + s->n_items && next->kind == ITEM_ACTOR &&
                !(next->clitics & MORPH_PREPOSITION); /* whether it agrees or not */
    return resumed && !told && !blamed && !(verb->entry.feats & LEX_F_PASSIVE) &&
           !is_another_nearer(s, c, handed) &&
           (is_of_other_gender(s, c) || lex_in_group(lex, STR("utters"), id) ||
            lex_in_group(lex, STR("concludes"), id));
}

/* "And (he) refused the request of": behind a verb of people that goes on from the sentence before, a thing that no other
 * object follows; but "and the report condemned the army".                                                           */
bool clause_is_thing_refused(const lexicon *lex, const clause_sentence *s, arena *a,
                             const clause *c, int32_t after, int32_t handed)
{
    const clause_item *verb = &s->item[c->verb], *it = after < 0 ? verb : &s->item[after];
    bool thing = it > verb && (it->kind == ITEM_NOMINAL || /* no surname */
                               (it->kind == ITEM_WORD && (it->clitics & MORPH_AL)));
    if (!thing || handed >= 0 || verb->of_people ||
        !(verb->clitics & (MORPH_WA | MORPH_FA)) || c->verb > (int32_t)c->first ||
        !clause_is_done_by_people(lex, verb))
        return false;
    clause_args args;
    clause_args_of(s, a, (uint32_t)c->verb, &args);
    uint32_t bare = 0;
    for (uint32_t i = 0; i < args.n; i++)
        bare += args.v[i].slot.n == 0 && !args.v[i].coordinated;
    return bare == 1;
}
