/* What every document promises, whatever its language: keys, codes, spans that slice back to the text. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness.h"
#include "waqai/waqai.h"

typedef struct check {
    const char *id;    /* of the document at hand */
    const char *where; /* which object of it */
    const cJSON *doc;
    unsigned documents, events, failed;
} check;

static void want(check *c, int holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "%s: %s: %s\n", c->id, c->where, what);
    c->failed++;
}

static const cJSON *get(const cJSON *o, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(o, key);
}

static const char *text_of(const cJSON *o, const char *key)
{
    return cJSON_GetStringValue(get(o, key));
}

/* Exactly these keys, in this order; a text is null rather than empty. */
static void want_keys(check *c, const cJSON *o, const char *keys)
{
    char found[512] = "";
    const cJSON *one;
    cJSON_ArrayForEach(one, o)
    {
        size_t n = strlen(found);
        snprintf(found + n, sizeof found - n, "%s%s", n ? " " : "", one->string);
        const char *s = cJSON_GetStringValue(one);
        want(c, !s || *s || strcmp(one->string, "text") == 0,
             "an empty string instead of null");
    }
    if (strcmp(found, keys) != 0)
        want(c, 0, found);
}

static int is_one_of(const char *word, const char *list)
{
    size_t n = word ? strlen(word) : 0;
    for (const char *at = list; n && (at = strstr(at, word)) != NULL; at += n)
        if ((at == list || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
            return 1;
    return 0;
}

/* ---- spans ---------------------------------------------------------------------------------- */

static const char *skip_code_points(const char *s, double n)
{
    for (; n > 0 && *s; n--)
        for (s++; ((unsigned char)*s & 0xc0) == 0x80;)
            s++;
    return n > 0 ? NULL : s;
}

static void want_slice(check *c, const cJSON *o, const char *part, const char *text)
{
    const cJSON *start = get(o, "start"), *end = get(o, "end");
    const char *whole = text_of(c->doc, part);
    int numbers = cJSON_IsNumber(start) && cJSON_IsNumber(end);
    want(c, numbers && whole && text, "no span");
    if (!numbers || !whole || !text)
        return;
    const char *from = skip_code_points(whole, start->valuedouble);
    const char *to = skip_code_points(whole, end->valuedouble);
    int fits = from && to && from < to && (size_t)(to - from) == strlen(text) &&
               memcmp(from, text, strlen(text)) == 0;
    want(c, fits, "the span is not the text");
}

static void want_span(check *c, const cJSON *o)
{
    const char *part = text_of(o, "part");
    want(c, is_one_of(part, "title text"), "part");
    if (part)
        want_slice(c, o, part, text_of(o, "text"));
}

static int stands(const check *c, const char *text)
{
    const char *title = text_of(c->doc, "title"), *body = text_of(c->doc, "text");
    return (title && strstr(title, text)) || strstr(body, text);
}

/* A text without a span of its own still stands in the article; of "للرياض" the article has lost its alef. */
static void want_written(check *c, const char *text)
{
    static const char article[] = "ال";
    const size_t alef = strlen("ا");
    int defined = text && strncmp(text, article, strlen(article)) == 0;
    want(c, text && *text && (stands(c, text) || (defined && stands(c, text + alef))),
         "no text of the article");
}

static int inside(const cJSON *in, const cJSON *out)
{
    return strcmp(text_of(in, "part"), text_of(out, "part")) == 0 &&
           get(in, "start")->valuedouble >= get(out, "start")->valuedouble &&
           get(in, "end")->valuedouble <= get(out, "end")->valuedouble;
}

/* ---- times, quotations ------------------------------------------------------------------------ */

static int is_day(const char *s)
{
    int y, m, d, n = 0;
    return s && strlen(s) == 10 && sscanf(s, "%4d-%2d-%2d%n", &y, &m, &d, &n) == 3 &&
           n == 10;
}

static void want_days(check *c, const cJSON *o)
{
    const char *first = text_of(o, "first"), *last = text_of(o, "last");
    want(c, !first == !last, "first without last");
    want(c, !first || (is_day(first) && is_day(last) && strcmp(first, last) <= 0), "days");
    want(c, !first || text_of(o, "value"), "days without a value");
}

static void check_time(check *c, const cJSON *t)
{
    const char *type = text_of(t, "type");
    c->where = "time";
    want_keys(c, t, "text part start end type value first last");
    want_span(c, t);
    want(c, is_one_of(type, "DATE TIME DURATION SET"), "type");
    want_days(c, t);
    want(c, !is_one_of(type, "DURATION SET") || !text_of(t, "first"),
         "days of a duration or a set");
}

static void check_quote(check *c, const cJSON *q)
{
    c->where = "quotation";
    want_keys(c, q, "speaker speaker_id cue content direct start end");
    want(c, cJSON_IsBool(get(q, "direct")), "direct");
    want_slice(c, q, "text", text_of(q, "content"));
}

/* ---- events ------------------------------------------------------------------------------------ */

static void check_actor(check *c, const cJSON *a)
{
    const cJSON *one, *sectors = get(a, "sectors");
    const char *country = text_of(a, "country"), *sector = text_of(a, "sector");
    int found = sector == NULL && cJSON_GetArraySize(sectors) == 0;
    c->where = "actor";
    want_keys(c, a, "text name id country sector sectors role part start end");
    want_span(c, a);
    want(c,
         !country ||
             (strlen(country) == 3 && strspn(country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3),
         "country");
    cJSON_ArrayForEach(one, sectors)
    {
        const char *s = cJSON_GetStringValue(one);
        found = found || (sector && s && strcmp(s, sector) == 0);
    }
    want(c, found, "the primary sector is not among the sectors");
}

static void check_place(check *c, const cJSON *p)
{
    c->where = "place";
    want_keys(c, p, "text name country geonames lat lon");
    if (text_of(p, "text"))
        want_written(c, text_of(p, "text"));
    else
        want(c, text_of(p, "country") != NULL, "neither words nor a country");
    int numbers = cJSON_IsNumber(get(p, "geonames")) + cJSON_IsNumber(get(p, "lat")) +
                  cJSON_IsNumber(get(p, "lon"));
    want(c, numbers == 0 || numbers == 3, "coordinates");
}

static void check_date(check *c, const cJSON *d)
{
    c->where = "date of an event";
    want_keys(c, d, "value first last part text start end");
    want_span(c, d);
    want_days(c, d);
}

static void check_codes(check *c, const cJSON *e)
{
    const char *types = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST "
                        "ACCUSE REJECT THREATEN PROTEST "
                        "SANCTION MOBILIZE COERCE ASSAULT";
    const char *plover = text_of(e, "plover");
    const cJSON *quad = get(e, "quad"), *confidence = get(e, "confidence");
    want(c, is_one_of(text_of(e, "type"), types), "type");
    want(c, !plover || is_one_of(plover, types), "plover");
    want(c, !plover == !text_of(e, "cameo"), "cameo without plover");
    want(c,
         plover ? cJSON_IsNumber(quad) && quad->valueint >= 1 && quad->valueint <= 4
                : cJSON_IsNull(quad),
         "quad");
    want(c,
         is_one_of(text_of(e, "status"),
                   "occurred ongoing planned proposed denied hypothetical"),
         "status");
    want(c,
         cJSON_IsNumber(confidence) && confidence->valuedouble >= 0 &&
             confidence->valuedouble <= 1,
         "confidence");
    want(c, cJSON_IsArray(get(e, "contexts")) && cJSON_GetArraySize(get(e, "why")) > 0,
         "contexts, why");
}

static void each(check *c, const cJSON *list, void (*f)(check *, const cJSON *))
{
    const cJSON *one;
    want(c, cJSON_IsArray(list), "no list");
    cJSON_ArrayForEach(one, list)
    {
        f(c, one);
    }
}

static void check_source(check *c, const cJSON *s)
{
    c->where = "attribution";
    want_keys(c, s, "text id cue stance");
    want_written(c, text_of(s, "text"));
    want(c, is_one_of(text_of(s, "stance"), "neutral assertive doubtful denied"), "stance");
}

static void check_size(check *c, const cJSON *s)
{
    const cJSON *least = get(s, "least"), *most = get(s, "most");
    c->where = "size";
    want_keys(c, s, "kind least most approximate part text start end");
    want(c,
         is_one_of(text_of(s, "kind"),
                   "dead injured arrested abducted displaced participants"),
         "kind");
    want(c,
         cJSON_IsNumber(least) &&
             (cJSON_IsNull(most) || most->valuedouble >= least->valuedouble),
         "least, most");
    want_span(c, s);
}

static void check_event(check *c, const cJSON *e)
{
    c->where = "event";
    c->events++;
    want_keys(c, e,
              "id type mode contexts plover cameo quad status actor recipient date place "
              "attribution size trigger "
              "evidence confidence why");
    check_codes(c, e);
    want_keys(c, get(e, "trigger"), "part text start end");
    want_keys(c, get(e, "evidence"), "part text start end");
    want_span(c, get(e, "trigger"));
    want_span(c, get(e, "evidence"));
    want(c, inside(get(e, "trigger"), get(e, "evidence")),
         "the trigger is not in the evidence");
    each(c, get(e, "actor"), check_actor);
    each(c, get(e, "recipient"), check_actor);
    each(c, get(e, "attribution"), check_source);
    each(c, get(e, "size"), check_size);
    if (!cJSON_IsNull(get(e, "date")))
        check_date(c, get(e, "date"));
    if (!cJSON_IsNull(get(e, "place")))
        check_place(c, get(e, "place"));
}

/* ---- documents --------------------------------------------------------------------------------- */

static cJSON *parse_line(check *c, const wq_text *line, size_t *at)
{
    const char *end = memchr(line->p + *at, '\n', line->n - *at);
    c->where = "line";
    want(c, end != NULL, "no line feed");
    size_t n = end ? (size_t)(end - line->p) - *at : line->n - *at;
    cJSON *o = cJSON_ParseWithLength(line->p + *at, n);
    want(c, cJSON_IsObject(o), "no JSON object");
    *at += n + 1;
    return o;
}

static void check_document(check *c, const wq_document *doc)
{
    wq_text line = wq_document_write(doc, WQ_FORMAT_DOCUMENT);
    size_t at = 0;
    cJSON *o = parse_line(c, &line, &at);
    const char *id = text_of(o, "id");
    c->doc = o;
    c->id = id ? id : "?";
    c->where = "document";
    want_keys(c, o,
              "schema id url outlet byline title text published published_from times "
              "quotes events");
    want(c, at == line.n && is_one_of(text_of(o, "schema"), "waqai.document/1"),
         "one line, schema");
    want(c, id && text_of(o, "text"), "id, text");
    want(c, !text_of(o, "published") == !text_of(o, "published_from"),
         "published without published_from");
    each(c, get(o, "times"), check_time);
    each(c, get(o, "quotes"), check_quote);
    each(c, get(o, "events"), check_event);
    cJSON_Delete(o);
    wq_text_free(&line);
}

/* The events alone are those of the document, with three keys more. */
static void check_event_lines(check *c, const wq_document *doc)
{
    wq_text lines = wq_document_write(doc, WQ_FORMAT_EVENTS);
    uint32_t n = 0, events;
    wq_document_events(doc, &events);
    c->id = "events";
    for (size_t at = 0; at < lines.n; n++) {
        cJSON *o = parse_line(c, &lines, &at);
        want_keys(c, o,
                  "doc published url id type mode contexts plover cameo quad status actor "
                  "recipient date place "
                  "attribution size trigger evidence confidence why");
        cJSON_Delete(o);
    }
    want(c, n == events, "not as many lines as events");
    wq_text_free(&lines);
}

static void check_folder(check *c, const wq_engine *engine, const char *path)
{
    wq_reader *reader;
    wq_page *record;
    wq_document *doc;
    wq_error err;
    if (wq_reader_open(path, NULL, &reader, &err) != WQ_OK)
        harness_give_up(path, err.text);
    for (wq_status st; (st = wq_reader_next(reader, &record, &err)) != WQ_END;) {
        if (st != WQ_OK)
            continue; /* a folder may hold what is no page */
        if (wq_code(engine, record, &doc, &err) == WQ_OK) {
            c->documents++;
            check_document(c, doc);
            check_event_lines(c, doc);
            wq_document_free(doc);
        }
        wq_page_free(record);
    }
    wq_reader_close(reader);
}

int main(void)
{
    check c = { .id = "?", .where = "?" };
    wq_engine *engine;
    wq_error err;
    if (wq_engine_new(NULL, &engine, &err) != WQ_OK)
        harness_give_up("engine", err.text);
    check_folder(&c, engine, WAQAI_ROOT "/examples");
    check_folder(&c, engine, WAQAI_FIXTURES "/pages");
    /* read as articles, the tables hold every construction there is a rule for */
    check_folder(&c, engine, WAQAI_ROOT "/tests/cases/event");
    check_folder(&c, engine, WAQAI_ROOT "/data/event");
    const char *more =
        WAQAI_ROOT "/../shared/gold"; /* where corpora lie beside the project */
    if (access(more, R_OK) == 0)
        check_folder(&c, engine, more);
    wq_engine_free(engine);
    printf("%u documents, %u events, %u failures\n", c.documents, c.events, c.failed);
    return c.failed || c.events < 10;
}
