/* Lexicon files on disk. */
#ifndef WAQAI_FILES_H
#define WAQAI_FILES_H

#include "lexicon/compile.h"

/* The whole file, in the arena.  WQ_E_IO, WQ_E_LIMIT (64 MiB). */
wq_status files_read(arena *a, const char *path, wq_str *out, wq_error *err);

/* Every *.tsv below `dir`, in byte order of names.  Fails as compiler_add_tsv(). */
wq_status files_add_folder(compiler *c, arena *a, const char *dir, wq_error *err);

#endif
