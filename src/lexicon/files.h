/* Lexicon files on disk. */
#ifndef WAQAI_FILES_H
#define WAQAI_FILES_H

#include "lexicon/compile.h"

/* The whole file, in the arena.  WQ_E_IO, WQ_E_LIMIT (64 MiB). */
wq_status files_read(arena *a, const char *path, wq_str *out, wq_error *err);

/* Visits every *.tsv below `dir` in byte order of names, with its path as opened, its path below `dir` and its bytes
 * (in the arena), until a visit fails.  WQ_E_IO, WQ_E_LIMIT, or what the visit gave.                             */
typedef wq_status files_visit(void *ctx, const char *path, wq_str below, wq_str text,
                              wq_error *err);
wq_status files_walk(arena *a, const char *dir, files_visit *visit, void *ctx,
                     wq_error *err);

/* Compiles every *.tsv below `dir`, in byte order of names.  Fails as compiler_add_tsv(). */
wq_status files_add_folder(compiler *c, arena *a, const char *dir, wq_error *err);

#endif
