/* Every statement of a date is a candidate of one kind.  Two kinds that agree on a day win over one that
 * does not; otherwise the more reliable kind wins.  Agreement is on the local day:
 *
 *   meta     2020-12-24T23:59:50Z          the same instant, so it speaks for the 25th
 *   json-ld  2020-12-25T01:59:50+02:00     a real offset tells the local day
 *   text     25 December 2020
 *
 * A stamp late in the UTC evening also agrees with the next day, for all Arab zones lie east.          */
#include "page/pubdate.h"
#include "calendar/calendar.h"
#include "page/html_text.h"
#include "page/pattern.h"
#include "page/textmeta.h"

typedef enum date_kind {
    KIND_TEXT,
    KIND_URL,
    KIND_TIME,
    KIND_META,
    KIND_JSON_LD,
    KINDS
} date_kind;

enum {
    MAX_CANDIDATES = 24,
    BYLINE_LETTERS = 40, /* of a line that holds date and byline */
    STAMP_BYTES = 160,   /* of a line that may be a stamp */
    FIRST_YEAR = 1990,   /* before there were Arabic news pages */
    LAST_YEAR = 2099,
    EVENING = 20, /* hour UTC from which it is tomorrow somewhere in the Arab world */
    BEFORE_HEADLINE = 6, /* blocks */
    AFTER_FIRST = 2
};

typedef struct candidate {
    date_kind kind;
    bool weak; /* believed where nothing else speaks */
    calendar_stamp stamp;
    int32_t day;
} candidate;

typedef struct election {
    const lexicon *lex;
    arena *mem;
    candidate c[MAX_CANDIDATES];
    unsigned n;
    int32_t latest; /* day, or CALENDAR_NONE */
} election;

static const char *const kind_names[KINDS] = { "text", "url", "time", "meta", "json-ld" };

/* ---- candidates ------------------------------------------------------------------ */

/* A Hijri year in an ISO stamp. */
static void unhijri(calendar_stamp *s)
{
    if (s->date.year < 1380 || s->date.year > 1500)
        return;
    int32_t day = calendar_from_hijri(s->date.year, s->date.month, s->date.day);
    if (day != CALENDAR_NONE)
        s->date = calendar_from_day(day);
}

static void add(election *e, date_kind kind, bool weak, calendar_stamp stamp)
{
    unhijri(&stamp);
    int32_t day = stamp.date.day > 0 ? calendar_day(stamp.date) : CALENDAR_NONE;
    if (day == CALENDAR_NONE || stamp.date.year < FIRST_YEAR || stamp.date.year > LAST_YEAR)
        return;
    if (e->latest != CALENDAR_NONE && day > e->latest + 1)
        return;
    if (e->n < MAX_CANDIDATES)
        e->c[e->n++] = (candidate){ kind, weak, stamp, day };
}

/* A machine's stamp, or prose in its place. */
static bool add_value(election *e, date_kind kind, bool weak, wq_str value)
{
    calendar_stamp s;
    value = html_decode(e->mem, value);
    if (value.n == 0)
        return false;
    if (!calendar_parse_iso(value, &s) && !calendar_find(e->lex, value, 0, &s))
        return false;
    add(e, kind, weak, s);
    return true;
}

static bool in_window(const html_main *m, uint32_t block)
{
    uint32_t from =
        m->headline != HTML_NO_BLOCK && m->headline < m->first ? m->headline : m->first;
    if (m->first == HTML_NO_BLOCK)
        return from == HTML_NO_BLOCK;
    from -= from > BEFORE_HEADLINE ? BEFORE_HEADLINE : from;
    return block >= from && block <= m->first + AFTER_FIRST;
}

static bool is_related(const html_doc *doc, uint32_t node)
{
    for (uint32_t n = node; n; n = doc->nodes.v[n].parent)
        if (doc->nodes.v[n].kinds & PATTERN_CLASS_RELATED)
            return true;
    return false;
}

static void add_marks(election *e, const html_doc *doc, const html_main *m)
{
    for (uint32_t i = 0; i < doc->marks.n; i++) {
        const html_mark *mark = &doc->marks.v[i];
        if ((mark->kind != MARK_TIME && mark->kind != MARK_DATE) ||
            !in_window(m, mark->block) || is_related(doc, mark->node))
            continue;
        bool weak = mark->kind == MARK_TIME; /* may be the last change */
        if (!mark->value.p || !add_value(e, KIND_TIME, weak, mark->value))
            add_value(e, KIND_TIME, weak, str_sub(mark->text, 0, STAMP_BYTES));
    }
}

