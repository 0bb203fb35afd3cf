/* Whose a document is that demands something by itself: "the statement called on": who issued it, as told before. */
#include "event/claim.h"
#include "event/doer.h"

/* "in a statement of hers": the pronoun is the subject's. */
static bool is_of_subject(const clause_sentence *s, uint32_t at)
{
    const clause_item *next = at + 1 < s->n_items ? &s->item[at + 1] : NULL;
    return morph_is_his(&s->part->token[s->item[at].last - 1]) ||
           (next && item_is_function(next, STR("prep_pronoun")) &&
            str_eq(next->value, STR("li")));
}

/* "issued a statement": the document is what the verb of its clause, a word of issuing, has made. */
static bool is_issued(const speech *q, uint32_t at)
{
    wq_str value;
    const clause *cl = &q->s->clause[q->s->item[at].clause];
    return cl->verb >= 0 && cl->subject >= 0 && cl->subject != (int32_t)at &&
           claim_is_cue(q->c, &q->s->item[cl->verb], STR("issues"), &value);
}

/* "the statement" is no report that was told of besides. */
static bool is_same_word(const clause_item *a, const clause_item *b)
{
    return a->entry.table == b->entry.table && a->entry.row == b->entry.row;
}

/* Who issued the document `what` that this sentence names; NULL where it does not tell. */
static const actor_mention *issuer_in(coder_state *c, const clause_sentence *s,
                                      const clause_item *what)
{
    const speech q = { .c = c, .s = s };
    for (uint32_t i = s->n_items; i-- > 0;) {
        if (s->item[i].kind == ITEM_ACTOR || !is_same_word(&s->item[i], what) ||
            !speech_is_document(&q, i))
            continue;
        int32_t issuer = source_issuer(&q, i);
        if (issuer >= 0)
            return role_mention(s, issuer);
        const clause *cl = &s->clause[s->item[i].clause];
        if (is_of_subject(s, i) || is_issued(&q, i))
            return role_mention(s, cl->subject);
    }
    return NULL;
}

bool role_issuer(coder_state *c, event_draft *d, event_side *side)
{
    enum { REACH = 6 };
    int32_t subject = draft_verb_clause(d)->subject;
    const clause_item *what = subject < 0 ? NULL : &d->s->item[subject];
    for (uint32_t back = 0; what && back <= REACH && back <= d->s->sentence; back++) {
        const clause_sentence *s = back ? &d->part->sentence[d->s->sentence - back] : d->s;
        const actor_mention *m = issuer_in(c, s, what);
        if (!m)
            continue;
        d->inherited = d->inherited || back > 0;
        role_add_mention(c, m, side);
        return true;
    }
    return false;
}
