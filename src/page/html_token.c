#include "page/html_token.h"

static const struct tag_name {
    const char *name;
    html_tag tag;
} names[] = {
    /* sorted */
    { "a", TAG_A },
    { "abbr", TAG_ABBR },
    { "address", TAG_ADDRESS },
    { "area", TAG_VOID },
    { "article", TAG_ARTICLE },
    { "aside", TAG_ASIDE },
    { "audio", TAG_AUDIO },
    { "base", TAG_VOID },
    { "blockquote", TAG_BLOCKQUOTE },
    { "body", TAG_BODY },
    { "br", TAG_BR },
    { "button", TAG_BUTTON },
    { "canvas", TAG_CANVAS },
    { "caption", TAG_CAPTION },
    { "center", TAG_CENTER },
    { "cite", TAG_CITE },
    { "col", TAG_VOID },
    { "datalist", TAG_DATALIST },
    { "dd", TAG_DD },
    { "details", TAG_DETAILS },
    { "dialog", TAG_DIALOG },
    { "div", TAG_DIV },
    { "dl", TAG_DL },
    { "dt", TAG_DT },
    { "embed", TAG_VOID },
    { "fieldset", TAG_FIELDSET },
    { "figcaption", TAG_FIGCAPTION },
    { "figure", TAG_FIGURE },
    { "footer", TAG_FOOTER },
    { "form", TAG_FORM },
    { "frame", TAG_VOID },
    { "h1", TAG_H1 },
    { "h2", TAG_H2 },
    { "h3", TAG_H3 },
    { "h4", TAG_H4 },
    { "h5", TAG_H5 },
    { "h6", TAG_H6 },
    { "head", TAG_HEAD },
    { "header", TAG_HEADER },
    { "hgroup", TAG_HGROUP },
    { "hr", TAG_HR },
    { "html", TAG_HTML },
    { "iframe", TAG_IFRAME },
    { "img", TAG_IMG },
    { "input", TAG_INPUT },
    { "keygen", TAG_VOID },
    { "label", TAG_LABEL },
    { "legend", TAG_LEGEND },
    { "li", TAG_LI },
    { "link", TAG_LINK },
    { "main", TAG_MAIN },
    { "marquee", TAG_MARQUEE },
    { "menu", TAG_MENU },
    { "meta", TAG_META },
    { "nav", TAG_NAV },
    { "noembed", TAG_NOEMBED },
    { "noframes", TAG_NOFRAMES },
    { "noscript", TAG_NOSCRIPT },
    { "object", TAG_OBJECT },
    { "ol", TAG_OL },
    { "option", TAG_OPTION },
    { "p", TAG_P },
    { "param", TAG_VOID },
    { "pre", TAG_PRE },
    { "script", TAG_SCRIPT },
    { "section", TAG_SECTION },
    { "select", TAG_SELECT },
    { "source", TAG_VOID },
    { "span", TAG_SPAN },
    { "style", TAG_STYLE },
    { "svg", TAG_SVG },
    { "table", TAG_TABLE },
    { "tbody", TAG_TBODY },
    { "td", TAG_TD },
    { "template", TAG_TEMPLATE },
    { "textarea", TAG_TEXTAREA },
    { "tfoot", TAG_TFOOT },
    { "th", TAG_TH },
    { "thead", TAG_THEAD },
    { "time", TAG_TIME },
    { "title", TAG_TITLE },
    { "tr", TAG_TR },
    { "track", TAG_VOID },
    { "ul", TAG_UL },
    { "video", TAG_VIDEO },
    { "wbr", TAG_WBR },
    { "xmp", TAG_XMP },
};

enum { N_NAMES = sizeof names / sizeof names[0], MAX_NAME = 10 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

html_tag html_tag_of(wq_str name)
{
    char low[MAX_NAME + 1];
    if (name.n == 0 || name.n > MAX_NAME)
        return TAG_OTHER;
    for (size_t i = 0; i < name.n; i++)
        low[i] = (char)(is_letter(name.p[i]) ? name.p[i] | 0x20 : name.p[i]);
    low[name.n] = '\0';
    size_t from = 0, to = N_NAMES;
    while (from < to) {
        size_t mid = (from + to) / 2;
        int c = strcmp(low, names[mid].name);
        if (c == 0)
            return names[mid].tag;
        if (c < 0)
            to = mid;
        else
            from = mid + 1;
    }
    return TAG_OTHER;
}

void html_open(html_reader *r, wq_str page)
{
    *r = (html_reader){ .p = page.n ? page.p : "", .end = page.n ? page.p + page.n : NULL };
    if (!page.n)
        r->end = r->p;
}

static wq_str slice(const char *from, const char *to)
{
    return (wq_str){ from, (size_t)(to - from) };
}

static const char *find_char(const char *p, const char *end, char c)
{
    const char *hit = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;
    return hit ? hit : end;
}

/* Position of "</name" with a delimiter after it, or the end: what closes a raw-text element. */
static const char *raw_end(const html_reader *r)
{
    for (const char *p = r->p; (p = find_char(p, r->end, '<')) < r->end; p++) {
        if (r->end - p < 3 || p[1] != '/')
            continue;
        const char *q = p + 2;
        while (q < r->end && q - p <= MAX_NAME + 2 && is_letter(*q))
            q++;
        if (html_tag_of(slice(p + 2, q)) == r->raw)
            return p;
    }
    return r->end;
}

static bool read_raw(html_reader *r, html_token *t)
{
    const char *stop = raw_end(r);
    *t = (html_token){ .kind = HTML_TEXT, .tag = r->raw, .text = slice(r->p, stop) };
    r->p = stop;
    r->raw = TAG_OTHER;
    return t->text.n > 0;
}

/* After a comment, doctype, processing instruction or other declaration that begins at r->p. */
static const char *skip_declaration(const html_reader *r)
{
    wq_str rest = slice(r->p, r->end);
    if (!str_starts(rest, STR("<!--"))) {
        const char *gt = find_char(r->p, r->end, '>');
        return gt < r->end ? gt + 1 : r->end;
    }
    if (str_starts(rest, STR("<!-->")))
        return r->p + 5;
    for (const char *p = r->p + 4; (p = find_char(p, r->end, '>')) < r->end; p++)
        if (p[-1] == '-' && p[-2] == '-' && p - 2 >= r->p + 2)
            return p + 1;
        else if (p - 3 >= r->p + 4 && p[-1] == '!' && p[-2] == '-' && p[-3] == '-')
            return p + 1;
    return r->end;
}

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && is_blank(*p))
        p++;
    return p;
}