static bool says_date(const html_doc *doc, uint32_t node)
{
    for (unsigned up = 0; node && up < 2; up++, node = doc->nodes.v[node].parent)
        if (doc->nodes.v[node].kinds & PATTERN_CLASS_DATE)
            return true;
    return false;
}

/* `meta`: the line stands between headline and text, where a date may share it with a byline. */
static void add_line(election *e, const html_doc *doc, uint32_t i, bool meta)
{
    const html_block *b = &doc->blocks.v[i];
    calendar_stamp s;
    if (b->text.n > STAMP_BYTES || is_related(doc, b->node))
        return;
    if (pattern_line(e->lex, b->text) & PATTERN_UPDATED)
        return;
    if (textmeta_date(e->lex, e->mem, b->text, &s) ||
        ((says_date(doc, b->node) || (meta && b->letters < BYLINE_LETTERS)) &&
         calendar_find(e->lex, b->text, 0, &s)))
        add(e, KIND_TEXT, false, s);
}

static unsigned add_range(election *e, const html_doc *doc, uint32_t from, uint32_t to,
                          bool meta)
{
    unsigned before = e->n;
    for (uint32_t i = from; i < doc->blocks.n && i < to; i++)
        add_line(e, doc, i, meta && !html_heading(doc->nodes.v[doc->blocks.v[i].node].tag));
    return e->n - before;
}

/* Lines between headline and text; failing those, the ones above (where the page may show the day it
 * was fetched) or the ones that follow the text.                                                   */
static void add_lines(election *e, const html_doc *doc, const html_main *m)
{
    if (m->first == HTML_NO_BLOCK)
        return;
    bool headed = m->headline != HTML_NO_BLOCK && m->headline < m->first;
    uint32_t from = headed ? m->headline + 1 : m->first;
    uint32_t above = from > BEFORE_HEADLINE ? from - BEFORE_HEADLINE : 0;
    if (add_range(e, doc, from, m->first, headed) == 0 &&
        add_range(e, doc, m->first, m->first + AFTER_FIRST + 1, false) == 0 &&
        add_range(e, doc, above, from, false) == 0)
        add_range(e, doc, m->last + 1, m->last + 1 + AFTER_FIRST, false);
}

/* ---- URL --------------------------------------------------------------------------- */

typedef struct url_number {
    int value;
    size_t digits;
    char before, after;
} url_number;

enum { MAX_NUMBERS = 24 };

/* Numbers of the path that stand between separators. */
static unsigned path_numbers(wq_str url, url_number *out)
{
    unsigned n = 0;
    ptrdiff_t host = str_find(url, STR("://"));
    size_t i = host < 0 ? 0 : (size_t)host + 3;
    while (i < url.n && url.p[i] != '/')
        i++;
    while (i < url.n && n < MAX_NUMBERS) {
        size_t from = i;
        int v = 0;
        for (; i < url.n && url.p[i] >= '0' && url.p[i] <= '9'; i++)
            v = i - from < 8 ? v * 10 + (url.p[i] - '0') : v;
        char before = from ? url.p[from - 1] : '/';
        if (i > from && i - from <= 8 && strchr("/-_.=", before))
            out[n++] = (url_number){ v, i - from, before, i < url.n ? url.p[i] : '/' };
        i += i == from || i < url.n;
    }
    return n;
}

static bool url_date(int y, int m, int d, calendar_stamp *s)
{
    *s = (calendar_stamp){ .date = { y, m, d }, .hour = -1, .minute = -1, .second = -1 };
    return y >= FIRST_YEAR && y <= LAST_YEAR && calendar_valid(s->date);
}

/* 20200824, 2020/8/24, 2013/section/8/3, 24-8-2020. */
static bool find_in_url(wq_str url, calendar_stamp *s)
{
    url_number v[MAX_NUMBERS];
    unsigned n = path_numbers(url, v);
    for (unsigned i = 0; i < n; i++) {
        if (v[i].digits == 8 &&
            url_date(v[i].value / 10000, v[i].value / 100 % 100, v[i].value % 100, s))
            return true;
        if (i + 2 >= n || v[i + 1].digits > 2 || strchr("/-_.", v[i + 1].after) == NULL)
            continue;
        if (v[i].digits == 4 && v[i + 2].digits <= 2 &&
            url_date(v[i].value, v[i + 1].value, v[i + 2].value, s))
            return true;
        if (v[i].digits <= 2 && v[i + 2].digits == 4 &&
            url_date(v[i + 2].value, v[i + 1].value, v[i].value, s))
            return true;
    }
    return false;
}

