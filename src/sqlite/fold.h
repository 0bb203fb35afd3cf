/* The SQL function waqai_fold, for the library's own connections and, as a module, for any program with SQLite. */
#ifndef WAQAI_SQLITE_FOLD_H
#define WAQAI_SQLITE_FOLD_H

#include <sqlite3.h>

struct sqlite3_api_routines;

/* Adds to `db`: waqai_fold(text), the folded form as in title_folded and text_folded; waqai_fold(text, 'norm'), that which
 * keeps apart what the press mixes.  NULL of NULL; an SQL error where `text` is not UTF-8 or the level unknown.  A module's
 * entry point by SQLite's rules; inside the library `why` and `api` are NULL.  Gives SQLite's result code.       */
int sqlite3_waqaifold_init(sqlite3 *db, char **why, const struct sqlite3_api_routines *api);

#endif
