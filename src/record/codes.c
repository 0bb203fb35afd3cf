/* Code books: the lexicon's rows as tables, for whoever reads the record without Waqai. */
#include "record/record.h"

static wq_str cell(const wq_record *r, lex_table table, uint32_t row, const char *column)
{
    wq_str s = lex_cell(r->lex, table, row, column);
    return s.n ? s : (wq_str){ NULL, 0 };
}

/* ---- one table from the rows of another, column by column ---------------------------------- */

typedef struct filling {
    const char *sql; /* ?1, ?2 ... are the cells of `column` */
    lex_table table;
    const char *column[8]; /* ends with NULL */
    const char *file;      /* rows of that file alone, or NULL */
} filling;

/* An existing row is kept up to date, never replaced: others refer to it. */
static const filling fillings[] = {
    { "INSERT INTO country (code, name, name_arabic) VALUES (?1, ?2, ?3) ON CONFLICT DO "
      "UPDATE SET name = excluded.name, name_arabic = excluded.name_arabic",
      LEX_COUNTRY,
      { "id", "latin", "name" },
      NULL },
    { "UPDATE country SET iso2 = ?2, iso_numeric = ?3, cow = ?4, gw = ?5 WHERE code = ?1",
      LEX_CODE_COUNTRY,
      { "id", "iso2", "numeric", "cow", "gw" },
      NULL },
    { "INSERT INTO plover_type (code, quad, cameo, future, negated, hypothetical) VALUES "
      "(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET quad = excluded.quad, cameo = "
      "excluded.cameo, future = excluded.future, negated = excluded.negated, hypothetical "
      "= "
      "excluded.hypothetical",
      LEX_TYPE,
      { "id", "quad", "cameo", "future", "negated", "hypothetical" },
      NULL },
    { "UPDATE plover_type SET score = ?3, name = ?4, name_arabic = ?5 WHERE code = ?1 AND "
      "?2 "
      "IS NULL",
      LEX_CODE_EVENT,
      { "type", "mode", "score", "english", "name" },
      NULL },
    { "INSERT INTO plover_mode (type, code, score, name, name_arabic) SELECT ?1, ?2, ?3, "
      "?4, "
      "?5 WHERE ?2 IS NOT NULL ON CONFLICT DO UPDATE SET score = excluded.score, name = "
      "excluded.name, name_arabic = excluded.name_arabic",
      LEX_CODE_EVENT,
      { "type", "mode", "score", "english", "name" },
      NULL },
    { "INSERT OR REPLACE INTO sector (code, name, name_arabic) VALUES (?1, ?2, ?3)",
      LEX_CODE,
      { "id", "english", "name" },
      "sectors.tsv" },
    { "INSERT OR REPLACE INTO plover_context (code, name, name_arabic) VALUES (?1, ?2, ?3)",
      LEX_CODE,
      { "id", "english", "name" },
      "contexts.tsv" },
};

static bool is_of(const wq_record *r, const filling *f, uint32_t row)
{
    uint32_t line;
    return !f->file || str_ends(lex_origin(r->lex, f->table, row, &line), str_of(f->file));
}

static wq_status fill(wq_record *r, const filling *f, wq_error *err)
{
    db_query q;
    wq_status st = db_prepare(r, f->sql, &q, err);
    for (uint32_t i = 0; st == WQ_OK && i < lex_rows(r->lex, f->table); i++) {
        if (!is_of(r, f, i))
            continue;
        for (int k = 0; f->column[k]; k++)
            db_bind_text(&q, k + 1, cell(r, f->table, i, f->column[k]));
        st = db_exec(&q, err);
    }
    db_finish(&q);
    return st;
}

wq_status codes_fill(wq_record *r, wq_error *err)
{
    wq_status st = WQ_OK;
    for (size_t i = 0; st == WQ_OK && i < sizeof fillings / sizeof *fillings; i++)
        st = fill(r, &fillings[i], err);
    return st;
}
