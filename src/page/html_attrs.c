#include "page/html_attrs.h"

static char low(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* "display: none" or "visibility:hidden" in a style, whatever the spaces. */
static bool style_hides(wq_str style)
{
    char tight[256];
    size_t n = 0;
    for (size_t i = 0; i < style.n && n < sizeof tight; i++)
        if (style.p[i] > ' ')
            tight[n++] = low(style.p[i]);
    wq_str rules = { tight, n };
    return str_find(rules, STR("display:none")) >= 0 ||
           str_find(rules, STR("visibility:hidden")) >= 0;
}

static void take_attr(html_attrs *at, const html_attr *a)
{
    const struct {
        wq_str name;
        wq_str *to;
    } known[] = {
        { STR("class"), &at->class },       { STR("id"), &at->id },
        { STR("itemprop"), &at->itemprop }, { STR("role"), &at->role },
        { STR("rel"), &at->rel },           { STR("href"), &at->href },
        { STR("content"), &at->content },   { STR("datetime"), &at->datetime },
        { STR("name"), &at->name },         { STR("property"), &at->property },
        { STR("type"), &at->type },         { STR("http-equiv"), &at->equiv },
    };
    if (str_eq_nocase(a->name, STR("hidden")))
        at->hidden = !str_eq_nocase(a->value, STR("until-found"));
    else if (str_eq_nocase(a->name, STR("style")))
        at->hidden |= style_hides(a->value);
    else
        for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
            if (a->name.n == known[i].name.n && str_eq_nocase(a->name, known[i].name)) {
                *known[i].to = a->value;
                return;
            }
}

html_attrs html_attrs_of(const html_token *t)
{
    html_attrs at = { 0 };
    for (uint32_t i = 0; i < t->n_attrs; i++)
        take_attr(&at, &t->attr[i]);
    return at;
}

bool html_has_word(wq_str list, wq_str name)
{
    for (wq_str word; str_next(&list, ' ', &word);)
        if (str_eq_nocase(word, name))
            return true;
    return false;
}
