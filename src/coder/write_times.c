/* Time expressions alone: TimeML, and a table for a terminal. */
#include "base/utf8.h"
#include "coder/document.h"

/* ---- TimeML -------------------------------------------------------------------------- */

/* Characters that XML 1.0 can't hold come out as U+FFFD, so that places in the text stay. */
static void xml_text(buf *b, wq_str s)
{
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        unsigned len = utf8_decode(s.p + i, s.n - i, &cp);
        len = len ? len : 1;
        bool none = (cp < 0x20 && cp != '\t' && cp != '\n') || cp == 0xfffe || cp == 0xffff;
        if (cp == '&')
            buf_str(b, STR("&amp;"));
        else if (cp == '<')
            buf_str(b, STR("&lt;"));
        else if (cp == '>')
            buf_str(b, STR("&gt;"));
        else if (cp == '"')
            buf_str(b, STR("&quot;"));
        else if (none)
            buf_str(b, STR("\xef\xbf\xbd"));
        else
            buf_add(b, s.p + i, len);
        i += len;
    }
}

static void attribute(buf *b, const char *name, wq_str value)
{
    if (!value.p)
        return;
    buf_printf(b, " %s=\"", name);
    xml_text(b, value);
    buf_char(b, '"');
}

/* TIMEX3 wants a value; one that could not be resolved has as many X as its grain. */
static wq_str value_or_x(const wq_timex *t)
{
    if (t->value.p)
        return t->value;
    return str_eq(t->type, STR("DURATION")) ? STR("PXX") : STR("XXXX-XX-XX");
}

static void timex(buf *b, const wq_timex *t, uint32_t id)
{
    buf_printf(b, "<TIMEX3 tid=\"t%u\"", id);
    attribute(b, "type", t->type);
    attribute(b, "value", value_or_x(t));
    attribute(b, "mod", t->mod);
    attribute(b, "quant", t->quant);
    attribute(b, "freq", t->freq);
    buf_char(b, '>');
    xml_text(b, t->text);
    buf_str(b, STR("</TIMEX3>"));
}

/* A part with its expressions, whose slices point into it; `id` is that of the first. */
static void tagged(buf *b, const wq_document *doc, wq_part part, wq_str raw)
{
    size_t done = 0;
    for (uint32_t i = 0; i < doc->n_times; i++) {
        const wq_timex *t = &doc->times[i];
        if (t->span.part != part)
            continue;
        size_t start = (size_t)(t->text.p - raw.p);
        xml_text(b, str_sub(raw, done, start));
        timex(b, t, i + 1);
        done = start + t->text.n;
    }
    xml_text(b, str_sub(raw, done, raw.n));
}

static void creation_time(buf *b, wq_str published)
{
    buf_str(b, STR("<DCT>"));
    if (published.p) {
        buf_str(b, STR("<TIMEX3 tid=\"t0\""));
        attribute(b, "type", published.n > 10 ? STR("TIME") : STR("DATE"));
        attribute(b, "value", published);
        buf_str(b, STR(" functionInDocument=\"CREATION_TIME\">"));
        xml_text(b, published);
        buf_str(b, STR("</TIMEX3>"));
    }
    buf_str(b, STR("</DCT>\n"));
}

void write_timeml(const wq_document *doc, buf *b)
{
    wq_str title = doc->page.title, text = doc->page.text;
    buf_str(b, STR("<TimeML>\n<DOCID>"));
    xml_text(b, doc->page.id);
    buf_str(b, STR("</DOCID>\n"));
    creation_time(b, doc->page.published);
    buf_str(b, STR("<TITLE>"));
    if (title.p)
        tagged(b, doc, WQ_PART_TITLE, title);
    buf_str(b, STR("</TITLE>\n<TEXT>"));
    if (text.p)
        tagged(b, doc, WQ_PART_TEXT, text);
    buf_str(b, STR("</TEXT>\n</TimeML>\n"));
}

/* ---- terminal -------------------------------------------------------------------------- */

static void table_row(buf *b, const wq_timex *t)
{
    buf_printf(b, "%-8.*s  %-21.*s", STR_ARG(t->type),
               STR_ARG(t->value.p ? t->value : STR("-")));
    buf_printf(b, "  %-6.*s", STR_ARG(t->mod.p ? t->mod : STR("-")));
    buf_printf(b, "  %.*s..%.*s", STR_ARG(t->first.p ? t->first : STR("-")),
               STR_ARG(t->last.p ? t->last : STR("-")));
    buf_printf(b, "%s  %.*s  ", t->tolerance ? " +-1" : "", STR_ARG(t->rule));
    write_isolated(b, t->text);
    if (t->conflict.p)
        buf_printf(b, "  but %.*s", STR_ARG(t->conflict));
    buf_char(b, '\n');
}

void write_times_table(const wq_document *doc, buf *b)
{
    if (doc->n_times == 0)
        return;
    buf_str(b, doc->page.published.p ? str_sub(doc->page.published, 0, 10)
                                     : STR("----------"));
    buf_str(b, STR("  "));
    write_isolated(b, doc->page.title.p ? doc->page.title : doc->page.id);
    buf_char(b, '\n');
    for (uint32_t i = 0; i < doc->n_times; i++)
        table_row(b, &doc->times[i]);
    buf_char(b, '\n');
}