static void add_url(election *e, wq_str url)
{
    calendar_stamp s;
    if (url.n && find_in_url(url, &s))
        add(e, KIND_URL, false, s);
}

/* ---- the vote ------------------------------------------------------------------------- */

static bool has_instant(const candidate *c)
{
    return c->stamp.has_offset && c->stamp.hour >= 0;
}

/* Minutes since the epoch, UTC. */
static int64_t instant(const candidate *c)
{
    return (int64_t)c->day * 1440 + c->stamp.hour * 60 + c->stamp.minute - c->stamp.offset;
}

/* True where `other` speaks for the day of `c`. */
static bool agrees(const candidate *c, const candidate *other)
{
    if (c->day == other->day)
        return true;
    if (!has_instant(other) || other->stamp.offset != 0)
        return false;
    if (has_instant(c))
        return c->stamp.offset != 0 && instant(c) == instant(other);
    return other->day + 1 == c->day && other->stamp.hour >= EVENING;
}

static unsigned votes_for(const election *e, const candidate *c)
{
    unsigned kinds = 0, count = 0;
    for (unsigned i = 0; i < e->n; i++)
        if (agrees(c, &e->c[i]))
            kinds |= 1u << e->c[i].kind;
    for (; kinds; kinds &= kinds - 1)
        count++;
    return count;
}

/* How much one stamp says: a zone of its own, a clock, only a day. */
static unsigned detail(const candidate *c)
{
    if (c->stamp.hour < 0)
        return 0;
    return c->stamp.has_offset && c->stamp.offset != 0 ? 3 : c->stamp.has_offset ? 2 : 1;
}

static bool is_better(const election *e, const candidate *c, const candidate *than)
{
    unsigned votes = votes_for(e, c), others = votes_for(e, than);
    if (votes != others)
        return votes > others;
    if (c->weak != than->weak && c->day != than->day)
        return than->weak;
    if (c->day == than->day && detail(c) != detail(than))
        return detail(c) > detail(than);
    return c->kind > than->kind;
}

/* A zone of "Z" beside a visible clock that shows the same figures is local time in disguise. */
static bool zone_lies(const election *e, const candidate *c)
{
    if (!has_instant(c) || c->stamp.offset != 0)
        return false;
    for (unsigned i = 0; i < e->n; i++)
        if (e->c[i].kind == KIND_TEXT && e->c[i].day == c->day &&
            !e->c[i].stamp.has_offset && e->c[i].stamp.hour == c->stamp.hour &&
            e->c[i].stamp.minute == c->stamp.minute)
            return true;
    return false;
}

static void announce(const election *e, page_article *out)
{
    const candidate *best = NULL;
    for (unsigned i = 0; i < e->n; i++)
        if (!best || is_better(e, &e->c[i], best))
            best = &e->c[i];
    if (!best)
        return;
    calendar_stamp s = best->stamp;
    if (zone_lies(e, best))
        s.has_offset = false;
    out->published = calendar_print(e->mem, &s);
    out->published_from = str_of(kind_names[best->kind]);
}

static int32_t day_of(wq_str iso)
{
    calendar_stamp s;
    return iso.n && calendar_parse_iso(iso, &s) ? calendar_day(s.date) : CALENDAR_NONE;
}

void pubdate_html(const lexicon *lex, arena *a, const html_doc *doc,
                  const meta_facts *facts, const html_main *m, wq_str crawled,
                  page_article *out)
{
    if (out->published.p)
        return;
    election e = { .lex = lex, .mem = a, .latest = day_of(crawled) };
    if (facts->ld.published.p)
        add_value(&e, KIND_JSON_LD, false, facts->ld.published);
    for (uint32_t i = 0; i < facts->n_dates; i++)
        add_value(&e, KIND_META, facts->dates[i].weak, facts->dates[i].value);
    add_marks(&e, doc, m);
    add_lines(&e, doc, m);
    add_url(&e, out->url);
    add_url(&e, doc->canonical);
    add_url(&e, facts->url);
    announce(&e, out);
}

void pubdate_url(arena *a, wq_str crawled, page_article *out)
{
    if (out->published.p)
        return;
    election e = { .mem = a, .latest = day_of(crawled) };
    add_url(&e, out->url);
    announce(&e, out);
}
