#include "actor/actor.h"

#include "actor/np.h"

/* A surname of somebody that this text introduced by full name. */
static bool seen_surname(np_parser *p, uint32_t at, actor_mention *out)
{
    const text_token *t = &p->part->token[at];
    if (t->kind != TOKEN_WORD || t->form.n < 6)
        return false;
    for (uint32_t i = p->list.n; i > 0; i--) {
        const actor_mention *m = &p->list.v[i - 1];
        if (m->kind != ACTOR_PERSON || m->name_last <= m->name_first + 1)
            continue;
        char scratch[128];
        word_bare bare[10];
        uint32_t n = t->form.n < 100 ? word_strip(t->form, bare, 10, scratch) : 0;
        for (uint32_t b = 0; b < n; b++)
            if (str_eq(bare[b].form, p->part->token[m->name_last - 1].form)) {
                *out = *m;
                out->first = out->name_first = at;
                out->last = out->name_last = at + 1;
                out->clitics = bare[b].clitics;
                out->rule = "actor.surname";
                return true;
            }
    }
    return false;
}

static bool mention_at(np_parser *p, uint32_t at, actor_mention *m)
{
    if (p->part->token[at].kind == TOKEN_PUNCT || p->part->token[at].kind == TOKEN_NUMBER)
        return false;
    return np_refer(p, at, m) || np_parse(p, at, m) || seen_surname(p, at, m);
}

void actor_find(const lexicon *lex, arena *a, const text_part *part, int32_t day, actor_list *out)
{
    np_parser p = { .lex = lex, .mem = a, .part = part, .day = day };
    for (uint32_t i = 0; i < part->n_tokens;) {
        actor_mention m;
        if (!mention_at(&p, i, &m)) {
            i++;
            continue;
        }
        np_link(&p, &m);
        np_finish(&p, &m);
        *vec_push(a, &p.list) = m;
        i = m.last;
    }
    *out = (actor_list){ p.list.v, p.list.n };
}
