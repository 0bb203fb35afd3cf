/* Matching: the longest rule of a group at a token. */
#include "text/memory.h"
#include "time/grammar.h"

enum { MAX_DEPTH = 4, PROCLITICS = MORPH_PREPOSITION | MORPH_WA | MORPH_FA };

/* Where a match stands; copied at each step, so that going back is free. */
typedef struct trail {
    uint32_t token, n; /* next token; captures so far */
    uint32_t span_first, span_end;
    const time_rule *day;
    bool started, after_and;
} trail;

typedef struct matcher {
    const time_context *c;
    time_hit *hit;
    uint32_t first;
    int depth;
} matcher;

static bool run(matcher *m, const rule_element *e, uint32_t left, const trail *t,
                trail *out);

/* ---- what can begin a rule ------------------------------------------------------- */

static void add_rule(rule_set *s, size_t rule)
{
    s->bits[rule / 64] |= (uint64_t)1 << rule % 64;
}

static void add_all(rule_set *s, const rule_set *more)
{
    for (int i = 0; i < RULE_WORDS; i++)
        s->bits[i] |= more->bits[i];
}

/* The first rule of the set from `rule` on, or time_n_rules. */
static size_t next_rule(const rule_set *s, size_t rule)
{
    for (; rule < time_n_rules; rule = (rule / 64 + 1) * 64) {
        uint64_t left = s->bits[rule / 64] >> rule % 64;
        if (left)
            return rule + (size_t)__builtin_ctzll(left);
    }
    return time_n_rules;
}

/* Rules that can go on behind this reading. */
static void add_next(const time_context *c, const time_reading *r, rule_set *s)
{
    const time_lattice *l = &c->lattice;
    if (r->end >= c->part->n_tokens)
        return;
    for (uint32_t k = l->first[r->end]; k < l->first[r->end + 1]; k++)
        add_all(s, &c->begins->second[l->v[k].class]);
}

/* Rules of the group that can begin at the token and, but for those of one reading, go on behind it. */
static rule_set rules_at(const time_context *c, time_group group, uint32_t token)
{
    rule_set s = { { 0 } }, next = { { 0 } };
    for (uint32_t k = c->lattice.first[token]; k < c->lattice.first[token + 1]; k++) {
        add_all(&s, &c->begins->with[c->lattice.v[k].class]);
        add_next(c, &c->lattice.v[k], &next);
    }
    for (int i = 0; i < RULE_WORDS; i++)
        s.bits[i] &= c->begins->of_group[group].bits[i] &
                     (next.bits[i] | ~c->begins->of_many.bits[i]);
    return s;
}

typedef struct begin_table {
    bool can[G_GROUPS][C_CLASSES]; /* a rule of the group can begin with the class */
} begin_table;

static bool has_class(const rule_element *e, unsigned class)
{
    for (int i = 0; i < RULE_CLASSES && e->class[i]; i++)
        if (e->class[i] == class)
            return true;
    return false;
}

static void note_class(time_begins *b, begin_table *t, size_t i, unsigned class)
{
    add_rule(&b->with[class], i);
    t->can[time_rules[i].group][class] = true;
}

/* Rule `i` can begin with what its first places hold; a group there, with what a rule of it can begin with. */
static void note_begins(time_begins *b, begin_table *t, size_t i)
{
    for (int k = 0; k < RULE_ELEMENTS; k++) {
        const rule_element *e = &time_rules[i].element[k];
        for (int j = 0; j < RULE_CLASSES && e->class[j]; j++)
            note_class(b, t, i, e->class[j]);
        for (unsigned class = 0; e->group && class < C_CLASSES; class ++)
            if (t->can[e->group][class])
                note_class(b, t, i, class);
        if (!(e->flags & E_MAY))
            return;
    }
}

static bool is_end(const rule_element *e)
{
    return e->group == G_NONE && e->class[0] == C_NONE;
}

/* The place of the nth reading that the rule cannot do without, counted from 0; -1: it does with fewer. */
static int place_of(const time_rule *rule, int nth)
{
    for (int k = 0; k < RULE_ELEMENTS && !is_end(&rule->element[k]); k++)
        if (!(rule->element[k].flags & E_MAY) && nth-- == 0)
            return k;
    return -1;
}

