/* tests/cases/place.tsv: the places found in a sentence, in order: "rank[?] country geonames name | ...",
 * "?" where the name needs evidence around it, geonames 0 where the place has no coordinates.
 * Rows called about_COUNTRY... stand in an article about that country.                                    */
#include "morph/morph.h"
#include "place/place.h"
#include "table.h"

enum { ID, EXPECT, TEXT, COLUMNS };

static wq_str places(arena *a, const place_list *list)
{
    static const char *const rank[] = { "country", "region", "capital", "town",
                                        "building" };
    wq_str out = STR("");
    for (uint32_t i = 0; i < list->n; i++) {
        const place_mention *m = &list->v[i];
        out = arena_printf(a, "%.*s%s%s%s %.*s %u %.*s", STR_ARG(out), i ? " | " : "",
                           rank[m->rank], m->weak ? "?" : "", STR_ARG(m->country),
                           m->geonames, STR_ARG(m->name));
    }
    return out;
}

static uint32_t weight_of(void *ctx, wq_str country)
{
    return str_eq_nocase(*(wq_str *)ctx, country);
}

static void check_row(const tsv_row *row, void *suite)
{
    arena *a = suite;
    text_part part;
    place_list list;
    arena_reset(a);
    text_analyse(lex_builtin(), a, WQ_PART_TEXT, table_unescape(a, row->cell[TEXT]), &part);
    morph_analyse(lex_builtin(), a, &part);
    place_find(lex_builtin(), a, &part, &list);
    for (uint32_t i = 0; i < list.n; i++)
        if (list.v[i].first >= list.v[i].last ||
            (i && list.v[i].first < list.v[i - 1].last))
            table_fail(row, "place %u is empty or overlaps the one before", i);
    if (str_starts(row->cell[ID], STR("about_"))) { /* the article is about that country */
        wq_str country = str_sub(row->cell[ID], 6, 9);
        place_settle(lex_builtin(), a, &part, &list,
                     &(place_countries){ weight_of, &country });
    }
    table_expect(row, "places", row->cell[EXPECT], places(a, &list));
}

int main(void)
{
    arena a;
    arena_init(&a, 1 << 26);
    int failed = table_run(WAQAI_CASES "/place.tsv", COLUMNS, check_row, &a);
    arena_fini(&a);
    return failed;
}
