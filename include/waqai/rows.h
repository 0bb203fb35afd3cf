/* rows.h - rows: what a question gives, and how rows are written.
 *
 *   wq_rows *rows;                              // of a question (query.h), the caller's to free
 *   while ((st = wq_rows_next(rows, &err)) == WQ_OK)
 *       for (uint32_t i = 0; i < wq_rows_columns(rows); i++)
 *           show(wq_rows_name(rows, i), wq_rows_text(rows, i));
 *   wq_rows_free(rows);
 *
 * or all of it in one of the common formats: wq_rows_write().  Conventions are those of waqai.h. */
#ifndef WAQAI_ROWS_H
#define WAQAI_ROWS_H

#include <waqai/waqai.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct wq_rows wq_rows;

typedef enum wq_kind { /* of a column */
                       WQ_TEXT,
                       WQ_LONG, /* a sentence or more: a table gives it lines of its own */
                       WQ_INTEGER,
                       WQ_REAL,
                       WQ_LIST, /* several texts */
                       WQ_JSON  /* a value of JSON */
} wq_kind;

/* The next row: WQ_OK, or WQ_END behind the last; what the row before gave is gone then.
 * Fails with WQ_E_LIMIT, WQ_E_NOMEM, WQ_E_IO, WQ_E_FORMAT (the record is damaged).       */
WQ_API WQ_NODISCARD wq_status wq_rows_next(wq_rows *rows, wq_error *err);
WQ_API void wq_rows_free(wq_rows *rows);

WQ_API uint32_t wq_rows_columns(const wq_rows *rows);
WQ_API const char *wq_rows_name(const wq_rows *rows, uint32_t column);
WQ_API wq_kind wq_rows_kind(const wq_rows *rows, uint32_t column);

/* Cells of the row at hand.  Unknown is p == NULL, 0 and no item; wq_rows_known() tells it from a
 * number 0.  Each function is for columns of its kind, _text for the first two and WQ_JSON.     */
WQ_API int wq_rows_known(const wq_rows *rows, uint32_t column);
WQ_API wq_str wq_rows_text(const wq_rows *rows, uint32_t column);
WQ_API int64_t wq_rows_integer(const wq_rows *rows, uint32_t column);
WQ_API double wq_rows_real(const wq_rows *rows, uint32_t column);
WQ_API const wq_str *wq_rows_list(const wq_rows *rows, uint32_t column, uint32_t *n);

/* ---- writing --------------------------------------------------------------- */

typedef enum wq_rows_format {
    WQ_ROWS_TABLE, /* aligned columns for a terminal: cells isolated (FSI, PDI) where needed */
    WQ_ROWS_RECORDS, /* the same with a line per cell, "name  value" */
    WQ_ROWS_JSONL,   /* an object per line */
    WQ_ROWS_JSON,    /* one array of objects */
    WQ_ROWS_CSV, /* RFC 4180 with LF, a line of names first; items of a list parted by ';',
                  * for which ',' stands where an item has one */
    WQ_ROWS_TSV  /* the same parted by tabs; tabs and line feeds of a text become spaces */
} wq_rows_format;

typedef struct wq_layout {
    wq_rows_format format;
    unsigned width; /* columns of the terminal, for the first two; 0: lines are never cut */
    int excel; /* CSV for spreadsheets: BOM, CRLF, and ' before what would be a formula */
} wq_layout;

/* Takes `n` bytes of whole lines; 0 ends the writing. */
typedef int wq_sink(void *to, const char *p, size_t n);

/* Writes all rows that are left; *written (may be NULL) counts them.  A sink that gives 0 makes
 * it fail with WQ_E_IO.                                                                        */
WQ_API WQ_NODISCARD wq_status wq_rows_write(wq_rows *rows, const wq_layout *layout,
                                            wq_sink *sink, void *to, uint64_t *written,
                                            wq_error *err);

#ifdef __cplusplus
}
#endif
#endif
