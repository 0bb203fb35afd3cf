/* Who says so: quotations, indirect speech, and the sources of events. */
#include "event/draft.h"

bool claim_is_cue(const coder_state *c, const clause_item *word, wq_str kind, wq_str *value)
{
    uint32_t n;
    wq_str id = lex_cell(c->lex, (lex_table)word->entry.table, word->entry.row, "id");
    char key[64] = "=";
    if (word->entry.table != LEX_VERB || id.n == 0 || id.n > sizeof key - 2)
        return false;
    memcpy(key + 1, id.p, id.n);
    const lex_entry *e = lex_find(c->lex, (wq_str){ key, id.n + 1 }, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_CUE &&
            str_eq(lex_cell(c->lex, LEX_CUE, e[i].row, "kind"), kind)) {
            *value = lex_cell(c->lex, LEX_CUE, e[i].row, "value");
            return true;
        }
    return false;
}

static bool says(const coder_state *c, const clause_item *it)
{
    wq_str value;
    return (it->kind == ITEM_VERB ||
            (it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE)) &&
           claim_is_cue(c, it, STR("say"), &value);
}

/* ---- sources of events ------------------------------------------------------------------ */

static void add_source(coder_state *c, event_draft *d, const clause_item *it)
{
    const text_part *p = d->s->part;
    wq_source s = { text_slice(p, it->first, it->last), { NULL, 0 } };
    if (it->kind == ITEM_ACTOR)
        s = (wq_source){ it->actor->a.text, it->actor->a.id };
    for (uint32_t i = 0; i < d->sources.n; i++)
        if (str_eq(d->sources.v[i].text, s.text))
            return;
    *vec_push(c->mem, &d->sources) = s;
}

static void by_speech_above(coder_state *c, event_draft *d)
{
    for (int32_t p = draft_clause(d)->parent; p >= 0; p = d->s->clause[p].parent) {
        const clause *above = &d->s->clause[p];
        if (above->verb >= 0 && above->subject >= 0 && says(c, &d->s->item[above->verb]))
            add_source(c, d, &d->s->item[above->subject]);
    }
}

static void by_according_to(coder_state *c, event_draft *d)
{
    for (uint32_t i = 0; i + 1 < d->s->n_items; i++) {
        const clause_item *it = &d->s->item[i], *next = it + 1;
        if (item_is_function(it, STR("prep")) && str_eq(it->value, STR("according")) &&
            next->kind == ITEM_ACTOR)
            add_source(c, d, next);
    }
}

/* A headline's colon: "Lavrov: we sent an invitation". */
static void by_colon(coder_state *c, event_draft *d)
{
    for (uint32_t i = 1; i < d->s->n_items && i < 6 && i < d->trigger; i++)
        if (d->s->item[i].mark == ':' && d->s->item[i - 1].kind == ITEM_ACTOR)
            add_source(c, d, &d->s->item[i - 1]);
}

void claim_attribute(coder_state *c, event_draft *d)
{
    by_speech_above(c, d);
    by_according_to(c, d);
    if (d->s->part->sentence[d->s->sentence].headline)
        by_colon(c, d);
}

/* ---- quotations --------------------------------------------------------------------------- */

static uint32_t mark_of(const clause_sentence *s, uint32_t i)
{
    return i < s->n_items && s->item[i].kind == ITEM_MARK ? s->item[i].mark : 0;
}

static bool is_closing(uint32_t mark)
{
    return mark == '.' || mark == '"' || mark == 0x201d || mark == 0xbb || mark == 0x201c ||
           mark == 0x60c;
}

static bool is_opening(uint32_t mark)
{
    return mark == ':' || mark == 0x60c || mark == '"' || mark == 0x201c ||
           mark == 0x201d || mark == 0xab;
}

/* Where what is said begins: behind anna, behind a colon, or at the first word that is not the speaker's. */
static uint32_t content_start(const clause_sentence *s, uint32_t verb, int32_t subject)
{
    uint32_t i = verb + 1;
    if (subject > (int32_t)verb)
        i = (uint32_t)subject + 1;
    for (uint32_t k = verb + 1;
         k < s->n_items && s->item[k].clause <= s->item[verb].clause + 1; k++)
        if (item_is_function(&s->item[k], STR("comp")))
            return k + 1;
    for (uint32_t k = i; k < s->n_items && k < i + 12; k++)
        if (mark_of(s, k) == ':' || mark_of(s, k) == 0x201c || mark_of(s, k) == 0xab ||
            mark_of(s, k) == '"')
            return k + 1;
    return i;
}

/* Up to the next participle of saying ("adding that ..."), or the end of the sentence. */
static uint32_t content_end(const coder_state *c, const clause_sentence *s, uint32_t from)
{
    uint32_t end = s->n_items;
    for (uint32_t k = from; k < s->n_items; k++)
        if (s->item[k].kind == ITEM_NOMINAL && says(c, &s->item[k])) {
            end = k;
            break;
        }
    while (end > from && is_closing(mark_of(s, end - 1)))
        end--;
    return end;
}

static void add_quote(coder_state *c, const clause_sentence *s, uint32_t cue,
                      const clause_item *speaker, uint32_t from, uint32_t to)
{
    const text_part *p = s->part;
    while (from < to && is_opening(mark_of(s, from)))
        from++;
    if (from + 1 >= to)
        return;
    uint32_t first = s->item[from].first, last = s->item[to - 1].last;
    wq_quote q = { .cue = text_slice(p, s->item[cue].first, s->item[cue].last),
                   .content = text_slice(p, first, last),
                   .span = text_span(p, first, last),
                   .direct = p->token[first].quote > 0 };
    q.speaker = speaker->kind == ITEM_ACTOR ? speaker->actor->a.text
                                            : text_slice(p, speaker->first, speaker->last);
    if (speaker->kind == ITEM_ACTOR)
        q.speaker_id = speaker->actor->a.id;
    *vec_push(c->mem, &c->quotes) = q;
}

void claim_sentence(coder_state *c, const event_part *part, const clause_sentence *s)
{
    const clause_item *speaker = NULL;
    (void)part;
    for (uint32_t i = 0; i < s->n_items; i++) {
        const clause_item *it = &s->item[i];
        const clause *cl = &s->clause[it->clause];
        if (!says(c, it))
            continue;
        bool verb = it->kind == ITEM_VERB && cl->verb == (int32_t)i;
        if (verb && cl->subject >= 0)
            speaker = &s->item[cl->subject];
        if (!speaker || (it->kind == ITEM_VERB && cl->subject < 0))
            continue;
        uint32_t from = content_start(s, i, verb ? cl->subject : -1);
        uint32_t to = content_end(c, s, from);
        add_quote(c, s, i, speaker, from, to);
    }
}