static const char *read_value(const char *p, const char *end, wq_str *value)
{
    if (p < end && (*p == '"' || *p == '\'')) {
        const char *close = find_char(p + 1, end, *p);
        *value = slice(p + 1, close);
        return close < end ? close + 1 : end;
    }
    const char *q = p;
    while (q < end && !is_blank(*q) && *q != '>')
        q++;
    *value = slice(p, q);
    return q;
}

/* One attribute at p, which is no blank, '>' or '/'. */
static const char *read_attr(const char *p, const char *end, html_attr *attr)
{
    const char *q = p + 1; /* a leading '=' belongs to the name */
    while (q < end && !is_blank(*q) && *q != '=' && *q != '>' && *q != '/')
        q++;
    attr->name = slice(p, q);
    attr->value = (wq_str){ "", 0 };
    const char *eq = skip_blanks(q, end);
    if (eq < end && *eq == '=')
        return read_value(skip_blanks(eq + 1, end), end, &attr->value);
    return q;
}

static bool is_raw(html_tag tag)
{
    switch (tag) {
    case TAG_SCRIPT:
    case TAG_STYLE:
    case TAG_TEXTAREA:
    case TAG_TITLE:
    case TAG_XMP:
    case TAG_IFRAME:
    case TAG_NOEMBED:
    case TAG_NOFRAMES:
        return true;
    default:
        return false;
    }
}

/* The tag at r->p ("<x" or "</x").  False where the page ends inside it: then it is no tag at all. */
static bool read_tag(html_reader *r, html_token *t)
{
    bool closing = r->p[1] == '/';
    const char *p = r->p + 1 + closing, *q = p, *end = r->end;
    while (q < end && !is_blank(*q) && *q != '>' && *q != '/')
        q++;
    t->kind = closing ? HTML_CLOSE : HTML_OPEN;
    t->name = slice(p, q);
    t->tag = html_tag_of(t->name);
    t->text = (wq_str){ "", 0 };
    t->self_closed = false;
    t->n_attrs = 0;
    while ((q = skip_blanks(q, end)) < end && *q != '>') {
        t->self_closed = *q == '/';
        if (*q == '/') {
            q++;
            continue;
        }
        html_attr attr;
        q = read_attr(q, end, &attr);
        if (t->n_attrs < HTML_MAX_ATTRS)
            t->attr[t->n_attrs++] = attr;
    }
    r->p = q < end ? q + 1 : end;
    if (!closing && is_raw(t->tag))
        r->raw = t->tag;
    return q < end;
}

/* True where the '<' at p begins a tag or a declaration; otherwise it is text. */
static bool begins_markup(const char *p, const char *end)
{
    if (end - p < 2)
        return false;
    return is_letter(p[1]) || p[1] == '!' || p[1] == '?' || (p[1] == '/' && end - p > 2);
}

static bool read_text(html_reader *r, html_token *t)
{
    const char *p = r->p;
    while ((p = find_char(p, r->end, '<')) < r->end && !begins_markup(p, r->end))
        p++;
    t->kind = HTML_TEXT;
    t->tag = TAG_OTHER;
    t->text = slice(r->p, p);
    t->n_attrs = 0;
    r->p = p;
    return t->text.n > 0;
}

bool html_next(html_reader *r, html_token *t)
{
    while (r->p < r->end) {
        if (r->raw != TAG_OTHER) {
            if (read_raw(r, t))
                return true;
        } else if (*r->p != '<' || !begins_markup(r->p, r->end)) {
            if (read_text(r, t))
                return true;
        } else if (is_letter(r->p[1]) || (r->p[1] == '/' && is_letter(r->p[2]))) {
            if (read_tag(r, t))
                return true;
        } else {
            r->p = skip_declaration(r);
        }
    }
    return false;
}

/* Elements no plain text quotes by accident; one of them in its first part makes a text HTML. */
bool html_is(wq_str page)
{
    enum { LOOK = 64 * 1024, ENOUGH = 2 };
    html_reader r;
    html_token t;
    unsigned seen = 0;
    wq_str start = str_trim(str_sub(page, 0, LOOK));
    if (str_starts(start, STR("<!")) || str_starts(start, STR("<html")))
        return true;
    html_open(&r, start);
    while (html_next(&r, &t)) {
        if (t.kind == HTML_TEXT || t.tag == TAG_OTHER)
            continue;
        if (t.tag == TAG_HTML || t.tag == TAG_BODY || t.tag == TAG_HEAD ||
            t.tag == TAG_META)
            return true;
        if (++seen >= ENOUGH)
            return true;
    }
    return false;
}
