#include <cjson/cJSON.h>
#include <math.h>

#include "base/utf8.h"
#include "page/json_flat.h"
#include "page/json_record.h"

static bool is_escape(const char *p, const char *end)
{
    return end - p >= 6 && p[0] == '\\' && p[1] == 'u' && json_hex4(p + 2) >= 0;
}

/* Bytes of the \u escape at p, a pair of surrogates together; *fine says whether it is a character that
 * text may hold.                                                                                        */
static size_t escape_length(const char *p, const char *end, bool *fine)
{
    int u = json_hex4(p + 2);
    *fine = u != 0 && (u < 0xd800 || u > 0xdfff);
    if (u < 0xd800 || u > 0xdbff || !is_escape(p + 6, end))
        return 6;
    int v = json_hex4(p + 8);
    if (v < 0xdc00 || v > 0xdfff)
        return 6;
    *fine = true;
    return 12;
}

static bool has_escape(wq_str s)
{
    const char *p = s.p, *end = s.p + s.n;
    while (p < end && (p = memchr(p, '\\', (size_t)(end - p))) != NULL) {
        if (p + 1 < end && p[1] == 'u')
            return true;
        p++;
    }
    return false;
}

/* cJSON ends strings at \u0000 and refuses a whole line for half a surrogate pair (a text cut in the
 * middle of one); both become \ufffd, which is as long.                                             */
static wq_str mend_escapes(arena *a, wq_str s, uint32_t *bad)
{
    if (!has_escape(s))
        return s;
    char *out = arena_alloc(a, s.n + 1);
    const char *p = s.p, *end = s.p + s.n;
    memcpy(out, s.p, s.n);
    while (p < end && (p = memchr(p, '\\', (size_t)(end - p))) != NULL) {
        bool fine = true;
        size_t n = is_escape(p, end) ? escape_length(p, end, &fine) : 2;
        if (!fine) {
            memcpy(out + (p - s.p), "\\ufffd", 6);
            ++*bad;
        }
        p += n;
    }
    return (wq_str){ out, s.n };
}

static wq_str number_text(arena *a, double v)
{
    if (v == floor(v) && fabs(v) < 1e15)
        return arena_printf(a, "%.0f", v);
    return arena_printf(a, "%.17g", v);
}

/* Line ends of one kind; nothing where it is empty. */
static wq_str text_of(arena *a, wq_str s)
{
    uint32_t bad; /* it is valid UTF-8 */
    if (s.n && (memchr(s.p, '\r', s.n) || str_starts(s, STR("\xef\xbb\xbf"))))
        s = utf8_repair(a, s, &bad);
    return s.n ? s : (wq_str){ NULL, 0 };
}

static wq_str member(arena *a, const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (cJSON_IsNumber(item) && !strcmp(key, "id"))
        return number_text(a, item->valuedouble);
    return cJSON_IsString(item) ? text_of(a, str_of(item->valuestring))
                                : (wq_str){ NULL, 0 };
}

static void delete_json(void *json)
{
    cJSON_Delete(json);
}

/* What keys a record has, and where they go. */
static const struct {
    const char *key;
    size_t at;
} KEYS[] = {
    { "id", offsetof(json_record, id) },
    { "title", offsetof(json_record, title) },
    { "text", offsetof(json_record, text) },
    { "html", offsetof(json_record, html) },
    { "url", offsetof(json_record, url) },
    { "outlet", offsetof(json_record, outlet) },
    { "byline", offsetof(json_record, byline) },
    { "published", offsetof(json_record, published) },
};
enum { N_KEYS = sizeof KEYS / sizeof *KEYS };

static void put(json_record *r, size_t key, wq_str value)
{
    memcpy((char *)r + KEYS[key].at, &value, sizeof value);
}

/* An object of strings, as most records are.  Of two members with one key the first counts, as for cJSON. */
static bool read_flat(arena *a, wq_str s, json_record *out)
{
    json_flat f;
    wq_str key, value;
    unsigned seen = 0;
    if (!json_flat_open(&f, s))
        return false;
    while (json_flat_next(&f, a, &key, &value))
        for (size_t i = 0; i < N_KEYS; i++) {
            if (!str_eq(key, str_of(KEYS[i].key)))
                continue;
            if (!(seen >> i & 1))
                put(out, i, text_of(a, value));
            seen |= 1u << i;
        }
    return f.ended;
}

wq_status json_record_read(arena *a, wq_str line, json_record *out, wq_error *err)
{
    uint32_t bad = 0;
    wq_str s = mend_escapes(a, utf8_repair(a, line, &bad), &bad);
    json_record flat = { .repaired = bad };
    if (read_flat(a, s, &flat)) {
        *out = flat;
        return WQ_OK;
    }
    const char *stop = s.p;
    cJSON *json = s.n ? cJSON_ParseWithLengthOpts(s.p, s.n, &stop, false) : NULL;
    size_t at = stop && s.n ? (size_t)(stop - s.p) : 0;
    if (json)
        arena_defer(a, delete_json, json);
    if (!cJSON_IsObject(json))
        return fail(err, WQ_E_FORMAT, json ? 0 : at,
                    "no JSON object: reading stopped at byte %zu", json ? (size_t)0 : at);
    *out = (json_record){ .repaired = bad };
    for (size_t i = 0; i < N_KEYS; i++)
        put(out, i, member(a, json, KEYS[i].key));
    return WQ_OK;
}
