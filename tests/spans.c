#include "spans.h"

#include <stdio.h>

#include "base/utf8.h"

static wq_str cut(const wq_document *doc, wq_span span)
{
    wq_str part =
        span.part == WQ_PART_TITLE ? wq_document_title(doc) : wq_document_text(doc);
    size_t all = utf8_count(part);
    return span.start <= span.end && span.end <= all
               ? str_sub(part, utf8_at(part, span.start), utf8_at(part, span.end))
               : (wq_str){ NULL, 0 };
}

static int check(const wq_document *doc, const char *what, wq_span span, wq_str text)
{
    wq_str there = cut(doc, span);
    if (str_eq(there, text))
        return 0;
    fprintf(stderr, "%s %u-%u is \"%.*s\", said to be \"%.*s\"\n", what, span.start,
            span.end, STR_ARG(there), STR_ARG(text));
    return 1;
}

static int check_side(const wq_document *doc, const char *what, const wq_actor *v,
                      uint32_t n)
{
    int wrong = 0;
    for (uint32_t i = 0; i < n; i++)
        wrong += check(doc, what, v[i].span, v[i].text);
    return wrong;
}

static int check_event(const wq_document *doc, const wq_event *e)
{
    int wrong = check(doc, "trigger", e->trigger, e->trigger_text) +
                check(doc, "evidence", e->evidence, e->evidence_text) +
                check_side(doc, "actor", e->actors, e->n_actors) +
                check_side(doc, "recipient", e->recipients, e->n_recipients);
    for (uint32_t i = 0; i < e->n_sizes; i++)
        wrong += check(doc, "size", e->sizes[i].span, e->sizes[i].text);
    return wrong + (e->date ? check(doc, "date", e->date->span, e->date->text) : 0);
}

int spans_wrong(const wq_document *doc)
{
    uint32_t n;
    int wrong = 0;
    const wq_event *e = wq_document_events(doc, &n);
    for (uint32_t i = 0; i < n; i++)
        wrong += check_event(doc, &e[i]);
    const wq_timex *t = wq_document_times(doc, &n);
    for (uint32_t i = 0; i < n; i++)
        wrong += check(doc, "time", t[i].span, t[i].text);
    const wq_quote *q = wq_document_quotes(doc, &n);
    for (uint32_t i = 0; i < n; i++)
        wrong += check(doc, "quotation", q[i].span, q[i].content);
    return wrong;
}
