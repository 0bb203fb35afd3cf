#include "lexicon/schema.h"

/* data/README.md describes the same for people.  Files come before the folders they stand in. */
/* clang-format off */
static const schema_table SCHEMA[] = {
    { LEX_COUNTRY, "actor/countries.tsv",
      { { "id", 0 }, { "top", 0 }, { "latin", 0 }, { "note", 0 }, { "name", USE_NAME },
        { "names", USE_NAME }, { "nisba", USE_NISBA }, { "people", USE_PEOPLE } } },
    { LEX_METONYM, "actor/metonyms.tsv",
      { { "id", 0 }, { "country", 0 }, { "sector", 0 }, { "kind", 0 }, { "note", 0 },
        { "name", USE_NAME }, { "names", USE_NAME } } },
    { LEX_AGENT, "actor/agents.tsv",
      { { "id", 0 }, { "sector", 0 }, { "kind", 0 }, { "note", 0 }, { "lemma", USE_NOUN },
        { "forms", USE_NOUN } } },
    { LEX_TITLE, "actor/titles.tsv",
      { { "id", 0 }, { "kind", 0 }, { "note", 0 }, { "name", USE_NAME }, { "names", USE_NAME } } },
    { LEX_ACTOR, "actor/",
      { { "id", 0 }, { "kind", 0 }, { "country", 0 }, { "sectors", 0 }, { "latin", 0 },
        { "note", 0 }, { "name", USE_NAME }, { "names", USE_NAME } } },
    { LEX_OFFICE, "office/offices.tsv",
      { { "id", 0 }, { "single", 0 }, { "sector", 0 }, { "english", 0 }, { "note", 0 },
        { "name", USE_NAME }, { "names", USE_NAME } } },
    { LEX_TENURE, "office/",
      { { "actor", USE_REF }, { "office", USE_REF }, { "country", 0 }, { "first", 0 }, { "last", 0 },
        { "source", 0 } } },
    { LEX_VERB, "morph/verbs*",
      { { "id", 0 }, { "class", 0 }, { "note", 0 }, { "perfect", 0 }, { "imperfect", 0 },
        { "masdar", 0 }, { "active", 0 }, { "passive", 0 } } },
    { LEX_NOUN, "morph/nouns*",
      { { "id", 0 }, { "kind", 0 }, { "note", 0 }, { "lemma", USE_NOUN }, { "plural", USE_NOUN } } },
    { LEX_FUNCTION, "morph/function.tsv",
      { { "id", 0 }, { "kind", 0 }, { "value", 0 }, { "note", 0 }, { "name", USE_NAME },
        { "names", USE_NAME } } },
    { LEX_TYPE, "event/types.tsv",
      { { "id", 0 }, { "quad", 0 }, { "cameo", 0 }, { "future", 0 }, { "negated", 0 },
        { "hypothetical", 0 }, { "symmetric", 0 }, { "needs", 0 }, { "governs", 0 }, { "many", 0 }, { "modes", 0 }, { "home", 0 }, { "scene", 0 },
        { "place", 0 }, { "decided", 0 }, { "ground", 0 }, { "tells", 0 }, { "announced", 0 }, { "ahead", 0 }, { "note", 0 } } },
    { LEX_LIGHT, "event/light.tsv",
      { { "id", 0 }, { "verb", USE_REF }, { "subject", 0 }, { "object", 0 }, { "status", 0 },
        { "note", 0 }, { "example", 0 } } },
    { LEX_GROUP, "event/groups.tsv",
      { { "id", 0 }, { "note", 0 }, { "members", 0 } } },
    { LEX_CUE, "event/cues*",
      { { "id", 0 }, { "kind", 0 }, { "value", 0 }, { "verb", USE_REF }, { "note", 0 },
        { "name", USE_NAME }, { "names", USE_NAME } } },
    { LEX_BAR, "event/not_events.tsv",
      { { "id", 0 }, { "types", 0 }, { "reach", 0 }, { "note", 0 }, { "lemma", USE_NOUN }, { "forms", USE_NOUN } } },
    { LEX_EVENT, "event/",
      { { "id", 0 }, { "word", USE_REF }, { "pos", 0 }, { "type", 0 }, { "mode", 0 },
        { "contexts", 0 }, { "frame", 0 }, { "needs", 0 }, { "note", 0 }, { "phrase", USE_NAME },
        { "example", 0 } } },
    { LEX_TIME, "time/",
      { { "id", 0 }, { "kind", 0 }, { "value", 0 }, { "note", 0 }, { "name", USE_NAME },
        { "names", USE_NAME } } },
    { LEX_PLACE, "place/",
      { { "id", 0 }, { "kind", 0 }, { "country", 0 }, { "lat", 0 }, { "lon", 0 },
        { "geonames", 0 }, { "note", 0 }, { "name", USE_NAME }, { "names", USE_NAME } } },
    { LEX_CITY, "<cities>", /* made from GeoNames, see tools/lexc.c */
      { { "id", 0 }, { "country", 0 }, { "lat", 0 }, { "lon", 0 }, { "population", 0 },
        { "latin", 0 }, { "names", USE_NAME } } },
    { LEX_PATTERN, "page/",
      { { "id", 0 }, { "kind", 0 }, { "match", 0 }, { "note", 0 }, { "text", USE_NAME },
        { "variants", USE_NAME } } },
    { LEX_FOLD, "script/fold*",
      { { "id", 0 }, { "level", 0 }, { "from", 0 }, { "to", 0 }, { "note", 0 } } },
    { LEX_LOOKALIKE, "script/lookalikes.tsv",
      { { "id", 0 }, { "sign", USE_REF }, { "note", 0 }, { "letters", 0 } } },
    { LEX_MASK, "script/masks.tsv",
      { { "id", 0 }, { "kind", 0 }, { "note", 0 }, { "letters", USE_REF } } },
    { LEX_CHECK, "check.tsv", { { "file", 0 }, { "column", 0 }, { "want", 0 } } },
    { LEX_IMPORT, "import/",
      { { "id", 0 }, { "kind", 0 }, { "office", 0 }, { "sector", 0 }, { "note", 0 },
        { "words", 0 } } },
    { LEX_CODE_COUNTRY, "codes/countries.tsv",
      { { "id", 0 }, { "iso2", 0 }, { "numeric", 0 }, { "fips", 0 }, { "cow", 0 }, { "gw", 0 } } },
    { LEX_CODE_EVENT, "codes/events.tsv",
      { { "id", 0 }, { "type", 0 }, { "mode", 0 }, { "score", 0 }, { "cameo", 0 },
        { "label", 0 }, { "english", 0 }, { "name", 0 } } },
    { LEX_CODE, "codes/", { { "id", 0 }, { "english", 0 }, { "name", 0 } } },
    { LEX_STEM, "<stems>", /* made from hunspell-ar, see dictionary.c */
      { { "id", 0 }, { "pos", 0 }, { "lemma", 0 }, { "imperfect", 0 } } },
};
/* clang-format on */

