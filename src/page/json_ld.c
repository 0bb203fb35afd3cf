#include <cjson/cJSON.h>

#include "page/html_text.h"
#include "page/json_ld.h"

enum { MAX_SCRIPT = 1 << 20, MAX_OBJECTS = 256, MAX_AUTHORS = 4 };

typedef struct finder {
    arena *mem;
    json_ld *out;
    const cJSON *best;
    int best_rank;
    wq_str organization; /* name of one that stands beside the article in a graph */
    unsigned objects;
} finder;

/* ---- what an object is ---------------------------------------------------------- */

static int type_rank(const char *type)
{
    wq_str t = str_of(type);
    if (str_ends(t, STR("Article")) || str_ends(t, STR("Posting")) ||
        str_eq(t, STR("Report")))
        return 3;
    if (str_ends(t, STR("WebPage")) || str_eq(t, STR("ItemPage")) ||
        str_eq(t, STR("VideoObject")))
        return 1;
    return 0;
}

static int rank_of(const cJSON *object)
{
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(object, "@type"), *item;
    int best = 0;
    if (cJSON_IsString(type))
        return type_rank(type->valuestring);
    cJSON_ArrayForEach(item, type) if (cJSON_IsString(item))
    {
        int rank = type_rank(item->valuestring);
        best = rank > best ? rank : best;
    }
    return best;
}

static bool is_organization(const cJSON *object)
{
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(object, "@type");
    if (cJSON_IsArray(type))
        type = type->child;
    return cJSON_IsString(type) && str_ends(str_of(type->valuestring), STR("Organization"));
}

/* ---- strings ----------------------------------------------------------------------- */

/* Decoded twice: templates escape for HTML what is already escaped. */
static wq_str clean(arena *a, const char *s)
{
    wq_str once = html_decode(a, str_of(s));
    wq_str copy = html_decode(a, once);
    return copy.n ? arena_str(a, copy.p, copy.n) : (wq_str){ NULL, 0 };
}

static wq_str text_member(arena *a, const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (cJSON_IsArray(item))
        item = item->child;
    return cJSON_IsString(item) ? clean(a, item->valuestring) : (wq_str){ NULL, 0 };
}

static wq_str name_of(arena *a, const cJSON *item)
{
    if (cJSON_IsString(item))
        return clean(a, item->valuestring);
    return cJSON_IsObject(item) ? text_member(a, item, "name") : (wq_str){ NULL, 0 };
}

/* Names joined by an Arabic comma. */
static wq_str names_of(arena *a, const cJSON *item)
{
    if (!cJSON_IsArray(item))
        return name_of(a, item);
    wq_str all = { NULL, 0 };
    unsigned n = 0;
    const cJSON *each;
    cJSON_ArrayForEach(each, item)
    {
        wq_str name = name_of(a, each);
        if (!name.p || n++ == MAX_AUTHORS)
            continue;
        all = all.p ? arena_printf(a, "%.*s\xd8\x8c %.*s", STR_ARG(all), STR_ARG(name))
                    : name;
    }
    return all;
}

/* The body keeps its line feeds; markup in it is left to the caller. */
static wq_str body_of(arena *a, const cJSON *object)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, "articleBody");
    if (!cJSON_IsString(item))
        return (wq_str){ NULL, 0 };
    return arena_str(a, item->valuestring, strlen(item->valuestring));
}

/* ---- search -------------------------------------------------------------------------- */

static void visit(finder *f, const cJSON *item, unsigned depth);

static void visit_all(finder *f, const cJSON *list, unsigned depth)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list) visit(f, item, depth);
}

static void visit(finder *f, const cJSON *item, unsigned depth)
{
    if (depth > 4 || f->objects++ > MAX_OBJECTS)
        return;
    if (cJSON_IsArray(item)) {
        visit_all(f, item, depth + 1);
        return;
    }
    if (!cJSON_IsObject(item))
        return;
    int rank = rank_of(item);
    if (rank > f->best_rank) {
        f->best_rank = rank;
        f->best = item;
    }
    if (!f->organization.p && is_organization(item))
        f->organization = text_member(f->mem, item, "name");
    visit_all(f, cJSON_GetObjectItemCaseSensitive(item, "@graph"), depth + 1);
    const cJSON *main = cJSON_GetObjectItemCaseSensitive(item, "mainEntity");
    if (main)
        visit(f, main, depth + 1);
}

