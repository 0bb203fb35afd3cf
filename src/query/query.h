/* What questions share. */
#ifndef WAQAI_QUERY_INSIDE_H
#define WAQAI_QUERY_INSIDE_H

#include "query/question.h"

/* "dead 5", "injured 10-12", "displaced 1000+" of a mention_size `z`. */
#define SIZE_IN_WORDS                                                              \
    "z.kind || ' ' || z.least || CASE WHEN z.most IS NULL THEN '+' WHEN z.most > " \
    "z.least THEN '-' || z.most ELSE '' END"

/* "SELECT ... FROM event e ... WHERE 1" with the columns of a chronology. */
void timeline_select(question *q);

#endif
