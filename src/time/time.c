/* The loop: sentence by sentence, the longest rule at each token, its meaning, and what it leaves to refer to. */
#include "time/time.h"

#include "base/utf8.h"
#include "script/fold.h"
#include "time/rules.h"

typedef VEC(time_expr) expr_vec;

/* Letters of proclitics in front of the reading.  In للعام the article is written with the lam: both stay. */
static unsigned proclitic_letters(const time_reading *r)
{
    unsigned n = 0;
    uint16_t c = r->clitics;
    n += (c & (MORPH_WA | MORPH_FA)) != 0;
    n += (c & (MORPH_BI | MORPH_KA)) != 0;
    n += (c & MORPH_LI) != 0 && !(c & MORPH_AL);
    return n;
}

/* Passes over `letters` letters as written and the marks on them; gives bytes and code points. */
static void skip_letters(wq_str s, unsigned letters, uint32_t *bytes, uint32_t *cps)
{
    uint32_t cp;
    *bytes = *cps = 0;
    for (unsigned len; *bytes < s.n; *bytes += len, ++*cps) {
        len = utf8_decode(s.p + *bytes, s.n - *bytes, &cp);
        bool letter = !cp_is_mark(cp);
        if (letter && letters-- == 0)
            return;
        len = len ? len : 1;
    }
}

static const time_reading *first_in_span(const time_hit *h)
{
    for (uint32_t i = 0; i < h->n; i++)
        if (h->capture[i]->first == h->span_first && h->capture[i]->end > h->span_first)
            return h->capture[i];
    return NULL;
}

static void set_span(const time_context *c, const time_hit *h, time_expr *e)
{
    const time_reading *r = first_in_span(h);
    uint32_t bytes = 0, cps = 0;
    e->first = h->span_first;
    e->last = h->span_end;
    e->text = text_slice(c->part, e->first, e->last);
    e->span = text_span(c->part, e->first, e->last);
    if (r && r->clitics && c->part->token[e->first].kind == TOKEN_WORD)
        skip_letters(text_slice(c->part, e->first, e->first + 1), proclitic_letters(r),
                     &bytes, &cps);
    e->text = str_sub(e->text, bytes, e->text.n);
    e->span.start += cps;
}

/* What later expressions like "the same month" refer to. */
static void remember(time_context *c, const time_hit *h, const time_expr *e, char grain)
{
    if (e->first_day == CALENDAR_NONE)
        return;
    c->last_first = e->first_day;
    c->last_last = e->last_day;
    c->last_grain = grain;
    c->last_end = h->end;
    c->last_is_limit = h->first > c->sentence_first && time_has(c, h->first - 1, C_TO);
    c->last_value = e->type == TIME_DATE
                        ? e->value
                        : time_print(c->mem, 'D', e->first_day, e->last_day);
}

static bool tag(time_context *c, uint32_t sentence, uint32_t token, time_hit *h,
                expr_vec *out)
{
    if (!time_match(c, G_TOP, token, h))
        return false;
    time_meaning m = { .first = CALENDAR_NONE, .last = CALENDAR_NONE };
    if (!h->rule->build(c, h, &m))
        return false;
    if (!m.value.p)
        m.value = time_print(c->mem, m.grain, m.first, m.last);
    if (!m.value.p && c->today == CALENDAR_NONE)
        m.value = time_open_value(c, h, &m);
    time_expr e = { .sentence = sentence,
                    .type = (uint8_t)m.type,
                    .value = m.value,
                    .mod = m.mod,
                    .quant = m.quant,
                    .freq = m.freq,
                    .conflict = m.conflict,
                    .calendar = m.settled ? WQ_GREGORIAN : m.calendar,
                    .first_day = m.first,
                    .last_day = m.last,
                    .anchored = m.anchored };
    e.rule = str_of(h->rule->build == time_day && h->day ? h->day->id : h->rule->id);
    set_span(c, h, &e);
    remember(c, h, &e, m.grain);
    *vec_push(c->mem, out) = e;
    return true;
}

static void tag_sentence(time_context *c, uint32_t sentence, expr_vec *out)
{
    const text_sentence *s = &c->part->sentence[sentence];
    c->sentence_first = s->first;
    c->sentence_end = s->last;
    for (uint32_t i = s->first; i < s->last;) {
        time_hit h;
        bool any = c->lattice.first[i] < c->lattice.first[i + 1];
        i = any && tag(c, sentence, i, &h, out) ? h.end : i + 1;
    }
}

void time_tag(const lexicon *lex, arena *a, const text_part *part, int32_t published,
              time_list *out)
{
    time_context c = { .lex = lex, .mem = a, .part = part, .today = published };
    expr_vec list = { 0 };
    time_prepare(&c);
    c.lattice = time_read(&c);
    c.last_first = c.last_last = CALENDAR_NONE;
    for (size_t i = 0; i < sizeof c.weekday / sizeof *c.weekday; i++)
        c.weekday[i] = CALENDAR_NONE;
    for (uint32_t i = 0; i < part->n_sentences; i++)
        tag_sentence(&c, i, &list);
    *out = (time_list){ list.v, list.n };
}
