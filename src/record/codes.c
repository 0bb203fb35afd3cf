/* Code books: the lexicon's rows as tables, for whoever reads the record without Waqai. */
#include <stdlib.h>

#include "record/record.h"

static wq_str cell(const wq_record *r, lex_table table, uint32_t row, const char *column)
{
    wq_str s = lex_cell(r->lex, table, row, column);
    return s.n ? s : (wq_str){ NULL, 0 };
}

static wq_status fill_countries(wq_record *r, wq_error *err)
{
    db_query q;
    wq_status st = db_prepare(
        r, "INSERT OR REPLACE INTO country (code, name, name_arabic) VALUES (?1, ?2, ?3)",
        &q, err);
    for (uint32_t i = 0; st == WQ_OK && i < lex_rows(r->lex, LEX_COUNTRY); i++) {
        db_bind_text(&q, 1, cell(r, LEX_COUNTRY, i, "id"));
        db_bind_text(&q, 2, cell(r, LEX_COUNTRY, i, "latin"));
        db_bind_text(&q, 3, cell(r, LEX_COUNTRY, i, "name"));
        st = db_exec(&q, err);
    }
    db_finish(&q);
    return st;
}

static wq_status fill_modes(wq_record *r, db_query *q, uint32_t row, wq_error *err)
{
    wq_str modes = cell(r, LEX_TYPE, row, "modes");
    wq_status st = WQ_OK;
    for (wq_str one; st == WQ_OK && str_next(&modes, '|', &one);) {
        db_bind_text(q, 1, cell(r, LEX_TYPE, row, "id"));
        db_bind_text(q, 2, one);
        st = db_exec(q, err);
    }
    return st;
}

static wq_status fill_types(wq_record *r, wq_error *err)
{
    static const char *const column[] = { "id",     "quad",    "cameo",
                                          "future", "negated", "hypothetical" };
    db_query q, mode;
    wq_status st =
        db_prepare(r,
                   "INSERT OR REPLACE INTO plover_type (code, quad, cameo, future, "
                   "negated, hypothetical) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                   &q, err);
    if (st == WQ_OK)
        st =
            db_prepare(r, "INSERT OR REPLACE INTO plover_mode (type, code) VALUES (?1, ?2)",
                       &mode, err);
    else
        mode = (db_query){ 0 };
    for (uint32_t i = 0; st == WQ_OK && i < lex_rows(r->lex, LEX_TYPE); i++) {
        for (int k = 0; k < 6; k++)
            db_bind_text(&q, k + 1, cell(r, LEX_TYPE, i, column[k]));
        st = db_exec(&q, err);
        if (st == WQ_OK)
            st = fill_modes(r, &mode, i, err);
    }
    db_finish(&q);
    db_finish(&mode);
    return st;
}

wq_status codes_fill(wq_record *r, wq_error *err)
{
    wq_status st = fill_countries(r, err);
    return st == WQ_OK ? fill_types(r, err) : st;
}