static void fill(wq_str *slot, wq_str value)
{
    if (!slot->p && value.n)
        *slot = value;
}

static void take_object(arena *a, const cJSON *o, int rank, json_ld *out)
{
    fill(&out->published, text_member(a, o, "datePublished"));
    if (rank < 3)
        return;
    out->article = true;
    fill(&out->headline, text_member(a, o, "headline"));
    fill(&out->headline, text_member(a, o, "name"));
    fill(&out->description, text_member(a, o, "description"));
    fill(&out->published, text_member(a, o, "dateCreated"));
    fill(&out->author, names_of(a, cJSON_GetObjectItemCaseSensitive(o, "author")));
    fill(&out->author, names_of(a, cJSON_GetObjectItemCaseSensitive(o, "creator")));
    fill(&out->publisher, name_of(a, cJSON_GetObjectItemCaseSensitive(o, "publisher")));
    fill(&out->url, text_member(a, o, "url"));
    fill(&out->body, body_of(a, o));
}

/* ---- scripts ---------------------------------------------------------------------------- */

/* From the first bracket on, past the wrappers that hid scripts from XML and old browsers; cJSON does
 * not mind what follows.                                                                          */
static wq_str unwrap(wq_str s)
{
    size_t from = 0;
    while (from < s.n && s.p[from] != '{' && s.p[from] != '[')
        from++;
    wq_str head = str_sub(s, 0, from + 7);
    ptrdiff_t cdata = str_find(head, STR("[CDATA["));
    if (cdata >= 0) {
        from = (size_t)cdata + 7;
        while (from < s.n && s.p[from] != '{' && s.p[from] != '[')
            from++;
    }
    return str_sub(s, from, s.n);
}

/* "key" : "value" anywhere in the text: all that broken JSON gives. */
static wq_str glimpse(arena *a, wq_str s, wq_str key)
{
    ptrdiff_t at = str_find(s, key);
    if (at < 0)
        return (wq_str){ NULL, 0 };
    s = str_trim(str_sub(s, (size_t)at + key.n, s.n));
    if (!str_starts(s, STR(":")))
        return (wq_str){ NULL, 0 };
    s = str_trim(str_sub(s, 1, s.n));
    const char *end = s.n > 1 && s.p[0] == '"' ? memchr(s.p + 1, '"', s.n - 1) : NULL;
    if (!end || memchr(s.p, '\\', (size_t)(end - s.p)))
        return (wq_str){ NULL, 0 };
    wq_str value = html_decode(a, (wq_str){ s.p + 1, (size_t)(end - s.p) - 1 });
    return value.n ? value : (wq_str){ NULL, 0 };
}

static void delete_json(void *json)
{
    cJSON_Delete(json);
}

static void read_script(arena *a, wq_str script, finder *f, json_ld *out)
{
    wq_str s = unwrap(script);
    if (s.n == 0 || s.n > MAX_SCRIPT)
        return;
    cJSON *json = cJSON_ParseWithLength(s.p, s.n);
    if (!json) {
        fill(&out->published, glimpse(a, s, STR("\"datePublished\"")));
        fill(&out->headline, glimpse(a, s, STR("\"headline\"")));
        return;
    }
    arena_defer(a, delete_json, json);
    visit(f, json, 0);
}

json_ld json_ld_read(arena *a, const html_doc *doc)
{
    json_ld out = { 0 };
    finder f = { .mem = a, .out = &out };
    for (uint32_t i = 0; i < doc->json_ld.n && i < 32; i++)
        read_script(a, doc->json_ld.v[i], &f, &out);
    if (f.best)
        take_object(a, f.best, f.best_rank, &out);
    fill(&out.publisher, f.organization);
    return out;
}
