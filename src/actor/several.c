/* "The four states": the last so many that "and" joins, nothing between them. */
#include "actor/np.h"
#include "script/letters.h"

enum { REACH = 300, MOST = 4 };

static uint32_t figure_of(wq_str s)
{
    return s.n == 1 && s.p[0] >= '0' && s.p[0] <= '9' ? (uint32_t)(s.p[0] - '0') : 0;
}

/* The number behind "the states": a word, or a figure behind the article that stands apart; where it ends, 0: none. */
static uint32_t number_behind(np_parser *p, uint32_t at, uint32_t *n)
{
    const text_token *t = &p->part->token[at];
    int64_t row = at < p->part->n_tokens ? np_function_row(p, at, STR("np_number")) : -1;
    if (row >= 0) {
        *n = figure_of(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"));
        return at + 1;
    }
    bool figure = at + 1 < p->part->n_tokens && str_eq(t->form, STR(AR_AL)) &&
                  t[1].kind == TOKEN_NUMBER;
    *n = figure ? figure_of(t[1].form) : 0;
    return figure ? at + 2 : 0;
}

/* Is the mention before it in the text joined to it by "and", nothing between them? */
static bool is_joined(const actor_mention *before, const actor_mention *m)
{
    return (m->clitics & MORPH_WA) && before->last == m->first;
}

static bool is_state(const actor_mention *m)
{
    return m->kind == ACTOR_STATE && m->a.country.p;
}

/* How many states stand joined up to the `i`th mention back, itself among them. */
static uint32_t length_of_run(np_parser *p, uint32_t i)
{
    uint32_t n = 0;
    for (; n <= MOST && i + n < p->list.n; n++) {
        const actor_mention *m = np_back(p, i + n);
        if (!is_state(m) || (n && !is_joined(m, np_back(p, i + n - 1))))
            break;
    }
    return n;
}

/* Takes the `n` mentions that end with the `i`th back, in the order of the text. */
static void take(np_parser *p, uint32_t i, uint32_t n, actor_mention *m)
{
    wq_actor *more = ARENA_ARRAY(p->mem, wq_actor, n - 1);
    m->a = np_back(p, i + n - 1)->a;
    for (uint32_t k = 1; k < n; k++)
        more[k - 1] = np_back(p, i + n - 1 - k)->a;
    m->second = more;
    m->n_more = (uint8_t)(n - 2);
    m->sure = 80;
}

bool np_several(np_parser *p, uint32_t at, actor_mention *out)
{
    uint32_t n, end = number_behind(p, at + 1, &n);
    if (!end || n < 3 || n > MOST)
        return false;
    actor_mention m = { .first = at,
                        .last = end,
                        .kind = ACTOR_GROUP,
                        .plural = true,
                        .definite = true,
                        .rule = "actor.so-many-states" };
    for (uint32_t i = 0; i < p->list.n && i < REACH; i++) {
        bool last = i == 0 || !is_joined(np_back(p, i), np_back(p, i - 1)) ||
                    !is_state(np_back(p, i - 1));
        if (!last || length_of_run(p, i) != n)
            continue;
        take(p, i, n, &m);
        *out = m;
        return true;
    }
    return false;
}
