/* Does each span of a document hold the text that stands beside it? */
#ifndef WAQAI_TEST_SPANS_H
#define WAQAI_TEST_SPANS_H

#include "waqai/waqai.h"

/* How many spans of its events, times and quotations do not; each is told on standard error. */
int spans_wrong(const wq_document *doc);

#endif
