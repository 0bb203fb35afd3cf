/* A SPARQL result in JSON (https://www.w3.org/TR/sparql11-results-json/) of the query in docs/import.md. */
#include <cjson/cJSON.h>

#include "base/utf8.h"
#include "import/import.h"

enum { PRECISION_YEAR = 9, PRECISION_MONTH = 10, PRECISION_DAY = 11 }; /* of Wikibase */

static void delete_json(void *json)
{
    cJSON_Delete(json);
}

static wq_str value(const cJSON *binding, const char *variable)
{
    const cJSON *term = cJSON_GetObjectItemCaseSensitive(binding, variable);
    const cJSON *v = cJSON_GetObjectItemCaseSensitive(term, "value");
    return cJSON_IsString(v) ? str_of(v->valuestring) : (wq_str){ NULL, 0 };
}

/* "http://www.wikidata.org/entity/Q57308" -> "Q57308" */
static wq_str entity(wq_str uri)
{
    size_t from = uri.n;
    while (from && uri.p[from - 1] != '/')
        from--;
    wq_str id = str_sub(uri, from, uri.n);
    return id.n > 1 && id.p[0] == 'Q' ? id : (wq_str){ NULL, 0 };
}

/* An xsd:dateTime cut to what Wikidata says it knows: a year is stored as its first of January. */
static wq_str day(wq_str stamp, wq_str precision)
{
    int p = precision.n == 2   ? (precision.p[0] - '0') * 10 + precision.p[1] - '0'
            : precision.n == 1 ? precision.p[0] - '0'
                               : PRECISION_DAY;
    if (stamp.n < 10 || stamp.p[4] != '-' || p < PRECISION_YEAR)
        return (wq_str){ NULL, 0 };
    return str_sub(stamp, 0, p == PRECISION_YEAR ? 4 : p == PRECISION_MONTH ? 7 : 10);
}

static wq_str lower_id(arena *a, wq_str entity_id)
{
    return arena_printf(a, "wd_q%.*s", (int)entity_id.n - 1, entity_id.p + 1);
}

static uint32_t person(import_list *list, const cJSON *b, wq_str q)
{
    for (uint32_t i = 0; i < list->persons.n; i++)
        if (str_ends(list->persons.v[i].note, q) &&
            list->persons.v[i].note.n == q.n + sizeof "Wikidata " - 1)
            return i;
    import_person *p = vec_push(list->mem, &list->persons);
    *p = (import_person){ .country = value(b, "iso"),
                          .sectors = STR("GOV"),
                          .latin = value(b, "nameEn"),
                          .name = value(b, "nameAr"),
                          .names = value(b, "namesAr"),
                          .note = arena_printf(list->mem, "Wikidata %.*s", STR_ARG(q)) };
    p->id = import_known(list, p->latin, p->country);
    p->known = p->id.n > 0;
    if (!p->known)
        p->id = lower_id(list->mem, q);
    return list->persons.n - 1;
}

static void tenure(import_list *list, const cJSON *b, uint32_t who)
{
    wq_str label = value(b, "officeEn");
    int64_t row = import_row(list, STR("position"), label, true);
    *vec_push(list->mem, &list->tenures) = (import_tenure){
        .person = who,
        .label = label,
        .office = row < 0 ? (wq_str){ NULL, 0 }
                          : lex_cell(list->lex, LEX_IMPORT, (uint32_t)row, "office"),
        .country = value(b, "iso"),
        .first = day(value(b, "start"), value(b, "startPrecision")),
        .last = day(value(b, "end"), value(b, "endPrecision")),
        .source = list->persons.v[who].note,
    };
}

static wq_status bindings(import_list *list, const cJSON *all, wq_error *err)
{
    const cJSON *b;
    uint64_t nth = 0;
    cJSON_ArrayForEach(b, all)
    {
        wq_str q = entity(value(b, "person"));
        nth++;
        if (!q.n)
            return fail(err, WQ_E_FORMAT, nth,
                        "%.*s: binding %llu has no ?person that is an entity of Wikidata; "
                        "docs/import.md has the query",
                        STR_ARG(list->file), (unsigned long long)nth);
        tenure(list, b, person(list, b, q));
    }
    return WQ_OK;
}

wq_status import_wikidata(import_list *list, wq_str bytes, wq_error *err)
{
    uint32_t bad;
    wq_str s = utf8_repair(list->mem, bytes, &bad);
    const char *stop = s.p;
    cJSON *json = s.n ? cJSON_ParseWithLengthOpts(s.p, s.n, &stop, false) : NULL;
    size_t at = s.n ? (size_t)(stop - s.p) : 0;
    if (json)
        arena_defer(list->mem, delete_json, json);
    const cJSON *all = cJSON_GetObjectItemCaseSensitive(
        cJSON_GetObjectItemCaseSensitive(json, "results"), "bindings");
    if (!cJSON_IsArray(all))
        return fail(err, WQ_E_FORMAT, json ? 0 : at,
                    json ? "%.*s: no results.bindings: want a SPARQL result in JSON"
                         : "%.*s: want JSON, reading stopped at byte %zu",
                    STR_ARG(list->file), at);
    return bindings(list, all, err);
}
