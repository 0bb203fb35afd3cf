#include "page/meta.h"
#include "page/compare.h"
#include "page/html_text.h"
#include "page/pattern.h"
#include "page/textmeta.h"

/* ---- meta elements --------------------------------------------------------- */

typedef enum fact {
    FACT_TITLE,
    FACT_DESCRIPTION,
    FACT_SITE,
    FACT_AUTHOR,
    FACT_URL,
    FACT_DATE,
    FACT_WEAK_DATE
} fact;

/* Earlier rows of a fact win over later ones. */
static const struct meta_name {
    const char *name;
    fact fact;
} names[] = {
    { "og:title", FACT_TITLE },
    { "twitter:title", FACT_TITLE },
    { "headline", FACT_TITLE },
    { "parsely-title", FACT_TITLE },
    { "sailthru.title", FACT_TITLE },
    { "dc.title", FACT_TITLE },
    { "dcterms.title", FACT_TITLE },
    { "title", FACT_TITLE },
    { "og:description", FACT_DESCRIPTION },
    { "description", FACT_DESCRIPTION },
    { "twitter:description", FACT_DESCRIPTION },
    { "dc.description", FACT_DESCRIPTION },
    { "og:site_name", FACT_SITE },
    { "application-name", FACT_SITE },
    { "apple-mobile-web-app-title", FACT_SITE },
    { "author", FACT_AUTHOR },
    { "article:author", FACT_AUTHOR },
    { "article:author_name", FACT_AUTHOR },
    { "dc.creator", FACT_AUTHOR },
    { "dcterms.creator", FACT_AUTHOR },
    { "parsely-author", FACT_AUTHOR },
    { "sailthru.author", FACT_AUTHOR },
    { "byl", FACT_AUTHOR },
    { "og:url", FACT_URL },
    { "article:published_time", FACT_DATE },
    { "article:published", FACT_DATE },
    { "og:article:published_time", FACT_DATE },
    { "og:published_time", FACT_DATE },
    { "og:pubdate", FACT_DATE },
    { "datepublished", FACT_DATE },
    { "rnews:datepublished", FACT_DATE },
    { "article.published", FACT_DATE },
    { "article:publication_date", FACT_DATE },
    { "article:post_date", FACT_DATE },
    { "parsely-pub-date", FACT_DATE },
    { "sailthru.date", FACT_DATE },
    { "cxenseparse:recs:publishtime", FACT_DATE },
    { "cxenseparse:publishtime", FACT_DATE },
    { "publishdate", FACT_DATE },
    { "publish-date", FACT_DATE },
    { "publish_date", FACT_DATE },
    { "published_date", FACT_DATE },
    { "published-date", FACT_DATE },
    { "publishtime", FACT_DATE },
    { "publication_date", FACT_DATE },
    { "publication-date", FACT_DATE },
    { "pubdate", FACT_DATE },
    { "date", FACT_WEAK_DATE },
    { "dc.date", FACT_WEAK_DATE },
    { "dc.date.issued", FACT_DATE },
    { "dcterms.date", FACT_WEAK_DATE },
    { "dcterms.issued", FACT_DATE },
    { "dcterms.created", FACT_WEAK_DATE },
    { "dc.date.created", FACT_WEAK_DATE },
    { "date.created", FACT_WEAK_DATE },
    { "datecreated", FACT_WEAK_DATE },
    { "originalpublicationdate", FACT_DATE },
};

enum { N_META_NAMES = sizeof names / sizeof names[0] };

static int name_index(wq_str name)
{
    for (int i = 0; i < N_META_NAMES; i++)
        if (str_eq_nocase(name, str_of(names[i].name)))
            return i;
    return -1;
}

static bool has_char(wq_str s, char c)
{
    return s.n && memchr(s.p, c, s.n);
}

/* Decoded twice: templates escape for HTML what is already escaped. */
static wq_str value_of(arena *a, wq_str s)
{
    wq_str once = html_decode(a, s);
    return has_char(once, '&') ? html_decode(a, once) : once;
}

static bool is_url(wq_str s)
{
    return str_find(s, STR("://")) >= 0 || str_starts(s, STR("www.")) ||
           (!has_char(s, ' ') && has_char(s, '.') && has_char(s, '/'));
}

static bool is_acceptable(fact f, wq_str value)
{
    if (value.n == 0)
        return false;
    if (f == FACT_SITE || f == FACT_AUTHOR)
        return !is_url(value) && value.p[0] != '@';
    return true;
}

