/* Sentence-sized tests: blocks in a file, Arabic alone on its lines.
 *
 *   # a comment, between blocks
 *   = army-shells-town            a name, once in its file
 *   @ date 2014-06-10             keys and values, as many as needed
 *   قصف الجيش السوري مدينة حلب أمس      input, up to a line that is "-"
 *   -
 *   ASSAULT ...                   expected, up to an empty line or the end
 *
 * In a file *.md the blocks stand between ```cases and ```: the prose around them is documentation.
 *
 * The test gives a function that renders a case; what it writes is compared as text with the expected
 * lines.  With WAQAI_ACCEPT=1 in the environment (make accept) the file's expected lines are replaced by
 * what came out, and nothing else is touched.  A key that the test does not ask for fails, as does a run
 * without cases.  WAQAI_ONLY=pattern runs some. */
#ifndef WAQAI_TESTS_CASES_H
#define WAQAI_TESTS_CASES_H

#include "base/base.h"

enum { CASE_MAX_KEYS = 16 };

typedef struct case_block {
    const char *file;
    uint32_t line;      /* of the name */
    wq_str name, input; /* input: lines joined by \n, without a last \n */
    wq_str key[CASE_MAX_KEYS], value[CASE_MAX_KEYS];
    uint32_t n_keys;
    uint32_t *asked; /* a bit per key that case_value() was asked for */
    wq_str expected; /* lines, without a last \n */
} case_block;

wq_str case_value(const case_block *c,
                  const char *key); /* the empty slice where it is missing */

/* Writes what the program makes of a case.  It may use cmocka's assertions. */
typedef void case_render(const case_block *c, buf *out, void *suite);

/* Runs all cases of a file, or of every *.cases and *.md file of a folder, in order of names.
 * Returns the number of failures, for main() to return.                                        */
int cases_run(const char *path, case_render *render, void *suite);

#endif
