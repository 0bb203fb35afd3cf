/* The checker of lexicon rows: what the compiler does not ask of them.
 *
 * The form of every file (UTF-8, NFC, LF, no blank at a line's end, no invisible marks, tatweel or presentation
 * forms); the columns, by the rows of data/check.tsv: known sets, ids that exist, days that exist; tenures.
 * All findings are listed, each with file and line.                                                        */
#ifndef WAQAI_LINT_H
#define WAQAI_LINT_H

#include "lexicon/lexicon.h"

/* Checks the *.tsv below `dir`: laid over `base`, whose rows they may refer to, or as the whole of a lexicon where
 * `how` has WQ_CHECK_ALONE; `base` then only lends its rules to a folder that has no check.tsv.  Adds a line "DIR/FILE:LINE: what is
 * wrong" to `out` for each finding and counts them.  Fails with WQ_E_IO (the folder can't be read), WQ_E_NOMEM.    */
wq_status lint_folder(const lexicon *base, unsigned how, const char *dir, buf *out,
                      uint32_t *findings, wq_error *err);

#endif
