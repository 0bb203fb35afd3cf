/* Every stage's result for people, bug reports and test cases: ASCII first, Arabic last on each line. */
#include "coder/document.h"

#include "morph/morph.h"

static void case_actors(buf *b, const char *label, const wq_actor *v, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        buf_printf(b, "          %-9s %s", label, v[i].country.p ? v[i].country.p : "-");
        buf_printf(b, " %.*s", STR_ARG(v[i].sector.p ? v[i].sector : STR("-")));
        buf_printf(b, " %.*s", STR_ARG(v[i].id.p ? v[i].id : STR("-")));
        buf_printf(b, "  %.*s\n", STR_ARG(v[i].text));
    }
}

/* A stance is shown where it is not neutral. */
static void case_source(buf *b, const wq_source *s)
{
    bool neutral = s->stance.n == 0 || str_eq(s->stance, STR("neutral"));
    buf_printf(b, "          %-9s %.*s%s%.*s  %.*s\n", "says",
               STR_ARG(s->id.p ? s->id : STR("-")), neutral ? "" : " ",
               STR_ARG(neutral ? STR("") : s->stance), STR_ARG(s->text));
}

/* "dead 5", "injured 20+" (at least), "participants 100-200", "dead ~50" (about). */
static void case_size(buf *b, const wq_size *z)
{
    buf_printf(b, "          %-9s %.*s %s%llu", "size", STR_ARG(z->kind),
               z->approximate ? "~" : "", (unsigned long long)z->least);
    if (z->most == 0)
        buf_char(b, '+');
    else if (z->most != z->least)
        buf_printf(b, "-%llu", (unsigned long long)z->most);
    buf_printf(b, "  %.*s\n", STR_ARG(z->text));
}

static void case_event(buf *b, const wq_event *e)
{
    buf_printf(b, "%.*s%s%.*s %s  %.*s\n", STR_ARG(e->type), e->mode.p ? "-" : "",
               STR_ARG(e->mode), status_name(e->status), STR_ARG(e->trigger_text));
    case_actors(b, "actor", e->actors, e->n_actors);
    case_actors(b, "recipient", e->recipients, e->n_recipients);
    if (e->date)
        buf_printf(b, "          %-9s %.*s  %.*s\n", "date",
                   STR_ARG(e->date->value.p ? e->date->value : STR("-")),
                   STR_ARG(e->date->text));
    if (e->place)
        buf_printf(b, "          %-9s %.*s  %.*s\n", "place",
                   STR_ARG(e->place->country.p ? e->place->country : STR("-")),
                   STR_ARG(e->place->text.p ? e->place->text : STR("-")));
    for (uint32_t i = 0; i < e->n_sources; i++)
        case_source(b, &e->sources[i]);
    for (uint32_t i = 0; i < e->n_sizes; i++)
        case_size(b, &e->sizes[i]);
}

void write_case(const wq_document *doc, buf *b)
{
    for (uint32_t i = 0; i < doc->found.n_events; i++)
        case_event(b, &doc->found.event[i]);
}

/* ---- stages ------------------------------------------------------------------------------- */

static void explain_page(buf *b, const lexicon *lex, const page_article *p)
{
    buf_printf(b, "lexicon   %s\n", lex_hash(lex));
    buf_printf(b, "page      published %.*s from %.*s, outlet %.*s\n",
               STR_ARG(p->published.p ? p->published : STR("-")),
               STR_ARG(p->published_from.p ? p->published_from : STR("-")),
               STR_ARG(p->outlet.p ? p->outlet : STR("-")));
    if (p->repaired)
        buf_printf(b, "repaired  %u ill-formed characters, now U+FFFD\n", p->repaired);
}

static void explain_analysis(buf *b, const lexicon *lex, const morph_analysis *m)
{
    static const char *const form[] = { "name",   "nisba",   "finite", "masdar",
                                        "active", "passive", "noun",   "stem" };
    buf_printf(b, " %s", form[m->entry.form]);
    if (m->entry.table == LEX_STEM)
        return;
    uint32_t line = 0;
    wq_str file = lex_origin(lex, (lex_table)m->entry.table, m->entry.row, &line);
    buf_printf(b, "[%.*s:%u %.*s]", STR_ARG(file), line,
               STR_ARG(lex_cell_at(lex, (lex_table)m->entry.table, m->entry.row, 0)));
}

static void explain_tokens(buf *b, const wq_document *doc, const text_part *p,
                           const text_sentence *s)
{
    enum { SHOWN = 4 };
    for (uint32_t i = s->first; i < s->last; i++) {
        const text_token *t = &p->token[i];
        if (t->kind == TOKEN_PUNCT)
            continue;
        buf_printf(b, "word      %u-%u%s", t->cp, t->cp + t->n_cp,
                   t->masked ? " masked" : "");
        for (uint32_t k = 0; t->morph && k < t->morph->n && k < SHOWN; k++)
            explain_analysis(b, doc->lex, &t->morph->v[k]);
        if (t->morph && !t->morph->known)
            buf_str(b, STR(" unknown"));
        buf_printf(b, "  %.*s\n", STR_ARG(t->form));
    }
}