static void take_date(meta_facts *facts, wq_str value, bool weak)
{
    if (facts->n_dates == META_MAX_DATES)
        return;
    facts->dates[facts->n_dates].value = value;
    facts->dates[facts->n_dates++].weak = weak;
}

/* True where a title begins or ends with the name. */
static bool is_affix(arena *a, wq_str name, wq_str title)
{
    wq_str key = compare_key(a, name), whole = compare_key(a, title);
    return key.n >= 6 && key.n * 2 < whole.n &&
           (str_starts(whole, key) || str_ends(whole, key));
}

meta_facts meta_read(arena *a, const html_doc *doc)
{
    meta_facts facts = { 0 };
    wq_str *slots[] = { &facts.title, &facts.description, &facts.site, &facts.author,
                        &facts.url };
    int ranks[] = { N_META_NAMES, N_META_NAMES, N_META_NAMES, N_META_NAMES, N_META_NAMES };
    for (uint32_t i = 0; i < doc->metas.n; i++) {
        int at = name_index(str_trim(doc->metas.v[i].name));
        if (at < 0)
            continue;
        fact f = names[at].fact;
        wq_str value = value_of(a, doc->metas.v[i].content);
        if (!is_acceptable(f, value))
            continue;
        if (f == FACT_DATE || f == FACT_WEAK_DATE) {
            take_date(&facts, value, f == FACT_WEAK_DATE);
        } else if (at < ranks[f]) {
            *slots[f] = value;
            ranks[f] = at;
        }
    }
    facts.ld = json_ld_read(a, doc);
    if (!facts.site.p && is_affix(a, facts.author, doc->title)) {
        facts.site = facts.author; /* the outlet names itself the author */
        facts.author = (wq_str){ NULL, 0 };
    }
    if (!facts.title.p)
        facts.title = facts.ld.headline.p ? facts.ld.headline : doc->title;
    if (!facts.description.p)
        facts.description = facts.ld.description;
    return facts;
}

/* ---- title ------------------------------------------------------------------- */

static const char *const separators[] = {
    " - ",  " | ",        " \xe2\x80\x93 ", " \xe2\x80\x94 ",
    " :: ", " \xc2\xbb ", " \xe2\x80\xa2 ", "|",
    " : "
};

/* The last place of any separator in `s`, or -1; *width is its length. */
static ptrdiff_t last_separator(wq_str s, size_t *width)
{
    ptrdiff_t best = -1;
    for (size_t k = 0; k < sizeof separators / sizeof separators[0]; k++) {
        wq_str sep = str_of(separators[k]);
        for (size_t from = 0;;) {
            ptrdiff_t at = str_find(str_sub(s, from, s.n), sep);
            if (at < 0)
                break;
            if ((ptrdiff_t)from + at > best) {
                best = (ptrdiff_t)from + at;
                *width = sep.n;
            }
            from += (size_t)at + sep.n;
        }
    }
    return best;
}

static unsigned count_words(wq_str s)
{
    unsigned n = 0;
    for (wq_str word; str_next(&s, ' ', &word);)
        n += word.n > 0;
    return n;
}

static bool names_site(arena *a, wq_str part, wq_str site)
{
    if (site.n == 0)
        return count_words(part) <= 4;
    return compare_within(compare_key(a, part), compare_key(a, site), 6);
}

/* A title without the site's name, and the sections named before it. */
static wq_str strip_site(arena *a, wq_str title, wq_str site)
{
    wq_str rest = str_trim(title);
    size_t width = 0;
    for (int round = 0; round < 3; round++) {
        ptrdiff_t at = last_separator(rest, &width);
        if (at <= 0)
            break;
        wq_str head = str_trim(str_sub(rest, 0, (size_t)at));
        wq_str tail = str_trim(str_sub(rest, (size_t)at + width, rest.n));
        bool site_last = names_site(a, tail, site) || (round && count_words(tail) <= 3);
        if (site_last && count_words(head) >= 3)
            rest = head;
        else if (site.n && names_site(a, head, site) && count_words(tail) >= 3)
            rest = tail;
        else
            break;
    }
    return rest;
}

static bool ends_cut_short(wq_str s)
{
    return str_ends(s, STR("...")) || str_ends(s, STR("\xe2\x80\xa6"));
}

