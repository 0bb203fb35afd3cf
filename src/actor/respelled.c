/* A person of the lexicon in another spelling: candidates by the skeletons of first and last word, then a score. */
#include "actor/np.h"
#include "lexicon/respell.h"
#include "script/skeleton.h"

typedef struct search {
    const lexicon *lex;
    arena *mem;
    wq_str first, last; /* folded words of the name asked for */
    wq_str country;     /* that the person must be of, or unknown */
    int64_t best;
    double score, second;
} search;

static void words_of(wq_str name, wq_str *first, wq_str *last)
{
    const char *space = memchr(name.p, ' ', name.n);
    size_t end = name.n;
    *first = str_sub(name, 0, space ? (size_t)(space - name.p) : name.n);
    while (end > 0 && name.p[end - 1] != ' ')
        end--;
    *last = str_sub(name, end, name.n);
}

/* How well one of the row's names fits: the surname counts double. */
static double score_of(const search *s, uint32_t row)
{
    double best = 0;
    static const char *const columns[] = { "name", "names" };
    for (int i = 0; i < 2; i++) {
        wq_str cell = lex_cell(s->lex, LEX_ACTOR, row, columns[i]);
        for (wq_str one; cell.n && str_next(&cell, '|', &one);) {
            wq_str first, last;
            words_of(lex_key(s->mem, one), &first, &last);
            double a = skeleton_likeness(first, s->first),
                   b = skeleton_likeness(last, s->last);
            double x = first.p == last.p || a < 0.5 || b < 0.6 ? 0 : (a + 2 * b) / 3;
            best = x > best ? x : best;
        }
    }
    return best;
}

static void consider(search *s, uint32_t row)
{
    wq_str country = lex_cell(s->lex, LEX_ACTOR, row, "country");
    double x = score_of(s, row);
    if ((s->country.p && !str_eq(country, s->country)) || s->best == (int64_t)row)
        return;
    if (x > s->score) {
        s->second = s->score;
        s->score = x;
        s->best = row;
    } else if (x > s->second) {
        s->second = x;
    }
}

static void look_up(void *ctx, wq_str key)
{
    search *s = ctx;
    uint32_t n;
    const lex_entry *e = lex_find(s->lex, key, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_ACTOR)
            consider(s, e[i].row);
}

int64_t actor_respelled(const lexicon *lex, arena *a, wq_str name, wq_str country,
                        double *score)
{
    const double enough = 0.7, apart = 0.05;
    search s = { .lex = lex, .mem = a, .country = country, .best = -1 };
    wq_str key = lex_key(a, name);
    words_of(key, &s.first, &s.last);
    respell_keys(key, look_up, &s);
    *score = s.score;
    return s.score >= enough && s.score - s.second >= apart ? s.best : -1;
}
