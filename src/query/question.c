#include "query/question.h"

#include <stdlib.h>

enum { QUESTION_LIMIT = 64 << 20 };

void ask(question *q, const char *sql)
{
    buf_str(&q->sql, str_of(sql));
}

static void ask_value(question *q, question_value value)
{
    *vec_push(&q->mem, &q->values) = value;
    buf_printf(&q->sql, "?%u", q->values.n);
}

void ask_text(question *q, wq_str value)
{
    wq_str copy = arena_str(&q->mem, value.p, value.n);
    ask_value(q, (question_value){ .is_text = true, .text = copy });
}

void ask_integer(question *q, int64_t value)
{
    ask_value(q, (question_value){ .integer = value });
}

void ask_one_of(question *q, const char *list)
{
    wq_str rest = str_of(list), piece;
    const char *comma = "IN (";
    while (str_next(&rest, ',', &piece)) {
        ask(q, comma);
        ask_text(q, str_trim(piece));
        comma = ", ";
    }
    ask(q, ")");
}

/* ---- life ------------------------------------------------------------------------------------ */

void question_free(void *self)
{
    question *q = self;
    if (!q)
        return;
    db_finish(&q->q);
    db_finish(&q->more);
    buf_fini(&q->sql);
    arena_fini(&q->mem);
    free(q);
}

static void bind_values(question *q)
{
    for (uint32_t i = 0; i < q->values.n; i++) {
        const question_value *v = &q->values.v[i];
        if (v->is_text)
            db_bind_text(&q->q, (int)i + 1, v->text);
        else
            db_bind_int(&q->q, (int)i + 1, v->integer);
    }
}

static wq_status prepare(question *q, wq_error *err)
{
    buf_char(&q->sql, '\0');
    if (q->sql.failed)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    wq_status st = db_prepare(q->record, q->sql.p, &q->q, err);
    if (st == WQ_OK)
        bind_values(q);
    return st;
}

static wq_status build_in_arena(question *q, question_build *build, const void *arg,
                                wq_error *err)
{
    jmp_buf full;
    if (setjmp(full))
        return fail(err, WQ_E_LIMIT, 0, "the question is too large");
    q->mem.full = &full;
    wq_status st = build(q, arg, err);
    q->mem.full = NULL;
    return st;
}

wq_status question_new(wq_record *record, question_build *build, const void *arg,
                       question **out, wq_error *err)
{
    question *q = calloc(1, sizeof *q);
    if (!q)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    q->record = record;
    arena_init(&q->mem, QUESTION_LIMIT);
    wq_status st = build_in_arena(q, build, arg, err);
    if (st == WQ_OK)
        st = prepare(q, err);
    if (st != WQ_OK)
        question_free(q);
    else
        *out = q;
    return st;
}

/* ---- rows --------------------------------------------------------------------------------------- */

static void set_cell(wq_rows *rows, const db_query *q, uint32_t i)
{
    if (db_is_null(q, (int)i))
        return;
    switch (rows->column[i].kind) {
    case WQ_INTEGER:
        rows_set_integer(rows, i, db_int(q, (int)i));
        break;
    case WQ_REAL:
        rows_set_real(rows, i, db_real(q, (int)i));
        break;
    case WQ_LIST:
        rows_set_joined(rows, i, db_text(q, (int)i), JOIN);
        break;
    default:
        rows_set_text(rows, i, db_text(q, (int)i));
    }
}

static wq_status next_row(wq_rows *rows, wq_error *err)
{
    question *q = rows->self;
    wq_status st = db_step(&q->q, err);
    for (uint32_t i = 0; st == WQ_OK && i < rows->n_columns; i++)
        set_cell(rows, &q->q, i);
    return st == WQ_OK && q->also ? q->also(rows, q, err) : st;
}

static const rows_source sql_source = { next_row, question_free };

wq_status question_rows(wq_record *record, question_build *build, const void *arg,
                        wq_rows **out, wq_error *err)
{
    question *q;
    wq_status st = question_new(record, build, arg, &q, err);
    if (st != WQ_OK)
        return st;
    wq_rows *rows = rows_new(&sql_source, q, q->column, q->n_columns);
    if (!rows) {
        question_free(q);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    *out = rows;
    return WQ_OK;
}
