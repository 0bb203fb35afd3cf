/* Search: documents through SQLite's index of folded words, and the sentences in which the words stand. */
#include <unicode/uchar.h>

#include <stdlib.h>

#include "base/utf8.h"
#include "lexicon/word.h"
#include "query/filter.h"
#include "record/words.h"

typedef struct term {
    wq_str form[WORD_MOST_DRESSED]; /* folded; a word with every row of proclitics */
    uint32_t n_forms;
    bool prefix;
    wq_str exact; /* a phrase as it must be written, or p == NULL */
} term;

typedef struct search {
    question *q;        /* documents */
    db_query sentences; /* of one of them */
    VEC(term) terms;    /* in q->mem */
} search;

static const rows_column columns[] = {
    { "published", WQ_TEXT, ROWS_ALWAYS },       { "outlet", WQ_TEXT, ROWS_ALWAYS },
    { "title", WQ_TEXT, ROWS_ALWAYS },           { "events", WQ_INTEGER, ROWS_ALWAYS },
    { "document", WQ_TEXT, ROWS_ALWAYS },        { "url", WQ_TEXT, ROWS_FOR_PROGRAMS },
    { "sentences", WQ_LIST, ROWS_FOR_PROGRAMS }, { "says", WQ_LONG, ROWS_ALWAYS },
};
enum { C_PUBLISHED, C_OUTLET, C_TITLE, C_EVENTS, C_DOCUMENT, C_URL, C_SENTENCES, C_SAYS };

/* ---- the words asked for ----------------------------------------------------------------------- */

/* One blank between words, as the texts have; without what the index would take for its own syntax. */
static wq_str plain(arena *a, wq_str s)
{
    wq_str f = words_fold(a, s);
    char *p = arena_alloc(a, f.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < f.n; i++) {
        char c =
            f.p[i] == '"' || f.p[i] == '*' || (unsigned char)f.p[i] < ' ' ? ' ' : f.p[i];
        if (c != ' ' || (n && p[n - 1] != ' '))
            p[n++] = c;
    }
    while (n && p[n - 1] == ' ')
        n--;
    return (wq_str){ p, n };
}

static void add_term(search *s, wq_str word, bool quoted)
{
    term t = { .form = { plain(&s->q->mem, word) },
               .n_forms = 1,
               .prefix = !quoted && word.n && word.p[word.n - 1] == '*' };
    if (t.form[0].n == 0)
        return;
    if (quoted)
        t.exact = arena_str(&s->q->mem, word.p, word.n);
    else
        t.n_forms = word_dress(&s->q->mem, t.form[0], t.form);
    *vec_push(&s->q->mem, &s->terms) = t;
}

static void read_words(search *s, wq_str words)
{
    while (words.n) {
        bool quoted = words.p[0] == '"';
        words = quoted ? str_sub(words, 1, words.n) : words;
        size_t n = 0;
        while (n < words.n && words.p[n] != '"' &&
               (quoted || (words.p[n] != ' ' && words.p[n] != '\t')))
            n++;
        add_term(s, str_sub(words, 0, n), quoted);
        words = str_sub(words, n + (n < words.n && (quoted || words.p[n] != '"')), words.n);
    }
}

/* The terms as a question to the index: all of them, each in one of its forms, which are phrases. */
static wq_str match_expression(search *s)
{
    buf b = { 0 };
    for (uint32_t i = 0; i < s->terms.n; i++) {
        const term *t = &s->terms.v[i];
        for (uint32_t k = 0; k < t->n_forms; k++)
            buf_printf(&b, "%s\"%.*s\"%s",
                       k   ? " OR "
                       : i ? " AND ("
                           : "(",
                       STR_ARG(t->form[k]), t->prefix ? "*" : "");
        buf_char(&b, ')');
    }
    wq_str text = arena_str(&s->q->mem, b.p, b.n);
    buf_fini(&b);
    return text;
}

/* ---- the question --------------------------------------------------------------------------------- */

typedef struct searched {
    search *s;
    const char *words;
    const wq_filter *filter;
} searched;

/* What is asked of events, apart from time and outlet, which documents have themselves. */
static wq_status ask_events(question *q, const wq_filter *f, wq_error *err)
{
    wq_filter events = *f;
    events.since = events.until = events.source = NULL;
    events.panel = 0;
    if (!events.between[0] && !events.actor && !events.types && !events.modes &&
        !events.statuses && !events.place && events.min_reports < 2 &&
        events.min_confidence <= 0)
        return WQ_OK;
    ask(q, " AND d.id IN (SELECT m.document_id FROM event e JOIN mention m ON m.event_id = "
           "e.id "
           "WHERE 1");
    wq_status st = ask_filter(q, &events, err);
    ask(q, ")");
    return st;
}

