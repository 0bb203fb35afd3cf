/* A participle that tells what the subject does besides: "condemned the attack, demanding an end to".  It has the rows of
 * its verb, and the subject of its clause.                                                                          */
#include "event/claim.h"
#include "event/draft.h"
#include "script/letters.h"

static bool ends_in(const clause_sentence *s, const clause_item *it, wq_str end)
{
    const text_token *t = &s->part->token[it->first];
    return str_ends(text_raw(s->part, t), end);
}

/* Its ending agrees with the subject: -an of a man, -a of a woman or a state, -in of many. */
static bool agrees(const clause_sentence *s, const clause_item *it, int32_t subject)
{
    const actor_mention *m =
        subject >= 0 && s->item[subject].kind == ITEM_ACTOR ? s->item[subject].actor : NULL;
    if (ends_in(s, it, STR(AR_TEH_MARBUTA)))
        return m && (m->fem || m->kind == ACTOR_STATE);
    bool some =
        m && subject > 0 && item_is_function(&s->item[subject - 1], STR("transparent"));
    if (ends_in(s, it, STR(AR_YEH AR_NOON)))
        return m && (m->plural || some); /* "members of the committee" */
    return ends_in(s, it, STR(AR_ALEF)) || ends_in(s, it, STR(AR_ALEF AR_FATHATAN)) ||
           ends_in(s, it, STR(AR_FATHATAN AR_ALEF));
}

/* Behind a comma, or joined to another one that is. */
static bool stands_apart(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    if (at == 0 || (it->clitics & (MORPH_AL | MORPH_PREPOSITION | MORPH_PRONOUN)))
        return false;
    if (it[-1].kind == ITEM_MARK && speech_is_quote_mark(it[-1].mark))
        return at > 1 && s->part->token[it[-2].last - 1].quote &&
               !s->part->token[it->first].quote; /* "said he "would not", calling on" */
    if (it[-1].kind == ITEM_MARK)
        return it[-1].mark != '(' && it[-1].mark != ':';
    if (!(it->clitics & MORPH_WA))
        return ends_in(s, it, STR(AR_TEH_MARBUTA)) && clause_is_participle_aside(s, at);
    for (uint32_t k = at; k-- > 0 && s->item[k].kind != ITEM_VERB;)
        if (s->item[k].entry.form == LEX_ACTIVE && s->item[k].kind == ITEM_NOMINAL &&
            stands_apart(s, k))
            return true;
    return false;
}

/* "between what the president had pointed to and": behind a preposition, "what" opens a clause of its own. */
static bool is_behind_what(const clause_sentence *s, const clause *c)
{
    const clause_item *what = &s->item[c->first] - 1;
    return c->first > 1 && what->kind == ITEM_WORD &&
           str_eq(s->part->token[what->first].form, STR(AR_MEEM AR_ALEF)) &&
           item_is_function(what - 1, STR("prep"));
}

/* The verb stands in quotation marks, and what comes at `at` does not. */
static bool is_quoted_before(const clause_sentence *s, int32_t verb, uint32_t at)
{
    const text_token *t = s->part->token;
    return t[s->item[verb].first].quote && !t[s->item[at].first].quote;
}

/* Whose it is: the subject of the nearest clause above that speaks, else of the first that hangs on no other. */
static int32_t clause_of(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const lex_entry *word = &s->item[at].entry;
    bool goes =
        word->table == LEX_VERB && /* "left Nairobi, heading for": he who left */
        lex_in_group(c->lex, STR("goes"), lex_cell(c->lex, LEX_VERB, word->row, "id"));
    int32_t free = -1;
    for (int32_t k = (int32_t)s->item[at].clause; k >= 0; k = s->clause[k].parent) {
        const clause *cl = &s->clause[k];
        wq_str value;
        bool hangs = cl->opener == OPEN_WHO || cl->opener == OPEN_THAT;
        if (cl->verb < 0 || cl->verb >= (int32_t)at || cl->opener == OPEN_WHO ||
            is_quoted_before(s, cl->verb, at) || clause_is_relative(s, cl) ||
            is_behind_what(s, cl) || clause_is_as_said(s, cl))
            continue;
        if (goes && cl->subject >= 0)
            return k;
        if (claim_is_cue(c, &s->item[cl->verb], STR("say"), &value))
            return k;
        free = free < 0 && !hangs ? k : free;
    }
    return free;
}

/* "condemned, in a statement, THE APPROVAL of the plan": what is spelt like a participle is the object that a verb still wants. */
static bool is_wanted(coder_state *c, const clause_sentence *s, uint32_t at, int32_t k)
{
    static const char *const aside[] = { "fi", "khilal", "li" };
    const clause *cl = &s->clause[k];
    wq_str value;
    if (s->item[at].entry.form != LEX_MASDAR || cl->verb < 0 ||
        claim_is_cue(c, &s->item[cl->verb], STR("say"), &value))
        return false;
    clause_args args = event_args(c, s, (uint32_t)cl->verb);
    for (uint32_t i = 0; i < args.n && args.v[i].item < at; i++) {
        bool by = (int32_t)args.v[i].item == cl->subject;
        for (size_t j = 0; j < sizeof aside / sizeof *aside; j++)
            by = by || str_eq(args.v[i].slot, str_of(aside[j]));
        if (!by)
            return false;
    }
    return true;
}

int32_t hal_clause(coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    if (it->kind != ITEM_NOMINAL || !stands_apart(s, at) ||
        !clause_may_be_participle(s, it))
        return -1;
    int32_t k = clause_of(c, s, at);
    return k >= 0 && agrees(s, it, s->clause[k].subject) && !is_wanted(c, s, at, k) ? k
                                                                                    : -1;
}