/* The headline as the page shows it, where it agrees with what the page states. */
static wq_str choose_title(arena *a, const html_doc *doc, const meta_facts *facts,
                           const html_main *m, wq_str site)
{
    wq_str stated = strip_site(a, facts->title, site);
    if (m->headline == HTML_NO_BLOCK)
        return stated;
    wq_str shown = doc->blocks.v[m->headline].text;
    if (facts->title.n == 0)
        return shown;
    const html_node *node = &doc->nodes.v[doc->blocks.v[m->headline].node];
    wq_str key = compare_key(a, shown), whole = compare_key(a, facts->title);
    if (!compare_within(key, whole, 0)) /* the page's own <title> may name the site alone */
        return str_eq(facts->title, doc->title) ? shown : stated;
    if (!html_heading(node->tag) && !(node->kinds & PATTERN_CLASS_TITLE) && key.n > whole.n)
        return stated; /* a breadcrumb ends with the title */
    if (key.n <= whole.n)
        return key.n * 3 >= whole.n ? shown : stated;
    return key.n <= whole.n + whole.n / 2 || ends_cut_short(facts->title) ? shown : stated;
}

/* ---- outlet -------------------------------------------------------------------- */

wq_str meta_host(arena *a, wq_str url)
{
    ptrdiff_t at = str_find(url, STR("://"));
    if (at < 0)
        return (wq_str){ NULL, 0 };
    wq_str rest = str_sub(url, (size_t)at + 3, url.n);
    size_t n = 0;
    while (n < rest.n && rest.p[n] != '/' && rest.p[n] != ':' && rest.p[n] != '?' &&
           rest.p[n] != '#')
        n++;
    rest = str_sub(rest, 0, n);
    if (str_starts(rest, STR("www.")))
        rest = str_sub(rest, 4, rest.n);
    if (rest.n == 0)
        return (wq_str){ NULL, 0 };
    char *host = arena_alloc(a, rest.n + 1);
    for (size_t i = 0; i < rest.n; i++)
        host[i] =
            (char)(rest.p[i] >= 'A' && rest.p[i] <= 'Z' ? rest.p[i] | 0x20 : rest.p[i]);
    return (wq_str){ host, rest.n };
}

static wq_str choose_outlet(arena *a, const html_doc *doc, const meta_facts *facts,
                            wq_str url)
{
    if (facts->site.n)
        return facts->site;
    if (facts->ld.publisher.n && !is_url(facts->ld.publisher))
        return facts->ld.publisher;
    wq_str urls[] = { url, value_of(a, doc->canonical), facts->url };
    for (size_t i = 0; i < sizeof urls / sizeof urls[0]; i++) {
        wq_str host = meta_host(a, urls[i]);
        if (host.p)
            return host;
    }
    return (wq_str){ NULL, 0 };
}

/* ---- byline --------------------------------------------------------------------- */

enum { MAX_BYLINE = 160 };

static bool has_arabic(wq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0xd8 && (unsigned char)s.p[i] <= 0xdb)
            return true;
    return false;
}

/* A person or agency: not the outlet itself, no address, no name of an account. */
static bool is_name(arena *a, wq_str s, wq_str outlet)
{
    if (s.n < 3 || s.n > MAX_BYLINE || is_url(s) || has_char(s, '@'))
        return false;
    if (!has_arabic(s) && !has_char(s, ' '))
        return false;
    return !outlet.n || !str_eq(compare_key(a, s), compare_key(a, outlet));
}

/* The name in a line that is known to hold one; its introduction may lack the colon that shows it. */
static wq_str byline_of_line(const lexicon *lex, arena *a, wq_str line)
{
    wq_str name = textmeta_byline(lex, line);
    const char *space = line.n && line.n <= MAX_BYLINE ? memchr(line.p, ' ', line.n) : NULL;
    if (name.p || !space)
        return name.p ? name : line;
    wq_str verb = str_sub(line, 0, (size_t)(space - line.p));
    wq_str rest = str_sub(line, verb.n, line.n);
    name = textmeta_byline(lex, arena_printf(a, "%.*s:%.*s", STR_ARG(verb), STR_ARG(rest)));
    return name.p && str_eq(name, str_trim(rest)) ? name : line;
}

static bool is_near(const html_main *m, uint32_t block)
{
    uint32_t from = m->headline != HTML_NO_BLOCK ? m->headline : m->first;
    if (from == HTML_NO_BLOCK)
        return true;
    from -= from > 4 ? 4 : from;
    return block >= from && (m->last == HTML_NO_BLOCK || block <= m->last + 4);
}

static wq_str marked_author(const lexicon *lex, arena *a, const html_doc *doc,
                            const html_main *m, wq_str outlet)
{
    for (uint32_t i = 0; i < doc->marks.n; i++) {
        const html_mark *mark = &doc->marks.v[i];
        if (mark->kind != MARK_AUTHOR || !is_near(m, mark->block))
            continue;
        wq_str name =
            byline_of_line(lex, a, mark->text.n ? mark->text : value_of(a, mark->value));
        if (is_name(a, name, outlet))
            return name;
    }
    return (wq_str){ NULL, 0 };
}

