/* PETRARCH: tab-separated lines without a header, a pair of actors each: date, source, target, code, issues, ids of
 * sentences, address, story source, source and target as written, the sentence, the roots of source and target.   */
#include "export/export.h"

static wq_str code_or_dashes(exporting *x, const x_actor *a)
{
    wq_str code = a ? export_actor_code(x, a) : STR("");
    return code.n ? code : STR("---");
}

static wq_str root_or_dashes(const x_actor *a)
{
    return a && a->country.n ? a->country : STR("---");
}

/* A context as an issue, counted once: "military,1;legal,1". */
static wq_str issues(exporting *x, const x_event *e)
{
    buf b = { 0 };
    wq_str rest = e->contexts, one;
    while (rest.n && str_next(&rest, JOIN, &one))
        buf_printf(&b, "%s%.*s,1", b.n ? ";" : "", STR_ARG(one));
    wq_str text = arena_str(&x->mem, b.p, b.n);
    buf_fini(&b);
    return text;
}

static wq_str sentence_ids(exporting *x, const x_event *e)
{
    buf b = { 0 };
    for (uint32_t i = 0; i < e->n_mentions; i++)
        buf_printf(&b, "%s%.*s_%lld", i ? ";" : "", STR_ARG(e->mention[i].document),
                   (long long)e->mention[i].sentence + 1);
    wq_str text = arena_str(&x->mem, b.p, b.n);
    buf_fini(&b);
    return text;
}

/* The day of the event, or else, as PETRARCH has it, that of the story. */
static wq_str day(exporting *x, const x_event *e)
{
    wq_str d = export_day(e);
    d = d.n ? d : e->mention[0].published_day;
    return d.n == 10 ? arena_printf(&x->mem, "%.4s%.2s%.2s", d.p, d.p + 5, d.p + 8)
                     : STR("");
}

static void row(exporting *x, const x_event *e, const x_actor *source,
                const x_actor *target, uint32_t nth)
{
    (void)nth;
    const x_mention *m = &e->mention[0];
    tab_line l = { .out = &x->out, .none = "" };
    tab(&l, day(x, e));
    tab(&l, code_or_dashes(x, source));
    tab(&l, code_or_dashes(x, target));
    tab(&l, export_code(x, e).cameo);
    tab(&l, issues(x, e));
    tab(&l, sentence_ids(x, e));
    tab(&l, m->url);
    tab(&l, m->outlet);
    tab(&l, source ? source->text : STR(""));
    tab(&l, target ? target->text : STR(""));
    tab(&l, m->evidence.text);
    tab(&l, root_or_dashes(source));
    tab(&l, root_or_dashes(target));
    tab_end(&l);
}

void petrarch_event(exporting *x, const x_event *e)
{
    if (e->plover.n && day(x, e).n)
        export_pairs(x, e, row);
}
