/* Who says so: speech sentence by sentence, and the sources of events that follow from it. */
#include "event/claim.h"

bool claim_find_cue(const coder_state *c, const word_uses *word, wq_str kind, wq_str *value)
{
    uint64_t bit = str_bit(kind);
    for (uint32_t i = 0; i < word->n_cue; i++)
        if ((lex_kind_bit(c->lex, LEX_CUE, word->cue[i]) & bit) &&
            str_eq(lex_cell(c->lex, LEX_CUE, word->cue[i], "kind"), kind)) {
            *value = lex_cell(c->lex, LEX_CUE, word->cue[i], "value");
            return true;
        }
    return false;
}

/* ---- sources of events ------------------------------------------------------------------ */

static void add_source(coder_state *c, event_draft *d, const claim_voice *v, wq_str cue,
                       wq_str stance)
{
    if (v->text.n == 0)
        return;
    for (uint32_t i = 0; i < d->sources.n; i++)
        if (str_eq(d->sources.v[i].text, v->text))
            return;
    *vec_push(c->mem, &d->sources) =
        (wq_source){ v->text, v->actor ? v->actor->a.id : (wq_str){ NULL, 0 }, cue,
                     stance.n ? stance : STR("neutral") };
}

/* A headline's colon: "Lavrov: we sent an invitation". */
static void by_colon(coder_state *c, event_draft *d)
{
    for (uint32_t i = 1; i < d->s->n_items && i < 6 && i < d->trigger; i++)
        if (d->s->item[i].mark == ':' && d->s->item[i - 1].kind == ITEM_ACTOR) {
            claim_voice v = voice_of(d->s, i - 1);
            add_source(c, d, &v, (wq_str){ NULL, 0 }, STR("neutral"));
        }
}

void claim_attribute(coder_state *c, event_draft *d)
{
    claim_state *st = &c->claims;
    for (int32_t i = st->of_item[d->trigger]; i >= 0; i = st->said.v[i].outer) {
        add_source(c, d, &st->said.v[i].who, st->said.v[i].word, st->said.v[i].stance);
        add_source(c, d, &st->said.v[i].via, st->said.v[i].word, st->said.v[i].stance);
    }
    if (st->open.last > d->s->item[d->trigger].first && st->open.who.text.n)
        add_source(c, d, &st->open.who, st->open.word, st->open.stance);
    for (uint32_t i = 0; i < st->sources.n; i++)
        add_source(c, d, &st->sources.v[i], (wq_str){ NULL, 0 }, STR("neutral"));
    if (d->s->part->sentence[d->s->sentence].headline)
        by_colon(c, d);
}

/* ---- sentence by sentence ----------------------------------------------------------------- */

/* The subject of the first clause before item `end` that has one: whom the sentence is about. */
static claim_voice topic_of(const clause_sentence *s, uint32_t end)
{
    for (uint32_t k = 0; k < s->n_clauses && s->clause[k].first < end; k++) {
        const clause *cl = &s->clause[k];
        if (cl->verb >= 0 && cl->subject >= 0 && s->item[cl->subject].kind == ITEM_ACTOR)
            return voice_of_subject(s, (uint32_t)cl->verb, (uint32_t)cl->subject);
        if (cl->opener == OPEN_THAT)
            break;
    }
    return NOBODY;
}

static void begin(claim_state *st, arena *a, const clause_sentence *s)
{
    if (st->part != s->part) /* a title "So-and-so:" is a label too */
        *st = (claim_state){ .part = s->part, .label = st->label };
    uint32_t first = s->n_items ? s->item[0].first : 0;
    if (st->open.last <= first)
        st->open = (claim){ .last = 0 };
    st->said.n = 0;
    st->sources.n = 0;
    st->silent = NOBODY;
    st->of_item = ARENA_ARRAY(a, int32_t, s->n_items + 1);
    for (uint32_t i = 0; i < s->n_items; i++)
        st->of_item[i] = -1;
}

/* Whom "His Excellency" was found to mean goes on under his name. */
static claim_voice by_name(claim_voice v)
{
    if (v.actor && str_find(v.text, v.actor->a.text) < 0)
        v.text = v.actor->a.text;
    return v;
}

/* In the middle of a quotation nobody but its speaker speaks, whomever he tells of. */
static bool is_inside_quotation(const claim_state *st, const clause_sentence *s)
{
    uint32_t i = s->n_items;
    while (i > 0 && s->item[i - 1].kind == ITEM_MARK)
        i--;
    return i > 0 && st->open.who.text.n && st->open.last >= s->item[i - 1].last;
}

/* What is asked is about somebody, and he who answers is another; but not "asked him whether". */
static bool is_question(const coder_state *c, const clause_sentence *s)
{
    const clause_item *last = s->n_items ? &s->item[s->n_items - 1] : NULL;
    wq_str value;
    return last && last->kind == ITEM_MARK && (last->mark == 0x61f || last->mark == '?') &&
           !(s->clause[0].verb >= 0 &&
             claim_is_cue(c, &s->item[s->clause[0].verb], STR("asks"), &value));
}

static void set_speaker(claim_state *st, claim_voice v)
{
    if (!str_eq(st->speaker.text, v.text))
        st->former = st->speaker;
    st->speaker = st->topic = v;
}

/* "..., as our reporter told": the sentence is still about its own subject. */
static bool is_told_behind(const claim *said)
{
    return said->cue > said->to && said->from == 0;
}

static void remember(const coder_state *c, claim_state *st, const clause_sentence *s)
{
    if (st->said.n == 0 && is_inside_quotation(st, s)) {
        st->speaker = st->topic = by_name(st->open.who);
        st->spoke = true;
        return;
    }
    st->spoke = false;
    claim_voice topic = NOBODY, before = st->topic;
    for (uint32_t i = 0; i < st->said.n; i++)
        if (st->said.v[i].outer < 0) {
            st->spoke = true;
            if (!voice_is_pronominal(s->part, &st->said.v[i].who) ||
                st->speaker.text.n == 0)
                set_speaker(st, by_name(st->said.v[i].who));
            if (is_told_behind(&st->said.v[i])) {
                topic = topic_of(s, st->said.v[i].to);
                topic = topic.text.n ? topic : before;
            }
        }
    st->topic = topic.text.n ? topic : st->topic;
    if (!st->spoke && !s->part->sentence[s->sentence].headline) {
        topic = is_question(c, s) ? NOBODY : topic_of(s, s->n_items);
        st->topic = topic.text.n ? topic : st->topic;
        if (st->silent.text.n)
            set_speaker(st, by_name(st->silent));
    }
}

void claim_sentence(coder_state *c, const clause_sentence *s)
{
    speech q;
    begin(&c->claims, c->mem, s);
    speech_read(c, s, &q);
    quote_sentence(&q);
    remember(c, &c->claims, s);
}
