/* First names that differ: persons of one family name and country, one of whom is in no lexicon and who hold the same
 * office, or whose family name nobody else in the record bears.  They are listed whatever the event.            */
#include "record/names.h"

#include "base/utf8.h"
#include "record/settle.h"

enum { LONGEST = 24 };

static wq_str first_word(wq_str s)
{
    ptrdiff_t space = str_find(s, STR(" "));
    return space < 0 ? s : str_sub(s, 0, (size_t)space);
}

static bool has_word(wq_str s, wq_str word)
{
    for (wq_str one; s.n && str_next(&s, ' ', &one);)
        if (str_eq(one, word))
            return true;
    return false;
}

static int letters(wq_str s, uint32_t out[LONGEST])
{
    int n = 0;
    unsigned k;
    for (size_t i = 0; i < s.n && n < LONGEST; i += k) {
        k = utf8_decode(s.p + i, s.n - i, &out[n++]);
        if (k == 0)
            break;
    }
    return n;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Letters to insert, drop or change. */
static int distance(const uint32_t *a, int n, const uint32_t *b, int m)
{
    int row[LONGEST + 1];
    for (int k = 0; k <= m; k++)
        row[k] = k;
    for (int i = 1; i <= n; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int k = 1; k <= m; k++) {
            int change = diagonal + (a[i - 1] != b[k - 1]);
            diagonal = row[k];
            row[k] = least(change, least(row[k], row[k - 1]) + 1);
        }
    }
    return row[m];
}

bool names_contradict(wq_str a, wq_str b)
{
    uint32_t x[LONGEST], y[LONGEST];
    wq_str one = first_word(a), other = first_word(b);
    if (has_word(a, other) || has_word(b, one))
        return false;
    int n = letters(one, x), m = letters(other, y);
    return 2 * distance(x, n, y, m) > (n > m ? n : m);
}

static wq_str text_of(sqlite3_value *v)
{
    return (wq_str){ (const char *)sqlite3_value_text(v), (size_t)sqlite3_value_bytes(v) };
}

void names_sql(sqlite3_context *context, int n, sqlite3_value **value)
{
    (void)n;
    sqlite3_result_int(context, names_contradict(text_of(value[0]), text_of(value[1])));
}

/* clang-format off */
static const char PAIRS[] =
    "CREATE TEMP TABLE same_name AS "
    "WITH bearer (surname, country, n) AS (SELECT surname, country, count(*) FROM actor "
    "  WHERE surname IS NOT NULL AND country IS NOT NULL AND same_as IS NULL GROUP BY 1, 2 HAVING count(*) BETWEEN 2 AND 5), "
    "office (actor, role) AS (SELECT DISTINCT p.actor_id, p.role FROM bearer b JOIN actor a ON a.surname = b.surname "
    "  AND a.country = b.country JOIN document_actor p ON p.actor_id = a.id WHERE p.role IS NOT NULL) "
    "SELECT a.id AS one, b.id AS other FROM bearer x JOIN actor a ON a.surname = x.surname AND a.country = x.country "
    "JOIN actor b ON b.surname = a.surname AND b.country = a.country AND b.id <> a.id "
    "WHERE a.listed = 0 AND a.named AND b.named AND a.sector IS b.sector AND names_contradict(a.name_folded, b.name_folded) AND a.same_as IS NULL AND b.same_as IS NULL "
    "AND (EXISTS (SELECT 1 FROM office o JOIN office p ON p.role = o.role WHERE o.actor = a.id AND p.actor = b.id) "
    "  OR (x.n = 2 AND b.listed AND EXISTS (SELECT 1 FROM office o WHERE o.actor = a.id)));"
    "DELETE FROM disagreement WHERE event_id IS NULL;"
    "INSERT INTO disagreement (actor_id, field, value, reports, outlets, document_id, part, start, \"end\") "
    "SELECT g.whose, 'name', a.name, (SELECT count(DISTINCT document_id) FROM document_actor WHERE actor_id = a.id), "
    "  (SELECT count(DISTINCT d.outlet_id) FROM document_actor x JOIN document d ON d.id = x.document_id "
    "   WHERE x.actor_id = a.id), f.document_id, f.part, f.start, f.\"end\" "
    "FROM (SELECT min(one, other) AS whose, one AS who FROM same_name UNION SELECT min(one, other), other FROM same_name) g "
    "JOIN actor a ON a.id = g.who JOIN (SELECT x.actor_id, x.document_id, x.part, x.start, x.\"end\", row_number() OVER "
    "  (PARTITION BY x.actor_id ORDER BY d.published_day IS NULL, d.published_day, d.sha256, x.part = 'text', x.start) AS nth "
    "  FROM same_name s JOIN document_actor x ON x.actor_id IN (s.one, s.other) JOIN document d ON d.id = x.document_id) f "
    "ON f.actor_id = a.id AND f.nth = 1;"
    "DROP TABLE same_name";
/* clang-format on */

wq_status settle_names(wq_record *r, wq_error *err)
{
    return db_run(r, PAIRS, err);
}
