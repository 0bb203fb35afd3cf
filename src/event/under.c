/* Which cues of status in a clause govern an event there, and which only stand beside it. */
#include "event/draft.h"

/* "Decided in a meeting", "called, at the end of talks, for": is the noun where it was decided, called for, put off? */
static bool is_occasion_of(const coder_state *c, const event_draft *d, uint32_t cue)
{
    enum { NOUNS = 3 };
    wq_str value;
    uint32_t i = d->trigger;
    if (!str_eq(d->type, STR("CONSULT")) ||
        !claim_is_cue(c, &d->s->item[cue], STR("status"), &value) ||
        str_eq(value, STR("hypothetical")) || str_eq(value, STR("failed")))
        return false;
    for (uint32_t k = 0; k < NOUNS && i > cue + 1; k++, i--) {
        const clause_item *before = &d->s->item[i - 1];
        if (item_is_function(before, STR("prep")))
            return i > cue + 2 && (str_eq(before->value, STR("fi")) ||
                                   str_eq(before->value, STR("khilal")));
        bool noun = before->kind == ITEM_WORD || before->kind == ITEM_NOMINAL;
        if (!noun || (before->clitics & (MORPH_AL | MORPH_PREPOSITION | MORPH_WA)))
            return false;
    }
    return false;
}

/* A participle behind a comma begins what is told besides. */
bool status_told_besides(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    return it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE && it->clitics == 0 &&
           item_is_comma(it - 1);
}

/* "refusal and discontent": what "and" joins to the cue is no more under it than the cue under itself. */
static bool is_peer(const event_draft *d, uint32_t cue)
{
    const clause_item *it = &d->s->item[d->trigger], *word = &d->s->item[cue];
    return cue + 1 == d->trigger && it->kind == ITEM_NOMINAL && (it->clitics & MORPH_WA) &&
           word->kind == ITEM_NOMINAL;
}

/* "the intention", which is no verb's: it is of what it carries, and of nothing else in its clause. */
static bool is_idle(const event_draft *d, uint32_t cue)
{
    return d->s->item[cue].entry.table == LEX_NOUN && d->carrier != (int32_t)cue;
}

/* "At the invitation of X, he paid a visit": a verb between them carries the noun, whatever stands before it. */
static bool is_before_carrier(const event_draft *d, uint32_t cue)
{
    return d->carrier > (int32_t)cue && d->carrier < (int32_t)d->trigger &&
           d->s->item[cue].kind == ITEM_NOMINAL && d->s->item[d->carrier].kind == ITEM_VERB;
}

bool status_may_govern(const coder_state *c, const event_draft *d, uint32_t cue)
{
    return !is_occasion_of(c, d, cue) && !is_peer(d, cue) && !is_idle(d, cue) &&
           !is_before_carrier(d, cue);
}

/* "Discussed imposing sanctions": a measure named by a bare verbal noun is weighed; what they talk of otherwise is news. */
bool status_is_weighed(const event_draft *d)
{
    static const char *const type[] = { "SANCTION", "COERCE", "MOBILIZE", "RETREAT",
                                        "CONCEDE" };
    uint32_t at = d->trigger;
    while (at > 0 && d->s->item[at - 1].kind == ITEM_NOMINAL &&
           !(d->s->item[at - 1].clitics & (MORPH_AL | MORPH_PRONOUN)))
        at--;
    const clause_item *it = &d->s->item[at];
    bool bare = it->kind == ITEM_NOMINAL && it->entry.form == LEX_MASDAR &&
                !(it->clitics & (MORPH_AL | MORPH_PRONOUN | MORPH_WA));
    for (size_t i = 0; bare && i < sizeof type / sizeof *type; i++)
        if (str_eq(d->type, str_of(type[i])))
            return true;
    return false;
}

/* "The plan takes in the release of": what a text holds has not been done, as against "the visit took in talks". */
bool status_is_contained(const coder_state *c, const event_draft *d,
                         const clause_item *word)
{
    int32_t by = d->s->clause[word->clause].subject;
    const clause_item *it = by < 0 ? word + 1 : &d->s->item[by];
    return it < d->s->item + d->s->n_items && it->kind != ITEM_ACTOR &&
           needs_word(c, d, it, STR("@offered,khutta,mashru,safqa"));
}
