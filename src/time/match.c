/* Matching: the longest rule of a group at a token. */
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

static bool run(matcher *m, const rule_element *e, uint32_t left, trail t, trail *out);

/* ---- what can begin a rule ------------------------------------------------------- */

_Static_assert(C_CLASSES <= 128, "class_set has 128 bits");

static void add_class(class_set *s, unsigned class)
{
    s->bits[class / 64] |= (uint64_t)1 << class % 64;
}

static bool disjoint(class_set a, class_set b)
{
    return ((a.bits[0] & b.bits[0]) | (a.bits[1] & b.bits[1])) == 0;
}

static class_set classes_at(const time_context *c, uint32_t token)
{
    class_set s = { { 0, 0 } };
    for (uint32_t k = c->lattice.first[token]; k < c->lattice.first[token + 1]; k++)
        add_class(&s, c->lattice.v[k].class);
    return s;
}

static class_set starts_of(const time_rule *rule, const class_set *groups)
{
    class_set s = { { 0, 0 } };
    for (int i = 0; i < RULE_ELEMENTS; i++) {
        const rule_element *e = &rule->element[i];
        for (int k = 0; k < RULE_CLASSES && e->class[k]; k++)
            add_class(&s, e->class[k]);
        s.bits[0] |= groups[e->group].bits[0];
        s.bits[1] |= groups[e->group].bits[1];
        if (!(e->flags & E_MAY))
            break;
    }
    return s;
}

/* Groups in such an order that each only refers to those before it. */
void time_prepare(time_context *c)
{
    static const time_group order[] = { G_MONTH, G_YEAR, G_DAYMONTH, G_DAY, G_TOP };
    class_set groups[G_YEAR + 1] = { { { 0, 0 } } };
    class_set *starts = ARENA_ARRAY(c->mem, class_set, time_n_rules);
    for (size_t g = 0; g < sizeof order / sizeof *order; g++)
        for (size_t i = 0; i < time_n_rules; i++) {
            if (time_rules[i].group != order[g])
                continue;
            starts[i] = starts_of(&time_rules[i], groups);
            groups[order[g]].bits[0] |= starts[i].bits[0];
            groups[order[g]].bits[1] |= starts[i].bits[1];
        }
    c->starts = starts;
}

/* ---- matching ---------------------------------------------------------------------- */

static bool wanted(const rule_element *e, const time_reading *r)
{
    for (int i = 0; i < RULE_CLASSES && e->class[i]; i++)
        if (r->class == e->class[i])
            return e->unit == 0 || r->value == e->unit;
    return false;
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

static bool try_readings(matcher *m, const rule_element *e, uint32_t left, trail t,
                         trail *out)
{
    const time_lattice *l = &m->c->lattice;
    if (t.token >= m->c->sentence_end)
        return false;
    for (uint32_t k = l->first[t.token]; k < l->first[t.token + 1]; k++) {
        const time_reading *r = &l->v[k];
        if (wanted(e, r) && clitics_fit(&t, r) && r->end <= m->c->sentence_end &&
            run(m, e + 1, left - 1, step(m, t, e, r), out))
            return true;
    }
    return false;
}

/* The longest alternative of a group, taken again at the end to leave its captures in place. */
static bool group(matcher *m, time_group g, trail t, trail *out)
{
    const time_rule *best = NULL;
    uint32_t end = t.token;
    if (m->depth >= MAX_DEPTH || t.token >= m->c->sentence_end)
        return false;
    m->depth++;
    class_set here = classes_at(m->c, t.token);
    for (size_t i = 0; i < time_n_rules; i++) {
        trail x;
        if (time_rules[i].group == g && !disjoint(m->c->starts[i], here) &&
            run(m, time_rules[i].element, RULE_ELEMENTS, t, &x) && x.token > end) {
            best = &time_rules[i];
            end = x.token;
        }
    }
    bool found = best && run(m, best->element, RULE_ELEMENTS, t, out);
    m->depth--;
    if (found && g == G_DAY)
        out->day = best;
    return found;
}

static bool try_group(matcher *m, const rule_element *e, uint32_t left, trail t, trail *out)
{
    trail x;
    return group(m, (time_group)e->group, t, &x) && run(m, e + 1, left - 1, x, out);
}

static bool run(matcher *m, const rule_element *e, uint32_t left, trail t, trail *out)
{
    if (left == 0 || (e->group == G_NONE && e->class[0] == C_NONE)) {
        *out = t;
        return true;
    }
    bool found =
        e->group ? try_group(m, e, left, t, out) : try_readings(m, e, left, t, out);
    return found || ((e->flags & E_MAY) && run(m, e + 1, left - 1, t, out));
}

static bool match_rule(const time_context *c, const time_rule *rule, uint32_t token,
                       time_hit *h)
{
    *h = (time_hit){ .rule = rule, .first = token };
    matcher m = { c, h, token, 0 };
    trail t = { .token = token, .span_first = UINT32_MAX };
    if (!run(&m, rule->element, RULE_ELEMENTS, t, &t) || t.span_first == UINT32_MAX)
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
    class_set here = classes_at(c, token);
    for (size_t i = 0; i < time_n_rules; i++) {
        time_hit h;
        if (time_rules[i].group == g && !disjoint(c->starts[i], here) &&
            match_rule(c, &time_rules[i], token, &h) && (!found || h.end > out->end)) {
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