static void explain_time(buf *b, const time_expr *t)
{
    buf_printf(b, " %.*s", STR_ARG(t->value.p ? t->value : STR("-")));
    if (t->mod.p)
        buf_printf(b, " %.*s", STR_ARG(t->mod));
    if (t->conflict.p)
        buf_printf(b, " but %.*s", STR_ARG(t->conflict));
    buf_printf(b, " [%.*s]", STR_ARG(t->rule));
}

static void explain_items(buf *b, const clause_sentence *s)
{
    static const char *const kind[] = { "actor", "place",    "time", "verb", "noun",
                                        "adj",   "particle", "word", "mark" };
    static const char *const opener[] = {
        "main", "and", "that", "who", "sub", "if", "rest"
    };
    for (uint32_t c = 0; c < s->n_clauses; c++) {
        const clause *cl = &s->clause[c];
        buf_printf(b, "clause    %u %s%s%s%s", c, opener[cl->opener],
                   cl->negated ? " negated" : "", cl->future ? " future" : "",
                   cl->maybe ? " maybe" : "");
        if (cl->subject >= 0)
            buf_printf(b, " subject %d", cl->subject);
        buf_char(b, '\n');
        for (uint32_t i = cl->first; i < cl->last; i++) {
            const clause_item *it = &s->item[i];
            buf_printf(b, "  item    %u %s", i, kind[it->kind]);
            if (it->kind == ITEM_FUNCTION)
                buf_printf(b, " %.*s %.*s", STR_ARG(it->function), STR_ARG(it->value));
            if (it->kind == ITEM_TIME)
                explain_time(b, it->time);
            if (it->kind == ITEM_ACTOR)
                buf_printf(
                    b, " %.*s %.*s [%s]",
                    STR_ARG(it->actor->a.country.p ? it->actor->a.country : STR("-")),
                    STR_ARG(it->actor->a.id.p ? it->actor->a.id : STR("-")),
                    it->actor->rule);
            if (it->kind == ITEM_ACTOR && it->actor->sure < 100)
                buf_printf(b, " %u%%", it->actor->sure);
            buf_printf(b, "  %.*s\n", STR_ARG(text_slice(s->part, it->first, it->last)));
        }
    }
}

static void explain_event(buf *b, const wq_event *e)
{
    case_event(b, e);
    for (uint32_t i = 0; i < e->n_why; i++)
        buf_printf(b, "          %-9s %.*s\n", "why", STR_ARG(e->why[i]));
}

static void explain_near_miss(buf *b, const lexicon *lex, const event_near_miss *m)
{
    uint32_t line = 0;
    wq_str file = lex_origin(lex, LEX_EVENT, m->row, &line);
    wq_str id = lex_cell(lex, LEX_EVENT, m->row, "id");
    buf_printf(b, "near miss %.*s %s %.*s:%u %.*s",
               STR_ARG(lex_cell(lex, LEX_EVENT, m->row, "type")), m->rule, STR_ARG(file),
               line, STR_ARG(id));
    if (m->condition.n)
        buf_printf(b, " wants %.*s", STR_ARG(m->condition));
    buf_printf(b, "  %.*s\n", STR_ARG(text_slice(m->part, m->first, m->last)));
}

static void explain_sentences(buf *b, const wq_document *doc)
{
    for (int k = 0; k < 2; k++) {
        const text_part *p = &doc->part[k].text;
        for (uint32_t i = 0; i < p->n_sentences; i++) {
            const text_sentence *s = &p->sentence[i];
            buf_printf(b, "sentence  %s %u%s  %.*s\n", k ? "text" : "title", i,
                       s->headline ? " headline" : "",
                       STR_ARG(text_slice(p, s->first, s->last)));
            explain_tokens(b, doc, p, s);
            explain_items(b, &doc->part[k].sentences[i]);
        }
    }
}

static void explain_document(buf *b, const wq_document *doc)
{
    explain_page(b, doc->lex, &doc->page);
    explain_sentences(b, doc);
    for (uint32_t i = 0; i < doc->found.n_quotes; i++) {
        const wq_quote *q = &doc->found.quote[i];
        buf_printf(b, "quote     %s  %.*s | %.*s | %.*s\n",
                   q->direct ? "direct" : "indirect", STR_ARG(q->speaker), STR_ARG(q->cue),
                   STR_ARG(q->content));
    }
    for (uint32_t i = 0; i < doc->found.n_events; i++)
        explain_event(b, &doc->found.event[i]);
    for (uint32_t i = 0; i < doc->found.n_near_misses; i++)
        explain_near_miss(b, doc->lex, &doc->found.near_miss[i]);
}

/* What only explain shows is not kept for all documents: it is worked out again. */
void write_explain(const wq_document *doc, buf *b)
{
    wq_document again;
    if (coder_again(doc, &again))
        explain_document(b, &again);
    else
        b->failed = true;
    arena_fini(&again.mem);
}
