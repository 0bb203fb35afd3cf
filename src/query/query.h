/* What questions share. */
#ifndef WAQAI_QUERY_INSIDE_H
#define WAQAI_QUERY_INSIDE_H

#include "query/question.h"

/* "SELECT ... FROM event e ... WHERE 1" with the columns of a chronology. */
void timeline_select(question *q);

#endif
