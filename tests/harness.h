/* What table.c and cases.c share: files read whole, and giving up where a test's own data are wrong. */
#ifndef WAQAI_TESTS_HARNESS_H
#define WAQAI_TESTS_HARNESS_H

#include "base/base.h"

/* Says why on standard error and ends the program as failed. */
_Noreturn void harness_give_up(const char *where, const char *why);

/* The whole file with a NUL after it, from malloc; gives up where it can't be read.  `utf8`: also
 * where it is not UTF-8.                                                                        */
char *harness_read(const char *path, bool utf8, size_t *size);

wq_str harness_stem(const char *path); /* "tests/cases/time.tsv" -> "time" */

#endif
