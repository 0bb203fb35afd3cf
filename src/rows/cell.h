/* Text in the cells of a terminal: how wide it is, cut and wrapped, and kept from turning its neighbours around. */
#ifndef WAQAI_ROWS_CELL_H
#define WAQAI_ROWS_CELL_H

#include "base/base.h"

/* Text on one line: controls and white space become one space, marks of direction are dropped. */
void cell_clean(buf *out, wq_str text);
/* Columns of a terminal that clean text takes: wide letters two, marks none. */
unsigned cell_width(wq_str text);
/* Bytes of `text` that fit in `width` columns, marks with their letters. */
size_t cell_fit(wq_str text, unsigned width);
/* As cell_fit(), ended at a space where there is one. */
size_t cell_line(wq_str text, unsigned width);
/* Text as it is, between FSI and PDI where any of it runs from right to left. */
void cell_isolated(buf *out, wq_str text);

#endif