static bool says_byline(const html_doc *doc, uint32_t node)
{
    for (unsigned up = 0; node && up < 3; up++, node = doc->nodes.v[node].parent)
        if (doc->nodes.v[node].kinds & PATTERN_CLASS_BYLINE)
            return true;
    return false;
}

/* The name in one line: by its words, or, where its class says so, all of it. */
static wq_str author_of_line(const lexicon *lex, arena *a, wq_str line, bool marked)
{
    wq_str name = textmeta_byline(lex, line);
    calendar_stamp stamp;
    if (name.p || !marked || !has_arabic(line) || count_words(line) > 6 ||
        textmeta_date(lex, a, line, &stamp))
        return name;
    return byline_of_line(lex, a, line);
}

/* Where lines that may be a byline begin: `head` for all, a little above for those whose class says so,
 * because a columnist stands above the title.                                                         */
static uint32_t author_window(const html_main *m, uint32_t *head)
{
    bool headed = m->headline != HTML_NO_BLOCK && m->headline < m->first;
    *head = headed ? m->headline : m->first;
    if (*head + 40 < m->first)
        *head = m->first - 40;
    return *head > 6 ? *head - 6 : 0;
}

/* Lines around the headline and the end of the text. */
static wq_str visible_author(const lexicon *lex, arena *a, const html_doc *doc,
                             const html_main *m, wq_str outlet)
{
    uint32_t head;
    uint32_t from = author_window(m, &head);
    for (uint32_t i = from;
         m->first != HTML_NO_BLOCK && i < doc->blocks.n && i <= m->last + 2; i++) {
        const html_block *b = &doc->blocks.v[i];
        bool edge = (i >= head && i <= m->first + 1) || i >= m->last;
        bool marked = says_byline(doc, b->node);
        if (b->text.n > MAX_BYLINE || i == m->headline ||
            (!marked && (!edge || html_in_furniture(doc, b->node))))
            continue;
        wq_str name = author_of_line(lex, a, b->text, marked);
        if (name.p && is_name(a, name, outlet))
            return name;
    }
    return (wq_str){ NULL, 0 };
}

static wq_str choose_byline(const lexicon *lex, arena *a, const html_doc *doc,
                            const meta_facts *facts, const html_main *m, wq_str outlet)
{
    if (is_name(a, facts->ld.author, outlet))
        return byline_of_line(lex, a, facts->ld.author);
    if (is_name(a, facts->author, outlet))
        return byline_of_line(lex, a, facts->author);
    wq_str name = marked_author(lex, a, doc, m, outlet);
    return name.p ? name : visible_author(lex, a, doc, m, outlet);
}

/* The name that <title> has beside the article's title, where nothing else names the outlet. */
static wq_str beside_title(wq_str whole, wq_str title)
{
    ptrdiff_t at = title.n ? str_find(whole, title) : -1;
    if (at < 0)
        return (wq_str){ NULL, 0 };
    wq_str before = str_sub(whole, 0, (size_t)at);
    wq_str after = str_sub(whole, (size_t)at + title.n, whole.n);
    wq_str rest = str_trim(after.n > before.n ? after : before);
    size_t width = 0;
    ptrdiff_t cut = -1;
    while (rest.n && strchr("-|:", rest.p[0]))
        rest = str_trim(str_sub(rest, 1, rest.n));
    while (rest.n && strchr("-|:", rest.p[rest.n - 1]))
        rest = str_trim(str_sub(rest, 0, rest.n - 1));
    if (after.n > before.n && (cut = last_separator(rest, &width)) > 0)
        rest = str_trim(str_sub(rest, (size_t)cut + width, rest.n));
    return rest.n >= 4 && count_words(rest) <= 4 && has_arabic(rest) ? rest
                                                                     : (wq_str){ NULL, 0 };
}

void meta_article(const lexicon *lex, arena *a, const html_doc *doc,
                  const meta_facts *facts, const html_main *m, page_article *out)
{
    if (!out->outlet.p)
        out->outlet = choose_outlet(a, doc, facts, out->url);
    if (!out->title.p) {
        wq_str title = choose_title(a, doc, facts, m,
                                    facts->site.n ? facts->site : facts->ld.publisher);
        out->title = title.n ? title : (wq_str){ NULL, 0 };
    }
    if (!out->outlet.p && out->title.p)
        out->outlet = beside_title(doc->title, out->title);
    if (!out->byline.p)
        out->byline = choose_byline(lex, a, doc, facts, m, out->outlet);
}
