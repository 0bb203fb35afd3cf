/* A body by the first word of its name, with the article: "الحركة" after "حركة النهضة", "التنظيم" after "تنظيم القاعدة".     */
#include "actor/np.h"
#include "script/letters.h"

enum { REACH = 300, NEAR = 60 /* tokens */, SURE = 80 };

/* A folded word without proclitics and article. */
static wq_str bare_head(const np_parser *p, uint32_t at, uint16_t clitics)
{
    enum { LETTER = 2 };
    wq_str w = p->part->token[at].form;
    size_t n = 0;
    n += clitics & (MORPH_WA | MORPH_FA) ? LETTER : 0;
    n += clitics & MORPH_PREPOSITION ? LETTER : 0;
    w = str_sub(w, n < w.n ? n : 0, w.n);
    if (str_starts(w, STR(AR_AL)))
        return str_sub(w, 2 * LETTER, w.n);
    bool melted = (clitics & MORPH_LI) && str_starts(w, STR(AR_LAM)); /* lil- */
    return melted ? str_sub(w, LETTER, w.n) : w;
}

bool np_same_head(const np_parser *p, const actor_mention *a, const actor_mention *b)
{
    return str_eq(bare_head(p, a->first, a->clitics), bare_head(p, b->first, b->clitics));
}

/* The latest mention whose name begins with the word; a news agency in between is meant as well as anybody. */
static const actor_mention *named_with(const np_parser *p, wq_str word,
                                       const actor_mention *but)
{
    for (uint32_t i = 0; i < p->list.n && i < REACH; i++) {
        const actor_mention *b = &p->list.v[p->list.n - 1 - i];
        bool body = b->kind == ACTOR_ORG || b->kind == ACTOR_SOURCE;
        if (body && b->a.id.p && !(but && str_eq(b->a.id, but->a.id)) &&
            str_eq(bare_head(p, b->first, b->clitics), word))
            return b;
    }
    return NULL;
}

/* Where two bodies share the word, the one just named. */
static const actor_mention *meant(const np_parser *p, uint32_t at, uint16_t clitics)
{
    wq_str word = bare_head(p, at, clitics);
    const actor_mention *b = named_with(p, word, NULL);
    if (!b || b->kind != ACTOR_ORG || b->last > at)
        return NULL;
    return at - b->last <= NEAR || !named_with(p, word, b) ? b : NULL;
}

void np_take_named(const actor_mention *from, actor_mention *m)
{
    m->kind = ACTOR_ORG;
    m->a.id = from->a.id;
    m->a.name = from->a.name;
    m->a.country = from->a.country;
    m->a.sector = from->a.sector;
    m->a.sectors = from->a.sectors;
    m->a.n_sectors = from->a.n_sectors;
    m->fem = from->fem;
    m->either = from->either;
    m->plural = from->plural;
    m->definite = true;
    m->rule = "actor.named-again";
    m->sure = SURE;
}

const actor_mention *np_named_before(np_parser *p, const actor_mention *m)
{
    bool alone = m->last == m->first + 1 && np_has_article(&p->part->token[m->first]);
    return alone ? meant(p, m->first, m->clitics) : NULL;
}

/* What the word can be besides, and an adjective behind it, make it another thing. */
bool np_named_again(np_parser *p, uint32_t at, actor_mention *out)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *stem = morph_as(t, LEX_STEM, -1);
    if (!p->list.n || !stem || !np_has_article(t) || morph_as(t, LEX_FUNCTION, -1) ||
        morph_as(t, LEX_TIME, -1) ||
        (np_is_word(p, at + 1) && np_has_article(&p->part->token[at + 1])))
        return false;
    actor_mention m = { .first = at,
                        .last = at + 1,
                        .clitics = stem->clitics & (uint16_t)~MORPH_AL };
    const actor_mention *named = np_named_before(p, &m);
    if (!named)
        return false;
    np_take_named(named, &m);
    *out = m;
    return true;
}
