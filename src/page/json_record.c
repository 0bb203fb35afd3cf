#include <cjson/cJSON.h>
#include <math.h>

#include "base/utf8.h"
#include "page/json_record.h"

static int hex4(const char *p)
{
    int v = 0;
    for (int i = 0; i < 4; i++) {
        char c = p[i];
        int d = c >= '0' && c <= '9'                     ? c - '0'
                : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                         : -1;
        if (d < 0)
            return -1;
        v = v * 16 + d;
    }
    return v;
}

static bool is_escape(const char *p, const char *end)
{
    return end - p >= 6 && p[0] == '\\' && p[1] == 'u' && hex4(p + 2) >= 0;
}

/* Bytes of the \u escape at p, a pair of surrogates together; *fine says whether it is a character that
 * text may hold.                                                                                        */
static size_t escape_length(const char *p, const char *end, bool *fine)
{
    int u = hex4(p + 2);
    *fine = u != 0 && (u < 0xd800 || u > 0xdfff);
    if (u < 0xd800 || u > 0xdbff || !is_escape(p + 6, end))
        return 6;
    int v = hex4(p + 8);
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

static wq_str member(arena *a, const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    if (cJSON_IsNumber(item) && !strcmp(key, "id"))
        return number_text(a, item->valuedouble);
    if (!cJSON_IsString(item) || !item->valuestring[0])
        return (wq_str){ NULL, 0 };
    uint32_t bad; /* cJSON gave valid UTF-8; this makes the line ends one kind */
    wq_str s = str_of(item->valuestring);
    if (memchr(s.p, '\r', s.n) || str_starts(s, STR("\xef\xbb\xbf")))
        s = utf8_repair(a, s, &bad);
    return s.n ? s : (wq_str){ NULL, 0 };
}

static void delete_json(void *json)
{
    cJSON_Delete(json);
}

wq_status json_record_read(arena *a, wq_str line, json_record *out, wq_error *err)
{
    uint32_t bad = 0;
    wq_str s = mend_escapes(a, utf8_repair(a, line, &bad), &bad);
    const char *stop = s.p;
    cJSON *json = s.n ? cJSON_ParseWithLengthOpts(s.p, s.n, &stop, false) : NULL;
    size_t at = stop && s.n ? (size_t)(stop - s.p) : 0;
    if (json)
        arena_defer(a, delete_json, json);
    if (!cJSON_IsObject(json))
        return fail(err, WQ_E_FORMAT, json ? 0 : at,
                    "no JSON object: reading stopped at byte %zu", json ? (size_t)0 : at);
    *out = (json_record){ .id = member(a, json, "id"),
                          .title = member(a, json, "title"),
                          .text = member(a, json, "text"),
                          .html = member(a, json, "html"),
                          .url = member(a, json, "url"),
                          .outlet = member(a, json, "outlet"),
                          .byline = member(a, json, "byline"),
                          .published = member(a, json, "published"),
                          .repaired = bad };
    return WQ_OK;
}
