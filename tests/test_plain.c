/* Page patterns row by row, what single lines say of an article, and whole copied texts. */
#include "cases.h"
#include "page/pattern.h"
#include "page/plain.h"
#include "page/textmeta.h"
#include "table.h"

enum { ID, WHAT, EXPECT, TEXT, COLUMNS };

static void put_kinds(buf *b, unsigned kinds)
{
    static const char *const names[] = {
        "share",        "related",       "comment",       "newsletter",  "copyright",
        "menu",         "widget",        "thanks",        "tags",        "credit",
        "byline",       "agency",        "dateline",      "end",         "inline",
        "class_bad",    "class_good",    "class_lead",    "class_title", "class_date",
        "class_byline", "class_caption", "class_related", "label",       "outlet",
        "stamp",        "generic",       "updated",       "zone",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kinds & 1u << i)
            buf_printf(b, "%s%s", b->n ? "|" : "", names[i]);
}

static void put(buf *b, wq_str s)
{
    if (s.p)
        buf_str(b, s);
}

static void ask(buf *b, arena *a, wq_str what, wq_str text)
{
    const lexicon *lex = lex_builtin();
    calendar_stamp date;
    if (str_eq(what, STR("line")))
        put_kinds(b, pattern_line(lex, text));
    else if (str_eq(what, STR("class")))
        put_kinds(b, pattern_class(lex, text));
    else if (str_eq(what, STR("date"))) {
        if (textmeta_date(lex, a, text, &date))
            put(b, calendar_print(a, &date));
    } else if (str_eq(what, STR("byline")))
        put(b, textmeta_byline(lex, text));
    else if (str_eq(what, STR("lead")))
        put(b, textmeta_lead_name(lex, text));
    else if (str_eq(what, STR("outlet")))
        put(b, textmeta_outlet(lex, text));
    else if (str_eq(what, STR("dateline")))
        put(b, textmeta_dateline(lex, text));
    else
        buf_str(b, STR("no such question"));
}

static void check_row(const tsv_row *row, void *suite)
{
    arena *a = suite;
    buf got = { 0 };
    arena_reset(a);
    ask(&got, a, row->cell[WHAT], table_unescape(a, row->cell[TEXT]));
    table_expect(row, "answer", row->cell[EXPECT], (wq_str){ got.p, got.n });
    buf_fini(&got);
}

static void show(buf *out, const char *name, wq_str value)
{
    if (value.p)
        buf_printf(out, "%s\n%.*s\n", name, STR_ARG(value));
}

static void read_case(const case_block *c, buf *out, void *suite)
{
    arena *a = suite;
    page_article article = { 0 };
    arena_reset(a);
    wq_str title = case_value(c, "title"), text = c->input;
    if (title.n)
        article.title = title;
    plain_article(lex_builtin(), a, text, &article);
    show(out, "title", article.title);
    show(out, "byline", article.byline);
    show(out, "outlet", article.outlet);
    show(out, "published", article.published);
    buf_printf(out, "text%s\n", article.text.p == text.p ? " as it was" : "");
    if (article.text.p == text.p)
        return;
    for (wq_str line; str_next(&article.text, '\n', &line);)
        buf_printf(out, "| %.*s\n", STR_ARG(line));
}

int main(void)
{
    arena a;
    arena_init(&a, 1 << 24);
    int failures = table_run(WAQAI_CASES "/page_patterns.tsv", COLUMNS, check_row, &a);
    failures += cases_run(WAQAI_CASES "/page_plain.cases", read_case, &a);
    arena_fini(&a);
    return failures;
}
