/* Whether the one phrase behind a verb is whom it is done to, not who does it: its subject goes without saying. */
#include "event/draft.h"
#include "script/letters.h"

/* A dual or plural whose ending shows the subject: "the two met". */
static bool is_nominative(const clause_sentence *s, const clause_item *it)
{
    wq_str form = s->part->token[it->first].form;
    return str_ends(form, STR(AR_ALEF AR_NOON)) || str_ends(form, STR(AR_WAW AR_NOON));
}

/* "And meets during it (خلالها) the president": part of a visit that was told of before, and of whoever pays it. */
bool whom_in_the_course(const event_draft *d)
{
    const clause_item *next = &d->s->item[d->trigger] + 1;
    return d->trigger + 1 < d->s->n_items && item_is_function(next, STR("prep_pronoun")) &&
           str_eq(next->value, STR("khilal"));
}

/* "..., and is then (على أن) to meet the speaker": what whoever was told of before goes on to do. */
bool whom_to_follow(const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *before = &d->s->item[cl->first] - 1;
    return cl->opener == OPEN_THAT && cl->first > 1 && item_is_comma(before - 1) &&
           item_is_function(before, STR("prep")) && str_eq(before->value, STR("ala"));
}

/* "He arrived on Monday and met the crown prince": the one phrase behind the verb may be whom, and who goes without saying. */
bool whom_may_be(const event_draft *d, const clause_args *args)
{
    const clause *cl = draft_clause(d);
    const clause_item *verb = &d->s->item[d->trigger];
    bool during = whom_in_the_course(d);
    uint32_t bare = 0;
    if (verb->kind != ITEM_VERB || (verb->clitics & MORPH_PRONOUN) ||
        (verb->entry.feats & LEX_F_PASSIVE) || cl->subject <= (int32_t)d->trigger ||
        (cl->opener == OPEN_WHO && !during) || d->s->item[cl->subject].kind != ITEM_ACTOR ||
        is_nominative(d->s, &d->s->item[cl->subject]))
        return false;
    for (uint32_t i = 0; i < args->n; i++)
        bare += args->v[i].slot.n == 0 && !args->v[i].coordinated;
    return bare == 1;
}

/* "(He) called on the United Nations": a masculine verb has no organisation for its subject that is feminine, and some are
 * only ever called upon.                                                                                              */
bool whom_is_addressed(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const actor_mention *m = role_mention(d->s, cl->subject);
    uint32_t feats = d->s->item[d->trigger].entry.feats;
    bool he = (feats & LEX_F_MASC) && !(feats & LEX_F_FEM) && (feats & LEX_F_SING);
    if (!m || cl->subject <= (int32_t)d->trigger)
        return false;
    if (m->agent &&
        str_find(lex_cell(c->lex, LEX_AGENT, m->agent - 1, "kind"), STR("asked")) >= 0)
        return true;
    wq_str end = d->s->part->token[m->last - 1].form; /* "the United" Nations */
    bool she =
        (m->fem && !m->either) || (m->last > m->first + 1 && str_ends(end, STR(AR_HEH)));
    return he && m->kind == ACTOR_ORG && she;
}

/* "(He) accused the president of (بـ)", "(he) held the militia (and the army) responsible": verbs that are nothing without somebody,
 * and right behind the one phrase comes what he is accused of.                                                        */
bool whom_is_accused(const coder_state *c, const event_draft *d, int32_t behind)
{
    const clause_item *next = &d->s->item[behind] + 1;
    bool of = behind + 1 < (int32_t)d->s->n_items &&
              ((next->clitics & MORPH_BI) || item_is_function(next, STR("comp")) ||
               needs_word(c, d, next, STR("masuliya")));
    return of && needs_word(c, d, &d->s->item[d->trigger], STR("@wants_whom"));
}