/* What rule `i`, of more than one reading, can have second: anything where it begins with a group, which may take several. */
static void note_second(time_begins *b, const begin_table *t, size_t i)
{
    const rule_element *e = time_rules[i].element;
    int first = place_of(&time_rules[i], 0), last = place_of(&time_rules[i], 1);
    bool any = false;
    for (int k = 0; k <= first; k++)
        any = any || e[k].group;
    for (unsigned class = 0; class < C_CLASSES; class ++) {
        bool can = any;
        for (int k = 1; k <= last && !can; k++)
            can = e[k].group ? t->can[e[k].group][class] : has_class(&e[k], class);
        if (can)
            add_rule(&b->second[class], i);
    }
}

/* Groups in such an order that each only refers to those before it. */
static time_begins *work_out(const lexicon *lex, arena *a)
{
    static const time_group order[] = { G_MONTH, G_YEAR, G_DAYMONTH, G_DAY, G_TOP };
    begin_table *t = ARENA_NEW(a, begin_table);
    time_begins *b = ARENA_NEW(a, time_begins);
    b->row_kind = ARENA_ARRAY(a, uint8_t, lex_rows(lex, LEX_TIME) + 1);
    b->known_day = ARENA_ARRAY(a, time_known_day, KNOWN_DAYS);
    for (size_t i = 0; i < time_n_rules; i++) {
        add_rule(&b->of_group[time_rules[i].group], i);
        if (place_of(&time_rules[i], 1) >= 0)
            add_rule(&b->of_many, i);
    }
    for (size_t g = 0; g < sizeof order / sizeof *order; g++)
        for (size_t i = 0; (i = next_rule(&b->of_group[order[g]], i)) < time_n_rules; i++)
            note_begins(b, t, i);
    for (size_t i = 0; (i = next_rule(&b->of_many, i)) < time_n_rules; i++)
        note_second(b, t, i);
    return b;
}

void time_prepare(time_context *c)
{
    word_memory *m = c->part->memory;
    bool kept = m && m->mem == &m->own;
    c->begins = kept && m->begins ? m->begins : work_out(c->lex, kept ? m->mem : c->mem);
    c->missing = ARENA_ARRAY(c->mem, uint32_t, c->part->n_tokens + 1);
    if (kept)
        m->begins = c->begins;
}

/* ---- matching ---------------------------------------------------------------------- */

static bool wanted(const rule_element *e, const time_reading *r)
{
    return has_class(e, r->class) && (e->unit == 0 || r->value == e->unit);
}

/* Only the first word, or one joined by "and", may carry proclitics. */
static bool clitics_fit(const trail *t, const time_reading *r)
{
    unsigned pro = r->clitics & PROCLITICS;
    return !t->started || pro == 0 || (t->after_and && pro == MORPH_WA) ||
           ((r->class == C_YEAR || r->class == C_HOLIDAY || r->class == C_THE_UNIT) &&
            pro == MORPH_LI); /* رمضان لعام 1441 */
}

static trail step(const matcher *m, trail t, const rule_element *e, const time_reading *r)
{
    if (t.n < MAX_CAPTURES)
        m->hit->capture[t.n++] = r;
    t.token = r->end;
    t.after_and = r->class == C_AND;
    t.started = true;
    if (!(e->flags & E_OUT)) {
        if (t.span_first == UINT32_MAX)
            t.span_first = r->first;
        t.span_end = r->end;
    }
    return t;
}

static bool try_readings(matcher *m, const rule_element *e, uint32_t left, const trail *t,
                         trail *out)
{
    const time_lattice *l = &m->c->lattice;
    if (t->token >= m->c->sentence_end)
        return false;
    for (uint32_t k = l->first[t->token]; k < l->first[t->token + 1]; k++) {
        const time_reading *r = &l->v[k];
        if (!wanted(e, r) || !clitics_fit(t, r) || r->end > m->c->sentence_end)
            continue;
        trail next = step(m, *t, e, r);
        if (run(m, e + 1, left - 1, &next, out))
            return true;
    }
    return false;
}