enum { N_SCHEMA = sizeof SCHEMA / sizeof *SCHEMA };

const schema_table *schema_for_path(wq_str path)
{
    for (size_t i = 0; i < N_SCHEMA; i++) {
        wq_str known = str_of(SCHEMA[i].path);
        bool star = known.p[known.n - 1] == '*';
        bool folder = known.p[known.n - 1] == '/';
        if (star)
            known.n--;
        if (folder || star ? str_starts(path, known) : str_eq(path, known))
            return &SCHEMA[i];
    }
    return NULL;
}

const schema_table *schema_for_table(lex_table table)
{
    for (size_t i = 0; i < N_SCHEMA; i++)
        if (SCHEMA[i].table == table)
            return &SCHEMA[i];
    return NULL;
}

uint32_t schema_width(const schema_table *s)
{
    uint32_t n = 0;
    while (s->column[n].name)
        n++;
    return n;
}

uint32_t schema_key(lex_table table)
{
    return table == LEX_TENURE  ? 4 /* actor, office, country, first day */
           : table == LEX_CHECK ? 3
                                : 1;
}

wq_status schema_columns(const schema_table *s, const tsv_row *header,
                         int from[TSV_MAX_COLUMNS], wq_error *err)
{
    for (uint32_t i = 0; s->column[i].name; i++) {
        from[i] = tsv_column(header, s->column[i].name);
        if (from[i] < 0)
            return fail(err, WQ_E_LEXICON, header->line,
                        "%.*s:%u: want a column \"%s\", found none", STR_ARG(header->file),
                        header->line, s->column[i].name);
    }
    if (header->n != schema_width(s))
        return fail(err, WQ_E_LEXICON, header->line, "%.*s:%u: want %u columns, found %u",
                    STR_ARG(header->file), header->line, schema_width(s), header->n);
    return WQ_OK;
}