static wq_status build(question *q, const void *arg, wq_error *err)
{
    const searched *w = arg;
    search *s = w->s;
    s->q = q;
    read_words(s, str_of(w->words));
    if (s->terms.n == 0)
        return fail(err, WQ_E_USE, 0, "no word to search for in '%.100s'", w->words);
    ask(q,
        "SELECT d.published_day, o.name, d.title, (SELECT count(DISTINCT event_id) FROM "
        "mention m WHERE m.document_id = d.id), d.key, d.url, d.id FROM document_search s "
        "JOIN document d ON d.id = s.rowid LEFT JOIN outlet o ON o.id = d.outlet_id "
        "WHERE document_search MATCH ");
    ask_text(q, match_expression(s));
    for (uint32_t i = 0; i < s->terms.n; i++)
        if (s->terms.v[i].exact.p) {
            ask(q, " AND instr(ifnull(d.title, '') || char(10) || ifnull(d.text, ''), ");
            ask_text(q, s->terms.v[i].exact);
            ask(q, ")");
        }
    wq_status st = w->filter ? ask_documents(q, w->filter, err) : WQ_OK;
    if (st == WQ_OK && w->filter)
        st = ask_events(q, w->filter, err);
    ask(q, " ORDER BY s.rank, d.published_day DESC, d.id");
    ask_limit(q, w->filter);
    return st;
}

static const char sentence_query[] =
    "SELECT substr(CASE s.part WHEN 'title' THEN d.title ELSE d.text END, s.start + 1, "
    "s.\"end\" - s.start), substr(CASE s.part WHEN 'title' THEN d.title_folded ELSE "
    "d.text_folded END, s.folded_start + 1, s.folded_end - s.folded_start) "
    "FROM sentence s JOIN document d ON d.id = s.document_id WHERE s.document_id = ?1 "
    "ORDER BY s.n";

/* ---- sentences ------------------------------------------------------------------------------------- */

static bool is_letter_at(wq_str s, size_t at)
{
    uint32_t cp;
    return at < s.n && utf8_decode(s.p + at, s.n - at, &cp) && u_isalnum((UChar32)cp);
}

static bool is_letter_before(wq_str s, size_t at)
{
    size_t i = at;
    while (i && ((unsigned char)s.p[i - 1] & 0xc0) == 0x80)
        i--;
    return i && is_letter_at(s, i - 1);
}

static bool holds_form(wq_str sentence, wq_str form, bool prefix)
{
    for (size_t from = 0; from < sentence.n;) {
        ptrdiff_t at = str_find(str_sub(sentence, from, sentence.n), form);
        if (at < 0)
            return false;
        size_t start = from + (size_t)at, end = start + form.n;
        if (!is_letter_before(sentence, start) && (prefix || !is_letter_at(sentence, end)))
            return true;
        from = start + 1;
    }
    return false;
}

static bool holds(wq_str sentence, const term *t)
{
    for (uint32_t i = 0; i < t->n_forms; i++)
        if (holds_form(sentence, t->form[i], t->prefix))
            return true;
    return false;
}

static uint32_t terms_in(const search *s, wq_str written, wq_str fold)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->terms.n; i++) {
        const term *t = &s->terms.v[i];
        n += t->exact.p ? str_find(written, t->exact) >= 0 : holds(fold, t);
    }
    return n;
}

/* Those with any of the words, and the first of those with most. */
static wq_status find_sentences(search *s, wq_rows *rows, wq_error *err)
{
    VEC(wq_str) found = { 0 };
    wq_str best = { NULL, 0 };
    uint32_t most = 0;
    wq_status st;
    while ((st = db_step(&s->sentences, err)) == WQ_OK) {
        wq_str text = db_text(&s->sentences, 0);
        uint32_t n = text.p ? terms_in(s, text, db_text(&s->sentences, 1)) : 0;
        if (n == 0)
            continue;
        text = arena_str(&rows->mem, text.p, text.n);
        *vec_push(&rows->mem, &found) = text;
        best = n > most ? text : best;
        most = n > most ? n : most;
    }
    rows_set_list(rows, C_SENTENCES, found.v, found.n);
    rows_set_text(rows, C_SAYS, best);
    return st == WQ_END ? WQ_OK : st;
}

static wq_status next_document(wq_rows *rows, wq_error *err)
{
    search *s = rows->self;
    db_query *q = &s->q->q;
    wq_status st = db_step(q, err);
    if (st != WQ_OK)
        return st;
    for (uint32_t i = C_PUBLISHED; i <= C_URL; i++)
        if (i != C_EVENTS)
            rows_set_text(rows, i, db_text(q, (int)i));
    rows_set_integer(rows, C_EVENTS, db_int(q, C_EVENTS));
    db_reset(&s->sentences);
    db_bind_int(&s->sentences, 1, db_int(q, C_URL + 1));
    return find_sentences(s, rows, err);
}

static void free_search(void *self)
{
    search *s = self;
    db_finish(&s->sentences);
    question_free(s->q);
    free(s);
}

static const rows_source source = { next_document, free_search };

wq_status wq_search(wq_record *record, const char *words, const wq_filter *filter,
                    wq_rows **out, wq_error *err)
{
    search *s = calloc(1, sizeof *s);
    if (!s)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    wq_status st = question_new(record, build, &(searched){ s, words, filter }, &s->q, err);
    if (st == WQ_OK)
        st = db_prepare(record, sentence_query, &s->sentences, err);
    else
        s->q = NULL;
    wq_rows *rows = NULL;
    if (st == WQ_OK &&
        !(rows = rows_new(&source, s, columns, sizeof columns / sizeof *columns)))
        st = fail(err, WQ_E_NOMEM, 0, "out of memory");
    if (rows)
        *out = rows;
    else
        free_search(s);
    return st;
}