/* The bit of a group that is looked for at a token.  Of what stands before it only that tells which clitics_fit(). */
static uint32_t group_bit(time_group g, const trail *t)
{
    unsigned before = t->after_and ? 2 : t->started;
    return (uint32_t)1 << (g * 3 + before);
}
_Static_assert(G_GROUPS * 3 <= 32, "a bit for each group and what stands before it");

/* The longest alternative of a group, taken again at the end to leave its captures in place.  Many rules ask for the same
 * group at the same token, mostly in vain.                                                                            */
static bool group(matcher *m, time_group g, const trail *t, trail *out)
{
    const time_rule *best = NULL;
    uint32_t end = t->token;
    if (m->depth >= MAX_DEPTH || t->token >= m->c->sentence_end ||
        (m->c->missing[t->token] & group_bit(g, t)))
        return false;
    m->depth++;
    rule_set rules = rules_at(m->c, g, t->token);
    for (size_t i = 0; (i = next_rule(&rules, i)) < time_n_rules; i++) {
        trail x;
        if (run(m, time_rules[i].element, RULE_ELEMENTS, t, &x) && x.token > end) {
            best = &time_rules[i];
            end = x.token;
        }
    }
    bool found = best && run(m, best->element, RULE_ELEMENTS, t, out);
    m->depth--;
    if (!found)
        m->c->missing[t->token] |= group_bit(g, t);
    if (found && g == G_DAY)
        out->day = best;
    return found;
}

static bool try_group(matcher *m, const rule_element *e, uint32_t left, const trail *t,
                      trail *out)
{
    trail x;
    return group(m, (time_group)e->group, t, &x) && run(m, e + 1, left - 1, &x, out);
}

static bool run(matcher *m, const rule_element *e, uint32_t left, const trail *t,
                trail *out)
{
    if (left == 0 || is_end(e)) {
        *out = *t;
        return true;
    }
    bool found =
        e->group ? try_group(m, e, left, t, out) : try_readings(m, e, left, t, out);
    return found || ((e->flags & E_MAY) && run(m, e + 1, left - 1, t, out));
}

static bool match_rule(const time_context *c, const time_rule *rule, uint32_t token,
                       time_hit *h)
{
    h->rule = rule;
    h->first = token;
    matcher m = { c, h, token, 0 };
    const trail start = { .token = token, .span_first = UINT32_MAX };
    trail t;
    if (!run(&m, rule->element, RULE_ELEMENTS, &start, &t) || t.span_first == UINT32_MAX)
        return false;
    h->end = t.token;
    h->n = t.n;
    h->day = t.day;
    h->span_first = t.span_first;
    h->span_end = t.span_end;
    if (t.day && t.day->guard && !t.day->guard(c, h))
        return false;
    return !rule->guard || rule->guard(c, h);
}

bool time_match(const time_context *c, time_group g, uint32_t token, time_hit *out)
{
    bool found = false;
    if (token >= c->part->n_tokens)
        return false;
    rule_set rules = rules_at(c, g, token);
    for (size_t i = 0; (i = next_rule(&rules, i)) < time_n_rules; i++) {
        time_hit h;
        if (match_rule(c, &time_rules[i], token, &h) && (!found || h.end > out->end)) {
            *out = h;
            found = true;
        }
    }
    return found;
}

const time_reading *time_captured(const time_hit *h, time_class a, time_class b,
                                  uint32_t nth)
{
    for (uint32_t i = 0; i < h->n; i++)
        if ((h->capture[i]->class == a || (b && h->capture[i]->class == b)) && nth-- == 0)
            return h->capture[i];
    return NULL;
}

bool time_has(const time_context *c, uint32_t token, time_class class)
{
    if (token < c->sentence_first || token >= c->sentence_end)
        return false;
    for (uint32_t k = c->lattice.first[token]; k < c->lattice.first[token + 1]; k++)
        if (c->lattice.v[k].class == class)
            return true;
    return false;
}
