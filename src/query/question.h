/* A question: SQL under construction with its bound values, and the rows that it gives.
 *
 *   static wq_status build(question *q, const void *arg, wq_error *err)
 *   {
 *       ask(q, "SELECT name FROM outlet WHERE id = ");
 *       ask_text(q, id);                        // a bound value, "?3"
 *       q->column = columns, q->n_columns = 1;
 *       return WQ_OK;
 *   }
 *   return question_rows(record, build, arg, out, err);                                                      */
#ifndef WAQAI_QUESTION_H
#define WAQAI_QUESTION_H

#include "record/db.h"
#include "rows/rows.h"

enum { JOIN = 31 }; /* U+001F parts the items of a list that SQL gives: char(31) */

typedef struct question_value {
    bool is_text;
    wq_str text;
    int64_t integer;
} question_value;

struct question;
/* Fills the cells that one more statement gives together, for the row at hand of q->q. */
typedef wq_status question_also(wq_rows *rows, struct question *q, wq_error *err);

typedef struct question {
    wq_record *record;
    arena mem; /* lives as long as the rows */
    buf sql;
    VEC(question_value) values;
    const rows_column *column; /* of the result, one to one */
    uint32_t n_columns;
    db_query q;
    question_also *also; /* or NULL */
    db_query more;       /* for it; closed with the question */
} question;

/* Pieces of SQL; all they may hold of a user is what ask_text() and ask_integer() bind. */
void ask(question *q, const char *sql);
void ask_text(question *q, wq_str value);
void ask_integer(question *q, int64_t value);
/* "IN (...)" of the pieces of a list parted by commas. */
void ask_one_of(question *q, const char *list);

typedef wq_status question_build(question *q, const void *arg, wq_error *err);

/* Builds and prepares the question and gives its rows. */
wq_status question_rows(wq_record *record, question_build *build, const void *arg,
                        wq_rows **out, wq_error *err);
/* As much of it as exports need: a statement ready to step.  *out is for question_free(). */
wq_status question_new(wq_record *record, question_build *build, const void *arg,
                       question **out, wq_error *err);
void question_free(void *q);

#endif
