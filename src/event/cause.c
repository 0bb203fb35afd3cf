/* Who is behind a toll that names nobody: "soldiers were killed when they came under an attack that the movement launched", "the
 * army stormed the village, which led to the death of ten".                                                            */
#include "event/draft.h"

/* Another sentence, a list, a speech begins. */
static bool is_break(const clause_item *it)
{
    return it->kind == ITEM_MARK && it->mark != '"' && !item_is_comma(it);
}

/* Right behind the deed at item `deed`: a nationality, who bears arms; or the maker of it in a relative clause. */
static const clause_item *doer_of_noun(const coder_state *c, const event_draft *d,
                                       uint32_t deed)
{
    const clause_item *who = role_owner(c, d, deed);
    if (!who || (who->kind != ITEM_ACTOR && who->kind != ITEM_ADJ) || item_is_rest(who))
        return NULL; /* "an ambush and the capture of ten others" */
    const clause_item *before = who - 1, *noun = &d->s->item[deed];
    if (before->kind == ITEM_VERB || item_is_function(before, STR("prep_pronoun")))
        return who;
    bool fight =
        needs_word(c, d, noun, STR("@clash,hujum,qasafa,ghara,darba,kamin,amaliya"));
    bool armed =
        who->kind == ITEM_ADJ || needs_among(c, STR("@armed"), who->actor->a.sector);
    return fight && armed && before == noun ? who : NULL;
}

/* Who does the verb at item `verb`, where he is its subject. */
static const clause_item *doer_of_verb(const coder_state *c, const event_draft *d,
                                       uint32_t verb)
{
    const clause_item *it = &d->s->item[verb];
    const clause *cl = &d->s->clause[it->clause];
    bool own = cl->verb == (int32_t)verb && cl->subject >= 0 &&
               !(it->entry.feats & LEX_F_PASSIVE) && !role_is_suffered(c, d, verb);
    return own && d->s->item[cl->subject].kind == ITEM_ACTOR ? &d->s->item[cl->subject]
                                                             : NULL;
}

/* Does what stands before item `at` say that the deed there is how it came: "in", "by", "during", "because of"? */
static bool is_how(const event_draft *d, uint32_t at)
{
    enum { WAYS = MORPH_BI | MORPH_LI };
    const clause_item *it = &d->s->item[at], *before = it - 1;
    if (it->clitics & MORPH_PREPOSITION)
        return (it->clitics & WAYS) != 0;
    return item_is_function(before, STR("prep")) &&
           (str_eq(before->value, STR("fi")) || str_eq(before->value, STR("khilal")) ||
            str_eq(before->value, STR("bi")) || str_eq(before->value, STR("bisabab")));
}

/* Does item `at` end the clauses that tell how those behind the trigger came to harm? */
static bool ends_how(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    bool joined = it->clitics & (MORPH_WA | MORPH_FA);
    if (is_break(it) || item_is_comma(it))
        return true;
    if (it->kind == ITEM_VERB)
        return !needs_word(c, d, it, STR("@harm")) && !role_is_suffered(c, d, at);
    return joined && (item_is_function(it, STR("prep")) || it->kind == ITEM_NOMINAL);
}

static const clause_item *doer_behind(const coder_state *c, const event_draft *d)
{
    bool how = false;
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && !ends_how(c, d, i); i++) {
        const clause_item *it = &d->s->item[i];
        bool noun = it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
        if (!noun || !needs_word(c, d, it, STR("@violence,@means")))
            continue;
        bool governed =
            (it->clitics & MORPH_PREPOSITION) || item_is_function(it - 1, STR("prep"));
        how = governed ? is_how(d, i) : how; /* "in the blast of a bomb" */
        const clause_item *who = how ? doer_of_noun(c, d, i) : NULL;
        if (who)
            return who;
    }
    return NULL;
}

/* Is the death what a verb before it says that something led to?  The item of that verb, or -1. */
static int32_t result_verb(const coder_state *c, const event_draft *d)
{
    int32_t verb = draft_clause(d)->verb, result = ground_result(c, d);
    bool noun = d->s->item[d->trigger].kind == ITEM_NOMINAL;
    bool before = verb >= 0 && verb < (int32_t)d->trigger && noun;
    return before && needs_word(c, d, &d->s->item[verb], STR("@results")) ? verb
           : noun                                                         ? result
                                                                          : -1;
}

