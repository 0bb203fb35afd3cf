/* Time expressions as rows of CSV and TSV. */
#include <stdlib.h>

#include "coder/document_rows.h"

enum {
    TEXT = DOCUMENT_COLUMNS,
    PART,
    START,
    END,
    TYPE,
    VALUE,
    FIRST,
    LAST,
    MOD,
    QUANT,
    FREQ,
    TOLERANCE,
    CONFLICT,
    RULE,
    COLUMNS
};

/* Named and in the order of the keys of WQ_FORMAT_TIMES. */
static const rows_column COLUMN[COLUMNS] = {
    [DOCUMENT_ID] = { "doc", WQ_TEXT, ROWS_ALWAYS },
    [DOCUMENT_PUBLISHED] = { "published", WQ_TEXT, ROWS_ALWAYS },
    [DOCUMENT_URL] = { "url", WQ_TEXT, ROWS_ALWAYS },
    [TEXT] = { "text", WQ_TEXT, ROWS_ALWAYS },
    [PART] = { "part", WQ_TEXT, ROWS_ALWAYS },
    [START] = { "start", WQ_INTEGER, ROWS_ALWAYS },
    [END] = { "end", WQ_INTEGER, ROWS_ALWAYS },
    [TYPE] = { "type", WQ_TEXT, ROWS_ALWAYS },
    [VALUE] = { "value", WQ_TEXT, ROWS_ALWAYS },
    [FIRST] = { "first", WQ_TEXT, ROWS_ALWAYS },
    [LAST] = { "last", WQ_TEXT, ROWS_ALWAYS },
    [MOD] = { "mod", WQ_TEXT, ROWS_ALWAYS },
    [QUANT] = { "quant", WQ_TEXT, ROWS_ALWAYS },
    [FREQ] = { "freq", WQ_TEXT, ROWS_ALWAYS },
    [TOLERANCE] = { "tolerance", WQ_INTEGER, ROWS_ALWAYS },
    [CONFLICT] = { "conflict", WQ_TEXT, ROWS_ALWAYS },
    [RULE] = { "rule", WQ_TEXT, ROWS_ALWAYS },
};

static void set_place_in_text(wq_rows *rows, wq_str text, wq_span span)
{
    rows_set_text(rows, TEXT, text);
    rows_set_text(rows, PART, span.part == WQ_PART_TITLE ? STR("title") : STR("text"));
    rows_set_integer(rows, START, span.start);
    rows_set_integer(rows, END, span.end);
}

static void set_meaning(wq_rows *rows, const wq_timex *t)
{
    rows_set_text(rows, TYPE, t->type);
    rows_set_text(rows, VALUE, t->value);
    rows_set_text(rows, FIRST, t->first);
    rows_set_text(rows, LAST, t->last);
    rows_set_text(rows, MOD, t->mod);
    rows_set_text(rows, QUANT, t->quant);
    rows_set_text(rows, FREQ, t->freq);
    rows_set_integer(rows, TOLERANCE, t->tolerance);
    rows_set_text(rows, CONFLICT, t->conflict);
    rows_set_text(rows, RULE, t->rule);
}

static wq_status next_time(wq_rows *rows, wq_error *err)
{
    (void)err;
    document_reading *r = rows->self;
    if (r->at == r->doc->n_times)
        return WQ_END;
    const wq_timex *t = &r->doc->times[r->at++];
    document_set_cells(rows, r->doc);
    set_place_in_text(rows, t->text, t->span);
    set_meaning(rows, t);
    return WQ_OK;
}

wq_rows *time_rows(const wq_document *doc)
{
    static const rows_source source = { next_time, free };
    return document_rows(doc, &source, COLUMN, COLUMNS);
}