/* "Israel attacked the speech": a verb of force that is told of words. */
static bool is_in_words(const coder_state *c, const event_draft *d, uint32_t verb)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *b = &c->drafts.v[i];
        if (b->s == d->s && b->trigger == verb && !event_type_cell(c, b->type, "scene").p)
            return true;
    }
    return false;
}

/* The nearest deed before item `end` tells who did it, or nobody does. */
static const clause_item *doer_before(coder_state *c, const event_draft *d, uint32_t end)
{
    for (uint32_t i = end; i-- > 0 && !is_break(&d->s->item[i]);) {
        const clause_item *it = &d->s->item[i];
        bool verb = it->kind == ITEM_VERB, noun = it->kind == ITEM_NOMINAL;
        if ((!verb && !noun) || !needs_word(c, d, it, STR("@violence,amaliya,iqtahama")) ||
            (verb && is_in_words(c, d, i)))
            continue;
        const clause_item *who = verb ? doer_of_verb(c, d, i) : doer_of_noun(c, d, i);
        light_role light = { 0 };
        int32_t carrier = d->s->clause[it->clause].verb;
        if (!who && noun && carrier >= 0 && carrier < (int32_t)i &&
            light_carried(c, d->s, (uint32_t)carrier, &light) == (int32_t)i &&
            str_eq(light.subject, STR("actor")))
            who = doer_of_verb(c, d, (uint32_t)carrier);
        return who;
    }
    return NULL;
}

/* "an attack of the movement led to": the deed is the subject behind the verb of result. */
static const clause_item *doer_of_subject(const coder_state *c, const event_draft *d,
                                          int32_t verb)
{
    int32_t subject = d->s->clause[d->s->item[verb].clause].subject;
    bool deed = subject > verb && d->s->item[subject].kind == ITEM_NOMINAL &&
                needs_word(c, d, &d->s->item[subject], STR("@violence,amaliya"));
    return deed ? doer_of_noun(c, d, (uint32_t)subject) : NULL;
}

/* "A day after the death of five in the blast of a mine that the rebels laid": of a deed named on the way, who laid it. */
static void find_maker(coder_state *c, event_draft *d)
{
    const clause_item *trigger = &d->s->item[d->trigger];
    bool deed =
        trigger->kind == ITEM_NOMINAL && needs_word(c, d, trigger, STR("@violence"));
    for (uint32_t i = d->trigger + 1; deed && i < d->s->n_items && !ends_how(c, d, i);
         i++) {
        const clause_item *it = &d->s->item[i];
        bool means = (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) &&
                     needs_word(c, d, it, STR("@means"));
        const clause_item *who = means ? doer_of_noun(c, d, i) : NULL;
        if (who && !where_is_on_side(&d->recipient, who))
            role_add(c, d, who, &d->actor);
        if (who)
            return;
    }
}

static void find(coder_state *c, event_draft *d)
{
    words_note(c, d->s);
    find_maker(c, d);
    if (d->actor.list.n || !d->recipient.list.n)
        return;
    const clause_item *trigger = &d->s->item[d->trigger];
    bool left = needs_word(c, d, trigger, STR("@results")); /* "and left ten dead" */
    if (!left && !needs_word(c, d, trigger, STR("@harm,saqata")))
        return;
    int32_t verb = left ? (int32_t)d->trigger : result_verb(c, d);
    const clause_item *who = doer_behind(c, d);
    if (!who && verb >= 0)
        who = doer_of_subject(c, d, verb);
    if (!who && verb >= 0)
        who = doer_before(c, d, (uint32_t)verb);
    if (who && !where_is_on_side(&d->recipient, who))
        role_add(c, d, who, &d->actor);
}

/* "one was killed and ten others wounded by the blast of a bomb": of an act of force "others" are never the doers. */
static void drop_rest(event_draft *d)
{
    const actor_mention *m =
        d->actor.list.n == 1 ? draft_mention(d, d->actor.list.v[0].span) : NULL;
    if (m && str_eq(str_of(m->rule), STR("actor.others")))
        d->actor.list.n = 0;
}

void cause_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        if (str_eq(d->type, STR("ASSAULT")))
            drop_rest(d);
        if (!d->actor.list.n && str_eq(d->type, STR("ASSAULT")))
            find(c, d);
    }
}
